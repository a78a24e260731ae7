"""What is kept of somebody's lines: shown, forgotten, and made one person's."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api import JsonValue
from bot.api.tables import alone
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.spies.rules.pairs import Pair, PairId, knot_of
from cogs.spies.store.chosen import CHOSEN, Chosen
from cogs.spies.store.held import HELD
from cogs.spies.store.pairs import PAIR, SIDE, all_such


@dataclass(frozen=True, slots=True)
class LinePeople:
    """Lines as what is kept of people."""

    db: Database

    async def export(self, person: PersonId) -> JsonValue:
        """Somebody's lines, those that ended too; of the others no more than they knew. None when there were none."""
        async with self.db.reading() as reading:
            found = await all_such(reading, PAIR.c.id.in_(_of(person)))
        lines: list[JsonValue] = [_told(pair, person) for pair in reversed(found)]
        return lines or None

    async def forget(self, person: PersonId) -> Sequence[PairId]:
        """Erases all lines of somebody, which have ended; says which."""
        async with self.db.writing() as writing:
            rows = await writing.execute(select(SIDE.c.pair).where(SIDE.c.person == person))
            pairs = [PairId(int(row.pair)) for row in rows.all()]
            await _remove(writing, pairs)
            await writing.execute(delete(HELD).where(HELD.c.person == person))
        await Chosen(self.db).forget(person)
        return pairs

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Two persons are one: what was either's line is theirs. Those that both were on must have ended."""
        async with self.db.writing() as writing:
            await alone(writing, "spies-merge")
            both = select(SIDE.c.pair).where(SIDE.c.person == kept)
            await writing.execute(delete(SIDE).where(SIDE.c.person == gone, SIDE.c.pair.in_(both)))
            await writing.execute(update(SIDE).where(SIDE.c.person == gone).values(person=kept))
            await writing.execute(update(HELD).where(HELD.c.person == gone).values(person=kept))
            await writing.execute(update(PAIR).where(PAIR.c.ended_by == gone).values(ended_by=kept))
            live = PAIR.c.ended.is_(None)
            for pair in await all_such(writing, PAIR.c.id.in_(_of(kept)) & live):
                put = update(PAIR).where(PAIR.c.id == pair.id)
                await writing.execute(put.values(live=knot_of(pair.people)))
        await Chosen(self.db).merge(kept, gone)

    async def erase(self, community: CommunityId) -> Sequence[PairId]:
        """Erases a community's lines; says which."""
        async with self.db.writing() as writing:
            rows = await writing.execute(select(PAIR.c.id).where(PAIR.c.community == community))
            pairs = [PairId(int(row.id)) for row in rows.all()]
            await _remove(writing, pairs)
            return pairs


async def _remove(writing: AsyncConnection, pairs: Sequence[PairId]) -> None:
    for table in (SIDE, HELD, CHOSEN):
        await writing.execute(delete(table).where(table.c.pair.in_(pairs)))
    await writing.execute(delete(PAIR).where(PAIR.c.id.in_(pairs)))


def _of(person: PersonId) -> Select[tuple[int]]:
    return select(SIDE.c.pair).where(SIDE.c.person == person)


def _told(pair: Pair, person: PersonId) -> JsonValue:
    mine = pair.side(person)
    return {
        "line": pair.id,
        "community": pair.community,
        "codename": "" if mine is None else mine.codename,
        "with": [pair.called(side.person) for side in pair.others(person)],
        "made": pair.made.isoformat(),
        "ended": None if pair.ended is None else pair.ended.isoformat(),
        "own_word": pair.theme,
        "reads": None if mine is None or mine.reads is None else mine.reads.value,
        "shows": mine is not None and mine.shows,
        "name": "" if mine is None else mine.name,
        "handle": "" if mine is None else mine.handle,
        "links_and_files_at_once": mine is not None and mine.free_files,
    }
