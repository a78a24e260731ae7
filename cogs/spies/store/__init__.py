"""This cog's tables and queries, a file for each of its stories."""

from cogs.spies.store import asked, blocks, chosen, finds, held, keeping, pairs, persons, proposals, reunions, rounds
from cogs.spies.store.metadata import METADATA

__all__ = [
    "METADATA",
    "asked",
    "blocks",
    "chosen",
    "finds",
    "held",
    "keeping",
    "pairs",
    "persons",
    "proposals",
    "reunions",
    "rounds",
]
