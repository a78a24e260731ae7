"""How well two people fit, and who may not be matched."""

from dataclasses import astuple, replace

import pytest
from hypothesis import given, settings

from cogs.spies.rules.people import Candidate, Gender, Level, Slot, Want
from cogs.spies.rules.scoring import (
    BothLike,
    BothWant,
    FreeTogether,
    GaveCat,
    Teaches,
    Waited,
    Weights,
    score,
)
from tests.cogs.spies.matching.people import EN, ES, WEIGHTS, ZH, chinese, crowds, english

A, B = english("a"), chinese("b")


def value(one: Candidate, other: Candidate) -> float:
    found = score(one, other, WEIGHTS)
    assert found is not None
    return found.value


@settings(max_examples=150, derandomize=True, deadline=None)
@given(crowds(most=5))
def test_it_is_the_same_whoever_is_named_first_and_never_nothing(people: tuple[Candidate, ...]) -> None:
    for one in people:
        assert score(one, one, WEIGHTS) is None
        for other in people:
            found = score(one, other, WEIGHTS)
            assert found == score(other, one, WEIGHTS)
            if found is not None:
                assert found.value > 0
                assert round(sum(astuple(found.parts)), 2) == found.value


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (A, english("b")),
        (A, replace(B, speaks={ZH: Level.B1})),
        (A, replace(B, learns={ES: Level.A1})),
        (A, replace(B, learns={})),
        (A, replace(B, adult=False)),
        (A, replace(B, blocked=frozenset({"a"}))),
        (replace(A, blocked=frozenset({"b"})), B),
        (A, replace(B, met={"a": 11.9})),
        (replace(A, met={"b": 0.0}), B),
        (replace(A, same_gender=True, gender=Gender.WOMAN), replace(B, gender=Gender.MAN)),
        (replace(A, same_gender=True, gender=Gender.WOMAN), B),
        (replace(A, gender=Gender.WOMAN), replace(B, same_gender=True)),
        (replace(A, learns={ZH: Level.B1}), replace(B, speaks={ZH: Level.B2})),
        (replace(A, learns={ZH: Level.A1}, speaks={EN: Level.NATIVE, ZH: Level.C1}), replace(B, speaks={ZH: Level.C2})),
        (replace(A, learns={ZH: Level.NATIVE}), B),
        (A, replace(B, id="a")),
    ],
)
def test_who_may_not_be_matched(one: Candidate, other: Candidate) -> None:
    assert score(one, other, WEIGHTS) is None
    assert score(other, one, WEIGHTS) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (A, B),
        (A, replace(B, met={"a": 12.0})),
        (replace(A, adult=False), replace(B, adult=False)),
        (replace(A, same_gender=True, gender=Gender.WOMAN), replace(B, gender=Gender.WOMAN)),
        (replace(A, learns={ZH: Level.C2}), B),
        (replace(A, learns={ZH: Level.A2}), replace(B, speaks={ZH: Level.B2})),
    ],
)
def test_who_may(one: Candidate, other: Candidate) -> None:
    assert score(one, other, WEIGHTS) is not None


def test_how_long_the_same_two_stay_apart_is_the_communitys_choice() -> None:
    met = replace(A, met={"b": 5.0})
    assert score(met, B, WEIGHTS, repeat_weeks=5) is not None
    assert score(met, B, WEIGHTS, repeat_weeks=6) is None


HOURS = replace(A, hours=frozenset(range(8)))


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        (replace(B, speaks={ZH: Level.B2}), B),
        (replace(B, learns={EN: Level.B2}), B),
        (replace(B, hours=frozenset({7})), replace(B, hours=frozenset({6, 7}))),
        (replace(B, hours=frozenset({90})), replace(B, hours=frozenset({7}))),
        (B, replace(B, interests=frozenset({"cats"}))),
        (B, replace(B, wants=frozenset({Want.VOICE}))),
        (replace(B, answered=0.5), B),
        (B, replace(B, gave_cat=True)),
        (B, replace(B, waiting=0.5)),
        (replace(B, waiting=7.0), replace(B, waiting=8.0)),
    ],
)
def test_what_makes_a_pair_better(worse: Candidate, better: Candidate) -> None:
    one = replace(HOURS, interests=frozenset({"cats", "food"}), wants=frozenset({Want.VOICE}))
    assert value(one, worse) < value(one, better)


def test_the_best_of_several_languages_counts() -> None:
    one = replace(A, learns={ZH: Level.A2, ES: Level.A2})
    both = replace(B, speaks={ZH: Level.B2, ES: Level.NATIVE})
    found = score(one, both, WEIGHTS)
    assert found is not None
    assert found.reasons[:2] == (Teaches("a", EN, Level.NATIVE), Teaches("b", ES, Level.NATIVE))


def test_reasons() -> None:
    slots = frozenset({Slot.WEEKDAY_EVENING, Slot.WEEKEND_MORNING})
    one = replace(
        A, hours=frozenset(range(20)), free=slots, interests=frozenset({"hiking", "cats", "art"}), waiting=2.5
    )
    other = replace(
        B,
        hours=frozenset(range(3, 20)),
        free=frozenset({Slot.WEEKDAY_EVENING}),
        interests=frozenset({"cats", "hiking"}),
        wants=frozenset(Want),
        gave_cat=True,
        waiting=0.9,
    )
    found = score(replace(one, wants=frozenset({Want.VOICE, Want.CHAT})), other, WEIGHTS)
    assert found is not None
    assert found.reasons == (
        Teaches("a", EN, Level.NATIVE),
        Teaches("b", ZH, Level.NATIVE),
        FreeTogether(17, (Slot.WEEKDAY_EVENING,)),
        BothLike(("cats", "hiking")),
        BothWant((Want.CHAT, Want.VOICE)),
        Waited("a", 2),
        GaveCat("b"),
    )


def test_slots_are_not_named_where_clocks_are_far_apart() -> None:
    free = frozenset({Slot.WEEKDAY_EVENING})
    found = score(
        replace(A, hours=frozenset(range(20)), free=free),
        replace(B, hours=frozenset(range(15, 35)), free=free),
        WEIGHTS,
    )
    assert found is not None
    assert FreeTogether(5, ()) in found.reasons


@pytest.mark.parametrize("wrong", [{"tongues": 0}, {"hour": -1}, {"most_weeks": -1}])
def test_weights_under_which_a_pair_would_be_worth_nothing(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        Weights(**wrong)


def test_with_no_other_weight_every_pair_is_worth_the_same() -> None:
    bare = Weights(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    found = score(A, B, bare)
    assert found is not None
    assert found.value == 1.0
