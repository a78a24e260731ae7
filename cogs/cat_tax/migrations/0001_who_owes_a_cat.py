"""Who was asked, who paid and with what, and what waits for people."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "cat_tax",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column(
            "place",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="where the introduction stands or is waited for",
        ),
        sa.Column(
            "introduction", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True, comment="the post"
        ),
        sa.Column("locale", sa.Text(), nullable=True, comment="the language that the introduction was written in"),
        sa.Column("asked", sa.BigInteger(), nullable=True),
        sa.Column("asked_by", sa.Text(), nullable=True, comment="the event that made us ask"),
        sa.Column("posts", sa.Text(), nullable=True, comment="the bot's own posts that ask"),
        sa.Column("together", sa.Boolean(), nullable=False, comment="asked in one greeting with others"),
        sa.Column("called", sa.Text(), nullable=True, comment="their name, until the greeting with others names them"),
        sa.Column("settled", sa.BigInteger(), nullable=True),
        sa.Column("settled_by", sa.Text(), nullable=True, comment="the event that paid or skipped"),
        sa.Column("tender", sa.Text(), nullable=True),
        sa.Column("proof", sa.Text(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True, comment="of the receipt, counted in each community"),
        sa.Column("thumbnail", sa.LargeBinary(), nullable=True, comment="WebP; kept for a day, for its owner's word"),
        sa.Column(
            "receipt",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="the bot's post with the receipt",
        ),
        sa.Column("teased", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cat_tax")),
        sa.UniqueConstraint("community", "person", name=op.f("uq_cat_tax_community_person")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_cat_tax_community_asked"), "cat_tax", ["community", "asked"], unique=False)
    op.create_index(op.f("ix_cat_tax_person"), "cat_tax", ["person"], unique=False)
    op.create_index(op.f("ix_cat_tax_receipt"), "cat_tax", ["receipt"], unique=False)
    op.create_table(
        "cat_tax_answer",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("giver", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("receiver", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False, comment="the event that answered"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cat_tax_answer")),
        sa.UniqueConstraint("community", "giver", "receiver", name=op.f("uq_cat_tax_answer_community_giver_receiver")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_cat_tax_answer_giver"), "cat_tax_answer", ["giver"], unique=False)
    op.create_index(op.f("ix_cat_tax_answer_receiver"), "cat_tax_answer", ["receiver"], unique=False)
    op.create_table(
        "cat_tax_door",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("opens", sa.BigInteger(), nullable=False, comment="by itself"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cat_tax_door")),
        sa.UniqueConstraint("space", "user", name=op.f("uq_cat_tax_door_space_user")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_cat_tax_door_community"), "cat_tax_door", ["community"], unique=False)
    op.create_index(op.f("ix_cat_tax_door_person"), "cat_tax_door", ["person"], unique=False)
    op.create_table(
        "cat_tax_print",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False, comment="the event that showed it"),
        sa.Column("print", sa.BigInteger(), nullable=False, comment="the fingerprint, as a signed number"),
        sa.Column("band_0", sa.Integer(), nullable=False, comment="16 of its bits"),
        sa.Column("band_1", sa.Integer(), nullable=False, comment="16 of its bits"),
        sa.Column("band_2", sa.Integer(), nullable=False, comment="16 of its bits"),
        sa.Column("band_3", sa.Integer(), nullable=False, comment="16 of its bits"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cat_tax_print")),
        sa.UniqueConstraint("community", "cause", name=op.f("uq_cat_tax_print_community_cause")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_cat_tax_print_community_band_0"), "cat_tax_print", ["community", "band_0"], unique=False)
    op.create_index(op.f("ix_cat_tax_print_community_band_1"), "cat_tax_print", ["community", "band_1"], unique=False)
    op.create_index(op.f("ix_cat_tax_print_community_band_2"), "cat_tax_print", ["community", "band_2"], unique=False)
    op.create_index(op.f("ix_cat_tax_print_community_band_3"), "cat_tax_print", ["community", "band_3"], unique=False)
    op.create_index(op.f("ix_cat_tax_print_person"), "cat_tax_print", ["person"], unique=False)
    op.create_table(
        "cat_tax_receipts",
        sa.Column("community", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column(
            "given",
            sa.Integer(),
            nullable=False,
            comment="receipts; a number is never given twice, also after an erasure",
        ),
        sa.PrimaryKeyConstraint("community", name=op.f("pk_cat_tax_receipts")),
    )
    op.create_table(
        "cat_tax_showing",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False, comment="the event that showed it"),
        sa.Column("place", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "message",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="the post with the picture, where there is one",
        ),
        sa.Column("locale", sa.Text(), nullable=False, comment="in which its owner is answered"),
        sa.Column("fingerprint", sa.BigInteger(), nullable=True),
        sa.Column("thumbnail", sa.LargeBinary(), nullable=True, comment="WebP; until it is decided"),
        sa.Column("posts", sa.Text(), nullable=True, comment="the bot's own posts that ask members"),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cat_tax_showing")),
        sa.UniqueConstraint("cause", name=op.f("uq_cat_tax_showing_cause")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_cat_tax_showing_person"), "cat_tax_showing", ["person"], unique=False)
    op.create_table(
        "cat_tax_vouch",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("showing", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cat_tax_vouch")),
        sa.UniqueConstraint("showing", "person", name=op.f("uq_cat_tax_vouch_showing_person")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_cat_tax_vouch_person"), "cat_tax_vouch", ["person"], unique=False)
