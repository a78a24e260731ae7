"""What is translated where."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the tables."""
    big_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "translate_chat",
        sa.Column("place", big_id, autoincrement=False, nullable=False),
        sa.Column("community", big_id, nullable=False),
        sa.Column("space", sa.Text(), nullable=True, comment="in which space; what was settled goes when it moves"),
        sa.Column(
            "active", sa.Boolean(), nullable=False, comment="false where it was switched off: nothing is inherited"
        ),
        sa.Column("languages", sa.Text(), nullable=False, comment="tags, parted by spaces"),
        sa.Column("style", sa.Text(), nullable=False),
        sa.Column("root", big_id, nullable=True, comment="the chat whose thread it is, where it follows that one"),
        sa.Column("notices", sa.Text(), nullable=True, comment="the bot's own posts that say where words go"),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_translate_chat")),
    )
    op.create_index(op.f("ix_translate_chat_community"), "translate_chat", ["community"], unique=False)
    op.create_index(op.f("ix_translate_chat_root"), "translate_chat", ["root"], unique=False)
    op.create_index(op.f("ix_translate_chat_space"), "translate_chat", ["space"], unique=False)
    op.create_table(
        "translate_consent",
        sa.Column("community", big_id, autoincrement=False, nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("community", "service", name=op.f("pk_translate_consent")),
    )
    op.create_table(
        "translate_flagged",
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("community", big_id, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("message", "language", name=op.f("pk_translate_flagged")),
    )
    op.create_index(op.f("ix_translate_flagged_at"), "translate_flagged", ["at"], unique=False)
    op.create_index(op.f("ix_translate_flagged_community"), "translate_flagged", ["community"], unique=False)
    op.create_table(
        "translate_person",
        sa.Column("person", big_id, autoincrement=False, nullable=False),
        sa.Column("reads", sa.Text(), nullable=True, comment="the language that they read"),
        sa.Column(
            "writes", sa.Text(), nullable=True, comment="into which they last had something translated while typing"
        ),
        sa.Column("aids", sa.Boolean(), nullable=False, comment="reading aids are shown"),
        sa.Column("knows", sa.Text(), nullable=False, comment="the languages they say they know, parted by spaces"),
        sa.Column(
            "accepted", sa.Text(), nullable=False, comment="public services that may see what they ask in private"
        ),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_translate_person")),
    )
    op.create_table(
        "translate_term",
        sa.Column("id", big_id, nullable=False),
        sa.Column("community", big_id, nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False, comment="the words in small letters"),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("becomes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_translate_term")),
        sa.UniqueConstraint(
            "community", "source", "target", "folded", name=op.f("uq_translate_term_community_source_target_folded")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "translate_words",
        sa.Column("id", big_id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False, comment="the message, or the question that was asked"),
        sa.Column("place", big_id, nullable=False),
        sa.Column("community", big_id, nullable=True),
        sa.Column("person", big_id, nullable=True, comment="who said it"),
        sa.Column("asker", big_id, nullable=True, comment="who had it translated for themselves"),
        sa.Column("words", sa.Text(), nullable=False, comment="kept for a day"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_translate_words")),
        sa.UniqueConstraint("name", name=op.f("uq_translate_words_name")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_translate_words_at"), "translate_words", ["at"], unique=False)
    op.create_index(op.f("ix_translate_words_community"), "translate_words", ["community"], unique=False)
    op.create_index(op.f("ix_translate_words_asker"), "translate_words", ["asker"], unique=False)
    op.create_index(op.f("ix_translate_words_person"), "translate_words", ["person"], unique=False)
    op.create_index("ix_translate_words_place", "translate_words", ["place", "id"], unique=False)
