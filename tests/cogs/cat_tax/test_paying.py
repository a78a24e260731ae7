"""Every way to pay, and what is done twice, at once, or too late."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from cogs.cat_tax.rules.pictures import Sight
from cogs.cat_tax.settings import REMINDERS
from tests.cogs.cat_tax.kit import (
    ASKS,
    SAID,
    THANKED,
    UNSURE,
    asked,
    asks,
    count,
    desk,
    file_of,
    here_before,
    links,
    moderator,
    paid,
    posted,
    sees,
    sets,
    state_of,
    tax_of,
    thanks,
    told,
)
from tests.kit.pictures import CAT, another_cat
from tests.kit.stage import GENERAL, PRIVATE, expect
from tests.kit.stages.fake import FakeStage

WEEK = timedelta(days=7, minutes=1)
REMINDER = "You once promised me a cat"


# --------------------------------------------------------------------------------------------------------- with a cat


async def test_a_cat_gets_a_receipt_a_compliment_in_two_languages_and_no_question(stage: FakeStage) -> None:
    ana = await stage.newcomer("Ana")
    introduction = await ana.sends(CAT)
    receipt = await expect(stage, ana).sees("Paid in full, @Ana")
    await stage.settled()
    assert (receipt.answers, receipt.pictures, receipt.pinged) == (introduction.id, 1, ())
    assert receipt.files[0].startswith(b"\xff\xd8\xff"), "a JPEG"
    assert any("\u4e00" <= one <= "\u9fff" for one in receipt.text)
    assert (asks(stage), thanks(stage)) == (0, 1)
    await stage.whole.clock.move(timedelta(days=2))
    assert thanks(stage) == 1, "a receipt stays"


async def test_receipts_are_numbered_in_the_order_of_payment(stage: FakeStage) -> None:
    numbers: list[int | None] = []
    for number, name in enumerate(("Ana", "Bo", "Eve")):
        member = await paid(stage, name, another_cat(number))
        tax = await tax_of(stage, member)
        numbers.append(None if tax is None else tax.number)
    assert numbers == [1, 2, 3]


async def test_a_cat_after_the_question_takes_it_away(stage: FakeStage) -> None:
    ana = await asked(stage)
    await ana.sends(CAT)
    await ana.finds(THANKED)
    await stage.settled()
    assert (asks(stage), thanks(stage)) == (0, 1)


async def test_a_cat_in_answer_to_the_spy_pays(stage: FakeStage) -> None:
    ana = await asked(stage)
    spy = next(post.ref for post in stage.gateway.posts if ASKS in post.piece.text.plain)
    event = replace(posted(stage, ana, ""), attachments=(file_of(stage),), reply_to=spy)
    await stage.tell(event)
    await stage.settled()
    assert (asks(stage), thanks(stage)) == (0, 1)


async def test_a_cat_sent_as_a_file_and_one_in_an_album_pay(stage: FakeStage) -> None:
    ana, bo = await asked(stage), await asked(stage, "Bo")
    await ana.sends_file(CAT, "IMG_1.JPG", "image/jpeg")
    await ana.finds(THANKED)
    await sees(stage, Sight.OTHER, Sight.CAT, Sight.OTHER)
    await bo.sends_album([another_cat(1), another_cat(2), another_cat(3)])
    await stage.settled()
    assert (asks(stage), thanks(stage)) == (0, 2)


async def test_cat_with_a_picture_pays_in_any_chat_and_without_tells_only_them_how(stage: FakeStage) -> None:
    ana, bo = await here_before(stage, "Ana"), await here_before(stage)
    await ana.runs("cat")
    await told(stage, ana, "Type /cat")
    await expect(stage, bo).does_not_see("Type /cat")
    await ana.attaches("cat", CAT)
    await ana.finds(THANKED)
    assert await state_of(stage, ana) == "paid"


async def test_pay_now_asks_by_a_form_where_there_are_forms_and_else_tells_only_them(stage: FakeStage) -> None:
    ana, bo = await asked(stage), await here_before(stage)
    await ana.starts()
    await ana.presses("Pay now")
    if stage.rich:
        await ana.fills(CAT)
        await ana.finds(THANKED)
        await stage.settled()
        assert (asks(stage), thanks(stage)) == (0, 1)
    else:
        await told(stage, ana, "Send a picture of your cat right here")
        await expect(stage, bo).does_not_see("right here")
        await ana.sends(CAT)
        await ana.finds(THANKED)


async def test_a_receipt_that_cannot_be_drawn_is_no_reason_not_to_thank(stage: FakeStage) -> None:
    ana = await asked(stage)
    await ana.presses("I have no cat")
    await sees(stage, Sight.CAT, fails=True)
    await ana.presses("A plush one")
    thanked = await expect(stage, ana).sees("plush cat", "Ana")
    await stage.settled()
    assert thanked.pictures == 0
    assert thanks(stage) == 1


async def test_someone_elses_question_cannot_be_answered(stage: FakeStage) -> None:
    ana, bo = await asked(stage), await here_before(stage)
    for label in ("Pay now", "I have no cat", "Skip"):
        await bo.uses(await ana.finds(label))
        await stage.settled()
    await told(stage, bo, "for somebody else")
    assert await state_of(stage, ana) == "asked"
    assert asks(stage) == 1


# ------------------------------------------------------------------------------------------------------- without a cat


@pytest.mark.parametrize(
    ("label", "words"),
    [("I'll draw one", "Art is worth double"), ("A plush one", "never scratches"), ("Another animal", "honorary cat")],
)
async def test_what_is_no_cat_pays_as_well(stage: FakeStage, label: str, words: str) -> None:
    ana, bo = await asked(stage), await stage.member("Bo")
    await ana.presses("I have no cat")
    await ana.presses(label)
    await expect(stage, bo).sees("Ana", words)
    assert await state_of(stage, ana) == "paid"
    assert asks(stage) == 0


async def test_the_other_ways_to_pay_lead_back_as_well(stage: FakeStage) -> None:
    ana = await asked(stage)
    await ana.presses("I have no cat")
    await ana.finds("A plush one")
    await ana.presses("Back")
    await stage.settled()
    assert "Pay now" in [key.label for key in ana.choices()]
    assert "A plush one" not in [key.label for key in ana.choices()]
    assert asks(stage) == 1


async def test_skip_is_between_the_two_of_them(stage: FakeStage) -> None:
    ana, bo = await asked(stage), await here_before(stage)
    await ana.presses("Skip")
    await told(stage, ana, "No problem at all")
    await expect(stage, bo).does_not_see("No problem")
    assert (asks(stage), thanks(stage), await state_of(stage, ana)) == (0, 0, "skipped")
    await ana.sends(CAT)
    await ana.finds(THANKED)


async def test_a_promise_is_kept_with_a_cat_days_later(stage: FakeStage) -> None:
    ana = await asked(stage)
    await ana.presses("I have no cat")
    await ana.presses("I owe you one")
    await expect(stage, ana).sees("one cat, to be shown some day")
    await stage.settled()
    assert (asks(stage), await state_of(stage, ana)) == (0, "owes")
    await stage.whole.clock.move(timedelta(days=3))
    await ana.sends(CAT)
    await expect(stage, ana).sees("Ana", "paid")
    assert await state_of(stage, ana) == "paid"
    await stage.whole.clock.move(WEEK)
    await expect(stage, ana).does_not_see(REMINDER)


@pytest.mark.parametrize("opened", [True, False])
async def test_a_promise_is_reminded_of_once(stage: FakeStage, *, opened: bool) -> None:
    ana, bo = await asked(stage), await here_before(stage)
    if opened:
        await ana.starts()
    else:
        stage.gateway.closed.add(ana.ref)
    introduction = next(written.ref.id for written in stage.written.values() if written.text == SAID)
    await ana.presses("I have no cat")
    await ana.presses("I owe you one")
    await stage.settled()
    await stage.whole.clock.move(WEEK)
    await stage.settled()
    reminder = await expect(stage, ana).sees(REMINDER, "Cat Club")
    if opened:
        assert reminder.only_me
        await expect(stage, bo).does_not_see(REMINDER)
    else:
        assert reminder.answers == introduction
    assert count(stage, REMINDER) == 1
    await stage.whole.clock.move(timedelta(days=30))
    await stage.settled()
    assert count(stage, REMINDER) == (1 if opened else 0)


async def test_reminders_can_be_off_also_for_promises_made_before(stage: FakeStage) -> None:
    ana = await asked(stage)
    await ana.starts()
    await ana.presses("I have no cat")
    await ana.presses("I owe you one")
    await stage.settled()
    await sets(stage, REMINDERS, value=False)
    await stage.whole.clock.move(WEEK)
    await stage.settled()
    assert count(stage, REMINDER) == 0


# ------------------------------------------------------------------------------------------------- twice, and at once


async def test_who_pays_twice_hears_a_joke_that_passes(stage: FakeStage) -> None:
    ana = await here_before(stage, "Ana")
    await ana.attaches("cat", CAT)
    await ana.finds(THANKED)
    await ana.attaches("cat", another_cat(1))
    await expect(stage, ana).sees("paid already")
    await stage.settled()
    assert thanks(stage) == 1
    await stage.whole.clock.move(120)
    await expect(stage, ana).no_longer_sees("paid already")


async def test_more_cats_of_who_paid_meet_one_joke_in_their_life(stage: FakeStage) -> None:
    ana = await paid(stage)
    for number in range(3):
        await ana.sends(another_cat(number))
        await stage.settled()
    assert count(stage, "paid already") == 1


async def test_twenty_pictures_at_once_are_one_payment_and_one_joke(stage: FakeStage) -> None:
    ana = await asked(stage)
    events = [replace(posted(stage, ana, ""), attachments=(file_of(stage),)) for _ in range(20)]
    await asyncio.gather(*(stage.tell(event) for event in events))
    await stage.settled()
    assert (asks(stage), thanks(stage)) == (0, 1)
    assert count(stage, "paid already") <= 1


async def test_skip_and_a_cat_at_the_same_moment_leave_it_paid(stage: FakeStage) -> None:
    ana = await asked(stage)
    skip = await ana.finds("Skip")
    cat = replace(posted(stage, ana, ""), attachments=(file_of(stage),))
    await asyncio.gather(ana.uses(skip), stage.tell(cat))
    await stage.settled()
    assert (asks(stage), thanks(stage), await state_of(stage, ana)) == (0, 1, "paid")


async def test_a_doubled_press_pays_once(stage: FakeStage) -> None:
    ana = await asked(stage)
    await ana.starts()
    await ana.presses("I have no cat")
    plush = await ana.finds("A plush one")
    await asyncio.gather(ana.uses(plush), ana.uses(plush))
    await stage.settled()
    assert count(stage, "plush cat never scratches") == 1
    await told(stage, ana, "settled already")


async def test_who_pays_and_leaves_stays_paid_when_they_come_back(stage: FakeStage) -> None:
    ana = await paid(stage)
    await ana.leaves()
    await stage.settled()
    await ana.joins()
    await ana.says(SAID)
    await stage.settled()
    assert (asks(stage), await state_of(stage, ana)) == (0, "paid")


async def test_who_leaves_while_asked_is_not_asked_again_and_can_still_pay(stage: FakeStage) -> None:
    ana = await asked(stage)
    await ana.leaves()
    await stage.settled()
    assert asks(stage) == 0
    await ana.joins()
    await ana.says("Back again, I am Ana")
    await stage.settled()
    assert asks(stage) == 0
    await ana.sends(CAT)
    await ana.finds(THANKED)


async def test_who_leaves_while_members_are_asked_leaves_no_question(stage: FakeStage) -> None:
    await sees(stage, Sight.UNSURE)
    ana, bo = await stage.newcomer("Ana"), await here_before(stage)
    await ana.sends(CAT)
    vouch = await bo.finds("It is a cat!")
    await stage.settled()
    await ana.leaves()
    await stage.settled()
    assert count(stage, UNSURE) == 0
    await bo.uses(vouch)
    await told(stage, bo, "settled already")


async def test_a_moderators_exemption_and_a_cat_at_the_same_moment_leave_it_settled_once(stage: FakeStage) -> None:
    mona, ana = await moderator(stage), await asked(stage)
    await desk(stage, mona, ana)
    off = await mona.finds("Let off")
    cat = replace(posted(stage, ana, ""), attachments=(file_of(stage),))
    await asyncio.gather(mona.uses(off), stage.tell(cat))
    await stage.settled()
    assert asks(stage) == 0
    assert (await state_of(stage, ana), thanks(stage)) in {("paid", 1), ("exempt", 0)}


async def test_two_accounts_of_one_person_have_paid_once(stage: FakeStage) -> None:
    ana, twin = await paid(stage), await asked(stage, "Ana too")
    skip, pay = await twin.finds("Skip"), await twin.finds("I have no cat")
    await twin.starts()
    await links(stage, ana, twin)
    assert await state_of(stage, twin) == "paid"
    for key in (skip, pay):
        await twin.uses(key)
        await told(stage, twin, "settled already")
    await twin.sends(another_cat(1))
    await stage.settled()
    assert thanks(stage) == 1


# ----------------------------------------------------------------------------------------------------------- too late


async def test_a_question_that_cannot_be_taken_away_does_not_stop_the_thanks(stage: FakeStage) -> None:
    ana = await asked(stage)
    stage.gateway.posts[:] = [post for post in stage.gateway.posts if ASKS not in post.piece.text.plain]
    await ana.sends(CAT)
    await ana.finds(THANKED)


async def test_made_up_keys_pay_nothing(stage: FakeStage) -> None:
    ana = await asked(stage)
    await ana.starts()
    key = await ana.finds("Skip")
    for forged in ("", "x", key.data[:-1] + ("A" if key.data[-1] != "A" else "B")):
        await ana.uses(key, forged)
    await stage.settled()
    assert await state_of(stage, ana) == "asked"


async def test_a_picture_in_another_chat_where_nobody_asked_is_nobodys_business(stage: FakeStage) -> None:
    ana = await asked(stage)
    await ana.sends(CAT, chat=GENERAL)
    await ana.sends(CAT, chat=PRIVATE)
    await stage.settled()
    assert thanks(stage) == 0
