"""As what a file is shown, and which files stand together; pure.

Telegram decides by the method that a file is sent with, and takes less for a film or a song than for a file: what it
would not show is handed over as a file from the start.
"""

from enum import Enum
from typing import Final

from bot.adapters.telegram.limits import ALBUM, PICTURE_BYTES, STICKER_BYTES
from bot.domain.attachments import File, MediaKind


class Form(Enum):
    """As what a file is shown."""

    PICTURE = "picture"
    VIDEO = "video"
    ANIMATION = "animation"
    VOICE = "voice"
    AUDIO = "audio"
    STICKER = "sticker"
    DOCUMENT = "document"


# What each method takes, https://core.telegram.org/bots/api#sendaudio and its neighbours. A voice message may be MP3
# or M4A as well, but those are shown better as songs.
_TAKEN: Final = {
    MediaKind.VOICE: (
        (Form.VOICE, frozenset({"audio/ogg", "audio/opus"})),
        (Form.AUDIO, frozenset({"audio/mpeg", "audio/mp3", "audio/mp4", "audio/x-m4a"})),
    ),
    MediaKind.AUDIO: ((Form.AUDIO, frozenset({"audio/mpeg", "audio/mp3", "audio/mp4", "audio/x-m4a"})),),
    MediaKind.VIDEO: ((Form.VIDEO, frozenset({"video/mp4"})),),
    MediaKind.ANIMATION: ((Form.ANIMATION, frozenset({"image/gif", "video/mp4"})),),
}
_BY_TYPE: Final = {
    "video/mp4": Form.VIDEO,
    "image/gif": Form.ANIMATION,
    "audio/mpeg": Form.AUDIO,
    "audio/mp3": Form.AUDIO,
    "audio/mp4": Form.AUDIO,
    "audio/x-m4a": Form.AUDIO,
}
_PICTURES: Final = frozenset({"image/png", "image/jpeg", "image/webp"})
_STICKERS: Final = frozenset({"image/webp", "application/x-tgsticker", "video/webm"})
_TOGETHER: Final = {
    Form.PICTURE: "seen",
    Form.VIDEO: "seen",
    Form.DOCUMENT: "files",
    Form.AUDIO: "heard",
}
"""In which album a form stands; the others stand alone. https://core.telegram.org/bots/api#sendmediagroup"""


def form_of(file: File, *, captioned: bool = False) -> Form:
    """As what a file is shown.

    Args:
        file: by what it should be, where it has a kind, and by its type.
        captioned: whether words stand under it, which a sticker does not have.
    """
    claimed = file.media_type.partition(";")[0].strip().lower()
    match file.kind:
        case MediaKind.FILE:
            return Form.DOCUMENT
        case MediaKind.STICKER if claimed in _STICKERS and not captioned and len(file.content) <= STICKER_BYTES:
            return Form.STICKER
        case None | MediaKind.PICTURE | MediaKind.STICKER:
            if claimed in _PICTURES and len(file.content) <= PICTURE_BYTES:
                return Form.PICTURE
            return _BY_TYPE.get(claimed, Form.DOCUMENT) if file.kind is None else Form.DOCUMENT
        case _:
            return next((form for form, types in _TAKEN[file.kind] if claimed in types), Form.DOCUMENT)


def grouped(files: tuple[File, ...]) -> list[tuple[File, ...]]:
    """What stands in one message each: pictures with films, files with files, songs with songs, ten at most."""
    groups: list[tuple[str, list[File]]] = []
    for file in files:
        album = _TOGETHER.get(form_of(file), "")
        group = next((held for name, held in groups if album and name == album and len(held) < ALBUM), None)
        if group is None:
            groups.append((album, [file]))
        else:
            group.append(file)
    return [tuple(held) for _, held in groups]
