"""A run: lives of the bare library and of the bot in turn, each with the same load from the same server."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from bench.load import Load, Side, served
from bench.rows import MEGABYTE, Findings, Growth, Row
from bench.subjects import Living, Subject, living

SAMPLES = 10


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured.

    Attributes:
        rows: which.
        rounds: how many lives of each.
        warming: messages before those that count: a group seen for the first time is another matter.
        messages: messages whose CPU is counted.
        long: messages of the long flood.
        rest: seconds that a subject is left alone, at least, before its memory at rest is read.
    """

    rows: Collection[Row]
    rounds: int
    warming: int
    messages: int
    long: int
    rest: float = 4.0


async def measured(side: Side, plan: Plan, folder: Path, say: Callable[[str], None]) -> Findings:
    """Measures one platform.

    The first life of each is not counted: it makes the database, publishes commands, and fills the system's caches.
    """
    findings = Findings(side)
    async with served(side) as load:
        for subject in Subject:
            async with living(subject, load, folder) as life:
                await life.meter.at_rest()
        short = [row for row in plan.rows if row is not Row.GROWTH]
        for number in range(plan.rounds if short else 0):
            say(f"{side}: round {number + 1} of {plan.rounds}")
            for subject in tuple(Subject) if number % 2 == 0 else tuple(reversed(Subject)):
                async with living(subject, load, folder) as life:
                    await _one(life, subject, load, plan, findings)
        if Row.GROWTH in plan.rows:
            for subject in Subject:
                say(f"{side}: {plan.long:,} messages to {subject}")
                async with living(subject, load, folder) as life:
                    findings.growth[subject] = await _long(life, load, plan)
    return findings


async def _one(life: Living, subject: Subject, load: Load, plan: Plan, findings: Findings) -> None:
    if Row.START_TIME in plan.rows:
        findings.add(Row.START_TIME, subject, life.seconds)
    if Row.START_CPU in plan.rows:
        findings.add(Row.START_CPU, subject, life.start.cpu)
    if Row.MEMORY in plan.rows:
        resting = await life.meter.at_rest(plan.rest)
        findings.add(Row.MEMORY, subject, resting.resident / MEGABYTE)
    if Row.CPU in plan.rows:
        await life.meter.at_rest()
        await load.flood(plan.warming)
        before = await life.meter.at_rest()
        await load.flood(plan.messages)
        after = await life.meter.at_rest()
        findings.add(Row.CPU, subject, after.cpu - before.cpu)


async def _long(life: Living, load: Load, plan: Plan) -> Growth:
    await life.meter.at_rest(plan.rest)
    samples: list[tuple[int, int]] = []
    for number in range(SAMPLES):
        await load.flood(plan.long // SAMPLES)
        samples.append(((number + 1) * (plan.long // SAMPLES), (await life.meter.at_rest()).resident))
    return Growth(samples)
