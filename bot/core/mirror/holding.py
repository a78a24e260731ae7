"""What was said and is held: kept like any line, but sent by nobody until it is let go."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, and_, select, update

from bot.core.mirror.line import Due, State
from bot.core.mirror.tables import LINE, ORIGINAL, ROUTE
from bot.domain.refs import ChatRef, MessageRef
from bot.ports.database import Database

_HELD = LINE.c.state == State.HELD


class Holding:
    """Held lines, by the knots of cogs. Everything raises :class:`StorageUnavailable`."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def of(self, cog: str, knot: str) -> Sequence[MessageRef]:
        """Which originals are held, in the order in which they were said."""
        chosen = select(LINE.c.root).where(_HELD, _on(cog, knot)).order_by(LINE.c.id)
        async with self._db.reading() as connection:
            roots = dict.fromkeys(await connection.scalars(chosen))
        return [MessageRef.parse(root) for root in roots]

    async def let_go(self, cog: str, knot: str, message: MessageRef | None) -> tuple[int, list[ChatRef]]:
        """Has held lines be sent; says how many, and in which lanes something is due now."""
        values: dict[str, object] = {"state": State.OPEN.value, "due": int(Due.SEND | Due.REACT)}
        return await self._change(and_(_HELD, _on(cog, knot), _which(message)), values)

    async def drop(self, cog: str, knot: str, message: MessageRef) -> int:
        """Held lines will never be sent; says how many."""
        values: dict[str, object] = {"state": State.GONE.value, "said": None}
        count, _ = await self._change(and_(_HELD, _on(cog, knot), _which(message)), values)
        return count

    async def _change(self, which: ColumnElement[bool], values: dict[str, object]) -> tuple[int, list[ChatRef]]:
        changing = update(LINE).where(which).values(values).returning(LINE.c.lane)
        async with self._db.writing() as connection:
            lanes = list(await connection.scalars(changing))
        return len(lanes), [ChatRef.parse(lane) for lane in set(lanes)]


def _on(cog: str, knot: str) -> ColumnElement[bool]:
    return LINE.c.route_id.in_(select(ROUTE.c.id).where(ROUTE.c.cog == cog, ROUTE.c.knot == knot))


def _which(message: MessageRef | None) -> ColumnElement[bool]:
    """The lines of one original, whichever message of an album is named, or all of them."""
    if message is None:
        return LINE.c.root.is_not(None)
    root: Select[tuple[str]] = select(ORIGINAL.c.root).where(ORIGINAL.c.ref == str(message))
    return LINE.c.root.in_(root)
