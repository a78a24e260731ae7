"""Rich text as a text with entities; pure. Offsets are in UTF-16 units, and no parse mode is ever used.

**Nothing pings that is not listed.** Telegram looks into every text for ``@name`` and pings whoever has that name, also
across the borders of our parts, and whatever a member typed. So an ``@`` before a letter, digit or underscore is
followed by a WORD JOINER (U+2060), which has no width, and is no part of a name: it reads the same and is no mention.
Left alone are: code (nothing is looked for in it), the bot's own name, an ``@`` right after a letter or digit (an
e-mail address; no mention to Telegram; but ``/command@otherbot`` is taken apart), and handles in the path of a web
address (``youtube.com/@name``), which would no longer lead there: those addresses become links to themselves. A text
that would grow over Telegram's limit gets a full-width ``＠`` instead, which has the same length. Addresses, ``#tags``
and plain ``/commands`` ping nobody and stay as they are. The tests measure this with the twin's own finder.
"""

import re
from dataclasses import dataclass
from typing import Final, assert_never

from telegram import MessageEntity, User
from telegram.constants import MessageLimit

from bot.adapters.telegram.names import PLATFORM, number
from bot.domain.capabilities import LengthUnit
from bot.domain.refs import UserRef
from bot.domain.text import Mention, Moment, MomentStyle, Part, RichText, Span, Style, written

JOINER: Final = "\u2060"
WIDE_AT: Final = "\uff20"

_MOST_ENTITIES: Final = int(MessageLimit.MESSAGE_ENTITIES)  # 100; the server leaves out what is more
_NAME: Final = re.compile(r"@([A-Za-z0-9_]+)")
_WORD: Final = re.compile(r"[A-Za-z0-9_]")
_COMMAND: Final = re.compile(r"/[A-Za-z0-9_]+\Z")
_HANDLE_ADDRESS: Final = re.compile(
    r"(?<![\w@./-])https?://(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}(?::\d{1,5})?"
    r"/(?:[\w./%~-]*/)?@[A-Za-z0-9_./%?=&#~+-]*[A-Za-z0-9_/]",
    re.ASCII,
)
_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_NAMES: Final[tuple[tuple[Style, str], ...]] = (
    (Style.QUOTE, MessageEntity.BLOCKQUOTE),
    (Style.SPOILER, MessageEntity.SPOILER),
    (Style.BOLD, MessageEntity.BOLD),
    (Style.ITALIC, MessageEntity.ITALIC),
    (Style.UNDERLINE, MessageEntity.UNDERLINE),
    (Style.STRIKE, MessageEntity.STRIKETHROUGH),
    (Style.BLOCK, MessageEntity.PRE),
    (Style.CODE, MessageEntity.CODE),
)
_AROUND: Final = Style.QUOTE | Style.SPOILER | Style.BOLD | Style.ITALIC | Style.UNDERLINE | Style.STRIKE
_MEANINGFUL: Final = frozenset({MessageEntity.TEXT_MENTION, MessageEntity.TEXT_LINK, MessageEntity.DATE_TIME})
_MOMENTS: Final = {
    MomentStyle.DATE: "D",
    MomentStyle.TIME: "t",
    MomentStyle.DATE_TIME: "Dt",
    MomentStyle.RELATIVE: "r",
}


