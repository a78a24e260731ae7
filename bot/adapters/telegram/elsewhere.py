"""What is said where the bot is not: articles under an inline question, and the answer to a guest's; pure."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from telegram import (
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)

from bot.adapters.telegram.limits import INLINE_DESCRIPTION, INLINE_TITLE, TEXT
from bot.adapters.telegram.render import keyboard, words_of
from bot.adapters.telegram.words import cut
from bot.domain.piece import Piece, PrivateKey


def article(piece: Piece, own_name: str) -> InlineQueryResultArticle | None:
    """A piece as what can be picked and is then said: its first line is the title, the next one tells more.

    What is longer than a message is cut; None when there are no words, which are all that can be said there.
    """
    words = cut(words_of(piece, own_name, TEXT), TEXT)
    lines = [line.strip() for line in words.text.splitlines() if line.strip()]
    if not lines:
        return None
    title, more = lines[0][:INLINE_TITLE], lines[0][INLINE_TITLE:] or "".join(lines[1:2])
    content = InputTextMessageContent(
        words.text, entities=words.entities, link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return InlineQueryResultArticle(
        uuid4().hex,
        title,
        content,
        reply_markup=keyboard(piece, own_name),
        description=more[:INLINE_DESCRIPTION] or None,
    )


def led(pieces: Sequence[Piece]) -> tuple[InlineQueryResultsButton | None, list[Piece]]:
    """The first key that leads into the private chat, as the button over the list, and the pieces without it."""
    rest: list[Piece] = []
    button: InlineQueryResultsButton | None = None
    for piece in pieces:
        leading = next((key for row in piece.keys for key in row if isinstance(key, PrivateKey)), None)
        if button is not None or leading is None:
            rest.append(piece)
            continue
        button = InlineQueryResultsButton(leading.label, start_parameter=leading.data)
        keys = tuple(tuple(key for key in row if key is not leading) for row in piece.keys)
        rest.append(replace(piece, keys=tuple(row for row in keys if row)))
    return button, rest
