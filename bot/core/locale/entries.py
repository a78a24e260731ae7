"""Where the entries of a Fluent file stand. Parsing is the dear part: most texts are not said in a day.

An entry begins at a line's beginning with its name and ``=``; all that goes on is indented, or closes a bracket.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from fluent.syntax.ast import (
    BaseNode,
    Message,
    MessageReference,
    Pattern,
    StringLiteral,
    Term,
    TermReference,
    TextElement,
)

_BEGIN = re.compile(r"^(-?[a-zA-Z][a-zA-Z0-9_-]*) *=", re.MULTILINE)


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


def references(entry: Message | Term) -> Iterator[str]:
    """The names of what an entry refers to."""
    waiting: list[object] = [entry]
    while waiting:
        node = waiting.pop()
        if isinstance(node, MessageReference):
            yield node.id.name
        elif isinstance(node, TermReference):
            yield f"-{node.id.name}"
        if isinstance(node, BaseNode):
            waiting.extend(vars(node).values())
        elif isinstance(node, list):
            waiting.extend(cast("list[object]", node))


def wordings(entry: Message | Term) -> Iterator[tuple[str, str | None]]:
    """An entry's texts by attribute, ``""`` for its own: the words, or None where there is more than words in it."""
    if entry.value is not None:
        yield "", _words(entry.value)
    for attribute in entry.attributes:
        yield attribute.id.name, _words(attribute.value)


def _words(pattern: Pattern) -> str | None:
    words = ""
    for element in pattern.elements:
        if isinstance(element, TextElement):
            words += element.value
        elif isinstance(element.expression, StringLiteral):
            words += str(element.expression.parse()["value"])
        else:
            return None
    return words
