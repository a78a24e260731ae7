"""Who is left over after a round may make a pair a trio."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from cogs.spies.rules.people import Candidate, Tongue
from cogs.spies.rules.scoring import Score, Weights, may_meet, score

Two = tuple[Candidate, Candidate]

MOST_PAIRS = 24
"""That somebody chooses from: thousands may be left over where one language is in excess."""


@dataclass(frozen=True, slots=True)
class Joining:
    """Somebody could join a pair.

    Attributes:
        pair: the ids of the two.
        third: the id of who was left over.
        scores: with those of the two that they have languages for, one or both; the better first.
    """

    pair: tuple[str, str]
    third: str
    scores: tuple[Score, ...]


def joinings(
    pairs: Sequence[Two], left: Iterable[Candidate], weights: Weights, *, repeat_weeks: float = 12
) -> tuple[Joining, ...]:
    """Finds a pair for each who was left over, as far as it goes: one for each pair.

    Who joins may meet both, and has languages for at least one of them. Who waited longest chooses first, and takes the
    pair in which they fit best, of the first :data:`MOST_PAIRS` that they may join.

    Args:
        pairs: of the round.
        left: who is in none of them.
        weights: as for pairs.
        repeat_weeks: likewise.
    """
    shelves: dict[_Languages, dict[int, None]] = {}
    for number, pair in enumerate(pairs):
        for languages in _all_languages(pair):
            shelves.setdefault(languages, {})[number] = None
    found: list[Joining] = []
    for third in sorted(left, key=lambda candidate: (-candidate.waiting, candidate.id)):
        wanted = [(adult, learned, spoken) for adult, spoken, learned in _languages(third)]
        numbers = dict.fromkeys(number for languages in wanted for number in shelves.get(languages, ()))
        options = ((number, _scores(third, pairs[number], weights, repeat_weeks)) for number in numbers)
        some = list(islice(((number, scores) for number, scores in options if scores), MOST_PAIRS))
        if some:
            number, scores = max(some, key=lambda option: sum(one.value for one in option[1]))
            one, other = pair = pairs[number]
            found.append(Joining((one.id, other.id), third.id, scores))
            for languages in _all_languages(pair):
                del shelves[languages][number]
    return tuple(found)


_Languages = tuple[bool, Tongue, Tongue]
"""Whether they are adults, what they speak and what they learn."""


def _languages(candidate: Candidate) -> Iterable[_Languages]:
    return ((candidate.adult, spoken, learned) for spoken in candidate.speaks for learned in candidate.learns)


def _all_languages(pair: Two) -> Iterable[_Languages]:
    return dict.fromkeys(languages for one in pair for languages in _languages(one))


def _scores(third: Candidate, pair: Two, weights: Weights, repeat_weeks: float) -> tuple[Score, ...]:
    if not all(may_meet(third, one, repeat_weeks=repeat_weeks) for one in pair):
        return ()
    found = (score(third, one, weights, repeat_weeks=repeat_weeks) for one in pair)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: -one.value))
