"""A community's own cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, delete, func, select

from bot.api.tables import alone, insert_into
from bot.domain.languages import Language, language_of
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.missions.rules.cards import Level
from cogs.missions.rules.own import MOST, OwnCard, OwnId, Worded
from cogs.missions.store.tables import OWN


@dataclass(frozen=True, slots=True)
class OwnCards:
    """Keeps the cards of one community."""

    db: Database
    community: CommunityId

    async def all(self) -> Sequence[OwnCard]:
        """All of them, the oldest first."""
        async with self.db.reading() as reading:
            found = select(OWN).where(OWN.c.community == self.community).order_by(OWN.c.id)
            return [_card(row) for row in (await reading.execute(found)).all()]

    async def one(self, card: OwnId) -> OwnCard | None:
        """One of them."""
        async with self.db.reading() as reading:
            found = select(OWN).where(OWN.c.community == self.community, OWN.c.id == card)
            row = (await reading.execute(found)).one_or_none()
            return None if row is None else _card(row)

    async def add(
        self, maker: PersonId, level: Level, question: Worded, other: Worded | None, at: datetime, *, cause: str
    ) -> bool | None:
        """Keeps a new one; False when the same event wrote it already, None when there are too many."""
        async with self.db.writing() as writing:
            await alone(writing, f"missions own {self.community}")
            known = select(OWN.c.id).where(OWN.c.cause == cause)
            if (await writing.execute(known)).first() is not None:
                return False
            counted = select(func.count()).where(OWN.c.community == self.community)
            if int((await writing.execute(counted)).scalar_one()) >= MOST:
                return None
            put = insert_into(writing, OWN).values(
                community=self.community,
                maker=maker,
                cause=cause,
                level=level.value,
                language=question.language.value,
                words=question.words,
                why=question.why,
                other_language=None if other is None else other.language.value,
                other_words="" if other is None else other.words,
                made=at,
            )
            await writing.execute(put)
            return True

    async def remove(self, card: OwnId) -> bool:
        """Removes one; False when it is gone already."""
        async with self.db.writing() as writing:
            gone = delete(OWN).where(OWN.c.community == self.community, OWN.c.id == card)
            return (await writing.execute(gone)).rowcount > 0


def _card(row: Row[tuple[object, ...]]) -> OwnCard:
    language = language_of(row.language) or Language.ENGLISH
    other = language_of(row.other_language)
    return OwnCard(
        OwnId(int(row.id)),
        CommunityId(int(row.community)),
        Level(row.level),
        Worded(language, str(row.words), str(row.why)),
        None if other is None else Worded(other, str(row.other_words)),
        row.made,
    )
