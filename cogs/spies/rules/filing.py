"""What somebody typed into their file, read."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.languages import Language
from cogs.spies.rules.people import Level, Tongue, tongue_of

MOST_TONGUES = 10
"""Languages that somebody can speak, and as many that they can learn."""

LONGEST_LIST = 300
"""Characters of a list of languages."""

CLEARED = frozenset({"-", "–", "—", "0", "none", "nothing", "nada", "ninguno", "无", "無", "没有", "沒有"})
"""What empties a field where forms go step by step."""

_PARTS = re.compile(r"[,;、，；/\n|]+")
_JOINTS = re.compile(r"\s+(?:and|y|e|&)\s+|\s*[&+]\s*|[和跟与與及]")
_EDGES = " \t()（）[]:：.。-–—=*"
_TIME = re.compile(r"(\d{1,2})(?:\s*[:：.h点點时時]\s*(\d{2})?)?\s*(am|pm|a\.\s?m\.|p\.\s?m\.)?", re.IGNORECASE)
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Spoken:
    """A list of languages as somebody typed it.

    Attributes:
        known: with the levels they gave; None where they gave none.
        unknown: what no language is called.
    """

    known: Mapping[Tongue, Level | None]
    unknown: tuple[str, ...]


def tongues(said: str, levels: Mapping[str, Level], named: Callable[[str], Language | None]) -> Spoken:
    """Reads a list of languages, each maybe with a level before or after it.

    Args:
        said: such as "English, 中文 B2".
        levels: by the words for them, in small letters.
        named: the language that a name or a tag stands for.
    """
    known: dict[Tongue, Level | None] = {}
    unknown: list[str] = []
    for part in _PARTS.split(unicodedata.normalize("NFKC", said)):
        for words, read in _read(part.strip(_EDGES), levels, named):
            if read is None:
                unknown.append(words)
                continue
            tongue, level = read
            known[tongue] = known.get(tongue) or level
    return Spoken(known, tuple(unknown))


_Read = tuple[Tongue, Level | None]


def _read(
    part: str, levels: Mapping[str, Level], named: Callable[[str], Language | None]
) -> Sequence[tuple[str, _Read | None]]:
    if not part:
        return []
    whole = _one(part, levels, named)
    if whole is not None:
        return [(part, whole)]
    for joint in (_JOINTS, re.compile(r"\s+")):
        pieces = [piece.strip(_EDGES) for piece in joint.split(part) if piece.strip(_EDGES)]
        read = [(piece, _one(piece, levels, named)) for piece in pieces]
        if len(read) > 1 and (joint is _JOINTS or all(one is not None for _, one in read)):
            return read
    return [(part, None)]


def _one(part: str, levels: Mapping[str, Level], named: Callable[[str], Language | None]) -> _Read | None:
    language = named(part)
    if language is not None:
        return tongue_of(language), None
    folded = part.casefold()
    for words in sorted(levels, key=len, reverse=True):
        for rest in _without(folded, words):
            language = named(rest)
            if language is not None:
                return tongue_of(language), levels[words]
    return None


def _without(folded: str, words: str) -> Sequence[str]:
    """What is left when these words stand before or after it, parted from it unless they are Chinese."""
    found: list[str] = []
    for rest, beside in (
        (folded.removesuffix(words), folded[: -len(words)][-1:]),
        (folded.removeprefix(words), folded[len(words) :][:1]),
    ):
        parted = bool(beside) and (not beside.isalnum() or not words.isascii() or not beside.isascii())
        if rest != folded and parted:
            found.append(rest.strip(_EDGES).removesuffix("的"))
    return found


def off_duty(said: str) -> tuple[int, int] | None:
    """The two times of day that somebody typed, in minutes after midnight; None when it is anything else.

    >>> off_duty("23:00-7:30"), off_duty("11pm to 7am"), off_duty("23点到7点"), off_duty("25-7"), off_duty("8-8")
    ((1380, 450), (1380, 420), (1380, 420), None, None)
    """
    found = list(_TIME.finditer(unicodedata.normalize("NFKC", said)))
    if len(found) != 2:
        return None
    start, end = (_minutes(one) for one in found)
    if start is None or end is None or start == end:
        return None
    return start, end


def _minutes(found: re.Match[str]) -> int | None:
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").casefold()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    minutes = hour * 60 + minute
    return None if minute > 59 or minutes > _DAY else minutes % _DAY


def clock_words(minutes: int) -> str:
    """A time of day as it is written.

    >>> clock_words(450)
    '07:30'
    """
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def cleared(said: str) -> bool:
    """Whether somebody typed that there is nothing.

    >>> cleared(" - "), cleared("hiking")
    (True, False)
    """
    return said.strip().casefold() in CLEARED
