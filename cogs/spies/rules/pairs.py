"""Pairs (and trios), the questions before them, and their codenames, as values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.domain.languages import Language
from bot.domain.refs import CommunityId, PersonId, PlaceId

ProposalId = NewType("ProposalId", int)
"""A question put to people: do you want to be each other's spy?"""

PairId = NewType("PairId", int)
"""Two people, or three, with a line."""


def knot_of(people: frozenset[PersonId]) -> str:
    """The one name of a set of people.

    >>> knot_of(frozenset({PersonId(34), PersonId(12)}))
    '12-34'
    """
    return "-".join(str(person) for person in sorted(people))


class Asked(StrEnum):
    """How a question came about."""

    FOUND = "found"
    ROUND = "round"
    BY_NAME = "by-name"


class Ending(StrEnum):
    """Why a line ended."""

    GOODBYE = "goodbye"
    BLOCKED = "blocked"
    REPORTED = "reported"
    BANNED = "banned"
    LEFT = "left"
    """Somebody left the community, or cannot be reached any more."""
    FORGOTTEN = "forgotten"
    """Somebody deleted their data: partners are told only that it ended."""
    AGE = "age"
    """Somebody said that they are of the other age: the two kinds never meet."""
    MERGED = "merged"
    """Two accounts turned out to be one person's."""


@dataclass(frozen=True, slots=True)
class Key:
    """One person's answer to a question.

    Attributes:
        codename: by which the others know them until both show themselves.
        answer: None while it is open.
    """

    person: PersonId
    codename: str
    answer: bool | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question.

    Attributes:
        until: it lapses then.
    """

    id: ProposalId
    community: CommunityId
    asked: Asked
    keys: tuple[Key, ...]
    made: datetime
    until: datetime

    @property
    def people(self) -> frozenset[PersonId]:
        """Who is asked."""
        return frozenset(key.person for key in self.keys)


@dataclass(frozen=True, slots=True)
class Side:
    """One person on a line.

    Attributes:
        place: the private chat in which they read it; None until it could be opened.
        reads: in which language they read it.
        shows: they said yes to showing who they are.
        free_files: they said yes to links and files before the third day.
        name: as their account was called when they said yes to showing it, "" before; ``handle`` likewise.
    """

    person: PersonId
    codename: str
    place: PlaceId | None
    reads: Language | None
    shows: bool = False
    free_files: bool = False
    name: str = ""
    handle: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people, or three, with a line.

    Attributes:
        theme: their own word for a spy, "" for the community's.
        opened: None until every private chat is open.
        ended: None while it lasts; ``why`` likewise.
        by: who ended it, or on whose account it ended; None for nobody in particular.
        held: True while a report about it is undecided: nothing crosses.
        thread: the private thread that they moved into, or None.
        counted: until when missions are told how much each says, or None.
    """

    id: PairId
    community: CommunityId
    sides: tuple[Side, ...]
    theme: str
    made: datetime
    opened: datetime | None = None
    ended: datetime | None = None
    held: bool = False
    thread: PlaceId | None = None
    why: Ending | None = None
    by: PersonId | None = None
    counted: datetime | None = None

    @property
    def knot(self) -> str:
        """The mirror's name of it."""
        return str(self.id)

    @property
    def people(self) -> frozenset[PersonId]:
        """Who is on it."""
        return frozenset(side.person for side in self.sides)

    @property
    def shown(self) -> bool:
        """Whether all said yes to showing who they are."""
        return all(side.shows for side in self.sides)

    @property
    def free(self) -> bool:
        """Whether all want links and files at once."""
        return all(side.free_files for side in self.sides)

    def called(self, person: PersonId) -> str:
        """By which name the others know somebody now."""
        side = self.side(person)
        if side is None:
            return ""
        return side.name if self.shown and side.name else side.codename

    def read_at(self, place: PlaceId, *, but: PersonId | None) -> Side | None:
        """Whose private chat a place is; not that of who speaks."""
        return next((side for side in self.sides if side.place == place and side.person != but), None)

    def side(self, person: PersonId) -> Side | None:
        """Somebody's side."""
        return next((side for side in self.sides if side.person == person), None)

    def others(self, person: PersonId) -> tuple[Side, ...]:
        """Everybody else's."""
        return tuple(side for side in self.sides if side.person != person)
