"""Actions as what a platform carries for us: signed, so that a forged one is known, and short, or kept behind a token.

A token is one letter, the action's word (see :mod:`bot.core.action_words`) or a random id, and a signature over the
platform and all of that::

    A <word>                      <signature>    anyone may press
    B <word with its one person>  <signature>    one person only
    K <number> <random id>        <signature>    what does not fit, kept in ``action_token``

All of ``[A-Za-z0-9_-]``, which even deep links carry. The class of the action can be read without a query in each.
"""

import base64
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2b
from hmac import compare_digest

from sqlalchemy import Column, Table, Text, delete, insert, or_, select

from bot.core.codec import Codec
from bot.core.tables import METADATA, UtcDateTime
from bot.domain.action import Action
from bot.domain.errors import MalformedRef, Unreadable
from bot.domain.refs import Platform, UserRef
from bot.ports.clock import Clock
from bot.ports.database import Database

ACTION_TOKEN = Table(
    "action_token",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("platform", Text, nullable=False),
    Column("action", Text, nullable=False, comment="JSON"),
    Column("only", Text, index=True, comment="whose press counts"),
    Column("expires", UtcDateTime, nullable=False, index=True),
)

LIFETIME = timedelta(days=30)
"""How long a kept action can be pressed."""

SIGNATURE_BYTES = 6
"""48 bits: nobody presses 10^14 keys, and each character counts."""

_SIGNATURE = 8
_NUMBER = 4
_ID_BYTES = 16
_ANYONE, _ONE, _KEPT = "A", "B", "K"

SHORTEST_LIMIT = len(_KEPT) + _NUMBER + 22 + _SIGNATURE
"""Bytes that every platform must carry at least: those of a kept action."""


@dataclass(frozen=True, slots=True)
class ToPack:
    """An action to be packed.

    Attributes:
        only: whose press counts; None for anyone's.
        limit: most bytes of the token, at least :data:`SHORTEST_LIMIT`.
    """

    action: Action
    only: UserRef | None
    limit: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """Tokens, and the rows that they need.

    Attributes:
        kept: of :data:`ACTION_TOKEN`.
    """

    tokens: tuple[str, ...]
    kept: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """What a token stood for."""

    action: Action
    only: UserRef | None


@dataclass(frozen=True, slots=True)
class Stale:
    """Ours, but too old, or of a version of the bot that is gone."""


@dataclass(frozen=True, slots=True)
class Forged:
    """Not ours, or another platform's."""


