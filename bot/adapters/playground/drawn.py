"""How a message looks, as values that go to the page as JSON and into the snapshot."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field


@dataclass(frozen=True, slots=True)
class DrawnSpan:
    """Characters in styles (``bold``, ``code``, ...), leading to an http(s) address or nowhere."""

    text: str
    styles: tuple[str, ...] = ()
    url: str | None = None
    kind: Literal["span"] = "span"


@dataclass(frozen=True, slots=True)
class DrawnMention:
    """A person named; ``person`` is the id."""

    person: str
    name: str
    kind: Literal["mention"] = "mention"


@dataclass(frozen=True, slots=True)
class DrawnMoment:
    """A moment; ``when`` is ISO 8601 in UTC and is shown in the reader's own zone."""

    when: str
    style: str
    written: str
    kind: Literal["moment"] = "moment"


DrawnPart = Annotated[DrawnSpan | DrawnMention | DrawnMoment, Field(discriminator="kind")]
DrawnText = tuple[DrawnPart, ...]


@dataclass(frozen=True, slots=True)
class DrawnField:
    """A card's field."""

    name: str
    value: DrawnText
    inline: bool


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """A card; ``colour`` as ``#rrggbb``."""

    title: str
    body: DrawnText
    fields: tuple[DrawnField, ...]
    footer: str
    colour: str | None


@dataclass(frozen=True, slots=True)
class DrawnPress:
    """A button; ``style`` is a :class:`~bot.domain.controls.ButtonStyle`'s value."""

    label: str
    data: str
    style: str
    kind: Literal["press"] = "press"


@dataclass(frozen=True, slots=True)
class DrawnLink:
    """A button that opens an address."""

    label: str
    url: str
    kind: Literal["link"] = "link"


@dataclass(frozen=True, slots=True)
class DrawnPrivate:
    """A button that leads into the private chat."""

    label: str
    data: str
    kind: Literal["private"] = "private"


@dataclass(frozen=True, slots=True)
class DrawnChoice:
    """One of a list's choices."""

    label: str
    data: str
    description: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class DrawnList:
    """A list to pick one from."""

    placeholder: str
    choices: tuple[DrawnChoice, ...]
    kind: Literal["list"] = "list"


DrawnKey = Annotated[DrawnPress | DrawnLink | DrawnPrivate | DrawnList, Field(discriminator="kind")]


@dataclass(frozen=True, slots=True)
class DrawnFile:
    """A file that the shelf keeps under ``id``.

    Attributes:
        picture: True when its bytes truly are a picture that browsers show.
        kind: as what it is shown, a :class:`~bot.domain.attachments.MediaKind`'s value: ``picture``, ``animation``,
            ``sticker``; ``video``, ``voice`` and ``audio`` when its bytes truly are something that browsers play;
            ``file`` else.
    """

    id: str
    name: str
    media_type: str
    size: int
    picture: bool
    alt: str = ""
    spoiler: bool = False
    kind: str = "file"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A whole message.

    Attributes:
        speaker: under whose name the bot speaks, or None for its own.
        losses: page-text keys of what could not be shown.
    """

    text: DrawnText = ()
    card: DrawnCard | None = None
    files: tuple[DrawnFile, ...] = ()
    keys: tuple[tuple[DrawnKey, ...], ...] = ()
    speaker: str | None = None
    losses: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """The text's characters."""
        return "".join(written(part) for part in self.text)


def written(part: DrawnSpan | DrawnMention | DrawnMoment) -> str:
    """A part's characters."""
    match part:
        case DrawnSpan(text=text):
            return text
        case DrawnMention(name=name):
            return f"@{name}"
        case DrawnMoment(written=written):
            return written
