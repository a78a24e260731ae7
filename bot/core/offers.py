"""What one cog has that another wants, found by its Protocol."""

from collections.abc import Callable, Sequence

from bot.api.cog import Cog
from bot.api.context import JobContext

Make = Callable[[JobContext], object]


class Offers:
    """Finds offers among the cogs that are there."""

    def __init__(self, cogs: Sequence[Cog]) -> None:
        self._offers: dict[type[object], tuple[str, Make]] = {}
        for cog in cogs:
            self._offers.update({offer: (cog.name, make) for offer, make in cog.offered.items()})

    def of(self, offer: type[object]) -> tuple[str, Make] | None:
        """Who offers something under a Protocol, and how it is made for a context of theirs."""
        return self._offers.get(offer)
