"""The command line: ``python -m bot bench cats --help``."""

import argparse
import asyncio
import json
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from bench.cats.lives import CatPlan, measured
from bench.cats.rows import MEANINGS, CatFindings, CatRow
from bench.load import Side
from bench.table import machine

_QUICK = CatPlan(lives=1, warming=100, introductions=500, pictures=50, rush=60)


def _arguments(given: Sequence[str]) -> argparse.Namespace:
    rows = "; ".join(f"{row}: {meaning.says}" for row, meaning in MEANINGS.items())
    parser = argparse.ArgumentParser(
        prog="python -m bot bench cats",
        description="Measures the bot while newcomers of many communities introduce themselves, at the platforms' "
        "protocol servers. " + rows + ".",
    )
    parser.add_argument("--quick", action="store_true", help="a first look")
    parser.add_argument("--platform", action="append", type=Side, choices=list(Side), help="may be given again")
    for one in fields(CatPlan):
        number = float if one.name == "idle" else int
        parser.add_argument(f"--{one.name}", type=number, help=f"{one.default} unless told")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write everything that was found there")
    return parser.parse_args(given)


def _plan(chosen: argparse.Namespace) -> CatPlan:
    usual = _QUICK if chosen.quick else CatPlan()
    told: dict[str, Any] = {one.name: getattr(chosen, one.name) for one in fields(CatPlan)}  # as argparse has them
    return replace(usual, **{name: value for name, value in told.items() if value is not None})


def main(given: Sequence[str], say: Callable[[str], None], tell: Callable[[str], None]) -> None:
    """Measures and prints.

    Args:
        given: the arguments.
        say: takes lines of the outcome.
        tell: takes lines on how far it is.
    """
    chosen = _arguments(given)
    plan, sides = _plan(chosen), tuple(chosen.platform or Side)

    async def run() -> list[CatFindings]:
        found: list[CatFindings] = []
        with tempfile.TemporaryDirectory(prefix="cattax-bench-") as name:
            for side in sides:
                folder = Path(name) / side
                folder.mkdir()
                found.append(await measured(side, plan, folder, tell))
        return found

    found = asyncio.run(run())
    for line in (machine(), "", *table(found), "", *_meanings(plan)):
        say(line)
    if chosen.json is not None:
        written: Path = chosen.json
        figures = {str(findings.side): findings.figures for findings in found}
        written.write_text(json.dumps({"machine": machine(), "platforms": figures}, indent=1) + "\n")


def table(all_findings: Sequence[CatFindings]) -> Iterator[str]:
    """The table, as Markdown: medians of the lives, with the lowest and the highest."""
    yield "| row | platform | median of lives (lowest - highest) | goal | met |"
    yield "|---|---|---|---|---|"
    for row, meaning in MEANINGS.items():
        for findings in all_findings:
            if figures := findings.figures.get(row):
                unit = f" {meaning.unit}".rstrip()
                spread = (
                    f"**{_told(statistics.median(figures))}** ({_told(min(figures))} - {_told(max(figures))}){unit}"
                )
                yield f"| {row} | {findings.side} | {spread} | {_judged(figures, row)} |"


def _told(figure: float) -> str:
    return f"{figure:,.0f}" if figure >= 100 or figure == int(figure) else f"{figure:.1f}"


def _judged(figures: Sequence[float], row: CatRow) -> str:
    goal, unit = MEANINGS[row].goal, f" {MEANINGS[row].unit}".rstrip()
    if goal is None:
        return "- | -"
    return f"{goal:g}{unit} | {'yes' if max(figures) <= goal else 'no'}"


def _meanings(plan: CatPlan) -> Iterator[str]:
    for row, meaning in MEANINGS.items():
        yield f"- {row}: {meaning.says}"
    yield (
        f"Medians of {plan.lives} lives, each of {plan.introductions:,} introductions without a cat, {plan.pictures:,} "
        f"with one and {plan.rush:,} as fast as one core takes, in {plan.communities:,} communities."
    )
