"""An organiser's list is read liberally, and what is wrong in it is named."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.spies.rules.freedom import freedom
from cogs.spies.rules.listing import Unreadable, level_named, listing, tongue_named
from cogs.spies.rules.people import Candidate, Level, Slot, Want
from cogs.spies.rules.times import clock_of, hours_within
from tests.cogs.spies.matching.people import EN, ES, ZH

MONDAY = datetime(2026, 6, 1, tzinfo=UTC)
CLOCK = clock_of(UTC, MONDAY)


def one(**said: object) -> Candidate:
    return listing([{"id": "a", **said}], MONDAY).candidates[0]


def test_everything_that_can_be_said() -> None:
    read = one(
        speaks={"zh-Hans": "native", "en": "b2"},
        learns={"es-MX": "A2"},
        timezone="Asia/Shanghai",
        free=["weekday-evening"],
        interests=["Cats", " Hiking "],
        wants=["chat"],
        blocked=["b", 7],
        met=[{"id": 7, "weeks_ago": 3}, {"id": "c", "weeks_ago": 20.5}],
        waiting_weeks=2,
        adult=False,
        answered=0.5,
        gave_cat=True,
        whatever={"else": 1},
    )
    assert read == Candidate(
        "a",
        speaks={ZH: Level.NATIVE, EN: Level.B2},
        learns={ES: Level.A2},
        hours=frozenset(day * 24 + hour for day in range(5) for hour in range(10, 14)),
        zone="Asia/Shanghai",
        free=frozenset({Slot.WEEKDAY_EVENING}),
        interests=frozenset({"cats", "hiking"}),
        wants=frozenset({Want.CHAT}),
        blocked=frozenset({"b", "7"}),
        met={"7": 3.0, "c": 20.5},
        waiting=2.0,
        adult=False,
        answered=0.5,
        gave_cat=True,
    )


def test_all_but_the_id_may_be_missing() -> None:
    assert one() == Candidate("a", {}, {})
    keys = ("speaks", "learns", "timezone", "free", "interests", "blocked", "met", "waiting_weeks", "adult", "answered")
    assert one(**dict.fromkeys(keys)) == Candidate("a", {}, {})


def test_ids_come_back_as_they_were() -> None:
    read = listing([{"id": 3}, {"id": "x"}], MONDAY)
    assert [read.names[person.id] for person in read.candidates] == [3, "x"]


@pytest.mark.parametrize(
    ("code", "tongue"),
    [
        ("zh", "zh"), ("zh-CN", "zh"), ("zh-Hans", "zh"), ("zh_hant_TW", "zh"), ("cmn", "zh"), ("en-US", "en"),
        ("EN", "en"), ("pt-BR", "pt"), ("no", "nb"), ("haw", "haw"), ("la", "la"), (" es ", "es"),
    ],
)  # fmt: skip
def test_codes_of_languages(code: str, tongue: str) -> None:
    assert tongue_named(code) == tongue


@pytest.mark.parametrize("code", ["xx", "qq", "", "english!", "e", "en us", "und", "zxx", 3, None, "中文", "a" * 5_000])
def test_codes_of_no_language(code: object) -> None:
    with pytest.raises(ValueError, match="no language has the code"):
        tongue_named(code)


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("A1", Level.A1), ("c2", Level.C2), ("B1+", Level.B1), ("Native", Level.NATIVE),
        ("mother-tongue", Level.NATIVE),
        ("beginner", Level.A1), ("upper_intermediate", Level.B2),
        (1, Level.A1), (6, Level.C2), (7, Level.NATIVE),
        ("3", Level.B1), (4.0, Level.B2),
    ],
)  # fmt: skip
def test_levels(said: object, level: Level) -> None:
    assert level_named(said) is level


@pytest.mark.parametrize("said", ["D1", "", 0, 8, True, 2.5, None, [], "A0"])
def test_no_levels(said: object) -> None:
    with pytest.raises(ValueError, match="no level"):
        level_named(said)


def test_languages_without_levels() -> None:
    assert one(speaks=["en", {"language": "es", "level": "C1"}], learns="zh") == Candidate(
        "a", {EN: Level.NATIVE, ES: Level.C1}, {ZH: Level.A1}
    )


def test_both_ways_of_writing_chinese_are_one_language_at_its_better_level() -> None:
    assert one(speaks={"zh-Hans": "B2", "zh-Hant": "C1"}).speaks == {ZH: Level.C1}


@pytest.mark.parametrize("met", [{"b": 4}, {"b": {"weeks_ago": 4}}, [["b", 4]], {"id": "b", "weeks_ago": 4}])
def test_whom_somebody_met(met: object) -> None:
    assert one(met=met).met == {"b": 4.0}


def evening(*days: int) -> set[int]:
    return {day * 24 + hour for day in days for hour in (18, 19, 20)}


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("Mon 18:00-21:00", evening(0)),
        ("monday 18-21", evening(0)),
        ("Mon-Wed 18:00–21:00", evening(0, 1, 2)),
        ("Sat to Mon 18:00 to 21:00", evening(5, 6, 0)),
        ("weekends 18:00-21:00", evening(5, 6)),
        ("18:00-21:00", evening(*range(7))),
        (["Tue 18:00-21:00", 40], evening(1) | {40}),
        ("tue 18:00-21:00; fri 18:00-21:00", evening(1, 4)),
        ([[42, 45]], evening(1)),
        ([["18:00", "21:00"]], evening(*range(7))),
        ({"day": "Tue", "from": "18:00", "to": "21:00"}, evening(1)),
        ({"day": 1, "start": 18, "end": 21}, evening(1)),
        ({"days": ["tue", "fri"], "from": 18, "to": 21}, evening(1, 4)),
        ({"tue": "18:00-21:00", "fri": [[18, 21]]}, evening(1, 4)),
        ("Sun 23:00-02:00", {6 * 24 + 23, 0, 1}),
        ([[166, 1]], {166, 167, 0}),
        ([42.0, 43][1:], {43}),
        ("always", set(range(168))),
        ([], set[int]()),
        (None, set[int]()),
    ],
)
def test_when_somebody_has_time(said: object, hours: set[int]) -> None:
    assert hours_within(freedom(said)[1], CLOCK) == hours


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("weekday-evening", {Slot.WEEKDAY_EVENING}),
        ("Weekday evenings", {Slot.WEEKDAY_EVENING}),
        ("weekend_mornings, weekday-night", {Slot.WEEKEND_MORNING, Slot.WEEKDAY_NIGHT}),
        ("evenings", {Slot.WEEKDAY_EVENING, Slot.WEEKEND_EVENING}),
        ("monday evening", set[Slot]()),
        ([{"slot": "weekday-night"}], {Slot.WEEKDAY_NIGHT}),
        ("anytime", set(Slot)),
    ],
)
def test_slots_by_their_names(said: object, slots: set[Slot]) -> None:
    assert freedom(said)[0] == slots


@pytest.mark.parametrize(
    "said", ["sometimes", "Mon 25:00-26:00", "18:00-21:99", [True], [168], [-1], [[1, 2, 3]], {"day": "Mon"}, {}, 1.5]
)
def test_no_times(said: object) -> None:
    with pytest.raises(ValueError, match="cannot read"):
        freedom(said)


WRONG: list[tuple[object, str]] = [
    ({}, "not a list"),
    ([1], "person 1 of the list: not an object"),
    ([{"id": "a"}, {}], "person 2 of the list: no id"),
    ([{"id": True}], "no id"),
    ([{"id": 1}, {"id": "1"}], "person '1': the id comes twice"),
    ([{"id": "a", "speaks": {"qq": "A1"}}], "person 'a': no language has the code 'qq'"),
    ([{"id": "a", "learns": {"en": "Z9"}}], "person 'a': learns, 'en': 'Z9' is no level"),
    ([{"id": "a", "speaks": 5}], "speaks"),
    ([{"id": "a", "timezone": "Mars/Olympus"}], "person 'a': no such time zone: 'Mars/Olympus'"),
    ([{"id": "a", "timezone": 8}], "timezone"),
    ([{"id": "a", "free": "whenever"}], "person 'a': cannot read 'whenever'"),
    ([{"id": "a", "adult": "yes"}], "adult"),
    ([{"id": "a", "waiting_weeks": -1}], "waiting_weeks"),
    ([{"id": "a", "waiting_weeks": float("nan")}], "waiting_weeks"),
    ([{"id": "a", "met": [{"id": "b", "weeks_ago": "long"}]}], "weeks_ago"),
    ([{"id": "a", "met": [{}]}], "met"),
    ([{"id": "a", "met": 5}], "met"),
    ([{"id": "a", "blocked": [None]}], "blocked"),
    ([{"id": "a", "interests": [1]}], "interests"),
    ([{"id": "a", "gender": "cat"}], "gender"),
]


@pytest.mark.parametrize(("data", "why"), WRONG)
def test_what_is_wrong_is_named(data: object, why: str) -> None:
    with pytest.raises(Unreadable) as refused:
        listing(data, MONDAY)
    assert why in str(refused.value)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_KEYS = ("speaks", "learns", "timezone", "free", "interests", "blocked", "met", "waiting_weeks", "adult", "wants")


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(_KEYS), _JSON, max_size=4), max_size=3))
def test_nothing_breaks_it(people: list[dict[str, object]]) -> None:
    with suppress(Unreadable):
        listing([{"id": at, **person} for at, person in enumerate(people)], MONDAY)
