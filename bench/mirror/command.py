"""The command line: ``python -m bot bench mirror --help``."""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, fields, replace
from pathlib import Path
from statistics import median
from typing import cast

from bench.load import ROOT
from bench.mirror.plan import A_SECOND, SERVICE_SECONDS, MirrorPlan, Part
from bench.mirror.rows import MEANINGS, Figures, MirrorFindings, MirrorRow
from bench.table import machine

_QUICK = MirrorPlan(lines=200, paced=30, rush=60, most=1_000, idle=50_000, turns=1, stalled=1_000)


def _arguments(given: Sequence[str]) -> argparse.Namespace:
    rows = "; ".join(f"{row}: {meaning.says}" for row, meaning in MEANINGS.items())
    parser = argparse.ArgumentParser(
        prog="python -m bot bench mirror",
        description="Measures what repeating messages across bridges and translating them cost. " + rows + ".",
    )
    parser.add_argument("--quick", action="store_true", help="a first look")
    parser.add_argument("--only", action="append", type=Part, choices=list(Part), help="a part; may be given again")
    parser.add_argument("--together", action="store_true", help="all parts in one process: whether they work, not more")
    for one in fields(MirrorPlan):
        parser.add_argument(f"--{one.name}", type=int, help=f"{one.default} unless told")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write everything that was found there")
    return parser.parse_args(given)


def _plan(chosen: argparse.Namespace) -> MirrorPlan:
    usual = _QUICK if chosen.quick else MirrorPlan()
    told: dict[str, int | None] = {one.name: getattr(chosen, one.name) for one in fields(MirrorPlan)}
    return replace(usual, **{name: value for name, value in told.items() if value is not None})


def main(given: Sequence[str], say: Callable[[str], None], tell: Callable[[str], None]) -> None:
    """Measures and prints.

    Args:
        given: the arguments.
        say: takes lines of the outcome.
        tell: takes lines on how far it is.
    """
    chosen = _arguments(given)
    plan, parts = _plan(chosen), tuple(chosen.only or Part)
    lives = [parts] if chosen.together else [(part,) for part in parts]
    findings, failed = asyncio.run(_measured(lives, plan, tell))
    for line in (machine(), "", *table(findings), "", *_meanings(plan)):
        say(line)
    if chosen.json is not None:
        written: Path = chosen.json
        written.write_text(json.dumps({"machine": machine(), "rows": findings.figures}, indent=1) + "\n")
    if failed:
        raise SystemExit(f"failed: {', '.join(failed)}; what they wrote stands above")


async def _measured(
    lives: Sequence[Sequence[Part]], plan: MirrorPlan, tell: Callable[[str], None]
) -> tuple[MirrorFindings, Sequence[Part]]:
    """What was found, and the parts that failed: the others are not measured in vain."""
    findings, failed = MirrorFindings(), list[Part]()
    with tempfile.TemporaryDirectory(prefix="cattax-bench-") as folder:
        for parts in lives:
            tell(", ".join(parts))
            found = await _life(parts, plan, Path(folder) / "found.json")
            if found is None:
                failed.extend(parts)
                continue
            for row, of in found.items():
                for name, figures in of.items():
                    findings.add(MirrorRow(row), name, figures)
    return findings, failed


async def _life(parts: Sequence[Part], plan: MirrorPlan, written: Path) -> dict[str, Figures] | None:
    """Parts in a process of their own, most often one: its memory is nobody else's. None when it failed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.mirror.life", ",".join(parts), json.dumps(asdict(plan)), str(written), cwd=ROOT,
        stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        if await process.wait():
            return None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return cast("dict[str, Figures]", json.loads(await asyncio.to_thread(written.read_text)))


def table(findings: MirrorFindings) -> Iterator[str]:
    """The table, as Markdown: medians of the turns, with the lowest and the highest where there were several."""
    yield "| row | of | found | goal | met |"
    yield "|---|---|---|---|---|"
    for row, meaning in MEANINGS.items():
        for of, figures in findings.figures.get(row, {}).items():
            unit = f" {meaning.unit}".rstrip()
            spread = f" ({_told(min(figures))} - {_told(max(figures))})" if len(figures) > 1 else ""
            found = f"**{_told(median(figures))}**{spread}{unit}"
            yield f"| {row} | {of} | {found} | {_judged(figures, row)} |"


def _told(figure: float) -> str:
    if figure >= 100 or figure == int(figure):
        return f"{figure:,.0f}"
    return f"{figure:.1f}" if figure >= 10 else f"{figure:.2f}"


def _judged(figures: Sequence[float], row: MirrorRow) -> str:
    meaning = MEANINGS[row]
    if meaning.goal is None:
        return "- | -"
    # A ratio's turns stand apart by what else was at work; its median is what is held against the goal.
    held = median(figures) if row in {MirrorRow.IDLE_RATIO, MirrorRow.BUSY_RATIO} else max(figures)
    return f"{meaning.goal:g}{f' {meaning.unit}'.rstrip()} | {'yes' if held <= meaning.goal else 'no'}"


def _meanings(plan: MirrorPlan) -> Iterator[str]:
    for row, meaning in MEANINGS.items():
        yield f"- {row}: {meaning.says}"
    yield (
        f"{plan.lines:,} chat lines of each language; {plan.paced:,} messages at {A_SECOND} a second and {plan.rush:,} "
        f"at once, with a service that takes {SERVICE_SECONDS * 1000:g} ms; {plan.turns} turns of {plan.fewest:,}, "
        f"{plan.more:,} and {plan.most:,} bridges."
    )
