"""Blocks and reports, as values."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.domain.refs import CommunityId, PersonId
from cogs.spies.rules.pairs import PairId

BlockId = NewType("BlockId", int)
"""That somebody blocked somebody."""

CaseId = NewType("CaseId", int)
"""A report, and what became of it."""

REPORTABLE = timedelta(days=7)
"""How long what was said can be reported, edited or deleted as it may be by then."""


@dataclass(frozen=True, slots=True)
class Block:
    """That somebody blocked somebody, as who did it sees it.

    Attributes:
        codename: by which they knew them; no account is kept with it.
    """

    id: BlockId
    codename: str
    made: datetime


class Decision(StrEnum):
    """What moderators decide about a report."""

    NOTHING = "nothing"
    """Nothing was wrong: the line goes on if all on it want that."""
    WARN = "warn"
    """The same, and whose words it was about is warned."""
    END = "end"
    """The line ends."""
    BAN = "ban"
    """The line ends, and whose words it was about is matched with nobody any more."""


@dataclass(frozen=True, slots=True)
class Case:
    """A report.

    Attributes:
        pair: None for words under a question.
        sent: None while it is being made.
        reason: the reporter's words; "" once it is closed.
        decision: None until it is closed.
    """

    id: CaseId
    community: CommunityId
    pair: PairId | None
    reporter: PersonId | None
    accused: PersonId | None
    sent: datetime | None
    reason: str
    closed: datetime | None
    closed_by: PersonId | None
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Reported:
    """A message that was reported.

    Attributes:
        line: the mirror's id of it, 0 for a question's words.
        translation: into the club's language, "" where there is none.
        former: how it read before it was changed, the oldest first.
        files: how many came with it.
    """

    line: int
    at: datetime
    words: str
    translation: str = ""
    former: tuple[str, ...] = ()
    deleted: bool = False
    files: int = 0
