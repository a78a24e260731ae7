"""A whole round: valid, the best there is, and nobody left over who could be matched."""

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from bench.matching.crowd import EXCESS, MANY, TWO, Mix, crowd
from cogs.spies.rules.people import Candidate, Level
from cogs.spies.rules.scoring import Weights
from cogs.spies.work import solving
from cogs.spies.work.matching import RoundAsk, RoundResult, every_match, match_round
from cogs.spies.work.pool import Pool
from cogs.spies.work.rounding import exact
from cogs.spies.work.searching import every_pair
from tests.cogs.spies.matching.people import (
    EN,
    ES,
    WEIGHTS,
    ZH,
    all_scores,
    barred,
    chinese,
    crowds,
    english,
    hundredths,
    optimum,
    renamed,
)

NOW = datetime(2026, 3, 2, tzinfo=UTC)

LAW = settings(
    max_examples=80, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(params=["whole graph", "by prices", "by prices, in haste"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Small rounds go the way that large ones go."""
    way: str = request.param
    if way != "whole graph":
        monkeypatch.setattr(solving, "FEW_PAIRS", -1)
    if way == "by prices, in haste":
        monkeypatch.setattr(solving, "EXACT_PEOPLE", -1)
        monkeypatch.setattr(solving, "NEAR_ENOUGH", 0.2)
    return way


def check(people: tuple[Candidate, ...], result: RoundResult) -> None:
    """Whatever the people: the round is valid, maximal, and adds up."""
    by_id = {one.id: one for one in people}
    matched = [name for match in result.pairs for name in match.people]
    assert len(set(matched)) == len(matched)
    assert sorted((*matched, *result.unmatched)) == sorted(by_id)
    for match in result.pairs:
        one, other = (by_id[name] for name in match.people)
        assert not barred(one, other)
        assert match.score.value > 0
    assert hundredths(result.total) == sum(hundredths(match.score.value) for match in result.pairs)
    assert result.total <= result.bound
    assert 0 <= result.gap <= 1


@LAW
@given(crowds())
def test_a_round_is_the_best_of_all(way: str, people: tuple[Candidate, ...]) -> None:
    result = match_round(RoundAsk(people))
    check(people, result)
    scores = all_scores(people)
    assert {match.people: match.score for match in result.pairs}.items() <= scores.items()
    left = set(result.unmatched)
    assert not any({*pair} <= left for pair in scores), "two who were left over may be matched"
    best = optimum(people)
    assert hundredths(result.bound) >= best
    if way != "by prices, in haste":
        assert hundredths(result.total) == hundredths(result.bound) == best


@LAW
@given(crowds())
def test_every_pair_is_found_with_its_score(people: tuple[Candidate, ...]) -> None:
    assert {match.people: match.score for match in every_match(RoundAsk(people))} == all_scores(people)


@LAW
@given(crowds(most=7))
def test_what_people_are_called_and_their_order_change_no_total(people: tuple[Candidate, ...]) -> None:
    names = {one.id: f"q{9 - at}" for at, one in enumerate(people)}
    first, turned = match_round(RoundAsk(people)), match_round(RoundAsk(people[::-1]))
    assert first == turned
    assert match_round(RoundAsk(renamed(people, names))).total == first.total


@pytest.mark.parametrize("mix", [TWO, EXCESS, MANY], ids=["two", "excess", "many"])
@pytest.mark.parametrize("count", [401, 1_200])
def test_a_crowd_is_matched_exactly_and_it_is_proven(mix: Mix, count: int) -> None:
    people = tuple(crowd(count, mix, NOW, seed=count))
    result = match_round(RoundAsk(people))
    check(people, result)
    assert result.total == result.bound
    if count < 1_000:  # the library alone, on all pairs
        pool = Pool.of(people, WEIGHTS, 12)
        edges = every_pair(pool.blocks)
        scores = dict(zip(edges.pairs(), edges.scores.tolist(), strict=True))
        partners = exact(edges)
        assert hundredths(result.total) == sum(scores[pair] for pair in partners.items() if pair[0] < pair[1])


def test_in_haste_little_is_missing_and_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    people = tuple(crowd(1_500, MANY, NOW, seed=3))
    best = match_round(RoundAsk(people))
    monkeypatch.setattr(solving, "EXACT_PEOPLE", 1_000)
    hasty = match_round(RoundAsk(people))
    check(people, hasty)
    assert best.total * 0.995 <= hasty.total <= best.total <= hasty.bound
    assert hasty.gap < 0.01


def test_ten_thousand_people_with_one_language_in_excess() -> None:
    people = tuple(crowd(10_000, EXCESS, NOW, seed=1))
    result = match_round(RoundAsk(people))
    check(people, result)
    few = sum(one.speaks.get(ZH) is Level.NATIVE for one in people)
    assert 900 < few < 1_100
    assert len(result.pairs) >= few * 0.98, "nearly all of those who are few found somebody"
    assert result.gap < 0.01


def test_ten_thousand_people_who_are_all_alike() -> None:
    people = (*(english(f"e{number}") for number in range(9_000)), *(chinese(f"c{number}") for number in range(1_000)))
    result = match_round(RoundAsk(people))
    assert len(result.pairs) == 1_000
    assert result.total == result.bound


@pytest.mark.parametrize("first", ["a", "b"])
def test_of_two_alike_who_waited_longer_is_matched(first: str) -> None:
    second = "b" if first == "a" else "a"
    people = (english(first, waiting=2.0), english(second, waiting=1.9), chinese("z"))
    assert match_round(RoundAsk(people)).unmatched == (second,)


def test_waiting_raises_the_chance() -> None:
    random = Random(4)  # noqa: S311  # made-up people
    people = [replace(one, waiting=float(random.randint(0, 4))) for one in crowd(900, EXCESS, NOW, seed=8)]
    result = match_round(RoundAsk(tuple(people)))
    left = set(result.unmatched)
    chances: list[float] = []
    for weeks in range(5):
        those = [one.id for one in people if one.waiting == weeks and EN in one.speaks]
        chances.append(sum(name not in left for name in those) / len(those))
    assert chances == sorted(chances)
    assert chances[0] < chances[4]


def test_the_few_are_not_taken_by_those_who_have_others() -> None:
    # Only the third speaks what the first learns, and somebody else would do for the second.
    people = (
        Candidate("a", {EN: Level.NATIVE}, {ES: Level.A1}),
        Candidate("b", {EN: Level.NATIVE}, {ES: Level.A1, ZH: Level.A1}),
        Candidate("c", {ES: Level.NATIVE}, {EN: Level.A1}, hours=frozenset(range(20))),
        Candidate("d", {ZH: Level.NATIVE}, {EN: Level.A1}),
    )
    result = match_round(RoundAsk(people))
    assert [match.people for match in result.pairs] == [("a", "c"), ("b", "d")]


def test_a_ring_of_three_leaves_one_over(way: str) -> None:
    # Everybody speaks one of three languages and learns the two others.
    three = {EN, ES, ZH}
    people = tuple(
        Candidate(tongue, {tongue: Level.NATIVE}, dict.fromkeys(sorted(three - {tongue}), Level.A1)) for tongue in three
    )
    result = match_round(RoundAsk(people))
    assert (len(result.pairs), len(result.unmatched)) == (1, 1)
    if way != "by prices, in haste":
        assert result.bound == result.total


@pytest.mark.parametrize("people", [(), (english("a"),), (english("a"), english("b"))])
def test_nobody_to_match(way: str, people: tuple[Candidate, ...]) -> None:
    result = match_round(RoundAsk(people))
    assert (result.pairs, result.unmatched) == ((), tuple(one.id for one in people))
    assert (result.total, result.bound, result.gap) == (0, 0, 0)


def test_an_id_comes_twice() -> None:
    with pytest.raises(ValueError, match="twice"):
        match_round(RoundAsk((english("a"), chinese("a"))))


def test_rare_interests_count_as_much_as_frequent_ones() -> None:
    words = [f"word {number}" for number in range(400)]
    random = Random(2)  # noqa: S311  # made-up people
    people = tuple(replace(one, interests=frozenset(random.sample(words, 40))) for one in crowd(120, TWO, NOW, seed=2))
    assert {match.people: match.score for match in every_match(RoundAsk(people))} == all_scores(people)


def test_weights_and_weeks_are_the_communitys() -> None:
    people = (english("a"), replace(chinese("b"), met={"a": 3.0}))
    assert not match_round(RoundAsk(people)).pairs
    assert match_round(RoundAsk(people, Weights(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), 3)).total == 1.0


def test_a_round_goes_to_a_worker_and_back() -> None:
    ask = RoundAsk((english("a"), chinese("b")))
    assert pickle.loads(pickle.dumps(match_round)) is match_round  # noqa: S301  # our own
    sent: RoundAsk = pickle.loads(pickle.dumps(ask))  # noqa: S301  # our own
    assert pickle.loads(pickle.dumps(match_round(sent))) == match_round(ask)  # noqa: S301  # our own


def test_naming_the_work_loads_nothing_heavy() -> None:
    said = "import sys, cogs.spies.work.matching; print(sorted({'numpy', 'scipy', 'rustworkx'} & set(sys.modules)))"
    ran = subprocess.run(  # noqa: S603  # our own words
        [sys.executable, "-c", said], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert ran.stdout.strip() == "[]"
