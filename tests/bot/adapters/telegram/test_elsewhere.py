"""Inline questions and guests' questions: asked where the bot is not."""

import pytest

from bot.adapters.telegram.limits import INLINE_ARTICLES, TEXT
from bot.adapters.telegram.names import chat_ref
from bot.adapters.telegram.words import cut, worded
from bot.domain.capabilities import LengthUnit
from bot.domain.events import ActionPressed, GuestAsked, InlineAsked, MessagePosted, Visiting
from bot.domain.message import Card
from bot.domain.piece import Piece, PressKey, PrivateKey
from bot.domain.text import RichText, Span, Style
from bot.ports.gateway import Responder
from bot.ports.outcome import Done, Reason, Refused, Sent
from tests.bot.adapters.telegram.rig import Rig
from tests.twins.telegram.people import Person
from tests.twins.telegram.places import Group

KEYS = ((PressKey("Yes", "j:7"),),)


def words(text: str) -> Piece:
    return Piece(RichText.of(text))


def responder(rig: Rig, event: ActionPressed | InlineAsked | GuestAsked) -> Responder:
    assert event.handle is not None
    return rig.gateway.responder(event.handle)


# Inline questions


async def test_an_inline_question_is_answered_and_its_key_works(rig: Rig) -> None:
    group = rig.twin.add_group("Club")
    group.add_bot()
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    rig.intake.watched.add(str(group.id))
    ask = mia.asks_inline("cat of the day")
    [event] = await rig.got(InlineAsked)
    assert event.query == "cat of the day"
    answers = responder(rig, event)
    await answers.reply(Piece(RichText.of("A cat"), keys=KEYS), private=False)
    await answers.finish()
    [result] = await ask.results()
    assert (result.title, result.text, result.description) == ("A cat", "A cat", "")
    posted = ask.choose(result, group)
    mia.posts(group, "see?")
    said = await rig.got(MessagePosted)
    assert [event.text.plain for event in said] == ["see?"]  # what was said through the bot is its own word

    mia.presses(posted, "Yes")
    [press] = await rig.got(ActionPressed)
    assert isinstance(press.where, Visiting)
    assert press.message is None
    assert press.inline_message is not None
    assert await responder(rig, press).update(words("Two cats")) == Done()


