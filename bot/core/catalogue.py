"""What there is, as cogs may see it."""

from collections.abc import Sequence

from bot.api.house import Operator
from bot.core.catalog import Catalog
from bot.ports.gateway import CommandSpec, Offering


class CoreCatalogue:
    """Implements :class:`bot.api.house.Catalogue`."""

    def __init__(self, catalog: Catalog, offering: Offering, operator: Operator) -> None:
        self._commands = [(catalog.commands[spec.name].cog.name, spec) for spec in offering.commands]
        self._operator = operator
        self._kept = [(cog.name, key) for cog in catalog.cogs.values() for key in cog.kept]

    @property
    def commands(self) -> Sequence[tuple[str, CommandSpec]]:
        """All commands, each with its cog's name."""
        return self._commands

    @property
    def operator(self) -> Operator:
        """Who runs this bot."""
        return self._operator

    @property
    def kept(self) -> Sequence[tuple[str, str]]:
        """In which texts cogs say what they keep."""
        return self._kept
