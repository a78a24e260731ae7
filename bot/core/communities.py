"""Communities (clubs) and the spaces bound to them. What is kept belongs to a community; spaces come and go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Column, ForeignKey, Row, Table, Text, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.house import CodeFailure
from bot.core.codes import Codes, Purpose
from bot.core.remembered import Remembered
from bot.core.tables import METADATA, BigId, UtcDateTime, Words, alone
from bot.domain.refs import CommunityId, SpaceRef
from bot.ports.bus import Bus, News, Topic
from bot.ports.clock import Clock
from bot.ports.database import Database

COMMUNITY = Table(
    "community",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("made", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

SPACE = Table(
    "space",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("ref", Text, nullable=False, unique=True),
    Column("community_id", BigId, ForeignKey("community.id"), nullable=False, index=True),
    Column("own_id", BigId, ForeignKey("community.id"), nullable=False, index=True, comment="where it goes on leaving"),
    Column("name", Words, nullable=False),
    Column("hint", Words, comment="the language tag that the platform gave"),
    Column("removed", UtcDateTime, index=True, comment="since when the bot is no longer there"),
    sqlite_autoincrement=True,
)

SPACE_MOVE = Table(
    "space_move",
    METADATA,
    Column("old", Text, primary_key=True),
    Column("new", Text, nullable=False, index=True),
)

SpaceColumns = tuple[int, str, int, int, str, str | None, datetime | None]
"""What a row of :data:`SPACE` holds."""

RETENTION = timedelta(days=30)
"""How long what belongs to a space is kept after the bot was removed from it."""
REMEMBERED = 10_000
"""Spaces, and communities, kept in memory."""

# What nearly each event needs is put together once.
_NOW = select(SPACE_MOVE.c.new).where(SPACE_MOVE.c.old == bindparam("asked"))
_ROW = select(SPACE).where(SPACE.c.ref == func.coalesce(_NOW.scalar_subquery(), bindparam("asked")))
_PRESENT = select(SPACE).where(SPACE.c.community_id == bindparam("of"), SPACE.c.removed.is_(None)).order_by(SPACE.c.id)
_MAKING = insert(COMMUNITY).returning(COMMUNITY.c.id)
_ADDING = insert(SPACE)
_CHANGING = update(SPACE).where(SPACE.c.id == bindparam("row"))


@dataclass(frozen=True, slots=True)
class Space:
    """A space of a community, and what it is called now ("" when unknown)."""

    ref: SpaceRef
    name: str


@dataclass(frozen=True, slots=True)
class Joined:
    """A space is bound to another community now; that one's settings are in force. What it left is kept for it."""

    community: CommunityId
    left: CommunityId


