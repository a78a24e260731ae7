"""When people wrote on a line: for each week once, and the last time in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Integer, Table, bindparam, delete, func, select, update

from bot.api import JsonValue
from bot.api.tables import BigId, UtcDateTime, alone, insert_into
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.spies.rules.keeping import COUNTED_EVERY
from cogs.spies.rules.pairs import PairId
from cogs.spies.store.metadata import METADATA
from cogs.spies.store.pairs import PAIR

WROTE = Table(
    "spies_wrote",
    METADATA,
    Column("pair", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True),
    Column("week", Integer, primary_key=True, autoincrement=False, comment="of the line, from 0"),
    Column("last", UtcDateTime, nullable=False, comment="in that week; an hour may be missing"),
)

BOTH = 2
"""How many have to write in a week so that they wrote each other; of three it is any two."""

_LAST_OF_ONE = select(WROTE.c.last).where(
    WROTE.c.pair == bindparam("pair"), WROTE.c.person == bindparam("person"), WROTE.c.week == bindparam("week")
)
_WEEKS = (
    select(WROTE.c.week)
    .where(WROTE.c.pair == bindparam("pair"))
    .group_by(WROTE.c.week)
    .having(func.count() >= BOTH)
    .order_by(WROTE.c.week)
)


@dataclass(frozen=True, slots=True)
class Wrote:
    """Keeps it."""

    db: Database

    async def said(self, pair: PairId, person: PersonId, week: int, at: datetime) -> bool:
        """Somebody wrote. False, and nothing is kept, when they had written within the hour."""
        asked = {"pair": pair, "person": person, "week": week}
        async with self.db.reading() as reading:
            last = (await reading.execute(_LAST_OF_ONE, asked)).scalar_one_or_none()
        if last is not None and at - last < COUNTED_EVERY:
            return False
        async with self.db.writing() as writing:
            put = insert_into(writing, WROTE).values(pair=pair, person=person, week=week, last=at)
            await writing.execute(
                put.on_conflict_do_update(index_elements=["pair", "person", "week"], set_={"last": at})
            )
        return True

    async def last(self, pair: PairId) -> datetime | None:
        """When anybody last wrote there, to the hour; None for never."""
        asked = select(WROTE.c.last).where(WROTE.c.pair == pair).order_by(WROTE.c.last.desc()).limit(1)
        async with self.db.reading() as reading:
            return (await reading.execute(asked)).scalar_one_or_none()

    async def weeks(self, pair: PairId) -> Sequence[int]:
        """The weeks in which at least two of them wrote."""
        async with self.db.reading() as reading:
            return [int(row.week) for row in await reading.execute(_WEEKS, {"pair": pair})]

    async def drop(self, pair: PairId) -> None:
        """Forgets a line that ended."""
        async with self.db.writing() as writing:
            await writing.execute(delete(WROTE).where(WROTE.c.pair == pair))

    async def export(self, person: PersonId) -> JsonValue:
        """When somebody wrote, by line and week; None when they never did."""
        theirs = select(WROTE).where(WROTE.c.person == person).order_by(WROTE.c.pair, WROTE.c.week)
        async with self.db.reading() as reading:
            rows: list[JsonValue] = [
                {"line": row.pair, "week": row.week, "last": row.last.isoformat()}
                for row in await reading.execute(theirs)
            ]
        return rows or None

    async def forget(self, person: PersonId) -> None:
        """Erases a person."""
        async with self.db.writing() as writing:
            await writing.execute(delete(WROTE).where(WROTE.c.person == person))

    async def erase(self, community: CommunityId) -> None:
        """Erases a community: what was noted on its lines, which must be there still."""
        theirs = select(PAIR.c.id).where(PAIR.c.community == community)
        async with self.db.writing() as writing:
            await writing.execute(delete(WROTE).where(WROTE.c.pair.in_(theirs)))

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Two persons are one: what either wrote is theirs."""
        async with self.db.writing() as writing:
            await alone(writing, "spies-merge")
            other = WROTE.alias("other")
            both = (
                select(other.c.pair)
                .where(other.c.person == kept, other.c.pair == WROTE.c.pair, other.c.week == WROTE.c.week)
                .exists()
            )
            await writing.execute(delete(WROTE).where(WROTE.c.person == gone, both))
            await writing.execute(update(WROTE).where(WROTE.c.person == gone).values(person=kept))
