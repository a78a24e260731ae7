"""Piece -> what the page shows. Pure and total; nothing in it is ever markup: the page sets text, never HTML."""

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from bot.adapters.playground.drawn import (
    Drawn,
    DrawnCard,
    DrawnChoice,
    DrawnField,
    DrawnFile,
    DrawnKey,
    DrawnLink,
    DrawnList,
    DrawnMention,
    DrawnMoment,
    DrawnPart,
    DrawnPress,
    DrawnPrivate,
    DrawnSpan,
    DrawnText,
)
from bot.domain.message import As, Bot, Card, Speaker
from bot.domain.piece import Key, LinkKey, ListKey, Piece, PressKey, PrivateKey
from bot.domain.text import Mention, Moment, Part, RichText, Span, Style

_STYLE_NAMES = (
    (Style.BOLD, "bold"),
    (Style.ITALIC, "italic"),
    (Style.UNDERLINE, "underline"),
    (Style.STRIKE, "strike"),
    (Style.SPOILER, "spoiler"),
    (Style.CODE, "code"),
    (Style.BLOCK, "block"),
    (Style.QUOTE, "quote"),
)

LOST_ADDRESS = "loss-address"
LOST_PICTURE = "loss-speaker-picture"


def render(piece: Piece, files: Sequence[DrawnFile]) -> Drawn:
    """Draws a piece.

    Args:
        piece: within the chat's limits.
        files: the piece's files, in their order, as the shelf keeps them.

    Returns:
        What the page shows, with the losses of this step: an address that is not http(s), and a speaker's picture
        (the page loads nothing from elsewhere).
    """
    losses: list[str] = []
    texts = [piece.text]
    if piece.card is not None:
        texts += [piece.card.body, *(field.value for field in piece.card.fields)]
    if any(isinstance(part, Span) and part.url and not _leads(part.url) for text in texts for part in text):
        losses.append(LOST_ADDRESS)
    if isinstance(piece.speaker, As) and piece.speaker.picture:
        losses.append(LOST_PICTURE)
    return Drawn(
        text=draw_text(piece.text),
        card=None if piece.card is None else _draw_card(piece.card),
        files=tuple(files),
        keys=tuple(tuple(_draw_key(key) for key in row) for row in piece.keys),
        speaker=_draw_speaker(piece.speaker),
        losses=tuple(losses),
    )


def draw_text(text: RichText) -> DrawnText:
    """Draws a text; every character is kept, and neighbours that look alike are one."""
    drawn: list[DrawnPart] = []
    for part in text:
        new, last = _draw_part(part), drawn[-1] if drawn else None
        if isinstance(new, DrawnSpan) and isinstance(last, DrawnSpan) and replace(last, text=new.text) == new:
            drawn[-1] = replace(new, text=last.text + new.text)
        else:
            drawn.append(new)
    return tuple(drawn)


def _draw_part(part: Part) -> DrawnPart:
    match part:
        case Span(text=text, style=style, url=url):
            names = tuple(name for flag, name in _STYLE_NAMES if flag in style)
            return DrawnSpan(text, names, url if url and _leads(url) else None)
        case Mention(user=user, name=name):
            return DrawnMention(user.id, name)
        case Moment(when=when, style=style, written=written):
            return DrawnMoment(when.isoformat(), style.value, written)
        case _:
            assert_never(part)


def _leads(url: str) -> bool:
    return url.startswith(("https://", "http://"))


def _draw_card(card: Card) -> DrawnCard:
    return DrawnCard(
        title=card.title,
        body=draw_text(card.body),
        fields=tuple(DrawnField(field.name, draw_text(field.value), field.inline) for field in card.fields),
        footer=card.footer,
        colour=None if card.colour is None else f"#{card.colour & 0xFFFFFF:06x}",
    )


def _draw_key(key: Key) -> DrawnKey:
    match key:
        case PressKey(label=label, data=data, style=style):
            return DrawnPress(label, data, style.value)
        case LinkKey(label=label, url=url):
            return DrawnLink(label, url)
        case PrivateKey(label=label, data=data):
            return DrawnPrivate(label, data)
        case ListKey(placeholder=placeholder, choices=choices):
            return DrawnList(
                placeholder,
                tuple(DrawnChoice(choice.label, choice.data, choice.description, choice.chosen) for choice in choices),
            )
        case _:
            assert_never(key)


def _draw_speaker(speaker: Speaker) -> str | None:
    match speaker:
        case Bot():
            return None
        case As(name=name):
            return name
        case _:
            assert_never(speaker)
