"""What was accepted is handled: in its chat's order, after who is just arriving, and again when it could not be.

A process may end before it is: what the inbox still holds is handled at the next start.
"""

import asyncio
from functools import partial

import structlog

from bot.core.arrivals import Arrivals, handled
from bot.core.boundary import reference_number
from bot.core.dispatch import Dispatch
from bot.core.inbox import Inbox
from bot.core.lanes import PlatformLanes
from bot.core.scene import chat_of
from bot.core.scenes import actor_of
from bot.core.stations import Stations
from bot.domain.errors import Unreachable
from bot.domain.events import Event, MemberJoined
from bot.domain.refs import Platform
from bot.ports.clock import Clock
from bot.ports.database import StorageUnavailable

SECOND_LOOK = 60.0
"""Seconds between two looks for events that are due for another attempt."""

log = structlog.get_logger(__name__)


class Accepted:
    """Has accepted events handled, each once."""

    def __init__(
        self, inbox: Inbox, lanes: PlatformLanes, stations: Stations, clock: Clock, dispatch: Dispatch
    ) -> None:
        self._inbox = inbox
        self._lanes = lanes
        self._stations = stations
        self._clock = clock
        self._dispatch = dispatch
        self._arrivals = Arrivals()

    def arriving(self, platform: Platform, user: str) -> bool:
        """Whether somebody's arrival was accepted and not yet handled."""
        return self._arrivals.includes(platform, user)

    async def submit(self, event: Event) -> None:
        """Puts an accepted event into its chat's lane."""
        account = actor_of(event)
        arrival = None if account is None else self._arrivals.of(account.ref)
        if isinstance(event, MemberJoined):
            arrived = self._arrivals.begin(event.member.ref)
            await self._lanes.submit(chat_of(event), partial(self._arrive, event, arrived))
        else:
            await self._lanes.submit(chat_of(event), partial(self._handle_after, arrival, event))

    async def resume(self) -> int:
        """Handles what was accepted before the process ended; says how much that was."""
        pending = await self._inbox.pending(self._stations.by_platform.keys())
        for event in pending:
            await self.submit(event)
        return len(pending)

    async def look_again(self) -> None:
        """Until cancelled: hands out again what failed and is due for another attempt."""
        while True:
            await self._clock.sleep(SECOND_LOOK)
            try:
                await self.resume()
            except StorageUnavailable:
                log.warning("the inbox could not be read", exc_info=True)

    async def _arrive(self, event: MemberJoined, arrived: asyncio.Event) -> None:
        with self._arrivals.handling(event.member.ref, arrived):
            await self._handle(event)

    async def _handle_after(self, arrival: asyncio.Event | None, event: Event) -> None:
        await handled(arrival)
        await self._handle(event)

    async def _handle(self, event: Event) -> None:
        structlog.contextvars.bind_contextvars(kind=type(event).__name__, event_key=event.key)
        try:
            await self._dispatch.handle(event)
        except (StorageUnavailable, Unreachable) as error:
            # Kept in the inbox: tried again at the next start, or by the inbox's own second look.
            reference = reference_number()
            log.exception("could not be handled yet", reference=reference)
            await self._inbox.failed(event, f"{reference} {type(error).__name__}")
            return
        except Exception:  # nothing an event does may end the process
            reference = reference_number()
            log.exception("failed outside a handler", reference=reference)
        finally:
            structlog.contextvars.unbind_contextvars("kind", "event_key")
        await self._inbox.done(event)
