"""Answers of the database, kept in memory for a while: bounded, and dropped when news says that they changed."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from cachetools import TTLCache

from bot.ports.clock import Clock

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

LIFETIME = 600.0
"""Seconds after which an answer is read again in any case, since news may be lost."""


class Remembered(Generic[K, V]):
    """The answers used last.

    Whoever reads the database takes a :meth:`mark` before, and :meth:`keep` refuses what was read before news came:
    else an answer that was already stale when it arrived would stay.
    """

    def __init__(self, clock: Clock, size: int) -> None:
        self._kept: TTLCache[K, V] = TTLCache(size, LIFETIME, clock.monotonic)
        self._dropped = 0

    def get(self, key: K) -> V | None:
        """The answer, or None when it must be read."""
        return self._kept.get(key)

    def mark(self) -> int:
        """To be taken before the database is read."""
        return self._dropped

    def keep(self, key: K, value: V, mark: int) -> None:
        """Keeps an answer that was read after ``mark``."""
        if mark == self._dropped:
            self._kept[key] = value

    def drop(self, key: K) -> None:
        """Forgets one answer."""
        self._dropped += 1
        self._kept.pop(key, None)

    def drop_where(self, concerned: Callable[[V], bool]) -> None:
        """Forgets all answers of a kind; goes through all, so it is for what changes seldom."""
        self._dropped += 1
        for key in [key for key, value in self._kept.items() if concerned(value)]:
            del self._kept[key]

    def clear(self) -> None:
        """Forgets everything."""
        self._dropped += 1
        self._kept.clear()
