"""Whom somebody was shown, whom they asked, and when they were last told that somebody came."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Table, Text, delete, or_, select

from bot.api.tables import BigId, UtcDateTime, Words, insert_into
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.spies.store.metadata import METADATA

SHOWN = Table(
    "spies_shown",
    METADATA,
    Column("community", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, comment="to whom"),
    Column("other", BigId, primary_key=True, autoincrement=False, index=True, comment="whom"),
    Column("codename", Words, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

ASK = Table(
    "spies_ask",
    METADATA,
    Column("cause", Text, primary_key=True, comment="the event that it was asked by"),
    Column("community", BigId, nullable=False, index=True),
    Column("person", BigId, nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False, index=True),
)

TOLD = Table(
    "spies_told",
    METADATA,
    Column("community", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True),
    Column("at", UtcDateTime, nullable=False, comment="when they were last told that somebody came"),
)


@dataclass(frozen=True, slots=True)
class Finds:
    """Keeps them."""

    db: Database

    async def shown(self, community: CommunityId, person: PersonId, since: datetime) -> Mapping[PersonId, str]:
        """Whom somebody was shown since a moment, by their codenames."""
        asked = select(SHOWN.c.other, SHOWN.c.codename).where(
            SHOWN.c.community == community, SHOWN.c.person == person, SHOWN.c.at > since
        )
        async with self.db.reading() as reading:
            return {PersonId(int(row.other)): str(row.codename) for row in await reading.execute(asked)}

    async def show(
        self, community: CommunityId, person: PersonId, other: PersonId, codename: str, now: datetime
    ) -> None:
        """Somebody is shown another."""
        values = {"codename": codename, "at": now}
        async with self.db.writing() as writing:
            put = insert_into(writing, SHOWN).values(community=community, person=person, other=other, **values)
            await writing.execute(
                put.on_conflict_do_update(index_elements=["community", "person", "other"], set_=values)
            )

    async def begin_anew(self, community: CommunityId, person: PersonId) -> None:
        """Whom somebody passed over may be shown again."""
        theirs = (SHOWN.c.community == community) & (SHOWN.c.person == person)
        async with self.db.writing() as writing:
            await writing.execute(delete(SHOWN).where(theirs))

    async def asks(self, person: PersonId, since: datetime, *, but: str) -> Sequence[datetime]:
        """When somebody asked since a moment, by other causes than this."""
        theirs = select(ASK.c.at).where(ASK.c.person == person, ASK.c.at > since, ASK.c.cause != but)
        async with self.db.reading() as reading:
            return list(await reading.scalars(theirs))

    async def asked(self, community: CommunityId, person: PersonId, cause: str, now: datetime) -> None:
        """Counts an ask, once for each cause."""
        async with self.db.writing() as writing:
            put = insert_into(writing, ASK).values(cause=cause, community=community, person=person, at=now)
            await writing.execute(put.on_conflict_do_nothing(index_elements=["cause"]))

    async def told(self, community: CommunityId) -> Mapping[PersonId, datetime]:
        """When those who wait were last told that somebody came."""
        asked = select(TOLD.c.person, TOLD.c.at).where(TOLD.c.community == community)
        async with self.db.reading() as reading:
            return {PersonId(int(row.person)): row.at for row in await reading.execute(asked)}

    async def tell(self, community: CommunityId, person: PersonId, now: datetime) -> None:
        """Somebody is told."""
        async with self.db.writing() as writing:
            put = insert_into(writing, TOLD).values(community=community, person=person, at=now)
            await writing.execute(put.on_conflict_do_update(index_elements=["community", "person"], set_={"at": now}))

    async def sweep(self, before: datetime) -> None:
        """Forgets what counts no more."""
        async with self.db.writing() as writing:
            for table in (SHOWN, ASK, TOLD):
                await writing.execute(delete(table).where(table.c.at < before))

    async def forget(self, person: PersonId) -> None:
        """Erases somebody."""
        async with self.db.writing() as writing:
            await writing.execute(delete(SHOWN).where(or_(SHOWN.c.person == person, SHOWN.c.other == person)))
            for table in (ASK, TOLD):
                await writing.execute(delete(table).where(table.c.person == person))

    async def erase(self, community: CommunityId) -> None:
        """Erases a club."""
        async with self.db.writing() as writing:
            for table in (SHOWN, ASK, TOLD):
                await writing.execute(delete(table).where(table.c.community == community))
