"""Translating is switched on and off in a running bot, where something goes another way than planned."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.access import Access
from bot.domain.languages import Language
from bot.ports.translator import Lacking
from cogs.translate.store.chats import Chats
from tests.cogs.cats.kit import community_of
from tests.cogs.translate.kit import acts
from tests.kit.stage import GENERAL, expect
from tests.kit.stages.fake import SPACE, FakeStage
from tests.kit.translator import SERVICE, SpokenTranslator
from tests.scenarios.steps import admin_of, reports_go_here
from tests.scenarios.translating import flags, sent_out, translated_here, walks_into


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
    told = [one for one in ana.visible() if "Most of today's translations" in one.text]
    assert len(told) == 1


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
