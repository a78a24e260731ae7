"""What is kept of persons, lines and communities as a whole."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, Table, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.house import JsonValue
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.missions.store.tables import AGREED, ANSWER, CLOCK, DRAW, LEVEL, OWN, POST, SHARE, TOPIC

_OF_PERSON = (
    (ANSWER, ("draw",)),
    (POST, ("draw",)),
    (LEVEL, ("line", "level")),
    (TOPIC, ("line", "topic")),
    (AGREED, ("clock",)),
    (SHARE, ("clock", "tongue")),
)
"""Tables with rows of a person's, and what tells these apart besides the person."""


@dataclass(frozen=True, slots=True)
class Persons:
    """Hands out, joins and erases."""

    db: Database

    async def export(self, person: PersonId) -> JsonValue:
        """What is kept of a person. Others' answers are theirs."""
        async with self.db.reading() as reading:
            answers = (
                select(DRAW.c.line, DRAW.c.card, ANSWER.c.words, ANSWER.c.band, ANSWER.c.at)
                .join(DRAW, DRAW.c.id == ANSWER.c.draw)
                .where(ANSWER.c.person == person)
                .order_by(ANSWER.c.draw)
            )
            levels = select(LEVEL).where(LEVEL.c.person == person).order_by(LEVEL.c.line, LEVEL.c.level)
            topics = select(TOPIC).where(TOPIC.c.person == person).order_by(TOPIC.c.line, TOPIC.c.topic)
            own = select(OWN).where(OWN.c.maker == person).order_by(OWN.c.id)
            shares = select(SHARE).where(SHARE.c.person == person).order_by(SHARE.c.clock, SHARE.c.tongue)
            return {
                "answers": [
                    {
                        "line": int(row.line),
                        "card": row.card,
                        "words": row.words,
                        "band": row.band,
                        "at": row.at.isoformat(),
                    }
                    for row in (await reading.execute(answers)).all()
                ],
                "levels": [
                    {"line": int(row.line), "level": row.level} for row in (await reading.execute(levels)).all()
                ],
                "topics_left_out": [
                    {"line": int(row.line), "topic": row.topic} for row in (await reading.execute(topics)).all()
                ],
                "cards_written": [
                    {"words": row.words, "other_words": row.other_words, "why": row.why, "made": row.made.isoformat()}
                    for row in (await reading.execute(own)).all()
                ],
                "letters_counted": [
                    {"clock": int(row.clock), "language": row.tongue, "letters": int(row.letters)}
                    for row in (await reading.execute(shares)).all()
                ],
            }

    async def forget(self, person: PersonId) -> None:
        """Erases a person; the cards that they wrote for a community stay, without them."""
        async with self.db.writing() as writing:
            for table, _ in _OF_PERSON:
                await writing.execute(delete(table).where(table.c.person == person))
            await writing.execute(update(OWN).where(OWN.c.maker == person).values(maker=None))
            await writing.execute(update(CLOCK).where(CLOCK.c.by == person).values(by=None))

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Two persons are one: where both have something, the kept one's stays."""
        async with self.db.writing() as writing:
            for table, rest in _OF_PERSON:
                await _merge(writing, table, rest, kept, gone)
            await writing.execute(update(OWN).where(OWN.c.maker == gone).values(maker=kept))
            await writing.execute(update(CLOCK).where(CLOCK.c.by == gone).values(by=kept))

    async def end(self, line: int, *, but_shown: bool = False) -> None:
        """Forgets everything of a line; with ``but_shown`` all but the cards that everybody has answered."""
        gone = [DRAW.c.line == line]
        if but_shown:
            gone.append(DRAW.c.unlocked.is_(None))
        everything = select(DRAW.c.id).where(DRAW.c.line == line)
        async with self.db.writing() as writing:
            await writing.execute(delete(POST).where(POST.c.draw.in_(everything)))
            await _erase(writing, select(DRAW.c.id).where(*gone), select(CLOCK.c.id).where(CLOCK.c.line == line))
            await writing.execute(delete(DRAW).where(*gone))
            for table in (LEVEL, TOPIC, CLOCK):
                await writing.execute(delete(table).where(table.c.line == line))

    async def erase(self, community: CommunityId) -> None:
        """Erases a community."""
        async with self.db.writing() as writing:
            await _erase(
                writing,
                select(DRAW.c.id).where(DRAW.c.community == community),
                select(CLOCK.c.id).where(CLOCK.c.community == community),
            )
            for table in (LEVEL, TOPIC, CLOCK, DRAW, OWN):
                await writing.execute(delete(table).where(table.c.community == community))


async def _erase(writing: AsyncConnection, draws: Select[tuple[int]], clocks: Select[tuple[int]]) -> None:
    """Erases what hangs on cards and clocks."""
    for table in (ANSWER, POST):
        await writing.execute(delete(table).where(table.c.draw.in_(draws)))
    for table in (AGREED, SHARE):
        await writing.execute(delete(table).where(table.c.clock.in_(clocks)))


async def _merge(writing: AsyncConnection, table: Table, rest: tuple[str, ...], kept: PersonId, gone: PersonId) -> None:
    other = table.alias("other")
    same: list[ColumnElement[bool]] = [table.c[name] == other.c[name] for name in rest]
    both = select(other.c.person).where(other.c.person == kept, *same).correlate(table).exists()
    await writing.execute(delete(table).where(table.c.person == gone, both))
    await writing.execute(update(table).where(table.c.person == gone).values(person=kept))
