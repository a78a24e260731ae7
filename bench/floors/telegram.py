"""A bare python-telegram-bot application whose handler does nothing, with the library's defaults, by long polling."""

import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

ALLOWED_UPDATES = (
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.CHAT_MEMBER,
    Update.MESSAGE_REACTION,
    Update.CHAT_JOIN_REQUEST,
    Update.INLINE_QUERY,
    Update.GUEST_MESSAGE,
)
"""What the bot asks for; a test holds it against the bot's own."""


async def _nothing(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Does nothing."""


def main() -> None:
    """Runs until it is ended."""
    base = os.environ["TELEGRAM_API_BASE"]
    application = (
        Application.builder()
        .token(os.environ["TELEGRAM_TOKEN"])
        .base_url(f"{base}/bot")
        .base_file_url(f"{base}/file/bot")
        .build()
    )
    application.add_handler(MessageHandler(filters.ALL, _nothing))
    application.run_polling(allowed_updates=list(ALLOWED_UPDATES))


if __name__ == "__main__":
    main()
