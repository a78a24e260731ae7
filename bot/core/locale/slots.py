"""Arguments of texts. Each stands in the text as one private-use character until the markup has been parsed.

So a name that holds ``*``, ``{``, Markdown, HTML or line ends can never become markup, whatever it is.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from bot.core.locale.directions import kept_inside
from bot.core.locale.markup import MarkupError
from bot.core.locale.moments import moment_words
from bot.domain.author import Account
from bot.domain.locales import Locale
from bot.domain.text import Mention, Moment, MomentStyle, Part, RichText, Span

Argument = str | int | RichText | datetime | Account | Mention
"""What a text may name."""

_FIRST = 0xE000
_LAST = 0xF8FF
_STYLES = tuple(MomentStyle)
_SLOT = re.compile("([\ue000-\uf8ff])")
_ADDRESS = re.compile(r"https?://\S+")

MOST = (_LAST - _FIRST + 1) // len(_STYLES)
"""Most arguments of one text."""


def place(index: int, style: MomentStyle = MomentStyle.DATE_TIME) -> str:
    """The private-use character in an argument's place; a moment is told there in this style."""
    return chr(_FIRST + index * len(_STYLES) + _STYLES.index(style))


def words_of(value: str | RichText | datetime | Account | Mention) -> str:
    """What an argument says."""
    match value:
        case str():
            return value
        case RichText():
            return value.plain
        case datetime():
            return value.isoformat()
        case Account(name=name) | Mention(name=name):
            return name


def filled(
    text: RichText, values: Sequence[Argument], locale: Locale, zone: tzinfo | None, *, strict: bool
) -> RichText:
    """A parsed text with the arguments in their places, in the styles and links around them.

    Args:
        text: of spans only, with places.
        values: in the order in which the text was written with them.
        locale: in which moments are written.
        zone: the readers', for moments; None for each moment's own.
        strict: raise where an argument makes an address that is none.

    Raises:
        MarkupError: only when strict.
    """
    parts: list[Part] = []
    for span in text.parts:
        if not isinstance(span, Span):
            parts.append(span)
            continue
        frame = replace(span, url=_address(span.url, values, strict=strict))
        for index, piece in enumerate(_SLOT.split(span.text)):
            if index % 2:
                place, style = divmod(ord(piece) - _FIRST, len(_STYLES))
                if place < len(values):
                    parts.extend(_framed(values[place], _STYLES[style], frame, locale, zone))
            elif piece:
                parts.append(replace(frame, text=piece))
    return RichText(tuple(parts))


def _framed(value: Argument, style: MomentStyle, frame: Span, locale: Locale, zone: tzinfo | None) -> Iterable[Part]:
    match value:
        case str():
            if value:
                yield replace(frame, text=kept_inside(value))
        case RichText():
            for part in value.parts:
                if isinstance(part, Span):
                    yield Span(kept_inside(part.text), part.style | frame.style, part.url or frame.url)
                else:
                    yield part
        case datetime():
            yield Moment(value, style, moment_words(value, style, locale, zone))
        case Account(ref=ref, name=name):
            yield Mention(ref, kept_inside(name))
        case Mention(user=user, name=name):
            yield Mention(user, kept_inside(name))
        case int():
            yield replace(frame, text=str(value))


def _address(url: str | None, values: Sequence[Argument], *, strict: bool) -> str | None:
    """An address with the arguments in it, or None when that is no http(s) address."""
    if url is None:
        return None

    def words(found: re.Match[str]) -> str:
        place = (ord(found[0]) - _FIRST) // len(_STYLES)
        value = values[place] if place < len(values) else ""
        return str(value) if isinstance(value, int) else words_of(value)

    whole = _SLOT.sub(words, url)
    if _ADDRESS.fullmatch(whole):
        return whole
    if strict:
        raise MarkupError(f"{whole!r} is no address")
    return None
