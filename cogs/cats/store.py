"""Cats that their owners let others see, and the hearts they were given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    LargeBinary,
    Row,
    ScalarSelect,
    Select,
    Table,
    Text,
    UniqueConstraint,
    and_,
    delete,
    exists,
    func,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.house import JsonValue
from bot.api.tables import BigId, UtcDateTime, alone, insert_into, metadata
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.cats.rules import MOST_OF_ONE, RANKS, Cat, Ranked

METADATA = metadata()
"""This cog's tables."""

ALBUM = Table(
    "cats_album",
    METADATA,
    Column("community", BigId, primary_key=True, autoincrement=False),
    Column("last", BigId, nullable=False, comment="the last number given; a number is never given twice"),
)

CAT = Table(
    "cats_cat",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("community", BigId, nullable=False),
    Column("number", BigId, nullable=False, comment="of the community's album"),
    Column("owner", BigId, nullable=False, index=True),
    Column("picture", LargeBinary, nullable=True, comment="a small WebP; none when moderators took it down"),
    Column("shown", UtcDateTime, nullable=False),
    Column("cause", Text, nullable=False, comment="what was shown, by its owner's word"),
    UniqueConstraint("community", "number"),
    UniqueConstraint("community", "cause"),
    sqlite_autoincrement=True,
)

LIKE = Table(
    "cats_like",
    METADATA,
    Column("cat", BigId, primary_key=True, autoincrement=False),
    Column("person", BigId, primary_key=True, autoincrement=False, index=True),
    Column("liked", Boolean, nullable=False, comment="false once it was taken back"),
    Column("at", UtcDateTime, nullable=False),
    Column("cause", Text, nullable=False, comment="the event that turned it last"),
)

