"""What is printed and written down."""

import os
import platform
from collections.abc import Iterator, Sequence
from importlib.metadata import version

from bench.load import Side
from bench.rounds import Plan
from bench.rows import GOALS, GROWTH_NOISE, MEANINGS, UNITS, Findings, Row
from bench.subjects import Subject

_LIBRARIES = {Side.DISCORD: "discord.py", Side.TELEGRAM: "python-telegram-bot"}


def machine() -> str:
    """Where it was measured, in general words."""
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES.values())
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, {libraries}"


def table(all_findings: Sequence[Findings]) -> Iterator[str]:
    """The table, ratios first, as Markdown."""
    yield "| row | platform | ours : bare (lowest - highest) | goal | met | bare | ours |"
    yield "|---|---|---|---|---|---|---|"
    for row in Row:
        for findings in all_findings:
            yield from _growth(findings) if row is Row.GROWTH else _ratio(row, findings)


def _ratio(row: Row, findings: Findings) -> Iterator[str]:
    found = findings.ratio(row)
    if found is None:
        return
    goal, unit = GOALS[row], UNITS[row]
    spread = f"**{found.median:.2f}** ({min(found.ratios):.2f} - {max(found.ratios):.2f})"
    met = "yes" if found.median <= goal else "no"
    absolute = f"{found.bare:.2f} {unit} | {found.ours:.2f} {unit}"
    yield f"| {row} | {findings.side} | {spread} | {goal} | {met} | {absolute} |"


def _growth(findings: Findings) -> Iterator[str]:
    if not findings.growth:
        return
    bare, ours = (findings.growth[subject].slope for subject in (Subject.BARE, Subject.OURS))
    met = "yes" if ours <= GROWTH_NOISE else "no"
    unit = UNITS[Row.GROWTH]
    yield f"| {Row.GROWTH} | {findings.side} | a slope | {GROWTH_NOISE} {unit} | {met} | {bare:+.2f} {unit} |" + (
        f" {ours:+.2f} {unit} |"
    )


def meanings(plan: Plan) -> Iterator[str]:
    """What each measured row means."""
    for row in Row:
        if row in plan.rows:
            yield f"- {row}: {MEANINGS[row]}"
    yield (
        f"Medians of {plan.rounds} rounds; a round is one life of each, with {plan.messages:,} messages counted after "
        f"{plan.warming:,} that are not. The long flood has {plan.long:,}."
    )


def as_json(all_findings: Sequence[Findings], plan: Plan) -> dict[str, object]:
    """Everything that was found, for machines."""
    return {
        "machine": machine(),
        "rounds": plan.rounds,
        "messages": plan.messages,
        "long": plan.long,
        "platforms": {str(findings.side): _one(findings) for findings in all_findings},
    }


def _one(findings: Findings) -> dict[str, object]:
    rows: dict[str, object] = {}
    for row in Row:
        found = findings.ratio(row)
        if found is not None:
            rows[row] = {
                "unit": UNITS[row],
                "median": found.median,
                "ratios": list(found.ratios),
                "goal": GOALS[row],
                **{str(subject): findings.figures[row, subject] for subject in Subject},
            }
    if findings.growth:
        rows[Row.GROWTH] = {
            "unit": "MB for 100,000 messages",
            "goal": GROWTH_NOISE,
            **{
                str(subject): {"slope": grown.slope, "samples": [list(sample) for sample in grown.samples]}
                for subject, grown in findings.growth.items()
            },
        }
    return rows
