"""Who is asked and who is not, on each platform; in a Telegram group without topics, too."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.kit.pictures import CAT
from tests.kit.stage import GENERAL, Stage, expect
from tests.kit.stages.telegram import TelegramStage, telegram_stage
from tests.scenarios.steps import ASKS, SHARES, asked, questions


@pytest.fixture
async def group(tmp_path: Path) -> AsyncGenerator[TelegramStage]:
    """A Telegram group without topics."""
    async with telegram_stage(tmp_path, forum=False) as opened:
        yield opened


async def test_who_was_there_before_and_who_answers_somebody_is_not_asked(stage: Stage) -> None:
    bo, ana = await stage.member("Bo"), await stage.newcomer("Ana")
    said = await bo.says("I have been here for ages, and I still like it")
    await ana.says("Me too! I am Ana from Sevilla", to=said)
    await expect(stage, ana).does_not_see(ASKS)
    await ana.says("Hello, I am Ana from Sevilla")
    await expect(stage, ana).sees(ASKS)


async def test_a_tag_makes_an_introduction_anywhere_and_nobody_is_asked_twice(stage: Stage) -> None:
    ana = await stage.newcomer("Ana")
    await ana.says("#自我介绍 I am Ana from Sevilla", chat=GENERAL)
    await expect(stage, ana).sees(ASKS)
    await stage.settled()
    await ana.says("#intro And I forgot: I love maps", chat=GENERAL)
    await ana.says("Hello, I am Ana, once more")
    await stage.settled()
    assert len(questions(ana)) == 1


async def test_a_key_that_somebody_else_presses_does_nothing(stage: Stage) -> None:
    ana, bo = await asked(stage), await stage.member("Bo")
    await bo.starts()
    for label in ("Pay now", "I have no cat"):
        await bo.uses(await ana.finds(label))
        await stage.settled()
    await expect(stage, bo).sees("for somebody else")
    assert len(questions(ana)) == 1


async def test_in_a_group_without_topics_more_than_a_greeting_introduces(group: TelegramStage) -> None:
    old, ana = await group.member("Bo"), await group.newcomer("Ana")
    await old.says("I have been here for ages", chat=GENERAL)
    await ana.says("Hi everyone! 👋", chat=GENERAL)
    await expect(group, ana).does_not_see(ASKS)
    await ana.says("I am Ana, and I paint", chat=GENERAL)
    await expect(group, ana).sees(ASKS)
    await group.settled()
    await ana.sends(CAT, chat=GENERAL)
    await ana.finds(SHARES)
    await expect(group, ana).no_longer_sees(ASKS)


async def test_in_a_group_without_topics_a_lone_cat_pays(group: TelegramStage) -> None:
    ana = await group.newcomer("Ana")
    await ana.sends(CAT, chat=GENERAL)
    await ana.finds(SHARES)
    await expect(group, ana).does_not_see(ASKS)
