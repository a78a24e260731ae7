"""The audit list: who changed what in a community, as text keys with what they name."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text, delete, insert, select, update

from bot.api.house import AuditEntry
from bot.core.tables import METADATA, BigId, JsonText, UtcDateTime
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database

AUDIT = Table(
    "audit",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("community_id", BigId, ForeignKey("community.id", ondelete="CASCADE"), nullable=False),
    Column("cog", Text, nullable=False),
    Column("person_id", BigInteger, index=True, comment="NULL when the bot acted by itself, or they were forgotten"),
    Column("act", Text, nullable=False),
    Column("args", JsonText, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "community_id", "at"),
)

_ADDING = insert(AUDIT)


class AuditLog:
    """Acts of a community, to be read by its admins."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(
        self,
        community: CommunityId,
        cog: str,
        person: PersonId | None,
        act: str,
        args: Mapping[str, str],
        at: datetime,
    ) -> None:
        """Adds an act.

        Args:
            community: in which it was done.
            cog: whose texts hold ``act``.
            person: who did it, or None for the bot itself.
            act: a text's key.
            args: what the text names.
            at: when.
        """
        row = {"community_id": community, "cog": cog, "person_id": person, "act": act, "args": dict(args), "at": at}
        async with self._database.writing() as connection:
            await connection.execute(_ADDING, row)

    async def page(self, community: CommunityId, before: datetime | None, limit: int) -> Sequence[AuditEntry]:
        """Acts before a moment (None: the latest), the newest first, at most ``limit``.

        A page never ends between acts of the same moment, so that the next one, asked for before its last moment,
        leaves none out: it is longer than ``limit`` when it must be.
        """
        wanted = select(AUDIT).where(AUDIT.c.community_id == community)
        if before is not None:
            wanted = wanted.where(AUDIT.c.at < before)
        newest = wanted.order_by(AUDIT.c.at.desc(), AUDIT.c.id.desc())
        async with self._database.reading() as connection:
            rows = list((await connection.execute(newest.limit(limit))).all())
            if len(rows) == limit and rows:
                same = wanted.where(AUDIT.c.at == rows[-1].at, AUDIT.c.id < rows[-1].id)
                rows.extend((await connection.execute(same.order_by(AUDIT.c.id.desc()))).all())
        return [_entry(row.at, row.cog, row.act, row.args, row.person_id) for row in rows]

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Two persons became one."""
        async with self._database.writing() as connection:
            await connection.execute(update(AUDIT).where(AUDIT.c.person_id == gone).values(person_id=kept))

    async def of_person(self, person: PersonId) -> Sequence[AuditEntry]:
        """All acts of a person, for their export, the oldest first."""
        async with self._database.reading() as connection:
            rows = await connection.execute(select(AUDIT).where(AUDIT.c.person_id == person).order_by(AUDIT.c.id))
            return [_entry(row.at, row.cog, row.act, row.args, row.person_id) for row in rows]

    async def forget(self, person: PersonId) -> None:
        """Takes a person's name off their acts; the acts stay, since they belong to the community."""
        async with self._database.writing() as connection:
            await connection.execute(update(AUDIT).where(AUDIT.c.person_id == person).values(person_id=None))

    async def forget_before(self, moment: datetime) -> int:
        """Erases acts before a moment; returns how many."""
        async with self._database.writing() as connection:
            return (await connection.execute(delete(AUDIT).where(AUDIT.c.at < moment))).rowcount


def _entry(at: datetime, cog: str, act: str, args: Mapping[str, str], person: int | None) -> AuditEntry:
    by = None if person is None else PersonId(person)
    return AuditEntry(at, cog, act, tuple(args.items()), by)
