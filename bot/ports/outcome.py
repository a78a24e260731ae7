"""What comes of asking a platform for something that it may refuse."""

from dataclasses import dataclass
from enum import Enum

from bot.domain.refs import MessageRef


class Reason(Enum):
    """Why a platform refused, as far as anything can be made of it."""

    NO_RIGHT = "no-right"
    GONE = "gone"
    """The message, chat, member or interaction is no longer there."""
    CLOSED = "closed"
    """The person cannot be written to: they never opened the chat, closed it, or blocked the bot."""
    TOO_LARGE = "too-large"
    UNSUPPORTED = "unsupported"
    UNCHANGED = "unchanged"
    INVALID = "invalid"
    """The platform says the request itself is wrong: a defect of ours, logged with its number."""


@dataclass(frozen=True, slots=True)
class Done:
    """It was done."""


@dataclass(frozen=True, slots=True)
class Refused:
    """It was not done, and asking again does not help.

    Attributes:
        detail: the platform's words, for the log only.
    """

    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """It stands there now, under these names (several for an album)."""

    messages: tuple[MessageRef, ...]


Outcome = Done | Refused
Delivery = Sent | Refused
