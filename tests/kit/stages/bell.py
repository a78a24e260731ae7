"""What wakes whoever waits for a change."""

import asyncio


class Bell:
    """Rings for all who wait at that moment."""

    def __init__(self) -> None:
        self._next = asyncio.Event()

    def ring(self) -> None:
        """Wakes them."""
        rung, self._next = self._next, asyncio.Event()
        rung.set()

    async def rung(self) -> None:
        """Waits for the next ring."""
        await self._next.wait()
