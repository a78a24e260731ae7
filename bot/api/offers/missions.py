"""Missions: question cards for two who get to know each other, and the language clock; offered by that cog."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable

from bot.api.texts import Texts
from bot.domain.controls import Button
from bot.domain.languages import Language
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """An answer that all on a line have seen.

    Attributes:
        number: of the card that it answers, from 1; on one line one of each.
        at: when it was shown.
    """

    number: int
    at: datetime
    words: str


@runtime_checkable
class Missions(Protocol):
    """What a line can be given to talk about."""

    def key(self, texts: Texts, line: int) -> Button:
        """A button that draws a card for both on a line.

        Args:
            texts: in the language of who sees it; the label comes from the missions' own texts in it.
            line: its id, as :class:`~bot.api.offers.lines.Lines` knows it.
        """
        ...

    async def alone(self, person: PersonId, texts: Texts) -> Outgoing | None:
        """A mission for one who has nobody yet, or None when there is none."""
        ...

    async def said(self, line: int, person: PersonId, letters: int, language: Language | None) -> None:
        """Counts what somebody said on a line, for the language clock.

        To be told only as long as :meth:`bot.api.offers.lines.Lines.count` wants it: each time it asks the database.
        """
        ...

    async def shown(self, line: int, person: PersonId) -> Sequence[ShownAnswer]:
        """What somebody answered that the others have seen, the newest first; for reports, as long as those can be."""
        ...

    async def ended(self, line: int) -> None:
        """Forgets what was kept of a line that ended; what was shown only when it can no longer be reported."""
        ...
