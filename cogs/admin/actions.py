"""What the admins' keys do. Each says itself where it is about: a key may be pressed in a private chat, days later."""

from dataclasses import dataclass

from bot.domain.action import Action
from bot.domain.refs import ChatRef, CommunityId, PlaceId, SpaceRef


@dataclass(frozen=True, slots=True)
class Home:
    """Where a screen was called up, and what it is about.

    Attributes:
        space: in which the one who presses must be an admin.
        place: the chat whose own values are changed, where a setting has those.
    """

    community: CommunityId
    space: SpaceRef
    place: PlaceId


@dataclass(frozen=True, slots=True)
class AtHome(Action):
    """The base of all that an admin does about a community."""

    home: Home


@dataclass(frozen=True, slots=True)
class OpenCogs(AtHome):
    """Shows the list of what can be set."""


@dataclass(frozen=True, slots=True)
class OpenCog(AtHome):
    """Shows a cog's settings."""

    cog: str


@dataclass(frozen=True, slots=True)
class OpenSetting(AtHome):
    """Shows one setting and how to change it."""

    cog: str
    key: str


@dataclass(frozen=True, slots=True)
class PutValue(AtHome):
    """Puts a value in force.

    Attributes:
        value: as :mod:`cogs.admin.rules` reads it; None for the default.
        warned: True once its warning was read.
    """

    cog: str
    key: str
    value: str | None
    warned: bool = False


@dataclass(frozen=True, slots=True)
class PutChat(AtHome):
    """Puts a chat in force, or none."""

    cog: str
    key: str
    chat: ChatRef | None


@dataclass(frozen=True, slots=True)
class AskValue(AtHome):
    """Opens a form for a number or words.

    Attributes:
        now: the value that stands there already: the form opens without asking the database.
    """

    cog: str
    key: str
    now: str


@dataclass(frozen=True, slots=True)
class KeepValue(AtHome):
    """Puts in force what the form asked for."""

    cog: str
    key: str


@dataclass(frozen=True, slots=True)
class OpenHistory(AtHome):
    """Shows the audit list.

    Attributes:
        before: microseconds since 1970; what happened before; None for the newest.
    """

    before: int | None = None


@dataclass(frozen=True, slots=True)
class OpenClub(AtHome):
    """Shows the club's spaces."""


@dataclass(frozen=True, slots=True)
class InviteSpace(AtHome):
    """Makes a one-time code for another space."""


@dataclass(frozen=True, slots=True)
class AskLeave(AtHome):
    """Asks once more before leaving the club."""


@dataclass(frozen=True, slots=True)
class LeaveClub(AtHome):
    """Leaves the club."""


@dataclass(frozen=True, slots=True)
class Unlink(Action):
    """Parts the account that presses from the others of its person."""
