"""What several tests of translating stand on."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports.database import Database, StorageUnavailable


class Away:
    """A database that cannot be reached, until it is put back."""

    behind: Database | None = None

    @asynccontextmanager
    async def reading(self) -> AsyncGenerator[AsyncConnection]:
        if self.behind is None:
            raise StorageUnavailable("away")
        async with self.behind.reading() as connection:
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncGenerator[AsyncConnection]:
        if self.behind is None:
            raise StorageUnavailable("away")
        async with self.behind.writing() as connection:
            yield connection


@pytest.fixture
def broken_database() -> Away:
    """Away, until ``behind`` is set."""
    return Away()
