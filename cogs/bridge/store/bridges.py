"""Bridges and their ends."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Row, Select, bindparam, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.tables import alone, insert_into
from bot.domain.languages import Language, language_of
from bot.domain.refs import CommunityId, PersonId, PlaceId, PostId, SpaceRef
from bot.ports.database import Database
from cogs.bridge.rules import TELLS_AGAIN, Bridge, BridgeId, Crossing, Direction, End, Part, Reactions
from cogs.bridge.store.tables import APART, BRIDGE, CODE, END, TOLD

BridgeRow = Row[tuple[object, ...]]

# What each message that crosses needs is put together once.
_BRIDGE = select(BRIDGE).where(BRIDGE.c.id == bindparam("bridge"))
_ENDS = select(END).where(END.c.bridge.in_(bindparam("bridges", expanding=True))).order_by(END.c.place)
_AT = select(END.c.bridge).where(END.c.place == bindparam("place"))
_IN_SPACE = select(END.c.bridge).where(END.c.space == bindparam("space"))
_ALL_AT = select(BRIDGE).where(BRIDGE.c.id.in_(_AT)).order_by(BRIDGE.c.id)
_ALL_IN_SPACE = select(BRIDGE).where(BRIDGE.c.id.in_(_IN_SPACE)).order_by(BRIDGE.c.id)
_LEFT = exists().where(APART.c.bridge == bindparam("bridge"), APART.c.person == bindparam("person"))
_PASSAGE = (
    select(END.c.community, BRIDGE.c.originals, _LEFT.label("apart"))
    .join_from(END, BRIDGE, BRIDGE.c.id == END.c.bridge)
    .where(END.c.bridge == bindparam("bridge"), END.c.place == bindparam("place"))
)

LOCK = "bridges"
"""Under which name those wait for each other that tie and untie chats."""


@dataclass(frozen=True, slots=True)
class Left:
    """What became of a bridge when a chat was untied.

    Attributes:
        before: as it was.
        rest: what is left of it; None when it has ended, since one chat alone is no bridge.
    """

    before: Bridge
    rest: Bridge | None


@dataclass(frozen=True, slots=True)
class Passage:
    """How one message crosses to one end.

    Attributes:
        community: whose chat the end is.
        originals: what was translated stands under its translation.
        apart: its author does not want to be carried.
    """

    community: CommunityId
    originals: bool
    apart: bool


@dataclass(frozen=True, slots=True)
class Bridges:
    """Keeps them."""

    db: Database

    # ------------------------------------------------------------------------------------------------------- looking

    async def one(self, bridge: BridgeId) -> Bridge | None:
        """A bridge by its id."""
        async with self.db.reading() as reading:
            return await find(reading, bridge)

    async def at(self, place: PlaceId) -> Sequence[Bridge]:
        """The bridges that a chat is tied to, the oldest first."""
        async with self.db.reading() as reading:
            return await _read(reading, _ALL_AT, {"place": place})

    async def in_space(self, space: SpaceRef) -> Sequence[Bridge]:
        """The bridges with an end in a space."""
        async with self.db.reading() as reading:
            return await _read(reading, _ALL_IN_SPACE, {"space": str(space)})

    async def passage(self, bridge: BridgeId, target: PlaceId, person: PersonId | None) -> Passage | None:
        """How a message of somebody's crosses to an end; None when the end is not tied any more. Asked for each."""
        asked = {"bridge": bridge, "place": target, "person": person}
        async with self.db.reading() as reading:
            row = (await reading.execute(_PASSAGE, asked)).one_or_none()
        return None if row is None else Passage(CommunityId(row.community), bool(row.originals), bool(row.apart))

    # ------------------------------------------------------------------------------------------------------ changing

    async def put(self, bridge: BridgeId, part: Part, *, on: bool) -> bool:
        """Turns a part on or off; False when it was so, or the bridge is gone."""
        column = BRIDGE.c[part.value]
        return await self._changed(BRIDGE.c.id == bridge, column != on, {part.value: on})

    async def put_reactions(self, bridge: BridgeId, reactions: Reactions) -> bool:
        """Chooses how reactions cross; False when it was so."""
        value = reactions.value
        return await self._changed(BRIDGE.c.id == bridge, BRIDGE.c.reactions != value, {"reactions": value})

    async def put_language(self, bridge: BridgeId, place: PlaceId, language: Language | None) -> bool:
        """Chooses an end's language; False when it was so."""
        return await self._changed_end(bridge, place, {"language": None if language is None else language.value})

    async def put_direction(self, bridge: BridgeId, place: PlaceId, direction: Direction) -> bool:
        """Chooses an end's direction; False when it was so."""
        return await self._changed_end(bridge, place, {"direction": direction.value})

    async def put_notice(self, bridge: BridgeId, place: PlaceId, notice: PostId | None) -> None:
        """Keeps which message tells of the bridge."""
        await self._changed_end(bridge, place, {"notice": notice})

    async def _changed_end(self, bridge: BridgeId, place: PlaceId, values: dict[str, str | int | None]) -> bool:
        ((name, value),) = values.items()
        column = END.c[name]
        other = column.is_not(None) if value is None else (column.is_(None) | (column != value))
        changed = update(END).where(END.c.bridge == bridge, END.c.place == place, other).values(values)
        async with self.db.writing() as writing:
            return bool((await writing.execute(changed)).rowcount)

    async def _changed(self, which: ColumnElement[bool], other: ColumnElement[bool], values: dict[str, object]) -> bool:
        async with self.db.writing() as writing:
            return bool((await writing.execute(update(BRIDGE).where(which, other).values(values))).rowcount)

    async def untie(self, bridge: BridgeId, place: PlaceId) -> Left | None:
        """Unties a chat; None when it was not tied. Of two who do so at once, one has done it."""
        async with self.db.writing() as writing:
            await alone(writing, LOCK)
            before = await find(writing, bridge)
            if before is None or before.at(place) is None:
                return None
            await writing.execute(delete(END).where(END.c.bridge == bridge, END.c.place == place))
            if len(before.ends) > 2:
                return Left(before, await find(writing, bridge))
            await remove(writing, [bridge])
            return Left(before, None)

    async def end(self, bridge: BridgeId) -> Bridge | None:
        """Ends a bridge; as it was, or None when it was gone."""
        async with self.db.writing() as writing:
            await alone(writing, LOCK)
            before = await find(writing, bridge)
            if before is not None:
                await remove(writing, [bridge])
            return before

    async def moved(self, old: SpaceRef, new: SpaceRef) -> None:
        """A space goes on under another ref."""
        async with self.db.writing() as writing:
            for table in (END, CODE):
                await writing.execute(update(table).where(table.c.space == str(old)).values(space=str(new)))

    async def rehomed(self, space: SpaceRef, community: CommunityId) -> Sequence[Bridge]:
        """A space is another community's: its ends are too, and its codes are nobody's. Its bridges as they are now."""
        async with self.db.writing() as writing:
            await alone(writing, LOCK)
            await writing.execute(update(END).where(END.c.space == str(space)).values(community=community))
            await writing.execute(delete(CODE).where(CODE.c.space == str(space), CODE.c.spent.is_(None)))
            found = await all_with(writing, END.c.space == str(space))
            for bridge in found:
                if bridge.community not in bridge.communities:
                    # Who began it has no chat there any more, and could not end it.
                    heir = update(BRIDGE).where(BRIDGE.c.id == bridge.id).values(community=community)
                    await writing.execute(heir)
            return await all_with(writing, END.c.space == str(space))

    async def tells(self, bridge: BridgeId, place: PlaceId, trouble: str, at: datetime) -> bool:
        """Whether somebody is to be told of a trouble at an end now: once a day, whoever asks at the same moment."""
        async with self.db.writing() as writing:
            put = insert_into(writing, TOLD).values(bridge=bridge, place=place, trouble=trouble, at=at)
            again = put.on_conflict_do_update(
                index_elements=["bridge", "place", "trouble"],
                set_={"at": put.excluded.at},
                where=TOLD.c.at <= at - TELLS_AGAIN,
            ).returning(TOLD.c.bridge)
            return (await writing.execute(again)).first() is not None


