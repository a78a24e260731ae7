"""What goes wrong on Discord: rights that lack, refusals, garbage, and a lost gateway."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.kit.patience import PATIENCE
from tests.kit.stage import INTRODUCTIONS, expect
from tests.kit.stages.discord import DiscordStage, discord_stage
from tests.kit.stages.discord_member import DiscordMember

SPY = "Show me your cat"


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncGenerator[DiscordStage]:
    """Discord, where short pauses are over at once."""
    async with discord_stage(tmp_path, instant=10) as opened:
        yield opened


def _asked(member: DiscordMember) -> int:
    return sum(SPY in seen.text for seen in member.visible())


async def _introduced(stage: DiscordStage, name: str) -> DiscordMember:
    member = await stage.newcomer(name)
    await member.says(f"Hello, I am {name} from Ohio")
    return member


async def test_without_the_right_to_write_it_is_silent_and_goes_on_later(stage: DiscordStage) -> None:
    channel = stage.channels[INTRODUCTIONS]
    stage.guild.overwrite(channel, stage.guild.bot_role, deny=["send_messages"])
    ana = await _introduced(stage, "Ana")
    await expect(stage, ana).does_not_see(SPY)
    stage.guild.overwrite(channel, stage.guild.bot_role)
    bo = await _introduced(stage, "Bo")
    await expect(stage, bo).sees(SPY)


async def test_without_the_right_to_upload_the_spy_asks_in_words(stage: DiscordStage) -> None:
    stage.guild.overwrite(stage.channels[INTRODUCTIONS], stage.guild.bot_role, deny=["attach_files"])
    ana = await _introduced(stage, "Ana")
    asked = await expect(stage, ana).sees(SPY)
    assert asked.pictures == 0


async def test_what_it_may_not_read_it_does_not_judge(stage: DiscordStage) -> None:
    stage.guild.overwrite(stage.channels[INTRODUCTIONS], stage.guild.bot_role, deny=["view_channel"])
    ana = await _introduced(stage, "Ana")
    await expect(stage, ana).does_not_see(SPY)


async def test_refusals_garbage_and_floods_are_waited_out_and_nothing_is_said_twice(stage: DiscordStage) -> None:
    messages = "/channels/*/messages"
    stage.twin.faults.fail("POST", messages, 429, times=2, retry_after=0.01)
    stage.twin.faults.fail("POST", messages, 500)
    stage.twin.faults.fail("POST", messages, 502, after_effect=True)
    ana = await _introduced(stage, "Ana")
    await expect(stage, ana).sees(SPY)
    await stage.settled()
    assert _asked(ana) == 1


async def test_a_lost_gateway_is_resumed_and_nothing_is_missed_or_handled_twice(stage: DiscordStage) -> None:
    stage.twin.gateway.drop(resumable=True)
    ana = await _introduced(stage, "Ana")
    await expect(stage, ana).sees(SPY)
    await stage.settled()
    assert _asked(ana) == 1


async def test_what_was_said_during_a_failed_resume_is_read_back(stage: DiscordStage) -> None:
    first = await _introduced(stage, "Ana")
    await expect(stage, first).sees(SPY)
    await stage.settled()
    stage.twin.gateway.drop(resumable=False)
    bo = await _introduced(stage, "Bo")
    await stage.twin.until(lambda: _asked(bo) == 2, PATIENCE)
    await stage.settled()
    assert _asked(bo) == 2, "one for each, and none twice"


async def test_garbage_from_the_gateway_costs_a_connection_and_nothing_else(stage: DiscordStage) -> None:
    first = await _introduced(stage, "Ana")
    await expect(stage, first).sees(SPY)
    await stage.settled()
    stage.twin.gateway.send_garbage()
    bo = await _introduced(stage, "Bo")
    await stage.twin.until(lambda: _asked(bo) == 2, PATIENCE)
