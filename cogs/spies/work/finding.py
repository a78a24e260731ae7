"""Who fits one person best: pure, and done in a worker where there are many to look at."""

from collections.abc import Sequence
from dataclasses import dataclass

from cogs.spies.rules.people import Candidate
from cogs.spies.rules.scoring import Score, Weights, score


@dataclass(frozen=True, slots=True)
class FindAsk:
    """For whom somebody is looked for, and among whom."""

    me: Candidate
    others: Sequence[Candidate]
    weights: Weights
    repeat_weeks: float


@dataclass(frozen=True, slots=True)
class Fit:
    """Somebody who fits."""

    id: str
    score: Score


def fits(ask: FindAsk) -> list[Fit]:
    """All who may be matched with them, the best first; of equals the one who waited longest."""
    found = [
        (Fit(other.id, scored), other.waiting)
        for other in ask.others
        if (scored := score(ask.me, other, ask.weights, repeat_weeks=ask.repeat_weeks)) is not None
    ]
    found.sort(key=lambda one: (-one[0].score.value, -one[1], one[0].id))
    return [fit for fit, _ in found[:MOST]]


MOST = 50
"""So many are told of: nobody looks at more in a day."""
