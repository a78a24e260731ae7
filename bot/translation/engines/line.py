"""The way by which deep-translator asks the network, in place of the library ``requests`` in its modules.

What it lacks is done here: a time limit over all of an answer, a limit of its size, our name, connections that are used
again, no cookies, and failures that name neither a key nor a text.
"""

import re
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy

import orjson
import requests
import requests.exceptions

from bot.translation.engine import EngineFailed, Fault
from bot.translation.engines.answers import MOST_BYTES, USER_AGENT, failure

CONNECT_SECONDS = 5.0
READ_SECONDS = 10.0
"""Between two pieces of an answer."""

WHOLE_SECONDS = 12.0
"""For all of an answer: one that drips holds a thread no longer than this, and one more piece."""

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """An answer, as far as deep-translator looks at one."""

    status_code: int
    text: str

    def json(self) -> object:
        """What it says, where it is JSON."""
        try:
            found: object = orjson.loads(self.text)
        except ValueError:
            raise EngineFailed(Fault.UNREACHABLE, "what it answers is no JSON") from None
        return found

    def close(self) -> None:
        """It was read whole; nothing is open."""


class Line:
    """Stands where deep-translator's modules say ``requests``."""

    exceptions = requests.exceptions

    def __init__(self, read_seconds: float = READ_SECONDS, whole_seconds: float = WHOLE_SECONDS) -> None:
        self._own = threading.local()
        self._read_seconds = read_seconds
        self._whole_seconds = whole_seconds

    def get(self, url: str, params: Mapping[str, str] | None = None, proxies: Mapping[str, str] | None = None) -> Page:
        """Asks; a DeepL key that stands among the parameters goes into a header, and the text into a body."""
        fields = dict(params or {})
        key = fields.pop("auth_key", None)
        if key is not None:
            return self._page("POST", url, proxies, data=fields, headers={"Authorization": f"DeepL-Auth-Key {key}"})
        return self._page("GET", url, proxies, params=fields)

    def post(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        json: Sequence[Mapping[str, str]] = (),
        proxies: Mapping[str, str] | None = None,
    ) -> Page:
        """Asks with a JSON body."""
        body = orjson.dumps([dict(one) for one in json])
        return self._page("POST", url, proxies, params=params, headers=headers, data=body)

    def _page(
        self,
        method: str,
        url: str,
        proxies: Mapping[str, str] | None,
        *,
        params: Mapping[str, str] | None = None,
        data: Mapping[str, str] | bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Page:
        try:
            with self._session().request(
                method,
                url,
                params=params,
                data=data,
                headers=headers,
                proxies=None if proxies is None else dict(proxies),
                timeout=(CONNECT_SECONDS, self._read_seconds),
                stream=True,
            ) as response:
                read = self._whole(response)
        except EngineFailed:
            raise
        except Exception as error:
            # Of requests, of what that stands on, or of the system: their words hold the address, and that the text.
            raise EngineFailed(Fault.UNREACHABLE, type(error).__name__) from None
        if not 200 <= response.status_code < 300:
            raise failure(response.status_code, response.headers)
        text = read.decode("utf-8", errors="replace")
        if "html" in response.headers.get("Content-Type", ""):
            text = _BREAK.sub("\n", text)  # else nothing is left of it
        return Page(response.status_code, text)

    def _session(self) -> requests.Session:
        """A thread's own."""
        found: requests.Session | None = getattr(self._own, "session", None)
        if found is None:
            found = self._own.session = requests.Session()
            found.headers["User-Agent"] = USER_AGENT
            found.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        return found

    def _whole(self, response: requests.Response) -> bytes:
        ends = time.monotonic() + self._whole_seconds
        read = bytearray()
        # Not iter_content: it waits until a piece is full.
        while piece := response.raw.read1(16 * 1024, decode_content=True):
            read += piece
            if len(read) > MOST_BYTES:
                raise EngineFailed(Fault.UNREACHABLE, "its answer has no end")
            if time.monotonic() > ends:
                raise EngineFailed(Fault.UNREACHABLE, "its answer takes too long")
        return bytes(read)
