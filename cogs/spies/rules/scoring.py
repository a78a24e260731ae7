"""How well two people fit, and why: pure, the same whoever is named first, in whole hundredths of a point.

Counted in hundredths, scores are whole numbers: the sums of a round do not depend on the order in which they were made,
and the same arithmetic on many people at once (``cogs/spies/work/pool.py``) gives the same figures to the last digit.
"""

from dataclasses import dataclass, fields
from math import floor
from typing import TypeAlias

from cogs.spies.rules.people import Candidate, Level, Slot, Tongue, Want
from cogs.spies.rules.times import spans_of

USABLE = Level.B2
"""Below it nobody helps others with a language."""

CLEARLY = 2
"""Steps that a helper must be ahead. Who grew up with a language is ahead of everybody who did not."""

POINT = 100
"""Hundredths of a point."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much, in points.

    Attributes:
        tongues: for every pair that may be matched; at least 1, so that a pair is always better than none.
        level: for a helper who grew up with the language, in each direction; less for those below.
        even: when both know what they learn equally well; less the farther apart they are.
        hour: for each hour of the week in which both have time, up to ``most_hours``.
        unsaid_hours: hours that are counted where one of them did not say when they have time.
        interest: for each interest in common, up to ``most_interests``.
        want: for each thing that both want.
        answered: for each of the two who always answered when they were asked.
        cat: for each who once gave a cat in answer.
        waiting: for each week that each of the two has waited, up to ``most_weeks``.
    """

    tongues: int = 40
    level: int = 10
    even: int = 10
    hour: int = 2
    most_hours: int = 12
    unsaid_hours: int = 3
    interest: int = 5
    most_interests: int = 4
    want: int = 4
    answered: int = 10
    cat: int = 3
    waiting: int = 10
    most_weeks: int = 52

    def __post_init__(self) -> None:
        """Looks that a pair is worth more than none.

        Raises:
            ValueError: it would not be.
        """
        if self.tongues < 1 or any(getattr(self, one.name) < 0 for one in fields(self)):
            raise ValueError("weights are not negative, and that of tongues is at least 1")

    def helping(self, level: Level) -> int:
        """Hundredths for a helper's level."""
        return self.level * POINT * (level - USABLE + 1) // (Level.NATIVE - USABLE + 1)

    def evenness(self, one: Level, other: Level) -> int:
        """Hundredths for how well each knows what they learn."""
        return self.even * POINT * (Level.NATIVE - abs(one - other)) // Level.NATIVE

    def patience(self, candidate: Candidate) -> int:
        """Hundredths for one person's waiting."""
        return floor(min(max(candidate.waiting, 0.0), self.most_weeks) * self.waiting * POINT + 0.5)

    def reliance(self, candidate: Candidate) -> int:
        """Hundredths for how one person answered."""
        return floor(min(max(candidate.answered, 0.0), 1.0) * self.answered * POINT + 0.5)


@dataclass(frozen=True, slots=True)
class Teaches:
    """One speaks what the other learns. There is one of these for each of the two.

    Attributes:
        who: the id of who speaks it.
    """

    who: str
    tongue: Tongue
    level: Level


@dataclass(frozen=True, slots=True)
class FreeTogether:
    """Both have time.

    Attributes:
        hours: of a week, at least 1.
        slots: which both named, each by their own clock; empty where their clocks are too far apart for that.
    """

    hours: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class BothLike:
    """Interests in common; at least one."""

    interests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BothWant:
    """What both look for; at least one."""

    wants: tuple[Want, ...]


@dataclass(frozen=True, slots=True)
class Waited:
    """Somebody has waited at least a week.

    Attributes:
        who: their id.
    """

    who: str
    weeks: int


@dataclass(frozen=True, slots=True)
class GaveCat:
    """Somebody once gave a cat in answer.

    Attributes:
        who: their id.
    """

    who: str


Reason: TypeAlias = Teaches | FreeTogether | BothLike | BothWant | Waited | GaveCat


@dataclass(frozen=True, slots=True)
class Parts:
    """Of what a score is made, in points."""

    tongues: float
    levels: float
    hours: float
    interests: float
    wants: float
    answered: float
    cats: float
    waiting: float


