"""Who hears what, after restarts, moves and what other processes change."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.core.news import relay
from bot.core.watches import TooManyWatches, Watches
from bot.domain.refs import ChatRef, UserRef
from bot.ports.bus import News, Topic
from bot.storage.engine import SqlDatabase
from tests.bot.core.engine.happenings import DISCORD, TELEGRAM
from tests.kit.bus import LocalBus
from tests.kit.clock import MovableClock, settle
from tests.kit.databases import CountingDatabase

HERE, THERE = ChatRef(DISCORD, "1"), ChatRef(DISCORD, "2")
GROUP, TOPIC = ChatRef(TELEGRAM, "-5"), ChatRef(TELEGRAM, "-5", "8")
LENA, BO = UserRef(DISCORD, "7"), UserRef(DISCORD, "8")
HOUR = timedelta(hours=1)
ANYBODY = "999"


async def _again(database: SqlDatabase, clock: MovableClock) -> Watches:
    """As another process knows them that starts now."""
    watches = Watches(database, clock, LocalBus())
    await watches.load()
    return watches


@asynccontextmanager
async def following(bus: LocalBus, watches: Watches) -> AsyncGenerator[None]:
    tasks = [asyncio.create_task(relay(bus, [watches])), asyncio.create_task(watches.follow())]
    await settle()
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


async def _until_wanted(watches: Watches, chat: str, *, wanted: bool = True) -> None:
    while watches.wants(DISCORD, chat, None, ANYBODY) is not wanted:  # noqa: ASYNC110 (a thread or socket brings it)
        await asyncio.sleep(0.001)


async def test_chats_topics_and_members_are_heard(database: SqlDatabase, clock: MovableClock, bus: LocalBus) -> None:
    watches = Watches(database, clock, bus)
    await watches.watch("cat_tax", HERE)
    await watches.watch("events", HERE)
    await watches.watch("cat_tax", THERE, user=LENA)
    await watches.watch("cat_tax", TOPIC)
    for known in (watches, await _again(database, clock)):
        assert known.cogs(DISCORD, "1", None, ANYBODY) == {"cat_tax", "events"}
        assert known.cogs(DISCORD, "2", None, LENA.id) == {"cat_tax"}
        assert known.cogs(DISCORD, "2", None, BO.id) == set()
        assert known.cogs(TELEGRAM, "-5", "8", ANYBODY) == {"cat_tax"}
        assert not known.wants(TELEGRAM, "-5", None, ANYBODY)
        assert not known.wants(TELEGRAM, "-5", "9", ANYBODY)
        assert not known.wants(TELEGRAM, "1", None, ANYBODY)
        assert known.wants(DISCORD, "2", None, LENA.id)
        assert known.wants_chat(DISCORD, "1")
        assert not known.wants_chat(DISCORD, "2")
        assert known.wants_chat(TELEGRAM, "-5")
        assert (known.chats(DISCORD), known.chats(TELEGRAM)) == (["1"], ["-5"])


async def test_a_whole_chat_takes_its_topics_along(database: SqlDatabase, clock: MovableClock, bus: LocalBus) -> None:
    watches = Watches(database, clock, bus)
    await watches.watch("events", GROUP)
    await watches.watch("cat_tax", TOPIC, user=UserRef(TELEGRAM, "7"))
    assert watches.cogs(TELEGRAM, "-5", "8", "7") == {"events", "cat_tax"}
    assert watches.cogs(TELEGRAM, "-5", "9", "7") == {"events"}


async def test_asking_reads_nothing(database: SqlDatabase, clock: MovableClock, bus: LocalBus) -> None:
    counting = CountingDatabase(database)
    watches = Watches(counting, clock, bus)
    await watches.watch("cat_tax", HERE)
    before = counting.opened
    assert watches.wants(DISCORD, "1", None, ANYBODY)
    assert not watches.wants(DISCORD, "3", None, ANYBODY)
    assert counting.opened == before


async def test_unwatching_leaves_the_others(database: SqlDatabase, clock: MovableClock, bus: LocalBus) -> None:
    watches = Watches(database, clock, bus)
    await watches.watch("cat_tax", HERE)
    await watches.watch("events", HERE)
    await watches.watch("cat_tax", HERE, user=LENA)
    await watches.unwatch("cat_tax", HERE)
    await watches.unwatch("cat_tax", THERE)
    for known in (watches, await _again(database, clock)):
        assert known.cogs(DISCORD, "1", None, LENA.id) == {"events", "cat_tax"}
        assert known.cogs(DISCORD, "1", None, BO.id) == {"events"}
    await watches.unwatch("events", HERE)
    await watches.unwatch("cat_tax", HERE, user=LENA)
    assert not watches.wants(DISCORD, "1", None, LENA.id)


async def test_a_watch_ends_at_its_time_and_can_be_made_longer(
    database: SqlDatabase, clock: MovableClock, bus: LocalBus
) -> None:
    watches = Watches(database, clock, bus)
    await watches.watch("cat_tax", HERE, until=clock.now() + HOUR)
    await watches.watch("events", THERE, until=clock.now() + HOUR)
    await watches.watch("events", THERE, until=clock.now() + 2 * HOUR)
    await clock.move(HOUR)
    for known in (watches, await _again(database, clock)):
        assert not known.wants(DISCORD, "1", None, ANYBODY)
        assert known.cogs(DISCORD, "1", None, ANYBODY) == set()
        assert known.chats(DISCORD) == ["2"]
    assert await watches.clean() == 1
    assert watches.cogs(DISCORD, "2", None, ANYBODY) == {"events"}


async def test_a_moved_chat_is_heard_under_its_new_name(
    database: SqlDatabase, clock: MovableClock, bus: LocalBus
) -> None:
    watches = Watches(database, clock, bus)
    await watches.watch("cat_tax", HERE)
    await watches.watch("events", HERE)
    await watches.watch("cat_tax", HERE, user=LENA)
    await watches.watch("cat_tax", THERE)
    await watches.watch("cat_tax", THERE, user=LENA)
    await watches.moved(HERE, THERE)
    for known in (watches, await _again(database, clock)):
        assert known.cogs(DISCORD, "2", None, LENA.id) == {"cat_tax", "events"}
        assert not known.wants(DISCORD, "1", None, LENA.id)


async def test_chats_and_members_that_are_gone_are_forgotten(
    database: SqlDatabase, clock: MovableClock, bus: LocalBus
) -> None:
    watches = Watches(database, clock, bus)
    for chat, user in ((HERE, None), (THERE, LENA), (THERE, BO), (GROUP, None), (TOPIC, None)):
        await watches.watch("cat_tax", chat, user=user)
    await watches.forget(HERE)
    await watches.forget(TOPIC)
    await watches.forget_user(LENA)
    for known in (watches, await _again(database, clock)):
        assert known.chats(DISCORD) == []
        assert known.chats(TELEGRAM) == ["-5"]
        assert not known.wants(DISCORD, "2", None, LENA.id)
        assert known.wants(DISCORD, "2", None, BO.id)


async def test_there_are_only_so_many(database: SqlDatabase, clock: MovableClock, bus: LocalBus) -> None:
    watches = Watches(database, clock, bus, most=2)
    await watches.watch("cat_tax", HERE)
    await watches.watch("events", HERE, until=clock.now() + HOUR)
    with pytest.raises(TooManyWatches):
        await watches.watch("cat_tax", THERE)
    await watches.watch("events", HERE, until=clock.now() + HOUR)
    await clock.move(HOUR)
    await watches.watch("cat_tax", THERE)
    assert watches.chats(DISCORD) == ["1", "2"]


async def test_what_another_process_changes_is_heard_here(
    database: SqlDatabase, clock: MovableClock, bus: LocalBus
) -> None:
    here, there = Watches(database, clock, bus), Watches(database, clock, bus)
    async with following(bus, here):
        await there.watch("cat_tax", HERE)
        await _until_wanted(here, "1")
        await there.moved(HERE, THERE)
        await _until_wanted(here, "2")
        await there.unwatch("cat_tax", THERE)
        await _until_wanted(here, "2", wanted=False)


async def test_what_was_missed_before_listening_is_read(
    database: SqlDatabase, clock: MovableClock, bus: LocalBus
) -> None:
    here, there = Watches(database, clock, bus), Watches(database, clock, LocalBus())
    await there.watch("cat_tax", HERE)
    async with following(bus, here):
        await _until_wanted(here, "1")


async def test_own_news_and_others_news_of_the_topic_are_not_read_again(
    database: SqlDatabase, clock: MovableClock, bus: LocalBus
) -> None:
    counting = CountingDatabase(database)
    watches = Watches(counting, clock, bus)
    await watches.watch("cat_tax", HERE)
    for news in (*bus.told, News(Topic.WATCHES, "moved telegram:-1 telegram:-100"), News(Topic.SETTINGS, "1")):
        watches.heard(news)
    before = counting.opened
    reading = asyncio.create_task(watches.follow())
    await settle()
    reading.cancel()
    await asyncio.wait({reading})
    assert counting.opened == before
