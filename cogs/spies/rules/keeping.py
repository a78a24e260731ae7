"""Keeping a line going: weeks in which people wrote each other, and how long a silence may be."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

WEEK = timedelta(days=7)

SILENCES = (timedelta(days=4), timedelta(days=8))
"""Days of silence after which a line is nudged, the first time and the second. There is no third, until one writes."""

CHECKED_AFTER = WEEK
"""A line that is so old is asked how it goes."""

HELD_FOR = timedelta(days=1)
"""While moderators decide about a line it is left alone, and looked at again after so long."""

COUNTED_EVERY = timedelta(hours=1)
"""What somebody writes is noted once in so long."""

FORGIVEN = 1
"""Missed weeks in a row that a streak forgives."""

WORTH_TELLING = 2
"""From so many weeks on a streak is spoken of."""


@dataclass(frozen=True, slots=True)
class Streak:
    """Weeks in which they wrote each other, the forgiven ones not counted.

    Attributes:
        now: how many up to now, 0 when it broke.
        longest: the most there were.
    """

    now: int
    longest: int


def week_of(began: datetime, at: datetime) -> int:
    """Which week of a line a moment is in, from 0; each line's weeks begin when it did.

    >>> from datetime import UTC
    >>> week_of(datetime(2026, 3, 4, 12, tzinfo=UTC), datetime(2026, 3, 11, 11, tzinfo=UTC))
    0
    """
    return max(0, (at - began) // WEEK)


def streak(weeks: Collection[int], now: int) -> Streak:
    """What weeks in which they wrote each other make.

    Args:
        weeks: their numbers, in any order.
        now: the week's number; that nothing was written in it yet breaks nothing.

    >>> streak({0, 1, 3, 4}, 5)
    Streak(now=4, longest=4)
    >>> streak({0, 1, 4}, 4)
    Streak(now=1, longest=2)
    """
    run = longest = 0
    last: int | None = None
    for week in sorted(set(weeks)):
        run = run + 1 if last is not None and week - last <= FORGIVEN + 1 else 1
        longest = max(longest, run)
        last = week
    lasts = last is not None and now - last <= FORGIVEN + 1
    return Streak(run if lasts else 0, longest)


def nudged_at(heard: datetime, number: int) -> datetime | None:
    """When a line is nudged for the first (1) or second (2) time, if nobody writes; None for any further time."""
    return heard + SILENCES[number - 1] if 1 <= number <= len(SILENCES) else None
