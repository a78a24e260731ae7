"""A worker that all tests of a process share: starting one for each test would be most of what they take."""

import asyncio
import functools
import multiprocessing
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from typing import TypeVar

from bot.ports.workers import WorkFailed

P = TypeVar("P")
R = TypeVar("R")


@functools.cache
def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(max_workers=1, mp_context=multiprocessing.get_context("spawn"))


class SharedWorkers:
    """Implements :class:`bot.ports.workers.Workers`; the work is done in a real process, as ever."""

    async def run(self, work: Callable[[P], R], argument: P, *, timeout: float) -> R:
        """Runs a module-level function; the first one waits for the process to start, so no test's time counts."""
        del timeout
        try:
            return await asyncio.get_running_loop().run_in_executor(_pool(), work, argument)
        except BrokenExecutor:
            _pool.cache_clear()
            raise WorkFailed("the worker died") from None
        except Exception as error:
            raise WorkFailed(f"{type(error).__name__}: {error}") from error
