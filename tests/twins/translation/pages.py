"""What deep-translator asks, on a loopback port: Google's page, MyMemory, DeepL and Microsoft, and what goes wrong."""

import asyncio
import html
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.twins.translation.phrases import WORDS, translated

PageAnswer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as it came.

    Attributes:
        query: of the address.
        body: a form's fields or, from JSON, the texts.
    """

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: Mapping[str, str]


@dataclass(slots=True)
class TranslationPages:
    """The server. Use it as a context.

    Attributes:
        key: that DeepL and Microsoft want.
        seen: all requests.
        planned: answers to the next requests, instead of translations.
    """

    key: str = "key-1:fx"
    seen: list[Seen] = field(default_factory=list[Seen])
    planned: deque[PageAnswer] = field(default_factory=deque[PageAnswer])
    port: int = 0
    at_once: int = 0
    most_at_once: int = 0
    gather: int = 0
    _together: asyncio.Event = field(default_factory=asyncio.Event)
    _runner: web.AppRunner | None = None

    @property
    def google(self) -> str:
        """Where Google's page is."""
        return f"http://127.0.0.1:{self.port}/m"

    @property
    def mymemory(self) -> str:
        """Where MyMemory is."""
        return f"http://127.0.0.1:{self.port}/get"

    @property
    def deepl(self) -> str:
        """Where DeepL is."""
        return f"http://127.0.0.1:{self.port}/v2/"

    @property
    def microsoft(self) -> str:
        """Where Microsoft is."""
        return f"http://127.0.0.1:{self.port}/translate?api-version=3.0"

    async def __aenter__(self) -> Self:
        app = web.Application()
        for method, path, handler in (
            ("GET", "/m", self._google),
            ("GET", "/get", self._mymemory),
            ("POST", "/v2/translate", self._deepl),
            ("POST", "/translate", self._microsoft),
        ):
            app.router.add_route(method, path, self._answering(handler))
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port = int(self._runner.addresses[0][1])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    def answers(self, text: str, *, status: int = 200, kind: str = "text/html", **headers: str) -> None:
        """Answers the next request so."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        async def answer(request: web.Request) -> web.StreamResponse:
            del request
            return web.Response(text=text, status=status, content_type=kind, headers=named)

        self.planned.append(answer)

    def page(self, words: str) -> None:
        """Google's page with these words where the translation stands, as markup."""
        self.answers(_page(words))

    def drips(self, release: asyncio.Event) -> None:
        """Begins the next answer and does not go on until it is let."""

        async def answer(request: web.Request) -> web.StreamResponse:
            response = web.StreamResponse()
            await response.prepare(request)
            await response.write(b"<html>")
            await release.wait()
            return response

        self.planned.append(answer)

    def drops(self) -> None:
        """Ends the next connection without a word."""

        async def answer(request: web.Request) -> web.StreamResponse:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()

        self.planned.append(answer)

    def _answering(self, handler: PageAnswer) -> PageAnswer:
        async def answer(request: web.Request) -> web.StreamResponse:
            if request.content_type == "application/json":
                texts: list[dict[str, str]] = await request.json()
                body = {str(number): one["text"] for number, one in enumerate(texts)}
            else:
                body = {name: str(value) for name, value in (await request.post()).items()}
            self.seen.append(Seen(request.method, request.path, dict(request.query), dict(request.headers), body))
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
            try:
                if self.at_once >= self.gather:
                    self._together.set()
                await self._together.wait()
                return await (self.planned.popleft() if self.planned else handler)(request)
            finally:
                self.at_once -= 1

        return answer

    async def _google(self, request: web.Request) -> web.StreamResponse:
        text = translated(request.query["q"], _plain(request.query["tl"]))
        return web.Response(text=_page(html.escape(text)), content_type="text/html")

    async def _mymemory(self, request: web.Request) -> web.StreamResponse:
        to = _plain(request.query["langpair"].partition("|")[2])
        text = html.escape(translated(request.query["q"], to))
        return web.json_response({"responseData": {"translatedText": text}, "responseStatus": 200, "matches": []})

    async def _deepl(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Authorization") != f"DeepL-Auth-Key {self.key}":
            return web.Response(status=403)
        fields = await request.post()
        text = translated(str(fields["text"]), _plain(str(fields["target_lang"])))
        return web.json_response({"translations": [{"detected_source_language": "EN", "text": text}]})

    async def _microsoft(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Ocp-Apim-Subscription-Key") != self.key:
            return web.json_response({"error": {"code": 401000, "message": "not authorised"}}, status=401)
        to = request.query["to"]
        text = translated((await request.json())[0]["text"], _plain(to))
        return web.json_response([{"translations": [{"text": text, "to": to}]}])


def _page(words: str) -> str:
    return f'<!doctype html><html><body><div class="result-container">{words}</div></body></html>'


def _plain(code: str) -> str:
    """The twins' own code for a language by any service's."""
    first, *rest = code.lower().split("-")
    if first == "zh":
        return "zt" if {"tw", "hant"} & set(rest) else "zh"
    return first if first in WORDS else "en"
