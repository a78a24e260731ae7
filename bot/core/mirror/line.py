"""A line as it is worked with: one original on one route, and what is to be done about it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntFlag, StrEnum

from bot.api.mirror import LineId, RouteId
from bot.domain.attachments import Attachment
from bot.domain.languages import Language
from bot.domain.message import Outgoing
from bot.domain.refs import ChatRef, MessageRef, PersonId, UserRef
from bot.domain.text import RichText
from bot.ports.translator import Lacking, Translated


class State(StrEnum):
    """What became of a line."""

    OPEN = "open"
    """Nothing stands yet."""
    HELD = "held"
    """Nothing stands, until it is let go."""
    STANDS = "stands"
    EMPTY = "empty"
    """There is nothing to say there, as long as the original stays as it is."""
    LOST = "lost"
    """It could not be sent, and that was reported."""
    GONE = "gone"
    """The original is gone."""


class Due(IntFlag):
    """What has to be done about a line's copy."""

    NOTHING = 0
    SEND = 1
    CHANGE = 2
    """The words, or what stands under them."""
    FILES = 4
    TAKE = 8
    """It has to go."""
    REACT = 16


@dataclass(frozen=True, slots=True)
class Kept:
    """What was said, as it is kept for as long as copies follow.

    Attributes:
        settled: True once it was found out how it is to be translated.
    """

    text: RichText = RichText()
    files: tuple[Attachment, ...] = ()
    settled: bool = False
    language: Language | None = None
    translations: tuple[Translated, ...] = ()
    lacking: Lacking | None = None
    withheld: bool = False
    corrected_by: str = ""


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line to be kept.

    Attributes:
        chat: where it goes, with its topic.
        source: where the original stands, with its topic.
        root: the original; of an album the first message.
        account: whose words; None for a chat's own voice.
        answers: the message that the original answers.
        held: it is said only once it is let go.
        keeps_former: how it read before it was changed or deleted is kept, too.
    """

    route: RouteId
    chat: ChatRef
    source: ChatRef
    root: MessageRef
    person: PersonId | None
    author: str
    account: UserRef | None
    kept: Kept
    answers: MessageRef | None
    made: datetime
    held: bool = field(default=False, kw_only=True)
    keeps_former: bool = field(default=False, kw_only=True)

    @property
    def veiled(self) -> bool:
        """Whether it is shown under another name than its author's."""
        return self.person is not None and self.account is None


@dataclass(frozen=True, slots=True)
class Line(NewLine):
    """A line as it is kept.

    Attributes:
        copy: the number of the copy that it is a section of, or None.
        revision: counts every change of what is said, and of what was reacted to what stands.
        forgotten: True when what was said is not kept any more.
    """

    id: LineId = field(kw_only=True)
    copy: int | None = field(kw_only=True)
    state: State = field(kw_only=True)
    due: Due = field(kw_only=True)
    revision: int = field(kw_only=True)
    forgotten: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy as it stands, or as it is being sent.

    Attributes:
        since: when its sending began.
        spoken: True when it stands under the author's name by the platform's own means.
        texts: how many of its first posts hold its words.
        posts: where it stands, in order; none while nobody knows.
        lines: its sections, in order, also those that are gone.
        words: what is being sent, but for its files; None once it stands.
    """

    id: int
    chat: ChatRef
    since: datetime
    spoken: bool
    texts: int
    posts: tuple[MessageRef, ...]
    lines: tuple[Line, ...]
    words: Outgoing | None = None
