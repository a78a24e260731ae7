"""The tables of missions."""

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text

from bot.api.tables import BigId, UtcDateTime, Words, metadata

METADATA = metadata()
"""This cog's tables."""

DRAW = Table(
    "missions_draw",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("line", BigId, nullable=False),
    Column("community", BigId, nullable=False, index=True),
    Column("card", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("open", Boolean, nullable=False, comment="it waits for answers"),
    Column("unlocked", UtcDateTime, nullable=True),
    Index(None, "line", "id"),
    sqlite_autoincrement=True,
)

POST = Table(
    "missions_post",
    METADATA,
    Column("draw", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True),
    Column("post", BigId, nullable=True, comment="where the card stands; none while it is being sent"),
    Column("claimed", UtcDateTime, nullable=False, comment="since when somebody sends it"),
)

ANSWER = Table(
    "missions_answer",
    METADATA,
    Column("draw", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True),
    Column("words", Words, nullable=False, comment="empty for a band"),
    Column("band", Text, nullable=False, comment="empty for words"),
    Column("at", UtcDateTime, nullable=False),
)

LEVEL = Table(
    "missions_level",
    METADATA,
    Column("line", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True, comment="who said yes to it"),
    Column("level", Text, primary_key=True),
    Column("community", BigId, nullable=False, index=True),
)

TOPIC = Table(
    "missions_topic",
    METADATA,
    Column("line", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True, comment="who leaves it out"),
    Column("topic", Text, primary_key=True),
    Column("community", BigId, nullable=False, index=True),
)

OWN = Table(
    "missions_own",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("community", BigId, nullable=False, index=True),
    Column("maker", BigId, nullable=True, index=True, comment="none when they are forgotten"),
    Column("cause", Text, nullable=False, unique=True, comment="the event that it was written by"),
    Column("level", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("words", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("other_language", Text, nullable=True),
    Column("other_words", Words, nullable=False),
    Column("made", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

CLOCK = Table(
    "missions_clock",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("line", BigId, nullable=False, unique=True, comment="one at a time"),
    Column("community", BigId, nullable=False, index=True),
    Column("by", BigId, nullable=True, index=True, comment="none when they are forgotten"),
    Column("minutes", Integer, nullable=False),
    Column("first", Text, nullable=False),
    Column("second", Text, nullable=False),
    Column("made", UtcDateTime, nullable=False),
    Column("started", UtcDateTime, nullable=True),
    sqlite_autoincrement=True,
)

AGREED = Table(
    "missions_agreed",
    METADATA,
    Column("clock", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True),
)

SHARE = Table(
    "missions_share",
    METADATA,
    Column("clock", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True),
    Column("tongue", Text, primary_key=True, comment="a spoken language, empty where nobody could tell"),
    Column("letters", Integer, nullable=False),
)
