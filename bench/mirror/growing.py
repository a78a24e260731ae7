"""Many bridges, of which all but one are idle."""

import gc
import os
import time
from collections.abc import Sequence
from pathlib import Path

from bench.meter import Meter
from bench.mirror.bridges import keep
from bench.mirror.crossing import slow_service
from bench.mirror.house import Fakes, living, tie
from bench.mirror.plan import MirrorPlan
from bench.mirror.rows import MirrorFindings, MirrorRow
from bench.rows import MEGABYTE
from bot.bootstrap import App
from bot.clock import SystemClock

_UNTIED = [f"untied{number}" for number in range(500)]
"""Chats that nothing is tied to."""


async def measure(plan: MirrorPlan, folder: Path, findings: MirrorFindings) -> None:
    """Measures with the fewest, more and the most bridges, in turns, in one process."""
    fakes, counts = Fakes(SystemClock()), (plan.fewest, plan.more, plan.most)
    async with (
        slow_service() as address,
        living(folder, fakes.sides, platforms=fakes.platforms(), settings={"libretranslate_url": address}) as app,
    ):
        await fakes.listening()
        await fakes.crossed(0, min(100, plan.rush))
        gc.collect()
        resident, first = Meter(os.getpid()).read().resident, plan.rush
        for turn in range(plan.turns):
            there = 1
            for count in counts:
                await tie(app.services.db, fakes.sides, there, count, fakes.clock)
                there = max(there, count)
                loading = await _loaded(app)
                gc.collect()
                if not turn and count == plan.most:
                    more = (Meter(os.getpid()).read().resident - resident) / MEGABYTE
                    findings.add(MirrorRow.HELD, str(count), [more])
                findings.add(MirrorRow.LOAD, str(count), [loading])
                findings.add(MirrorRow.IDLE_CPU, str(count), [_idle(fakes, plan.idle)])
                await _busy(fakes, first, plan, findings, count)
                first += plan.rush
            await keep(app.services.db, plan.fewest)
            await _loaded(app)
        lowest, highest = str(plan.fewest), str(plan.most)
        for row, ratio in (
            (MirrorRow.IDLE_CPU, MirrorRow.IDLE_RATIO),
            (MirrorRow.BUSY_CPU, MirrorRow.BUSY_RATIO),
        ):
            of = findings.figures[row]
            findings.add(ratio, f"{highest} : {lowest}", _ratios(of[highest], of[lowest]))


def _ratios(high: Sequence[float], low: Sequence[float]) -> list[float]:
    return [one / other for one, other in zip(high, low, strict=True)]


async def _loaded(app: App) -> float:
    """Reads watches and routes, as at a start; says in how many milliseconds of this process's CPU."""
    began = time.process_time()
    await app.services.watches.load()
    await app.services.mirror.parts.routes.load()
    return (time.process_time() - began) * 1000


def _idle(fakes: Fakes, messages: int) -> float:
    """Microseconds of CPU in which an adapter knows that a message concerns nobody."""
    wants = fakes.intake.wants_message
    began = time.thread_time()
    for number in range(messages):
        wants("elsewhere", _UNTIED[number % len(_UNTIED)], None, "lounge", "person", "Good morning, cats", None)
    return (time.thread_time() - began) * 1_000_000 / messages


async def _busy(fakes: Fakes, first: int, plan: MirrorPlan, findings: MirrorFindings, count: int) -> None:
    before = time.process_time()
    crossed = await fakes.crossed(first, plan.rush)
    cpu = time.process_time() - before
    findings.add(MirrorRow.BUSY_CPU, str(count), [cpu * 1000 / plan.rush])
    findings.add(MirrorRow.BUSY_MOST, str(count), [crossed.a_second])
    findings.add(MirrorRow.LOST, f"{count} bridges", [crossed.lost])
