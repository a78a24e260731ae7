"""The bot with missions, on lines of the tests' own, rich and plain."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.cogs.missions.kit import Wires, own_translator
from tests.kit.fake import PLAIN, RICH
from tests.kit.stages.fake import FakeStage, fake_stage
from tests.kit.translator import SpokenTranslator


@pytest.fixture
def wires() -> Wires:
    """The lines there are."""
    return Wires()


@pytest.fixture
def translator() -> SpokenTranslator:
    """Who translates."""
    return own_translator()


@pytest.fixture(params=["rich", "plain"])
async def stage(
    request: pytest.FixtureRequest, wires: Wires, translator: SpokenTranslator, tmp_path: Path
) -> AsyncGenerator[FakeStage]:
    """The whole bot, once with everything that a platform can do and once with keyboards and notices only."""
    able = RICH if request.param == "rich" else PLAIN
    name = f"fake-{request.param}"
    async with fake_stage(tmp_path, able, name=name, cogs=wires.declared, translator=translator) as opened:
        yield opened
