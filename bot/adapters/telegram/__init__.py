"""Telegram: the only package that knows python-telegram-bot and the Bot API."""
