"""What the keys of missions do, and what is done later.

A key on a line carries the line, and the card that it was under: a card that is over is told kindly. Every handler
asks again whether who pressed it is on that line.
"""

from dataclasses import dataclass

from bot.domain.action import Action, Job
from bot.domain.refs import CommunityId, PersonId, SpaceRef
from cogs.missions.rules.cards import Level, Topic
from cogs.missions.rules.clock import ClockId
from cogs.missions.rules.draws import DrawId
from cogs.missions.rules.own import OwnId

# --------------------------------------------------------------------------------------------------------------- cards


@dataclass(frozen=True, slots=True)
class Deal(Action):
    """Deals a card to all on a line; one that still waits is brought again."""

    line: int


@dataclass(frozen=True, slots=True)
class Swap(Action):
    """Puts another card in this one's place, on all sides."""

    draw: DrawId


@dataclass(frozen=True, slots=True)
class AskAnswer(Action):
    """Asks for an answer in words."""

    draw: DrawId


@dataclass(frozen=True, slots=True)
class SendAnswer(Action):
    """The form with the answer is sent."""

    draw: DrawId


@dataclass(frozen=True, slots=True)
class PickBand(Action):
    """Answers with a band."""

    draw: DrawId
    band: str


@dataclass(frozen=True, slots=True)
class Another(Action):
    """Shows another mission for one.

    Attributes:
        number: which one, counted from 0 in the order of this person's.
    """

    number: int


# ------------------------------------------------------------------------------------------------------- what is dealt


@dataclass(frozen=True, slots=True)
class OpenMenu(Action):
    """Shows what can be chosen on a line."""

    line: int


@dataclass(frozen=True, slots=True)
class BackToMenu(Action):
    """Goes back to that."""

    line: int


@dataclass(frozen=True, slots=True)
class PickLine(Action):
    """Says which line was meant, and deals a card there."""

    line: int


@dataclass(frozen=True, slots=True)
class OpenTopics(Action):
    """Shows the topics."""

    line: int


@dataclass(frozen=True, slots=True)
class PutTopic(Action):
    """Leaves a topic out of a line, or lets it in again."""

    line: int
    topic: Topic
    on: bool


@dataclass(frozen=True, slots=True)
class OpenLevels(Action):
    """Shows the levels."""

    line: int


@dataclass(frozen=True, slots=True)
class PutLevel(Action):
    """Says yes to a level on a line, or takes it back."""

    line: int
    level: Level
    on: bool


# ----------------------------------------------------------------------------------------------------------- the clock


@dataclass(frozen=True, slots=True)
class OpenClock(Action):
    """Shows the clock that runs, or asks which language begins."""

    line: int


@dataclass(frozen=True, slots=True)
class ChooseMinutes(Action):
    """Asks for how long."""

    line: int
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Propose(Action):
    """Proposes a clock to the others."""

    line: int
    first: str
    second: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Agree(Action):
    """Says yes to a proposed clock, or no."""

    clock: ClockId
    yes: bool


@dataclass(frozen=True, slots=True)
class Stop(Action):
    """Stops a clock."""

    clock: ClockId


# ---------------------------------------------------------------------------------------------- a community's own cards


@dataclass(frozen=True, slots=True)
class Desk:
    """Where an admin's screen was opened: its keys may be pressed in a private chat.

    Attributes:
        space: in which the one who presses must be an admin.
    """

    community: CommunityId
    space: SpaceRef


@dataclass(frozen=True, slots=True)
class OpenOwn(Action):
    """Shows a page of a community's own cards."""

    desk: Desk
    page: int


@dataclass(frozen=True, slots=True)
class OpenCard(Action):
    """Shows one of them."""

    desk: Desk
    card: OwnId


@dataclass(frozen=True, slots=True)
class AskCard(Action):
    """Asks for a new one."""

    desk: Desk


@dataclass(frozen=True, slots=True)
class KeepCard(Action):
    """The form with the new one is sent."""

    desk: Desk


@dataclass(frozen=True, slots=True)
class RemoveCard(Action):
    """Removes one."""

    desk: Desk
    card: OwnId


# --------------------------------------------------------------------------------------------------------------- later


@dataclass(frozen=True, slots=True)
class Show(Job):
    """Puts a card right wherever it stands: as it is now, or as the one that took its place."""

    draw: DrawId


@dataclass(frozen=True, slots=True)
class Bring(Job):
    """Brings a card once more to who asked for it."""

    draw: DrawId
    person: PersonId


@dataclass(frozen=True, slots=True)
class Reveal(Job):
    """Shows everybody's answers to everybody."""

    draw: DrawId


@dataclass(frozen=True, slots=True)
class Remind(Job):
    """Reminds who has not answered, once."""

    draw: DrawId


@dataclass(frozen=True, slots=True)
class FadeAnswers(Job):
    """Forgets the answers to a card."""

    draw: DrawId


@dataclass(frozen=True, slots=True)
class ForgetLine(Job):
    """Forgets the rest of a line that ended a while ago."""

    line: int


@dataclass(frozen=True, slots=True)
class CallTurn(Job):
    """Calls a turn of a clock: the first language, the second, or the end.

    Attributes:
        turn: 0, 1 or 2.
    """

    clock: ClockId
    turn: int


@dataclass(frozen=True, slots=True)
class LapseClock(Job):
    """Nobody answered a proposed clock."""

    clock: ClockId
