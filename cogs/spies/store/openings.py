"""With what people begin on their lines, who was warned of what, and how far each has come."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Table, Text, delete, func, select, update

from bot.api.tables import BigId, UtcDateTime, insert_into
from bot.domain.refs import CommunityId, MessageRef, PersonId
from bot.ports.database import Database
from cogs.spies.rules.pairs import PairId
from cogs.spies.rules.scams import Scam
from cogs.spies.rules.screening import FIRST_MESSAGES, OPENING_DAYS, OPENING_LINES, WARNED_AGAIN
from cogs.spies.store.metadata import METADATA
from cogs.spies.store.pairs import PAIR

BEGUN = Table(
    "spies_begun",
    METADATA,
    Column("pair", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True),
    Column("message", Text, primary_key=True, comment="one of their first on this line"),
    Column("community", BigId, nullable=False, index=True),
    Column("digest", Text, nullable=True, index=True, comment="of an opening; emptied after a week"),
    Column("at", UtcDateTime, nullable=False, index=True),
)

ALERTED = Table(
    "spies_alerted",
    METADATA,
    Column("community", BigId, primary_key=True, autoincrement=False),
    Column("digest", Text, primary_key=True, comment="of an opening that moderators were told of"),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("message", Text, nullable=False, comment="because of which"),
)

WARNED = Table(
    "spies_warned",
    METADATA,
    Column("pair", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True, comment="who was warned"),
    Column("kind", Text, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("message", Text, nullable=False, comment="because of which"),
)


@dataclass(frozen=True, slots=True)
class Openings:
    """Keeps them."""

    db: Database

    async def said(
        self, pair: PairId, person: PersonId, message: MessageRef, community: CommunityId, now: datetime
    ) -> int:
        """Counts a message of somebody's on a line: which it is, up to one past the first; told again, the same."""
        async with self.db.writing() as writing:
            theirs = (BEGUN.c.pair == pair) & (BEGUN.c.person == person)
            count = int((await writing.execute(select(func.count()).where(theirs))).scalar_one())
            if count > FIRST_MESSAGES:
                return count
            put = insert_into(writing, BEGUN).values(
                pair=pair, person=person, message=str(message), community=community, at=now
            )
            made = await writing.execute(put.on_conflict_do_nothing())
            if made.rowcount:
                return count + 1
            this = select(BEGUN.c.at).where(theirs, BEGUN.c.message == str(message)).scalar_subquery()
            before = select(func.count()).where(theirs, BEGUN.c.at < this)
            return int((await writing.execute(before)).scalar_one()) + 1

    async def so_far(self, pair: PairId, person: PersonId) -> int:
        """How many messages of somebody's on a line were counted, up to one past the first."""
        theirs = select(func.count()).where(BEGUN.c.pair == pair, BEGUN.c.person == person)
        async with self.db.reading() as reading:
            return int((await reading.execute(theirs)).scalar_one())

    async def opened_with(
        self, pair: PairId, person: PersonId, message: MessageRef, digest: str, community: CommunityId, now: datetime
    ) -> int:
        """Notes an opening; on how many lines of the club it was lately, or 0 where that is not to be told of.

        It is told of once: from :data:`OPENING_LINES` on, and then not for as long as openings are compared. For the
        same message it says the same again.
        """
        since = now - OPENING_DAYS
        async with self.db.writing() as writing:
            over = select(PAIR.c.id).where(PAIR.c.ended.is_not(None))
            await writing.execute(delete(BEGUN).where(BEGUN.c.at < since, BEGUN.c.pair.in_(over)))
            old = update(BEGUN).where(BEGUN.c.at < since, BEGUN.c.digest.is_not(None))
            await writing.execute(old.values(digest=None))
            await writing.execute(delete(ALERTED).where(ALERTED.c.at < since))
            this = (BEGUN.c.pair == pair) & (BEGUN.c.person == person) & (BEGUN.c.message == str(message))
            await writing.execute(update(BEGUN).where(this).values(digest=digest))
            same = (BEGUN.c.community == community) & (BEGUN.c.digest == digest)
            lines = select(func.count(BEGUN.c.pair.distinct())).where(same)
            count = int((await writing.execute(lines)).scalar_one())
            if count < OPENING_LINES:
                return 0
            alerted = insert_into(writing, ALERTED).values(
                community=community, digest=digest, at=now, message=str(message)
            )
            again = alerted.on_conflict_do_update(
                index_elements=["community", "digest"], set_={"at": now}, where=ALERTED.c.message == str(message)
            )
            made = await writing.execute(again)
            return count if made.rowcount else 0

    async def warn(self, pair: PairId, person: PersonId, kind: Scam, message: MessageRef, now: datetime) -> bool:
        """Whether somebody is to be warned now of a kind of talk; for the same message it says the same again."""
        async with self.db.writing() as writing:
            put = insert_into(writing, WARNED).values(
                pair=pair, person=person, kind=kind.value, at=now, message=str(message)
            )
            again = put.on_conflict_do_update(
                index_elements=["pair", "person", "kind"],
                set_={"at": now, "message": str(message)},
                where=(WARNED.c.at <= now - WARNED_AGAIN) | (WARNED.c.message == str(message)),
            )
            return bool((await writing.execute(again)).rowcount)

    # ---------------------------------------------------------------------------------------------------- what is kept

    async def forget(self, person: PersonId) -> None:
        """Erases a person, with the names of their messages wherever they stand."""
        theirs = select(BEGUN.c.message).where(BEGUN.c.person == person)
        async with self.db.writing() as writing:
            await writing.execute(delete(ALERTED).where(ALERTED.c.message.in_(theirs)))
            await writing.execute(delete(WARNED).where(WARNED.c.message.in_(theirs)))
            await writing.execute(delete(BEGUN).where(BEGUN.c.person == person))
            await writing.execute(delete(WARNED).where(WARNED.c.person == person))

    async def merge(self, gone: PersonId) -> None:
        """Two persons are one: the lines of who is gone begin anew, which only makes us look more closely."""
        await self.forget(gone)

    async def ended(self, pair: PairId) -> None:
        """A line ended: only how it was opened is kept for its week."""
        async with self.db.writing() as writing:
            await writing.execute(delete(BEGUN).where(BEGUN.c.pair == pair, BEGUN.c.digest.is_(None)))
            await writing.execute(delete(WARNED).where(WARNED.c.pair == pair))

    async def erase(self, community: CommunityId) -> None:
        """Erases a club's, with what is noted of its lines, which must be there still."""
        lines = select(PAIR.c.id).where(PAIR.c.community == community)
        async with self.db.writing() as writing:
            await writing.execute(delete(WARNED).where(WARNED.c.pair.in_(lines)))
            await writing.execute(delete(BEGUN).where(BEGUN.c.community == community))
            await writing.execute(delete(ALERTED).where(ALERTED.c.community == community))
