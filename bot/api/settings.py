"""Settings that a cog declares. Their screens are generated, and they are in force as soon as they are changed.

A setting ``key`` of a cog is written ``setting-<key>`` in the cog's texts, with a ``description`` attribute, and one
attribute ``option-<value>`` for each option of a choice, and ``warning`` where turning it on asks for care.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from bot.domain.errors import Unreadable
from bot.domain.refs import PlaceId

T = TypeVar("T")
E = TypeVar("E", bound=Enum)
Stored = str | int | bool | None
"""What is kept of a setting: a plain JSON value."""


@dataclass(frozen=True, slots=True)
class DeclaredSetting:
    """What all settings have in common, whatever their values are.

    Attributes:
        key: its name within the cog, ``[a-z-]+``.
        per_place: True when each chat may have a value of its own, over the community's.
    """

    key: str
    per_place: bool = field(default=False, kw_only=True)

    @property
    def stored_default(self) -> Stored:
        """The default as it would be kept."""
        return None

    def accepts(self, stored: Stored) -> bool:
        """Whether a kept value is one of this setting's."""
        return stored is None


@dataclass(frozen=True, slots=True)
class Setting(DeclaredSetting, Generic[T]):
    """The base of every setting.

    Attributes:
        default: in force until an admin chooses.
    """

    default: T

    @property
    def stored_default(self) -> Stored:
        """The default as it would be kept."""
        return self.store(self.default)

    def accepts(self, stored: Stored) -> bool:
        """Whether a kept value is one of this setting's."""
        try:
            self.read(stored)
        except Unreadable:
            return False
        return True

    def store(self, value: T) -> Stored:
        """The value as it is kept."""
        if isinstance(value, str | int | bool) or value is None:
            return value
        raise Unreadable(self.key)

    def read(self, stored: Stored) -> T:
        """The kept value; raises :class:`Unreadable` when it is none (any more)."""
        raise Unreadable(self.key)


@dataclass(frozen=True, slots=True)
class Toggle(Setting[bool]):
    """On or off.

    Attributes:
        warns: True when its screen warns who turns it on, with the text's attribute ``warning``, and asks once more.
    """

    warns: bool = field(default=False, kw_only=True)

    def read(self, stored: Stored) -> bool:
        """True or False."""
        if not isinstance(stored, bool):
            raise Unreadable(self.key)
        return stored


@dataclass(frozen=True, slots=True)
class NumberSetting(Setting[int]):
    """A whole number between ``least`` and ``most``, both allowed."""

    least: int = 0
    most: int = 1_000

    def read(self, stored: Stored) -> int:
        """The number, when it is within its bounds."""
        if isinstance(stored, bool) or not isinstance(stored, int) or not self.least <= stored <= self.most:
            raise Unreadable(self.key)
        return stored


@dataclass(frozen=True, slots=True)
class WordsSetting(Setting[str]):
    """A short text of at most ``longest`` characters; it is never read as markup."""

    longest: int = 100

    def read(self, stored: Stored) -> str:
        """The words, when they are not too long."""
        if not isinstance(stored, str) or len(stored) > self.longest:
            raise Unreadable(self.key)
        return stored


@dataclass(frozen=True, slots=True)
class ChoiceSetting(Setting[E]):
    """One of an Enum's members, whose values are strings ``[a-z-]+``."""

    def store(self, value: E) -> Stored:
        """The member's value."""
        return str(value.value)

    def read(self, stored: Stored) -> E:
        """The member with this value."""
        try:
            return type(self.default)(stored)
        except ValueError as error:
            raise Unreadable(self.key) from error

    @property
    def options(self) -> tuple[E, ...]:
        """What can be chosen."""
        return tuple(type(self.default))


@dataclass(frozen=True, slots=True)
class ChatSetting(Setting[PlaceId | None]):
    """A chat of the community, or none.

    Attributes:
        hears: True when the cog hears the messages of the chosen chat.
        closed: True when what is said there is for moderators alone: a chat that all members can read is not taken.
    """

    default: PlaceId | None = None
    hears: bool = False
    closed: bool = False

    def read(self, stored: Stored) -> PlaceId | None:
        """The chat, or None."""
        if stored is not None and (isinstance(stored, bool) or not isinstance(stored, int)):
            raise Unreadable(self.key)
        return None if stored is None else PlaceId(stored)


@dataclass(frozen=True, slots=True)
class RoleSetting(Setting[str | None]):
    """A role of the space by the platform's id of it, or none. Only offered where there are roles."""

    default: str | None = None

    def read(self, stored: Stored) -> str | None:
        """The role's id, or None."""
        if stored is not None and not isinstance(stored, str):
            raise Unreadable(self.key)
        return stored
