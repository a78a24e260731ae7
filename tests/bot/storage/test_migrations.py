"""Migrations: run once, in whole, by one process at a time; and what they make is what the code declares."""

import asyncio
import multiprocessing
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from bot.domain.errors import ConfigurationError
from bot.storage.engine import SqlDatabase, open_database
from bot.storage.migrations import Branch, BrokenReferences, migrate, pending
from tests.bot.storage.processes import migrate_in_a_process

FIRST = """
import sqlalchemy as sa
from alembic import op
revision = "0001"
down_revision = None
def upgrade():
    op.create_table("toys_toy", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.Text()))
    op.create_table(
        "toys_owner", sa.Column("toy", sa.Integer(), sa.ForeignKey("toys_toy.id", ondelete="CASCADE"), nullable=False)
    )
    op.execute("INSERT INTO toys_toy VALUES (1, 'mouse')")
    op.execute("INSERT INTO toys_owner VALUES (1)")
"""
SECOND = """
import sqlalchemy as sa
from alembic import op
revision = "0002"
down_revision = "0001"
def upgrade():
    with op.batch_alter_table("toys_toy", recreate="auto") as batch:
        batch.alter_column("name", existing_type=sa.Text(), nullable=False)
        batch.add_column(sa.Column("colour", sa.Text()))
"""
BROKEN = """
from alembic import op
revision = "0003"
down_revision = "0002"
def upgrade():
    op.execute("UPDATE toys_toy SET name = 'half'")
    op.execute("DROP TABLE toys_owner")
    op.execute("INSERT INTO nowhere VALUES (1)")
"""
DANGLING = """
from alembic import op
revision = "0003"
down_revision = "0002"
def upgrade():
    op.execute("DELETE FROM toys_toy")
"""


@pytest.fixture
async def empty(address: str) -> AsyncGenerator[SqlDatabase]:
    async with open_database(address) as database:
        yield database


@pytest.fixture
def toys(tmp_path: Path) -> Branch:
    folder = tmp_path / "toys" / "migrations"
    folder.mkdir(parents=True)
    (folder / "0001_first.py").write_text(FIRST)
    return Branch("toys", folder)


async def tables(database: SqlDatabase) -> set[str]:
    def names(connection: Connection) -> set[str]:
        return set(inspect(connection).get_table_names())

    async with database.reading() as connection:
        return await connection.run_sync(names)


async def one(database: SqlDatabase, query: str) -> object:
    async with database.reading() as connection:
        return await connection.scalar(text(query))


async def test_everything_is_run_once(empty: SqlDatabase, toys: Branch) -> None:
    waiting = await pending(empty, [toys])
    assert waiting[-1] == "toys 0001"
    assert waiting[0].startswith("core ")
    assert await migrate(empty, [toys]) == waiting
    assert {"toys_toy", "version_toys", "version_core", "person"} <= await tables(empty)
    assert await pending(empty, [toys]) == ()
    assert await migrate(empty, [toys]) == ()
    assert await one(empty, "SELECT count(*) FROM toys_toy") == 1


async def test_looking_what_is_pending_changes_nothing(empty: SqlDatabase, toys: Branch) -> None:
    await pending(empty, [toys])
    assert await tables(empty) == set()


async def test_a_later_revision_keeps_rows_and_what_points_to_them(empty: SqlDatabase, toys: Branch) -> None:
    await migrate(empty, [toys])
    (toys.folder / "0002_second.py").write_text(SECOND)
    assert await migrate(empty, [toys]) == ("toys 0002",)
    assert await one(empty, "SELECT name FROM toys_toy WHERE colour IS NULL") == "mouse"
    assert await one(empty, "SELECT toy FROM toys_owner") == 1


async def test_a_revision_that_fails_leaves_nothing_half_done(empty: SqlDatabase, toys: Branch) -> None:
    await migrate(empty, [toys])
    (toys.folder / "0002_second.py").write_text(SECOND)
    (toys.folder / "0003_broken.py").write_text(BROKEN)
    with pytest.raises(DBAPIError):
        await migrate(empty, [toys])
    assert await pending(empty, [toys]) == ("toys 0002", "toys 0003")
    assert await one(empty, "SELECT name FROM toys_toy") == "mouse"
    assert "toys_owner" in await tables(empty)


async def test_a_revision_that_leaves_rows_pointing_to_nothing_is_taken_back(tmp_path: Path, toys: Branch) -> None:
    async with open_database(f"sqlite+aiosqlite:///{tmp_path}/x.db") as database:
        await migrate(database, [toys])
        (toys.folder / "0002_second.py").write_text(SECOND)
        (toys.folder / "0003_dangling.py").write_text(DANGLING)
        with pytest.raises(BrokenReferences):
            await migrate(database, [toys])
        assert await one(database, "SELECT name FROM toys_toy") == "mouse"


async def test_cogs_may_number_alike_come_late_and_be_taken_out(
    empty: SqlDatabase, toys: Branch, tmp_path: Path
) -> None:
    games = Branch("games", tmp_path / "games")
    games.folder.mkdir()
    (games.folder / "0001_first.py").write_text(FIRST.replace("toys", "games"))
    await migrate(empty, [toys])
    assert await migrate(empty, [games, toys]) == ("games 0001",)
    assert await migrate(empty, [games]) == ()
    assert await migrate(empty) == ()


async def test_a_database_of_a_newer_version_is_refused_in_one_line(empty: SqlDatabase, toys: Branch) -> None:
    (toys.folder / "0002_second.py").write_text(SECOND)
    await migrate(empty, [toys])
    (toys.folder / "0002_second.py").unlink()
    for ask in (migrate, pending):
        with pytest.raises(ConfigurationError, match=r"newer version.*toys 0002"):
            await ask(empty, [toys])


async def test_two_at_once_in_one_process_migrate_once(address: str, toys: Branch) -> None:
    async with open_database(address) as first, open_database(address) as second:
        ran = await asyncio.gather(*(migrate(database, [toys]) for database in (first, second)))
    assert sorted(map(bool, ran)) == [False, True]


async def test_two_processes_that_start_at_once_migrate_once(address: str, toys: Branch) -> None:
    processes = multiprocessing.get_context("spawn")
    with processes.Pool(2) as pool:
        work = pool.starmap_async(migrate_in_a_process, [(address, toys.folder)] * 2)
        ran = await asyncio.to_thread(work.get, 60)
    assert sorted(map(bool, ran)) == [False, True]