@dataclass(frozen=True, slots=True)
class Overdue:
    """A space whose retention is over.

    Attributes:
        communities: those that end with it: every cog erases what it keeps of them before the space is erased.
    """

    space: SpaceRef
    communities: tuple[CommunityId, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is remembered of a space."""

    community: CommunityId
    name: str
    hint: str | None
    removed: bool


@dataclass(frozen=True, slots=True)
class _Club:
    """What is remembered of a community."""

    spaces: tuple[Space, ...]
    hint: str | None


class Communities:
    """Which space belongs to which community. Asking about one seen lately asks nothing of the database."""

    def __init__(self, database: Database, clock: Clock, bus: Bus, codes: Codes) -> None:
        self._database = database
        self._clock = clock
        self._bus = bus
        self._codes = codes
        self._spaces: Remembered[SpaceRef, _Known] = Remembered(clock, REMEMBERED, lambda known: (known.community,))
        self._clubs: Remembered[CommunityId, _Club] = Remembered(clock, REMEMBERED)

    def heard(self, news: News) -> None:
        """Drops what news says has changed; ``SETTINGS`` carries a community's id."""
        if news.topic is Topic.SETTINGS and news.key.isdecimal():
            community = CommunityId(int(news.key))
            self._clubs.drop(community)
            self._spaces.drop_about(community)

    def forget_all_remembered(self) -> None:
        """For when news may have been missed."""
        self._spaces.clear()
        self._clubs.clear()

    async def _changed(self, *communities: CommunityId) -> None:
        for community in dict.fromkeys(communities):
            news = News(Topic.SETTINGS, str(community))
            self.heard(news)
            await self._bus.tell(news)

    # ---------------------------------------------------------------------------------------------------------- asking

    async def of_space(self, space: SpaceRef, name: str = "") -> CommunityId:
        """The community of a space, made at first sight. Keeps the space's newest name when one is given."""
        known = await self._find(space)
        if known is not None and name in {"", known.name}:
            return known.community
        return await self._keep(space, {"name": name} if name else {})

    async def seen(self, space: SpaceRef, name: str, language: str | None) -> None:
        """The bot is in a space now, or still: nothing of it is erased.

        Args:
            space: made at first sight.
            name: its newest name, "" when unknown.
            language: the tag that the platform gives for it, None when unknown.
        """
        known = await self._find(space)
        if known is None or known.removed or name not in {"", known.name} or language not in {None, known.hint}:
            told = {"name": name} if name else {}
            hint = {} if language is None else {"hint": language}
            await self._keep(space, {"removed": None, **told, **hint})

    async def _keep(self, space: SpaceRef, values: Mapping[str, str | None]) -> CommunityId:
        async with self._database.writing() as connection:
            await alone(connection, "spaces")
            row = await space_row(connection, space)
            if row is None:
                community = await self._make(connection)
                own = {"community_id": community, "own_id": community}
                await connection.execute(_ADDING, {"ref": await _moved(connection, space), "name": "", **values, **own})
            else:
                community = CommunityId(row.community_id)
                if values:
                    await connection.execute(_CHANGING, {"row": row.id, **values})
        await self._changed(community)
        return community

    async def _make(self, connection: AsyncConnection) -> CommunityId:
        return CommunityId((await connection.scalars(_MAKING, {"made": self._clock.now()})).one())

    async def _find(self, space: SpaceRef) -> _Known | None:
        known = self._spaces.get(space)
        if known is not None:
            return known
        mark = self._spaces.mark()
        async with self._database.reading() as connection:
            row = await space_row(connection, space)
        if row is None:
            return None
        known = _Known(CommunityId(row.community_id), row.name, row.hint, row.removed is not None)
        self._spaces.keep(space, known, mark)
        return known

    async def _club(self, community: CommunityId) -> _Club:
        club = self._clubs.get(community)
        if club is not None:
            return club
        mark = self._clubs.mark()
        async with self._database.reading() as connection:
            rows = (await connection.execute(_PRESENT, {"of": community})).all()
        spaces = tuple(Space(SpaceRef.parse(row.ref), row.name) for row in rows)
        club = _Club(spaces, next((row.hint for row in rows if row.hint), None))
        self._clubs.keep(community, club, mark)
        return club

    async def spaces_of(self, community: CommunityId) -> tuple[Space, ...]:
        """The spaces of a community that the bot is in, the one seen first first."""
        return (await self._club(community)).spaces

    async def language_hint(self, community: CommunityId) -> str | None:
        """The language tag of a community's first space that has one."""
        return (await self._club(community)).hint

    async def former_refs(self, space: SpaceRef) -> tuple[SpaceRef, ...]:
        """Under which refs a space was known before it moved."""
        async with self._database.reading() as connection:
            olds = await connection.scalars(select(SPACE_MOVE.c.old).where(SPACE_MOVE.c.new == str(space)))
            return tuple([SpaceRef.parse(old) for old in olds])

    # ----------------------------------------------------------------------------------------------------------- clubs

    async def start_club(self, community: CommunityId) -> str:
        """A one-time code, good for ten minutes, by which another space joins this community."""
        async with self._database.writing() as connection:
            return await self._codes.issue(connection, Purpose.CLUB, community)

    async def finish_club(self, space: SpaceRef, typed: str) -> Joined | CodeFailure:
        """Binds a space to the community that started. Others of the community that it leaves stay there."""
        async with self._database.writing() as connection:
            await alone(connection, "spaces")
            row = await space_row(connection, space)
            if row is None:
                return CodeFailure.WRONG
            code = await self._codes.look(connection, Purpose.CLUB, typed, f"space:{row.id}")
            if isinstance(code, CodeFailure):
                return code
            left, community = CommunityId(row.community_id), CommunityId(code.subject)
            if community == left:
                return CodeFailure.SAME
            exists = await connection.scalar(select(COMMUNITY.c.id).where(COMMUNITY.c.id == community))
            if exists is None or not await self._codes.spend(connection, code):
                return CodeFailure.WRONG
            own = row.own_id
            if await _others(connection, left, row.id):
                own = await self._make(connection) if own == left else own
            else:
                # Nobody may join what nobody is in any more: it waits for this space to come back.
                await self._codes.withdraw(connection, Purpose.CLUB, left, f"space:{row.id}")
            moved = update(SPACE).where(SPACE.c.id == row.id).values(community_id=community, own_id=own)
            await connection.execute(moved)
        await self._changed(left, community)
        return Joined(community, left)

    async def leave_club(self, space: SpaceRef) -> CommunityId | None:
        """Gives a space back the community it had before, with its settings, or a new one when it founded this one.

        None when it is alone already, or unknown.
        """
        async with self._database.writing() as connection:
            await alone(connection, "spaces")
            row = await space_row(connection, space)
            if row is None:
                return None
            left, own = CommunityId(row.community_id), CommunityId(row.own_id)
            if own == left:
                if not await _others(connection, left, row.id):
                    return None
                own = await self._make(connection)
            left_now = update(SPACE).where(SPACE.c.id == row.id).values(community_id=own, own_id=own)
            await connection.execute(left_now)
        await self._changed(left, own)
        return own

    # ------------------------------------------------------------------------------------------------ coming and going

    async def removed(self, space: SpaceRef) -> None:
        """The bot was removed from a space: its retention begins. The old ref of a space that moved removes nothing."""
        async with self._database.writing() as connection:
            gone = update(SPACE).where(SPACE.c.ref == str(space), SPACE.c.removed.is_(None))
            ended = gone.values(removed=self._clock.now()).returning(SPACE.c.community_id)
            communities = [CommunityId(found) for found in await connection.scalars(ended)]
        await self._changed(*communities)

    async def returned(self, space: SpaceRef) -> None:
        """The bot is in a space again, or still: nothing of it is erased."""
        known = await self._find(space)
        if known is not None and known.removed:
            await self._keep(space, {"removed": None})

    async def overdue(self, now: datetime) -> tuple[Overdue, ...]:
        """The spaces whose retention is over, the longest gone first."""
        async with self._database.reading() as connection:
            gone = select(SPACE).where(SPACE.c.removed <= now - RETENTION).order_by(SPACE.c.removed)
            rows = (await connection.execute(gone)).all()
            return tuple([Overdue(SpaceRef.parse(row.ref), await _ending_with(connection, row)) for row in rows])

    async def erase(self, space: SpaceRef) -> None:
        """Erases a space with its places and posts, and the communities that end with it with settings and audit."""
        async with self._database.writing() as connection:
            await alone(connection, "spaces")
            row = (await connection.execute(select(SPACE).where(SPACE.c.ref == str(space)))).one_or_none()
            if row is None:
                return
            ending = await _ending_with(connection, row)
            await connection.execute(delete(SPACE).where(SPACE.c.id == row.id))
            await connection.execute(delete(SPACE_MOVE).where(SPACE_MOVE.c.new == row.ref))
            for community in ending:
                await self._codes.withdraw(connection, Purpose.CLUB, community, f"space:{row.id}")
            await connection.execute(delete(COMMUNITY).where(COMMUNITY.c.id.in_(ending)))
        await self._changed(CommunityId(row.community_id), CommunityId(row.own_id))


# ------------------------------------------------------------------------------------------------- within a transaction


async def space_row(connection: AsyncConnection, space: SpaceRef) -> Row[SpaceColumns] | None:
    """The row of a space, also when it is asked for by a ref that it had before it moved."""
    return (await connection.execute(_ROW, {"asked": str(space)})).one_or_none()


async def move_space(
    connection: AsyncConnection, old: SpaceRef, new: SpaceRef, now: datetime
) -> tuple[CommunityId, ...]:
    """A space goes on under another ref. Returns the communities concerned.

    When the new one was seen already, before the platform told of the move, the community made for it meanwhile is left
    under the old ref as one that the bot was removed from: it is erased by retention as any other.
    """
    await alone(connection, "spaces")
    known = {
        row.ref: row for row in await connection.execute(select(SPACE).where(SPACE.c.ref.in_([str(old), str(new)])))
    }
    await connection.execute(delete(SPACE_MOVE).where(SPACE_MOVE.c.old.in_([str(old), str(new)])))
    await connection.execute(update(SPACE_MOVE).where(SPACE_MOVE.c.new == str(old)).values(new=str(new)))
    await connection.execute(insert(SPACE_MOVE).values(old=str(old), new=str(new)))
    stays, early = known.get(str(old)), known.get(str(new))
    if stays is None:
        return ()
    if early is None:
        await connection.execute(update(SPACE).where(SPACE.c.id == stays.id).values(ref=str(new), removed=None))
        return (CommunityId(stays.community_id),)
    for row, values in (
        (early, {"ref": f"moving:{early.id}"}),
        (stays, {"ref": str(new), "removed": None}),
        (early, {"ref": str(old), "removed": now}),
    ):
        await connection.execute(update(SPACE).where(SPACE.c.id == row.id).values(values))
    return CommunityId(stays.community_id), CommunityId(early.community_id)


async def _moved(connection: AsyncConnection, space: SpaceRef) -> str:
    """The ref that a space has now, as text."""
    new = await connection.scalar(_NOW, {"asked": str(space)})
    return str(new or space)


async def _others(connection: AsyncConnection, community: CommunityId, space: int) -> bool:
    """Whether other spaces are bound to a community."""
    others = select(SPACE.c.id).where(SPACE.c.community_id == community, SPACE.c.id != space).limit(1)
    return await connection.scalar(others) is not None


async def _ending_with(connection: AsyncConnection, row: Row[SpaceColumns]) -> tuple[CommunityId, ...]:
    """The communities that no other space is bound to, or could go back to."""
    ending: list[CommunityId] = []
    for community in dict.fromkeys((CommunityId(row.community_id), CommunityId(row.own_id))):
        bound = or_(SPACE.c.community_id == community, SPACE.c.own_id == community)
        if await connection.scalar(select(SPACE.c.id).where(bound, SPACE.c.id != row.id).limit(1)) is None:
            ending.append(community)
    return tuple(ending)
