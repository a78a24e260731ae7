"""The receipt for a paid cat tax: paper with a torn edge, the cat, a stamp, and bars in the shape of a cat."""

import math
import random
import zlib
from functools import partial
from io import BytesIO

from PIL import Image, ImageDraw, ImageFilter, ImageOps

from bot.domain.locales import Locale
from cogs.cat_tax.rules.drawings import Entry, ReceiptOrder
from cogs.cat_tax.work.drawing import base
from cogs.cat_tax.work.lettering import (
    HEAVY,
    PLAIN,
    STRONG,
    Ink,
    Lettering,
    Line,
    Words,
    drawable,
    shortened,
    wrapped,
)

LEFT, RIGHT = 110, 690
"""The margins of the paper, in pixels of a picture of 800 x 1080."""

WINDOW = (110, 228, 690, 608)
"""Left, top, right and bottom of the room for the cat."""

_STAMP = (574, 708)
_STAMP_TURN = 12
_BARS = (LEFT + 12, 906, 334, 1014)
"""Left, top, right and foot of the bars."""
_JOKE = (356, 902, RIGHT, 1018)
"""Left, top, right and bottom of the room for the joke."""

MOST_BYTES = 150_000
"""Bytes of a receipt; a grainy photo is saved more coarsely for it."""
_QUALITIES = (88, 78, 64, 45)
_CROP_AT_MOST = 1.5
"""How many times wider or higher than the window a cat may be that is cut to fill it."""

_INK: Ink = (43, 36, 56)
_FAINT: Ink = (141, 131, 148)
_STAMP_INK: Ink = (206, 62, 52)
_PAPER: Ink = (255, 253, 246)
_FINE = 2
"""How many times larger shapes are drawn than they end, so that their edges are smooth."""


def receipt(order: ReceiptOrder) -> bytes:
    """A JPEG of 800 x 1080 pixels, below 150 KB."""
    picture = base("receipt")
    draw = ImageDraw.Draw(picture)
    _head(draw, order)
    picture.paste(_window(order), WINDOW[:2])
    short = RIGHT - LEFT - 250
    _entry(draw, order, order.number, 626, short)
    _entry(draw, order, order.date, 706, short)
    _entry(draw, order, order.name, 786, RIGHT - LEFT)
    _foot(draw, order)
    _stamped(picture, order)
    return _saved(picture)


def _saved(picture: Image.Image) -> bytes:
    *finer, coarsest = _QUALITIES
    for quality in finer:
        content = _jpeg(picture, quality)
        if len(content) < MOST_BYTES:
            return content
    return _jpeg(picture, coarsest)


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    written_to = BytesIO()
    picture.save(written_to, "JPEG", quality=quality, optimize=True)
    return written_to.getvalue()


def _head(draw: ImageDraw.ImageDraw, order: ReceiptOrder) -> None:
    left, width = 246, RIGHT - 246
    community = Lettering(order.locale, 21, PLAIN)
    place = drawable(order.community)
    top = 62 if place else 54
    if place:
        draw.text((left, 84), shortened(place, community, width), _FAINT, community.font, anchor="ls")
    title = _largest(drawable(order.title), order.locale, HEAVY, 46, width)
    draw.text((left, top + 76), title.text, _INK, title.lettering.font, anchor="ls")
    second = _largest(drawable(order.second_title), order.second_locale, STRONG, 30, width)
    draw.text((left, top + 122), second.text, _FAINT, second.lettering.font, anchor="ls")


