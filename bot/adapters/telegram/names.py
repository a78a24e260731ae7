"""Telegram's numbers as our refs, and back."""

from typing import Final

from bot.domain.refs import ChatRef, MessageRef, Platform, SpaceRef, UserRef

PLATFORM = Platform("telegram")
GENERAL: Final = 1
"""The topic that every forum has: nothing can be sent to it by its number, and its messages come without."""


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


def thread_of(chat: ChatRef) -> int | None:
    """The number that a topic is sent to by; None for a whole chat, and for the topic that every forum has."""
    topic = number(chat.topic or "")
    return None if topic == GENERAL else topic


def number(text: str) -> int | None:
    """The number in a ref's part, or None when it is none of ours."""
    try:
        return int(text)
    except ValueError:
        return None
