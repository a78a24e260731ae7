"""The webhook: a route that bootstrap mounts. It answers 200 only when the intake has what came.

Telegram delivers one chat's updates one after the other and waits for the 200 before the next
(https://github.com/tdlib/telegram-bot-api, WebhookActor.cpp). So the parts of an album cannot wait for one another
unanswered: while it is held, its parts are in memory alone, for less than a second. A process killed within that second
loses the album; polling does not have this gap.
"""

import asyncio
import hmac
import logging
from dataclasses import dataclass, field
from typing import Final, cast
from urllib.parse import urlsplit

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.adapters.telegram.albums import QUIET, Albums
from bot.adapters.telegram.inbound import Inbound
from bot.adapters.telegram.limits import WEBHOOK_BYTES
from bot.adapters.telegram.raw import RawUpdate
from bot.adapters.telegram.receiving import Receiving
from bot.ports.clock import Clock
from bot.ports.gateway import Intake

_SECRET: Final = "x-telegram-bot-api-secret-token"  # noqa: S105 - a header's name
_RETRY: Final = 1.0  # seconds, when the intake cannot keep an album


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram is to send updates.

    Attributes:
        url: the public https address, whose path the route listens on.
        secret: ``[A-Za-z0-9_-]{1,256}``, which Telegram sends along.
    """

    url: str
    secret: str = field(repr=False)


class Door:
    """Takes updates in while a gateway stands behind it."""

    def __init__(self, webhook: Webhook, clock: Clock, log: logging.Logger) -> None:
        self._secret = webhook.secret.encode()
        self._clock = clock
        self._log = log
        self._albums = Albums()
        self._held = asyncio.Event()
        self._receiving: Receiving | None = None
        self.route = Route(urlsplit(webhook.url).path or "/", self._serve, methods=["POST"])

    async def _serve(self, request: Request) -> Response:
        given = request.headers.get(_SECRET, "").encode("latin-1", "replace")
        if not self._secret or not hmac.compare_digest(given, self._secret):
            return Response(status_code=403)
        if self._receiving is None:
            return Response(status_code=503)
        return Response(status_code=await self._take(self._receiving, request))

    async def _take(self, receiving: Receiving, request: Request) -> int:
        """Takes what came; the status to answer with."""
        try:
            body = await _body(request)
        except ClientDisconnect:
            return 400
        if body is None:
            return 413
        raw = _update(body)
        if raw is None:
            return 400
        try:
            await receiving.take(raw, self._clock.monotonic())
        except Exception:
            self._log.exception("telegram: an update was not kept; Telegram tells it again")
            return 500
        if self._albums:
            self._held.set()
        return 200

    async def run(self, intake: Intake, inbound: Inbound) -> None:
        """Lets updates in, and hands on albums, until cancelled."""
        receiving = Receiving(intake, inbound, self._albums, self._log)
        self._receiving = receiving
        try:
            while True:
                await self._held.wait()
                await self._clock.sleep(QUIET)
                await self._hand_on(receiving, self._clock.monotonic())
                if not self._albums:
                    self._held.clear()
        finally:
            self._receiving = None
            await receiving.take_albums(float("inf"))

    async def _hand_on(self, receiving: Receiving, since: float) -> None:
        try:
            await receiving.take_albums(since)
        except Exception:
            # Telegram was told already and does not tell again: it stays held.
            self._log.exception("telegram: an album was not kept; again in %g s", _RETRY)
            await self._clock.sleep(_RETRY)


async def _body(request: Request) -> bytes | None:
    """A body of a size that an update can have, or None."""
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > WEBHOOK_BYTES:
            return None
    return bytes(content)


def _update(body: bytes) -> RawUpdate | None:
    try:
        raw = cast("object", orjson.loads(body))
    except orjson.JSONDecodeError:
        return None
    if not isinstance(raw, dict) or not isinstance(cast("dict[str, object]", raw).get("update_id"), int):
        return None
    return cast("RawUpdate", raw)
