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
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaDocument,
    InputMediaPhoto,
    InputTextMessageContent,
    MessageEntity,
    ReplyParameters,
    User,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest

from tests.twins.telegram import TelegramTwin
from tests.twins.telegram.testing import EVERYTHING, Clock, client, drain, picture

KEYBOARD = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Pay", callback_data="pay:1"), InlineKeyboardButton("Read", url="https://example.org/a")]]
)


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
    await bot.send_sticker(ana.id, b"RIFF\x04\0\0\0WEBP")
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


async def test_many_are_copied_and_forwarded_at_once(twin: TelegramTwin, bot: Bot) -> None:
    ana = twin.add_user("Ana")
    one, two = ana.posts(ana.private, "one"), ana.posts(ana.private, "two", photo=picture())
    await bot.copy_messages(ana.id, ana.id, [one.id, two.id, 99], remove_caption=True)
    assert [(post.text, post.kind) for post in ana.private.messages[-2:]] == [("one", "text"), ("", "photo")]
    await bot.forward_messages(ana.id, ana.id, [one.id])
    assert ana.private.last.text == "one"
    with pytest.raises(BadRequest, match="There are no messages to copy"):
        await bot.copy_messages(ana.id, ana.id, [99])


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
