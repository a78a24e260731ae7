"""Secrets: the key ring that everything is signed with, and one-time codes that a person types."""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from sqlalchemy import BigInteger, Column, Integer, Table, Text, UniqueConstraint, case, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.house import CodeFailure
from bot.core.tables import METADATA, UtcDateTime, insert_into
from bot.ports.clock import Clock
from bot.ports.database import Database

SECRET = Table(
    "secret",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False, comment="32 bytes in hexadecimal"),
    Column("made", UtcDateTime, nullable=False),
)

CODE = Table(
    "code",
    METADATA,
    Column("digest", Text, primary_key=True, comment="keyed: who reads the table cannot redeem its codes"),
    Column("purpose", Text, nullable=False),
    Column("subject", BigInteger, nullable=False),
    Column("expires", UtcDateTime, nullable=False, index=True),
    UniqueConstraint("purpose", "subject"),
)

CODE_TRY = Table(
    "code_try",
    METADATA,
    Column("who", Text, primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("since", UtcDateTime, nullable=False, index=True),
)

ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679"
"""Without what looks like something else in some typeface: 0 O, 1 I L, 2 Z, 5 S, 8 B."""
LENGTH = 8
"""25 ** 8 codes: at five tries an hour, one that is valid for ten minutes is not guessed."""
LIFETIME = timedelta(minutes=10)
TRIES = 5
"""Wrong codes that one may type within :data:`TRIES_PERIOD`."""
TRIES_PERIOD = timedelta(hours=1)
_ROOT = "root"
_ROOT_VALUE = select(SECRET.c.value).where(SECRET.c.name == _ROOT)


class KeyRing:
    """Keys for signing, all derived from one secret of this installation. Made by :func:`load_key_ring`."""

    def __init__(self, root: bytes) -> None:
        self._root = root

    def key(self, name: str) -> bytes:
        """The 32 bytes that belong to a name: the same in every process and after every start."""
        return hmac.digest(self._root, name.encode(), "sha256")


async def load_key_ring(database: Database, clock: Clock) -> KeyRing:
    """The installation's secret, made at the first start; of two first starts at once, one makes it."""
    async with database.reading() as connection:
        known: str | None = (await connection.scalars(_ROOT_VALUE)).one_or_none()
    if known is not None:
        return KeyRing(bytes.fromhex(known))
    async with database.writing() as connection:
        made = insert_into(connection, SECRET).values(name=_ROOT, value=secrets.token_hex(32), made=clock.now())
        await connection.execute(made.on_conflict_do_nothing())
        kept: str = (await connection.scalars(_ROOT_VALUE)).one()
    return KeyRing(bytes.fromhex(kept))


class Purpose(Enum):
    """What a code is for. A code for one thing does nothing for another."""

    LINK = "link"
    CLUB = "club"


@dataclass(frozen=True, slots=True)
class Code:
    """A code that was found and is still good.

    Attributes:
        subject: the id that it was issued for.
        who: who typed it.
    """

    digest: str
    subject: int
    who: str


class Codes:
    """One-time codes. All methods act within the caller's transaction, so that a code is spent with what it does."""

    def __init__(self, ring: KeyRing, clock: Clock) -> None:
        self._key = ring.key("codes")
        self._clock = clock

    async def issue(self, connection: AsyncConnection, purpose: Purpose, subject: int) -> str:
        """A new code for a subject; its earlier one for the same purpose no longer works."""
        now = self._clock.now()
        code = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
        await connection.execute(delete(CODE).where(CODE.c.expires < now - TRIES_PERIOD))
        await connection.execute(delete(CODE_TRY).where(CODE_TRY.c.since < now - TRIES_PERIOD))
        put = insert_into(connection, CODE).values(
            digest=self._digest(purpose, code), purpose=purpose.value, subject=subject, expires=now + LIFETIME
        )
        await connection.execute(
            put.on_conflict_do_update(
                index_elements=["purpose", "subject"],
                set_={"digest": put.excluded.digest, "expires": put.excluded.expires},
            )
        )
        return code

    async def look(self, connection: AsyncConnection, purpose: Purpose, typed: str, who: str) -> Code | CodeFailure:
        """Finds what somebody typed; case, spaces, dashes and full-width letters do not matter.

        Each look counts as a wrong try of ``who`` until the code is spent, so the transaction must be committed
        whatever comes of it.
        """
        if await self._count(connection, who) > TRIES:
            return CodeFailure.TOO_MANY
        plain = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", typed[:100]).upper()))
        digest = self._digest(purpose, plain)
        found = (await connection.execute(select(CODE).where(CODE.c.digest == digest))).one_or_none()
        # The database compares digests under a key of ours: how long that takes says nothing about any code.
        if found is None or not hmac.compare_digest(str(found.digest), digest):
            return CodeFailure.WRONG
        if found.expires <= self._clock.now():
            return CodeFailure.EXPIRED
        return Code(digest, int(found.subject), who)

    async def spend(self, connection: AsyncConnection, code: Code) -> bool:
        """Uses a code up; False when somebody did so a moment earlier."""
        spent = await connection.execute(delete(CODE).where(CODE.c.digest == code.digest))
        if not spent.rowcount:
            return False
        await connection.execute(delete(CODE_TRY).where(CODE_TRY.c.who == code.who))
        return True

    async def withdraw(self, connection: AsyncConnection, purpose: Purpose, subject: int, who: str) -> None:
        """Erases a subject's code and what was counted of them."""
        await connection.execute(delete(CODE).where(CODE.c.purpose == purpose.value, CODE.c.subject == subject))
        await connection.execute(delete(CODE_TRY).where(CODE_TRY.c.who == who))

    async def _count(self, connection: AsyncConnection, who: str) -> int:
        """Counts a try; in one statement, so that two at once are two."""
        now = self._clock.now()
        put = insert_into(connection, CODE_TRY).values(who=who, tries=1, since=now)
        over = CODE_TRY.c.since <= now - TRIES_PERIOD
        counted = put.on_conflict_do_update(
            index_elements=["who"],
            set_={
                "tries": case((over, 1), else_=CODE_TRY.c.tries + 1),
                "since": case((over, put.excluded.since), else_=CODE_TRY.c.since),
            },
        ).returning(CODE_TRY.c.tries)
        tries: int = (await connection.scalars(counted)).one()
        return tries

    def _digest(self, purpose: Purpose, code: str) -> str:
        return hmac.new(self._key, f"{purpose.value}:{code}".encode(), hashlib.sha256).hexdigest()
