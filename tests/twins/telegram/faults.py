"""What goes wrong on purpose."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Literal

from tests.twins.telegram.jsons import Json
from tests.twins.telegram.refusals import Refused

_WORDS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


@dataclass(slots=True)
class Fault:
    """One planned fault.

    Attributes:
        pattern: Which methods, e.g. `send*`; `file` for downloads.
        kind: What the client sees.
        times: How often it still happens.
        after: Whether the request is carried out first, so that only its answer is lost.
        body: For `garbage`.
    """

    pattern: str
    kind: Literal["fail", "garbage", "silence", "drop"]
    times: int
    after: bool = False
    refusal: Refused | None = None
    body: bytes = b""


@dataclass(slots=True)
class Faults:
    """The plan of faults; the first that fits a request is used."""

    planned: deque[Fault] = field(default_factory=deque[Fault])
    happened: list[str] = field(default_factory=list[str])

    def fail(
        self,
        pattern: str = "*",
        *,
        status: int = 500,
        times: int = 1,
        retry_after: int | None = None,
        description: str = "",
        after: bool = False,
    ) -> None:
        """Answer with an error.

        Args:
            pattern: Shell pattern of method names, e.g. `send*`.
            status: HTTP status and error code.
            times: For so many requests.
            retry_after: Seconds, for 429.
            description: Instead of the usual words.
            after: Carry the request out first.
        """
        words = _WORDS.get(status, "Error")
        parameters: Json = {}
        if retry_after is not None:
            parameters["retry_after"] = retry_after
            words = f"{words}: retry after {retry_after}"
        refusal = Refused(status, description or words, parameters)
        self.planned.append(Fault(pattern, "fail", times, after, refusal))

    def garble(
        self, pattern: str = "*", *, times: int = 1, body: bytes = b"<html>502 Bad Gateway</html>", after: bool = False
    ) -> None:
        """Answer 200 with something that is not JSON."""
        self.planned.append(Fault(pattern, "garbage", times, after, body=body))

    def silence(self, pattern: str = "*", *, times: int = 1, after: bool = False) -> None:
        """Never answer; the connection stays open until the client gives up or the twin ends."""
        self.planned.append(Fault(pattern, "silence", times, after))

    def drop(self, pattern: str = "*", *, times: int = 1, after: bool = False) -> None:
        """Close the connection without an answer."""
        self.planned.append(Fault(pattern, "drop", times, after))

    def clear(self) -> None:
        """Forget what is still planned."""
        self.planned.clear()

    def take(self, method: str) -> Fault | None:
        """The fault for a request, if any; counts it."""
        for fault in self.planned:
            if fnmatchcase(method, fault.pattern):
                fault.times -= 1
                if fault.times <= 0:
                    self.planned.remove(fault)
                self.happened.append(method)
                return fault
        return None