# --------------------------------------------------------------------------------------------- within a transaction


async def find(connection: AsyncConnection, bridge: BridgeId) -> Bridge | None:
    """A bridge by its id."""
    found = await _read(connection, _BRIDGE, {"bridge": bridge})
    return found[0] if found else None


async def all_with(connection: AsyncConnection, such: ColumnElement[bool]) -> Sequence[Bridge]:
    """The bridges that have such an end."""
    ids = select(END.c.bridge).where(such)
    return await _read(connection, select(BRIDGE).where(BRIDGE.c.id.in_(ids)).order_by(BRIDGE.c.id), {})


async def count_of(connection: AsyncConnection, community: CommunityId) -> int:
    """In how many bridges a community takes part."""
    counted = select(func.count(END.c.bridge.distinct())).where(END.c.community == community)
    return int((await connection.execute(counted)).scalar_one())


async def add(
    connection: AsyncConnection, community: CommunityId, maker: PersonId, crossing: Crossing, at: datetime
) -> BridgeId:
    """Makes a bridge, without any ends yet."""
    made = insert_into(connection, BRIDGE).values(
        community=community,
        maker=maker,
        made=at,
        paused=False,
        files=crossing.files,
        reactions=crossing.reactions.value,
        joins=crossing.joins,
        originals=crossing.originals,
    )
    return BridgeId(int((await connection.execute(made.returning(BRIDGE.c.id))).scalar_one()))


