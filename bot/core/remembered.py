"""Answers of the database, kept in memory for a while: bounded, and dropped when news says that they changed."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from typing import Generic, TypeVar

from cachetools import TTLCache

from bot.ports.clock import Clock

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

LIFETIME = 600.0
"""Seconds after which an answer is read again in any case, since news may be lost."""


def _nothing(value: object) -> Collection[Hashable]:
    del value
    return ()


class Remembered(Generic[K, V]):
    """The answers used last.

    Whoever reads the database takes a :meth:`mark` before, and :meth:`keep` refuses what was read before news of it
    came: else an answer that was already stale when it arrived would stay.

    News is only numbered, and held against an answer when that is asked for: going through thousands of answers for
    each news would keep the event loop from everything else.

    Args:
        clock: says when an answer is too old.
        size: the most answers that are kept; and the most news, of which the oldest end what was kept before them.
        about: what an answer is about besides its key, for :meth:`drop_about`.
    """

    def __init__(self, clock: Clock, size: int, about: Callable[[V], Collection[Hashable]] = _nothing) -> None:
        self._kept: TTLCache[K, tuple[V, int]] = TTLCache(size, LIFETIME, clock.monotonic)
        self._size = size
        self._about = about
        self._news: OrderedDict[tuple[str, Hashable], int] = OrderedDict()
        self._last = 0
        self._oldest = 0

    def get(self, key: K) -> V | None:
        """The answer, or None when it must be read."""
        found = self._kept.get(key)
        if found is None or self._is_stale(key, *found):
            return None
        return found[0]

    def mark(self) -> int:
        """To be taken before the database is read."""
        return self._last

    def keep(self, key: K, value: V, mark: int) -> None:
        """Keeps an answer that was read after ``mark``."""
        if not self._is_stale(key, value, mark):
            self._kept[key] = value, mark

    def drop(self, key: K) -> None:
        """Forgets one answer."""
        self._note("key", key)
        self._kept.pop(key, None)

    def drop_about(self, subject: Hashable) -> None:
        """Forgets all answers about something."""
        self._note("about", subject)

    def clear(self) -> None:
        """Forgets everything."""
        self._last += 1
        self._oldest = self._last
        self._news.clear()
        self._kept.clear()

    def _note(self, kind: str, what: Hashable) -> None:
        self._last += 1
        self._news[kind, what] = self._last
        self._news.move_to_end((kind, what))
        if len(self._news) > self._size:
            _, self._oldest = self._news.popitem(last=False)

    def _is_stale(self, key: K, value: V, mark: int) -> bool:
        if mark < self._oldest or self._news.get(("key", key), 0) > mark:
            return True
        return any(self._news.get(("about", subject), 0) > mark for subject in self._about(value))
