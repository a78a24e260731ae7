"""What is found in words, and what is left alone; how much of it is measured and stands in docs/spies.md."""

import re
import time
import unicodedata
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cogs.spies.rules.contact import contacts_in
from cogs.spies.rules.scams import scams_in
from cogs.spies.rules.screening import FIRST_MESSAGES, Age, folded, has_link, opening
from tests.cogs.spies.safety.sentences import (
    CONTACTS,
    NO_CONTACTS,
    NO_SCAMS,
    SCAMS,
    UNSEEN_CONTACTS,
    UNSEEN_SCAMS,
    UNSEEN_TALK,
)
from tests.kit.clock import START

MISSED = 0.05
"""Of what should be found, at most so much is missed."""
WRONG = 0.05
"""Of what is everyday talk, at most so much is found."""
DOCS = Path(__file__).parents[4] / "docs" / "spies.md"

INVISIBLE = ("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad")


def wide(words: str) -> str:
    """The same in the full-width letters that Chinese keyboards give."""
    return "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in words)


# ------------------------------------------------------------------------------------------------------------- measured


def test_contact_data_is_found() -> None:
    missed = [words for words, kind in CONTACTS.items() if kind not in contacts_in(words)]
    assert len(missed) <= MISSED * len(CONTACTS), missed


def test_numbers_and_messengers_of_everyday_talk_are_left_alone() -> None:
    wrong = {words: contacts_in(words) for words in NO_CONTACTS if contacts_in(words)}
    assert len(wrong) <= WRONG * len(NO_CONTACTS), wrong


def test_what_swindlers_ask_for_is_found() -> None:
    missed = [words for words, kind in SCAMS.items() if kind not in scams_in(words)]
    assert len(missed) <= MISSED * len(SCAMS), missed


def test_everyday_talk_of_money_is_left_alone() -> None:
    wrong = {words: scams_in(words) for words in NO_SCAMS if scams_in(words)}
    assert len(wrong) <= WRONG * len(NO_SCAMS), wrong


@pytest.mark.parametrize(
    ("name", "found", "wanted", "left"),
    [
        ("contact data", contacts_in, CONTACTS, NO_CONTACTS),
        ("swindlers' talk", scams_in, SCAMS, NO_SCAMS),
        ("contact data, unseen", contacts_in, UNSEEN_CONTACTS, UNSEEN_TALK),
        ("swindlers' talk, unseen", scams_in, UNSEEN_SCAMS, UNSEEN_TALK),
    ],
)
def test_the_page_says_what_was_measured(
    name: str, found: Callable[[str], frozenset[str]], wanted: dict[str, str], left: tuple[str, ...]
) -> None:
    hits = sum(kind in found(words) for words, kind in wanted.items())
    wrong = sum(bool(found(words)) for words in left)
    row = f"| {name} | {len(wanted)} | {len(left)} | {hits / (hits + wrong):.2f} | {hits / len(wanted):.2f} |"
    assert row in DOCS.read_text(encoding="utf-8"), row


# ---------------------------------------------------------------------------------------------------- however it is put


@pytest.mark.parametrize("words", [words for words, kind in CONTACTS.items() if kind in contacts_in(words)])
def test_width_case_and_what_cannot_be_seen_hide_nothing(words: str) -> None:
    kind = CONTACTS[words]
    assert kind in contacts_in(wide(words))
    assert kind in contacts_in(words.upper())
    for sign in INVISIBLE:
        assert kind in contacts_in(sign.join(words))


@given(st.text(max_size=300))
@example("ﬃ ǅ ẞ İ ①② ㍿ ½ e\u0301")
def test_folding_again_changes_nothing(words: str) -> None:
    once = folded(words)
    assert folded(once) == once
    assert not any(unicodedata.category(letter) == "Cf" for letter in once)


@given(st.text(alphabet=st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=60))
def test_full_width_letters_are_letters(words: str) -> None:
    assert folded(wide(words)) == folded(words)


@given(st.text(min_size=0, max_size=4_000))
def test_anything_can_be_looked_through(words: str) -> None:
    contacts_in(words)
    scams_in(words)
    has_link(folded(words))
    opening(words)


@pytest.mark.parametrize(
    "words",
    [
        "1 " * 2_000,
        "one two " * 500,
        "a@" * 2_000,
        "加微信" * 1_300,
        "line " * 800,
        "wechat: " * 500,
        "a.b" * 1_300,
        "一 二 " * 1_000,
    ],
)
def test_four_thousand_characters_are_looked_through_at_once(words: str) -> None:
    began = time.thread_time()
    contacts_in(words)
    scams_in(words)
    has_link(folded(words))
    opening(words)
    assert time.thread_time() - began < 2


# ------------------------------------------------------------------------------------------------------------- openings

LONG = "Hello dear, I am a jewellery designer from Singapore and I love travelling"


@given(st.lists(st.sampled_from([" ", "  ", "!", "，", "…", "\n", "7", "42", "\u200b", "_"]), min_size=20, max_size=20))
def test_openings_that_differ_in_signs_and_numbers_are_the_same(signs: list[str]) -> None:
    words = re.split(r"\s", LONG)
    varied = "".join(word + signs[index % 20] for index, word in enumerate(words))
    assert opening(varied) == opening(LONG)
    assert opening(varied.upper()) == opening(LONG)


@given(st.text(max_size=80), st.text(max_size=80))
def test_openings_that_differ_in_letters_differ(one: str, other: str) -> None:
    def bare(words: str) -> str:
        return re.sub(r"[\W_]+|\d+", "", folded(words))

    if bare(one) != bare(other) and opening(one) is not None:
        assert opening(one) != opening(other)


@pytest.mark.parametrize("words", ["Hi!", "Hello, how are you?", "你好", "你好，很高兴认识你", "¡Hola! ¿Qué tal?", ""])
def test_what_everybody_says_is_no_opening(words: str) -> None:
    assert opening(words) is None


# ---------------------------------------------------------------------------------------------------------------- links


@pytest.mark.parametrize(
    "words",
    [
        "https://example.com",
        "see www.cats.example",
        "看example.com吧",
        "bit.ly/abc",
        "cats.es/tea",
        "ｅｘａｍｐｌｅ．ｃｏｍ",
        "HTTP://A.B",
    ],
)
def test_links_are_links(words: str) -> None:
    assert has_link(folded(words))


@pytest.mark.parametrize(
    "words", ["I am here.me too", "3.5 km", "e.g. a cat", "node.js", "猫.狗", "lily@cats.example", "1.000.000"]
)
def test_what_only_has_dots_is_none(words: str) -> None:
    assert not has_link(folded(words))


# ------------------------------------------------------------------------------------------------------------------ age


def test_files_wait_until_the_third_day_begins() -> None:
    age = Age(START, 1)
    assert age.files_wait(START + timedelta(days=2) - timedelta(seconds=1))
    assert not age.files_wait(START + timedelta(days=2))
    assert Age(None, 1).files_wait(START)


def test_a_line_is_new_for_three_days_and_for_twenty_messages() -> None:
    late = START + timedelta(days=3)
    assert Age(START, FIRST_MESSAGES).is_new(late)
    assert not Age(START, FIRST_MESSAGES + 1).is_new(late)
    assert Age(START, FIRST_MESSAGES + 1).is_new(late - timedelta(seconds=1))
