"""Every stage by its name."""

from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path
from typing import Protocol

from bot.adapters.playground.limits import Side
from bot.bootstrap import Declared
from bot.ports.translator import Translator
from tests.kit.fake import PLAIN, RICH
from tests.kit.stage import Stage
from tests.kit.stages.discord import discord_stage
from tests.kit.stages.fake import fake_stage
from tests.kit.stages.playground import playground_stage
from tests.kit.stages.telegram import telegram_stage


class Opens(Protocol):
    """Opens a stage in a folder, with all cogs that are found and the configured engines unless others are given."""

    def __call__(
        self, folder: Path, *, cogs: Declared | None = None, translator: Translator | None = None
    ) -> AbstractAsyncContextManager[Stage]: ...


STAGES: dict[str, Opens] = {
    "fake-rich": partial(fake_stage, able=RICH, name="fake-rich"),
    "fake-plain": partial(fake_stage, able=PLAIN, name="fake-plain"),
    "playground-left": partial(playground_stage, side=Side.LEFT),
    "playground-right": partial(playground_stage, side=Side.RIGHT),
    "discord": discord_stage,
    "telegram": telegram_stage,
}
