"""The two databases that every store is tested on: SQLite in a file, and a real PostgreSQL on a socket of its own."""

import asyncio
import functools
import hashlib
import itertools
import shutil
from collections.abc import AsyncGenerator, Generator, Iterable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy import MetaData, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from bot.ports.database import Database
from bot.storage.engine import open_database
from tests.kit.folders import kept_folder
from tests.kit.postgres_server import shared_server

KINDS = ("sqlite", "postgresql")
PATIENCE = timedelta(seconds=10)
"""How long others' connections may take to end."""

_CATALOGS = """
    SELECT relname, attname FROM pg_class
    JOIN pg_index ON indrelid = pg_class.oid AND indisprimary
    JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
    WHERE relnamespace = 'pg_catalog'::regnamespace AND NOT relisshared AND atttypid = 'oid'::regtype
    AND relname NOT IN ('pg_statistic', 'pg_statistic_ext_data')
"""
"""What a database knows of itself, but what it has counted: tables, columns, constraints, functions and so on."""
_TABLES = """
    SELECT format('%I.%I', nspname, relname) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
    WHERE relkind IN ('r', 'p') AND pg_class.oid >= 16384 AND relpersistence <> 't' ORDER BY 1
"""
_OTHERS = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
_END_OTHERS = f"SELECT pg_terminate_backend(pid, {PATIENCE // timedelta(milliseconds=1)}) {_OTHERS}"
_COUNT_ANEW = "SELECT count(setval(seqrelid, seqstart, false)) FROM pg_sequence"


class SchemaChanged(Exception):
    """A database is no longer as it was made."""


@dataclass(frozen=True, slots=True)
class _Schema:
    """A database's schema as it was made, to be found so again.

    Attributes:
        look: asks for the two numbers that tell whether it is.
        since: the transaction after which nothing was changed.
        count: rows of all catalogs: what was taken away changes their number, whatever else was changed is newer.
        tables: all there are.
    """

    look: str
    since: str
    count: int
    tables: Sequence[str]

    @classmethod
    async def of(cls, session: AsyncConnection) -> "_Schema":
        # Ids below are of what every database has from the start.
        rows = " UNION ALL ".join(
            f"SELECT xmin AS at FROM pg_catalog.{name} WHERE {key} >= 16384"  # noqa: S608  # of the catalog
            for name, key in await session.execute(text(_CATALOGS))
        )
        look = (
            "SELECT count(*), count(*) FILTER (WHERE age(at) < age(CAST(CAST(:since AS text) AS xid)))"  # noqa: S608
            f" FROM (SELECT xmin AS at FROM pg_namespace UNION ALL {rows})"
        )
        since = str(await session.scalar(text("SELECT pg_current_xact_id()::xid::text")))
        count = (await session.execute(text(look), {"since": since})).one()[0]
        return cls(look, since, int(count), await _tables(session))

    async def is_that_of(self, session: AsyncConnection) -> bool:
        found = (await session.execute(text(self.look), {"since": self.since})).one()
        return tuple(found) == (self.count, 0)


class _Kept:
    """A database that is given to one test after the other."""

    def __init__(self, name: str, session: AsyncConnection, schema: _Schema, known: frozenset[str]) -> None:
        self.name = name
        self.session = session
        self.schema = schema
        self.known = known

    async def renew(self) -> None:
        """Makes it as if it had just been made. Raises SchemaChanged where only another one would be."""
        session = self.session
        await session.execute(text(_END_OTHERS))
        if await session.scalar(text(f"SELECT count(*) {_OTHERS}")):
            raise RuntimeError("a connection to the tests' database does not end")
        if more := set(await _tables(session)).difference(self.schema.tables):
            await session.execute(text(f"DROP TABLE {', '.join(sorted(more))} CASCADE"))
        if not await self.schema.is_that_of(session):
            raise SchemaChanged
        if not self.schema.tables:
            return
        # Deleting writes into the files that are there; TRUNCATE makes new ones, which takes ten times as long.
        filled = await self._filled()
        for table in filled:
            await session.execute(text(f"DELETE FROM {table}"))  # noqa: S608  # of the catalog
        if filled and await self._filled():
            raise RuntimeError("rows that cannot be deleted")
        await session.execute(text(_COUNT_ANEW))

    async def _filled(self) -> list[str]:
        tables = self.schema.tables
        each = ", ".join(f"EXISTS (SELECT FROM {table})" for table in tables)
        has_rows = (await self.session.execute(text(f"SELECT {each}"))).one()
        return [table for table, filled in zip(tables, has_rows, strict=True) if filled]


