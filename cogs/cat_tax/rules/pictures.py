"""What is decided about pictures: which of a message's files are looked at, and what was seen in them."""

from dataclasses import dataclass
from enum import Enum

MOST_BYTES = 20 * 1024 * 1024
"""Bytes of a file that are fetched to be looked at; also what Telegram lets a bot download."""

MOST_PIXELS = 25_000_000
"""Pixels of a picture; one that has more is refused undecoded."""

MOST_LOOKED_AT = 10
"""Pictures of one message that are looked at: an album has no more."""

SURE = 0.1
"""From this score on it is a cat: 91.6 % of 700 cats and 1 of 1,694 others (see the model's own notice)."""

UNSURE = 0.03
"""From this score on people are asked."""

SAME_PICTURE = 3
"""Fingerprints that differ in so many bits of 64, or fewer, are of one picture."""

THUMBNAIL_SIDE = 512
"""Pixels of a thumbnail's longer side, at most."""

THUMBNAIL_BYTES = 100 * 1024
"""Bytes of a thumbnail, at most: an album takes no larger one."""


class Sight(Enum):
    """What was seen in a file. The values are the verdicts of ``python -m bot look``."""

    CAT = "cat"
    UNSURE = "unsure"
    """Maybe a cat; also when there is nothing to recognise one with."""
    OTHER = "other"
    UNREADABLE = "unreadable"
    """Not a picture that can be opened: see :class:`Trouble`."""


class Trouble(Enum):
    """Why a file could not be looked at."""

    NOT_A_PICTURE = "not-a-picture"
    BROKEN = "broken"
    """Begins like a picture, and ends early or makes no sense."""
    TOO_LARGE = "too-large"
    """More bytes than :data:`MOST_BYTES`, or more pixels than :data:`MOST_PIXELS`."""
    UNKNOWN_KIND = "unknown-kind"
    """A picture of a kind that is not opened here, like HEIC or SVG."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking at one file.

    Attributes:
        score: of the recogniser, 0 to 1; None without one, and for what could not be opened.
        fingerprint: a perceptual hash, 0 to 2**64 - 1; of one picture, also smaller or saved again, it differs in at
            most :data:`SAME_PICTURE` bits. None for what could not be opened.
        thumbnail: a WebP of at most :data:`THUMBNAIL_SIDE` pixels a side and :data:`THUMBNAIL_BYTES`, turned upright,
            without any metadata; None for what could not be opened.
        trouble: why it could not be opened.
    """

    sight: Sight
    score: float | None = None
    fingerprint: int | None = None
    thumbnail: bytes | None = None
    trouble: Trouble | None = None


def sight_of(score: float | None) -> Sight:
    """What a score means.

    >>> [sight_of(score).value for score in (0.9, 0.1, 0.05, 0.01, None)]
    ['cat', 'cat', 'unsure', 'other', 'unsure']
    """
    if score is None:
        return Sight.UNSURE
    if score >= SURE:
        return Sight.CAT
    return Sight.UNSURE if score >= UNSURE else Sight.OTHER


def bands(fingerprint: int) -> tuple[int, int, int, int]:
    """A fingerprint in four parts of 16 bits: two that differ in at most three bits share one of them."""
    first, second, third, fourth = (fingerprint >> shift & 0xFFFF for shift in (48, 32, 16, 0))
    return first, second, third, fourth


def same_picture(first: int, second: int) -> bool:
    """Whether two fingerprints are of one picture."""
    return (first ^ second).bit_count() <= SAME_PICTURE
