"""Discord's public addresses of pictures: users' portraits and stickers. None of them holds a token."""

from collections import OrderedDict
from dataclasses import dataclass

from bot.adapters.discord.names import snowflake
from bot.adapters.discord.wire import JsonObject

KEPT_PORTRAITS = 10_000
"""Most users whose portrait is remembered."""
_PIXELS = 256
LOTTIE = "application/json"
"""A drawing that moves, which no other platform shows: what a sticker of that kind claims to be."""
_STICKERS = {1: ("image/png", "png"), 2: ("image/apng", "png"), 3: (LOTTIE, "json"), 4: ("image/gif", "gif")}
"""Docs, "Sticker Format Types": what it is, and how its address ends."""


@dataclass(frozen=True, slots=True)
class Cdn:
    """Where pictures are served.

    Attributes:
        base: portraits and stickers.
        media: stickers that are GIFs, which stand elsewhere.
    """

    base: str = "https://cdn.discordapp.com"
    media: str = "https://media.discordapp.net"

    def portrait(self, user: JsonObject) -> str:
        """A user's picture by their JSON: a still one, Discord's own for who has none."""
        number, avatar = str(user["id"]), user.get("avatar")
        if isinstance(avatar, str) and avatar:
            return f"{self.base}/avatars/{number}/{avatar}.png?size={_PIXELS}"
        old = str(user.get("discriminator") or "0")
        # Docs, "CDN Endpoints": who has still a discriminator is told apart by it.
        default = int(old) % 5 if old.isdigit() and int(old) else (int(number) >> 22) % 6
        return f"{self.base}/embed/avatars/{default}.png"

    def sticker(self, payload: JsonObject) -> str | None:
        """A sticker's picture; None where it has none."""
        claimed, ending = _STICKERS.get(sticker_format(payload), ("", ""))
        if not claimed or claimed == LOTTIE:
            return None
        base = self.media if ending == "gif" else self.base
        return f"{base}/stickers/{payload['id']}.{ending}"


def sticker_format(payload: JsonObject) -> int:
    """Discord's number of a sticker's format; 0 where it says none."""
    told = payload.get("format_type")
    return told if isinstance(told, int) else 0


def sticker_type(payload: JsonObject) -> str:
    """The media type of a sticker, "" for kinds that we do not know."""
    return _STICKERS.get(sticker_format(payload), ("", ""))[0]


class Portraits:
    """Users' pictures as they were told last. Only who is heard at all is remembered."""

    def __init__(self, cdn: Cdn) -> None:
        self._cdn = cdn
        self._kept: OrderedDict[str, str] = OrderedDict()

    def note(self, user: JsonObject) -> str | None:
        """Takes a user's JSON in; gives the picture's address, None for what is no user."""
        number = str(user.get("id"))
        if snowflake(number) is None:
            return None
        address = self._kept[number] = self._cdn.portrait(user)
        self._kept.move_to_end(number)
        if len(self._kept) > KEPT_PORTRAITS:
            self._kept.popitem(last=False)
        return address

    def of(self, number: str) -> str | None:
        """A user's picture as told last, or None."""
        return self._kept.get(number)
