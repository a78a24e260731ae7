"""Pure decisions on bridges: which ways messages take, what a code is, what somebody asked for."""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import NewType

from bot.domain.languages import Language
from bot.domain.refs import CommunityId, PersonId, PlaceId, PostId, SpaceRef

BridgeId = NewType("BridgeId", int)

MOST_ENDS = 20
"""Chats of a bridge."""
MOST_BRIDGES = 50
"""Bridges that a community takes part in."""

ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679"
"""Of codes: without what looks like something else in some typeface."""
CODE_LENGTH = 12
"""25 ** 12 codes: who reads the table of their hashes does not find one again within its ten minutes."""
CODE_LIFETIME = timedelta(minutes=10)
CODES = 10
"""Codes that somebody may have made within :data:`PERIOD`."""
TRIES = 5
"""Codes that somebody may type in vain within :data:`PERIOD`."""
PERIOD = timedelta(hours=1)

TELLS_AGAIN = timedelta(days=1)
"""How long nobody is told of the same trouble at the same end again."""
TELLS_FOR = timedelta(days=1)
"""How long what chats are told stays there."""
BRIEFLY = timedelta(minutes=1)
MOST_HOURS = 24 * 365
"""Of being mute; longer is for good."""

OFFERED = (
    Language.ENGLISH,
    Language.SIMPLIFIED_CHINESE,
    Language.TRADITIONAL_CHINESE,
    Language.SPANISH,
    Language.FRENCH,
    Language.GERMAN,
    Language.PORTUGUESE,
    Language.ITALIAN,
    Language.RUSSIAN,
    Language.UKRAINIAN,
    Language.POLISH,
    Language.TURKISH,
    Language.ARABIC,
    Language.HINDI,
    Language.INDONESIAN,
    Language.VIETNAMESE,
    Language.THAI,
    Language.JAPANESE,
    Language.KOREAN,
    Language.CATALAN,
    Language.DUTCH,
)
"""Languages to pick from a list; any other is written."""


class Direction(Enum):
    """Which way messages go between a chat and the others of its bridge."""

    BOTH = "both"
    IN = "in"
    """Only from the others into this one."""
    OUT = "out"
    """Only from this one to the others."""


class Reactions(Enum):
    """How reactions cross."""

    NEAREST = "nearest"
    LINE = "line"
    OFF = "off"


class Part(Enum):
    """What of a bridge is turned on and off."""

    FILES = "files"
    JOINS = "joins"
    ORIGINALS = "originals"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Crossing:
    """What crosses a bridge.

    Attributes:
        joins: who comes in at one end is named at the others.
        originals: what was translated stands under its translation, hidden until it is touched.
    """

    files: bool = True
    reactions: Reactions = Reactions.NEAREST
    joins: bool = False
    originals: bool = True


@dataclass(frozen=True, slots=True)
class End:
    """A chat of a bridge.

    Attributes:
        community: whose chat it is.
        space: in which an admin of this end must be one.
        language: which is spoken here; None has nothing translated for it.
        notice: the pinned message that tells of the bridge, or None.
    """

    place: PlaceId
    community: CommunityId
    space: SpaceRef
    language: Language | None
    direction: Direction = Direction.BOTH
    notice: PostId | None = None


@dataclass(frozen=True, slots=True)
class Bridge:
    """Chats that are one conversation.

    Attributes:
        community: which began it, and may end it.
        maker: who began it, None when they are forgotten.
        paused: nothing crosses for now.
        ends: in the order of their ids.
    """

    id: BridgeId
    community: CommunityId
    maker: PersonId | None
    paused: bool
    crossing: Crossing
    ends: tuple[End, ...]

    @property
    def knot(self) -> str:
        """What the mirror calls it."""
        return str(self.id)

    def at(self, place: PlaceId) -> End | None:
        """The end in a chat."""
        return next((end for end in self.ends if end.place == place), None)

    def others(self, place: PlaceId) -> tuple[End, ...]:
        """All ends but the one in a chat."""
        return tuple(end for end in self.ends if end.place != place)

    @property
    def communities(self) -> tuple[CommunityId, ...]:
        """Those whose chats it ties, each once."""
        return tuple(dict.fromkeys(end.community for end in self.ends))


class Failure(Enum):
    """Why a code did not tie two chats. The value is the end of the key of the text that tells so."""

    WRONG = "wrong"
    USED = "used"
    EXPIRED = "expired"
    TOO_MANY = "too-many"
    SAME = "same"
    """It was made in this very chat."""
    TWICE = "twice"
    """Both chats are tied already."""
    GONE = "gone"
    """The bot is no longer where it was made, or its bridge has ended."""
    NO_RIGHT = "no-right"
    """Who made it is no longer an admin there."""
    FULL = "full"
    MANY = "many"


