"""Who hears what, after restarts, moves and what other processes change."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.core.news import relay
from bot.core.watches import TooManyWatches, Watches
from bot.domain.refs import ChatRef, MessageRef, UserRef
from bot.ports.bus import News, Topic
from bot.storage.engine import SqlDatabase
from tests.bot.core.engine.happenings import DISCORD, TELEGRAM
from tests.kit.bus import LocalBus
from tests.kit.clock import MovableClock, settle
from tests.kit.databases import CountingDatabase

HERE, THERE = ChatRef(DISCORD, "1"), ChatRef(DISCORD, "2")
GROUP, TOPIC = ChatRef(TELEGRAM, "-5"), ChatRef(TELEGRAM, "-5", "8")
CAT, SPY = MessageRef(DISCORD, "1", "50"), MessageRef(TELEGRAM, "-5", "51")
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
    while watches.wants(DISCORD, chat, None, ANYBODY, None) is not wanted:  # noqa: ASYNC110 (a thread or socket brings it)
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
        assert not known.wants(TELEGRAM, "-5", None, ANYBODY, None)
        assert not known.wants(TELEGRAM, "-5", "9", ANYBODY, None)
        assert not known.wants(TELEGRAM, "1", None, ANYBODY, None)
        assert known.wants(DISCORD, "2", None, LENA.id, None)
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


async def test_a_watched_message_is_heard_by_its_answers_and_reactions(
    database: SqlDatabase, clock: MovableClock, bus: LocalBus
) -> None:
    watches = Watches(database, clock, bus)
    await watches.watch_message("cat_tax", CAT, until=clock.now() + HOUR)
    await watches.watch_message("events", CAT, until=clock.now() + HOUR)
    await watches.watch_message("cat_tax", SPY, until=clock.now() + HOUR)
    await watches.unwatch_message("events", CAT)
    await watches.watch("mirror", TOPIC)
    for known in (watches, await _again(database, clock)):
        assert known.cogs(DISCORD, "1", None, ANYBODY, "50") == {"cat_tax"}
        assert known.cogs(TELEGRAM, "-5", "8", ANYBODY, "51") == {"cat_tax", "mirror"}
        assert known.wants(DISCORD, "1", None, ANYBODY, "50")
        assert known.wants_replies(DISCORD, "1", "50")
        for other in ((DISCORD, "1", "51"), (DISCORD, "2", "50"), (TELEGRAM, "1", "50")):
            assert not known.wants_replies(*other)
            assert not known.wants(other[0], other[1], None, ANYBODY, other[2])
        assert not known.wants(DISCORD, "1", None, ANYBODY, None)
        assert known.chats(DISCORD) == []
        assert not known.wants_chat(DISCORD, "1")
        assert known.cogs_of_change(DISCORD, "1", None, "50") == {"cat_tax"}
        assert known.cogs_of_change(DISCORD, "1", None, "51") == set()
        assert known.cogs_of_change(TELEGRAM, "-5", None, "51") == {"cat_tax", "mirror"}
        assert known.cogs_of_change(TELEGRAM, "-5", "9", "51") == {"cat_tax"}


async def test_a_watched_message_is_forgotten_in_time_and_with_its_chat(
    database: SqlDatabase, clock: MovableClock, bus: LocalBus
) -> None:
    watches = Watches(database, clock, bus, most=2)
    await watches.watch_message("cat_tax", CAT, until=clock.now() + HOUR)
    await watches.watch_message("cat_tax", SPY, until=clock.now() + 2 * HOUR)
    with pytest.raises(TooManyWatches):
        await watches.watch("cat_tax", THERE)
    await clock.move(HOUR)
    for known in (watches, await _again(database, clock)):
        assert not known.wants_replies(DISCORD, "1", "50")
        assert known.cogs(DISCORD, "1", None, ANYBODY, "50") == set()
        assert known.wants_replies(TELEGRAM, "-5", "51")
    assert await watches.clean() == 1
    await watches.moved(GROUP, ChatRef(TELEGRAM, "-100"))
    for known in (watches, await _again(database, clock)):
        for chat in ("-5", "-100"):
            assert not known.wants_replies(TELEGRAM, chat, "51")
    await watches.watch_message("cat_tax", SPY, until=clock.now() + HOUR)
    await watches.forget(GROUP)
    for known in (watches, await _again(database, clock)):
        assert not known.wants_replies(TELEGRAM, "-5", "51")


async def test_a_message_watched_by_another_process_is_heard_here(
    database: SqlDatabase, clock: MovableClock, bus: LocalBus
) -> None:
    here, there = Watches(database, clock, bus), Watches(database, clock, bus)
    async with following(bus, here):
        for wanted in (True, False):
            if wanted:
                await there.watch_message("cat_tax", CAT, until=clock.now() + HOUR)
            else:
                await there.unwatch_message("cat_tax", CAT)
            while here.wants_replies(DISCORD, "1", "50") is not wanted:  # noqa: ASYNC110 (a thread brings it)
                await asyncio.sleep(0.001)


async def test_asking_reads_nothing(database: SqlDatabase, clock: MovableClock, bus: LocalBus) -> None:
    counting = CountingDatabase(database)
    watches = Watches(counting, clock, bus)
    await watches.watch("cat_tax", HERE)
    before = counting.opened
    assert watches.wants(DISCORD, "1", None, ANYBODY, None)
    assert not watches.wants(DISCORD, "3", None, ANYBODY, None)
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
    assert not watches.wants(DISCORD, "1", None, LENA.id, None)


async def test_a_watch_ends_at_its_time_and_can_be_made_longer(
    database: SqlDatabase, clock: MovableClock, bus: LocalBus
) -> None:
    watches = Watches(database, clock, bus)
    await watches.watch("cat_tax", HERE, until=clock.now() + HOUR)
    await watches.watch("events", THERE, until=clock.now() + HOUR)
    await watches.watch("events", THERE, until=clock.now() + 2 * HOUR)
    await clock.move(HOUR)
    for known in (watches, await _again(database, clock)):
        assert not known.wants(DISCORD, "1", None, ANYBODY, None)
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
        assert not known.wants(DISCORD, "1", None, LENA.id, None)


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
        assert not known.wants(DISCORD, "2", None, LENA.id, None)
        assert known.wants(DISCORD, "2", None, BO.id, None)


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


async def test_where_there_is_no_room_not_each_attempt_reads_them_all(
    database: SqlDatabase, clock: MovableClock, bus: LocalBus
) -> None:
    watches = Counted(database, clock, bus, most=1)
    await watches.watch("cat_tax", HERE)
    for _ in range(5):
        with pytest.raises(TooManyWatches):
            await watches.watch("cat_tax", THERE)
    assert watches.cleaned == 1


class Counted(Watches):
    """Counts how often it looked for room."""

    cleaned = 0

    async def clean(self) -> int:
        self.cleaned += 1
        return await super().clean()


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
