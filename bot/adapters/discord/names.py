"""What Discord calls things, turned into our refs and back."""

from datetime import UTC, datetime, timedelta

from bot.domain.locales import Locale
from bot.domain.refs import ChatRef, MessageRef, Platform, SpaceRef, UserRef

PLATFORM = Platform("discord")
_EPOCH = datetime(2015, 1, 1, tzinfo=UTC)
"""Discord's epoch, from which snowflakes count (developers' docs, "Snowflakes")."""

LOCALE_TAGS: dict[Locale, tuple[str, ...]] = {
    Locale.ENGLISH: ("en-US", "en-GB"),
    Locale.SIMPLIFIED_CHINESE: ("zh-CN",),
    Locale.TRADITIONAL_CHINESE: ("zh-TW",),
    Locale.SPANISH: ("es-ES", "es-419"),
}
"""Discord's tags for the bot's languages (developers' docs, "Locales")."""


def user_ref(number: str | int) -> UserRef:
    """A user's ref from a snowflake."""
    return UserRef(PLATFORM, str(number))


def space_ref(number: str | int) -> SpaceRef:
    """A guild's ref from a snowflake."""
    return SpaceRef(PLATFORM, str(number))


def chat_ref(number: str | int) -> ChatRef:
    """A channel's, thread's or direct message channel's ref from a snowflake."""
    return ChatRef(PLATFORM, str(number))


def message_ref(chat: str | int, number: str | int) -> MessageRef:
    """A message's ref from its channel's snowflake and its own."""
    return MessageRef(PLATFORM, str(chat), str(number))


def snowflake(text: str) -> int | None:
    """An id as Discord's number, or None when it cannot be one (forged, or another platform's)."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 20 else None


def made_at(number: str | int) -> datetime:
    """When a snowflake was made, in UTC."""
    return _EPOCH + timedelta(milliseconds=int(number) >> 22)


def snowflake_at(moment: datetime) -> int:
    """The smallest snowflake of a moment, to ask for what came after it."""
    return max(0, int((moment - _EPOCH) / timedelta(milliseconds=1)) << 22)
