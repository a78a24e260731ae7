"""A server that speaks LibreTranslate's API on a loopback port, and does wrong on demand."""

import asyncio
import re
from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.kit.patience import PATIENCE
from tests.twins.translation.phrases import translated

Answer = Callable[["Asked"], "web.StreamResponse | str"]
"""What is answered to a request: a whole response, or just the translation."""

_TOKEN = re.compile(r"\{(\d+)\}")


@dataclass(frozen=True, slots=True)
class Asked:
    """A text that was to be translated."""

    text: str
    source: str
    target: str
    api_key: str = ""


@dataclass(slots=True)
class Faults:
    """What goes wrong on purpose, each for so many of the next requests, in the order planned."""

    planned: deque[Answer] = field(default_factory=deque[Answer])
    release: asyncio.Event = field(default_factory=asyncio.Event)

    def fails(
        self, status: int = 500, *, words: str = "it broke", retry_after: float | None = None, times: int = 1
    ) -> None:
        """Answers with a status and an error."""
        headers = {} if retry_after is None else {"Retry-After": f"{retry_after:g}"}
        self._plan(lambda _: web.json_response({"error": words}, status=status, headers=headers), times)

    def html(self, *, times: int = 1) -> None:
        """Answers with a page, and status 200."""
        page = "<!doctype html><title>Welcome</title><p>Log in to the hotel's network</p>"
        self._plan(lambda _: web.Response(text=page, content_type="text/html"), times)

    def empty(self, *, times: int = 1) -> None:
        """Translates into nothing."""
        self._plan(lambda _: "", times)

    def source_again(self, *, times: int = 1) -> None:
        """Gives back what it was asked."""
        self._plan(lambda asked: asked.text, times)

    def wrong_language(self, to: str, *, times: int = 1) -> None:
        """Translates into another language than wanted."""
        self._plan(lambda asked: translated(asked.text, to), times)

    def swallows_shields(self, *, times: int = 1) -> None:
        """Leaves tokens out."""
        self._garble(lambda number: "", times)

    def doubles_shields(self, *, times: int = 1) -> None:
        """Says tokens twice."""
        self._garble(lambda number: f"{{{number}}} {{{number}}}", times)

    def spaces_shields(self, *, times: int = 1) -> None:
        """Draws tokens apart."""
        self._garble(lambda number: f"{{ {number} }}", times)

    def translates_shields(self, *, times: int = 1) -> None:
        """Takes tokens for words."""
        self._garble(lambda number: f"(uno {number})", times)

    def says(self, answer: str, *, times: int = 1) -> None:
        """Answers with just this."""
        self._plan(lambda _: answer, times)

    def _garble(self, how: Callable[[str], str], times: int) -> None:
        self._plan(lambda asked: _TOKEN.sub(lambda token: how(token[1]), translated(asked.text, asked.target)), times)

    def _plan(self, answer: Answer, times: int) -> None:
        self.planned.extend([answer] * times)


@dataclass(slots=True)
class LibreTranslateTwin:
    """The server. Use it as a context.

    Attributes:
        languages: their codes; all translate into all.
        api_key: demanded where it is not empty.
        asked: all texts, in order.
        counts: requests by path.
        stalled: while True no text is answered; what waits goes on when it becomes False again.
        most_at_once: of texts that were on their way.
        delay: seconds before each answer.
    """

    languages: Sequence[str] = ("en", "es", "zh", "zt", "fr", "de", "pt", "ru", "ja", "ko")
    api_key: str = ""
    faults: Faults = field(default_factory=Faults)
    asked: list[Asked] = field(default_factory=list[Asked])
    counts: Counter[str] = field(default_factory=Counter[str])
    stalled: bool = False
    most_at_once: int = 0
    delay: float = 0.0
    port: int = 0
    _at_once: int = 0
    _runner: web.AppRunner | None = None
    _changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def address(self) -> str:
        """Where it is reached."""
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/languages", self._languages)
        app.router.add_post("/translate", self._translate)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = int(self._runner.addresses[0][1])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.go_on()
        if self._runner is not None:
            await self._runner.cleanup()

    async def until_asked(self, times: int, *, seconds: float = PATIENCE) -> None:
        """Waits until so many texts have come."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: len(self.asked) >= times)

    async def go_on(self) -> None:
        """Ends a stall."""
        self.stalled = False
        async with self._changed:
            self._changed.notify_all()

    async def _languages(self, request: web.Request) -> web.Response:
        self.counts[request.path] += 1
        codes = list(self.languages)
        return web.json_response([{"code": code, "name": code, "targets": codes} for code in codes])

    async def _translate(self, request: web.Request) -> web.StreamResponse:
        self.counts[request.path] += 1
        body: dict[str, object] = await request.json()
        if body.get("format") != "text":
            return web.json_response({"error": "Invalid request: missing parameters"}, status=400)
        asked = Asked(*(str(body.get(name, "")) for name in ("q", "source", "target", "api_key")))
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            async with self._changed:
                self.asked.append(asked)
                self._changed.notify_all()
                await self._changed.wait_for(lambda: not self.stalled)
            if self.delay:
                await asyncio.sleep(self.delay)
            return self._answered(asked)
        finally:
            self._at_once -= 1

    def _answered(self, asked: Asked) -> web.StreamResponse:
        if self.api_key and asked.api_key != self.api_key:
            return web.json_response({"error": "Invalid API key"}, status=403)
        for code in (asked.source, asked.target):
            if code not in self.languages:
                return web.json_response({"error": f"{code} is not supported"}, status=400)
        planned = self.faults.planned
        answer = planned.popleft()(asked) if planned else translated(asked.text, asked.target)
        return web.json_response({"translatedText": answer}) if isinstance(answer, str) else answer
