"""The command line of the benchmark: ``python -m bench --help``."""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.cats.command import main as cats
from bench.load import Side
from bench.matching.command import main as matching
from bench.mirror.command import main as mirror
from bench.rounds import Plan, measured
from bench.rows import MEANINGS, Findings, Row
from bench.table import as_json, machine, meanings, table

_FULL = Plan(tuple(Row), rounds=7, warming=1_000, messages=10_000, long=100_000)
_QUICK = Plan(tuple(Row), rounds=3, warming=500, messages=3_000, long=20_000)


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    rows = "; ".join(f"{row}: {meaning}" for row, meaning in MEANINGS.items())
    parser = argparse.ArgumentParser(
        prog="python -m bot bench",
        description="Measures the bot against a bare discord.py client and a bare python-telegram-bot application, on "
        "the same load from the same server in one run, each in a process of its own, taking turns. " + rows + ".",
        epilog="`python -m bot bench cats` measures the cat tax, `python -m bot bench mirror` bridges and translating, "
        "`python -m bot bench matching` rounds of matching; their own --help says more.",
    )
    parser.add_argument("--quick", action="store_true", help="fewer messages and rounds: a first look")
    parser.add_argument("--only", action="append", type=Row, choices=list(Row), help="a row; may be given again")
    parser.add_argument("--platform", action="append", type=Side, choices=list(Side), help="a platform, likewise")
    parser.add_argument("--rounds", type=int, help="lives of each that are counted")
    parser.add_argument("--messages", type=int, help="messages whose CPU is counted, in each life")
    parser.add_argument("--long", type=int, help="messages of the long flood")
    parser.add_argument("--rest", type=float, help="seconds of rest before memory is read")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write everything that was found there")
    return parser.parse_args(given)


def _plan(chosen: argparse.Namespace) -> Plan:
    usual = _QUICK if chosen.quick else _FULL
    messages: int = chosen.messages or usual.messages
    return Plan(
        rows=tuple(chosen.only or Row),
        rounds=chosen.rounds or usual.rounds,
        warming=min(usual.warming, messages),
        messages=messages,
        long=chosen.long or usual.long,
        rest=usual.rest if chosen.rest is None else chosen.rest,
    )


async def _run(sides: Sequence[Side], plan: Plan) -> list[Findings]:
    found: list[Findings] = []
    with tempfile.TemporaryDirectory(prefix="cattax-bench-") as name:
        for side in sides:
            folder = Path(name) / side
            folder.mkdir()
            found.append(await measured(side, plan, folder, _tell))
    return found


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _tell(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


def main(given: Sequence[str] | None = None) -> None:
    """Measures and prints; what begins with ``cats``, ``matching`` or ``mirror`` is about those."""
    words = sys.argv[1:] if given is None else given
    other = {"cats": cats, "matching": matching, "mirror": mirror}.get(words[0]) if words else None
    if other is not None:
        other(words[1:], _say, _tell)
        return
    chosen = _arguments(words)
    plan = _plan(chosen)
    found = asyncio.run(_run(tuple(chosen.platform or Side), plan))
    for line in (machine(), "", *table(found), "", *meanings(plan)):
        _say(line)
    if chosen.json is not None:
        written: Path = chosen.json
        written.write_text(json.dumps(as_json(found, plan), indent=1) + "\n")


if __name__ == "__main__":
    main()
