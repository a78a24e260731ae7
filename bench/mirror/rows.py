"""What is measured of the mirror and of translating, with its goals."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class MirrorRow(StrEnum):
    """A line of the table."""

    COLD_MEDIAN = "cold-median"
    COLD_LATE = "cold-p99"
    CACHED_MEDIAN = "cached-median"
    CACHED_LATE = "cached-p99"
    CROSS_MEDIAN = "cross-median"
    CROSS_LATE = "cross-p99"
    CROSS_CPU = "cross-cpu"
    CROSS_MOST = "cross-most"
    CROSS_STILL = "cross-still"
    LOST = "lost"
    IDLE_CPU = "idle-cpu"
    IDLE_RATIO = "idle-ratio"
    BUSY_CPU = "busy-cpu"
    BUSY_MOST = "busy-most"
    BUSY_RATIO = "busy-ratio"
    LOAD = "load"
    HELD = "held"
    STALL_GROWTH = "stall-growth"
    STALL_LOST = "stall-lost"
    STALL_AFTER = "stall-after"
    FLOOD_MESSAGES = "flood-messages"
    FLOOD_LATE = "flood-late"
    FLOOD_LOST = "flood-lost"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a row tells.

    Attributes:
        says: in words.
        unit: of its figures.
        goal: what no figure may pass, where there is one.
    """

    says: str
    unit: str
    goal: float | None = None


MEANINGS: Mapping[MirrorRow, Meaning] = {
    MirrorRow.COLD_MEDIAN: Meaning(
        "what the pipeline takes for a chat line that was never seen, apart from the service: detecting, shielding, "
        "looking for it in memory and in the database, checking, putting back",
        "ms",
    ),
    MirrorRow.COLD_LATE: Meaning("the same, 99th percentile", "ms"),
    MirrorRow.CACHED_MEDIAN: Meaning("for a line that was translated before", "ms"),
    MirrorRow.CACHED_LATE: Meaning("the same, 99th percentile", "ms"),
    MirrorRow.CROSS_MEDIAN: Meaning(
        "a message on its way across a bridge, at an even pace: from when its platform tells it until the request with "
        "its translated copy comes in to the other, the service's own time with it",
        "ms",
    ),
    MirrorRow.CROSS_LATE: Meaning("the same, 99th percentile", "ms"),
    MirrorRow.CROSS_CPU: Meaning("CPU of the bot for each message of the rush", "ms"),
    MirrorRow.CROSS_MOST: Meaning("messages across one bridge when all are said at once", "a second"),
    MirrorRow.CROSS_STILL: Meaning("the longest that the event loop stood still, of its own CPU time", "ms", 20),
    MirrorRow.LOST: Meaning("messages that did not arrive", "", 0),
    MirrorRow.IDLE_CPU: Meaning(
        "CPU for a message of a chat that is not tied to anything, with so many bridges configured", "µs"
    ),
    MirrorRow.IDLE_RATIO: Meaning("the same, with the most bridges : with the fewest", "", 1.25),
    MirrorRow.BUSY_CPU: Meaning("CPU for a message across one of so many bridges, the others idle", "ms"),
    MirrorRow.BUSY_MOST: Meaning("messages across that bridge when all are said at once", "a second"),
    MirrorRow.BUSY_RATIO: Meaning("CPU for each of them, with the most bridges : with the fewest", "", 1.25),
    MirrorRow.LOAD: Meaning("until so many bridges are known at a start: the watches of chats, and the routes", "ms"),
    MirrorRow.HELD: Meaning("resident memory more with so many idle bridges", "MB"),
    MirrorRow.STALL_GROWTH: Meaning(
        "resident memory more, at the most, while messages come in and the service answers nothing", "MB", 20
    ),
    MirrorRow.STALL_LOST: Meaning("of them those that did not arrive once it answered", "", 0),
    MirrorRow.STALL_AFTER: Meaning(
        "how many a second then went across, as many to a message as a chat under flood control gets", "a second"
    ),
    MirrorRow.FLOOD_MESSAGES: Meaning("messages that a burst became in a chat that takes twenty a minute", ""),
    MirrorRow.FLOOD_LATE: Meaning("until all had arrived, after the last was said; by a clock of its own", "s"),
    MirrorRow.FLOOD_LOST: Meaning("of the burst those that did not arrive, or out of order", "", 0),
}

Figures = Mapping[str, Sequence[float]]
"""By what it was measured of."""


@dataclass(slots=True)
class MirrorFindings:
    """All that was found: each row's figures, by what they were measured of."""

    figures: dict[MirrorRow, dict[str, list[float]]] = field(default_factory=dict[MirrorRow, dict[str, list[float]]])

    def add(self, row: MirrorRow, of: str, figures: Iterable[float]) -> None:
        """Notes figures."""
        self.figures.setdefault(row, {}).setdefault(of, []).extend(figures)
