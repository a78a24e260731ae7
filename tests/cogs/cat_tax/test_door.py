"""The kept door: closed until the toll is behind somebody, and never for longer than ten minutes."""

from datetime import timedelta

import pytest

from bot.domain.access import Access
from bot.domain.events import JoinRequested, MemberJoined, SpaceSeen
from bot.domain.refs import ChatRef
from cogs.cat_tax.rules.standing import DOOR_OPENS_AFTER
from cogs.cat_tax.settings import DOOR, ROLE, Door
from tests.cogs.cat_tax.kit import ASKS, SAID, THANKED, asks, audited, chosen, desk, moderator, sets, state_of
from tests.kit.fake import FAKE
from tests.kit.pictures import CAT
from tests.kit.stage import GENERAL, expect
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.fake_member import FakeMember

PEOPLE = frozenset({"Cat people"})
ALMOST = DOOR_OPENS_AFTER - timedelta(seconds=20)
BIT = timedelta(seconds=30)
LONG_AGO = timedelta(minutes=11)

ways = pytest.mark.parametrize(
    ("way", "state"), [("skip", "skipped"), ("owe", "owes"), ("plush", "paid"), ("pay", "paid")]
)


async def keeps(stage: FakeStage) -> str:
    """The door is kept, and a role is given; its id."""
    role = await stage.makes_role("Cat people")
    await sets(stage, DOOR, Door.KEPT)
    await sets(stage, ROLE, role)
    return role


async def goes_through(stage: FakeStage, member: FakeMember, way: str) -> None:
    """Gets the toll behind them in one of the ways."""
    match way:
        case "skip":
            await member.presses("Skip")
        case "owe":
            await member.presses("I have no cat")
            await member.presses("I owe you one")
        case "plush":
            await member.presses("I have no cat")
            await member.presses("A plush one")
        case _:
            await member.presses("Pay now")
            await member.fills(CAT)
    await stage.settled()


async def comes_in(stage: FakeStage) -> FakeMember:
    """A newcomer before a closed door, who was asked: at once where they cannot write, else when they said hello."""
    await keeps(stage)
    member = await stage.newcomer("Ana")
    await stage.settled()
    assert closed(stage, member)
    if stage.rich:
        await member.says(SAID)
        await stage.settled()
    await expect(stage, member).sees(ASKS)
    return member


def closed(stage: FakeStage, member: FakeMember) -> bool:
    """Whether the door is closed for a member: by a role where there is no other way."""
    return not stage.roles(member) if stage.rich else stage.restricted(member)


# ------------------------------------------------------------------------------------------------------ who comes in


@ways
async def test_a_kept_door_opens_on_every_way_through(stage: FakeStage, way: str, state: str) -> None:
    ana = await comes_in(stage)
    await goes_through(stage, ana, way)
    assert await state_of(stage, ana) == state
    assert (stage.restricted(ana), stage.roles(ana), asks(stage)) == (False, PEOPLE, 0)


async def test_nobody_is_left_before_a_door_whose_cat_tax_was_turned_off(stage: FakeStage) -> None:
    ana = await comes_in(stage)
    admin = await stage.member("Amara", access=Access.ADMIN)
    await admin.starts()
    await chosen(stage, admin, "Cat tax", "This part of me", "Turn off")
    await stage.whole.clock.move(DOOR_OPENS_AFTER + BIT)
    await stage.settled()
    assert not closed(stage, ana)


async def test_a_moderator_who_lets_somebody_off_opens_the_door(stage: FakeStage) -> None:
    ana, mona = await comes_in(stage), await moderator(stage)
    await desk(stage, mona, ana)
    await mona.presses("Let off")
    await stage.settled()
    assert (stage.restricted(ana), stage.roles(ana), asks(stage)) == (False, PEOPLE, 0)


async def test_an_open_door_holds_nobody_back_and_the_role_is_given_all_the_same(stage: FakeStage) -> None:
    await sets(stage, ROLE, await stage.makes_role("Cat people"))
    ana = await stage.newcomer("Ana")
    await stage.settled()
    assert (stage.restricted(ana), stage.roles(ana)) == (False, frozenset())
    await ana.sends(CAT)
    await ana.finds(THANKED)
    await stage.settled()
    assert stage.roles(ana) == PEOPLE


@pytest.mark.parametrize("killed", [False, True])
async def test_it_opens_by_itself_after_ten_minutes_also_across_a_restart(stage: FakeStage, *, killed: bool) -> None:
    ana = await comes_in(stage)
    await stage.whole.clock.move(ALMOST)
    await stage.settled()
    assert closed(stage, ana)
    if killed:
        await stage.whole.restart()
        await stage.gateway.running.wait()
    await stage.whole.clock.move(BIT)
    await stage.settled()
    assert (stage.restricted(ana), stage.roles(ana)) == (False, PEOPLE)


async def test_who_settled_and_comes_back_finds_it_open(stage: FakeStage) -> None:
    ana = await comes_in(stage)
    await goes_through(stage, ana, "skip")
    await ana.leaves()
    await stage.settled()
    assert stage.roles(ana) == frozenset()
    await ana.joins()
    await stage.settled()
    assert (stage.restricted(ana), stage.roles(ana)) == (False, PEOPLE)


