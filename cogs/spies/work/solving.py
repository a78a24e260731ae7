"""A whole round: who is matched with whom so that all scores together are the most, and how far from that it may be.

1. A graph is made of the best pairs of each person, and matched with halves allowed (:mod:`.assigning`).
2. Its prices are held against *all* pairs. Those that are worth more than the prices of their two join the graph, and
   it is matched again, until there are none: then no matching of all pairs is worth more than the prices together.
3. Halves are made whole (:mod:`.rounding`). Where that loses something, only pairs that are worth nearly their prices
   can win it back: a matching with any other is worth less than what we have. Those few are matched exactly.

Where an odd number of people can only be matched among themselves, somebody of them is left over, and the lowest of
their prices is more than can be had.
"""

from dataclasses import dataclass
from math import floor

import numpy as np

from cogs.spies.work.assigning import Edges, Prices, assigned
from cogs.spies.work.pool import NEVER, Block, Flags, Ints, Pool
from cogs.spies.work.rounding import Partners, exact, pairs_of, rounded
from cogs.spies.work.searching import Looked, dear_pairs, every_pair, first_pairs

FEW_PAIRS = 20_000
"""Up to so many pairs the whole graph is matched exactly, without further ado."""

EXACT_PEOPLE = 6_000
"""Up to so many people the outcome is exact, whatever it takes; beyond, it need not be."""

NEAR_ENOUGH = 0.0005
"""Beyond :data:`EXACT_PEOPLE`, what may be missing of the bound while no more pairs are looked for."""

_FIRST = 10
_MORE = 6
"""Pairs for each person that the graph begins with, and that join it at a time."""

_MOST_TIMES = 12
_EDGES_EACH = (3, 12)
_MOST_EDGES = 500_000
_REGION = 2_000
"""People among whom a lost pair is looked for, where all together are too many."""


@dataclass(frozen=True, slots=True)
class Solved:
    """A round.

    Attributes:
        partners: whom each is matched with, both ways.
        total: in hundredths.
        bound: what no matching of all pairs exceeds; equal to the total when that is proven to be the most.
    """

    partners: Partners
    total: int
    bound: int


def solve(pool: Pool) -> Solved:
    """Matches everybody."""
    if pool.size <= FEW_PAIRS:
        edges = every_pair(pool.blocks)
        partners = exact(edges)
        total = _total(partners, edges)
        return Solved(partners, total, total)
    second = _second_side(pool)
    few = len(pool.candidates) <= EXACT_PEOPLE
    edges = first_pairs(pool.blocks, len(pool.candidates), _FIRST)
    bounds: list[int] = []
    while True:
        found = assigned(len(pool.candidates), edges, second)
        looked = dear_pairs(pool.blocks, found.prices, least=0.25, most=_MORE)
        bounds.append(_bound(pool, found.prices, looked, second))
        partners = rounded(found.partner, _scores(edges))
        solved = Solved(partners, _total(partners, edges), min(bounds))
        if not len(looked.edges) or (not few and _enough(solved, len(bounds))):
            break
        edges = edges.with_more(looked.edges)
    if solved.total < solved.bound:
        better = _exactly if few else _nearer
        solved = better(pool, solved, edges, found.prices)
    return solved if solved.total == solved.bound else _completed(pool, solved)


def _enough(solved: Solved, times: int) -> bool:
    return times >= _MOST_TIMES or solved.total >= solved.bound * (1 - NEAR_ENOUGH)


def _bound(pool: Pool, prices: Prices, looked: Looked, second: Flags | None) -> int:
    """What no matching exceeds: prices that are high enough for all pairs, less those of who must be left over."""
    more = np.maximum(looked.excess, 0)
    high = prices + more / 2
    if second is not None:  # it is enough when one side pays
        high = min((high, prices + more * second, prices + more * ~second), key=lambda one: float(one.sum()))
    total = float(high.sum())
    for people in _apart(pool):
        matchable = people[looked.excess[people] > NEVER / 2]
        if len(matchable) % 2:
            total -= float(high[matchable].min())
    return floor(total + 1e-6)


def _apart(pool: Pool) -> list[Ints]:
    """Groups of people with no pair between two of them."""
    groups: list[set[int]] = []
    for block in pool.blocks:
        group = {*block.one.people.tolist(), *block.other.people.tolist()}
        apart: list[set[int]] = []
        for other in groups:
            if group.isdisjoint(other):
                apart.append(other)
            else:
                group |= other
        groups = [*apart, group]
    return [np.array(sorted(group), np.int64) for group in groups]


