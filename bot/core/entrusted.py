"""Sends what must not be lost: out of the outbox, in each chat's order, until it stands there or is refused."""

import asyncio
from datetime import timedelta

import structlog

from bot.core.outbound import Outbound
from bot.core.outbox import Claimed, OutboxStore
from bot.core.waking import Waking
from bot.domain.errors import Unreachable
from bot.domain.message import Outgoing
from bot.domain.refs import ChatRef
from bot.ports.clock import Clock
from bot.ports.database import StorageUnavailable
from bot.ports.outcome import Reason, Refused, Sent

AT_ONCE = 20
"""Chats that are sent to at the same time."""

LONGEST_WAIT = timedelta(minutes=1)
"""After this long the outbox is looked at in any case."""

SHORTEST_WAIT = timedelta(milliseconds=50)
"""Between two looks, while what is due waits for its chat's earlier messages."""

RENEWED = 20.0
"""Seconds after which the lease of what waits for flood control is renewed."""

FIRST_PAUSE = timedelta(seconds=30)
MOST_ATTEMPTS = 12

log = structlog.get_logger(__name__)


class Entrusted:
    """The outbox's sender. The key goes along: a platform that knows keys shows what was uncertain at a kill once."""

    def __init__(self, store: OutboxStore, outbound: Outbound, clock: Clock) -> None:
        self._store = store
        self._outbound = outbound
        self._clock = clock
        self._waking = Waking(clock)

    async def add(self, chat: ChatRef, outgoing: Outgoing, key: str) -> None:
        """Takes a message over: when this returns it is kept. Another with the same key is dropped."""
        await self._store.add(chat, outgoing, key)
        self._waking.wake()

    async def run(self) -> None:
        """Sends until cancelled."""
        async with asyncio.TaskGroup() as group:
            while True:
                self._waking.begin()
                began = self._clock.now()
                look_at = began + LONGEST_WAIT
                try:
                    all_claimed, due = await self._store.claim(AT_ONCE)
                    for claimed in all_claimed:
                        group.create_task(self._send(claimed), name=f"entrusted {claimed.key}")
                    if due is not None:
                        look_at = min(look_at, max(due, began + SHORTEST_WAIT))
                except StorageUnavailable as error:
                    log.warning("the outbox cannot be read", why=str(error))
                await self._waking.sleep_until(look_at)

    async def _send(self, claimed: Claimed) -> None:
        content = claimed.content
        try:
            if not isinstance(content, Outgoing):
                await self._store.refused(claimed, Refused(Reason.INVALID, "not a message of a cog"))
                return
            renewing = asyncio.create_task(self._renew(claimed))
            try:
                delivery = await self._outbound.send(claimed.chat, content, key=claimed.key)
            finally:
                renewing.cancel()
            if isinstance(delivery, Sent):
                await self._store.sent(claimed, delivery.messages)
            else:
                log.warning("an entrusted message was refused", chat=str(claimed.chat), why=delivery.detail)
                await self._store.refused(claimed, delivery)
        except Unreachable as error:
            await self._later(claimed, str(error))
        except StorageUnavailable as error:
            # The lease ends by itself, and it is sent again under the same key.
            log.warning("what became of an entrusted message could not be written", why=str(error))
        except asyncio.CancelledError:
            raise
        except Exception:
            log.exception("an entrusted message failed", chat=str(claimed.chat))
            await self._later(claimed, "failed")
        self._waking.wake()

    async def _later(self, claimed: Claimed, why: str) -> None:
        pause = min(FIRST_PAUSE * 2 ** (claimed.attempts - 1), timedelta(hours=1))
        try:
            if claimed.attempts >= MOST_ATTEMPTS:
                log.error("an entrusted message is given up", chat=str(claimed.chat), why=why)
                await self._store.refused(claimed, Refused(Reason.INVALID, why))
            else:
                await self._store.retry(claimed, self._clock.now() + pause)
        except StorageUnavailable as error:
            # As above; raised on, it would end what is being sent to others.
            log.warning("what became of an entrusted message could not be written", why=str(error))

    async def _renew(self, claimed: Claimed) -> None:
        while True:
            await self._clock.sleep(RENEWED)
            try:
                await self._store.renew(claimed)
            except StorageUnavailable as error:
                # Tried again: left alone the lease would end, and the message be sent by two.
                log.warning("a lease could not be renewed", why=str(error))
