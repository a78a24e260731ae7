"""HTTP for the library: its ``BaseRequest`` over aiohttp, which costs about half of its own httpx client.

The library never learns the token: it is given addresses that begin with a mark, and the token is put in here, at the
last moment. So whatever the library logs or raises, at any level, cannot hold it.
"""

import asyncio
import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final, cast
from urllib.parse import urlencode

import aiohttp
import orjson
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.adapters.telegram.errors import TooFast, TooLarge, Unsent

METHODS: Final = "telegram:"
"""The library's base address of methods."""
FILES: Final = "telegram-file:"
"""The library's base address of files."""
_TOO_MANY: Final = 429
_TOO_LARGE: Final = 413
_SERVER_ERRORS: Final = 500
_DEFAULT_PAUSE: Final = 1.0  # seconds, where a 429 does not say
_CONNECT: Final = 10.0  # seconds
_CHUNK: Final = 64 * 1024
_UPLOAD_PATIENCE: Final = 4  # times as long for an answer to files


def _loaded(payload: bytes) -> object:
    """JSON as values; text that is not well-formed Unicode is mended, never refused."""
    try:
        return cast("object", orjson.loads(payload))
    except orjson.JSONDecodeError:
        # Half a surrogate pair, or bytes that are no UTF-8: the standard library lets it through, a second pass cleans.
        loose = json.dumps(json.loads(payload.decode("utf-8", "replace")), ensure_ascii=False)
        return cast("object", orjson.loads(loose.encode("utf-8", "replace")))


class AiohttpRequest(BaseRequest):
    """Requests to one Bot API server.

    Args:
        api_base: the server, without the token: ``https://api.telegram.org``.
        token: the bot's.
        answer_within: seconds to wait for an answer, where the caller does not say.
    """

    __slots__ = ("_files", "_methods", "_session", "_token", "_within")

    def __init__(self, api_base: str, token: str, *, answer_within: float) -> None:
        base = api_base.rstrip("/")
        self._methods = f"{base}/bot{token}"
        self._files = f"{base}/file/bot{token}"
        self._token = token
        self._within = answer_within
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer, where the caller does not say."""
        return self._within

    async def initialize(self) -> None:
        """Nothing: the session is opened by the first request."""

    async def shutdown(self) -> None:
        """Closes the connections; a later request opens new ones."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            # 100 connections at most, kept open: a poll holds one, sends share the rest.
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=100, keepalive_timeout=75),
                auto_decompress=True,
                raise_for_status=False,
            )
        return self._session

    def _address(self, url: str) -> str:
        if url.startswith(METHODS):
            return self._methods + url.removeprefix(METHODS)
        return self._files + url.removeprefix(FILES)

    def _hidden(self, error: Exception) -> str:
        return f"{type(error).__name__}: {error}".replace(self._token, "***")

    async def ask(
        self, method: str, parameters: Mapping[str, object] | None = None, *, within: float | None = None
    ) -> object:
        """Calls a method past the library: its answer is plain JSON, and nothing of it is logged.

        Raises:
            TelegramError: as the library's own methods do.
        """
        query = {
            name: value if isinstance(value, str) else orjson.dumps(value).decode()
            for name, value in (parameters or {}).items()
        }
        url = f"{METHODS}/{method}?{urlencode(query)}" if query else f"{METHODS}/{method}"
        return cast("object", await self.post(url, read_timeout=self._within if within is None else within))

    async def download(self, url: str, limit: int) -> bytes | None:
        """A file's bytes, or None when there are more than ``limit`` or it is gone.

        Raises:
            TelegramError: on a broken connection, silence or a server's error.
        """
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=_CONNECT, sock_read=self._within)
        try:
            async with self._opened().get(self._address(url), timeout=timeout) as response:
                if response.status == _TOO_MANY:
                    raise TooFast(_DEFAULT_PAUSE)
                if response.status >= _SERVER_ERRORS:
                    raise NetworkError(f"HTTP {response.status}")
                if response.status != 200:
                    return None
                content = bytearray()
                async for chunk in response.content.iter_chunked(_CHUNK):
                    content += chunk
                    if len(content) > limit:
                        return None
                return bytes(content)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise NetworkError(self._hidden(error)) from None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request; the library reads the answer.

        Raises:
            Unsent: it never left.
            TimedOut: no answer in time: it may have been done.
            TooFast: HTTP 429.
            TooLarge: HTTP 413.
            NetworkError: the connection broke, a 5xx, an answer that is no JSON.
        """
        within = read_timeout if isinstance(read_timeout, int | float) else self._within
        if request_data is not None and request_data.contains_files:
            within *= _UPLOAD_PATIENCE
        body, headers = _body(request_data)
        try:
            # One deadline for all of it by the loop's own timer, and one for connecting, to know what never left.
            async with (
                asyncio.timeout(within),
                self._opened().request(
                    method, self._address(url), data=body, headers=headers, timeout=_CONNECTING, allow_redirects=False
                ) as response,
            ):
                status, payload = response.status, await response.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise Unsent(self._hidden(error)) from None
        except TimeoutError:
            raise TimedOut("no answer in time") from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(self._hidden(error)) from None
        if status == _TOO_MANY:
            raise TooFast(_pause(payload))
        if status == _TOO_LARGE:
            raise TooLarge("request entity too large")
        if status >= _SERVER_ERRORS:
            raise NetworkError(f"HTTP {status}")
        return status, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """An answer's object.

        Raises:
            TelegramError: when it is no answer of a Bot API server.
        """
        try:
            answer = _loaded(payload)
        except ValueError:
            raise TelegramError("the answer is no JSON") from None
        if not isinstance(answer, dict) or not ("result" in answer or "description" in answer):
            raise TelegramError("the answer is not one of the Bot API")
        return cast("dict[str, Any]", answer)


_CONNECTING: Final = aiohttp.ClientTimeout(total=None, sock_connect=_CONNECT)


def _body(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str] | None]:
    if data is None:
        return None, None
    if not data.contains_files:
        # The library would encode each value for itself and all of them again; the server takes plain JSON.
        return _dumped(data.parameters), {"Content-Type": "application/json"}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, media_type) in data.multipart_data.items():
        # Bytes by the megabyte would be written in one go; a stream goes piece by piece.
        stream = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=file_name, content_type=media_type)
    return form, None


def _dumped(parameters: dict[str, Any]) -> bytes:
    try:
        return orjson.dumps(parameters)
    except TypeError:
        # Half a surrogate pair: escaped as it is, the server says what it thinks of it.
        return json.dumps(parameters).encode()


def _pause(payload: bytes) -> float:
    try:
        answer = _loaded(payload)
    except ValueError:
        return _DEFAULT_PAUSE
    if isinstance(answer, dict):
        parameters = cast("dict[str, object]", answer).get("parameters")
        if isinstance(parameters, dict):
            seconds = cast("dict[str, object]", parameters).get("retry_after")
            if isinstance(seconds, int | float):
                return float(seconds)
    return _DEFAULT_PAUSE
