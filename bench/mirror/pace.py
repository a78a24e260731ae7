"""An even pace, and what came of it."""

import asyncio
import statistics
from collections.abc import AsyncGenerator
from dataclasses import dataclass


async def paced(count: int, rate: float) -> AsyncGenerator[int]:
    """Yields numbers at evenly spread moments; one that is late does not make the next late."""
    clock = asyncio.get_running_loop().time
    began = clock()
    for number in range(count):
        await asyncio.sleep(max(0.0, began + number / rate - clock()))
        yield number


@dataclass(frozen=True, slots=True)
class Crossed:
    """What became of messages that were said.

    Attributes:
        milliseconds: of each that arrived, until it did.
        seconds: from the first that was said until the last arrived.
    """

    milliseconds: list[float]
    lost: int
    seconds: float

    @property
    def a_second(self) -> float:
        """How many arrived."""
        return len(self.milliseconds) / self.seconds


def late(figures: list[float]) -> float:
    """The 99th percentile; the largest where there are too few for one."""
    if len(figures) < 100:  # a percentile's hundred
        return max(figures, default=float("nan"))
    return statistics.quantiles(figures, n=100)[98]


def middle(figures: list[float]) -> float:
    """The median."""
    return statistics.median(figures) if figures else float("nan")
