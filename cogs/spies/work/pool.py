"""Everybody of a round as columns of numbers, so that all pairs can be scored, block by block, in seconds.

A pair that may be matched is always one from each side of a pair of languages: who speaks English and learns Spanish on
the one, who speaks Spanish and learns English on the other. Such a pair of sides is a block. The figures are those of
:func:`cogs.spies.rules.scoring.score`, in hundredths: 32-bit floats hold whole numbers of this size exactly.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Protocol, TypeAlias, cast

import numpy as np
from scipy.sparse import csr_array  # type: ignore[import-untyped]

from cogs.spies.rules.people import Candidate, Gender, Level, Tongue, Want
from cogs.spies.rules.scoring import POINT, USABLE, Weights, ahead, known, may_meet
from cogs.spies.rules.times import HOURS

Ints: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Floats: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
Flags: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


class Sparse(Protocol):
    """What is used of scipy's tables in which nearly everything is zero; it has no types of its own."""

    T: "Sparse"

    def __getitem__(self, rows: Ints) -> "Sparse": ...
    def __matmul__(self, other: "Sparse") -> "Sparse": ...
    def toarray(self) -> Floats: ...


NEVER = -(2.0**23)
"""Stands for a pair that may not be matched."""

MOST_AT_ONCE = 500_000
"""Pairs that are scored in one go: a few such tables stay in a processor's cache."""

_DENSE = 256
"""Interests that have columns of numbers. People say free words too, and columns of those would be nearly all zeros."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What of each person counts in every block; a row for each person.

    Attributes:
        hours: a column for each hour of a week, and one by which who did not say theirs is made even.
        interests: a column for each of the most frequent interests.
        rare: the same of all others that at least two people have; None when there are none.
        linear: what simply adds up: wants, waiting, answers, cats. ``linear_other`` is its counterpart.
    """

    hours: Floats
    hours_other: Floats
    interests: Floats
    rare: Sparse | None
    linear: Floats
    linear_other: Floats

    @classmethod
    def of(cls, candidates: Sequence[Candidate], weights: Weights) -> "Traits":
        """Everybody's."""
        hours = np.zeros((len(candidates), HOURS + 1), np.float32)
        wants = np.zeros((len(candidates), len(Want)), np.float32)
        own = np.zeros((len(candidates), 1), np.float32)
        for at, candidate in enumerate(candidates):
            hours[at, sorted(candidate.hours)] = 1
            hours[at, HOURS] = bool(candidate.hours)
            wants[at, [number for number, want in enumerate(Want) if want in candidate.wants]] = 1
            cat = candidate.gave_cat * weights.cat * POINT
            own[at] = weights.patience(candidate) + weights.reliance(candidate) + cat
        hours_other = hours.copy()
        hours_other[:, HOURS] *= -weights.unsaid_hours
        ones = np.ones_like(own)
        linear = np.concatenate([wants * (weights.want * POINT), own, ones], axis=1)
        linear_other = np.concatenate([wants, ones, own], axis=1)
        return cls(hours, hours_other, *_interests(candidates), linear, linear_other)


