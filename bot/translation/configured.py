"""Translating as an operator's settings describe it, with its memory, its budgets and its figures."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from prometheus_client import CollectorRegistry, Gauge

from bot.config import Config
from bot.core.translation_store import TranslationStore
from bot.ports.clock import Clock
from bot.translation.budgets import DailyBudgets, Limits
from bot.translation.engine import Engine
from bot.translation.front import Front
from bot.translation.memory import TranslationMemory


@dataclass(frozen=True, slots=True)
class Translating:
    """Everything that translates, and what has to be done for it in the background."""

    translator: Front
    memory: TranslationMemory
    budgets: DailyBudgets
    store: TranslationStore | None

    @property
    def engines(self) -> Sequence[Engine]:
        """The services, ready to be asked."""
        return self.translator.engines

    async def run(self) -> None:
        """Writes down what is spent, until cancelled."""
        await self.budgets.run()

    async def clean(self) -> None:
        """Forgets what is too old, now and then."""
        if self.store is not None:
            await self.store.clean()

    async def close(self) -> None:
        """Writes down what is left to be written, and ends all connections."""
        await self.budgets.write()
        await self.memory.idle()
        await self.translator.close()


def translator_of(
    config: Config,
    clock: Clock,
    registry: CollectorRegistry,
    *,
    store: TranslationStore | None = None,
    key: bytes | None = None,
    around: Callable[[Engine], Engine] = lambda engine: engine,
) -> Translating:
    """The translator of a configuration.

    Args:
        config: what the operator set.
        clock: for rates, rests, days.
        registry: gets its metrics.
        store: None: everything is kept in memory alone.
        key: of this installation, for what the store knows texts by; made up where there is none.
        around: what is put around each engine, for who wants to see what becomes of each.
    """
    memory = TranslationMemory(key or secrets.token_bytes(32), store, clock, registry)
    limits = Limits(config.translation_daily_characters, config.translation_daily_characters_per_community)
    budgets = DailyBudgets(limits, store, clock)
    front = Front(config, clock, memory, budgets, around)
    _registered(registry, front, budgets)
    return Translating(front, memory, budgets, store)


def _registered(registry: CollectorRegistry, front: Front, budgets: DailyBudgets) -> None:
    """What is measured when it is asked for."""
    waiting = Gauge("cattax_translation_waiting", "Texts that wait for a service", ["service"], registry=registry)
    left = Gauge("cattax_translation_characters_left", "Of today's budget", ["service"], registry=registry)
    for service in front.services:
        waiting.labels(service.name).set_function(partial(front.waiting, service))
        if service.limited:
            left.labels(service.name).set_function(partial(budgets.left, service))
