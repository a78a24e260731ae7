"""A bus within one process, at once and without loss."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager

from bot.ports.bus import News


class LocalBus:
    """Implements :class:`bot.ports.bus.Bus`."""

    def __init__(self) -> None:
        self.told: list[News] = []
        """All that was told, in order."""
        self._listeners: list[asyncio.Queue[News]] = []

    async def tell(self, news: News) -> None:
        """Tells all who listen."""
        self.told.append(news)
        for listener in self._listeners:
            listener.put_nowait(news)

    @asynccontextmanager
    async def listen(self) -> AsyncGenerator[AsyncIterator[News]]:
        """News from now on."""
        queue: asyncio.Queue[News] = asyncio.Queue()
        self._listeners.append(queue)
        try:
            yield _each(queue)
        finally:
            self._listeners.remove(queue)


async def _each(queue: asyncio.Queue[News]) -> AsyncIterator[News]:
    while True:
        yield await queue.get()