# ---------------------------------------------------------------------------------------------------------------- ways


def ways(bridge: Bridge) -> Iterator[tuple[End, End]]:
    """From where to where messages go."""
    if bridge.paused:
        return
    for source in bridge.ends:
        for target in bridge.others(source.place):
            if may_cross(source, target):
                yield source, target


def may_cross(source: End, target: End) -> bool:
    """Whether anything goes from one end to another."""
    return source.direction is not Direction.IN and target.direction is not Direction.OUT


def places_to_untie(surplus: Sequence[tuple[PlaceId, PlaceId]]) -> Sequence[PlaceId]:
    """The fewest places, nearly, that ways too many are from or to: only whole places can be untied.

    >>> places_to_untie([(PlaceId(1), PlaceId(2)), (PlaceId(3), PlaceId(1)), (PlaceId(4), PlaceId(5))])
    [1, 4]
    """
    left: list[tuple[PlaceId, PlaceId]] = list(surplus)
    found: list[PlaceId] = []
    while left:
        counted: Counter[PlaceId] = Counter(place for way in left for place in way)
        ((place, _),) = counted.most_common(1)
        found.append(place)
        left = [way for way in left if place not in way]
    return found


def tied_already(bridges: Sequence[Bridge], first: PlaceId, others: Sequence[PlaceId]) -> bool:
    """Whether a chat shares a bridge with one of others: a message would come there twice."""
    return any(bridge.at(first) and any(bridge.at(other) for other in others) for bridge in bridges)


# --------------------------------------------------------------------------------------------------------------- codes


def plain_code(typed: str) -> str:
    """A code as it is kept apart from how it was typed: case, spaces, dashes and full-width letters do not matter.

    >>> plain_code(" acde-fghj kmnp "), plain_code("ＡＣＤＥ")
    ('ACDEFGHJKMNP', 'ACDE')
    """
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", typed[:100]).upper()))


def shown_code(code: str) -> str:
    """A code as it is read out.

    >>> shown_code("ACDEFGHJKMNP")
    'ACDE-FGHJ-KMNP'
    """
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def digest(code: str) -> str:
    """What is kept of a code."""
    return hashlib.sha256(f"bridge:{code}".encode()).hexdigest()


# ---------------------------------------------------------------------------------------------------- what is asked for


class Wish(Enum):
    """What the words after ``/bridge`` are about."""

    LOOK = "look"
    CODE = "code"
    ME = "me"
    ME_OFF = "me off"
    ME_ON = "me on"
    MUTE = "mute"
    UNMUTE = "unmute"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked for.

    Attributes:
        code: as typed.
        hours: how long somebody is to be mute; None for good.
    """

    wish: Wish
    code: str = ""
    hours: int | None = None


_OFF = frozenset({"off", "no", "关", "關", "关闭", "關閉"})
_ON = frozenset({"on", "yes", "sí", "si", "开", "開", "打开", "打開"})


def read_words(said: str | None) -> Asked:
    """What words after the command ask for; what is none of its own words is a code.

    >>> read_words("me off"), read_words("mute 3")
    (Asked(wish=<Wish.ME_OFF: 'me off'>, code='', hours=None), Asked(wish=<Wish.MUTE: 'mute'>, code='', hours=3))
    """
    words = (said or "").casefold().split()
    match words:
        case ["me", state] if state in _OFF | _ON:
            return Asked(Wish.ME_OFF if state in _OFF else Wish.ME_ON)
        case ["mute", *rest]:
            return Asked(Wish.MUTE, hours=read_hours(" ".join(rest)))
        case ["unmute", *_]:
            return Asked(Wish.UNMUTE)
        case [] | ["me" | "muted"]:
            return Asked(Wish("".join(words) or "look"))
        case _:
            return Asked(Wish.CODE, code=said or "")


def read_hours(said: str) -> int | None:
    """The hours among some words, within a year; None for good.

    >>> read_hours("@ana 3"), read_hours("12h"), read_hours(""), read_hours("999999"), read_hours("0")
    (3, 12, None, None, None)
    """
    for word in said.split():
        bare = word.rstrip("hH小时時")
        if bare.isdecimal() and len(bare) < 6 and 0 < int(bare) <= MOST_HOURS:
            return int(bare)
    return None
