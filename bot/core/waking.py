"""Sleeping until a moment, or until woken: what every loop does that looks for what is due."""

import asyncio
from datetime import datetime

from bot.ports.clock import Clock


class Waking:
    """Sleeps for one loop at a time. Whoever has news for it wakes it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._news = asyncio.Event()

    def wake(self) -> None:
        """Ends the sleep; the next one too, when nobody sleeps now."""
        self._news.set()

    def begin(self) -> None:
        """What was told until now is about to be seen."""
        self._news.clear()

    async def sleep_until(self, moment: datetime) -> None:
        """Returns at a moment, or when woken."""
        waits: set[asyncio.Task[object]] = {
            asyncio.create_task(self._reached(moment), name="next look"),
            asyncio.create_task(self._news.wait(), name="news"),
        }
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)

    async def _reached(self, moment: datetime) -> None:
        # Counted from when the sleep begins: a clock that jumped meanwhile does not delay what is due.
        await self._clock.sleep((moment - self._clock.now()).total_seconds())
