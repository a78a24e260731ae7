"""The stage, once for each platform."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from bot.ports.translator import Translator
from tests.kit.logs import plain_logs
from tests.kit.stage import Stage
from tests.kit.stages.opening import STAGES
from tests.kit.stages.pairs import PAIRS, Pair


@pytest.fixture(autouse=True)
def written_plainly() -> None:
    """Failures are part of what is told here."""
    plain_logs()


@pytest.fixture
def translator() -> Translator | None:
    """Who translates; a module that wants somebody else says so."""
    return None


@pytest.fixture(params=list(STAGES))
async def stage(request: pytest.FixtureRequest, tmp_path: Path, translator: Translator | None) -> AsyncGenerator[Stage]:
    """The whole bot on a platform, once for each."""
    name: str = request.param
    async with STAGES[name](tmp_path, translator=translator) as opened:
        yield opened


@pytest.fixture(params=list(PAIRS))
async def pair(request: pytest.FixtureRequest, tmp_path: Path, translator: Translator | None) -> AsyncGenerator[Pair]:
    """The whole bot on two platforms at once, once for each pair of them."""
    name: str = request.param
    async with PAIRS[name](tmp_path, translator=translator) as opened:
        yield opened
