"""A moderator's desk: how a member stands, what can be done about it, and the numbers of the week."""

import pytest

from bot.domain.access import Access
from cogs.cat_tax.rules.pictures import Sight
from tests.cogs.cat_tax.kit import (
    ASKS,
    SAID,
    THANKED,
    UNSURE,
    asked,
    asks,
    audited,
    count,
    desk,
    here_before,
    moderator,
    paid,
    sees,
    state_of,
    tax_of,
    thanks,
    told,
)
from tests.kit.pictures import CAT, another_cat
from tests.kit.stage import expect
from tests.kit.stages.fake import FakeStage

ACTS = ("Count as paid", "Let off", "Ask now", "Start over")


async def test_the_desk_shows_how_a_member_stands_to_the_moderator_alone(stage: FakeStage) -> None:
    mona, ana, old = await moderator(stage), await asked(stage), await stage.member("Old")
    await desk(stage, mona, ana)
    shown = await expect(stage, mona).sees("Ana", "was asked, and has not answered yet")
    assert (shown.only_me, shown.labels[:4]) == (True, ACTS)
    await expect(stage, ana).does_not_see("has not answered yet")
    await desk(stage, mona, old)
    await expect(stage, mona).sees("Old", "was here before me")


async def test_a_stamp_counts_as_paid_and_thanks_them_where_they_introduced_themselves(stage: FakeStage) -> None:
    mona, ana = await moderator(stage), await asked(stage)
    await desk(stage, mona, ana)
    await mona.presses("Count as paid")
    await expect(stage, mona).sees("Ana", "has paid")
    await ana.finds(THANKED)
    tax = await tax_of(stage, ana)
    assert tax is not None
    assert (tax.state.value, tax.proof and tax.proof.value, asks(stage)) == ("paid", "moderator", 0)
    await mona.uses(await mona.finds("Count as paid"))
    await told(stage, mona, "settled it already")
    assert (thanks(stage), await audited(stage)) == (1, ["audit-stamped"])


async def test_a_stamp_takes_the_picture_that_waits(stage: FakeStage) -> None:
    mona = await moderator(stage)
    await sees(stage, Sight.UNSURE)
    ana = await stage.newcomer("Ana")
    await ana.sends(CAT)
    await expect(stage, ana).sees(UNSURE)
    await stage.settled()
    await desk(stage, mona, ana)
    await mona.presses("Count as paid")
    await ana.finds("Let others see my cat")
    await stage.settled()
    assert (count(stage, UNSURE), thanks(stage), await audited(stage)) == (0, 1, ["audit-stamped"])


async def test_who_is_let_off_is_asked_no_more_and_who_settled_cannot_be(stage: FakeStage) -> None:
    mona, ana, bo = await moderator(stage), await asked(stage), await paid(stage, "Bo")
    await desk(stage, mona, ana)
    await mona.presses("Let off")
    await expect(stage, mona).sees("Ana", "was let off")
    await ana.says("More about me")
    await stage.settled()
    assert (asks(stage), await state_of(stage, ana), await audited(stage)) == (0, "exempt", ["audit-exempted"])
    await desk(stage, mona, bo)
    await mona.presses("Let off")
    await told(stage, mona, "settled it already")
    assert await state_of(stage, bo) == "paid"


async def test_ask_now_asks_in_reply_to_the_introduction_whatever_was_before(stage: FakeStage) -> None:
    mona, ana = await moderator(stage), await stage.newcomer("Ana")
    introduction = await ana.says(SAID)
    await ana.presses("Skip")
    await stage.settled()
    await desk(stage, mona, ana)
    await mona.presses("Ask now")
    spy = await expect(stage, ana).sees(ASKS)
    assert spy.answers == introduction.id
    assert (await state_of(stage, ana), await audited(stage)) == ("asked", ["audit-asked-again"])
    await ana.sends(CAT)
    await ana.finds(THANKED)
    assert asks(stage) == 0


async def test_ask_now_asks_who_was_there_before_by_their_name(stage: FakeStage) -> None:
    mona, old = await moderator(stage), await stage.member("Old")
    await desk(stage, mona, old)
    await mona.presses("Ask now")
    spy = await expect(stage, old).sees("Welcome, @Old", ASKS)
    assert spy.chat == stage.chat("introductions").id
    await old.presses("Skip")
    assert await state_of(stage, old) == "skipped"


async def test_start_over_makes_a_newcomer(stage: FakeStage) -> None:
    mona, ana = await moderator(stage), await paid(stage)
    await desk(stage, mona, ana)
    await mona.presses("Start over")
    await expect(stage, mona).sees("Ana", "has not introduced themselves yet")
    await ana.says(SAID)
    await expect(stage, ana).sees(ASKS)
    await ana.sends(another_cat(1))
    await stage.settled()
    assert (thanks(stage), await audited(stage)) == (2, ["audit-reset"])


@pytest.mark.parametrize("act", ACTS)
async def test_a_member_who_is_gone_by_then_is_left_in_peace(stage: FakeStage, act: str) -> None:
    mona, ana = await moderator(stage), await asked(stage)
    await desk(stage, mona, ana)
    key = await mona.finds(act)
    await ana.leaves()
    await stage.settled()
    await mona.uses(key)
    await told(stage, mona, "not here any more")
    assert (asks(stage), thanks(stage), await audited(stage)) == (0, 0, [])


@pytest.mark.parametrize("act", ACTS)
async def test_a_moderator_who_is_none_any_more_does_nothing(stage: FakeStage, act: str) -> None:
    mona, ana = await moderator(stage), await asked(stage)
    await desk(stage, mona, ana)
    key = await mona.finds(act)
    stage.members.levels[mona.ref] = Access.EVERYONE
    await mona.uses(key)
    await stage.settled()
    assert (await state_of(stage, ana), asks(stage), await audited(stage)) == ("asked", 1, [])


async def test_bots_pay_no_tax(stage: FakeStage) -> None:
    mona, robot = await moderator(stage), await stage.member("Robot")
    await desk(stage, mona, robot, bot=True)
    await expect(stage, mona).sees("Bots pay no cat tax")


async def test_who_is_no_moderator_has_no_desk(stage: FakeStage) -> None:
    ana, bo = await asked(stage), await here_before(stage)
    await desk(stage, bo, ana)
    await expect(stage, bo).does_not_see("has not answered yet")


async def test_the_numbers_of_the_week(stage: FakeStage) -> None:
    mona = await moderator(stage)
    await desk(stage, mona)
    await told(stage, mona, "A quiet week")
    ana, bo = await paid(stage), await asked(stage, "Bo")
    await bo.presses("Skip")
    await stage.settled()
    eve = await asked(stage, "Eve")
    await desk(stage, mona, eve)
    await mona.presses("Let off")
    receipt = next(seen for seen in ana.visible() if THANKED in seen.labels)
    await bo.sends(another_cat(1), to=receipt)
    await stage.settled()
    await desk(stage, mona)
    numbers = ("Newcomers: 3", "Asked: 2", "Paid with a cat: 1", "Skipped: 1", "Let off: 1", "Cats in answer: 1")
    await expect(stage, mona).sees(*numbers)
    await stage.whole.clock.move(8 * 86_400)
    await desk(stage, mona)
    await expect(stage, mona).sees("A quiet week")
