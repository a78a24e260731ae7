"""Equal work at the same time is done once."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Flights(Generic[T]):
    """Work that is under way, by what it is for.

    Who waits may be cancelled: the others still get their answer. Only when nobody waits any more is the work given up.
    """

    def __init__(self) -> None:
        self._tasks: dict[Hashable, asyncio.Task[T]] = {}
        self._waiting: dict[Hashable, int] = {}

    async def join(self, key: Hashable, work: Callable[[], Awaitable[T]]) -> T:
        """The outcome of the work that is under way for a key; it is begun where there is none."""
        task = self._tasks.get(key)
        if task is None:
            task = asyncio.ensure_future(_run(work))
            self._tasks[key] = task
            task.add_done_callback(lambda _: self._landed(key))
        self._waiting[key] = self._waiting.get(key, 0) + 1
        try:
            return await asyncio.shield(task)
        finally:
            if self._tasks.get(key) is task:
                self._waiting[key] -= 1
                if not self._waiting[key]:
                    self._landed(key)
                    task.cancel()

    def _landed(self, key: Hashable) -> None:
        self._tasks.pop(key, None)
        self._waiting.pop(key, None)


async def _run(work: Callable[[], Awaitable[T]]) -> T:
    return await work()
