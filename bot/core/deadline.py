"""A handler's time limit, which stands still while a platform makes the handler wait."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from types import TracebackType

HANDLER_SECONDS = 20.0
"""A handler that computes longer than this is ended."""


class Deadline:
    """A time limit in seconds of its own; raises TimeoutError inside the ``async with`` when it is over."""

    def __init__(self, seconds: float = HANDLER_SECONDS) -> None:
        self._seconds = seconds
        self._timeout: asyncio.Timeout | None = None

    async def __aenter__(self) -> None:
        self._timeout = asyncio.timeout(self._seconds)
        await self._timeout.__aenter__()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timeout is not None:
            timeout, self._timeout = self._timeout, None
            await timeout.__aexit__(kind, error, trace)

    @asynccontextmanager
    async def paused(self) -> AsyncGenerator[None]:
        """Time spent inside does not count."""
        timeout = self._timeout
        loop = asyncio.get_running_loop()
        ends = timeout.when() if timeout is not None else None
        if timeout is None or ends is None:
            yield
            return
        left = ends - loop.time()
        timeout.reschedule(None)
        try:
            yield
        finally:
            if not timeout.expired():
                timeout.reschedule(loop.time() + max(left, 0))
