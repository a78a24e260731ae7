"""Rounds: when the next one is, and what came of one."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Round:
    """A round.

    Attributes:
        people: how many took part, and ``matched`` how many of them were asked.
        planned: who is asked stands.
    """

    id: int
    at: datetime
    planned: bool
    people: int
    matched: int

    @property
    def unmatched(self) -> int:
        """How many stayed without anybody."""
        return self.people - self.matched


def next_round(days: int, last: datetime | None, now: datetime) -> datetime | None:
    """When the next round is: so many days after the last one, at once where there was none; None for no rounds.

    >>> from datetime import UTC
    >>> monday = datetime(2026, 3, 2, tzinfo=UTC)
    >>> next_round(7, monday, monday + timedelta(days=2)) == monday + timedelta(days=7), next_round(0, None, monday)
    (True, None)
    """
    if not days:
        return None
    return now if last is None else max(last + timedelta(days=days), now)