CatRow = Row[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Cats:
    """One community's album. What two do at the same moment is decided in one statement, or one waits."""

    db: Database
    community: CommunityId

    # --------------------------------------------------------------------------------------------- coming and going

    async def show(self, owner: PersonId, picture: bytes, *, cause: str, at: datetime) -> int | None:
        """Puts a cat in, once for a cause. Its number; None when moderators took down what this cause showed."""
        async with self.db.writing() as writing:
            await alone(writing, f"cats {self.community}")
            known = select(CAT.c.number, CAT.c.picture.is_not(None)).where(self._here, CAT.c.cause == cause)
            there = (await writing.execute(known)).one_or_none()
            if there is not None:
                return int(there[0]) if there[1] else None
            await self._make_room(writing, owner)
            number = await self._next_number(writing)
            put = insert_into(writing, CAT).values(
                community=self.community, number=number, owner=owner, picture=picture, shown=at, cause=cause
            )
            await writing.execute(put)
            return number

    async def _next_number(self, writing: AsyncConnection) -> int:
        put = insert_into(writing, ALBUM).values(community=self.community, last=1)
        counted = put.on_conflict_do_update(index_elements=["community"], set_={"last": ALBUM.c.last + 1})
        return int((await writing.execute(counted.returning(ALBUM.c.last))).scalar_one())

    async def _make_room(self, writing: AsyncConnection, owner: PersonId) -> None:
        theirs = select(CAT.c.id).where(self._seen, CAT.c.owner == owner).order_by(CAT.c.number.desc())
        rows = await writing.execute(theirs.offset(MOST_OF_ONE - 1))
        await _remove(writing, [int(row[0]) for row in rows])

    async def take_back(self, owner: PersonId, number: int) -> bool:
        """Takes an owner's cat out with its hearts. False when it was gone, or is another's."""
        async with self.db.writing() as writing:
            await alone(writing, f"cats {self.community}")
            theirs = select(CAT.c.id).where(self._seen, CAT.c.owner == owner, CAT.c.number == number)
            found = (await writing.execute(theirs)).scalar_one_or_none()
            if found is None:
                return False
            await _remove(writing, [int(found)])
            return True

    async def take_down(self, number: int) -> bool:
        """Forgets a picture and its hearts, and that it may come again. False when it was gone."""
        async with self.db.writing() as writing:
            await alone(writing, f"cats {self.community}")
            there = select(CAT.c.id).where(self._seen, CAT.c.number == number)
            found = (await writing.execute(there)).scalar_one_or_none()
            if found is None:
                return False
            await writing.execute(delete(LIKE).where(LIKE.c.cat == found))
            await writing.execute(update(CAT).where(CAT.c.id == found).values(picture=None))
            return True

    # ------------------------------------------------------------------------------------------------------ looking

    async def one(self, number: int) -> Cat | None:
        """A cat by its number."""
        return await self._first(_cats().where(self._seen, CAT.c.number == number))

    async def newest(self, owner: PersonId | None = None) -> Cat | None:
        """The newest cat, of everybody's or of one owner's."""
        return await self._first(_cats().where(self._seen, _of(owner)).order_by(CAT.c.number.desc()).limit(1))

    async def beside(self, number: int, owner: PersonId | None, *, newer: bool) -> Cat | None:
        """The next cat that is older or newer than a number, which may be gone by now."""
        beyond = CAT.c.number > number if newer else CAT.c.number < number
        order = CAT.c.number.asc() if newer else CAT.c.number.desc()
        return await self._first(_cats().where(self._seen, _of(owner), beyond).order_by(order).limit(1))

    async def has_beside(self, number: int, owner: PersonId | None) -> tuple[bool, bool]:
        """Whether there are newer cats than a number, and older ones."""
        there = (self._seen, _of(owner))
        newer = exists().where(*there, CAT.c.number > number)
        older = exists().where(*there, CAT.c.number < number)
        async with self.db.reading() as reading:
            row = (await reading.execute(select(newer, older))).one()
            return bool(row[0]), bool(row[1])

    async def random(self, but: int | None = None) -> Cat | None:
        """Any cat but one."""
        chosen = select(CAT.c.number).where(self._seen, CAT.c.number != (but or 0)).order_by(func.random()).limit(1)
        async with self.db.reading() as reading:
            number = (await reading.execute(chosen)).scalar_one_or_none()
        return None if number is None else await self.one(int(number))

    async def top(self) -> tuple[Ranked, ...]:
        """The most liked of all time, the best first; of two that are liked alike, the older."""
        likes = func.count()
        ranked = select(CAT.c.number, likes).join(LIKE, LIKE.c.cat == CAT.c.id).where(self._seen, LIKE.c.liked)
        ranked = ranked.group_by(CAT.c.number).order_by(likes.desc(), CAT.c.number.asc()).limit(RANKS)
        async with self.db.reading() as reading:
            return tuple(Ranked(int(row[0]), int(row[1])) for row in await reading.execute(ranked))

    async def of_week(self, start: datetime, end: datetime) -> Cat | None:
        """Of the cats shown or liked in a span, the one that got most hearts in it; then the best liked, the newest."""
        lately = _likes(LIKE.c.at >= start, LIKE.c.at < end)
        shown = and_(CAT.c.shown >= start, CAT.c.shown < end)
        found = _cats().where(self._seen, CAT.c.shown < end, or_(shown, lately > 0))
        return await self._first(found.order_by(lately.desc(), _likes().desc(), CAT.c.number.desc()).limit(1))

    # ------------------------------------------------------------------------------------------------------- liking

    async def like(self, number: int, person: PersonId, *, cause: str, at: datetime) -> Cat | None:
        """Gives a cat a heart, or takes it back, once for a cause. The cat; None when it is gone."""
        async with self.db.writing() as writing:
            await alone(writing, f"cats {self.community}")
            there = select(CAT.c.id).where(self._seen, CAT.c.number == number)
            cat = (await writing.execute(there)).scalar_one_or_none()
            if cat is None:
                return None
            put = insert_into(writing, LIKE).values(cat=cat, person=person, liked=True, at=at, cause=cause)
            turned = put.on_conflict_do_update(
                index_elements=["cat", "person"],
                set_={"liked": ~LIKE.c.liked, "at": at, "cause": cause},
                where=LIKE.c.cause != cause,
            )
            await writing.execute(turned)
        return await self.one(number)

    @property
    def _here(self) -> ColumnElement[bool]:
        return CAT.c.community == self.community

    @property
    def _seen(self) -> ColumnElement[bool]:
        return and_(self._here, CAT.c.picture.is_not(None))

    async def _first(self, query: Select[tuple[object, ...]]) -> Cat | None:
        async with self.db.reading() as reading:
            row = (await reading.execute(query)).one_or_none()
            return None if row is None else _read(row)


@dataclass(frozen=True, slots=True)
class Owners:
    """What persons have in all albums."""

    db: Database

    async def export(self, person: PersonId) -> JsonValue:
        """Their cats and the hearts that they gave."""
        async with self.db.reading() as reading:
            cats = await reading.execute(
                select(CAT.c.community, CAT.c.number, CAT.c.shown, CAT.c.picture.is_not(None), _likes())
                .where(CAT.c.owner == person)
                .order_by(CAT.c.id)
            )
            hearts = await reading.execute(
                select(CAT.c.community, CAT.c.number, LIKE.c.at, LIKE.c.liked)
                .join(LIKE, LIKE.c.cat == CAT.c.id)
                .where(LIKE.c.person == person)
                .order_by(LIKE.c.at)
            )
            return {
                "cats": [
                    {
                        "community": row[0],
                        "number": row[1],
                        "shown": row[2].isoformat(),
                        "taken_down": not row[3],
                        "hearts": row[4],
                    }
                    for row in cats
                ],
                "hearts_given": [
                    {"community": row[0], "number": row[1], "at": row[2].isoformat(), "taken_back": not row[3]}
                    for row in hearts
                ],
            }

    async def forget(self, person: PersonId) -> None:
        """Erases their cats, with all hearts, and the hearts that they gave."""
        async with self.db.writing() as writing:
            theirs = await writing.execute(select(CAT.c.id).where(CAT.c.owner == person))
            await _remove(writing, [int(row[0]) for row in theirs])
            await writing.execute(delete(LIKE).where(LIKE.c.person == person))

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Hands cats and hearts over. A cat that both liked has one heart of theirs, and their own cats have none."""
        async with self.db.writing() as writing:
            await writing.execute(update(CAT).where(CAT.c.owner == gone).values(owner=kept))
            rows = await writing.execute(select(LIKE).where(LIKE.c.person == gone))
            for row in rows.all():
                put = insert_into(writing, LIKE).values(
                    cat=row.cat, person=kept, liked=row.liked, at=row.at, cause=row.cause
                )
                both = put.on_conflict_do_update(
                    index_elements=["cat", "person"], set_={"liked": or_(LIKE.c.liked, put.excluded.liked)}
                )
                await writing.execute(both)
            own = select(CAT.c.id).where(CAT.c.owner == kept)
            needless = or_(LIKE.c.person == gone, and_(LIKE.c.person == kept, LIKE.c.cat.in_(own)))
            await writing.execute(delete(LIKE).where(needless))

    async def erase(self, community: CommunityId) -> None:
        """Erases a community's album."""
        async with self.db.writing() as writing:
            here = select(CAT.c.id).where(CAT.c.community == community)
            await writing.execute(delete(LIKE).where(LIKE.c.cat.in_(here)))
            await writing.execute(delete(CAT).where(CAT.c.community == community))
            await writing.execute(delete(ALBUM).where(ALBUM.c.community == community))


async def _remove(writing: AsyncConnection, cats: Sequence[int]) -> None:
    await writing.execute(delete(LIKE).where(LIKE.c.cat.in_(cats)))
    await writing.execute(delete(CAT).where(CAT.c.id.in_(cats)))


def _cats() -> Select[tuple[object, ...]]:
    columns = [CAT.c.id, CAT.c.number, CAT.c.owner, CAT.c.picture, CAT.c.shown, _likes().label("likes")]
    return select(*columns)


def _likes(*when: ColumnElement[bool]) -> ScalarSelect[int]:
    counted = select(func.count()).where(LIKE.c.cat == CAT.c.id, LIKE.c.liked, *when)
    return counted.correlate(CAT).scalar_subquery()


def _of(owner: PersonId | None) -> ColumnElement[bool]:
    return true() if owner is None else CAT.c.owner == owner


def _read(row: CatRow) -> Cat:
    return Cat(
        id=row.id,
        number=row.number,
        owner=PersonId(row.owner),
        picture=bytes(row.picture),
        shown=row.shown,
        likes=row.likes,
    )
