"""Time, so that tests can move it."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """A clock."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that only ever rise."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Waits; a test's clock waits until it is moved."""
        ...
