"""Words in a picture: any characters, wrapped, shrunk and shortened until they fit; never a box for a missing glyph.

The font is Noto Sans CJK, one variable file with a face for each way to shape Chinese characters.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bot.domain.locales import Locale

HEAVY = 800
"""Weight, on the font's axis from 100 to 900."""
STRONG = 600
PLAIN = 450

Ink = tuple[int, int, int]

_FACES = {
    Locale.ENGLISH: 2,
    Locale.SPANISH: 2,
    Locale.SIMPLIFIED_CHINESE: 2,
    Locale.TRADITIONAL_CHINESE: 3,
}
"""The face's number in the font's file, which begins with Japanese (0) and Korean (1)."""

_FONTS_KEPT = 4
"""Opened fonts that are kept. Each takes 2 MB and a millisecond to open; a receipt needs a dozen."""

_NO_GLYPH = "\U0010ffff"
_ELLIPSIS = "…"
_LONGEST = 600
"""Characters that are looked at; no place for words here holds more."""
_NEVER_FIRST = frozenset("，。！？：；、）】》」』”’…～,.!?:;)]}%»·")
_NEVER_LAST = frozenset("（【《「『“‘([{«¿¡")
_PAUSES = frozenset("，。！？：；、,.!?:;…")
_PIECES = re.compile(r"\s+|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]|\S")


@dataclass(frozen=True, slots=True)
class Lettering:
    """How words are drawn.

    Attributes:
        size: pixels.
        weight: on the font's axis.
    """

    locale: Locale
    size: int
    weight: int = PLAIN

    @property
    def font(self) -> ImageFont.FreeTypeFont:
        """The font at this size and weight."""
        return _font(_FACES[self.locale], self.size, self.weight)

    def width(self, text: str) -> float:
        """Pixels that a line takes."""
        face = _FACES[self.locale]
        return sum(_advance(face, self.size, self.weight, character) for character in text)

    def fitting(self, text: str, width: float) -> int:
        """How many of a text's characters, from its beginning, stay within a width."""
        face = _FACES[self.locale]
        taken = 0.0
        for at, character in enumerate(text):
            taken += _advance(face, self.size, self.weight, character)
            if taken > width:
                return at
        return len(text)


@lru_cache(maxsize=1)
def _font_file() -> Path:
    spec = find_spec("manimgx_fonts_cjk")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("manimgx-fonts-cjk is not installed")
    return next(Path(spec.origin).parent.glob("*.ttc"))


@lru_cache(maxsize=_FONTS_KEPT)
def _font(face: int, size: int, weight: int) -> ImageFont.FreeTypeFont:
    # The other layout depends on a library of the system; all it adds here is kerning.
    font = ImageFont.truetype(_font_file(), size, index=face, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


@lru_cache(maxsize=8192)
def _advance(face: int, size: int, weight: int, character: str) -> float:
    return _font(face, size, weight).getlength(character)


@lru_cache(maxsize=4096)
def _has_glyph(character: str) -> bool:
    return _glyph(character) != _glyph(_NO_GLYPH)


def _glyph(character: str) -> bytes:
    tile = Image.new("L", (24, 24))
    ImageDraw.Draw(tile).text((2, 18), character, 255, _font(2, 16, PLAIN), anchor="ls")
    return tile.tobytes()


def drawable(text: str) -> str:
    """What can be drawn of a text, on one line: no control characters, no piles of accents, nothing without a glyph.

    Fancy letters become plain ones. Emoji and scripts that the font does not have (Arabic, Thai) are left out.
    """
    composed = unicodedata.normalize("NFC", text[:_LONGEST])
    return " ".join("".join(map(_shown, composed)).split())


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    if _is_shown(character):
        return character
    plain = unicodedata.normalize("NFKC", character)
    return plain if plain and all(map(_is_shown, plain)) else ""


def _is_shown(character: str) -> bool:
    return unicodedata.category(character)[0] not in "CMZ" and _has_glyph(character)


def shortened(text: str, lettering: Lettering, width: float) -> str:
    """A text that fits in a line, by an ellipsis where it must be."""
    if lettering.width(text) <= width:
        return text
    room = width - lettering.width(_ELLIPSIS)
    return text[: lettering.fitting(text, room)].rstrip() + _ELLIPSIS


def _words(text: str) -> Iterator[str]:
    """What a line may be broken between: words, each with the space before it, and single Chinese characters."""
    word = ""
    for piece in _PIECES.findall(text):
        together = bool(word) and (piece in _NEVER_FIRST or word[-1] in _NEVER_LAST)
        narrow = not (_is_wide(piece) or (word and _is_wide(word[-1])))
        if piece.isspace() or not (together or narrow or not word.strip()):
            if word.strip():
                yield word
            word = piece
        else:
            word += piece
    if word.strip():
        yield word


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character[-1]) in "WF"


