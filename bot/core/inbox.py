"""Events that were accepted: written down before a platform is told so, handled once, tried again after a crash.

An event is *in hand* from when it was handed out until it is done or failed. What a killed process had in hand is
handed out again. An event that was in hand at two crashes may be what causes them: it is handed out once more, with
nothing else that is suspected, and then given up. Once an event is final its content is forgotten; its key stays for
as long as a platform may repeat it.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import structlog
from sqlalchemy import (
    Column,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    and_,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningInsert

from bot.core.codec import Codec
from bot.core.groupcommit import GroupCommit
from bot.core.places import PLACE
from bot.core.tables import METADATA, BigId, Insert, UtcDateTime, insert_into
from bot.domain.errors import Unreadable
from bot.domain.events import Community, Event, MessagePosted
from bot.domain.refs import Platform
from bot.ports.clock import Clock
from bot.ports.database import Database, StorageUnavailable

INBOX = Table(
    "inbox",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("platform", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("lane", Text, nullable=False),
    Column("event", Text, comment="JSON; forgotten when final"),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False, comment="how often it was handed out"),
    Column("due", UtcDateTime, nullable=False, comment="not handed out before; when final, since when"),
    Column("reference", Text, comment="under which a failure was logged"),
    UniqueConstraint("platform", "key"),
    Index(None, "state", "due"),
    sqlite_autoincrement=True,
)

INBOX_SEEN = Table(
    "inbox_seen",
    METADATA,
    Column("platform", Text, primary_key=True),
    Column("chat", Text, primary_key=True),
    Column("message", Text, nullable=False, comment="the id of the last message accepted"),
)

_CHAT = INBOX_SEEN.c.platform + ":" + INBOX_SEEN.c.chat
_CHAT_IS_KNOWN = exists().where(or_(PLACE.c.ref == _CHAT, PLACE.c.ref.startswith(_CHAT + "/")))
"""Whether a chat, or a topic of it, is a place: one whose space was erased is none any more."""

DEDUPE_WINDOW = timedelta(days=2)
"""How long a key is known; platforms repeat what they told for a day at most."""

MOST_READ_BACK = 200
"""Chats that are worth a look after a lost session; those heard of last come first."""

MOST_ATTEMPTS = 3
PAUSES = (timedelta(minutes=1), timedelta(minutes=10))
"""How long an event that failed waits for its second and third attempt."""

log = structlog.get_logger(__name__)


class State(StrEnum):
    """What became of an event."""

    HANDED = "handed"
    """In some process's hand, if that process lives."""
    WAITING = "waiting"
    """Failed, and waits for another attempt."""
    DONE = "done"
    GIVEN_UP = "given-up"


_OPEN = INBOX.c.state.in_([State.HANDED, State.WAITING])
_FINAL = INBOX.c.state.in_([State.DONE, State.GIVEN_UP])

# What each event needs is put together once.
_NAMED = and_(INBOX.c.platform == bindparam("of"), INBOX.c.key == bindparam("named"), _OPEN)
# A private chat's lane names its member, so it goes with the content.
_DONE = update(INBOX).where(_NAMED).values(state=State.DONE, event=None, lane="", due=bindparam("now"), reference=None)


@dataclass(frozen=True, slots=True)
class _Accept:
    platform: Platform
    key: str
    lane: str
    event: str
    seen: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class _Mark:
    platform: Platform
    key: str
    reference: str | None


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    platform: str
    key: str
    lane: str
    event: str
    state: str
    attempts: int


_Name = tuple[str, str]
"""(platform, key)."""


