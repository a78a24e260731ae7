"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:  # noqa: PLR0915
    """Changes the tables."""
    op.create_table(
        "action_token",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False, comment="JSON"),
        sa.Column("only", sa.Text(), nullable=True, comment="whose press counts"),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_token")),
    )
    op.create_index(op.f("ix_action_token_expires"), "action_token", ["expires"], unique=False)
    op.create_index(op.f("ix_action_token_only"), "action_token", ["only"], unique=False)
    op.create_table(
        "code",
        sa.Column("digest", sa.Text(), nullable=False, comment="keyed: who reads the table cannot redeem its codes"),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("subject", sa.BigInteger(), nullable=False),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_code")),
        sa.UniqueConstraint("purpose", "subject", name=op.f("uq_code_purpose_subject")),
    )
    op.create_index(op.f("ix_code_expires"), "code", ["expires"], unique=False)
    op.create_table(
        "code_try",
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("who", name=op.f("pk_code_try")),
    )
    op.create_index(op.f("ix_code_try_since"), "code_try", ["since"], unique=False)
    op.create_table(
        "community",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_community")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False, comment="whose"),
        sa.Column("chat", sa.Text(), nullable=False, comment="where it is asked"),
        sa.Column("origin", sa.Text(), nullable=False, comment="JSON: where it was opened"),
        sa.Column("form", sa.Text(), nullable=False, comment="JSON"),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False, comment="JSON"),
        sa.Column("question", sa.Text(), nullable=True, comment="the message that asks now"),
        sa.Column("expires", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("user", "chat", name=op.f("uq_draft_user_chat")),
    )
    op.create_index(op.f("ix_draft_expires"), "draft", ["expires"], unique=False)
    op.create_table(
        "inbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=True, comment="JSON; forgotten when final"),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False, comment="how often it was handed out"),
        sa.Column("due", sa.BigInteger(), nullable=False, comment="not handed out before; when final, since when"),
        sa.Column("reference", sa.Text(), nullable=True, comment="under which a failure was logged"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("platform", "key", name=op.f("uq_inbox_platform_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_inbox_state_due"), "inbox", ["state", "due"], unique=False)
    op.create_table(
        "inbox_seen",
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False, comment="the id of the last message accepted"),
        sa.PrimaryKeyConstraint("platform", "chat", name=op.f("pk_inbox_seen")),
    )
    op.create_table(
        "job",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("cog", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=True, comment="of the cog's own; None for work that is never replaced"),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("job", sa.Text(), nullable=False, comment="JSON"),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="when it is to be done"),
        sa.Column("due", sa.BigInteger(), nullable=False, comment="when it is to be looked at next"),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease", sa.Text(), nullable=True, comment="of whoever works on it"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("cog", "key", name=op.f("uq_job_cog_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_job_community"), "job", ["community"], unique=False)
    op.create_index(op.f("ix_job_due"), "job", ["due"], unique=False)
    op.create_table(
        "mirror_copy",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("lane", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False, comment="when its sending began"),
        sa.Column("spoken", sa.Boolean(), nullable=False, comment="whether it stands under the author's name"),
        sa.Column(
            "texts",
            sa.Integer(),
            nullable=False,
            comment="how many of its posts hold its words; files stand in the others",
        ),
        sa.Column("words", sa.Text(), nullable=True, comment="what is being sent, as JSON; forgotten once it stands"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mirror_copy")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_mirror_copy_lane_state"), "mirror_copy", ["lane", "state"], unique=False)
    op.create_table(
        "mirror_original",
        sa.Column("ref", sa.Text(), nullable=False, comment="of each message of an album"),
        sa.Column("root", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("ref", name=op.f("pk_mirror_original")),
    )
    op.create_index(op.f("ix_mirror_original_made"), "mirror_original", ["made"], unique=False)
    op.create_index(op.f("ix_mirror_original_root"), "mirror_original", ["root"], unique=False)
    op.create_table(
        "mirror_reaction",
        sa.Column("root", sa.Text(), nullable=False, comment="of the original that is meant"),
        sa.Column("at", sa.Text(), nullable=False, comment="the message that was reacted to: the original or a copy"),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("emoji", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("root", "at", "account", "emoji", name=op.f("pk_mirror_reaction")),
    )
    op.create_index(op.f("ix_mirror_reaction_made"), "mirror_reaction", ["made"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column(
            "lane",
            sa.Text(),
            nullable=False,
            comment="the chat without its topic: topics share their group's flood limit",
        ),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=True, comment="JSON; forgotten when final"),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False, comment="not handed out before; when final, since when"),
        sa.Column("lease", sa.Text(), nullable=True, comment="of whoever sends it"),
        sa.Column("messages", sa.Text(), nullable=True, comment="where it stands, as JSON"),
        sa.Column("reason", sa.Text(), nullable=True, comment="why it was refused"),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_outbox_lane_state_id"), "outbox", ["lane", "state", "id"], unique=False)
    op.create_index(op.f("ix_outbox_state_due"), "outbox", ["state", "due"], unique=False)
    op.create_table(
        "person",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("locale", sa.Text(), nullable=True),
        sa.Column("zone", sa.Text(), nullable=True),
        sa.Column("offered", sa.Boolean(), nullable=False, comment="whether the other languages were offered"),
        sa.Column(
            "untranslated", sa.Boolean(), nullable=False, comment="whether their words go to no translation service"
        ),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "person_change",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=False, comment="who stays"),
        sa.Column("other_id", sa.BigInteger(), nullable=False, comment="who is gone, or is new"),
        sa.Column("ref", sa.Text(), nullable=True, comment="the account that parted; NULL when two became one"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_change")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_person_change_other_id"), "person_change", ["other_id"], unique=False)
    op.create_index(op.f("ix_person_change_person_id"), "person_change", ["person_id"], unique=False)
    op.create_table(
        "place_move",
        sa.Column("old", sa.Text(), nullable=False, comment="a chat without its topic"),
        sa.Column("new", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("old", name=op.f("pk_place_move")),
    )
    op.create_index(op.f("ix_place_move_new"), "place_move", ["new"], unique=False)
    op.create_table(
        "report",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reporter", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("closed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("closed", sa.BigInteger(), nullable=True),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )
    op.create_index(op.f("ix_report_community"), "report", ["community"], unique=False)
    op.create_index(op.f("ix_report_reporter"), "report", ["reporter"], unique=False)
    op.create_table(
        "secret",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False, comment="32 bytes in hexadecimal"),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_secret")),
    )
    op.create_table(
        "space_move",
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("old", name=op.f("pk_space_move")),
    )
    op.create_index(op.f("ix_space_move_new"), "space_move", ["new"], unique=False)
    op.create_table(
        "translation_remembered",
        sa.Column(
            "digest", sa.Text(), nullable=False, comment="keyed: of the text, the pair, the service and the glossary"
        ),
        sa.Column("translation", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_translation_remembered")),
    )
    op.create_index(op.f("ix_translation_remembered_made"), "translation_remembered", ["made"], unique=False)
    op.create_table(
        "translation_spent",
        sa.Column("day", sa.Text(), nullable=False, comment="YYYY-MM-DD, UTC"),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("community", sa.BigInteger(), autoincrement=False, nullable=False, comment="0: all together"),
        sa.Column("characters", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", "service", "community", name=op.f("pk_translation_spent")),
    )
    op.create_table(
        "watch",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("cog", sa.Text(), nullable=False),
        sa.Column("platform", sa.Text(), nullable=False),
        sa.Column("chat", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False, comment="empty for the whole chat"),
        sa.Column("user", sa.Text(), nullable=False, comment="empty for everybody"),
        sa.Column("message", sa.Text(), nullable=False, comment="empty for the chat's own"),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch")),
        sa.UniqueConstraint(
            "cog",
            "platform",
            "chat",
            "topic",
            "user",
            "message",
            name=op.f("uq_watch_cog_platform_chat_topic_user_message"),
        ),
    )
    op.create_index(op.f("ix_watch_until"), "watch", ["until"], unique=False)
    op.create_table(
        "account",
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("hint", sa.Text(), nullable=True, comment="the language tag that the platform last gave"),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_account_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("ref", name=op.f("pk_account")),
    )
    op.create_index(op.f("ix_account_person_id"), "account", ["person_id"], unique=False)
    op.create_table(
        "audit",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("cog", sa.Text(), nullable=False),
        sa.Column(
            "person_id",
            sa.BigInteger(),
            nullable=True,
            comment="NULL when the bot acted by itself, or they were forgotten",
        ),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("args", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_audit_community_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_community_id_at"), "audit", ["community_id", "at"], unique=False)
    op.create_index(op.f("ix_audit_person_id"), "audit", ["person_id"], unique=False)
    op.create_table(
        "mirror_posted",
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("copy_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ordinal", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["copy_id"], ["mirror_copy.id"], name=op.f("fk_mirror_posted_copy_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("ref", name=op.f("pk_mirror_posted")),
    )
    op.create_index(op.f("ix_mirror_posted_copy_id"), "mirror_posted", ["copy_id"], unique=False)
    op.create_table(
        "mirror_silenced",
        sa.Column("community_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_mirror_silenced_community_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("community_id", "person_id", name=op.f("pk_mirror_silenced")),
    )
    op.create_table(
        "setting",
        sa.Column("community_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("cog", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("place_id", sa.BigInteger(), nullable=False, comment="0 for the whole community"),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_setting_community_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("community_id", "cog", "key", "place_id", name=op.f("pk_setting")),
    )
    op.create_table(
        "space",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("community_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "own_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="where it goes on leaving",
        ),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("hint", sa.Text(), nullable=True, comment="the language tag that the platform gave"),
        sa.Column("removed", sa.BigInteger(), nullable=True, comment="since when the bot is no longer there"),
        sa.ForeignKeyConstraint(["community_id"], ["community.id"], name=op.f("fk_space_community_id")),
        sa.ForeignKeyConstraint(["own_id"], ["community.id"], name=op.f("fk_space_own_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_space")),
        sa.UniqueConstraint("ref", name=op.f("uq_space_ref")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_space_community_id"), "space", ["community_id"], unique=False)
    op.create_index(op.f("ix_space_own_id"), "space", ["own_id"], unique=False)
    op.create_index(op.f("ix_space_removed"), "space", ["removed"], unique=False)
    op.create_table(
        "place",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ref", sa.Text(), nullable=True, comment="NULL once it became one with another"),
        sa.Column("space_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("became", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["became"], ["place.id"], name=op.f("fk_place_became"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["space_id"], ["space.id"], name=op.f("fk_place_space_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("ref", name=op.f("uq_place_ref")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_place_became"), "place", ["became"], unique=False)
    op.create_index(op.f("ix_place_space_id"), "place", ["space_id"], unique=False)
    op.create_table(
        "mirror_route",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("cog", sa.Text(), nullable=False),
        sa.Column("knot", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("target_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("community_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("manner", sa.Text(), nullable=False, comment="JSON"),
        sa.Column(
            "closed",
            sa.BigInteger(),
            nullable=True,
            comment="since when nothing more takes it; it ends some days later",
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_mirror_route_community_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["place.id"], name=op.f("fk_mirror_route_source_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["target_id"], ["place.id"], name=op.f("fk_mirror_route_target_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mirror_route")),
        sa.UniqueConstraint(
            "cog",
            "knot",
            "kind",
            "source_id",
            "target_id",
            name=op.f("uq_mirror_route_cog_knot_kind_source_id_target_id"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_mirror_route_community_id"), "mirror_route", ["community_id"], unique=False)
    op.create_index(op.f("ix_mirror_route_source_id"), "mirror_route", ["source_id"], unique=False)
    op.create_index(op.f("ix_mirror_route_target_id"), "mirror_route", ["target_id"], unique=False)
    op.create_table(
        "post",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("place_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_post_place_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
        sa.UniqueConstraint("ref", name=op.f("uq_post_ref")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_post_made"), "post", ["made"], unique=False)
    op.create_index(op.f("ix_post_place_id"), "post", ["place_id"], unique=False)
    op.create_table(
        "mirror_line",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("route_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "lane", sa.Text(), nullable=False, comment="the target chat without its topic: topics share its flood limit"
        ),
        sa.Column("chat", sa.Text(), nullable=False, comment="where it goes, with its topic"),
        sa.Column("source", sa.Text(), nullable=False, comment="where the original stands, with its topic"),
        sa.Column("root", sa.Text(), nullable=False, comment="the original's ref; of an album the first one's"),
        sa.Column("copy_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due", sa.SmallInteger(), nullable=False, comment="what has to be done about its copy, as flags"),
        sa.Column("revision", sa.Integer(), nullable=False, comment="counts every change of what is said"),
        sa.Column(
            "person_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=True,
            comment="whose words; NULL for a chat's own, and once forgotten",
        ),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=True, comment="the author's, for their picture"),
        sa.Column(
            "said",
            sa.Text(),
            nullable=True,
            comment="the words, files and translations as JSON; forgotten after a while",
        ),
        sa.Column("answers", sa.Text(), nullable=True, comment="the ref of the message that the original answers"),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("worded", sa.BigInteger(), nullable=False, comment="since when it reads as it does"),
        sa.Column("keeps_former", sa.Boolean(), nullable=False, comment="whether it is kept how it read before"),
        sa.ForeignKeyConstraint(
            ["copy_id"], ["mirror_copy.id"], name=op.f("fk_mirror_line_copy_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["route_id"], ["mirror_route.id"], name=op.f("fk_mirror_line_route_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mirror_line")),
        sa.UniqueConstraint("route_id", "root", name=op.f("uq_mirror_line_route_id_root")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_mirror_line_copy_id"), "mirror_line", ["copy_id"], unique=False)
    op.create_index(op.f("ix_mirror_line_lane_due_id"), "mirror_line", ["lane", "due", "id"], unique=False)
    op.create_index(op.f("ix_mirror_line_made"), "mirror_line", ["made"], unique=False)
    op.create_index(op.f("ix_mirror_line_person_id"), "mirror_line", ["person_id"], unique=False)
    op.create_index(op.f("ix_mirror_line_root"), "mirror_line", ["root"], unique=False)
    op.create_index(op.f("ix_mirror_line_route_id"), "mirror_line", ["route_id"], unique=False)
    op.create_table(
        "mirror_former",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("line_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False, comment="since when it read so"),
        sa.Column("said", sa.Text(), nullable=False, comment="as the line's own"),
        sa.ForeignKeyConstraint(
            ["line_id"], ["mirror_line.id"], name=op.f("fk_mirror_former_line_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mirror_former")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_mirror_former_line_id"), "mirror_former", ["line_id"], unique=False)
