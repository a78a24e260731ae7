"""The REST side: one request from the wire to its handler and back, with faults, rates and a log."""

from __future__ import annotations

import asyncio
import json
import mimetypes
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, cast

from aiohttp import BodyPartReader, web

from tests.twins.discord.faults import Planned, Room
from tests.twins.discord.hub import Call, Hub, RequestSeen, Violation, body_of
from tests.twins.discord.wire import Payload, Refused, is_list, objects
from tests.twins.discord.world import Attachment

API = "/api/v10"
Answer: TypeAlias = tuple[int, object]
"""Status and JSON body; None for an empty one."""
Handler: TypeAlias = Callable[[Hub, Call], Answer]

_BAD_FORMS = frozenset({50035, 50006, 50109, 40060, 10062, 50027, 30032, 30034})
_OPEN = re.compile(r"/(?:interactions|webhooks)/\d+/[^/]+(?:/.*)?|/gateway")


@dataclass(slots=True, frozen=True)
class Route:
    method: str
    pattern: re.Pattern[str]
    template: str
    handler: Handler


def route(method: str, template: str, handler: Handler) -> Route:
    pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", template)
    return Route(method, re.compile(pattern), template, handler)


class Rest:
    """Answers REST requests.

    Args:
        hub: what to answer from.
        token: the bot's token.
        routes: what there is to ask; the first that fits answers.
    """

    def __init__(self, hub: Hub, token: str, routes: list[Route]) -> None:
        self._hub = hub
        self._token = token
        self._routes = routes
        self.closing = asyncio.Event()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Answers one request, and logs it."""
        hub = self._hub
        path = request.path.removeprefix(API)
        seen = RequestSeen(request.method, path, dict(request.query), None, (), hub.clock())
        hub.requests.append(seen)
        hub.in_flight += 1
        try:
            response = await self._answer(request, path, seen)
            seen.status = response.status
        finally:
            hub.in_flight -= 1
            hub.changed()
        return response

    async def _answer(self, request: web.Request, path: str, seen: RequestSeen) -> web.StreamResponse:
        hub = self._hub
        try:
            body, uploads = await self._read(request)
        except Refused as refusal:
            return self._refuse(seen, refusal, None, "")
        seen.body = body
        seen.files = tuple(upload.name for upload in uploads.values())
        planned = hub.faults.take(request.method, path)
        if planned is not None and not planned.after_effect:
            return await self._strike(planned, seen)
        response = self._handle(request, path, seen, body, uploads)
        if planned is not None and planned.hang_up and request.transport is not None:
            request.transport.abort()
            return response
        return response if planned is None else await self._strike(planned, seen)

    def _handle(
        self, request: web.Request, path: str, seen: RequestSeen, body: object, uploads: dict[int, Attachment]
    ) -> web.Response:
        """Counts a request into its rate, and lets its handler answer."""
        hub = self._hub
        found = self._find(request.method, path)
        bucket = f"{request.method} {path if found is None else found[0].template}"
        room = hub.faults.room(request.method, path, f"{bucket} {'' if found is None else self._major(found[1])}")
        everything = hub.faults.global_room()
        if everything is not None and everything.over:
            return _too_many(everything.reset_after, "global", bucket, None)
        if room.over:
            return _too_many(room.reset_after, "user", bucket, room)
        try:
            if not _OPEN.fullmatch(path) and request.headers.get("Authorization") != f"Bot {self._token}":
                raise Refused(401, 0, "401: Unauthorized")
            if found is None:
                raise Refused(404, 0, "404: Not Found")
            entry, ids = found
            as_list = objects(body) if is_list(body) else None
            call = Call(request.method, path, ids, request.query, body_of(body), as_list, uploads)
            status, answer = entry.handler(hub, call)
        except Refused as refusal:
            return self._refuse(seen, refusal, room, bucket)
        if answer is None:
            return web.Response(status=status, headers=_rates(room, bucket))
        return _json(status, answer, _rates(room, bucket))

    def _find(self, method: str, path: str) -> tuple[Route, dict[str, str]] | None:
        for entry in self._routes:
            match = entry.pattern.fullmatch(path)
            if match is not None and entry.method == method:
                return entry, match.groupdict()
        return None

    @staticmethod
    def _major(ids: dict[str, str]) -> str:
        return "/".join(ids[key] for key in ("channel", "guild", "webhook", "token") if key in ids)

    def _refuse(self, seen: RequestSeen, refusal: Refused, room: Room | None, bucket: str) -> web.Response:
        seen.code = refusal.code
        if refusal.code in _BAD_FORMS or (refusal.status == 404 and refusal.code == 0):
            self._hub.violations.append(Violation(seen, refusal.message))
        headers = _rates(room, bucket) if room is not None else {}
        return _json(refusal.status, refusal.payload(), headers)

    async def _strike(self, planned: Planned, seen: RequestSeen) -> web.StreamResponse:
        if planned.status == 0:
            await self.closing.wait()
            return web.Response(status=503)
        if planned.body is not None:
            response = web.Response(status=planned.status, body=planned.body)
            response.headers["Content-Type"] = "application/json"
            return response
        if planned.status == 429:
            return _too_many(planned.retry_after, planned.scope, seen.path, None)
        message = planned.message or f"{planned.status}: trouble"
        return _json(planned.status, {"message": message, "code": planned.code}, {"Via": "1.1 google"})

    async def _read(self, request: web.Request) -> tuple[object, dict[int, Attachment]]:
        kind = request.content_type
        if not request.can_read_body:
            return None, {}
        if kind == "application/json":
            return _parse(await request.read()), {}
        if kind != "multipart/form-data":
            raise Refused(400, 50035, "Invalid Form Body")
        body: object = None
        uploads: dict[int, Attachment] = {}
        loose: Payload = {}
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader):
                continue
            data = bytes(await part.read(decode=True))
            name = part.name or ""
            if name == "payload_json":
                body = _parse(data)
            elif part.filename is not None:
                number = re.fullmatch(r"files?\[?(\d*)\]?", name)
                index = int(number[1]) if number is not None and number[1] else len(uploads)
                guessed = mimetypes.guess_type(part.filename)[0]
                uploads[index] = Attachment(self._hub.world.new_id(), part.filename, data, guessed)
            else:
                loose[name] = data.decode()
        return (loose if body is None and loose else body), uploads


def _parse(data: bytes) -> object:
    try:
        return cast("object", json.loads(data)) if data else None
    except ValueError:
        raise Refused(400, 50109, "The request body contains invalid JSON.") from None


def _json(status: int, body: object, headers: dict[str, str]) -> web.Response:
    # discord.py reads a body only when the content type is exactly this one, without a charset.
    text = json.dumps(body, ensure_ascii=False).encode()
    return web.Response(status=status, body=text, headers=headers | {"Content-Type": "application/json"})


def _rates(room: Room, bucket: str) -> dict[str, str]:
    return {
        "X-RateLimit-Limit": str(room.limit),
        "X-RateLimit-Remaining": str(room.remaining),
        "X-RateLimit-Reset-After": f"{room.reset_after:.3f}",
        "X-RateLimit-Reset": "0",
        "X-RateLimit-Bucket": f"{zlib.crc32(bucket.encode()):08x}",
        "Via": "1.1 google",
    }


def _too_many(retry_after: float, scope: str, bucket: str, room: Room | None) -> web.Response:
    body: Payload = {
        "message": "You are being rate limited.",
        "retry_after": round(retry_after, 3),
        "global": scope == "global",
        "code": 0,
    }
    headers = {"Retry-After": str(max(1, round(retry_after))), "X-RateLimit-Scope": scope, "Via": "1.1 google"}
    if scope == "global":
        headers["X-RateLimit-Global"] = "true"
    elif room is not None:
        headers |= _rates(room, bucket)
    return _json(429, body, headers)
