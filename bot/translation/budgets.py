"""Daily budgets of characters: counted in memory, written down a moment later, read once a day and at a start.

A day is one of UTC. What was counted in the last moments before a kill is lost; it is at most :data:`EVERY` seconds.
"""

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import date

import structlog

from bot.core.translation_store import ALL_TOGETHER, Spent, TranslationStore
from bot.domain.refs import CommunityId
from bot.ports.clock import Clock
from bot.ports.database import StorageUnavailable
from bot.ports.translator import Service
from bot.translation.engine import Purse

EVERY = 2.0
"""Seconds between two writings."""

SAVING_FROM = 0.8
"""The part of a budget after which only what somebody asks for is still done."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """Characters a day that each limited service is sent.

    Attributes:
        all_together: by everybody.
        community: by each community.
    """

    all_together: int
    community: int


class DailyBudgets:
    """Implements :class:`bot.translation.engine.Budgets`.

    Args:
        store: None where there is no database: then only what this process spends is counted.
    """

    def __init__(self, limits: Limits, store: TranslationStore | None, clock: Clock) -> None:
        self._limits = limits
        self._store = store
        self._clock = clock
        self._day = date.min
        self._spent: Counter[tuple[str, CommunityId]] = Counter()
        self._unwritten: Counter[tuple[str, CommunityId]] = Counter()
        self._known = store is None
        self._reading = asyncio.Lock()
        self._more = asyncio.Event()

    async def state(self, service: Service, community: CommunityId | None, characters: int) -> Purse:
        """How much is left once so many more characters are spent; FULL for a service without a budget."""
        if not service.limited:
            return Purse.FULL
        await self._today()
        purses = [self._purse(self._spent[service.name, ALL_TOGETHER] + characters, self._limits.all_together)]
        if community is not None:
            purses.append(self._purse(self._spent[service.name, community] + characters, self._limits.community))
        return max(purses, key=list(Purse).index)

    async def spend(self, service: Service, community: CommunityId | None, characters: int) -> None:
        """Counts characters that a service was sent."""
        if not service.limited or characters <= 0:
            return
        await self._today()
        for whose in (ALL_TOGETHER, community):
            if whose is not None:
                self._spent[service.name, whose] += characters
                self._unwritten[service.name, whose] += characters
        self._more.set()

    def left(self, service: Service) -> int:
        """Characters that a limited service may still be sent today by everybody, as far as counted."""
        spent = self._spent[service.name, ALL_TOGETHER] if self._day == self._clock.now().date() else 0
        return max(0, self._limits.all_together - spent)

    async def run(self) -> None:
        """Writes down what was counted, until cancelled."""
        while True:
            await self._more.wait()
            await self._clock.sleep(EVERY)
            await self.write()

    async def write(self) -> None:
        """Writes down what was counted since it was last done; what cannot be written now is written next time."""
        self._more.clear()
        store, unwritten, day = self._store, self._unwritten, self._day
        if store is None or not unwritten:
            return
        self._unwritten = Counter()
        try:
            await store.add_spent(day, unwritten)
        except StorageUnavailable as error:
            log.warning("what translating has spent is not written down yet", why=str(error))
            if day == self._day:
                self._unwritten.update(unwritten)
                self._more.set()

    @staticmethod
    def _purse(spent: int, limit: int) -> Purse:
        if spent > limit:
            return Purse.SPENT
        return Purse.SAVING if spent > limit * SAVING_FROM else Purse.FULL

    async def _today(self) -> None:
        """Knows what was spent today: reads it once, and goes on counting from nothing while it cannot be read."""
        today = self._clock.now().date()
        if self._day == today and self._known:
            return
        async with self._reading:
            if self._day != today:
                await self.write()
                self._day = today
                self._spent.clear()
                self._known = self._store is None
            if self._known or self._store is None:
                return
            try:
                written: Spent = await self._store.spent(today)
            except StorageUnavailable as error:
                log.warning("what translating has spent today cannot be read now", why=str(error))
                return
            # What was counted here while it could not be read is not in it.
            self._spent = Counter(written)
            self._spent.update(self._unwritten)
            self._known = True
