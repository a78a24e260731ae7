"""The ways that messages take: kept in the database, asked in memory for every message of a tied chat.

A chat that nothing is tied to is not heard at all: the mirror watches the sources and targets of its routes like a cog.
"""

import asyncio
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningInsert

from bot.api.mirror import CopyKind, Manner, Reacting, Route, RouteId
from bot.core.codec import Codec
from bot.core.mirror.line import State
from bot.core.mirror.tables import LINE, ROUTE
from bot.core.places import PLACE, PLACE_MOVE
from bot.core.tables import insert_into, made_once
from bot.core.watches import Watches
from bot.domain.languages import Language
from bot.domain.refs import ChatRef, CommunityId, MessageRef, PlaceId, Platform
from bot.ports.bus import Bus, News, Topic
from bot.ports.database import Database

WATCHER = "mirror"
"""Under what name the mirror watches chats; no cog is called so."""

_NEWS = "routes"
_MOVED = "moved "
"""With what the news begins that a chat goes on under another ref."""

_BEGINS, _ENDS = PLACE.alias("source"), PLACE.alias("target")
_ALL = (
    select(*ROUTE.c, _BEGINS.c.ref.label("begins"), _ENDS.c.ref.label("ends"))
    .join(_BEGINS, _BEGINS.c.id == ROUTE.c.source_id)
    .join(_ENDS, _ENDS.c.id == ROUTE.c.target_id)
    .order_by(ROUTE.c.id)
)
_MOVES = select(PLACE_MOVE.c.old, PLACE_MOVE.c.new)


@made_once
def _tying(connection: AsyncConnection) -> ReturningInsert[int]:
    making = insert_into(connection, ROUTE)
    again = {name: making.excluded[name] for name in ("manner", "community_id", "closed")}
    same = ["cog", "knot", "kind", "source_id", "target_id"]
    return making.on_conflict_do_update(index_elements=same, set_=again).returning(ROUTE.c.id)


K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class Way:
    """A route with where it leads now.

    Attributes:
        source: the chat that it leads from with its topic, ``target`` the one that it leads to.
        closed: nothing takes it any more; it is there only because of what took it.
    """

    route: Route
    source: ChatRef
    target: ChatRef
    closed: bool = False

    @property
    def reacts(self) -> Reacting:
        """How reactions cross: not at all within one place, where all see them."""
        return Reacting.OFF if self.route.source == self.route.target else self.route.manner.reactions


