"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:  # noqa: PLR0915
    """Changes the tables."""
    op.create_table(
        "spies_accused",
        sa.Column("case", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("mark", sa.Text(), nullable=False, comment="of an account, so that a ban outlasts forget me"),
        sa.PrimaryKeyConstraint("case", "mark", name=op.f("pk_spies_accused")),
    )
    op.create_table(
        "spies_alerted",
        sa.Column(
            "community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("digest", sa.Text(), nullable=False, comment="of an opening that moderators were told of"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False, comment="because of which"),
        sa.PrimaryKeyConstraint("community", "digest", name=op.f("pk_spies_alerted")),
    )
    op.create_index(op.f("ix_spies_alerted_at"), "spies_alerted", ["at"], unique=False)
    op.create_table(
        "spies_apart",
        sa.Column("block", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("one", sa.Text(), nullable=False, comment="the mark of an account of who blocked"),
        sa.Column("other", sa.Text(), nullable=False, comment="the mark of an account of who is blocked"),
        sa.PrimaryKeyConstraint("block", "one", "other", name=op.f("pk_spies_apart")),
    )
    op.create_index(op.f("ix_spies_apart_other"), "spies_apart", ["other"], unique=False)
    op.create_table(
        "spies_ask",
        sa.Column("cause", sa.Text(), nullable=False, comment="the event that it was asked by"),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("cause", name=op.f("pk_spies_ask")),
    )
    op.create_index(op.f("ix_spies_ask_at"), "spies_ask", ["at"], unique=False)
    op.create_index(op.f("ix_spies_ask_community"), "spies_ask", ["community"], unique=False)
    op.create_index(op.f("ix_spies_ask_person"), "spies_ask", ["person"], unique=False)
    op.create_table(
        "spies_ban",
        sa.Column(
            "community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("mark", sa.Text(), nullable=False, comment="of an account"),
        sa.Column("whose", sa.Text(), nullable=False, comment="the club's own, or the decision of a case"),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("community", "mark", "whose", name=op.f("pk_spies_ban")),
    )
    op.create_index(op.f("ix_spies_ban_until"), "spies_ban", ["until"], unique=False)
    op.create_table(
        "spies_bar",
        sa.Column("asker", sa.Text(), nullable=False, comment="the mark of an account"),
        sa.Column("asked", sa.Text(), nullable=False, comment="of who said no"),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("asker", "asked", name=op.f("pk_spies_bar")),
    )
    op.create_index(op.f("ix_spies_bar_asked"), "spies_bar", ["asked"], unique=False)
    op.create_index(op.f("ix_spies_bar_until"), "spies_bar", ["until"], unique=False)
    op.create_table(
        "spies_begun",
        sa.Column("pair", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("message", sa.Text(), nullable=False, comment="one of their first on this line"),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("digest", sa.Text(), nullable=True, comment="of an opening; emptied after a week"),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("pair", "person", "message", name=op.f("pk_spies_begun")),
    )
    op.create_index(op.f("ix_spies_begun_at"), "spies_begun", ["at"], unique=False)
    op.create_index(op.f("ix_spies_begun_community"), "spies_begun", ["community"], unique=False)
    op.create_index(op.f("ix_spies_begun_digest"), "spies_begun", ["digest"], unique=False)
    op.create_index(op.f("ix_spies_begun_person"), "spies_begun", ["person"], unique=False)
    op.create_table(
        "spies_block",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False, comment="the press that it was made by"),
        sa.Column(
            "person",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="who blocked; none when they are forgotten",
        ),
        sa.Column("codename", sa.Text(), nullable=False, comment="by which they knew whom they blocked; emptied then"),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spies_block")),
        sa.UniqueConstraint("cause", name=op.f("uq_spies_block_cause")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_spies_block_person"), "spies_block", ["person"], unique=False)
    op.create_index(op.f("ix_spies_block_until"), "spies_block", ["until"], unique=False)
    op.create_table(
        "spies_case",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False, comment="the press that it was begun by"),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "pair",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="none for a question's words",
        ),
        sa.Column(
            "reporter",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="none when they are forgotten",
        ),
        sa.Column(
            "accused",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="none when they are forgotten",
        ),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("sent", sa.BigInteger(), nullable=True, comment="none for a report that is still being made"),
        sa.Column("reason", sa.Text(), nullable=False, comment="the reporter's words; emptied when it is closed"),
        sa.Column("closed", sa.BigInteger(), nullable=True),
        sa.Column("closed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spies_case")),
        sa.UniqueConstraint("cause", name=op.f("uq_spies_case_cause")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_spies_case_accused"), "spies_case", ["accused"], unique=False)
    op.create_index(op.f("ix_spies_case_closed"), "spies_case", ["closed"], unique=False)
    op.create_index(op.f("ix_spies_case_community"), "spies_case", ["community"], unique=False)
    op.create_index(op.f("ix_spies_case_pair"), "spies_case", ["pair"], unique=False)
    op.create_index(op.f("ix_spies_case_reporter"), "spies_case", ["reporter"], unique=False)
    op.create_table(
        "spies_chosen",
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("pair", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_spies_chosen")),
    )
    op.create_index(op.f("ix_spies_chosen_pair"), "spies_chosen", ["pair"], unique=False)
    op.create_table(
        "spies_going_on",
        sa.Column("pair", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column(
            "person",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
            comment="who wants it to go on",
        ),
        sa.PrimaryKeyConstraint("pair", "person", name=op.f("pk_spies_going_on")),
    )
    op.create_index(op.f("ix_spies_going_on_person"), "spies_going_on", ["person"], unique=False)
    op.create_table(
        "spies_held",
        sa.Column("pair", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column(
            "person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, comment="on whom it waits"
        ),
        sa.PrimaryKeyConstraint("pair", "message", "why", name=op.f("pk_spies_held")),
    )
    op.create_index(op.f("ix_spies_held_person"), "spies_held", ["person"], unique=False)
    op.create_table(
        "spies_key",
        sa.Column(
            "proposal", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("codename", sa.Text(), nullable=False),
        sa.Column("answer", sa.Boolean(), nullable=True),
        sa.Column("answered", sa.BigInteger(), nullable=True),
        sa.Column("reached", sa.Boolean(), nullable=True, comment="false while their private chat is closed"),
        sa.Column(
            "told",
            sa.Text(),
            nullable=True,
            comment="the other's own words that they were shown with the question",
        ),
        sa.PrimaryKeyConstraint("proposal", "person", name=op.f("pk_spies_key")),
    )
    op.create_index(op.f("ix_spies_key_answered"), "spies_key", ["answered"], unique=False)
    op.create_index(op.f("ix_spies_key_person"), "spies_key", ["person"], unique=False)
    op.create_table(
        "spies_language",
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("tongue", sa.Text(), nullable=False),
        sa.Column("learns", sa.Boolean(), nullable=False, comment="false for what they speak"),
        sa.Column("level", sa.Integer(), nullable=False, comment="1 to 6 for A1 to C2, 7 for who grew up with it"),
        sa.PrimaryKeyConstraint("person", "tongue", "learns", name=op.f("pk_spies_language")),
    )
    op.create_table(
        "spies_left",
        sa.Column("round", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column(
            "person",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
            comment="who stayed without anybody",
        ),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("round", "person", name=op.f("pk_spies_left")),
    )
    op.create_index(op.f("ix_spies_left_person"), "spies_left", ["person"], unique=False)
    op.create_table(
        "spies_member",
        sa.Column(
            "community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("joined", sa.BigInteger(), nullable=False),
        sa.Column("waits", sa.BigInteger(), nullable=True, comment="since when they wait for somebody"),
        sa.Column("asked", sa.Integer(), nullable=False, comment="questions that were put to them"),
        sa.Column("answered", sa.Integer(), nullable=False, comment="and how many of them they answered at all"),
        sa.PrimaryKeyConstraint("community", "person", name=op.f("pk_spies_member")),
    )
    op.create_index(op.f("ix_spies_member_person"), "spies_member", ["person"], unique=False)
    op.create_table(
        "spies_pair",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "cause",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="the question that all agreed to; below 0, a line of three",
        ),
        sa.Column("live", sa.Text(), nullable=True, comment="who is on it, while it lasts"),
        sa.Column("theme", sa.Text(), nullable=False, comment="their own word for a spy"),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("opened", sa.BigInteger(), nullable=True),
        sa.Column("ended", sa.BigInteger(), nullable=True),
        sa.Column("ended_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("held", sa.Boolean(), nullable=False, comment="nothing crosses while a report is undecided"),
        sa.Column(
            "thread",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="the private thread that they moved into",
        ),
        sa.Column("counted", sa.BigInteger(), nullable=True, comment="until when a language clock counts what is said"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spies_pair")),
        sa.UniqueConstraint("cause", name=op.f("uq_spies_pair_cause")),
        sa.UniqueConstraint("live", name=op.f("uq_spies_pair_live")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_spies_pair_community"), "spies_pair", ["community"], unique=False)
    op.create_index(op.f("ix_spies_pair_ended"), "spies_pair", ["ended"], unique=False)
    op.create_table(
        "spies_person",
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("adult", sa.Boolean(), nullable=False, comment="18 or older; never shown"),
        sa.Column("age_said", sa.BigInteger(), nullable=False, comment="when they said how old they are"),
        sa.Column(
            "grown", sa.Boolean(), nullable=False, comment="they once said that they turned 18; only once they can"
        ),
        sa.Column("free", sa.Text(), nullable=False, comment="slots, parted by spaces"),
        sa.Column("interests", sa.Text(), nullable=False, comment="of the short list, parted by spaces"),
        sa.Column("words", sa.Text(), nullable=False, comment="their own"),
        sa.Column("wants", sa.Text(), nullable=False, comment="parted by spaces"),
        sa.Column("gender", sa.Text(), nullable=True, comment="as they say; never shown"),
        sa.Column("same_gender", sa.Boolean(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("handle", sa.Text(), nullable=False, comment="what they were called elsewhere"),
        sa.Column("seeks", sa.Text(), nullable=False, comment="whom they look for by such a name"),
        sa.Column("handle_folded", sa.Text(), nullable=False),
        sa.Column("seeks_folded", sa.Text(), nullable=False),
        sa.Column("off_from", sa.Integer(), nullable=True, comment="minutes after midnight by their own clock"),
        sa.Column("off_to", sa.Integer(), nullable=True),
        sa.Column("reads", sa.Text(), nullable=True, comment="the language in which they read a line"),
        sa.Column("changed", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("person", name=op.f("pk_spies_person")),
    )
    op.create_index("ix_spies_person_handle", "spies_person", ["handle_folded", "seeks_folded"], unique=False)
    op.create_table(
        "spies_proposal",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column(
            "asker",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="none in a round, and once they are forgotten",
        ),
        sa.Column("cause", sa.Text(), nullable=False, comment="the event or round that it was made by"),
        sa.Column("live", sa.Text(), nullable=True, comment="whom it is between, while it is open"),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spies_proposal")),
        sa.UniqueConstraint("cause", name=op.f("uq_spies_proposal_cause")),
        sa.UniqueConstraint("live", name=op.f("uq_spies_proposal_live")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_spies_proposal_asker"), "spies_proposal", ["asker"], unique=False)
    op.create_index(op.f("ix_spies_proposal_community"), "spies_proposal", ["community"], unique=False)
    op.create_index(op.f("ix_spies_proposal_until"), "spies_proposal", ["until"], unique=False)
    op.create_table(
        "spies_reported",
        sa.Column("case", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column(
            "line",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
            comment="the mirror's id; 0 for a question's words",
        ),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("translation", sa.Text(), nullable=False, comment="into the club's language, or empty"),
        sa.Column("former", sa.Text(), nullable=False, comment="former wordings, the oldest first"),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("case", "line", name=op.f("pk_spies_reported")),
    )
    op.create_table(
        "spies_reunion",
        sa.Column(
            "one",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
            comment="the smaller id",
        ),
        sa.Column("other", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("one", "other", name=op.f("pk_spies_reunion")),
    )
    op.create_index(op.f("ix_spies_reunion_other"), "spies_reunion", ["other"], unique=False)
    op.create_table(
        "spies_round",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "cause", sa.Text(), nullable=False, comment="after which one it was due, or the event that called for it"
        ),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("planned", sa.Boolean(), nullable=False, comment="who is asked stands"),
        sa.Column("people", sa.Integer(), nullable=False, comment="who took part"),
        sa.Column("matched", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spies_round")),
        sa.UniqueConstraint("community", "cause", name=op.f("uq_spies_round_community_cause")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_spies_round_community"), "spies_round", ["community"], unique=False)
    op.create_table(
        "spies_shown",
        sa.Column(
            "community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column(
            "person",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
            comment="to whom",
        ),
        sa.Column(
            "other",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
            comment="whom",
        ),
        sa.Column("codename", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("community", "person", "other", name=op.f("pk_spies_shown")),
    )
    op.create_index(op.f("ix_spies_shown_other"), "spies_shown", ["other"], unique=False)
    op.create_table(
        "spies_side",
        sa.Column("pair", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("codename", sa.Text(), nullable=False),
        sa.Column(
            "place",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="the private chat in which they read it",
        ),
        sa.Column("reads", sa.Text(), nullable=True),
        sa.Column("shows", sa.Boolean(), nullable=False),
        sa.Column("free_files", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False, comment="as their account was called when they showed themselves"),
        sa.Column("handle", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("pair", "person", name=op.f("pk_spies_side")),
    )
    op.create_index(op.f("ix_spies_side_person"), "spies_side", ["person"], unique=False)
    op.create_index(op.f("ix_spies_side_place"), "spies_side", ["place"], unique=False)
    op.create_table(
        "spies_tick",
        sa.Column(
            "community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column(
            "at",
            sa.BigInteger(),
            nullable=False,
            comment="when it is next looked who waits, and whether a round is due",
        ),
        sa.PrimaryKeyConstraint("community", name=op.f("pk_spies_tick")),
    )
    op.create_table(
        "spies_told",
        sa.Column(
            "community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when they were last told that somebody came"),
        sa.PrimaryKeyConstraint("community", "person", name=op.f("pk_spies_told")),
    )
    op.create_index(op.f("ix_spies_told_person"), "spies_told", ["person"], unique=False)
    op.create_table(
        "spies_warned",
        sa.Column("pair", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column(
            "person",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
            comment="who was warned",
        ),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False, comment="because of which"),
        sa.PrimaryKeyConstraint("pair", "person", "kind", name=op.f("pk_spies_warned")),
    )
    op.create_index(op.f("ix_spies_warned_person"), "spies_warned", ["person"], unique=False)
    op.create_table(
        "spies_wrote",
        sa.Column("pair", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("person", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("week", sa.Integer(), autoincrement=False, nullable=False, comment="of the line, from 0"),
        sa.Column("last", sa.BigInteger(), nullable=False, comment="in that week; an hour may be missing"),
        sa.PrimaryKeyConstraint("pair", "person", "week", name=op.f("pk_spies_wrote")),
    )
    op.create_index(op.f("ix_spies_wrote_person"), "spies_wrote", ["person"], unique=False)
