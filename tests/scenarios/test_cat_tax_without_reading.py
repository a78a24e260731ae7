"""Discord without the message-content intent: nothing is judged by messages, and everybody can pay all the same."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.kit.pictures import CAT, DOT
from tests.kit.stage import GENERAL, INTRODUCTIONS, expect
from tests.kit.stages.discord import DiscordStage, discord_stage
from tests.scenarios.steps import ASKS, SHARES, questions, receipts


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncGenerator[DiscordStage]:
    """Discord, whose messages the bot may not read."""
    async with discord_stage(tmp_path, message_content=False) as opened:
        yield opened


async def test_newcomers_are_invited_on_joining_and_nothing_they_write_is_judged(stage: DiscordStage) -> None:
    bo, ana = await stage.member("Bo"), await stage.newcomer("Ana")
    invitation = await expect(stage, bo).sees("Welcome, ", "Ana", ASKS, "/cat")
    assert invitation.chat == str(stage.channels[INTRODUCTIONS].id)
    assert invitation.pinged == ()
    assert invitation.silent
    await ana.says("Hello, I am Ana from Sevilla")
    await ana.sends(CAT)
    await ana.sends(DOT, "#intro")
    await stage.settled()
    assert len(questions(ana)) == 1
    assert receipts(ana) == []


async def test_they_pay_by_the_commands_attachment(stage: DiscordStage) -> None:
    ana = await stage.newcomer("Ana")
    await expect(stage, ana).sees(ASKS)
    await stage.settled()
    await ana.attaches("cat", CAT, chat=GENERAL)
    await expect(stage, ana).no_longer_sees(ASKS)
    await ana.finds(SHARES)


async def test_they_pay_by_the_form(stage: DiscordStage) -> None:
    ana = await stage.newcomer("Ana")
    await ana.presses("Pay now")
    await ana.fills(CAT)
    await expect(stage, ana).no_longer_sees(ASKS)
    await expect(stage, ana).sees("Receipt no. 1", "Ana")


async def test_what_is_no_cat_is_decided_by_members_keys(stage: DiscordStage) -> None:
    ana, bo, cy = await stage.newcomer("Ana"), await stage.member("Bo"), await stage.member("Cy")
    await expect(stage, ana).sees(ASKS)
    await stage.settled()
    await ana.attaches("cat", DOT, chat=INTRODUCTIONS)
    await ana.presses("It is a cat!")
    await stage.settled()
    await bo.presses("It is a cat! 0/2")
    await cy.presses("It is a cat! 1/2")
    await expect(stage, bo).sees("Receipt no. 1", "Ana")
    await expect(stage, bo).no_longer_sees(ASKS)


async def test_where_joining_is_not_told_either_the_command_says_how_and_pays(tmp_path: Path) -> None:
    async with discord_stage(tmp_path, message_content=False, members=False) as stage:
        ana = await stage.newcomer("Ana")
        await stage.settled()
        assert questions(ana) == []
        await ana.runs("cat")
        told = await expect(stage, ana).sees("Type /cat and add a picture")
        assert told.only_me
        await ana.attaches("cat", CAT)
        await ana.finds(SHARES)


async def test_a_hundred_who_join_at_once_are_invited_together_and_all_are_named(stage: DiscordStage) -> None:
    bo = await stage.member("Bo")
    people = [await stage.newcomer(f"Guest {number:03}") for number in range(100)]
    await stage.settled()
    for _ in range(5):
        await stage.whole.clock.move(12)
        await stage.settled()
    shown = questions(bo)
    assert len(shown) <= 16
    for one in people:
        assert sum(one.name in seen.text for seen in shown) == 1, one.name
    await people[99].presses("Pay now")
    await people[99].fills(CAT)
    await expect(stage, bo).sees("Receipt no. 1", "Guest 099")
