"""What is read of what somebody typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.locale.languages import language_named
from bot.domain.locales import Locale
from cogs.spies.rules import doings
from cogs.spies.rules.doings import Do
from cogs.spies.rules.filing import cleared, clock_words, off_duty, tongues
from cogs.spies.rules.handles import folded
from cogs.spies.rules.people import INTERESTS, File, Level, Slot, Want
from cogs.spies.rules.picking import Pick, offered, picked, with_picked
from cogs.spies.rules.zones import spots_of, zone_shown
from cogs.spies.work.places import MOST, spots_named
from tests.cogs.texts import texts

LEVELS = {"a1": Level.A1, "b2": Level.B2, "native": Level.NATIVE, "nativo": Level.NATIVE, "母语": Level.NATIVE}


def read(said: str) -> tuple[dict[str, Level | None], tuple[str, ...]]:
    """A list of languages, as read."""
    found = tongues(said, LEVELS, language_named)
    return {str(tongue): level for tongue, level in found.known.items()}, found.unknown


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("English", {"en": None}),
        ("English B2, 中文", {"en": Level.B2, "zh": None}),
        ("en B2", {"en": Level.B2}),
        ("B2 en", {"en": Level.B2}),
        ("ｅｎ　Ｂ２", {"en": Level.B2}),
        ("español nativo; inglés (B2)", {"es": Level.NATIVE, "en": Level.B2}),
        ("中文母语、英文", {"zh": Level.NATIVE, "en": None}),
        ("traditional Chinese, 简体中文 b2", {"zh": Level.B2}),
        ("English and Spanish", {"en": None, "es": None}),
        ("inglés y chino", {"en": None, "zh": None}),
        ("英语和西班牙语", {"en": None, "es": None}),
        ("en zh es", {"en": None, "zh": None, "es": None}),
        ("English\nfrançais", {"en": None, "fr": None}),
        ("", {}),
        (" , ;", {}),
    ],
)
def test_languages_are_read_from_what_people_type(said: str, known: dict[str, Level | None]) -> None:
    assert read(said) == (known, ())


@pytest.mark.parametrize("said", ["xx", "Klingon", "🐈", "nativeenglish", "q" * 300])
def test_what_is_no_language_is_named(said: str) -> None:
    assert read(f"English, {said}") == ({"en": None}, (said,))


@given(st.text(max_size=300))
def test_no_list_breaks_it(said: str) -> None:
    read(said)
    folded(said)


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("23:00-7:30", (1_380, 450)),
        ("23 – 7", (1_380, 420)),
        ("from 11pm to 7 am", (1_380, 420)),
        ("12am-12pm", (0, 720)),
        ("de 22h a 6h30", (1_320, 390)),
        ("23点到7点30", (1_380, 450)),
        ("２３：００～７：００", (1_380, 420)),
        ("22-24", (1_320, 0)),
        ("25-7", None),
        ("23:60-7", None),
        ("13pm-7am", None),
        ("8-8", None),
        ("at night", None),
        ("22-23-24", None),
        ("", None),
    ],
)
def test_hours_are_read_in_the_usual_ways(said: str, hours: tuple[int, int] | None) -> None:
    assert off_duty(said) == hours


@given(st.integers(0, 1_439), st.integers(0, 1_439))
def test_hours_that_are_shown_are_read_again(start: int, end: int) -> None:
    assert off_duty(f"{clock_words(start)}–{clock_words(end)}") == (None if start == end else (start, end))


@given(st.text(max_size=60))
def test_no_hours_break_it(said: str) -> None:
    off_duty(said)
    cleared(said)


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Madrid", "Europe/Madrid"),
        ("  madrid ", "Europe/Madrid"),
        ("深圳", "Asia/Shanghai"),
        ("深圳市", "Asia/Shanghai"),
        ("紐約", "America/New_York"),
        ("纽约", "America/New_York"),
        ("Nueva York", "America/New_York"),
        ("Pekín", "Asia/Shanghai"),
        ("臺北", "Asia/Taipei"),
        ("São Paulo", "America/Sao_Paulo"),
        ("Xi'an", "Asia/Shanghai"),
        ("Madrid, España", "Europe/Madrid"),
        ("UTC+5:45", "Asia/Kathmandu"),
        ("+5：30", "Asia/Kolkata"),
        ("-3:30", "America/St_Johns"),
        ("+9", "Etc/GMT-9"),
        ("GMT−5", "Etc/GMT+5"),
        ("+0", "Etc/UTC"),
        ("Asia/Kathmandu", "Asia/Kathmandu"),
        ("america/new york", "America/New_York"),
        ("CET", "CET"),
        ("utc", "Etc/UTC"),
        ("Ushuaia", "America/Argentina/Ushuaia"),
    ],
)
def test_places_are_known_by_their_usual_names(said: str, zone: str) -> None:
    assert spots_named(said)[0].zone == zone


@pytest.mark.parametrize("said", ["", "Middle of nowhere", "+15", "-13", "+5:20", "🐈", "Factory", "++8"])
def test_what_is_no_place_is_none(said: str) -> None:
    assert spots_named(said) == ()


def test_names_of_several_places_offer_those_whose_clocks_differ() -> None:
    assert [spot.country for spot in spots_named("Córdoba")] == ["AR", "ES", "MX"]
    assert [spot.zone for spot in spots_named("CST")][:2] == ["Asia/Shanghai", "America/Chicago"]
    assert len(spots_named("San José")) <= MOST
    zones = [spot.zone for spot in spots_named("Santiago")]
    assert len(zones) == len(set(zones)) > 1


@given(st.integers(-12, 14))
def test_whole_hours_are_shown_as_they_were_said(hours: int) -> None:
    said = "UTC" if hours == 0 else f"UTC{'+' if hours > 0 else '−'}{abs(hours)}"
    (spot,) = spots_of(f"{hours:+d}")
    assert zone_shown(spot.zone) == spot.name == said


def test_every_doing_has_words_in_every_language_and_no_word_means_two_things() -> None:
    for locale in Locale:
        spoken = texts("spies", locale)
        words = [word for do in Do for word in doings.listed(spoken.plain(f"file-do-{do.value}"))]
        assert len(words) == len(set(words)) >= len(Do)


def test_every_level_has_words_and_no_word_means_two_levels() -> None:
    for locale in Locale:
        spoken = texts("spies", locale)
        words = [word for one in Level for word in doings.listed(spoken.plain(f"file-levels-{one.name.lower()}"))]
        assert len(words) == len(set(words)) >= len(Level)


@pytest.mark.parametrize("pick", Pick)
def test_what_is_picked_is_kept_in_order_and_nothing_else_is(pick: Pick) -> None:
    nobody = File(person=1, adult=True, speaks={}, learns={})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    every = with_picked(nobody, pick, ["nonsense", *reversed(offered(pick))])
    assert picked(every, pick) == offered(pick)
    assert with_picked(every, pick, []) == nobody


def test_all_that_can_be_picked_has_a_text() -> None:
    assert (len(offered(Pick.INTERESTS)), len(offered(Pick.SLOTS))) == (len(INTERESTS), len(Slot))
    for locale in Locale:
        spoken = texts("spies", locale)
        for pick in Pick:
            assert all(spoken.plain(f"file-{pick.value}-{one}") for one in offered(pick))
    assert len(offered(Pick.WANTS)) == len(Want)
