"""What was said where translating is on request, for a day: a reaction names a message and does not bring its words."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, func, or_, select, update

from bot.api.tables import insert_into
from bot.domain.languages import Language
from bot.domain.refs import CommunityId, MessageRef, PersonId, PlaceId
from bot.ports.database import Database
from cogs.translate.store.tables import FLAGGED, WORDS

KEPT_FOR = timedelta(days=1)
"""How long words are kept at most."""

KEPT_OF_CHAT = 200
"""Of how many messages of a chat."""

FLAGGED_FOR = timedelta(days=7)
"""How long a flag is remembered: the second one of a kind does nothing."""

STORM = timedelta(minutes=1)
MOST_IN_STORM = 20
"""Flags of a club that are followed within :data:`STORM`: who reacts is not slowed down by anything else."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Words that are kept for a day.

    Attributes:
        person: who said them.
        asker: who had them translated for themselves, None for what was merely said.
    """

    name: str
    place: PlaceId
    community: CommunityId | None
    person: PersonId | None
    words: str
    asker: PersonId | None = None


@dataclass(frozen=True, slots=True)
class RecentWords:
    """Keeps them."""

    db: Database

    async def put(self, kept: Kept, at: datetime) -> bool:
        """Keeps words, and drops what is too old or too much for the chat.

        Returns:
            Whether none of this club's were kept before: from now on somebody has to :meth:`sweep`.
        """
        values = {
            "place": kept.place,
            "community": kept.community,
            "person": kept.person,
            "asker": kept.asker,
            "words": kept.words,
        }
        newest = select(WORDS.c.id).where(WORDS.c.place == kept.place).order_by(WORDS.c.id.desc()).offset(KEPT_OF_CHAT)
        last = select(func.max(newest.limit(1).subquery().c.id)).scalar_subquery()
        async with self.db.writing() as writing:
            put = insert_into(writing, WORDS).values(name=kept.name, at=at, **values)
            await writing.execute(put.on_conflict_do_update(index_elements=["name"], set_=values))
            too_much = (WORDS.c.place == kept.place) & (WORDS.c.id <= last)
            await writing.execute(delete(WORDS).where(or_(too_much, WORDS.c.at < at - KEPT_FOR)))
            some = select(WORDS.c.id).where(_of_club(kept.community)).limit(2)
            return len((await writing.execute(some)).all()) < 2

    async def sweep(self, community: CommunityId | None, now: datetime) -> datetime | None:
        """Drops the words of a club that are too old; says when the next ones will be, or None when none are left."""
        async with self.db.writing() as writing:
            await writing.execute(delete(WORDS).where(_of_club(community), WORDS.c.at <= now - KEPT_FOR))
            oldest = select(WORDS.c.at).where(_of_club(community)).order_by(WORDS.c.at).limit(1)
            at = (await writing.execute(oldest)).scalar_one_or_none()
        return None if at is None else at + KEPT_FOR

    async def of(self, name: str, now: datetime) -> Kept | None:
        """Words that are still kept."""
        asked = select(WORDS).where(WORDS.c.name == name, WORDS.c.at >= now - KEPT_FOR)
        async with self.db.reading() as reading:
            row = (await reading.execute(asked)).one_or_none()
        if row is None:
            return None
        community = None if row.community is None else CommunityId(row.community)
        person = None if row.person is None else PersonId(row.person)
        asker = None if row.asker is None else PersonId(row.asker)
        return Kept(row.name, PlaceId(row.place), community, person, row.words, asker)

    async def changed(self, name: str, words: str) -> None:
        """Words were edited."""
        async with self.db.writing() as writing:
            await writing.execute(update(WORDS).where(WORDS.c.name == name).values(words=words))

    async def gone(self, *names: str) -> None:
        """Messages were deleted."""
        async with self.db.writing() as writing:
            await writing.execute(delete(WORDS).where(WORDS.c.name.in_(names)))
            await writing.execute(delete(FLAGGED).where(FLAGGED.c.message.in_(names)))

    async def leave(self, place: PlaceId) -> None:
        """Translating was switched off in a chat."""
        async with self.db.writing() as writing:
            await writing.execute(delete(WORDS).where(WORDS.c.place == place))


def _of_club(community: CommunityId | None) -> ColumnElement[bool]:
    return WORDS.c.community.is_(None) if community is None else WORDS.c.community == community


@dataclass(frozen=True, slots=True)
class Flagged:
    """Which message was translated into which language by a flag: each once."""

    db: Database
    community: CommunityId

    async def claim(self, message: MessageRef, language: Language, at: datetime) -> bool:
        """Takes it on; False when that was done, or is being done, or too many were raised a moment ago."""
        lately = select(func.count()).where(FLAGGED.c.community == self.community, FLAGGED.c.at > at - STORM)
        async with self.db.writing() as writing:
            await writing.execute(delete(FLAGGED).where(FLAGGED.c.at < at - FLAGGED_FOR))
            if int((await writing.execute(lately)).scalar_one()) >= MOST_IN_STORM:
                return False
            put = insert_into(writing, FLAGGED).values(
                message=str(message), language=language.value, community=self.community, at=at
            )
            made = await writing.execute(put.on_conflict_do_nothing(index_elements=["message", "language"]))
            return made.rowcount == 1

    async def release(self, message: MessageRef, language: Language) -> None:
        """It came to nothing, and may be asked for again."""
        async with self.db.writing() as writing:
            mine = (FLAGGED.c.message == str(message)) & (FLAGGED.c.language == language.value)
            await writing.execute(delete(FLAGGED).where(mine))
