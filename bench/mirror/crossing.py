"""One bridge: how long messages take across it, and how many it takes."""

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import cast

from bench.cats.watched import Watch
from bench.load import Load, served
from bench.load import Side as Platform
from bench.mirror.bridges import Side
from bench.mirror.house import Fakes, living
from bench.mirror.pace import Crossed, late, middle
from bench.mirror.plan import A_SECOND, SERVICE_SECONDS, MirrorPlan
from bench.mirror.rows import MirrorFindings, MirrorRow
from bench.mirror.sentences import EN, ES
from bot.adapters.discord import PLATFORM as DISCORD
from bot.adapters.telegram.names import PLATFORM as TELEGRAM
from bot.clock import SystemClock
from bot.domain.refs import ChatRef, SpaceRef

FAKES, TWINS = "fakes", "twins"

_WARMING = 40
"""Lines that are not counted."""

Cross = Callable[[int, int, float | None], Awaitable[Crossed]]
"""Has lines cross: the first's number, how many, how many a second (None: at once)."""


@asynccontextmanager
async def slow_service() -> AsyncGenerator[str]:
    """The address of a translation service that takes its time."""
    async with served(Platform.DISCORD, "bench.mirror.service", str(SERVICE_SECONDS)) as service:
        yield service["address"]


async def measure(kind: str, plan: MirrorPlan, folder: Path, findings: MirrorFindings) -> None:
    """Measures an even pace, then a rush.

    Args:
        kind: :data:`FAKES` or :data:`TWINS`.
    """
    async with _road(kind, folder) as cross:
        await cross(0, min(_WARMING, plan.rush), None)
        watch = Watch(asyncio.get_running_loop())
        watch.begin()
        even = await cross(1_000, plan.paced, A_SECOND)
        before = time.process_time()
        rush = await cross(5_000, plan.rush, None)
        cpu = time.process_time() - before
        findings.add(MirrorRow.CROSS_MEDIAN, kind, [middle(even.milliseconds)])
        findings.add(MirrorRow.CROSS_LATE, kind, [late(even.milliseconds)])
        findings.add(MirrorRow.CROSS_CPU, kind, [cpu * 1000 / plan.rush])
        findings.add(MirrorRow.CROSS_MOST, kind, [rush.a_second])
        findings.add(MirrorRow.CROSS_STILL, kind, [max((stood for _, stood in watch.noted), default=0.0) * 1000])
        findings.add(MirrorRow.LOST, kind, [even.lost + rush.lost])


@asynccontextmanager
async def _road(kind: str, folder: Path) -> AsyncGenerator[Cross]:
    async with AsyncExitStack() as stack:
        address = await stack.enter_async_context(slow_service())
        if kind == FAKES:
            fakes = Fakes(SystemClock())
            await stack.enter_async_context(
                living(folder, fakes.sides, platforms=fakes.platforms(), settings={"libretranslate_url": address})
            )
            await fakes.listening()
            yield fakes.crossed
        else:
            crowd = await stack.enter_async_context(served(Platform.DISCORD, "bench.mirror.crowd"))
            await stack.enter_async_context(_on_twins(crowd, folder, address))
            yield lambda first, count, rate: _told(crowd, first, count, rate)


@asynccontextmanager
async def _on_twins(crowd: Load, folder: Path, address: str) -> AsyncGenerator[None]:
    here = Side(SpaceRef(DISCORD, crowd["guild"]), ChatRef(DISCORD, crowd["channel"]), EN)
    there = Side(SpaceRef(TELEGRAM, crowd["group"]), ChatRef(TELEGRAM, crowd["group"]), ES)
    names = ("discord_token", "discord_api_base", "telegram_token", "telegram_api_base")
    settings = {name: crowd[name] for name in names}
    async with living(folder, (here, there), settings=settings | {"libretranslate_url": address}):
        await crowd.ask({"do": "connected"})
        yield


async def _told(crowd: Load, first: int, count: int, rate: float | None) -> Crossed:
    told = await crowd.ask({"do": "say", "first": first, "lines": count, "rate": rate or 0})
    milliseconds = cast("list[float]", told["milliseconds"])
    return Crossed(milliseconds, int(str(told["lost"])), float(str(told["seconds"])))
