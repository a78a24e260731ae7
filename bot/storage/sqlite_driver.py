"""SQLite in a thread, with one way there and back for each statement.

aiosqlite goes to its thread to make a cursor, to execute, to fetch and to close it: of a transaction's time on the
event loop, most is spent on these ways. Here what a statement answers is fetched where it is executed, and what needs
no database goes nowhere.
"""

import sqlite3
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import aiosqlite
from aiosqlite.context import contextmanager

_CHUNK = 64
"""Rows at a time of a cursor that is gone through by ``async for``; aiosqlite's own."""


class _Cursor(aiosqlite.Cursor):
    """Has fetched everything by when it has executed."""

    def __init__(self, connection: aiosqlite.Connection, cursor: sqlite3.Cursor) -> None:
        super().__init__(connection, cursor)
        self._rows: list[sqlite3.Row] = []

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> aiosqlite.Cursor:
        return await self._done(self._cursor.execute, sql, () if parameters is None else parameters)

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> aiosqlite.Cursor:
        return await self._done(self._cursor.executemany, sql, parameters)

    async def _done(self, execute: Callable[[str, Any], sqlite3.Cursor], sql: str, parameters: Any) -> aiosqlite.Cursor:
        def run() -> list[sqlite3.Row]:
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


class _Connection(aiosqlite.Connection):
    """Makes such cursors."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(partial(sqlite3.connect, *given, **more), _CHUNK)
        self._thread.daemon = True  # it must not keep the process from ending

    @contextmanager
    async def cursor(self) -> aiosqlite.Cursor:
        return _Cursor(self, self._conn.cursor())


def connect(*given: Any, **more: Any) -> aiosqlite.Connection:
    """Opens a connection; to be given to SQLAlchemy as ``async_creator_fn``.

    Args:
        given: as for :func:`sqlite3.connect`.
        more: likewise; ``check_same_thread`` must be False.
    """
    return _Connection(*given, **more)
