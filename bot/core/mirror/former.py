"""What lines said before they were changed or deleted, for routes whose manner is to keep it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.mirror import LineId
from bot.core.codec import Codec
from bot.core.mirror.line import Kept, Line, State
from bot.core.mirror.rows import line_of, read, whose
from bot.core.mirror.tables import FORMER, LINE, ROUTE
from bot.domain.refs import PersonId, UserRef
from bot.ports.database import Database

SHOWN = or_(LINE.c.state == State.STANDS, LINE.c.copy_id.is_not(None))
"""Lines that somebody sees, or may see already while they are being sent."""


async def remember(connection: AsyncConnection, which: ColumnElement[bool]) -> None:
    """Keeps what lines say now; to be called before they say something else, in the same transaction."""
    says = select(LINE.c.id, LINE.c.worded, LINE.c.said).where(which, LINE.c.keeps_former, LINE.c.said.is_not(None))
    await connection.execute(insert(FORMER).from_select(["line_id", "at", "said"], says.where(SHOWN)))


@dataclass(frozen=True, slots=True)
class Once:
    """How a line read once: since when, and what."""

    at: datetime
    kept: Kept


@dataclass(frozen=True, slots=True)
class Utterance:
    """A line with all that it said where others saw it, the oldest first."""

    line: Line
    said: tuple[Once, ...]


class Utterances:
    """Finds what was said. Everything raises :class:`StorageUnavailable`."""

    def __init__(self, db: Database, codec: Codec) -> None:
        self._db = db
        self._codec = codec

    async def of(self, line: LineId) -> Utterance | None:
        """What a line said, or says once it is let go; None when nobody saw it, or it is forgotten."""
        found = await self._find(LINE.c.id == line, or_(SHOWN, LINE.c.state == State.HELD))
        return found[0] if found else None

    async def on_knot(self, cog: str, knot: str, since: datetime) -> Sequence[Utterance]:
        """What was said on a knot since a moment, in the order in which it was said."""
        routes = select(ROUTE.c.id).where(ROUTE.c.cog == cog, ROUTE.c.knot == knot)
        return await self._find(LINE.c.route_id.in_(routes) & (LINE.c.made >= since), SHOWN)

    async def of_account(self, account: UserRef, person: PersonId | None) -> Sequence[Utterance]:
        """Everything that is kept of what somebody said, seen by others or not, for an export.

        Args:
            account: whose, ``person`` as for :func:`bot.core.mirror.rows.whose`.
        """
        return await self._find(whose(account, person), LINE.c.said.is_not(None))

    async def _find(self, which: ColumnElement[bool], counts: ColumnElement[bool]) -> list[Utterance]:
        """Lines with how they read before, and with how they read now where that ``counts``."""
        lines = select(LINE, counts.label("counts")).where(which).order_by(LINE.c.id)
        former = select(FORMER).join(LINE, LINE.c.id == FORMER.c.line_id).where(which).order_by(FORMER.c.id)
        async with self._db.reading() as connection:
            rows = (await connection.execute(lines)).mappings().all()
            before: dict[int, list[Once]] = {}
            for once in await connection.execute(former):
                kept = read(Kept, once.said, self._codec)
                if kept is not None:
                    before.setdefault(once.line_id, []).append(Once(once.at, kept))
        found: list[Utterance] = []
        for row in rows:
            line, worded = line_of(row, self._codec), row["worded"]
            now = [Once(worded, line.kept)] if row["counts"] and not line.forgotten else []
            said = (*before.get(line.id, ()), *now)
            if said:
                found.append(Utterance(line, said))
        return found
