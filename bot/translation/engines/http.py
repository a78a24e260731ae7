"""How the services that speak JSON are asked: one aiohttp session, made when it is first needed."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

from bot.translation.engine import EngineFailed, Fault
from bot.translation.engines.answers import MOST_BYTES, USER_AGENT, brief, failure

if TYPE_CHECKING:  # a bot that is not on Discord may never need it
    import aiohttp

SECONDS = 30.0
"""After which an answer is given up; guards are less patient."""

MOST_CONNECTIONS = 64


class Http:
    """Asks for JSON. Everything that goes wrong is an :class:`EngineFailed`."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    async def get(self, address: str) -> object:
        """What is read there."""
        return await self._asked("GET", address)

    async def post(self, address: str, body: Mapping[str, str]) -> object:
        """What is answered to a JSON body."""
        return await self._asked("POST", address, body=body)

    async def post_form(self, address: str, fields: Mapping[str, str]) -> object:
        """What is answered to a form."""
        return await self._asked("POST", address, fields=fields)

    async def close(self) -> None:
        """Ends all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _asked(
        self,
        method: str,
        address: str,
        *,
        body: Mapping[str, str] | None = None,
        fields: Mapping[str, str] | None = None,
    ) -> object:
        if self._session is None:
            await asyncio.to_thread(import_module, "aiohttp")  # a tenth of a second where it is not loaded yet
        import aiohttp  # noqa: PLC0415  # it is by now

        if self._session is None:
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(total=SECONDS),
                connector=aiohttp.TCPConnector(limit=MOST_CONNECTIONS),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": USER_AGENT, "Accept": "application/json"},
                trust_env=True,
            )
        try:
            # A redirected POST would arrive as a GET without its text.
            async with self._session.request(
                method, address, json=body, data=fields, allow_redirects=False
            ) as response:
                answer = _json(await _read(response))
                if 300 <= response.status < 400:
                    leads = response.headers.get("Location", "elsewhere")
                    raise EngineFailed(Fault.UNREACHABLE, brief(f"it redirects to {leads}"))
                if response.status != 200:
                    raise failure(response.status, response.headers, _words(answer))
        except (aiohttp.ClientError, TimeoutError, asyncio.IncompleteReadError, OSError, ValueError) as error:
            # Their words may hold the address; the class says enough.
            raise EngineFailed(Fault.UNREACHABLE, type(error).__name__) from None
        if answer is None:
            raise EngineFailed(Fault.UNREACHABLE, "what it answers is no JSON")
        return answer


async def _read(response: "aiohttp.ClientResponse") -> bytes:
    read = bytearray()
    async for chunk in response.content.iter_chunked(64 * 1024):
        read += chunk
        if len(read) > MOST_BYTES:
            raise EngineFailed(Fault.UNREACHABLE, "its answer has no end")
    return bytes(read)


def _json(read: bytes) -> object:
    try:
        found: object = json.loads(read)
    except ValueError:  # also what is no UTF-8
        return None
    return found


def _words(answer: object) -> str:
    """What a service says of an error, where it says it as these do."""
    for name in ("error", "explanation", "message"):
        said = member(answer, name)
        if isinstance(said, str):
            return said
    return ""


def member(answer: object, *names: str) -> object:
    """What stands in an answer under these names, one in the other; None where there is nothing of the kind."""
    for name in names:
        answer = cast("dict[str, object]", answer).get(name) if isinstance(answer, dict) else None
    return answer


def members(answer: object) -> Sequence[object] | None:
    """What a list holds; None where it is none."""
    return cast("list[object]", answer) if isinstance(answer, list) else None
