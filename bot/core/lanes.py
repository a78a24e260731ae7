"""Queues that keep order within a key while keys run side by side."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from bot.domain.refs import ChatRef, Platform

Work = Callable[[], Awaitable[None]]
Failed = Callable[[str, Exception], None]

MOST_AT_ONCE = 64
"""How many keys run at the same moment."""

MOST_WAITING = 10_000
"""How much may wait before whoever submits has to wait as well."""


class Lanes:
    """Runs work one after the other for each key; keys do not wait for each other while there is room.

    A key that still has work goes to the end of the queue of keys after each piece, so that a busy one does not starve
    the others. An idle key leaves nothing behind.

    Args:
        failed: told of what work raised, with its key; the lane goes on.
        at_once: how many keys run at the same moment.
        waiting: how much may wait before :meth:`submit` waits.
    """

    def __init__(self, failed: Failed, *, at_once: int = MOST_AT_ONCE, waiting: int = MOST_WAITING) -> None:
        self._failed = failed
        self._room = at_once
        self._most = waiting
        self._lanes: dict[str, deque[Work]] = {}
        self._ready: deque[str] = deque()
        self._running: set[asyncio.Task[None]] = set()
        self._count = 0
        self._changed = asyncio.Condition()
        self._closed = False

    @property
    def waiting(self) -> int:
        """How much work is queued or running."""
        return self._count

    @property
    def keys(self) -> int:
        """How many keys have work."""
        return len(self._lanes)

    async def submit(self, key: str, work: Work) -> None:
        """Queues work behind what its key has already; returns at once unless too much waits.

        Raises:
            RuntimeError: the lanes were stopped.
        """
        if self._count >= self._most:
            async with self._changed:
                await self._changed.wait_for(lambda: self._count < self._most or self._closed)
        if self._closed:
            raise RuntimeError("the lanes are stopped")
        self._count += 1
        lane = self._lanes.get(key)
        if lane is None:
            self._lanes[key] = deque((work,))
            self._ready.append(key)
            self._start()
        else:
            lane.append(work)

    async def idle(self) -> None:
        """Waits until nothing is queued or running."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._count == 0)

    async def stop(self, grace: float) -> None:
        """Takes nothing more in, finishes what it has, and cancels what is left after ``grace`` seconds."""
        self._closed = True
        async with self._changed:
            self._changed.notify_all()
        try:
            async with asyncio.timeout(grace):
                await self.idle()
        except TimeoutError:
            self._ready.clear()
            for lane in self._lanes.values():
                lane.clear()
            running = tuple(self._running)
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)
            self._lanes.clear()
            self._count = 0

    def _start(self) -> None:
        while self._ready and len(self._running) < self._room:
            key = self._ready.popleft()
            # A task of its own for each piece: what one binds to its context does not reach the next.
            task = asyncio.create_task(self._run(key, self._lanes[key].popleft()), name=f"lane {key}")
            self._running.add(task)

    async def _run(self, key: str, work: Work) -> None:
        try:
            await work()
        except Exception as error:  # the lane goes on, whatever it was
            self._failed(key, error)
        finally:
            self._ended(key)
            async with self._changed:
                self._changed.notify_all()

    def _ended(self, key: str) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._running.discard(task)
        self._count -= 1
        if self._lanes.get(key):
            self._ready.append(key)
        else:
            self._lanes.pop(key, None)
        self._start()


class PlatformLanes:
    """Lanes of their own for each platform: what one of them keeps waiting takes no room from the others.

    Args:
        failed: told of what work raised, with its key; the lane goes on.
    """

    def __init__(self, failed: Failed) -> None:
        self._failed = failed
        # Made as they are asked for: what was accepted may be of a platform that is off by now.
        self._lanes: dict[Platform, Lanes] = {}

    @property
    def waiting(self) -> int:
        """How much work is queued or running."""
        return sum(lanes.waiting for lanes in self._lanes.values())

    async def submit(self, chat: ChatRef, work: Work) -> None:
        """Queues work behind what its chat has already; waits when too much of its platform's waits.

        Raises:
            RuntimeError: the lanes were stopped.
        """
        lanes = self._lanes.get(chat.platform)
        if lanes is None:
            lanes = self._lanes[chat.platform] = Lanes(self._failed)
        await lanes.submit(str(chat.whole), work)

    async def idle(self) -> None:
        """Waits until nothing is queued or running."""
        while self.waiting:
            for lanes in tuple(self._lanes.values()):
                await lanes.idle()

    async def stop(self, grace: float) -> None:
        """Stops them all, each with the same grace."""
        await asyncio.gather(*(lanes.stop(grace) for lanes in self._lanes.values()))
