"""What a chat can do, as numbers and enums. Owned by the adapters; a feature never asks which platform it is on."""

from dataclasses import dataclass
from enum import Enum

from bot.domain.text import Style


class LengthUnit(Enum):
    """In what a platform counts the length of a text."""

    CODE_POINTS = "code-points"
    UTF16 = "utf-16"

    def measure(self, text: str) -> int:
        """The length of a text in this unit."""
        if self is LengthUnit.CODE_POINTS:
            return len(text)
        return len(text) + sum(character > "\uffff" for character in text)


class Forms(Enum):
    """How a form is shown."""

    NATIVE = "native"
    """All at once, as a dialogue of the platform."""
    STEPS = "steps"
    """One question after the other, as messages."""


class PrivateReplies(Enum):
    """How one person is answered in front of others."""

    EPHEMERAL = "ephemeral"
    """A message that only they see; only as an answer to what they just did."""
    NOTICE = "notice"
    """A short notice on a pressed button; longer answers go to the private chat."""
    DIRECT = "direct"
    """Only by the private chat."""


class Reactions(Enum):
    """Which reactions the bot may set."""

    ANY = "any"
    FIXED = "fixed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What one chat can do.

    Attributes:
        unit: in what ``text``, ``caption``, ``card`` and ``label`` are counted.
        text: most units in a message's text.
        caption: most units in the text of a message with files; equals ``text`` where there is no difference.
        styles: the styles that can be shown; others are reported as a loss.
        links: True when words can lead to an address.
        moments: True when a moment is shown to each reader in their own zone.
        cards: True when a card has a frame of its own; else it becomes text.
        card_text: most units in a whole card, and ``card_fields`` the most fields.
        key_columns, key_rows, keys: most keys in a row, rows in a message, and keys in all.
        label: most units in a key's label.
        callback: most UTF-8 bytes of a key's data.
        lists: most choices of a list; 0 where there are no lists.
        forms: how forms are shown; ``form_fields`` how many fields at once, ``form_title`` and ``form_label`` the most
            units.
        private_replies: how one person is answered; ``notice`` the most units of a notice, 0 where there are none.
        reactions: which the bot may set.
        fixed_reactions: the emoji of ``Reactions.FIXED``.
        files: most files in a message; 0 where the bot may not send any.
        file_bytes, picture_bytes: most bytes of a file, and of a picture shown as one.
        download_bytes: most bytes of a file that the bot can fetch.
        speaks_as: True when it can speak under another's name.
        replies: True when a message can answer another.
        edits, deletes_others, tells_deletions: whether it can edit its own messages, delete others', and hears of
            deletions.
        reads_all: True when it sees every message of the chat; False when only commands, replies and mentions reach it.
        sees_joins: True when joins are told.
        holds_back: True when a restricted member of a space can still read and press keys; else a role opens the door.
        threads: True when threads or topics can be opened.
        native_events: True when the platform has scheduled events.
        per_minute: most messages a minute that the platform's documentation promises for the chat, or None; what it
            truly takes, it says when it is too much.
        finds_sent: True when a message is sent once though its answer was lost: the platform drops a second one by its
            key, or the first can be looked up.
    """

    unit: LengthUnit
    text: int
    caption: int
    styles: Style
    links: bool
    moments: bool
    cards: bool
    card_text: int
    card_fields: int
    key_columns: int
    key_rows: int
    keys: int
    label: int
    callback: int
    lists: int
    forms: Forms
    form_fields: int
    form_title: int
    form_label: int
    private_replies: PrivateReplies
    notice: int
    reactions: Reactions
    fixed_reactions: frozenset[str]
    files: int
    file_bytes: int
    picture_bytes: int
    download_bytes: int
    speaks_as: bool
    replies: bool
    edits: bool
    deletes_others: bool
    tells_deletions: bool
    reads_all: bool
    sees_joins: bool
    holds_back: bool
    threads: bool
    native_events: bool
    per_minute: int | None = None
    finds_sent: bool = False
