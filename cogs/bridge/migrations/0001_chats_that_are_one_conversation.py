"""Chats that are one conversation."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Changes the tables."""
    op.create_table(
        "bridge_apart",
        sa.Column("bridge", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column(
            "person",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
            comment="whose words do not cross it",
        ),
        sa.PrimaryKeyConstraint("bridge", "person", name=op.f("pk_bridge_apart")),
    )
    op.create_index(op.f("ix_bridge_apart_person"), "bridge_apart", ["person"], unique=False)
    op.create_table(
        "bridge_bridge",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "community",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="which began it, and may end it",
        ),
        sa.Column(
            "maker",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="none when they are forgotten",
        ),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("files", sa.Boolean(), nullable=False),
        sa.Column("reactions", sa.Text(), nullable=False),
        sa.Column("joins", sa.Boolean(), nullable=False),
        sa.Column("originals", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bridge_bridge")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_bridge_bridge_community"), "bridge_bridge", ["community"], unique=False)
    op.create_index(op.f("ix_bridge_bridge_maker"), "bridge_bridge", ["maker"], unique=False)
    op.create_table(
        "bridge_code",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column(
            "bridge",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="none for a new one; of a spent code the one it made",
        ),
        sa.Column("place", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("maker", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.Column("spent", sa.Text(), nullable=True, comment="the event that it was spent by"),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_bridge_code")),
    )
    op.create_index(op.f("ix_bridge_code_community"), "bridge_code", ["community"], unique=False)
    op.create_index(op.f("ix_bridge_code_made"), "bridge_code", ["made"], unique=False)
    op.create_index(op.f("ix_bridge_code_maker"), "bridge_code", ["maker"], unique=False)
    op.create_table(
        "bridge_end",
        sa.Column("bridge", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("place", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("space", sa.Text(), nullable=False, comment="where an admin of this end must be one"),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column(
            "notice",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="the pinned message that tells of it",
        ),
        sa.PrimaryKeyConstraint("bridge", "place", name=op.f("pk_bridge_end")),
    )
    op.create_index(op.f("ix_bridge_end_community"), "bridge_end", ["community"], unique=False)
    op.create_index(op.f("ix_bridge_end_place"), "bridge_end", ["place"], unique=False)
    op.create_index(op.f("ix_bridge_end_space"), "bridge_end", ["space"], unique=False)
    op.create_table(
        "bridge_told",
        sa.Column("bridge", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column(
            "place",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
            comment="the end that there is trouble with",
        ),
        sa.Column("trouble", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("bridge", "place", "trouble", name=op.f("pk_bridge_told")),
    )
    op.create_table(
        "bridge_try",
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_bridge_try")),
    )
    op.create_index(op.f("ix_bridge_try_since"), "bridge_try", ["since"], unique=False)
