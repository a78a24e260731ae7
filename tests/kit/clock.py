"""A clock that only moves when a test moves it."""

import asyncio
import heapq
from datetime import UTC, datetime, timedelta

START = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)
"""When a test begins, unless it says otherwise."""


class MovableClock:
    """Implements :class:`bot.ports.clock.Clock`. Whoever sleeps wakes when the clock is moved far enough."""

    def __init__(self, start: datetime = START) -> None:
        self._start = start
        self._passed = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._counted = 0

    def now(self) -> datetime:
        """The present moment."""
        return self._start + timedelta(seconds=self._passed)

    def monotonic(self) -> float:
        """Seconds since the test began."""
        return self._passed

    @property
    def sleeping(self) -> int:
        """How many are waiting for the clock to move."""
        return sum(not future.done() for _, _, future in self._sleepers)

    async def sleep(self, seconds: float) -> None:
        """Waits until the clock was moved by so much; yields once when there is nothing to wait for."""
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._counted += 1
        heapq.heappush(self._sleepers, (self._passed + seconds, self._counted, future))
        await future

    async def move(self, by: timedelta | float) -> None:
        """Moves on, waking sleepers in the order of their times, each at its own moment.

        Whoever wakes gets to run until it waits again before the next one wakes, so that a loop that sleeps a second
        at a time runs once for each second of a long move.
        """
        target = self._passed + (by.total_seconds() if isinstance(by, timedelta) else by)
        await settle()
        while self._sleepers and self._sleepers[0][0] <= target:
            self._passed, _, future = heapq.heappop(self._sleepers)
            if not future.done():
                future.set_result(None)
            await settle()
        self._passed = target


async def settle(rounds: int = 20) -> None:
    """Lets tasks that are ready run. What waits for a real thread or socket is not waited for."""
    for _ in range(rounds):
        await asyncio.sleep(0)
