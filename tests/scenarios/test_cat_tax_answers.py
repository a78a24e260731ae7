"""What a paid cat is answered with: a cat in return, and a place in the album for who wants it."""

from tests.kit.pictures import CAT, DOT, another_cat
from tests.kit.stage import Member, Seen, Stage, expect
from tests.scenarios.steps import SHARES, asked, receipts

THANKED = "A cat for a cat! Thank you"


async def paid(stage: Stage, name: str = "Ana") -> tuple[Member, Seen]:
    """Somebody who paid with a cat, and their receipt."""
    ana = await asked(stage, name)
    await ana.sends(CAT)
    await ana.finds(SHARES)
    await stage.settled()
    return ana, receipts(ana)[-1]


async def test_a_cat_in_answer_to_a_receipt_is_thanked_for_and_counted(stage: Stage) -> None:
    ana, receipt = await paid(stage)
    bo = await stage.member("Bo")
    picture = await bo.sends(another_cat(1), to=receipt)
    thanks = await expect(stage, ana).sees(THANKED, "Bo", "一猫换一猫")
    assert thanks.answers == picture.id
    await stage.settled()
    await ana.sends(another_cat(2), to=receipt)
    await expect(stage, ana).does_not_see(THANKED, "Ana")

    cy, other = await paid(stage, "Cy")
    await bo.sends(another_cat(3), to=other)
    await expect(stage, cy).sees(THANKED, "Bo", "2 cats")


async def test_show_mine_back_opens_the_form_or_tells_how(stage: Stage) -> None:
    ana, receipt = await paid(stage)
    bo = await stage.member("Bo")
    await bo.starts()
    await ana.starts()
    await ana.presses("Show mine back")
    if stage.has_menus:  # where there are menus, there are forms
        await ana.fills(another_cat(2))
    await expect(stage, ana).sees("That is your own receipt")
    await bo.presses("Show mine back")
    if stage.has_menus:
        await bo.fills(another_cat(1))
    else:
        await expect(stage, bo).sees("Reply to this receipt")
        await bo.sends(another_cat(1), to=receipt)
    await expect(stage, ana).sees(THANKED, "Bo")


async def test_what_is_no_cat_is_thanked_for_too(stage: Stage) -> None:
    ana, receipt = await paid(stage)
    bo = await stage.member("Bo")
    await bo.sends(DOT, to=receipt)
    await expect(stage, ana).sees("counts as a friend of one", "Bo")


async def test_others_see_a_cat_only_when_its_owner_says_so_and_for_as_long(stage: Stage) -> None:
    ana, _ = await paid(stage)
    bo = await stage.member("Bo")
    await ana.starts()
    await bo.starts()
    await bo.runs("cats")
    await expect(stage, bo).sees("No cat is out")
    await bo.presses(SHARES)
    await expect(stage, bo).sees("for somebody else")

    await ana.presses(SHARES)
    told = await expect(stage, ana).sees("Your cat is in the album now")
    assert told.only_me
    await bo.runs("cats", "newest")
    shown = await expect(stage, bo).sees("No. 1", "Ana", "❤️ 0")
    assert shown.pictures == 1
    assert "Report" in shown.labels
    await bo.presses("❤️ 0")
    await expect(stage, bo).sees("No. 1", "❤️ 1")

    await bo.presses("Take it down")
    await expect(stage, bo).sees("Only its owner or a moderator")
    await ana.presses("Take it down")
    await expect(stage, ana).no_longer_sees("No. 1", "❤️")
    await stage.settled()
    await stage.whole.clock.move(3)
    await bo.runs("cats", "newest")
    await stage.settled()
    await expect(stage, bo).does_not_see("No. 1", "❤️")
    assert sum("No cat is out" in seen.text for seen in bo.visible() if seen.by_bot) == 2
