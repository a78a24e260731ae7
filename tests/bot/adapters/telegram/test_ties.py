"""Portraits, pins, who is kept from writing, and how much a chat takes."""

from datetime import timedelta

from bot.adapters.telegram.names import chat_ref, message_ref, space_ref, user_ref
from bot.domain.events import MessagePosted
from bot.domain.piece import Piece
from bot.domain.refs import Platform, UserRef
from bot.domain.text import RichText
from bot.ports.gateway import Portrait
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.telegram.rig import Rig
from tests.twins.telegram.files import image_size
from tests.twins.telegram.people import Person
from tests.twins.telegram.places import Group
from tests.twins.telegram.testing import picture
from tests.twins.telegram.world import MemberState


def club(rig: Rig, *, admin: bool = True, supergroup: bool = True) -> tuple[Group, Person]:
    group = rig.twin.add_group("Club", supergroup=supergroup)
    group.add_bot(admin=admin)
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    return group, mia


async def test_groups_of_either_kind_take_twenty_a_minute_and_private_chats_do_not_say(rig: Rig) -> None:
    large, mia = club(rig)
    small, _ = club(rig, supergroup=False)
    taken = [rig.gateway.capabilities(chat_ref(chat.id)).per_minute for chat in (large, small, mia.private)]
    assert taken == [20, 20, None]


# Portraits


async def test_a_portrait_is_the_smallest_that_is_not_tiny_and_tells_no_address(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    mia.state.portraits.append(picture(800, 800))
    found = await rig.gateway.portrait(user_ref(mia.id))
    assert found is not None
    assert found.address == ""
    assert image_size(found.content) == (160, 160)
    assert rig.twin.token not in repr(found)


async def test_the_newest_portrait_counts(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    mia.state.portraits += [picture(300, 200), picture(500, 500)]
    found = await rig.gateway.portrait(user_ref(mia.id))
    assert found is not None
    # 160 x 107 is the first whose shorter side is not tiny.
    assert image_size(found.content) == (160, 107)


async def test_who_has_no_portrait_or_is_unknown_has_none(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    assert await rig.gateway.portrait(user_ref(mia.id)) is None
    assert await rig.gateway.portrait(user_ref(12345)) is None
    assert await rig.gateway.portrait(UserRef(Platform("elsewhere"), str(mia.id))) is None


async def test_a_portrait_that_is_too_large_is_none(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    mia.state.portraits.append(b"no picture" * 30_000)
    assert await rig.gateway.portrait(user_ref(mia.id)) is None
    mia.state.portraits[:] = [b"no picture" * 10]
    assert await rig.gateway.portrait(user_ref(mia.id)) == Portrait(content=b"no picture" * 10)


# Pins


async def test_a_message_is_pinned_without_a_sound_and_taken_down_again(rig: Rig) -> None:
    group, mia = club(rig)
    rig.intake.watched.add(str(group.id))
    sent = await rig.gateway.send(chat_ref(group.id), Piece(RichText.of("A notice")), key="1")
    assert isinstance(sent, Sent)
    notice = group.last
    before = len(rig.intake.given)
    assert await rig.gateway.places.pin(sent.messages[0]) == Done()
    assert notice.pinned
    assert (group.last.kind, group.last.silent) == ("pinned_message", True)
    mia.posts(group, "seen")
    await rig.settled()
    assert [type(event) for event in rig.intake.given[before:]] == [MessagePosted]
    assert await rig.gateway.places.unpin(sent.messages[0]) == Done()
    assert not notice.pinned
    again = await rig.gateway.places.unpin(sent.messages[0])
    assert isinstance(again, Refused)
    assert again.reason is Reason.GONE


async def test_a_pin_needs_the_right_and_a_message(rig: Rig) -> None:
    group, _ = club(rig)
    group.promote_bot({"can_delete_messages"})
    sent = await rig.gateway.send(chat_ref(group.id), Piece(RichText.of("A notice")), key="1")
    assert isinstance(sent, Sent)
    for outcome in (await rig.gateway.places.pin(sent.messages[0]), await rig.gateway.places.unpin(sent.messages[0])):
        assert isinstance(outcome, Refused)
        assert outcome.reason is Reason.NO_RIGHT
    group.promote_bot()
    gone = await rig.gateway.places.pin(message_ref(group.id, 99_999))
    assert isinstance(gone, Refused)
    assert gone.reason is Reason.GONE


async def test_a_group_that_lets_the_bot_pin_nothing_is_a_finding(rig: Rig) -> None:
    group, _ = club(rig)
    group.promote_bot({"can_delete_messages", "can_restrict_members", "can_invite_users"})
    await rig.settled()
    [finding] = [finding for finding in rig.gateway.findings if finding.where == str(space_ref(group.id))]
    assert ("missing", "can_pin_messages") in finding.args


# Who is kept from writing


async def test_banned_and_muted_members_are_silenced_until_it_is_over(rig: Rig) -> None:
    group, mia = club(rig)
    space, who = space_ref(group.id), user_ref(mia.id)
    members = rig.gateway.members
    assert not await members.silenced(space, who)

    await members.restrict(space, who, None)
    assert await members.silenced(space, who)
    group.leave(mia)
    assert await members.silenced(space, who)  # a restriction outlasts leaving
    await members.release(space, who)
    assert not await members.silenced(space, who)

    group.ban(mia)
    assert await members.silenced(space, who)
    group.unban(mia)
    assert not await members.silenced(space, who)


async def test_a_silence_whose_end_has_passed_is_over_though_the_server_lags(rig: Rig) -> None:
    group, mia = club(rig)
    space, who = space_ref(group.id), user_ref(mia.id)
    for hours, silenced in ((1, True), (-1, False)):
        until = int((rig.clock.now() + timedelta(hours=hours)).timestamp())
        group.state.members[mia.id] = MemberState(mia.id, "restricted", permissions=frozenset(), until=until)
        assert await rig.gateway.members.silenced(space, who) is silenced
        group.state.members[mia.id] = MemberState(mia.id, "kicked", until=until)
        assert await rig.gateway.members.silenced(space, who) is silenced


async def test_who_may_write_but_not_send_files_is_not_silenced(rig: Rig) -> None:
    group, mia = club(rig)
    may = frozenset({"can_send_messages"})
    group.state.members[mia.id] = MemberState(mia.id, "restricted", permissions=may)
    assert not await rig.gateway.members.silenced(space_ref(group.id), user_ref(mia.id))


async def test_who_was_never_there_is_not_silenced(rig: Rig) -> None:
    group, _ = club(rig)
    assert not await rig.gateway.members.silenced(space_ref(group.id), user_ref(999))
