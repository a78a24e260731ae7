"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Changes the tables."""
    op.create_table(
        "missions_agreed",
        sa.Column("clock", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("clock", "person", name=op.f("pk_missions_agreed")),
    )
    op.create_index(op.f("ix_missions_agreed_person"), "missions_agreed", ["person"], unique=False)
    op.create_table(
        "missions_answer",
        sa.Column("draw", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("words", sa.Text(), nullable=False, comment="empty for a band"),
        sa.Column("band", sa.Text(), nullable=False, comment="empty for words"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("draw", "person", name=op.f("pk_missions_answer")),
    )
    op.create_index(op.f("ix_missions_answer_person"), "missions_answer", ["person"], unique=False)
    op.create_table(
        "missions_clock",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "line", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, comment="one at a time"
        ),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "by",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="none when they are forgotten",
        ),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("second", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("started", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_missions_clock")),
        sa.UniqueConstraint("line", name=op.f("uq_missions_clock_line")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_missions_clock_by"), "missions_clock", ["by"], unique=False)
    op.create_index(op.f("ix_missions_clock_community"), "missions_clock", ["community"], unique=False)
    op.create_table(
        "missions_draw",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("line", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False, comment="it waits for answers"),
        sa.Column("unlocked", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_missions_draw")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_missions_draw_community"), "missions_draw", ["community"], unique=False)
    op.create_index(op.f("ix_missions_draw_line_id"), "missions_draw", ["line", "id"], unique=False)
    op.create_table(
        "missions_level",
        sa.Column("line", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column(
            "person",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
            comment="who said yes to it",
        ),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("line", "person", "level", name=op.f("pk_missions_level")),
    )
    op.create_index(op.f("ix_missions_level_community"), "missions_level", ["community"], unique=False)
    op.create_index(op.f("ix_missions_level_person"), "missions_level", ["person"], unique=False)
    op.create_table(
        "missions_own",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "maker",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="none when they are forgotten",
        ),
        sa.Column("cause", sa.Text(), nullable=False, comment="the event that it was written by"),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("other_language", sa.Text(), nullable=True),
        sa.Column("other_words", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_missions_own")),
        sa.UniqueConstraint("cause", name=op.f("uq_missions_own_cause")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_missions_own_community"), "missions_own", ["community"], unique=False)
    op.create_index(op.f("ix_missions_own_maker"), "missions_own", ["maker"], unique=False)
    op.create_table(
        "missions_post",
        sa.Column("draw", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column(
            "post",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="where the card stands; none while it is being sent",
        ),
        sa.Column("claimed", sa.BigInteger(), nullable=False, comment="since when somebody sends it"),
        sa.PrimaryKeyConstraint("draw", "person", name=op.f("pk_missions_post")),
    )
    op.create_index(op.f("ix_missions_post_person"), "missions_post", ["person"], unique=False)
    op.create_table(
        "missions_share",
        sa.Column("clock", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("tongue", sa.Text(), nullable=False, comment="a spoken language, empty where nobody could tell"),
        sa.Column("letters", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("clock", "person", "tongue", name=op.f("pk_missions_share")),
    )
    op.create_index(op.f("ix_missions_share_person"), "missions_share", ["person"], unique=False)
    op.create_table(
        "missions_topic",
        sa.Column("line", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column(
            "person",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
            comment="who leaves it out",
        ),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("line", "person", "topic", name=op.f("pk_missions_topic")),
    )
    op.create_index(op.f("ix_missions_topic_community"), "missions_topic", ["community"], unique=False)
    op.create_index(op.f("ix_missions_topic_person"), "missions_topic", ["person"], unique=False)
