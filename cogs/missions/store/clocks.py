"""Language clocks, and what was said while they ran."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.tables import alone, insert_into
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.missions.rules.clock import ASKED_FOR, Clock, ClockId, Share
from cogs.missions.store.tables import AGREED, CLOCK, SHARE


@dataclass(frozen=True, slots=True)
class Clocks:
    """Keeps them, one on a line at a time."""

    db: Database

    async def of(self, clock: ClockId) -> Clock | None:
        """A clock by its id; None when it is over."""
        async with self.db.reading() as reading:
            return await _one(reading, clock)

    async def on(self, line: int) -> Clock | None:
        """The clock of a line, proposed or running."""
        async with self.db.reading() as reading:
            found = select(CLOCK.c.id).where(CLOCK.c.line == line)
            clock = (await reading.execute(found)).scalar_one_or_none()
            return None if clock is None else await _one(reading, ClockId(int(clock)))

    async def propose(self, proposed: Clock, by: PersonId) -> Clock | None:
        """Keeps a proposal, in place of another of the same person's; the same again is the one that is there.

        Args:
            proposed: without its id.
            by: who proposes it, and so agrees to it.

        Returns:
            None when another's waits for its answer, or one runs.
        """
        async with self.db.writing() as writing:
            await alone(writing, f"missions clock {proposed.line}")
            stands = select(CLOCK.c.id).where(CLOCK.c.line == proposed.line)
            there = (await writing.execute(stands)).scalar_one_or_none()
            now = None if there is None else await _one(writing, ClockId(int(there)))
            if now is not None:
                if now.by == by and (now.minutes, now.first, now.second) == _what(proposed):
                    return now
                old = now.started is None and now.made <= proposed.made - ASKED_FOR
                if now.started is not None or (now.by != by and not old):
                    return None
                await _remove(writing, now.id)
            put = insert_into(writing, CLOCK).values(
                line=proposed.line,
                community=proposed.community,
                by=by,
                minutes=proposed.minutes,
                first=proposed.first,
                second=proposed.second,
                made=proposed.made,
                started=None,
            )
            made = ClockId(int((await writing.execute(put.returning(CLOCK.c.id))).scalar_one()))
            await writing.execute(insert_into(writing, AGREED).values(clock=made, person=by))
            return await _one(writing, made)

    async def agree(self, clock: Clock, person: PersonId, people: frozenset[PersonId], at: datetime) -> Clock | None:
        """Keeps somebody's yes; with the last of them the clock starts. None when it is over."""
        async with self.db.writing() as writing:
            await alone(writing, f"missions clock {clock.line}")
            now = await _one(writing, clock.id)
            if now is None:
                return None
            if now.started is None:
                put = insert_into(writing, AGREED).values(clock=clock.id, person=person)
                await writing.execute(put.on_conflict_do_nothing())
                if people <= now.agreed | {person}:
                    await writing.execute(update(CLOCK).where(CLOCK.c.id == clock.id).values(started=at))
            return await _one(writing, clock.id)

    async def count(self, line: int, person: PersonId, tongue: str, letters: int) -> None:
        """Adds to somebody's share, in one statement, if a clock runs on a line."""
        running = select(CLOCK.c.id).where(CLOCK.c.line == line, CLOCK.c.started.is_not(None))
        async with self.db.writing() as writing:
            clock = (await writing.execute(running)).scalar_one_or_none()
            if clock is None:
                return
            put = insert_into(writing, SHARE).values(clock=clock, person=person, tongue=tongue, letters=letters)
            added = {"letters": SHARE.c.letters + put.excluded.letters}
            await writing.execute(put.on_conflict_do_update(index_elements=["clock", "person", "tongue"], set_=added))

    async def shares(self, clock: ClockId) -> Sequence[Share]:
        """What was said so far."""
        async with self.db.reading() as reading:
            rows = (await reading.execute(select(SHARE).where(SHARE.c.clock == clock))).all()
            return [Share(PersonId(int(row.person)), str(row.tongue), int(row.letters)) for row in rows]

    async def remove(self, clock: ClockId) -> None:
        """Ends a clock, and forgets what was counted."""
        async with self.db.writing() as writing:
            await _remove(writing, clock)


def _what(clock: Clock) -> tuple[int, str, str]:
    return clock.minutes, clock.first, clock.second


async def _remove(writing: AsyncConnection, clock: ClockId) -> None:
    for table in (AGREED, SHARE):
        await writing.execute(delete(table).where(table.c.clock == clock))
    await writing.execute(delete(CLOCK).where(CLOCK.c.id == clock))


async def _one(connection: AsyncConnection, clock: ClockId) -> Clock | None:
    row = (await connection.execute(select(CLOCK).where(CLOCK.c.id == clock))).one_or_none()
    return None if row is None else await _read(connection, row)


async def _read(connection: AsyncConnection, row: Row[tuple[object, ...]]) -> Clock:
    who = select(AGREED.c.person).where(AGREED.c.clock == row.id)
    return Clock(
        ClockId(int(row.id)),
        int(row.line),
        CommunityId(int(row.community)),
        None if row.by is None else PersonId(int(row.by)),
        int(row.minutes),
        str(row.first),
        str(row.second),
        row.made,
        frozenset(PersonId(int(person)) for person in (await connection.execute(who)).scalars()),
        row.started,
    )
