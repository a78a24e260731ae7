"""Who comes and goes, the bot included, what it finds missing, and what it can ask about members."""

from datetime import timedelta

from bot.adapters.telegram.names import chat_ref, space_ref, user_ref
from bot.domain.access import Access
from bot.domain.events import (
    ActionPressed,
    BotAdded,
    BotRemoved,
    BotRightsChanged,
    Community,
    JoinRequested,
    MemberBanned,
    MemberJoined,
    MemberLeft,
    Private,
)
from bot.domain.piece import Piece, PressKey
from bot.domain.refs import Platform, SpaceRef, UserRef
from bot.domain.text import RichText
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.telegram.rig import Rig, rigged

STRANGER = UserRef(Platform("discord"), "1")


async def test_a_join_told_twice_counts_once(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot(admin=True)
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    await rig.settled()
    told = [event for event in rig.intake.given if isinstance(event, MemberJoined)]
    assert len(told) == 2
    [joined] = rig.intake.all(MemberJoined)
    assert joined.member.ref == user_ref(mia.id)
    assert not joined.screening


async def test_a_join_is_told_by_the_service_message_alone_where_the_bot_is_no_admin(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot()
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    group.leave(mia)
    [joined] = await rig.got(MemberJoined)
    [left] = await rig.got(MemberLeft)
    assert joined.member == left.member


async def test_leaving_and_being_banned_are_told_apart(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot(admin=True)
    mia, bo = rig.twin.add_user("Mia"), rig.twin.add_user("Bo")
    group.join(mia)
    group.join(bo)
    group.leave(mia)
    group.ban(bo)
    [banned] = await rig.got(MemberBanned)
    assert banned.member.ref == user_ref(bo.id)
    await rig.settled()
    assert user_ref(mia.id) in {event.member.ref for event in rig.intake.all(MemberLeft)}


async def test_who_asks_to_be_let_in_can_be_written_to_and_let_in(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot(admin=True)
    mia, bo = rig.twin.add_user("Mia"), rig.twin.add_user("Bo")
    group.request_to_join(mia)
    group.request_to_join(bo)
    asked, _ = await rig.got(JoinRequested, 2)
    assert asked.answer_in is not None
    assert isinstance(await rig.gateway.send(asked.answer_in, Piece(RichText.of("Who?")), key="1"), Sent)
    assert mia.private.last.text == "Who?"
    members = rig.gateway.members
    assert await members.approve(space_ref(group.id), user_ref(mia.id)) == Done()
    assert await members.decline(space_ref(group.id), user_ref(bo.id)) == Done()
    assert (group.is_member(mia), group.is_member(bo)) == (True, False)


async def test_who_asked_while_the_bot_was_away_is_heard_late_and_presses_keys_in_private() -> None:
    async with rigged() as rig:
        group = rig.twin.add_group("Club")
        group.add_bot(admin=True)
        mia = rig.twin.add_user("Mia")
        group.request_to_join(mia)
        await rig.start()
        [asked] = await rig.got(JoinRequested)
        assert isinstance(asked.where, Community)
        assert (asked.where.space, asked.where.chat_name) == (space_ref(group.id), "Club")
        assert asked.answer_in is not None
        piece = Piece(RichText.of("Who?"), keys=((PressKey("I am a cat", "meow"),),))
        assert isinstance(await rig.gateway.send(asked.answer_in, piece, key="1"), Sent)
        mia.presses(mia.private.last, "I am a cat")
        [pressed] = await rig.got(ActionPressed)
        assert (pressed.where, pressed.data) == (Private(chat_ref(mia.id)), "meow")
        assert pressed.handle is not None
        responder = rig.gateway.responder(pressed.handle)
        assert isinstance(await responder.reply(Piece(RichText.of("Welcome")), private=True), Sent)
        assert mia.private.last.text == "Welcome"
        assert await rig.gateway.members.approve(space_ref(group.id), user_ref(mia.id)) == Done()
        [joined] = await rig.got(MemberJoined)
        assert joined.member.ref == user_ref(mia.id), "letting in is our own bot's doing, and a join all the same"


async def test_the_bot_is_added_promoted_and_removed(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot()
    [added] = await rig.got(BotAdded)
    assert (added.space_name, added.by) == ("Club", user_ref(group.owner_id))
    [changed] = await rig.got(BotRightsChanged)
    assert changed.missing == ("administrator",)
    assert not rig.gateway.capabilities(chat_ref(group.id)).deletes_others

    group.promote_bot(["can_delete_messages"])
    changed = (await rig.got(BotRightsChanged, 2))[-1]
    assert changed.missing == ("can_restrict_members", "can_invite_users", "can_pin_messages")
    assert rig.gateway.capabilities(chat_ref(group.id)).deletes_others

    group.restrict_bot()
    changed = (await rig.got(BotRightsChanged, 3))[-1]
    assert changed.missing == ("can_send_messages",)
    assert rig.gateway.capabilities(chat_ref(group.id)).files == 0

    group.remove_bot()
    await rig.got(BotRemoved)
    assert [event for event in rig.intake.all(MemberJoined) if event.member.bot] == []


async def test_privacy_mode_is_found_for_the_bot_and_for_each_group_where_it_is_no_admin() -> None:
    async with rigged(privacy=True) as rig:
        await rig.start()
        assert [finding.key for finding in rig.gateway.findings] == ["finding-telegram-privacy"]
        group = rig.twin.add_group("Club")
        group.add_bot()
        await rig.got(BotAdded)
        found = rig.gateway.findings[-1]
        assert (found.key, found.where) == ("finding-telegram-privacy-chat", str(space_ref(group.id)))
        assert dict(found.args) == {"bot": rig.twin.bot.username, "chat": "Club"}
        assert not rig.gateway.capabilities(chat_ref(group.id)).reads_all
        group.promote_bot()
        await rig.got(BotRightsChanged, 2)
        assert [finding.key for finding in rig.gateway.findings] == ["finding-telegram-privacy"]
        assert rig.gateway.capabilities(chat_ref(group.id)).reads_all


async def test_what_the_bot_lacks_in_a_group_is_found(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot()
    await rig.got(BotRightsChanged)
    assert [finding.key for finding in rig.gateway.findings] == ["finding-telegram-admin"]
    group.promote_bot(["can_delete_messages"])
    await rig.got(BotRightsChanged, 2)
    [found] = rig.gateway.findings
    assert found.key == "finding-telegram-rights"
    assert dict(found.args)["missing"] == "can_restrict_members, can_invite_users, can_pin_messages"
    group.restrict_bot()
    await rig.got(BotRightsChanged, 3)
    assert [finding.key for finding in rig.gateway.findings] == ["finding-telegram-muted"]


async def test_rights_in_a_group_known_from_before_are_learnt() -> None:
    async with rigged() as rig:
        group = rig.twin.add_group("Club")
        group.add_bot(admin=True)
        rig.twin.updates.drop()
        rig.intake.watched.add(str(group.id))
        await rig.start()
        await rig.until(lambda: rig.gateway.capabilities(chat_ref(group.id)).deletes_others, "rights learnt")


async def test_rights_map_to_levels(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot(admin=True)
    people = [rig.twin.add_user(name) for name in ("Ada", "Mo", "Ola", "Eve", "Out")]
    admin, moderator, organiser, everyone, outside = people
    for person in people[:4]:
        group.join(person)
    group.make_admin(admin, rights=["can_change_info"])
    group.make_admin(moderator, rights=["can_delete_messages"])
    group.make_admin(organiser, rights=["can_manage_topics"])
    space, members = space_ref(group.id), rig.gateway.members
    levels = [await members.access(space, user_ref(person.id)) for person in people]
    assert levels == [Access.ADMIN, Access.MODERATOR, Access.ORGANISER, Access.EVERYONE, Access.EVERYONE]
    assert await members.access(space, user_ref(group.owner_id)) is Access.ADMIN
    assert await members.access(space, STRANGER) is Access.EVERYONE
    assert await members.account(space, user_ref(outside.id)) is None
    account = await members.account(space, user_ref(everyone.id))
    assert account is not None
    assert account.name == "Eve"


async def test_who_is_in_a_group_can_read_it_and_a_private_chat_is_its_owners(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot(admin=True)
    mia, out = rig.twin.add_user("Mia"), rig.twin.add_user("Out")
    group.join(mia)
    members = rig.gateway.members
    assert await members.can_read(chat_ref(group.id), user_ref(mia.id))
    assert not await members.can_read(chat_ref(group.id), user_ref(out.id))
    assert await members.can_read(chat_ref(mia.id), user_ref(mia.id))
    assert not await members.can_read(chat_ref(mia.id), user_ref(out.id))
    assert not await members.can_read(chat_ref(mia.id), STRANGER)
    assert await members.all_can_read(chat_ref(group.id))
    assert await members.all_can_read(chat_ref(group.id, 7)), "topics are everybody's"
    assert not await members.all_can_read(chat_ref(mia.id))
    group.make_admin(mia, rights=["can_delete_messages"])
    assert not await members.all_can_read(chat_ref(group.id)), "all who are in it are admins"
    public = rig.twin.add_group("Moderators", username="cat_moderators")
    public.add_bot(admin=True)
    assert await members.all_can_read(chat_ref(public.id)), "whoever finds its name reads along"


async def test_a_member_is_kept_from_writing_released_and_banned(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot(admin=True)
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    space, who, members = space_ref(group.id), user_ref(mia.id), rig.gateway.members
    usual = group.permissions_of(mia)
    until = rig.clock.now() + timedelta(hours=1)
    assert await members.restrict(space, who, until) == Done()
    assert await members.release(space, who, until=until + timedelta(minutes=1)) == Done()
    assert "can_send_messages" not in group.permissions_of(mia), "another restriction was meant"
    assert await members.release(space, who, until=until) == Done()
    assert group.permissions_of(mia) == usual
    assert await members.restrict(space, who, until) == Done()
    assert await members.release(space, who) == Done()
    assert group.permissions_of(mia) == usual
    assert await members.ban(space, who) == Done()
    assert group.is_banned(mia)


async def test_a_missing_right_is_refused_in_the_platforms_words(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot()
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    refused = await rig.gateway.members.ban(space_ref(group.id), user_ref(mia.id))
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.NO_RIGHT
    assert refused.detail


async def test_telegram_has_no_roles(rig: Rig) -> None:
    role = await rig.gateway.members.add_role(space_ref(-1), user_ref(1), "x")
    assert isinstance(role, Refused)
    assert role.reason is Reason.UNSUPPORTED
    assert rig.gateway.places.roles(SpaceRef(Platform("telegram"), "-1")) == ()


async def test_who_is_silenced_by_another_bot_at_the_door_is_told_as_held_back_until_they_are_through(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot(admin=True)
    captcha, mia = rig.twin.add_user("Captcha", is_bot=True), rig.twin.add_user("Mia")
    group.join(mia)
    group.hold_back(mia, by=captcha)
    group.let_speak(mia, by=captcha)
    came, held, through = await rig.got(MemberJoined, 3)
    assert [event.screening for event in (came, held, through)] == [False, True, False]
    assert {event.member.ref for event in (came, held, through)} == {user_ref(mia.id)}
    group.leave(mia)
    rig.twin_clock.forward(60)
    group.join(mia)
    assert [event.screening for event in await rig.got(MemberJoined, 4)][3:] == [False]


async def test_who_is_told_off_later_or_let_speak_again_did_not_just_come_in(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot(admin=True)
    mod, mia, old = rig.twin.add_user("Mo"), rig.twin.add_user("Mia"), rig.twin.add_user("Old")
    group.had_before(old)
    group.join(mia)
    await rig.got(MemberJoined)
    rig.twin_clock.forward(180)
    for member in (mia, old):
        group.hold_back(member, by=mod)
        group.let_speak(member, by=mod)
    await rig.settled()
    assert len(rig.intake.all(MemberJoined)) == 1


async def test_what_our_own_bot_keeps_back_is_neither_a_join_nor_a_screening(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot(admin=True)
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    await rig.got(MemberJoined)
    space, who, members = space_ref(group.id), user_ref(mia.id), rig.gateway.members
    assert await members.restrict(space, who, None) == Done()
    await rig.settled()
    group.leave(mia)
    rig.twin_clock.forward(60)
    group.join(mia)
    joined = await rig.got(MemberJoined, 2)
    assert await members.release(space, who) == Done()
    await rig.settled()
    assert [event.screening for event in joined] == [False, False], "and coming back is a join, not a captcha"
    assert len(rig.intake.all(MemberJoined)) == 2


async def test_a_riddle_set_before_a_restart_is_solved_after_it() -> None:
    async with rigged() as rig:
        group = rig.twin.add_group("Club")
        group.add_bot(admin=True)
        captcha, mia = rig.twin.add_user("Captcha", is_bot=True), rig.twin.add_user("Mia")
        group.join(mia)
        group.hold_back(mia, by=captcha)
        rig.twin.updates.drop()
        await rig.start()
        group.let_speak(mia, by=captcha)
        [joined] = await rig.got(MemberJoined)
        assert not joined.screening
