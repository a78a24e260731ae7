"""Work for later: rows with a due time, taken by one process at a time and done at least once.

A claim is a lease: it moves the row's due time on, so that one index finds both what is due and what a killed process
left. Whoever works renews its leases. Each schedule makes a new row with a new id, also when it replaces one: an id
names one piece of work, however often it is tried.
"""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog
from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.codec import Codec
from bot.core.tables import METADATA, BigId, UtcDateTime, alone
from bot.core.taking import taken
from bot.core.waking import Waking
from bot.domain.action import Job
from bot.domain.errors import Unreadable
from bot.domain.refs import CommunityId
from bot.ports.bus import Bus, News, Topic
from bot.ports.clock import Clock
from bot.ports.database import Database, StorageUnavailable

JOB = Table(
    "job",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("cog", Text, nullable=False),
    Column("key", Text, comment="of the cog's own; None for work that is never replaced"),
    Column("community", BigId, index=True),
    Column("job", Text, nullable=False, comment="JSON"),
    Column("at", UtcDateTime, nullable=False, comment="when it is to be done"),
    Column("due", UtcDateTime, nullable=False, index=True, comment="when it is to be looked at next"),
    Column("attempts", Integer, nullable=False),
    Column("lease", Text, comment="of whoever works on it"),
    UniqueConstraint("cog", "key"),
    sqlite_autoincrement=True,
)

_NEXT = (
    select(JOB.c.id, JOB.c.cog, JOB.c.job, JOB.c.community, JOB.c.at, JOB.c.attempts, JOB.c.due)
    .order_by(JOB.c.due)
    .limit(bindparam("some"))
    .with_for_update(skip_locked=True)
)
_TAKING = update(JOB).where(JOB.c.id.in_(bindparam("these", expanding=True))).values(attempts=JOB.c.attempts + 1)
_ADDING = insert(JOB).returning(JOB.c.id)
_OF_KEY = delete(JOB).where(JOB.c.cog == bindparam("cog"), JOB.c.key == bindparam("key"))
_CHANGING = update(JOB).where(JOB.c.id == bindparam("this"), JOB.c.lease == bindparam("held"))
_DONE = delete(JOB).where(JOB.c.id == bindparam("this"), JOB.c.lease == bindparam("held"))

