"""From an update to the intake: read, passed over, or held as a part of an album."""

import logging
import secrets

from bot.adapters.telegram.albums import Albums
from bot.adapters.telegram.chats import Bounded
from bot.adapters.telegram.inbound import Inbound
from bot.adapters.telegram.raw import RawUpdate
from bot.domain.events import Event
from bot.ports.gateway import Intake


class Receiving:
    """Hands updates on: read, passed over, or held. Shared by polling and the webhook."""

    def __init__(self, intake: Intake, inbound: Inbound, albums: Albums, log: logging.Logger) -> None:
        self._intake = intake
        self._inbound = inbound
        self._albums = albums
        self._log = log
        # Read, but not kept yet: reading notes what it saw (a group's first sight) and would not tell it again.
        self._unkept: Bounded[int, list[Event]] = Bounded(1_000)

    async def take(self, raw: RawUpdate, now: float) -> None:
        """Hands an update on, or holds it as a part of an album.

        Raises:
            Exception: what the intake raises: the update is not kept and must not be confirmed.
        """
        number = raw["update_id"]
        events = self._unkept.pop(number, None)
        if events is None:
            try:
                events = self._read(raw, now)
            except Exception:
                # Whatever an update holds, the next one must come.
                self._passed_over(raw)
                return
        await self._keep(number, events)

    def _read(self, raw: RawUpdate, now: float) -> list[Event]:
        concerns = self._inbound.concerns(raw)
        if concerns or self._albums:
            album = self._inbound.album_of(raw)
            if album is not None and (concerns or self._albums.holds(album)):
                self._albums.add(album, raw, now)
                return []
        return self._inbound.read(raw) if concerns else []

    async def _keep(self, number: int, events: list[Event]) -> None:
        for index, event in enumerate(events):
            try:
                await self._intake.accept(event)
            except BaseException:
                self._unkept[number] = events[index:]
                raise

    async def take_albums(self, since: float) -> None:
        """Hands on the albums that are whole.

        Raises:
            Exception: what the intake raises: the album stays held.
        """
        for album, parts in self._albums.whole(since):
            number = parts[0]["update_id"]
            events = self._unkept.pop(number, None)
            if events is None:
                try:
                    events = self._inbound.read_album(parts)
                except Exception:
                    self._passed_over(parts[0])
                    events = []
            await self._keep(number, events)
            self._albums.forget(album)

    def _passed_over(self, raw: RawUpdate) -> None:
        # What it says is a member's: only its number and its kind are written down.
        kinds = ", ".join(str(name) for name in raw if name != "update_id")
        self._log.exception("telegram update passed over, reference %s: %s", secrets.token_hex(4), kinds)
