"""Of rows that were read in the order in which they are due: which are taken now, and when to look at the others."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Protocol, TypeVar


class Due(Protocol):
    """A row."""

    @property
    def due(self) -> datetime:
        """When it is due."""
        ...


R = TypeVar("R", bound=Due)


def taken(read: Sequence[R], limit: int, now: datetime) -> tuple[list[R], datetime | None]:
    """Those that are due, up to ``limit``, and when the first of the others is; None when there is no other.

    PostgreSQL locks a row as it is now in the place that it had when the statement began: one that another process has
    just taken can stand before those that are due. Then more may be due than was read, so it is looked again at once.
    """
    places = [place for place, row in enumerate(read) if row.due <= now][:limit]
    if any(later.due < earlier.due for earlier, later in pairwise(read)):
        after: datetime | None = now
    else:
        after = min((row.due for place, row in enumerate(read) if place not in places), default=None)
    return [read[place] for place in places], after
