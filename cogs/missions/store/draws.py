"""The cards that lie on lines, and what was answered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.tables import alone, insert_into
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.missions.rules.draws import Draw, DrawId, Given, complete
from cogs.missions.store.tables import ANSWER, DRAW, POST

Choose = Callable[[Sequence[str]], str | None]
"""Says which card comes, after these (the oldest first)."""


@dataclass(frozen=True, slots=True)
class Draws:
    """Keeps them. On one line one thing happens after the other."""

    db: Database

    async def of(self, draw: DrawId) -> Draw | None:
        """A card on a line, also one that is over."""
        async with self.db.reading() as reading:
            return await _one(reading, draw)

    async def last(self, line: int) -> Draw | None:
        """The card that was dealt last on a line."""
        async with self.db.reading() as reading:
            return await _last(reading, line)

    async def counted(self, line: int) -> int:
        """How many cards all on a line answered."""
        async with self.db.reading() as reading:
            counted = select(func.count()).where(DRAW.c.line == line, DRAW.c.unlocked.is_not(None))
            return int((await reading.execute(counted)).scalar_one())

    async def deal(self, line: int, community: CommunityId, choose: Choose, at: datetime) -> tuple[Draw | None, bool]:
        """The card that waits on a line, or a new one. None when there are none; and whether it is a new one."""
        async with self.db.writing() as writing:
            await _alone(writing, line)
            last = await _last(writing, line)
            if last is not None and last.open:
                return last, False
            made = await _deal(writing, line, community, choose, at)
            return made, made is not None

    async def swap(self, draw: Draw, choose: Choose, at: datetime) -> Draw | None:
        """Another card in one's place, which takes over where that one stands; None when that one is over already.

        What was answered to it is forgotten.
        """
        async with self.db.writing() as writing:
            await _alone(writing, draw.line)
            last = await _last(writing, draw.line)
            if last is None or last.id != draw.id or not last.open:
                return None
            made = await _deal(writing, draw.line, draw.community, choose, at)
            if made is None:
                return None
            await writing.execute(update(DRAW).where(DRAW.c.id == draw.id).values(open=False))
            await writing.execute(delete(ANSWER).where(ANSWER.c.draw == draw.id))
            await writing.execute(update(POST).where(POST.c.draw == draw.id).values(draw=made.id))
            return made

    async def answer(
        self, draw: Draw, person: PersonId, given: Given, people: frozenset[PersonId], at: datetime
    ) -> Draw | None:
        """Keeps an answer, over an earlier one; with the last of them the card is unlocked. None when it is over."""
        async with self.db.writing() as writing:
            await _alone(writing, draw.line)
            now = await _one(writing, draw.id)
            if now is None or not now.open:
                return None
            put = insert_into(writing, ANSWER).values(
                draw=draw.id, person=person, words=given.words, band=given.band, at=at
            )
            kept = {"words": put.excluded.words, "band": put.excluded.band, "at": put.excluded.at}
            await writing.execute(put.on_conflict_do_update(index_elements=["draw", "person"], set_=kept))
            if complete(await _answers(writing, draw.id), people):
                unlocked = update(DRAW).where(DRAW.c.id == draw.id).values(open=False, unlocked=at)
                await writing.execute(unlocked)
            return await _one(writing, draw.id)

    async def answers(self, draw: DrawId) -> Mapping[PersonId, Given]:
        """What was answered; empty once it is forgotten."""
        async with self.db.reading() as reading:
            return await _answers(reading, draw)

    async def shown(self, line: int, person: PersonId) -> Sequence[tuple[Draw, Given]]:
        """Somebody's answers to cards that all have answered, the newest first."""
        theirs = (
            select(DRAW.c.id, ANSWER.c.words, ANSWER.c.band)
            .join(ANSWER, ANSWER.c.draw == DRAW.c.id)
            .where(DRAW.c.line == line, DRAW.c.unlocked.is_not(None), ANSWER.c.person == person)
            .order_by(DRAW.c.id.desc())
        )
        async with self.db.reading() as reading:
            found: list[tuple[Draw, Given]] = []
            for row in (await reading.execute(theirs)).all():
                draw = await _one(reading, DrawId(int(row.id)))
                if draw is not None:
                    found.append((draw, Given(str(row.words), str(row.band))))
            return found

    async def fade(self, draw: DrawId) -> None:
        """Forgets what was answered to a card."""
        async with self.db.writing() as writing:
            await writing.execute(delete(ANSWER).where(ANSWER.c.draw == draw))


async def _alone(writing: AsyncConnection, line: int) -> None:
    await alone(writing, f"missions {line}")


async def _deal(
    writing: AsyncConnection, line: int, community: CommunityId, choose: Choose, at: datetime
) -> Draw | None:
    used = select(DRAW.c.card).where(DRAW.c.line == line).order_by(DRAW.c.id)
    card = choose([str(key) for key in (await writing.execute(used)).scalars()])
    if card is None:
        return None
    put = insert_into(writing, DRAW).values(line=line, community=community, card=card, at=at, open=True, unlocked=None)
    made = (await writing.execute(put.returning(DRAW.c.id))).scalar_one()
    return Draw(DrawId(int(made)), line, community, card, at, open=True)


async def _answers(connection: AsyncConnection, draw: DrawId) -> Mapping[PersonId, Given]:
    found = select(ANSWER).where(ANSWER.c.draw == draw).order_by(ANSWER.c.at, ANSWER.c.person)
    rows = (await connection.execute(found)).all()
    return {PersonId(int(row.person)): Given(str(row.words), str(row.band)) for row in rows}


async def _one(connection: AsyncConnection, draw: DrawId) -> Draw | None:
    row = (await connection.execute(select(DRAW).where(DRAW.c.id == draw))).one_or_none()
    return None if row is None else await _read(connection, row)


async def _last(connection: AsyncConnection, line: int) -> Draw | None:
    newest = select(DRAW).where(DRAW.c.line == line).order_by(DRAW.c.id.desc()).limit(1)
    row = (await connection.execute(newest)).one_or_none()
    return None if row is None else await _read(connection, row)


async def _read(connection: AsyncConnection, row: Row[tuple[object, ...]]) -> Draw:
    who = select(ANSWER.c.person).where(ANSWER.c.draw == row.id)
    answered = frozenset(PersonId(int(person)) for person in (await connection.execute(who)).scalars())
    return Draw(
        DrawId(int(row.id)),
        int(row.line),
        CommunityId(int(row.community)),
        str(row.card),
        row.at,
        bool(row.open),
        row.unlocked,
        answered,
    )
