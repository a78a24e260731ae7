"""A mission on a real line: the same on every platform, between two of them, and with the language clock."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.access import Access
from bot.domain.languages import Language
from cogs.spies.settings import DESK
from tests.cogs.missions.kit import cards, question
from tests.cogs.spies.line.kit import OWN, Spy, context, line_between, says, sees, sees_no, two
from tests.kit.stage import PRIVATE, Stage, expect
from tests.kit.stages.opening import STAGES
from tests.kit.stages.pairs import PAIRS, Pair
from tests.kit.stages.whole import Whole
from tests.kit.translator import SpokenTranslator
from tests.scenarios.safe_spying import closed_chat


@pytest.fixture
def translator() -> SpokenTranslator:
    """Who translates."""
    return SpokenTranslator(OWN)


@dataclass(frozen=True, slots=True)
class Line:
    """Two on a line: she reads English, he reads Chinese."""

    whole: Whole
    ana: Spy
    bo: Spy

    async def settled(self) -> None:
        """Waits for both sides."""
        for spy in (self.ana, self.bo, self.ana):
            await spy.stage.settled()

    async def waits(self, **time: float) -> None:
        """Time passes."""
        await self.whole.clock.move(timedelta(**time))
        await self.settled()

    async def presses(self, spy: Spy, *keys: str) -> None:
        """Presses keys one after the other, nobody too fast."""
        for key in keys:
            await self.waits(seconds=30)
            await spy.member.presses(key)
            await self.settled()

    async def answers(self, spy: Spy, words: str) -> None:
        """Answers the card."""
        await self.presses(spy, "✍️")
        await spy.member.fills(words)
        await self.settled()

    async def draws(self, spy: Spy) -> None:
        """Draws a card in private."""
        await self.waits(seconds=30)
        await spy.member.runs("mission", chat=PRIVATE)
        await self.settled()


def lies(spy: Spy) -> str:
    """What the one card asks that somebody sees."""
    (card,) = cards(spy.member)
    return question(card)


@pytest.fixture(params=list(PAIRS))
async def between(request: pytest.FixtureRequest, tmp_path: Path, translator: SpokenTranslator) -> AsyncGenerator[Line]:
    """A line between two platforms."""
    name: str = request.param
    async with PAIRS[name](tmp_path, translator=translator) as opened:
        yield await _line_of(opened)


async def _line_of(opened: Pair) -> Line:
    await opened.binds()
    ana, bo = await two(opened)
    await line_between(opened.whole, ana, bo)
    line = Line(opened.whole, ana, bo)
    await line.settled()
    return line


@pytest.fixture(params=list(STAGES))
async def line(request: pytest.FixtureRequest, tmp_path: Path, translator: SpokenTranslator) -> AsyncGenerator[Line]:
    """A line on one platform, in both private chats."""
    name: str = request.param
    async with STAGES[name](tmp_path, translator=translator) as stage:
        ana = await _spy(stage, "Xochitl", "Whisker", "en", Language.ENGLISH)
        bo = await _spy(stage, "Zhenzhen", "Moonpaw", "zh-CN", Language.SIMPLIFIED_CHINESE)
        await line_between(stage.whole, ana, bo)
        yield Line(stage.whole, ana, bo)


async def _spy(stage: Stage, name: str, codename: str, language: str, reads: Language) -> Spy:
    member = await stage.member(name, language)
    await member.starts()
    await stage.settled()
    return Spy(stage, member, codename, reads)


async def test_both_answer_and_then_both_see(between: Line) -> None:
    ana, bo = between.ana, between.bo
    await between.draws(ana)
    await between.presses(bo, "🔀")
    await between.answers(ana, "Good morning")
    await sees(ana, "You have answered. Waiting for Moonpaw")
    await sees(bo, "Whisker答好了")
    await sees_no(bo, "Good morning")
    await between.answers(bo, "明天见")
    await sees(ana, "Unlocked!", "Moonpaw:", "See you tomorrow", "明天见")
    await sees(bo, "揭晓！", "Whisker：", "早上好", "Good morning")
    for spy in (ana, bo):
        await sees_no(spy, "Xochitl" if spy is bo else "Zhenzhen")


async def test_an_answer_can_be_reported_by_a_key_under_it(between: Line) -> None:
    ana, bo = between.ana, between.bo
    moderator = await ana.stage.member("Imani", access=Access.ADMIN)
    community = await between.whole.app.services.communities.of_space(ana.stage.space)
    here = context(between.whole, community)
    await here.change(DESK, await here.keep_place(await closed_chat(ana.stage)))
    await between.draws(ana)
    await between.answers(ana, "Good morning")
    await between.answers(bo, "猫在屋顶上睡觉")
    told = await sees(ana, "Unlocked!")
    assert [label[0] for label in told.labels] == ["🃏", "🚩", "🚫"]
    await between.presses(ana, "🚩", "猫在屋顶上睡觉")
    await sees(ana, "A report about Moonpaw", "猫在屋顶上睡觉")
    await between.presses(ana, "Send")
    await ana.member.fills("Rude")
    card = await expect(ana.stage, moderator).sees("Report 1", "猫在屋顶上睡觉", "The cat sleeps on the roof", "Rude")
    assert "Good morning" not in card.text


async def test_a_clock_counts_what_is_really_said_on_the_line(between: Line) -> None:
    ana, bo = between.ana, between.bo
    await says(ana, "Where is my cat?")  # before it runs
    await between.draws(ana)
    await between.presses(ana, "⏳", "English, then Chinese", "10 minutes")
    await between.presses(bo, "来")
    await sees(ana, "English for 10 minutes")
    await sees(bo, "英语 10 分钟")
    await says(ana, "Good morning")
    await says(bo, "Thank you")
    await between.waits(minutes=10)
    await sees(bo, "换！", "中文 10 分钟")
    await says(bo, "明天见")
    await between.waits(minutes=10)
    told = await sees(ana, "Time!")
    assert "English\n• you: 11 letters (58 %)\n• Moonpaw: 8 letters (42 %)" in told.text.replace("\n\n", "\n")
    assert "Chinese\n• Moonpaw: 3 letters (100 %)" in told.text.replace("\n\n", "\n")
    await sees(bo, "时间到！", "Whisker：11", "你：8")


async def test_a_card_is_dealt_swapped_and_answered_on_every_platform(line: Line) -> None:
    ana, bo = line.ana, line.bo
    await line.draws(ana)
    assert lies(ana) != lies(bo)
    before = lies(ana)
    await line.presses(ana, "🔀")
    assert lies(ana) != before
    assert lies(ana) in cards(bo.member)[0].text
    await line.answers(bo, "猫在屋顶上睡觉")
    await line.answers(ana, "Thank you")
    await sees(ana, "Unlocked!", "Moonpaw:", "The cat sleeps on the roof")
    await sees(bo, "揭晓！", "谢谢")


async def test_what_can_be_chosen_is_reached_from_the_card(line: Line) -> None:
    ana, bo = line.ana, line.bo
    await line.draws(bo)
    await line.presses(ana, "⚙️", "Topics", "✅ Money")
    await sees(ana, "Topics.", "Tap what you would rather leave out")
    assert any(key.label == "➖ Money" for key in ana.member.choices())
    await line.presses(ana, "Back", "How near", "Yes to sensitive")
    await sees(ana, "sensitive: you said yes")
    await line.presses(bo, "⚙️", "聊多深", "可以聊敏感")
    await sees(ana, "You all said yes: sensitive cards")
    await sees(bo, "大家都点头了")


async def test_when_a_line_ends_its_cards_say_so(line: Line) -> None:
    ana, bo = line.ana, line.bo
    await line.draws(ana)
    swap = await bo.member.finds("🔀")
    await line.presses(ana, "Goodbye")
    await bo.member.uses(swap)
    await line.settled()
    await sees(bo, "这张卡已经翻篇了")
