"""Who answered whose cat with one of their own: a hint for whoever pairs people later."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from bot.api.tables import insert_into
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.cat_tax.store.tables import ANSWER

_AT_ONCE = 500
"""Ids in one statement; databases have an end to how many they take."""


@dataclass(frozen=True, slots=True)
class CatAnswers:
    """Keeps them; one counts between two people."""

    db: Database

    async def keep(
        self, community: CommunityId, giver: PersonId, receiver: PersonId, *, cause: str, at: datetime
    ) -> bool:
        """Remembers an answer. False when these two had one already, by another event."""
        theirs = (ANSWER.c.community == community) & (ANSWER.c.giver == giver) & (ANSWER.c.receiver == receiver)
        async with self.db.writing() as writing:
            adding = insert_into(writing, ANSWER).values(
                community=community, giver=giver, receiver=receiver, at=at, cause=cause
            )
            await writing.execute(adding.on_conflict_do_nothing(index_elements=["community", "giver", "receiver"]))
            kept: str = (await writing.execute(select(ANSWER.c.cause).where(theirs))).scalar_one()
            return kept == cause

    async def given(self, community: CommunityId, giver: PersonId) -> int:
        """How many cats somebody has answered."""
        theirs = (
            select(func.count()).select_from(ANSWER).where(ANSWER.c.community == community, ANSWER.c.giver == giver)
        )
        async with self.db.reading() as reading:
            return int((await reading.execute(theirs)).scalar_one())

    async def givers(self, community: CommunityId, people: Collection[PersonId]) -> frozenset[PersonId]:
        """Those of them who have answered a cat."""
        ids = sorted(people)
        found: set[PersonId] = set()
        async with self.db.reading() as reading:
            for start in range(0, len(ids), _AT_ONCE):
                some = ANSWER.c.giver.in_(ids[start : start + _AT_ONCE])
                rows = await reading.scalars(select(ANSWER.c.giver).where(ANSWER.c.community == community, some))
                found.update(PersonId(int(giver)) for giver in rows)
        return frozenset(found)

    async def since(self, community: CommunityId, at: datetime) -> int:
        """How many cats were answered since a moment."""
        lately = select(func.count()).select_from(ANSWER).where(ANSWER.c.community == community, ANSWER.c.at > at)
        async with self.db.reading() as reading:
            return int((await reading.execute(lately)).scalar_one())
