"""The bot, as it is, with an eye on its event loop: ``python -m bench.cats.watched FILE run``.

Every :data:`TICK` a timer looks how much CPU time the loop's own thread took since it last ran: as long as that, and at
most a tick less, the loop ran something else and looked at nothing new. CPU time, because on a shared machine a thread
also stands still when another program has its turn. At the end each look that found much is written to the file: when
it was, by the system's monotonic clock, and for how many seconds.
"""

import asyncio
import json
import sys
import time
from collections.abc import Callable, Coroutine
from contextvars import Context
from pathlib import Path
from typing import TypeVar

from bot.__main__ import main  # loaded here, as by `python -m bot`, also in a worker's process

T = TypeVar("T")

TICK = 0.002
"""Seconds between two looks."""

WORTH_NOTING = 0.001


class Watch:
    """Looks at one loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._before = 0.0
        self.noted: list[tuple[float, float]] = []

    def begin(self) -> None:
        """Looks from now on; called by the loop."""
        self._before = time.thread_time()
        self._loop.call_later(TICK, self._look)

    def _look(self) -> None:
        stood = time.thread_time() - self._before
        if stood >= WORTH_NOTING:
            self.noted.append((time.monotonic(), stood))
        self.begin()


def watch_loops(written: Path) -> None:
    """Has the loop of every :class:`asyncio.Runner` watched, and what was seen written down when it ended."""
    usual: Callable[..., object] = asyncio.Runner.run

    def run(self: asyncio.Runner, coro: Coroutine[object, object, T], *, context: Context | None = None) -> object:
        loop = self.get_loop()
        watch = Watch(loop)
        loop.call_soon(watch.begin)
        try:
            return usual(self, coro, context=context)
        finally:
            written.write_text(json.dumps(watch.noted))

    setattr(asyncio.Runner, "run", run)  # noqa: B010  # a method that is replaced is none to a type checker


if __name__ == "__main__":
    watch_loops(Path(sys.argv.pop(1)))
    main()
