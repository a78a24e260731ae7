"""A community's own cards, as values."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from bot.domain.languages import Language
from bot.domain.refs import CommunityId
from cogs.missions.rules.cards import Level

OwnId = NewType("OwnId", int)
"""A card that a community wrote."""

MOST = 200
"""Cards of one community."""
LONGEST = 300
"""Characters of a question, and of why it is asked."""
PAGE = 10
"""Cards on one page of the list."""

_PREFIX = "own-"


@dataclass(frozen=True, slots=True)
class Worded:
    """A question as it stands in one language.

    Attributes:
        why: why it is asked, "" when that is not said.
        made: True when a service put it into this language.
    """

    language: Language
    words: str
    why: str = ""
    made: bool = False


@dataclass(frozen=True, slots=True)
class OwnCard:
    """A card of a community's own.

    Attributes:
        other: the same in another language, as somebody wrote it; None when nobody did.
    """

    id: OwnId
    community: CommunityId
    level: Level
    question: Worded
    other: Worded | None
    made: datetime

    @property
    def key(self) -> str:
        """As what it is dealt."""
        return own_key(self.id)


def own_key(card: OwnId) -> str:
    """As what a community's own card is dealt."""
    return f"{_PREFIX}{card}"


def own_id(key: str) -> OwnId | None:
    """Which own card a key is; None for one of ours.

    >>> own_id("own-12"), own_id("food-3")
    (12, None)
    """
    number = key.removeprefix(_PREFIX)
    return OwnId(int(number)) if key.startswith(_PREFIX) and number.isascii() and number.isdigit() else None


def page_of(count: int, page: int) -> int:
    """The nearest page that there is of so many cards, from 0."""
    return max(0, min(page, (count - 1) // PAGE))
