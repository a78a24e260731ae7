"""Opens pictures that anybody may have sent: bounded in pixels and memory, and nothing in them is believed."""

import warnings
from io import BytesIO

from PIL import AvifImagePlugin, ExifTags, Image

from cogs.cat_tax.rules.pictures import MOST_PIXELS, THUMBNAIL_BYTES, THUMBNAIL_SIDE, Trouble
from cogs.cat_tax.work.kinds import Kind, kind_of

ENOUGH = THUMBNAIL_SIDE
"""Pixels of the shorter side from which on a picture is made smaller while it is opened: nothing here needs more."""

_QUALITY = 80
"""Of a thumbnail's WebP, 0 to 100."""

_STRIP = 64
"""Rows of the smaller picture that are made at a time, so that never a second whole picture is in memory."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes an EXIF orientation (Exif 2.32, 4.6.4)."""


class Unreadable(Exception):
    """It cannot be opened."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


def opened(content: bytes) -> Image.Image:
    """A file's picture, the first of several: RGB, upright, on white, its shorter side below twice :data:`ENOUGH`.

    Raises:
        Unreadable: it cannot be opened; nothing else is raised, whatever the file is.
    """
    kind = kind_of(content)
    if isinstance(kind, Trouble):
        raise Unreadable(kind)
    if kind is Kind.WEBP and _webp_pixels(content) > _most_pixels(kind):
        raise Unreadable(Trouble.TOO_LARGE)  # Pillow makes room for a whole WebP before it says how large it is
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on what is odd in a file; its size is judged by us
            return _opened(content, kind)
    except Unreadable:
        raise
    except (Image.DecompressionBombError, MemoryError) as error:
        raise Unreadable(Trouble.TOO_LARGE) from error
    except Exception as error:  # decoders raise whatever a broken file leads them to
        raise Unreadable(Trouble.BROKEN) from error


def thumbnail_of(picture: Image.Image) -> bytes:
    """A small WebP with nothing in it but the picture; a busy one is coarser, and smaller, until it fits."""
    side, quality = THUMBNAIL_SIDE, _QUALITY
    while len(written := _written(picture, side, quality)) > THUMBNAIL_BYTES:
        side, quality = side * 3 // 4, quality * 3 // 4
    return written


def _written(picture: Image.Image, side: int, quality: int) -> bytes:
    small = picture.copy()
    small.thumbnail((side, side), Image.Resampling.LANCZOS)
    bare = Image.new("RGB", small.size)
    bare.paste(small)
    written = BytesIO()
    bare.save(written, "WEBP", quality=quality, method=2)
    return written.getvalue()


def _opened(content: bytes, kind: Kind) -> Image.Image:
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # the other cores are the event loop's
    with Image.open(BytesIO(content), formats=(kind.value,)) as image:
        _refuse_too_large(image, kind)
        # A JPEG is decoded at a half, a quarter or an eighth of its size: a 25th of the time and memory.
        image.draft(None, (ENOUGH, ENOUGH))
        image.load()
        _refuse_too_large(image, kind)
        return _upright(_shrunk(image), image)


def _most_pixels(kind: Kind) -> int:
    """Decoders that need many bytes for a pixel get fewer pixels: all of the bot stays below 450 MB."""
    return MOST_PIXELS // 2 if kind in {Kind.WEBP, Kind.AVIF} else MOST_PIXELS


def _refuse_too_large(image: Image.Image, kind: Kind) -> None:
    if image.width * image.height > _most_pixels(kind):
        raise Unreadable(Trouble.TOO_LARGE)


def _shrunk(image: Image.Image) -> Image.Image:
    factor = max(1, min(image.size) // ENOUGH)
    whole = Image.new("RGB", (-(-image.width // factor), -(-image.height // factor)))
    for top in range(0, image.height, _STRIP * factor):
        strip = image.crop((0, top, image.width, min(top + _STRIP * factor, image.height)))
        whole.paste(_on_white(strip).reduce(factor), (0, top // factor))
    return whole


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16"):
        image = image.convert("I").point(lambda value: value / 256).convert("L")  # Pillow would clip, not scale
    if not image.has_transparency_data:
        return image.convert("RGB")
    seen = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")


def _upright(shown: Image.Image, image: Image.Image) -> Image.Image:
    try:
        turn = _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # broken metadata does not make a picture unreadable
        turn = None
    return shown if turn is None else shown.transpose(turn)


def _webp_pixels(content: bytes) -> int:
    """Pixels by the header of the first chunk (RFC 9649, 2.5 to 2.7); 0 where there is none, which is broken."""
    if content[12:16] == b"VP8X":
        width, height = (int.from_bytes(content[at : at + 3], "little") + 1 for at in (24, 27))
    elif content[12:16] == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif content[12:16] == b"VP8 ":
        width, height = (int.from_bytes(content[at : at + 2], "little") & 0x3FFF for at in (26, 28))
    else:
        return 0
    return width * height
