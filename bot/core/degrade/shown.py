"""A text as a chat can show it: without the styles, links and moments that it has no way for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from bot.core.degrade.losses import Loss, MentionWritten, StyleLost
from bot.core.degrade.room import Room
from bot.domain.text import Mention, Moment, Part, RichText, Span, Style


def blank(text: RichText) -> bool:
    """Whether there is nothing to see in a text; platforms refuse such messages."""
    return not text.plain.strip()


def shown(text: RichText, room: Room, limit: int) -> tuple[RichText, tuple[Loss, ...]]:
    """A text in the styles that a chat has; with parts that fit into ``limit``, each by itself.

    Links become "words (address)" where words cannot lead anywhere, and where a single character with its address
    would be too long. Moments become what is written in them where the platform has none of its own.
    """
    losses: list[Loss] = []
    lost = Style.PLAIN
    parts: list[Part] = []
    for part in text.parts:
        if isinstance(part, Span):
            if part.text:
                lost |= part.style & ~room.capabilities.styles
                parts.append(replace(part, style=part.style & room.capabilities.styles))
        elif isinstance(part, Moment) and not room.capabilities.moments:
            parts.extend(_written(part.written))
        elif room.holds(RichText((part,)), limit):
            parts.append(part)
        elif isinstance(part, Mention):
            losses.append(MentionWritten(part.user))
            parts.append(Span(f"@{part.name}"))
        else:
            parts.extend(_written(part.written))
    linked = list(_links(parts, room, limit))
    fitting = [_bare(part, room, limit) for part in linked]
    for before, after in zip(linked, fitting, strict=True):
        if isinstance(before, Span) and isinstance(after, Span):
            lost |= before.style & ~after.style
    if lost:
        losses.insert(0, StyleLost(lost))
    return RichText(tuple(fitting)), tuple(losses)


def _written(words: str) -> Sequence[Part]:
    return (Span(words),) if words else ()


def _links(parts: Sequence[Part], room: Room, limit: int) -> Iterable[Part]:
    for url, group in groupby(parts, key=lambda part: part.url if isinstance(part, Span) else None):
        linked = list(group)
        if url is None or (room.capabilities.links and all(_fits(part, room, limit) for part in linked)):
            yield from linked
        else:
            yield from _spelled_out([part for part in linked if isinstance(part, Span)], url)


def _fits(part: Part, room: Room, limit: int) -> bool:
    """Whether one character of a span, with what its link and style add, is within the limit."""
    return not isinstance(part, Span) or room.holds(RichText((replace(part, text=part.text[0]),)), limit)


def _spelled_out(spans: Sequence[Span], url: str) -> Iterable[Part]:
    words = "".join(span.text for span in spans)
    if words.strip() == url:
        yield from (replace(span, url=None) for span in spans)
    elif not words.strip():
        yield Span(url, spans[-1].style)
    else:
        yield from (replace(span, url=None) for span in spans)
        yield Span(f" ({url})", spans[-1].style)


def _bare(part: Part, room: Room, limit: int) -> Part:
    if isinstance(part, Span) and part.style and not _fits(part, room, limit):
        return replace(part, style=Style.PLAIN)
    return part
