"""Messages that must not be lost: written down, sent in each chat's order, and tried again after a crash.

The store knows nothing of sending. Whoever sends claims the first message of a chat, and says what became of it; the
next one of that chat is handed out only then. A claim is a lease: when its holder dies, the message is handed out
again under the same key.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

import structlog
from sqlalchemy import Column, Index, Integer, Table, Text, and_, bindparam, delete, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.dml import ReturningInsert

from bot.core.codec import Codec
from bot.core.tables import METADATA, BigId, UtcDateTime, Words, insert_into, made_once
from bot.core.taking import taken
from bot.domain.errors import Unreadable
from bot.domain.message import Outgoing
from bot.domain.piece import Piece
from bot.domain.refs import ChatRef, MessageRef
from bot.ports.clock import Clock
from bot.ports.database import Database
from bot.ports.outcome import Delivery, Reason, Refused, Sent

OUTBOX = Table(
    "outbox",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("chat", Text, nullable=False),
    Column("lane", Text, nullable=False, comment="the chat without its topic: topics share their group's flood limit"),
    Column("kind", Text, nullable=False),
    Column("content", Text, comment="JSON; forgotten when final"),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due", UtcDateTime, nullable=False, comment="not handed out before; when final, since when"),
    Column("lease", Text, comment="of whoever sends it"),
    Column("messages", Text, comment="where it stands, as JSON"),
    Column("reason", Text, comment="why it was refused"),
    Column("detail", Words),
    Index(None, "state", "due"),
    Index(None, "lane", "state", "id"),
    sqlite_autoincrement=True,
)

LEASE = timedelta(minutes=1)
"""After how long without a sign of life another may send."""

KEPT = timedelta(days=2)
"""How long the key and what became of it are known after that."""

LONGEST_KEY = 25
"""Characters; what gateways take."""

log = structlog.get_logger(__name__)


class State(StrEnum):
    """What became of a message."""

    WAITING = "waiting"
    SENT = "sent"
    REFUSED = "refused"


_EARLIER = OUTBOX.alias("earlier")
_FIRST = and_(
    OUTBOX.c.state == State.WAITING,
    ~exists().where(_EARLIER.c.lane == OUTBOX.c.lane, _EARLIER.c.state == State.WAITING, _EARLIER.c.id < OUTBOX.c.id),
)
"""The first of its lane."""
_NEXT = (
    select(OUTBOX.c.id, OUTBOX.c.key, OUTBOX.c.chat, OUTBOX.c.kind, OUTBOX.c.content, OUTBOX.c.attempts, OUTBOX.c.due)
    .where(_FIRST)
    .order_by(OUTBOX.c.due, OUTBOX.c.id)
    .limit(bindparam("some"))
    .with_for_update(skip_locked=True, of=OUTBOX)
)
_TAKING = (
    update(OUTBOX).where(OUTBOX.c.id.in_(bindparam("these", expanding=True))).values(attempts=OUTBOX.c.attempts + 1)
)
_ENDING = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("this"), OUTBOX.c.state == State.WAITING)
    .values(content=None, lease=None)
)
_CHANGING = update(OUTBOX).where(
    OUTBOX.c.id == bindparam("this"), OUTBOX.c.lease == bindparam("held"), OUTBOX.c.state == State.WAITING
)


@made_once
def _adding(connection: AsyncConnection) -> ReturningInsert[int]:
    return insert_into(connection, OUTBOX).on_conflict_do_nothing().returning(OUTBOX.c.id)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that is to be sent now.

    Attributes:
        key: the same each time it is tried.
        attempts: which attempt this is, from 1.
        lease: proves that it is still the caller's.
    """

    id: int
    key: str
    chat: ChatRef
    content: Outgoing | Piece
    attempts: int
    lease: str


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    key: str
    chat: str
    kind: str
    content: str
    attempts: int
    due: datetime