class Routes:
    """Keeps routes. Asking asks nothing of the database."""

    def __init__(self, db: Database, bus: Bus, codec: Codec, watches: Watches) -> None:
        self._db = db
        self._bus = bus
        self._codec = codec
        self._watches = watches
        # News names who told it: what this process changed itself it knows already.
        self._name = secrets.token_hex(4)
        self._by_id: dict[RouteId, Way] = {}
        self._from: dict[ChatRef, tuple[Way, ...]] = {}
        self._knots: dict[tuple[str, str], tuple[Way, ...]] = {}
        self._chats: dict[tuple[Platform, str], int] = {}
        self._moves: dict[ChatRef, ChatRef] = {}
        self._stale = False
        # What is tied while all is being read must not be forgotten again by what was read.
        self._alone = asyncio.Lock()

    # --------------------------------------------------------------------------------------------------------- asking

    def knows(self, chat: ChatRef) -> bool:
        """Whether any route begins or ends in a chat or one of its topics."""
        return (chat.platform, chat.id) in self._chats

    def leading_from(self, chat: ChatRef) -> Sequence[Way]:
        """The ways out of a chat (a topic has its own), in the order in which they were made."""
        return self._from.get(chat, ())

    def way(self, route: RouteId) -> Way | None:
        """Where a route leads now, or None when it ended or one of its places is gone."""
        return self._by_id.get(route)

    def knot(self, cog: str, knot: str) -> Sequence[Way]:
        """All ways of a knot."""
        return self._knots.get((cog, knot), ())

    def of(self, cog: str, knot: str | None, place: PlaceId | None) -> list[Route]:
        """A cog's routes: of a knot, and from or to a place."""
        return [way.route for way in self._own(cog, knot, place) if not way.closed]

    def _own(self, cog: str, knot: str | None, place: PlaceId | None) -> list[Way]:
        ways = self._by_id.values() if knot is None else self.knot(cog, knot)
        own = (way for way in ways if way.route.cog == cog)
        return [way for way in own if place in {None, way.route.source, way.route.target}]

    def spoken(self, way: Way) -> tuple[Language, ...]:
        """The languages of a whole knot: a short message on one of its ways is taken to be in one of them."""
        ways = self.knot(way.route.cog, way.route.knot)
        return tuple(dict.fromkeys(language for one in ways for language in one.route.manner.languages))

    def present(self, chat: ChatRef) -> ChatRef:
        """A chat by the ref under which it goes on now, with its topic."""
        now = self._moves.get(chat.whole)
        return chat if now is None else replace(now, topic=chat.topic)

    def names(self, chat: ChatRef) -> tuple[ChatRef, ...]:
        """A chat without its topic by every ref that it has or had, the present one first."""
        now = self.present(chat.whole)
        return now, *(old for old, new in self._moves.items() if new == now)

    # ------------------------------------------------------------------------------------------------------- following

    def heard(self, news: News) -> None:
        """Notes that routes, or the chats that they lead through, changed elsewhere."""
        mine = f"{_NEWS} {self._name}"
        if news.topic is Topic.WATCHES and news.key.startswith((_MOVED, _NEWS)) and news.key != mine:
            self._stale = True

    def forget_all_remembered(self) -> None:
        """For when news may have been missed."""
        self._stale = True

    async def fresh(self) -> None:
        """Reads the routes again when something changed; to be awaited before they are asked."""
        if self._stale or self._alone.locked():
            async with self._alone:
                if self._stale:
                    await self._read()

    async def load(self) -> None:
        """Reads all routes."""
        async with self._alone:
            await self._read()

    async def _read(self) -> None:
        self._stale = False  # before it is read: what is told meanwhile counts
        try:
            await self._read_all()
        except BaseException:
            self._stale = True
            raise

    async def _read_all(self) -> None:
        async with self._db.reading() as connection:
            rows = (await connection.execute(_ALL)).all()
            moves = (await connection.execute(_MOVES)).all()
        self._moves = {ChatRef.parse(row.old): ChatRef.parse(row.new) for row in moves}
        self._by_id, self._from, self._knots, self._chats = {}, {}, {}, {}
        manners: dict[str, Manner] = {}  # thousands of routes have few of them
        for row in rows:
            if row.manner not in manners:
                manners[row.manner] = self._codec.decode(Manner, row.manner)
            if row.begins is None or row.ends is None:
                continue
            route = Route(
                RouteId(row.id),
                row.cog,
                row.knot,
                CopyKind(row.kind),
                PlaceId(row.source_id),
                PlaceId(row.target_id),
                None if row.community_id is None else CommunityId(row.community_id),
                manners[row.manner],
            )
            closed = row.closed is not None
            self._put(Way(route, ChatRef.parse(row.begins), ChatRef.parse(row.ends), closed))

    def _put(self, way: Way) -> None:
        self._drop(way.route.id)
        knot = (way.route.cog, way.route.knot)
        self._by_id[way.route.id] = way
        if not way.closed:
            self._from[way.source] = (*self._from.get(way.source, ()), way)
        self._knots[knot] = (*self._knots.get(knot, ()), way)
        for chat in (way.source, way.target):
            self._chats[chat.platform, chat.id] = self._chats.get((chat.platform, chat.id), 0) + 1

    def _drop(self, route: RouteId) -> None:
        way = self._by_id.pop(route, None)
        if way is None:
            return
        _without(self._from, way.source, way)
        _without(self._knots, (way.route.cog, way.route.knot), way)
        for chat in (way.source, way.target):
            key = (chat.platform, chat.id)
            self._chats[key] -= 1
            if not self._chats[key]:
                del self._chats[key]

    # -------------------------------------------------------------------------------------------------------- changing

    async def tie(self, route: Route, source: ChatRef, target: ChatRef) -> Route:
        """Makes a route, or gives the one between these places another manner.

        Args:
            route: its id is not looked at.
            source: where its places are now, ``target`` too.
        """
        row = {
            "manner": self._codec.encode(Manner, route.manner),
            "community_id": route.community,
            "closed": None,
            "cog": route.cog,
            "knot": route.knot,
            "kind": route.kind.value,
            "source_id": route.source,
            "target_id": route.target,
        }
        async with self._alone, self._db.writing() as connection:
            number = (await connection.scalars(_tying(connection), row)).one()
        for chat in (source, target):
            await self._watches.watch(WATCHER, chat)
        kept = replace(route, id=RouteId(number))
        self._put(Way(kept, source, target))
        await self._tell()
        return kept

    async def untie(self, cog: str, knot: str, place: PlaceId | None) -> int:
        """Ends routes; says how many."""
        ending = [way.route.id for way in self._own(cog, knot, place)]
        await self._end(ending)
        return len(ending)

    async def _end(self, ending: Collection[RouteId]) -> None:
        chats = {chat for way in map(self.way, ending) if way is not None for chat in (way.source, way.target)}
        async with self._alone, self._db.writing() as connection:
            await connection.execute(delete(ROUTE).where(ROUTE.c.id.in_(ending)))
        for one in ending:
            self._drop(one)
        for chat in chats:
            if not self._tied(chat):
                await self._watches.unwatch(WATCHER, chat)
        await self._tell()

    async def close(self, cog: str, knot: str, now: datetime) -> int:
        """Has nothing take a knot's routes any more, and drops what is held on them; says how many."""
        closing = [way for way in self._own(cog, knot, None) if not way.closed]
        ids = [way.route.id for way in closing]
        async with self._alone, self._db.writing() as connection:
            await connection.execute(update(ROUTE).where(ROUTE.c.id.in_(ids)).values(closed=now))
            held = (LINE.c.route_id.in_(ids), LINE.c.state == State.HELD)
            await connection.execute(update(LINE).where(*held).values(state=State.GONE.value, said=None))
        for way in closing:
            self._put(replace(way, closed=True))
        await self._tell()
        return len(ids)

    async def hand_over(self, cog: str, old: RouteId, new: RouteId | None, now: datetime) -> list[MessageRef]:
        """Closes one route; what is held on it goes on being held on another. Gives what is dropped instead."""
        way, to = self.way(old), None if new is None else self.way(new)
        if way is None or way.closed or way.route.cog != cog:
            return []
        if to is not None and (to.closed or to.route.cog != cog):
            to = None
        held = (LINE.c.route_id == old, LINE.c.state == State.HELD)
        dropped: list[str] = []
        async with self._alone, self._db.writing() as connection:
            await connection.execute(update(ROUTE).where(ROUTE.c.id == old).values(closed=now))
            if to is not None:
                # What was heard while both were open is held on the other one already.
                there = select(LINE.c.root).where(LINE.c.route_id == to.route.id)
                values = {"route_id": to.route.id, "lane": str(to.target.whole), "chat": str(to.target)}
                await connection.execute(update(LINE).where(*held, LINE.c.root.not_in(there)).values(values))
            dropping = update(LINE).where(*held).values(state=State.GONE.value, said=None).returning(LINE.c.root)
            dropped += await connection.scalars(dropping)
        self._put(replace(way, closed=True))
        await self._tell()
        return [] if to is not None else [MessageRef.parse(root) for root in dropped]

    async def expire(self, before: datetime) -> None:
        """Ends the routes that were closed before a moment."""
        async with self._db.reading() as connection:
            ending = list(await connection.scalars(select(ROUTE.c.id).where(ROUTE.c.closed < before)))
        if ending:
            await self.fresh()
            await self._end([RouteId(one) for one in ending])

    def _tied(self, chat: ChatRef) -> bool:
        return any(chat in {way.source, way.target} for way in self._by_id.values())

    async def _tell(self) -> None:
        await self._bus.tell(News(Topic.WATCHES, f"{_NEWS} {self._name}"))


def _without(table: dict[K, tuple[Way, ...]], key: K, way: Way) -> None:
    left = tuple(one for one in table.get(key, ()) if one.route.id != way.route.id)
    if left:
        table[key] = left
    else:
        table.pop(key, None)
