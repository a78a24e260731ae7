"""What the keys of a check-in do, and what is done later to keep a line going."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.action import Action, Job
from bot.domain.refs import PersonId
from cogs.spies.rules.pairs import PairId


class Going(StrEnum):
    """How somebody says that it is going."""

    WELL = "well"
    NEW = "new"
    """They would like somebody new; they are asked whether besides or instead."""
    LATER = "later"


@dataclass(frozen=True, slots=True)
class CheckedIn(Action):
    """Answers how it is going."""

    pair: PairId
    going: Going


@dataclass(frozen=True, slots=True)
class PartFor(Action):
    """Says goodbye, to look for somebody new."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class LookBesides(Action):
    """Keeps the line, and looks for somebody besides."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class Nudge(Job):
    """Nudges a line that has been silent.

    Attributes:
        number: 1 for the first time in a silence, 2 for the second.
    """

    pair: PairId
    number: int


@dataclass(frozen=True, slots=True)
class NudgeOne(Job):
    """The same to one of them, whose off-duty hours it waited for."""

    pair: PairId
    person: PersonId
    number: int


@dataclass(frozen=True, slots=True)
class CheckIn(Job):
    """Asks everybody on a line how it is going."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class CheckInOne(Job):
    """The same of one of them, whose off-duty hours it waited for."""

    pair: PairId
    person: PersonId


@dataclass(frozen=True, slots=True)
class DropWeeks(Job):
    """Forgets in which weeks a line that ended was written on."""

    pair: PairId
