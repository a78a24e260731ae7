"""Translations that somebody asked for, as only they see them, or as a reply to a flag."""

from collections.abc import Sequence
from datetime import timedelta

from bot.api import Texts
from bot.domain.controls import Button
from bot.domain.languages import Language
from bot.domain.message import As, Outgoing
from bot.domain.refs import MessageRef, UserRef
from bot.domain.text import RichText, Style
from bot.ports.translator import GlossedWord
from cogs.translate.actions import FlagInto, TellIn
from cogs.translate.views.lines import gloss

Offer = tuple[Language, str]
"""A language and its name."""

ASKED_STAYS = timedelta(minutes=1)
"""How long a question stands in a chat."""


def answer(texts: Texts, text: RichText, service: str, aids: RichText, again: Sequence[tuple[TellIn, str]]) -> Outgoing:
    """A translation with who made it, and keys for other languages.

    Args:
        texts: the reader's.
        text: the translation.
        service: the title of who made it, "" when nobody was asked.
        aids: how it is read, or nothing.
        again: the same in other languages, by their names.
    """
    blocks = [text]
    if aids:
        blocks.append(aids)
    if service:
        blocks.append(texts("by-service", service=service))
    keys = [Button(name, action) for action, name in again]
    rows = tuple(tuple(keys[start : start + 3]) for start in range(0, len(keys), 3))
    return Outgoing(RichText.join(blocks, "\n\n"), controls=rows)


def word_by_word(texts: Texts, words: Sequence[GlossedWord]) -> Outgoing:
    """What the dictionary says where no service gave a translation."""
    return Outgoing(texts("answer-word-by-word", words=gloss(words)))


def reading(texts: Texts, pinyin: Sequence[str], words: Sequence[GlossedWord]) -> RichText:
    """Pinyin, and the words one by one."""
    blocks = [RichText.of(line) for line in pinyin]
    if words:
        blocks.append(texts("gloss", words=gloss(words)))
    return RichText.join(blocks, "\n")


def flagged(flag: str, text: RichText, service: str, message: MessageRef) -> Outgoing:
    """A translation in answer to the message that was given a flag."""
    line = RichText.of(f"{flag} ") + text
    if service:
        line = line + "\n" + RichText.of(f"· {service}", Style.ITALIC)
    return Outgoing(line, reply_to=message)


def which(texts: Texts, user: UserRef, message: MessageRef, flag: str, offered: Sequence[Offer]) -> Outgoing:
    """Asks into which of a country's languages."""
    row = tuple(Button(name, FlagInto(message, language), only=user) for language, name in offered[:5])
    return Outgoing(texts("flag-which", flag=flag), controls=(row,), reply_to=message)


def spoken(name: str, lines: Sequence[RichText], original: RichText) -> Outgoing:
    """What a member had said for them, under their name, with what they wrote behind a spoiler."""
    hidden = RichText.of(original.plain, Style.SPOILER)
    return Outgoing(RichText.join([*lines, hidden], "\n"), speaker=As(name))
