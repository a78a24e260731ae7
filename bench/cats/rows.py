"""What is measured of the cat tax, with its goals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bench.load import Side


class CatRow(StrEnum):
    """A line of the table."""

    ASK_MEDIAN = "ask-median"
    ASK_LATE = "ask-p99"
    ASK_CPU = "ask-cpu"
    ASK_STILL = "ask-still"
    PICTURE_MEDIAN = "picture-median"
    PICTURE_LATE = "picture-p99"
    PICTURE_CPU = "picture-cpu"
    PICTURE_STILL = "picture-still"
    PICTURE_MOST = "picture-most"
    LOST = "lost"
    MEMORY_BEFORE = "memory-before"
    MEMORY_WITH = "memory-with"
    MEMORY_MOST = "memory-most"
    MEMORY_AFTER = "memory-after"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a row tells.

    Attributes:
        says: in words.
        unit: of its figures.
        goal: what no round may pass, where there is one.
    """

    says: str
    unit: str
    goal: float | None = None


MEANINGS: Mapping[CatRow, Meaning] = {
    CatRow.ASK_MEDIAN: Meaning(
        "an introduction without a cat: from when the platform tells it until the request with the spy cat comes in",
        "ms",
    ),
    CatRow.ASK_LATE: Meaning("the same, 99th percentile", "ms"),
    CatRow.ASK_CPU: Meaning("CPU of the bot for each of them", "ms"),
    CatRow.ASK_STILL: Meaning("the longest that the event loop stood still meanwhile, of its own CPU time", "ms", 20),
    CatRow.PICTURE_MEDIAN: Meaning(
        "an introduction with a cat: until the request with the receipt comes in; the picture was fetched and looked "
        "at, the receipt drawn",
        "ms",
    ),
    CatRow.PICTURE_LATE: Meaning("the same, 99th percentile", "ms"),
    CatRow.PICTURE_CPU: Meaning("CPU of the bot and its worker for each picture", "ms"),
    CatRow.PICTURE_STILL: Meaning("the longest that the event loop stood still during pictures", "ms", 20),
    CatRow.PICTURE_MOST: Meaning("pictures a second when bot and worker have one core between them", "a second"),
    CatRow.LOST: Meaning("introductions that were not answered", "", 0),
    CatRow.MEMORY_BEFORE: Meaning("resident memory, after the introductions and before the first picture", "MB"),
    CatRow.MEMORY_WITH: Meaning("after the pictures, with the worker there", "MB"),
    CatRow.MEMORY_MOST: Meaning("the most at any moment of the load: each process's own peak, added up", "MB", 450),
    CatRow.MEMORY_AFTER: Meaning("once the worker has ended, idle", "MB"),
}


@dataclass(slots=True)
class CatFindings:
    """All that one platform's run found: each row's figures, one for each life of the bot."""

    side: Side
    figures: dict[CatRow, list[float]] = field(default_factory=dict[CatRow, list[float]])

    def add(self, row: CatRow, figure: float) -> None:
        """Notes a life's figure."""
        self.figures.setdefault(row, []).append(figure)
