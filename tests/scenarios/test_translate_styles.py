"""The styles of a translated chat, each the same on every stage."""

from datetime import timedelta

import pytest

from bot.domain.languages import Language
from tests.kit.stage import GENERAL, Stage, expect
from tests.kit.translator import SpokenTranslator
from tests.scenarios.steps import admin_of
from tests.scenarios.translating import flags, gathered, sent_out, translated_here, walks_into


@pytest.fixture
def translator() -> SpokenTranslator:
    """With a phrase book."""
    return SpokenTranslator()


async def test_what_is_collected_becomes_one_message_with_names(stage: Stage) -> None:
    await translated_here(stage, "here en zh collected")
    ana, bo, li = await stage.member("Ana"), await stage.member("Bo"), await stage.member("Li", "zh-CN")
    await ana.says("Where is my cat?", chat=GENERAL)
    await gathered(stage, 1)
    await bo.says("See you tomorrow", chat=GENERAL)
    await gathered(stage, 2)
    await stage.whole.clock.move(timedelta(seconds=25))
    shown = await expect(stage, li).sees("Ana: 我的猫在哪儿", "Bo: 明天见")
    assert shown.labels == ()


async def test_two_linked_threads_each_in_its_language(stage: Stage) -> None:
    await translated_here(stage, "here en zh threads")
    ana, li = await stage.member("Ana"), await stage.member("Li", "zh-CN")
    english, chinese = walks_into(stage, "English"), walks_into(stage, "中文（简体）")
    await ana.says("Where is my cat?", chat=english)
    crossed = await expect(stage, li).sees("我的猫在哪儿")
    assert "Ana" in (crossed.author + crossed.text)
    await li.says("猫在屋顶上睡觉", chat=chinese)
    await expect(stage, ana).sees("The cat sleeps on the roof")


async def test_linked_threads_do_not_do_as_the_chat_did_before(stage: Stage, translator: SpokenTranslator) -> None:
    admin = await translated_here(stage, "here en es under")
    await admin.runs("translate", "here en zh threads")
    await stage.settled()
    ana, li = await stage.member("Ana"), await stage.member("Li", "zh-CN")
    english, _ = walks_into(stage, "English"), walks_into(stage, "中文（简体）")
    await ana.says("Where is my cat?", chat=english)
    await expect(stage, li).sees("我的猫在哪儿")
    await stage.settled()
    assert {ask.to for ask in translator.asked} == {Language.SIMPLIFIED_CHINESE}


async def test_on_request_nothing_is_translated_until_a_flag_comes_and_each_once(
    stage: Stage, translator: SpokenTranslator
) -> None:
    await translated_here(stage, "here en zh request")
    ana, li = await stage.member("Ana"), await stage.member("Li", "zh-CN")
    said = await ana.says("Where is my cat?", chat=GENERAL)
    await stage.settled()
    assert sent_out(translator) == []
    for member in (li, ana):
        await flags(member, "🇨🇳", said)
        await stage.settled()
    shown = await expect(stage, ana).sees("我的猫在哪儿", "Spoken Words")
    assert shown.answers == said.id
    assert len([one for one in li.visible() if one.by_bot and "我的猫" in one.text]) == 1


async def test_a_flag_of_several_languages_asks_who_raised_it(stage: Stage) -> None:
    await translated_here(stage, "here en zh request")
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    said = await ana.says("Where is my cat?", chat=GENERAL)
    await stage.settled()
    await flags(bo, "🇨🇭", said)
    await expect(stage, bo).sees("Which language")
    key = await bo.finds("French")
    await ana.starts()
    await ana.uses(key)
    await expect(stage, ana).does_not_see("⟦fr⟧")
    await bo.presses("French")
    await expect(stage, ana).sees("⟦fr⟧ Where is my cat?")
    await expect(stage, bo).no_longer_sees("Which language")


async def test_what_cannot_be_is_said_at_once(stage: Stage, translator: SpokenTranslator) -> None:
    admin = await admin_of(stage)
    translator.unknown = frozenset({Language.WELSH})
    for words, answer in (
        ("here", "at least two"),
        ("here English", "at least two"),
        ("here en English", "at least two"),
        ("here en Klingonisch", "Klingonisch"),
        ("here en cy", "Welsh"),
        ("here en de es fr it nl pt", "I manage 6"),
    ):
        await admin.runs("translate", words)
        await expect(stage, admin).sees(answer)
    assert not stage.pinned(GENERAL)