async def _tables(session: AsyncConnection) -> list[str]:
    return [str(name) for name in await session.scalars(text(_TABLES))]


class Postgres:
    """A running server, reached by a Unix socket: there is no port to clash with another's.

    What it is asked between tests runs in a loop of its own, in which its connections outlive the tests.
    """

    def __init__(self, folder: str, loop: asyncio.AbstractEventLoop, stack: AsyncExitStack) -> None:
        """Connects where it is first needed.

        Args:
            folder: where its socket is.
            loop: for what is asked between tests.
            stack: closes the connections.
        """
        self._folder = folder
        self._loop = loop
        self._stack = stack
        self._admin: AsyncConnection | None = None
        self._prefix = f"test_{uuid4().hex[:8]}"  # the server is other processes' too
        self._numbers = itertools.count()
        self._kept: dict[bool, _Kept] = {}

    def empty(self) -> str:
        """The address of a database without tables; the same as before, unless more was changed in it than tables."""
        return self._loop.run_until_complete(self._ready(()))

    def filled(self, tables: Iterable[MetaData]) -> str:
        """The address of a database with these tables, and those asked for before: without a row, all ids from 1.

        It is the same for one test after the other, unless a test has changed its schema. What belongs to the whole
        server (roles, other databases) is not looked at.
        """
        return self._loop.run_until_complete(self._ready(tuple(tables)))

    async def _ready(self, tables: Sequence[MetaData]) -> str:
        kept = self._kept.pop(bool(tables), None)
        if kept is not None:
            try:
                await kept.renew()
            except SchemaChanged:
                await self._drop(kept)
                kept = None
        wanted = frozenset(name for metadata in tables for name in metadata.tables)
        if kept is None or not wanted <= kept.known:
            kept = await self._made(kept, tables, wanted)
        self._kept[bool(tables)] = kept
        return self._address_of(kept.name)

    async def _made(self, kept: _Kept | None, tables: Sequence[MetaData], wanted: frozenset[str]) -> _Kept:
        name = kept.name if kept else await self._create()
        session = kept.session if kept else await self._connect(name)
        known = kept.known if kept else frozenset[str]()
        await _make_tables(self._address_of(name), [one for one in tables if not known.issuperset(one.tables)])
        return _Kept(name, session, await _Schema.of(session), known | wanted)

    async def _create(self) -> str:
        name = f"{self._prefix}_{next(self._numbers)}"
        await (await self._server()).execute(text(f"CREATE DATABASE {name} STRATEGY FILE_COPY"))
        return name

    async def _drop(self, kept: _Kept) -> None:
        await kept.session.close()
        await (await self._server()).execute(text(f"DROP DATABASE {kept.name} WITH (FORCE)"))

    async def _server(self) -> AsyncConnection:
        if self._admin is None:
            self._admin = await self._connect("postgres")
        return self._admin

    async def _connect(self, name: str) -> AsyncConnection:
        # Rows are deleted whatever points to them: all go.
        settings = {"session_replication_role": "replica"}
        engine = create_async_engine(
            self._address_of(name),
            isolation_level="AUTOCOMMIT",
            poolclass=NullPool,
            connect_args={"server_settings": settings},
        )
        self._stack.push_async_callback(engine.dispose)
        return await self._stack.enter_async_context(engine.connect())

    def _address_of(self, name: str) -> str:
        return f"postgresql+asyncpg://postgres@/{name}?host={self._folder}"


@contextmanager
def running_postgres(folder: Path) -> Generator[Postgres]:
    """A server for as long as the block lasts, the same for all processes that name the same folder."""
    loop = asyncio.new_event_loop()
    stack = AsyncExitStack()
    try:
        with shared_server(folder) as socket:
            try:
                yield Postgres(socket, loop, stack)
            finally:
                loop.run_until_complete(stack.aclose())
    finally:
        loop.close()


async def _make_tables(address: str, tables: Iterable[MetaData]) -> None:
    async with open_database(address) as database, database.writing() as connection:
        for metadata in tables:
            await connection.run_sync(metadata.create_all)


@functools.cache
def _sqlite_templates() -> Path:
    return kept_folder("cattax-tables-")


def sqlite_with_tables(folder: Path, tables: Iterable[MetaData]) -> str:
    """The address of a new SQLite database with these tables; they are made once for each process."""
    wanted = tuple(tables)
    names = "\n".join(sorted(name for metadata in wanted for name in metadata.tables))  # modules are only ever imported
    template = _sqlite_templates() / f"{hashlib.sha256(names.encode()).hexdigest()}.db"
    if not template.exists():
        asyncio.run(_make_tables(f"sqlite+aiosqlite:///{template}", wanted))
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