class ActionTokens:
    """Packs and unpacks actions.

    Args:
        db: where kept actions are.
        clock: the time.
        codec: of the catalog.
        key: a secret of this installation, at least 16 bytes; the same after a restart and in every process.
        lifetime: of kept actions; packed ones live as long as their message.
    """

    def __init__(self, db: Database, clock: Clock, codec: Codec, key: bytes, *, lifetime: timedelta = LIFETIME) -> None:
        if not 16 <= len(key) <= 64:
            raise ValueError("the key must have 16 to 64 bytes")
        self._db = db
        self._clock = clock
        self._codec = codec
        self._key = key
        self._lifetime = lifetime

    async def pack(self, action: Action, *, only: UserRef | None, limit: int, platform: Platform) -> str:
        """A token of at most ``limit`` bytes; see :meth:`pack_many`."""
        return (await self.pack_many([ToPack(action, only, limit)], platform))[0]

    async def pack_many(self, wanted: Sequence[ToPack], platform: Platform) -> list[str]:
        """Tokens for actions, in their order; those that must be kept are kept by one transaction.

        Raises:
            ValueError: a limit is too small, or an action is not in the catalog.
            StorageUnavailable: what must be kept could not be.
        """
        prepared = self.prepare(wanted, platform)
        await self.keep(prepared)
        return list(prepared.tokens)

    def prepare(self, wanted: Sequence[ToPack], platform: Platform) -> Prepared:
        """Tokens for actions without asking the database: what must be kept is kept by :meth:`keep` afterwards.

        Args:
            wanted: actions of the catalog.
            platform: where they will be pressed; elsewhere they count as forged.

        Raises:
            ValueError: a limit is too small, or an action is not in the catalog.
        """
        kept: list[dict[str, object]] = []
        tokens = [self._inline(one, platform) for one in wanted]
        for index, one in enumerate(wanted):
            if one.limit < SHORTEST_LIMIT:
                raise ValueError(f"no room for a token in {one.limit} bytes")
            if len(tokens[index]) > one.limit:
                name = _spelt(secrets.token_bytes(_ID_BYTES))
                tokens[index] = self._signed(f"{_KEPT}{self._codec.number(one.action)}{name}", platform)
                kept.append(self._row(name, one, platform))
        return Prepared(tuple(tokens), tuple(kept))

    async def keep(self, prepared: Prepared) -> None:
        """Keeps what did not fit into the tokens; raises StorageUnavailable."""
        if prepared.kept:
            async with self._db.writing() as connection:
                await connection.execute(insert(ACTION_TOKEN), list(prepared.kept))

    def _row(self, name: str, one: ToPack, platform: Platform) -> dict[str, object]:
        return {
            "id": name,
            "platform": platform,
            "action": self._codec.encode(Action, one.action),
            "only": None if one.only is None else str(one.only),
            "expires": self._clock.now() + self._lifetime,
        }

    async def unpack(self, data: str, platform: Platform) -> Opened | Stale | Forged:
        """What a platform brought back. Reads the database only for what is kept there."""
        signed, signature = data[:-_SIGNATURE], data[-_SIGNATURE:]
        if not data.isascii() or not compare_digest(signature, self._signature(signed, platform)):
            return Forged()
        letter, word = signed[:1], signed[1:]
        try:
            if letter == _ANYONE:
                return Opened(self._codec.unpack(word, platform), None)
            if letter == _ONE:
                action, only = self._codec.unpack_for_one(word, platform)
                return Opened(action, only)
            if letter == _KEPT:
                return await self._read(word[_NUMBER:], platform)
        except (Unreadable, MalformedRef):
            return Stale()
        return Stale()

    def peek(self, data: str) -> type[Action] | None:
        """The class of a token's action, at once and without looking at its signature; None when unknown."""
        return self._codec.kind_of(data[1:])

    async def clean(self) -> int:
        """Deletes what has expired; says how many."""
        async with self._db.writing() as connection:
            gone = await connection.execute(delete(ACTION_TOKEN).where(ACTION_TOKEN.c.expires <= self._clock.now()))
            return gone.rowcount

    async def forget(self, user: UserRef) -> None:
        """Deletes what was kept for one account alone, and what others' keys would do about it."""
        about = ACTION_TOKEN.c.action.contains(f'"{user}"', autoescape=True)
        async with self._db.writing() as connection:
            await connection.execute(delete(ACTION_TOKEN).where(or_(ACTION_TOKEN.c.only == str(user), about)))

    def _inline(self, one: ToPack, platform: Platform) -> str:
        letter = _ANYONE if one.only is None else _ONE
        return self._signed(letter + self._codec.pack(one.action, platform, one.only), platform)

    async def _read(self, name: str, platform: Platform) -> Opened | Stale:
        chosen = select(ACTION_TOKEN.c.action, ACTION_TOKEN.c.only).where(
            ACTION_TOKEN.c.id == name,
            ACTION_TOKEN.c.platform == platform,
            ACTION_TOKEN.c.expires > self._clock.now(),
        )
        async with self._db.reading() as connection:
            row = (await connection.execute(chosen)).one_or_none()
        if row is None:
            return Stale()
        only: str | None = row.only
        return Opened(self._codec.decode(Action, row.action), None if only is None else UserRef.parse(only))

    def _signed(self, body: str, platform: Platform) -> str:
        return body + self._signature(body, platform)

    def _signature(self, body: str, platform: Platform) -> str:
        # A keyed blake2b is a message authentication code by itself. No platform's name holds a NUL.
        signed = f"{platform}\0{body}".encode()
        return _spelt(blake2b(signed, key=self._key, digest_size=SIGNATURE_BYTES).digest())


def _spelt(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")
