"""Two spies on two platforms: a line opens, carries what they say each in their own language, and ends kindly."""

import contextlib
from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.languages import Language
from bot.ports.translator import Lacking
from cogs.spies.store.pairs import Pairs
from tests.cogs.spies.line.kit import (
    EN,
    OWN,
    ZH,
    Spy,
    context,
    file_of,
    line_between,
    person_of,
    says,
    sees,
    sees_no,
    two,
)
from tests.kit.stage import GENERAL, PRIVATE
from tests.kit.stages.discord_member import DiscordMember
from tests.kit.stages.pairs import PAIRS, Pair, twin_pair
from tests.kit.translator import SpokenTranslator


@pytest.fixture
def translator() -> SpokenTranslator:
    """Who translates."""
    return SpokenTranslator(OWN)


@pytest.fixture(params=list(PAIRS))
async def pair(request: pytest.FixtureRequest, tmp_path: Path, translator: SpokenTranslator) -> AsyncGenerator[Pair]:
    """The whole bot on two platforms, which are one community."""
    name: str = request.param
    async with PAIRS[name](tmp_path, translator=translator) as opened:
        await opened.binds()
        yield opened


async def opened(pair: Pair) -> tuple[Spy, Spy]:
    """A line between two that is open."""
    ana, bo = await two(pair)
    await line_between(pair.whole, ana, bo)
    await sees(ana, "Moonpaw", "is open")
    await sees(bo, "Whisker", "接通了")
    return ana, bo


