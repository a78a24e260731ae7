"""What the keys of safety do."""

from dataclasses import dataclass

from bot.domain.action import Action, Job
from bot.domain.refs import MessageRef, PersonId
from cogs.spies.rules.cases import Decision
from cogs.spies.rules.pairs import PairId, ProposalId


@dataclass(frozen=True, slots=True)
class Report(Action):
    """Begins a report about somebody's words on a line.

    Attributes:
        line: the message, by the mirror's id of it; None for none yet.
    """

    pair: PairId
    line: int | None = None


@dataclass(frozen=True, slots=True)
class ReportOne(Action):
    """Begins a report about one of several."""

    pair: PairId
    person: PersonId


@dataclass(frozen=True, slots=True)
class ReportAsked(Action):
    """Begins a report about the words that came with a question.

    Attributes:
        person: whose, where three were asked; None for whoever it is.
    """

    proposal: ProposalId
    person: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Block(Action):
    """Blocks whoever is on a line, at once.

    Attributes:
        line: a message of whom is meant, where there are three; None for whoever it is.
    """

    pair: PairId
    line: int | None = None


@dataclass(frozen=True, slots=True)
class BlockOne(Action):
    """Blocks one of several."""

    pair: PairId
    person: PersonId


@dataclass(frozen=True, slots=True)
class BlockAsked(Action):
    """Blocks whoever a question is about; ``person`` says who, where three were asked."""

    proposal: ProposalId
    person: PersonId | None = None


@dataclass(frozen=True, slots=True)
class LiftBlock(Action):
    """Takes a block back, as who made it."""

    block: int


# ------------------------------------------------------------------------------------------------------------ reporting


@dataclass(frozen=True, slots=True)
class ToggleReported(Action):
    """Puts a message into a report that is being made, or takes it out."""

    case: int
    line: int


@dataclass(frozen=True, slots=True)
class AskWhy(Action):
    """Asks for a few words on a report."""

    case: int


@dataclass(frozen=True, slots=True)
class SendReport(Action):
    """Sends a report."""

    case: int


@dataclass(frozen=True, slots=True)
class DropReport(Action):
    """Leaves a report unsent."""

    case: int


@dataclass(frozen=True, slots=True)
class Decide(Action):
    """Decides about a report."""

    case: int
    decision: Decision


@dataclass(frozen=True, slots=True)
class ReadCase(Action):
    """Shows all of what was reported, unshortened, to a moderator alone."""

    case: int


@dataclass(frozen=True, slots=True)
class Pardon(Action):
    """Takes a ban back that a report had led to."""

    case: int


@dataclass(frozen=True, slots=True)
class GoOn(Action):
    """Wants a line to go on that rested."""

    pair: PairId


# ------------------------------------------------------------------------------------------------------------ screening


@dataclass(frozen=True, slots=True)
class AskFreeFiles(Action):
    """Wants links and files to cross at once, and asks the other for their yes."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class FreeFiles(Action):
    """Says yes or no to links and files at once."""

    pair: PairId
    yes: bool


@dataclass(frozen=True, slots=True)
class SendAnyway(Action):
    """Sends a message with contact data in it after all, or not."""

    pair: PairId
    message: MessageRef
    yes: bool


@dataclass(frozen=True, slots=True)
class LetFilesGo(Job):
    """The third day has come: what waited goes."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class CarryOut(Job):
    """What was decided is done, where a kill kept it from being done at once."""

    case: int


@dataclass(frozen=True, slots=True)
class DropUnsent(Job):
    """A report that nobody sent is forgotten."""

    case: int
