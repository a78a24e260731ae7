"""The album of cats."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the tables."""
    big_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "cats_album",
        sa.Column("community", big_id, autoincrement=False, nullable=False),
        sa.Column("last", big_id, nullable=False, comment="the last number given; a number is never given twice"),
        sa.PrimaryKeyConstraint("community", name=op.f("pk_cats_album")),
    )
    op.create_table(
        "cats_cat",
        sa.Column("id", big_id, nullable=False),
        sa.Column("community", big_id, nullable=False),
        sa.Column("number", big_id, nullable=False, comment="of the community's album"),
        sa.Column("owner", big_id, nullable=False),
        sa.Column(
            "picture", sa.LargeBinary(), nullable=True, comment="a small WebP; none when moderators took it down"
        ),
        sa.Column("shown", sa.BigInteger(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False, comment="what was shown, by its owner's word"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cats_cat")),
        sa.UniqueConstraint("community", "cause", name=op.f("uq_cats_cat_community_cause")),
        sa.UniqueConstraint("community", "number", name=op.f("uq_cats_cat_community_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_cats_cat_owner"), "cats_cat", ["owner"])
    op.create_table(
        "cats_like",
        sa.Column("cat", big_id, autoincrement=False, nullable=False),
        sa.Column("person", big_id, autoincrement=False, nullable=False),
        sa.Column("liked", sa.Boolean(), nullable=False, comment="false once it was taken back"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False, comment="the event that turned it last"),
        sa.PrimaryKeyConstraint("cat", "person", name=op.f("pk_cats_like")),
    )
    op.create_index(op.f("ix_cats_like_person"), "cats_like", ["person"])
