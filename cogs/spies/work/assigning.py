"""The best matching of a graph in which halves are allowed, and the prices that prove that there is none better.

Where the graph has two sides, no halves come up and the matching is a matching. Elsewhere everybody stands on both
sides (the double cover), and a pair that only one side chose is half a pair.

Prices are the duals of the assignment: nobody's is below zero, those of two people together are at least their pair's
score, and they add up to the best total. They are found from the matching, since scipy gives none.
"""

from dataclasses import dataclass
from typing import TypeAlias, cast

import numpy as np
from scipy.sparse import csr_array  # type: ignore[import-untyped]
from scipy.sparse.csgraph import min_weight_full_bipartite_matching  # type: ignore[import-untyped]

from cogs.spies.work.pool import Flags, Ints

Prices: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Edges:
    """Pairs that may be matched, each once.

    Attributes:
        one: the lower numbers of the two; ``other`` the higher.
        scores: in hundredths.
    """

    one: Ints
    other: Ints
    scores: Ints

    @classmethod
    def of(cls, one: Ints, other: Ints, scores: Ints) -> "Edges":
        """Puts pairs, which may come several times and either way round, in order. The best score of each is kept."""
        low, high = np.minimum(one, other), np.maximum(one, other)
        order = np.lexsort((-scores, high, low))
        low, high, scores = low[order], high[order], scores[order]
        first = np.ones(len(low), bool)
        first[1:] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
        return cls(low[first], high[first], scores[first])

    def with_more(self, more: "Edges") -> "Edges":
        """These and others."""
        return Edges.of(
            np.concatenate([self.one, more.one]),
            np.concatenate([self.other, more.other]),
            np.concatenate([self.scores, more.scores]),
        )

    def where(self, kept: Flags) -> "Edges":
        """Some of them."""
        return Edges(self.one[kept], self.other[kept], self.scores[kept])

    def pairs(self) -> list[tuple[int, int]]:
        """The two of each."""
        ones: list[int] = self.one.tolist()
        others: list[int] = self.other.tolist()
        return list(zip(ones, others, strict=True))

    def __len__(self) -> int:
        """How many."""
        return len(self.one)


@dataclass(frozen=True, slots=True)
class Assigned:
    """A best matching, with halves.

    Attributes:
        partner: whom each person's row chose, -1 for nobody; with two sides, people of the second have no row.
        prices: of each person.
    """

    partner: Ints
    prices: Prices


def assigned(people: int, edges: Edges, second: Flags | None) -> Assigned:
    """Matches.

    Args:
        people: how many there are.
        edges: between them.
        second: who is on the second of two sides; None when there are no two sides.
    """
    if second is None:
        rows: Ints = np.concatenate([edges.one, edges.other])
        columns: Ints = np.concatenate([edges.other, edges.one])
        scores: Ints = np.concatenate([edges.scores, edges.scores])
    else:
        turned = second[edges.one]
        rows = np.where(turned, edges.other, edges.one)
        columns = np.where(turned, edges.one, edges.other)
        scores = edges.scores
        if np.count_nonzero(second) * 2 < people:  # the fewer rows, the fewer searches
            found = assigned(people, edges, ~second)
            partner = np.full(people, -1, np.int64)
            chosen = np.flatnonzero(found.partner >= 0)
            partner[found.partner[chosen]] = chosen
            return Assigned(partner, found.prices)
    order = np.lexsort((columns, rows))
    return _assigned(people, rows[order], columns[order], scores[order], second)


def _assigned(people: int, rows: Ints, columns: Ints, scores: Ints, second: Flags | None) -> Assigned:
    partner = _matched(people, rows, columns, scores)
    back = np.full(people, -1, np.int64)
    back[partner[partner >= 0]] = np.flatnonzero(partner >= 0)
    low_columns = _lowest(people, rows, columns, scores, partner)
    again = np.lexsort((rows, columns))
    low_rows = _lowest(people, columns[again], rows[again], scores[again], back)
    worth = np.zeros(people, np.int64)
    matched = partner[rows] == columns
    worth[rows[matched]] = scores[matched]
    worth_back = np.zeros(people, np.int64)
    worth_back[columns[matched]] = scores[matched]
    # The lowest for one side are the highest for the other. Their middle says best which other pairs might be worth it.
    high_rows = np.where(partner >= 0, worth - low_columns[partner], 0)
    high_columns = np.where(back >= 0, worth_back - low_rows[back], 0)
    row_prices, column_prices = (low_rows + high_rows) / 2, (low_columns + high_columns) / 2
    if second is None:
        return Assigned(partner, (row_prices + column_prices) / 2)
    return Assigned(partner, np.where(second, column_prices, row_prices))


def _matched(people: int, rows: Ints, columns: Ints, scores: Ints) -> Ints:
    """Whom each row's person is matched with; -1 for nobody."""
    partner = np.full(people, -1, np.int64)
    if not len(rows):
        return partner
    used, places = np.unique(rows, return_inverse=True)
    # scipy wants everybody of the smaller side matched: each row gets a column of its own that is worth nothing. It
    # drops edges that are worth 0, so that all are worth one more.
    alone = np.arange(len(used))
    table = csr_array(
        (
            np.concatenate([scores + 1, np.ones(len(used), np.int64)]).astype(np.float64),
            (np.concatenate([places, alone]), np.concatenate([columns, people + alone])),
        ),
        shape=(len(used), people + len(used)),
    )
    found = cast("tuple[Ints, Ints]", min_weight_full_bipartite_matching(table, maximize=True))
    chosen = np.asarray(found[1], np.int64)
    partner[used[np.asarray(found[0], np.int64)]] = np.where(chosen < people, chosen, -1)
    return partner


def _lowest(people: int, rows: Ints, columns: Ints, scores: Ints, partner: Ints) -> Ints:
    """The lowest prices of columns that a best matching allows.

    A row's price is what is left of its pair's score, and a column's is at least what any row would gain there. Prices
    begin at nothing and rise until that is so; only rows whose own price fell are asked again.

    Args:
        people: how many there are.
        rows: rising; ``columns`` and ``scores`` stand beside them.
        partner: the best matching.
    """
    prices = np.zeros(people, np.int64)
    worth = np.zeros(people, np.int64)
    matched = partner[rows] == columns
    worth[rows[matched]] = scores[matched]
    back = np.full(people, -1, np.int64)
    back[partner[partner >= 0]] = np.flatnonzero(partner >= 0)
    begins = np.searchsorted(rows, np.arange(people))
    counts = np.searchsorted(rows, np.arange(people), side="right") - begins
    asked = np.flatnonzero(counts)
    while len(asked):
        lengths = counts[asked]
        ends = np.cumsum(lengths)
        at = np.repeat(begins[asked] - (ends - lengths), lengths) + np.arange(int(ends[-1]))
        own = np.where(partner[asked] >= 0, worth[asked] - prices[partner[asked]], 0)
        wanted = scores[at] - np.repeat(own, lengths)
        before = prices.copy()
        np.maximum.at(prices, columns[at], wanted)
        risen = back[np.flatnonzero(prices > before)]
        asked = risen[risen >= 0]
    return prices
