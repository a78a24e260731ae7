"""What may be dealt on a line: which levels people said yes to, and which topics they leave out."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from sqlalchemy import delete, select

from bot.api.tables import insert_into
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.missions.rules.cards import Level, Topic
from cogs.missions.store.tables import LEVEL, TOPIC

E = TypeVar("E", bound=Enum)


@dataclass(frozen=True, slots=True)
class Limits:
    """Keeps it. Nobody on a line is shown what another chose."""

    db: Database

    async def yes(self, line: int) -> Mapping[Level, frozenset[PersonId]]:
        """Who said yes to which level."""
        async with self.db.reading() as reading:
            found: dict[Level, frozenset[PersonId]] = {}
            for row in (await reading.execute(select(LEVEL).where(LEVEL.c.line == line))).all():
                level = _of(Level, row.level)
                if level is not None:
                    found[level] = found.get(level, frozenset()) | {PersonId(int(row.person))}
            return found

    async def put_level(self, line: int, community: CommunityId, person: PersonId, level: Level, *, on: bool) -> None:
        """Keeps somebody's yes to a level, or takes it back."""
        async with self.db.writing() as writing:
            if on:
                put = insert_into(writing, LEVEL).values(
                    line=line, person=person, level=level.value, community=community
                )
                await writing.execute(put.on_conflict_do_nothing())
                return
            which = (LEVEL.c.line == line, LEVEL.c.person == person, LEVEL.c.level == level.value)
            await writing.execute(delete(LEVEL).where(*which))

    async def left_out(self, line: int, person: PersonId | None = None) -> frozenset[Topic]:
        """The topics that somebody, or anybody, leaves out of a line."""
        which = [TOPIC.c.line == line]
        if person is not None:
            which.append(TOPIC.c.person == person)
        async with self.db.reading() as reading:
            found = (await reading.execute(select(TOPIC.c.topic).where(*which))).scalars()
            return frozenset(topic for topic in (_of(Topic, value) for value in found) if topic is not None)

    async def put_topic(self, line: int, community: CommunityId, person: PersonId, topic: Topic, *, on: bool) -> None:
        """Lets somebody's topic in again, or leaves it out."""
        async with self.db.writing() as writing:
            if not on:
                put = insert_into(writing, TOPIC).values(
                    line=line, person=person, topic=topic.value, community=community
                )
                await writing.execute(put.on_conflict_do_nothing())
                return
            which = (TOPIC.c.line == line, TOPIC.c.person == person, TOPIC.c.topic == topic.value)
            await writing.execute(delete(TOPIC).where(*which))


def _of(kind: type[E], value: str) -> E | None:
    """A kept level or topic; None for one that there is no longer."""
    return next((one for one in kind if one.value == value), None)
