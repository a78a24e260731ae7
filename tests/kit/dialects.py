"""SQLAlchemy's dialects with one memory of compiled statements for the whole process.

Each test opens databases of its own, and each engine would compile every statement anew: that was a tenth of the whole
suite's time. What is compiled does not depend on the engine.
"""

from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.engine import Engine
from sqlalchemy.util import LRUCache

_COMPILED = LRUCache[object, object](5_000)


class SQLite(SQLiteDialect_aiosqlite):
    """Equal to any other: what one compiled, the others find."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=_COMPILED)


class PostgreSQL(PGDialect_asyncpg):
    """Equal to any other: what one compiled, the others find."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=_COMPILED)


def share_compiled_statements() -> None:
    """From now on, engines of this process share what was compiled."""
    for name, dialect in (("sqlite.aiosqlite", SQLite), ("postgresql.asyncpg", PostgreSQL)):
        registry.register(name, dialect.__module__, dialect.__name__)
