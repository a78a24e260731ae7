"""How much is measured."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What can be measured by itself."""

    PIPELINE = "pipeline"
    FAKES = "fakes"
    TWINS = "twins"
    GROWTH = "growth"
    STALL = "stall"
    FLOOD = "flood"


@dataclass(frozen=True, slots=True)
class MirrorPlan:
    """The sizes of a run; each is an option of the command.

    Attributes:
        lines: chat lines of each language that go through the pipeline alone.
        paced: messages that cross at an even pace, on the fakes and on the platforms' servers each.
        rush: messages that cross as fast as they can.
        fewest: bridges, to begin with.
        more: bridges, in between.
        most: bridges in the end.
        idle: messages of chats that are not tied.
        turns: rounds of fewest, more, most.
        stalled: messages that come in while the service stands still.
        burst: seconds of thirty messages each.
    """

    lines: int = 1_000
    paced: int = 100
    rush: int = 200
    fewest: int = 1
    more: int = 100
    most: int = 10_000
    idle: int = 200_000
    turns: int = 2
    stalled: int = 20_000
    burst: int = 20


A_SECOND = 5
"""Messages of an even pace."""

SERVICE_SECONDS = 0.05
"""What the service takes for each request."""
