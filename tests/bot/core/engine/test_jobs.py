"""Jobs are kept, due in their order, done at least once, by one process at a time."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import insert, text

from bot.core.jobs import FIRST_PAUSE, JOB, LEASE, MOST_ATTEMPTS, DueJob, JobStore
from bot.core.taking import taken
from bot.domain.action import Job
from bot.domain.refs import CommunityId
from bot.storage.engine import SqlDatabase
from tests.bot.core.engine.samples import Remind, new_codec
from tests.kit.bus import LocalBus
from tests.kit.clock import MovableClock

MINUTE = timedelta(minutes=1)


def _store(database: SqlDatabase, clock: MovableClock) -> JobStore:
    return JobStore(database, clock, new_codec(), LocalBus())


def _jobs(claimed: list[DueJob]) -> list[Job]:
    return [one.job for one in claimed]


async def _claimed(store: JobStore, limit: int) -> list[DueJob]:
    claimed, _ = await store.claim(limit)
    return claimed


async def _next_due(store: JobStore) -> datetime | None:
    _, due = await store.claim(0)
    return due


async def test_what_is_due_is_claimed_in_order_and_once(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    for minutes in (3, 1, 2, 9):
        await store.schedule("events", Remind(minutes), clock.now() + minutes * MINUTE, community=CommunityId(5))
    assert await _next_due(store) == clock.now() + MINUTE
    assert await _claimed(store, 10) == []
    await clock.move(3 * MINUTE)
    first = await _claimed(store, 2)
    assert _jobs(first) == [Remind(1), Remind(2)]
    assert (first[0].cog, first[0].community, first[0].attempts) == ("events", 5, 1)
    assert first[0].at == clock.now() - 2 * MINUTE
    assert _jobs(await _claimed(_store(database, clock), 10)) == [Remind(3)]
    for job in first:
        await store.done(job)
    await clock.move(6 * MINUTE)
    assert _jobs(await _claimed(store, 10)) == [Remind(3), Remind(9)]


async def test_two_that_claim_at_once_never_get_the_same(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    for number in range(20):
        await store.schedule("events", Remind(number), clock.now())
    claims = await asyncio.gather(*(_claimed(_store(database, clock), 5) for _ in range(8)))
    ids = [job.id for claimed in claims for job in claimed]
    assert len(ids) == len(set(ids))
    rest = await _claimed(store, 20)
    assert len(ids) + len(rest) == 20


def test_one_that_another_took_meanwhile_hides_none_that_is_due(clock: MovableClock) -> None:
    @dataclass(frozen=True)
    class Row:
        due: datetime

    now = clock.now()
    due, lately, soon, theirs = (Row(now + minutes * MINUTE) for minutes in (-2, -1, 2, 3))
    assert taken([due, lately, soon], 2, now) == ([due, lately], soon.due)
    assert taken([due, lately], 1, now) == ([due], lately.due)
    assert taken([due], 1, now) == ([due], None)
    assert taken([soon, theirs], 1, now) == ([], soon.due)
    # As PostgreSQL gives it: in the place that it had.
    assert taken([theirs, due], 1, now) == ([due], now)
    assert taken([due, theirs, soon], 2, now) == ([due], now)


async def test_a_key_replaces_and_cancels_only_its_own_cogs(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    old = await store.schedule("events", Remind(1), clock.now(), key="event 7")
    new = await store.schedule("events", Remind(2), clock.now(), key="event 7")
    await store.schedule("admin", Remind(3), clock.now(), key="event 7")
    await store.schedule("events", Remind(4), clock.now())
    await store.schedule("events", Remind(5), clock.now())
    assert old != new
    assert await store.cancel("admin", "event 7")
    assert not await store.cancel("admin", "event 7")
    assert _jobs(await _claimed(store, 10)) == [Remind(2), Remind(4), Remind(5)]


async def test_a_job_replaced_while_it_is_done_is_done_again_as_the_new_one(
    database: SqlDatabase, clock: MovableClock
) -> None:
    store = _store(database, clock)
    await store.schedule("events", Remind(1), clock.now(), key="daily")
    (running,) = await _claimed(store, 1)
    await store.schedule("events", Remind(2), clock.now() + MINUTE, key="daily")
    assert not await store.renew(running)
    await store.done(running)
    await clock.move(MINUTE)
    assert _jobs(await _claimed(store, 1)) == [Remind(2)]


async def test_what_a_killed_process_had_is_taken_by_another(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    made = await store.schedule("events", Remind(1), clock.now())
    (killed,) = await _claimed(store, 1)
    await clock.move(LEASE / 2)
    assert await store.renew(killed)
    await clock.move(LEASE - timedelta(seconds=1))
    assert await _claimed(store, 1) == []
    await clock.move(1)
    (taken,) = await _claimed(store, 1)
    assert (taken.id, taken.attempts) == (made, 2)
    assert not await store.renew(killed)
    await store.done(killed)
    await clock.move(LEASE)
    assert len(await _claimed(store, 1)) == 1


async def test_what_fails_is_tried_after_growing_pauses_and_then_given_up(
    database: SqlDatabase, clock: MovableClock
) -> None:
    store = _store(database, clock)
    await store.schedule("events", Remind(1), clock.now())
    pauses: list[timedelta] = []
    for _ in range(MOST_ATTEMPTS):
        (job,) = await _claimed(store, 1)
        await store.retry(job)
        due = await _next_due(store)
        if due is not None:
            pauses.append(due - clock.now())
            await clock.move(due - clock.now())
    assert pauses == [FIRST_PAUSE * 2**number for number in range(MOST_ATTEMPTS - 1)]
    assert await _next_due(store) is None


async def test_a_job_that_ends_the_process_each_time_is_given_up(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    await store.schedule("events", Remind(1), clock.now())
    for _ in range(MOST_ATTEMPTS):
        assert len(await _claimed(store, 1)) == 1
        await clock.move(LEASE)
    assert await _claimed(store, 1) == []
    assert await _next_due(store) is None


async def test_a_job_given_back_is_due_at_once_and_does_not_count(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    await store.schedule("events", Remind(1), clock.now())
    for _ in range(MOST_ATTEMPTS + 2):
        (job,) = await _claimed(store, 1)
        assert job.attempts == 1
        await store.release(job)


async def test_a_job_whose_cog_is_gone_waits_for_it(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    await store.schedule("events", Remind(1), clock.now())
    async with database.writing() as connection:
        await connection.execute(JOB.update().values(job='["gone.Job",{}]'))
    await store.schedule("events", Remind(2), clock.now())
    assert _jobs(await _claimed(store, 10)) == [Remind(2)]
    async with database.writing() as connection:
        await connection.execute(JOB.update().values(job='["events.Remind",{"event_id":3}]'))
    await clock.move(LEASE)
    assert _jobs(await _claimed(store, 1)) == [Remind(3)]


async def test_a_communitys_jobs_go_with_it(database: SqlDatabase, clock: MovableClock) -> None:
    store = _store(database, clock)
    await store.schedule("events", Remind(1), clock.now(), community=CommunityId(1))
    await store.schedule("events", Remind(2), clock.now(), community=CommunityId(2))
    await store.schedule("events", Remind(3), clock.now())
    assert await store.cancel_all_of(CommunityId(1)) == 1
    assert _jobs(await _claimed(store, 10)) == [Remind(2), Remind(3)]


async def test_due_jobs_are_found_by_the_index_alone(database: SqlDatabase, clock: MovableClock) -> None:
    row = {"cog": "events", "job": "[]", "at": clock.now(), "attempts": 0}
    async with database.writing() as connection:
        rows = [row | {"due": clock.now() + timedelta(seconds=number)} for number in range(2_000)]
        await connection.execute(insert(JOB), rows)
        query = "SELECT id FROM job WHERE due <= 0 ORDER BY due LIMIT 20"
        if database.dialect == "sqlite":
            plan = (await connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))).all()
            shown = " ".join(str(step) for step in plan)
            assert "TEMP B-TREE" not in shown
        else:
            await connection.execute(text("ANALYZE job"))
            shown = " ".join(str(step) for step in (await connection.execute(text(f"EXPLAIN {query}"))).all())
            assert "Sort" not in shown
    assert "ix_job_due" in shown
