"""Who is left over may make a pair a trio."""

from dataclasses import replace

from hypothesis import given, settings

from cogs.spies.rules.people import Candidate, Level
from cogs.spies.rules.scoring import may_meet, score
from cogs.spies.rules.trios import joinings
from cogs.spies.work.matching import RoundAsk, match_round
from tests.cogs.spies.matching.people import ES, WEIGHTS, barred, chinese, crowds, english

PAIR = (english("a"), chinese("b"))


def test_who_is_left_over_joins_a_pair() -> None:
    (found,) = joinings([PAIR], [english("c")], WEIGHTS)
    assert (found.pair, found.third) == (("a", "b"), "c")
    assert found.scores == (score(english("c"), PAIR[1], WEIGHTS),)


def test_languages_for_one_of_the_two_are_needed() -> None:
    assert not joinings([PAIR], [Candidate("c", {ES: Level.NATIVE}, {ES: Level.A1})], WEIGHTS)


def test_nothing_may_stand_between_them_and_either() -> None:
    for third in (
        replace(english("c"), blocked=frozenset({"a"})),
        replace(english("c"), met={"b": 2.0}),
        replace(english("c"), adult=False),
    ):
        assert not joinings([PAIR], [third], WEIGHTS)


def test_who_waited_longest_chooses_first_and_a_pair_is_joined_once() -> None:
    thirds = [english("c", waiting=1.0), english("d", waiting=3.0), english("e")]
    assert [found.third for found in joinings([PAIR], thirds, WEIGHTS)] == ["d"]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(crowds())
def test_trios_of_any_round_are_allowed(people: tuple[Candidate, ...]) -> None:
    by_id = {one.id: one for one in people}
    result = match_round(RoundAsk(people))
    thirds = [joining.third for joining in result.trios]
    pairs = [joining.pair for joining in result.trios]
    assert len(set(thirds)) == len(thirds)
    assert len(set(pairs)) == len(pairs)
    assert set(thirds) <= set(result.unmatched)
    assert set(pairs) <= {match.people for match in result.pairs}
    for joining in result.trios:
        third = by_id[joining.third]
        for name in joining.pair:
            assert may_meet(third, by_id[name])
            assert not barred(third, by_id[name])
        assert joining.scores
