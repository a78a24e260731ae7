"""Translating in a running bot, where something goes another way than planned."""

from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.core.audit import AUDIT
from bot.domain.access import Access
from bot.domain.languages import Language
from bot.ports.translator import Lacking
from cogs.translate.store.chats import Chats
from tests.cogs.cats.kit import community_of
from tests.kit.fake import PLAIN, RICH
from tests.kit.stage import GENERAL, PRIVATE, expect
from tests.kit.stages.fake import SPACE, FakeStage, fake_stage
from tests.kit.translator import SERVICE, SpokenTranslator
from tests.scenarios.steps import admin_of, reports_go_here
from tests.scenarios.translating import flags, reads_aloud, sent_out, translated_here, walks_into


@pytest.fixture
def translator() -> SpokenTranslator:
    """With a phrase book."""
    return SpokenTranslator()


@pytest.fixture(params=["rich", "plain"])
async def stage(
    request: pytest.FixtureRequest, tmp_path: Path, translator: SpokenTranslator, monkeypatch: pytest.MonkeyPatch
) -> AsyncGenerator[FakeStage]:
    """The whole bot."""
    reads_aloud(monkeypatch)
    able = RICH if request.param == "rich" else PLAIN
    async with fake_stage(tmp_path, able, name=f"fake-{request.param}", translator=translator) as opened:
        yield opened


async def acts(stage: FakeStage) -> list[str]:
    """What the audit list has of translating."""
    async with stage.whole.app.services.db.reading() as reading:
        rows = await reading.execute(select(AUDIT.c.act).where(AUDIT.c.cog == "translate").order_by(AUDIT.c.id))
        return [str(row[0]) for row in rows]


async def test_a_key_of_who_is_no_admin_any_more_does_nothing(stage: FakeStage, translator: SpokenTranslator) -> None:
    admin = await admin_of(stage)
    await admin.runs("translate", "here en zh under")
    accept = await admin.finds("Agreed")
    stage.members.levels[admin.ref] = Access.MODERATOR
    await admin.uses(accept)
    await expect(stage, admin).sees("for admins")
    await admin.runs("translate", "off")
    await stage.settled()
    assert await acts(stage) == ["audit-on"]
    stage.members.levels[admin.ref] = Access.ADMIN
    await admin.uses(accept)
    await admin.uses(accept)
    await stage.settled()
    await admin.runs("translate", "off")
    await stage.settled()
    await admin.runs("translate", "off")
    await expect(stage, admin).sees("not translating here anyway")
    assert await acts(stage) == ["audit-on", "audit-accepted", "audit-off"]
    assert sent_out(translator) == []


async def test_keys_that_outlive_the_switching_off_still_answer_kindly(stage: FakeStage) -> None:
    admin = await translated_here(stage)
    ana, li = await stage.member("Ana"), await stage.member("Li")
    await li.starts()
    await ana.says("Good morning", chat=GENERAL)
    await expect(stage, li).sees("早上好")
    pen = await li.finds("✏️")
    await admin.runs("translate", "off")
    await stage.settled()
    await li.uses(pen)
    await stage.settled()
    await li.fills("早安", "")
    await expect(stage, li).sees("no longer have these words")


async def test_a_new_thread_follows_its_channel_and_keeps_its_own_off(stage: FakeStage) -> None:
    admin = await translated_here(stage)
    ana = await stage.member("Ana")
    await stage.adds_thread("kittens")
    await stage.settled()
    await ana.says("Good morning", chat="kittens")
    await expect(stage, ana).sees("早上好")
    await admin.runs("translate", "off", chat="kittens")
    await stage.settled()
    await stage.renames("kittens", "cats")
    await stage.settled()
    await ana.says("See you tomorrow", chat="kittens")
    await expect(stage, ana).does_not_see("明天见")
    await ana.says("Thank you", chat=GENERAL)
    await expect(stage, ana).sees("谢谢")


async def test_switching_a_channel_off_ends_the_threads_that_followed_it(stage: FakeStage) -> None:
    admin = await translated_here(stage)
    ana = await stage.member("Ana")
    await stage.adds_thread("kittens")
    await stage.settled()
    await admin.runs("translate", "off")
    await stage.settled()
    for chat in (GENERAL, "kittens"):
        await ana.says("Good morning", chat=chat)
    await expect(stage, ana).does_not_see("早上好")


