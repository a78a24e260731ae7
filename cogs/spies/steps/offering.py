"""What other cogs find of lines."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.api import JobContext, Texts
from bot.api.offers.lines import Buddy, Line
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId, PlaceId
from cogs.spies.rules.pairs import Pair, PairId
from cogs.spies.steps.clubs import at_club
from cogs.spies.steps.sides import learnt_on
from cogs.spies.steps.theming import themed
from cogs.spies.store.pairs import Pairs
from cogs.spies.store.persons import Persons
from cogs.spies.views.keys import safety_keys


@dataclass(frozen=True, slots=True)
class OpenLines:
    """Implements :class:`bot.api.offers.lines.Lines`."""

    ctx: JobContext

    async def line(self, line: int) -> Line | None:
        """An open line; None when it ended, or is held until moderators decided."""
        pair = await self._open(line)
        return None if pair is None else await self._told(pair)

    async def of(self, person: PersonId) -> Sequence[Line]:
        """Somebody's open lines, the newest first."""
        found = await Pairs(self.ctx.db).of_person(person)
        return [await self._told(pair) for pair in found if _is_open(pair)]

    async def texts(self, line: int, person: PersonId, texts: Texts) -> Texts:
        """The asker's own texts, by the line's word, else its club's."""
        pair = await Pairs(self.ctx.db).of(PairId(line))
        there = self.ctx if pair is None else await at_club(self.ctx, pair.community) or self.ctx
        own = "" if pair is None or pair.side(person) is None else pair.theme
        return replace(await themed(there, texts, own), nouns=self.ctx.texts_in(texts.locale))

    async def tell(self, line: int, person: PersonId, outgoing: Outgoing, *, key: str, theirs: bool = False) -> None:
        """Says something to one of them where they read the line."""
        place = await self.place(line, person)
        if place is not None:
            if theirs:
                texts = await self.texts(line, person, await self.ctx.texts_for(person))
                outgoing = replace(outgoing, controls=(*outgoing.controls, safety_keys(texts, line, None)))
            await self.ctx.entrust(place, outgoing, key=f"told {line} {person} {key}")

    async def place(self, line: int, person: PersonId) -> PlaceId | None:
        """Where one of them reads the line."""
        pair = await self._open(line)
        side = None if pair is None else pair.side(person)
        if pair is None or side is None:
            return None
        return pair.thread or side.place

    async def count(self, line: int, until: datetime | None) -> None:
        """Has the language clock told what is said until a moment."""
        await Pairs(self.ctx.db).put_counted(PairId(line), until)

    async def _open(self, line: int) -> Pair | None:
        pair = await Pairs(self.ctx.db).of(PairId(line))
        return pair if pair is not None and _is_open(pair) else None

    async def _told(self, pair: Pair) -> Line:
        files = {file.person: file for file in await Persons(self.ctx.db).among(pair.people)}
        buddies = tuple(
            Buddy(
                side.person,
                pair.called(side.person),
                side.reads or (files[side.person].reads if side.person in files else None),
            )
            for side in pair.sides
        )
        # Who has no file any more said nothing of their age: they are taken for a minor.
        adult = len(files) == len(pair.sides) and all(file.adult for file in files.values())
        speaks = tuple(str(tongue) for tongue in await learnt_on(self.ctx, pair))
        return Line(pair.id, pair.community, buddies, adult, speaks)


def _is_open(pair: Pair) -> bool:
    return pair.opened is not None and pair.ended is None and not pair.held
