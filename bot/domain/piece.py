"""What a gateway is handed: one message, within the platform's limits, with every action packed to a string."""

from dataclasses import dataclass

from bot.domain.attachments import File
from bot.domain.controls import ButtonStyle
from bot.domain.form import Field
from bot.domain.message import Bot, Card, Speaker
from bot.domain.refs import MessageRef, UserRef
from bot.domain.text import RichText


@dataclass(frozen=True, slots=True)
class PressKey:
    """A button; ``data`` comes back when it is pressed."""

    label: str
    data: str
    style: ButtonStyle = ButtonStyle.QUIET


@dataclass(frozen=True, slots=True)
class LinkKey:
    """A button that opens an http(s) address."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class PrivateKey:
    """A button that leads into the private chat with the bot; ``data`` comes back there (a deep link's payload)."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a list's options."""

    label: str
    data: str
    description: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class ListKey:
    """A list to pick one from; only where the capabilities say that there are lists."""

    placeholder: str
    choices: tuple[Choice, ...]


Key = PressKey | LinkKey | PrivateKey | ListKey


@dataclass(frozen=True, slots=True)
class Piece:
    """One message, ready to be rendered. Within every limit of the chat's capabilities."""

    text: RichText = RichText()
    card: Card | None = None
    files: tuple[File, ...] = ()
    keys: tuple[tuple[Key, ...], ...] = ()
    reply_to: MessageRef | None = None
    speaker: Speaker = Bot()
    mentions: tuple[UserRef, ...] = ()
    silent: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a form, ready for a platform that has forms; ``data`` comes back with the answers."""

    title: str
    fields: tuple[Field, ...]
    data: str
