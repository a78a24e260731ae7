"""The services that a configuration names, ready to be asked, each with its manners."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.config import Config, Secret, TranslationService
from bot.ports.clock import Clock
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
from bot.translation.services import named

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


@dataclass(frozen=True, slots=True)
class Engaged:
    """Everybody who may be asked.

    Attributes:
        guarded: in order.
        engines: the same, with what was put around them.
        means: what they ask with.
    """

    guarded: Sequence[Guarded]
    engines: Sequence[Engine]
    means: Means


def engaged(config: Config, clock: Clock, around: Callable[[Engine], Engine] = lambda engine: engine) -> Engaged:
    """The services of a configuration.

    Args:
        config: what the operator set.
        clock: for rates and rests.
        around: what is put around each, for who wants to see what becomes of it.
    """
    means = Means.new()
    chance = random.Random()  # noqa: S311  # it only spreads pauses
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
    guarded = [Guarded(made[name](), clock, MANNERS[name], chance) for name in named(config)]
    return Engaged(guarded, [around(engine) for engine in guarded], means)


def _value(secret: Secret | None) -> str | None:
    return None if secret is None else secret.value
