"""Tells a database that cannot do it now from a statement that is wrong."""

import sqlite3

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

_PASSING_STATES = ("08", "53", "57P", "58", "25006", "40001", "40P01", "55P03", "57014")
"""SQLSTATEs (PostgreSQL, appendix A) of what may pass: connection lost, resources short (disk full is 53100), shutting
down, the system's own errors, read-only (a fail-over), serialisation, deadlock, lock not given in time, cancelled."""

_PASSING_CODES = {
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "the disk fails",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened",
    sqlite3.SQLITE_READONLY: "read-only",
}
"""SQLite's primary result codes of the same."""


def _sqlstate(error: BaseException | None) -> str:
    """The SQLSTATE that PostgreSQL's driver notes on its errors, or ""."""
    state: object = getattr(error, "sqlstate", None)
    return state if isinstance(state, str) else ""


def passing(error: Exception) -> str | None:
    """Why the database cannot do it now, for the log, or None when the fault is elsewhere. Never names a password."""
    if isinstance(error, PoolTimeout):
        return "all connections are in use"
    if not isinstance(error, DBAPIError):
        return None
    state = _sqlstate(error.orig)
    if error.connection_invalidated or state.startswith(_PASSING_STATES):
        return f"{type(error.orig).__name__} {state}".strip()
    code: object = getattr(error.orig, "sqlite_errorcode", None)
    return _PASSING_CODES.get(code & 0xFF) if isinstance(code, int) else None


def unreachable(error: Exception) -> str | None:
    """The same for an error while connecting, which drivers may raise unwrapped."""
    if isinstance(error, OSError | TimeoutError):
        return f"cannot connect: {type(error).__name__}"
    state = _sqlstate(error)
    return f"cannot connect: {type(error).__name__} {state}" if state else passing(error)
