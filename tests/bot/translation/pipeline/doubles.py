"""Services, a memory and budgets that do as they are told."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.domain.languages import Language
from bot.domain.refs import CommunityId
from bot.domain.text import RichText
from bot.ports.translator import Ask, Service, Term, Translation
from bot.translation.detecting import Detector
from bot.translation.engine import EngineFailed, Fault, MemoryKey, Purse
from bot.translation.pipeline import Pipeline

EN, ES, FR = Language.ENGLISH, Language.SPANISH, Language.FRENCH
HANS, HANT = Language.SIMPLIFIED_CHINESE, Language.TRADITIONAL_CHINESE

Answers = Callable[[str], str]

DETECTOR = Detector()
"""One for all tests: its model takes half a second to load, and it keeps nothing of what it reads."""


def into_greek(text: str) -> str:
    """A "translation" that shows what was sent: Latin letters become Greek ones, all else stays."""
    return "".join(chr(0x3B1 + (ord(c.lower()) - 97) % 17) if c.isascii() and c.isalpha() else c for c in text)


@dataclass(slots=True)
class FakeEngine:
    """A service that answers as it is told, and notes what it was asked."""

    answers: Answers = into_greek
    name: str = "twin"
    longest: int = 500
    public: bool = False
    pairs: frozenset[tuple[Language, Language]] | None = None
    gate: asyncio.Event | None = None
    asked: list[str] = field(default_factory=list[str])
    cancelled: int = 0

    @property
    def service(self) -> Service:
        return Service(self.name, self.name.title(), f"{self.name}.example", self.public, limited=True)

    def knows(self, source: Language, to: Language) -> bool:
        return self.pairs is None or (source, to) in self.pairs

    async def translate(self, text: str, source: Language, to: Language) -> str:
        assert len(text) <= self.longest
        self.asked.append(text)
        if self.gate is not None:
            try:
                await self.gate.wait()
            except asyncio.CancelledError:
                self.cancelled += 1
                raise
        return self.answers(text)


def failing(fault: Fault) -> Answers:
    def answer(text: str) -> str:
        raise EngineFailed(fault, "as told")

    return answer


@dataclass(slots=True)
class FakeMemory:
    """Remembers, and says what was private."""

    kept: dict[MemoryKey, str] = field(default_factory=dict[MemoryKey, str])
    private: list[bool] = field(default_factory=list[bool])

    async def get(self, key: MemoryKey, *, private: bool) -> str | None:
        return self.kept.get(key)

    async def put(self, key: MemoryKey, translation: str, *, private: bool) -> None:
        self.kept[key] = translation
        self.private.append(private)


@dataclass(slots=True)
class FakeBudgets:
    """Purses as they are told, and what was spent."""

    purses: Mapping[str, Purse] = field(default_factory=dict[str, Purse])
    spent: list[tuple[str, CommunityId | None, int]] = field(default_factory=list[tuple[str, CommunityId | None, int]])

    async def state(self, service: Service, community: CommunityId | None, characters: int) -> Purse:
        return self.purses.get(service.name, Purse.FULL)

    async def spend(self, service: Service, community: CommunityId | None, characters: int) -> None:
        self.spent.append((service.name, community, characters))


class Desk:
    """A pipeline over doubles."""

    def __init__(self, *engines: FakeEngine, purses: Mapping[str, Purse] | None = None) -> None:
        self.engines = engines or (FakeEngine(),)
        self.memory = FakeMemory()
        self.budgets = FakeBudgets(purses or {})
        self.pipeline = Pipeline(self.engines, self.memory, self.budgets, DETECTOR)

    @property
    def asked(self) -> list[str]:
        return self.engines[0].asked

    async def translate(
        self,
        text: str | RichText,
        to: Language = Language.GREEK,
        *,
        source: Language | None = EN,
        among: tuple[Language, ...] = (),
        terms: tuple[Term, ...] = (),
        community: CommunityId | None = None,
        consent: frozenset[str] = frozenset(),
        private: bool = False,
        requested: bool = False,
    ) -> Translation:
        rich = RichText.of(text) if isinstance(text, str) else text
        return await self.pipeline.translate(
            Ask(rich, to, source, among, terms, community, consent, private, requested)
        )
