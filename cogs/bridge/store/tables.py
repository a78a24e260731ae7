"""The tables of bridges."""

from sqlalchemy import Boolean, Column, Integer, Table, Text

from bot.api.tables import BigId, UtcDateTime, metadata

METADATA = metadata()
"""This cog's tables."""

BRIDGE = Table(
    "bridge_bridge",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("community", BigId, nullable=False, index=True, comment="which began it, and may end it"),
    Column("maker", BigId, nullable=True, index=True, comment="none when they are forgotten"),
    Column("made", UtcDateTime, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("files", Boolean, nullable=False),
    Column("reactions", Text, nullable=False),
    Column("joins", Boolean, nullable=False),
    Column("originals", Boolean, nullable=False),
    sqlite_autoincrement=True,
)

END = Table(
    "bridge_end",
    METADATA,
    Column("bridge", BigId, primary_key=True, autoincrement=False),
    Column("place", BigId, primary_key=True, autoincrement=False, index=True),
    Column("community", BigId, nullable=False, index=True),
    Column("space", Text, nullable=False, index=True, comment="where an admin of this end must be one"),
    Column("language", Text, nullable=True),
    Column("direction", Text, nullable=False),
    Column("notice", BigId, nullable=True, comment="the pinned message that tells of it"),
)

CODE = Table(
    "bridge_code",
    METADATA,
    Column("digest", Text, primary_key=True),
    Column("bridge", BigId, nullable=True, comment="none for a new one; of a spent code the one it made"),
    Column("place", BigId, nullable=False),
    Column("community", BigId, nullable=False, index=True),
    Column("space", Text, nullable=False),
    Column("language", Text, nullable=True),
    Column("maker", BigId, nullable=False, index=True),
    Column("made", UtcDateTime, nullable=False, index=True),
    Column("expires", UtcDateTime, nullable=False),
    Column("spent", Text, nullable=True, comment="the event that it was spent by"),
)

TRY = Table(
    "bridge_try",
    METADATA,
    Column("person", BigId, primary_key=True, autoincrement=False),
    Column("tries", Integer, nullable=False),
    Column("since", UtcDateTime, nullable=False, index=True),
)

APART = Table(
    "bridge_apart",
    METADATA,
    Column("bridge", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True, comment="whose words do not cross it"),
)

TOLD = Table(
    "bridge_told",
    METADATA,
    Column("bridge", BigId, primary_key=True, autoincrement=False),
    Column("place", BigId, primary_key=True, autoincrement=False, comment="the end that there is trouble with"),
    Column("trouble", Text, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
)
