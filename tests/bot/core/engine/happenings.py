"""Events as platforms tell them."""

from datetime import UTC, datetime

from bot.domain.author import Account
from bot.domain.events import Community, MessagePosted
from bot.domain.refs import ChatRef, MessageRef, Platform, SpaceRef, UserRef
from bot.domain.text import RichText

DISCORD, TELEGRAM = Platform("discord"), Platform("telegram")
AT = datetime(2026, 1, 14, 12, tzinfo=UTC)


def posted(key: str, chat: str = "1", message: str = "10", platform: Platform = DISCORD) -> MessagePosted:
    """A message was written."""
    return MessagePosted(
        key,
        AT,
        Community(SpaceRef(platform, "9"), ChatRef(platform, chat)),
        messages=(MessageRef(platform, chat, message),),
        author=Account(UserRef(platform, "7"), "Lena"),
        text=RichText.of(f"no cat {key}"),
    )


def lane(event: MessagePosted) -> str:
    """Its chat."""
    return str(event.where.chat)
