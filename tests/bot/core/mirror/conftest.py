"""The whole bot on two platforms at once, with a cog that ties chats as a test says."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.bot.core.mirror.repeater import TEXTS, Repeater
from tests.kit.logs import plain_logs
from tests.kit.stages.pairs import PAIRS, Pair
from tests.kit.stages.whole import with_cogs
from tests.kit.translator import SpokenTranslator


@pytest.fixture(autouse=True)
def written_plainly() -> None:
    """Failures are what is tested here."""
    plain_logs()


@pytest.fixture
def repeater() -> Repeater:
    """The cog."""
    return Repeater()


@pytest.fixture
def translator() -> SpokenTranslator:
    """Who translates."""
    return SpokenTranslator()


@pytest.fixture(params=list(PAIRS))
async def pair(
    request: pytest.FixtureRequest, tmp_path: Path, repeater: Repeater, translator: SpokenTranslator
) -> AsyncGenerator[Pair]:
    """The fakes, both twins, both sides of the playground."""
    name: str = request.param
    cogs = with_cogs(repeater.cog, texts={"repeater": TEXTS})
    async with PAIRS[name](tmp_path, cogs=cogs, translator=translator) as opened:
        yield opened