def _scores(edges: Edges) -> dict[tuple[int, int], int]:
    return dict(zip(edges.pairs(), edges.scores.tolist(), strict=True))


def _total(partners: Partners, edges: Edges) -> int:
    partner = np.full(int(edges.other.max(initial=-1)) + 1, -1, np.int64)
    for one, other in pairs_of(partners):
        partner[one] = other
    return int(edges.scores[partner[edges.one] == edges.other].sum())


def _second_side(pool: Pool) -> Flags | None:
    """Who is on the second side, where everybody can be put on one of two sides with all pairs between them."""
    side = np.full(len(pool.candidates), -1, np.int64)
    waiting = list(pool.blocks)
    while waiting:
        # Blocks that share people with those already settled come first, else any.
        at = next((at for at, block in enumerate(waiting) if _settled(block, side)), 0)
        block = waiting.pop(at)
        turned = 0
        for people, own in ((block.one.people, 0), (block.other.people, 1)):
            known = side[people]
            if (known >= 0).any():
                turned = int(known[known >= 0][0]) ^ own
                break
        for people, own in ((block.one.people, 0), (block.other.people, 1)):
            known = side[people]
            if (known == 1 - (own ^ turned)).any():
                return None
            side[people] = own ^ turned
    return np.asarray(side == 1)


def _settled(block: Block, side: Ints) -> bool:
    return bool((side[block.one.people] >= 0).any() or (side[block.other.people] >= 0).any())


def _exactly(pool: Pool, solved: Solved, edges: Edges, prices: Prices) -> Solved:
    """The best matching of all, out of the pairs that it can be made of."""
    for each in _EDGES_EACH:
        close = _closest(edges, prices, solved.bound - solved.total, each * len(pool.candidates))
        solved = _better(solved, exact(close), edges)
        if solved.total == solved.bound:
            return solved
    left = solved.bound - solved.total
    near = dear_pairs(pool.blocks, prices, least=-left).edges
    if len(near) > _MOST_EDGES:
        return _better(solved, exact(_closest(near, prices, left, _MOST_EDGES)), near)
    solved = _better(solved, exact(near), near)
    return Solved(solved.partners, solved.total, solved.total)


def _closest(edges: Edges, prices: Prices, left: float, most: int) -> Edges:
    """Edges that lack at most so much of their prices, the closest of them."""
    lack = prices[edges.one] + prices[edges.other] - edges.scores
    if np.count_nonzero(lack <= left) > most:
        left = float(np.partition(lack, most)[most])
    return edges.where(lack <= left)


def _nearer(pool: Pool, solved: Solved, edges: Edges, prices: Prices) -> Solved:
    """Wins back what was lost around those left over, among some of the people."""
    close = _closest(edges, prices, solved.bound - solved.total, len(edges))
    region = np.zeros(len(pool.candidates), bool)
    matched = np.zeros(len(pool.candidates), bool)
    matched[list(solved.partners)] = True
    # Who is left over with a price above nothing is left over wrongly.
    region[~matched & (prices > 0)] = True
    partner = np.arange(len(pool.candidates))
    for one, other in solved.partners.items():
        partner[one] = other
    chosen = region
    while 0 < np.count_nonzero(region) <= _REGION:
        chosen = region.copy()
        touched = region[close.one] | region[close.other]
        region[close.one[touched]] = region[close.other[touched]] = True
        region[partner[region]] = True
        if (region == chosen).all():
            break
    inside = edges.where(chosen[edges.one] & chosen[edges.other])
    partners = {one: other for one, other in solved.partners.items() if not chosen[one]}
    return _better(solved, partners | exact(inside), edges)


def _better(solved: Solved, partners: Partners, edges: Edges) -> Solved:
    total = _total(partners, edges)
    return Solved(partners, total, solved.bound) if total > solved.total else solved


def _completed(pool: Pool, solved: Solved) -> Solved:
    """Nobody is left over who may be matched with somebody else left over."""
    free = np.ones(len(pool.candidates), bool)
    free[list(solved.partners)] = False
    partners, total = dict(solved.partners), solved.total
    for block in pool.among(np.flatnonzero(free)):
        if not block.size:
            continue
        columns = block.other.people
        for rows, scores in block.chunks():
            for person, row in zip(block.one.people[rows].tolist(), scores, strict=True):
                if free[person]:
                    row[~free[columns]] = -1
                    at = int(row.argmax())
                    if row[at] > 0:
                        other = int(columns[at])
                        partners[person], partners[other] = other, person
                        free[[person, other]] = False
                        total += round(float(row[at]))
    return Solved(partners, total, solved.bound)
