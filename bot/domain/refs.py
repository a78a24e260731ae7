"""Platforms' names for things (refs), and our own (ids).

A ref carries its platform, so that a Discord user and a Telegram user with the same number are never equal.
Each ref has one string form: ``str(ref)`` encodes and ``parse`` decodes. Identifiers are limited to
``[A-Za-z0-9_.-]``, so the separators ``: / #`` are never part of one.

Our own ids are what cogs keep: a supergroup's upgrade or a second platform changes one core table, never a cog's.
"""

import re
from dataclasses import dataclass
from typing import NewType, Self

from bot.domain.errors import MalformedRef

Platform = NewType("Platform", str)
"""Which gateway a ref belongs to. Each adapter owns its constant; nothing outside ``adapters/`` compares them."""

PersonId = NewType("PersonId", int)
"""A human being, who may hold several accounts on several platforms."""

CommunityId = NewType("CommunityId", int)
"""A club, which may be bound to several spaces on several platforms."""

PlaceId = NewType("PlaceId", int)
"""A chat, thread or topic that we keep something about."""

PostId = NewType("PostId", int)
"""A message that we keep something about."""

_ID = r"[A-Za-z0-9_.\-]+"
_USER = re.compile(rf"({_ID}):({_ID})")
_CHAT = re.compile(rf"({_ID}):({_ID})(?:/({_ID}))?")
_MESSAGE = re.compile(rf"({_ID}):({_ID})#({_ID})")


def _match(pattern: re.Pattern[str], text: str, what: str) -> re.Match[str]:
    found = pattern.fullmatch(text)
    if found is None:
        raise MalformedRef(what)
    return found


@dataclass(frozen=True, slots=True)
class UserRef:
    """An account on a platform."""

    platform: Platform
    id: str

    def __str__(self) -> str:
        return f"{self.platform}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Decodes ``platform:id``; raises :class:`MalformedRef`."""
        found = _match(_USER, text, "user")
        return cls(Platform(found[1]), found[2])


@dataclass(frozen=True, slots=True)
class SpaceRef:
    """A Discord guild or a Telegram group: what a community is bound to."""

    platform: Platform
    id: str

    def __str__(self) -> str:
        return f"{self.platform}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Decodes ``platform:id``; raises :class:`MalformedRef`."""
        found = _match(_USER, text, "space")
        return cls(Platform(found[1]), found[2])


@dataclass(frozen=True, slots=True)
class ChatRef:
    """Where something can be written: a channel, thread, group, private chat, or a topic of a Telegram group.

    A Discord thread is a chat of its own (``topic`` is None). A Telegram topic is its group's ``id`` with a ``topic``.
    """

    platform: Platform
    id: str
    topic: str | None = None

    def __str__(self) -> str:
        return f"{self.platform}:{self.id}" + (f"/{self.topic}" if self.topic is not None else "")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Decodes ``platform:id`` or ``platform:id/topic``; raises :class:`MalformedRef`."""
        found = _match(_CHAT, text, "chat")
        return cls(Platform(found[1]), found[2], found[3])

    @property
    def whole(self) -> "ChatRef":
        """The chat without its topic."""
        return self if self.topic is None else ChatRef(self.platform, self.id)


@dataclass(frozen=True, slots=True)
class MessageRef:
    """A message. A Telegram topic is not part of it: reactions and old buttons come without one."""

    platform: Platform
    chat: str
    id: str

    def __str__(self) -> str:
        return f"{self.platform}:{self.chat}#{self.id}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Decodes ``platform:chat#id``; raises :class:`MalformedRef`."""
        found = _match(_MESSAGE, text, "message")
        return cls(Platform(found[1]), found[2], found[3])


@dataclass(frozen=True, slots=True)
class InlineMessageRef:
    """A message that the bot wrote by inline mode into a chat it is not in."""

    platform: Platform
    id: str

    def __str__(self) -> str:
        return f"{self.platform}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Decodes ``platform:id``; raises :class:`MalformedRef`."""
        found = _match(_USER, text, "inline message")
        return cls(Platform(found[1]), found[2])
