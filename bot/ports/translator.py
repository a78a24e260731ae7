"""Translating, detecting languages, and reading aids. What a text is never depends on who asks: pure of platforms."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from bot.domain.languages import Language
from bot.domain.refs import CommunityId
from bot.domain.text import RichText


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a community's glossary, put in exactly so.

    Attributes:
        source: the language that it is written in, ``words`` as members write it; case does not matter.
        target: into which it becomes ``becomes``; equal to ``words`` for a name that is never translated.
    """

    source: Language
    words: str
    target: Language
    becomes: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A text to be translated.

    Attributes:
        text: what is said.
        to: into which language.
        source: the language that it is in, where that is known.
        among: the languages that are spoken where it was said: short texts are taken to be in one of them.
        terms: the community's glossary.
        community: on whose daily budget it goes; None for somebody alone.
        consent: names of the public services that may see it (:class:`Service`); all others may.
        private: kept in memory only, never written down.
        requested: True when somebody asked for just this one; near the end of a budget only these are still done.
    """

    text: RichText
    to: Language
    source: Language | None = None
    among: tuple[Language, ...] = ()
    terms: tuple[Term, ...] = ()
    community: CommunityId | None = None
    consent: frozenset[str] = frozenset()
    private: bool = False
    requested: bool = False


@dataclass(frozen=True, slots=True)
class Translated:
    """A translation.

    Attributes:
        text: with everything that must not change (mentions, links, code) as it was.
        source: the language that it was in.
        service: the name of the :class:`Service` that made it.
        remembered: True when nobody was asked: it was made before.
    """

    text: RichText
    source: Language
    to: Language
    service: str
    remembered: bool = False


class Needless(Enum):
    """Why there is nothing to translate."""

    SAME_LANGUAGE = "same-language"
    NO_WORDS = "no-words"
    """Only emoji, links, numbers, names, code."""
    TOO_SHORT = "too-short"
    """An interjection, or too few letters to be worth it."""
    UNSURE = "unsure"
    """Nobody can tell in which language it is."""


@dataclass(frozen=True, slots=True)
class Unneeded:
    """There is nothing to translate."""

    why: Needless
    source: Language | None = None


class Lacking(Enum):
    """Why there is no translation."""

    NO_SERVICE = "no-service"
    """None is configured, accepted here, or knows this pair of languages."""
    SAVING = "saving"
    """Most of the day's budget is spent: only what somebody asks for is still done."""
    SPENT = "spent"
    """The day's budget is spent."""
    FAILED = "failed"
    """All were asked, and none gave a translation that holds up."""


@dataclass(frozen=True, slots=True)
class Untranslated:
    """It should have been translated and was not."""

    why: Lacking
    source: Language | None = None


Translation = Translated | Unneeded | Untranslated


@dataclass(frozen=True, slots=True)
class Service:
    """Somebody who sees the texts that are translated.

    Attributes:
        name: of the configuration, ``[a-z]+``.
        title: as members know it.
        host: at which address it is reached, without a path.
        public: True when it needs no key and belongs to nobody here: off until an admin accepts it.
        limited: True when it has a daily budget.
    """

    name: str
    title: str
    host: str
    public: bool
    limited: bool


class Translator(Protocol):
    """Translates. Nothing here raises for what a service does."""

    @property
    def services(self) -> Sequence[Service]:
        """Who may be asked, in order, as configured."""
        ...

    def knows(self, source: Language, to: Language, consent: frozenset[str] = frozenset()) -> bool:
        """Whether any service that may be asked (public ones with consent only) translates this pair."""
        ...

    async def detect(self, text: RichText, among: Sequence[Language] = ()) -> Language | None:
        """The language that a text is in, or None where nobody would say."""
        ...

    async def translate(self, ask: Ask) -> Translation:
        """Translates a text; equal asks at the same time are one."""
        ...


@dataclass(frozen=True, slots=True)
class GlossedWord:
    """A word with what the dictionary says.

    Attributes:
        word: as written.
        reading: its pinyin with tone marks, or "".
        meaning: a few words in the other language, or "" where the dictionary does not know it.
    """

    word: str
    reading: str
    meaning: str


class Readings(Protocol):
    """Reading aids, from a dictionary that comes along; nothing leaves the machine."""

    async def pinyin(self, text: str) -> str:
        """Chinese with the pinyin of each word, as a line of its own; "" where there is nothing Chinese."""
        ...

    async def gloss(self, text: str, source: Language, to: Language) -> Sequence[GlossedWord]:
        """The words one by one; for Chinese and English, empty for any other pair. At most 200 words."""
        ...
