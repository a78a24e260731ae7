"""What somebody asks for in words: ``here English, Chinese collected``, ``me español``, ``es: good morning``."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from bot.domain.languages import Language
from cogs.translate.rules.styles import Style

Named = Callable[[str], Language | None]
"""The language that words mean."""

LONGEST_NAME = 40
"""Characters of a language's name."""

_LISTED = re.compile(r"[,;、，；/+&|\n]+")
_WORD = re.compile(r"\s+|和|与|與|跟")
_MOST_WORDS = 3
"""Words of a language's name."""

_COLON = re.compile(r"[:：](?!//)")


class Do(Enum):
    """What ``/translate`` is asked to do."""

    HERE = "here"
    OFF = "off"
    ME = "me"
    READING = "reading"
    SERVICES = "services"


@dataclass(frozen=True, slots=True)
class Wish:
    """Languages and a style as they were named.

    Attributes:
        languages: each once, in the order named.
        style: the one named last, or None.
        unknown: words that name neither.
    """

    languages: tuple[Language, ...] = ()
    style: Style | None = None
    unknown: tuple[str, ...] = ()


def doing(words: str, doings: Mapping[str, Do]) -> tuple[Do | None, str]:
    """What is to be done, and the words after it; None and all the words where the first one is no such thing."""
    first, *rest = words.strip().split(maxsplit=1) or [""]
    found = doings.get(first.casefold().rstrip(":："))
    return (None, words.strip()) if found is None else (found, rest[0].strip() if rest else "")


def wish(words: str, named: Named, styles: Mapping[str, Style], fillers: frozenset[str] = frozenset()) -> Wish:
    """The languages and the style that words name.

    Args:
        words: parted by commas, spaces and the like.
        named: knows the names of languages.
        styles: by what members call them, in small letters.
        fillers: words that mean nothing here ("and").
    """
    languages: list[Language] = []
    unknown: list[str] = []
    style: Style | None = None
    for part in _LISTED.split(words):
        left = _whole_or_words(part.strip(), named, styles)
        while left:
            taken, found = _first(left, named, styles)
            word = " ".join(left[:taken])
            left = left[taken:]
            match found:
                case Style():
                    style = found
                case Language():
                    languages.append(found)
                case _ if word.casefold() not in fillers:
                    unknown.append(word)
                case _:
                    continue
    return Wish(tuple(dict.fromkeys(languages)), style, tuple(unknown))


def _whole_or_words(part: str, named: Named, styles: Mapping[str, Style]) -> list[str]:
    if not part:
        return []
    if part.casefold() in styles or (len(part) <= LONGEST_NAME and named(part) is not None):
        return [part]
    return [word for word in _WORD.split(part) if word]


def _first(words: Sequence[str], named: Named, styles: Mapping[str, Style]) -> tuple[int, Style | Language | None]:
    """How many words the first name has, and what it names."""
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        name = " ".join(words[:count])
        if len(name) > LONGEST_NAME:
            continue
        found = styles.get(name.casefold()) or named(name)
        if found is not None:
            return count, found
    return 1, None


def into(words: str, named: Named) -> tuple[Language | None, str]:
    """``es: good morning``: the language before the colon, and the text after it.

    Without a language before a colon all the words are the text.
    """
    name, *after = _COLON.split(words, maxsplit=1)
    name, text = name.strip(), "".join(after).strip()
    language = named(name) if text and "\n" not in name and len(name) <= LONGEST_NAME else None
    return (None, words.strip()) if language is None else (language, text)


def listed(words: str) -> frozenset[str]:
    """The entries of a text that lists them parted by commas, in small letters."""
    return frozenset(entry.strip().casefold() for entry in words.split(",") if entry.strip())
