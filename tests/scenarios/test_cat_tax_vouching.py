"""People decide where the spy is not sure: a second chance, members' word, a moderator's stamp."""

from datetime import timedelta

from bot.domain.access import Access
from tests.kit.pictures import CAT, DOT, far_cat
from tests.kit.stage import PRIVATE, Member, Seen, Stage, expect
from tests.scenarios.steps import ASKS, asked, receipts

HEART = "❤"
UNSURE = "still not sure"
SECOND_CHANCE = "don't spot a cat"


async def unsure(stage: Stage) -> tuple[Member, Seen]:
    """Somebody whose picture waits for members' word."""
    ana = await asked(stage)
    picture = await ana.sends(far_cat())
    await stage.settled()
    await expect(stage, ana).sees(UNSURE, "2 members")
    return ana, picture


async def test_no_cat_gets_a_second_chance_and_members_word_by_key_and_reaction_makes_it_one(stage: Stage) -> None:
    ana, bo, cy = await asked(stage), await stage.member("Bo"), await stage.member("Cy")
    await ana.starts()
    picture = await ana.sends(DOT)
    chance = await expect(stage, ana).sees(SECOND_CHANCE, "Ana")
    assert {"It is a cat!", "I have no cat", "Skip"} <= set(chance.labels)
    await stage.settled()
    await ana.presses("It is a cat!")
    await expect(stage, bo).sees(UNSURE)
    await stage.settled()

    await ana.presses("It is a cat! 0/2")
    await expect(stage, ana).sees("can't vouch for your own")
    await bo.presses("It is a cat! 0/2")
    await expect(stage, bo).sees(UNSURE, "Ana")
    await cy.finds("It is a cat! 1/2")
    await cy.reacts(HEART, picture)
    await expect(stage, cy).sees("Ana", "Receipt no. 1")
    for gone in (ASKS, SECOND_CHANCE, UNSURE):
        await expect(stage, bo).no_longer_sees(gone)
    assert not any(label.startswith("Let others") for label in receipts(bo)[0].labels)


async def test_a_word_that_is_taken_back_or_given_twice_counts_once_at_most(stage: Stage) -> None:
    _, picture = await unsure(stage)
    bo, cy = await stage.member("Bo"), await stage.member("Cy")
    await bo.reacts(HEART, picture)
    await cy.finds("It is a cat! 1/2")
    await bo.unreacts(HEART, picture)
    await stage.settled()
    key = await cy.finds("It is a cat! 0/2")
    await cy.uses(key)
    await stage.settled()
    await cy.uses(key)
    await stage.settled()
    await cy.reacts(HEART, picture)
    await stage.settled()
    assert receipts(cy) == []
    await bo.reacts(HEART, picture)
    await expect(stage, cy).sees("Receipt no. 1")


async def test_a_moderators_stamp_settles_it_at_once_and_a_members_does_not(stage: Stage) -> None:
    ana, _ = await unsure(stage)
    bo, mo = await stage.member("Bo"), await stage.member("Mo", access=Access.MODERATOR)
    await bo.starts()
    await bo.presses("Stamp")
    await expect(stage, bo).sees("This is for moderators")
    await expect(stage, bo).sees(UNSURE)
    await mo.presses("Stamp")
    await expect(stage, bo).no_longer_sees(UNSURE)
    await ana.finds("Let others see my cat")


async def test_a_moderator_stamps_any_picture_by_its_menu_or_in_answer(stage: Stage) -> None:
    ana, mo = await asked(stage), await stage.member("Mo", access=Access.MODERATOR)
    await mo.starts()
    picture = await ana.sends(DOT)
    await expect(stage, ana).sees(SECOND_CHANCE)
    await stage.settled()
    if stage.has_menus:
        await mo.uses_menu("Stamp", picture)
    else:
        await mo.runs("stamp", to=picture)
    await expect(stage, ana).no_longer_sees(SECOND_CHANCE)
    await ana.finds("Let others see my cat")
    await expect(stage, mo).sees("Stamped: Ana has paid")


async def test_a_real_cat_ends_the_waiting_for_members_word(stage: Stage) -> None:
    ana, _ = await unsure(stage)
    await ana.sends(CAT)
    await expect(stage, ana).no_longer_sees(UNSURE)
    await ana.finds("Let others see my cat")


async def test_what_nobody_decides_about_goes_in_a_day_and_nobody_is_worse_off(stage: Stage) -> None:
    ana, _ = await unsure(stage)
    await stage.whole.clock.move(timedelta(hours=25))
    await expect(stage, ana).no_longer_sees(UNSURE)
    await ana.sends(CAT)
    await ana.finds("Let others see my cat")


async def test_a_second_account_of_the_same_person_has_no_second_word(stage: Stage) -> None:
    ana, picture = await unsure(stage)
    own, bo, bob = await stage.member("Ann"), await stage.member("Bo"), await stage.member("Bob")
    await linked(stage, ana, own)
    await linked(stage, bo, bob)
    await own.presses("It is a cat!")
    await expect(stage, own).sees("can't vouch for your own")
    await bo.presses("It is a cat!")
    await bob.reacts(HEART, picture)
    await stage.settled()
    await own.reacts(HEART, picture)
    await stage.settled()
    assert receipts(bo) == []
    await expect(stage, bo).sees(UNSURE)


async def linked(stage: Stage, first: Member, second: Member) -> None:
    """Two accounts become one person, as their owner does it."""
    for one in (first, second):
        await one.starts()
    await first.runs("link", chat=PRIVATE)
    told = await expect(stage, first).sees("/link ")
    code = told.text.split("/link ")[1].split()[0].strip("`")
    await second.runs("link", code, chat=PRIVATE)
    await expect(stage, second).sees("Linked!")
    await stage.settled()


async def test_who_has_two_accounts_is_asked_once(stage: Stage) -> None:
    ana, own = await stage.newcomer("Ana"), await stage.newcomer("Ann")
    await linked(stage, ana, own)
    await ana.says("Hello, I am Ana from Sevilla")
    await expect(stage, ana).sees(ASKS)
    await stage.settled()
    await own.says("Hello, I am Ann, also from Sevilla")
    await own.sends(CAT)
    await expect(stage, ana).no_longer_sees(ASKS)
    await stage.settled()
    assert len(receipts(ana)) == 1
    await ana.attaches("cat", CAT)
    await expect(stage, ana).sees("paid already")