def widest_word(text: str, lettering: Lettering) -> float:
    """Pixels that a line must have so that no word is cut."""
    return max((lettering.width(word.strip()) for word in _words(text)), default=0)


def wrapped(text: str, lettering: Lettering, width: float) -> list[str]:
    """Lines no wider than this, as even as they can be; a word that is wider by itself is cut."""
    words = list(_words(text))
    lines = _filled(words, lettering, width)
    if len(lines) == 2:
        return _halved(words, lettering, width) or lines
    if len(lines) < 2:
        return lines
    low, high = min(width, max(widest_word(text, lettering), width / len(lines))), width
    while high - low > 4:
        middle = (low + high) / 2
        if len(_filled(words, lettering, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return _filled(words, lettering, high)


def _halved(words: Sequence[str], lettering: Lettering, width: float) -> list[str]:
    """Two lines, best parted where the sentence pauses; none when a word has to be cut."""
    best: list[str] = []
    lowest = width * 2
    for cut in range(1, len(words)):
        halves = ["".join(words[:cut]).strip(), "".join(words[cut:]).strip()]
        wider = max(map(lettering.width, halves))
        costs = wider * (0.7 if halves[0][-1] in _PAUSES else 1)
        if wider <= width and costs < lowest:
            best, lowest = halves, costs
    return best


def _filled(words: Sequence[str], lettering: Lettering, width: float) -> list[str]:
    lines: list[str] = []
    line, taken = "", 0.0
    for word in words:
        wide = lettering.width(word)
        if line and taken + wide <= width:
            line, taken = line + word, taken + wide
            continue
        if line:
            lines.append(line)
        line = word.lstrip()
        taken = lettering.width(line)
        while taken > width and len(line) > 1:
            cut = max(1, lettering.fitting(line, width))
            lines.append(line[:cut])
            line = line[cut:]
            taken = lettering.width(line)
    return [*lines, line] if line else lines


@dataclass(frozen=True, slots=True)
class Line:
    """A line that has its lettering."""

    text: str
    lettering: Lettering

    @property
    def height(self) -> int:
        """Pixels to the next line."""
        return round(self.lettering.size * 1.3)


@dataclass(frozen=True, slots=True)
class Words:
    """The same thing in two languages, one below the other.

    Attributes:
        gap: pixels between them.
    """

    first: Sequence[Line]
    second: Sequence[Line]
    gap: int = 0

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return _height(self.first) + _height(self.second) + (self.gap if self.first and self.second else 0)

    def limited(self, width: float, height: float) -> "Words":
        """As many lines of both as there is room for, each language at least in half of it."""
        if self.height <= height:
            return self
        first = _limited(self.first, width, max(height / 2, height - self.gap - _height(self.second)))
        return Words(first, _limited(self.second, width, height - self.gap - _height(first)), self.gap)

    def write(self, draw: ImageDraw.ImageDraw, box: tuple[int, int, int, int], inks: tuple[Ink, Ink]) -> None:
        """Draws them in the middle of a box: left, top, right and bottom."""
        left, top, right, bottom = box
        shown = self.limited(right - left, bottom - top)
        below = _write(draw, shown.first, (left + right) / 2, (top + bottom - shown.height) / 2, inks[0])
        _write(draw, shown.second, (left + right) / 2, below + (shown.gap if shown.first else 0), inks[1])


def _height(lines: Sequence[Line]) -> int:
    return sum(line.height for line in lines)


def _limited(lines: Sequence[Line], width: float, height: float) -> list[Line]:
    """As many lines as there is room for; the last one tells by an ellipsis that there were more."""
    kept: list[Line] = []
    for line in lines:
        if _height(kept) + line.height > height:
            break
        kept.append(line)
    if kept and len(kept) < len(lines):
        last = kept.pop()
        room = width - last.lettering.width(_ELLIPSIS)
        cut = shortened(last.text, last.lettering, room).rstrip("".join(_PAUSES))
        kept.append(Line(cut + _ELLIPSIS, last.lettering))
    return kept


def _write(draw: ImageDraw.ImageDraw, lines: Sequence[Line], centre: float, top: float, ink: Ink) -> float:
    """Draws lines around a middle axis, and says where the next would begin."""
    for line in lines:
        middle = top + line.height / 2
        draw.text((centre, middle + line.lettering.size * 0.36), line.text, ink, line.lettering.font, anchor="ms")
        top += line.height
    return top
