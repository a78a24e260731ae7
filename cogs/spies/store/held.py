"""Which messages wait before they cross a line, and for what. Their words are the mirror's."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Column, ColumnElement, Table, Text, delete, select

from bot.api.tables import BigId, insert_into
from bot.domain.refs import MessageRef, PersonId
from bot.ports.database import Database
from cogs.spies.rules.pairs import PairId
from cogs.spies.store.metadata import METADATA

HELD = Table(
    "spies_held",
    METADATA,
    Column("pair", BigId, primary_key=True, autoincrement=False),
    Column("message", Text, primary_key=True),
    Column("why", Text, primary_key=True),
    Column("person", BigId, nullable=False, index=True, comment="on whom it waits"),
)


class Why(StrEnum):
    """For what a message waits."""

    OFF_DUTY = "off-duty"
    WHOM = "whom"
    """Its author has yet to say to whom it goes."""
    CONTACT = "contact"
    """Its author has yet to say whether contact data is to cross."""
    FILES = "files"
    """Links and files cross from the third day on, or when all agree."""


_THROUGH = "through"
"""Stands where others have a :class:`Why`: contact data in it may cross, its author was asked."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Keeps what waits."""

    db: Database

    async def hold(self, pair: PairId, message: MessageRef, why: Why, person: PersonId) -> None:
        """A message waits on somebody; once, however often it is told."""
        await self._put(pair, message, why.value, person)

    async def on(self, pair: PairId, why: Why, person: PersonId) -> Sequence[MessageRef]:
        """What waits on somebody."""
        waits = select(HELD.c.message).where(HELD.c.pair == pair, HELD.c.why == why.value, HELD.c.person == person)
        async with self.db.reading() as reading:
            return [MessageRef.parse(row.message) for row in (await reading.execute(waits)).all()]

    async def pairs(self, message: MessageRef, why: Why, person: PersonId) -> Sequence[PairId]:
        """On which lines a message waits on somebody."""
        this = (HELD.c.message == str(message)) & (HELD.c.person == person)
        waits = select(HELD.c.pair).where(this, HELD.c.why == why.value)
        async with self.db.reading() as reading:
            return [PairId(int(row.pair)) for row in (await reading.execute(waits.order_by(HELD.c.pair))).all()]

    async def whys(self, pair: PairId, message: MessageRef) -> frozenset[Why]:
        """For what a message waits."""
        this = (HELD.c.pair == pair) & (HELD.c.message == str(message))
        waits = select(HELD.c.why).where(this, HELD.c.why != _THROUGH)
        async with self.db.reading() as reading:
            return frozenset(Why(row.why) for row in (await reading.execute(waits)).all())

    async def let_through(self, pair: PairId, message: MessageRef, person: PersonId) -> None:
        """Its author wants contact data in it to cross, now and however they change it."""
        await self._put(pair, message, _THROUGH, person)

    async def sent_anyway(self, pair: PairId, message: MessageRef) -> bool:
        """Whether its author said so."""
        said = select(HELD.c.why).where(HELD.c.pair == pair, HELD.c.message == str(message), HELD.c.why == _THROUGH)
        async with self.db.reading() as reading:
            return (await reading.execute(said)).first() is not None

    async def done(self, pair: PairId, message: MessageRef, why: Why) -> bool:
        """It waits no longer; False when it did not. Of two who say so at once, one has done it."""
        return await self._gone((HELD.c.pair == pair) & (HELD.c.message == str(message)) & (HELD.c.why == why.value))

    async def dropped(self, pair: PairId, message: MessageRef) -> None:
        """It never crosses, whatever it waited for."""
        await self._gone((HELD.c.pair == pair) & (HELD.c.message == str(message)))

    async def ended(self, pair: PairId) -> None:
        """Nothing waits on a line that ended."""
        await self._gone(HELD.c.pair == pair)

    async def _put(self, pair: PairId, message: MessageRef, why: str, person: PersonId) -> None:
        async with self.db.writing() as writing:
            put = insert_into(writing, HELD).values(pair=pair, message=str(message), why=why, person=person)
            await writing.execute(put.on_conflict_do_nothing())

    async def _gone(self, such: ColumnElement[bool]) -> bool:
        async with self.db.writing() as writing:
            return bool((await writing.execute(delete(HELD).where(such))).rowcount)
