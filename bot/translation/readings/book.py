"""Looks words up in the dictionary's file. Every call opens it, reads and closes: nothing is held, any thread may."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

_AT_ONCE = 500
"""Words asked for in one statement."""


@dataclass(frozen=True, slots=True)
class Word:
    """What the file says about a Chinese word.

    Attributes:
        reading: with tone marks.
        meaning: in English; "" for a word of which only the reading is known.
        weight: the logarithm of how likely it is.
    """

    reading: str
    meaning: str
    weight: float


@dataclass(frozen=True, slots=True)
class Book:
    """The dictionary's file, as :func:`bot.translation.readings.building.build` makes it.

    Attributes:
        path: where it lies. All methods raise :class:`sqlite3.Error` when it is not there, or broken.
    """

    path: Path

    def words(self, wanted: Iterable[str]) -> Mapping[str, Word]:
        """Those Chinese words that are known."""
        rows = self._rows("SELECT word, reading, meaning, weight FROM words WHERE word IN", wanted)
        return {str(word): Word(str(reading), str(told), float(weight)) for word, reading, told, weight in rows}

    def english(self, wanted: Iterable[str], *, traditional: bool) -> Mapping[str, str]:
        """Those English words that are known, with their meaning in one way of writing Chinese."""
        column = "traditional" if traditional else "simplified"
        return {
            str(word): str(told)
            for word, told in self._rows(f"SELECT words, {column} FROM english WHERE words IN", wanted)  # noqa: S608
        }

    def _rows(self, select: str, wanted: Iterable[str]) -> Iterator[tuple[str | float, ...]]:
        keys = iter(dict.fromkeys(wanted))
        with closing(sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as file:
            while some := tuple(islice(keys, _AT_ONCE)):
                yield from file.execute(f"{select} ({','.join('?' * len(some))})", some)
