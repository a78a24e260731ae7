"""The cat tax's tables on both databases."""

import asyncio

import pytest
from sqlalchemy import MetaData

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
def declared() -> tuple[MetaData, ...]:
    """This cog's tables, as the code declares them."""
    return (METADATA,)


@pytest.fixture
def tables(database: SqlDatabase) -> SqlDatabase:
    """A database with this cog's tables, as the code declares them."""
    return database
