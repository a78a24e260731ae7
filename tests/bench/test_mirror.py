"""The benchmark of bridges and translating works; what it finds is not tested, but that nothing is lost on the way."""

import json
from pathlib import Path
from typing import cast

import pytest

from bench.__main__ import main
from bench.mirror.command import table
from bench.mirror.plan import Part
from bench.mirror.rows import MEANINGS, MirrorFindings, MirrorRow
from bench.mirror.sentences import DIFFERENT, EN, ES, ZH, chat_line, numbers, sentence, translated
from bot.domain.languages import Language

FEW = {
    "lines": 2,
    "paced": 2,
    "rush": 3,
    "more": 2,
    "most": 4,
    "idle": 10,
    "turns": 1,
    "stalled": 60,
    "burst": 1,
}
ROWS = {
    Part.PIPELINE: {MirrorRow.COLD_MEDIAN, MirrorRow.COLD_LATE, MirrorRow.CACHED_MEDIAN, MirrorRow.CACHED_LATE},
    Part.FAKES: {
        MirrorRow.CROSS_MEDIAN,
        MirrorRow.CROSS_LATE,
        MirrorRow.CROSS_CPU,
        MirrorRow.CROSS_MOST,
        MirrorRow.CROSS_STILL,
        MirrorRow.LOST,
    },
    Part.GROWTH: {
        MirrorRow.IDLE_CPU,
        MirrorRow.IDLE_RATIO,
        MirrorRow.BUSY_CPU,
        MirrorRow.BUSY_MOST,
        MirrorRow.BUSY_RATIO,
        MirrorRow.LOAD,
        MirrorRow.HELD,
        MirrorRow.LOST,
    },
    Part.STALL: {MirrorRow.STALL_GROWTH, MirrorRow.STALL_LOST, MirrorRow.STALL_AFTER},
    Part.FLOOD: {MirrorRow.FLOOD_MESSAGES, MirrorRow.FLOOD_LATE, MirrorRow.FLOOD_LOST},
}
ROWS[Part.TWINS] = ROWS[Part.FAKES]
LOSSES = {MirrorRow.LOST, MirrorRow.STALL_LOST, MirrorRow.FLOOD_LOST}


def measured(written: Path, *options: str) -> dict[MirrorRow, dict[str, list[float]]]:
    """A small run of the command."""
    few = [word for name, value in FEW.items() for word in (f"--{name}", str(value))]
    main(["mirror", "--json", str(written), *options, *few])
    found = json.loads(written.read_text())["rows"]
    return cast("dict[MirrorRow, dict[str, list[float]]]", found)


def test_a_small_run_prints_every_row_and_loses_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = measured(tmp_path / "found.json", "--together")
    printed = capsys.readouterr().out
    assert set(found) == set(MirrorRow)
    for row, of in found.items():
        assert f"- {row}: " in printed
        for name, figures in of.items():
            assert f"| {row} | {name} | " in printed
            assert row not in LOSSES or set(figures) == {0}, "everything arrives, whatever it takes"
    for row in ROWS[Part.FAKES] & ROWS[Part.TWINS]:
        assert {"fakes", "twins"} <= set(found[row])
    assert {"1 bridges", "2 bridges", "4 bridges"} < set(found[MirrorRow.LOST])


def test_parts_are_measured_by_themselves(tmp_path: Path) -> None:
    found = measured(tmp_path / "found.json", "--only", "pipeline", "--only", "flood")
    assert set(found) == ROWS[Part.PIPELINE] | ROWS[Part.FLOOD]


def test_every_row_is_measured_by_some_part() -> None:
    assert set[MirrorRow]().union(*ROWS.values()) == set(MEANINGS) == set(MirrorRow)


@pytest.mark.parametrize("language", [EN, ES, ZH])
def test_lines_differ_and_say_their_number(language: Language) -> None:
    assert len({sentence(number, language) for number in range(DIFFERENT)}) == DIFFERENT
    for number in (0, 1, 7, 1_234, DIFFERENT - 1):
        assert numbers(chat_line(number, language), language) == [number]


def test_a_translation_is_the_same_sentence_with_all_else_as_it_was() -> None:
    line = f"{{1}} {sentence(77, EN)} {{2}}, {sentence(5, EN)}"
    assert translated(line, EN, ZH) == f"{{1}} {sentence(77, ZH)} {{2}}, {sentence(5, ZH)}"


def test_goals_are_met_by_every_figure_and_ratios_by_their_median() -> None:
    findings = MirrorFindings()
    findings.add(MirrorRow.CROSS_STILL, "fakes", [4.0, 21.0, 5.0])
    findings.add(MirrorRow.IDLE_RATIO, "10 : 1", [1.0, 1.4, 1.1])
    findings.add(MirrorRow.FLOOD_LATE, "600", [103.0])
    still, idle, late = list(table(findings))[2:]
    assert still == "| cross-still | fakes | **5** (4 - 21) ms | 20 ms | no |"
    assert idle == "| idle-ratio | 10 : 1 | **1.10** (1 - 1.40) | 1.25 | yes |"
    assert late == "| flood-late | 600 | **103** s | - | - |"
