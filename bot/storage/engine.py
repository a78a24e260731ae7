"""One door to two databases: SQLite in a file for one process, PostgreSQL for any number of them."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, nullcontext
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, PoolResetState, event, make_url, text
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.domain.errors import ConfigurationError
from bot.ports.database import StorageUnavailable
from bot.storage.failures import passing, unreachable
from bot.storage.sqlite_driver import Connection as Driver
from bot.storage.sqlite_driver import Kind, connect

VARIABLE = "DATABASE_URL"
PATIENCE = 5.0
"""Seconds to wait for a lock or a connection before giving up."""
HEALTH_PATIENCE = 2.0
"""Seconds in which a database that is well answers."""
MIGRATION_PATIENCE = 300.0
"""Seconds to wait for another process that migrates."""
_READERS = 4
_CONNECTIONS = 5
_MORE_CONNECTIONS = 10


class SqlDatabase:
    """Implements :class:`bot.ports.database.Database` over SQLAlchemy. Made by :func:`open_database`."""

    def __init__(
        self, readers: AsyncEngine, writers: AsyncEngine, migrators: AsyncEngine, turn: asyncio.Lock | None
    ) -> None:
        """Takes engines that it does not dispose of.

        Args:
            readers: whose transactions only read.
            writers: whose transactions may write.
            migrators: whose transactions may change the schema, and wait long for others that do.
            turn: held by the one writer, where the database has only one; readers never wait for it.
        """
        self._readers = readers
        self._writers = writers
        self._migrators = migrators
        self._turn = turn

    @property
    def dialect(self) -> str:
        """SQLAlchemy's name of the database: ``sqlite`` or ``postgresql``."""
        return self._writers.dialect.name

    def reading(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A transaction that only reads; the database itself refuses a write."""
        return _transaction(self._readers)

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[AsyncConnection]:
        """A transaction that may write. Raises :class:`StorageUnavailable`; then nothing of it is kept."""
        async with self._turn or nullcontext(), _transaction(self._writers) as connection:
            yield connection

    @asynccontextmanager
    async def migrating(self) -> AsyncGenerator[AsyncConnection]:
        """A transaction that may change the schema, one process at a time. Foreign keys are not enforced on SQLite."""
        async with self._turn or nullcontext(), _transaction(self._migrators) as connection:
            yield connection

    async def health(self) -> bool:
        """Whether the database answers now."""
        try:
            async with asyncio.timeout(HEALTH_PATIENCE), self.reading() as connection:
                await connection.execute(text("SELECT 1"))
        except (StorageUnavailable, TimeoutError):
            return False
        return True


@asynccontextmanager
async def _transaction(engine: AsyncEngine) -> AsyncGenerator[AsyncConnection]:
    """A transaction, committed at the end and rolled back when anything leaves it, cancellation too."""
    async with AsyncExitStack() as stack:
        try:
            connection = await stack.enter_async_context(engine.connect())
        except Exception as error:
            if (why := unreachable(error)) is None:
                raise
            raise StorageUnavailable(why) from error
        try:
            async with connection.begin():
                yield connection
        except Exception as error:
            if (why := passing(error)) is None:
                raise
            raise StorageUnavailable(why) from error


@asynccontextmanager
async def open_database(address: str, *, patience: float = PATIENCE) -> AsyncGenerator[SqlDatabase]:
    """A database for as long as the block lasts.

    Nothing is connected until it is used, so that a database that is not there yet does not keep the bot from starting.

    Args:
        address: ``sqlite+aiosqlite:///path`` (the folder is made when missing) or ``postgresql+asyncpg://...``.
        patience: seconds to wait for a lock or a connection.

    Raises:
        ConfigurationError: the address is none of these; it is never repeated, since it may hold a password.
    """
    try:
        url = make_url(address)
    except ArgumentError:
        raise ConfigurationError(VARIABLE, "not a database address, such as sqlite+aiosqlite:///data/x.db") from None
    match url.drivername:
        case "sqlite+aiosqlite":
            opened = _open_sqlite(url, patience)
        case "postgresql+asyncpg":
            opened = _open_postgresql(url, patience)
        case "sqlite":
            raise ConfigurationError(VARIABLE, "write sqlite+aiosqlite:/// instead of sqlite:///")
        case "postgres" | "postgresql":
            raise ConfigurationError(VARIABLE, f"write postgresql+asyncpg:// instead of {url.drivername}://")
        case other:
            raise ConfigurationError(VARIABLE, f"{other} is none of sqlite+aiosqlite and postgresql+asyncpg")
    async with opened as database:
        yield database


@asynccontextmanager
async def _open_sqlite(url: URL, patience: float) -> AsyncGenerator[SqlDatabase]:
    """Own connections for readers, and one for the writer: a shared one would mix their transactions."""
    if not url.database or ":memory:" in url.database or "mode" in url.query:
        raise ConfigurationError(VARIABLE, "name a file, as in sqlite+aiosqlite:///data/cattax.db; memory forgets")
    folder = Path(url.database.removeprefix("file:")).parent
    try:
        await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(VARIABLE, f"cannot make the folder {folder}: {error.strerror}") from error

    def engine(kind: Kind, *, wait: float = patience, size: int = 1) -> AsyncEngine:
        made = create_async_engine(
            url,
            pool_size=size,
            max_overflow=0,
            pool_timeout=wait,
            pool_reset_on_return=None,
            connect_args={"timeout": wait, "async_creator_fn": partial(connect, kind)},
        )
        _prepare_sqlite(made)
        return made

    readers = engine(Kind("BEGIN", ("foreign_keys=ON", "query_only=ON"), writes=False), size=_READERS)
    writers = engine(Kind("BEGIN IMMEDIATE", ("foreign_keys=ON",)))
    # Rebuilding a table, which is how SQLite alters one, must not cascade into the tables that point to it.
    migrators = engine(Kind("BEGIN IMMEDIATE", ("foreign_keys=OFF",)), wait=MIGRATION_PATIENCE)
    async with _disposing(readers, writers, migrators):
        yield SqlDatabase(readers, writers, migrators, asyncio.Lock())


def _prepare_sqlite(engine: AsyncEngine) -> None:
    """Has its connections begin transactions as their driver does."""

    def begun(connection: Connection) -> None:
        _driver(connection.connection.driver_connection).begin()

    def returned(connection: AsyncAdapt_aiosqlite_connection, record: object, state: PoolResetState) -> None:
        # Transactions end where they began; only one whose end was cut off is left.
        del record
        if state.asyncio_safe and _driver(connection.driver_connection).unfinished:
            connection.rollback()

    event.listen(engine.sync_engine, "reset", returned)
    event.listen(engine.sync_engine, "begin", begun)


def _driver(connection: object) -> Driver:
    if not isinstance(connection, Driver):
        raise TypeError("not one that connect() opened")
    return connection


@asynccontextmanager
async def _open_postgresql(url: URL, patience: float) -> AsyncGenerator[SqlDatabase]:
    """One pool; readers share it, marked as such."""
    milliseconds = str(int(patience * 1000))
    settings = {"application_name": "cattax", "timezone": "UTC", "lock_timeout": milliseconds}
    writers = create_async_engine(
        url,
        pool_size=_CONNECTIONS,
        max_overflow=_MORE_CONNECTIONS,
        pool_timeout=patience,
        pool_pre_ping=True,
        connect_args={"timeout": patience, "server_settings": settings},
    )
    migrators = create_async_engine(
        url,
        poolclass=NullPool,
        connect_args={
            "timeout": patience,
            "server_settings": settings | {"lock_timeout": str(int(MIGRATION_PATIENCE * 1000))},
        },
    )
    readers = writers.execution_options(postgresql_readonly=True)
    async with _disposing(writers, migrators):
        yield SqlDatabase(readers, writers, migrators, None)


@asynccontextmanager
async def _disposing(*engines: AsyncEngine) -> AsyncGenerator[None]:
    """Disposes of engines in any case: a connection of aiosqlite left open keeps the process from ending."""
    try:
        yield
    finally:
        for engine in engines:
            await engine.dispose()