async def test_other_languages_later_keep_what_stands(stage: FakeStage) -> None:
    admin = await translated_here(stage)
    ana = await stage.member("Ana")
    said = await ana.says("Good morning", chat=GENERAL)
    await expect(stage, ana).sees("早上好")
    await admin.runs("translate", "here en es")
    await stage.settled()
    await ana.says("See you tomorrow", chat=GENERAL)
    await expect(stage, ana).sees("Hasta mañana")
    if stage.rich:
        await ana.deletes(said)
        await expect(stage, ana).no_longer_sees("早上好")
    assert len(stage.pinned(GENERAL)) == 1


async def test_without_the_right_to_pin_it_is_simply_said(stage: FakeStage) -> None:
    await stage.removes_right("pins")
    await translated_here(stage)
    ana = await stage.member("Ana")
    await expect(stage, ana).sees("/privacy translate off", "Spoken Words")
    assert not stage.pinned(GENERAL)


async def test_a_quiet_chat_stays_quiet_and_a_cog_that_is_off_does_nothing(
    stage: FakeStage, translator: SpokenTranslator
) -> None:
    admin = await translated_here(stage)
    ana = await stage.member("Ana")
    await admin.runs("quiet")
    await stage.settled()
    await ana.says("Good morning", chat=GENERAL)
    await expect(stage, ana).does_not_see("早上好")
    await stage.whole.clock.move(timedelta(minutes=1))
    await admin.runs("quiet", "off")
    await stage.settled()
    await admin.runs("settings", chat=GENERAL)
    for label in ("Translating", "On", "Turn off"):
        await admin.presses(label)
        await stage.settled()
    before = len(sent_out(translator))
    await ana.says("See you tomorrow", chat=GENERAL)
    await expect(stage, ana).does_not_see("明天见")
    await ana.runs("translate", "es: Good morning")
    await expect(stage, ana).sees("turned this off here")
    assert len(sent_out(translator)) == before


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


async def test_an_edited_message_is_translated_as_it_reads_now_and_a_deleted_one_not(stage: FakeStage) -> None:
    await translated_here(stage, "here en zh request")
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    first = await ana.says("Good morning", chat=GENERAL)
    second = await ana.says("Thank you", chat=GENERAL)
    await ana.edits(first, "See you tomorrow")
    if stage.rich:  # elsewhere nobody is told of it
        await ana.deletes(second)
    await stage.settled()
    for said in (first, second) if stage.rich else (first,):
        await flags(bo, "🇲🇽", said)
        await stage.settled()
    await expect(stage, bo).sees("Hasta mañana")
    await expect(stage, bo).does_not_see("Gracias")


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


async def test_the_days_budget_is_told_to_the_moderators_once(stage: FakeStage, translator: SpokenTranslator) -> None:
    admin = await translated_here(stage)
    await reports_go_here(stage, admin)
    ana = await stage.member("Ana")
    translator.lacking = Lacking.SAVING
    for text in ("Good morning", "Thank you"):
        await ana.says(text, chat=GENERAL)
        await stage.settled()
        await stage.whole.clock.move(timedelta(hours=2))
        await stage.settled()
    told = [one for one in ana.visible() if "Most of today's budget" in one.text]
    assert len(told) == 1


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


async def test_where_no_service_is_public_nobody_is_asked(stage: FakeStage, translator: SpokenTranslator) -> None:
    translator.service = replace(SERVICE, public=False)
    admin = await admin_of(stage)
    await admin.runs("translate", "here en zh under")
    await stage.settled()
    assert len(stage.pinned(GENERAL)) == 1
    await expect(stage, admin).does_not_see("Agreed")
    ana = await stage.member("Ana")
    await ana.says("Good morning", chat=GENERAL)
    await expect(stage, ana).sees("早上好")


async def test_a_language_that_nobody_knows_is_said_at_once(stage: FakeStage, translator: SpokenTranslator) -> None:
    translator.unknown = frozenset({Language.WELSH})
    admin = await admin_of(stage)
    await admin.runs("translate", "here en cy")
    await expect(stage, admin).sees("from English into Welsh")
    assert await acts(stage) == []


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


