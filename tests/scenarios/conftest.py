"""The stage, once for each platform."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.kit.fake import PLAIN, RICH
from tests.kit.stage import Stage
from tests.kit.stages.fake import fake_stage


@pytest.fixture(params=["fake-rich", "fake-plain"])
async def stage(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncGenerator[Stage]:
    """The whole bot on a platform, once for each."""
    match request.param:
        case "fake-plain":
            opening = fake_stage(tmp_path, PLAIN, name="fake-plain")
        case _:
            opening = fake_stage(tmp_path, RICH, name="fake-rich")
    async with opening as opened:
        yield opened
