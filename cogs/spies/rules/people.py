"""A member's file, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NewType

from bot.domain.languages import Language
from bot.domain.refs import PersonId

Tongue = NewType("Tongue", str)
"""A spoken language by the first part of its tag: both ways of writing Chinese are ``zh``."""


def tongue_of(language: Language) -> Tongue:
    """What is spoken by who writes a language.

    >>> tongue_of(Language.TRADITIONAL_CHINESE)
    'zh'
    """
    return Tongue(language.value.partition("-")[0])


CHINESE = Tongue("zh")
"""However it is written."""


class Level(IntEnum):
    """How well somebody knows a language: the six steps of the CEFR, and those who grew up with it."""

    A1 = 1
    A2 = 2
    B1 = 3
    B2 = 4
    C1 = 5
    C2 = 6
    NATIVE = 7


class Want(StrEnum):
    """What somebody looks for in a spy."""

    CHAT = "chat"
    CORRECTION = "correction"
    VOICE = "voice"
    HOMEWORK = "homework"


class Gender(StrEnum):
    """As somebody says of themselves, where a community offers matching within it; never shown."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


class Slot(StrEnum):
    """When somebody has time, by their own clock."""

    WEEKDAY_MORNING = "weekday-morning"
    WEEKDAY_AFTERNOON = "weekday-afternoon"
    WEEKDAY_EVENING = "weekday-evening"
    WEEKDAY_NIGHT = "weekday-night"
    WEEKEND_MORNING = "weekend-morning"
    WEEKEND_AFTERNOON = "weekend-afternoon"
    WEEKEND_EVENING = "weekend-evening"
    WEEKEND_NIGHT = "weekend-night"


INTERESTS = (
    "cats",
    "food",
    "music",
    "films",
    "books",
    "games",
    "travel",
    "sports",
    "hiking",
    "art",
    "photography",
    "technology",
    "science",
    "history",
    "anime",
    "fashion",
    "cooking",
    "plants",
)
"""The short list; each is the end of a text's key. Whatever else somebody likes they say in free words."""

LONGEST_WORDS = 4_000
"""Characters that somebody may say about themselves."""


@dataclass(frozen=True, slots=True)
class File:
    """What a member said of themselves.

    Attributes:
        adult: True for 18 and older; never shown.
        speaks: with levels; ``learns`` likewise.
        interests: of :data:`INTERESTS`.
        words: their own, at most :data:`LONGEST_WORDS` characters.
        gender: never shown; None when they did not say.
        same_gender: only with their own gender.
        paused: they are not matched, and nobody can ask them.
        handle: what they were called elsewhere; ``seeks`` whom they look for by such a name. Both "" when unsaid.
        off_duty: minutes after midnight by their own clock between which messages are held back; None for never. The
            first may be later than the second: over midnight.
        reads: in which language they read a line, None for that of their screens.
    """

    person: PersonId
    adult: bool
    speaks: Mapping[Tongue, Level]
    learns: Mapping[Tongue, Level]
    free: frozenset[Slot] = frozenset()
    interests: frozenset[str] = frozenset()
    words: str = ""
    wants: frozenset[Want] = frozenset()
    gender: Gender | None = None
    same_gender: bool = False
    paused: bool = False
    handle: str = ""
    seeks: str = ""
    off_duty: tuple[int, int] | None = None
    reads: Language | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person as matching sees them; ids are any strings, so that an organiser's list can be matched as well.

    Attributes:
        hours: hours of a week, counted from Monday 00:00 UTC (0 to 167), in which they have time; empty when unsaid.
        zone: their time zone's IANA name, for the reasons; None when unsaid.
        free: the same as slots, for the reasons; empty when unsaid.
        blocked: ids of whom never to be matched with, on either side's word.
        met: weeks since they last had a line, by id.
        waiting: weeks since they began to wait for a spy.
        adult: the two kinds never meet.
        gave_cat: they once gave a cat in answer.
        answered: share of the questions put to them that they answered at all, 0 to 1; 1 for who was never asked.
    """

    id: str
    speaks: Mapping[Tongue, Level]
    learns: Mapping[Tongue, Level]
    hours: frozenset[int] = frozenset()
    zone: str | None = None
    free: frozenset[Slot] = frozenset()
    interests: frozenset[str] = frozenset()
    wants: frozenset[Want] = frozenset()
    blocked: frozenset[str] = frozenset()
    met: Mapping[str, float] = field(default_factory=dict[str, float])
    waiting: float = 0.0
    adult: bool = True
    gender: Gender | None = None
    same_gender: bool = False
    gave_cat: bool = False
    answered: float = 1.0
