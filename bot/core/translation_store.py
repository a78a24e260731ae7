"""What of translating is written down: translations made before, and how much of a day's budgets is spent.

A translation stands under a keyed hash of what it was made of: who reads the table learns no source text, and cannot
ask it for one either.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import BigInteger, Column, Table, Text, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.groupcommit import GroupCommit
from bot.core.tables import METADATA, UtcDateTime, Words, insert_into
from bot.domain.refs import CommunityId
from bot.ports.clock import Clock
from bot.ports.database import Database

TRANSLATION_REMEMBERED = Table(
    "translation_remembered",
    METADATA,
    Column("digest", Text, primary_key=True, comment="keyed: of the text, the pair, the service and the glossary"),
    Column("translation", Words, nullable=False),
    Column("made", UtcDateTime, nullable=False, index=True),
)

TRANSLATION_SPENT = Table(
    "translation_spent",
    METADATA,
    Column("day", Text, primary_key=True, comment="YYYY-MM-DD, UTC"),
    Column("service", Text, primary_key=True),
    Column("community", BigInteger, primary_key=True, autoincrement=False, comment="0: all together"),
    Column("characters", BigInteger, nullable=False),
)

KEPT = timedelta(days=7)
"""How long a translation is remembered."""

MOST = 50_000
"""Translations that are remembered; the oldest go first."""

CLEANED_EVERY = 1_000
"""Translations written, after which those over the most go, also between two rounds of the upkeep."""

ALL_TOGETHER = CommunityId(0)
"""Stands for all communities."""

Spent = Mapping[tuple[str, CommunityId], int]
"""Characters, by the service's name and the community; :data:`ALL_TOGETHER` has those of everybody."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A translation to be written down."""

    digest: str
    translation: str


class TranslationStore:
    """Reads and writes both tables. Everything raises :class:`StorageUnavailable`."""

    def __init__(self, db: Database, clock: Clock, *, most: int = MOST) -> None:
        self._db = db
        self._clock = clock
        self._most = most
        self._since_cleaned = 0
        self._writes: GroupCommit[Remembered, None] = GroupCommit(db, self._write)

    async def remembered(self, digest: str) -> str | None:
        """The translation under a digest, unless it is too old."""
        columns = TRANSLATION_REMEMBERED.c
        young = columns.made > self._clock.now() - KEPT
        async with self._db.reading() as connection:
            found: str | None = (
                await connection.scalars(select(columns.translation).where(columns.digest == digest, young))
            ).one_or_none()
        return found

    async def remember(self, digest: str, translation: str) -> None:
        """Writes a translation down, with others that come at the same time."""
        await self._writes.submit(Remembered(digest, translation))

    async def idle(self) -> None:
        """Waits until nothing is being written."""
        await self._writes.idle()

    async def _write(self, connection: AsyncConnection, items: Sequence[Remembered]) -> Sequence[None]:
        now = self._clock.now()
        rows = {one.digest: {"digest": one.digest, "translation": one.translation, "made": now} for one in items}
        put = insert_into(connection, TRANSLATION_REMEMBERED).values(list(rows.values()))
        await connection.execute(
            put.on_conflict_do_update(
                index_elements=["digest"], set_={"translation": put.excluded.translation, "made": put.excluded.made}
            )
        )
        self._since_cleaned += len(rows)
        if self._since_cleaned >= CLEANED_EVERY:
            await self._forget_oldest(connection)
        return [None] * len(items)

    async def clean(self) -> None:
        """Forgets what is too old or too much, and the budgets of days that are over."""
        now = self._clock.now()
        async with self._db.writing() as connection:
            columns = TRANSLATION_REMEMBERED.c
            await connection.execute(delete(TRANSLATION_REMEMBERED).where(columns.made <= now - KEPT))
            await self._forget_oldest(connection)
            over = TRANSLATION_SPENT.c.day < (now - timedelta(days=1)).date().isoformat()
            await connection.execute(delete(TRANSLATION_SPENT).where(over))

    async def _forget_oldest(self, connection: AsyncConnection) -> None:
        self._since_cleaned = 0
        columns = TRANSLATION_REMEMBERED.c
        newest_too_many = select(columns.made).order_by(columns.made.desc()).offset(self._most).limit(1)
        made = (await connection.scalars(newest_too_many)).one_or_none()
        if made is not None:
            await connection.execute(delete(TRANSLATION_REMEMBERED).where(columns.made <= made))

    async def spent(self, day: date) -> Spent:
        """What was spent on a day (UTC) so far."""
        columns = TRANSLATION_SPENT.c
        chosen = select(columns.service, columns.community, columns.characters).where(columns.day == day.isoformat())
        async with self._db.reading() as connection:
            rows = (await connection.execute(chosen)).all()
        return {(service, CommunityId(community)): characters for service, community, characters in rows}

    async def add_spent(self, day: date, more: Spent) -> None:
        """Adds to what was spent on a day, all or nothing."""
        rows = [
            {"day": day.isoformat(), "service": service, "community": community, "characters": characters}
            for (service, community), characters in sorted(more.items())
        ]
        async with self._db.writing() as connection:
            for row in rows:
                put = insert_into(connection, TRANSLATION_SPENT).values(**row)
                counted = TRANSLATION_SPENT.c.characters + put.excluded.characters
                await connection.execute(
                    put.on_conflict_do_update(
                        index_elements=["day", "service", "community"], set_={"characters": counted}
                    )
                )
