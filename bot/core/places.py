"""Places (chats, threads, topics) and posts (messages) that something is kept about, and where they are now.

Cogs keep our ids. When a group goes on under another ref, only the rows here change.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import (
    Column,
    ForeignKey,
    Row,
    Table,
    Text,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningInsert

from bot.core.communities import SPACE, move_space, space_row
from bot.core.remembered import Remembered
from bot.core.tables import METADATA, BigId, UtcDateTime, Words, alone, insert_into, made_once
from bot.domain.refs import ChatRef, CommunityId, MessageRef, PlaceId, PostId, SpaceRef
from bot.ports.bus import Bus, News, Topic
from bot.ports.clock import Clock
from bot.ports.database import Database

PLACE = Table(
    "place",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("ref", Text, unique=True, comment="NULL once it became one with another"),
    Column("space_id", BigId, ForeignKey("space.id", ondelete="CASCADE"), index=True),
    Column("name", Words, nullable=False),
    Column("became", BigId, ForeignKey("place.id", ondelete="CASCADE"), index=True),
    sqlite_autoincrement=True,
)

PLACE_MOVE = Table(
    "place_move",
    METADATA,
    Column("old", Text, primary_key=True, comment="a chat without its topic"),
    Column("new", Text, nullable=False, index=True),
)

POST = Table(
    "post",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("place_id", BigId, ForeignKey("place.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("ref", Text, nullable=False, unique=True),
    Column("made", UtcDateTime, nullable=False, index=True),
    sqlite_autoincrement=True,
)

PlaceColumns = tuple[int, str | None, int | None, str, int | None]
"""What a row of :data:`PLACE` holds."""

REMEMBERED = 10_000
"""Places kept in memory, by chat and by id."""
_MOVED = "moved "

# What nearly each event needs is put together once.
_NOW = select(PLACE_MOVE.c.new).where(PLACE_MOVE.c.old == bindparam("asked"))
_ROW = select(PLACE).where(PLACE.c.ref == bindparam("asked"))
_PRESENT = select(func.coalesce(PLACE.c.became, PLACE.c.id)).where(PLACE.c.id == bindparam("place")).scalar_subquery()
"""The place itself, or the one that it became."""
_WHERE = (
    select(PLACE.c.ref, PLACE.c.name, SPACE.c.community_id)
    .outerjoin(SPACE, SPACE.c.id == PLACE.c.space_id)
    .where(PLACE.c.id == _PRESENT)
)
_MAKING = insert(PLACE).returning(PLACE.c.id)
_CHANGING = update(PLACE).where(PLACE.c.id == bindparam("row"))
_RENAMING = update(PLACE).where(PLACE.c.id == _PRESENT)
_BOUND = select(SPACE.c.id, SPACE.c.ref).where(SPACE.c.community_id == bindparam("of"))
_POST = select(POST.c.id).where(POST.c.ref == bindparam("message"))
_MESSAGE = select(POST.c.ref).where(POST.c.id == bindparam("post"))


@made_once
def _posting(connection: AsyncConnection) -> ReturningInsert[int]:
    posting = insert_into(connection, POST).values(place_id=_PRESENT)
    return posting.on_conflict_do_nothing().returning(POST.c.id)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is remembered of a chat."""

    id: PlaceId
    name: str
    space: int | None


@dataclass(frozen=True, slots=True)
class _Where:
    """What is remembered of a place."""

    chat: ChatRef
    name: str
    community: CommunityId | None


