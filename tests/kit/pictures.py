"""Pictures that members send: a cat that is recognised, and the smallest that are real pictures."""

import functools
import random
import struct
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageEnhance, ImageOps

_SAMPLES = Path(__file__).parents[2] / "bot" / "adapters" / "playground" / "static" / "samples"

CAT = (_SAMPLES / "cat-photo.jpg").read_bytes()
"""A photo of a cat (its notice stands beside it): recognised as one."""


@functools.cache
def another_cat(number: int) -> bytes:
    """Another picture of a cat, not known for the first one; at most six."""
    with Image.open(BytesIO(CAT)) as picture:
        seen = ImageOps.mirror(picture) if number % 2 else picture.copy()
        seen = ImageEnhance.Color(seen).enhance(0.4 + number / 5).rotate(number * 4 - 6, fillcolor="white", expand=True)
        out = BytesIO()
        seen.convert("RGB").save(out, "JPEG", quality=85)
        return out.getvalue()


@functools.cache
def far_cat() -> bytes:
    """A cat so far away that nobody could be sure: its score is twice what is needed to ask people."""
    with Image.open(BytesIO(CAT)) as picture:
        wide = Image.new("RGB", (2 * picture.width, 2 * picture.height), "white")
        wide.paste(picture.resize((picture.width * 2 // 5, picture.height * 2 // 5)), (300, 200))
        out = BytesIO()
        wide.save(out, "PNG")
        return out.getvalue()


@functools.cache
def doubtful() -> bytes:
    """The cat in a snowstorm, always the same one: the recogniser says about 0.05, which is neither yes nor no."""
    with Image.open(BytesIO(CAT)) as picture:
        cat = picture.convert("RGB")
    snow = Image.frombytes("RGB", cat.size, random.Random(7).randbytes(cat.width * cat.height * 3))  # noqa: S311  # snow
    out = BytesIO()
    Image.blend(cat, snow, 0.64).save(out, "PNG")
    return out.getvalue()


def png(red: int = 230, green: int = 140, blue: int = 60) -> bytes:
    """A PNG of one pixel; another colour is another picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(bytes((0, red, green, blue)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")


DOT = png()
"""One orange pixel; no cat by any measure."""
