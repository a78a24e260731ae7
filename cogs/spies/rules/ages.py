"""When somebody may say that they are of the other age: safe ways are open, the one that could be gamed is narrow."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

GROWN_AFTER = timedelta(days=30)
"""How long after they said that they are under 18 somebody can say that they are 18 now, at the earliest."""


@dataclass(frozen=True, slots=True)
class Age:
    """What somebody said of their age.

    Attributes:
        adult: that they are 18 or older.
        said: when they said so.
        grown: they once said that they had turned 18; they cannot a second time.
    """

    adult: bool
    said: datetime
    grown: bool


class AgeChange(Enum):
    """What becomes of it when somebody says how old they are."""

    SAME = "same"
    ALLOWED = "allowed"
    TOO_EARLY = "early"
    ONLY_ONCE = "once"


def age_change(now: Age, adult: bool, at: datetime) -> AgeChange:
    """Whether somebody may say so: that they are under 18 at any time, that they turned 18 once, and not at once.

    >>> from datetime import UTC
    >>> day = datetime(2026, 1, 1, tzinfo=UTC)
    >>> age_change(Age(True, day, grown=True), False, day)
    <AgeChange.ALLOWED: 'allowed'>
    >>> [age_change(Age(False, day, grown), True, day + GROWN_AFTER) for grown in (False, True)]
    [<AgeChange.ALLOWED: 'allowed'>, <AgeChange.ONLY_ONCE: 'once'>]
    """
    if now.adult is adult:
        return AgeChange.SAME
    if not adult:
        return AgeChange.ALLOWED
    if now.grown:
        return AgeChange.ONLY_ONCE
    return AgeChange.ALLOWED if at >= now.said + GROWN_AFTER else AgeChange.TOO_EARLY
