"""The command line: ``python -m bot bench matching --help``."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean
from time import process_time

from bench.matching.crowd import EXCESS, MANY, TWO, crowd
from bench.matching.plot import drawn
from bench.matching.year import SETTLED, Plan, Year, year
from bench.table import machine
from cogs.spies.work.matching import RoundAsk, match_round

_SIZES = (1_000, 5_000, 20_000)
_MIXES = {"two languages": TWO, "nine of ten speak one": EXCESS, "four languages": MANY}
_NOW = datetime(2026, 3, 2, tzinfo=UTC)


def _arguments(given: Sequence[str]) -> argparse.Namespace:
    usual = Plan()
    parser = argparse.ArgumentParser(
        prog="python -m bot bench matching",
        description="Measures rounds of matching: the CPU time they take, and how far they may be from the best of all "
        "pairs; then plays a year of weekly rounds.",
    )
    parser.add_argument("--size", action="append", type=int, help="people of a round; may be given again")
    parser.add_argument("--people", type=int, default=usual.people, help="on the first day of the year; 0 for no year")
    parser.add_argument("--weeks", type=int, default=usual.weeks, help="rounds of the year")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw the year there, as SVG")
    return parser.parse_args(given)


def main(given: Sequence[str], say: Callable[[str], None], tell: Callable[[str], None]) -> None:
    """Measures and prints.

    Args:
        given: the arguments.
        say: takes lines of the outcome.
        tell: takes lines on how far it is.
    """
    chosen = _arguments(given)
    say(machine())
    say("")
    say("| people | who | CPU seconds | pairs | unmatched | total : bound |")
    say("|---|---|---|---|---|---|")
    for size in chosen.size or _SIZES:
        for name in _MIXES:
            tell(f"{size:,} people, {name}")
            say(_measured(size, name))
    if chosen.people:
        plan = Plan(people=chosen.people, weeks=chosen.weeks)
        tell(f"a year of {plan.people:,} people")
        found = year(plan)
        say("")
        for line in _told(found, plan):
            say(line)
        if chosen.plot is not None:
            plot: Path = chosen.plot
            plot.write_text(drawn(found, plan))


def _measured(size: int, name: str) -> str:
    people = tuple(crowd(size, _MIXES[name], _NOW, seed=size))
    began = process_time()
    result = match_round(RoundAsk(people))
    took = process_time() - began
    share = "the best" if result.total == result.bound else f"{1 - result.gap:.3%}"
    return f"| {size:,} | {name} | {took:.1f} | {len(result.pairs):,} | {len(result.unmatched):,} | {share} |"


def _told(found: Year, plan: Plan) -> Iterator[str]:
    later = found.weeks[min(SETTLED, len(found.weeks) - 1) :]
    waited = sorted(weeks for week in later for weeks in week.waited)
    yield f"{plan.people:,} people, {len(found.weeks)} weekly rounds; from the fifth on:"
    yield f"- in a round: {fmean(week.waiting for week in later):,.0f}"
    left, joined = fmean(week.unmatched for week in later), fmean(week.trios for week in later)
    yield f"- unmatched: {left:,.0f}, of whom {joined:,.0f} could join a pair"
    if waited:
        yield (
            f"- weeks waited by who was matched: mean {fmean(waited):.2f}, nine in ten at most "
            f"{waited[int(len(waited) * 0.9)]:.0f}, longest {waited[-1]:.0f}"
        )
    chances = ", ".join(
        f"{weeks}: {found.chance(weeks):.0%}" for weeks in sorted(found.asked) if found.asked[weeks] >= 20
    )
    yield f"- chance of English speakers by weeks waited: {chances}"
    early = sum(times for weeks, times in found.again.items() if weeks < plan.repeat_weeks)
    yield f"- the same two again: {found.again.total():,}, of which {early} within {plan.repeat_weeks} weeks"
    yield f"- farthest from the best: {max(week.gap for week in found.weeks):.4%}"
    yield f"- on the last day waiting eight weeks or longer: {found.never}"
