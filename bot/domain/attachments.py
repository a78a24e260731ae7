"""Files that come in and files that go out."""

from dataclasses import dataclass
from enum import Enum

from bot.domain.refs import Platform

_NO_TYPE = frozenset({"", "application/octet-stream"})
"""What a sender's program claims that knows no better."""

_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".heif", ".avif", ".bmp")


class MediaKind(Enum):
    """As what a platform says a file was sent; what it truly is, only its bytes tell."""

    PICTURE = "picture"
    ANIMATION = "animation"
    STICKER = "sticker"
    VIDEO = "video"
    VOICE = "voice"
    AUDIO = "audio"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a member sent.

    Attributes:
        platform: whose ``locator`` it is.
        locator: how the adapter finds the bytes again (a file id, or message and attachment ids). Links expire or hold
            a token, so it is never one.
        name: as typed by the sender: untrusted, maybe "".
        media_type: as claimed by the sender: untrusted, maybe "".
        size: bytes as the platform says, or None.
        kind: as what it was sent.
        spoiler: True when the sender hid it until it is tapped.
    """

    platform: Platform
    locator: str
    name: str
    media_type: str
    size: int | None
    kind: MediaKind
    spoiler: bool = False

    @property
    def claims_picture(self) -> bool:
        """True when it was sent as a picture, or as a file that calls itself one: by its type, or else by its name.

        A moving picture is one too, unless the platform made a film of it.
        """
        if self.kind not in {MediaKind.FILE, MediaKind.ANIMATION}:
            return self.kind is MediaKind.PICTURE
        if self.media_type in _NO_TYPE:
            return self.name.casefold().endswith(_PICTURES)
        return self.media_type.startswith("image/")


@dataclass(frozen=True, slots=True)
class File:
    """A file to send.

    Attributes:
        name: with its extension, ASCII.
        media_type: for example ``image/png``.
        content: the bytes.
        alt: the picture in words, for those who hear instead of see.
        kind: as what it is shown where the platform has such a thing (a voice message, a film, a sticker); None lets
            its type decide.
    """

    name: str
    media_type: str
    content: bytes
    alt: str = ""
    spoiler: bool = False
    kind: MediaKind | None = None

    @property
    def is_picture(self) -> bool:
        """True when platforms show it rather than offer it for download."""
        return self.kind in {None, MediaKind.PICTURE} and self.media_type in {"image/png", "image/jpeg", "image/webp"}
