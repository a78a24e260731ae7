"""The translator that an operator's settings describe: which services, in which order, with which manners."""

import random
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from prometheus_client import CollectorRegistry, Gauge

from bot.config import Config, Secret, TranslationService
from bot.core.translation_store import TranslationStore
from bot.ports.clock import Clock
from bot.ports.translator import Translator
from bot.translation.budgets import DailyBudgets, Limits
from bot.translation.detecting import Detector
from bot.translation.engine import Engine
from bot.translation.engines.apertium import Apertium
from bot.translation.engines.deepl import deepl
from bot.translation.engines.google import google
from bot.translation.engines.http import Http
from bot.translation.engines.libretranslate import LibreTranslate
from bot.translation.engines.microsoft import microsoft
from bot.translation.engines.mymemory import mymemory
from bot.translation.engines.threads import Threads
from bot.translation.guarded import Guarded, Manners
from bot.translation.memory import TranslationMemory
from bot.translation.pipeline import Pipeline

_OWN = Manners(at_once=8, a_second=100.0, burst=100)
"""For a server of one's own: it says itself when it is too much."""
_PAID = Manners(at_once=8, a_second=20.0, burst=20)
_PUBLIC = Manners(at_once=4, a_second=5.0, burst=5, tries=1, ill_after=3, rest=60.0, longest_rest=3_600.0)
"""For what is given away: Google's page speaks of five requests a second, and who insists is kept out for longer."""

MANNERS: Mapping[TranslationService, Manners] = {
    TranslationService.LIBRETRANSLATE: _OWN,
    TranslationService.APERTIUM: _OWN,
    TranslationService.DEEPL: _PAID,
    TranslationService.MICROSOFT: _PAID,
    TranslationService.GOOGLE: _PUBLIC,
    TranslationService.MYMEMORY: replace(_PUBLIC, at_once=2, a_second=1.0, burst=3),
}


@dataclass(frozen=True, slots=True)
class Means:
    """What services are asked with."""

    http: Http
    threads: Threads

    @classmethod
    def new(cls) -> "Means":
        """Nothing is opened before it is needed."""
        return cls(Http(), Threads())

    async def close(self) -> None:
        """Ends what was opened."""
        self.threads.close()
        await self.http.close()


def named(config: Config) -> Sequence[TranslationService]:
    """Who is asked, in order: as ``TRANSLATORS`` says, else all that are set up, those that need no key last."""
    if config.translators:
        return config.translators
    lacking = {
        TranslationService.LIBRETRANSLATE: not config.libretranslate_url,
        TranslationService.DEEPL: config.deepl_api_key is None,
        TranslationService.MICROSOFT: config.microsoft_api_key is None,
        TranslationService.APERTIUM: not config.apertium_url,
    }
    return [one for one in TranslationService if not lacking.get(one)]


def engines_of(config: Config, clock: Clock, means: Means, *, chance: random.Random | None = None) -> Sequence[Guarded]:
    """The services of a configuration, guarded, in order."""
    chance = chance or random.Random()  # noqa: S311  # it only spreads pauses
    made: Mapping[TranslationService, Callable[[], Engine]] = {
        TranslationService.LIBRETRANSLATE: lambda: LibreTranslate(
            means.http, config.libretranslate_url, _value(config.libretranslate_api_key)
        ),
        TranslationService.DEEPL: lambda: deepl(means.threads, _value(config.deepl_api_key) or ""),
        TranslationService.MICROSOFT: lambda: microsoft(
            means.threads, _value(config.microsoft_api_key) or "", config.microsoft_region
        ),
        TranslationService.APERTIUM: lambda: Apertium(means.http, config.apertium_url),
        TranslationService.GOOGLE: lambda: google(means.threads),
        TranslationService.MYMEMORY: lambda: mymemory(means.threads),
    }
    return [Guarded(made[name](), clock, MANNERS[name], chance) for name in named(config)]


def _value(secret: Secret | None) -> str | None:
    return None if secret is None else secret.value


@dataclass(frozen=True, slots=True)
class Translating:
    """Everything that translates, and what has to be done for it in the background."""

    translator: Translator
    engines: Sequence[Engine]
    memory: TranslationMemory
    budgets: DailyBudgets
    means: Means
    store: TranslationStore | None

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
        await self.means.close()


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
    means = Means.new()
    guarded = engines_of(config, clock, means)
    memory = TranslationMemory(key or secrets.token_bytes(32), store, clock, registry)
    limits = Limits(config.translation_daily_characters, config.translation_daily_characters_per_community)
    budgets = DailyBudgets(limits, store, clock)
    _registered(registry, guarded, budgets)
    engines = [around(engine) for engine in guarded]
    return Translating(Pipeline(engines, memory, budgets, Detector()), engines, memory, budgets, means, store)


def _registered(registry: CollectorRegistry, engines: Sequence[Guarded], budgets: DailyBudgets) -> None:
    """What is measured when it is asked for."""
    waiting = Gauge("cattax_translation_waiting", "Texts that wait for a service", ["service"], registry=registry)
    left = Gauge("cattax_translation_characters_left", "Of today's budget", ["service"], registry=registry)
    for engine in engines:
        service = engine.service
        waiting.labels(service.name).set_function(partial(getattr, engine, "waiting"))
        if service.limited:
            left.labels(service.name).set_function(partial(budgets.left, service))
