"""Pure decisions of the album."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum

from bot.domain.access import Access
from bot.domain.refs import PersonId

MOST_BYTES = 100 * 1024
"""Bytes of a picture: they stand in the database."""

MOST_OF_ONE = 50
"""Cats of one owner in a community; the next one takes the place of the oldest."""

RANKS = 10
"""How many cats the list of the most liked has."""

WEEK = timedelta(days=7)
"""How far back the cat of the week is looked for."""

WEEKLY_HOUR = 18
"""In UTC, on Mondays: a community has no time zone of its own."""


class Show(Enum):
    """What ``/cats`` shows when it is told."""

    RANDOM = "random"
    NEWEST = "newest"
    TOP = "top"
    MINE = "mine"


class Order(Enum):
    """How the cats before and after a shown one are found."""

    RANDOM = "random"
    NEWEST = "newest"
    TOP = "top"
    ALONE = "alone"
    """There are none: it was shown for itself."""


@dataclass(frozen=True, slots=True)
class Cat:
    """A cat in an album.

    Attributes:
        number: of the community's album.
        picture: a small WebP.
        likes: how many persons gave it a heart.
    """

    id: int
    number: int
    owner: PersonId
    picture: bytes
    shown: datetime
    likes: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """A line of the list of the most liked."""

    number: int
    likes: int


def fits(picture: bytes) -> bool:
    """Whether this is a small WebP, as far as its first bytes tell."""
    return len(picture) <= MOST_BYTES and picture[:4] == b"RIFF" and picture[8:12] == b"WEBP"


def may_take_down(person: PersonId, owner: PersonId, level: Access) -> bool:
    """Owners take their own cat down, moderators any."""
    return person == owner or level >= Access.MODERATOR


def rank_near(rank: int, ranks: int) -> int:
    """A rank that is there, nearest to the one asked for: the list may have become shorter. From 1.

    >>> [rank_near(rank, 3) for rank in (-5, 2, 9)]
    [1, 2, 3]
    """
    return max(1, min(rank, ranks))


def week_ends(now: datetime) -> datetime:
    """The first end of a week after a moment: Monday, 18:00 UTC.

    >>> week_ends(datetime(2026, 11, 21, 12, tzinfo=UTC)).isoformat()
    '2026-11-23T18:00:00+00:00'
    """
    monday = now.astimezone(UTC).replace(hour=WEEKLY_HOUR, minute=0, second=0, microsecond=0)
    monday -= timedelta(days=monday.weekday())
    return monday if monday > now else monday + WEEK