class Inbox:
    """Keeps accepted events. One process at a time may use it (the bus will hand events over between processes)."""

    def __init__(self, db: Database, clock: Clock, codec: Codec) -> None:
        self._db = db
        self._clock = clock
        self._codec = codec
        self._commits: GroupCommit[_Accept | _Mark, bool] = GroupCommit(db, self._write)
        # Made for the kind of database when first needed: what each event needs is not put together anew.
        self._adding: ReturningInsert[str, str] | None = None
        self._seeing: Insert | None = None
        self._in_hand: set[_Name] = set()
        # Marks that could not be written: written by the next look. Lost with the process, they only cost a repeat.
        self._unmarked: dict[_Name, _Mark] = {}

    async def accept(self, event: Event, lane: str, *, watched: bool = False) -> bool:
        """Keeps an event; when this returns it is committed. Events that come together are committed together.

        Args:
            event: what happened.
            lane: among what its order is kept.
            watched: all of its chat is heard. How far a private chat was read is noted only then.

        Returns:
            False when its key was accepted before; True when the caller has it in hand now.

        Raises:
            StorageUnavailable: it could not be kept.
        """
        chat = event.where.chat
        seen = None
        if isinstance(event, MessagePosted) and event.messages and (watched or isinstance(event.where, Community)):
            seen = (chat.id, event.messages[-1].id)
        item = _Accept(chat.platform, event.key, lane, self._codec.encode(Event, event), seen)
        name = (chat.platform, event.key)
        # In hand already before it is committed: a look at what is pending must not find it in between.
        taken = name not in self._in_hand
        self._in_hand.add(name)
        fresh = False
        try:
            fresh = await self._commits.submit(item)
        finally:
            # Also when cancelled: if it was written all the same, the next look finds it in nobody's hand.
            if taken and not fresh:
                self._in_hand.discard(name)
        return fresh

    async def done(self, event: Event) -> None:
        """An event was handled. When that cannot be written now it is written later, at worst it is handled again."""
        await self._mark(_Mark(event.where.chat.platform, event.key, None))

    async def failed(self, event: Event, reference: str) -> None:
        """An event could not be handled now: it is handed out again after a while, at most so often in all.

        Args:
            event: of :meth:`accept` or :meth:`pending`.
            reference: under which the failure was logged.
        """
        await self._mark(_Mark(event.where.chat.platform, event.key, reference))

    async def pending(self, platforms: Collection[Platform] | None = None) -> list[Event]:
        """What is to be handled now and in nobody's hand, in order: to be asked at start, and every minute or so.

        At start that is all that was accepted and not handled; later what failed and is due again. The caller has the
        events in hand.

        Args:
            platforms: those that are on; what came from others waits until they are. None for all.
        """
        late = list(self._unmarked.items())
        async with self._db.writing() as connection:
            await self._write_marks(connection, [mark for _, mark in late])
            handed = await self._hand_out(connection, platforms)
        for name, _ in late:
            self._unmarked.pop(name, None)
            self._in_hand.discard(name)
        self._in_hand.update(name for name, _ in handed)
        return [event for _, event in handed]

    async def close(self) -> None:
        """Puts back what is still in hand, at a stop in good order: it does not count as an attempt."""
        await self._commits.idle()
        if not self._unmarked and not self._in_hand:
            return
        marked = set(self._unmarked)
        async with self._db.writing() as connection:
            await self._write_marks(connection, list(self._unmarked.values()))
            for platform, key in sorted(self._in_hand - marked):
                await connection.execute(
                    update(INBOX)
                    .where(INBOX.c.platform == platform, INBOX.c.key == key, INBOX.c.state == State.HANDED)
                    .values(state=State.WAITING, attempts=INBOX.c.attempts - 1)
                )
        self._unmarked.clear()
        self._in_hand.clear()

    async def last_seen(self, platform: Platform, chat: str) -> str | None:
        """The id of the last message accepted from a chat, or None when there was none."""
        chosen = select(INBOX_SEEN.c.message).where(INBOX_SEEN.c.platform == platform, INBOX_SEEN.c.chat == chat)
        async with self._db.reading() as connection:
            message: str | None = (await connection.execute(chosen)).scalar_one_or_none()
        return message

    async def chats_seen(self, platform: Platform) -> list[str]:
        """The ids of the chats that messages were accepted from, the latest :data:`MOST_READ_BACK` first.

        Also those that are heard by their name, which no watch names.
        """
        chosen = select(INBOX_SEEN.c.chat).where(INBOX_SEEN.c.platform == platform)
        newest = chosen.order_by(func.length(INBOX_SEEN.c.message).desc(), INBOX_SEEN.c.message.desc())
        async with self._db.reading() as connection:
            return list((await connection.scalars(newest.limit(MOST_READ_BACK))).all())

    async def clean(self) -> int:
        """Forgets the keys of events that have been final for longer than :data:`DEDUPE_WINDOW`; says how many."""
        before = self._clock.now() - DEDUPE_WINDOW
        async with self._db.writing() as connection:
            gone = await connection.execute(delete(INBOX).where(_FINAL, INBOX.c.due <= before))
            # A chat whose first event is still in hand has no place yet, but is not gone.
            in_hand = exists().where(INBOX.c.lane == _CHAT, _OPEN)
            await connection.execute(delete(INBOX_SEEN).where(~_CHAT_IS_KNOWN, ~in_hand))
        return gone.rowcount

    # ------------------------------------------------------------------------------------------------------ handing out

    async def _hand_out(
        self, connection: AsyncConnection, platforms: Collection[Platform] | None
    ) -> list[tuple[_Name, Event]]:
        rows = await self._open_rows(connection, platforms)
        handed: list[tuple[_Name, Event]] = []
        suspecting = any(row.attempts >= MOST_ATTEMPTS and (row.platform, row.key) in self._in_hand for row in rows)
        held: set[str] = set()
        for row in rows:
            name = (row.platform, row.key)
            if name in self._in_hand or row.lane in held:
                continue
            crashed = row.state == State.HANDED
            if crashed and row.attempts >= MOST_ATTEMPTS:
                await self._give_up(connection, row, "the process ended each time")
                continue
            if crashed and row.attempts == MOST_ATTEMPTS - 1:
                if suspecting:
                    held.add(row.lane)
                    continue
                suspecting = True
            try:
                event = self._codec.decode(Event, row.event)
            except Unreadable as error:
                await self._give_up(connection, row, str(error))
                continue
            again = update(INBOX).where(INBOX.c.id == row.id)
            await connection.execute(again.values(state=State.HANDED, attempts=row.attempts + 1))
            handed.append((name, event))
        return handed

    async def _open_rows(self, connection: AsyncConnection, platforms: Collection[Platform] | None) -> list[_Row]:
        columns = INBOX.c
        chosen = (
            select(
                columns.id, columns.platform, columns.key, columns.lane, columns.event, columns.state, columns.attempts
            )
            .where(or_(columns.state == State.HANDED, and_(_OPEN, columns.due <= self._clock.now())))
            .order_by(columns.id)
        )
        if platforms is not None:
            chosen = chosen.where(columns.platform.in_(platforms))
        return [_Row(*row) for row in await connection.execute(chosen)]

    async def _give_up(self, connection: AsyncConnection, row: _Row, why: str) -> None:
        log.error("an event is given up", event_key=row.key, why=why)
        final = update(INBOX).where(INBOX.c.id == row.id)
        await connection.execute(final.values(state=State.GIVEN_UP, event=None, lane="", due=self._clock.now()))

    # --------------------------------------------------------------------------------------------------------- writing

    async def _mark(self, mark: _Mark) -> None:
        name = (mark.platform, mark.key)
        try:
            await self._commits.submit(mark)
        except StorageUnavailable as error:
            log.warning("an event's end could not be written yet", event_key=mark.key, why=str(error))
            self._unmarked[name] = mark
            return
        self._in_hand.discard(name)

    async def _write(self, connection: AsyncConnection, items: Sequence[_Accept | _Mark]) -> list[bool]:
        await self._write_marks(connection, [item for item in items if isinstance(item, _Mark)])
        fresh = await self._write_events(connection, [item for item in items if isinstance(item, _Accept)])
        answers: list[bool] = []
        for item in items:
            name = (item.platform, item.key)
            answers.append(isinstance(item, _Mark) or name in fresh)
            fresh.discard(name)  # of two at once, one is first
        return answers

    async def _write_events(self, connection: AsyncConnection, items: Sequence[_Accept]) -> set[_Name]:
        if not items:
            return set()
        now = self._clock.now()
        rows = [
            {
                "platform": item.platform,
                "key": item.key,
                "lane": item.lane,
                "event": item.event,
                "state": State.HANDED,
                "attempts": 1,
                "due": now,
            }
            for item in items
        ]
        # SQLAlchemy keeps what it made of a statement for one row, and makes one for several anew each time.
        if len(rows) > 1:
            added = await connection.execute(_adding(connection, rows))
        else:
            if self._adding is None:
                self._adding = _adding(connection)
            added = await connection.execute(self._adding, rows[0])
        fresh = {(row.platform, row.key) for row in added}
        newest: dict[_Name, str] = {}
        for item in items:
            if item.seen is not None and (item.platform, item.key) in fresh:
                chat, message = item.seen
                newest[item.platform, chat] = max(newest.get((item.platform, chat), ""), message, key=_age)
        for (platform, chat), message in sorted(newest.items()):  # in one order: two processes must not wait in a ring
            if self._seeing is None:
                self._seeing = _seeing(connection)
            await connection.execute(self._seeing, {"platform": platform, "chat": chat, "message": message})
        return fresh

    async def _write_marks(self, connection: AsyncConnection, marks: Sequence[_Mark]) -> None:
        now = self._clock.now()
        for mark in marks:
            named = {"of": mark.platform, "named": mark.key}
            if mark.reference is None:
                await connection.execute(_DONE, named | {"now": now})
                continue
            attempts = (await connection.execute(select(INBOX.c.attempts).where(_NAMED), named)).scalar_one_or_none()
            if attempts is not None and attempts < MOST_ATTEMPTS:
                failed = update(INBOX).where(_NAMED).values(state=State.WAITING, due=now + PAUSES[attempts - 1])
            else:
                log.error("an event is given up", event_key=mark.key, reference=mark.reference)
                failed = update(INBOX).where(_NAMED).values(state=State.GIVEN_UP, event=None, lane="", due=now)
            await connection.execute(failed.values(reference=mark.reference), named)


def _age(message: str) -> tuple[int, str]:
    """Platforms' message ids are rising numbers: a longer one is newer."""
    return len(message), message


def _adding(connection: AsyncConnection, rows: Sequence[Mapping[str, object]] = ()) -> ReturningInsert[str, str]:
    adding = insert_into(connection, INBOX)
    if rows:
        adding = adding.values(rows)
    return adding.on_conflict_do_nothing().returning(INBOX.c.platform, INBOX.c.key)


def _seeing(connection: AsyncConnection) -> Insert:
    adding = insert_into(connection, INBOX_SEEN)
    new, old = adding.excluded.message, INBOX_SEEN.c.message
    newer = or_(func.length(new) > func.length(old), and_(func.length(new) == func.length(old), new > old))
    return adding.on_conflict_do_update(
        index_elements=[INBOX_SEEN.c.platform, INBOX_SEEN.c.chat], set_={"message": new}, where=newer
    )
