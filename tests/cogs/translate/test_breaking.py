"""What happens between a question and its answer: rights, choices and clubs that change meanwhile."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import func, select, update

from bot.api.house import SettingEntry
from bot.api.settings import Setting
from bot.core.deadline import Deadline
from bot.core.job_context import CoreJobContext
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.events import GuestAsked, Visiting
from bot.domain.refs import ChatRef, CommunityId, PersonId
from bot.domain.text import RichText
from cogs.translate.settings import CORRECTIONS, FLAGS
from cogs.translate.store.tables import WORDS
from tests.cogs.cats.kit import community_of
from tests.kit.stage import GENERAL, PRIVATE, Member, expect
from tests.kit.stages.fake import SPACE, FakeStage
from tests.kit.stages.fake_reading import seen_post
from tests.kit.translator import SpokenTranslator
from tests.scenarios.translating import flags, sent_out, translated_here


async def opts_out(stage: FakeStage, member: Member) -> None:
    """Somebody does not want their words to be sent anywhere."""
    await member.starts()
    await member.runs("privacy", chat=PRIVATE)
    await member.presses("Don't translate me")
    await stage.settled()


async def accepts(stage: FakeStage, member: Member) -> None:
    """Somebody lets the public service see what they ask for themselves."""
    await member.starts()
    await member.runs("translate", "es: Good morning", chat=PRIVATE)
    await member.presses("That's fine")
    await stage.settled()


async def switches_off(stage: FakeStage, setting: Setting[bool]) -> None:
    """An admin turns something off."""
    services, club = stage.whole.app.services, await community_of(stage, SPACE)
    await services.settings.change(club, SettingEntry("translate", setting), None, setting.store(False), PersonId(1))


async def remembered(stage: FakeStage) -> Sequence[str]:
    """The words that are kept."""
    async with stage.whole.app.services.db.reading() as reading:
        return [str(row[0]) for row in await reading.execute(select(WORDS.c.words).order_by(WORDS.c.id))]


# ------------------------------------------------------------------------------------------------------- whose words


async def test_a_guest_cannot_have_the_words_translated_of_who_opted_out(
    stage: FakeStage, translator: SpokenTranslator
) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    await opts_out(stage, ana)
    await accepts(stage, bo)
    here = ChatRef(stage.platform, "elsewhere")
    handle = stage.gateway.handle(bo.ref, here, None)
    by, author = Account(bo.ref, "Bo"), Account(ana.ref, "Ana")
    words = (RichText.of("es"), handle, RichText.of("Thank you"), author)
    await stage.tell(GuestAsked(stage.next_key(), stage.whole.clock.now(), Visiting(here), by, *words))
    await stage.settled()
    assert "Thank you" not in sent_out(translator)
    told = [seen_post(stage, post).text for post in stage.gateway.posts if post.chat == here]
    assert ["words go to no service" in text for text in told] == [True]


async def test_who_may_not_write_is_not_spoken_for(stage: FakeStage, translator: SpokenTranslator) -> None:
    await translated_here(stage)
    ana = await stage.member("Ana")
    await ana.starts()
    await stage.mutes(ana)
    await ana.runs("say", "Where is my cat?")
    await expect(stage, ana).sees("You can't write here right now")
    await expect(stage, ana).does_not_see("我的猫在哪儿")
    assert sent_out(translator) == []


async def test_who_accepted_a_service_takes_that_back(stage: FakeStage, translator: SpokenTranslator) -> None:
    ana = await stage.member("Ana")
    await accepts(stage, ana)
    await ana.runs("translate", "services", chat=PRIVATE)
    await expect(stage, ana).sees("have translated for yourself", "accepted")
    key = await ana.finds("Withdraw Spoken Words")
    await ana.uses(key)
    await expect(stage, ana).sees("not accepted")
    await ana.uses(key)
    await ana.runs("translate", "es: Thank you", chat=PRIVATE)
    await stage.settled()
    assert sent_out(translator) == []
    await ana.runs("translate", "services", chat=PRIVATE)
    await ana.presses("Accept Spoken Words")
    await ana.runs("translate", "es: Thank you", chat=PRIVATE)
    await expect(stage, ana).sees("Gracias")


# ------------------------------------------------------------------------------------------------------- todays words


async def test_words_are_kept_for_a_day_also_where_nothing_more_is_said(stage: FakeStage) -> None:
    await translated_here(stage, "here en zh request")
    ana = await stage.member("Ana")
    await ana.says("Good morning", chat=GENERAL)
    await stage.settled()
    await stage.whole.clock.move(timedelta(hours=12))
    await ana.says("Thank you", chat=GENERAL)
    await stage.settled()
    assert await remembered(stage) == ["Good morning", "Thank you"]
    for left in (["Thank you"], []):
        await stage.whole.clock.move(timedelta(hours=13))
        await stage.settled()
        assert await remembered(stage) == left


async def test_words_of_another_club_are_not_translated_here(stage: FakeStage, translator: SpokenTranslator) -> None:
    await translated_here(stage, "here en zh request")
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    said = await ana.says("Good morning", chat=GENERAL)
    await stage.settled()
    async with stage.whole.app.services.db.writing() as writing:
        await writing.execute(update(WORDS).values(community=CommunityId(999)))
    await flags(bo, "🇲🇽", said)
    await stage.settled()
    assert sent_out(translator) == []


async def test_when_an_account_parts_nobody_answers_for_its_words(stage: FakeStage) -> None:
    """They are kept under the person, and the one who parts may opt out for themselves from now on."""
    await translated_here(stage, "here en zh request")
    ana, twin = await stage.member("Ana"), await stage.member("Ana too")
    services = stage.whole.app.services
    ctx = CoreJobContext(services, "admin", None, "link", Deadline())
    first, second = [(await services.identity.person_of(Account(one.ref, one.name))).id for one in (ana, twin)]
    assert first != second
    assert await ctx.accounts.finish_link(twin.ref, await ctx.accounts.start_link(first)) is None
    await twin.says("Good morning", chat=GENERAL)
    await stage.settled()
    assert await remembered(stage) == ["Good morning"]
    assert await ctx.accounts.unlink(twin.ref)
    assert await remembered(stage) == []


async def test_what_is_edited_after_an_opt_out_is_not_kept(stage: FakeStage) -> None:
    await translated_here(stage, "here en zh request")
    ana = await stage.member("Ana")
    said = await ana.says("Good morning", chat=GENERAL)
    await stage.settled()
    await opts_out(stage, ana)
    await ana.edits(said, "Good morning, spies")
    await stage.settled()
    assert await remembered(stage) == []


# ------------------------------------------------------------------------------------------------------- corrections


async def test_who_left_the_club_corrects_nothing_from_a_private_chat(stage: FakeStage) -> None:
    await translated_here(stage)
    ana, li = await stage.member("Ana"), await stage.member("Li")
    await li.starts()
    await ana.says("Good morning", chat=GENERAL)
    await expect(stage, li).sees("早上好")
    await li.presses("✏️")
    await stage.settled()
    if stage.rich:  # the form stands in the chat itself: nobody answers it from outside
        return
    await li.leaves()
    await stage.settled()
    await li.fills("早安", "cat = 猫猫")
    await expect(stage, ana).does_not_see("早安")
    await expect(stage, ana).does_not_see("猫猫")


async def test_corrections_that_were_switched_off_meanwhile_are_not_taken(stage: FakeStage) -> None:
    await translated_here(stage)
    ana, li = await stage.member("Ana"), await stage.member("Li")
    await li.starts()
    await ana.says("Good morning", chat=GENERAL)
    await expect(stage, li).sees("早上好")
    pen = await li.finds("✏️")
    await switches_off(stage, CORRECTIONS)
    await li.uses(pen)
    await stage.settled()
    await li.fills("早安", "")
    await expect(stage, li).sees("turned off here")
    await expect(stage, ana).does_not_see("早安")


async def test_a_word_to_remember_that_is_no_pair_does_not_become_part_of_the_translation(stage: FakeStage) -> None:
    await translated_here(stage)
    ana, li = await stage.member("Ana"), await stage.member("Li")
    await li.starts()
    await ana.says("Good morning", chat=GENERAL)
    await expect(stage, li).sees("早上好")
    await li.presses("✏️")
    await stage.settled()
    await li.fills("早安呀", "catty")
    await expect(stage, li).sees("word = its translation")
    await li.presses("I know both")
    await expect(stage, ana).sees("早安呀")
    await expect(stage, ana).does_not_see("catty")


async def test_moderators_are_asked_once_about_a_word_and_not_about_what_is_settled(
    stage: FakeStage,
) -> None:
    await translated_here(stage)
    mod = await stage.member("Mo", access=Access.MODERATOR)
    ana = await stage.member("Ana")
    await ana.says("Good morning", chat=GENERAL)
    copy = await expect(stage, ana).sees("早上好")
    for name in ("Li", "Wei"):
        friend = await stage.member(name)
        await friend.starts()
        await friend.says("better: 早安", to=copy, chat=GENERAL)
        await friend.presses("I know both")
        await stage.settled()
    assert len([one for one in mod.visible() if "for the glossary" in one.text]) == 1
    await mod.presses("Agree")
    await stage.settled()
    await stage.whole.clock.move(timedelta(days=2))
    await friend.says("better: 早安", to=copy, chat=GENERAL)
    await stage.settled()
    assert not [one for one in mod.visible() if "for the glossary" in one.text]


async def test_flags_that_were_switched_off_meanwhile_translate_nothing(
    stage: FakeStage, translator: SpokenTranslator
) -> None:
    await translated_here(stage, "here en es request")
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    said = await ana.says("Good morning", chat=GENERAL)
    await stage.settled()
    await flags(bo, "🇨🇭", said)
    await expect(stage, bo).sees("Which language")
    key = next(one for one in bo.choices() if one.label == "Italian")
    await switches_off(stage, FLAGS)
    await bo.uses(key)
    await stage.settled()
    assert sent_out(translator) == []


async def test_only_so_much_is_kept(stage: FakeStage) -> None:
    """The table of today's words does not know chats in which translating is off."""
    ana = await stage.member("Ana")
    await ana.says("Good morning", chat=GENERAL)
    await stage.settled()
    async with stage.whole.app.services.db.reading() as reading:
        assert (await reading.execute(select(func.count()).select_from(WORDS))).scalar_one() == 0
