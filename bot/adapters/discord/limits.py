"""Discord's numbers, each with its source, and what a chat can do.

"docs" are Discord's developer documentation as of 2026-11.
"""

import discord

from bot.domain.capabilities import Capabilities, Forms, LengthUnit, PrivateReplies, Reactions
from bot.domain.text import Style

UNIT = LengthUnit.UTF16
"""The docs say "characters" only; UTF-16 is the stricter reading, so that nothing is ever refused."""

TEXT = 2_000  # docs, "Create Message": content
EMBED_TITLE = 256  # docs, "Embed limits"
EMBED_DESCRIPTION = 4_096
EMBED_FIELDS = 25
EMBED_FIELD_NAME = 256
EMBED_FIELD_VALUE = 1_024
EMBED_FOOTER = 2_048
EMBED_TOTAL = 6_000
CARD_TEXT = 3_800
"""What fits into :data:`EMBED_DESCRIPTION` together with the marks of 26 headings, when a card must be told as text."""
ROWS = 5  # docs, "Component reference": action rows in a message
ROW_BUTTONS = 5
LABEL = 80  # docs, "Button"
LINK_URL = 512
CUSTOM_ID = 100  # docs, "Anatomy of a component"
CALLBACK = CUSTOM_ID - 2
"""Two characters are ours: see ``custom_ids``."""
LIST_CHOICES = 25  # docs, "String Select"
LIST_TEXT = 100
PLACEHOLDER = 150
MODAL_TITLE = 45  # docs, "Modal"
MODAL_FIELDS = 5
MODAL_LABEL = 45  # docs, "Label"
MODAL_HINT = 100
TEXT_INPUT = 4_000  # docs, "Text Input"
TEXT_INPUT_HINT = 100
FILES = 10  # docs, "Uploading files"
FILE_BYTES = 10 * 1024 * 1024
DOWNLOAD_BYTES = 500 * 1024 * 1024
"""What the highest Nitro tier may upload; Discord limits no downloads, the asker does."""
ALT = 1_024  # docs, "Attachment": description
MENTIONS = 100  # docs, "Allowed Mentions"
WEBHOOK_NAME = 80  # docs, "Create Webhook"
COMMANDS = 100  # docs, "Application commands": slash commands, and menus of each kind
MENUS = 5
COMMAND_NAME = 32
COMMAND_DESCRIPTION = 100
COMMAND_OPTIONS = 25
COMMAND_CHOICES = 25
CHOICE_TEXT = 100
COMPLETIONS = 25  # docs, "Autocomplete"
THREAD_NAME = 100  # docs, "Start Thread"
TIMEOUT_DAYS = 28  # docs, "Modify Guild Member"
MEMBER_PAGE = 1_000  # docs, "List Guild Members"
HISTORY_PAGE = 100  # docs, "Get Channel Messages"
ANSWER_SECONDS = 3.0  # docs, "Interactions": the first answer
TOKEN_SECONDS = 15 * 60  # docs, "Interactions": later answers
IDENTIFY_SECONDS = 5.0  # docs, "Gateway rate limiting": one identify

DEFER_AFTER_SECONDS = 1.5
"""When a command that has not answered yet is acknowledged: half of :data:`ANSWER_SECONDS`, for the way."""
READ_BACK = 500
"""Most messages read back in a chat after a failed resume: five requests; what is older is a gap, and logged."""

MEMBER_PAGES = 50
"""Most pages of members looked through for newcomers, some seconds' requests; in a larger guild some are missed."""

ALL_STYLES = (
    Style.BOLD | Style.ITALIC | Style.UNDERLINE | Style.STRIKE | Style.SPOILER | Style.CODE | Style.BLOCK | Style.QUOTE
)

