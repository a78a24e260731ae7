"""The door that the toll opens, and time as well: nobody is kept out."""

import asyncio
from datetime import timedelta

import pytest

from tests.kit.patience import PATIENCE
from tests.kit.pictures import CAT, another_cat
from tests.kit.stage import PRIVATE, Member, Stage, expect
from tests.scenarios.steps import ASKS, SHARES, admin_of, sets

KEPT = "kept until the toll"
ROLE = "Cat keeper"
LONG_ENOUGH = timedelta(minutes=10, seconds=5)


def holds_back(stage: Stage) -> bool:
    """Whether the door is the right to write; elsewhere it is a role."""
    return stage.name in {"fake-plain", "playground-right", "telegram"}


async def kept(stage: Stage) -> Member:
    """Has an admin keep the door, with a role where that is what opens it."""
    admin = await admin_of(stage)
    await sets(stage, admin, "The door", KEPT)
    if not holds_back(stage):
        await stage.makes_role(ROLE)
        await stage.settled()
        await stage.whole.clock.move(30)
        await sets(stage, admin, "Role for who has been through", ROLE)
    return admin


def waits(stage: Stage, member: Member) -> bool:
    """Whether the door is closed for somebody."""
    return stage.restricted(member) if holds_back(stage) else ROLE not in stage.roles(member)


async def test_the_door_opens_for_a_cat(stage: Stage) -> None:
    bo = await stage.member("Bo")
    await kept(stage)
    ana = await stage.newcomer("Ana")
    await stage.settled()
    assert waits(stage, ana)
    if holds_back(stage):
        with pytest.raises(PermissionError):
            await ana.says("Hello, I am Ana")
        await expect(stage, bo).sees("Welcome, ", "Ana", ASKS)
        await ana.presses("Pay now")
        await ana.fills(CAT)
        await expect(stage, ana).sees("Your receipt is in the chat where I asked you")
    else:
        await ana.says("Hello, I am Ana from Sevilla")
        await expect(stage, ana).sees(ASKS)
        await ana.sends(CAT)
    await expect(stage, bo).no_longer_sees(ASKS)
    await expect(stage, bo).sees("Ana", "Receipt no. 1")
    await stage.settled()
    assert not waits(stage, ana)
    await ana.says("Hello again!")


async def test_the_door_opens_for_who_skips_and_who_owes(stage: Stage) -> None:
    await kept(stage)
    for name, steps in (("Ana", ("Skip",)), ("Bo", ("I have no cat", "I owe you one"))):
        newcomer = await stage.newcomer(name)
        await stage.settled()
        if not holds_back(stage):
            await newcomer.says(f"Hello, I am {name} from Sevilla")
        assert waits(stage, newcomer)
        for step in steps:
            await newcomer.presses(step)
        await expect(stage, newcomer).no_longer_sees(ASKS)
        await stage.settled()
        assert not waits(stage, newcomer)


async def test_the_door_opens_by_itself_after_ten_minutes_and_after_a_restart(stage: Stage) -> None:
    await kept(stage)
    ana = await stage.newcomer("Ana")
    await stage.settled()
    await stage.whole.clock.move(timedelta(minutes=9))
    await stage.settled()
    assert waits(stage, ana)
    await stage.whole.restart()
    await stage.settled()
    await stage.whole.clock.move(timedelta(minutes=1, seconds=5))
    await stage.settled()
    assert not waits(stage, ana)
    await ana.says("Hello, I am Ana from Sevilla")


async def test_who_asks_to_join_is_asked_in_private_and_let_in(stage: Stage) -> None:
    if not stage.has_join_requests:
        return  # nobody can ask there, or no bot decides
    await kept(stage)
    for name, steps in (("Ana", ()), ("Bo", ("Skip",)), ("Cy", ("I have no cat", "A plush one"))):
        guest = await stage.stranger(name)
        await guest.asks_to_join()
        question = await expect(stage, guest).sees("You knocked at", ASKS)
        assert question.only_me
        assert question.pictures == 1
        assert not stage.is_inside(guest)
        for step in steps:
            await guest.presses(step)
        if not steps:
            await guest.presses("Pay now")
            await guest.fills(CAT)
        await stage.settled()
        assert stage.is_inside(guest), name
        assert not stage.restricted(guest)
        if "Skip" not in steps:
            receipt = await expect(stage, guest).sees("Receipt no.")
            assert receipt.only_me
            assert "Show mine back" not in receipt.labels, "nobody else is there to see it"


