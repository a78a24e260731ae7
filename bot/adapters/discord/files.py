"""Files that members sent: named by where they are, fetched by an address asked for anew."""

from collections import OrderedDict

import aiohttp

from bot.adapters.discord import limits
from bot.adapters.discord.cdn import Cdn, sticker_type
from bot.adapters.discord.errors import NotDone, translated
from bot.adapters.discord.names import PLATFORM, snowflake
from bot.adapters.discord.rest import Rest
from bot.adapters.discord.wire import JsonObject, as_objects, as_text
from bot.domain.attachments import Attachment, MediaKind
from bot.ports.clock import Clock

KEPT_ADDRESSES = 1_000
"""Most addresses of files that came without a message kept at once."""
_NO_MESSAGE = "0"
_VOICE_MESSAGE = 1 << 13  # docs, "Message Flags"
_SPOILER = "SPOILER_"
_IS_SPOILER = 1 << 3  # docs, "Attachment Flags"


class Uploads:
    """Addresses of files that came with an interaction: no message holds them, so nothing can tell them again."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, str]] = OrderedDict()

    def keep(self, payload: JsonObject, chat: str) -> Attachment:
        """Takes a file in; it can be fetched for as long as its interaction can be answered."""
        number = str(payload["id"])
        self._kept[number] = (self._clock.monotonic() + limits.TOKEN_SECONDS, as_text(payload.get("url")))
        while len(self._kept) > KEPT_ADDRESSES:
            self._kept.popitem(last=False)
        return attachment(payload, chat, _NO_MESSAGE)

    def address(self, number: str) -> str | None:
        """A kept file's address, or None."""
        found = self._kept.get(number)
        return None if found is None or found[0] < self._clock.monotonic() else found[1]


def attachments(message: JsonObject, chat: str) -> tuple[Attachment, ...]:
    """A message's files and stickers."""
    number = str(message.get("id") or _NO_MESSAGE)
    voice = bool(int(message.get("flags") or 0) & _VOICE_MESSAGE)
    files = [attachment(one, chat, number, voice=voice) for one in as_objects(message.get("attachments"))]
    return (*files, *(_sticker(one, chat, number) for one in as_objects(message.get("sticker_items"))))


def attachment(payload: JsonObject, chat: str, message: str, *, voice: bool = False) -> Attachment:
    """A file's JSON."""
    claimed, name = as_text(payload.get("content_type")), as_text(payload.get("filename"))
    size, flags = payload.get("size"), payload.get("flags")
    return Attachment(
        PLATFORM,
        f"{chat}/{message}/{payload['id']}",
        name.removeprefix(_SPOILER),
        claimed,
        size if isinstance(size, int) else None,
        MediaKind.VOICE if voice else _kind(claimed),
        spoiler=name.startswith(_SPOILER) or bool(isinstance(flags, int) and flags & _IS_SPOILER),
    )


def _sticker(payload: JsonObject, chat: str, message: str) -> Attachment:
    """A sticker's JSON. One of the kind ``cdn.LOTTIE`` cannot be fetched: only its name can be told elsewhere."""
    locator, name = f"{chat}/{message}/{payload['id']}", as_text(payload.get("name"))
    return Attachment(PLATFORM, locator, name, sticker_type(payload), None, MediaKind.STICKER)


def _kind(claimed: str) -> MediaKind:
    whole = claimed.partition(";")[0].strip().lower()
    if whole == "image/gif":
        return MediaKind.ANIMATION
    kinds = {"image": MediaKind.PICTURE, "video": MediaKind.VIDEO, "audio": MediaKind.AUDIO}
    return kinds.get(whole.partition("/")[0], MediaKind.FILE)


async def fetched(rest: Rest, cdn: Cdn, uploads: Uploads, wanted: Attachment, limit: int) -> bytes | None:
    """A file's bytes, or None when it is gone or larger, or a sticker without a picture.

    Raises:
        Flooded, Unreachable: as :meth:`Rest.call`.
    """
    ids = wanted.locator.split("/")
    if len(ids) != 3 or any(snowflake(one) is None for one in ids):
        return None
    address = uploads.address(ids[2])
    if address is None and ids[1] != _NO_MESSAGE:
        address = await _address(rest, cdn, *ids)
    if not address:
        return None
    try:
        return await _streamed(rest.session, address, limit)
    except (aiohttp.ClientError, OSError) as error:
        raise translated(error, wrote=False) from error


async def _address(rest: Rest, cdn: Cdn, chat: str, message: str, number: str) -> str | None:
    path = "/channels/{channel_id}/messages/{message_id}"
    try:
        holder = await rest.one("GET", path, channel_id=chat, message_id=message)
    except NotDone:
        return None
    snapshots = [one.get("message") for one in as_objects(holder.get("message_snapshots"))]
    for source in as_objects([holder, *snapshots]):
        for file in as_objects(source.get("attachments")):
            if str(file.get("id")) == number:
                return as_text(file.get("url"))
        for sticker in as_objects(source.get("sticker_items")):
            if str(sticker.get("id")) == number:
                return cdn.sticker(sticker)
    return None


async def _streamed(session: aiohttp.ClientSession, address: str, limit: int) -> bytes | None:
    async with session.get(address) as response:
        if response.status != 200 or (response.content_length or 0) > limit:
            return None
        content = bytearray()
        async for chunk in response.content.iter_chunked(64 * 1024):
            content += chunk
            if len(content) > limit:
                return None
        return bytes(content)
