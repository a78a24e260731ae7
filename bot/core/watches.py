"""Which cogs hear which chats, members there, or single messages: kept in the database, asked in memory every time.

A message in a chat that nobody watches costs two look-ups and makes nothing; one that answers another costs one more.
"""

import asyncio
import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

import structlog
from sqlalchemy import (
    Column,
    Table,
    Text,
    UniqueConstraint,
    and_,
    bindparam,
    delete,
    exists,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.tables import METADATA, BigId, Insert, UtcDateTime, insert_into, made_once
from bot.domain.errors import CatTaxError
from bot.domain.refs import ChatRef, MessageRef, Platform, UserRef
from bot.ports.bus import Bus, News, Topic
from bot.ports.clock import Clock
from bot.ports.database import Database, StorageUnavailable

WATCH = Table(
    "watch",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("cog", Text, nullable=False),
    Column("platform", Text, nullable=False),
    Column("chat", Text, nullable=False),
    Column("topic", Text, nullable=False, comment="empty for the whole chat"),
    Column("user", Text, nullable=False, comment="empty for everybody"),
    Column("message", Text, nullable=False, comment="empty for the chat's own"),
    Column("until", UtcDateTime, index=True),
    UniqueConstraint("cog", "platform", "chat", "topic", "user", "message"),
)

FULL_FOR = timedelta(minutes=1)
"""How long there is taken to be no room, once there was none."""

MOST_WATCHES = 100_000
"""Watches of all cogs together: some 40 MB."""

MOST_NEWS = 1_000
"""Watches of other processes that are read one by one; of more, all are read."""

TROUBLED_WAIT = 5.0
"""Seconds until the database is asked again when it did not answer."""

_NEWS = "watch"
"""With what news of ours begins; others tell of moved chats under the same topic."""

_ALL = "*"

_Key = tuple[str, str, str, str, str]
"""(platform, chat, topic, user, message)."""

_NAMES = ("platform", "chat", "topic", "user", "message")

_IS = and_(*(WATCH.c[name] == bindparam(name) for name in _NAMES))
_LIVING = select(WATCH).where(or_(WATCH.c.until.is_(None), WATCH.c.until > bindparam("now")))
_COGS = select(WATCH.c.cog, WATCH.c.until).where(_IS)
_ENDING = delete(WATCH).where(WATCH.c.cog == bindparam("cog"), _IS)


@made_once
def _adding(connection: AsyncConnection) -> Insert:
    adding = insert_into(connection, WATCH)
    return adding.on_conflict_do_update(index_elements=["cog", *_NAMES], set_={"until": adding.excluded.until})


_Cogs = dict[str, datetime | None]
"""Cogs that hear, and until when."""

_NO_COGS: _Cogs = {}
"""Never written to."""

_NOBODY: frozenset[str] = frozenset()

log = structlog.get_logger(__name__)


class TooManyWatches(CatTaxError):
    """There is no room for another watch."""


class _Table:
    """Watches as they are asked for.

    Attributes:
        platforms: platform, chat, topic ("" for all), user ("" for all), cogs.
        messages: platform, chat, message, cogs.
    """

    def __init__(self) -> None:
        self.platforms: dict[str, dict[str, dict[str, dict[str, _Cogs]]]] = {}
        self.messages: dict[str, dict[str, dict[str, _Cogs]]] = {}
        self.count = 0

    def put(self, key: _Key, cogs: _Cogs) -> None:
        platform, chat, topic, user, message = key
        self.drop(key)
        if not cogs:
            return
        if message:
            self.messages.setdefault(platform, {}).setdefault(chat, {})[message] = cogs
        else:
            topics = self.platforms.setdefault(platform, {}).setdefault(chat, {})
            topics.setdefault(topic, {})[user] = cogs
        self.count += len(cogs)

    def drop(self, key: _Key) -> None:
        """Leaves nothing empty behind: a chat that is there is a chat that somebody hears."""
        platform, chat, topic, user, message = key
        if message:
            told = self.messages.get(platform, {})
            answered = told.get(chat, {})
            self.count -= len(answered.pop(message, {}))
            if not answered:
                told.pop(chat, None)
            return
        chats = self.platforms.get(platform, {})
        topics = chats.get(chat, {})
        users = topics.get(topic, {})
        self.count -= len(users.pop(user, {}))
        if not users:
            topics.pop(topic, None)
        if not topics:
            chats.pop(chat, None)

    def get(self, key: _Key) -> _Cogs:
        platform, chat, topic, user, message = key
        if message:
            return self.of_message(platform, chat, message)
        return self.platforms.get(platform, {}).get(chat, {}).get(topic, {}).get(user, _NO_COGS)

    def of_message(self, platform: str, chat: str, message: str) -> _Cogs:
        """Who hears what is done to one message. Makes nothing."""
        chats = self.messages.get(platform)
        if chats is None or chat not in chats:
            return _NO_COGS
        return chats[chat].get(message, _NO_COGS)


class Watches:
    """Keeps watches."""

    def __init__(self, db: Database, clock: Clock, bus: Bus, *, most: int = MOST_WATCHES) -> None:
        self._db = db
        self._clock = clock
        self._bus = bus
        self._most = most
        self._table = _Table()
        self._full_until = clock.now()
        self._changes = 0
        # News names who told it: what this process changed itself it knows already.
        self._name = secrets.token_hex(4)
        self._to_read: dict[_Key | None, None] = {}
        self._news = asyncio.Event()

    async def load(self) -> None:
        """Reads all watches."""
        while True:
            changes = self._changes
            async with self._db.reading() as connection:
                rows = (await connection.execute(_LIVING, {"now": self._clock.now()})).all()
            if changes == self._changes:  # else what was read may be older than what is known
                break
        found: dict[_Key, _Cogs] = {}
        for row in rows:
            found.setdefault((row.platform, row.chat, row.topic, row.user, row.message), {})[row.cog] = row.until
        table = _Table()
        for key, cogs in found.items():
            table.put(key, cogs)
        self._table = table

    # --------------------------------------------------------------------------------------------------------- asking

    def wants(self, platform: Platform, chat: str, topic: str | None, author: str, reply_to: str | None) -> bool:
        """Whether anyone hears a message; asked for every message."""
        if reply_to is not None and self.wants_replies(platform, chat, reply_to):
            return True
        chats = self._table.platforms.get(platform)
        if chats is None or chat not in chats:
            return False
        return any(self._living(cogs) for cogs in _heard(chats[chat], topic, author))

    def wants_replies(self, platform: Platform, chat: str, message: str) -> bool:
        """Whether anyone hears what is answered to one message, and the reactions to it."""
        cogs = self._table.of_message(platform, chat, message)
        return bool(cogs) and self._living(cogs)

    def wants_chat(self, platform: Platform, chat: str) -> bool:
        """Whether anyone hears all of a chat, or all of a topic of it."""
        topics = self._table.platforms.get(platform, {}).get(chat, {})
        return any("" in users and self._living(users[""]) for users in topics.values())

    def cogs(
        self, platform: Platform, chat: str, topic: str | None, author: str, reply_to: str | None = None
    ) -> frozenset[str]:
        """Who hears a message."""
        topics = self._table.platforms.get(platform, {}).get(chat)
        heard = _NOBODY if topics is None else self._of(_heard(topics, topic, author))
        if reply_to is not None:
            heard |= self._of((self._table.of_message(platform, chat, reply_to),))
        return heard

    def cogs_of_change(self, platform: Platform, chat: str, topic: str | None, message: str) -> frozenset[str]:
        """Who hears a reaction to a message: who hears all of its chat, and who hears that message."""
        topics = self._table.platforms.get(platform, {}).get(chat, {})
        # A reaction is often told without its topic: then whoever hears any of them hears it.
        whole = [users[""] for place, users in topics.items() if "" in users and place in {"", topic or place}]
        return self._of((*whole, self._table.of_message(platform, chat, message)))

    def chats(self, platform: Platform) -> list[str]:
        """The ids of the chats of which all is heard."""
        return sorted(chat for chat in self._table.platforms.get(platform, ()) if self.wants_chat(platform, chat))

    def _of(self, heard: Iterable[_Cogs]) -> frozenset[str]:
        now = self._clock.now()
        return frozenset(cog for cogs in heard for cog, until in cogs.items() if until is None or until > now)

    def _living(self, cogs: _Cogs) -> bool:
        return any(until is None or until > self._clock.now() for until in cogs.values())

    # ----------------------------------------------------------------------------------------- what other processes do

    def heard(self, news: News) -> None:
        """Notes what another process changed; :meth:`follow` reads it."""
        kind, _, rest = news.key.partition(" ")
        if news.topic is not Topic.WATCHES or kind != _NEWS:
            return
        name, _, what = rest.partition(" ")
        if name == self._name:
            return
        parts = what.split("|")
        one = len(parts) == len(_NAMES)
        self._read_again((parts[0], parts[1], parts[2], parts[3], parts[4]) if one else None)

    def forget_all_remembered(self) -> None:
        """For when news may have been missed: :meth:`follow` reads everything; until then the old is heard."""
        self._read_again(None)

    async def follow(self) -> None:
        """Reads again what others changed, until cancelled."""
        while True:
            await self._news.wait()
            self._news.clear()
            keys, self._to_read = tuple(self._to_read), {}
            try:
                if None in keys:
                    await self.load()
                else:
                    for key in keys:
                        await self._read(key)
            except StorageUnavailable as error:
                log.warning("watches cannot be read", why=str(error))
                self._read_again(None)
                await self._clock.sleep(TROUBLED_WAIT)

    def _read_again(self, key: _Key | None) -> None:
        if key is None or len(self._to_read) >= MOST_NEWS:
            self._to_read = {None: None}
        elif None not in self._to_read:
            self._to_read[key] = None
        self._news.set()

    async def _read(self, key: _Key | None) -> None:
        if key is None:
            return
        async with self._db.reading() as connection:
            rows = (await connection.execute(_COGS, _named(key))).all()
        self._put(key, {row.cog: row.until for row in rows})

    async def _tell(self, what: str) -> None:
        await self._bus.tell(News(Topic.WATCHES, f"{_NEWS} {self._name} {what}"))

    def _put(self, key: _Key, cogs: _Cogs) -> None:
        self._changes += 1
        self._table.put(key, cogs)

    # ------------------------------------------------------------------------------------------------------- changing

    async def watch(
        self, cog: str, chat: ChatRef, *, user: UserRef | None = None, until: datetime | None = None
    ) -> None:
        """Hears a chat (one member there) from now on, until a moment.

        Raises:
            TooManyWatches: there are :data:`MOST_WATCHES` already.
        """
        await self._watch(cog, _key(chat, user), until)

    async def watch_message(self, cog: str, message: MessageRef, *, until: datetime) -> None:
        """Hears answers and reactions to one message by anybody, until a moment. Raises as :meth:`watch`."""
        await self._watch(cog, _key_of(message), until)

    async def _watch(self, cog: str, key: _Key, until: datetime | None) -> None:
        if self._table.count >= self._most and cog not in self._table.get(key):
            # Reading all of them again takes a while, so not for each one that finds no room.
            if self._clock.now() >= self._full_until:
                self._full_until = self._clock.now() + FULL_FOR
                await self.clean()
            if self._table.count >= self._most:
                raise TooManyWatches(f"{cog} cannot watch {key}: there are {self._most} watches already")
        async with self._db.writing() as connection:
            await connection.execute(_adding(connection), {**_named(key), "cog": cog, "until": until})
        self._put(key, self._table.get(key) | {cog: until})
        await self._tell("|".join(key))

    async def unwatch(self, cog: str, chat: ChatRef, *, user: UserRef | None = None) -> None:
        """Stops hearing a chat (one member there)."""
        await self._unwatch(cog, _key(chat, user))

    async def unwatch_message(self, cog: str, message: MessageRef) -> None:
        """Stops hearing what is answered to a message."""
        await self._unwatch(cog, _key_of(message))

    async def _unwatch(self, cog: str, key: _Key) -> None:
        async with self._db.writing() as connection:
            await connection.execute(_ENDING, {**_named(key), "cog": cog})
        self._put(key, {other: until for other, until in self._table.get(key).items() if other != cog})
        await self._tell("|".join(key))

    async def moved(self, old: ChatRef, new: ChatRef) -> None:
        """A chat goes on under another ref. Its messages have other names there: single ones are heard no more."""
        there = WATCH.alias("there")
        known = exists().where(
            there.c.platform == new.platform,
            there.c.chat == new.id,
            there.c.cog == WATCH.c.cog,
            there.c.topic == WATCH.c.topic,
            there.c.user == WATCH.c.user,
        )
        here = (WATCH.c.platform == old.platform, WATCH.c.chat == old.id)
        async with self._db.writing() as connection:
            await connection.execute(delete(WATCH).where(*here, or_(known, WATCH.c.message != "")))
            await connection.execute(update(WATCH).where(*here).values(platform=new.platform, chat=new.id))
        await self._changed_many()

    async def forget(self, chat: ChatRef) -> None:
        """A chat is gone."""
        gone = delete(WATCH).where(WATCH.c.platform == chat.platform, WATCH.c.chat == chat.id)
        async with self._db.writing() as connection:
            await connection.execute(gone if chat.topic is None else gone.where(WATCH.c.topic == chat.topic))
        await self._changed_many()

    async def forget_user(self, user: UserRef) -> None:
        """An account is to be forgotten."""
        async with self._db.writing() as connection:
            await connection.execute(delete(WATCH).where(WATCH.c.platform == user.platform, WATCH.c.user == user.id))
        await self._changed_many()

    async def clean(self) -> int:
        """Forgets what has expired; says how many. Nobody hears by it any more anyway, so nobody is told."""
        async with self._db.writing() as connection:
            gone = await connection.execute(delete(WATCH).where(WATCH.c.until <= self._clock.now()))
        await self.load()
        return gone.rowcount

    async def _changed_many(self) -> None:
        self._changes += 1
        await self.load()
        await self._tell(_ALL)


def _heard(topics: dict[str, dict[str, _Cogs]], topic: str | None, author: str) -> Iterator[_Cogs]:
    """Whoever may hear a message of an author in a watched chat."""
    for place in ("",) if topic is None else ("", topic):
        users = topics.get(place)
        if users is not None:
            for user in ("", author):
                if user in users:
                    yield users[user]


def _key(chat: ChatRef, user: UserRef | None) -> _Key:
    return chat.platform, chat.id, chat.topic or "", "" if user is None else user.id, ""


def _key_of(message: MessageRef) -> _Key:
    return message.platform, message.chat, "", "", message.id


def _named(key: _Key) -> dict[str, object]:
    return dict(zip(_NAMES, key, strict=True))
