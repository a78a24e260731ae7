"""Who found each other again by the names they had elsewhere, and was told."""

from dataclasses import dataclass

from sqlalchemy import Column, Table, delete, select

from bot.api.tables import BigId, insert_into
from bot.domain.refs import PersonId
from bot.ports.database import Database
from cogs.spies.store.metadata import METADATA

REUNION = Table(
    "spies_reunion",
    METADATA,
    Column("one", BigId, primary_key=True, autoincrement=False, comment="the smaller id"),
    Column("other", BigId, primary_key=True, autoincrement=False, index=True),
)


@dataclass(frozen=True, slots=True)
class Reunions:
    """Keeps them, so that nobody is told twice."""

    db: Database

    async def told(self, one: PersonId, other: PersonId) -> bool:
        """Whether the two were told of each other."""
        lesser, greater = sorted((one, other))
        asked = select(REUNION.c.one).where(REUNION.c.one == lesser, REUNION.c.other == greater)
        async with self.db.reading() as reading:
            return (await reading.execute(asked)).first() is not None

    async def keep(self, one: PersonId, other: PersonId) -> None:
        """The two were told."""
        lesser, greater = sorted((one, other))
        async with self.db.writing() as writing:
            put = insert_into(writing, REUNION).values(one=lesser, other=greater)
            await writing.execute(put.on_conflict_do_nothing(index_elements=["one", "other"]))

    async def forget(self, person: PersonId) -> None:
        """Erases somebody."""
        async with self.db.writing() as writing:
            await writing.execute(delete(REUNION).where((REUNION.c.one == person) | (REUNION.c.other == person)))

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Two are one: whoever one of them was told of, the one they are now was."""
        theirs = (REUNION.c.one == gone) | (REUNION.c.other == gone)
        async with self.db.reading() as reading:
            rows = (await reading.execute(select(REUNION).where(theirs))).all()
        for row in rows:
            other = PersonId(row.other if row.one == gone else row.one)
            if other != kept:
                await self.keep(kept, other)
        await self.forget(gone)
