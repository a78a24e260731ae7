"""The page and what it asks: HTML, static files, texts, files up and down, and the websocket."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.adapters.playground.acts import Acts
from bot.adapters.playground.cast import Texts
from bot.adapters.playground.guard import Guard
from bot.adapters.playground.limits import REQUEST_BYTES, Side, capabilities
from bot.adapters.playground.requests import read
from bot.adapters.playground.samples import SAMPLES
from bot.adapters.playground.tabs import Tab, Tabs
from bot.adapters.playground.wire import written
from bot.adapters.playground.world import World
from bot.domain.attachments import MediaKind
from bot.domain.errors import Unreadable
from bot.domain.locales import Locale, nearest

_HERE: Final = Path(__file__).parent

_PAGE_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_FILE_POLICY: Final = "default-src 'none'; sandbox; frame-ancestors 'none'"
_FRESH: Final = {"Cache-Control": "no-cache"}

_BAD_REQUEST: Final = 4400
_FOREIGN: Final = 4403


class _Static(StaticFiles):
    """Static files that a browser asks for again each time (they answer 304), so that an update shows at once."""

    def __init__(self, folder: Path, guard: Guard) -> None:
        super().__init__(directory=folder)
        self._guard = guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._guard.knows_host(Headers(scope=scope)):
            raise HTTPException(403)
        await super().__call__(scope, receive, send)

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers.update(_FRESH)
        return response


class Pages:
    """Serves the playground."""

    def __init__(self, world: World, tabs: Tabs, acts: Acts, texts: Texts, guard: Guard) -> None:
        self._world = world
        self._tabs = tabs
        self._acts = acts
        self._texts = texts
        self._guard = guard
        self._templates = Environment(
            loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined
        )

    @property
    def routes(self) -> Sequence[BaseRoute]:
        """What is to be mounted."""
        return (
            Route("/", self._known(self._page)),
            Route("/playground/texts/{locale}", self._known(self._page_texts)),
            Route("/playground/files", self._own(self._upload), methods=["POST"]),
            Route("/playground/files/{id}", self._known(self._download)),
            WebSocketRoute("/playground/socket", self._socket),
            Mount("/playground/static", _Static(_HERE / "static", self._guard)),
        )

    def _known(self, handler: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        async def guarded(request: Request) -> Response:
            if not self._guard.knows_host(request.headers):
                raise HTTPException(403)
            return await handler(request)

        return guarded

    def _own(self, handler: Callable[[Request], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
        async def guarded(request: Request) -> Response:
            if not self._guard.same_origin(request.headers):
                raise HTTPException(403)
            return await handler(request)

        return guarded

    async def _page(self, request: Request) -> Response:
        locale = _preferred(request)
        page = self._templates.get_template("page.html").render(
            locale=locale, texts=self._texts(locale), locales=tuple(Locale), samples=SAMPLES, sides=tuple(Side)
        )
        return Response(
            page,
            media_type="text/html",
            headers={**_FRESH, "Content-Security-Policy": _PAGE_POLICY, "Vary": "Accept-Language"},
        )

    async def _page_texts(self, request: Request) -> Response:
        try:
            locale = Locale(str(request.path_params["locale"]))
        except ValueError:
            raise HTTPException(404) from None
        return JSONResponse(dict(self._texts(locale)), headers=_FRESH)

    async def _upload(self, request: Request) -> Response:
        try:
            side = Side(request.headers.get("x-side", ""))
        except ValueError:
            raise HTTPException(400) from None
        most = capabilities(side, private=True).file_bytes
        content = await _body(request, most)
        if content is None:
            return JSONResponse({"refused": "refused-large", "about": str(most // (1024 * 1024))}, status_code=413)
        name = _clean(unquote(request.headers.get("x-name", "")))
        media_type = request.headers.get("content-type", "application/octet-stream")[:100]
        try:
            file = self._world.keep(content, name, media_type)
        except OSError:
            return JSONResponse({"refused": "refused-disk", "about": ""}, status_code=507)
        return JSONResponse({"id": file.id, "name": file.name, "size": file.size, "picture": file.picture})

    async def _download(self, request: Request) -> Response:
        file = self._world.file(str(request.path_params["id"]))
        content = None if file is None else await asyncio.to_thread(self._world.content, file.id)
        if file is None or content is None:
            raise HTTPException(404)
        shown = file.picture or file.kind != MediaKind.FILE.value
        disposition = "inline" if shown else f"attachment; filename*=UTF-8''{quote(file.name)}"
        return Response(
            content,
            media_type=file.media_type if shown else "application/octet-stream",
            headers={
                "Content-Disposition": disposition,
                "Content-Security-Policy": _FILE_POLICY,
                "Cache-Control": "private, max-age=3600, immutable",
            },
        )

    async def _socket(self, socket: WebSocket) -> None:
        if not self._guard.same_origin(socket.headers):
            await socket.close(_FOREIGN)
            return
        await socket.accept()
        tab = Tab()
        self._tabs.open(tab)
        talking = asyncio.create_task(_talk(socket, tab))
        try:
            await self._listen(socket, tab)
        finally:
            self._tabs.close(tab)
            talking.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await talking

    async def _listen(self, socket: WebSocket, tab: Tab) -> None:
        with contextlib.suppress(WebSocketDisconnect):
            while True:
                text = await socket.receive_text()
                try:
                    request = read(text if len(text) <= REQUEST_BYTES else "")
                except Unreadable:
                    await socket.close(_BAD_REQUEST)
                    return
                await self._acts.do(tab, request)


async def _talk(socket: WebSocket, tab: Tab) -> None:
    """Tells a page what is queued for it, in order, until it is gone."""
    with contextlib.suppress(WebSocketDisconnect, RuntimeError):
        while (reply := await tab.replies.get()) is not None:
            await socket.send_text(written(reply))
        await socket.close()


async def _body(request: Request, most: int) -> bytes | None:
    """The body, or None as soon as it is longer than allowed."""
    parts: list[bytes] = []
    length = 0
    with contextlib.suppress(ClientDisconnect):
        async for part in request.stream():
            length += len(part)
            if length > most:
                return None
            parts.append(part)
    return b"".join(parts)


def _clean(name: str) -> str:
    """A file's name as typed, without what no name has."""
    kept = "".join(character for character in name if character.isprintable() and character not in '/\\"')
    return kept[-120:] or "file"


def _preferred(request: Request) -> Locale:
    """The first of the browser's languages that the page speaks, or English."""
    for entry in request.headers.get("accept-language", "").split(","):
        found = nearest(entry.partition(";")[0].strip())
        if found is not None:
            return found
    return Locale.ENGLISH