async def test_who_asks_to_join_and_does_not_answer_is_let_in_after_ten_minutes(stage: Stage) -> None:
    if not stage.has_join_requests:
        return  # nobody can ask there, or no bot decides
    await kept(stage)
    ana = await stage.stranger("Ana")
    await ana.asks_to_join()
    await expect(stage, ana).sees("You knocked at")
    await stage.settled()
    assert stage.is_asking(ana)
    await stage.whole.clock.move(LONG_ENOUGH)
    await stage.settled()
    assert stage.is_inside(ana)
    assert not waits(stage, ana)
    await ana.says("Hello, I am Ana from Sevilla")


async def test_a_request_is_left_to_admins_where_the_door_is_open(stage: Stage) -> None:
    if not stage.has_join_requests:
        return  # nobody can ask there, or no bot decides
    ana = await stage.stranger("Ana")
    await ana.asks_to_join()
    await stage.settled()
    await stage.whole.clock.move(LONG_ENOUGH)
    await stage.settled()
    assert stage.is_asking(ana)
    assert not any(ASKS in seen.text for seen in ana.visible())


async def test_who_came_while_the_bot_was_away_does_not_wait(stage: Stage) -> None:
    """On both twins; the other platforms live in the bot's own process, and are away with it."""
    if stage.name not in {"discord", "telegram"}:
        return
    await kept(stage)
    await stage.whole.stop()
    ana = await stage.newcomer("Ana")
    await stage.whole.clock.move(timedelta(minutes=11))
    await stage.whole.start()
    async with asyncio.timeout(PATIENCE):
        while waits(stage, ana):
            await stage.changed()
    await stage.settled()
    await ana.says("Hello, I am Ana from Sevilla")


async def test_a_deleted_role_is_taken_out_of_the_settings_and_nobody_is_the_worse(stage: Stage) -> None:
    if not stage.has_roles or holds_back(stage):
        return
    admin = await admin_of(stage)
    role = await stage.makes_role(ROLE)
    await stage.settled()
    await sets(stage, admin, "Role for who has been through", ROLE)
    await stage.deletes_role(role)
    for number, name in enumerate(("Ana", "Bo")):
        newcomer = await stage.newcomer(name)
        await newcomer.sends(another_cat(number))
        await newcomer.finds(SHARES)
        await stage.settled()
    await stage.whole.clock.move(30)
    await admin.runs("settings")
    await admin.presses("Who changed what")
    history = await expect(stage, admin).sees("Who changed what", "took the role out of the settings")
    assert history.text.count("took the role out") == 1


async def test_who_is_screened_is_not_asked_before_it_is_over(stage: Stage) -> None:
    if not stage.has_screening:
        return
    ana = await stage.newcomer("Ana", screening=True)
    await stage.settled()
    await stage.whole.clock.move(timedelta(minutes=1))
    await expect(stage, ana).does_not_see(ASKS)
    await ana.passes_screening()
    await stage.settled()
    await ana.says("Hello, I am Ana from Sevilla")
    await expect(stage, ana).sees(ASKS)


async def test_a_kept_door_waits_for_the_end_of_a_captcha(stage: Stage) -> None:
    if not stage.has_screening:
        return
    await kept(stage)
    ana = await stage.newcomer("Ana", screening=True)
    await expect(stage, ana).does_not_see(ASKS)
    await ana.passes_screening()
    await stage.settled()
    assert waits(stage, ana)
    if holds_back(stage):
        await expect(stage, ana).sees("Welcome, ", ASKS)
        assert not [seen for seen in ana.visible() if seen.chat == PRIVATE]
        await ana.presses("Skip")
        await stage.settled()
        assert not waits(stage, ana)
