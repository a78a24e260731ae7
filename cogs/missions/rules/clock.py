"""The language clock, as values: an agreed time in one language, then in the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import permutations
from typing import NewType

from bot.domain.refs import CommunityId, PersonId

ClockId = NewType("ClockId", int)
"""One language clock."""

MINUTES = (10, 15, 20, 30)
"""What can be agreed, for each language."""

ASKED_FOR = timedelta(days=1)
"""After that a question about a clock is no longer answered."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A language clock.

    Attributes:
        by: who proposed it; None when they are forgotten.
        minutes: for each language.
        first: the spoken language that begins (the first part of its tag), then ``second``.
        agreed: who said yes, who proposed it among them.
        started: None while it is not agreed.
    """

    id: ClockId
    line: int
    community: CommunityId
    by: PersonId | None
    minutes: int
    first: str
    second: str
    made: datetime
    agreed: frozenset[PersonId] = frozenset()
    started: datetime | None = None

    @property
    def turns(self) -> datetime:
        """When the second language begins; only of one that started."""
        return self._after(1)

    @property
    def ends(self) -> datetime:
        """When it is over; only of one that started."""
        return self._after(2)

    def _after(self, halves: int) -> datetime:
        if self.started is None:
            raise ValueError("a clock that was not agreed")
        return self.started + timedelta(minutes=self.minutes * halves)


@dataclass(frozen=True, slots=True)
class Share:
    """How much somebody said in a spoken language ("" where nobody could tell which).

    Attributes:
        letters: at least 1.
    """

    person: PersonId
    tongue: str
    letters: int


@dataclass(frozen=True, slots=True)
class Portion:
    """A share as it is shown: ``percent`` of all that was said in this language, rounded."""

    share: Share
    percent: int


def orders(speaks: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Which language may begin, and which comes then."""
    return tuple(permutations(dict.fromkeys(speaks), 2))


def portions(shares: Sequence[Share]) -> tuple[Portion, ...]:
    """Shares by language, each with its part of it; who said most comes first."""
    total: dict[str, int] = {}
    for share in shares:
        total[share.tongue] = total.get(share.tongue, 0) + share.letters
    ordered = sorted(shares, key=lambda share: (-total[share.tongue], share.tongue, -share.letters, share.person))
    return tuple(Portion(share, round(100 * share.letters / total[share.tongue])) for share in ordered)
