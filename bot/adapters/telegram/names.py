"""Telegram's numbers as our refs, and back."""

from bot.domain.refs import ChatRef, MessageRef, Platform, SpaceRef, UserRef

PLATFORM = Platform("telegram")


def user_ref(user_id: int) -> UserRef:
    """A user's ref."""
    return UserRef(PLATFORM, str(user_id))


def space_ref(chat_id: int) -> SpaceRef:
    """A group's ref as a space."""
    return SpaceRef(PLATFORM, str(chat_id))


def chat_ref(chat_id: int, topic: int | None = None) -> ChatRef:
    """A chat's ref, or a topic's."""
    return ChatRef(PLATFORM, str(chat_id), None if topic is None else str(topic))


def message_ref(chat_id: int, message_id: int) -> MessageRef:
    """A message's ref."""
    return MessageRef(PLATFORM, str(chat_id), str(message_id))


def number(text: str) -> int | None:
    """The number in a ref's part, or None when it is none of ours."""
    try:
        return int(text)
    except ValueError:
        return None
