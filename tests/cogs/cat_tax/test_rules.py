"""What is an introduction, what pays, and what is only hello."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.core.locale import Library
from bot.domain.access import Access
from bot.domain.attachments import Attachment, MediaKind
from bot.domain.locales import Locale
from bot.domain.refs import PersonId, Platform
from cogs.cat_tax.rules import introductions, pictures, standing
from cogs.cat_tax.rules.introductions import Said, Verdict, judged
from cogs.cat_tax.rules.standing import COMPLIMENTS, State, Tender

LIBRARY = Library.load([Path(__file__).parents[3] / "locales"], strict=True)


def listed(key: str) -> frozenset[str]:
    """A list of the bot's texts, in all languages."""
    return frozenset(
        entry for locale in Locale for entry in introductions.listed(LIBRARY.texts("cat_tax", locale).plain(key))
    )


GREETINGS = listed("greetings")
HERE = Said("I am June from Ohio", False, False, False, False, True, GREETINGS)
"""Words in the introductions chat."""
CAT = replace(HERE, text="", pictures=True)
ELSEWHERE = replace(HERE, introductions=False)


@pytest.mark.parametrize(
    ("said", "state", "verdict"),
    [
        (HERE, None, Verdict.ASK),
        (HERE, State.EXPECTED, Verdict.ASK),
        (HERE, State.ASKED, Verdict.NOTHING),
        (HERE, State.SKIPPED, Verdict.NOTHING),
        (HERE, State.OWES, Verdict.NOTHING),
        (HERE, State.PAID, Verdict.NOTHING),
        (CAT, None, Verdict.PAY),
        (CAT, State.ASKED, Verdict.PAY),
        (CAT, State.SKIPPED, Verdict.PAY),
        (CAT, State.OWES, Verdict.PAY),
        (CAT, State.PAID, Verdict.AGAIN),
        (replace(HERE, pictures=True), None, Verdict.PAY),
        (replace(HERE, answers=True), None, Verdict.NOTHING),
        (replace(CAT, answers=True), None, Verdict.NOTHING),
        (replace(CAT, answers=True), State.ASKED, Verdict.PAY),
        (replace(HERE, forwarded=True), None, Verdict.NOTHING),
        (replace(CAT, forwarded=True), None, Verdict.PAY),
        (replace(HERE, text="  \n"), None, Verdict.NOTHING),
        (ELSEWHERE, None, Verdict.NOTHING),
        (replace(ELSEWHERE, tagged=True), None, Verdict.ASK),
        (replace(ELSEWHERE, pictures=True), None, Verdict.NOTHING),
        (replace(ELSEWHERE, pictures=True), State.ASKED, Verdict.PAY),
        (ELSEWHERE, State.EXPECTED, Verdict.ASK),
        (replace(ELSEWHERE, text="hi all!"), State.EXPECTED, Verdict.NOTHING),
        (replace(ELSEWHERE, text="hi all!", pictures=True), State.EXPECTED, Verdict.PAY),
        (replace(ELSEWHERE, pictures=True), State.PAID, Verdict.NOTHING),
    ],
)
def test_a_message_is_judged_by_what_it_is_and_how_its_author_stands(
    said: Said, state: State | None, verdict: Verdict
) -> None:
    assert judged(said, state) is verdict


@pytest.mark.parametrize(
    "text",
    [
        "hi",
        "Hello everyone!",
        "👋",
        "大家好～",
        "大家好！我来了",
        "哈囉，大家好",
        "¡Hola a todos!",
        "buenas tardes 🐱",
        "@june hi",
        "",
    ],
)
def test_a_greeting_is_no_introduction(text: str) -> None:
    assert introductions.greets_only(text, GREETINGS)


@pytest.mark.parametrize("text", ["hi, I am June", "大家好，我是小雨", "Hola, soy Tomás", "hallo zusammen"])
def test_more_than_a_greeting_is_one(text: str) -> None:
    assert not introductions.greets_only(text, GREETINGS)


