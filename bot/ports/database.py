"""The database: one at a time writes, many read. Expressions are SQLAlchemy Core's."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import CatTaxError


class StorageUnavailable(CatTaxError):
    """The database did not do it now: full, locked by another, or not there. Nothing of the transaction is kept.

    Worth another try later. An event that could not be kept is not acknowledged to its platform.
    """


class Database(Protocol):
    """Opens transactions. On SQLite and PostgreSQL alike. Both raise :class:`StorageUnavailable`."""

    def reading(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A transaction that only reads."""
        ...

    def writing(self) -> AbstractAsyncContextManager[AsyncConnection]:
        """A transaction that may write; committed at the end, rolled back when an exception leaves it.

        What a statement raises must leave the block too: PostgreSQL keeps nothing of a transaction in which one failed.
        """
        ...
