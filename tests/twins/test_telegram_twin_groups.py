"""Groups against the real python-telegram-bot: who comes and goes, who may what, topics, other voices."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from telegram import (
    Bot,
    ChatMemberRestricted,
    ChatPermissions,
)
from telegram.constants import ChatMemberStatus
from telegram.error import BadRequest, Forbidden

from tests.twins.telegram import TelegramTwin
from tests.twins.telegram.testing import EVERYTHING, Clock, client, drain


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def twin(clock: Clock) -> AsyncIterator[TelegramTwin]:
    async with TelegramTwin(clock=clock) as running:
        yield running
        assert running.violations == []


@pytest.fixture
async def bot(twin: TelegramTwin) -> AsyncIterator[Bot]:
    async with client(twin) as running:
        yield running


async def test_members_come_go_and_are_judged(twin: TelegramTwin, bot: Bot) -> None:
    ana, eve = twin.add_user("Ana"), twin.add_user("Eve")
    group = twin.add_group("Cats")
    group.add_bot(admin=True)
    await drain(bot)
    await bot.get_updates(allowed_updates=EVERYTHING)
    group.join(ana)
    joined = await drain(bot)
    assert [bool(update.chat_member) for update in joined] == [True, False]
    assert joined[1].message is not None
    assert [user.id for user in joined[1].message.new_chat_members] == [ana.id]
    group.join(eve)
    await bot.restrict_chat_member(group.id, eve.id, ChatPermissions.no_permissions())
    with pytest.raises(PermissionError):
        eve.posts(group, "but")
    await bot.ban_chat_member(group.id, eve.id)
    assert group.is_banned(eve)
    await bot.unban_chat_member(group.id, eve.id, only_if_banned=True)
    group.join(eve)
    assert (await bot.get_chat_member(group.id, eve.id)).status == ChatMemberStatus.MEMBER
    admins = await bot.get_chat_administrators(group.id)
    assert {admin.user.id for admin in admins} == {group.owner_id, bot.id}
    assert await bot.get_chat_member_count(group.id) == 4
    assert (await bot.get_chat(group.id)).title == "Cats"
    await bot.leave_chat(group.id)
    with pytest.raises(Exception, match="Forbidden: bot is not a member of the supergroup chat"):
        await bot.send_message(group.id, "hello?")


async def test_a_mute_ends_by_itself(twin: TelegramTwin, bot: Bot, clock: Clock) -> None:
    ana = twin.add_user("Ana")
    group = twin.add_group("Cats")
    group.add_bot(admin=True)
    group.join(ana)
    until = datetime.fromtimestamp(clock() + 60, UTC)
    await bot.restrict_chat_member(group.id, ana.id, ChatPermissions.no_permissions(), until_date=until)
    with pytest.raises(PermissionError):
        ana.posts(group, "hm")
    clock.forward(61)
    assert ana.posts(group, "hm").text == "hm"
    await bot.ban_chat_member(group.id, ana.id, until_date=datetime.fromtimestamp(clock() + 60, UTC))
    with pytest.raises(PermissionError):
        group.join(ana)
    clock.forward(61)
    group.join(ana)
    assert group.is_member(ana)


async def test_admins_make_admins_and_links_within_their_rights(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    group = twin.add_group("Cats")
    group.add_bot(admin={"can_promote_members", "can_invite_users", "can_pin_messages"})
    group.join(ana)
    await bot.promote_chat_member(group.id, ana.id, can_pin_messages=True)
    assert group.state.member(ana.id).rights == {"can_pin_messages"}
    with pytest.raises(BadRequest, match="Not enough rights"):
        await bot.promote_chat_member(group.id, ana.id, can_delete_messages=True)
    with pytest.raises(BadRequest, match="Can't remove chat owner"):
        await bot.promote_chat_member(group.id, group.owner_id, can_pin_messages=True)
    link = await bot.create_chat_invite_link(group.id, name="club", creates_join_request=True)
    assert (link.name, link.creates_join_request) == ("club", True)
    assert (await bot.revoke_chat_invite_link(group.id, link.invite_link)).is_revoked
    assert (await bot.export_chat_invite_link(group.id)).startswith("https://t.me/+")


async def test_a_join_request_opens_the_private_chat_for_five_minutes(
    twin: TelegramTwin, bot: Bot, clock: Clock
) -> None:
    ana, eve = twin.add_user("Ana"), twin.add_user("Eve")
    group = twin.add_group("Cats")
    group.add_bot(admin=True)
    await drain(bot)
    group.request_to_join(ana)
    request = (await drain(bot))[0].chat_join_request
    assert request is not None
    await bot.send_message(request.user_chat_id, "show me your cat")
    clock.forward(301)
    with pytest.raises(Exception, match="bot can't initiate conversation"):
        await bot.send_message(request.user_chat_id, "still there?")
    await request.approve()
    assert group.is_member(ana)
    group.request_to_join(eve)
    await bot.decline_chat_join_request(group.id, eve.id)
    assert not group.is_member(eve)
    with pytest.raises(Exception, match="can't initiate"):
        await bot.send_message(eve.id, "sorry")


async def test_topics(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    forum = twin.add_group("Forum", forum=True)
    forum.add_bot(admin=True)
    forum.join(ana)
    topic = forum.add_topic("Intros")
    await drain(bot)
    ana.posts(forum, "hi", topic=topic)
    message = (await drain(bot))[0].message
    assert message is not None
    assert (message.message_thread_id, message.is_topic_message) == (topic.id, True)
    assert message.reply_to_message is not None
    assert message.reply_to_message.forum_topic_created is not None
    own = await bot.create_forum_topic(forum.id, "Events")
    await bot.send_message(forum.id, "in it", message_thread_id=own.message_thread_id)
    assert forum.last.topic == own.message_thread_id
    await bot.edit_forum_topic(forum.id, own.message_thread_id, name="Club events")
    await bot.close_forum_topic(forum.id, own.message_thread_id)
    await bot.reopen_forum_topic(forum.id, own.message_thread_id)
    await bot.delete_forum_topic(forum.id, own.message_thread_id)
    with pytest.raises(Exception, match="Message thread not found"):
        await bot.send_message(forum.id, "in it", message_thread_id=own.message_thread_id)


async def test_voices_that_are_not_users(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    group, channel = twin.add_group("Cats"), twin.add_channel("News")
    group.add_bot(admin=True)
    group.join(ana)
    group.make_admin(ana, anonymous=True)
    group.link(channel)
    await drain(bot)
    ana.posts(group, "I am the group")
    channel.posts("news")
    anonymous, linked = [update.message for update in await drain(bot)]
    assert anonymous is not None
    assert anonymous.from_user is not None
    assert anonymous.sender_chat is not None
    assert (anonymous.from_user.username, anonymous.sender_chat.id) == ("GroupAnonymousBot", group.id)
    assert linked is not None
    assert linked.from_user is not None
    assert linked.sender_chat is not None
    assert (linked.from_user.id, linked.sender_chat.id, linked.is_automatic_forward) == (777000, channel.id, True)


async def test_a_basic_group_becomes_a_supergroup(twin: TelegramTwin, bot: Bot) -> None:
    group = twin.add_group("Cats", supergroup=False)
    group.add_bot()
    await drain(bot)
    old = group.id
    new = group.upgrade()
    messages = [update.message for update in await drain(bot)]
    assert [message and message.migrate_to_chat_id for message in messages] == [new, None]
    assert messages[1] is not None
    assert messages[1].migrate_from_chat_id == old
    with pytest.raises(Exception, match=str(new)):
        await bot.send_message(old, "hello")
    await bot.send_message(new, "hello")
    assert group.last.text == "hello"


async def test_who_has_to_ask_waits_for_the_answer(twin: TelegramTwin, bot: Bot, clock: Clock) -> None:
    ana, bo, cat = twin.add_user("Ana", "es"), twin.add_user("Bo"), twin.add_user("Cat")
    group = twin.add_group("Cats")
    group.add_bot(admin=True)
    group.require_requests()
    await drain(bot)
    await bot.get_updates(allowed_updates=EVERYTHING)
    assert (await bot.get_chat(group.id)).join_by_request
    with pytest.raises(PermissionError):
        group.join(ana)
    group.request_to_join(ana, bio="I like cats")
    with pytest.raises(PermissionError):
        group.request_to_join(ana)
    (told,) = await drain(bot)
    assert told.chat_join_request is not None
    assert (told.chat_join_request.user_chat_id, told.chat_join_request.bio) == (ana.id, "I like cats")
    await bot.send_message(ana.id, "first a cat")
    clock.forward(301)
    with pytest.raises(Forbidden):
        await bot.send_message(ana.id, "still there?")
    await bot.approve_chat_join_request(group.id, ana.id)
    assert group.is_member(ana)
    joined = (await drain(bot))[0].chat_member
    assert joined is not None
    assert joined.via_join_request
    with pytest.raises(BadRequest, match="User_already_participant"):
        await bot.approve_chat_join_request(group.id, ana.id)

    group.request_to_join(bo)
    group.withdraw_request(bo)
    assert not group.is_asking(bo)
    with pytest.raises(BadRequest, match="Hide_requester_missing"):
        await bot.decline_chat_join_request(group.id, bo.id)
    group.request_to_join(cat)
    group.accept_request(cat)
    assert group.is_member(cat)


async def test_a_restriction_is_told_and_outlasts_leaving(twin: TelegramTwin, bot: Bot, clock: Clock) -> None:
    ana = twin.add_user("Ana")
    group = twin.add_group("Cats")
    group.add_bot(admin=True)
    group.join(ana)
    await drain(bot)
    await bot.get_updates(allowed_updates=EVERYTHING)
    until = datetime.fromtimestamp(clock() + 600, UTC)
    await bot.restrict_chat_member(group.id, ana.id, ChatPermissions.no_permissions(), until_date=until)
    change = (await drain(bot))[0].chat_member
    assert change is not None
    assert change.from_user.id == bot.id
    assert change.new_chat_member.status == ChatMemberStatus.RESTRICTED
    group.leave(ana)
    left = (await drain(bot))[0].chat_member
    assert left is not None
    assert isinstance(left.new_chat_member, ChatMemberRestricted)
    assert not left.new_chat_member.is_member
    group.join(ana)
    with pytest.raises(PermissionError):
        ana.posts(group, "me again")
    clock.forward(601)
    assert ana.posts(group, "me again").text == "me again"


async def test_a_restriction_of_a_few_seconds_is_for_ever(twin: TelegramTwin, bot: Bot, clock: Clock) -> None:
    ana = twin.add_user("Ana")
    group = twin.add_group("Cats")
    group.add_bot(admin=True)
    group.join(ana)
    until = datetime.fromtimestamp(clock() + 10, UTC)
    await bot.restrict_chat_member(group.id, ana.id, ChatPermissions.no_permissions(), until_date=until)
    clock.forward(3600)
    with pytest.raises(PermissionError):
        ana.posts(group, "hm")


async def test_a_captcha_bot_holds_a_newcomer_back(twin: TelegramTwin, bot: Bot) -> None:
    riddles, ana = twin.add_user("Riddles", is_bot=True), twin.add_user("Ana")
    group = twin.add_group("Cats")
    group.add_bot(admin=True)
    group.had_before(riddles)
    await drain(bot)
    await bot.get_updates(allowed_updates=EVERYTHING)
    group.join(ana)
    group.hold_back(ana, riddles)
    changes = [update.chat_member for update in await drain(bot) if update.chat_member is not None]
    assert [change.new_chat_member.status for change in changes] == [
        ChatMemberStatus.MEMBER,
        ChatMemberStatus.RESTRICTED,
    ]
    assert changes[1].from_user.id == riddles.id
    with pytest.raises(PermissionError):
        ana.posts(group, "4")
    with pytest.raises(PermissionError):
        ana.reacts(group.last, "👍")
    group.let_speak(ana, riddles)
    assert ana.posts(group, "hello").text == "hello"


async def test_groups_and_topics_get_other_names(twin: TelegramTwin, bot: Bot) -> None:
    group = twin.add_group("Cats", forum=True)
    group.add_bot(admin=True)
    topic = group.add_topic("Intros")
    await drain(bot)
    group.rename("All cats")
    group.rename_topic(topic, "Hello")
    titled, named = [update.message for update in await drain(bot)]
    assert titled is not None
    assert titled.new_chat_title == titled.chat.title == "All cats"
    assert named is not None
    assert named.forum_topic_edited is not None
    assert (named.message_thread_id, named.forum_topic_edited.name) == (topic.id, "Hello")


async def test_people_react_only_with_what_there_is(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    group = twin.add_group("Cats")
    group.add_bot(admin=True)
    group.join(ana)
    said = ana.posts(group, "hello")
    await bot.get_updates(allowed_updates=EVERYTHING)
    await drain(bot)
    with pytest.raises(PermissionError):
        ana.reacts(said, "🐱")
    ana.reacts(said, "❤")
    (told,) = await drain(bot)
    assert told.message_reaction is not None
    group.promote_bot(rights=False)
    await drain(bot)
    ana.reacts(said, "👍")
    assert await drain(bot) == [], "reactions are told to admins only"
