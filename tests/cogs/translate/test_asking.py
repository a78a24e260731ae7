"""What members ask for and make better in a running bot, where something goes another way than planned."""

from datetime import timedelta

import pytest

from bot.domain.events import CompletionAsked
from bot.ports.translator import Lacking
from tests.cogs.translate.kit import acts
from tests.kit.stage import GENERAL, PRIVATE, expect
from tests.kit.stages.fake import FakeStage
from tests.kit.translator import SpokenTranslator
from tests.scenarios.translating import flags, sent_out, translated_here


async def test_long_and_right_to_left(stage: FakeStage) -> None:
    await translated_here(stage, "here en ar under")
    ana = await stage.member("Ana")
    await ana.says("صباح الخير يا أصدقاء القطط", chat=GENERAL)
    await expect(stage, ana).sees("⟦en⟧ صباح الخير يا أصدقاء القطط")
    await ana.says("I have brought fish, and more fish. " * 280, chat=GENERAL)
    await expect(stage, ana).sees("⟦ar⟧ I have brought fish")


async def test_who_is_forgotten_is_gone_from_todays_words(stage: FakeStage) -> None:
    await translated_here(stage, "here en zh request")
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    said = await ana.says("Good morning", chat=GENERAL)
    await stage.settled()
    await ana.starts()
    await ana.runs("privacy", chat=PRIVATE)
    await ana.presses("Forget me")
    await ana.presses("Yes, forget me")
    await stage.settled()
    await flags(bo, "🇲🇽", said)
    await expect(stage, bo).does_not_see("Buenos días")


async def test_a_flag_that_came_to_nothing_may_come_again(stage: FakeStage, translator: SpokenTranslator) -> None:
    await translated_here(stage, "here en zh request")
    ana, bo, li = [await stage.member(name) for name in ("Ana", "Bo", "Li")]
    said = await ana.says("Good morning", chat=GENERAL)
    await stage.settled()
    translator.lacking = Lacking.FAILED
    await flags(bo, "🇲🇽", said)
    await stage.settled()
    translator.lacking = None
    await flags(li, "🇲🇽", said)
    await expect(stage, li).sees("Buenos días")


async def test_the_glossary_is_filled_and_emptied_by_admins(stage: FakeStage) -> None:
    admin = await translated_here(stage)
    ana = await stage.member("Ana")
    await ana.starts()
    await ana.runs("glossary")
    await expect(stage, ana).sees("for admins")
    await admin.runs("glossary")
    await expect(stage, admin).sees("The glossary is empty")
    await admin.presses("Add a word")
    await stage.settled()
    await admin.fills("English", "spy", "Spanish", "espía")
    await expect(stage, admin).sees("spy", "espía")
    key = await admin.finds("✕ 1")
    await ana.uses(key)
    await stage.settled()
    await admin.uses(key)
    await stage.settled()
    assert await acts(stage) == ["audit-on", "audit-accepted", "audit-term-added", "audit-term-removed"]


async def test_a_flag_on_a_copy_is_one_on_its_original(stage: FakeStage, translator: SpokenTranslator) -> None:
    await translated_here(stage, "here en zh under")
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    said = await ana.says("Good morning", chat=GENERAL)
    copy = await expect(stage, bo).sees("早上好")
    for one in (said, copy):
        await flags(bo, "🇲🇽", one)
        await stage.settled()
    assert len([one for one in bo.visible() if "Buenos días" in one.text]) == 1
    assert sent_out(translator) == ["Good morning", "Good morning"]


async def test_a_correction_is_only_for_who_pressed_and_empty_ones_change_nothing(stage: FakeStage) -> None:
    await translated_here(stage)
    ana, li, bo = [await stage.member(name) for name in ("Ana", "Li", "Bo")]
    for member in (li, bo):
        await member.starts()
    await ana.says("Good morning", chat=GENERAL)
    copy = await expect(stage, li).sees("早上好")
    await li.says("better: 早安", to=copy, chat=GENERAL)
    key = await li.finds("I know both")
    await bo.uses(key)
    await stage.settled()
    await expect(stage, ana).does_not_see("Thank you, ")
    await li.uses(key)
    await expect(stage, ana).sees("Thank you, Li")


async def test_a_key_under_a_private_answer_works_for_its_asker_alone_and_for_a_day(
    stage: FakeStage, translator: SpokenTranslator
) -> None:
    await translated_here(stage, "here en zh request")
    ana, eve = await stage.member("Ana"), await stage.member("Eve")
    for member in (ana, eve):
        await member.starts()
    await ana.runs("translate", "es: Good morning")
    await expect(stage, ana).sees("Buenos días")
    key = await ana.finds("Chinese (simplified)")
    await eve.uses(key)
    await stage.settled()
    assert sent_out(translator) == ["Good morning"]
    await ana.uses(key)
    await expect(stage, ana).sees("早上好")
    await stage.whole.clock.move(timedelta(hours=25))
    await ana.uses(key)
    await expect(stage, ana).sees("I no longer have these words")


async def test_saying_it_in_another_language_and_what_needs_none(
    stage: FakeStage, translator: SpokenTranslator
) -> None:
    await translated_here(stage, "here en zh under")
    ana = await stage.member("Ana")
    await ana.runs("say", "es: Good morning")
    await expect(stage, ana).sees("Buenos días", "Good morning")
    await ana.runs("say", "en: See you tomorrow")
    await expect(stage, ana).sees("needs no translation")
    translator.lacking = Lacking.SPENT
    await ana.runs("say", "Thank you")
    await expect(stage, ana).sees("Today's translations are used up")
    await expect(stage, ana).does_not_see("谢谢")


@pytest.mark.parametrize(
    ("parameter", "typed", "expected"),
    [
        ("text", "", "here"),
        ("text", "re", "reading"),
        ("text", "here Spani", "here Spanish"),
        ("to", "Germ", "German"),
        ("to", "English, Germ", "English, German"),
        ("to", "x" * 300, ""),
    ],
)
async def test_what_is_typed_is_completed(stage: FakeStage, parameter: str, typed: str, expected: str) -> None:
    ana = await stage.member("Ana")
    where, now = stage.where(GENERAL, ana.ref), stage.whole.clock.now()
    account = stage.members.present[ana.ref]
    intake = stage.gateway.intake
    assert intake is not None
    found = await intake.suggest(CompletionAsked(stage.next_key(), now, where, "translate", parameter, typed, account))
    assert not expected or expected in [one.value for one in found]
    assert all(len(one.label) <= 100 for one in found)
