"""The benchmark of the cat tax works; what it finds is not tested: times on a shared machine say nothing alone."""

import json
from pathlib import Path
from typing import cast

import pytest

from bench.__main__ import main
from bench.cats.command import table
from bench.cats.rows import CatFindings, CatRow
from bench.load import Side

FEW = {"lives": 1, "communities": 3, "warming": 2, "introductions": 3, "pictures": 2, "rush": 3, "idle": 0}


@pytest.mark.parametrize("side", list(Side))
def test_a_small_run_prints_every_row(side: Side, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = tmp_path / "found.json"
    few = [word for name, value in FEW.items() for word in (f"--{name}", str(value))]
    main(["cats", "--platform", side, "--json", str(written), *few])
    printed = capsys.readouterr().out
    for row in CatRow:
        assert f"| {row} | {side} | " in printed
        assert f"- {row}: " in printed
    found = cast("dict[str, dict[str, dict[str, list[float]]]]", json.loads(written.read_text()))["platforms"][side]
    assert set(found) == set(CatRow)
    assert found[CatRow.LOST] == [0], "everybody is answered, whatever it takes"
    assert 0 < found[CatRow.ASK_MEDIAN][0] <= found[CatRow.ASK_LATE][0]
    assert found[CatRow.MEMORY_WITH][0] > found[CatRow.MEMORY_BEFORE][0], "there is a worker"
    assert found[CatRow.MEMORY_MOST][0] >= found[CatRow.MEMORY_WITH][0]


def test_a_goal_is_met_by_every_life_or_missed() -> None:
    findings = CatFindings(Side.DISCORD)
    for figure in (4.0, 21.0, 5.0):
        findings.add(CatRow.ASK_STILL, figure)
        findings.add(CatRow.ASK_MEDIAN, figure)
    median, still = list(table([findings]))[2:]
    assert median == "| ask-median | discord | **5** (4 - 21) ms | - | - |"
    assert still == "| ask-still | discord | **5** (4 - 21) ms | 20 ms | no |"
