"""The whole bot on the platform in memory, rich and plain."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.kit.fake import PLAIN, RICH
from tests.kit.stages.fake import FakeStage, fake_stage


@pytest.fixture(params=["rich", "plain"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """The whole bot, once with everything that a platform can do and once with keyboards and notices only."""
    able = RICH if request.param == "rich" else PLAIN
    async with fake_stage(tmp_path, able, name=f"fake-{request.param}") as opened:
        yield opened
