"""Corrections of translations, and the words that they teach."""

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass

from bot.domain.languages import Language

LONGEST_TERM = 60
"""Characters of a word or short phrase in the glossary."""

LONGEST_CORRECTION = 2_000
"""Characters of a correction."""

MOST_TERMS = 500
"""Words in one community's glossary."""

MOST_TAUGHT = 5
"""Words that one correction may propose: a moderator is asked about each."""

LONGEST_OPENING = 20
"""Characters before the colon that make an answer a correction."""

_EQUALS = re.compile(r"[=＝]")
_COLON = re.compile(r"[:：]")


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody would rather have.

    Attributes:
        text: the better translation, "" when they only marked words.
        marked: words and what they become.
    """

    text: str
    marked: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the glossary that is not in it yet, or is."""

    source: Language
    words: str
    target: Language
    becomes: str


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """A word of the glossary under its number."""

    number: int
    entry: Entry


def correction_in(text: str, openings: Collection[str]) -> Correction | None:
    """The correction in an answer that begins with ``better:`` (or the like), or None when it is none."""
    opening, *after = _COLON.split(text, maxsplit=1)
    if len(opening.strip()) > LONGEST_OPENING or opening.strip().casefold() not in openings:
        return None
    return correction(after[0]) if after and after[0].strip() else None


def correction(text: str) -> Correction:
    """A correction; lines ``word = becomes`` at its end mark words."""
    lines = text.strip().splitlines()
    marked: list[tuple[str, str]] = []
    while lines and (found := pair_in(lines[-1])) is not None:
        marked.append(found)
        lines.pop()
    return Correction("\n".join(lines).strip()[:LONGEST_CORRECTION], tuple(reversed(marked)))


def pair_in(line: str) -> tuple[str, str] | None:
    """A line ``word = becomes``, or None: no regular expression, which takes minutes over thousands of spaces.

    >>> pair_in("cat = 猫猫"), pair_in("cat"), pair_in("1 = 2 = 3")
    (('cat', '猫猫'), None, None)
    """
    parts = [part.strip() for part in _EQUALS.split(line)]
    if len(parts) != 2 or not all(map(is_term, parts)):
        return None
    return parts[0], parts[1]


def entries(said: str, given: Correction, source: Language, target: Language) -> tuple[Entry, ...]:
    """What a correction would teach: the words it marks, else the whole where it is a short phrase."""
    if given.marked:
        return tuple(Entry(source, words, target, becomes) for words, becomes in given.marked[:MOST_TAUGHT])
    words, becomes = said.strip(), given.text.strip()
    if not is_term(words) or not is_term(becomes):
        return ()
    return (Entry(source, words, target, becomes),)


def fingerprint(entry: Entry) -> str:
    """The same for the same word, into the same language, becoming the same."""
    named = (entry.source.value, entry.target.value, entry.words.casefold(), entry.becomes)
    return hashlib.sha256("\n".join(named).encode()).hexdigest()[:32]


def is_term(words: str) -> bool:
    """Whether words are short enough for the glossary, and one line."""
    return 0 < len(words) <= LONGEST_TERM and "\n" not in words


def knows_both(known: Collection[Language], first: Language, second: Language) -> bool:
    """Whether somebody who knows these languages can judge a translation."""
    return first in known and second in known
