"""What languages are called, and who is meant by what members type."""

import doctest

import pytest
from babel import Locale as Names

from bot.core.locale import languages
from bot.core.locale.languages import MOST, endonym, language_named, languages_like, name_in
from bot.domain.languages import CHINESE, Language
from bot.domain.locales import Locale

EN, ES, HANS, HANT = Locale.ENGLISH, Locale.SPANISH, Locale.SIMPLIFIED_CHINESE, Locale.TRADITIONAL_CHINESE


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (Language.SIMPLIFIED_CHINESE, ("Chinese (simplified)", "chino (simplificado)", "中文（简体）", "中文（簡體）")),
        (
            Language.TRADITIONAL_CHINESE,
            ("Chinese (traditional)", "chino (tradicional)", "中文（繁体）", "中文（繁體）"),
        ),
        (Language.NORWEGIAN, ("Norwegian", "noruego", "挪威语", "挪威文")),
        (Language.ITALIAN, ("Italian", "italiano", "意大利语", "義大利文")),
        (Language.JAPANESE, ("Japanese", "japonés", "日语", "日文")),
    ],
)
def test_names(language: Language, names: tuple[str, ...]) -> None:
    assert tuple(name_in(language, locale) for locale in (EN, ES, HANS, HANT)) == names


@pytest.mark.parametrize("locale", Locale)
def test_no_two_languages_have_one_name(locale: Locale) -> None:
    assert len({name_in(language, locale) for language in Language}) == len(Language)


@pytest.mark.parametrize("language", Language)
def test_speakers_know_their_own_name(language: Language) -> None:
    # The words for "language" and the brackets of Chinese are ours; Babel takes Tagalog for Filipino.
    theirs = Names.parse(language.value, sep="-").get_language_name() or "Esperanto"
    stem = theirs.casefold().split(" ")[0][:3]
    if language not in CHINESE | {Language.TAGALOG}:
        assert stem in endonym(language).casefold()


@pytest.mark.parametrize("language", Language)
def test_every_name_and_tag_is_understood(language: Language) -> None:
    for typed in (*(name_in(language, locale) for locale in Locale), endonym(language), language.value):
        assert language_named(typed) is language
        assert language_named(f"  {typed.upper()} ") is language


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chinese", "zh-Hans"),
        ("mandarin", "zh-Hans"),
        ("中文", "zh-Hans"),
        ("普通话", "zh-Hans"),
        ("汉语", "zh-Hans"),
        ("中文(简体)", "zh-Hans"),
        ("繁體", "zh-Hant"),
        ("國語", "zh-Hant"),
        ("español", "es"),
        ("ESPANOL", "es"),
        ("castellano", "es"),
        ("inglés", "en"),
        ("ingles", "en"),
        ("日语", "ja"),
        ("日文", "ja"),
        ("tieng viet", "vi"),
        ("zh-TW", "zh-Hant"),
        ("pt_BR", "pt"),
        ("Bahasa", "id"),
        ("farsi", "fa"),
        ("filipino", "tl"),
    ],
)
def test_what_members_type(typed: str, meant: str) -> None:
    found = language_named(typed)
    assert found is not None
    assert found.value == meant


@pytest.mark.parametrize("typed", ["", " ", "?!", "klingon", "the cat", "猫语", "\u202e", "x" * 4000])
def test_what_is_no_language(typed: str) -> None:
    assert language_named(typed) is None


@pytest.mark.parametrize("typed", ["Chinese", "中文", "zh", "chino"])
def test_chinese_is_written_as_the_member_writes(typed: str) -> None:
    assert language_named(typed, HANT) is Language.TRADITIONAL_CHINESE
    assert language_named(typed, HANS) is language_named(typed, EN) is Language.SIMPLIFIED_CHINESE


def test_who_says_which_chinese_gets_that_one() -> None:
    assert language_named("简体", HANT) is Language.SIMPLIFIED_CHINESE
    assert language_named("zh-Hans", HANT) is Language.SIMPLIFIED_CHINESE


def test_completion_knows_the_members_own_words_first() -> None:
    assert languages_like("西班", HANS) == (Language.SPANISH,)
    assert languages_like("jap", EN)[0] is Language.JAPANESE
    assert languages_like("ja", ES)[0] is Language.JAPANESE
    assert set(languages_like("中文", HANT)[:2]) == CHINESE
    assert languages_like("中文", HANT)[0] is Language.TRADITIONAL_CHINESE
    assert languages_like("ger", EN)[0] is Language.GERMAN


def test_completion_begins_with_the_bots_own_languages() -> None:
    first = languages_like("", EN)
    assert len(first) == MOST
    assert {language.value for language in first[:4]} == {locale.value for locale in Locale}


def test_completion_is_short_and_each_once() -> None:
    for typed in ("", "a", "s", "文", "語", "zzz"):
        for locale in Locale:
            found = languages_like(typed, locale)
            assert len(found) == len(set(found)) <= MOST


def test_examples_run() -> None:
    assert doctest.testmod(languages).failed == 0
