"""Flags ask for what people there read."""

import doctest

import pytest
from babel import Locale as Names

from bot.domain import flags
from bot.domain.flags import languages_of_flag
from bot.domain.languages import Language


def flag(territory: str) -> str:
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in territory)


def subdivision(name: str) -> str:
    return "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in name) + "\U000e007f"


NO_LANGUAGE = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
TERRITORIES = sorted(code for code in map(str, Names.parse("en").territories) if code.isalpha() and len(code) == 2)


def test_each_country_has_its_languages() -> None:
    without = {code for code in TERRITORIES if not languages_of_flag(flag(code))}
    assert without == NO_LANGUAGE
    assert len(TERRITORIES) > 250


def test_languages_are_few_and_each_once() -> None:
    for code in TERRITORIES:
        languages = languages_of_flag(flag(code))
        assert len(languages) <= 8
        assert len(set(languages)) == len(languages), code


@pytest.mark.parametrize(
    ("emoji", "tags"),
    [
        ("🇲🇽", "es"),
        ("🇹🇼", "zh-Hant"),
        ("🇭🇰", "zh-Hant"),
        ("🇨🇳", "zh-Hans"),
        ("🇧🇷", "pt"),
        ("🇺🇸", "en"),
        ("🇬🇧", "en"),
        ("🇳🇴", "nb"),
        ("🇨🇭", "de fr it"),
        ("🇧🇪", "nl fr de"),
        ("🇨🇦", "en fr"),
        ("🇸🇬", "en zh-Hans ms ta"),
        ("🇮🇳", "hi en bn te mr ta ur gu"),
        ("🇿🇦", "en af"),
    ],
)
def test_known_flags(emoji: str, tags: str) -> None:
    assert " ".join(language.value for language in languages_of_flag(emoji)) == tags


def test_parts_of_britain() -> None:
    assert languages_of_flag(subdivision("gbeng")) == (Language.ENGLISH,)
    assert languages_of_flag(subdivision("gbsct")) == (Language.ENGLISH,)
    assert languages_of_flag(subdivision("gbwls")) == (Language.WELSH, Language.ENGLISH)
    assert languages_of_flag(subdivision("ustx")) == ()


def test_a_variation_selector_changes_nothing() -> None:
    assert languages_of_flag("🇫🇷\ufe0f") == (Language.FRENCH,)


@pytest.mark.parametrize(
    "emoji",
    [
        "",
        "🐱",
        "🏴",
        "🏳️‍🌈",
        "🏴‍☠️",
        flag("QQ"),
        flag("AB"),
        "🇫",
        "🇫🇷🇩🇪",
        "fr",
        "FR",
        ":flag_fr:",
        "\U0001f3f4\U000e007f",
        "\U0001f3f4abc\U000e007f",
    ],
)
def test_what_is_no_flag_of_a_country(emoji: str) -> None:
    assert languages_of_flag(emoji) == ()


def test_examples_run() -> None:
    assert doctest.testmod(flags).failed == 0
