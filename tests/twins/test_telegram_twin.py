"""The real python-telegram-bot against the twin: what goes out is seen, what people do comes in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    ChatPermissions,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaDocument,
    InputMediaPhoto,
    InputTextMessageContent,
    MessageEntity,
    ReplyParameters,
    Update,
    User,
)
from telegram.constants import ChatMemberStatus, ParseMode
from telegram.error import BadRequest

from tests.twins.telegram import TelegramTwin
from tests.twins.telegram.testing import Clock, client, picture

KEYBOARD = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Pay", callback_data="pay:1"), InlineKeyboardButton("Read", url="https://example.org/a")]]
)
EVERYTHING = list(Update.ALL_TYPES)


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


async def drain(bot: Bot) -> list[Update]:
    """Take and confirm all that waits."""
    updates = list(await bot.get_updates(allowed_updates=EVERYTHING))
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1, limit=1, allowed_updates=EVERYTHING)
    return updates


async def test_a_text_is_seen_with_its_entities_buttons_and_reply(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana", username="ana")
    group = twin.add_group("Cats")
    group.add_bot()
    group.join(ana)
    asked = ana.posts(group, "who is there?")

    sent = await bot.send_message(
        group.id,
        "😀 <b>hi</b> @ana",
        parse_mode=ParseMode.HTML,
        reply_markup=KEYBOARD,
        reply_parameters=ReplyParameters(asked.id),
        disable_notification=True,
    )

    post = twin.messages(group, viewer=ana)[-1]
    assert (post.id, post.text, post.silent, post.by_bot, post.author) == (
        sent.message_id,
        "😀 hi @ana",
        True,
        True,
        "Cat Tax",
    )
    assert [(entity.type, entity.offset, entity.text) for entity in post.entities] == [
        ("bold", 3, "hi"),
        ("mention", 6, "@ana"),
    ]
    assert post.pinged == (ana.id,)
    assert post.reply_to is not None
    assert post.reply_to.id == asked.id
    assert post.button("Pay").data == "pay:1"
    assert post.button("Read").url == "https://example.org/a"
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "who is there?"


async def test_entities_beside_a_text_come_back_and_a_name_in_code_does_not_ping(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana", username="ana")
    ana.starts()

    await bot.send_message(
        ana.id,
        "at noon, @ana",
        entities=[
            MessageEntity(
                "date_time", 3, 4, unix_time=datetime.fromtimestamp(1_790_000_000, UTC), date_time_format="t"
            ),
            MessageEntity("code", 9, 4),
        ],
    )
    await bot.send_message(
        ana.id, "Ana!", entities=[MessageEntity("text_mention", 0, 3, user=User(ana.id, "Ana", is_bot=False))]
    )

    first, second = ana.private.messages[-2:]
    assert [(entity.type, entity.unix_time) for entity in first.entities] == [("date_time", 1_790_000_000), ("code", 0)]
    assert first.pinged == ()
    assert second.pinged == (ana.id,)


async def test_markdown_v2_and_html_give_the_same_entities(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    ana.starts()
    await bot.send_message(
        ana.id,
        "*a _b_* ||c|| `d` [e](https://example.org/) 1\\.\n>quoted\n>more\nend",
        parse_mode=ParseMode.MARKDOWN_V2,
    )
    await bot.send_message(
        ana.id,
        "<b>a <i>b</i></b> <tg-spoiler>c</tg-spoiler> <code>d</code> <a href='https://example.org/'>e</a> 1.\n"
        "<blockquote>quoted\nmore\n</blockquote>end",
        parse_mode=ParseMode.HTML,
    )
    first, second = ana.private.messages[-2:]
    assert first.text == second.text
    assert first.entities == second.entities
    assert {entity.type for entity in first.entities} == {
        "bold",
        "italic",
        "spoiler",
        "code",
        "text_link",
        "blockquote",
    }


async def test_files_go_both_ways(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    ana.posts(ana.private, "my cat", photo=picture())
    update = (await drain(bot))[-1]
    assert update.message is not None
    assert update.message.caption == "my cat"
    largest = update.message.photo[-1]
    assert (largest.width, largest.height) == (400, 300)
    assert await (await largest.get_file()).download_as_bytearray() == picture()
    small = bytes(await (await update.message.photo[0].get_file()).download_as_bytearray())
    assert 0 < len(small) < len(picture())

    await bot.send_photo(ana.id, picture(colour="grey"), caption="<i>mine</i>", parse_mode=ParseMode.HTML)
    assert ana.private.last.photo == picture(colour="grey")
    await bot.send_document(ana.id, b"a,b", filename="list.csv", caption="list")
    document = ana.private.last.document
    assert document is not None
    assert (document.name, document.mime, document.content) == ("list.csv", "text/csv", b"a,b")
    await bot.send_photo(ana.id, largest.file_id)
    assert ana.private.last.photo == picture()
    await bot.send_sticker(ana.id, b"RIFFwebp")
    await bot.send_voice(ana.id, b"OggS")
    await bot.send_video(ana.id, b"mp4")
    await bot.send_animation(ana.id, b"mp4")
    assert [post.kind for post in ana.private.messages[-4:]] == ["sticker", "voice", "video", "animation"]


async def test_albums_are_several_messages_with_one_group(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    ana.posts(ana.private, "both", album=[picture(colour="red"), picture(colour="blue")])
    messages = [update.message for update in await drain(bot)]
    assert [message and message.caption for message in messages] == ["both", None]
    assert len({message.media_group_id for message in messages if message}) == 1

    sent = await bot.send_media_group(
        ana.id, [InputMediaPhoto(picture(), caption="one"), InputMediaPhoto(picture(colour="grey"))]
    )
    assert [post.album for post in ana.private.messages[-2:]] == [sent[0].media_group_id] * 2
    assert ana.private.messages[-1].photo == picture(colour="grey")


async def test_edits_and_deletions_are_seen(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    ana.starts()
    sent = await bot.send_message(ana.id, "one", reply_markup=KEYBOARD)
    post = ana.private.last
    await sent.edit_text("two")
    assert (post.text, post.buttons, post.edited) == ("two", [], True)
    await sent.edit_reply_markup(KEYBOARD)
    assert post.button("Pay").data == "pay:1"
    photo = await bot.send_photo(ana.id, picture(), caption="x")
    await photo.edit_caption("y")
    await photo.edit_media(InputMediaDocument(b"text", filename="z.txt", caption="z"))
    assert (ana.private.last.text, ana.private.last.kind) == ("z", "document")
    await sent.delete()
    assert post.deleted
    await bot.delete_messages(ana.id, [photo.message_id, 99_999])
    assert [one.text for one in ana.private.messages] == ["/start"]


async def test_a_pressed_button_is_answered_in_time_or_not_at_all(twin: TelegramTwin, bot: Bot, clock: Clock) -> None:
    ana = twin.add_user("Ana")
    ana.starts()
    await bot.send_message(ana.id, "pay?", reply_markup=KEYBOARD)
    await drain(bot)
    press = ana.presses(ana.private.last, "Pay")
    query = (await drain(bot))[0].callback_query
    assert query is not None
    assert (query.data, query.from_user.id, press.answer) == ("pay:1", ana.id, None)
    await query.answer("thanks", show_alert=True)
    answer = await press
    assert (answer.text, answer.alert) == ("thanks", True)

    forged = ana.presses(ana.private.last, data="admin:erase")
    late = (await drain(bot))[0].callback_query
    assert late is not None
    assert late.data == "admin:erase"
    clock.forward(60)
    with pytest.raises(Exception, match="Query is too old"):
        await late.answer("too late")
    assert forged.answer is None
    with pytest.raises(LookupError):
        ana.presses(ana.private.last, "Read")


async def test_an_old_or_deleted_messages_button_comes_without_its_content(
    twin: TelegramTwin, bot: Bot, clock: Clock
) -> None:
    ana = twin.add_user("Ana")
    ana.starts()
    await bot.send_message(ana.id, "pay?", reply_markup=KEYBOARD)
    await drain(bot)
    clock.forward(49 * 3600)
    ana.presses(ana.private.last, "Pay")
    query = (await drain(bot))[0].callback_query
    assert query is not None
    assert query.message is not None
    # The library parses it as a Message that says so, not as an InaccessibleMessage.
    assert not query.message.is_accessible


async def test_inline_and_guest_questions(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    group = twin.add_group("Elsewhere")
    group.join(ana)
    ask = ana.asks_inline("cat", chat_type="supergroup")
    guest = ana.asks_guest(group, "@cat_tax_twin_bot what is 猫?")
    first, second = await drain(bot)
    article = InlineQueryResultArticle("1", "A cat", InputTextMessageContent("*meow*", "MarkdownV2"), KEYBOARD)
    assert first.inline_query is not None
    await first.inline_query.answer([article])
    (result,) = await ask.results()
    chosen = ask.choose(result, group)
    assert (chosen.text, result.title) == ("meow", "A cat")

    assert second.guest_message is not None
    assert second.guest_message.guest_query_id
    sent = await bot.answer_guest_query(second.guest_message.guest_query_id, article)
    assert (await guest).id == sent.inline_message_id
    await bot.edit_message_text("purr", inline_message_id=sent.inline_message_id)
    assert (await guest).text == "purr"
    picked = (await drain(bot))[0].chosen_inline_result
    assert picked is not None
    assert picked.inline_message_id
    await bot.edit_message_text("hiss", inline_message_id=picked.inline_message_id)
    assert chosen.text == "hiss"


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


async def test_many_are_copied_and_forwarded_at_once(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    one, two = ana.posts(ana.private, "one"), ana.posts(ana.private, "two", photo=picture())
    await bot.copy_messages(ana.id, ana.id, [one.id, two.id, 99], remove_caption=True)
    assert [(post.text, post.kind) for post in ana.private.messages[-2:]] == [("one", "text"), ("", "photo")]
    await bot.forward_messages(ana.id, ana.id, [one.id])
    assert ana.private.last.text == "one"
    with pytest.raises(BadRequest, match="There are no messages to copy"):
        await bot.copy_messages(ana.id, ana.id, [99])


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


async def test_reactions_pins_copies_and_forwards(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    group = twin.add_group("Cats")
    group.add_bot(admin=True)
    group.join(ana)
    post = ana.posts(group, "look", photo=picture())
    await bot.get_updates(allowed_updates=EVERYTHING)
    await drain(bot)
    ana.reacts(post, "👍")
    change = (await drain(bot))[0].message_reaction
    assert change is not None
    assert change.message_id == post.id
    await bot.set_message_reaction(group.id, post.id, "❤")
    assert post.reactions == {ana.id: ("👍",), bot.id: ("❤",)}
    assert await drain(bot) == []
    await bot.pin_chat_message(group.id, post.id)
    assert post.pinned
    await bot.unpin_chat_message(group.id)
    assert not post.pinned
    ana.starts()
    copied = await bot.copy_message(ana.id, group.id, post.id, caption="copied")
    assert (ana.private.last.id, ana.private.last.text) == (copied.message_id, "copied")
    forwarded = await bot.forward_message(ana.id, group.id, post.id)
    assert forwarded.forward_origin is not None
    await bot.send_chat_action(ana.id, "typing")
    assert ana.private.actions == ["typing"]


async def test_menus_and_descriptions_by_language(twin: TelegramTwin, bot: Bot) -> None:
    ana, wei = twin.add_user("Ana", "es"), twin.add_user("Wei", "zh-hant")
    group = twin.add_group("Cats")
    group.add_bot()
    group.join(wei)
    await bot.set_my_commands([BotCommand("start", "Begin")])
    await bot.set_my_commands([BotCommand("start", "Empezar")], BotCommandScopeAllPrivateChats(), "es")
    await bot.set_my_commands([BotCommand("start", "開始")], BotCommandScopeChat(group.id))
    assert twin.commands() == [("start", "Begin")]
    assert twin.menu(ana, ana.private) == [("start", "Empezar")]
    assert twin.menu(wei, wei.private) == [("start", "Begin")]
    assert twin.menu(wei, group) == [("start", "開始")]
    assert [command.description for command in await bot.get_my_commands()] == ["Begin"]
    await bot.delete_my_commands(BotCommandScopeChat(group.id))
    assert twin.menu(wei, group) == [("start", "Begin")]
    await bot.set_my_description("Shows cats", "en")
    await bot.set_my_short_description("Cats")
    await bot.set_my_name("Cat Tax")
    assert (twin.words("description", "en"), twin.words("short_description")) == ("Shows cats", "Cats")
    assert (await bot.get_my_description("en")).description == "Shows cats"
    await bot.set_chat_menu_button()


async def test_force_reply_and_answering_it(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    group = twin.add_group("Cats")
    group.add_bot()
    group.join(ana)
    await drain(bot)
    await bot.send_message(group.id, "your name?", reply_markup=ForceReply(selective=True))
    assert group.last.force_reply
    ana.posts(group, "Ana", reply_to=group.last)
    message = (await drain(bot))[0].message
    assert message is not None
    assert message.reply_to_message is not None
    assert message.reply_to_message.text == "your name?"
    assert (message.message_thread_id, message.is_topic_message) == (message.reply_to_message.message_id, None)
