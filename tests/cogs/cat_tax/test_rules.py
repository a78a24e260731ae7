"""What is an introduction, what pays, and what is only hello."""

from dataclasses import replace
from operator import eq

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.locales import Locale, second_language
from cogs.cat_tax.rules import drawings, introductions, pictures, standing
from cogs.cat_tax.rules.introductions import Said, Verdict, judged
from cogs.cat_tax.rules.standing import COMPLIMENTS, Proof, State, Tender
from tests.cogs.texts import texts


def listed(key: str) -> frozenset[str]:
    """A list of the bot's texts, in all languages."""
    return frozenset(entry for locale in Locale for entry in introductions.listed(texts("cat_tax", locale).plain(key)))


GREETINGS = listed("greetings")
HERE = Said(
    "I am June from Ohio",
    pictures=False,
    answers=False,
    answers_us=False,
    forwarded=False,
    tagged=False,
    introductions=True,
    sole_chat=False,
    counts_as_new=False,
    greetings=GREETINGS,
)
"""Words in the introductions chat."""
CAT = replace(HERE, text="", pictures=True)
BOTH = replace(HERE, pictures=True)
ELSEWHERE = replace(HERE, introductions=False)
SOLE = replace(ELSEWHERE, sole_chat=True)
NEW = State.EXPECTED


@pytest.mark.parametrize(
    ("said", "state", "verdict"),
    [
        # Words.
        (HERE, NEW, Verdict.ASK),
        (HERE, None, Verdict.NOTHING),
        (replace(HERE, counts_as_new=True), None, Verdict.ASK),
        (HERE, State.ASKED, Verdict.NOTHING),
        (HERE, State.SKIPPED, Verdict.NOTHING),
        (HERE, State.EXEMPT, Verdict.NOTHING),
        (HERE, State.OWES, Verdict.NOTHING),
        (HERE, State.PAID, Verdict.NOTHING),
        (replace(HERE, text="hi all!"), NEW, Verdict.ASK),
        (replace(HERE, text="  \n"), NEW, Verdict.NOTHING),
        (replace(HERE, answers=True), NEW, Verdict.NOTHING),
        (replace(HERE, forwarded=True), NEW, Verdict.NOTHING),
        # Pictures.
        (CAT, NEW, Verdict.PAY),
        (BOTH, NEW, Verdict.PAY),
        (CAT, None, Verdict.NOTHING),
        (replace(CAT, counts_as_new=True), None, Verdict.PAY),
        (CAT, State.ASKED, Verdict.PAY),
        (CAT, State.SKIPPED, Verdict.PAY),
        (CAT, State.EXEMPT, Verdict.PAY),
        (CAT, State.OWES, Verdict.PAY),
        (CAT, State.PAID, Verdict.AGAIN),
        (replace(CAT, forwarded=True), NEW, Verdict.PAY),
        (replace(CAT, answers=True), NEW, Verdict.NOTHING),
        (replace(CAT, answers=True), State.ASKED, Verdict.PAY),
        (replace(CAT, answers=True, answers_us=True), State.SKIPPED, Verdict.PAY),
        (replace(CAT, answers=True, answers_us=True), State.PAID, Verdict.AGAIN),
        # Elsewhere.
        (ELSEWHERE, NEW, Verdict.NOTHING),
        (replace(ELSEWHERE, tagged=True), NEW, Verdict.ASK),
        (replace(ELSEWHERE, tagged=True), None, Verdict.NOTHING),
        (replace(ELSEWHERE, pictures=True), None, Verdict.NOTHING),
        (replace(ELSEWHERE, pictures=True), NEW, Verdict.NOTHING),
        (replace(ELSEWHERE, pictures=True), State.ASKED, Verdict.PAY),
        (replace(ELSEWHERE, pictures=True), State.PAID, Verdict.NOTHING),
        # A group's only chat.
        (SOLE, NEW, Verdict.ASK),
        (SOLE, None, Verdict.NOTHING),
        (replace(SOLE, text="hi all!"), NEW, Verdict.NOTHING),
        (replace(SOLE, text="hi all!", pictures=True), NEW, Verdict.PAY),
        (replace(SOLE, text="hi all!", tagged=True), NEW, Verdict.ASK),
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
    assert second_language(Locale.SPANISH) is Locale.SIMPLIFIED_CHINESE
    assert second_language(Locale.ENGLISH) is Locale.SIMPLIFIED_CHINESE
    assert second_language(Locale.TRADITIONAL_CHINESE) is Locale.ENGLISH


def test_compliments_differ_for_neighbours_and_stay_the_same_for_one() -> None:
    assert len({standing.compliment_of(tax) for tax in range(COMPLIMENTS)}) == COMPLIMENTS
    assert standing.compliment_of(12_345) == standing.compliment_of(12_345)


def test_only_a_promise_still_owes() -> None:
    assert {tender for tender in Tender if tender.settles is State.OWES} == {Tender.PROMISE}


def test_what_was_seen_follows_from_the_score_and_without_one_people_are_asked() -> None:
    edges = [1.0, pictures.SURE, pictures.SURE - 1e-6, pictures.UNSURE, pictures.UNSURE - 1e-6, 0.0, None]
    assert [pictures.sight_of(score).value for score in edges] == [
        "cat", "cat", "unsure", "unsure", "other", "other", "unsure"
    ]  # fmt: skip


@given(st.integers(0, 2**64 - 1), st.sets(st.integers(0, 63), max_size=8))
def test_what_is_the_same_picture_shares_a_band(fingerprint: int, flipped: set[int]) -> None:
    other = fingerprint ^ sum(1 << bit for bit in flipped)
    assert pictures.same_picture(fingerprint, other) is (len(flipped) <= pictures.SAME_PICTURE)
    if pictures.same_picture(fingerprint, other):
        assert any(map(eq, pictures.bands(fingerprint), pictures.bands(other)))


def test_who_paid_has_paid_whatever_else_is_known() -> None:
    assert all(standing.stronger(State.PAID, state) for state in State if state is not State.PAID)
    assert not any(standing.stronger(State.EXPECTED, state) for state in State)
    assert standing.stronger(State.OWES, State.SKIPPED)


def test_the_door_is_open_for_who_has_the_toll_behind_them() -> None:
    assert {state for state in State if not state.opens_the_door} == {State.EXPECTED, State.ASKED}


def test_only_what_was_surely_looked_at_may_be_shown() -> None:
    assert {proof for proof in Proof if proof.may_be_shown} == {Proof.MODEL, Proof.MODERATOR}


def test_a_promise_changes_nothing_about_who_settled_and_a_cat_only_not_about_who_paid() -> None:
    assert standing.final_for(Tender.PICTURE) == {State.PAID}
    assert standing.final_for(Tender.PROMISE) == {State.PAID, State.OWES, State.EXEMPT}


def test_cats_and_hearts_vouch_and_other_animals_do_not() -> None:
    assert {"🐱", "🐈", "🐈\u200d⬛", "❤", "❤\ufe0f", "🥰"} <= standing.CAT_REACTIONS
    assert not {"🐶", "👍", "💔", "🔥"} & standing.CAT_REACTIONS


def test_neighbours_meet_different_poses() -> None:
    assert {drawings.pose_of(turn) for turn in range(drawings.POSES)} == set(range(drawings.POSES))
