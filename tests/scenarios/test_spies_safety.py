"""Keeping lines safe: blocks, bans from the community, and whose the keys are."""

import contextlib
from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.languages import Language
from cogs.spies.steps.barring import banned, barred
from cogs.spies.store.pairs import Pairs
from tests.cogs.spies.line.kit import OWN, Spy, context, line_between, person_of, says, sees, sees_no, two
from tests.kit.stages.pairs import PAIRS, Pair
from tests.kit.translator import SpokenTranslator
from tests.scenarios.safe_spying import BLOCK, REPORT, asked, community_of, moderated, opened


@pytest.fixture(params=list(PAIRS))
async def pair(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncGenerator[Pair]:
    """The whole bot on two platforms, which are one community."""
    name: str = request.param
    async with PAIRS[name](tmp_path, translator=SpokenTranslator(OWN)) as opened:
        await opened.binds()
        yield opened


async def test_a_block_is_one_tap_and_the_other_hears_only_of_the_end(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await says(bo, "早上好")
    await sees(ana, "Good morning")
    await ana.member.presses(BLOCK)
    await sees(ana, "You and Moonpaw will not meet again")
    end = await sees(bo, "你和Whisker的专线结束了")
    assert "拉黑" not in end.text
    await says(bo, "明天见")
    await sees_no(ana, "See you tomorrow")
    one, other = await person_of(pair.whole, ana.member), await person_of(pair.whole, bo.member)
    community = await community_of(pair)
    here = context(pair.whole, community)
    assert await barred(here, community, one, other)
    assert await barred(here, community, other, one)
    await ana.member.presses("Undo")
    await sees(ana, "Taken back")
    assert not await barred(here, community, other, one)


async def test_a_block_outlasts_forget_me_on_both_sides(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await ana.member.presses(BLOCK)
    await sees(ana, "will not meet again")
    community = await community_of(pair)
    here = context(pair.whole, community)
    for spy in (ana, bo):
        await here.records.forget(await person_of(pair.whole, spy.member))
    one, other = await person_of(pair.whole, ana.member), await person_of(pair.whole, bo.member)
    assert await barred(here, community, other, one)
    await pair.whole.clock.move(timedelta(days=731))
    assert not await barred(here, community, other, one)


async def test_whom_one_blocked_is_listed_by_codename_and_lifted(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await ana.member.presses(BLOCK)
    await sees(ana, "will not meet again")
    await ana.member.runs("spy", "blocked")
    listed = await sees(ana, "Whom you have blocked", "Moonpaw")
    assert "Zhenzhen" not in listed.text
    await ana.member.presses("Moonpaw,")
    await sees(ana, "Taken back")
    await ana.member.runs("spy", "blocked")
    await sees(ana, "You have blocked nobody")
    await bo.member.runs("spy", "黑名单")
    await sees(bo, "你没有拉黑任何人")


async def test_who_is_banned_from_the_community_is_matched_with_nobody(pair: Pair) -> None:
    ana, bo = await opened(pair)
    community, person = await community_of(pair), await person_of(pair.whole, bo.member)
    here = context(pair.whole, community)
    await pair.right.bans(bo.member)
    await pair.settled()
    await sees(ana, "Your line to Moonpaw has ended")
    assert await banned(here, community, person)
    assert await barred(here, community, await person_of(pair.whole, ana.member), person)
    await here.records.forget(person)
    assert await banned(here, community, await person_of(pair.whole, bo.member))


async def test_privacy_states_how_long_blocks_are_kept(pair: Pair) -> None:
    ana, _ = await two(pair)
    await ana.member.runs("privacy")
    await sees(ana, "Spies", "two years", "outlast")


async def test_the_others_line_is_nobodys_to_report_or_block(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await moderated(pair)
    cy = Spy(pair.left, await pair.left.member("Cy"), "Teaspoon")
    await cy.member.starts()
    await says(bo, "早上好")
    await sees(ana, "Good morning")
    for label in (REPORT, BLOCK):
        with contextlib.suppress(PermissionError):  # a page that is not theirs
            await cy.member.uses(await ana.member.finds(label))
        await pair.settled()
    await sees_no(cy, "A report about")
    await sees_no(cy, "will not meet again")
    assert len(await Pairs(pair.whole.app.services.db).of_person(await person_of(pair.whole, ana.member))) == 1


async def test_of_three_it_is_said_who_is_meant(pair: Pair) -> None:
    ana, bo = await two(pair)
    cy = Spy(pair.right, await pair.right.member("Cy", "zh-CN"), "Teaspoon", Language.SIMPLIFIED_CHINESE)
    await cy.member.starts()
    await pair.settled()
    await line_between(pair.whole, ana, bo, cy)
    await sees(ana, "is open")
    await ana.member.presses(BLOCK)
    await sees(ana, "Whom do you mean?")
    await ana.member.presses("Teaspoon")
    await sees(ana, "You and Teaspoon will not meet again")
    here = context(pair.whole, community := await community_of(pair))
    one = await person_of(pair.whole, ana.member)
    assert await barred(here, community, one, await person_of(pair.whole, cy.member))
    assert not await barred(here, community, one, await person_of(pair.whole, bo.member))
    assert await Pairs(here.db).of_person(one) == ()


async def test_a_block_under_a_question_is_a_no(pair: Pair) -> None:
    ana, bo = await asked(pair)
    await ana.member.presses(BLOCK)
    await sees(ana, "will not meet again")
    here = context(pair.whole, community := await community_of(pair))
    one, other = await person_of(pair.whole, ana.member), await person_of(pair.whole, bo.member)
    assert await barred(here, community, other, one)
    await sees_no(bo, "拉黑")
    assert await Pairs(here.db).of_person(one) == ()
