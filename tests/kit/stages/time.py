"""Time on a stage."""

import asyncio
from datetime import UTC, datetime

from tests.kit.clock import MovableClock, settle
from tests.kit.patience import PATIENCE


class StageClock(MovableClock):
    """Stands still until moved, but for short pauses, which are over at once.

    A pause before another try, or the quiet after an album's last picture, is nothing that a scenario waits for; the
    hours until a greeting vanishes are.

    Attributes:
        instant: seconds; pauses up to this are over at once, and move the time on. 0 to have the test move it.
    """

    def __init__(self, start: datetime, *, instant: float = 0.0) -> None:
        super().__init__(start)
        self.instant = instant

    async def sleep(self, seconds: float) -> None:
        """Waits until the clock was moved by so much, or not at all."""
        if 0 < seconds <= self.instant:
            await asyncio.sleep(0)
            self._passed += seconds
            return
        await super().sleep(seconds)

    def seconds(self) -> float:
        """Seconds since 1970, for a twin that ages by this clock."""
        return self.now().timestamp()

    async def wait_for_sleepers(self, count: int = 1) -> None:
        """Waits until so many sleep."""
        async with asyncio.timeout(PATIENCE):
            while self.sleeping < count:
                await settle(1)


def real_start() -> datetime:
    """The real present, for platforms whose ids tell when they were made."""
    return datetime.now(UTC).replace(microsecond=0)
