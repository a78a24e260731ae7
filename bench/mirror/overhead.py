"""The pipeline alone: what it takes for a chat line apart from the service."""

import time
from pathlib import Path

from prometheus_client import CollectorRegistry

from bench.mirror.pace import late, middle
from bench.mirror.plan import MirrorPlan
from bench.mirror.rows import MirrorFindings, MirrorRow
from bench.mirror.sentences import DIFFERENT, EN, ES, ZH, chat_line, translated
from bot.clock import SystemClock
from bot.core.translation_store import TranslationStore
from bot.domain.languages import Language
from bot.domain.text import RichText
from bot.ports.translator import Ask, Service, Translated, Translator
from bot.storage.engine import open_database
from bot.translation.configured import Translating, translator_of
from tests.kit.stages.whole import config_on, migrated_copy

_PAIRS = ((EN, ES), (ZH, EN), (ES, EN))
_WARMING = 50
"""Lines that are not counted: what a language needs is read when it first comes."""

NOWHERE = "http://127.0.0.1:9"
"""Where a service is configured that is replaced before anybody asks it."""

SERVICE = Service("bench", "Bench", "bench.example", public=False, limited=False)


class TimedEngine:
    """Implements :class:`bot.translation.engine.Engine`: answers at once, and knows how long that took.

    Attributes:
        seconds: of all answers.
    """

    def __init__(self) -> None:
        self.service = SERVICE
        self.longest = 2_000
        self.seconds = 0.0

    def knows(self, source: Language, to: Language) -> bool:
        """Whatever there are sentences in."""
        return source is not to

    async def translate(self, text: str, source: Language, to: Language) -> str:
        """Translates."""
        began = time.perf_counter()
        made = translated(text, source, to)
        self.seconds += time.perf_counter() - began
        return made


async def measure(plan: MirrorPlan, folder: Path, findings: MirrorFindings) -> None:
    """Measures each language cold, then the same lines again.

    Raises:
        RuntimeError: a line was not translated.
    """
    engine = TimedEngine()
    config, clock = config_on(await migrated_copy(folder), libretranslate_url=NOWHERE), SystemClock()

    async with open_database(config.database_url) as db:
        store = TranslationStore(db, clock)
        translating: Translating = translator_of(
            config, clock, CollectorRegistry(), store=store, around=lambda _: engine
        )
        for source, to in _PAIRS:
            for index in range(min(_WARMING, plan.lines)):
                await _took(translating.translator, engine, DIFFERENT - 1 - index, source, to)
            await translating.memory.idle()
            for median, slow in (
                (MirrorRow.COLD_MEDIAN, MirrorRow.COLD_LATE),
                (MirrorRow.CACHED_MEDIAN, MirrorRow.CACHED_LATE),
            ):
                taken: list[float] = []
                for number in range(plan.lines):
                    taken.append(await _took(translating.translator, engine, number, source, to))
                    await translating.memory.idle()
                findings.add(median, source.value, [middle(taken)])
                findings.add(slow, source.value, [late(taken)])
        await translating.close()


async def _took(translator: Translator, engine: TimedEngine, number: int, source: Language, to: Language) -> float:
    ask = Ask(RichText.of(chat_line(number, source)), to, among=(source, to))
    began, answering = time.perf_counter(), engine.seconds
    answer = await translator.translate(ask)
    took = time.perf_counter() - began - (engine.seconds - answering)
    if not isinstance(answer, Translated):
        raise RuntimeError(f"not translated: {ask.text.plain!r}: {answer}")
    return took * 1000
