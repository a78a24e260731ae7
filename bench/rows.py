"""What is measured, with its goals, and what the figures of several rounds come to."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bench.load import Side
from bench.subjects import Subject

MEGABYTE = 1_000_000


class Row(StrEnum):
    """A line of the table."""

    CPU = "cpu"
    MEMORY = "memory"
    GROWTH = "growth"
    START_TIME = "start-time"
    START_CPU = "start-cpu"


GOALS: Mapping[Row, float] = {Row.CPU: 1.25, Row.MEMORY: 2.2, Row.START_TIME: 3.5, Row.START_CPU: 3.5}
"""How often the bare library's figure may be reached."""

TICK = 0.01
"""Seconds in which the system counts CPU: what is less counts as one of them."""

GROWTH_NOISE = 1.0
"""Megabytes for 100,000 messages up to which a slope is the allocator's noise."""

UNITS: Mapping[Row, str] = {
    Row.CPU: "s",
    Row.MEMORY: "MB",
    Row.GROWTH: "MB",
    Row.START_TIME: "s",
    Row.START_CPU: "s",
}

MEANINGS: Mapping[Row, str] = {
    Row.CPU: "CPU (user and system) for messages of a group that concern no one",
    Row.MEMORY: "resident memory at rest: connected, the database migrated, nothing said yet",
    Row.GROWTH: "how resident memory goes on for each 100,000 messages more, after the first fifth of them",
    Row.START_TIME: "time from the start of the process until it is connected",
    Row.START_CPU: "CPU used until then",
}


@dataclass(frozen=True, slots=True)
class Ratio:
    """The bot's figure over the bare library's, of each round.

    Attributes:
        bare: the bare library's median.
        ours: the bot's median.
        ratios: one for each round.
    """

    bare: float
    ours: float
    ratios: Sequence[float]

    @classmethod
    def of(cls, bare: Sequence[float], ours: Sequence[float]) -> "Ratio":
        """Of rounds in their order."""
        return cls(
            statistics.median(bare),
            statistics.median(ours),
            [max(ours_one, TICK) / max(bare_one, TICK) for bare_one, ours_one in zip(bare, ours, strict=True)],
        )

    @property
    def median(self) -> float:
        """The middle one of the rounds."""
        return statistics.median(self.ratios)


@dataclass(frozen=True, slots=True)
class Growth:
    """Memory over a long flood: pairs of messages so far and bytes."""

    samples: Sequence[tuple[int, int]]

    @property
    def slope(self) -> float:
        """Megabytes for 100,000 messages, by least squares, without the first fifth: caches fill there."""
        whole = max(count for count, _ in self.samples)
        kept = [(count, size) for count, size in self.samples if count >= whole / 5]
        if len(kept) < 2:  # one point has no slope
            return 0.0
        counts, sizes = zip(*kept, strict=True)
        return statistics.linear_regression(counts, sizes).slope * 100_000 / MEGABYTE


@dataclass(slots=True)
class Findings:
    """All that one platform's run found."""

    side: Side
    figures: dict[tuple[Row, Subject], list[float]] = field(default_factory=dict[tuple[Row, Subject], list[float]])
    growth: dict[Subject, Growth] = field(default_factory=dict[Subject, Growth])

    def add(self, row: Row, subject: Subject, figure: float) -> None:
        """Notes one round's figure."""
        self.figures.setdefault((row, subject), []).append(figure)

    def ratio(self, row: Row) -> Ratio | None:
        """A row's outcome, or None when it was not measured."""
        bare, ours = (self.figures.get((row, subject), []) for subject in (Subject.BARE, Subject.OURS))
        return Ratio.of(bare, ours) if bare and ours else None
