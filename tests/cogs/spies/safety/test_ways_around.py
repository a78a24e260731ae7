"""What is asked about in a message crosses by no other way either: contact data in a word, or in what a file says."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from bot.domain.languages import Language
from tests.cogs.spies.asking.kit import EN, QUESTION, ZH, answers, asks, spy, takes_part
from tests.cogs.spies.asking.kit import line_between as connected
from tests.cogs.spies.line.kit import OWN, Spy, line_between, moderated, sees, sees_no
from tests.kit.stage import GENERAL, PRIVATE, expect
from tests.kit.stages.fake import FakeStage, fake_stage
from tests.kit.translator import SpokenTranslator
from tests.scenarios.spying import opens_file


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """The platform that has everything, and a translator."""
    async with fake_stage(tmp_path, translator=SpokenTranslator(OWN)) as opened:
        yield opened


@pytest.mark.parametrize("word", ["@ana_1990 on telegram", "t.me/ana_1990"])
async def test_a_word_of_ones_own_is_no_address(stage: FakeStage, word: str) -> None:
    ana = Spy(stage, await stage.member("Xochitl"), "Whisker", Language.ENGLISH)
    bo = Spy(stage, await stage.member("Zhenzhen"), "Moonpaw", Language.SIMPLIFIED_CHINESE)
    for one in (ana, bo):
        await one.member.starts()
    await line_between(stage.whole, ana, bo)
    await ana.member.runs("line", chat=PRIVATE)
    await ana.member.presses("Moonpaw")
    await sees(ana, "You read it in")
    await ana.member.presses("Our own word")
    await ana.member.fills(word)
    await sees(ana, "not like a word for each other")
    await sees_no(bo, "ana_1990")
    await ana.member.presses("Our own word")
    await ana.member.fills("partner in crime")
    told = await sees(bo, "partner in crime")
    assert [label[0] for label in told.labels] == ["🚩", "🚫"]


@pytest.mark.parametrize("words", ["Write me: +34 600 123 456", "More of me on www.cats.example"])
async def test_what_a_file_says_leads_nobody_elsewhere(stage: FakeStage, words: str) -> None:
    ana, zhen = await spy(stage, "Ana", words=words), await spy(stage, "Zhenzhen", ZH, EN)
    await asks(stage, ana)
    asked = await expect(stage, zhen).sees(QUESTION)
    assert words not in asked.text


async def test_who_writes_so_into_their_file_is_told(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await opens_file(stage, ana, "English", "Chinese A2")
    await stage.whole.clock.move(60)
    await ana.presses("Interests")
    await stage.settled()
    await ana.fills("Cats", "Find me as @ana_1990")
    await expect(stage, ana).sees("aren't shown to whoever you ask", "@ana_1990")


async def test_who_is_reported_changes_no_words_and_is_not_brought_together_with_who_did_it(stage: FakeStage) -> None:
    moderator = await moderated(stage)
    ana, zhen = await spy(stage, "Ana"), await spy(stage, "Zhenzhen", ZH, EN, words="You cat thief")
    await asks(stage, zhen)
    await expect(stage, ana).sees(QUESTION.replace("Chinese", "English"))
    await takes_part(stage, zhen, ZH, EN, words="I like tea")
    await ana.presses("🚩")
    await ana.presses("Send")
    await ana.fills("They are rude")
    await sees(moderator, "Report 1", "You cat thief")
    await sees_no(moderator, "I like tea")
    await answers(stage, ana, "Yes")
    assert not await connected(stage.whole, ana, zhen)
    await ana.runs("spy", "find", chat=GENERAL)
    await expect(stage, ana).sees("Nobody")


async def test_reported_words_of_a_question_are_translated(stage: FakeStage) -> None:
    moderator = await moderated(stage)
    ana, zhen = await spy(stage, "Ana"), await spy(stage, "Zhenzhen", ZH, EN, words="猫在屋顶上睡觉")
    await asks(stage, zhen)
    await expect(stage, ana).sees(QUESTION.replace("Chinese", "English"))
    await ana.presses("🚩")
    await ana.presses("Send")
    await ana.fills("They are rude")
    await sees(moderator, "Report 1", "猫在屋顶上睡觉", "The cat sleeps on the roof")
