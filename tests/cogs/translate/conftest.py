"""The whole bot on the platform in memory, with a phrase book."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.kit.fake import PLAIN, RICH
from tests.kit.stages.fake import FakeStage, fake_stage
from tests.kit.translator import SpokenTranslator
from tests.scenarios.translating import reads_aloud


@pytest.fixture
def translator() -> SpokenTranslator:
    """With a phrase book."""
    return SpokenTranslator()


@pytest.fixture(params=["rich", "plain"])
async def stage(
    request: pytest.FixtureRequest, tmp_path: Path, translator: SpokenTranslator, monkeypatch: pytest.MonkeyPatch
) -> AsyncGenerator[FakeStage]:
    """The whole bot."""
    reads_aloud(monkeypatch)
    able = RICH if request.param == "rich" else PLAIN
    async with fake_stage(tmp_path, able, name=f"fake-{request.param}", translator=translator) as opened:
        yield opened
