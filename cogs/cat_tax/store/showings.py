"""Pictures that wait for people to say whether they show a cat, and who said so."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.tables import insert_into
from bot.domain.locales import Locale
from bot.domain.refs import CommunityId, PersonId, PlaceId, PostId
from bot.ports.database import Database
from cogs.cat_tax.store.prints import signed, unsigned
from cogs.cat_tax.store.tables import SHOWING, VOUCH


@dataclass(frozen=True, slots=True)
class Showing:
    """A picture that waits.

    Attributes:
        id: 0 until it is kept.
        message: the post with the picture, where there is one.
        locale: in which its owner is answered.
        posts: the bot's own posts that ask members.
    """

    community: CommunityId
    person: PersonId
    cause: str
    place: PlaceId
    message: PostId | None
    locale: Locale
    fingerprint: int | None
    thumbnail: bytes | None
    made: datetime
    posts: tuple[PostId, ...] = ()
    id: int = 0


@dataclass(frozen=True, slots=True)
class Showings:
    """Keeps them. A person's newest picture in a community takes the place of what waited before."""

    db: Database

    async def begin(self, showing: Showing) -> tuple[Showing, tuple[PostId, ...]]:
        """Keeps a picture, once for each cause.

        Returns:
            It with its id, and the bot's posts of those whose place it takes.
        """
        theirs = (SHOWING.c.community == showing.community) & (SHOWING.c.person == showing.person)
        async with self.db.writing() as writing:
            rows = await writing.execute(select(SHOWING).where(theirs, SHOWING.c.cause != showing.cause))
            older = [_read(row) for row in rows]
            for one in older:
                await writing.execute(delete(VOUCH).where(VOUCH.c.showing == one.id))
                await writing.execute(delete(SHOWING).where(SHOWING.c.id == one.id))
            adding = insert_into(writing, SHOWING).values(
                community=showing.community,
                person=showing.person,
                cause=showing.cause,
                place=showing.place,
                message=showing.message,
                locale=showing.locale.value,
                fingerprint=None if showing.fingerprint is None else signed(showing.fingerprint),
                thumbnail=showing.thumbnail,
                made=showing.made,
            )
            await writing.execute(adding.on_conflict_do_nothing(index_elements=["cause"]))
            kept = (await writing.execute(select(SHOWING).where(SHOWING.c.cause == showing.cause))).one()
        return _read(kept), tuple(post for one in older for post in one.posts)

    async def of(self, showing: int) -> Showing | None:
        """A picture that still waits."""
        async with self.db.reading() as reading:
            row = (await reading.execute(select(SHOWING).where(SHOWING.c.id == showing))).one_or_none()
        return None if row is None else _read(row)

    async def of_person(self, community: CommunityId, person: PersonId) -> Showing | None:
        """The picture of a person that waits."""
        theirs = select(SHOWING).where(SHOWING.c.community == community, SHOWING.c.person == person)
        async with self.db.reading() as reading:
            row = (await reading.execute(theirs.order_by(SHOWING.c.id.desc()).limit(1))).one_or_none()
        return None if row is None else _read(row)

    async def of_post(self, community: CommunityId, post: PostId) -> Showing | None:
        """The picture that waits whose message, or whose question, this post is."""
        # Asked for every reaction that is heard, so without the pictures.
        here = select(SHOWING.c.id, SHOWING.c.message, SHOWING.c.posts).where(SHOWING.c.community == community)
        async with self.db.reading() as reading:
            rows = (await reading.execute(here)).all()
        found = next((row.id for row in rows if post == row.message or post in (row.posts or ())), None)
        return None if found is None else await self.of(found)

    async def keep_posts(self, showing: int, posts: tuple[PostId, ...]) -> None:
        """Remembers the bot's posts that ask members."""
        async with self.db.writing() as writing:
            await writing.execute(update(SHOWING).where(SHOWING.c.id == showing).values(posts=list(posts)))

    async def vouch(self, showing: int, person: PersonId) -> int:
        """A person vouches, once; says how many do now."""
        async with self.db.writing() as writing:
            adding = insert_into(writing, VOUCH).values(showing=showing, person=person)
            await writing.execute(adding.on_conflict_do_nothing(index_elements=["showing", "person"]))
            return await self._count(writing, showing)

    async def withdraw(self, showing: int, person: PersonId) -> int:
        """A person takes their word back; says how many vouch now."""
        async with self.db.writing() as writing:
            await writing.execute(delete(VOUCH).where(VOUCH.c.showing == showing, VOUCH.c.person == person))
            return await self._count(writing, showing)

    async def end(self, showing: int) -> bool:
        """It is decided, and forgotten. False when another was first."""
        async with self.db.writing() as writing:
            await writing.execute(delete(VOUCH).where(VOUCH.c.showing == showing))
            return (await writing.execute(delete(SHOWING).where(SHOWING.c.id == showing))).rowcount == 1

    async def _count(self, connection: AsyncConnection, showing: int) -> int:
        vouched = select(func.count()).select_from(VOUCH).where(VOUCH.c.showing == showing)
        return int((await connection.execute(vouched)).scalar_one())


def _read(row: Row[tuple[object, ...]]) -> Showing:
    return Showing(
        id=row.id,
        community=CommunityId(row.community),
        person=PersonId(row.person),
        cause=row.cause,
        place=PlaceId(row.place),
        message=None if row.message is None else PostId(row.message),
        locale=Locale(row.locale),
        fingerprint=None if row.fingerprint is None else unsigned(row.fingerprint),
        thumbnail=row.thumbnail,
        made=row.made,
        posts=tuple(PostId(post) for post in row.posts or ()),
    )
