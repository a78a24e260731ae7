"""A member's words with what Telegram says about them, as rich text; pure.

Entities stand beside a text, may hold one another and overlap, and count in UTF-16 units. Each run of characters that
looks the same becomes a span; who is named without a handle, and a moment, become what they are. A custom emoji is the
plain one that its text holds; addresses, tags, commands and handles stay plain words.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from telegram import MessageEntity

from bot.adapters.telegram.names import user_ref
from bot.domain.text import Mention, Moment, MomentStyle, Part, RichText, Span, Style

_STYLES: Final = {
    MessageEntity.BOLD: Style.BOLD,
    MessageEntity.ITALIC: Style.ITALIC,
    MessageEntity.UNDERLINE: Style.UNDERLINE,
    MessageEntity.STRIKETHROUGH: Style.STRIKE,
    MessageEntity.SPOILER: Style.SPOILER,
    MessageEntity.CODE: Style.CODE,
    MessageEntity.PRE: Style.BLOCK,
    MessageEntity.BLOCKQUOTE: Style.QUOTE,
    MessageEntity.EXPANDABLE_BLOCKQUOTE: Style.QUOTE,
}
_WEB: Final = ("http://", "https://")


def spanned(text: str, entities: Sequence[MessageEntity]) -> RichText:
    """A text as parts; with nothing said about it, one plain span."""
    looks = [entity for entity in entities if entity.type in _STYLES or entity.type == MessageEntity.TEXT_LINK]
    wholes = [entity for entity in entities if _is_whole(entity)]
    if not looks and not wholes:
        return RichText.of(text)
    units = text.encode("utf-16-le", "replace")
    end = len(units) // 2
    found = _apart(wholes)
    edges = {edge for entity in (*looks, *found.values()) for edge in (entity.offset, entity.offset + entity.length)}
    for whole in found.values():
        edges -= set(range(whole.offset + 1, whole.offset + whole.length))
    edges |= {0, end}
    parts: list[Part] = []
    for first, last in pairwise(sorted(edge for edge in edges if 0 <= edge <= end)):
        words = units[first * 2 : last * 2].decode("utf-16-le", "replace")
        entity = found.get(first)
        around = [look for look in looks if look.offset <= first and last <= look.offset + look.length]
        parts.append(_looking(words, around) if entity is None else _whole(words, entity))
    return RichText(tuple(parts))


def _is_whole(entity: MessageEntity) -> bool:
    """Whether an entity's characters are one thing, whatever they look like."""
    if entity.type == MessageEntity.TEXT_MENTION:
        return entity.user is not None
    return entity.type == MessageEntity.DATE_TIME and entity.unix_time is not None


def _apart(entities: Sequence[MessageEntity]) -> dict[int, MessageEntity]:
    """The entities that begin after the one before ended, by their offsets."""
    found: dict[int, MessageEntity] = {}
    done = 0
    for entity in sorted(entities, key=lambda one: one.offset):
        if entity.offset >= done and entity.length > 0:
            found[entity.offset] = entity
            done = entity.offset + entity.length
    return found


def _whole(words: str, entity: MessageEntity) -> Part:
    if entity.user is not None:
        return Mention(user_ref(entity.user.id), words.removeprefix("@"))
    if entity.unix_time is not None:
        return Moment(entity.unix_time, _moment_style(entity.date_time_format or ""), words)
    return Span(words)


def _moment_style(form: str) -> MomentStyle:
    """https://core.telegram.org/bots/api#date-time-entity-formatting: ``r``, or of ``w``, ``d D`` and ``t T``."""
    if "r" in form:
        return MomentStyle.RELATIVE
    date, time = bool({"w", "d", "D"} & set(form)), bool({"t", "T"} & set(form))
    if date != time:
        return MomentStyle.DATE if date else MomentStyle.TIME
    return MomentStyle.DATE_TIME


def _looking(words: str, around: Sequence[MessageEntity]) -> Span:
    style, url = Style.PLAIN, None
    for entity in around:
        style |= _STYLES.get(entity.type, Style.PLAIN)
        if entity.url is not None and entity.url.lower().startswith(_WEB):
            url = entity.url
    return Span(words, style, url)
