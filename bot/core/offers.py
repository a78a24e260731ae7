"""What one cog has that another wants, found by its Protocol."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.api.cog import Cog
from bot.api.context import JobContext

T = TypeVar("T")


class Offers:
    """Finds offers among the cogs that are there."""

    def __init__(self, cogs: Sequence[Cog]) -> None:
        self._offers: dict[type[object], Callable[[JobContext], object]] = {}
        for cog in cogs:
            self._offers.update(cog.offered)

    def find(self, offer: type[T], ctx: JobContext) -> T | None:
        """What is offered under a Protocol, or None."""
        make = self._offers.get(offer)
        made = make(ctx) if make is not None else None
        return made if isinstance(made, offer) else None
