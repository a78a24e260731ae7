"""Room in memory for files: what many handlers fetch at the same moment must not fill it."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of fetched files in memory at once, in the whole process."""


class Room:
    """Bytes that may be held; whoever wants more than are free waits.

    Attributes:
        size: how many there are.
    """

    def __init__(self, size: int = MOST_BYTES) -> None:
        self.size = size
        self._free = size
        self._freed = asyncio.Event()

    @asynccontextmanager
    async def taken(self, size: int) -> AsyncGenerator[None]:
        """Holds so many bytes, or all there are where that is less."""
        wanted = min(size, self.size)
        while self._free < wanted:
            self._freed.clear()
            await self._freed.wait()
        self._free -= wanted
        try:
            yield
        finally:
            self._free += wanted
            self._freed.set()
