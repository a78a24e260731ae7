"""SQLite in a thread, with one way there and back for each statement.

aiosqlite goes to its thread to make a cursor, to execute, to fetch and to close it: of a transaction's time on the
event loop, most is spent on these ways. Here what a statement answers is fetched where it is executed, a transaction
begins where its first statement is executed, nobody waits for the end of one that only read, and what needs no database
goes nowhere. A connection is set up where it is opened.
"""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from time import monotonic, sleep
from typing import Any

import aiosqlite
from aiosqlite.context import contextmanager

_CHUNK = 64
"""Rows at a time of a cursor that is gone through by ``async for``; aiosqlite's own."""


_WAL_PAUSE = 0.02
"""Seconds until write-ahead logging is asked for again."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a connection is for.

    Attributes:
        begins: the statement that begins a transaction.
        pragmas: what is set besides what all have.
        writes: whether it may write. If not, a transaction's end cannot fail, and is not waited for.
    """

    begins: str
    pragmas: tuple[str, ...]
    writes: bool = True


class _Cursor(aiosqlite.Cursor):
    """Has fetched everything by when it has executed."""

    def __init__(self, connection: "Connection", cursor: sqlite3.Cursor) -> None:
        super().__init__(connection, cursor)
        self._connection = connection
        self._rows: list[sqlite3.Row] = []

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> aiosqlite.Cursor:
        return await self._done(self._cursor.execute, sql, () if parameters is None else parameters)

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> aiosqlite.Cursor:
        return await self._done(self._cursor.executemany, sql, parameters)

    async def _done(self, execute: Callable[[str, Any], sqlite3.Cursor], sql: str, parameters: Any) -> aiosqlite.Cursor:
        begin = self._connection.due_begin()

        def run() -> list[sqlite3.Row]:
            begin()
            execute(sql, parameters)
            return self._cursor.fetchall()

        self._rows = await self._execute(run)  # type: ignore[no-untyped-call]  # aiosqlite's own is untyped
        return self

    async def fetchone(self) -> sqlite3.Row | None:
        return self._rows.pop(0) if self._rows else None

    async def fetchmany(self, size: int | None = None) -> Iterable[sqlite3.Row]:
        count = self.arraysize if size is None else size
        some, self._rows = self._rows[:count], self._rows[count:]
        return some

    async def fetchall(self) -> Iterable[sqlite3.Row]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """A statement whose rows were all fetched holds nothing."""
        self._rows = []


class Connection(aiosqlite.Connection):
    """Makes such cursors. Its transactions begin by :meth:`begin` alone."""

    def __init__(self, kind: Kind, *given: Any, **more: Any) -> None:
        super().__init__(partial(_opened, kind, *given, **more), _CHUNK)
        self._kind = kind
        self._to_begin = False
        self._begun = False
        self._thread.daemon = True  # it must not keep the process from ending

    @contextmanager
    async def cursor(self) -> aiosqlite.Cursor:
        return _Cursor(self, self._conn.cursor())

    async def create_function(
        self, name: str, num_params: int, func: Callable[..., Any] | None, deterministic: bool = False
    ) -> None:
        self._conn.create_function(name, num_params, func, deterministic=deterministic)

    @property
    def unfinished(self) -> bool:
        """Whether a transaction was begun whose end is not certain."""
        return self._begun

    def begin(self) -> None:
        """The next statement begins a transaction."""
        self._to_begin = True

    def due_begin(self) -> Callable[[], None]:
        """What is to be done in the thread before a statement; decided now, since who waits for it may be cancelled."""
        if not self._to_begin:
            return _nothing
        self._to_begin, self._begun = False, True
        return self._begin_now

    def _begin_now(self) -> None:
        try:
            self._conn.execute(self._kind.begins)
        except sqlite3.Error:
            self._to_begin = True  # whatever comes next must not be outside of a transaction
            raise

    async def commit(self) -> None:
        await self._end(self._conn.commit)

    async def rollback(self) -> None:
        await self._end(self._conn.rollback)

    async def _end(self, end: Callable[[], None]) -> None:
        self._to_begin = False
        if not self._begun:
            return
        if self._kind.writes:
            await self._execute(end)  # type: ignore[no-untyped-call]  # aiosqlite's own is untyped
        else:
            self._tx.put_nowait((None, end))  # pyright: ignore[reportUnknownMemberType]  # aiosqlite's own is half typed
        self._begun = False


def _nothing() -> None:
    """Where nothing is to begin."""


def _opened(kind: Kind, *given: Any, **more: Any) -> sqlite3.Connection:
    # isolation_level None: nothing begins by itself, and what begins says what kind of transaction it is.
    settings = {"isolation_level": None, **more}
    connection: sqlite3.Connection = sqlite3.connect(*given, **settings)
    try:
        _write_ahead(connection, more["timeout"])
        for pragma in ("synchronous=NORMAL", *kind.pragmas):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection, wait: float) -> None:
    """Turns write-ahead logging on. SQLite refuses one of two who do it at once to a new file, without waiting."""
    ends = monotonic() + wait
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() >= ends:
                raise
        else:
            return
        sleep(_WAL_PAUSE)


def connect(kind: Kind, *given: Any, **more: Any) -> aiosqlite.Connection:
    """Opens a connection; to be given to SQLAlchemy as ``async_creator_fn``, with the first one filled in.

    Args:
        kind: what it is for.
        given: as for :func:`sqlite3.connect`.
        more: likewise; ``timeout`` must be given, and ``check_same_thread`` be False.
    """
    return Connection(kind, *given, **more)
