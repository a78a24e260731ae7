"""What is due in a bot's database, asked only where the answer may be another one than before."""

import asyncio
import contextlib
from datetime import datetime
from pathlib import Path

from sqlalchemy import bindparam, event, func, make_url, or_, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from bot.core.jobs import JOB
from bot.core.outbox import OUTBOX, State
from bot.core.tables import UtcDateTime
from bot.ports.clock import Clock
from bot.storage.engine import SqlDatabase

_NOW = bindparam("now", type_=UtcDateTime)
_JOBS = select(func.count()).select_from(JOB).where(or_(JOB.c.due <= _NOW, JOB.c.lease.is_not(None)))
_MESSAGES = (
    select(func.count())
    .select_from(OUTBOX)
    .where(OUTBOX.c.state == State.WAITING, or_(OUTBOX.c.due <= _NOW, OUTBOX.c.lease.is_not(None)))
)
_WORK = select(_JOBS.scalar_subquery() + _MESSAGES.scalar_subquery())
"""How much is due or being worked on. Asked so often that it is not put together anew each time."""

_HEADER = 48
"""Bytes at the start of SQLite's index of its log, by which every connection tells whether anything was written: a
number that grows with each transaction of any process, and a sum of all of them. See sqlite.org/walformat.html."""

_LOOK_AGAIN = 0.05
"""Seconds."""


class DueWork:
    """What is due or being worked on in one database.

    Args:
        address: of the database. On PostgreSQL it is asked each time, for it says of itself only to who asks.

    Attributes:
        pools: the connections that it looks at.
    """

    def __init__(self, address: str, db: SqlDatabase, clock: Clock) -> None:
        url = make_url(address)
        self._index = Path(f"{url.database}-shm") if url.get_backend_name() == "sqlite" else None
        self._db = db
        self._clock = clock
        engines = (db._readers, db._writers)  # pyright: ignore[reportPrivateUsage]  # none else asks
        self.pools = {engine.pool for engine in engines}
        self._given_back = asyncio.Event()
        for pool in self.pools:
            event.listen(pool, "checkin", self._note)
        self._nothing_at: tuple[bytes, datetime] | None = None

    @property
    def transactions(self) -> int:
        """How many transactions are open, those for which a connection is still being made too."""
        return sum(pool.checkedout() for pool in self.pools if isinstance(pool, QueuePool))

    async def ended(self) -> None:
        """Waits until no transaction is open: whoever is in one may do anything when it ends."""
        while self.transactions:
            self._given_back.clear()
            # A connection that could not be made is never given back.
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_LOOK_AGAIN):
                    await self._given_back.wait()

    async def count(self) -> int:
        """How many jobs and entrusted messages are being worked on, or should be.

        The database is asked unless nothing was written and no time passed since it said that there is nothing. There
        is a way to a thread and back in any case, on which everything else gets on.
        """
        written = await asyncio.to_thread(self._written)
        at = None if written is None else (written, self._clock.now())
        if at is not None and at == self._nothing_at:
            return 0
        async with self._db.reading() as connection:
            now = self._clock.now() if at is None else at[1]
            count = int((await connection.execute(_WORK, {"now": now})).scalar_one())
        self._nothing_at = None if count else at
        return count

    def _note(self, connection: DBAPIConnection | None, entry: ConnectionPoolEntry) -> None:
        self._given_back.set()

    def _written(self) -> bytes | None:
        if self._index is None:
            return None
        try:
            with self._index.open("rb") as index:
                header = index.read(_HEADER)
        except FileNotFoundError:
            return None
        return header if len(header) == _HEADER else None