class PlaceBook:
    """Which place is which chat. Asking about one seen lately asks nothing of the database."""

    def __init__(self, database: Database, clock: Clock, bus: Bus) -> None:
        self._database = database
        self._clock = clock
        self._bus = bus
        self._chats: Remembered[ChatRef, _Known] = Remembered(clock, REMEMBERED)
        self._places: Remembered[PlaceId, _Where] = Remembered(
            clock, REMEMBERED, lambda where: (str(where.community), where.chat)
        )

    def heard(self, news: News) -> None:
        """Drops what news says has changed: a community's spaces (``SETTINGS``), or that a chat moved (``WATCHES``)."""
        if news.topic is Topic.SETTINGS:
            self._places.drop_about(news.key)
        elif news.topic is Topic.WATCHES and news.key.startswith(_MOVED):
            self.forget_all_remembered()

    def forget_all_remembered(self) -> None:
        """For when news may have been missed."""
        self._chats.clear()
        self._places.clear()

    # ---------------------------------------------------------------------------------------------------------- places

    async def place_of(
        self, chat: ChatRef, community: CommunityId | None, name: str, *, space: SpaceRef | None = None
    ) -> PlaceId:
        """Our id of a chat, made at first sight.

        Args:
            chat: with its topic.
            community: whose chat it is, or None in private. Used where ``space`` is not known: it says enough when the
                community has one space on the platform.
            name: its name now, "" when unknown.
            space: which the chat is in; it must have been seen.
        """
        known = await self._find(chat)
        missing_space = known is not None and known.space is None and space is not None
        if known is not None and name in {"", known.name} and not missing_space:
            return known.id
        mark = self._chats.mark()
        async with self._database.writing() as connection:
            await alone(connection, "places")
            row = await _row(connection, chat)
            if row is None:
                inside = await _space_of(connection, chat, community, space)
                values = {"ref": str(await _moved(connection, chat)), "space_id": inside, "name": name}
                place = PlaceId((await connection.scalars(_MAKING, values)).one())
                made = _Known(place, name, inside)
            else:
                inside = row.space_id or await _space_of(connection, chat, None, space)
                await connection.execute(_CHANGING, {"row": row.id, "name": name or row.name, "space_id": inside})
                place, made = PlaceId(row.id), None
        if made is not None:
            self._chats.keep(chat, made, mark)
        else:
            self._chats.drop(chat)
            self._places.drop(place)
        return place

    async def find(self, chat: ChatRef) -> PlaceId | None:
        """Our id of a chat, when it has one."""
        known = await self._find(chat)
        return None if known is None else known.id

    async def _find(self, chat: ChatRef) -> _Known | None:
        known = self._chats.get(chat)
        if known is not None:
            return known
        mark = self._chats.mark()
        async with self._database.reading() as connection:
            row = await _row(connection, chat)
        if row is None:
            return None
        known = _Known(PlaceId(row.id), row.name, row.space_id)
        self._chats.keep(chat, known, mark)
        return known

    async def _where(self, place: PlaceId) -> _Where | None:
        where = self._places.get(place)
        if where is not None:
            return where
        mark = self._places.mark()
        async with self._database.reading() as connection:
            row = (await connection.execute(_WHERE, {"place": place})).one_or_none()
        if row is None or row.ref is None:
            return None
        community = None if row.community_id is None else CommunityId(row.community_id)
        where = _Where(ChatRef.parse(row.ref), row.name, community)
        self._places.keep(place, where, mark)
        return where

    async def chat_of(self, place: PlaceId) -> ChatRef | None:
        """Where a place is now, or None when it was erased."""
        where = await self._where(place)
        return None if where is None else where.chat

    async def community_of(self, place: PlaceId) -> CommunityId | None:
        """The community that a place's space is bound to now; None for a private chat."""
        where = await self._where(place)
        return None if where is None else where.community

    async def name_of(self, place: PlaceId) -> str:
        """What a place was last seen to be called, "" when unknown."""
        where = await self._where(place)
        return "" if where is None else where.name

    async def rename(self, place: PlaceId, name: str) -> None:
        """Keeps a place's new name; "" changes nothing."""
        where = await self._where(place)
        if where is None or name in {"", where.name}:
            return
        async with self._database.writing() as connection:
            await connection.execute(_RENAMING, {"place": place, "name": name})
        self._places.drop_about(where.chat)
        self._chats.drop(where.chat)

    async def moved(self, old: ChatRef, new: ChatRef, new_space: SpaceRef) -> None:
        """A group goes on under another ref: its place, topics, space and community stay what they are to us.

        Posts keep the refs of their messages (the platform does not take them over to the new chat) and their place.
        Told again it changes nothing; when the new chat was seen before the platform told, its places become the old
        ones'.
        """
        old, new = old.whole, new.whole
        async with self._database.writing() as connection:
            await alone(connection, "places")
            before = await connection.scalar(select(PLACE_MOVE.c.new).where(PLACE_MOVE.c.old == str(old)))
            if before == str(new):
                return
            await connection.execute(delete(PLACE_MOVE).where(PLACE_MOVE.c.old.in_([str(old), str(new)])))
            await connection.execute(update(PLACE_MOVE).where(PLACE_MOVE.c.new == str(old)).values(new=str(new)))
            await connection.execute(insert(PLACE_MOVE).values(old=str(old), new=str(new)))
            communities = await move_space(connection, SpaceRef(old.platform, old.id), new_space, self._clock.now())
            space = await space_row(connection, new_space)
            await _move_places(connection, old, new)
            here = or_(PLACE.c.ref == str(new), PLACE.c.ref.startswith(f"{new}/", autoescape=True))
            await connection.execute(update(PLACE).where(here).values(space_id=None if space is None else space.id))
        for news in (
            News(Topic.WATCHES, f"{_MOVED}{old} {new}"),
            *(News(Topic.SETTINGS, str(community)) for community in communities),
        ):
            self.heard(news)
            await self._bus.tell(news)

    async def forget_private(self, chat: ChatRef) -> None:
        """Erases a private chat with its posts: its ref is as good as its member's name."""
        async with self._database.writing() as connection:
            await connection.execute(delete(PLACE).where(PLACE.c.ref == str(chat), PLACE.c.space_id.is_(None)))
        self._chats.drop(chat)
        self._places.drop_about(chat)

    # ----------------------------------------------------------------------------------------------------------- posts

    async def post_of(self, message: MessageRef, place: PlaceId) -> PostId:
        """Our id of a message in a place, made at first sight."""
        async with self._database.writing() as connection:
            values = {"ref": str(message), "place": place, "made": self._clock.now()}
            made = (await connection.scalars(_posting(connection), values)).one_or_none()
            if made is not None:
                return PostId(made)
            return PostId((await connection.scalars(_POST, {"message": str(message)})).one())

    async def find_post(self, message: MessageRef) -> PostId | None:
        """Our id of a message, when it has one."""
        async with self._database.reading() as connection:
            found = await connection.scalar(_POST, {"message": str(message)})
        return None if found is None else PostId(found)

    async def message_of(self, post: PostId) -> MessageRef | None:
        """Where a kept message is, or None when it was forgotten."""
        async with self._database.reading() as connection:
            found = await connection.scalar(_MESSAGE, {"post": post})
        return None if found is None else MessageRef.parse(found)

    async def forget_posts_before(self, moment: datetime) -> int:
        """Erases posts first kept before a moment; returns how many."""
        async with self._database.writing() as connection:
            return (await connection.execute(delete(POST).where(POST.c.made < moment))).rowcount


