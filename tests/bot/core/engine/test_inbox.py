"""Nothing accepted is lost, nothing is handled twice without need, and nothing breaks the bot for ever."""

import asyncio
import signal
import sys
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.inbox import DEDUPE_WINDOW, INBOX, PAUSES, Inbox
from bot.domain.events import Event
from bot.ports.database import Database, StorageUnavailable
from bot.storage.engine import SqlDatabase, open_database
from tests.bot.core.engine.happenings import DISCORD, TELEGRAM, lane, posted
from tests.bot.core.engine.samples import new_codec
from tests.kit.clock import MovableClock, settle
from tests.kit.databases import CountingDatabase

CODEC = new_codec()


def _inbox(database: Any, clock: MovableClock) -> Inbox:
    """As a process has that just started."""
    return Inbox(database, clock, CODEC)


async def _accept(inbox: Inbox, *keys: str) -> list[bool]:
    return [await inbox.accept(event, lane(event)) for event in map(posted, keys)]


def _keys(events: Sequence[Event]) -> list[str]:
    return [event.key for event in events]


class Flaky:
    """A database that can be taken away."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.gone = False

    def reading(self) -> Any:
        return self._database.reading()

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[AsyncConnection]:
        if self.gone:
            raise StorageUnavailable("full")
        async with self._database.writing() as connection:
            yield connection


async def test_a_key_is_accepted_once_on_each_platform(database: SqlDatabase, clock: MovableClock) -> None:
    inbox = _inbox(database, clock)
    assert await _accept(inbox, "a", "b", "a") == [True, True, False]
    elsewhere = posted("a", platform=TELEGRAM)
    assert await inbox.accept(elsewhere, lane(elsewhere))
    assert await _accept(_inbox(database, clock), "a") == [False]


async def test_what_comes_together_is_committed_together(database: SqlDatabase, clock: MovableClock) -> None:
    counting = CountingDatabase(database)
    inbox = _inbox(counting, clock)
    events = [posted(str(number % 90)) for number in range(100)]
    accepted = await asyncio.gather(*(inbox.accept(event, lane(event)) for event in events))
    assert accepted == [True] * 90 + [False] * 10
    assert counting.opened == 1
    await asyncio.gather(*(inbox.done(event) for event in events[:90]))
    assert counting.opened == 2
    assert await _inbox(database, clock).pending() == []


async def test_a_new_process_handles_what_the_last_one_left_in_order(
    database: SqlDatabase, clock: MovableClock
) -> None:
    before = _inbox(database, clock)
    await _accept(before, "c", "a", "b")
    await before.done(posted("a"))
    after = _inbox(database, clock)
    assert await after.pending() == [posted("c"), posted("b")]
    assert await after.pending() == []


async def test_what_is_in_hand_is_not_handed_out_again(database: SqlDatabase, clock: MovableClock) -> None:
    inbox = _inbox(database, clock)
    await _accept(inbox, "a")
    looks = await asyncio.gather(inbox.pending(), _accept(inbox, "b", "c"), inbox.pending(), inbox.pending())
    assert [looks[0], looks[2], looks[3]] == [[], [], []]


async def test_an_event_whose_acceptance_was_cancelled_is_found_by_the_next_look(
    database: SqlDatabase, clock: MovableClock
) -> None:
    inbox = _inbox(database, clock)
    accepting = asyncio.create_task(_accept(inbox, "a"))
    await asyncio.sleep(0)
    accepting.cancel()
    await asyncio.wait({accepting})
    await _accept(inbox, "b")
    assert _keys(await inbox.pending()) == ["a"]


async def test_what_failed_is_tried_again_after_a_pause_and_then_given_up(
    database: SqlDatabase, clock: MovableClock
) -> None:
    inbox = _inbox(database, clock)
    await _accept(inbox, "a")
    event = posted("a")
    for pause in PAUSES:
        await inbox.failed(event, "REF")
        await clock.move(pause - timedelta(seconds=1))
        assert await inbox.pending() == []
        await clock.move(1)
        assert await inbox.pending() == [event]
    await inbox.failed(event, "REF")
    await clock.move(timedelta(days=1))
    assert await inbox.pending() == []
    assert await _accept(inbox, "a") == [False]


async def test_an_event_that_ends_the_process_is_given_up_and_the_others_are_not(
    database: SqlDatabase, clock: MovableClock
) -> None:
    await _accept(_inbox(database, clock), "poison", "good", "better")
    assert _keys(await _inbox(database, clock).pending()) == ["poison", "good", "better"]
    # Crashed twice with all three in hand: any of them may have done it, so one at a time is tried.
    third = _inbox(database, clock)
    assert _keys(await third.pending()) == ["poison"]
    assert await third.pending() == []
    fourth = _inbox(database, clock)
    assert _keys(await fourth.pending()) == ["good"]
    await fourth.done(posted("good"))
    assert _keys(await fourth.pending()) == ["better"]
    await fourth.done(posted("better"))
    assert await _inbox(database, clock).pending() == []


async def test_while_one_is_suspected_other_chats_go_on_and_its_own_keeps_its_order(
    database: SqlDatabase, clock: MovableClock
) -> None:
    await _accept(_inbox(database, clock), "first", "second")
    await _inbox(database, clock).pending()
    third = _inbox(database, clock)
    other = posted("other", chat="2")
    assert _keys(await third.pending()) == ["first"]
    await third.accept(other, lane(other))
    await third.failed(posted("first"), "REF")
    assert _keys(await third.pending()) == ["second"]


async def test_stops_in_good_order_do_not_count(database: SqlDatabase, clock: MovableClock) -> None:
    inbox = _inbox(database, clock)
    await _accept(inbox, "a", "b")
    for _ in range(5):
        await inbox.close()
        inbox = _inbox(database, clock)
        assert _keys(await inbox.pending()) == ["a", "b"]
    await inbox.failed(posted("a"), "REF")
    await clock.move(PAUSES[0])
    assert _keys(await inbox.pending()) == ["a"]


async def test_when_the_database_is_full_nothing_is_said_to_be_kept(database: SqlDatabase, clock: MovableClock) -> None:
    flaky = Flaky(database)
    inbox = _inbox(flaky, clock)
    await _accept(inbox, "a")
    flaky.gone = True
    with pytest.raises(StorageUnavailable):
        await _accept(inbox, "b")
    await inbox.done(posted("a"))
    flaky.gone = False
    assert await inbox.pending() == []
    assert await _inbox(database, clock).pending() == []
    assert await _accept(inbox, "b") == [True]


async def test_one_that_cannot_be_written_does_not_keep_the_others_from_it(
    database: SqlDatabase, clock: MovableClock
) -> None:
    inbox = _inbox(database, clock)
    broken = posted("\udc00")  # neither database takes half a surrogate pair
    accepted = await asyncio.gather(
        *(inbox.accept(event, "lane") for event in (posted("a"), broken, posted("b"))), return_exceptions=True
    )
    assert [accepted[0], accepted[2]] == [True, True]
    assert isinstance(accepted[1], Exception)
    assert _keys(await _inbox(database, clock).pending()) == ["a", "b"]


async def test_an_event_that_cannot_be_read_any_more_is_given_up(database: SqlDatabase, clock: MovableClock) -> None:
    inbox = _inbox(database, clock)
    await _accept(inbox, "a", "b")
    async with database.writing() as connection:
        await connection.execute(INBOX.update().where(INBOX.c.key == "a").values(event='["Gone",{}]'))
    assert _keys(await _inbox(database, clock).pending()) == ["b"]


async def test_final_events_are_forgotten_at_once_and_their_keys_later(
    database: SqlDatabase, clock: MovableClock
) -> None:
    inbox = _inbox(database, clock)
    await _accept(inbox, "a", "b")
    await inbox.done(posted("a"))
    async with database.reading() as connection:
        kept = await connection.execute(select(INBOX.c.key).where(INBOX.c.event.is_not(None)))
        assert kept.scalars().all() == ["b"]
    await clock.move(DEDUPE_WINDOW - timedelta(seconds=1))
    assert await inbox.clean() == 0
    assert await _accept(inbox, "a") == [False]
    await clock.move(1)
    assert await inbox.clean() == 1
    assert await _accept(inbox, "a") == [True]


async def test_the_last_message_of_a_chat_is_known_whatever_the_order(
    database: SqlDatabase, clock: MovableClock
) -> None:
    inbox = _inbox(database, clock)
    assert await inbox.last_seen(DISCORD, "1") is None
    for key, message in (("a", "99"), ("b", "101"), ("c", "100"), ("d", "98")):
        event = posted(key, message=message)
        await inbox.accept(event, lane(event))
    other = posted("e", chat="2", message="7")
    await inbox.accept(other, lane(other))
    assert await inbox.last_seen(DISCORD, "1") == "101"
    assert await inbox.last_seen(DISCORD, "2") == "7"
    assert await inbox.last_seen(TELEGRAM, "1") is None
    await settle()


async def test_a_chat_is_not_forgotten_while_its_first_message_is_in_hand(
    database: SqlDatabase, clock: MovableClock
) -> None:
    inbox = _inbox(database, clock)
    first = posted("a", message="7")
    await inbox.accept(first, lane(first))
    await inbox.clean()
    assert await inbox.last_seen(DISCORD, "1") == "7"
    # Done, and still no place that anyone keeps: nobody was concerned in the end.
    await inbox.done(first)
    await inbox.clean()
    assert await inbox.last_seen(DISCORD, "1") is None


@pytest.mark.parametrize("filled_address", ["sqlite"], indirect=True)
async def test_a_killed_process_loses_nothing_that_it_accepted(filled_address: str, clock: MovableClock) -> None:
    async with open_database(filled_address) as database:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.bot.core.engine.accepting", filled_address, stdout=asyncio.subprocess.PIPE
        )
        assert process.stdout is not None
        said = [(await process.stdout.readline()).decode().strip() for _ in range(300)]
        process.send_signal(signal.SIGKILL)
        said += (await process.stdout.read()).decode().split("\n")[:-1]
        await process.wait()
        pending = _keys(await _inbox(database, clock).pending())
        assert set(said) <= set(pending)
        assert len(set(pending)) == len(pending)
        for start in range(8):
            own = [int(key) for key in pending if int(key) % 8 == start]
            assert own == sorted(own)
        async with database.reading() as connection:
            assert (await connection.execute(select(func.count()).select_from(INBOX))).scalar_one() == len(pending)


async def test_what_came_from_a_platform_that_is_off_waits_until_it_is_on(
    database: SqlDatabase, clock: MovableClock
) -> None:
    await _accept(_inbox(database, clock), "a")
    after = _inbox(database, clock)
    here = posted("a").where.chat.platform
    assert await after.pending([DISCORD if here == TELEGRAM else TELEGRAM]) == []
    assert _keys(await after.pending([here])) == ["a"]
