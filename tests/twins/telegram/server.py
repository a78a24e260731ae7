"""The HTTP side: addresses, the token, faults, and the answers' form."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field

from aiohttp import web

from tests.twins.telegram.calls import Call, Handler, read_call
from tests.twins.telegram.faults import Fault, Faults
from tests.twins.telegram.files import UPLOAD_LIMIT, bytes_of
from tests.twins.telegram.jsons import Json, dump
from tests.twins.telegram.methods.delivery import Batch
from tests.twins.telegram.parameters import PARAMETERS
from tests.twins.telegram.refusals import Refused, unknown_field
from tests.twins.telegram.world import World

_BODY_LIMIT = 2 * UPLOAD_LIMIT  # above the API's own limit, so that the API's own words refuse it


@dataclass(frozen=True, slots=True)
class Request:
    """One call of the bot as the twin saw it.

    Attributes:
        method: `sendMessage` and so on.
        parameters: As sent: forms carry text, JSON values.
        files: Names of the uploads.
        at: When, by the twin's clock.
        refused: The description of the refusal, empty when it was obeyed.
    """

    method: str
    parameters: Json
    files: tuple[str, ...]
    at: float
    refused: str = ""


@dataclass(slots=True)
class Server:
    """Speaks HTTP on a loopback port."""

    world: World
    token: str
    faults: Faults
    violations: list[str]
    handlers: dict[str, Handler] = field(default_factory=dict[str, Handler])
    requests: list[Request] = field(default_factory=list[Request])
    counts: Counter[str] = field(default_factory=Counter[str])
    port: int = 0
    _runner: web.AppRunner | None = None
    _ending: asyncio.Event = field(default_factory=asyncio.Event)

    async def start(self, port: int = 0) -> None:
        """Listen on 127.0.0.1; port 0 takes a free one."""
        app = web.Application(client_max_size=_BODY_LIMIT)
        app.router.add_route("*", "/bot{token}/{method}", self._serve_method)
        app.router.add_route("GET", "/file/bot{token}/{path:.+}", self._serve_file)
        # A poll whose client is gone must end, or it would look like a second poller.
        self._runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        host_and_port = self._runner.addresses[0]
        self.port = int(host_and_port[1])

    async def stop(self) -> None:
        """Close the port and every connection."""
        self._ending.set()
        if self._runner is not None:
            await self._runner.cleanup()

    def _check_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self.token:
            raise Refused(401, "Unauthorized")

    async def _serve_method(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        method = {name.lower(): name for name in (method, *PARAMETERS)}.get(method.lower(), method)
        self.counts[method] += 1
        fault = self.faults.take(method)
        if fault is not None and not fault.after:
            return await self._misbehave(request, fault)
        response = await self._answer(method, request)
        if fault is not None:
            return await self._misbehave(request, fault)
        return response

    async def _answer(self, method: str, request: web.Request) -> web.Response:
        call = Call(method, {})
        try:
            self._check_token(request)
            call = await read_call(method, request)
            result = await self.carry_out(call)
        except Refused as refusal:
            self._record(call, refusal.description)
            if refusal.violation:
                self.violations.append(f"{method}: {refusal.violation}")
            self.world.changed.fire()
            return web.Response(status=refusal.status, body=dump(refusal.body()), content_type="application/json")
        self._record(call, "")
        self.world.changed.fire()
        body = result.body() if isinstance(result, Batch) else dump({"ok": True, "result": result})
        return web.Response(body=body, content_type="application/json")

    async def carry_out(self, call: Call) -> object:
        """Do what a call asks for.

        Raises:
            Refused: Unknown method or parameter, or the method's own reasons.
        """
        handler = self.handlers.get(call.method)
        if handler is None:
            raise Refused(404, "Not Found", violation="a method that the twin does not know")
        known = PARAMETERS[call.method]
        # Uploads may have any name when a field points at them with attach://.
        if strange := sorted(set(call.values) - known):
            raise unknown_field("the request", strange)
        return await handler(call)

    def _record(self, call: Call, refused: str) -> None:
        if call.method != "getUpdates":
            self.requests.append(
                Request(call.method, dict(call.values), tuple(sorted(call.uploads)), self.world.clock(), refused)
            )

    async def _misbehave(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        self.world.changed.fire()
        match fault.kind:
            case "fail" if fault.refusal is not None:
                body = dump(fault.refusal.body())
                return web.Response(status=fault.refusal.status, body=body, content_type="application/json")
            case "garbage":
                return web.Response(body=fault.body, content_type="text/html")
            case "silence":
                await self._ending.wait()
            case _:
                await asyncio.sleep(0)
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=500)

    async def _serve_file(self, request: web.Request) -> web.StreamResponse:
        self.counts["file"] += 1
        if (fault := self.faults.take("file")) is not None:
            return await self._misbehave(request, fault)
        stored = self.world.files.by_path.get(request.match_info["path"])
        if request.match_info["token"] != self.token or stored is None:
            return web.Response(
                status=404, body=dump(Refused(404, "Not Found").body()), content_type="application/json"
            )
        return web.Response(body=bytes_of(stored), content_type="application/octet-stream")
