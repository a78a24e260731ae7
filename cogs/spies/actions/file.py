"""What the keys of a file do. Each carries the club that it was called up for: it may be pressed in private."""

from dataclasses import dataclass

from bot.domain.action import Action, Job
from bot.domain.refs import CommunityId, PersonId
from cogs.spies.rules.people import Gender, Level, Tongue
from cogs.spies.rules.picking import Pick


@dataclass(frozen=True, slots=True)
class Begun:
    """What somebody said already of what has to be asked, as they typed it; "" and None are asked for.

    Attributes:
        adult: that they are 18 or older.
        zone: None where it is not asked for.
    """

    adult: bool | None = None
    speaks: str = ""
    learns: str = ""
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """One language of somebody's, on the side of those they learn or of those they speak."""

    tongue: Tongue
    learns: bool


@dataclass(frozen=True, slots=True)
class OfFile(Action):
    """The base of all that somebody does about their own file.

    Attributes:
        club: for which it was called up; None in private.
    """

    club: CommunityId | None


@dataclass(frozen=True, slots=True)
class OpenFile(OfFile):
    """Shows it."""


@dataclass(frozen=True, slots=True)
class AskFile(OfFile):
    """Opens the form for what has to be asked."""

    begun: Begun


@dataclass(frozen=True, slots=True)
class KeepFile(OfFile):
    """Keeps it."""

    begun: Begun


@dataclass(frozen=True, slots=True)
class OptIn(OfFile):
    """Takes part in a club."""


@dataclass(frozen=True, slots=True)
class OptOut(OfFile):
    """No longer does."""


@dataclass(frozen=True, slots=True)
class OpenLevels(OfFile):
    """Offers one's languages, to say how well one knows them."""


@dataclass(frozen=True, slots=True)
class OpenLevel(OfFile):
    """Offers levels of one language."""

    known: Known


@dataclass(frozen=True, slots=True)
class PutLevel(OfFile):
    """Keeps one.

    Attributes:
        rest: the languages that are asked about next.
    """

    known: Known
    level: Level
    rest: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class AskZone(OfFile):
    """Opens the form for the time zone."""


@dataclass(frozen=True, slots=True)
class KeepZone(OfFile):
    """Reads what was typed there."""


@dataclass(frozen=True, slots=True)
class PutZone(OfFile):
    """Keeps a time zone that was picked.

    Attributes:
        rest: the languages whose level is asked next.
    """

    zone: str
    rest: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenPicks(OfFile):
    """Offers what can be picked: by a form where the platform has them, else by a list."""

    pick: Pick


@dataclass(frozen=True, slots=True)
class PutPick(OfFile):
    """Picks something, or puts it back. It carries which, so that a doubled press changes nothing more."""

    pick: Pick
    value: str
    on: bool


@dataclass(frozen=True, slots=True)
class KeepPicks(OfFile):
    """Keeps what a form asked for."""

    pick: Pick


@dataclass(frozen=True, slots=True)
class AskWords(OfFile):
    """Opens the form for one's own words."""


@dataclass(frozen=True, slots=True)
class KeepWords(OfFile):
    """Keeps them."""


@dataclass(frozen=True, slots=True)
class OpenLimits(OfFile):
    """Shows limits."""


@dataclass(frozen=True, slots=True)
class PutGender(OfFile):
    """Keeps a gender, or none."""

    gender: Gender | None


@dataclass(frozen=True, slots=True)
class PutSameGender(OfFile):
    """Only within one's own gender, or with anybody."""

    on: bool


@dataclass(frozen=True, slots=True)
class OpenAge(OfFile):
    """Asks how old they are now."""


@dataclass(frozen=True, slots=True)
class PutAge(OfFile):
    """Keeps it.

    Attributes:
        sure: they were told what follows from it.
    """

    adult: bool
    sure: bool = False


@dataclass(frozen=True, slots=True)
class AskHandle(OfFile):
    """Opens the form for names elsewhere."""


@dataclass(frozen=True, slots=True)
class KeepHandle(OfFile):
    """Keeps them."""


@dataclass(frozen=True, slots=True)
class AskOffDuty(OfFile):
    """Opens the form for the hours in which messages wait."""


@dataclass(frozen=True, slots=True)
class KeepOffDuty(OfFile):
    """Keeps them."""


@dataclass(frozen=True, slots=True)
class PutPaused(OfFile):
    """Pauses, or goes on."""

    on: bool


@dataclass(frozen=True, slots=True)
class AskForget(OfFile):
    """Asks once more."""


@dataclass(frozen=True, slots=True)
class ForgetFile(OfFile):
    """Erases the file."""


@dataclass(frozen=True, slots=True)
class TellReunion(Job):
    """Tells two people who seek each other by the names they had elsewhere."""

    one: PersonId
    other: PersonId
