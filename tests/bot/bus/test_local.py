"""Everybody hears; nobody waits for who does not listen."""

import pytest

from bot.bus.local import MOST_WAITING, LocalBus, NewsLost
from bot.ports.bus import News, Topic

SETTINGS, JOBS = News(Topic.SETTINGS, "1"), News(Topic.JOBS, "")


async def test_all_who_listen_hear_in_order_from_then_on() -> None:
    bus = LocalBus()
    await bus.tell(News(Topic.IDENTITY, "before"))
    async with bus.listen() as first:
        await bus.tell(SETTINGS)
        async with bus.listen() as second:
            await bus.tell(JOBS)
            assert [await anext(first), await anext(first)] == [SETTINGS, JOBS]
            assert await anext(second) == JOBS


async def test_who_no_longer_listens_is_not_told() -> None:
    bus = LocalBus()
    async with bus.listen():
        pass
    for _ in range(MOST_WAITING + 1):
        await bus.tell(JOBS)
    async with bus.listen() as news:
        await bus.tell(SETTINGS)
        assert await anext(news) == SETTINGS


async def test_a_slow_listener_holds_nobody_up_and_learns_that_it_missed_something() -> None:
    bus = LocalBus()
    async with bus.listen() as slow, bus.listen() as quick:
        for _ in range(MOST_WAITING + 1):
            await bus.tell(JOBS)
            assert await anext(quick) == JOBS
        with pytest.raises(NewsLost):
            await anext(slow)
        async with bus.listen() as again:
            await bus.tell(SETTINGS)
            assert await anext(again) == SETTINGS
