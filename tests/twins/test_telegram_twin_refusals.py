"""What the twin refuses, in the real server's words, seen through plain HTTP and through the real client."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass

import aiohttp
import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken

from tests.twins.telegram import Group, Person, TelegramTwin
from tests.twins.telegram.jsons import Json, as_object, as_text, dump, parse
from tests.twins.telegram.testing import Clock, client, picture


@dataclass(slots=True)
class House:
    """A twin with Ana, who started the bot, and a group in which the bot is an ordinary member."""

    twin: TelegramTwin
    clock: Clock
    ana: Person
    group: Group
    session: aiohttp.ClientSession

    async def ask(self, method: str, **parameters: object) -> Json:
        """Call a method with a JSON body."""
        url = f"{self.twin.api_base}/bot{self.twin.token}/{method}"
        async with self.session.post(url, data=dump(parameters), headers={"Content-Type": "application/json"}) as got:
            answer = as_object(parse(await got.read()))
            assert answer is not None
            assert answer["ok"] == (got.status == 200)
            return answer

    async def refusal(self, method: str, **parameters: object) -> str:
        answer = await self.ask(method, **parameters)
        assert answer["ok"] is False, answer
        return as_text(answer["description"])


@pytest.fixture
async def house() -> AsyncIterator[House]:
    clock = Clock()
    async with TelegramTwin(clock=clock) as twin, aiohttp.ClientSession() as session:
        ana, group = twin.add_user("Ana", username="ana"), twin.add_group("Cats")
        ana.starts()
        group.add_bot()
        group.join(ana)
        yield House(twin, clock, ana, group, session)


def keyboard(*buttons: Mapping[str, object]) -> Json:
    return {"inline_keyboard": [list(buttons)]}


TOO_MANY = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}] * 8 for _ in range(13)]}
CALLBACK = "BUTTON_DATA_INVALID"
PARSE = "can't parse entities: "

TEXTS: list[tuple[str, Json]] = [
    ("message text is empty", {"text": " \n "}),
    ("message text is empty", {"text": "<b></b>", "parse_mode": "HTML"}),
    ("message is too long", {"text": "x" * 4097}),
    ("message is too long", {"text": "😀" * 2049}),
    (PARSE + 'Unsupported start tag "x" at byte offset 0', {"text": "<x>a</x>", "parse_mode": "HTML"}),
    (PARSE + 'Can\'t find end tag corresponding to start tag "b"', {"text": "<b>a", "parse_mode": "HTML"}),
    (PARSE + "Unexpected end tag at byte offset 1", {"text": "a</b>", "parse_mode": "HTML"}),
    (
        PARSE + 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        {"text": "<b><i>a</b></i>", "parse_mode": "HTML"},
    ),
    (PARSE + "Unclosed start tag at byte offset 2", {"text": "a <3", "parse_mode": "HTML"}),
    (
        PARSE + "Character '.' is reserved and must be escaped with the preceding '\\'",
        {"text": "1.", "parse_mode": "MarkdownV2"},
    ),
    (PARSE + "Can't find end of Bold entity at byte offset 2", {"text": "a *b", "parse_mode": "MarkdownV2"}),
    ("unsupported parse_mode", {"text": "a", "parse_mode": "BBCode"}),
    (
        "can't parse MessageEntity: Unsupported type specified",
        {"text": "abc", "entities": [{"type": "blink", "offset": 0, "length": 1}]},
    ),
    (
        "entity beginning at UTF-16 offset 2 ends after the end of the text or is empty",
        {"text": "abc", "entities": [{"type": "bold", "offset": 2, "length": 2}]},
    ),
    (
        "entity beginning at UTF-16 offset 1 starts or ends in a middle of a UTF-16 symbol",
        {"text": "😀", "entities": [{"type": "bold", "offset": 1, "length": 1}]},
    ),
    (
        "can't parse MessageEntity: Can't find field \"url\"",
        {"text": "abc", "entities": [{"type": "text_link", "offset": 0, "length": 1}]},
    ),
    (CALLBACK, {"text": "a", "reply_markup": keyboard({"text": "x", "callback_data": "猫" * 22})}),
    (CALLBACK, {"text": "a", "reply_markup": keyboard({"text": "x", "callback_data": ""})}),
    (
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        {"text": "a", "reply_markup": keyboard({"text": "x"})},
    ),
    (
        "can't parse inline keyboard button: exactly one of the optional fields must be used",
        {"text": "a", "reply_markup": keyboard({"text": "x", "url": "https://a.b", "callback_data": "1"})},
    ),
    (
        "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
        {"text": "a", "reply_markup": keyboard({"text": "x", "url": "nowhere"})},
    ),
    (
        "too many buttons in a row: at most 8",
        {"text": "a", "reply_markup": keyboard(*[{"text": "x", "callback_data": "1"}] * 9)},
    ),
    ("reply markup is too long", {"text": "a", "reply_markup": TOO_MANY}),
    ("message to be replied not found", {"text": "a", "reply_parameters": {"message_id": 999}}),
    ("chat not found", {"chat_id": 12345, "text": "a"}),
    ("message thread not found", {"text": "a", "message_thread_id": 5}),
]


@pytest.mark.parametrize(("words", "parameters"), TEXTS)
async def test_texts_and_keyboards(house: House, words: str, parameters: Json) -> None:
    before = len(house.ana.private.messages)
    assert await house.refusal("sendMessage", **{"chat_id": house.ana.id, **parameters}) == f"Bad Request: {words}"
    assert len(house.ana.private.messages) == before


async def test_the_limits_themselves_are_accepted(house: House) -> None:
    full = [[{"text": "x", "callback_data": "d" * 64}] * 8 for _ in range(12)]
    answer = await house.ask(
        "sendMessage",
        chat_id=house.ana.id,
        text="😀" * 2048,
        reply_markup={"inline_keyboard": [*full, full[0][:4]]},
    )
    assert answer["ok"] is True
    assert (await house.ask("sendMessage", chat_id=house.ana.id, text=f"<b>{'x' * 4096}</b>", parse_mode="HTML"))["ok"]


Known = Callable[[House], Json]
COMMAND = {"command": "start", "description": "Begin"}
CALLS: list[tuple[str, str, Known]] = [
    ("message to edit not found", "editMessageText", lambda h: {"chat_id": h.ana.id, "message_id": 99, "text": "a"}),
    ("message can't be edited", "editMessageText", lambda h: {"chat_id": h.ana.id, "message_id": 1, "text": "a"}),
    ("message to delete not found", "deleteMessage", lambda h: {"chat_id": h.ana.id, "message_id": 99}),
    (
        "message can't be deleted",
        "deleteMessage",
        lambda h: {"chat_id": h.group.id, "message_id": h.ana.posts(h.group, "mine").id},
    ),
    ("message to react not found", "setMessageReaction", lambda h: {"chat_id": h.ana.id, "message_id": 99}),
    (
        "REACTION_INVALID",
        "setMessageReaction",
        lambda h: {"chat_id": h.ana.id, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "🐈"}]},
    ),
    (
        "REACTIONS_TOO_MANY",
        "setMessageReaction",
        lambda h: {
            "chat_id": h.ana.id,
            "message_id": 1,
            "reaction": [{"type": "emoji", "emoji": "👍"}, {"type": "emoji", "emoji": "🔥"}],
        },
    ),
    (
        "query is too old and response timeout expired or query ID is invalid",
        "answerCallbackQuery",
        lambda h: {"callback_query_id": "1"},
    ),
    ("MESSAGE_TOO_LONG", "answerCallbackQuery", lambda h: {"callback_query_id": "1", "text": "x" * 201}),
    (
        "not enough rights to restrict/unrestrict chat member",
        "banChatMember",
        lambda h: {"chat_id": h.group.id, "user_id": h.ana.id},
    ),
    (
        "not enough rights to manage pinned messages in the chat",
        "pinChatMessage",
        lambda h: {"chat_id": h.group.id, "message_id": 1},
    ),
    ("the chat is not a forum", "createForumTopic", lambda h: {"chat_id": h.group.id, "name": "x"}),
    ("user not found", "getChatMember", lambda h: {"chat_id": h.group.id, "user_id": 1}),
    ("wrong file identifier/HTTP URL specified", "sendPhoto", lambda h: {"chat_id": h.ana.id, "photo": "nothing"}),
    ("invalid file_id", "getFile", lambda h: {"file_id": "nothing"}),
    (
        "wrong number of media: media group must contain 2-10 items",
        "sendMediaGroup",
        lambda h: {"chat_id": h.ana.id, "media": [{"type": "photo", "media": "x"}]},
    ),
    ("BOT_COMMAND_INVALID", "setMyCommands", lambda h: {"commands": [{**COMMAND, "command": "Start"}]}),
    ("BOT_COMMAND_INVALID", "setMyCommands", lambda h: {"commands": [{**COMMAND, "command": "s" * 33}]}),
    (
        "BOT_COMMAND_DESCRIPTION_INVALID",
        "setMyCommands",
        lambda h: {"commands": [{**COMMAND, "description": "d" * 257}]},
    ),
    ("BOT_COMMANDS_TOO_MUCH", "setMyCommands", lambda h: {"commands": [COMMAND] * 101}),
    (
        "invalid language code specified",
        "setMyCommands",
        lambda h: {"commands": [COMMAND], "language_code": "zh-hant"},
    ),
    ("secret token contains unallowed characters", "setWebhook", lambda h: {"url": "https://a.b", "secret_token": "é"}),
    (
        "bad webhook: An HTTPS URL must be provided for webhook",
        "setWebhook",
        lambda h: {"url": "http://192.0.2.1/hook"},
    ),
]


@pytest.mark.parametrize(("words", "method", "parameters"), CALLS)
async def test_methods(house: House, words: str, method: str, parameters: Known) -> None:
    assert await house.refusal(method, **parameters(house)) == f"Bad Request: {words}"
    assert house.twin.violations == []


async def test_captions_and_uploads(house: House) -> None:
    async with client(house.twin) as bot:
        with pytest.raises(BadRequest, match="Message caption is too long"):
            await bot.send_photo(house.ana.id, picture(), caption="x" * 1025)
        with pytest.raises(BadRequest, match="Image_process_failed"):
            await bot.send_photo(house.ana.id, b"not a picture")
        with pytest.raises(BadRequest, match="Photo_invalid_dimensions"):
            await bot.send_photo(house.ana.id, picture(2100, 100))
        with pytest.raises(BadRequest, match="File is too big"):
            await bot.send_photo(house.ana.id, picture() + bytes(10 * 1024 * 1024))
        with pytest.raises(BadRequest, match="File must be non-empty"):
            await bot.send_document(house.ana.id, b"")
        with pytest.raises(Exception, match="Request Entity Too Large"):
            await bot.send_document(house.ana.id, bytes(50 * 1024 * 1024 + 1))
        sent = house.ana.posts(house.ana.private, document=("big.bin", bytes(20 * 1024 * 1024 + 1), "application/x"))
        assert sent.document is not None
        with pytest.raises(BadRequest, match="File is too big"):
            await bot.get_file(sent.document.file_id)


async def test_an_edit_must_change_something(house: House) -> None:
    async with client(house.twin) as bot:
        sent = await bot.send_message(house.ana.id, "<b>a</b>", parse_mode="HTML")
        with pytest.raises(BadRequest, match="Message is not modified"):
            await sent.edit_text("*a*", parse_mode="MarkdownV2")
        with pytest.raises(BadRequest, match="There is no caption"):
            await sent.edit_caption("a")
        with pytest.raises(BadRequest, match="Message is not modified"):
            await sent.edit_reply_markup()
        await sent.edit_text("a")


async def test_deletion_has_its_time(house: House) -> None:
    house.group.promote_bot()
    post = house.ana.posts(house.group, "mine")
    house.clock.forward(48 * 3600)
    assert await house.refusal("deleteMessage", chat_id=house.group.id, message_id=post.id) == (
        "Bad Request: message can't be deleted"
    )


async def test_who_may_be_written_to(house: House) -> None:
    stranger = house.twin.add_user("Eve")
    async with client(house.twin) as bot:
        with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
            await bot.send_message(stranger.id, "hello")
        house.ana.blocks_bot()
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await bot.send_message(house.ana.id, "hello")
        house.ana.unblocks_bot()
        await bot.send_message(house.ana.id, "hello")
        house.group.restrict_bot("can_send_messages")
        await bot.send_message(house.group.id, "hello")
        with pytest.raises(BadRequest, match="Not enough rights to send photos to the chat"):
            await bot.send_photo(house.group.id, picture())
        house.group.restrict_bot()
        with pytest.raises(BadRequest, match="Not enough rights to send text messages to the chat"):
            await bot.send_message(house.group.id, "hello")
        house.group.remove_bot()
        with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
            await bot.send_message(house.group.id, "hello")
        basic = house.twin.add_group("Basic", supergroup=False)
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(basic.id, "hello")
        basic.add_bot()
        basic.upgrade()
        with pytest.raises(ChatMigrated):
            await bot.send_message(basic.former_id, "hello")
        basic.remove_bot()
        with pytest.raises(Forbidden, match="bot was kicked"):
            await bot.send_message(basic.id, "hello")
    with pytest.raises(InvalidToken):
        async with client(house.twin, token="7000000001:wrong"):  # noqa: S106 - meant to be refused
            raise AssertionError("unreachable")


@pytest.mark.parametrize(
    ("method", "parameters"),
    [
        ("sendMessage", {"text": "a", "txet": "a"}),
        ("sendMessage", {"text": "a", "reply_parameters": {"message_id": 1, "quot": "x"}}),
        ("sendMessage", {"text": "a", "reply_markup": keyboard({"text": "x", "callback": "1"})}),
        ("sendMessage", {"text": "a", "entities": [{"type": "bold", "offset": 0, "length": 1, "colour": "red"}]}),
        ("sendMessage", {"text": "a", "link_preview_options": {"disabled": True}}),
        ("sendMessage", {"text": "a", "parse_mode": "Markdown"}),
        ("sendTelepathy", {"text": "a"}),
        ("sendPhoto", {"photo": "https://example.org/cat.jpg"}),
    ],
)
async def test_what_no_client_should_send_is_a_violation(house: House, method: str, parameters: Json) -> None:
    await house.refusal(method, chat_id=house.ana.id, **parameters)
    assert len(house.twin.violations) == 1


async def test_the_token_in_a_text_is_a_violation(house: House) -> None:
    await house.ask("sendMessage", chat_id=house.ana.id, text=f"see {house.twin.api_base}/file/bot{house.twin.token}/a")
    assert house.twin.violations == ["the bot's token in a message"]


async def test_forms_queries_and_get_are_read_too(house: House) -> None:
    url = f"{house.twin.api_base}/bot{house.twin.token}/sendMessage"
    async with house.session.get(url, params={"chat_id": house.ana.id, "text": "by query"}) as got:
        assert got.status == 200
    async with house.session.post(url, data={"chat_id": house.ana.id, "text": "by form"}) as got:
        assert got.status == 200
    assert [post.text for post in house.ana.private.messages[-2:]] == ["by query", "by form"]
