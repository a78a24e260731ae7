"""How alike two pictures are, whatever version of a font's renderer drew them."""

from io import BytesIO

from PIL import Image, ImageChops, ImageStat

CELL = 8
"""Pixels a side of what is averaged before it is compared: a letter's edge may fall a little otherwise."""

MOST_IN_A_CELL = 60
"""Shades of 255 by which one cell may differ: letters a tenth bolder make 56, another letter 70 and more."""

MOST_IN_ALL = 1.0
"""Shades by which all cells may differ on average."""


def cells(content: bytes) -> Image.Image:
    """A picture's shades, a pixel for each cell."""
    return Image.open(BytesIO(content)).convert("RGB").convert("L").reduce(CELL)


def differences(one: Image.Image, other: Image.Image) -> tuple[float, float]:
    """By how many shades the worst cell differs, and all of them on average; of two pictures of cells."""
    assert one.size == other.size
    stat = ImageStat.Stat(ImageChops.difference(one, other))
    return stat.extrema[0][1], stat.mean[0]


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures of cells show the same."""
    worst, mean = differences(one, other)
    return worst <= MOST_IN_A_CELL and mean <= MOST_IN_ALL
