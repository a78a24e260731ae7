"""Gateways that break: each on its own, started again with growing pauses; and what health and metrics say of them."""

from collections import deque
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from bot.adapters.discord import DiscordGateway
from bot.adapters.telegram.gateway import TelegramGateway
from bot.clock import SystemClock
from bot.core.stations import Station
from bot.domain.errors import GatewayRefused, Unreachable
from bot.domain.refs import Platform
from bot.platforms import Platforms
from bot.ports.gateway import Intake
from tests.kit.clock import START
from tests.kit.fake import FakeGateway
from tests.kit.fake_house import FakeMembers, FakePlaces
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.time import StageClock
from tests.kit.stages.whole import Whole, config_on, everything, migrated_copy

WELL, ILL = Platform("well"), Platform("ill")


@dataclass(slots=True)
class ScriptedGateway(FakeGateway):
    """A gateway whose runs end as it is told to.

    Attributes:
        ends: raised by the next runs, one after the other; when there are none left, it stays connected.
        runs: how often it was started.
    """

    called: Platform = WELL
    ends: deque[Exception | None] = field(default_factory=deque[Exception | None])
    runs: int = 0

    @property
    def platform(self) -> Platform:
        return self.called

    async def run(self, intake: Intake) -> None:
        self.runs += 1
        if not self.ends:
            await FakeGateway.run(self, intake)
        end = self.ends.popleft()
        if end is not None:
            raise end


@asynccontextmanager
async def pair(folder: Path, *ends: Exception | None) -> AsyncGenerator[tuple[Whole, ScriptedGateway, ScriptedGateway]]:
    """The whole bot with one gateway that is well and one whose runs end like this."""
    clock = StageClock(START)
    well, ill = ScriptedGateway(clock), ScriptedGateway(clock, called=ILL, ends=deque(ends))
    stations: Mapping[Platform, Station] = {
        one.platform: Station(one, FakeMembers(), FakePlaces()) for one in (well, ill)
    }
    whole = Whole(folder, clock, lambda: Platforms(stations), config_on(await migrated_copy(folder)), everything())
    try:
        await whole.start()
        await well.running.wait()
        yield whole, well, ill
    finally:
        await whole.stop()


async def _answer(whole: Whole, path: str) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as client:
        return await client.get(f"http://127.0.0.1:{whole.app.web.port}{path}")


@pytest.mark.parametrize(
    "end", [Unreachable("gone"), RuntimeError("a library's own"), None], ids=["unreachable", "bug", "just ended"]
)
async def test_a_gateway_that_ends_is_started_again_and_the_other_lives_on(
    tmp_path: Path, end: Exception | None
) -> None:
    async with pair(tmp_path, end, end, end) as (whole, well, ill):
        assert ill.runs == 1
        await whole.clock.move(0.5)
        assert ill.runs == 1, "not at once"
        await whole.clock.move(1)
        assert ill.runs == 2
        await whole.clock.move(0.8)
        assert ill.runs == 2, "each pause is longer than the last"
        await whole.clock.move(10)
        assert ill.runs == 4
        assert ill.running.is_set()
        assert well.runs == 1
        assert well.running.is_set()


async def test_a_gateway_that_is_refused_is_left_alone_and_the_other_lives_on(tmp_path: Path) -> None:
    async with pair(tmp_path, GatewayRefused("a wrong token")) as (whole, well, ill):
        await whole.clock.move(3_600)
        assert ill.runs == 1
        assert well.running.is_set()
        health = await _answer(whole, "/healthz")
        assert health.status_code == 503
        assert (await _answer(whole, "/livez")).status_code == 200


async def test_health_is_well_only_when_every_gateway_is_connected(tmp_path: Path) -> None:
    async with pair(tmp_path, Unreachable("gone")) as (whole, _, ill):
        assert (await _answer(whole, "/healthz")).status_code == 503
        await whole.clock.move(5)
        await ill.running.wait()
        assert (await _answer(whole, "/healthz")).status_code == 200
        metrics = (await _answer(whole, "/metrics")).text
        assert 'cattax_gateway_connected{platform="ill"} 1.0' in metrics
        assert 'cattax_gateway_connected{platform="well"} 1.0' in metrics


async def test_metrics_count_what_was_handled_and_what_failed(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.runs("hello")
    await ana.runs("trip")
    await stage.settled()
    metrics = (await _answer(stage.whole, "/metrics")).text
    assert 'cattax_handled_total{cog="probe",event="CommandInvoked"} 1.0' in metrics
    assert 'cattax_failed_total{cog="probe",event="CommandInvoked"} 1.0' in metrics
    assert "cattax_outbound_waiting 0.0" in metrics
    assert "Ana" not in metrics


async def test_a_configuration_with_both_tokens_makes_both_gateways(tmp_path: Path) -> None:
    config = config_on(
        f"sqlite+aiosqlite:///{tmp_path}/cattax.db",
        discord_token="a-token-of-discord",  # noqa: S106  # opens nothing
        telegram_token="1:a-token-of-telegram",  # noqa: S106  # opens nothing
    )
    platforms = Platforms.configured(config, SystemClock())
    kinds = {type(station.gateway) for station in platforms.stations.values()}
    assert kinds == {DiscordGateway, TelegramGateway}
