"""The server: uvicorn inside the process's own loop, without signal handlers of its own."""

import asyncio
import contextlib
import errno
import socket
from collections.abc import Generator, Sequence

import uvicorn
from prometheus_client import CollectorRegistry
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, WebSocketRoute
from starlette.types import ASGIApp

from bot.domain.errors import ConfigurationError
from bot.web.headers import SecurityHeaders
from bot.web.status import Health, status_routes

_GRACE_SECONDS = 3
_WEBSOCKET_BYTES = 128 * 1024
_LINES = {400: "bad request", 403: "forbidden", 404: "not found", 405: "method not allowed", 500: "internal error"}


_TICK = 0.1
"""Seconds between two looks of uvicorn at what it has to do by itself, such as the date of its answers; its own."""


class _Server(uvicorn.Server):
    """Leaves signals to whoever runs the process, and ends as soon as it is asked to."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._asked = asyncio.Event()

    def end(self) -> None:
        """Asks it to take nothing more, and to end when open requests are answered."""
        self.should_exit = True
        self._asked.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None]:
        yield

    async def main_loop(self) -> None:
        counter = 0
        while not await self.on_tick(counter):
            counter = (counter + 1) % 864_000
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_TICK):
                    await self._asked.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if self.server_state.connections or self.server_state.tasks:
            await super().shutdown(sockets)
            return
        # Nobody is being answered: there is nothing to wait for.
        for server in self.servers:
            server.close()
        for one in sockets or []:
            one.close()


class WebServer:
    """Serves health, metrics and the given routes.

    Args:
        host: the address to listen on.
        port: 0 for any free one.
        health: see :data:`~bot.web.status.Health`.
        registry: what ``/metrics`` shows.
        routes: of adapters; a ``WebSocketRoute`` stands among them, not in a mount.
    """

    def __init__(
        self,
        host: str,
        port: int,
        *,
        health: Health,
        registry: CollectorRegistry,
        routes: Sequence[BaseRoute] = (),
    ) -> None:
        self._host = host
        self._wanted = port
        self._port: int | None = None
        self._listening = asyncio.Event()
        # Speaking websockets costs megabytes: only where one of the routes does.
        self._speaks = any(isinstance(route, WebSocketRoute) for route in routes)
        self.app = application(health, registry, routes)

    @property
    def port(self) -> int:
        """The port that is listened on; the wished one before it listens."""
        return self._wanted if self._port is None else self._port

    async def listening(self) -> None:
        """Waits until requests are taken."""
        await self._listening.wait()

    async def run(self) -> None:
        """Serves until cancelled; then lets open requests finish for a short while.

        Raises:
            ConfigurationError: the address or port cannot be used, naming ``WEB_HOST`` or ``WEB_PORT``.
        """
        with contextlib.closing(_bound(self._host, self._wanted)) as bound:
            self._port = int(bound.getsockname()[1])
            config = uvicorn.Config(
                self.app,
                log_config=None,
                log_level="warning",
                access_log=False,
                lifespan="off",
                ws="websockets-sansio" if self._speaks else "none",
                ws_max_size=_WEBSOCKET_BYTES,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=_GRACE_SECONDS,
            )
            server = _Server(config)
            bound.listen(config.backlog)
            serving = asyncio.create_task(server.serve(sockets=[bound]))
            self._listening.set()
            try:
                await asyncio.shield(serving)
            finally:
                server.end()
                await serving


def application(health: Health, registry: CollectorRegistry, routes: Sequence[BaseRoute]) -> ASGIApp:
    """The whole application; the headers come last, so that the page for what went wrong has them too."""
    return SecurityHeaders(
        Starlette(
            routes=[*status_routes(health, registry), *routes],
            exception_handlers={HTTPException: _refused, Exception: _failed},
        )
    )


async def _refused(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    return JSONResponse({"error": _LINES.get(status, "refused")}, status_code=status, headers=headers)


async def _failed(_: Request, __: Exception) -> Response:
    return JSONResponse({"error": _LINES[500]}, status_code=500)


def _bound(host: str, port: int) -> socket.socket:
    """A socket bound to the address; raises :class:`~bot.domain.errors.ConfigurationError`."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except OSError:
        raise ConfigurationError("WEB_HOST", "no such address on this machine; 127.0.0.1 is the usual one") from None
    bound = socket.socket(family, kind, protocol)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
    except OSError as error:
        bound.close()
        if error.errno == errno.EADDRINUSE:
            problem = f"port {port} is already in use on {host}; stop what uses it or choose another"
            raise ConfigurationError("WEB_PORT", problem) from None
        if error.errno == errno.EACCES:
            raise ConfigurationError("WEB_PORT", f"port {port} needs rights; choose one above 1023") from None
        raise ConfigurationError("WEB_HOST", "not an address of this machine; 127.0.0.1 is the usual one") from None
    return bound
