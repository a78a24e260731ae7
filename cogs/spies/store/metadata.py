"""What all of this cog's tables belong to."""

from bot.api.tables import metadata

METADATA = metadata()
"""This cog's tables; each store declares its own."""
