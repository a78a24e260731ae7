"""The translator that is there from the start. It knows who may be asked; the rest is made when it is first needed.

Most communities never translate. What takes texts apart, tells languages apart and asks services is megabytes of tables
and a tenth of a second, which neither a start nor the event loop is to wait for.
"""

import asyncio
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from bot.config import Config
from bot.domain.languages import Language
from bot.domain.text import RichText
from bot.ports.clock import Clock
from bot.ports.translator import Ask, Service, Translation, Translator
from bot.translation.engine import Budgets, Engine, Memory, can_be_done
from bot.translation.engines.once import Once
from bot.translation.services import named, service_of

if TYPE_CHECKING:
    from bot.translation.engaged import Engaged


class Front:
    """The :class:`~bot.ports.translator.Translator` of a configuration.

    Args:
        config: what the operator set.
        clock: for rates and rests.
        memory: where translations are remembered.
        budgets: how much may be spent.
        around: what is put around each engine.
    """

    def __init__(
        self,
        config: Config,
        clock: Clock,
        memory: Memory,
        budgets: Budgets,
        around: Callable[[Engine], Engine] = lambda engine: engine,
    ) -> None:
        self._config = config
        self._clock = clock
        self._memory = memory
        self._budgets = budgets
        self._around = around
        self._services = tuple(service_of(name, config) for name in named(config))
        self._engaged: Engaged | None = None
        self._pipeline: Once[Translator] = Once(self._made)

    @property
    def services(self) -> Sequence[Service]:
        """Who may be asked, in order, as configured."""
        return self._services

    @property
    def engines(self) -> Sequence[Engine]:
        """Those services, made by now, with what was to be put around them."""
        if self._engaged is None:
            from bot.translation.engaged import engaged  # noqa: PLC0415  # not before somebody translates

            self._engaged = engaged(self._config, self._clock, self._around)
        return self._engaged.engines

    def waiting(self, service: Service) -> int:
        """Texts that wait for their turn with a service."""
        guarded = () if self._engaged is None else self._engaged.guarded
        return sum(engine.waiting for engine in guarded if engine.service.name == service.name)

    def knows(self, source: Language, to: Language, consent: frozenset[str] = frozenset()) -> bool:
        """Whether any service that may be asked translates this pair."""
        return can_be_done(self.engines, source, to, consent)

    async def detect(self, text: RichText, among: Sequence[Language] = ()) -> Language | None:
        """The language that a text is in, or None where nobody would say."""
        return await (await self._pipeline.get()).detect(text, among)

    async def translate(self, ask: Ask) -> Translation:
        """Translates a text; equal asks at the same time are one. Never raises for what a service does."""
        return await (await self._pipeline.get()).translate(ask)

    async def close(self) -> None:
        """Ends all connections to services."""
        if self._engaged is not None:
            await self._engaged.means.close()

    async def _made(self) -> Translator:
        await asyncio.to_thread(import_module, "bot.translation.engaged")
        engines = self.engines

        def made() -> Translator:
            from bot.translation.detecting import Detector  # noqa: PLC0415  # not before there is a text
            from bot.translation.pipeline import Pipeline  # noqa: PLC0415  # the same

            return Pipeline(engines, self._memory, self._budgets, Detector())

        return await asyncio.to_thread(made)