class OutboxStore:
    """Keeps messages until they are sent or refused. Everything raises :class:`StorageUnavailable`."""

    def __init__(self, db: Database, clock: Clock, codec: Codec) -> None:
        self._db = db
        self._clock = clock
        self._codec = codec

    async def add(self, chat: ChatRef, content: Outgoing | Piece, key: str) -> bool:
        """Keeps a message; when this returns it will be sent, in the order in which its chat's were added.

        Args:
            chat: where to.
            content: what; a message that is not degraded yet, or a piece that is ready.
            key: unique for what is said, at most :data:`LONGEST_KEY` characters.

        Returns:
            False when the key was added before.
        """
        return await self.add_many(chat, [(content, key)]) == 1

    async def add_many(self, chat: ChatRef, contents: Sequence[tuple[Outgoing | Piece, str]]) -> int:
        """Keeps messages with their keys, all or none; says how many were new."""
        rows = [self._row(chat, content, key) for content, key in contents]
        if not rows:
            return 0
        async with self._db.writing() as connection:
            return sum([len((await connection.execute(_adding(connection), row)).all()) for row in rows])

    def _row(self, chat: ChatRef, content: Outgoing | Piece, key: str) -> dict[str, object]:
        if not key or len(key) > LONGEST_KEY:
            raise ValueError("a key has 1 to 25 characters")
        whole = isinstance(content, Outgoing)
        return {
            "key": key,
            "chat": str(chat),
            "lane": str(chat.whole),
            "kind": Outgoing.__name__ if whole else Piece.__name__,
            "content": self._codec.encode(Outgoing if whole else Piece, content),
            "state": State.WAITING,
            "attempts": 0,
            "due": self._clock.now(),
        }

    async def claim(self, limit: int) -> tuple[list[Claimed], datetime | None]:
        """Takes the first message of up to ``limit`` chats; nobody else gets them until the lease ends.

        A chat whose first message is claimed, or waits for another try, hands out nothing.

        Returns:
            The messages, and when to look at the next chat, or None when none other waits.
        """
        now = self._clock.now()
        lease = secrets.token_hex(8)
        claimed: list[Claimed] = []
        async with self._db.writing() as connection:
            found = [_Row(*row) for row in await connection.execute(_NEXT, {"some": limit + 1})]
            rows, after = taken(found, limit, now)
            if not rows:
                return [], after
            these = [row.id for row in rows]
            await connection.execute(_TAKING, {"these": these, "due": now + LEASE, "lease": lease})
            for row in rows:
                try:
                    content = self._content(row)
                except Unreadable as error:
                    log.error("a message to be sent cannot be read", key=row.key, why=str(error))
                    refused = Refused(Reason.INVALID, "cannot be read")
                    await self._end(connection, row.id, _refusal(refused))
                    after = now  # the next one of that chat is its first now
                    continue
                chat = ChatRef.parse(row.chat)
                claimed.append(Claimed(row.id, row.key, chat, content, row.attempts + 1, lease))
        return claimed, after

    def _content(self, row: _Row) -> Outgoing | Piece:
        if row.kind == Outgoing.__name__:
            return self._codec.decode(Outgoing, row.content)
        return self._codec.decode(Piece, row.content)

    async def sent(self, claimed: Claimed, messages: Sequence[MessageRef]) -> None:
        """It stands there now; its content is forgotten."""
        where = self._codec.encode(tuple[MessageRef, ...], tuple(messages))
        await self._settle(claimed, {"state": State.SENT, "messages": where})

    async def refused(self, claimed: Claimed, refused: Refused) -> None:
        """It will not be sent; its content is forgotten."""
        await self._settle(claimed, _refusal(refused))

    async def retry(self, claimed: Claimed, at: datetime) -> None:
        """It is handed out again at a moment; what was added to its chat after it waits for it."""
        await self._change(claimed, {"due": at, "lease": None})

    async def renew(self, claimed: Claimed) -> bool:
        """Keeps it for another lease; False when it was taken by another."""
        return await self._change(claimed, {"due": self._clock.now() + LEASE})

    async def release(self, claimed: Claimed) -> None:
        """Gives it back untried, at a stop in good order."""
        values: dict[str, object] = {"due": self._clock.now(), "lease": None, "attempts": claimed.attempts - 1}
        await self._change(claimed, values)

    async def result(self, key: str) -> Delivery | None:
        """What became of a message; None while it waits, and when the key is not known (any more)."""
        columns = OUTBOX.c
        chosen = select(columns.state, columns.messages, columns.reason, columns.detail).where(columns.key == key)
        async with self._db.reading() as connection:
            row = (await connection.execute(chosen)).one_or_none()
        if row is None or row.state == State.WAITING:
            return None
        if row.state == State.SENT:
            return Sent(self._codec.decode(tuple[MessageRef, ...], row.messages))
        return Refused(Reason(row.reason), row.detail or "")

    async def clean(self) -> int:
        """Forgets messages that have been final for longer than :data:`KEPT`; says how many."""
        final = OUTBOX.c.state.in_([State.SENT, State.REFUSED])
        async with self._db.writing() as connection:
            gone = await connection.execute(delete(OUTBOX).where(final, OUTBOX.c.due <= self._clock.now() - KEPT))
        return gone.rowcount

    async def _settle(self, claimed: Claimed, values: dict[str, object]) -> None:
        async with self._db.writing() as connection:
            await self._end(connection, claimed.id, values)

    async def _end(self, connection: AsyncConnection, row: int, values: dict[str, object]) -> None:
        # Whoever has the lease now, it was sent: an end is an end.
        await connection.execute(_ENDING, {"this": row, "due": self._clock.now(), **values})

    async def _change(self, claimed: Claimed, values: dict[str, object]) -> bool:
        async with self._db.writing() as connection:
            changed = await connection.execute(_CHANGING, {"this": claimed.id, "held": claimed.lease, **values})
        return changed.rowcount > 0


def _refusal(refused: Refused) -> dict[str, object]:
    return {"state": State.REFUSED, "reason": refused.reason.value, "detail": refused.detail}
