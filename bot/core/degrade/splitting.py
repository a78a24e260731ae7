"""Splits a text at its best places, whatever way its length is measured.

A cut stands for the white space that it is made at; nothing else is left out. Preferred are, in this order, the end of
a paragraph, a line or a sentence in the later half of what fits, then the end of a word, and only then a place inside
a word, never inside a grapheme cluster unless the cluster alone is too long.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from bot.core.degrade.graphemes import boundary, last_boundary
from bot.domain.text import Part, RichText, Span

Measure = Callable[[RichText], int]
"""How long a text is when it is rendered; it must not shrink when the text grows."""

_WHOLE = "\ufffc"
"""Stands for a mention or moment, which is never cut."""

_SENTENCE_ENDS = re.compile(r"""[.!?…]["'”’)\]]*+(?=\s)|[。！？][」』”’）》]*+(?![。！？])""")
_CLAUSE_ENDS = frozenset("，、；：")


@dataclass(frozen=True, slots=True)
class Split:
    """A text's pieces, none of them blank, and the characters that fit nowhere."""

    pieces: tuple[RichText, ...]
    cut: str = ""


@dataclass(frozen=True, slots=True)
class _Ribbon:
    """A text laid out flat, so that any stretch of it can be taken.

    Attributes:
        starts: where each part begins in ``flat``.
    """

    parts: tuple[Part, ...]
    starts: tuple[int, ...]
    flat: str

    @classmethod
    def of(cls, text: RichText) -> "_Ribbon":
        starts: list[int] = []
        pieces: list[str] = []
        length = 0
        for part in text.parts:
            starts.append(length)
            pieces.append(part.text if isinstance(part, Span) else _WHOLE)
            length += len(pieces[-1])
        return cls(text.parts, tuple(starts), "".join(pieces))

    def take(self, start: int, stop: int) -> RichText:
        taken: list[Part] = []
        index = max(bisect_right(self.starts, start) - 1, 0)
        while index < len(self.parts) and self.starts[index] < stop:
            part, begin = self.parts[index], self.starts[index]
            index += 1
            if not isinstance(part, Span):
                taken.append(part)
                continue
            words = part.text[max(start - begin, 0) : stop - begin]
            if words == part.text:
                taken.append(part)
            elif words:
                taken.append(Span(words, part.style, part.url))
        return RichText(tuple(taken))

    def reach(self, start: int, limit: int, measure: Measure) -> int:
        """The furthest end that fits from ``start``; ``start`` itself when nothing does.

        The step is doubled from the limit, then halved, so that a measure is asked about a stretch near the limit's
        length a few times, and never about the whole rest of a long text.
        """
        end = len(self.flat)
        fits, step = start, max(limit, 1)
        while True:
            tried = min(start + step, end)
            if measure(self.take(start, tried)) > limit:
                break
            if tried == end:
                return end
            fits, step = tried, step * 2
        while tried - fits > 1:
            middle = (fits + tried) // 2
            if measure(self.take(start, middle)) <= limit:
                fits = middle
            else:
                tried = middle
        return fits


def _gap(flat: str, place: int, since: int) -> tuple[int, int]:
    """The white space around ``place``: what stands after its last line end is a line's indentation and stays."""
    start = stop = place
    while start > since and flat[start - 1].isspace():
        start -= 1
    while stop < len(flat) and flat[stop].isspace():
        stop += 1
    last_line_end = flat.rfind("\n", start, stop)
    return start, stop if last_line_end < 0 else last_line_end + 1


def _clean(flat: str, gap: tuple[int, int], since: int) -> bool:
    start, stop = gap
    return start > since and boundary(flat, start, since) and boundary(flat, stop, since)


def _word_end(flat: str, since: int, reach: int) -> tuple[int, int] | None:
    middle = (since + reach) // 2
    place = reach
    while place > since:
        if flat[place].isspace():
            gap = _gap(flat, place, since)
            if _clean(flat, gap, since):
                return gap
            place = min(place, gap[0] + 1)
        elif place > middle and flat[place - 1] in _CLAUSE_ENDS and boundary(flat, place, since):
            return place, place
        place -= 1
    return None


def _best_cut(flat: str, since: int, reach: int) -> tuple[int, int]:
    """Where a piece that may reach ``reach`` ends, and where the next one begins."""
    later = max((since + reach) // 2, since + 1)
    for mark in ("\n\n", "\n"):
        place = flat.rfind(mark, later, reach + len(mark))
        if place > since and _clean(flat, gap := _gap(flat, place, since), since):
            return gap
    sentence: int | None = None
    for found in _SENTENCE_ENDS.finditer(flat, later, reach + 1):
        if found.end() <= reach:
            sentence = found.end()
    if sentence is not None and _clean(flat, gap := _gap(flat, sentence, since), since):
        return gap
    word = _word_end(flat, since, reach)
    if word is not None:
        return word
    place = last_boundary(flat, since, reach)
    return place, place


def split(text: RichText, limit: int, measure: Measure, *, first: int | None = None) -> Split:
    """Splits a text into pieces of at most ``limit``.

    Args:
        text: what is split; comes back as it is when it fits.
        limit: most units of a piece.
        measure: a text's length in these units.
        first: most units of the first piece, where that is less; when nothing fits, the first piece is empty.
    """
    ribbon = _Ribbon.of(text)
    end = len(ribbon.flat)
    pieces: list[RichText] = []
    cut: list[str] = []
    at = 0
    while at < end:
        room = first if first is not None and not pieces else limit
        reach = ribbon.reach(at, room, measure)
        stop, resume = (end, end) if reach == end else (reach, reach)
        if reach == at:
            if room < limit:
                pieces.append(RichText())
                continue
            cut.append(ribbon.take(at, at + 1).plain)
            at += 1
            continue
        if reach < end:
            stop, resume = _best_cut(ribbon.flat, at, reach)
        if ribbon.flat[at:stop].isspace():
            at = max(resume, _gap(ribbon.flat, at, at)[1])
            continue
        piece = ribbon.take(at, stop)
        if piece.plain.strip():  # a date or a name may be written as nothing that is seen
            pieces.append(piece)
        at = resume
    return Split(tuple(pieces), "".join(cut))