async def test_a_line_opens_under_codenames_in_each_ones_language(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await sees(ana, "You both said yes", "Moonpaw")
    await sees(bo, "你们都点头啦", "Whisker")
    await sees_no(ana, "Zhenzhen")
    await sees_no(bo, "Xochitl")


async def test_both_are_told_which_services_see_their_words(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await sees(ana, "words go to: Spoken Words", "/privacy translate off")
    await sees(bo, "Spoken Words", "/privacy translate off")


async def test_each_reads_the_other_in_their_own_language_with_the_original_under_it(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await says(ana, "Where is my cat?")
    copy = await sees(bo, "我的猫在哪儿？", "Where is my cat?")
    assert "Whisker" in copy.author + copy.text
    await says(bo, "猫在屋顶上睡觉")
    back = await sees(ana, "The cat sleeps on the roof", "猫在屋顶上睡觉")
    assert "Moonpaw" in back.author + back.text
    for one in (copy, back):
        assert any("🚩" in label for label in one.labels)
        assert any("🚫" in label for label in one.labels)


async def test_what_is_said_on_a_line_asks_for_no_help(pair: Pair) -> None:
    ana, _ = await opened(pair)
    before = len([seen for seen in ana.member.visible() if seen.by_bot])
    await says(ana, "Good morning")
    await pair.settled()
    assert len([seen for seen in ana.member.visible() if seen.by_bot]) == before


async def test_edits_and_answers_follow(pair: Pair) -> None:
    ana, bo = await opened(pair)
    said = await says(ana, "Good morning")
    copy = await sees(bo, "早上好")
    await ana.member.edits(said, "See you tomorrow")
    changed = await sees(bo, "明天见")
    assert changed.id == copy.id
    await says(bo, "谢谢", to=changed)
    answer = await sees(ana, "Thank you")
    assert answer.answers or "↩" in answer.text


async def test_goodbye_ends_it_kindly_with_one_tap(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await ana.member.presses("Goodbye")
    await sees(ana, "You've said goodbye", "Moonpaw")
    card = await sees(bo, "Whisker跟你说了再见", "这条专线通了一天")
    assert "再找一位" in card.labels
    await pair.settled()
    await says(ana, "Good morning")
    await sees_no(bo, "早上好")


async def test_goodbye_of_both_at_once_is_one_goodbye(pair: Pair) -> None:
    ana, bo = await opened(pair)
    mine, theirs = await ana.member.finds("Goodbye"), await bo.member.finds("说再见")
    await ana.member.uses(mine)
    await bo.member.uses(theirs)
    await pair.settled()
    assert len([seen for seen in bo.member.visible() if "跟你说了再见" in seen.text or "你说了再见" in seen.text]) == 1


async def test_names_are_shown_when_both_want_it_and_not_before(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await ana.member.presses("Show who I am")
    await sees(ana, "If Moonpaw says yes as well")
    await ana.member.presses("Yes, show me")
    await sees(ana, "Your yes is kept")
    await sees(bo, "Whisker想和你一起亮出身份")
    await sees_no(bo, "Xochitl")
    await bo.member.presses("好，亮出来")
    await sees(bo, "面具摘下来啦", "Xochitl")
    await sees(ana, "Masks off", "Zhenzhen")
    await says(bo, "谢谢")
    copy = await sees(ana, "Thank you")
    assert "Zhenzhen" in copy.author + copy.text


async def test_who_has_several_lines_says_to_whom_once(pair: Pair) -> None:
    ana, bo = await opened(pair)
    cy = Spy(pair.right, await pair.right.member("Cy", "zh-CN"), "Teaspoon", Language.SIMPLIFIED_CHINESE)
    await cy.member.starts()
    await pair.settled()
    await line_between(pair.whole, Spy(ana.stage, ana.member, "Velvet", Language.ENGLISH), cy)
    await sees(ana, "Teaspoon", "is open")
    await says(ana, "Good morning")
    await sees(ana, "To whom")
    await sees_no(bo, "早上好")
    await sees_no(cy, "早上好")
    await ana.member.presses("Teaspoon")
    await sees(ana, "goes to Teaspoon now")
    copy = await sees(cy, "早上好")
    assert "Velvet" in copy.author + copy.text
    await says(ana, "Thank you")
    await sees(cy, "谢谢")
    await sees_no(bo, "早上好")
    await sees_no(bo, "谢谢")


async def test_an_answer_goes_to_whom_it_answers_and_the_list_chooses(pair: Pair) -> None:
    ana, bo = await opened(pair)
    cy = Spy(pair.right, await pair.right.member("Cy", "zh-CN"), "Teaspoon", Language.SIMPLIFIED_CHINESE)
    await cy.member.starts()
    await pair.settled()
    await line_between(pair.whole, Spy(ana.stage, ana.member, "Velvet", Language.ENGLISH), cy)
    await sees(ana, "Teaspoon", "is open")
    await ana.member.runs("line", chat=PRIVATE)
    await sees(ana, "Your lines", "Moonpaw", "Teaspoon")
    await ana.member.presses("Teaspoon")
    await sees(ana, "You read it in English")
    await ana.member.presses("Write to this one")
    await sees(ana, "goes to Teaspoon now")
    await says(bo, "谢谢")
    thanks = await sees(ana, "Thank you")
    await says(ana, "See you tomorrow", to=thanks)
    await sees(bo, "明天见")
    await sees_no(cy, "明天见")
    await says(ana, "Good morning")
    await sees(cy, "早上好")
    await sees_no(bo, "早上好")


async def test_words_wait_while_the_other_is_off_duty(pair: Pair) -> None:
    ana, bo = await opened(pair)
    now = pair.whole.clock.now()
    minute = now.hour * 60 + now.minute
    hours = ((minute - 30) % 1440, (minute + 60) % 1440)
    await file_of(pair.whole, bo.member, speaks=ZH, learns=EN, reads=Language.SIMPLIFIED_CHINESE, off_duty=hours)
    await says(ana, "Good morning")
    said = await says(ana, "Good night")
    await says(ana, "Thank you")
    await sees(ana, "Moonpaw is off duty")
    await ana.member.edits(said, "Good night, write to ana@example.org")
    assert len([seen for seen in ana.member.visible() if "is off duty" in seen.text]) == 1
    await sees_no(bo, "早上好")
    await says(bo, "明天见")
    await sees(ana, "See you tomorrow")
    await pair.settled()
    await pair.whole.clock.move(timedelta(minutes=62))
    await pair.settled()
    await sees(bo, "早上好")
    await sees(bo, "谢谢")
    await sees(ana, "in a new message")
    await sees_no(bo, "ana@example.org")


async def test_a_private_chat_that_is_not_open_is_waited_for(pair: Pair) -> None:
    ana, _ = await two(pair)
    late = await stranger_in_private(pair)
    await line_between(pair.whole, ana, late)
    await sees(ana, "It takes a moment until Nightfall is here")
    await sees_no(ana, "is open")
    await late.member.starts()
    await pair.settled()
    await sees(ana, "Nightfall", "is open")
    await says(ana, "Good morning")
    await sees(late, "早上好")


async def stranger_in_private(pair: Pair) -> Spy:
    """Somebody on the right whom the bot may not write to."""
    member = await pair.right.member("Late", "zh-CN")
    return Spy(pair.right, member, "Nightfall", Language.SIMPLIFIED_CHINESE)


async def test_the_process_is_killed_between_two_yeses_and_the_line(pair: Pair) -> None:
    ana, bo = await two(pair)
    await line_between(pair.whole, ana, bo, settles=False)
    await pair.restarts()
    await pair.settled()
    await sees(ana, "Moonpaw", "is open")
    await sees(bo, "Whisker", "接通了")
    assert len([seen for seen in ana.member.visible() if "is open" in seen.text]) == 1
    await says(ana, "Good morning")
    await sees(bo, "早上好")


async def test_who_leaves_the_club_leaves_the_line(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await bo.member.leaves()
    await pair.settled()
    await sees(ana, "Moonpaw can't be reached any more")


async def test_an_own_word_is_told_to_both(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await ana.member.runs("line", chat=PRIVATE)
    await ana.member.presses("Moonpaw")
    await sees(ana, "You read it in English")
    await ana.member.presses("Our own word")
    await pair.settled()
    await ana.member.fills("partner in crime")
    await sees(ana, "Between you", "partner in crime")
    await sees(bo, "partner in crime")


async def test_each_chooses_the_language_to_read_in(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await ana.member.runs("line", chat=PRIVATE)
    await ana.member.presses("Moonpaw")
    await sees(ana, "You read it in English")
    await ana.member.presses("Read in")
    await sees(ana, "In which language")
    await ana.member.presses("Spanish")
    await sees(ana, "You read it in Spanish")
    await says(bo, "谢谢")
    await sees(ana, "Gracias")


async def test_three_on_a_line_hear_each_other(pair: Pair) -> None:
    ana, bo = await two(pair)
    cy = Spy(pair.right, await pair.right.member("Cy", "zh-CN"), "Teaspoon", Language.SIMPLIFIED_CHINESE)
    await cy.member.starts()
    await pair.settled()
    await line_between(pair.whole, ana, bo, cy)
    await sees(ana, "Moonpaw & Teaspoon", "is open")
    await says(ana, "Good morning")
    await sees(bo, "早上好")
    await sees(cy, "早上好")
    await says(cy, "谢谢")
    await sees(ana, "Thank you")
    await sees(bo, "谢谢")


async def test_who_is_forgotten_ends_it_and_no_more_is_told(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await says(bo, "谢谢")
    await sees(ana, "Thank you")
    await bo.member.runs("privacy", chat=PRIVATE)
    await bo.member.presses("忘了我")
    await bo.member.presses("对")
    await pair.settled()
    card = await sees(ana, "Your line to Moonpaw has ended")
    assert "reached" not in card.text


async def test_a_line_rests_while_moderators_look_at_it(pair: Pair) -> None:
    ana, bo = await opened(pair)
    line = (await Pairs(pair.whole.app.services.db).of_person(await person_of(pair.whole, ana.member)))[0]
    await Pairs(pair.whole.app.services.db).put_held(line.id, held=True)
    await says(ana, "Good morning")
    await sees(ana, "This line rests")
    await sees_no(bo, "早上好")


async def test_one_person_has_no_line_to_themselves(pair: Pair) -> None:
    ana, bo = await opened(pair)
    services = pair.whole.app.services
    left, right = await person_of(pair.whole, ana.member), await person_of(pair.whole, bo.member)
    accounts = context(pair.whole, None).accounts
    code = await accounts.start_link(left)
    assert await accounts.finish_link(bo.member.ref, code) is None
    await pair.settled()
    for person in (left, right):
        assert await Pairs(services.db).of_person(person) == ()
    await says(ana, "Good morning")
    await sees_no(bo, "早上好")
    await sees_no(ana, "can't be reached")


async def test_a_stranger_to_a_line_cannot_use_its_keys(pair: Pair) -> None:
    ana, bo = await opened(pair)
    eve = await pair.left.member("Eve")
    await eve.starts()
    await pair.settled()
    with contextlib.suppress(PermissionError):  # a page that is not theirs
        await eve.uses(await ana.member.finds("Goodbye"))
    await pair.settled()
    await sees_no(bo, "说了再见")
    await says(ana, "Good morning")
    await sees(bo, "早上好")


async def test_links_wait_after_the_choice_to_whom_as_well(pair: Pair) -> None:
    ana, bo = await opened(pair)
    cy = Spy(pair.right, await pair.right.member("Cy", "zh-CN"), "Teaspoon", Language.SIMPLIFIED_CHINESE)
    await cy.member.starts()
    await pair.settled()
    await line_between(pair.whole, Spy(ana.stage, ana.member, "Velvet", Language.ENGLISH), cy)
    await sees(ana, "Teaspoon", "is open")
    await says(ana, "Look: https://cats.example/nap")
    await sees(ana, "To whom")
    await ana.member.presses("Teaspoon")
    await sees(ana, "goes to Teaspoon now")
    await pair.settled()
    for spy in (bo, cy):
        await sees_no(spy, "cats.example")


async def test_without_a_translation_words_cross_as_they_are_and_this_is_told_once(
    pair: Pair, translator: SpokenTranslator
) -> None:
    ana, bo = await opened(pair)
    translator.lacking = Lacking.FAILED
    for words in ("Good morning", "Thank you"):
        await says(ana, words)
        await sees(bo, words)
    await sees(bo, "话会原样送过来")
    await pair.settled()
    assert len([seen for seen in bo.member.visible() if "现在没有翻译服务回应" in seen.text]) == 1


async def test_who_opted_out_of_translating_crosses_as_they_wrote(pair: Pair, translator: SpokenTranslator) -> None:
    ana, bo = await opened(pair)
    identity = pair.whole.app.services.identity
    await identity.choose_translation(await person_of(pair.whole, ana.member), allowed=False)
    await says(ana, "Where is my cat?")
    await sees(bo, "Where is my cat?")
    await sees_no(bo, "我的猫在哪儿")
    assert not translator.asked


async def test_closed_messages_on_discord_stay_closed_until_they_are_opened(tmp_path: Path) -> None:
    async with twin_pair(tmp_path, translator=SpokenTranslator(OWN)) as pair:
        await pair.binds()
        _, bo = await two(pair)
        late = await pair.left.member("Late")
        assert isinstance(late, DiscordMember)
        late.person.opens_dm()
        late.person.closes_dms()
        spy = Spy(pair.left, late, "Nightfall", Language.ENGLISH)
        await line_between(pair.whole, spy, bo)
        await sees(bo, "Nightfall还要一会儿才到")
        await late.runs("line", chat=GENERAL)
        await pair.settled()
        await late.presses("Open the chat")
        await pair.settled()
        await sees_no(bo, "接通了")
        late.person.reopens_dms()
        await late.presses("Open the chat")
        await pair.settled()
        await sees(bo, "Nightfall", "接通了")
        await says(spy, "Good morning")
        await sees(bo, "早上好")
