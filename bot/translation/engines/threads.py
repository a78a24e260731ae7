"""Where calls run that block: threads of their own, so that neither the event loop nor the database ever waits."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from bot.translation.engine import EngineFailed, Fault

T = TypeVar("T")

THREADS = 16
"""At most. Each is made when it is first needed."""

MOST_WAITING = 64
"""Calls that wait for a thread: what was given up by its caller still holds its thread until its own time is over."""


class Threads:
    """A bounded number of threads, for all services that block."""

    def __init__(self, threads: int = THREADS, most_waiting: int = MOST_WAITING) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="translating")
        self._most = threads + most_waiting
        self._taken = 0

    async def run(self, work: Callable[[], T]) -> T:
        """What the work returns or raises.

        Raises:
            EngineFailed: ``FLOODED``; too many calls wait already.
        """
        if self._taken >= self._most:
            raise EngineFailed(Fault.FLOODED, "no thread is free")
        self._taken += 1
        loop = asyncio.get_running_loop()
        done = self._pool.submit(work)
        # Called in the thread, possibly after the loop was closed: then nobody counts any more.
        done.add_done_callback(lambda _: self._free(loop))
        return await asyncio.wrap_future(done, loop=loop)

    def _free(self, loop: asyncio.AbstractEventLoop) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(self._freed)

    def _freed(self) -> None:
        self._taken -= 1

    def close(self) -> None:
        """Takes no more calls; what has not begun never does."""
        self._pool.shutdown(wait=False, cancel_futures=True)
