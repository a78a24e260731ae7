"""The tables."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from bot.api.tables import BigId, JsonText, UtcDateTime, Words, metadata

METADATA = metadata()
"""This cog's tables."""

TAX = Table(
    "cat_tax",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("community", BigId, nullable=False),
    Column("person", BigId, nullable=False, index=True),
    Column("state", Text, nullable=False),
    Column("made", UtcDateTime, nullable=False),
    Column("place", BigId, nullable=True, comment="where the introduction stands or is waited for"),
    Column("introduction", BigId, nullable=True, comment="the post"),
    Column("locale", Text, nullable=True, comment="the language that the introduction was written in"),
    Column("asked", UtcDateTime, nullable=True),
    Column("asked_by", Text, nullable=True, comment="the event that made us ask"),
    Column("posts", JsonText, nullable=True, comment="the bot's own posts that ask"),
    Column("together", Boolean, nullable=False, default=False, comment="asked in one greeting with others"),
    Column("called", Words, nullable=True, comment="their name, until the greeting with others names them"),
    Column("settled", UtcDateTime, nullable=True),
    Column("settled_by", Text, nullable=True, comment="the event that paid or skipped"),
    Column("tender", Text, nullable=True),
    Column("proof", Text, nullable=True),
    Column("number", Integer, nullable=True, comment="of the receipt, counted in each community"),
    Column("thumbnail", LargeBinary, nullable=True, comment="WebP; kept for a day, for its owner's word"),
    Column("receipt", BigId, nullable=True, index=True, comment="the bot's post with the receipt"),
    Column("teased", Boolean, nullable=False, default=False),
    UniqueConstraint("community", "person"),
    Index(None, "community", "asked"),
    sqlite_autoincrement=True,
)

RECEIPTS = Table(
    "cat_tax_receipts",
    METADATA,
    Column("community", BigInteger, primary_key=True, autoincrement=False),
    Column("given", Integer, nullable=False, comment="receipts; a number is never given twice, also after an erasure"),
)

SHOWING = Table(
    "cat_tax_showing",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("community", BigId, nullable=False),
    Column("person", BigId, nullable=False, index=True),
    Column("cause", Text, nullable=False, unique=True, comment="the event that showed it"),
    Column("place", BigId, nullable=False),
    Column("message", BigId, nullable=True, comment="the post with the picture, where there is one"),
    Column("locale", Text, nullable=False, comment="in which its owner is answered"),
    Column("fingerprint", BigInteger, nullable=True),
    Column("thumbnail", LargeBinary, nullable=True, comment="WebP; until it is decided"),
    Column("posts", JsonText, nullable=True, comment="the bot's own posts that ask members"),
    Column("made", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)
"""Pictures that wait for members to vouch, or a moderator's stamp."""

VOUCH = Table(
    "cat_tax_vouch",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("showing", BigId, nullable=False),
    Column("person", BigId, nullable=False, index=True),
    UniqueConstraint("showing", "person"),
    sqlite_autoincrement=True,
)

PRINT = Table(
    "cat_tax_print",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("community", BigId, nullable=False),
    Column("person", BigId, nullable=False, index=True),
    Column("cause", Text, nullable=False, comment="the event that showed it"),
    Column("print", BigInteger, nullable=False, comment="the fingerprint, as a signed number"),
    *(Column(f"band_{number}", Integer, nullable=False, comment="16 of its bits") for number in range(4)),
    *(Index(None, "community", f"band_{number}") for number in range(4)),
    UniqueConstraint("community", "cause"),
    sqlite_autoincrement=True,
)
"""Fingerprints of the pictures that paid: two that differ in at most three bits share one of four bands."""

ANSWER = Table(
    "cat_tax_answer",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("community", BigId, nullable=False),
    Column("giver", BigId, nullable=False, index=True),
    Column("receiver", BigId, nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("cause", Text, nullable=False, comment="the event that answered"),
    UniqueConstraint("community", "giver", "receiver"),
    sqlite_autoincrement=True,
)
"""Who answered whose cat with one of their own."""

DOOR = Table(
    "cat_tax_door",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("community", BigId, nullable=False),
    Column("person", BigId, nullable=False, index=True),
    Column("space", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("opens", UtcDateTime, nullable=False, comment="by itself"),
    UniqueConstraint("space", "user"),
    Index(None, "community"),
    sqlite_autoincrement=True,
)
"""Doors that are kept closed, each until somebody settled, and ten minutes at most."""
