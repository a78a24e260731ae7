"""A text's pinyin and its gloss, from what the dictionary's file knows of its words."""

from collections.abc import Iterator, Mapping, Sequence

from bot.ports.translator import GlossedWord
from bot.translation.readings.book import Book, Word
from bot.translation.readings.english import ARTICLES, EnglishWord, english_words, phrases
from bot.translation.readings.pinyin import line
from bot.translation.readings.shipped import forms
from bot.translation.readings.words import Run, candidates, cut, is_chinese, is_number, runs

MOST_WORDS = 200
"""Most words of a gloss."""

_MOST_UNITS = MOST_WORDS * 4
"""Characters looked at for a gloss; most words have two."""


def pinyin_lines(text: str, book: Book) -> str:
    """Each line with the pinyin of its words; what is not Chinese stays as it is."""
    lines = [(one, tuple(runs(one))) for one in text.splitlines()]
    known = book.words(word for _, found in lines for run in found for word in candidates(run))
    weights = {word: one.weight for word, one in known.items()}
    return "\n".join(line(_pieces(one, found, known, weights)) for one, found in lines)


def _pieces(
    text: str, found: Sequence[Run], known: Mapping[str, Word], weights: Mapping[str, float]
) -> Iterator[tuple[str, bool]]:
    at = 0
    for run in found:
        yield text[at : run.start], False
        at = run.end
        for place in cut(run, weights):
            key = "".join(run.keys[place.start : place.stop])
            word = "".join(run.units[place.start : place.stop])
            yield known[key].reading if is_chinese(word) and key in known else word, True
    yield text[at:], False


def chinese_gloss(text: str, book: Book) -> Sequence[GlossedWord]:
    """Chinese words with reading and English meaning, and Latin ones that stand between them. Numbers are left out."""
    found = tuple(_first_runs(text))
    known = book.words(word for run in found for word in candidates(run))
    # A word whose meaning is not known is better told in parts.
    told = {word: one for word, one in known.items() if one.meaning or len(word) == 1}
    weights = {word: one.weight for word, one in told.items()}
    words: list[GlossedWord] = []
    for run in found:
        for place in cut(run, weights):
            if is_number(run, place, told):
                continue
            word = told.get("".join(run.keys[place.start : place.stop]), Word("", "", 0))
            words.append(GlossedWord("".join(run.units[place.start : place.stop]), word.reading, word.meaning))
    return tuple(words[:MOST_WORDS])


def _first_runs(text: str) -> Iterator[Run]:
    units = 0
    for run in runs(text):
        left = _MOST_UNITS - units
        yield Run(run.start, run.end, run.units[:left], run.keys[:left])
        units += len(run.units)
        if units >= _MOST_UNITS:
            return


def english_gloss(text: str, book: Book, *, traditional: bool) -> Sequence[GlossedWord]:
    """English words, and groups of words that mean something together, with their meaning in Chinese."""
    irregular = forms()
    words = tuple(_first_words(text))
    known = book.english(
        (phrase for at in range(len(words)) for _, phrase in phrases(words, at, irregular)), traditional=traditional
    )
    glossed: list[GlossedWord] = []
    at = 0
    while at < len(words) and len(glossed) < MOST_WORDS:
        many, meaning = next(
            ((many, known[phrase]) for many, phrase in phrases(words, at, irregular) if phrase in known), (1, "")
        )
        if many > 1 or words[at].key not in ARTICLES:
            glossed.append(GlossedWord(" ".join(one.text for one in words[at : at + many]), "", meaning))
        at += many
    return tuple(glossed)


def _first_words(text: str) -> Iterator[EnglishWord]:
    for number, word in enumerate(english_words(text)):
        if number == _MOST_UNITS:
            return
        yield word
