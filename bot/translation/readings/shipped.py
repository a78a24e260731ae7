"""The lists of our own that come along: chat slang, what common words mostly are, English words and their forms."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

FOLDER = Path(__file__).parent
_LISTS = ("slang.tsv", "usual.tsv", "english.tsv", "forms.tsv")


@dataclass(frozen=True, slots=True)
class Slang:
    """A word of the chats, which no dictionary has or which means something else there.

    Attributes:
        words: how it is written, each way that there is.
        reading: with tone marks; "" for what is read as in English.
        meaning: in English.
    """

    words: tuple[str, ...]
    reading: str
    meaning: str


def slang() -> Iterator[Slang]:
    """``slang.tsv``: words (``|`` between ways of writing), reading, meaning."""
    for words, reading, meaning in _rows("slang.tsv", 3):
        yield Slang(tuple(words.split("|")), reading, meaning)


@dataclass(frozen=True, slots=True)
class Usual:
    """What a word mostly is where the dictionary has several of it, or says too much.

    Attributes:
        reading: syllables with tones as numbers.
        meaning: in English; "" for the dictionary's own.
    """

    reading: str
    meaning: str


def usual() -> Mapping[str, Usual]:
    """``usual.tsv``: word, reading, meaning."""
    return {word: Usual(reading, meaning) for word, reading, meaning in _rows("usual.tsv", 3)}


def english() -> Mapping[str, tuple[str, str]]:
    """``english.tsv``: the most used English words, each in simplified and traditional Chinese."""
    return {words: (simplified, traditional) for words, simplified, traditional in _rows("english.tsv", 3)}


def forms() -> Mapping[str, str]:
    """``forms.tsv``: irregular English forms, with the word that each is a form of."""
    return {form: word for form, word in _rows("forms.tsv", 2)}  # noqa: C416 - rows are lists


def fingerprint() -> str:
    """Changes with the lists."""
    mark = blake2b(digest_size=4)
    for name in _LISTS:
        mark.update((FOLDER / name).read_bytes())
    return mark.hexdigest()


def _rows(name: str, columns: int) -> Iterator[list[str]]:
    for number, line in enumerate((FOLDER / name).read_text(encoding="utf-8").splitlines(), 1):
        cells = line.split("\t")
        if len(cells) != columns:
            raise ValueError(f"{name}:{number}: {len(cells)} columns, not {columns}")
        yield cells
