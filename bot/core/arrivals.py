"""Who is just arriving: their words wait until their arrival was handled.

Who joins and writes at once does so in two chats, so in two lanes. What an event waits for was accepted before it, so
none waits for one behind itself.
"""

import asyncio
from collections.abc import Generator
from contextlib import contextmanager, suppress

from bot.domain.refs import Platform, UserRef

WAIT = 5.0
"""Seconds that somebody's words wait at most."""


class Arrivals:
    """Arrivals that were accepted and are not handled yet."""

    def __init__(self) -> None:
        self._expected: dict[UserRef, asyncio.Event] = {}

    def includes(self, platform: Platform, user: str) -> bool:
        """Whether somebody is arriving; asked for every message."""
        return bool(self._expected) and UserRef(platform, user) in self._expected

    def of(self, user: UserRef) -> asyncio.Event | None:
        """What the words that somebody says now wait for; None when there is nothing to wait for."""
        return self._expected.get(user)

    def begin(self, user: UserRef) -> asyncio.Event:
        """Somebody's arrival was accepted."""
        arrived = self._expected[user] = asyncio.Event()
        return arrived

    @contextmanager
    def handling(self, user: UserRef, arrived: asyncio.Event) -> Generator[None]:
        """Within, an arrival is handled; then whoever waits for it goes on."""
        try:
            yield
        finally:
            arrived.set()
            if self._expected.get(user) is arrived:  # they may have come in once more, or elsewhere
                del self._expected[user]


async def handled(arrival: asyncio.Event | None) -> None:
    """Returns once an arrival was handled, or after :data:`WAIT`."""
    if arrival is not None:
        with suppress(TimeoutError):
            async with asyncio.timeout(WAIT):
                await arrival.wait()
