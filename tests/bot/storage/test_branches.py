"""Whether there is anything to migrate is known without Alembic, and only where it is sure."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from bot.bootstrap import declared
from bot.storage.engine import SqlDatabase
from bot.storage.migrations import CORE, Branch
from bot.storage.migrations.branches import complete
from bot.storage.migrations.revisions import scripts

START = """
import asyncio, sys
from bot.config import Config
from bot.bootstrap import migrated
asyncio.run(migrated(Config(database_url=sys.argv[1])))
print(sorted({"alembic", "mako"} & set(sys.modules)))
"""


def branch(folder: Path, *names: str) -> Branch:
    for name in names:
        (folder / name).touch()
    return Branch("toys", folder)


def test_only_the_first_of_two_starts_needs_alembic(tmp_path: Path) -> None:
    address = f"sqlite+aiosqlite:///{tmp_path}/x.db"
    command = [sys.executable, "-c", START, address]
    starts = [subprocess.check_output(command, text=True) for _ in range(2)]  # noqa: S603  # ours
    assert starts == ["['alembic', 'mako']\n", "[]\n"]


@pytest.mark.parametrize("one", [CORE, *declared().branches], ids=lambda one: one.label)
def test_files_are_named_for_their_revisions(one: Branch) -> None:
    found = {script.revision: Path(script.path).name for script in scripts(one).walk_revisions()}
    assert all(name.startswith(f"{revision}_") for revision, name in found.items())
    assert one.newest == scripts(one).get_current_head()


@pytest.mark.parametrize(
    "names",
    [(), ("0001_a.py", "0003_c.py"), ("0002_b.py",), ("0001_a.py", "0001_b.py"), ("0001_a.py", "later.py"), ("a.py",)],
)
def test_what_is_not_numbered_through_is_left_to_alembic(names: tuple[str, ...], tmp_path: Path) -> None:
    assert branch(tmp_path, *names).newest is None


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [(["0002"], True), (["0001"], False), (["0003"], False), ([], False), (["0001", "0002"], False)],
)
async def test_a_branch_is_complete_at_its_newest_revision_alone(
    rows: list[str], outcome: bool, database: SqlDatabase, tmp_path: Path
) -> None:
    toys = branch(tmp_path, "0001_a.py", "0002_b.py")
    async with database.migrating() as connection:
        assert not await connection.run_sync(complete, [toys])
        await connection.execute(text("CREATE TABLE version_toys (version_num VARCHAR(32))"))

        def insert(sync: Connection) -> None:
            for row in rows:
                sync.execute(text("INSERT INTO version_toys VALUES (:row)"), {"row": row})

        await connection.run_sync(insert)
        assert await connection.run_sync(complete, [toys]) is outcome