RIGHTS: tuple[tuple[str, str], ...] = (
    ("view_channel", "view-channel"),
    ("send_messages", "send-messages"),
    ("send_messages_in_threads", "send-messages-in-threads"),
    ("read_message_history", "read-message-history"),
    ("embed_links", "embed-links"),
    ("attach_files", "attach-files"),
    ("add_reactions", "add-reactions"),
    ("manage_roles", "manage-roles"),
    ("manage_messages", "manage-messages"),
    ("manage_webhooks", "manage-webhooks"),
    ("pin_messages", "pin-messages"),
    ("create_public_threads", "create-public-threads"),
    ("create_private_threads", "create-private-threads"),
)
"""The rights that features use: discord.py's name, and the name in findings."""


def missing_rights(permissions: discord.Permissions) -> tuple[str, ...]:
    """The rights that a bot lacks of those that features use, by their names in findings."""
    return tuple(shown for name, shown in RIGHTS if not getattr(permissions, name))


def guild_capabilities(
    permissions: discord.Permissions, *, in_thread: bool, content: bool, joins: bool, file_bytes: int
) -> Capabilities:
    """What the bot can do in a guild's channel.

    Args:
        permissions: the bot's there.
        in_thread: whether it is a thread.
        content: whether the message-content intent is granted.
        joins: whether the members intent is.
        file_bytes: the guild's own limit, which boosts raise.
    """
    return _capabilities(
        cards=permissions.embed_links,
        files=FILES if permissions.attach_files else 0,
        file_bytes=file_bytes,
        reactions=Reactions.ANY if permissions.add_reactions else Reactions.NONE,
        speaks_as=permissions.manage_webhooks,
        deletes_others=permissions.manage_messages,
        reads_all=content and permissions.view_channel,
        sees_joins=joins,
        threads=permissions.create_public_threads and not in_thread,
        native_events=permissions.create_events or permissions.manage_events,
        finds_sent=permissions.read_message_history,
    )


def private_capabilities() -> Capabilities:
    """What the bot can do in a direct message."""
    return _alone(reactions=Reactions.ANY, reads_all=True)


def visiting_capabilities() -> Capabilities:
    """What the bot can do where a user brought it along: answer what it is asked, and nothing else."""
    return _alone(reactions=Reactions.NONE, reads_all=False)


def _alone(*, reactions: Reactions, reads_all: bool) -> Capabilities:
    return _capabilities(
        cards=True,
        files=FILES,
        file_bytes=FILE_BYTES,
        reactions=reactions,
        speaks_as=False,
        deletes_others=False,
        reads_all=reads_all,
        sees_joins=False,
        threads=False,
        native_events=False,
        finds_sent=True,
    )


def _capabilities(
    *,
    cards: bool,
    files: int,
    file_bytes: int,
    reactions: Reactions,
    speaks_as: bool,
    deletes_others: bool,
    reads_all: bool,
    sees_joins: bool,
    threads: bool,
    native_events: bool,
    finds_sent: bool,
) -> Capabilities:
    return Capabilities(
        unit=UNIT,
        text=TEXT,
        caption=TEXT,
        styles=ALL_STYLES,
        links=True,
        moments=True,
        cards=cards,
        card_text=CARD_TEXT,
        card_fields=EMBED_FIELDS,
        key_columns=ROW_BUTTONS,
        key_rows=ROWS,
        keys=ROWS * ROW_BUTTONS,
        label=LABEL,
        callback=CALLBACK,
        lists=LIST_CHOICES,
        forms=Forms.NATIVE,
        form_fields=MODAL_FIELDS,
        form_title=MODAL_TITLE,
        form_label=MODAL_LABEL,
        private_replies=PrivateReplies.EPHEMERAL,
        notice=TEXT,
        reactions=reactions,
        fixed_reactions=frozenset(),
        files=files,
        file_bytes=file_bytes,
        picture_bytes=file_bytes,
        download_bytes=DOWNLOAD_BYTES,
        speaks_as=speaks_as,
        replies=True,
        edits=True,
        deletes_others=deletes_others,
        tells_deletions=True,
        reads_all=reads_all,
        sees_joins=sees_joins,
        holds_back=False,  # whoever is timed out cannot press keys either (docs, "Guild Member Object")
        threads=threads,
        native_events=native_events,
        finds_sent=finds_sent,  # by its nonce while that holds, and by the history
    )
