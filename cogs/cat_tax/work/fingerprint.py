"""A picture's fingerprint: alike for one picture that was made smaller or saved again, unlike for any other.

It is the usual hash of low frequencies: grey, 32 by 32, a cosine transform, whose 8 by 8 lowest are told apart by their
median.
"""

from collections.abc import Sequence
from math import cos, pi
from statistics import median

from PIL import Image

_SIDE = 32
_KEPT = 8

_WAVES = tuple(tuple(cos((2 * at + 1) * wave * pi / (2 * _SIDE)) for at in range(_SIDE)) for wave in range(_KEPT))


def fingerprint_of(picture: Image.Image) -> int:
    """64 bits, as a number from 0 to 2**64 - 1."""
    grey = picture.convert("L").resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    pixels = grey.tobytes()
    rows = [_frequencies(pixels[at : at + _SIDE]) for at in range(0, len(pixels), _SIDE)]
    # Rounded, so that in a plain picture, where all but the first are nothing, no bit hangs on the last digit.
    found = [round(one) for column in zip(*rows, strict=True) for one in _frequencies(column)]
    middle = median(found)
    return sum(1 << at for at, one in enumerate(found) if one > middle)


def _frequencies(line: Sequence[float]) -> list[float]:
    return [sum(value * at for value, at in zip(line, wave, strict=True)) for wave in _WAVES]
