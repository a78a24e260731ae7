"""Pictures of those in whose name the bot speaks elsewhere: by a public address of the platform's, or by one of ours.

A platform that shows pictures only to whom it gave a token has its pictures served by our own web server, where that
has a public address, under a name that nobody can guess, for a while, and never from a disk.
"""

import hashlib
import hmac
import secrets

import structlog
from cachetools import TTLCache

from bot.core.stations import Stations
from bot.domain.errors import PlatformError
from bot.domain.refs import UserRef
from bot.ports.clock import Clock

KEPT_SECONDS = 3_600.0
"""How long a picture, or that there is none, is taken to be the present one."""

KEPT_ADDRESSES = 10_000
KEPT_BYTES = 8 * 1024 * 1024
"""Of all pictures that are served."""

LARGEST = 1024 * 1024
"""Bytes of one of them: it must not take the place of all others."""

SERVED_SECONDS = 2 * KEPT_SECONDS
"""How long a picture is served: as long as its address may be given out, and as long again."""

log = structlog.get_logger(__name__)


class Portraits:
    """Finds pictures, and serves those that have no address.

    Args:
        public: the web server's public https address, or "" where there is none: then some have no picture.
    """

    def __init__(self, stations: Stations, clock: Clock, public: str) -> None:
        self._stations = stations
        self._public = public if public.startswith("https://") else ""
        self._secret = secrets.token_bytes(32)
        self._addresses: TTLCache[UserRef, str] = TTLCache(KEPT_ADDRESSES, KEPT_SECONDS, timer=clock.monotonic)
        self._served: TTLCache[str, bytes] = TTLCache(KEPT_BYTES, SERVED_SECONDS, timer=clock.monotonic, getsizeof=len)

    async def address(self, user: UserRef) -> str | None:
        """A public address of somebody's picture, or None. Asked of the platform once an hour; never raises."""
        known = self._addresses.get(user)
        if known is None or (known.startswith(f"{self._public}/portraits/") and self._pushed_out(known)):
            known = self._addresses[user] = await self._find(user)
        return known or None

    async def _find(self, user: UserRef) -> str:
        station = self._stations.of(user)
        try:
            found = None if station is None else await station.gateway.portrait(user)
        except PlatformError as error:
            log.info("no picture", why=str(error))
            return ""
        if found is None:
            return ""
        if found.address or not self._public or not 0 < len(found.content) <= LARGEST:
            return found.address
        # The same picture has the same name for as long as this process lives, and nobody can make the name up.
        name = hmac.new(self._secret, found.content, hashlib.sha256).hexdigest()
        self._served[name] = found.content
        return f"{self._public}/portraits/{name}"

    def _pushed_out(self, address: str) -> bool:
        """Whether one of our own addresses leads nowhere by now."""
        return address.rpartition("/")[2] not in self._served

    def served(self, name: str) -> bytes | None:
        """The picture of a name that was given out lately, or None."""
        return self._served.get(name)
