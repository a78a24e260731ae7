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


_WAL_PAUSE = 0.002
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


class _Transaction:
    """One transaction, as the thread sees it.

    What ends it early, such as a lock that is not given or a full disk, is raised by all that follows and by its
    commit: who caught it once must not go on outside of a transaction, or in one that lacks its beginning.

    Attributes:
        used: whether a statement of it was sent to the thread.
    """

    def __init__(self, connection: sqlite3.Connection, begins: str) -> None:
        self.used = False
        self._connection = connection
        self._begins = begins
        self._begun = False
        self._lost: sqlite3.Error | None = None

    def do(self, statement: Callable[[], list[sqlite3.Row]]) -> list[sqlite3.Row]:
        """Does a statement inside the transaction, which begins with the first, or not at all."""
        if self._lost is not None:
            raise self._lost
        try:
            if not self._begun:
                self._begun = True
                self._connection.execute(self._begins)
            return statement()
        except sqlite3.Error as error:
            if not self._connection.in_transaction:
                self._lost = error
            raise

    def commit(self) -> None:
        """Keeps what was done."""
        if self._lost is not None:
            raise self._lost
        self._connection.commit()

    def rollback(self) -> None:
        """Forgets what was done."""
        self._connection.rollback()


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
        transaction = self._connection.transaction()

        def fetched() -> list[sqlite3.Row]:
            execute(sql, parameters)
            return self._cursor.fetchall()

        run = fetched if transaction is None else partial(transaction.do, fetched)
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
        self._transaction: _Transaction | None = None
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
        return self._transaction is not None and self._transaction.used

    def begin(self) -> None:
        """The next statement begins a transaction."""
        self._transaction = _Transaction(self._conn, self._kind.begins)

    def transaction(self) -> "_Transaction | None":
        """In which one the next statement is; it counts as used, since who waits for the statement may be cancelled."""
        if self._transaction is not None:
            self._transaction.used = True
        return self._transaction

    async def commit(self) -> None:
        await self._end(_Transaction.commit)

    async def rollback(self) -> None:
        await self._end(_Transaction.rollback)

    async def _end(self, end: Callable[["_Transaction"], None]) -> None:
        transaction = self._transaction
        if transaction is None:
            return
        done = partial(end, transaction)
        if transaction.used and self._kind.writes:
            await self._execute(done)  # type: ignore[no-untyped-call]  # aiosqlite's own is untyped
        elif transaction.used:
            self._tx.put_nowait((None, done))  # pyright: ignore[reportUnknownMemberType]  # aiosqlite's own is half typed
        self._transaction = None


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
