"""Where Chinese words begin and end: of all ways to cut a text into known words, the likeliest."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

LONGEST = 8
"""Most characters of a word; beyond are but proverbs, whose halves are known too."""

_UNKNOWN = -20.0
"""The weight of a character that nobody knows: less than any word's."""

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, for a class of a regular expression."""

_UNIT = re.compile(f"[{HAN}]|[^\\W_{HAN}]+(?:['’][^\\W\\d_{HAN}]+)*")
_CHINESE = re.compile(f"[{HAN}]")


def is_chinese(text: str) -> bool:
    """Whether there is a Chinese character in it."""
    return _CHINESE.search(text) is not None


@dataclass(frozen=True, slots=True)
class Run:
    """What stands together without a space or a sign: characters, and Latin words and numbers as one unit each.

    Attributes:
        start: where it begins in the text.
        end: where it ends.
        units: as written.
        keys: the same as the dictionary has them: small letters, no wide ones.
    """

    start: int
    end: int
    units: tuple[str, ...]
    keys: tuple[str, ...]


def runs(text: str) -> Iterator[Run]:
    """The runs of a text, from its beginning on."""
    units: list[str] = []
    start = end = 0
    for found in _UNIT.finditer(text):
        if units and found.start() > end:
            yield _run(start, end, units)
            units = []
        if not units:
            start = found.start()
        units.append(found[0])
        end = found.end()
    if units:
        yield _run(start, end, units)


def _run(start: int, end: int, units: Sequence[str]) -> Run:
    return Run(start, end, tuple(units), tuple(unicodedata.normalize("NFKC", unit).lower() for unit in units))


def candidates(run: Run) -> Iterator[str]:
    """Everything in a run that could be a word."""
    for first in range(len(run.keys)):
        word = ""
        for key in run.keys[first : first + LONGEST]:
            word += key
            yield word


def cut(run: Run, weights: Mapping[str, float]) -> Sequence[range]:
    """The likeliest words, each as the range of its units; what is not known is a word by itself.

    Args:
        run: what is cut.
        weights: of the words that are known: the logarithm of how likely each is.
    """
    many = len(run.keys)
    best = [0.0] * (many + 1)
    ends = list(range(1, many + 2))
    for first in range(many - 1, -1, -1):
        best[first] = weights.get(run.keys[first], _UNKNOWN) + best[first + 1]
        word = run.keys[first]
        for last in range(first + 1, min(first + LONGEST, many)):
            word += run.keys[last]
            weight = weights.get(word)
            if weight is not None and weight + best[last + 1] > best[first]:
                best[first], ends[first] = weight + best[last + 1], last + 1
    return _ranges(ends, many)


def _ranges(ends: Sequence[int], many: int) -> Sequence[range]:
    found: list[range] = []
    first = 0
    while first < many:
        found.append(range(first, ends[first]))
        first = ends[first]
    return found


_SOFT = frozenset("啊呀啦了哈嘿呵嘻哇哦喔噢耶吧嘛呢的")


def is_number(run: Run, place: range, known: Collection[str]) -> bool:
    """Whether digits are a number here, not slang: something is counted (``233块``), or no slang is made of them."""
    key = run.keys[place.start]
    if len(place) > 1 or not key.isdigit():
        return False
    after = run.keys[place.stop] if place.stop < len(run.keys) else ""
    return key not in known or (after != "" and after not in _SOFT)
