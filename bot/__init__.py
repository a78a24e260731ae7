"""Cat Tax: a community bot for Discord, Telegram and the browser."""
