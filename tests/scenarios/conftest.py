"""The stage, once for each platform."""

from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot.adapters.playground.limits import Side
from tests.kit.fake import PLAIN, RICH
from tests.kit.logs import plain_logs
from tests.kit.stage import Stage
from tests.kit.stages.discord import discord_stage
from tests.kit.stages.fake import fake_stage
from tests.kit.stages.playground import playground_stage
from tests.kit.stages.telegram import telegram_stage

STAGES: dict[str, Callable[[Path], AbstractAsyncContextManager[Stage]]] = {
    "fake-rich": lambda folder: fake_stage(folder, RICH, name="fake-rich"),
    "fake-plain": lambda folder: fake_stage(folder, PLAIN, name="fake-plain"),
    "playground-left": lambda folder: playground_stage(folder, Side.LEFT),
    "playground-right": lambda folder: playground_stage(folder, Side.RIGHT),
    "discord": discord_stage,
    "telegram": telegram_stage,
}


@pytest.fixture(autouse=True)
def written_plainly() -> None:
    """Failures are part of what is told here."""
    plain_logs()


@pytest.fixture(params=list(STAGES))
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncGenerator[Stage]:
    """The whole bot on a platform, once for each."""
    name: str = request.param
    async with STAGES[name](tmp_path) as opened:
        yield opened