# ------------------------------------------------------------------------------------------------- within a transaction


async def _moved(connection: AsyncConnection, chat: ChatRef) -> ChatRef:
    """Where a chat is now."""
    new = await connection.scalar(_NOW, {"asked": str(chat.whole)})
    return chat if new is None else replace(ChatRef.parse(new), topic=chat.topic)


async def _row(connection: AsyncConnection, chat: ChatRef) -> Row[PlaceColumns] | None:
    """The row of a chat, also when it is asked for by a ref that it had before it moved."""
    now = await _moved(connection, chat)
    return (await connection.execute(_ROW, {"asked": str(now)})).one_or_none()


async def _space_of(
    connection: AsyncConnection, chat: ChatRef, community: CommunityId | None, space: SpaceRef | None
) -> int | None:
    """The space that a chat is in: as told, else the one of its community that it can only be."""
    if space is not None:
        told = await space_row(connection, space)
        if told is None:
            raise LookupError("a space that was not seen")
        return int(told.id)
    if community is None:
        return None
    bound = await connection.execute(_BOUND, {"of": community})
    here = [row for row in bound if SpaceRef.parse(row.ref).platform == chat.platform]
    same = [row for row in here if SpaceRef.parse(row.ref).id == chat.id]
    only = same or here
    return only[0].id if len(only) == 1 else None


async def _move_places(connection: AsyncConnection, old: ChatRef, new: ChatRef) -> None:
    """Gives the places of a chat and its topics their new refs; places made under these meanwhile become them."""
    inside = or_(PLACE.c.ref == str(old), PLACE.c.ref.startswith(f"{old}/", autoescape=True))
    for stays in (await connection.execute(select(PLACE).where(inside))).all():
        target = str(replace(new, topic=ChatRef.parse(stays.ref).topic))
        early = await connection.scalar(select(PLACE.c.id).where(PLACE.c.ref == target))
        if early is not None:
            await connection.execute(update(POST).where(POST.c.place_id == early).values(place_id=stays.id))
            became = or_(PLACE.c.id == early, PLACE.c.became == early)
            await connection.execute(update(PLACE).where(became).values(ref=None, space_id=None, became=stays.id))
        await connection.execute(update(PLACE).where(PLACE.c.id == stays.id).values(ref=target))
