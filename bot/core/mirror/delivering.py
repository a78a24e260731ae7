"""Sends what is due, in each target chat's order, and has copies follow their originals. Chats do not wait for another.

One worker for each target chat that has something due. It reads what is due, in the order in which it was said, and
ends when there is nothing left: what waits is kept in the database and costs no memory. While a chat is under flood
control, all that waits there becomes as few copies as hold it.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import structlog
from prometheus_client import CollectorRegistry, Counter

from bot.core.mirror.composing import Composer
from bot.core.mirror.copying import Copying
from bot.core.mirror.following import Following
from bot.core.mirror.line import Due, Kept, Line, State
from bot.core.mirror.parts import Parts
from bot.core.mirror.routes import Way
from bot.core.waking import Waking
from bot.domain.errors import PlatformError
from bot.domain.refs import ChatRef
from bot.ports.database import StorageUnavailable

READ_AT_ONCE = 200
"""Lines of a chat that are looked at together."""

AHEAD = 8
"""Lines of a chat that are translated at the same time, while the first of them is sent."""

GATHERED_AT_ONCE = 10
"""Messages that wait for each other until they are said in any case."""

FIRST_PAUSE, LONGEST_PAUSE = 15.0, 600.0
"""Seconds until a chat is tried again that could not be reached; twice as long each time."""

MOST_TRIES = 12
"""After so many failures in a row, a good hour, the first of what waits is given up, and that is reported."""

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Lane:
    """What a worker knows of its chat.

    Attributes:
        unsure: there may be copies that were being sent, or have to go, and of which no line tells.
        at: the line that is being worked with.
        ahead: translations that were begun, by line and revision.
    """

    waking: Waking
    news: bool = True
    unsure: bool = True
    failures: int = 0
    at: Line | None = None
    worker: "asyncio.Task[None] | None" = None
    ahead: dict[tuple[int, int], "asyncio.Task[Kept]"] = field(
        default_factory=dict[tuple[int, int], "asyncio.Task[Kept]"]
    )

    def forget_ahead(self) -> None:
        """What was begun is begun anew: a task that failed would fail for ever."""
        for task in self.ahead.values():
            task.cancel()
        self.ahead.clear()


class Delivery:
    """The workers.

    Args:
        registry: where is counted what became of lines.
    """

    def __init__(
        self, parts: Parts, composer: Composer, copying: Copying, following: Following, registry: CollectorRegistry
    ) -> None:
        self._parts = parts
        self._composer = composer
        self._copying = copying
        self._following = following
        self._lanes: dict[ChatRef, _Lane] = {}
        self._stopped = False
        self._failed = Counter("cattax_mirror_failures", "Rounds of a chat that could not be ended", registry=registry)

    @property
    def at_work(self) -> int:
        """How many chats something is being sent to, or waits for another try or for more."""
        return len(self._lanes)

    async def resume(self) -> None:
        """Goes on with what was due when the process ended."""
        for lane in await self._parts.lines.lanes():
            self.wake(lane)

    def wake(self, chat: ChatRef, *, unsure: bool = False) -> None:
        """Something is due in a chat.

        Args:
            unsure: also about copies of which no line tells.
        """
        if self._stopped:
            return
        home, *former = self._parts.routes.names(chat)
        # One that began before the chat went on under another ref goes on with it: two would be in each other's way.
        lane = next((self._lanes[one] for one in (home, *former) if one in self._lanes), None)
        if lane is None:
            lane = self._lanes[home] = _Lane(Waking(self._parts.clock))
            lane.worker = asyncio.create_task(self._work(home, lane), name=f"mirror {home}")
        lane.news = True
        lane.unsure = lane.unsure or unsure
        lane.waking.wake()

    async def stop(self) -> None:
        """Ends the workers; what is not sent is sent after the next start."""
        self._stopped = True
        tasks = [lane.worker for lane in self._lanes.values() if lane.worker is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # --------------------------------------------------------------------------------------------------------- one chat

    async def _work(self, home: ChatRef, lane: _Lane) -> None:
        structlog.contextvars.clear_contextvars()  # it outlives the event that woke it
        try:
            while lane.news:
                lane.news, lane.at = False, None
                lane.waking.begin()
                try:
                    await self._parts.routes.fresh()
                    if lane.unsure:
                        lane.unsure = False
                        names = self._parts.routes.names(home)
                        for copy in await self._parts.lines.uncertain(names):
                            await self._copying.finish(copy)
                        for copy in await self._parts.lines.leaving(names):
                            await self._following.take(copy)
                    held = await self._round(home, lane)
                    lane.failures = 0
                except (PlatformError, StorageUnavailable) as error:
                    lane.unsure = lane.news = True
                    await self._pause(home, lane, error)
                except Exception:  # one line that cannot be worked with must not hold up its chat for ever
                    log.exception("a chat's copies failed", chat=str(home))
                    lane.unsure = lane.news = True
                    await self._pause(home, lane, None)
                else:
                    if held is not None:
                        lane.news = True
                        await lane.waking.sleep_until(held)
        finally:
            lane.forget_ahead()
            self._lanes.pop(home, None)

    async def _pause(self, home: ChatRef, lane: _Lane, error: Exception | None) -> None:
        self._failed.inc()
        lane.forget_ahead()
        # What fails by our own fault is not tried for hours.
        lane.failures += 1 if error is not None else MOST_TRIES // 3
        if lane.failures >= MOST_TRIES:
            lane.failures = 0
            await self._give_up(home, lane)
            return
        pause = min(FIRST_PAUSE * 2 ** (lane.failures - 1), LONGEST_PAUSE)
        log.info("a chat's copies wait", chat=str(home), why=str(error), seconds=pause)
        await self._parts.clock.sleep(pause)

    async def _give_up(self, home: ChatRef, lane: _Lane) -> None:
        """Gives up what it failed at, so that the rest can be tried."""
        names = self._parts.routes.names(home)
        try:
            for copy in await self._parts.lines.uncertain(names):
                await self._copying.lost(copy)
                return
            if lane.at is not None:
                await self._copying.give_up(lane.at)
                return
            for copy in await self._parts.lines.leaving(names):
                log.error("a copy that should go stays", chat=str(copy.chat))
                await self._parts.lines.dropped(copy)
                return
        except StorageUnavailable:
            log.warning("nothing can be given up now", chat=str(home))

    async def _round(self, home: ChatRef, lane: _Lane) -> datetime | None:
        """Does what is due; gives the moment until which the rest waits for more, or None when nothing waits."""
        routes = self._parts.routes
        read = await self._parts.lines.due(routes.names(home), READ_AT_ONCE)
        due = [replace(line, chat=routes.present(line.chat)) for line in read]
        if len(due) == READ_AT_ONCE:
            lane.news = True
        new = [line for line in due if line.state is State.OPEN and Due.SEND in line.due and line.copy is None]
        for stale in lane.ahead.keys() - {(line.id, line.revision) for line in new}:
            lane.ahead.pop(stale).cancel()
        held = await self._send_all(new, lane)
        if held is _AGAIN:
            lane.news = True
            return None
        await self._follow_all([line for line in due if line.copy is not None], lane)
        return held

    async def _send_all(self, new: Sequence[Line], lane: _Lane) -> datetime | None:
        """Sends lines in their order; some that gather others are held."""
        held: datetime | None = None
        waiting: list[Line] = list(new)
        while waiting:
            line = waiting[0]
            lane.at = line
            way = self._parts.routes.way(line.route)
            gathers = 0 if way is None else way.route.manner.gathers
            if gathers:
                same = [one for one in waiting if one.route == line.route]
                until = line.made + timedelta(seconds=gathers)
                if until > self._parts.clock.now() and len(same) < GATHERED_AT_ONCE:
                    waiting = [one for one in waiting if one.route != line.route]
                    held = until if held is None else min(held, until)
                    continue
            together = [line] if way is None else self._together(waiting, way)
            settled = [(one, await self._settled(one, waiting, lane)) for one in together]
            sent: set[int] = {one.id for one, _ in settled[: await self._copying.send(settled)]}
            if not sent:
                return _AGAIN
            waiting = [one for one in waiting if one.id not in sent]  # what did not fit begins the next copy
            for one, _ in settled:
                if one.id in sent:
                    lane.ahead.pop((one.id, one.revision), None)
                    # What is due beside can be done only now that it stands.
                    lane.news = lane.news or bool(one.due & ~Due.SEND)
            if self._parts.outbound.held_up(line.chat):
                return _AGAIN if waiting else held
        return held

    def _together(self, waiting: Sequence[Line], way: Way) -> list[Line]:
        """The lines that may stand in one copy with the first: those of its chat, or its route where those gather."""
        first, gathers = waiting[0], bool(way.route.manner.gathers)
        together = [first]
        if first.kept.files or not (gathers or self._parts.outbound.held_up(first.chat)):
            return together
        for line in waiting[1:]:
            if line.chat != first.chat or (gathers and line.route != first.route):
                continue  # what is said in another topic has an order of its own
            if line.kept.files or line.forgotten or self._parts.routes.way(line.route) is None:
                break
            together.append(line)
        return together

    async def _settled(self, line: Line, waiting: Sequence[Line], lane: _Lane) -> Kept:
        """A line's translations; those of the next ones are begun as well."""
        index = next((i for i, one in enumerate(waiting) if one.id == line.id), 0)
        for one in waiting[index : index + AHEAD]:
            way = self._parts.routes.way(one.route)
            known = (one.id, one.revision)
            if known not in lane.ahead and way is not None:
                lane.ahead[known] = asyncio.create_task(self._composer.settled(one, way), name=f"line {one.id}")
        ahead = lane.ahead.get((line.id, line.revision))
        return line.kept if ahead is None else await ahead

    async def _follow_all(self, lines: Sequence[Line], lane: _Lane) -> None:
        seen: set[int | None] = set()
        for line in lines:
            if line.copy is None or line.copy in seen:
                continue
            seen.add(line.copy)
            lane.at = line
            copy = await self._parts.lines.copy(line.copy)
            if copy is not None:
                await self._following.follow(copy)


_AGAIN = datetime.max.replace(tzinfo=UTC)
"""That what waits is to be read again, for more of it may be there by now."""