async def test_who_joined_while_the_bot_was_away_has_waited_long_enough(stage: FakeStage) -> None:
    await keeps(stage)
    late, unheard = await stage.stranger("Late"), await stage.stranger("Unheard")
    long_ago = stage.whole.clock.now() - LONG_AGO
    for member in (late, unheard):
        stage.members.present[member.ref] = member.account
        stage.members.joined[member.ref] = long_ago
    # Of one the platform tells late, of the other never.
    where = stage.where(GENERAL, late.ref)
    await stage.tell(MemberJoined(stage.next_key(), long_ago, where, member=late.account))
    await stage.tell(SpaceSeen(stage.next_key(), stage.whole.clock.now(), where, "Cat Club"))
    await stage.settled()
    for member in (late, unheard):
        assert (stage.restricted(member), stage.roles(member)) == (False, PEOPLE)


async def test_who_is_held_back_by_the_platform_is_not_held_back_twice(stage: FakeStage) -> None:
    await keeps(stage)
    ana = await stage.newcomer("Ana", screening=True)
    await expect(stage, ana).does_not_see(ASKS)
    assert not stage.restricted(ana)
    await ana.passes_screening()
    await stage.settled()
    assert closed(stage, ana)


async def test_a_bot_that_may_not_restrict_asks_all_the_same(stage: FakeStage) -> None:
    await sets(stage, DOOR, Door.KEPT)
    boss = await stage.stranger("Boss")
    stage.members.levels[boss.ref] = Access.ADMIN
    await boss.joins()
    await stage.settled()
    assert not stage.restricted(boss)
    await boss.says(SAID)
    await expect(stage, boss).sees(ASKS)


# ---------------------------------------------------------------------------------------------------- who asks to join


async def knocks(stage: FakeStage) -> FakeMember:
    """Somebody who asked to be let in, and was asked for a cat in private."""
    await keeps(stage)
    member = await stage.stranger("Ana")
    await member.asks_to_join()
    question = await expect(stage, member).sees("You knocked at Cat Club", ASKS)
    assert question.only_me
    await stage.settled()
    assert stage.is_asking(member)
    return member


@ways
async def test_a_request_is_granted_on_every_way_through(stage: FakeStage, way: str, state: str) -> None:
    ana = await knocks(stage)
    await goes_through(stage, ana, way)
    assert stage.is_inside(ana)
    assert await state_of(stage, ana) == state
    assert (stage.restricted(ana), stage.roles(ana)) == (False, PEOPLE)


async def test_a_request_is_granted_by_itself_after_ten_minutes_and_they_do_not_wait_again(stage: FakeStage) -> None:
    ana = await knocks(stage)
    await stage.whole.clock.move(ALMOST)
    await stage.settled()
    assert not stage.is_inside(ana)
    await stage.whole.clock.move(BIT)
    await stage.settled()
    assert stage.is_inside(ana)
    assert not closed(stage, ana)


async def test_a_request_that_is_told_late_is_granted_at_once(stage: FakeStage) -> None:
    await keeps(stage)
    ana = await stage.stranger("Ana")
    stage.members.asking[ana.ref] = ana.account
    where, at = stage.where(GENERAL, ana.ref), stage.whole.clock.now() - LONG_AGO
    await stage.tell(JoinRequested(stage.next_key(), at, where, ana.account, ChatRef(FAKE, ana.ref.id)))
    await stage.settled()
    assert stage.is_inside(ana)


async def test_where_the_door_is_open_admins_decide_as_ever(stage: FakeStage) -> None:
    ana = await stage.stranger("Ana")
    await ana.asks_to_join()
    await expect(stage, ana).does_not_see(ASKS)
    await stage.whole.clock.move(DOOR_OPENS_AFTER + BIT)
    await stage.settled()
    assert stage.is_asking(ana)


async def test_who_cannot_be_written_to_is_let_in_after_ten_minutes(stage: FakeStage) -> None:
    await keeps(stage)
    ana = await stage.stranger("Ana")
    stage.gateway.closed.add(ana.ref)
    stage.members.asking[ana.ref] = ana.account
    where, at = stage.where(GENERAL, ana.ref), stage.whole.clock.now()
    await stage.tell(JoinRequested(stage.next_key(), at, where, ana.account, ChatRef(FAKE, ana.ref.id)))
    await stage.settled()
    assert stage.is_asking(ana)
    await stage.whole.clock.move(DOOR_OPENS_AFTER + BIT)
    await stage.settled()
    assert stage.is_inside(ana)


async def test_who_paid_before_is_let_in_at_once(stage: FakeStage) -> None:
    await keeps(stage)
    ana = await stage.newcomer("Ana")
    await stage.whole.clock.move(DOOR_OPENS_AFTER + BIT)
    await stage.settled()
    await ana.sends(CAT)
    await ana.finds(THANKED)
    await ana.leaves()
    await stage.settled()
    await ana.asks_to_join()
    await stage.settled()
    assert stage.is_inside(ana)


# --------------------------------------------------------------------------------------------------------------- roles


async def test_a_role_that_was_deleted_is_taken_out_of_the_settings_and_told_to_admins(stage: FakeStage) -> None:
    role = await stage.makes_role("Cat people")
    await stage.makes_role("Others")
    await sets(stage, ROLE, role)
    await stage.deletes_role(role)
    ana, bo = await stage.newcomer("Ana"), await stage.newcomer("Bo")
    await ana.sends(CAT)
    await ana.finds(THANKED)
    await stage.settled()
    await bo.says(SAID)
    await bo.presses("Skip")
    await stage.settled()
    assert await audited(stage) == ["audit-role-gone"]
    assert await state_of(stage, bo) == "skipped"


async def test_a_role_that_may_not_be_given_stops_nothing(stage: FakeStage) -> None:
    await sets(stage, ROLE, await stage.makes_role("Above", above=True))
    ana = await stage.newcomer("Ana")
    await ana.sends(CAT)
    await ana.finds(THANKED)
    assert await state_of(stage, ana) == "paid"
    assert await audited(stage) == []
