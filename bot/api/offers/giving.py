"""Who once gave a cat in answer to another's, offered by the cog that asks for cats."""

from collections.abc import Collection
from typing import Protocol, runtime_checkable

from bot.domain.refs import PersonId


@runtime_checkable
class CatsGiven(Protocol):
    """What a community knows of cats that were answered with cats."""

    async def gave(self, people: Collection[PersonId]) -> frozenset[PersonId]:
        """Those of them who once answered somebody's cat with one of their own, in this community."""
        ...
