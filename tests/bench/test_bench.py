"""The benchmark works; what it finds is not tested: times on a shared machine say nothing alone."""

import json
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


@pytest.mark.parametrize("side", list(Side))
def test_a_small_run_prints_every_row(side: Side, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = tmp_path / "found.json"
    few = ["--rounds", "1", "--messages", "50", "--long", "100", "--rest", "0", "--json", str(written)]
    main(["--platform", side, *few])
    printed = capsys.readouterr().out
    for row in Row:
        assert f"| {row} | {side} | " in printed
        assert f"- {row}: " in printed
    found = cast("dict[str, dict[str, dict[str, dict[str, object]]]]", json.loads(written.read_text()))
    rows = found["platforms"][side]
    assert set(rows) == set(Row)
    for subject in Subject:
        memory = cast("list[float]", rows[Row.MEMORY][subject])
        assert 10 < memory[0] < 500, "megabytes of a whole process"


def test_only_the_rows_that_were_asked_for_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--platform", "telegram", "--rounds", "1", "--only", "start-cpu"])
    printed = capsys.readouterr().out
    assert "| start-cpu | telegram |" in printed
    assert not any(f"| {row} |" in printed or f"- {row}: " in printed for row in Row if row is not Row.START_CPU)


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
