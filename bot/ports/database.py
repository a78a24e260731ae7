"""The database: one at a time writes, many read. Expressions are SQLAlchemy Core's."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection


class Database(Protocol):
    """Opens transactions. On SQLite and PostgreSQL alike."""

    def reading(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A transaction that only reads."""
        ...

    def writing(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A transaction that may write; committed at the end, rolled back when an exception leaves it."""
        ...
