"""Which cogs hear which chats, or which members there: kept in the database, asked in memory for every message."""

import asyncio
from collections import Counter
from datetime import datetime

from sqlalchemy import Column, ColumnElement, Table, Text, UniqueConstraint, and_, delete, or_, select, update

from bot.core.tables import METADATA, BigId, UtcDateTime, insert_into
from bot.domain.refs import ChatRef, Platform, UserRef
from bot.ports.bus import Bus, News, Topic
from bot.ports.clock import Clock
from bot.ports.database import Database

WATCH = Table(
    "watch",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("cog", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("chat", Text, nullable=False),
    Column("topic", Text, nullable=False, comment="empty for the whole chat"),
    Column("user", Text, nullable=False, comment="empty for everybody"),
    Column("until", UtcDateTime, index=True),
    UniqueConstraint("cog", "platform", "chat", "topic", "user"),
)

_Key = tuple[str, str, str, str]
"""(platform, chat, topic, user)."""

_NOBODY: frozenset[str] = frozenset()


class Watches:
    """Keeps watches. What has expired is still heard until the next cleaning: a cog checks again anyway."""

    def __init__(self, db: Database, clock: Clock, bus: Bus) -> None:
        self._db = db
        self._clock = clock
        self._bus = bus
        self._cogs: dict[_Key, frozenset[str]] = {}
        self._chats: frozenset[tuple[str, str]] = frozenset()
        self._own: Counter[str] = Counter()
        """News that this process told itself."""
        self._others: asyncio.Queue[_Key | None] = asyncio.Queue()
        """What other processes changed; None for everything."""

    async def load(self) -> None:
        """Reads all watches."""
        now = self._clock.now()
        async with self._db.reading() as connection:
            rows = (
                await connection.execute(select(WATCH).where(or_(WATCH.c.until.is_(None), WATCH.c.until > now)))
            ).all()
        found: dict[_Key, set[str]] = {}
        for row in rows:
            found.setdefault((row.platform, row.chat, row.topic, row.user), set()).add(row.cog)
        self._cogs = {key: frozenset(cogs) for key, cogs in found.items()}
        self._index()

    def _index(self) -> None:
        self._chats = frozenset((platform, chat) for platform, chat, _, user in self._cogs if not user)

    # --------------------------------------------------------------------------------------------------------- asking

    def wants(self, platform: Platform, chat: str, topic: str | None, author: str) -> bool:
        """Whether anyone hears a message; asked for every message."""
        cogs = self._cogs
        return (
            (platform, chat, "", "") in cogs
            or (platform, chat, "", author) in cogs
            or (topic is not None and ((platform, chat, topic, "") in cogs or (platform, chat, topic, author) in cogs))
        )

    def wants_chat(self, platform: Platform, chat: str) -> bool:
        """Whether anyone hears all of a chat, or all of a topic of it."""
        return (platform, chat) in self._chats

    def cogs(self, platform: Platform, chat: str, topic: str | None, author: str) -> frozenset[str]:
        """Who hears a message."""
        found = _NOBODY
        for place in ("",) if topic is None else ("", topic):
            for user in ("", author):
                found |= self._cogs.get((platform, chat, place, user), _NOBODY)
        return found

    def chats(self, platform: Platform) -> list[str]:
        """The ids of the chats of which all is heard."""
        return sorted(chat for at, chat in self._chats if at == platform)

    # ----------------------------------------------------------------------------------------- what other processes do

    def heard(self, news: News) -> None:
        """Notes what another process changed; :meth:`follow` reads it."""
        if news.topic is not Topic.WATCHES:
            return
        if self._own[news.key]:
            self._own[news.key] -= 1
            return
        platform, chat, topic, user = news.key.split("|")
        self._others.put_nowait((platform, chat, topic, user))

    def forget_all_remembered(self) -> None:
        """For when news may have been missed."""
        self._others.put_nowait(None)

    async def follow(self) -> None:
        """Reads again what others changed, until cancelled."""
        while True:
            key = await self._others.get()
            if key is None:
                await self.load()
                continue
            async with self._db.reading() as connection:
                cogs = frozenset((await connection.scalars(select(WATCH.c.cog).where(_is(key)))).all())
            self._put(key, cogs)

    async def _tell(self, key: _Key) -> None:
        news = News(Topic.WATCHES, "|".join(key))
        self._own[news.key] += 1
        await self._bus.tell(news)

    def _put(self, key: _Key, cogs: frozenset[str]) -> None:
        if cogs:
            self._cogs[key] = cogs
        else:
            self._cogs.pop(key, None)
        self._index()

    # ------------------------------------------------------------------------------------------------------- changing

    async def watch(
        self, cog: str, chat: ChatRef, *, user: UserRef | None = None, until: datetime | None = None
    ) -> None:
        """Hears a chat (one member there) from now on."""
        key = _key(chat, user)
        row = dict(zip(("platform", "chat", "topic", "user"), key, strict=True), cog=cog, until=until)
        async with self._db.writing() as connection:
            adding = insert_into(connection, WATCH).values(row)
            same = [WATCH.c.cog, WATCH.c.platform, WATCH.c.chat, WATCH.c.topic, WATCH.c.user]
            await connection.execute(adding.on_conflict_do_update(index_elements=same, set_={"until": until}))
        self._put(key, self._cogs.get(key, _NOBODY) | {cog})
        await self._tell(key)

    async def unwatch(self, cog: str, chat: ChatRef, *, user: UserRef | None = None) -> None:
        """Stops hearing a chat (one member there)."""
        key = _key(chat, user)
        async with self._db.writing() as connection:
            await connection.execute(delete(WATCH).where(WATCH.c.cog == cog, _is(key)))
        self._put(key, self._cogs.get(key, _NOBODY) - {cog})
        await self._tell(key)

    async def moved(self, old: ChatRef, new: ChatRef) -> None:
        """A chat goes on under another ref."""
        async with self._db.writing() as connection:
            here = (WATCH.c.platform == old.platform, WATCH.c.chat == old.id)
            there = select(WATCH.c.cog).where(WATCH.c.platform == new.platform, WATCH.c.chat == new.id)
            await connection.execute(delete(WATCH).where(*here, WATCH.c.user == "", WATCH.c.cog.in_(there)))
            await connection.execute(update(WATCH).where(*here).values(chat=new.id))
        await self.load()

    async def forget(self, chat: ChatRef) -> None:
        """A chat is gone."""
        async with self._db.writing() as connection:
            gone = delete(WATCH).where(WATCH.c.platform == chat.platform, WATCH.c.chat == chat.id)
            await connection.execute(gone if chat.topic is None else gone.where(WATCH.c.topic == chat.topic))
        await self.load()

    async def forget_user(self, user: UserRef) -> None:
        """An account is to be forgotten."""
        async with self._db.writing() as connection:
            await connection.execute(delete(WATCH).where(WATCH.c.platform == user.platform, WATCH.c.user == user.id))
        await self.load()

    async def clean(self) -> int:
        """Forgets what has expired; says how many."""
        async with self._db.writing() as connection:
            gone = await connection.execute(delete(WATCH).where(WATCH.c.until <= self._clock.now()))
        await self.load()
        return gone.rowcount


def _key(chat: ChatRef, user: UserRef | None) -> _Key:
    return chat.platform, chat.id, chat.topic or "", "" if user is None else user.id


def _is(key: _Key) -> ColumnElement[bool]:
    return and_(WATCH.c.platform == key[0], WATCH.c.chat == key[1], WATCH.c.topic == key[2], WATCH.c.user == key[3])
