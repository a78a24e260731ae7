"""What the bot says, on its way out: degraded, packed, one queue a chat, flood control obeyed, tried again.

Order within a chat is kept and chats do not wait for each other. When a platform says "too fast", the whole chat waits
for as long as it said; plain messages that piled up meanwhile are put together into as few as hold them.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2s
from typing import TypeVar

import structlog
from cachetools import TTLCache

from bot.core.degrade import Loss, degrade, fold
from bot.core.pieces import PiecePacker
from bot.core.stations import Station, Stations
from bot.domain.errors import Flooded, Unreachable
from bot.domain.message import Outgoing
from bot.domain.piece import Piece
from bot.domain.refs import ChatRef, MessageRef
from bot.ports.clock import Clock
from bot.ports.outcome import Delivery, Outcome, Reason, Refused, Sent

R = TypeVar("R")

TRIES = 5
"""How often something unreachable is tried before it is given up."""

FIRST_PAUSE = 0.5
"""Seconds before the second try; each further pause is twice the last."""

SHORTEST_FLOOD = 0.05
"""Seconds that are waited at least, also where a platform says none."""

HELD_UP = 60.0
"""Seconds after flood control for which a chat counts as held up."""

REMEMBERED_FLOODS = 10_000

LONGEST_FLOOD = 3_600.0
"""Seconds of flood control in all that one request waits for."""

TakeAway = Callable[[Sequence[MessageRef], timedelta], Awaitable[None]]
"""Has messages deleted after a while."""

log = structlog.get_logger(__name__)


def send_key(*parts: object) -> str:
    """A short key (24 characters) that is the same for the same send, also after a restart."""
    return blake2s("\x1f".join(map(str, parts)).encode(), digest_size=12).hexdigest()


Doubt = Callable[[], None]
"""Called when a message may stand twice: an answer was lost, and the platform can tell nobody what became of it."""


@dataclass(frozen=True, slots=True)
class Sending:
    """How a message is sent that must be found again.

    Attributes:
        alone: never put together with others that wait.
        since: when a send of it began of which nobody knows whether it happened.
        doubt: called when it may stand twice.
    """

    alone: bool = False
    since: datetime | None = None
    doubt: Doubt | None = None


_PLAIN = Sending()


@dataclass(frozen=True, slots=True)
class _Waiting:
    chat: ChatRef
    outgoing: Outgoing
    key: str
    sending: Sending
    delivered: "asyncio.Future[Delivery]"


@dataclass(slots=True)
class _Lane:
    waiting: deque[_Waiting] = field(default_factory=deque[_Waiting])
    worker: "asyncio.Task[None] | None" = None
    flooded: bool = False


class Outbound:
    """Sends, edits and deletes, on every platform alike.

    Args:
        stations: the platforms that are on.
        packing: packs actions into what platforms carry.
        clock: the time.
        take_away: has messages deleted after their lifetime.
    """

    def __init__(self, stations: Stations, packing: PiecePacker, clock: Clock, take_away: TakeAway) -> None:
        self._stations = stations
        self._packing = packing
        self._clock = clock
        self.take_away = take_away
        # A topic's messages share their group's flood limit, so they share its queue.
        self._lanes: dict[ChatRef, _Lane] = {}
        self._floods: TTLCache[ChatRef, bool] = TTLCache(REMEMBERED_FLOODS, HELD_UP, timer=clock.monotonic)

    def held_up(self, chat: ChatRef) -> bool:
        """Whether a chat was under flood control lately: what waits there is best put together."""
        return chat.whole in self._floods

    @property
    def waiting(self) -> int:
        """How many messages wait to be sent."""
        return sum(len(lane.waiting) for lane in self._lanes.values())

    async def send(self, chat: ChatRef, outgoing: Outgoing, *, key: str, sending: Sending = _PLAIN) -> Delivery:
        """Says something in a chat, after what already waits there.

        Raises:
            Unreachable: the platform did not take it in several tries.
        """
        waiting = _Waiting(chat, outgoing, key, sending, asyncio.get_running_loop().create_future())
        lane = self._lanes.setdefault(chat.whole, _Lane())
        lane.waiting.append(waiting)
        if lane.worker is None:
            lane.worker = asyncio.create_task(self._work(chat.whole, lane), name=f"outbound {chat.whole}")
        return await waiting.delivered

    async def _work(self, home: ChatRef, lane: _Lane) -> None:
        while lane.waiting:
            together = self._together(lane)
            first = together[0]
            try:
                delivery = await self._deliver(first, _folded(together), lane)
            except asyncio.CancelledError:
                for one in together:
                    one.delivered.cancel()
                raise
            except Exception as error:  # whoever waits gets it, whatever it is
                for one in together:
                    _settle_error(one, error)
            else:
                for one in together:
                    if not one.delivered.done():
                        one.delivered.set_result(delivery)
        lane.worker = None
        self._lanes.pop(home, None)

    def _together(self, lane: _Lane) -> list[_Waiting]:
        """The next to send; after a flood, all the next ones that fold into a single message."""
        together = [lane.waiting.popleft()]
        if lane.flooded:
            lane.flooded = False
            while lane.waiting and _alike(together[0], lane.waiting[0]):
                outgoings = [one.outgoing for one in (*together, lane.waiting[0])]
                if len(self._fold(together[0].chat, outgoings)) != 1:
                    break
                together.append(lane.waiting.popleft())
        return together

    def _fold(self, chat: ChatRef, outgoings: Sequence[Outgoing]) -> Sequence[Outgoing]:
        station = self._stations.of(chat)
        if station is None:
            return outgoings
        return fold(outgoings, station.gateway.capabilities(chat), station.gateway.measure)

    async def _deliver(self, first: _Waiting, outgoing: Outgoing, lane: _Lane) -> Delivery:
        chat = first.chat
        station = self._stations.of(chat)
        if station is None:
            return Refused(Reason.UNSUPPORTED, f"{chat.platform} is not on")
        capabilities = station.gateway.capabilities(chat)
        sent: list[MessageRef] = []
        for index, part in enumerate(self.degraded(station, chat, outgoing)):
            piece = await self._packing.piece(part, capabilities, chat.platform)
            delivery = await self._send_piece(station, first, piece, f"{first.key[:22]}{index:02d}", lane)
            if isinstance(delivery, Refused):
                return delivery if not sent else Sent(tuple(sent))
            sent.extend(delivery.messages)
        if outgoing.lifetime is not None and sent:
            await self.take_away(sent, outgoing.lifetime)
        return Sent(tuple(sent))

    def degraded(self, station: Station, chat: ChatRef, outgoing: Outgoing) -> Sequence[Outgoing]:
        """A message as the chat can show it; what is lost on the way is logged."""
        result = degrade(outgoing, station.gateway.capabilities(chat), measure=station.gateway.measure)
        for loss in result.losses:
            _log_loss(chat, loss)
        return result.pieces

    async def packed(self, station: Station, chat: ChatRef, outgoing: Outgoing) -> Sequence[Piece]:
        """A message as the pieces that the chat's gateway takes."""
        capabilities = station.gateway.capabilities(chat)
        return [
            await self._packing.piece(part, capabilities, chat.platform)
            for part in self.degraded(station, chat, outgoing)
        ]

    async def _send_piece(self, station: Station, first: _Waiting, piece: Piece, key: str, lane: _Lane) -> Delivery:
        finds = station.gateway.capabilities(first.chat).finds_sent
        since = first.sending.since
        lost = since is not None

        held_up = False

        async def attempt() -> Delivery:
            nonlocal since, lost, held_up
            begun = self._clock.now()
            if lost and not finds and first.sending.doubt is not None:
                first.sending.doubt()
            lost = False
            try:
                delivery = await station.gateway.send(first.chat, piece, key=key, since=since)
            except Flooded:
                lane.flooded = held_up = True
                raise
            except Unreachable as error:
                if error.uncertain:
                    since, lost = since or begun, True
                raise
            if held_up:  # counted from the end of the wait
                self._floods[first.chat.whole] = True
            return delivery

        return await self.trying(attempt)

    async def trying(self, attempt: Callable[[], Awaitable[R]]) -> R:
        """Asks a platform until it answers: waits as long as flood control says, and tries what is unreachable again.

        Raises:
            Unreachable: after :data:`TRIES` tries, or :data:`LONGEST_FLOOD` seconds of flood control.
        """
        pause = FIRST_PAUSE
        tries, waited = 1, 0.0
        while True:
            try:
                return await attempt()
            except Flooded as error:
                wait = max(error.retry_after, SHORTEST_FLOOD)
                waited += wait
                if waited > LONGEST_FLOOD:
                    raise Unreachable(f"flood control for {waited:g} s") from error
                log.info("flood control", seconds=wait)
                await self._clock.sleep(wait)
            except Unreachable as error:
                if tries >= TRIES:
                    raise
                log.info("unreachable, trying again", why=str(error), tries=tries)
                await self._clock.sleep(pause)
                tries, pause = tries + 1, pause * 2

    async def edit(self, message: MessageRef, chat: ChatRef, outgoing: Outgoing) -> Outcome:
        """Changes a message of the bot's own to the first piece of a new one."""
        station = self._stations.of(message)
        if station is None:
            return Refused(Reason.UNSUPPORTED, f"{message.platform} is not on")
        pieces = await self.packed(station, chat, outgoing)
        if not pieces:
            return Refused(Reason.INVALID, "nothing to say")
        return await self.trying(lambda: station.gateway.edit(message, pieces[0]))

    async def delete(self, message: MessageRef) -> Outcome:
        """Deletes a message."""
        station = self._stations.of(message)
        if station is None:
            return Refused(Reason.UNSUPPORTED, f"{message.platform} is not on")
        return await self.trying(lambda: station.gateway.delete(message))

    async def react(self, message: MessageRef, emoji: str | None) -> Outcome:
        """Sets or takes away the bot's reaction."""
        station = self._stations.of(message)
        if station is None:
            return Refused(Reason.UNSUPPORTED, f"{message.platform} is not on")
        return await self.trying(lambda: station.gateway.react(message, emoji))

    async def stop(self) -> None:
        """Ends what still waits; what must not be lost is kept in the outbox or asked for again by the inbox."""
        workers = [lane.worker for lane in self._lanes.values() if lane.worker is not None]
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)


def _alike(one: _Waiting, other: _Waiting) -> bool:
    return one.chat == other.chat and not (one.sending.alone or other.sending.alone)


def _folded(together: Sequence[_Waiting]) -> Outgoing:
    return fold([one.outgoing for one in together])[0] if len(together) > 1 else together[0].outgoing


def _settle_error(one: _Waiting, error: Exception) -> None:
    if not one.delivered.done():
        one.delivered.set_exception(error)


def _log_loss(chat: ChatRef, loss: Loss) -> None:
    log.info("shown with a loss", chat=str(chat), loss=repr(loss))
