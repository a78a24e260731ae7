"""All tables of the core, in one place: importing this has imported every store that brings some."""

from bot.core import audit, codes, communities, identity, inbox, places, settings_store, tokens
from bot.core.tables import METADATA

__all__ = ["METADATA", "STORES"]

STORES = (audit, codes, communities, identity, inbox, places, settings_store, tokens)
"""The modules that declare them."""
