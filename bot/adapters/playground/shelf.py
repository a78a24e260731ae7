"""The folder that the playground lives in: one snapshot and the files that were sent."""

import re
import secrets
from pathlib import Path

from bot.domain.attachments import MediaKind

_ID = re.compile(r"[0-9a-f]{24}")
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


def picture_type(content: bytes) -> str | None:
    """The media type that bytes truly have, when browsers show it as a picture without running anything."""
    for signature, media_type in _SIGNATURES:
        if content.startswith(signature):
            return media_type
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return None


def played_type(content: bytes) -> str | None:
    """The media type that bytes truly have, when browsers play it; a film's address never leads to a page."""
    if content.startswith(b"OggS"):
        return "audio/ogg"
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return "audio/wav"
    if content.startswith(b"ID3") or content[:2] in {b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"}:
        return "audio/mpeg"
    if content[4:8] == b"ftyp":
        return "audio/mp4" if content[8:11] == b"M4A" else "video/mp4"
    return "video/webm" if content.startswith(b"\x1a\x45\xdf\xa3") else None


def shown_as(picture: str | None, played: str | None, kind: MediaKind | None) -> MediaKind:
    """As what a file is shown: as it is meant, where its bytes bear it out."""
    if kind is MediaKind.FILE:
        return kind
    if picture is not None:
        moves = MediaKind.ANIMATION if picture == "image/gif" else MediaKind.PICTURE
        return kind if kind in {MediaKind.STICKER, MediaKind.ANIMATION} else moves
    if played is None:
        return MediaKind.FILE
    if played.startswith("video/"):
        return kind if kind in {MediaKind.ANIMATION, MediaKind.STICKER} else MediaKind.VIDEO
    return kind if kind is MediaKind.VOICE else MediaKind.AUDIO


class Shelf:
    """Reads and writes the folder. Blocking: call it in a thread where that matters."""

    def __init__(self, folder: Path) -> None:
        self._files = folder / "files"
        self._snapshot = folder / "world.json"

    def prepare(self) -> None:
        """Makes the folder; raises :class:`OSError`."""
        self._files.mkdir(parents=True, exist_ok=True)

    def read(self) -> bytes | None:
        """The snapshot, or None when there is none yet."""
        try:
            return self._snapshot.read_bytes()
        except FileNotFoundError:
            return None

    def write(self, content: bytes) -> None:
        """Replaces the snapshot whole or not at all; raises :class:`OSError`."""
        beside = self._snapshot.with_suffix(".new")
        beside.write_bytes(content)
        beside.replace(self._snapshot)

    def set_aside(self) -> None:
        """Keeps an unreadable snapshot under another name, for whoever wants to look at it."""
        self._snapshot.replace(self._snapshot.with_suffix(".unreadable"))

    def put(self, content: bytes) -> str:
        """Keeps a file; gives its id; raises :class:`OSError`."""
        identifier = secrets.token_hex(12)
        (self._files / identifier).write_bytes(content)
        return identifier

    def take(self, identifier: str) -> bytes | None:
        """A file's bytes, or None when it is not there."""
        if not _ID.fullmatch(identifier):
            return None
        try:
            return (self._files / identifier).read_bytes()
        except FileNotFoundError:
            return None

    def drop(self, identifier: str) -> None:
        """Takes a file away; nothing when it is gone already."""
        if _ID.fullmatch(identifier):
            (self._files / identifier).unlink(missing_ok=True)

    def listed(self) -> frozenset[str]:
        """The ids of all files in the folder."""
        return frozenset(path.name for path in self._files.iterdir())
