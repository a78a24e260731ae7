"""The Telegram adapter against the protocol twin."""
