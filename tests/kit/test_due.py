"""The kit's own: what is due is seen at once, whoever wrote it, and asked for only where it may be another."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, insert

from bot.core.jobs import JOB
from bot.core.tables import METADATA
from bot.storage.engine import open_database
from tests.kit.clock import START, MovableClock
from tests.kit.databases import sqlite_with_tables
from tests.kit.stages.due import DueWork

LATER = START + timedelta(hours=1)
A_JOB = {"cog": "a", "job": "{}", "at": LATER, "attempts": 0}


@pytest.fixture
def address(tmp_path: Path) -> str:
    """The address of a database of the core's tables."""
    return sqlite_with_tables(tmp_path, [METADATA])


async def test_what_others_write_is_seen_and_what_time_makes_due(address: str) -> None:
    clock = MovableClock()
    async with open_database(address) as own, open_database(address) as others:
        due = DueWork(address, own, clock)
        assert [await due.count(), await due.count()] == [0, 0]
        async with others.writing() as connection:
            await connection.execute(insert(JOB), A_JOB | {"due": LATER})
        assert [await due.count(), await due.count()] == [0, 0]
        await clock.move(3_600)
        assert await due.count() == 1
        async with others.writing() as connection:
            await connection.execute(insert(JOB), A_JOB | {"due": START})
        assert await due.count() == 2
        async with own.writing() as connection:
            await connection.execute(JOB.delete())
        assert await due.count() == 0


async def test_nothing_is_asked_where_nothing_was_written(address: str) -> None:
    async with open_database(address) as database, open_database(address) as other:
        due = DueWork(address, database, MovableClock())
        await due.count()  # connects, which makes the file that tells
        await due.count()
        asked: list[object] = []

        def note(*told: object) -> None:
            asked.append(told)

        for pool in due.pools:
            event.listen(pool, "checkout", note)
        await due.count()
        assert not asked
        async with other.writing() as connection:
            await connection.execute(insert(JOB), A_JOB | {"due": LATER})
        await due.count()
        assert len(asked) == 1


async def test_open_transactions_are_waited_for(address: str) -> None:
    async with open_database(address) as database:
        due = DueWork(address, database, MovableClock())
        async with database.reading() as connection:
            await connection.execute(JOB.select())
            during = due.transactions
        await due.ended()
        assert (during, due.transactions) == (1, 0)
