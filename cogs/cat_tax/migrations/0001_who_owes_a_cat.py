"""Who was asked, who paid and with what."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the table."""
    big_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "cat_tax",
        sa.Column("id", big_id, nullable=False),
        sa.Column("community", big_id, nullable=False),
        sa.Column("person", big_id, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("place", big_id, nullable=True, comment="where the introduction stands or is waited for"),
        sa.Column("introduction", big_id, nullable=True, comment="the post"),
        sa.Column("locale", sa.Text(), nullable=True, comment="the language that the introduction was written in"),
        sa.Column("asked_by", sa.Text(), nullable=True, comment="the event that made us ask"),
        sa.Column("posts", sa.Text(), nullable=True, comment="the bot's own posts that ask"),
        sa.Column("settled", sa.BigInteger(), nullable=True),
        sa.Column("settled_by", sa.Text(), nullable=True, comment="the event that paid or skipped"),
        sa.Column("tender", sa.Text(), nullable=True),
        sa.Column("picture", sa.Text(), nullable=True, comment="how to find the picture again, never the picture"),
        sa.Column("shown", sa.Boolean(), nullable=False),
        sa.Column("teased", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cat_tax")),
        sa.UniqueConstraint("community", "person", name=op.f("uq_cat_tax_community_person")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_cat_tax_person"), "cat_tax", ["person"])
