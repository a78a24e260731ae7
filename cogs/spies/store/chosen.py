"""To which of several lines goes what somebody writes in private."""

from dataclasses import dataclass

from sqlalchemy import Column, Table, delete, select, update

from bot.api.tables import BigId, insert_into
from bot.domain.refs import PersonId
from bot.ports.database import Database
from cogs.spies.rules.pairs import PairId
from cogs.spies.store.metadata import METADATA

CHOSEN = Table(
    "spies_chosen",
    METADATA,
    Column("person", BigId, primary_key=True, autoincrement=False),
    Column("pair", BigId, nullable=False, index=True),
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Keeps whom somebody chose to write to."""

    db: Database

    async def of(self, person: PersonId) -> PairId | None:
        """The line that they chose last; it may have ended."""
        async with self.db.reading() as reading:
            found = (await reading.execute(select(CHOSEN.c.pair).where(CHOSEN.c.person == person))).scalar_one_or_none()
        return None if found is None else PairId(int(found))

    async def choose(self, person: PersonId, pair: PairId) -> None:
        """They write to this one from now on."""
        async with self.db.writing() as writing:
            put = insert_into(writing, CHOSEN).values(person=person, pair=pair)
            await writing.execute(put.on_conflict_do_update(index_elements=["person"], set_={"pair": pair}))

    async def ended(self, pair: PairId) -> None:
        """Nobody writes to a line that ended."""
        async with self.db.writing() as writing:
            await writing.execute(delete(CHOSEN).where(CHOSEN.c.pair == pair))

    async def forget(self, person: PersonId) -> None:
        """Erases a person."""
        async with self.db.writing() as writing:
            await writing.execute(delete(CHOSEN).where(CHOSEN.c.person == person))

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Two persons are one: what the kept one chose counts."""
        async with self.db.writing() as writing:
            known = (await writing.execute(select(CHOSEN.c.pair).where(CHOSEN.c.person == kept))).first()
            if known is None:
                await writing.execute(update(CHOSEN).where(CHOSEN.c.person == gone).values(person=kept))
            else:
                await writing.execute(delete(CHOSEN).where(CHOSEN.c.person == gone))