LEASE = timedelta(minutes=1)
"""After how long without a sign of life another process may take a job."""
RENEWED = 20.0
"""Seconds after which a lease is renewed."""
MOST_ATTEMPTS = 8
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)
AT_ONCE = 20
"""Jobs that one process does at the same time."""
LONGEST_WAIT = 60.0
"""Seconds after which due jobs are looked for in any case, since news may be lost."""
TROUBLED_WAIT = 5.0
"""Seconds until the database is asked again when it did not answer."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class DueJob:
    """A job that is to be done now.

    Attributes:
        id: the same each time it is tried.
        at: when it was to be done.
        attempts: which attempt this is, from 1.
        lease: proves that it is still the caller's.
    """

    id: int
    cog: str
    job: Job
    community: CommunityId | None
    at: datetime
    attempts: int
    lease: str


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    cog: str
    job: str
    community: int | None
    at: datetime
    attempts: int
    due: datetime


class JobStore:
    """Keeps jobs. Everything raises :class:`StorageUnavailable`."""

    def __init__(self, db: Database, clock: Clock, codec: Codec, bus: Bus) -> None:
        self._db = db
        self._clock = clock
        self._codec = codec
        self._bus = bus

    async def schedule(
        self, cog: str, job: Job, due: datetime, *, key: str | None = None, community: CommunityId | None = None
    ) -> int:
        """Has a job done at a moment, at least once.

        Args:
            cog: whose job.
            job: what is to be done.
            due: when; what is in the past is due at once.
            key: a job of this cog with the same key is replaced, also one that is being done: that one is finished
                but not tried again.
            community: about which club.

        Returns:
            The job's id.
        """
        values = {
            "cog": cog,
            "key": key,
            "community": community,
            "job": self._codec.encode(Job, job),
            "at": due,
            "due": due,
            "attempts": 0,
        }
        async with self._db.writing() as connection:
            if key is not None:
                await alone(connection, f"job {cog} {key}")
                await connection.execute(_OF_KEY, {"cog": cog, "key": key})
            made: int = (await connection.execute(_ADDING, values)).scalar_one()
        await self._bus.tell(News(Topic.JOBS, due.isoformat()))
        return made

    async def cancel(self, cog: str, key: str) -> bool:
        """Forgets a job; one that is being done is finished but not tried again. False when there was none."""
        async with self._db.writing() as connection:
            gone = await connection.execute(_OF_KEY, {"cog": cog, "key": key})
        return gone.rowcount > 0

    async def cancel_all_of(self, community: CommunityId) -> int:
        """Forgets all jobs of a community; says how many."""
        async with self._db.writing() as connection:
            gone = await connection.execute(delete(JOB).where(JOB.c.community == community))
        return gone.rowcount

    async def claim(self, limit: int) -> tuple[list[DueJob], datetime | None]:
        """Takes up to ``limit`` due jobs, the longest due first; nobody else gets them until the lease ends.

        Returns:
            The jobs, and when to look at the one after them, or None when there is none.
        """
        now = self._clock.now()
        lease = secrets.token_hex(8)
        claimed: list[DueJob] = []
        async with self._db.writing() as connection:
            found = [_Row(*row) for row in await connection.execute(_NEXT, {"some": limit + 1})]
            rows, after = taken(found, limit, now)
            if not rows:
                return [], after
            these = [row.id for row in rows]
            await connection.execute(_TAKING, {"these": these, "due": now + LEASE, "lease": lease})
            for row in rows:
                attempt = row.attempts + 1
                if attempt > MOST_ATTEMPTS:
                    await _give_up(connection, row.id, row.cog, "the process ended each time")
                    continue
                try:
                    job = self._codec.decode(Job, row.job)
                except Unreadable as error:
                    # Its cog may come back, and so may an older version of the bot.
                    log.warning("a job cannot be read", job=row.id, cog=row.cog, why=str(error))
                    again = await _put_off(connection, row.id, row.cog, lease, attempt, now)
                    after = min(filter(None, (after, again)), default=None)
                    continue
                community = None if row.community is None else CommunityId(row.community)
                claimed.append(DueJob(row.id, row.cog, job, community, row.at, attempt, lease))
        return claimed, after

    async def renew(self, job: DueJob) -> bool:
        """Keeps a claimed job for another lease; False when it was cancelled, replaced or taken."""
        return await self._change(job, due=self._clock.now() + LEASE)

    async def done(self, job: DueJob) -> None:
        """Forgets a job that was done, unless it was taken by another meanwhile."""
        async with self._db.writing() as connection:
            await connection.execute(_DONE, {"this": job.id, "held": job.lease})

    async def retry(self, job: DueJob) -> None:
        """Has a job that failed tried again after a growing pause, or gives it up."""
        async with self._db.writing() as connection:
            await _put_off(connection, job.id, job.cog, job.lease, job.attempts, self._clock.now())

    async def release(self, job: DueJob) -> None:
        """Gives a job back that was not done, at a stop in good order: it does not count as an attempt."""
        await self._change(job, due=self._clock.now(), lease=None, attempts=job.attempts - 1)

    async def _change(self, job: DueJob, **values: object) -> bool:
        async with self._db.writing() as connection:
            changed = await connection.execute(_CHANGING, {"this": job.id, "held": job.lease, **values})
        return changed.rowcount > 0


async def _put_off(
    connection: AsyncConnection, job: int, cog: str, lease: str, attempts: int, now: datetime
) -> datetime | None:
    """Has it tried again later; says when, or None when it is given up."""
    if attempts >= MOST_ATTEMPTS:
        await _give_up(connection, job, cog, "it failed each time")
        return None
    again: datetime = now + min(FIRST_PAUSE * 2 ** (attempts - 1), LONGEST_PAUSE)
    await connection.execute(_CHANGING, {"this": job, "held": lease, "due": again, "lease": None})
    return again


async def _give_up(connection: AsyncConnection, job: int, cog: str, why: str) -> None:
    log.error("a job is given up", job=job, cog=cog, why=why)
    await connection.execute(delete(JOB).where(JOB.c.id == job))


Handle = Callable[[DueJob], Awaitable[None]]


class Scheduler:
    """Has due jobs done.

    Args:
        store: the jobs.
        clock: the time.
        bus: tells of jobs that were scheduled meanwhile.
        at_once: how many jobs are done at the same time.
    """

    def __init__(self, store: JobStore, clock: Clock, bus: Bus, *, at_once: int = AT_ONCE) -> None:
        self._store = store
        self._clock = clock
        self._bus = bus
        self._at_once = at_once
        self._waking = Waking(clock)
        self._look_at = datetime.max.replace(tzinfo=UTC)
        self._working: dict[asyncio.Task[None], DueJob] = {}

    async def run(self, handle: Handle) -> None:
        """Has jobs done as they become due, until cancelled; then gives back what is not finished.

        Args:
            handle: does a job; whatever it raises has the job tried again later.
        """
        listener = asyncio.create_task(self._listen(), name="job news")
        try:
            while True:
                await self._round(handle)
        finally:
            listener.cancel()
            await asyncio.gather(listener, return_exceptions=True)
            await self._stop()

    async def _round(self, handle: Handle) -> None:
        """One look at what is due, and the wait for the next."""
        # While looking, any news may be of a job that the look misses.
        self._look_at = datetime.max.replace(tzinfo=UTC)
        self._waking.begin()
        began = self._clock.now()
        try:
            self._look_at = await self._look(handle, began)
        except StorageUnavailable as error:
            log.warning("jobs cannot be looked at", why=str(error))
            self._look_at = began + timedelta(seconds=TROUBLED_WAIT)
        await self._waking.sleep_until(self._look_at)

    async def _look(self, handle: Handle, began: datetime) -> datetime:
        """Takes on what is due; returns when to look again."""
        for job in tuple(self._working.values()):
            await self._store.renew(job)
        latest = began + timedelta(seconds=RENEWED if self._working else LONGEST_WAIT)
        room = self._at_once - len(self._working)
        if room == 0:
            return latest
        claimed, due = await self._store.claim(room)
        for job in claimed:
            task = asyncio.create_task(self._do(handle, job), name=f"job {job.id}")
            self._working[task] = job
            task.add_done_callback(self._ended)
        latest = began + timedelta(seconds=RENEWED if self._working else LONGEST_WAIT)
        return latest if due is None else min(due, latest)

    async def _do(self, handle: Handle, job: DueJob) -> None:
        try:
            await handle(job)
        except Exception:  # a job must not end the others
            log.exception("a job failed", job=job.id, kind=type(job.job).__name__, attempts=job.attempts)
            await self._store.retry(job)
        else:
            await self._store.done(job)

    def _ended(self, task: asyncio.Task[None]) -> None:
        full = len(self._working) >= self._at_once
        job = self._working.pop(task, None)
        if not task.cancelled() and (error := task.exception()) is not None and job is not None:
            # Its end could not be written: it is done again when the lease ends.
            log.warning("a job's end could not be written", job=job.id, why=str(error))
        if full:
            self._waking.wake()

    async def _listen(self) -> None:
        while True:
            try:
                async with self._bus.listen() as all_news:
                    self._waking.wake()  # for what was told before
                    async for news in all_news:
                        if news.topic is Topic.JOBS and _moment(news.key) < self._look_at:
                            self._waking.wake()
            except Exception:  # without news it still looks now and then, so news must not end it
                log.warning("news of jobs was lost", exc_info=True)
            await self._clock.sleep(TROUBLED_WAIT)

    async def _stop(self) -> None:
        unfinished = dict(self._working)
        for task in unfinished:
            task.cancel()
        await asyncio.gather(*unfinished, return_exceptions=True)
        for task, job in unfinished.items():
            if task.cancelled():
                try:
                    await self._store.release(job)
                except StorageUnavailable as error:
                    log.warning("a job could not be given back", job=job.id, why=str(error))


def _moment(key: str) -> datetime:
    """The due time that news carries; the earliest when it carries none (all is to be read again)."""
    try:
        return datetime.fromisoformat(key)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
