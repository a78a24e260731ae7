"""Lines between language buddies, offered by the cog that ties them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

from bot.api.texts import Texts
from bot.domain.languages import Language
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId, PersonId, PlaceId


@dataclass(frozen=True, slots=True)
class Buddy:
    """One person on a line.

    Attributes:
        name: by which the others know them now: a codename until all showed themselves.
        reads: in which language they read the line, None for that of their screens.
    """

    person: PersonId
    name: str
    reads: Language | None


@dataclass(frozen=True, slots=True)
class Line:
    """An open line.

    Attributes:
        adult: False where those on it are under 18.
        speaks: languages (spoken, first parts of their tags) that the people on it learn from each other.
    """

    id: int
    community: CommunityId
    buddies: tuple[Buddy, ...]
    adult: bool
    speaks: tuple[str, ...]


@runtime_checkable
class Lines(Protocol):
    """Open lines. All of this asks the database."""

    async def line(self, line: int) -> Line | None:
        """An open line; None when it ended, or is held until moderators decided."""
        ...

    async def of(self, person: PersonId) -> Sequence[Line]:
        """Somebody's open lines, the newest first."""
        ...

    async def texts(self, line: int, person: PersonId, texts: Texts) -> Texts:
        """The asker's own texts, in which ``$word`` and ``$words`` are what they call each other on this line."""
        ...

    async def tell(self, line: int, person: PersonId, outgoing: Outgoing, *, key: str, theirs: bool = False) -> None:
        """Says something to one of them where they read the line; the same key is said once, also after a kill.

        Args:
            line: its id.
            person: to whom.
            outgoing: what is said.
            key: names it among all that is told.
            theirs: words of a partner's stand in it: keys to report and to block go under it.
        """
        ...

    async def place(self, line: int, person: PersonId) -> PlaceId | None:
        """Where one of them reads the line, for what is changed later; None while that chat could not be opened.

        Two who moved into a thread have the same.
        """
        ...

    async def count(self, line: int, until: datetime | None) -> None:
        """Has :meth:`bot.api.offers.missions.Missions.said` told what is said on a line until a moment; None ends it.

        It is kept with the line, which is in hand whenever something crosses: while no clock runs nothing is asked.
        """
        ...
