"""Words into wishes, corrections and what they teach."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.desks import LanguagesDesk
from bot.domain.languages import Language
from bot.domain.locales import Locale
from cogs.translate.rules import asked, corrections, reading, styles
from cogs.translate.rules.asked import Do, Wish
from cogs.translate.rules.corrections import Correction, Entry
from cogs.translate.rules.styles import Style

EN, ES, ZH, HANT = Language.ENGLISH, Language.SPANISH, Language.SIMPLIFIED_CHINESE, Language.TRADITIONAL_CHINESE
NAMED = LanguagesDesk().language_named
STYLES = {"collected": Style.COLLECTED, "threads": Style.THREADS, "按需": Style.REQUEST}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("en zh", Wish((EN, ZH))),
        ("English, Chinese", Wish((EN, ZH))),
        ("English and Traditional Chinese collected", Wish((EN, HANT), Style.COLLECTED)),
        ("inglés、español", Wish((EN, ES))),
        ("英语和西班牙语 按需", Wish((EN, ES), Style.REQUEST)),
        ("en English EN zh-Hant", Wish((EN, HANT))),
        ("en Klingonisch", Wish((EN,), None, ("Klingonisch",))),
        ("threads", Wish((), Style.THREADS)),
        ("", Wish()),
    ],
)
def test_languages_are_known_by_names_and_codes_in_any_order(words: str, expected: Wish) -> None:
    assert asked.wish(words, NAMED, STYLES, frozenset({"and"})) == expected


@given(st.text(max_size=300))
def test_no_words_break_it(words: str) -> None:
    made = asked.wish(words, NAMED, STYLES)
    assert len(set(made.languages)) == len(made.languages)
    asked.into(words, NAMED)
    corrections.correction(words)


def test_ten_thousand_characters_are_looked_at_at_once() -> None:
    spaces = " " * 10_000
    nasty = (f"fish\na={spaces}{'b' * 61}", f"fish\n{spaces}a", f"a{spaces}b", f"a:{spaces}")
    plain = ("a" * 10_000, "a " * 5_000, "=" * 10_000, ": " * 5_000, "\n" * 10_000, "كلمة " * 2_000)
    for words in (*plain, *nasty):
        asked.wish(words, NAMED, STYLES)
        asked.into(words, NAMED)
        corrections.correction_in(f"better: {words}", {"better"})


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("here en zh", (Do.HERE, "en zh")),
        ("HERE: en", (Do.HERE, "en")),
        ("这里 英语 中文", (Do.HERE, "英语 中文")),
        ("hereabouts", (None, "hereabouts")),
        ("", (None, "")),
    ],
)
def test_the_first_word_says_what_is_to_be_done(words: str, expected: tuple[Do | None, str]) -> None:
    assert asked.doing(words, {"here": Do.HERE, "这里": Do.HERE}) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("es: good morning", (ES, "good morning")),
        ("西班牙语：good morning", (ES, "good morning")),
        ("good morning", (None, "good morning")),
        ("Note: good morning", (None, "Note: good morning")),
        ("es://somewhere", (None, "es://somewhere")),
        ("es:", (None, "es:")),
        ("es: two\nlines: here", (ES, "two\nlines: here")),
    ],
)
def test_a_language_before_a_colon_is_the_one_wanted(words: str, expected: tuple[Language | None, str]) -> None:
    assert asked.into(words, NAMED) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("better: Hola", Correction("Hola")),
        ("Better： Hola", Correction("Hola")),
        ("better: Hola\ncat = gato", Correction("Hola", (("cat", "gato"),))),
        ("better: cat = gato", Correction("", (("cat", "gato"),))),
        ("better: one = 1\nand more", Correction("one = 1\nand more")),
        ("better:", None),
        ("Is this better: Hola", None),
        ("worse: Hola", None),
    ],
)
def test_an_answer_that_begins_with_the_word_is_a_correction(text: str, expected: Correction | None) -> None:
    assert corrections.correction_in(text, {"better"}) == expected


def test_one_correction_asks_moderators_about_a_few_words_only() -> None:
    given = corrections.correction("Hola\n" + "\n".join(f"cat{number} = gato" for number in range(100)))
    taught = corrections.entries("Hi", given, EN, ES)
    assert [entry.words for entry in taught] == [f"cat{number}" for number in range(corrections.MOST_TAUGHT)]


def test_a_short_phrase_or_what_is_marked_is_worth_remembering() -> None:
    assert corrections.entries("The spies", Correction("Los espías"), EN, ES) == (
        Entry(EN, "The spies", ES, "Los espías"),
    )
    assert corrections.entries("x" * 61, Correction("y"), EN, ES) == ()
    assert corrections.entries("two\nlines", Correction("y"), EN, ES) == ()
    marked = corrections.entries("x" * 99, Correction("y", (("cat", "gato"),)), EN, ES)
    assert marked == (Entry(EN, "cat", ES, "gato"),)


@pytest.mark.parametrize(
    ("style", "limited", "becomes"),
    [
        (Style.FITTING, False, Style.UNDER),
        (Style.FITTING, True, Style.REQUEST),
        (Style.AUTOMATIC, False, Style.UNDER),
        (Style.AUTOMATIC, True, Style.COLLECTED),
        (Style.UNDER, True, Style.UNDER),
        (Style.THREADS, True, Style.THREADS),
    ],
)
def test_where_messages_are_few_nothing_is_said_unasked(style: Style, limited: bool, becomes: Style) -> None:
    assert styles.fitting(style, limited=limited) is becomes


def test_other_languages_are_offered_those_of_the_chat_first() -> None:
    assert reading.offered(ES, EN, (EN, ZH), (EN, ES, HANT)) == [ZH, HANT]
    assert len(reading.offered(ES, EN, tuple(Language), ())) == reading.MOST_OFFERED


def test_notices_reach_everybody_once() -> None:
    assert list(reading.notice_locales((Language.FRENCH, EN, ZH))) == [Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE]


def test_who_speaks_chinese_is_first_guessed_to_want_english() -> None:
    assert (reading.first_guess(HANT), reading.first_guess(EN)) == (EN, ZH)
