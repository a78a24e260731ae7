"""The benchmark works; what it finds is not tested: times on a shared machine say nothing alone."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import cast

import pytest

from bench.__main__ import main
from bench.floors import discord as discord_floor
from bench.floors import telegram as telegram_floor
from bench.load import Side
from bench.rows import Findings, Growth, Ratio, Row
from bench.subjects import Subject
from bench.table import table
from bot.adapters.discord.line import plain_intents
from bot.adapters.telegram.inbound import ALLOWED_UPDATES


def measured(side: Side, written: Path, *options: str) -> dict[str, dict[str, object]]:
    """The rows of a small run of the command."""
    few = ["--rounds", "1", "--messages", "50", "--long", "100", "--rest", "0", "--json", str(written)]
    main(["--platform", side, *few, *options])
    found = cast("dict[str, dict[str, dict[str, dict[str, object]]]]", json.loads(written.read_text()))
    return found["platforms"][side]


def check(rows: dict[str, dict[str, object]], wanted: Collection[Row], side: Side, printed: str) -> None:
    """These rows are there and printed, and no others."""
    assert set(rows) == set(wanted)
    for row in Row:
        assert (f"| {row} | {side} | " in printed) is (row in wanted)
        assert (f"- {row}: " in printed) is (row in wanted)
    if Row.MEMORY in wanted:
        for subject in Subject:
            memory = cast("list[float]", rows[Row.MEMORY][subject])
            assert 10 < memory[0] < 500, "megabytes of a whole process"


def test_a_small_run_prints_every_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = measured(Side.DISCORD, tmp_path / "found.json")
    check(rows, set(Row), Side.DISCORD, capsys.readouterr().out)


def test_only_the_rows_that_were_asked_for_are_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    only = {Row.MEMORY, Row.CPU}
    options = [word for row in only for word in ("--only", row)]
    rows = measured(Side.TELEGRAM, tmp_path / "found.json", *options)
    check(rows, only, Side.TELEGRAM, capsys.readouterr().out)


def test_a_ratio_is_the_median_of_the_rounds_own_ratios() -> None:
    # The machine was slow in the second round for both: that must not show.
    ratio = Ratio.of(bare=[1.0, 10.0, 2.0], ours=[2.0, 20.0, 5.0])
    assert ratio.ratios == [2.0, 2.0, 2.5]
    assert ratio.median == 2.0


def test_a_figure_below_what_the_system_counts_is_one_tick() -> None:
    assert Ratio.of(bare=[0.0], ours=[0.02]).median == pytest.approx(2.0)
    assert Ratio.of(bare=[0.02], ours=[0.0]).median == pytest.approx(0.5)


def test_growth_is_told_for_100_000_messages_and_without_the_first_fifth() -> None:
    steps = [(10_000 * step, 50_000_000 + 300_000 * step) for step in range(1, 11)]
    assert Growth([(10_000, 1), *steps[1:]]).slope == pytest.approx(3.0)
    assert Growth([(10, 1)]).slope == 0.0


def test_a_missed_goal_is_told() -> None:
    findings = Findings(Side.TELEGRAM)
    findings.add(Row.MEMORY, Subject.BARE, 10.0)
    findings.add(Row.MEMORY, Subject.OURS, 22.1)
    findings.growth = {Subject.BARE: Growth([(1, 1)]), Subject.OURS: Growth([(50_000, 0), (100_000, 600_000)])}
    memory, growth = list(table([findings]))[2:]
    assert "| 2.2 | no |" in memory
    assert "| 1.0 MB | no |" in growth


def test_the_floors_ask_for_what_the_bot_asks_for() -> None:
    ours = plain_intents()
    ours.message_content = ours.members = True
    assert discord_floor.intents() == ours
    assert telegram_floor.ALLOWED_UPDATES == ALLOWED_UPDATES
