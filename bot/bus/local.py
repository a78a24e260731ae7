"""News within one process, at once. A listener that does not keep up is told to read everything again."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager

from bot.ports.bus import News

MOST_WAITING = 10_000
"""News that may wait for one listener before it counts as lost."""


class NewsLost(Exception):
    """News was missed: whoever listens starts again, and forgets what it remembered."""


class _Listener:
    def __init__(self) -> None:
        self.waiting: asyncio.Queue[News] = asyncio.Queue(MOST_WAITING)
        self.lost = False

    def tell(self, news: News) -> None:
        try:
            self.waiting.put_nowait(news)
        except asyncio.QueueFull:
            self.lost = True

    async def news(self) -> AsyncIterator[News]:
        while True:
            told = await self.waiting.get()
            if self.lost:
                raise NewsLost
            yield told


class LocalBus:
    """Implements :class:`bot.ports.bus.Bus`. Whoever tells never waits for who listens."""

    def __init__(self) -> None:
        self._listeners: list[_Listener] = []

    async def tell(self, news: News) -> None:
        """Tells everybody."""
        for listener in self._listeners:
            listener.tell(news)

    @asynccontextmanager
    async def listen(self) -> AsyncGenerator[AsyncIterator[News]]:
        """News from now on; raises :class:`NewsLost` in the iteration when some was missed."""
        listener = _Listener()
        self._listeners.append(listener)
        try:
            yield listener.news()
        finally:
            self._listeners.remove(listener)
