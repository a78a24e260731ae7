"""A card that lies on a line, as values; and which card comes next."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NewType

from bot.domain.refs import CommunityId, PersonId
from cogs.missions.rules.cards import Level, Topic

DrawId = NewType("DrawId", int)
"""One card on one line; a swapped one is another."""

LONGEST_ANSWER = 1_000
"""Characters."""

REMINDED_AFTER = timedelta(days=1)
"""Whoever has not answered by then hears of it once."""

ANSWERS_KEPT = timedelta(days=7)
"""After the unlocking: as long as what is said on a line can be reported."""

UNANSWERED_KEPT = timedelta(days=30)
"""An answer that the others' never came to is forgotten then; the card can still be answered."""

BROUGHT_AGAIN_AFTER = timedelta(minutes=1)
"""A card that was dealt just now is not brought once more by a key that was pressed twice."""


@dataclass(frozen=True, slots=True)
class Draw:
    """A card on a line.

    Attributes:
        line: as :class:`bot.api.offers.lines.Lines` knows it.
        card: the key of one of ours, or a community's own (:func:`cogs.missions.rules.own.own_key`).
        at: when it was dealt.
        open: it still waits for answers.
        unlocked: when all had answered; None for one that waits, or was swapped.
        answered: who has answered so far.
    """

    id: DrawId
    line: int
    community: CommunityId
    card: str
    at: datetime
    open: bool
    unlocked: datetime | None = None
    answered: frozenset[PersonId] = frozenset()


@dataclass(frozen=True, slots=True)
class Given:
    """Somebody's answer: their words, or the band that they picked; the other is empty."""

    words: str = ""
    band: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A card that could be dealt.

    Attributes:
        topic: None for a community's own.
    """

    key: str
    level: Level
    topic: Topic | None = None


def next_card(pool: Sequence[Choice], used: Sequence[str], seed: str) -> str | None:
    """Which card comes next: none twice until all were there, then the one that was there longest ago.

    The levels that are open take turns, so that the few of a new one are not lost among the many light ones.

    Args:
        pool: what may be dealt.
        used: the cards that were dealt, the oldest first.
        seed: of the line: each has an order of its own, which stays.

    Returns:
        The key of a card; None when there are none.
    """
    if not pool:
        return None
    last = {key: number for number, key in enumerate(used)}
    fresh = [choice for choice in pool if choice.key not in last]
    if not fresh:
        return min(pool, key=lambda choice: last[choice.key]).key
    levels = [level for level in Level if any(choice.level is level for choice in fresh)]
    level = levels[len(used) % len(levels)]
    return min(
        (choice.key for choice in fresh if choice.level is level),
        key=lambda key: hashlib.blake2b(f"{seed} {key}".encode(), digest_size=8).digest(),
    )


def complete(given: Mapping[PersonId, Given], people: frozenset[PersonId]) -> bool:
    """Whether all have answered."""
    return bool(people) and people <= given.keys()