async def test_nothing_is_said_of_missing_translations_while_an_admin_is_asked(stage: FakeStage) -> None:
    admin = await admin_of(stage)
    await admin.runs("translate", "here en zh under")
    await stage.settled()
    ana = await stage.member("Ana")
    await ana.says("Good morning", chat=GENERAL)
    await expect(stage, ana).does_not_see("no service gives me translations")
    await expect(stage, ana).does_not_see("word by word")


async def test_a_public_service_that_is_withdrawn_in_private_is_withdrawn(
    stage: FakeStage, translator: SpokenTranslator
) -> None:
    admin = await translated_here(stage)
    other = await stage.member("Nell")
    await other.starts()
    await admin.runs("translate", "services")
    key = await admin.finds("Withdraw Spoken Words")
    await other.uses(key)
    await stage.settled()
    ana = await stage.member("Ana")
    await ana.says("Good morning", chat=GENERAL)
    await expect(stage, ana).sees("早上好")
    stage.members.levels[admin.ref] = Access.MODERATOR
    await admin.uses(key)
    await stage.settled()
    await ana.says("Thank you", chat=GENERAL)
    await expect(stage, ana).sees("谢谢")
    stage.members.levels[admin.ref] = Access.ADMIN
    await admin.uses(key)
    await stage.settled()
    await ana.says("See you tomorrow", chat=GENERAL)
    await stage.settled()
    assert sent_out(translator) == ["Good morning", "Thank you"]
    assert await acts(stage) == ["audit-on", "audit-accepted", "audit-withdrawn"]


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


async def test_a_key_under_a_private_answer_works_for_its_asker_alone_and_for_a_day(stage: FakeStage) -> None:
    await translated_here(stage, "here en zh request")
    ana, eve = await stage.member("Ana"), await stage.member("Eve")
    for member in (ana, eve):
        await member.starts()
    await ana.runs("translate", "es: Good morning")
    await expect(stage, ana).sees("Buenos días")
    key = await ana.finds("Chinese (simplified)")
    await eve.uses(key)
    await expect(stage, eve).does_not_see("早上好")
    await ana.uses(key)
    await expect(stage, ana).sees("早上好")
    await stage.whole.clock.move(timedelta(hours=25))
    await ana.uses(key)
    await expect(stage, ana).sees("I no longer have these words")


async def test_linked_threads_end_in_either_of_them(stage: FakeStage) -> None:
    admin = await translated_here(stage, "here en zh threads")
    ana = await stage.member("Ana")
    english, chinese = walks_into(stage, "English"), walks_into(stage, "中文（简体）")
    await admin.runs("translate", "here en es under", chat=english)
    await expect(stage, admin).sees("one of two linked threads")
    await admin.runs("translate", "off", chat=chinese)
    await stage.settled()
    await ana.says("Good morning", chat=english)
    await expect(stage, ana).does_not_see("早上好")
    await admin.runs("translate", "here en zh under")
    await stage.settled()
    await ana.says("Good morning", chat=GENERAL)
    await expect(stage, ana).sees("早上好")


async def test_linked_threads_are_for_two_languages(stage: FakeStage) -> None:
    admin = await admin_of(stage)
    await admin.runs("translate", "here en zh es threads")
    await expect(stage, admin).sees("exactly two languages")
    assert await acts(stage) == []


async def test_other_languages_for_linked_threads_are_other_threads(stage: FakeStage) -> None:
    admin = await translated_here(stage, "here en zh threads")
    ana = await stage.member("Ana")
    old = walks_into(stage, "中文（简体）")
    await admin.runs("translate", "here es en threads")
    await stage.settled()
    new = walks_into(stage, "español")
    await ana.says("Buenos días", chat=new)
    await expect(stage, ana).sees("Good morning")
    await ana.says("谢谢", chat=old)
    await expect(stage, ana).does_not_see("Thank you")


async def test_where_a_chat_was_deleted_nothing_is_left(stage: FakeStage) -> None:
    admin = await admin_of(stage)
    await stage.adds_chat("garden")
    await stage.settled()
    await admin.runs("translate", "here en zh request", chat="garden")
    await admin.presses("Agreed")
    await stage.settled()
    chats, community = Chats(stage.whole.app.services.db), await community_of(stage, SPACE)
    assert len(await chats.of_community(community)) == 1
    await stage.deletes_chat("garden")
    await stage.settled()
    assert await chats.of_community(community) == []


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