def _largest(text: str, locale: Locale, weight: int, size: int, width: float) -> Line:
    """A line in the largest letters, up to a size, that let it fit; shortened when even half of it is too large."""
    for smaller in range(size, size // 2, -2):
        lettering = Lettering(locale, smaller, weight)
        if lettering.width(text) <= width:
            return Line(text, lettering)
    lettering = Lettering(locale, size // 2, weight)
    return Line(shortened(text, lettering, width), lettering)


def _entry(draw: ImageDraw.ImageDraw, order: ReceiptOrder, entry: Entry, top: int, width: float) -> None:
    """A label in both languages, and below it the value; a bar, as in secret files, for a value nobody can draw."""
    label, again = Lettering(order.locale, 20), Lettering(order.second_locale, 20)
    first = shortened(drawable(entry.label), label, width)
    draw.text((LEFT, top + 24), first, _FAINT, label.font, anchor="ls")
    after = label.width(first) + 12
    second = drawable(entry.second_label)
    if after + again.width(second) <= width:
        draw.text((LEFT + after, top + 24), second, _FAINT, again.font, anchor="ls")
    value = drawable(entry.value)
    if not value:
        draw.rectangle((LEFT, top + 36, LEFT + 230, top + 66), _INK)
        return
    line = _largest(value, order.locale, STRONG, 34, width)
    draw.text((LEFT, top + 63), line.text, _INK, line.lettering.font, anchor="ls")


def _foot(draw: ImageDraw.ImageDraw, order: ReceiptOrder) -> None:
    _bars(draw, order.number.value)
    sizes = range(23, 13, -1)
    height = _JOKE[3] - _JOKE[1]
    fitting = (words for words in map(partial(_joke, order), sizes) if words.height <= height)
    words = next(fitting, None) or _joke(order, sizes[-1])
    words.write(draw, _JOKE, (_INK, _FAINT))


def _joke(order: ReceiptOrder, size: int) -> Words:
    width = _JOKE[2] - _JOKE[0]
    first, second = Lettering(order.locale, size, STRONG), Lettering(order.second_locale, size - 2, PLAIN)
    return Words(
        [Line(line, first) for line in wrapped(drawable(order.footer), first, width)],
        [Line(line, second) for line in wrapped(drawable(order.second_footer), second, width)],
    )


def _outline(across: float) -> float:
    """How high a lying cat is, 0 to 1, at a place from its face (0) to the tip of its tail (1)."""
    if across < 0.4:
        ear = min(abs(across - 0.07), abs(across - 0.33))
        return max(0.66, 1 - ear * 4.5)
    if across < 0.86:
        return 0.5 + 0.06 * math.sin((across - 0.4) / 0.46 * math.pi)
    return 0.78 + 0.2 * math.sin((across - 0.86) / 0.14 * math.pi)


def _bars(draw: ImageDraw.ImageDraw, number: str) -> None:
    """Bars as on goods, other ones for each number; all together they are a cat, and the longest its whiskers."""
    chance = random.Random(zlib.crc32(number.encode()))  # noqa: S311 - a pattern, no secret
    left, top, right, foot = _BARS
    width, height, at = right - left, foot - top, 0
    while at < width:
        thick = chance.choice((2, 3, 4, 5))
        draw.rectangle((left + at, foot - _outline(at / width) * height, left + at + thick - 1, foot), _INK)
        at += thick + 2
    eyes = foot - 0.42 * height
    for across in (0.12, 0.28):
        eye = left + across * width
        draw.ellipse((eye - 9, eyes - 9, eye + 9, eyes + 9), _PAPER)
        draw.ellipse((eye - 4, eyes - 6, eye + 4, eyes + 6), _INK)
    for slope in (-5, 3, 11):
        y = foot - 0.2 * height
        draw.line((left - 24, y + slope * 1.6, left + 18, y + slope * 0.6), _INK, 2)
        draw.line((left + 0.3 * width, y + slope * 0.6, left + 0.4 * width + 24, y + slope * 1.6), _PAPER, 2)


def _window(order: ReceiptOrder) -> Image.Image:
    """The cat, or what stands for it, as large as the room for it and with round corners."""
    size = (WINDOW[2] - WINDOW[0], WINDOW[3] - WINDOW[1])
    cat = None if order.cat is None else _opened(order.cat)
    if cat is None:
        return base(order.tender.value)
    window = _filled(cat, size)
    corners = Image.new("L", (size[0] * _FINE, size[1] * _FINE), 0)
    box = (0, 0, corners.width - 1, corners.height - 1)
    ImageDraw.Draw(corners).rounded_rectangle(box, 22 * _FINE, 255)
    paper = Image.new("RGB", size, _PAPER)
    paper.paste(window, mask=corners.resize(size, Image.Resampling.BOX))
    return paper


def _opened(content: bytes) -> Image.Image | None:
    """A picture; None for what is none, since a receipt without it is better than no receipt."""
    try:
        with Image.open(BytesIO(content), formats=("WEBP", "PNG", "JPEG")) as picture:
            return _on_paper(picture)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None


def _on_paper(cat: Image.Image) -> Image.Image:
    """Without transparency."""
    if not cat.has_transparency_data:
        return cat.convert("RGB")
    clear = cat.convert("RGBA")
    paper = Image.new("RGB", clear.size, _PAPER)
    paper.paste(clear, mask=clear.getchannel("A"))
    return paper


def _filled(cat: Image.Image, size: tuple[int, int]) -> Image.Image:
    """A cat that fills a room: cut where little is lost, else whole, before itself out of focus."""
    ratio = (cat.width / cat.height) / (size[0] / size[1])
    if 1 / _CROP_AT_MOST <= ratio <= _CROP_AT_MOST:
        return ImageOps.fit(cat, size, Image.Resampling.BICUBIC, centering=(0.5, 0.4))
    small = ImageOps.fit(cat, (size[0] // 10, size[1] // 10), Image.Resampling.BOX)
    room = small.filter(ImageFilter.GaussianBlur(2)).resize(size, Image.Resampling.BICUBIC)
    scale = min(size[0] / cat.width, size[1] / cat.height)
    whole = cat.resize((max(1, round(cat.width * scale)), max(1, round(cat.height * scale))), Image.Resampling.BICUBIC)
    room.paste(whole, ((size[0] - whole.width) // 2, (size[1] - whole.height) // 2))
    return room


def _stamped(picture: Image.Image, order: ReceiptOrder) -> None:
    """Presses the stamp on: a little turned, and worn here and there as ink is."""
    width, height = 232 * _FINE, 134 * _FINE
    first = _largest(drawable(order.stamp), order.locale, HEAVY, 54 * _FINE, width - 34 * _FINE)
    second = _largest(drawable(order.second_stamp), order.second_locale, STRONG, 27 * _FINE, width - 34 * _FINE)
    ink = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(ink)
    for inset, thick in ((2, 6), (12, 2)):
        edge = inset * _FINE
        box = (edge, edge, width - edge - 1, height - edge - 1)
        draw.rounded_rectangle(box, (22 - inset) * _FINE, outline=255, width=thick * _FINE)
    draw.text((width / 2, 76 * _FINE), first.text, 255, first.lettering.font, anchor="ms")
    draw.text((width / 2, 111 * _FINE), second.text, 255, second.lettering.font, anchor="ms")
    chance = random.Random(zlib.crc32(order.number.value.encode()))  # noqa: S311 - wear, no secret
    grain = (width // 6, height // 6)
    worn = Image.frombytes("L", grain, chance.randbytes(grain[0] * grain[1])).resize(ink.size, Image.Resampling.BICUBIC)
    ink = Image.composite(ink, Image.new("L", ink.size, 0), worn.point(_pressed))
    ink = ink.rotate(_STAMP_TURN, Image.Resampling.BICUBIC, expand=True).reduce(_FINE)
    corner = (_STAMP[0] - ink.width // 2, _STAMP[1] - ink.height // 2)
    picture.paste(Image.new("RGB", ink.size, _STAMP_INK), corner, ink)


def _pressed(noise: int) -> int:
    """How much ink stays, 0 to 255, where the noise is this."""
    return 232 if noise > 60 else max(60, 232 - (60 - noise) * 4)
