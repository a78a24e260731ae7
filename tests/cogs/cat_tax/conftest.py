"""The cat tax's tables on both databases."""

from collections.abc import AsyncGenerator

import pytest

from bot.storage.engine import SqlDatabase
from cogs.cat_tax.store import METADATA


@pytest.fixture
async def tables(database: SqlDatabase) -> AsyncGenerator[SqlDatabase]:
    """A database with this cog's tables, as the code declares them."""
    async with database.writing() as connection:
        await connection.run_sync(METADATA.create_all)
    yield database
    async with database.writing() as connection:
        await connection.run_sync(METADATA.drop_all)
