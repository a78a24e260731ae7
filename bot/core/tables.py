"""What all tables of the core share: one :data:`METADATA`. The columns' types are those that cogs use too.

A table stands in the file of its store. Names are in the singular. A cog's tables have a metadata of the cog's own.
"""

from bot.api.tables import NAMING, BigId, Insert, JsonText, UtcDateTime, Words, alone, insert_into, made_once, metadata

__all__ = [
    "METADATA",
    "NAMING",
    "BigId",
    "Insert",
    "JsonText",
    "UtcDateTime",
    "Words",
    "alone",
    "insert_into",
    "made_once",
]

METADATA = metadata()
"""All tables of the core."""
