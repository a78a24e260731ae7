"""This cog's tables and queries, a file for each of its stories."""

from cogs.spies.store import blocks, chosen, pairs, persons, reunions
from cogs.spies.store.metadata import METADATA

__all__ = ["METADATA", "blocks", "chosen", "pairs", "persons", "reunions"]
