"""What the keys of finding and asking do, and what is done about questions later.

Each key says which club or question it is about: it may be pressed in private, long after, or be forged.
"""

from dataclasses import dataclass

from bot.domain.action import Action, Job
from bot.domain.refs import CommunityId, PersonId
from cogs.spies.rules.pairs import ProposalId


@dataclass(frozen=True, slots=True)
class Find(Action):
    """Looks for somebody in a club."""

    club: CommunityId


@dataclass(frozen=True, slots=True)
class FindNext(Action):
    """Passes over who is shown, and looks for somebody else."""

    club: CommunityId


@dataclass(frozen=True, slots=True)
class NotNow(Action):
    """Leaves it at that for now; who waits goes on waiting."""

    club: CommunityId


@dataclass(frozen=True, slots=True)
class AskFound(Action):
    """Asks who is shown."""

    club: CommunityId
    other: PersonId


@dataclass(frozen=True, slots=True)
class AnswerQuestion(Action):
    """Says yes or no."""

    proposal: ProposalId
    yes: bool


@dataclass(frozen=True, slots=True)
class AskAnew(Action):
    """Asks the same people, after their question lapsed."""

    proposal: ProposalId


@dataclass(frozen=True, slots=True)
class ShowRounds(Action):
    """Shows an admin how rounds stand in a club."""

    club: CommunityId


@dataclass(frozen=True, slots=True)
class RunRound(Action):
    """Makes a round now."""

    club: CommunityId


# ---------------------------------------------------------------------------------------------------------------- later


@dataclass(frozen=True, slots=True)
class PutQuestion(Job):
    """Puts a question to one of those whom it is for."""

    proposal: ProposalId
    person: PersonId


@dataclass(frozen=True, slots=True)
class OpenLine(Job):
    """Opens the line between those who said yes."""

    proposal: ProposalId


@dataclass(frozen=True, slots=True)
class Lapse(Job):
    """A question is over; who said yes in vain is told."""

    proposal: ProposalId


@dataclass(frozen=True, slots=True)
class SomebodyCame(Job):
    """Tells those who wait that somebody is here now who fits them."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class LookAround(Job):
    """Looks, once a day, for whom nobody came in a while, and whether a round is due."""


@dataclass(frozen=True, slots=True)
class MakeRound(Job):
    """Makes a round.

    Attributes:
        cause: after which one it was due, or the event that called for it.
    """

    cause: str


@dataclass(frozen=True, slots=True)
class SendRound(Job):
    """Has the questions of a round put, some at a time.

    Attributes:
        done: how many are under way already.
    """

    cause: str
    done: int = 0
