"""Reports: enough to see to one, and no more; the words themselves stand only in the moderators' place."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Column, Integer, Table, delete, insert, select, update

from bot.api.house import JsonValue
from bot.core.tables import METADATA, BigId, UtcDateTime
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database

REPORTS_KEPT = timedelta(days=90)
"""How long a report's row is kept."""

REPORT = Table(
    "report",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("community", BigId, nullable=False, index=True),
    Column("reporter", BigId, nullable=True, index=True),
    Column("closed_by", BigId, nullable=True),
    Column("made", UtcDateTime, nullable=False),
    Column("closed", UtcDateTime, nullable=True),
    Column("files", Integer, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Reports:
    """Keeps reports."""

    db: Database

    async def add(self, community: CommunityId, reporter: PersonId, files: int, at: datetime) -> int:
        """A new report's number."""
        async with self.db.writing() as writing:
            await writing.execute(delete(REPORT).where(REPORT.c.made < at - REPORTS_KEPT))
            row = await writing.execute(
                insert(REPORT)
                .values(community=community, reporter=reporter, made=at, files=files)
                .returning(REPORT.c.id)
            )
            return int(row.scalar_one())

    async def close(self, report: int, community: CommunityId, by: PersonId, at: datetime) -> bool:
        """Marks a report as seen to; False when somebody did before."""
        async with self.db.writing() as writing:
            row = await writing.execute(
                update(REPORT)
                .where(REPORT.c.id == report, REPORT.c.community == community, REPORT.c.closed.is_(None))
                .values(closed=at, closed_by=by)
            )
            return row.rowcount == 1

    async def of(self, person: PersonId) -> JsonValue:
        """The reports that a person made."""
        async with self.db.reading() as reading:
            rows = await reading.execute(select(REPORT).where(REPORT.c.reporter == person))
            return [{"made": row.made.isoformat(), "closed": row.closed is not None} for row in rows]

    async def forget(self, person: PersonId) -> None:
        """Leaves the reports without who made them or saw to them."""
        async with self.db.writing() as writing:
            await writing.execute(update(REPORT).where(REPORT.c.reporter == person).values(reporter=None))
            await writing.execute(update(REPORT).where(REPORT.c.closed_by == person).values(closed_by=None))

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Hands a person's reports to another."""
        async with self.db.writing() as writing:
            await writing.execute(update(REPORT).where(REPORT.c.reporter == gone).values(reporter=kept))
            await writing.execute(update(REPORT).where(REPORT.c.closed_by == gone).values(closed_by=kept))

    async def erase(self, community: CommunityId) -> None:
        """Erases a community's reports."""
        async with self.db.writing() as writing:
            await writing.execute(delete(REPORT).where(REPORT.c.community == community))
