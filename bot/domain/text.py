"""Rich text as values: spans, mentions and moments; never a markup string.

What a member typed enters by :meth:`RichText.of` as plain spans and can therefore never become markup, a ping or a
link by being repeated: each adapter escapes, or uses entities, for whatever a plain span holds.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, Flag, auto
from typing import assert_never

from bot.domain.refs import UserRef


class Style(Flag):
    """How a span looks; flags combine."""

    PLAIN = 0
    BOLD = auto()
    ITALIC = auto()
    UNDERLINE = auto()
    STRIKE = auto()
    SPOILER = auto()
    CODE = auto()
    """Code within a line."""
    BLOCK = auto()
    """A block of code with lines of its own."""
    QUOTE = auto()
    """A quotation with lines of its own."""


class MomentStyle(Enum):
    """How a moment is shown; where the platform can, to each reader in their own zone."""

    DATE = "date"
    TIME = "time"
    DATE_TIME = "date-time"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters in one style.

    Attributes:
        text: any characters; newlines are kept.
        style: how it looks.
        url: where it leads, http(s) only, or None.
    """

    text: str
    style: Style = Style.PLAIN
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A user named in a text. It pings only when the outgoing message lists the user in ``mentions``."""

    user: UserRef
    name: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time (aware), shown as the reader's platform shows it best.

    Attributes:
        written: how it reads where the platform has nothing of its own.
    """

    when: datetime
    style: MomentStyle
    written: str


Part = Span | Mention | Moment


def written(part: Part) -> str:
    """A part's characters as a reader sees them without any markup."""
    match part:
        case Span(text=text):
            return text
        case Mention(name=name):
            return f"@{name}"
        case Moment(written=shown):
            return shown
        case _:
            assert_never(part)


@dataclass(frozen=True, slots=True)
class RichText:
    """A text of parts. Immutable; ``+`` joins."""

    parts: tuple[Part, ...] = ()

    @classmethod
    def of(cls, text: str, style: Style = Style.PLAIN, url: str | None = None) -> "RichText":
        """Plain characters, whatever they are, in one style."""
        return cls((Span(text, style, url),)) if text else cls()

    @classmethod
    def join(cls, texts: Iterable["RichText"], separator: str = "") -> "RichText":
        """Texts one after the other."""
        parts: list[Part] = []
        for index, text in enumerate(texts):
            if index and separator:
                parts.append(Span(separator))
            parts.extend(text.parts)
        return cls(tuple(parts))

    def __add__(self, other: "RichText | str") -> "RichText":
        more = RichText.of(other) if isinstance(other, str) else other
        return RichText(self.parts + more.parts)

    def __bool__(self) -> bool:
        return any(written(part) for part in self.parts)

    def __iter__(self) -> Iterator[Part]:
        return iter(self.parts)

    @property
    def plain(self) -> str:
        """The characters as a reader sees them, without any markup."""
        return "".join(written(part) for part in self.parts)

    def styled(self, style: Style) -> "RichText":
        """The same text with a style added to every span."""
        return RichText(
            tuple(replace(part, style=part.style | style) if isinstance(part, Span) else part for part in self.parts)
        )
