"""People to match: a few by hand, many by hypothesis."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from hypothesis import strategies as st

from cogs.spies.rules.people import INTERESTS, Candidate, Gender, Level, Tongue, Want
from cogs.spies.rules.scoring import Score, Weights, score

EN, ZH, ES = Tongue("en"), Tongue("zh"), Tongue("es")

WEIGHTS = Weights()


def helper(name: str, speaks: Tongue, learns: Tongue, **more: float) -> Candidate:
    """Somebody who grew up with one language and begins with another."""
    return Candidate(name, {speaks: Level.NATIVE}, {learns: Level.A2}, waiting=more.get("waiting", 0.0))


def english(name: str, **more: float) -> Candidate:
    return helper(name, EN, ZH, **more)


def chinese(name: str, **more: float) -> Candidate:
    return helper(name, ZH, EN, **more)


_TONGUES = st.sampled_from((EN, ZH, ES))
_LEVELS = st.sampled_from(Level)
_GROWN = st.dictionaries(_TONGUES, st.sampled_from((Level.B1, Level.B2, Level.C1, Level.NATIVE)), max_size=2)


@st.composite
def crowds(draw: st.DrawFn, most: int = 9) -> tuple[Candidate, ...]:
    """A few people who are in each other's way: blocks, lines not long ago, adults and others, wishes."""
    names = [f"p{number}" for number in range(draw(st.integers(0, most)))]
    others = st.sampled_from(names) if names else st.nothing()
    return tuple(
        Candidate(
            name,
            speaks={draw(_TONGUES): Level.NATIVE} | draw(_GROWN),
            learns=draw(st.dictionaries(_TONGUES, _LEVELS, min_size=1, max_size=3)),
            hours=draw(st.frozensets(st.integers(0, 12), max_size=14)),
            interests=draw(st.frozensets(st.sampled_from(INTERESTS[:5]), max_size=5)),
            wants=draw(st.frozensets(st.sampled_from(Want), max_size=4)),
            blocked=draw(st.frozensets(others, max_size=1)),
            met=draw(st.dictionaries(others, st.floats(0, 20), max_size=2)),
            waiting=draw(st.floats(0, 60)),
            adult=draw(st.sampled_from((True, True, True, False))),
            gender=draw(st.none() | st.sampled_from(Gender)),
            same_gender=draw(st.sampled_from((False, False, False, True))),
            gave_cat=draw(st.booleans()),
            answered=draw(st.floats(0, 1)),
        )
        for name in names
    )


def all_scores(people: Sequence[Candidate], weights: Weights = WEIGHTS) -> Mapping[tuple[str, str], Score]:
    """Every pair that may be matched, by the ids in order."""
    by_id = sorted(people, key=lambda one: one.id)
    found = {(one.id, other.id): score(one, other, weights) for one, other in combinations(by_id, 2)}
    return {pair: value for pair, value in found.items() if value is not None}


def hundredths(value: float) -> int:
    return round(value * 100)


def optimum(people: Sequence[Candidate]) -> int:
    """The best total of all matchings, in hundredths, by trying every one."""
    scores = {pair: hundredths(one.value) for pair, one in all_scores(people).items()}

    def best(names: tuple[str, ...]) -> int:
        if not names:
            return 0
        first, *rest = names
        without = best(tuple(rest))
        paired = (
            scores[first, other] + best(tuple(one for one in rest if one != other))
            for other in rest
            if (first, other) in scores
        )
        return max((without, *paired))

    return best(tuple(sorted(one.id for one in people)))


def barred(one: Candidate, other: Candidate, weeks: float = 12) -> bool:
    """Whether two must never be a pair, said as an organiser would, apart from languages."""
    return (
        other.id in one.blocked
        or one.id in other.blocked
        or one.met.get(other.id, weeks) < weeks
        or other.met.get(one.id, weeks) < weeks
        or one.adult != other.adult
    )


def renamed(people: Sequence[Candidate], names: Mapping[str, str]) -> tuple[Candidate, ...]:
    """The same people under other ids."""
    return tuple(
        replace(
            one,
            id=names[one.id],
            blocked=frozenset(names[name] for name in one.blocked),
            met={names[name]: weeks for name, weeks in one.met.items()},
        )
        for one in people
    )
