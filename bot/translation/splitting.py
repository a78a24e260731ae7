"""Long texts in pieces that a service takes, cut where a sentence ends, and joined again exactly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.translation.patterns import TOKEN

_ENDS = (
    re.compile(r"(?:[.!?…؟۔।॥]+[\"'”’»)\]}]*\s+|[。！？｡]+[”’」』）】]*\s*)"),
    re.compile(r"(?:[,;:،؛]\s+|[，；：、]\s*)"),
    re.compile(r"\s+"),
)
"""Where a text is best cut: behind a sentence, else behind a part of one, else between words."""

_AROUND_TOKENS = re.compile(rf"(\s*(?:{TOKEN.pattern.replace('(', '(?:')}\s*)+)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line.

    Attributes:
        line: which line it belongs to, counted from 0.
        text: without white space around it, never empty.
        gap: the white space behind it, before the line's next piece.
    """

    line: int
    text: str
    gap: str


def split(text: str, longest: int) -> list[str]:
    """A text in parts of at most ``longest`` characters; put together they are the text.

    A token is never cut, as long as ``longest`` has room for one.
    """
    parts: list[str] = []
    start = 0
    while len(text) - start > longest:
        cut = _best_cut(text, start, start + longest)
        parts.append(text[start:cut])
        start = cut
    parts.append(text[start:])
    return parts


def _best_cut(text: str, start: int, limit: int) -> int:
    for pattern in _ENDS:
        cut = 0
        for found in pattern.finditer(text, start, limit):
            cut = found.end()
        # a first sentence of one word would leave pieces that say nothing
        if cut - start > (limit - start) // 8:
            return cut
    for found in TOKEN.finditer(text, max(start, limit - 8), limit + 8):
        if start < found.start() < limit < found.end():
            return found.start()
    return limit


def requests(lines: Sequence[str], longest: int) -> Iterator[tuple[Piece, ...]]:
    """Lines in as few requests as hold them: each is pieces of different lines, one under the other."""
    waiting: list[Piece] = []
    size = 0
    for number, line in enumerate(lines):
        for text, gap in _parted(line, longest):
            if waiting and (size + 1 + len(text) > longest or waiting[-1].line == number):
                yield tuple(waiting)
                waiting, size = [], 0
            size += len(text) + (1 if waiting else 0)
            waiting.append(Piece(number, text, gap))
    if waiting:
        yield tuple(waiting)


def _parted(line: str, longest: int) -> Iterator[tuple[str, str]]:
    """The parts of a line without white space around them, each with the white space behind it."""
    text = gap = ""
    for part in split(line, longest):
        bare = part.strip()
        if not bare:
            gap += part
            continue
        if text:
            yield text, gap + part[: len(part) - len(part.lstrip())]
        text, gap = bare, part[len(part.rstrip()) :]
    if text:
        yield text, gap


def apart_from_tokens(line: str) -> list[str]:
    """A line in tokens with the white space around them, and what stands between; put together they are the line."""
    return [piece for piece in _AROUND_TOKENS.split(line) if piece]
