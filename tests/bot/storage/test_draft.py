"""The maintainers' command: what it drafts takes a database to what is declared."""

from pathlib import Path

import pytest
from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text

from bot.core.tables import NAMING, BigId, UtcDateTime
from bot.storage.engine import open_database
from bot.storage.migrations import Branch, migrate, pending
from bot.storage.migrations.draft import draft, find, main


def toys(*later: Column[str]) -> MetaData:
    declared = MetaData(naming_convention=NAMING)
    toy = Table(
        "toys_toy",
        declared,
        Column("id", BigId, primary_key=True),
        Column("made", UtcDateTime, nullable=False, index=True),
        *later,
        sqlite_autoincrement=True,
    )
    Table("toys_owner", declared, Column("toy", BigId, ForeignKey(toy.c.id), primary_key=True), Column("n", Integer))
    return declared


async def test_revisions_are_drafted_until_the_tables_are_as_declared(address: str, tmp_path: Path) -> None:
    branch = Branch("toys", tmp_path / "migrations")
    first = await draft(branch, toys(), "the first toys")
    assert first is not None
    assert first.name == "0001_the_first_toys.py"
    async with open_database(address) as database:
        await migrate(database, [branch])
        second = await draft(branch, toys(Column("colour", Text)), "a toy's COLOUR!")
        assert second is not None
        assert second.name == "0002_a_toy_s_colour.py"
        assert await migrate(database, [branch]) == ("toys 0002",)
        assert await draft(branch, toys(Column("colour", Text)), "nothing") is None
        assert await pending(database, [branch]) == ()


async def test_a_draft_does_not_depend_on_the_bots_code_and_drops_nobody_elses_tables(tmp_path: Path) -> None:
    written = await draft(Branch("toys", tmp_path), toys(), "first")
    assert written is not None
    text = written.read_text()
    assert "bot." not in text
    assert "drop_table" not in text
    assert "sqlite_autoincrement=True" in text


def test_the_core_needs_no_revision(capsys: pytest.CaptureFixture[str]) -> None:
    assert find("core")[0].label == "core"
    assert main(["core", "nothing"]) == 1
    assert capsys.readouterr().out == "the tables are as declared\n"
