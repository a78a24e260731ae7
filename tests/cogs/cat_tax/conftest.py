"""The cat tax's tables on both databases."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from bot.storage.engine import SqlDatabase
from cogs.cat_tax.store import METADATA
from cogs.cat_tax.work.looking import look
from tests.kit.pictures import CAT
from tests.kit.workers import SharedWorkers


@pytest.fixture(scope="session", autouse=True)
def awake() -> None:
    """The shared worker has loaded the model, which on a busy machine takes longer than a test waits for a receipt."""
    asyncio.run(SharedWorkers().run(look, CAT, timeout=60))


@pytest.fixture
async def tables(database: SqlDatabase) -> AsyncGenerator[SqlDatabase]:
    """A database with this cog's tables, as the code declares them."""
    async with database.writing() as connection:
        await connection.run_sync(METADATA.create_all)
    yield database
    async with database.writing() as connection:
        await connection.run_sync(METADATA.drop_all)
