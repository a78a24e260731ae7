"""What the two chats of the playground can do: left after Discord's numbers, right after Telegram's.

The sources are the platforms' own documentation; here they are rules of ours, so that the browser shows what members of
either will see.
"""

from datetime import timedelta
from enum import StrEnum
from typing import assert_never

from bot.domain.capabilities import Capabilities, Forms, LengthUnit, PrivateReplies, Reactions
from bot.domain.piece import Key, LinkKey, ListKey, Piece, PressKey, PrivateKey
from bot.domain.refs import Platform
from bot.domain.text import Style

PLATFORM = Platform("playground")

HANDLE_LIFETIME = timedelta(minutes=15)
"""How long an interaction takes answers, as on Discord."""

NEW_FOR = timedelta(days=30)
"""How long somebody who came in is offered first words."""

POSTS_KEPT = 500
"""Messages kept in one chat; older ones go, with their files."""

LOOSE_FILE_LIFETIME = timedelta(days=1)
"""How long a file is kept that no message carries (given to a form or command, or never sent)."""

REQUEST_BYTES = 64 * 1024
"""The longest message that a page may send over its websocket."""

PEOPLE = 200
"""Most people in the playground."""

RUSH = 12
"""How many new people come in at once in a rush."""

NAME = 40
"""Most characters of a person's, role's or chat's name."""

ROLES = 20
"""Most roles of a space."""

CHATS = 60
"""Most chats of a space, threads and topics included."""

SUGGESTIONS = 25

FIXED_REACTIONS = ("👍", "❤", "🔥", "👏", "😁", "🤔", "🎉", "🙏", "😍", "👀", "🤗", "😎")
"""What the right chat lets anyone react with."""

OFFERED_REACTIONS = (
    *("🐱", "😺", "👍", "❤️", "😂", "🎉", "🙏", "👀", "🐟", "🍌", "🕵️", "👋"),
    *("🇬🇧", "🇪🇸", "🇨🇳", "🇹🇼", "🇫🇷", "🇯🇵"),
)
"""What the left chat's page offers, flags to have something translated among them; any other emoji is taken too."""

_MIB = 1024 * 1024

_EVERY_STYLE = (
    Style.BOLD | Style.ITALIC | Style.UNDERLINE | Style.STRIKE | Style.SPOILER | Style.CODE | Style.BLOCK | Style.QUOTE
)


class Side(StrEnum):
    """Which of the two chats of the page."""

    LEFT = "left"
    RIGHT = "right"


def capabilities(side: Side, *, private: bool) -> Capabilities:
    """What a chat of a side can do; ``private`` for the chat with the bot alone, where nothing opens or joins."""
    match side:
        case Side.LEFT:
            return _left(private)
        case Side.RIGHT:
            return _right(private)
        case _:
            assert_never(side)


def _left(private: bool) -> Capabilities:
    return Capabilities(
        unit=LengthUnit.UTF16,
        text=2_000,
        caption=2_000,
        styles=_EVERY_STYLE,
        links=True,
        moments=True,
        cards=True,
        card_text=6_000,
        card_fields=25,
        key_columns=5,
        key_rows=5,
        keys=25,
        label=80,
        callback=100,
        lists=25,
        forms=Forms.NATIVE,
        form_fields=5,
        form_title=45,
        form_label=45,
        private_replies=PrivateReplies.EPHEMERAL,
        notice=0,
        reactions=Reactions.ANY,
        fixed_reactions=frozenset(),
        files=10,
        file_bytes=10 * _MIB,
        picture_bytes=10 * _MIB,
        download_bytes=10 * _MIB,
        speaks_as=not private,
        replies=True,
        edits=True,
        deletes_others=not private,
        tells_deletions=True,
        reads_all=True,
        sees_joins=not private,
        holds_back=False,
        threads=not private,
        native_events=False,
        finds_sent=True,
    )


