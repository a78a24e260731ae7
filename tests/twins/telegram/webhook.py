"""Delivery of updates by POST to the bot's own address."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

import aiohttp

from tests.twins.telegram.jsons import Json, as_object, as_text, parse
from tests.twins.telegram.updates import Updates

_LONGEST_PAUSE = 2.0  # seconds between tries; the real server waits up to minutes
_ANSWER_TIME = 30.0


@dataclass(slots=True)
class Webhook:
    """One webhook that was set, and the task that serves it.

    Attributes:
        follow_up: Carries out a method that the bot put into its answer.
        first_pause: Seconds before the first repeated try; doubles up to two seconds.
    """

    updates: Updates
    now: Callable[[], int]
    follow_up: Callable[[str, Json], Awaitable[None]]
    url: str = ""
    secret: str = ""
    max_connections: int = 40
    first_pause: float = 0.02
    last_error: str = ""
    last_error_date: int = 0
    deliveries: int = 0
    _task: asyncio.Task[None] | None = None

    @property
    def active(self) -> bool:
        return bool(self.url)

    async def start(self, url: str, secret: str, max_connections: int) -> None:
        """Begin to deliver to an address."""
        await self.stop()
        self.url, self.secret, self.max_connections = url, secret, max_connections
        self.last_error, self.last_error_date = "", 0
        self._task = asyncio.create_task(self._deliver())

    async def stop(self) -> None:
        """Stop to deliver; what waits stays."""
        task, self._task, self.url = self._task, None, ""
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _deliver(self) -> None:
        timeout = aiohttp.ClientTimeout(total=_ANSWER_TIME)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            pause = self.first_pause
            while True:
                await self.updates.arrived()
                if not self.updates.waiting:
                    continue
                update = self.updates.waiting[0]
                if await self._post(session, update.body):
                    pause = self.first_pause
                    self.updates.settle(update)
                else:
                    await asyncio.sleep(pause)
                    pause = min(pause * 2, _LONGEST_PAUSE)

    async def _post(self, session: aiohttp.ClientSession, body: bytes) -> bool:
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        self.deliveries += 1
        try:
            async with session.post(self.url, data=body, headers=headers, allow_redirects=False) as response:
                answer = await response.read()
                if 200 <= response.status < 300:
                    await self._carry_out(answer)
                    return True
                self._failed(f"Wrong response from the webhook: {response.status} {response.reason}")
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            self._failed(f"Connection failed: {type(error).__name__}")
        return False

    def _failed(self, message: str) -> None:
        self.last_error, self.last_error_date = message, self.now()
        self.updates.changed.fire()

    async def _carry_out(self, answer: bytes) -> None:
        try:
            wanted = as_object(parse(answer)) if answer.strip().startswith(b"{") else None
        except ValueError:
            return
        if wanted is not None and (method := as_text(wanted.pop("method", None))):
            await self.follow_up(method, wanted)
