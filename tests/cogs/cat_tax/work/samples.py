"""Files as members send them, good and bad."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image

PICTURES = Path(__file__).parent / "pictures"
NAMES = ("astronaut", "chelsea", "coffee", "rocket")


def photo(name: str = "chelsea") -> bytes:
    """A sample's file, a JPEG."""
    return (PICTURES / f"{name}.jpg").read_bytes()


def shown(content: bytes) -> Image.Image:
    """A file's picture."""
    image = Image.open(BytesIO(content))
    image.load()
    return image


def saved(image: Image.Image, kind: str, **how: object) -> bytes:
    """A picture's file."""
    written = BytesIO()
    image.save(written, kind, **how)
    return written.getvalue()


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def huge_png(width: int, height: int) -> bytes:
    """A small PNG of many pixels, which would take width times height bytes once opened."""
    packing = zlib.compressobj(1)
    lines = b"".join(packing.compress(bytes(width + 1)) for _ in range(height)) + packing.flush()
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", lines) + _chunk(b"IEND", b"")


def claiming_png(width: int, height: int) -> bytes:
    """A PNG that says it has so many pixels, and has none."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", b"") + _chunk(b"IEND", b"")


def claiming_webp(width: int, height: int) -> bytes:
    """A WebP whose header says it has so many pixels."""
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + sides
    return b"RIFF" + struct.pack("<I", len(body)) + body


def claiming_gif(*, screen: tuple[int, int], frame: tuple[int, int]) -> bytes:
    """A GIF of a small screen with a large first frame in it."""
    colours = bytes(6)
    head = b"GIF89a" + struct.pack("<HH", *screen) + b"\x80\0\0" + colours
    return head + b"," + struct.pack("<HHHH", 0, 0, *frame) + b"\0\x02\x02\x4c\x01\0;"


def heic() -> bytes:
    """The beginning of what a phone of Apple's takes."""
    return b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(500)


def svg() -> bytes:
    """A drawing."""
    return b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'
