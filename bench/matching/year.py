"""A year of weekly rounds in a club that people join and leave."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

from bench.matching.crowd import MANY, Mix, person
from cogs.spies.rules.people import Candidate
from cogs.spies.rules.times import hours_of
from cogs.spies.work.matching import RoundAsk, RoundResult, match_round

BEGINS = datetime(2026, 1, 5, 12, tzinfo=UTC)
"""A Monday; clocks change several times within the year after it."""

SETTLED = 4
"""Rounds until newcomers stand beside those who have waited."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is played.

    Attributes:
        people: on the first day.
        weeks: rounds.
        leaving: the chance of each to leave in a week; as many join.
        yes: the chance that both want the line. Otherwise both go on waiting.
        ending: the chance of a line to end in a week.
        repeat_weeks: before the same two may be matched again.
    """

    people: int = 2_000
    weeks: int = 52
    mix: Mix = MANY
    leaving: float = 0.015
    yes: float = 0.8
    ending: float = 0.16
    repeat_weeks: int = 12
    seed: int = 5


@dataclass(frozen=True, slots=True)
class Week:
    """One round.

    Attributes:
        waiting: who was to be matched.
        unmatched: who was left over.
        trios: who of them could join a pair.
        waited: weeks that those who were matched had waited, sorted.
        gap: the share of the bound that is missing.
    """

    waiting: int
    unmatched: int
    trios: int
    waited: tuple[float, ...]
    gap: float


@dataclass(slots=True)
class Year:
    """What came of it.

    Attributes:
        again: by weeks since the same two last had a line: how often they were matched again.
        asked: by weeks waited: how many stood in a round; ``matched``: how many of them got a partner. Only of those
            who speak a language that is in excess, and without the first rounds, in which all have waited as long.
        never: who waited eight weeks or longer on the last day.
    """

    weeks: list[Week] = field(default_factory=list[Week])
    again: Counter[int] = field(default_factory=Counter[int])
    asked: Counter[int] = field(default_factory=Counter[int])
    matched: Counter[int] = field(default_factory=Counter[int])
    never: int = 0

    def chance(self, weeks: int) -> float:
        """The share of those who were matched, of those who had waited so many weeks."""
        return self.matched[weeks] / self.asked[weeks] if self.asked[weeks] else 0.0


@dataclass(slots=True)
class _Club:
    plan: Plan
    random: Random
    members: dict[str, Candidate]
    since: dict[str, int]
    lines: dict[frozenset[str], int]
    last: dict[frozenset[str], int]
    joined: int


def year(plan: Plan) -> Year:
    """Plays it."""
    random = Random(plan.seed)  # noqa: S311  # made-up people
    members = [person(number, plan.mix, BEGINS, random) for number in range(plan.people)]
    club = _Club(plan, random, {one.id: one for one in members}, {one.id: 0 for one in members}, {}, {}, plan.people)
    found = Year()
    for week in range(plan.weeks):
        if week:
            _come_and_go(club, week)
        waiting = _waiting(club, week)
        result = match_round(RoundAsk(tuple(waiting), repeat_weeks=plan.repeat_weeks))
        _note(found, club, week, waiting, result)
        for match in result.pairs:
            if random.random() < plan.yes:
                pair = frozenset(match.people)
                club.lines[pair] = week
                for one in pair:
                    del club.since[one]
    found.never = sum(plan.weeks - since >= 8 for since in club.since.values())
    return found


def _come_and_go(club: _Club, week: int) -> None:
    gone = {name for name in club.members if club.random.random() < club.plan.leaving}
    for pair in list(club.lines):
        if pair & gone or club.random.random() < club.plan.ending:
            del club.lines[pair]
            club.last[pair] = week
            for one in pair - gone:
                club.since[one] = week
    for name in gone:
        del club.members[name]
        club.since.pop(name, None)
    for _ in gone:
        new = person(club.joined, club.plan.mix, BEGINS, club.random)
        club.members[new.id] = new
        club.since[new.id] = week
        club.joined += 1


def _waiting(club: _Club, week: int) -> list[Candidate]:
    """Everybody without a line, as matching sees them."""
    met: dict[str, dict[str, float]] = {}
    for pair, last in club.last.items():
        one, other = sorted(pair)
        met.setdefault(one, {})[other] = met.setdefault(other, {})[one] = float(week - last)
    now = BEGINS + timedelta(weeks=week)
    return [
        replace(
            club.members[name], waiting=float(week - since), met=met.get(name, {}),
            hours=hours_of(club.members[name].free, club.members[name].zone, now),
        )
        for name, since in sorted(club.since.items())
    ]  # fmt: skip


def _note(found: Year, club: _Club, week: int, waiting: list[Candidate], result: RoundResult) -> None:
    waited = {one.id: one.waiting for one in waiting}
    chosen = {name for match in result.pairs for name in match.people}
    times = tuple(sorted(waited[name] for name in chosen))
    found.weeks.append(Week(len(waiting), len(result.unmatched), len(result.trios), times, result.gap))
    for match in result.pairs:
        last = club.last.get(frozenset(match.people))
        if last is not None:
            found.again[week - last] += 1
    for one in waiting:
        if week >= SETTLED and club.plan.mix.shares[0][0] in one.speaks:
            found.asked[int(one.waiting)] += 1
            found.matched[int(one.waiting)] += one.id in chosen