@dataclass(frozen=True, slots=True)
class Words:
    """A text as Telegram takes it."""

    text: str = ""
    entities: tuple[MessageEntity, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of characters: what it is and how it looks."""

    text: str
    style: Style = Style.PLAIN
    url: str | None = None
    part: Part | None = None

    @property
    def holds_names(self) -> bool:
        """Whether Telegram finds no mention in it: code, and an address that leads to itself."""
        code = bool(self.style & (Style.CODE | Style.BLOCK))
        return code or (self.url == self.text and _HANDLE_ADDRESS.fullmatch(self.text) is not None)


def worded(text: RichText, *, pinged: tuple[UserRef, ...], own_name: str, limit: int) -> Words:
    """A rich text as text and entities.

    Args:
        text: within ``limit``.
        pinged: whose mentions ping; others are plain text.
        own_name: the bot's user name, which may stand as it is.
        limit: most UTF-16 units of the result.
    """
    pieces = _pieces(text)
    users = frozenset(pinged)
    safe = _unlinked(pieces, own_name, JOINER)
    if _length(safe) > limit:
        safe = _unlinked(pieces, own_name, "")
    entities = _entities(safe, users)
    if len(entities) > _MOST_ENTITIES:
        # The server would leave some out. Pings and links stay, looks give way, and code no longer holds its names.
        safe = _unlinked(pieces, own_name, JOINER, trusting=False)
        if _length(safe) > limit:
            safe = _unlinked(pieces, own_name, "", trusting=False)
        entities = sorted(_entities(safe, users), key=lambda entity: entity.type not in _MEANINGFUL)[:_MOST_ENTITIES]
        entities.sort(key=lambda entity: (entity.offset, -entity.length))
    return Words("".join(piece.text for piece in safe), tuple(entities))


def cut(words: Words, limit: int) -> Words:
    """A text of at most so many UTF-16 units: what is longer ends with an ellipsis, and no emoji is cut in two."""
    if LengthUnit.UTF16.measure(words.text) <= limit:
        return words
    text = words.text.encode("utf-16-le")[: (limit - 1) * 2].decode("utf-16-le", "ignore")
    end = LengthUnit.UTF16.measure(text)
    kept = [entity for entity in words.entities if entity.offset < end]
    for place, entity in enumerate(kept):
        if entity.offset + entity.length > end:
            kept[place] = MessageEntity(
                entity.type,
                entity.offset,
                end - entity.offset,
                url=entity.url,
                user=entity.user,
                unix_time=entity.unix_time,
                date_time_format=entity.date_time_format,
            )
    return Words(f"{text}…", tuple(kept))


def _length(pieces: list[_Piece]) -> int:
    return LengthUnit.UTF16.measure("".join(piece.text for piece in pieces))


def _pieces(text: RichText) -> list[_Piece]:
    parts = [part for part in text.parts if written(part)]
    pieces: list[_Piece] = []
    for index, part in enumerate(parts):
        match part:
            case Span(text=words, style=style, url=url):
                pieces.extend(_split(_well_formed(words), _fitting(style, url), url if _leads(url) else None))
            case Mention() | Moment():
                around = (_style(parts, index - 1) & _style(parts, index + 1)) & _AROUND
                pieces.append(_Piece(_well_formed(written(part)), around, None, part))
            case _:
                assert_never(part)
    return pieces


def _well_formed(words: str) -> str:
    """The text with half surrogate pairs, which cannot be sent, replaced."""
    if words.isascii():
        return words
    return words.encode("utf-8", "replace").decode() if any("\ud800" <= char <= "\udfff" for char in words) else words


def _style(parts: list[Part], index: int) -> Style:
    part = parts[index] if 0 <= index < len(parts) else None
    return part.style if isinstance(part, Span) else Style.PLAIN


def _leads(url: str | None) -> bool:
    # tg://user?id=... would be a ping.
    return url is not None and _WEB.match(url) is not None


def _fitting(style: Style, url: str | None) -> Style:
    """Telegram lets code hold nothing else and be in nothing but a quotation; a link wins over code."""
    if _leads(url):
        style &= ~(Style.CODE | Style.BLOCK)
    if style & Style.BLOCK:
        return Style.BLOCK | (style & Style.QUOTE)
    if style & Style.CODE:
        return Style.CODE | (style & Style.QUOTE)
    return style


def _split(words: str, style: Style, url: str | None) -> list[_Piece]:
    """A span, with addresses that hold a handle as links to themselves."""
    if url is not None or style & (Style.CODE | Style.BLOCK) or "/@" not in words:
        return [_Piece(words, style, url)]
    pieces: list[_Piece] = []
    done = 0
    for found in _HANDLE_ADDRESS.finditer(words):
        if found.start() > done:
            pieces.append(_Piece(words[done : found.start()], style))
        pieces.append(_Piece(found[0], style, found[0]))
        done = found.end()
    if done < len(words):
        pieces.append(_Piece(words[done:], style))
    return pieces


def _unlinked(pieces: list[_Piece], own_name: str, joiner: str, *, trusting: bool = True) -> list[_Piece]:
    """The pieces with every ``@`` that could begin a mention taken apart; looked for across the pieces' borders.

    Args:
        pieces: all of a text.
        own_name: the bot's.
        joiner: what is put in, or "" to take another character of the same length instead.
        trusting: whether code and links hold their names; not when entities have to be left out.
    """
    whole = "".join(piece.text for piece in pieces)
    if "@" not in whole:
        return pieces
    risky = {found.start(): found.end() for found in _NAME.finditer(whole) if _pings(whole, found, own_name)}
    result: list[_Piece] = []
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        holds = trusting and piece.holds_names
        apart = {at - start for at, name_end in risky.items() if start <= at < end and not (holds and name_end <= end)}
        if apart:
            at_sign = f"@{joiner}" if joiner else WIDE_AT
            words = "".join(at_sign if index in apart else char for index, char in enumerate(piece.text))
            piece = _Piece(words, piece.style, piece.url, piece.part)  # noqa: PLW2901
        result.append(piece)
        start = end
    return result


def _pings(whole: str, name: re.Match[str], own_name: str) -> bool:
    if own_name and name[1].lower() == own_name.lower():
        return False
    at = name.start()
    if at and _WORD.match(whole[at - 1]):
        return _COMMAND.search(whole, max(0, at - 66), at) is not None
    return True


# An entity's type, and what tells it from its neighbour of the same type: an address, or the part itself.
_Look = tuple[str, str | Part | None]


def _entities(pieces: list[_Piece], pinged: frozenset[UserRef]) -> list[MessageEntity]:
    """Entities that never overlap but by one holding the other; neighbours of one look are one."""
    measure = LengthUnit.UTF16.measure
    done: list[MessageEntity] = []
    opened: list[tuple[_Look, int]] = []
    offset = 0
    for piece in [*pieces, _Piece("")]:
        wanted = _looks(piece, pinged)
        same = 0
        while same < min(len(opened), len(wanted)) and opened[same][0] == wanted[same]:
            same += 1
        while len(opened) > same:
            look, begin = opened.pop()
            done.append(_entity(look, begin, offset - begin))
        opened.extend((look, offset) for look in wanted[same:])
        offset += measure(piece.text)
    return sorted(done, key=lambda entity: (entity.offset, -entity.length))


def _looks(piece: _Piece, pinged: frozenset[UserRef]) -> list[_Look]:
    """What holds a piece, from the outside in."""
    looks: list[_Look] = [(name, None) for style, name in _NAMES if style in piece.style]
    part = piece.part
    if piece.url is not None:
        looks.append((MessageEntity.TEXT_LINK, piece.url))
    elif isinstance(part, Moment):
        looks.append((MessageEntity.DATE_TIME, part))
    elif isinstance(part, Mention) and part.user in pinged and _telegram_id(part) is not None:
        looks.append((MessageEntity.TEXT_MENTION, part))
    return looks


def _telegram_id(mention: Mention) -> int | None:
    return number(mention.user.id) if mention.user.platform == PLATFORM else None


def _entity(look: _Look, offset: int, length: int) -> MessageEntity:
    name, what = look
    match what:
        case Mention():
            user = User(_telegram_id(what) or 0, what.name or "-", is_bot=False)
            return MessageEntity(name, offset, length, user=user)
        case Moment():
            return MessageEntity(name, offset, length, unix_time=what.when, date_time_format=_MOMENTS[what.style])
        case str():
            return MessageEntity(name, offset, length, url=what)
        case _:
            return MessageEntity(name, offset, length)
