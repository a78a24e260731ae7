"""A service that stands still while messages come in: what waits is to wait in the database."""

import asyncio
import gc
import os
import time
from collections.abc import AsyncGenerator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from prometheus_client import CollectorRegistry

from bench.meter import Meter
from bench.mirror.house import Fakes, living
from bench.mirror.overhead import NOWHERE, SERVICE
from bench.mirror.plan import MirrorPlan
from bench.mirror.rows import MirrorFindings, MirrorRow
from bench.mirror.sentences import DIFFERENT, translated
from bench.rows import MEGABYTE
from bot.bootstrap import App
from bot.config import Config
from bot.domain.languages import Language
from bot.translation.configured import translator_of
from tests.kit.clock import START
from tests.kit.stages.time import StageClock

A_MINUTE = 20
"""Messages that Telegram lets into a group."""

_WARMING = 500
_TOGETHER = 50
"""Messages that come in at once; the next ones come when these are kept."""


class StillEngine:
    """Implements :class:`bot.translation.engine.Engine`: answers at once, or not at all until it is told to."""

    def __init__(self) -> None:
        self.service = SERVICE
        self.longest = 2_000
        self.answers = asyncio.Event()
        self.answers.set()

    def knows(self, source: Language, to: Language) -> bool:
        """Whatever there are sentences in."""
        return source is not to

    async def translate(self, text: str, source: Language, to: Language) -> str:
        """Translates."""
        await self.answers.wait()
        return translated(text, source, to)


@dataclass(frozen=True, slots=True)
class Standing:
    """The bot on the platforms in memory, by a clock that is moved, with an engine that can be stopped."""

    app: App
    fakes: Fakes
    clock: StageClock
    engine: StillEngine

    async def say(self, numbers: Iterable[int]) -> None:
        """Has lines said at once, and waits until the bot has kept them."""
        async with asyncio.TaskGroup() as group:
            for number in numbers:
                group.create_task(self.fakes.says(number))
        await self.app.lanes.idle()

    async def sent(self) -> None:
        """Lets time pass whenever the chat takes no more, until nothing is due."""
        right = self.fakes.right
        while self.app.lanes.waiting or self.app.services.mirror.at_work:
            if right.flooded_until > self.clock.monotonic():
                await self.clock.move(right.flooded_until - self.clock.monotonic())
            await asyncio.sleep(0.001)


@asynccontextmanager
async def standing(folder: Path) -> AsyncGenerator[Standing]:
    """Opens it."""
    clock = StageClock(START, instant=5.0)
    fakes, engine = Fakes(clock), StillEngine()
    config = Config.of({"LIBRETRANSLATE_URL": NOWHERE})
    translating = translator_of(config, clock, CollectorRegistry(), around=lambda _: engine)
    platforms = fakes.platforms()
    async with living(folder, fakes.sides, clock=clock, platforms=platforms, translator=translating.translator) as app:
        await fakes.listening()
        yield Standing(app, fakes, clock, engine)
    await translating.close()


async def measure(plan: MirrorPlan, folder: Path, findings: MirrorFindings) -> None:
    """Measures memory while the service stands still, and whether all arrives afterwards."""
    meter = Meter(os.getpid())
    async with standing(folder) as bot:
        warming = min(_WARMING, plan.stalled // 2)
        for first in range(0, warming, _TOGETHER):
            await bot.say(range(DIFFERENT - 1 - first, DIFFERENT - 1 - min(first + _TOGETHER, warming), -1))
        await bot.sent()
        bot.engine.answers.clear()
        gc.collect()
        before = most = meter.read().resident
        for first in range(0, plan.stalled, _TOGETHER):
            await bot.say(range(first, min(first + _TOGETHER, plan.stalled)))
            most = max(most, meter.read().resident)
        findings.add(MirrorRow.STALL_GROWTH, str(plan.stalled), [(most - before) / MEGABYTE])
        posts, bot.fakes.right.most_a_minute = len(bot.fakes.right.posts), A_MINUTE
        began = time.monotonic()
        bot.engine.answers.set()
        await bot.sent()
        lasted = time.monotonic() - began
        arrived = bot.fakes.arrived(posts)
        findings.add(MirrorRow.STALL_LOST, str(plan.stalled), [plan.stalled - len(set(arrived))])
        findings.add(MirrorRow.STALL_AFTER, str(plan.stalled), [len(arrived) / lasted])
