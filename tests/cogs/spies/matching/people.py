"""People to match: a few by hand, many by hypothesis."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from random import Random

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


_TONGUES = (EN, ZH, ES)
_USED = (Level.B1, Level.B2, Level.C1, Level.NATIVE)
_NUMBERS = st.integers(0, 2**32 - 1)


@st.composite
def crowds(draw: st.DrawFn, most: int = 9) -> tuple[Candidate, ...]:
    """A few people who are in each other's way: blocks, lines not long ago, adults and others, wishes.

    Each is made up from one number: to have each of their traits drawn takes longer than to match them.
    """
    names = [f"p{number}" for number in range(draw(st.integers(0, most)))]
    return tuple(_somebody(name, names, Random(draw(_NUMBERS))) for name in names)  # noqa: S311  # made-up people


def _somebody(name: str, names: Sequence[str], random: Random) -> Candidate:
    return Candidate(
        name,
        speaks={random.choice(_TONGUES): Level.NATIVE}
        | {random.choice(_TONGUES): random.choice(_USED) for _ in range(random.randint(0, 2))},
        learns={tongue: random.choice(list(Level)) for tongue in random.sample(_TONGUES, random.randint(1, 3))},
        hours=frozenset(random.sample(range(13), random.choice((0, 0, 1, 3, 6, 13)))),
        interests=frozenset(random.sample(INTERESTS[:5], random.choice((0, 0, 1, 2, 5)))),
        wants=frozenset(random.sample(list(Want), random.randint(0, min(4, len(Want))))),
        blocked=frozenset(random.choice(names) for _ in range(random.randint(0, 1))),
        met={random.choice(names): _some(random, 0, 12, 20) for _ in range(random.randint(0, 2))},
        waiting=_some(random, 0, 1, 60),
        adult=random.random() < 0.75,
        gender=random.choice((None, *Gender)),
        same_gender=random.random() < 0.25,
        gave_cat=random.random() < 0.5,
        answered=_some(random, 0, 0.5, 1),
    )


def _some(random: Random, least: float, middle: float, most: float) -> float:
    """A number between two, which is often one of them, or one in between that counts."""
    return random.choice((least, middle, most, random.uniform(least, most), random.uniform(least, most)))


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
