"""Files on their way: fetched from where they are when they are sent, within what both sides allow, never kept."""

import re
import unicodedata
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.core.mirror.parts import Parts
from bot.domain.attachments import Attachment, File, MediaKind
from bot.domain.capabilities import Capabilities
from bot.domain.refs import ChatRef

_EXTENSIONS = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
    "audio/ogg": ".ogg",
    "audio/mpeg": ".mp3",
}
_USUAL = {
    MediaKind.PICTURE: "image/jpeg",
    MediaKind.ANIMATION: "video/mp4",
    MediaKind.STICKER: "image/webp",
    MediaKind.VIDEO: "video/mp4",
    MediaKind.VOICE: "audio/ogg",
    MediaKind.AUDIO: "audio/mpeg",
    MediaKind.FILE: "application/octet-stream",
}
"""What a file is where its sender's platform does not say."""

_PROGRAMS = frozenset({"application/json", "application/x-tgsticker"})
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9._-]+")
LONGEST_NAME = 60
"""Characters of a file's name, with its extension."""


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A file that does not go along: it is too large for one of both sides, gone, or nothing that can be shown."""

    name: str
    size: int | None


@dataclass(frozen=True, slots=True)
class Luggage:
    """Files to be sent, and those that stay behind."""

    files: tuple[File, ...] = ()
    left: tuple[LeftBehind, ...] = ()


class Carrier:
    """Fetches files."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    @asynccontextmanager
    async def fetched(
        self, attachments: Sequence[Attachment], source: ChatRef, target: Capabilities
    ) -> AsyncGenerator[Luggage]:
        """The files, held for as long as they are being sent; there is room for so many at once, and no more."""
        station = self._parts.stations.by_platform.get(source.platform)
        if station is None:
            yield Luggage((), tuple(_left(one) for one in attachments))
            return
        here = station.gateway.capabilities(source).download_bytes
        most = min(here, target.file_bytes) if target.files else 0
        room, wanted = self._parts.room, 0
        unknown = min(most, room.size // max(1, len(attachments)))
        going: dict[int, int] = {}
        for index, one in enumerate(attachments):
            size = one.size or unknown
            if 0 < size <= most and wanted + size <= room.size and not _drawn_by_program(one):
                going[index] = most if one.size else unknown
                wanted += size
        # At once for all: whoever held room and waited for more might wait for one who does the same.
        async with room.taken(wanted):
            files: list[File] = []
            left: list[LeftBehind] = []
            for index, one in enumerate(attachments):
                content = await station.gateway.fetch(one, going[index]) if index in going else None
                if content is None:
                    left.append(_left(one))
                else:
                    files.append(_file(one, content, len(files) + 1))
            yield Luggage(tuple(files), tuple(left))


def _left(attachment: Attachment) -> LeftBehind:
    return LeftBehind(attachment.name or attachment.kind.value, attachment.size)


def _drawn_by_program(attachment: Attachment) -> bool:
    """A sticker that is a program for drawing it, which no other platform runs."""
    return attachment.kind is MediaKind.STICKER and attachment.media_type in _PROGRAMS


def _file(attachment: Attachment, content: bytes, number: int) -> File:
    claimed = attachment.media_type.partition(";")[0].strip().lower()
    media_type = claimed if claimed not in {"", "application/octet-stream"} else _USUAL[attachment.kind]
    if attachment.kind is MediaKind.PICTURE and not claimed:
        media_type = _seen(content) or media_type
    kind = None if attachment.kind in {MediaKind.PICTURE, MediaKind.FILE} else attachment.kind
    if attachment.kind is MediaKind.STICKER and media_type.startswith("image/"):
        kind = None  # a picture is the nearest that every platform shows
    return File(_named(attachment.name, media_type, number), media_type, content, spoiler=attachment.spoiler, kind=kind)


def _seen(content: bytes) -> str | None:
    """What a picture's first bytes say that it is."""
    if content.startswith(b"\x89PNG"):
        return "image/png"
    if content.startswith(b"\xff\xd8"):
        return "image/jpeg"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return None


def _named(name: str, media_type: str, number: int) -> str:
    """A file's name in plain characters, with an extension: what somebody typed never reaches a path."""
    bare = unicodedata.normalize("NFKD", PurePosixPath(name.replace("\\", "/")).name)
    plain = _NOT_PLAIN.sub("-", bare.encode("ascii", "ignore").decode()).strip("-.")
    stem, dot, extension = plain.rpartition(".")
    if not dot or not stem or not 1 <= len(extension) <= 8:
        stem, extension = plain.rstrip("."), _EXTENSIONS.get(media_type, ".bin").lstrip(".")
    stem = stem.strip("-.")[: LONGEST_NAME - 9] or f"file-{number}"
    return f"{stem}.{extension}"