async def add_end(connection: AsyncConnection, bridge: BridgeId, end: End) -> None:
    """Adds an end."""
    put = insert_into(connection, END).values(
        bridge=bridge,
        place=end.place,
        community=end.community,
        space=str(end.space),
        language=None if end.language is None else end.language.value,
        direction=end.direction.value,
        notice=end.notice,
    )
    await connection.execute(put)


async def remove(connection: AsyncConnection, bridges: Iterable[BridgeId]) -> None:
    """Erases bridges and all that is kept of them, but their codes: these still say what is the matter."""
    gone = list(bridges)
    for table in (END, APART, TOLD):
        await connection.execute(delete(table).where(table.c.bridge.in_(gone)))
    await connection.execute(delete(BRIDGE).where(BRIDGE.c.id.in_(gone)))


async def _read(
    connection: AsyncConnection, query: Select[tuple[object, ...]], values: Mapping[str, int | str]
) -> list[Bridge]:
    rows = (await connection.execute(query, values)).all()
    if not rows:
        return []
    ends: dict[int, list[End]] = {}
    for end in (await connection.execute(_ENDS, {"bridges": [row.id for row in rows]})).all():
        ends.setdefault(int(end.bridge), []).append(_end(end))
    return [_bridge(row, tuple(ends.get(int(row.id), ()))) for row in rows]


def _bridge(row: BridgeRow, ends: tuple[End, ...]) -> Bridge:
    crossing = Crossing(bool(row.files), Reactions(row.reactions), bool(row.joins), bool(row.originals))
    maker = None if row.maker is None else PersonId(int(row.maker))
    return Bridge(BridgeId(int(row.id)), CommunityId(int(row.community)), maker, bool(row.paused), crossing, ends)


def _end(row: BridgeRow) -> End:
    return End(
        PlaceId(int(row.place)),
        CommunityId(int(row.community)),
        SpaceRef.parse(row.space),
        language_of(row.language),
        Direction(row.direction),
        None if row.notice is None else PostId(int(row.notice)),
    )
