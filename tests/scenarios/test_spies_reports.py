"""Keeping lines safe: what is reported, what moderators see of it, and what they decide."""

import contextlib
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from bot.domain.languages import Language
from bot.ports.database import Database
from cogs.spies.rules.cases import CaseId, Decision
from cogs.spies.settings import DESK
from cogs.spies.steps.barring import banned
from cogs.spies.steps.deciding import carry_out
from cogs.spies.store.cases import Cases
from tests.cogs.spies.line.kit import OWN, Spy, context, line_between, person_of, says, sees, sees_no, two
from tests.kit.stage import GENERAL, expect
from tests.kit.stages.pairs import PAIRS, Pair
from tests.kit.translator import SpokenTranslator
from tests.scenarios.safe_spying import BLOCK, REPORT, asked, community_of, moderated, moderator_sees, opened


@pytest.fixture(params=list(PAIRS))
async def pair(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncGenerator[Pair]:
    """The whole bot on two platforms, which are one community."""
    name: str = request.param
    async with PAIRS[name](tmp_path, translator=SpokenTranslator(OWN)) as opened:
        await opened.binds()
        yield opened


async def reported(pair: Pair, ana: Spy, bo: Spy, *, why: str = "They are rude") -> None:
    """Ana reports what Bo said last."""
    await says(bo, "猫在屋顶上睡觉")
    await sees(ana, "The cat sleeps on the roof")
    await ana.member.presses(REPORT)
    await sees(ana, "A report about Moonpaw", "猫在屋顶上睡觉")
    await ana.member.presses("Send")
    await ana.member.fills(why)
    await sees(ana, "It is with the moderators")
    await pair.settled()


async def only_case(db: Database) -> CaseId:
    """The number of the only report that there is."""
    found = [await Cases(db).of(CaseId(number)) for number in range(1, 4)]
    (case,) = [one for one in found if one is not None]
    return case.id


async def test_moderators_get_the_chosen_words_with_their_translation_and_nothing_else(pair: Pair) -> None:
    ana, bo = await opened(pair)
    moderator = await moderated(pair)
    await says(bo, "我带了鱼来")
    await says(bo, "明天见")
    await says(ana, "Thank you")
    await says(bo, "猫在屋顶上睡觉")
    await sees(ana, "The cat sleeps on the roof")
    await ana.member.presses(REPORT)
    await sees(ana, "A report about Moonpaw", "never hears who reported")
    await ana.member.presses("明天见")
    await sees(ana, "A report about Moonpaw", "猫在屋顶上睡觉", "明天见")
    await ana.member.presses("Send")
    await ana.member.fills("They keep on about their cat")
    await sees(ana, "It is with the moderators", "nothing crosses")
    await moderator_sees(
        pair,
        moderator,
        "Report 1",
        "Zhenzhen",
        "Xochitl",
        "They keep on about their cat",
        "猫在屋顶上睡觉",
        "The cat sleeps on the roof",
        "See you tomorrow",
    )
    card = next(seen for seen in moderator.visible() if "Report 1" in seen.text)
    assert "我带了鱼来" not in card.text
    assert "Thank you" not in card.text


async def test_what_was_changed_and_deleted_can_be_reported_with_how_it_read_before(pair: Pair) -> None:
    ana, bo = await opened(pair)
    moderator = await moderated(pair)
    said = await says(bo, "猫在屋顶上睡觉")
    await sees(ana, "The cat sleeps on the roof")
    await bo.member.edits(said, "明天见")
    await sees(ana, "See you tomorrow")
    await ana.member.presses(REPORT)
    await sees(ana, "A report about Moonpaw", "明天见")
    await ana.member.presses("Send")
    await ana.member.fills("It said something else before")
    await moderator_sees(pair, moderator, "Report 1", "明天见", "Before it was changed: 猫在屋顶上睡觉")


async def test_until_it_is_decided_nothing_crosses_and_the_accused_hears_of_no_report(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await moderated(pair)
    await reported(pair, ana, bo)
    await says(bo, "早上好")
    await sees(bo, "这条专线先歇一会儿")
    await sees_no(ana, "Good morning")
    await says(ana, "Thank you")
    await sees(ana, "This line rests for now")
    await sees_no(bo, "谢谢")
    for words in ("举报了", "Xochitl", "管理员"):
        await sees_no(bo, words)


async def test_nothing_wrong_and_both_want_it_so_it_goes_on(pair: Pair) -> None:
    ana, bo = await opened(pair)
    moderator = await moderated(pair)
    await reported(pair, ana, bo)
    await moderator_sees(pair, moderator, "Report 1")
    await moderator.presses("Nothing wrong")
    await moderator_sees(pair, moderator, "Report 1: nothing wrong, says", "Imani")
    await expect(pair.left, moderator).does_not_see("猫在屋顶上睡觉")
    await sees(ana, "found nothing against the rules")
    await sees(bo, "Whisker的专线歇了一会儿")
    await sees_no(bo, "举报了")
    await ana.member.presses("Go on")
    await sees(ana, "As soon as Moonpaw wants it too")
    await says(bo, "早上好")
    await sees_no(ana, "Good morning")
    await bo.member.presses("继续")
    await sees(ana, "Your line with Moonpaw goes on")
    await says(bo, "明天见")
    await sees(ana, "See you tomorrow")


async def test_a_warning_names_nobody(pair: Pair) -> None:
    ana, bo = await opened(pair)
    moderator = await moderated(pair)
    await reported(pair, ana, bo)
    await moderator.presses("Warn")
    await moderator_sees(pair, moderator, "Report 1: a warning")
    warning = await sees(bo, "注意在专线上的言行")
    assert "Whisker" not in warning.text
    assert "Xochitl" not in warning.text


async def test_who_is_banned_from_lines_is_matched_with_nobody_even_when_forgotten_in_between(pair: Pair) -> None:
    ana, bo = await opened(pair)
    moderator = await moderated(pair)
    await reported(pair, ana, bo)
    community, one = await community_of(pair), await person_of(pair.whole, bo.member)
    await context(pair.whole, community).records.forget(one)
    await moderator.presses("Ban")
    await moderator_sees(pair, moderator, "Report 1", "banned them from lines here")
    again = await person_of(pair.whole, bo.member)
    assert again != one
    assert await banned(context(pair.whole, community), community, again)
    await moderator.presses("Lift the ban")
    await moderator_sees(pair, moderator, "lifted the ban")
    assert not await banned(context(pair.whole, community), community, again)


async def test_the_line_is_ended_by_moderators_kindly_and_with_no_reason(pair: Pair) -> None:
    ana, bo = await opened(pair)
    moderator = await moderated(pair)
    await reported(pair, ana, bo)
    await moderator.presses("End the line")
    await moderator_sees(pair, moderator, "ended the line")
    await sees(bo, "你和Whisker的专线结束了")
    await sees(ana, "Thank you for speaking up")
    await sees_no(bo, "举报了")


async def test_only_a_moderator_decides_and_only_once(pair: Pair) -> None:
    ana, bo = await opened(pair)
    moderator = await moderated(pair)
    await reported(pair, ana, bo)
    await moderator_sees(pair, moderator, "Report 1")
    keys = [await moderator.finds("Ban"), await moderator.finds("End the line")]
    bystander = await pair.left.member("Nia")
    for somebody in (ana.member, bystander):
        with contextlib.suppress(PermissionError):
            await somebody.uses(keys[0])
        await pair.settled()
    community, person = await community_of(pair), await person_of(pair.whole, bo.member)
    assert not await banned(context(pair.whole, community), community, person)
    await moderator.presses("Nothing wrong")
    await moderator_sees(pair, moderator, "nothing wrong, says")
    for key in keys:
        await moderator.uses(key)
        await pair.settled()
    assert not await banned(context(pair.whole, community), community, person)
    await expect(pair.left, moderator).does_not_see("ended the line")


async def test_a_report_that_nobody_would_read_is_not_taken(pair: Pair) -> None:
    ana, bo = await opened(pair)
    here = context(pair.whole, await community_of(pair))
    await here.change(DESK, await here.keep_place(pair.left.chat_ref(GENERAL)))
    await says(bo, "早上好")
    await sees(ana, "Good morning")
    await ana.member.presses(REPORT)
    await sees(ana, "Nobody here reads reports")
    await says(bo, "明天见")
    await sees(ana, "See you tomorrow")


async def test_a_report_that_is_left_unsent_is_forgotten(pair: Pair) -> None:
    ana, bo = await opened(pair)
    moderator = await moderated(pair)
    await says(bo, "早上好")
    await sees(ana, "Good morning")
    await ana.member.presses(REPORT)
    await sees(ana, "A report about Moonpaw")
    await ana.member.presses("Never mind")
    await sees(ana, "Nothing was sent")
    await expect(pair.left, moderator).does_not_see("Report 1")
    await says(bo, "明天见")
    await sees(ana, "See you tomorrow")


async def test_what_was_reported_stays_when_its_author_is_forgotten_and_goes_with_the_case(pair: Pair) -> None:
    ana, bo = await opened(pair)
    moderator = await moderated(pair)
    await reported(pair, ana, bo)
    here = context(pair.whole, await community_of(pair))
    await here.records.forget(await person_of(pair.whole, bo.member))
    cases = Cases(pair.whole.app.services.db)
    number = await only_case(here.db)
    assert [one.words for one in await cases.reported(number)] == ["猫在屋顶上睡觉"]
    await moderator.presses("End the line")
    await moderator_sees(pair, moderator, "Its words are deleted")
    assert await cases.reported(number) == []


async def test_after_a_block_what_was_said_can_still_be_reported(pair: Pair) -> None:
    ana, bo = await opened(pair)
    moderator = await moderated(pair)
    await says(bo, "猫在屋顶上睡觉")
    await sees(ana, "The cat sleeps on the roof")
    await ana.member.presses(BLOCK)
    await sees(ana, "will not meet again")
    await ana.member.presses(REPORT)
    await sees(ana, "A report about Moonpaw")
    await ana.member.presses("猫在")
    await sees(ana, "A report about Moonpaw", "猫在屋顶上睡觉")
    await ana.member.presses("Send")
    await ana.member.fills("Rude")
    await moderator_sees(pair, moderator, "Report 1", "猫在屋顶上睡觉")


async def test_of_three_a_report_is_about_who_said_it(pair: Pair) -> None:
    ana, bo = await two(pair)
    moderator = await moderated(pair)
    cy = Spy(pair.right, await pair.right.member("Cyrene", "zh-CN"), "Teaspoon", Language.SIMPLIFIED_CHINESE)
    await cy.member.starts()
    await pair.settled()
    await line_between(pair.whole, ana, bo, cy)
    await sees(ana, "is open")
    await says(cy, "猫在屋顶上睡觉")
    await says(bo, "明天见")
    await sees(ana, "See you tomorrow")
    await ana.member.presses(REPORT)
    await sees(ana, "A report about Moonpaw", "明天见")
    await ana.member.presses("Never mind")
    card = next(seen for seen in ana.member.visible() if "is open" in seen.text)
    key = next(key for key in ana.member.choices() if key.message == card.id and key.label.startswith(REPORT))
    await ana.member.uses(key)
    await sees(ana, "Whom do you mean?")
    await ana.member.presses("Teaspoon")
    await sees(ana, "A report about Teaspoon")
    await ana.member.presses("猫在")
    await sees(ana, "A report about Teaspoon", "猫在屋顶上睡觉")
    await ana.member.presses("Send")
    await ana.member.fills("Rude")
    await moderator_sees(pair, moderator, "Report", "Cyrene", "猫在屋顶上睡觉")


async def test_under_a_question_stand_both_keys(pair: Pair) -> None:
    ana, bo = await asked(pair)
    moderator = await moderated(pair)
    await ana.member.presses(REPORT)
    await sees(ana, "A report about words in a question", "I sell watches")
    await ana.member.presses("Send")
    await ana.member.fills("Selling things")
    await moderator_sees(pair, moderator, "Report 1", "Zhenzhen", "I sell watches", "Selling things")
    await moderator.presses("Ban")
    await moderator_sees(pair, moderator, "banned them from lines here")
    here = context(pair.whole, community := await community_of(pair))
    assert await banned(here, community, await person_of(pair.whole, bo.member))


async def test_what_was_decided_is_done_after_a_kill_and_not_twice(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await moderated(pair)
    await reported(pair, ana, bo)
    here = context(pair.whole, await community_of(pair))
    number = await only_case(here.db)
    await Cases(here.db).close(number, await person_of(pair.whole, ana.member), Decision.WARN, here.clock.now())
    for _ in range(3):
        await carry_out(context(pair.whole, here.community), number)
        await pair.settled()
    await sees(bo, "注意在专线上的言行")
    assert len([seen for seen in bo.member.visible() if "注意在专线上的言行" in seen.text]) == 1
    assert len([seen for seen in ana.member.visible() if "gave a warning" in seen.text]) == 1
