"""How fast one person may ask for things.

A bucket of our own rather than the ``limits`` library: its storages read the system's time themselves, and a test's
clock could not move them.
"""

from collections import OrderedDict
from dataclasses import dataclass

from bot.domain.refs import PersonId
from bot.ports.clock import Clock

BURST = 12
"""How much a person may ask for at once."""

SECONDS_EACH = 2.5
"""After how long one more is allowed."""

TOLD_EVERY = 30.0
"""Seconds in which a person is told at most once: a flood is not answered by a flood."""

MOST_PERSONS = 10_000
"""How many persons are remembered; who asked longest ago is forgotten first, and starts afresh."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Too fast.

    Attributes:
        seconds: after how long the same would be allowed.
        tell: True at most once in :data:`TOLD_EVERY` seconds.
    """

    seconds: float
    tell: bool


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float
    told: float | None = None


class RateLimits:
    """Limits per person, in memory: a restart or a second process starts afresh."""

    def __init__(
        self, clock: Clock, *, burst: int = BURST, seconds_each: float = SECONDS_EACH, most: int = MOST_PERSONS
    ) -> None:
        self._clock = clock
        self._burst = float(burst)
        self._each = seconds_each
        self._most = most
        self._buckets: OrderedDict[PersonId, _Bucket] = OrderedDict()

    def check(self, person: PersonId, cost: float = 1) -> Wait | None:
        """Takes ``cost`` from a person's allowance; None when it was there. What was refused costs nothing.

        Raises:
            ValueError: the cost is more than a whole burst, and could never be paid.
        """
        if cost > self._burst:
            raise ValueError("costs more than there ever is")
        now = self._clock.monotonic()
        bucket = self._buckets.get(person)
        if bucket is None:
            bucket = self._buckets[person] = _Bucket(self._burst, now)
            if len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
        else:
            self._buckets.move_to_end(person)
            bucket.left = min(self._burst, bucket.left + (now - bucket.at) / self._each)
            bucket.at = now
        if bucket.left >= cost:
            bucket.left -= cost
            return None
        tell = bucket.told is None or now - bucket.told >= TOLD_EVERY
        if tell:
            bucket.told = now
        return Wait((cost - bucket.left) * self._each, tell)
