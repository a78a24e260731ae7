"""Translating for who runs the bot: a text, a line, or a try of each service. Nothing is written down.

Public services that need no key are asked only where ``TRANSLATORS`` names them: nobody else here could have agreed.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import islice

from prometheus_client import CollectorRegistry

from bot.config import Config
from bot.domain.languages import Language
from bot.domain.text import RichText
from bot.ports.clock import Clock
from bot.ports.translator import Ask, Lacking, Needless, Service, Translated, Unneeded
from bot.translation.configured import Translating, translator_of
from bot.translation.engine import Engine, EngineFailed, Fault

_NEEDLESS: Mapping[Needless, str] = {
    Needless.SAME_LANGUAGE: "it is in that language already",
    Needless.NO_WORDS: "there are no words in it",
    Needless.TOO_SHORT: "it is too short",
    Needless.UNSURE: "nobody can tell in which language it is; say so with --from",
}

MOST_TRIES = 3
"""Of pairs, when a service that was tried does not have the first one."""

_TRIED: Sequence[tuple[Language, Language, str]] = (
    (Language.ENGLISH, Language.SPANISH, "Where is the cat?"),
    (Language.SPANISH, Language.ENGLISH, "¿Dónde está el gato?"),
)


@dataclass(slots=True)
class _Noting:
    """An engine, and what became of what it was asked."""

    engine: Engine
    failures: list[EngineFailed] = field(default_factory=list[EngineFailed])

    @property
    def service(self) -> Service:
        return self.engine.service

    @property
    def longest(self) -> int:
        return self.engine.longest

    def knows(self, source: Language, to: Language) -> bool:
        return self.engine.knows(source, to)

    async def translate(self, text: str, source: Language, to: Language) -> str:
        try:
            return await self.engine.translate(text, source, to)
        except EngineFailed as failed:
            self.failures.append(failed)
            raise


@dataclass(frozen=True, slots=True)
class Said:
    """What came of a text.

    Attributes:
        text: to be printed; None where there is no translation.
        notes: lines for who asked: the service's name, or why nothing was translated.
    """

    text: str | None
    notes: Sequence[str]


@asynccontextmanager
async def _translating(config: Config, clock: Clock, noted: list[_Noting]) -> AsyncGenerator[Translating]:
    def around(engine: Engine) -> Engine:
        noted.append(_Noting(engine))
        return noted[-1]

    translating = translator_of(config, clock, CollectorRegistry(), around=around)
    try:
        yield translating
    finally:
        await translating.close()


def language_tags(lines: Iterable[str], clock: Clock) -> Iterator[str]:
    """The tag of the language that each line is in, or ``und``, as they come."""
    translating = translator_of(Config(), clock, CollectorRegistry())
    with asyncio.Runner() as runner:  # nothing runs while the next line is waited for
        for line in lines:
            language = runner.run(translating.translator.detect(RichText.of(line)))
            yield "und" if language is None else language.value
        runner.run(translating.close())


async def translated(config: Config, clock: Clock, text: str, to: Language, source: Language | None) -> Said:
    """Translates a text by the configured services."""
    noted: list[_Noting] = []
    consent = frozenset(name.value for name in config.translators)
    async with _translating(config, clock, noted) as translating:
        ask = Ask(RichText.of(text), to, source, consent=consent, private=True, requested=True)
        match await translating.translator.translate(ask):
            case Translated(text=made, service=service):
                return Said(made.plain, [service])
            case Unneeded(why=why):
                return Said(text, [f"not translated: {_NEEDLESS[why]}"])
            case lacking:
                spoken = f"{lacking.source.value} to {to.value}" if lacking.source else to.value
                return Said(None, [*_why(lacking.why, spoken), *(line for one in noted for line in _failures(one))])


def _why(why: Lacking, pair: str) -> Sequence[str]:
    match why:
        case Lacking.NO_SERVICE:
            return [
                f"no service that is set up translates {pair}: see LIBRETRANSLATE_URL and TRANSLATORS in .env.example; "
                "google and mymemory are asked only when TRANSLATORS names them"
            ]
        case Lacking.SAVING | Lacking.SPENT:
            return ["the day's budget of characters does not allow it: see TRANSLATION_DAILY_CHARACTERS"]
        case Lacking.FAILED:
            return [f"no service gave a translation of {pair} that holds up"]


def _failures(noting: _Noting) -> Sequence[str]:
    if not noting.failures:
        return []
    return [f"{noting.service.name} ({noting.service.host}): {_told(noting.failures[-1])}"]


def _told(failed: EngineFailed) -> str:
    words = {
        Fault.UNREACHABLE: "does not answer as it should",
        Fault.FLOODED: "wants to be asked less often",
        Fault.REFUSED: "does not let us in",
        Fault.UNSUITABLE: "cannot do this",
        Fault.EMPTY: "answered with nothing",
        Fault.RESTING: "failed, and is left alone for now",
    }[failed.fault]
    return f"{words} ({failed.detail})" if failed.detail else words


@dataclass(frozen=True, slots=True)
class Tried:
    """What a service did when it was tried.

    Attributes:
        asked: False for a public one that nobody named.
        answered: whether it translated.
        words: what it said, or why it did not and what to do.
    """

    service: Service
    asked: bool
    answered: bool
    words: str


async def tried(config: Config, clock: Clock) -> AsyncIterator[Tried]:
    """Asks each service once, all at the same time; what they do is told in their order."""
    async with _translating(config, clock, []) as translating:
        tries = [asyncio.ensure_future(_try(engine, config)) for engine in translating.engines]
        for one in tries:
            yield await one


async def _try(engine: Engine, config: Config) -> Tried:
    service = engine.service
    if service.public and not config.translators:
        words = "not tried: it is asked only where a community accepts it; to try it, name it in TRANSLATORS"
        return Tried(service, asked=False, answered=False, words=words)
    failed = EngineFailed(Fault.UNSUITABLE, "it has no pair of languages that we know")
    for source, to, said in islice(_pairs(engine), MOST_TRIES):
        try:
            answer = await engine.translate(said, source, to)
        except EngineFailed as failure:
            failed = failure
            if failed.fault is not Fault.UNSUITABLE:
                break
        else:
            return Tried(service, asked=True, answered=True, words=f"{source.value} to {to.value}: {answer}")
    words = f"{_told(failed)}. {_mend(service, failed.fault)}"
    return Tried(service, asked=True, answered=False, words=words)


def _pairs(engine: Engine) -> Iterator[tuple[Language, Language, str]]:
    """What it may have; a service that lists its pairs has listed them once it was asked for the first of these."""
    for source, to, said in _TRIED:
        if engine.knows(source, to):
            yield source, to, said
    for source in Language:
        for to in Language:
            if engine.knows(source, to):
                yield source, to, "Taxi"


def _mend(service: Service, fault: Fault) -> str:
    """What an operator can do about it."""
    if service.public:
        return "It promises nothing, and there is nothing to mend here; the others are asked"
    address = {"libretranslate": "LIBRETRANSLATE_URL", "apertium": "APERTIUM_URL"}.get(service.name)
    key = f"{service.name.upper()}_API_KEY"
    match fault:
        case Fault.REFUSED:
            return f"Look at {key}" + (" and MICROSOFT_REGION" if service.name == "microsoft" else "")
        case Fault.UNSUITABLE:
            return "Install a pair of languages there" if address else f"Look at {key}"
        case Fault.FLOODED:
            return "Try again later, or ask its provider for more"
        case _:
            where = f"Look whether {service.host} is up and reached from here"
            return f"{where}, and at {address}" if address else where
