"""What must not change is put back exactly, whatever it is and whatever a service did to its tokens."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.languages import Language
from bot.domain.refs import Platform, UserRef
from bot.domain.text import Mention, Moment, MomentStyle, Part, RichText, Span, Style
from bot.ports.translator import Term
from bot.translation.patterns import CLOSING, OPENING
from bot.translation.shielding import (
    Bond,
    Kept,
    mended,
    plain,
    restored,
    shield,
    tokenised,
    unshielded,
    with_terms,
)

LIKE_TOKENS = st.sampled_from(
    [
        "{1}",
        "{2}",
        "{",
        "}",
        "{{1}}",
        "（１）",
        "[ 3 ]",
        "{12",
        "1}",
        "\n",
        "- ",
        "😂",
        "@ann",
        "https://a.b/c)",
        " 5 km ",
    ]
)
TEXTS = st.lists(st.one_of(st.text(), LIKE_TOKENS, st.sampled_from(OPENING + CLOSING)), max_size=12).map("".join)
SPANS = st.builds(Span, TEXTS.filter(bool), st.sampled_from([Style.PLAIN, Style.BOLD, Style.CODE, Style.SPOILER]))
ANN = Mention(UserRef(Platform("discord"), "1"), "Ann {1}")
WHEN = Moment(datetime(2026, 11, 21, tzinfo=UTC), MomentStyle.TIME, "12:30")
PARTS: st.SearchStrategy[Part] = st.one_of(SPANS, st.sampled_from((ANN, WHEN)))
RICH = st.lists(PARTS, max_size=6).map(lambda parts: RichText(tuple(parts)))


@given(TEXTS)
def test_shielding_and_unshielding_is_the_identity(text: str) -> None:
    items = shield(RichText.of(text))
    back = unshielded(*tokenised(items))
    assert back is not None
    assert plain(back) == text
    assert restored(items) == RichText.of(text)


@given(RICH)
def test_it_is_the_identity_for_rich_texts_as_well(text: RichText) -> None:
    items = shield(text)
    sent, kept = tokenised(items)
    back = unshielded(sent, kept)
    assert back is not None
    assert plain(back) == text.plain
    assert [part for part in restored(items) if not isinstance(part, Span)] == [
        part for part in text if not isinstance(part, Span)
    ]


KEPT = [
    "https://example.org/cats?a=1&b=(2)",
    "www.example.org",
    "example.com/cats",
    "ann@example.org",
    "`print(1)`",
    "```py\nprint('{1}')\n```",
    "<:cat:123456>",
    "<a:cat:123456>",
    ":cat_tax:",
    "<@123456>",
    "<#123456>",
    "@ann_b",
    "#猫",
    "/translate",
    "/help@cat_bot",
    "5 km",
    "20 °C",
    "-20 °C"[1:],
    "¥300",
    "$1,200.50",
    "3.5%",
    "12:30",
    "7pm",
    "12:30 p.m.",
    "😂👍🏽",
    "👨‍👩‍👧‍👦",
    "🇹🇼",
    "1️⃣",
    "¯\\_(ツ)_/¯",
    ":)",
    "<3",
    "^^",
    "<br>",
    "</code>",
    "{1}",
    "［２］",
    "( 3 )",
]


@pytest.mark.parametrize("kept", KEPT)
@pytest.mark.parametrize(("before", "after"), [("look at ", " please"), ("", " please"), ("look at ", "")])
def test_it_is_kept(kept: str, before: str, after: str) -> None:
    found = [plain(item.parts) for item in shield(RichText.of(before + kept + after)) if isinstance(item, Kept)]
    assert found == [kept]


@pytest.mark.parametrize(
    "words", ["either/or", "he said: yes", "a.b", "5 minutes", "5 people", "so-called", "C'est ça"]
)
def test_words_are_words(words: str) -> None:
    assert shield(RichText.of(words)) == (Span(words),)


def test_a_link_ends_before_the_sentence_does() -> None:
    items = shield(RichText.of("see https://example.org/a, or (https://example.org/b)."))
    assert [plain(item.parts) for item in items if isinstance(item, Kept)] == [
        "https://example.org/a",
        "https://example.org/b",
    ]


def test_code_mentions_and_moments_are_kept_as_they_are() -> None:
    code = Span("x {1} y", Style.CODE)
    text = RichText((Span("hi "), ANN, Span(" run "), code, Span(" at "), WHEN))
    kept = [item for item in shield(text) if isinstance(item, Kept)]
    assert [item.parts for item in kept] == [(ANN,), (code,), (WHEN,)]
    assert [item.bond for item in kept] == [Bond.NAME, Bond.WORD, Bond.WORD]


def test_what_is_half_bold_is_kept_half_bold() -> None:
    text = RichText((Span("see https://exa", Style.BOLD), Span("mple.org/a now")))
    assert restored(shield(text)) == text


@pytest.mark.parametrize(
    "answer",
    [
        "hola {1} y {2}",
        "hola { 1 } y { 2 }",
        "hola {1} y ｛２｝",
        "hola [1] y (2)",
        "hola 【１】 y «2»",
        "hola {{1}} y {2}",
        "hola {1}{1} y {2}",
        "hola {1} {1} y { 2 }",
        "{2} y hola {1}",
        "hola {١} y {٢}",
    ],
)
def test_what_services_do_to_tokens_is_undone(answer: str) -> None:
    sound = mended(answer, 1, 2)
    assert sound is not None
    assert sound.count("{1}") == sound.count("{2}") == 1


@pytest.mark.parametrize(
    "answer",
    ["hola {1}", "hola", "hola {1} {3}", "hola {1} {2} {3}", "hola {1} y {2} o {1}", "hola 1 y 2", "{uno} {dos}"],
)
def test_what_cannot_be_undone_is_found(answer: str) -> None:
    assert mended(answer, 1, 2) is None
    assert unshielded(answer, [Kept((Span("a"),), Bond.WORD), Kept((Span("b"),), Bond.WORD)]) is None


def test_terms_are_whole_words_the_longest_first_and_keep_their_look() -> None:
    terms = [
        Term(Language.ENGLISH, words, Language.SPANISH, becomes)
        for words, becomes in [("cat", "gato"), ("cat tax", "IVG")]
    ]
    items = with_terms(shield(RichText.of("Cat Tax for a CAT in a category", Style.BOLD)), terms)
    assert [item.parts for item in items if isinstance(item, Kept)] == [
        (Span("IVG", Style.BOLD),),
        (Span("gato", Style.BOLD),),
    ]


def test_terms_stand_anywhere_where_words_are_not_parted() -> None:
    terms = [Term(Language.SIMPLIFIED_CHINESE, "猫税", Language.ENGLISH, "cat tax")]
    items = with_terms(shield(RichText.of("请交猫税吧")), terms)
    assert items == (Span("请交"), Kept((Span("cat tax"),), Bond.WORD), Span("吧"))
