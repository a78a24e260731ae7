"""Photos of a cat, each another picture than the last: the sample of the tests, cut, turned and lit a little anew."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageEnhance

_SAMPLE = Path(__file__).parent.parent.parent / "tests" / "cogs" / "cat_tax" / "work" / "pictures" / "chelsea.jpg"

SIZE = (1600, 1200)
"""Pixels of each: about what is left of a phone's picture when a platform's app has sent it."""

_VARIANTS = 24
_CUT = 4
_QUALITY = 90


def photos(most: int) -> Sequence[bytes]:
    """JPEG files; no more than will be shown."""
    with Image.open(_SAMPLE) as image:
        cat = image.convert("RGB")
    return [_photo(cat, number) for number in range(min(most, _VARIANTS))]


def _photo(cat: Image.Image, number: int) -> bytes:
    across, down = _CUT * (number % 6), _CUT * (number % 4)
    cut = cat.crop((across, down, cat.width - _CUT * (number % 5), cat.height - _CUT * (number % 3)))
    if number % 2:
        cut = cut.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    lit = ImageEnhance.Brightness(cut.resize(SIZE, Image.Resampling.BICUBIC)).enhance(0.9 + number / 100)
    written = BytesIO()
    lit.save(written, "JPEG", quality=_QUALITY)
    return written.getvalue()
