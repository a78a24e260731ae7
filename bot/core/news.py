"""Brings news of changes, also of other processes', to whoever remembers answers of the database."""

from collections.abc import Iterable
from typing import Protocol

from bot.ports.bus import Bus, News


class Remembers(Protocol):
    """A store that keeps answers in memory."""

    def heard(self, news: News) -> None:
        """Drops what news says has changed."""
        ...

    def forget_all_remembered(self) -> None:
        """Drops everything, for when news may have been missed."""
        ...


async def relay(bus: Bus, stores: Iterable[Remembers]) -> None:
    """Listens until cancelled. To be started again when it ends or raises: each start forgets what was remembered."""
    listening = tuple(stores)
    async with bus.listen() as all_news:
        for store in listening:
            store.forget_all_remembered()
        async for news in all_news:
            for store in listening:
                store.heard(news)
