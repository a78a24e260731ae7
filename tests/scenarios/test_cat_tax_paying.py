"""The ways to pay, and what everybody gets for it."""

import re
from datetime import timedelta
from io import BytesIO

from PIL import Image

from tests.kit.pictures import CAT, DOT, another_cat
from tests.kit.stage import GENERAL, INTRODUCTIONS, Member, Seen, Stage, expect
from tests.scenarios.steps import ASKS, SHARES, asked, questions, receipts


async def paid(stage: Stage, member: Member, count: int = 1) -> Seen:
    """Waits until somebody's question went and their receipt came; gives the newest of so many."""
    await expect(stage, member).no_longer_sees(ASKS)
    await member.finds(SHARES)
    await stage.settled()
    found = receipts(member)
    assert len(found) == count
    return found[-1]


async def test_a_picture_in_answer_to_the_spy_pays_and_the_receipt_tells_number_and_name(stage: Stage) -> None:
    ana = await asked(stage)
    picture = await ana.sends(CAT, to=questions(ana)[0])
    receipt = await paid(stage, ana)

    (drawn,) = receipt.files
    with Image.open(BytesIO(drawn)) as image:
        assert image.format == "JPEG"
        assert min(image.size) >= 300
    assert "Ana" in receipt.text
    assert "Receipt no. 1" in receipt.text
    assert re.search("[一-鿿]", receipt.text), "in both languages"
    assert receipt.answers == picture.id
    assert receipt.silent
    assert not receipt.only_me


async def test_an_album_pays_when_its_second_picture_is_the_cat(stage: Stage) -> None:
    ana = await asked(stage)
    await ana.sends_album([DOT, CAT], "my sofa, and who owns it")
    await paid(stage, ana)


async def test_a_picture_sent_as_a_file_pays(stage: Stage) -> None:
    ana = await asked(stage)
    await ana.sends_file(CAT, "mimi", "image/jpeg")
    await paid(stage, ana)
    bo = await asked(stage, "Bo")
    await bo.sends_file(another_cat(1), "IMG_0042.JPG", "application/octet-stream")
    await paid(stage, bo, count=2)


async def test_the_command_with_a_picture_pays_from_another_chat(stage: Stage) -> None:
    ana = await asked(stage)
    await ana.attaches("cat", CAT, chat=GENERAL)
    await paid(stage, ana)


async def test_pay_now_opens_the_form_or_tells_how(stage: Stage) -> None:
    ana = await asked(stage)
    await ana.starts()
    await ana.presses("Pay now")
    if stage.has_menus:  # where there are menus, there are forms
        await ana.fills(CAT)
    else:
        told = await expect(stage, ana).sees("Send a picture of your cat right here")
        assert told.only_me
        await ana.sends(CAT)
    await paid(stage, ana)


async def test_somebody_elses_cat_is_fine_and_a_known_one_is_met_with_a_joke(stage: Stage) -> None:
    ana = await asked(stage)
    await ana.sends(CAT)
    await paid(stage, ana)
    bo = await asked(stage, "Bo")
    await bo.sends(CAT)
    receipt = await paid(stage, bo, count=2)
    assert "double agent" in receipt.text
    assert "Receipt no. 2" in receipt.text


async def test_drawings_plush_other_animals_and_promises_all_pay(stage: Stage) -> None:
    told = {
        "I'll draw one": "Art is worth double",
        "A plush one": "never scratches the sofa",
        "Another animal": "honorary cat",
        "I owe you one": "to be shown some day",
    }
    bo = await stage.member("Bo")
    for number, (label, words) in enumerate(told.items(), 1):
        ana = await asked(stage, f"Guest {number}")
        await ana.presses("I have no cat")
        await ana.presses(label)
        thanks = await expect(stage, bo).sees(words, ana.name, f"no. {number}")
        assert thanks.pictures == 1
        assert not any(one.startswith("Let others") for one in thanks.labels)
        await expect(stage, bo).no_longer_sees(ASKS)


async def test_a_promise_is_reminded_of_once_in_a_week_and_kept(stage: Stage) -> None:
    ana = await asked(stage)
    await ana.starts()
    await ana.presses("I have no cat")
    await ana.presses("I owe you one")
    await expect(stage, ana).sees("to be shown some day")
    await stage.settled()
    await stage.whole.clock.move(timedelta(days=6))
    await expect(stage, ana).does_not_see("Psst")
    await stage.whole.clock.move(timedelta(days=2))
    reminder = await expect(stage, ana).sees("Psst, your spy from", "/cat")
    assert reminder.only_me
    await stage.whole.clock.move(timedelta(days=8))
    await stage.settled()
    assert sum("Psst" in seen.text for seen in ana.visible()) == 1

    await ana.attaches("cat", CAT, chat=GENERAL)
    await ana.finds(SHARES)


async def test_who_paid_is_never_paid_for_again_and_hears_one_joke(stage: Stage) -> None:
    ana = await asked(stage)
    await ana.sends(CAT)
    await paid(stage, ana)
    for number in range(2):
        await ana.attaches("cat", another_cat(number), chat=INTRODUCTIONS)
        await stage.settled()
    await expect(stage, ana).sees("paid already")
    assert len(receipts(ana)) == 1
    await stage.whole.clock.move(timedelta(minutes=2))
    await expect(stage, ana).no_longer_sees("paid already")


async def test_a_cat_without_having_been_asked_is_thanked_for(stage: Stage) -> None:
    bo = await stage.member("Bo")
    await bo.attaches("cat", CAT, chat=GENERAL)
    await paid(stage, bo)
