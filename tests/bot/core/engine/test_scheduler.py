"""The scheduler sleeps until something is due, and does not lose its jobs."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

from bot.core.jobs import FIRST_PAUSE, LEASE, DueJob, Handle, JobStore, Scheduler
from bot.ports.bus import News, Topic
from bot.storage.engine import SqlDatabase
from tests.bot.core.engine.samples import Remind, new_codec
from tests.kit.bus import LocalBus
from tests.kit.clock import MovableClock

HOUR = timedelta(hours=1)


class Work:
    """Notes the jobs that it is given."""

    def __init__(self) -> None:
        self.done: list[int] = []
        self.fails = 0
        self.gate = asyncio.Event()
        self.gate.set()

    async def handle(self, due: DueJob) -> None:
        await self.gate.wait()
        if self.fails:
            self.fails -= 1
            raise ValueError("broken")
        assert isinstance(due.job, Remind)
        self.done.append(due.job.event_id)


async def until(true: Callable[[], bool]) -> None:
    """Waits for what threads and sockets of the database bring; the test's time limit ends it."""
    while not true():  # noqa: ASYNC110 (there is nothing to be told by)
        await asyncio.sleep(0.001)


async def until_all_is_done(store: JobStore) -> None:
    """Waits until the ends of all jobs are written."""
    while (await store.claim(0))[1] is not None:  # noqa: ASYNC110 (there is nothing to be told by)
        await asyncio.sleep(0.001)


@asynccontextmanager
async def scheduled(store: JobStore, clock: MovableClock, bus: LocalBus, handle: Handle) -> AsyncGenerator[None]:
    running = asyncio.create_task(Scheduler(store, clock, bus, at_once=2).run(handle))
    try:
        await until(lambda: clock.sleeping == 1)
        yield
    finally:
        running.cancel()
        await asyncio.wait({running})


async def test_jobs_are_done_when_they_are_due(database: SqlDatabase, clock: MovableClock, bus: LocalBus) -> None:
    store, work = JobStore(database, clock, new_codec(), bus), Work()
    await store.schedule("events", Remind(1), clock.now() + timedelta(seconds=30))
    async with scheduled(store, clock, bus, work.handle):
        await clock.move(29)
        assert work.done == []
        await clock.move(1)
        await until(lambda: work.done == [1])
        await until_all_is_done(store)


async def test_news_of_an_earlier_job_wakes_it(database: SqlDatabase, clock: MovableClock, bus: LocalBus) -> None:
    store, work = JobStore(database, clock, new_codec(), bus), Work()
    async with scheduled(store, clock, bus, work.handle):
        await store.schedule("events", Remind(1), clock.now())
        await until(lambda: work.done == [1])


async def test_without_news_it_looks_now_and_then(database: SqlDatabase, clock: MovableClock, bus: LocalBus) -> None:
    elsewhere, work = JobStore(database, clock, new_codec(), LocalBus()), Work()
    store = JobStore(database, clock, new_codec(), bus)
    async with scheduled(store, clock, bus, work.handle):
        await elsewhere.schedule("events", Remind(1), clock.now())
        await clock.move(60)
        await until(lambda: work.done == [1])
        await elsewhere.schedule("events", Remind(2), clock.now())
        await bus.tell(News(Topic.JOBS, ""))
        await until(lambda: work.done == [1, 2])


async def test_more_than_fit_at_once_are_done_after_each_other(
    database: SqlDatabase, clock: MovableClock, bus: LocalBus
) -> None:
    store, work = JobStore(database, clock, new_codec(), bus), Work()
    for number in range(7):
        await store.schedule("events", Remind(number), clock.now())
    async with scheduled(store, clock, bus, work.handle):
        await until_all_is_done(store)
    assert sorted(work.done) == list(range(7))


async def test_a_job_that_fails_is_tried_again_later(database: SqlDatabase, clock: MovableClock, bus: LocalBus) -> None:
    store, work = JobStore(database, clock, new_codec(), bus), Work()
    work.fails = 1
    await store.schedule("events", Remind(1), clock.now())
    async with scheduled(store, clock, bus, work.handle):
        while not work.done:  # that it failed is written at some time, and its pause counts from then on
            await until(lambda: clock.sleeping == 1)
            await clock.move(FIRST_PAUSE)


async def test_long_work_keeps_its_lease_and_a_stop_gives_it_back(
    database: SqlDatabase, clock: MovableClock, bus: LocalBus
) -> None:
    store, work = JobStore(database, clock, new_codec(), bus), Work()
    work.gate.clear()
    await store.schedule("events", Remind(1), clock.now())
    async with scheduled(store, clock, bus, work.handle):
        for _ in range(6):
            await clock.move(LEASE / 3)
            await until(lambda: clock.sleeping == 1)
        assert (await store.claim(1))[0] == []
    ((again,), _) = await store.claim(1)
    assert (again.job, again.attempts) == (Remind(1), 1)


class BrokenBus(LocalBus):
    """Loses news once."""

    def __init__(self) -> None:
        super().__init__()
        self.broken = True

    @asynccontextmanager
    async def listen(self) -> AsyncGenerator[AsyncIterator[News]]:
        if self.broken:
            self.broken = False
            raise ConnectionError("lost")
        async with super().listen() as news:
            yield news


async def test_lost_news_are_listened_for_again(database: SqlDatabase, clock: MovableClock) -> None:
    bus = BrokenBus()
    store, work = JobStore(database, clock, new_codec(), bus), Work()
    running = asyncio.create_task(Scheduler(store, clock, bus).run(work.handle))
    await until(lambda: clock.sleeping == 2)
    await clock.move(10)
    await store.schedule("events", Remind(1), clock.now())
    await until(lambda: work.done == [1])
    running.cancel()
    await asyncio.wait({running})
