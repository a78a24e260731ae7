"""What the keys of a line do, and what is done on it later.

Each carries the line's number, and handlers look again whether who pressed it is on it: keys are stale one day, or
forged.
"""

from dataclasses import dataclass

from bot.domain.action import Action, Job
from bot.domain.languages import Language
from bot.domain.refs import MessageRef, PersonId
from cogs.spies.rules.pairs import PairId


@dataclass(frozen=True, slots=True)
class OpenHere(Action):
    """Somebody opened their private chat: the line may begin."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class ShowLines(Action):
    """Lists the presser's lines."""


@dataclass(frozen=True, slots=True)
class ShowLine(Action):
    """Shows one of them."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class WriteTo(Action):
    """What the presser writes in private goes to this line from now on."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class SendTo(Action):
    """The same, and a message that waits for it goes there."""

    pair: PairId
    message: MessageRef


@dataclass(frozen=True, slots=True)
class OpenReads(Action):
    """Offers languages to read in."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class PutReads(Action):
    """Chooses one; None for that of the presser's screens."""

    pair: PairId
    language: Language | None


@dataclass(frozen=True, slots=True)
class AskWord(Action):
    """Asks for an own word for a language buddy."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class KeepWord(Action):
    """Keeps it."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class AskShow(Action):
    """Tells what showing oneself means."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class Show(Action):
    """The presser wants to show who they are; it happens once all do."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class Move(Action):
    """Moves into a private thread, where all showed themselves and are on a platform that has them."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class MoveBack(Action):
    """Goes back from there into the private chats."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class Goodbye(Action):
    """Ends a line."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class BeginLine(Job):
    """Opens a line, as far as its private chats can be opened by now."""

    pair: PairId


@dataclass(frozen=True, slots=True)
class LetGo(Job):
    """What waited for the end of somebody's off-duty hours crosses."""

    pair: PairId
    person: PersonId


@dataclass(frozen=True, slots=True)
class WrapUp(Job):
    """Tells of a line that ended, where the process was killed before it could."""

    pair: PairId
