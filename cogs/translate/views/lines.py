"""Translations as they stand in a chat."""

from collections.abc import Sequence

from bot.api import Texts
from bot.api.mirror import Phrase, Said
from bot.domain.controls import Button, Control
from bot.domain.languages import CHINESE
from bot.domain.text import RichText, Style
from bot.ports.translator import GlossedWord, Translated
from cogs.translate.actions import Better, ShowReading
from cogs.translate.rules.labels import label

PEN = "✏️"
"""Of the key that asks for a better translation."""


def inline(texts: Texts, said: Said, *, collected: bool, corrections: bool) -> Phrase | None:
    """The translations of a message, a line each; None where there is none.

    Args:
        texts: the club's.
        said: the original.
        collected: several messages stand together, so each is named.
        corrections: whether better ones may be given.
    """
    if not said.translations:
        return None
    several = len(said.translations) > 1
    lines = [_labelled(one) if several else one.text for one in said.translations]
    text = RichText.join(lines, "\n")
    if collected and said.author:
        text = RichText.of(said.author, Style.BOLD) + RichText.of(":\n" if several else ": ") + text
    return Phrase(_credited(texts, text, said), _keys(texts, said, corrections=corrections))


def threaded(texts: Texts, said: Said, *, corrections: bool) -> Phrase:
    """A message in the thread of another language; as it was said where there is nothing to translate."""
    if not said.translations:
        return Phrase(said.text)
    text = said.translations[0].text
    return Phrase(_credited(texts, text, said), _keys(texts, said, corrections=corrections))


def glossed(texts: Texts, said: Said, words: Sequence[GlossedWord], *, named: bool, whole: bool) -> Phrase:
    """Word by word, and called so: it is no translation.

    Args:
        texts: the club's.
        said: the original.
        words: what the dictionary says.
        named: several messages stand together.
        whole: the original goes before it.
    """
    text = texts("word-by-word", words=gloss(words))
    if named and said.author:
        text = RichText.of(said.author, Style.BOLD) + RichText.of(": ") + text
    return Phrase(said.text + "\n" + text if whole else text)


def gloss(words: Sequence[GlossedWord]) -> str:
    """Words with what they mean, one after the other."""
    return " · ".join(f"{one.word} = {one.meaning}" if one.meaning else one.word for one in words)


def _labelled(one: Translated) -> RichText:
    return RichText.of(label(one.to), Style.BOLD) + RichText.of(" ") + one.text


def _credited(texts: Texts, text: RichText, said: Said) -> RichText:
    if not said.corrected_by:
        return text
    return text + "\n" + texts("corrected-by", name=said.corrected_by)


def _keys(texts: Texts, said: Said, *, corrections: bool) -> tuple[tuple[Control, ...], ...]:
    """Only under a message of its own: under several nobody would know which is meant."""
    if not said.alone:
        return ()
    row: list[Control] = []
    if corrections and len(said.translations) == 1:
        row.append(Button(PEN, Better(said.translations[0].to)))
    languages = {said.language, *(one.to for one in said.translations)}
    if languages & CHINESE:
        row.append(Button(texts.plain("reading-key"), ShowReading()))
    return (tuple(row),) if row else ()
