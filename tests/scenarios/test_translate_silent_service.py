"""A service of one's own that says nothing for half a minute, seen from a chat that it translates for."""

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path

import pytest

from bot.adapters.playground.limits import Side
from tests.kit.fake import PLAIN, RICH
from tests.kit.stage import GENERAL, PRIVATE, Stage, expect
from tests.kit.stages.discord import discord_stage
from tests.kit.stages.fake import fake_stage
from tests.kit.stages.playground import playground_stage
from tests.kit.stages.telegram import telegram_stage
from tests.scenarios.steps import admin_of
from tests.twins.translation.libretranslate import LibreTranslateTwin

STAGES: dict[str, Callable[..., AbstractAsyncContextManager[Stage]]] = {
    "fake-rich": partial(fake_stage, able=RICH, name="fake-rich"),
    "fake-plain": partial(fake_stage, able=PLAIN, name="fake-plain"),
    "playground-left": partial(playground_stage, side=Side.LEFT),
    "playground-right": partial(playground_stage, side=Side.RIGHT),
    "discord": discord_stage,
    "telegram": telegram_stage,
}
SILENCE = 30.0
"""Seconds."""


@pytest.fixture
async def service() -> AsyncGenerator[LibreTranslateTwin]:
    async with LibreTranslateTwin() as twin:
        yield twin


@pytest.fixture(params=list(STAGES))
async def stage(request: pytest.FixtureRequest, tmp_path: Path, service: LibreTranslateTwin) -> AsyncGenerator[Stage]:
    name: str = request.param
    # Pauses are waited for: the guards of the services keep time by the same clock.
    async with STAGES[name](tmp_path, translators="libretranslate", libretranslate_url=service.address) as opened:
        yield opened


async def test_thirty_seconds_of_silence_hold_nobody_up(stage: Stage, service: LibreTranslateTwin) -> None:
    admin = await admin_of(stage)
    await admin.runs("translate", "here en es under", chat=GENERAL)
    await stage.settled()
    maria, tom = await stage.member("María", "es"), await stage.member("Tom", "en")
    await tom.starts()
    service.stalled = True
    asked = len(service.asked)
    await maria.says("¿Dónde está el gato?", chat=GENERAL)
    await service.until_asked(asked + 1)
    # Whoever writes and asks meanwhile is answered.
    await tom.runs("help", chat=PRIVATE)
    await expect(stage, tom).sees("/translate")
    await stage.whole.clock.move(SILENCE)
    await stage.settled()
    await expect(stage, tom).sees("I keep trying")
    await expect(stage, tom).does_not_see("Where is the cat?")
    await service.go_on()
    await maria.says("Nos vemos mañana en la estación.", chat=GENERAL)
    await expect(stage, tom).sees("See you tomorrow at the station.")
