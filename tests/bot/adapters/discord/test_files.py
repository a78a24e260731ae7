"""Files as what Discord says they were sent."""

import pytest

from bot.adapters.discord.files import KEPT_ADDRESSES, Uploads, attachments
from bot.domain.attachments import MediaKind
from tests.bot.adapters.discord.kit import MovedClock
from tests.twins.discord.wire import Payload


@pytest.mark.parametrize(
    ("file", "flags", "kind"),
    [
        ({"content_type": "image/png"}, 0, MediaKind.PICTURE),
        ({"content_type": "image/gif"}, 0, MediaKind.ANIMATION),
        ({"content_type": "video/mp4"}, 0, MediaKind.VIDEO),
        ({"content_type": "audio/mpeg"}, 0, MediaKind.AUDIO),
        ({"content_type": "audio/ogg"}, 1 << 13, MediaKind.VOICE),
        ({"content_type": "text/plain; charset=utf-8"}, 0, MediaKind.FILE),
        ({}, 0, MediaKind.FILE),
    ],
)
def test_a_file_is_what_it_was_sent_as(file: Payload, flags: int, kind: MediaKind) -> None:
    message: Payload = {"id": "2", "flags": flags, "attachments": [file | {"id": "3", "filename": "x", "size": 7}]}
    [found] = attachments(message, "1")
    assert (found.kind, found.locator, found.size, found.name) == (kind, "1/2/3", 7, "x")


def test_stickers_are_files_too() -> None:
    message: Payload = {"id": "2", "sticker_items": [{"id": "4", "name": "Wave", "format_type": 4}]}
    [found] = attachments(message, "1")
    assert (found.kind, found.media_type, found.locator) == (MediaKind.STICKER, "image/gif", "1/2/4")


def test_addresses_of_uploads_are_kept_for_a_while_and_not_without_end() -> None:
    clock = MovedClock()
    uploads = Uploads(clock)
    for number in range(KEPT_ADDRESSES + 1):
        uploads.keep({"id": str(number), "url": f"http://127.0.0.1/{number}"}, "1")
    assert uploads.address("0") is None
    assert uploads.address("1") == "http://127.0.0.1/1"
    clock.move(15 * 60 + 1)
    assert uploads.address("1") is None
