"""This cog's tables and queries, a file for each of its stories."""

from cogs.spies.store import (
    asked,
    blocks,
    cases,
    chosen,
    finds,
    held,
    keeping,
    openings,
    pairs,
    persons,
    proposals,
    reunions,
    rounds,
)
from cogs.spies.store.metadata import METADATA

__all__ = [
    "METADATA",
    "asked",
    "blocks",
    "cases",
    "chosen",
    "finds",
    "held",
    "keeping",
    "openings",
    "pairs",
    "persons",
    "proposals",
    "reunions",
    "rounds",
]
