"""Rounds: each is planned once, whatever happens in between, and what came of it is known."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Boolean, Column, Integer, Table, Text, UniqueConstraint, delete, func, select, update

from bot.api.tables import BigId, UtcDateTime, alone, insert_into
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.spies.rules.rounds import Round
from cogs.spies.store.metadata import METADATA
from cogs.spies.store.proposal_rows import LOCK, Wanted, make_many

ROUND = Table(
    "spies_round",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("community", BigId, nullable=False, index=True),
    Column("cause", Text, nullable=False, comment="after which one it was due, or the event that called for it"),
    Column("at", UtcDateTime, nullable=False),
    Column("planned", Boolean, nullable=False, comment="who is asked stands"),
    Column("people", Integer, nullable=False, comment="who took part"),
    Column("matched", Integer, nullable=False),
    UniqueConstraint("community", "cause"),
    sqlite_autoincrement=True,
)

LEFT = Table(
    "spies_left",
    METADATA,
    Column("round", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True, comment="who stayed without anybody"),
    Column("told", Boolean, nullable=False),
)

TICK = Table(
    "spies_tick",
    METADATA,
    Column("community", BigId, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime, nullable=False, comment="when it is next looked who waits, and whether a round is due"),
)


@dataclass(frozen=True, slots=True)
class Rounds:
    """Keeps them."""

    db: Database

    async def begin(self, community: CommunityId, cause: str, now: datetime) -> Round:
        """A round, new or begun before by the same cause."""
        async with self.db.writing() as writing:
            put = insert_into(writing, ROUND).values(
                community=community, cause=cause, at=now, planned=False, people=0, matched=0
            )
            await writing.execute(put.on_conflict_do_nothing(index_elements=["community", "cause"]))
            this = select(ROUND).where(ROUND.c.community == community, ROUND.c.cause == cause)
            row = (await writing.execute(this)).one()
            return Round(int(row.id), row.at, bool(row.planned), int(row.people), int(row.matched))

    async def plan(self, round_: Round, wanted: Sequence[Wanted], left: Collection[PersonId], now: datetime) -> bool:
        """Settles who is asked and who is left over, all at once; False when it was settled before.

        Args:
            round_: which.
            wanted: the questions.
            left: who stays without anybody.
            now: aware.
        """
        matched = sum(len(one.keys) for one in wanted)
        async with self.db.writing() as writing:
            await alone(writing, LOCK)
            first = update(ROUND).where(ROUND.c.id == round_.id, ~ROUND.c.planned)
            values = first.values(planned=True, people=matched + len(left), matched=matched)
            if not (await writing.execute(values)).rowcount:
                return False
            await make_many(writing, wanted, now)
            rows = [{"round": round_.id, "person": person, "told": False} for person in sorted(left)]
            for start in range(0, len(rows), _AT_ONCE):
                await writing.execute(insert_into(writing, LEFT).values(rows[start : start + _AT_ONCE]))
            return True

    async def untold(self, round_: Round, most: int) -> Sequence[PersonId]:
        """Who stayed without anybody, and was not told so yet."""
        theirs = select(LEFT.c.person).where(LEFT.c.round == round_.id, ~LEFT.c.told).order_by(LEFT.c.person)
        async with self.db.reading() as reading:
            return [PersonId(int(person)) for person in await reading.scalars(theirs.limit(most))]

    async def tell(self, round_: Round, person: PersonId) -> None:
        """Somebody was told."""
        theirs = (LEFT.c.round == round_.id) & (LEFT.c.person == person)
        async with self.db.writing() as writing:
            await writing.execute(update(LEFT).where(theirs).values(told=True))

    async def lately(self, community: CommunityId, limit: int) -> Sequence[Round]:
        """The rounds that were planned, the newest first."""
        these = select(ROUND).where(ROUND.c.community == community, ROUND.c.planned)
        async with self.db.reading() as reading:
            rows = await reading.execute(these.order_by(ROUND.c.at.desc(), ROUND.c.id.desc()).limit(limit))
            return [Round(int(row.id), row.at, bool(row.planned), int(row.people), int(row.matched)) for row in rows]

    async def last(self, community: CommunityId) -> datetime | None:
        """When the last round was begun."""
        latest = select(func.max(ROUND.c.at)).where(ROUND.c.community == community)
        async with self.db.reading() as reading:
            at: datetime | None = (await reading.execute(latest)).scalar_one()
        return at

    async def next_look(self, community: CommunityId) -> datetime | None:
        """When it is next looked who waits; None when nobody ever did."""
        this = select(TICK.c.at).where(TICK.c.community == community)
        async with self.db.reading() as reading:
            at: datetime | None = (await reading.execute(this)).scalar_one_or_none()
        return at

    async def look_at(self, community: CommunityId, at: datetime | None) -> None:
        """When it is next looked; None for never."""
        async with self.db.writing() as writing:
            if at is None:
                await writing.execute(delete(TICK).where(TICK.c.community == community))
                return
            put = insert_into(writing, TICK).values(community=community, at=at)
            await writing.execute(put.on_conflict_do_update(index_elements=["community"], set_={"at": at}))

    async def forget(self, person: PersonId) -> None:
        """Erases somebody; how many took part stays."""
        async with self.db.writing() as writing:
            await writing.execute(delete(LEFT).where(LEFT.c.person == person))

    async def erase(self, community: CommunityId) -> None:
        """Erases a club."""
        here = select(ROUND.c.id).where(ROUND.c.community == community)
        async with self.db.writing() as writing:
            await writing.execute(delete(LEFT).where(LEFT.c.round.in_(here)))
            for table in (ROUND, TICK):
                await writing.execute(delete(table).where(table.c.community == community))


_AT_ONCE = 500
"""Rows in one statement; databases have an end to how many values they take."""
