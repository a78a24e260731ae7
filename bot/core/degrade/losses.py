"""What a chat could not show, as values: reported to whoever speaks, logged, and tested."""

from dataclasses import dataclass
from enum import Enum

from bot.domain.refs import UserRef
from bot.domain.text import Style


@dataclass(frozen=True, slots=True)
class StyleLost:
    """Text is shown without these styles; its characters stay."""

    styles: Style


@dataclass(frozen=True, slots=True)
class TextCut:
    """Characters left out, because not even one of them fits into a message of its own."""

    characters: str


@dataclass(frozen=True, slots=True)
class MentionWritten:
    """A mention that alone exceeds a message; its name stays as plain text."""

    user: UserRef


@dataclass(frozen=True, slots=True)
class NameInText:
    """The chat has no other voices than the bot's: the name stands in front of the text, the picture is left out."""

    name: str


@dataclass(frozen=True, slots=True)
class ReplyLeftOut:
    """Messages cannot answer one another here."""


class FileReason(Enum):
    """Why a file cannot be sent."""

    TOO_LARGE = "too-large"
    NO_FILES = "no-files"


@dataclass(frozen=True, slots=True)
class FileLeftOut:
    """A file that is not sent; the caller tells the member."""

    name: str
    reason: FileReason


@dataclass(frozen=True, slots=True)
class PictureAsFile:
    """A picture too large to be shown, but not to be downloaded."""

    name: str


@dataclass(frozen=True, slots=True)
class LabelShortened:
    """A key's, option's or list's words that end in an ellipsis now."""

    label: str
    shown: str


@dataclass(frozen=True, slots=True)
class ListUnfolded:
    """A list whose options became buttons; its placeholder and the options' descriptions are not shown."""

    placeholder: str
    descriptions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ControlsMoved:
    """So many controls stand under messages that follow the one they belong to."""

    count: int


@dataclass(frozen=True, slots=True)
class ControlLeftOut:
    """A button or option that the chat, having no keys at all, cannot offer."""

    label: str


Loss = (
    StyleLost
    | TextCut
    | MentionWritten
    | NameInText
    | ReplyLeftOut
    | FileLeftOut
    | PictureAsFile
    | LabelShortened
    | ListUnfolded
    | ControlsMoved
    | ControlLeftOut
)
