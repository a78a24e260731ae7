"""What the tables of cogs share: a metadata of each cog's own, the columns' types, and the few statements that differ.

    METADATA = metadata()
    PAID = Table("cat_tax_paid", METADATA, Column("at", UtcDateTime, nullable=False))

A cog's table begins with the cog's name. Its migrations are a branch of their own, labelled so too.
"""

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from sqlalchemy import BigInteger, Dialect, Integer, MetaData, Table, Text, func, literal, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeDecorator

from bot.api.house import JsonValue

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

NAMING = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
}
"""How constraints are named, so that a migration can find them on every database."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

BigId = BigInteger().with_variant(Integer(), "sqlite")
"""Our own ids. SQLite only counts up in a column that is exactly INTEGER."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept as whole microseconds since 1970 in UTC.

    A number sorts and compares alike on both databases; SQLite has no type for moments, and text would depend on how
    each driver writes them.
    """

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Refuses a naive moment: nobody could say when it is."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone")
        return (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC."""
        del dialect
        return None if value is None else _EPOCH + value * _MICROSECOND


class JsonText(TypeDecorator[JsonValue]):
    """A JSON value as text: read and written as a whole, never looked into by a query."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: JsonValue, dialect: Dialect) -> str | None:
        """Escaped to ASCII, so that lone surrogates and NUL survive as well. None is NULL."""
        del dialect
        return None if value is None else json.dumps(value, separators=(",", ":"))

    def process_result_value(self, value: str | None, dialect: Dialect) -> JsonValue:
        """The value."""
        del dialect
        if value is None:
            return None
        loaded: JsonValue = json.loads(value)
        return loaded


class Words(TypeDecorator[str]):
    """Text that somebody typed. What PostgreSQL cannot keep (NUL, lone surrogates) becomes U+FFFD on both."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The nearest text that both databases keep."""
        del dialect
        if value is None:
            return None
        kept = value.replace("\x00", "�")
        return kept.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def metadata() -> MetaData:
    """A new metadata, whose constraints have names that a migration finds on every database."""
    return MetaData(naming_convention=NAMING)


Insert: TypeAlias = "postgresql.Insert | sqlite.Insert"
"""An INSERT with ``on_conflict_do_nothing`` and ``on_conflict_do_update``."""


def insert_into(connection: AsyncConnection, table: Table) -> Insert:
    """An INSERT that can say what happens when the row is there already: both databases have it, SQL has not."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415  # two megabytes that SQLite can do without

        return postgresql.insert(table)
    return sqlite.insert(table)


S = TypeVar("S")


def made_once(make: Callable[[AsyncConnection], S]) -> Callable[[AsyncConnection], S]:
    """Has a statement made by :func:`insert_into` put together once for each kind of database, not for each use.

    Args:
        make: puts it together; what changes from use to use is given when it is executed.
    """
    made: dict[str, S] = {}

    def statement(connection: AsyncConnection) -> S:
        kind = connection.dialect.name
        if kind not in made:
            made[kind] = make(connection)
        return made[kind]

    return statement


async def alone(connection: AsyncConnection, name: str) -> None:
    """Waits until no other transaction is in here under the same name; let in until the transaction ends.

    For what is read first and written then. On SQLite a writing transaction is alone anyway.
    """
    if connection.dialect.name == "postgresql":
        number = int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), signed=True)
        await connection.execute(select(func.pg_advisory_xact_lock(literal(number, BigInteger))))