async def test_several_replies_are_one_list(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    ask = mia.asks_inline("hello")
    [event] = await rig.got(InlineAsked)
    answers = responder(rig, event)
    for text in ("hola\nSpanish\nmore", "你好", Piece(card=Card("bonjour", RichText.of("French")))):
        piece = words(text) if isinstance(text, str) else text
        assert await answers.reply(piece, private=True) == Sent(())
    assert ask.waiting.answer is None
    await answers.finish()
    await answers.finish()
    found = await ask.results()
    assert [(result.title, result.description) for result in found] == [
        ("hola", "Spanish"),
        ("你好", ""),
        ("bonjour", "French"),
    ]
    assert len(ask.waiting.answers) == 1
    [call] = rig.twin.calls("answerInlineQuery")
    assert call.parameters["is_personal"] is True
    assert 0 < int(str(call.parameters["cache_time"])) <= 10


async def test_a_list_has_an_end(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    ask = mia.asks_inline("hello")
    [event] = await rig.got(InlineAsked)
    answers = responder(rig, event)
    for number in range(INLINE_ARTICLES):
        assert await answers.reply(words(str(number)), private=True) == Sent(())
    assert isinstance(await answers.reply(words("more"), private=True), Refused)
    await answers.finish()
    assert len(await ask.results()) == INLINE_ARTICLES
    late = await answers.reply(words("late"), private=True)
    assert isinstance(late, Refused)
    assert late.reason is Reason.GONE


async def test_a_key_into_the_private_chat_stands_over_the_list(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    ask = mia.asks_inline("")
    [event] = await rig.got(InlineAsked)
    answers = responder(rig, event)
    keys = ((PrivateKey("How it works", "inline-help"), PressKey("Yes", "j")),)
    await answers.reply(Piece(RichText.of("Type some words"), keys=keys), private=True)
    await answers.finish()
    [hint] = await ask.results()
    assert hint.title == "Type some words"
    assert ask.button == ("How it works", "inline-help")
    assert hint.markup == {"inline_keyboard": [[{"text": "Yes", "callback_data": "j"}]]}


async def test_a_button_alone_is_an_answer(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    ask = mia.asks_inline("")
    [event] = await rig.got(InlineAsked)
    answers = responder(rig, event)
    await answers.reply(Piece(keys=((PrivateKey("How it works", "x"),),)), private=True)
    await answers.finish()
    assert await ask.results() == ()
    assert ask.button == ("How it works", "x")


async def test_of_questions_typed_one_after_the_other_only_the_newest_is_answered(rig: Rig) -> None:
    mia, bo = rig.twin.add_user("Mia"), rig.twin.add_user("Bo")
    asks = [mia.asks_inline("h"), bo.asks_inline("x"), mia.asks_inline("he"), mia.asks_inline("hel")]
    events = await rig.got(InlineAsked, 4)
    begun = responder(rig, events[2])
    outcomes: list[bool] = []
    for event in events:
        answers = responder(rig, event)
        outcomes.append(isinstance(await answers.reply(words(event.query), private=True), Sent))
        await answers.finish()
    await begun.finish()
    assert outcomes == [False, True, False, True]
    assert [len(ask.waiting.answers) for ask in asks] == [0, 1, 0, 1]


async def test_what_was_collected_is_not_shown_when_more_was_typed_meanwhile(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    mia.asks_inline("h")
    [event] = await rig.got(InlineAsked)
    answers = responder(rig, event)
    assert await answers.reply(words("h"), private=True) == Sent(())
    mia.asks_inline("he")
    await rig.got(InlineAsked, 2)
    await answers.finish()
    assert rig.twin.calls("answerInlineQuery") == []


async def test_an_inline_question_that_nobody_answers_gets_an_empty_list(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    ask = mia.asks_inline("x")
    [event] = await rig.got(InlineAsked)
    await responder(rig, event).finish()
    assert await ask.results() == ()


async def test_an_answer_that_comes_too_late_is_no_error(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    mia.asks_inline("x")
    [event] = await rig.got(InlineAsked)
    rig.twin_clock.forward(rig.twin.query_lifetime + 1)
    answers = responder(rig, event)
    await answers.reply(words("late"), private=True)
    await answers.finish()
    rig.twin.faults.fail("answerInlineQuery", status=500)
    await responder(rig, event).finish()


async def test_a_long_answer_is_cut_to_one_message(rig: Rig) -> None:
    mia = rig.twin.add_user("Mia")
    ask = mia.asks_inline("x")
    [event] = await rig.got(InlineAsked)
    answers = responder(rig, event)
    await answers.reply(Piece(RichText.of("😺" * 3_000, Style.BOLD)), private=True)
    await answers.finish()
    [result] = await ask.results()
    assert LengthUnit.UTF16.measure(result.text) <= TEXT
    assert result.text.endswith("😺…")


def test_a_cut_text_keeps_its_looks_within_it() -> None:
    text = RichText((Span("😺😺", Style.BOLD), Span("plain"), Span("gone", Style.ITALIC)))
    said = cut(worded(text, pinged=(), own_name="bot", limit=TEXT), 4)
    assert said.text == "😺…"
    assert [(entity.type, entity.offset, entity.length) for entity in said.entities] == [("bold", 0, 2)]


# Guests


async def elsewhere(rig: Rig) -> tuple[Group, Person]:
    group = rig.twin.add_group("Not ours")
    mia = rig.twin.add_user("Mia")
    group.had_before(mia)
    return group, mia


def asked(rig: Rig, text: str) -> str:
    return text.replace("BOT", f"@{rig.twin.bot.username}")


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("BOT what does 猫税 mean?", "what does 猫税 mean?"),
        ("what does 猫税 mean, BOT", "what does 猫税 mean,"),
        ("tell BOT that BOT is great", "tell that BOT is great"),
    ],
)
async def test_a_guests_question_comes_without_the_bots_name(rig: Rig, typed: str, understood: str) -> None:
    group, mia = await elsewhere(rig)
    mia.asks_guest(group, asked(rig, typed))
    [event] = await rig.got(GuestAsked)
    assert event.text.plain == asked(rig, understood)
    assert event.target_text == RichText()
    assert event.where == Visiting(chat_ref(group.id))


async def test_a_guests_question_is_answered_once_and_with_words_only(rig: Rig) -> None:
    group, mia = await elsewhere(rig)
    waiting = mia.asks_guest(group, asked(rig, "BOT hi"))
    [event] = await rig.got(GuestAsked)
    answers = responder(rig, event)
    assert isinstance(await answers.reply(Piece(), private=False), Refused)
    assert await answers.reply(words("cat tax"), private=False) == Sent(())
    assert isinstance(await answers.reply(words("more"), private=False), Refused)
    await answers.finish()
    assert len(rig.twin.calls("answerGuestQuery")) == 1
    assert (await waiting).text == "cat tax"
    assert len(waiting.answers) == 1


async def test_a_guest_asks_about_a_message_or_a_piece_of_it(rig: Rig) -> None:
    group, mia = await elsewhere(rig)
    bo = rig.twin.add_user("Bo")
    group.had_before(bo)
    said = bo.posts(group, "今天好冷啊，早点睡")
    mia.asks_guest(group, asked(rig, "BOT English?"), reply_to=said)
    mia.asks_guest(group, asked(rig, "BOT English?"), reply_to=said, quote="早点睡")
    whole, piece = await rig.got(GuestAsked, 2)
    assert (whole.text.plain, whole.target_text.plain) == ("English?", "今天好冷啊，早点睡")
    assert piece.target_text.plain == "早点睡"


async def test_guests_questions_are_asked_for_only_where_the_bot_takes_them(rig: Rig) -> None:
    assert "guest_message" in rig.twin.updates.allowed
    await rig.stop()
    rig.twin.guest_mode = False
    rig.gateway = rig.build()
    await rig.start()
    assert "guest_message" not in rig.twin.updates.allowed
