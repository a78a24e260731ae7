"""The whole bot with the probe, on the platform in memory."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.bot.core.flow.probe import TEXTS, Probe
from tests.kit.fake import PLAIN, RICH
from tests.kit.logs import plain_logs
from tests.kit.stages.fake import FakeStage, fake_stage
from tests.kit.stages.whole import with_cogs


@pytest.fixture(autouse=True)
def written_plainly() -> None:
    """Failures are what is tested here."""
    plain_logs()


@pytest.fixture
def probe() -> Probe:
    """The probe."""
    return Probe()


@pytest.fixture
async def stage(probe: Probe, tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """Where everything can be done; the test moves the time."""
    cogs = with_cogs(probe.cog, texts={"probe": TEXTS})
    async with fake_stage(tmp_path, RICH, cogs=cogs, instant=0) as opened:
        yield opened


@pytest.fixture
async def plain(probe: Probe, tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """Where there are only keyboards, notices and questions one after the other."""
    cogs = with_cogs(probe.cog, texts={"probe": TEXTS})
    async with fake_stage(tmp_path, PLAIN, cogs=cogs, instant=0) as opened:
        yield opened


@pytest.fixture
async def hurried(probe: Probe, tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """Where a handler's time limit is half a second."""
    cogs = with_cogs(probe.cog, texts={"probe": TEXTS})
    async with fake_stage(tmp_path, RICH, cogs=cogs, instant=0, handler_seconds=0.5) as opened:
        yield opened
