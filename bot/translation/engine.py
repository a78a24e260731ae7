"""What the pipeline asks of a translation service, of its memory and of its budgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from bot.domain.errors import CatTaxError
from bot.domain.languages import CHINESE, Language
from bot.domain.refs import CommunityId
from bot.ports.translator import Service


class Fault(Enum):
    """Why a service gave no translation."""

    UNREACHABLE = "unreachable"
    """No connection, a 5xx, garbage, an error page, or silence until the time was over."""
    FLOODED = "flooded"
    """It wants fewer requests; or our own limits for it are reached."""
    REFUSED = "refused"
    """It does not let us in: a wrong key, a spent quota."""
    UNSUITABLE = "unsuitable"
    """It does not know this pair, or the text is too long for it."""
    EMPTY = "empty"
    """It answered with nothing."""
    RESTING = "resting"
    """It failed so often that it is left alone for a while."""


class EngineFailed(CatTaxError):
    """A service gave no translation.

    Attributes:
        fault: why.
        detail: its words, for the log only, never with a key in them.
        retry_after: seconds that it asks us to wait, or None.
    """

    def __init__(self, fault: Fault, detail: str = "", *, retry_after: float | None = None) -> None:
        super().__init__(f"{fault.value}: {detail}" if detail else fault.value)
        self.fault = fault
        self.detail = detail
        self.retry_after = retry_after


class Engine(Protocol):
    """One translation service. Used by many at once; never holds the event loop up."""

    @property
    def service(self) -> Service:
        """Who it is."""
        ...

    @property
    def longest(self) -> int:
        """Most characters of one request."""
        ...

    def knows(self, source: Language, to: Language) -> bool:
        """Whether it translates this pair, as far as that is known without asking it."""
        ...

    async def translate(self, text: str, source: Language, to: Language) -> str:
        """Translates a text of at most ``longest`` characters.

        Raises:
            EngineFailed: it did not.
        """
        ...


def candidates(engines: Sequence[Engine], source: Language, to: Language, consent: frozenset[str]) -> list[Engine]:
    """Who may be asked for a pair, in order: public services only where they are accepted."""
    return [
        engine
        for engine in engines
        if (not engine.service.public or engine.service.name in consent) and engine.knows(source, to)
    ]


def can_be_done(engines: Sequence[Engine], source: Language, to: Language, consent: frozenset[str]) -> bool:
    """Whether a pair is translated by anybody who may be asked, or here: one way of writing Chinese in the other."""
    return (source in CHINESE and to in CHINESE) or bool(candidates(engines, source, to, consent))


@dataclass(frozen=True, slots=True)
class MemoryKey:
    """What a remembered translation is found by; only a keyed hash of it is ever written down.

    Attributes:
        text: shielded, as services see it.
        glossary: a digest of the terms that apply, "" for none.
    """

    text: str
    source: Language
    to: Language
    service: str
    glossary: str = ""


class Memory(Protocol):
    """Remembers translations for a while."""

    async def get(self, key: MemoryKey, *, private: bool) -> str | None:
        """A translation made before; of what was private only what is still in memory."""
        ...

    async def put(self, key: MemoryKey, translation: str, *, private: bool) -> None:
        """Remembers a translation; a private one in memory only. Never raises."""
        ...


class Purse(Enum):
    """How much of a day's budget is left."""

    FULL = "full"
    SAVING = "saving"
    """80 % are spent."""
    SPENT = "spent"


class Budgets(Protocol):
    """Daily budgets of characters for services that are paid or limited, in all and for each community."""

    async def state(self, service: Service, community: CommunityId | None, characters: int) -> Purse:
        """How much is left once so many more characters are spent; FULL for a service without a budget."""
        ...

    async def spend(self, service: Service, community: CommunityId | None, characters: int) -> None:
        """Counts characters that a service was sent. Never raises."""
        ...
