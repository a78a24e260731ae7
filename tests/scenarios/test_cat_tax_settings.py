"""What admins choose by the settings' screens is in force at once and in the audit list; what moderators do."""

from bot.domain.access import Access
from tests.kit.pictures import CAT, far_cat
from tests.kit.stage import GENERAL, INTRODUCTIONS, Member, Stage, expect
from tests.scenarios.steps import ASKS, SHARES, admin_of, asked, questions, receipts, sets, writes_setting


async def audited(stage: Stage, admin: Member, *words: str) -> None:
    """Looks something up in the audit list."""
    await stage.whole.clock.move(30)
    await admin.runs("settings")
    await stage.settled()
    await admin.presses("Who changed what")
    await expect(stage, admin).sees("Who changed what", *words)


async def test_asking_is_turned_off_for_one_chat(stage: Stage) -> None:
    admin = await admin_of(stage)
    await sets(stage, admin, "Ask in this chat", "Turn off", chat=INTRODUCTIONS)
    ana = await stage.newcomer("Ana")
    await ana.says("Hello, I am Ana from Sevilla")
    await expect(stage, ana).does_not_see(ASKS)
    await ana.says("#intro Hello, I am Ana from Sevilla", chat=GENERAL)
    await expect(stage, ana).sees(ASKS)
    await audited(stage, admin, "Amara", "Ask in this chat", "off")


async def test_the_number_of_vouches_is_in_force_for_pictures_that_wait(stage: Stage) -> None:
    admin, bo = await admin_of(stage), await stage.member("Bo")
    ana = await asked(stage)
    await ana.sends(far_cat())
    await expect(stage, bo).sees("still not sure", "2 members")
    await stage.settled()
    await writes_setting(stage, admin, "Members who vouch", "1")
    await bo.presses("It is a cat!")
    await expect(stage, bo).sees("Ana", "Receipt no. 1")
    await audited(stage, admin, "Amara", "Members who vouch", "1")


async def test_a_wrong_number_is_told_and_changes_nothing(stage: Stage) -> None:
    admin = await admin_of(stage)
    await admin.runs("settings")
    for step in ("Cat tax", "Members who vouch"):
        await admin.presses(step)
        await stage.settled()
    await admin.presses("Write a new value")
    await admin.fills("0")
    await expect(stage, admin).sees("whole number from 1 to 20")


async def test_the_theme_word_is_said_and_drawn(stage: Stage) -> None:
    admin = await admin_of(stage)
    usual = questions(await asked(stage))[0]
    await writes_setting(stage, admin, "What I call myself", "your pen pal")
    bo = await stage.newcomer("Bo")
    await bo.says("Hello, I am Bo from Lima")
    spy = await expect(stage, bo).sees("Hello, I am your pen pal", ASKS)
    assert spy.pictures == 1
    assert spy.files != usual.files
    await audited(stage, admin, "What I call myself", "your pen pal")


async def test_a_role_is_given_to_who_has_been_through(stage: Stage) -> None:
    if not stage.has_roles:
        return
    admin = await admin_of(stage)
    await stage.makes_role("Cat person")
    await stage.settled()
    await sets(stage, admin, "Role for who has been through", "Cat person")
    ana = await asked(stage)
    assert "Cat person" not in stage.roles(ana)
    await ana.presses("Skip")
    await stage.settled()
    assert "Cat person" in stage.roles(ana)


async def test_a_moderator_asks_again_lets_off_counts_as_paid_and_starts_over(stage: Stage) -> None:
    ana, mo = await stage.newcomer("Ana"), await stage.member("Mo", access=Access.MODERATOR)
    await mo.starts()
    said = await ana.says("Hello, I am Ana from Sevilla")
    await expect(stage, ana).sees(ASKS)
    await stage.settled()

    await mo.asks_about("tax", ana, said, chat=INTRODUCTIONS)
    desk = await expect(stage, mo).sees("Ana", "was asked, and has not answered yet")
    assert desk.only_me
    await mo.presses("Let off")
    await expect(stage, mo).sees("Ana", "was let off")
    await expect(stage, ana).no_longer_sees(ASKS)
    await mo.presses("Ask now")
    question = await expect(stage, ana).sees(ASKS)
    assert question.answers == said.id
    await mo.presses("Count as paid")
    await expect(stage, mo).sees("Ana", "has paid")
    await expect(stage, ana).no_longer_sees(ASKS)
    await expect(stage, ana).sees("Ana", "Receipt no. 1")
    await mo.presses("Start over")
    await expect(stage, mo).sees("Ana", "has not introduced themselves yet")
    await stage.settled()
    await ana.says("Hello, I am Ana, as new as ever")
    await expect(stage, ana).sees(ASKS)

    admin = await admin_of(stage)
    await audited(stage, admin, "Mo", "let Ana off", "counted Ana as paid", "made Ana a newcomer again")


async def test_moderators_see_the_weeks_numbers_and_members_do_not(stage: Stage) -> None:
    mo, bo = await stage.member("Mo", access=Access.MODERATOR), await stage.member("Bo")
    await mo.starts()
    await bo.starts()
    ana = await asked(stage)
    await ana.sends(CAT)
    await ana.finds(SHARES)
    cy = await asked(stage, "Cy")
    await cy.presses("Skip")
    await stage.settled()
    await mo.runs("tax", chat=INTRODUCTIONS)
    numbers = await expect(stage, mo).sees("this week", "Newcomers: 2", "Paid with a cat: 1", "Skipped: 1")
    assert numbers.only_me

    try:
        await bo.runs("tax", chat=INTRODUCTIONS)
    except PermissionError:
        return  # it is not even offered to them
    await stage.settled()
    await expect(stage, bo).does_not_see("this week")


async def test_many_who_come_at_once_are_greeted_together_and_all_are_seen(stage: Stage) -> None:
    bo = await stage.member("Bo")
    people = [await stage.newcomer(f"Guest {number:02}") for number in range(30)]
    said = {one.name: await one.says(f"Hello, I am {one.name} from Sevilla") for one in people}
    await stage.settled()
    await stage.whole.clock.move(15)
    await stage.settled()
    shown = questions(bo)
    together = [seen for seen in shown if "So many of you" in seen.text]
    assert len(shown) <= 12
    assert 1 <= len(together) <= 2
    answered = {seen.answers for seen in shown}
    for one in people:
        assert said[one.name].id in answered or any(one.name in seen.text for seen in together), one.name
    assert all(seen.pinged == () and seen.silent for seen in together)

    await people[-1].sends(CAT)
    await people[-1].finds(SHARES)
    await stage.settled()
    assert len(receipts(bo)) == 1
    assert len(questions(bo)) == len(shown), "what asks others too stands until it is a day old"
