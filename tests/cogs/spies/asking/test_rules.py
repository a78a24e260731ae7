"""Pure decisions about questions, codenames and rounds."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.refs import PersonId
from cogs.spies.rules.asking import State, cut, may_ask_again, may_meet, settled, share, taught, told_of
from cogs.spies.rules.codenames import codenames
from cogs.spies.rules.people import File, Gender, Level, Tongue
from cogs.spies.rules.rounds import next_round

EN, ZH, ES = Tongue("en"), Tongue("zh"), Tongue("es")
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
FIRSTS, SECONDS = [f"A{number} " for number in range(24)], [f"b{number}" for number in range(24)]


def file(
    person: int, *, adult: bool = True, gender: Gender | None = None, same_gender: bool = False, paused: bool = False
) -> File:
    speaks, learns = {EN: Level.NATIVE, ES: Level.B2}, {ZH: Level.A2}
    return File(PersonId(person), adult, speaks, learns, gender=gender, same_gender=same_gender, paused=paused)


@pytest.mark.parametrize(
    ("answers", "lapsed", "state"),
    [
        ([True, None], False, State.OPEN),
        ([True, None], True, State.OVER),
        ([True, True], False, State.AGREED),
        ([True, False], False, State.OVER),
        ([None, None, False], False, State.OPEN),
        ([True, False, False], False, State.OVER),
        ([True, True, None], False, State.OPEN),
        ([True, True, None], True, State.AGREED),
        ([True, True, False], False, State.AGREED),
        ([None, None, None], True, State.OVER),
    ],
)
def test_two_yeses_make_a_line_once_nobody_else_can_still_join(
    answers: list[bool | None], lapsed: bool, state: State
) -> None:
    assert settled(answers, lapsed=lapsed) is state


@given(st.text(max_size=20), st.integers(1, 3), st.integers(0, 20))
def test_codenames_differ_are_the_same_for_the_same_and_avoid_those_known(seed: str, number: int, known: int) -> None:
    taken = codenames(seed, known, FIRSTS, SECONDS)
    names = codenames(seed, number, FIRSTS, SECONDS, taken)
    assert names == codenames(seed, number, FIRSTS, SECONDS, taken)
    assert len(set(names)) == number
    assert not set(names) & set(taken)


def test_all_codenames_are_reached() -> None:
    assert len(set(codenames("seed", 576, FIRSTS, SECONDS))) == 576


def test_asks_are_counted_over_a_day() -> None:
    asked = [NOW - timedelta(hours=hours) for hours in (1, 23, 25)]
    assert may_ask_again(asked, NOW, 3)
    assert not may_ask_again(asked, NOW, 2)


def test_the_two_kinds_never_meet_and_minors_only_where_they_may() -> None:
    assert may_meet(file(1), file(2), minors=False)
    assert not may_meet(file(1), file(2, adult=False), minors=True)
    assert may_meet(file(1, adult=False), file(2, adult=False), minors=True)
    assert not may_meet(file(1, adult=False), file(2, adult=False), minors=False)
    assert not may_meet(file(1), file(1), minors=False)
    assert not may_meet(file(1), file(2, paused=True), minors=False)


def test_a_wish_for_ones_own_gender_holds_for_both() -> None:
    woman, man = file(1, gender=Gender.WOMAN, same_gender=True), file(2, gender=Gender.MAN)
    assert not may_meet(woman, man, minors=False)
    assert not may_meet(man, woman, minors=False)
    assert not may_meet(woman, file(3), minors=False)
    assert may_meet(woman, file(4, gender=Gender.WOMAN), minors=False)


def test_the_question_names_what_the_asked_one_knows_best_of_what_others_learn() -> None:
    learner = File(PersonId(9), True, {ZH: Level.NATIVE}, {ES: Level.A1, EN: Level.A1})
    assert taught(file(1), [learner]) == EN
    assert taught(learner, [file(1)]) == ZH
    assert taught(file(1), [file(2)]) is None
    # Of three, the one who speaks the same as the reader is not why they meet.
    assert told_of(learner, [replace(learner, person=PersonId(8)), file(1)]) == file(1)


def test_shares_and_shortened_words() -> None:
    assert (share(4, 1), share(1, 3)) == (0.25, 1.0)
    assert len(cut("喵" * 4000)) == 160
    assert cut("a\n b") == "a b"


def test_the_next_round_is_days_after_the_last_and_never_in_the_past() -> None:
    assert next_round(0, NOW, NOW) is None
    assert next_round(7, None, NOW) == NOW
    assert next_round(7, NOW - timedelta(days=30), NOW) == NOW
    assert next_round(7, NOW - timedelta(days=3), NOW) == NOW + timedelta(days=4)
