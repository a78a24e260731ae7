"""The real time."""

import asyncio
import time
from datetime import UTC, datetime


class SystemClock:
    """Implements :class:`bot.ports.clock.Clock` with the machine's clock."""

    def now(self) -> datetime:
        """The present moment."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds that only ever rise."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Waits."""
        await asyncio.sleep(seconds)
