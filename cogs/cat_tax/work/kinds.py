"""What kind of file it is, by its first bytes."""

import re
from enum import Enum

from cogs.cat_tax.rules.pictures import Trouble

_AVIF = frozenset({b"avif", b"avis"})
_OTHER_ISO_PICTURES = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"jxl "})
"""Brands of ISO base media files that are pictures which Pillow does not open (ISO/IEC 23008-12)."""

_UNOPENED = (
    b"II*\x00",  # TIFF: what decodes it is large and old, and no chat shows it
    b"MM\x00*",
    b"8BPS",  # Photoshop
    b"\x00\x00\x01\x00",  # an icon
    b"\xff\x0a",  # JPEG XL
    b"\x00\x00\x00\x0cJXL ",
    b"\x00\x00\x00\x0cjP  ",  # JPEG 2000
    b"\xff\x4f\xff\x51",
    b"qoif",
)
_SVG_WITHIN = 1024
"""Bytes in which an SVG has begun, after its XML declaration and comments."""


class Kind(Enum):
    """What is opened. The values are Pillow's names."""

    JPEG = "JPEG"
    PNG = "PNG"
    GIF = "GIF"
    WEBP = "WEBP"
    BMP = "BMP"
    AVIF = "AVIF"


_OPENED = {
    Kind.JPEG: re.compile(rb"\xff\xd8\xff"),
    Kind.PNG: re.compile(rb"\x89PNG\r\n\x1a\n"),
    Kind.GIF: re.compile(rb"GIF8[79]a"),
    Kind.WEBP: re.compile(rb"RIFF....WEBP", re.DOTALL),
    Kind.BMP: re.compile(rb"BM....\0\0\0\0", re.DOTALL),
}


def kind_of(content: bytes) -> Kind | Trouble:
    """The kind of a file, or why it is not opened.

    >>> kind_of(b"GIF89a"), kind_of(b"<svg/>"), kind_of(b"hello")
    (<Kind.GIF: 'GIF'>, <Trouble.UNKNOWN_KIND: 'unknown-kind'>, <Trouble.NOT_A_PICTURE: 'not-a-picture'>)
    """
    if content[4:8] == b"ftyp":
        return _iso_kind(content)
    for kind, pattern in _OPENED.items():
        if pattern.match(content):
            return kind
    return Trouble.UNKNOWN_KIND if content.startswith(_UNOPENED) or _is_svg(content) else Trouble.NOT_A_PICTURE


def _iso_kind(content: bytes) -> Kind | Trouble:
    """HEIC, AVIF and films share one kind of box: its brands tell them apart."""
    end = min(int.from_bytes(content[:4], "big"), 256)
    brands = {content[8:12], *(content[at : at + 4] for at in range(16, end, 4))}
    if brands & _AVIF:
        return Kind.AVIF
    return Trouble.UNKNOWN_KIND if brands & _OTHER_ISO_PICTURES else Trouble.NOT_A_PICTURE


def _is_svg(content: bytes) -> bool:
    start = content[:_SVG_WITHIN].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith(b"<svg") or (start.startswith((b"<?xml", b"<!--", b"<!doctype svg")) and b"<svg" in start)
