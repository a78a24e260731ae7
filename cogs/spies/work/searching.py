"""Looking through all pairs of a round for those worth a thought: the graph that is matched is made of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from cogs.spies.work.assigning import Edges, Prices
from cogs.spies.work.pool import Block, Flags, Floats, Ints

_SPREAD = 200
"""Hundredths by which pairs that are about as good are told apart, so that not everybody names the same few."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look through all pairs found.

    Attributes:
        edges: the pairs.
        excess: by how much the best pair of each person is worth more than the two's prices; below 0 when none is.
    """

    edges: Edges
    excess: Prices


def every_pair(blocks: Iterable[Block]) -> Edges:
    """All pairs that may be matched."""
    found: list[tuple[Ints, Ints, Ints]] = []
    for block in blocks:
        for rows, scores in block.chunks():
            found.append(_picked(block, rows, scores, *np.nonzero(scores > 0)))
    return _edges(found)


def first_pairs(blocks: Iterable[Block], people: int, most: int) -> Edges:
    """The best pairs of each person in each block.

    What makes somebody a good match for everybody (that they waited, that they are always free) is left out of the
    comparison: else all would name the same few.
    """
    found: list[tuple[Ints, Ints, Ints]] = []
    for block in blocks:
        row_means, column_means = _means(block)
        for turned, means in ((block, column_means), (block.flipped(), row_means)):
            for rows, scores in turned.chunks():
                found.append(_picked(turned, rows, scores, *_top(rows, scores - means, scores > 0, most)))
    return _edges(found)


def dear_pairs(blocks: Iterable[Block], prices: Prices, *, least: float, most: int | None = None) -> Looked:
    """Pairs that are worth more than the prices of their two.

    Args:
        blocks: where to look.
        prices: of each person.
        least: by how much; below 0 to take such as are worth a little less.
        most: for each row, the best; None for all.
    """
    found: list[tuple[Ints, Ints, Ints]] = []
    excess = np.full(len(prices), -np.inf)
    low = prices.astype(np.float32)
    for block in blocks:
        columns = block.other.people
        for rows, scores in block.chunks():
            people = block.one.people[rows]
            gain = scores - low[people][:, None]
            gain -= low[columns]
            excess[people] = np.maximum(excess[people], gain.max(axis=1))
            excess[columns] = np.maximum(excess[columns], gain.max(axis=0))
            wanted = (gain >= least) & (scores > 0)
            if most is None or np.count_nonzero(wanted) <= most * len(people):
                found.append(_picked(block, rows, scores, *np.nonzero(wanted)))
            else:
                found.append(_picked(block, rows, scores, *_top(rows, gain, wanted, most)))
    return Looked(_edges(found), excess)


def _means(block: Block) -> tuple[Floats, Floats]:
    """The mean score of each row and of each column, of those pairs that may be matched."""
    totals = np.zeros((2, len(block.other.people)))
    row_means = np.zeros(len(block.one.people), np.float32)
    for rows, scores in block.chunks():
        allowed = scores > 0
        kept = np.where(allowed, scores, np.float32(0))
        totals += kept.sum(axis=0), allowed.sum(axis=0)
        row_means[rows] = kept.sum(axis=1) / np.maximum(1, allowed.sum(axis=1))
    return row_means, (totals[0] / np.maximum(1, totals[1])).astype(np.float32)


def _top(rows: slice, compared: Floats, allowed: Flags, most: int) -> tuple[Ints, Ints]:
    """Positions of the highest of each row, of those that are allowed."""
    hot = np.flatnonzero(allowed.any(axis=0))
    if len(hot) * 2 < len(allowed[0]):  # often a few people are what everybody lacks
        at, columns = _top(rows, compared[:, hot], allowed[:, hot], most)
        return at, hot[columns]
    if most >= len(hot):
        at, columns = np.nonzero(allowed)
        return at, columns
    numbers: np.ndarray[tuple[int], np.dtype[np.uint16]] = np.arange(rows.start, rows.stop, dtype=np.uint16)
    others: np.ndarray[tuple[int], np.dtype[np.uint16]] = np.arange(compared.shape[1], dtype=np.uint16)
    numbers, others = numbers * np.uint16(40_503), others * np.uint16(49_471)
    spread: Floats = (numbers[:, None] + others) * np.float32(_SPREAD / 2**16)
    compared = np.where(allowed, compared + spread, np.float32(-np.inf))
    chosen = np.argpartition(compared, -most, axis=1)[:, -most:]
    at, places = np.nonzero(np.take_along_axis(allowed, chosen, axis=1))
    return at, chosen[at, places]


def _picked(block: Block, rows: slice, scores: Floats, at: Ints, columns: Ints) -> tuple[Ints, Ints, Ints]:
    chosen = np.rint(scores[at, columns]).astype(np.int64)
    return block.one.people[at + rows.start], block.other.people[columns], chosen


def _edges(found: Sequence[tuple[Ints, Ints, Ints]]) -> Edges:
    if not found:
        none = np.zeros(0, np.int64)
        return Edges(none, none, none)
    ones, others, scores = zip(*found, strict=True)
    return Edges.of(np.concatenate(ones), np.concatenate(others), np.concatenate(scores))
