"""What a message offers to press or pick."""

from dataclasses import dataclass
from enum import Enum

from bot.domain.action import Action
from bot.domain.refs import UserRef


class ButtonStyle(Enum):
    """How much a button stands out, where the platform shows it."""

    QUIET = "quiet"
    MAIN = "main"
    GOOD = "good"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """A button that does something.

    Attributes:
        label: short plain words.
        action: what it does.
        only: whose press counts; None for anyone's. Checked by dispatch at the press.
    """

    label: str
    action: Action
    style: ButtonStyle = ButtonStyle.QUIET
    only: UserRef | None = None


@dataclass(frozen=True, slots=True)
class LinkButton:
    """A button that opens an http(s) address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class OpenPrivately:
    """A first contact: leads into the private chat with the bot, where the action is then done."""

    label: str
    action: Action


@dataclass(frozen=True, slots=True)
class Option:
    """One of a :class:`Select`'s options, with an action of its own."""

    label: str
    action: Action
    description: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Select:
    """Picks one of several; becomes buttons where the platform has no lists."""

    placeholder: str
    options: tuple[Option, ...]
    only: UserRef | None = None


Control = Button | LinkButton | OpenPrivately | Select
