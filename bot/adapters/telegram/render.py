"""A piece as what Telegram is asked to do; pure. See ``words`` for its text and for why nothing pings.

A piece becomes one message where Telegram can show it as one. It cannot show keys on an album: then the words and the
keys follow it as a message of their own, or, where there are no words, the last file stands alone with the keys.
"""

from dataclasses import dataclass, field
from typing import Final, assert_never

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.constants import KeyboardButtonStyle

from bot.adapters.telegram.forms import Form, form_of, grouped
from bot.adapters.telegram.limits import CAPTION, TEXT
from bot.adapters.telegram.words import Words, worded
from bot.domain.attachments import File
from bot.domain.controls import ButtonStyle
from bot.domain.message import As, Bot, Card, Speaker
from bot.domain.piece import Key, LinkKey, ListKey, Piece, PressKey, PrivateKey
from bot.domain.text import RichText, Style

_STYLES: Final[dict[ButtonStyle, str | None]] = {
    ButtonStyle.QUIET: None,
    ButtonStyle.MAIN: KeyboardButtonStyle.PRIMARY,
    ButtonStyle.GOOD: KeyboardButtonStyle.SUCCESS,
    ButtonStyle.DANGER: KeyboardButtonStyle.DANGER,
}

_BLANK: Final = "…"


@dataclass(frozen=True, slots=True)
class Say:
    """A message of text."""

    words: Words
    keys: InlineKeyboardMarkup | None = None


@dataclass(frozen=True, slots=True)
class Show:
    """A message with one file, as what it is shown."""

    file: File
    form: Form
    words: Words = field(default_factory=Words)
    keys: InlineKeyboardMarkup | None = None


@dataclass(frozen=True, slots=True)
class ShowAlbum:
    """Two to ten files that can stand together; the words stand under the first."""

    files: tuple[File, ...]
    words: Words = field(default_factory=Words)


Post = Say | Show | ShowAlbum


def rendered(piece: Piece, own_name: str) -> tuple[Post, ...]:
    """What to send, in order; empty when there is nothing to say.

    Args:
        piece: within the chat's capabilities.
        own_name: the bot's user name: for links into the private chat.
    """
    keys = keyboard(piece, own_name)
    if not piece.files:
        words = words_of(piece, own_name, TEXT)
        return (Say(words, keys),) if words.text.strip() else ()
    groups = grouped(piece.files)
    caption = words_of(piece, own_name, CAPTION)
    if keys is None:
        return tuple(_shown(group, caption if first else Words()) for first, group in _first(groups))
    if len(piece.files) == 1:
        return (_alone(piece.files[0], caption, keys),)
    if caption.text.strip():
        return (*(_shown(group, Words()) for group in groups), Say(words_of(piece, own_name, TEXT), keys))
    before = grouped(piece.files[:-1])
    return (*(_shown(group, Words()) for group in before), _alone(piece.files[-1], Words(), keys))


def rendered_edit(piece: Piece, own_name: str) -> Say | Show:
    """What a message is changed to; of several files the first."""
    keys = keyboard(piece, own_name)
    if piece.files:
        return _alone(piece.files[0], words_of(piece, own_name, CAPTION), keys)
    return Say(words_of(piece, own_name, TEXT), keys)


def plain_notice(piece: Piece) -> str | None:
    """The text of a piece that can be a notice on a pressed key: words alone; None when there is more to it."""
    if piece.files or piece.keys or piece.card is not None or not piece.text:
        return None
    return piece.text.plain


def keyboard(piece: Piece, own_name: str) -> InlineKeyboardMarkup | None:
    """The keys under a message."""
    rows = [[_button(key, own_name) for key in row if not isinstance(key, ListKey)] for row in piece.keys]
    for row in piece.keys:
        for key in row:
            if isinstance(key, ListKey):
                # The capabilities know no lists; should one come all the same, each choice has a row of its own.
                rows.extend(
                    [InlineKeyboardButton(_label(choice.label), callback_data=choice.data)] for choice in key.choices
                )
    rows = [row for row in rows if row]
    return InlineKeyboardMarkup(rows) if rows else None


def _button(key: Key, own_name: str) -> InlineKeyboardButton:
    match key:
        case PressKey(label=label, data=data, style=style):
            return InlineKeyboardButton(_label(label), callback_data=data, style=_STYLES[style])
        case LinkKey(label=label, url=url):
            return InlineKeyboardButton(_label(label), url=url)
        case PrivateKey(label=label, data=data):
            return InlineKeyboardButton(_label(label), url=f"https://t.me/{own_name}?start={data}")
        case ListKey(placeholder=label, choices=choices):
            return _press(label, choices[0].data)
        case _:
            assert_never(key)


def _press(label: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(_label(label), callback_data=data)


def _label(text: str) -> str:
    # Telegram refuses a key that says nothing; a member's blank title should not lose the message.
    return text if text.strip() else _BLANK


def words_of(piece: Piece, own_name: str, limit: int) -> Words:
    """All the words of a piece: who speaks, what is said, and the card."""
    text = _spoken(piece.speaker) + piece.text
    if piece.card is not None:
        text = RichText.join([part for part in (text, _carded(piece.card)) if part], "\n\n")
    return worded(text, pinged=piece.mentions, own_name=own_name, limit=limit)


def _spoken(speaker: Speaker) -> RichText:
    match speaker:
        case Bot():
            return RichText()
        case As(name=name):
            return RichText.of(name, Style.BOLD) + "\n"
        case _:
            assert_never(speaker)


def _carded(card: Card) -> RichText:
    """A card as text: the capabilities know no frames, but nothing of one is lost should it come."""
    parts = [RichText.of(card.title, Style.BOLD), card.body]
    parts += [RichText.of(field.name, Style.BOLD) + "\n" + field.value for field in card.fields]
    parts.append(RichText.of(card.footer, Style.ITALIC))
    return RichText.join([part for part in parts if part], "\n")


def _first(groups: list[tuple[File, ...]]) -> list[tuple[bool, tuple[File, ...]]]:
    return [(index == 0, group) for index, group in enumerate(groups)]


def _shown(group: tuple[File, ...], words: Words) -> Post:
    return _alone(group[0], words, None) if len(group) == 1 else ShowAlbum(group, words)


def _alone(file: File, words: Words, keys: InlineKeyboardMarkup | None) -> Show:
    return Show(file, form_of(file, captioned=bool(words.text)), words, keys)
