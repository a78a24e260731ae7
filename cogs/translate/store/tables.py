"""The tables."""

from sqlalchemy import Boolean, Column, Index, Table, Text, UniqueConstraint

from bot.api.tables import BigId, JsonText, UtcDateTime, Words, metadata

METADATA = metadata()
"""This cog's tables."""

CHAT = Table(
    "translate_chat",
    METADATA,
    Column("place", BigId, primary_key=True, autoincrement=False),
    Column("community", BigId, nullable=False, index=True),
    Column("space", Text, nullable=True, index=True, comment="in which space; what was settled goes when it moves"),
    Column("active", Boolean, nullable=False, comment="false where it was switched off: nothing is inherited"),
    Column("languages", Text, nullable=False, comment="tags, parted by spaces"),
    Column("style", Text, nullable=False),
    Column("root", BigId, nullable=True, index=True, comment="the chat whose thread it is, where it follows that one"),
    Column("notices", JsonText, nullable=True, comment="the bot's own posts that say where words go"),
)

WORDS = Table(
    "translate_words",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("name", Text, nullable=False, unique=True, comment="the message, or the question that was asked"),
    Column("place", BigId, nullable=False),
    Column("community", BigId, nullable=True, index=True),
    Column("person", BigId, nullable=True, index=True, comment="who said it"),
    Column("asker", BigId, nullable=True, index=True, comment="who had it translated for themselves"),
    Column("words", Words, nullable=False, comment="kept for a day"),
    Column("at", UtcDateTime, nullable=False, index=True),
    Index("ix_translate_words_place", "place", "id"),
    sqlite_autoincrement=True,
)

FLAGGED = Table(
    "translate_flagged",
    METADATA,
    Column("message", Text, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("community", BigId, nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False, index=True),
)

PERSON = Table(
    "translate_person",
    METADATA,
    Column("person", BigId, primary_key=True, autoincrement=False),
    Column("reads", Text, nullable=True, comment="the language that they read"),
    Column("writes", Text, nullable=True, comment="into which they last had something translated while typing"),
    Column("aids", Boolean, nullable=False, comment="reading aids are shown"),
    Column("knows", Text, nullable=False, comment="the languages they say they know, parted by spaces"),
    Column("accepted", Text, nullable=False, comment="public services that may see what they ask in private"),
)

CONSENT = Table(
    "translate_consent",
    METADATA,
    Column("community", BigId, primary_key=True, autoincrement=False),
    Column("service", Text, primary_key=True),
)

TERM = Table(
    "translate_term",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("community", BigId, nullable=False),
    Column("source", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("folded", Words, nullable=False, comment="the words in small letters"),
    Column("words", Words, nullable=False),
    Column("becomes", Words, nullable=False),
    UniqueConstraint("community", "source", "target", "folded"),
    sqlite_autoincrement=True,
)