def _interests(candidates: Sequence[Candidate]) -> tuple[Floats, Sparse | None]:
    times = Counter(interest for candidate in candidates for interest in candidate.interests)
    shared = sorted((interest for interest in times if times[interest] > 1), key=lambda name: (-times[name], name))
    numbers = {interest: number for number, interest in enumerate(shared)}
    theirs = [sorted(numbers[one] for one in candidate.interests if one in numbers) for candidate in candidates]
    frequent = np.zeros((len(candidates), min(len(shared), _DENSE)), np.float32)
    for at, some in enumerate(theirs):
        frequent[at, [number for number in some if number < _DENSE]] = 1
    if len(shared) <= _DENSE:
        return frequent, None
    rows = [at for at, some in enumerate(theirs) for number in some if number >= _DENSE]
    columns = [number - _DENSE for some in theirs for number in some if number >= _DENSE]
    shape = (len(candidates), len(shared) - _DENSE)
    rare = csr_array((np.ones(len(rows), np.float32), (rows, columns)), shape=shape)
    return frequent, cast(Sparse, rare)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a block.

    Attributes:
        people: their numbers, rising.
        kinds: which row, or column, of the block's table is theirs.
    """

    people: Ints
    kinds: Ints


@dataclass(frozen=True, slots=True)
class Block:
    """Two sides that have each other's languages.

    Attributes:
        table: what their languages and levels are worth, by kinds; :data:`NEVER` where they may not be matched.
        barred: positions (row, column) of pairs that may not be matched for other reasons, by rising rows.
    """

    traits: Traits
    weights: Weights
    one: Side
    other: Side
    table: Floats
    barred: Ints

    def flipped(self) -> "Block":
        """The same from the other side."""
        barred = self.barred[:, ::-1]
        return Block(
            self.traits, self.weights, self.other, self.one,
            np.ascontiguousarray(self.table.T), barred[np.argsort(barred[:, 0], kind="stable")],
        )  # fmt: skip

    @property
    def size(self) -> int:
        """Pairs."""
        return len(self.one.people) * len(self.other.people)

    def chunks(self) -> Iterator[tuple[slice, Floats]]:
        """The scores, some rows after the other; each table lasts until the next is asked for."""
        traits, weights, columns = self.traits, self.weights, self.other.people
        hours = np.ascontiguousarray(traits.hours_other[columns].T)
        interests = np.ascontiguousarray(traits.interests[columns].T)
        rare = None if traits.rare is None else traits.rare[columns].T
        linear = np.ascontiguousarray(traits.linear_other[columns].T)
        by_kind = np.ascontiguousarray(self.table[:, self.other.kinds])
        step = max(1, MOST_AT_ONCE // max(1, len(columns)))
        for begin in range(0, len(self.one.people), step):
            rows = slice(begin, min(begin + step, len(self.one.people)))
            people = self.one.people[rows]
            scores = traits.linear[people] @ linear
            scores += by_kind[self.one.kinds[rows]]
            together = traits.hours[people] @ hours
            together += weights.unsaid_hours
            np.minimum(together, weights.most_hours, out=together)
            together *= weights.hour * POINT
            scores += together
            if interests.size:
                np.matmul(traits.interests[people], interests, out=together)
                if rare is not None and traits.rare is not None:
                    together += (traits.rare[people] @ rare).toarray()
                np.minimum(together, weights.most_interests, out=together)
                together *= weights.interest * POINT
                scores += together
            first, last = np.searchsorted(self.barred[:, 0], (rows.start, rows.stop))
            barred = self.barred[first:last]
            scores[barred[:, 0] - rows.start, barred[:, 1]] = NEVER
            yield rows, scores


@dataclass(frozen=True, slots=True)
class Pool:
    """Everybody of a round.

    Attributes:
        candidates: by their ids, so that the order in which they came changes nothing.
        blocks: together they hold every pair that may be matched, some pairs in several.
    """

    candidates: tuple[Candidate, ...]
    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, candidates: Iterable[Candidate], weights: Weights, repeat_weeks: float) -> "Pool":
        """Puts people into columns."""
        people = tuple(sorted(candidates, key=lambda candidate: candidate.id))
        traits = Traits.of(people, weights)
        barred = _barred(people, repeat_weeks)
        blocks: list[Block] = []
        for adult in (True, False):
            helpers = _sides(people, adult)
            for first, second in combinations(sorted({tongue for pair in helpers for tongue in pair}), 2):
                one, other = helpers.get((first, second)), helpers.get((second, first))
                if one and other:
                    blocks.append(_block(people, traits, weights, (first, second), one, other, barred))
        return cls(people, tuple(block for block in blocks if (block.table > 0).any()))

    @property
    def size(self) -> int:
        """Pairs to look at; those in several blocks count in each."""
        return sum(block.size for block in self.blocks)

    def among(self, some: Ints) -> "tuple[Block, ...]":
        """The blocks with some of the people alone."""
        chosen = np.zeros(len(self.candidates), bool)
        chosen[some] = True
        return tuple(_narrowed(block, chosen) for block in self.blocks)


def _sides(people: Sequence[Candidate], adult: bool) -> dict[tuple[Tongue, Tongue], list[int]]:
    """Who speaks one language well enough and learns another, by the two."""
    sides: dict[tuple[Tongue, Tongue], list[int]] = {}
    for at, candidate in enumerate(people):
        if candidate.adult is adult:
            helps = sorted(tongue for tongue, level in candidate.speaks.items() if level >= USABLE)
            for spoken in helps:
                for learned in sorted(candidate.learns):
                    if learned != spoken and known(candidate, learned) is not Level.NATIVE:
                        sides.setdefault((spoken, learned), []).append(at)
    return sides


def _barred(people: Sequence[Candidate], repeat_weeks: float) -> dict[int, list[int]]:
    """Whom nobody may be matched with, themselves included: each pair in both directions."""
    numbers = {candidate.id: at for at, candidate in enumerate(people)}
    barred: dict[int, set[int]] = {at: {at} for at in range(len(people))}
    for at, candidate in enumerate(people):
        for named in {*candidate.blocked, *candidate.met}:
            other = numbers.get(named)
            if other is not None and not may_meet(candidate, people[other], repeat_weeks=repeat_weeks):
                barred[at].add(other)
                barred[other].add(at)
    return {at: sorted(others) for at, others in barred.items()}


_Kind: TypeAlias = tuple[Level, Level, bool, Gender | None]


def _kinds(people: Sequence[Candidate], some: Sequence[int], spoken: Tongue, learned: Tongue) -> list[_Kind]:
    return [
        (people[at].speaks[spoken], known(people[at], learned) or Level.A1, people[at].same_gender, people[at].gender)
        for at in some
    ]


def _worth(one: _Kind, other: _Kind, weights: Weights) -> float:
    (helps, learns, same, gender), (helps_back, learns_back, same_back, gender_back) = one, other
    wished = same or same_back
    if not ahead(helps, learns_back) or not ahead(helps_back, learns):
        return NEVER
    if wished and (gender is None or gender is not gender_back):
        return NEVER
    levels = weights.helping(helps) + weights.helping(helps_back) + weights.evenness(learns_back, learns)
    return weights.tongues * POINT + levels


def _side(some: Sequence[int], theirs: Sequence[_Kind], numbers: Mapping[_Kind, int]) -> Side:
    return Side(np.array(some, np.int64), np.array([numbers[kind] for kind in theirs], np.int64))


def _block(
    people: Sequence[Candidate],
    traits: Traits,
    weights: Weights,
    tongues: tuple[Tongue, Tongue],
    one: Sequence[int],
    other: Sequence[int],
    barred: Mapping[int, Sequence[int]],
) -> Block:
    first, second = tongues
    ours, theirs = _kinds(people, one, first, second), _kinds(people, other, second, first)
    our_numbers = {kind: number for number, kind in enumerate(dict.fromkeys(ours))}
    their_numbers = {kind: number for number, kind in enumerate(dict.fromkeys(theirs))}
    table = np.array([[_worth(row, column, weights) for column in their_numbers] for row in our_numbers], np.float32)
    places = {at: place for place, at in enumerate(other)}
    pairs = [(row, places[out]) for row, at in enumerate(one) for out in barred[at] if out in places]
    return Block(
        traits, weights, _side(one, ours, our_numbers), _side(other, theirs, their_numbers), table,
        np.array(pairs, np.int64).reshape(-1, 2),
    )  # fmt: skip


def _chosen(side: Side, kept: Flags) -> Side:
    return Side(side.people[kept], side.kinds[kept])


def _narrowed(block: Block, chosen: Flags) -> Block:
    ours, theirs = chosen[block.one.people], chosen[block.other.people]
    rows, columns = np.cumsum(ours) - 1, np.cumsum(theirs) - 1
    kept = block.barred[ours[block.barred[:, 0]] & theirs[block.barred[:, 1]]]
    return Block(
        block.traits, block.weights,
        _chosen(block.one, ours), _chosen(block.other, theirs),
        block.table, np.stack([rows[kept[:, 0]], columns[kept[:, 1]]], axis=1),
    )  # fmt: skip