def _right(private: bool) -> Capabilities:
    return Capabilities(
        unit=LengthUnit.UTF16,
        text=4_096,
        caption=1_024,
        styles=_EVERY_STYLE,
        links=True,
        moments=True,
        cards=False,
        card_text=0,
        card_fields=0,
        key_columns=8,
        key_rows=25,
        keys=100,
        label=64,
        callback=64,
        lists=0,
        forms=Forms.STEPS,
        form_fields=0,
        form_title=0,
        form_label=0,
        private_replies=PrivateReplies.NOTICE,
        notice=200,
        reactions=Reactions.FIXED,
        fixed_reactions=frozenset(FIXED_REACTIONS),
        files=10,
        file_bytes=20 * _MIB,
        picture_bytes=10 * _MIB,
        download_bytes=20 * _MIB,
        speaks_as=False,
        replies=True,
        edits=True,
        deletes_others=not private,
        tells_deletions=False,
        reads_all=True,
        sees_joins=not private,
        holds_back=True,
        threads=not private,
        native_events=False,
        finds_sent=True,
        per_minute=None if private else 20,
    )


def breach(piece: Piece, allowed: Capabilities) -> str | None:
    """The first limit of a chat that a piece oversteps, in words for the log; None when it fits."""
    return _text_breach(piece, allowed) or _file_breach(piece, allowed) or _key_breach(piece, allowed)


def _text_breach(piece: Piece, allowed: Capabilities) -> str | None:
    length = allowed.unit.measure(piece.text.plain)
    most = allowed.caption if piece.files else allowed.text
    if length > most:
        return f"text of {length}, at most {most}"
    if not (piece.text or piece.card or piece.files):
        return "nothing to say"
    card = piece.card
    if card is None:
        return None
    if not allowed.cards:
        return "a card, where there are none"
    if len(card.fields) > allowed.card_fields:
        return f"{len(card.fields)} card fields, at most {allowed.card_fields}"
    texts = [card.title, card.body.plain, card.footer]
    texts += [text for field in card.fields for text in (field.name, field.value.plain)]
    length = sum(allowed.unit.measure(text) for text in texts)
    return f"card of {length}, at most {allowed.card_text}" if length > allowed.card_text else None


def _file_breach(piece: Piece, allowed: Capabilities) -> str | None:
    if len(piece.files) > allowed.files:
        return f"{len(piece.files)} files, at most {allowed.files}"
    for file in piece.files:
        most = allowed.picture_bytes if file.is_picture else allowed.file_bytes
        if len(file.content) > most:
            return f"file of {len(file.content)} bytes, at most {most}"
    return None


def _key_breach(piece: Piece, allowed: Capabilities) -> str | None:
    if len(piece.keys) > allowed.key_rows:
        return f"{len(piece.keys)} rows of keys, at most {allowed.key_rows}"
    if sum(len(row) for row in piece.keys) > allowed.keys:
        return f"more than {allowed.keys} keys"
    for row in piece.keys:
        if not row or len(row) > allowed.key_columns:
            return f"{len(row)} keys in a row, 1 to {allowed.key_columns}"
        if len(row) > 1 and any(isinstance(key, ListKey) for key in row):
            return "a list beside another key"
        for key in row:
            problem = _one_key_breach(key, allowed)
            if problem is not None:
                return problem
    return None


def _one_key_breach(key: Key, allowed: Capabilities) -> str | None:
    match key:
        case PressKey(label=label, data=data) | PrivateKey(label=label, data=data):
            return _label_breach(label, allowed) or _data_breach(data, allowed)
        case LinkKey(label=label, url=url):
            if not url.startswith(("https://", "http://")):
                return "a link that is not http(s)"
            return _label_breach(label, allowed)
        case ListKey(choices=choices):
            if not 1 <= len(choices) <= allowed.lists:
                return f"a list of {len(choices)}, 1 to {allowed.lists}"
            problems = (
                _label_breach(choice.label, allowed) or _data_breach(choice.data, allowed) for choice in choices
            )
            return next((problem for problem in problems if problem), None)
        case _:
            assert_never(key)


def _label_breach(label: str, allowed: Capabilities) -> str | None:
    length = allowed.unit.measure(label)
    return None if 1 <= length <= allowed.label else f"label of {length}, 1 to {allowed.label}"


def _data_breach(data: str, allowed: Capabilities) -> str | None:
    length = len(data.encode())
    return None if length <= allowed.callback else f"data of {length} bytes, at most {allowed.callback}"
