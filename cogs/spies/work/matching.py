"""A round of matching, as a job: nothing heavy is loaded by importing this, as the bot's own process does."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cogs.spies.rules.people import Candidate
from cogs.spies.rules.scoring import POINT, Score, Weights, score
from cogs.spies.rules.trios import Joining, joinings

SECONDS = 120.0
"""How long a round may take in a worker: of 20,000 people it takes a quarter of a minute on one core."""


@dataclass(frozen=True, slots=True)
class RoundAsk:
    """Who is to be matched.

    Attributes:
        candidates: everybody, each id once; their order changes nothing.
        repeat_weeks: who had a line less than so many weeks ago are not matched again.
    """

    candidates: tuple[Candidate, ...]
    weights: Weights = field(default_factory=Weights)
    repeat_weeks: float = 12


@dataclass(frozen=True, slots=True)
class Match:
    """A pair of a round.

    Attributes:
        people: their ids, the lower first.
    """

    people: tuple[str, str]
    score: Score


@dataclass(frozen=True, slots=True)
class RoundResult:
    """A round. No two of those left over may be matched with each other.

    Attributes:
        pairs: by their ids.
        trios: who of the unmatched could join which of the pairs.
        unmatched: ids of who is in no pair, by ids; who could join one is among them.
        total: of the pairs' scores.
        bound: what no matching of all pairs that are allowed exceeds; the total itself when it is the most.
    """

    pairs: tuple[Match, ...]
    trios: tuple[Joining, ...]
    unmatched: tuple[str, ...]
    total: float
    bound: float

    @property
    def gap(self) -> float:
        """The share of the bound that is missing, 0 when the round is proven to be the best; never below 0."""
        return 0.0 if self.bound <= 0 else (self.bound - self.total) / self.bound


def match_round(ask: RoundAsk) -> RoundResult:
    """Matches everybody together so that all scores add up to the most.

    It is exact up to some thousand people (:data:`cogs.spies.work.solving.EXACT_PEOPLE`) and close to it beyond. The
    same people give the same pairs, always.

    Raises:
        ValueError: an id comes twice.
    """
    from cogs.spies.work.pool import Pool  # noqa: PLC0415  # numpy and scipy: in the worker alone
    from cogs.spies.work.rounding import pairs_of  # noqa: PLC0415  # the same
    from cogs.spies.work.solving import solve  # noqa: PLC0415  # the same

    if len({candidate.id for candidate in ask.candidates}) < len(ask.candidates):
        raise ValueError("an id comes twice")
    pool = Pool.of(ask.candidates, ask.weights, ask.repeat_weeks)
    solved = solve(pool)
    people = pool.candidates
    pairs = [(people[one], people[other]) for one, other in pairs_of(solved.partners)]
    left = [candidate for at, candidate in enumerate(people) if at not in solved.partners]
    matches = tuple(_match(one, other, ask) for one, other in pairs)
    return RoundResult(
        matches,
        joinings(pairs, left, ask.weights, repeat_weeks=ask.repeat_weeks),
        tuple(candidate.id for candidate in left),
        solved.total / POINT,
        solved.bound / POINT,
    )


def every_match(ask: RoundAsk) -> Sequence[Match]:
    """Every pair that may be matched, by ids."""
    from cogs.spies.work.pool import Pool  # noqa: PLC0415  # the same
    from cogs.spies.work.searching import every_pair  # noqa: PLC0415  # the same

    pool = Pool.of(ask.candidates, ask.weights, ask.repeat_weeks)
    edges, people = every_pair(pool.blocks), pool.candidates
    return [_match(people[one], people[other], ask) for one, other in edges.pairs()]


def _match(one: Candidate, other: Candidate, ask: RoundAsk) -> Match:
    found = score(one, other, ask.weights, repeat_weeks=ask.repeat_weeks)
    if found is None:
        raise AssertionError(f"{one.id} and {other.id} may not be matched")
    return Match((one.id, other.id), found)
