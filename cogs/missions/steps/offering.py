"""What other cogs find of missions."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.api import JobContext, Texts
from bot.api.offers.missions import ShownAnswer
from bot.domain.controls import Button
from bot.domain.languages import Language
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId
from cogs.missions.actions import ForgetLine
from cogs.missions.rules.draws import ANSWERS_KEPT
from cogs.missions.steps import alone
from cogs.missions.store import Clocks, Draws, Persons
from cogs.missions.views.cards import deal_key


@dataclass(frozen=True, slots=True)
class LineMissions:
    """Implements :class:`bot.api.offers.missions.Missions`."""

    ctx: JobContext

    def key(self, texts: Texts, line: int) -> Button:
        """A button that draws a card for both on a line."""
        return deal_key(self.ctx.texts_in(texts.locale), line)

    async def alone(self, person: PersonId, texts: Texts) -> Outgoing | None:
        """A mission for one."""
        return await alone.mission(self.ctx, person, self.ctx.texts_in(texts.locale))

    async def said(self, line: int, person: PersonId, letters: int, language: Language | None) -> None:
        """Counts what somebody said."""
        if letters > 0:
            tongue = "" if language is None else language.value.partition("-")[0]
            await Clocks(self.ctx.db).count(line, person, tongue, letters)

    async def ended(self, line: int) -> None:
        """Forgets what was kept of a line, and a week later what was shown on it."""
        await self.ctx.jobs.schedule(ForgetLine(line), self.ctx.clock.now() + ANSWERS_KEPT, key=f"forget-line:{line}")
        await Persons(self.ctx.db).end(line, but_shown=True)

    async def shown(self, line: int, person: PersonId) -> Sequence[ShownAnswer]:
        """What somebody answered that the others have seen."""
        texts = await self.ctx.community_texts()
        found = await Draws(self.ctx.db).shown(line, person)
        return [
            ShownAnswer(draw.id, draw.unlocked, given.words or texts.plain(given.band))
            for draw, given in found
            if draw.unlocked is not None
        ]
