"""Files: what was uploaded, under which ids it is known, and the Bot API's objects for it."""

from __future__ import annotations

import io
import mimetypes
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import count

from PIL import Image, UnidentifiedImageError

from tests.twins.telegram.jsons import Json, without_none
from tests.twins.telegram.refusals import bad

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
STICKER_LIMIT = 512 * 1024
TGS = b"\x1f\x8b"
"""What an animated sticker begins with, which is gzip."""
WEBM = b"\x1a\x45\xdf\xa3"
"""What a film sticker begins with."""
STICKER_EMOJI = "😺"
_PREVIEW = 90  # pixels, the small size beside every photo that is larger


@dataclass(slots=True)
class FileState:
    """One stored file.

    Attributes:
        shown_as: `photo`, `document` and so on: an id of one kind cannot be sent as another.
        preview: Whether this is the small size of a photo, drawn only when someone downloads it.
    """

    id: str
    unique_id: str
    shown_as: str
    name: str
    mime: str
    content: bytes
    path: str
    width: int = 0
    height: int = 0
    preview: bool = False


@dataclass(slots=True)
class Files:
    """All files of a twin."""

    by_id: dict[str, FileState] = field(default_factory=dict[str, FileState])
    by_path: dict[str, FileState] = field(default_factory=dict[str, FileState])
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def add(self, shown_as: str, content: bytes, name: str = "", mime: str = "", *, preview: bool = False) -> FileState:
        """Store a file and give it its ids."""
        number = next(self._numbers)
        mark = blake2b(content + shown_as.encode() + bytes([preview]), digest_size=6).hexdigest()
        mime = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        ending = ".jpg" if shown_as == "photo" else (mimetypes.guess_extension(mime) or "")
        width, height = image_size(content) or (0, 0)
        stored = FileState(
            id=f"AgACAgI{mark}{number:08d}AAMt",
            unique_id=f"AQAD{mark}",
            shown_as=shown_as,
            name=name,
            mime=mime,
            content=content,
            path=f"{shown_as}s/file_{number}{ending}",
            width=width,
            height=height,
            preview=preview,
        )
        self.by_id[stored.id] = stored
        self.by_path[stored.path] = stored
        return stored

    def known(self, file_id: str, shown_as: str) -> FileState:
        """Find a file that is sent again by its id.

        Raises:
            Refused: "wrong file identifier", or an id of another kind.
        """
        stored = self.by_id.get(file_id)
        if stored is None:
            raise bad("wrong file identifier/HTTP URL specified")
        if shown_as not in {stored.shown_as, "document"} and {shown_as, stored.shown_as} != {"document", "animation"}:
            raise bad(f"can't use file of type {stored.shown_as.capitalize()} as {shown_as.capitalize()}")
        return stored

    def describe(self, stored: FileState) -> object:
        """The Bot API's object for a file: a list of sizes for a photo."""
        base: Json = {"file_id": stored.id, "file_unique_id": stored.unique_id, "file_size": len(stored.content)}
        size: Json = {"width": stored.width or 100, "height": stored.height or 100}
        match stored.shown_as:
            case "photo":
                return [*self._preview(stored), {**base, **size}]
            case "voice" | "audio":
                return {**base, "duration": 1, "mime_type": stored.mime}
            case "video" | "animation":
                return {**base, **size, "duration": 1, **_named(stored)}
            case "video_note":
                return {**base, "length": 240, "duration": 1}
            case "sticker":
                return {
                    **base,
                    "width": 512,
                    "height": 512,
                    "is_animated": stored.content.startswith(TGS),
                    "is_video": stored.content.startswith(WEBM),
                    "type": "regular",
                    "emoji": STICKER_EMOJI,
                }
            case _:
                return {**base, **_named(stored)}

    def _preview(self, stored: FileState) -> list[Json]:
        """The small size of a photo; what is small itself has none."""
        if max(stored.width, stored.height) <= _PREVIEW:
            return []
        small = self.add("photo", stored.content, stored.name, stored.mime, preview=True)
        scale = _PREVIEW / max(stored.width, stored.height)
        return [
            {
                "file_id": small.id,
                "file_unique_id": small.unique_id,
                "file_size": min(1000, len(stored.content)),
                "width": max(1, int(stored.width * scale)),
                "height": max(1, int(stored.height * scale)),
            }
        ]


def _named(stored: FileState) -> Json:
    return without_none(file_name=stored.name or None, mime_type=stored.mime)


def image_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a picture in pixels, read from its header; None if it is no picture."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            return picture.size
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return None


def check_photo(content: bytes) -> None:
    """Refuse what the server cannot show as a photo.

    Raises:
        Refused: For size, proportions, or not a picture.
    """
    if len(content) > PHOTO_LIMIT:
        raise bad("file is too big")
    size = image_size(content)
    if size is None:
        raise bad("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise bad("PHOTO_INVALID_DIMENSIONS")


def check_sticker(content: bytes) -> None:
    """Refuse what is no sticker.

    Raises:
        Refused: For another format, or size.
    """
    still = content.startswith(b"RIFF") and content[8:12] == b"WEBP"
    if not (still or content.startswith((TGS, WEBM))):
        raise bad("STICKER_FILE_INVALID")
    if len(content) > STICKER_LIMIT:
        raise bad("file is too big")


def bytes_of(stored: FileState) -> bytes:
    """What a download gives: the small size of a photo is really small."""
    return shrunk(stored.content, _PREVIEW) if stored.preview else stored.content


def shrunk(content: bytes, side: int) -> bytes:
    """A picture as a JPEG of at most so many pixels a side; what is no picture stays what it is."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            small = picture.convert("RGB")
            small.thumbnail((side, side))
            target = io.BytesIO()
            small.save(target, "JPEG")
            return target.getvalue()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return content