@dataclass(frozen=True, slots=True)
class Score:
    """How well two people fit.

    Attributes:
        value: points, above 0, with at most two decimals; the sum of the parts.
        reasons: the two languages first, then what else speaks for the two, the weightiest kind first.
    """

    value: float
    parts: Parts
    reasons: tuple[Reason, ...]


def may_meet(one: Candidate, other: Candidate, *, repeat_weeks: float = 12) -> bool:
    """Whether nothing but languages can stand between two people.

    It is False for blocks, for an adult and one who is not, for a line not long ago, and for a wish for one's own
    gender.
    """
    return (
        one.id != other.id
        and one.adult is other.adult
        and other.id not in one.blocked
        and one.id not in other.blocked
        and min(one.met.get(other.id, repeat_weeks), other.met.get(one.id, repeat_weeks)) >= repeat_weeks
        and not ((one.same_gender or other.same_gender) and (one.gender is None or one.gender is not other.gender))
    )


def known(candidate: Candidate, tongue: Tongue) -> Level | None:
    """How well somebody knows a language, whether they call it spoken or learned."""
    return max(filter(None, (candidate.speaks.get(tongue), candidate.learns.get(tongue))), default=None)


def ahead(helper: Level, learner: Level) -> bool:
    """Whether somebody can help another with a language."""
    return helper >= USABLE and (helper - learner >= CLEARLY or (helper is Level.NATIVE and helper > learner))


@dataclass(frozen=True, slots=True)
class _Help:
    tongue: Tongue
    level: Level
    learner: Level


def _helps(helper: Candidate, learner: Candidate) -> list[_Help]:
    found: list[_Help] = []
    for tongue in learner.learns:
        level, knows = helper.speaks.get(tongue), known(learner, tongue)
        if level is not None and knows is not None and ahead(level, knows):
            found.append(_Help(tongue, level, knows))
    return found


def score(one: Candidate, other: Candidate, weights: Weights, *, repeat_weeks: float = 12) -> Score | None:
    """How well two people fit, whoever is named first; None when they may not be matched."""
    if not may_meet(one, other, repeat_weeks=repeat_weeks):
        return None
    one, other = sorted((one, other), key=lambda candidate: candidate.id)
    exchanges = [
        (weights.helping(ours.level) + weights.helping(theirs.level) + weights.evenness(ours.learner, theirs.learner),
         ours, theirs)
        for ours in _helps(one, other)
        for theirs in _helps(other, one)
    ]  # fmt: skip
    if not exchanges:
        return None
    levels, ours, theirs = min(exchanges, key=lambda found: (-found[0], found[1].tongue, found[2].tongue))
    together = len(one.hours & other.hours)
    counted = together if one.hours and other.hours else weights.unsaid_hours
    likes, wants = one.interests & other.interests, one.wants & other.wants
    parts = (
        weights.tongues * POINT,
        levels,
        min(counted, weights.most_hours) * weights.hour * POINT,
        min(len(likes), weights.most_interests) * weights.interest * POINT,
        len(wants) * weights.want * POINT,
        weights.reliance(one) + weights.reliance(other),
        (one.gave_cat + other.gave_cat) * weights.cat * POINT,
        weights.patience(one) + weights.patience(other),
    )
    reasons: list[Reason] = [Teaches(one.id, ours.tongue, ours.level), Teaches(other.id, theirs.tongue, theirs.level)]
    if together:
        reasons.append(FreeTogether(together, _slots(one, other, together)))
    if likes:
        reasons.append(BothLike(tuple(sorted(likes))))
    if wants:
        reasons.append(BothWant(tuple(want for want in Want if want in wants)))
    reasons.extend(Waited(each.id, int(each.waiting)) for each in (one, other) if each.waiting >= 1)
    reasons.extend(GaveCat(each.id) for each in (one, other) if each.gave_cat)
    return Score(sum(parts) / POINT, Parts(*(part / POINT for part in parts)), tuple(reasons))


def _slots(one: Candidate, other: Candidate, together: int) -> tuple[Slot, ...]:
    """Slots that both named, unless their clocks are too far apart to call it that."""
    named = tuple(slot for slot in Slot if slot in one.free and slot in other.free)
    long = sum(last - first for slot in named for first, last in spans_of(slot)) // 60
    return named if together * 2 >= long else ()
