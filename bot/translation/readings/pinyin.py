"""Pinyin as it is written for people: tone marks, syllables of a word together, punctuation as in Latin script."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_MARKS = {"1": "\u0304", "2": "\u0301", "3": "\u030c", "4": "\u0300"}
_SYLLABLE = re.compile(r"([A-Za-zü]+)([1-5])")
_PUNCTUATION = str.maketrans(
    {
        "，": ", ",
        "、": ", ",
        "。": ". ",
        "！": "! ",
        "？": "? ",
        "；": "; ",
        "：": ": ",
        "（": " (",
        "）": ") ",
        "「": " “",
        "」": "” ",
        "『": " “",
        "』": "” ",
        "《": " “",
        "》": "” ",
        "【": " [",
        "】": "] ",
        "…": "… ",
        "\u3000": " ",
    }
)
_SPACES = re.compile(r" {2,}")
_BEFORE = re.compile(r" +([,.!?;:…)\]”])")
_AFTER = re.compile(r"([(\[“]) +")


@lru_cache(4_096)  # there are not many, and a dictionary has them half a million times
def syllable(numbered: str) -> str:
    """A syllable with its tone's mark; anything else as it is, and nothing for one that nobody knows (``xx5``).

    >>> syllable("hang2"), syllable("lu:4"), syllable("Chang2"), syllable("le5"), syllable("C"), syllable("xx5")
    ('háng', 'lǜ', 'Cháng', 'le', 'C', '')
    """
    found = _SYLLABLE.fullmatch(numbered.replace("u:", "ü").replace("U:", "Ü"))
    if found is None:
        return numbered
    letters, tone = found[1], found[2]
    if letters == "xx":
        return ""
    if tone not in _MARKS:
        return letters
    at = _marked(letters)
    return unicodedata.normalize("NFC", letters[: at + 1] + _MARKS[tone] + letters[at + 1 :])


def _marked(letters: str) -> int:
    """Where the tone's mark stands: on an a or e, on the o of ou, else on the last vowel."""
    small = letters.lower()
    for vowel in ("a", "e", "ou"):
        if vowel in small:
            return small.index(vowel)
    vowels = [at for at, letter in enumerate(small) if letter in "iouü"]
    # Sighs have no vowel: m̀, ńg.
    return vowels[-1] if vowels else max(small.find("n"), 0)


def written(numbered: Sequence[str]) -> str:
    """A word of several syllables. A name's parts, which begin with capitals, stand apart.

    >>> written(["yin2", "hang2"]), written(["Xi1", "an1"]), written(["Chang2", "Jiang1"]), written(["na3", "r5"])
    ('yínháng', "Xī'ān", 'Cháng Jiāng', 'nǎr')
    """
    word = ""
    for one in numbered:
        marked = syllable("r" if one == "r5" and word else one)
        if not marked or not marked[0].isalnum():
            continue
        if word and (marked[0].isupper() or (word[-1].isupper() and one != "r5")):
            word += " "
        elif word and unicodedata.normalize("NFD", marked)[0] in "aoe":
            word += "'"
        word += marked
    return word


def line(pieces: Iterable[tuple[str, bool]]) -> str:
    """A line of pieces as they follow each other: words, which stand apart, and what is between them.

    Args:
        pieces: what is written, and whether it is a word.
    """
    whole = "".join(f" {text} " if word else text.translate(_PUNCTUATION) for text, word in pieces)
    return _AFTER.sub(r"\1", _BEFORE.sub(r"\1", _SPACES.sub(" ", whole))).strip()
