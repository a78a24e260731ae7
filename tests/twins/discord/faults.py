"""Trouble on demand: refusals, floods, rubbish and silence, by method and path."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Scope = Literal["user", "global", "shared"]


@dataclass(slots=True)
class Planned:
    """One fault waiting for its requests.

    Attributes:
        status: what to answer; 0 for silence, which holds the request until the server stops.
        retry_after: seconds, told with a 429.
        body: what to send instead of JSON, or None.
    """

    method: str
    pattern: re.Pattern[str]
    times: int
    status: int
    retry_after: float = 1.0
    scope: Scope = "user"
    code: int = 0
    message: str = ""
    body: bytes | None = None
    after_effect: bool = False
    hang_up: bool = False
    met: int = 0


@dataclass(slots=True)
class Bucket:
    limit: int
    per: float
    used: dict[str, list[float]] = field(default_factory=dict[str, "list[float]"])


@dataclass(slots=True, frozen=True)
class Room:
    """What a request's bucket has left, for the X-RateLimit headers."""

    limit: int
    remaining: int
    reset_after: float
    over: bool


_ROOMY = Room(1000, 999, 1.0, over=False)


class Faults:
    """What goes wrong, and how fast one may ask.

    A path pattern is the path after ``/api/v10`` with ``*`` for one step and ``**`` for any rest,
    e.g. ``/channels/*/messages``.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._planned: list[Planned] = []
        self._buckets: list[tuple[str, re.Pattern[str], Bucket]] = []
        self._everything: Bucket | None = None

    def fail(
        self,
        method: str,
        pattern: str,
        status: int = 500,
        times: int = 1,
        *,
        retry_after: float = 0.05,
        scope: Scope = "user",
        code: int = 0,
        message: str = "",
        after_effect: bool = False,
    ) -> Planned:
        """Makes the next requests fail.

        Args:
            method: HTTP method, or ``*``.
            pattern: path pattern.
            status: HTTP status; 429 obeys `retry_after` (seconds) and `scope`.
            times: how many requests are struck.
            code: Discord's error code in the body; 0 as it sends itself when it has none.
            after_effect: do what was asked, then fail: the client cannot know that it was done.
        """
        made = Planned(
            method, _compiled(pattern), times, status, retry_after, scope, code, message, after_effect=after_effect
        )
        self._planned.append(made)
        return made

    def garbage(
        self, method: str, pattern: str, times: int = 1, body: bytes = b"<html>oops", status: int = 200
    ) -> Planned:
        """Answers with something that is no JSON, labelled as JSON."""
        made = Planned(method, _compiled(pattern), times, status, body=body)
        self._planned.append(made)
        return made

    def silence(self, method: str, pattern: str, times: int = 1) -> Planned:
        """Never answers: the request hangs until the client gives up or the twin closes."""
        made = Planned(method, _compiled(pattern), times, 0)
        self._planned.append(made)
        return made

    def lose(self, method: str, pattern: str, times: int = 1) -> Planned:
        """Does what was asked and hangs up without an answer: the client cannot know that it was done."""
        made = Planned(method, _compiled(pattern), times, 0, after_effect=True, hang_up=True)
        self._planned.append(made)
        return made

    def limit(self, method: str, pattern: str, limit: int, per: float) -> None:
        """Allows `limit` requests in `per` seconds for each resource that the pattern meets."""
        self._buckets.append((method, _compiled(pattern), Bucket(limit, per)))

    def limit_globally(self, limit: int = 50, per: float = 1.0) -> None:
        """Holds all requests to the global rate; off until asked for, so that tests run at full speed."""
        self._everything = Bucket(limit, per)

    def clear(self) -> None:
        self._planned.clear()
        self._buckets.clear()
        self._everything = None

    def take(self, method: str, path: str) -> Planned | None:
        """Gives the fault that strikes this request, counting it."""
        for planned in self._planned:
            if planned.met < planned.times and planned.method in ("*", method) and planned.pattern.fullmatch(path):
                planned.met += 1
                return planned
        return None

    def room(self, method: str, path: str, resource: str) -> Room:
        """Counts a request into its bucket; where none was set there is always room, even while the clock stands."""
        bucket: Bucket | None = None
        for wanted, pattern, candidate in self._buckets:
            if wanted in ("*", method) and pattern.fullmatch(path):
                bucket = candidate
        return _ROOMY if bucket is None else self._count(bucket, resource)

    def global_room(self) -> Room | None:
        return None if self._everything is None else self._count(self._everything, "")

    def _count(self, bucket: Bucket, resource: str) -> Room:
        now = self._clock()
        used = [moment for moment in bucket.used.get(resource, []) if now - moment < bucket.per]
        over = len(used) >= bucket.limit
        if not over:
            used.append(now)
        bucket.used[resource] = used
        return Room(bucket.limit, max(0, bucket.limit - len(used)), max(0.0, bucket.per - (now - used[0])), over)


def _compiled(pattern: str) -> re.Pattern[str]:
    steps = re.escape(pattern).replace(r"\*\*", ".*").replace(r"\*", "[^/]+")
    return re.compile(steps)