@pytest.mark.parametrize(
    "name",
    [
        "introductions",
        "👋┃Intro",
        "introduce-yourself",
        "自我介绍",
        "📝新人报到",
        "自我介紹區",
        "Presentaciones",
        "preséntate",
    ],
)
def test_a_chat_is_for_introductions_by_its_name(name: str) -> None:
    assert introductions.names_introductions(name, listed("introduction-names"))


@pytest.mark.parametrize("name", ["general", "", "每日报到", "cats", "闲聊"])
def test_another_chat_is_not(name: str) -> None:
    assert not introductions.names_introductions(name, listed("introduction-names"))


@pytest.mark.parametrize("text", ["#intro I am June", "看我 #自我介绍", "#自我介紹 嗨", "Soy Tomás #Presentación"])
def test_a_tag_makes_an_introduction_anywhere(text: str) -> None:
    assert introductions.is_tagged(text, listed("introduction-tags"))


@pytest.mark.parametrize("text", ["intro", "#introvert", "# intro", "no tag"])
def test_what_only_looks_like_a_tag_does_not(text: str) -> None:
    assert not introductions.is_tagged(text, listed("introduction-tags"))


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("大家好，我是来自成都的小雨，这是我的猫", Locale.SIMPLIFIED_CHINESE),
        ("大家好，我來自台北，這是我的貓", Locale.TRADITIONAL_CHINESE),
        ("Hola, soy Tomás", Locale.SPANISH),
        ("Hello, I am June", None),
        ("こんにちは、猫です", None),
        ("", None),
    ],
)
def test_a_language_is_told_by_what_was_written(text: str, locale: Locale | None) -> None:
    assert introductions.written_in(text) is locale


def test_the_second_language_is_chinese_and_english_for_who_speaks_it() -> None:
    assert introductions.second_language(Locale.SPANISH) is Locale.SIMPLIFIED_CHINESE
    assert introductions.second_language(Locale.ENGLISH) is Locale.SIMPLIFIED_CHINESE
    assert introductions.second_language(Locale.TRADITIONAL_CHINESE) is Locale.ENGLISH


def test_compliments_differ_for_neighbours_and_stay_the_same_for_one() -> None:
    assert len({standing.compliment_of(tax) for tax in range(COMPLIMENTS)}) == COMPLIMENTS
    assert standing.compliment_of(12_345) == standing.compliment_of(12_345)


def test_only_a_promise_still_owes() -> None:
    assert {tender for tender in Tender if tender.settles is State.OWES} == {Tender.PROMISE}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n....", ("png", "image/png")),
        (b"\xff\xd8\xff\xe0....", ("jpg", "image/jpeg")),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", ("webp", "image/webp")),
        (b"RIFF\x10\x00\x00\x00WAVEfmt ", None),
        (b"<svg onload=alert(1)>", None),
        (b"MZ\x90\x00", None),
        (b"", None),
    ],
)
def test_a_picture_is_known_by_its_first_bytes(content: bytes, kind: tuple[str, str] | None) -> None:
    assert pictures.picture_type(content) == kind


def test_the_first_picture_is_taken_and_files_that_are_none_are_not() -> None:
    def file(media_type: str, kind: MediaKind) -> Attachment:
        return Attachment(Platform("fake"), media_type, "a", media_type, 1, kind)

    pdf, voice = file("application/pdf", MediaKind.FILE), file("audio/ogg", MediaKind.VOICE)
    as_file, photo = file("image/heic", MediaKind.FILE), file("", MediaKind.PICTURE)
    assert pictures.picture_of([pdf, voice]) is None
    assert pictures.picture_of([pdf, as_file, photo]) is as_file


def test_an_owner_and_a_moderator_take_a_cat_down_and_nobody_else() -> None:
    owner, other = PersonId(1), PersonId(2)
    assert standing.may_take_down(owner, owner, Access.EVERYONE)
    assert standing.may_take_down(other, owner, Access.MODERATOR)
    assert not standing.may_take_down(other, owner, Access.ORGANISER)
