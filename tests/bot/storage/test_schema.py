"""What the core's revisions make is what its stores declare, on both databases."""

import importlib
import pkgutil
import shutil
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from sqlalchemy import Connection, MetaData, inspect, text

import bot.core
import cogs
from bot.storage.engine import SqlDatabase, open_database
from bot.storage.migrations import CORE, Branch, migrate
from bot.storage.migrations.draft import draft, find
from bot.storage.migrations.revisions import context_of
from bot.storage.schema import METADATA


@pytest.fixture
async def migrated(address: str) -> AsyncGenerator[SqlDatabase]:
    async with open_database(address) as database:
        await migrate(database)
        yield database


def described(connection: Connection) -> dict[str, object]:
    """Everything that the database itself says about tables, but the order of columns."""
    found = inspect(connection)
    return {
        name: (
            {
                column["name"]: (str(column["type"]), column["nullable"], bool(column.get("autoincrement")))
                for column in found.get_columns(name)
            },
            sorted(found.get_pk_constraint(name)["constrained_columns"]),
            found.get_pk_constraint(name)["name"],
            sorted(str(sorted(key.items(), key=str)) for key in found.get_foreign_keys(name)),
            sorted((str(key["name"]), key["column_names"]) for key in found.get_unique_constraints(name)),
            sorted(
                (str(key["name"]), key["column_names"], bool(key["unique"]), str(key.get("dialect_options")))
                for key in found.get_indexes(name)
            ),
        )
        for name in found.get_table_names()
        if not name.startswith("version_")
    }


def counted_up(connection: Connection) -> set[str]:
    """SQLite's tables that never give an id again."""
    if connection.dialect.name != "sqlite":
        return set()
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
    return set(connection.scalars(text(query)))


async def test_alembic_finds_no_difference(migrated: SqlDatabase) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(context_of(connection, CORE), METADATA))

    async with migrated.reading() as connection:
        assert await connection.run_sync(differences) == []


async def test_the_database_describes_both_alike(migrated: SqlDatabase) -> None:
    async with migrated.reading() as connection:
        from_revisions = await connection.run_sync(described), await connection.run_sync(counted_up)
    async with migrated.writing() as connection:
        remains = MetaData()
        await connection.run_sync(remains.reflect)
        await connection.run_sync(remains.drop_all)
        await connection.run_sync(METADATA.create_all)
    async with migrated.reading() as connection:
        assert (await connection.run_sync(described), await connection.run_sync(counted_up)) == from_revisions


def test_every_table_of_the_core_is_known_here() -> None:
    before = set(METADATA.tables)
    for module in pkgutil.walk_packages(bot.core.__path__, "bot.core."):
        importlib.import_module(module.name)
    assert set(METADATA.tables) == before


@pytest.mark.parametrize(
    "cog", sorted(folder.parent.name for folder in Path(*cogs.__path__).glob("*/migrations") if folder.is_dir())
)
async def test_every_cogs_revisions_make_what_it_declares(cog: str, tmp_path: Path) -> None:
    branch, declared = find(cog)
    copied = Branch(cog, shutil.copytree(branch.folder, tmp_path / "migrations"))
    assert await draft(copied, declared, "what is missing") is None
