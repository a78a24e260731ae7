"""Where the entries of a Fluent file stand. Parsing is the dear part: most texts are not said in a day.

An entry begins at a line's beginning with its name and ``=``; all that goes on is indented, or closes a bracket. Most
are lines of words and of places for arguments, and these are read here; Fluent's own parser reads the others.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_NAME = "[a-zA-Z][a-zA-Z0-9_-]*"
_BEGIN = re.compile(rf"^(-?{_NAME}) *=", re.MULTILINE)
_BLANK = re.compile(rf"{{ *\$({_NAME}) *}}")
_LINE = re.compile(rf"(?:{_NAME}| +\.({_NAME})) *= *((?:[^{{}}]|{{ *\${_NAME} *}})*)")


@dataclass(frozen=True, slots=True)
class Blank:
    """A place for an argument, as it is.

    Attributes:
        name: the argument's.
    """

    name: str


Wording = tuple[str | Blank, ...]
"""A text that chooses nothing: words, and places for arguments."""


@dataclass(frozen=True, slots=True)
class Source:
    """An entry as it is written.

    Attributes:
        path: its file.
        text: from its name on, up to the next entry.
    """

    path: Path
    text: str


def sources(path: Path, text: str) -> Mapping[str, Source]:
    """The entries of a file by name (a term's begins with ``-``); of two with one name the last."""
    begins = list(_BEGIN.finditer(text))
    ends = [begin.start() for begin in begins[1:]] + [len(text)]
    return {begin[1]: Source(path, text[begin.start() : end]) for begin, end in zip(begins, ends, strict=True)}


def plain(source: Source) -> Mapping[str, Wording]:
    """A message's texts by attribute, ``""`` for its own; empty where there is more to it than a line for each."""
    found: dict[str, Wording] = {}
    ended = False
    for number, line in enumerate(source.text.split("\n")):
        if line.startswith("#"):
            ended = True
        elif line.strip(" "):
            read = _LINE.fullmatch(line)
            if read is None or ended or (read[1] is None) is not (number == 0):
                return {}
            wording = tuple(_pieces(read[2].rstrip(" ")))
            if wording:
                found[read[1] or ""] = wording
            elif number:
                return {}
    return found


def _pieces(text: str) -> Iterator[str | Blank]:
    for index, piece in enumerate(_BLANK.split(text)):
        if index % 2:
            yield Blank(piece)
        elif piece:
            yield piece
