"""The spy cat says something: a drawing of ours, and words in its speech bubble."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from bot.domain.text import RichText, Span, Style, written
from cogs.cat_tax.rules.drawings import Said, SpyOrder
from cogs.cat_tax.work.lettering import HEAVY, STRONG, Ink, Lettering, Line, Words, drawable, widest_word, wrapped

PICTURES = Path(__file__).parents[1] / "pictures"

BUBBLE = (474, 84, 798, 436)
"""Left, top, right and bottom of the room for words, in pixels of a picture of 840 x 520."""

LARGEST = 50
SMALLEST = 16
"""Pixels of the letters; what does not fit at the smallest is cut."""

_SMALLEST_FOR_A_WORD = 26
_GAP = 22
_INK: Ink = (43, 36, 56)
_SECOND_INK: Ink = (43, 125, 112)


def base(name: str) -> Image.Image:
    """One of our drawings without words, ready to be drawn on."""
    with Image.open(PICTURES / "bases" / f"{name}.png") as picture:
        return picture.convert("RGB")


def _parts(text: RichText) -> list[tuple[str, bool]]:
    """The runs that begin lines, and whether each is heavy. What was put into a run is part of it, without a gap."""
    parts: list[tuple[str, bool]] = []
    for part in text:
        heavy = isinstance(part, Span) and Style.BOLD in part.style
        if parts and parts[-1][1] is heavy:
            parts[-1] = (parts[-1][0] + written(part), heavy)
        else:
            parts.append((written(part), heavy))
    return [(words, heavy) for said, heavy in parts if (words := drawable(said))]


def _lines(said: Said, size: int, width: float) -> list[Line]:
    lines: list[Line] = []
    for words, heavy in _parts(said.text):
        lettering = Lettering(said.locale, size, HEAVY if heavy else STRONG)
        lines.extend(Line(line, lettering) for line in wrapped(words, lettering, width))
    return lines


def _cuts_words(said: Said, size: int, width: float) -> bool:
    heavy = Lettering(said.locale, size, HEAVY)
    return any(widest_word(words, heavy) > width for words, _ in _parts(said.text))


def _fitted(order: SpyOrder, width: float, height: float) -> Words:
    """The words as large as they go; for a very long one they shrink to a point, and then it is cut."""
    for size in range(LARGEST, SMALLEST, -2):
        smaller = size * 17 // 20
        if size >= _SMALLEST_FOR_A_WORD and (
            _cuts_words(order.first, size, width) or _cuts_words(order.second, smaller, width)
        ):
            continue
        words = Words(_lines(order.first, size, width), _lines(order.second, smaller, width), _GAP)
        if words.height <= height:
            return words
    return Words(_lines(order.first, SMALLEST, width), _lines(order.second, SMALLEST - 2, width), _GAP)


def spy_picture(order: SpyOrder) -> bytes:
    """A PNG of 840 x 520 pixels, below 40 KB: a pose, with its words in the bubble."""
    picture = base(f"spy-{order.pose}")
    words = _fitted(order, BUBBLE[2] - BUBBLE[0], BUBBLE[3] - BUBBLE[1])
    words.write(ImageDraw.Draw(picture), BUBBLE, (_INK, _SECOND_INK))
    return saved(picture)


def saved(picture: Image.Image) -> bytes:
    """A PNG of few colours, which these drawings have."""
    written_to = BytesIO()
    few = picture.quantize(200, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(written_to, "PNG")
    return written_to.getvalue()
