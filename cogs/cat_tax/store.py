"""Who was asked, who paid and with what: one row for each person of a community."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Boolean, Column, Row, Select, Table, Text, UniqueConstraint, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.house import JsonValue
from bot.api.tables import BigId, JsonText, UtcDateTime, insert_into, metadata
from bot.domain.attachments import Attachment, MediaKind
from bot.domain.locales import Locale
from bot.domain.refs import CommunityId, PersonId, PlaceId, Platform, PostId
from bot.ports.database import Database
from cogs.cat_tax.rules.introductions import HEARD_FOR
from cogs.cat_tax.rules.standing import State, Tender, stronger

METADATA = metadata()
"""This cog's tables."""

TAX = Table(
    "cat_tax",
    METADATA,
    Column("id", BigId, primary_key=True),
    Column("community", BigId, nullable=False),
    Column("person", BigId, nullable=False, index=True),
    Column("state", Text, nullable=False),
    Column("made", UtcDateTime, nullable=False),
    Column("place", BigId, nullable=True, comment="where the introduction stands or is waited for"),
    Column("introduction", BigId, nullable=True, comment="the post"),
    Column("locale", Text, nullable=True, comment="the language that the introduction was written in"),
    Column("asked_by", Text, nullable=True, comment="the event that made us ask"),
    Column("posts", JsonText, nullable=True, comment="the bot's own posts that ask"),
    Column("settled", UtcDateTime, nullable=True),
    Column("settled_by", Text, nullable=True, comment="the event that paid or skipped"),
    Column("tender", Text, nullable=True),
    Column("picture", JsonText, nullable=True, comment="how to find the picture again, never the picture"),
    Column("shown", Boolean, nullable=False, default=False),
    Column("teased", Boolean, nullable=False, default=False),
    UniqueConstraint("community", "person"),
    sqlite_autoincrement=True,
)


@dataclass(frozen=True, slots=True)
class Tax:
    """How a person stands with a community's cat tax.

    Attributes:
        place: where the introduction stands or is waited for.
        introduction: the post that introduced them, where there was one.
        locale: the language that it was written in, when that could be told.
        asked_by: the key of the event that made us ask; an event that is handled again finds itself here.
        posts: the bot's posts that ask, as long as they stand.
        settled_by: the key of the event that paid or skipped.
        picture: how to find the picture again.
        shown: True when the owner lets others see it.
    """

    id: int
    community: CommunityId
    person: PersonId
    state: State
    place: PlaceId | None
    introduction: PostId | None
    locale: Locale | None
    asked_by: str | None
    posts: tuple[PostId, ...]
    settled: datetime | None
    settled_by: str | None
    tender: Tender | None
    picture: Attachment | None
    shown: bool


TaxRow = Row[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Taxes:
    """Keeps them. What two do at the same moment is decided by the unique row and its state, in one statement."""

    db: Database

    # ------------------------------------------------------------------------------------------------------- asking

    async def of(self, community: CommunityId, person: PersonId) -> Tax | None:
        """How a person stands; None when nothing is known of them."""
        async with self.db.reading() as reading:
            return await _one(reading, _row_of(community, person))

    async def expect(self, community: CommunityId, person: PersonId, place: PlaceId, at: datetime) -> None:
        """Their first words are waited for; who is known already stays as they are."""
        async with self.db.writing() as writing:
            stale = (TAX.c.state == State.EXPECTED.value) & (TAX.c.made < at - HEARD_FOR)
            await writing.execute(delete(TAX).where(TAX.c.community == community, stale))
            made = insert_into(writing, TAX).values(
                community=community, person=person, state=State.EXPECTED.value, made=at, place=place
            )
            await writing.execute(made.on_conflict_do_nothing(index_elements=["community", "person"]))

    async def ask(
        self,
        community: CommunityId,
        person: PersonId,
        *,
        place: PlaceId,
        introduction: PostId | None,
        locale: Locale | None,
        cause: str,
        at: datetime,
    ) -> Tax | None:
        """Marks a person as asked because of an event. None when another event did, or there is nothing to ask."""
        values = {
            "state": State.ASKED.value,
            "place": place,
            "introduction": introduction,
            "locale": None if locale is None else locale.value,
            "asked_by": cause,
        }
        async with self.db.writing() as writing:
            put = insert_into(writing, TAX).values(values | {"community": community, "person": person, "made": at})
            await writing.execute(
                put.on_conflict_do_update(
                    index_elements=["community", "person"], set_=values, where=TAX.c.state == State.EXPECTED.value
                )
            )
            tax = await _one(writing, _row_of(community, person))
        asked = tax is not None and tax.state is State.ASKED and tax.asked_by == cause
        return tax if asked else None

    async def keep_posts(self, tax: int, posts: tuple[PostId, ...]) -> None:
        """Remembers the bot's posts that ask; none when they are gone."""
        async with self.db.writing() as writing:
            await writing.execute(update(TAX).where(TAX.c.id == tax).values(posts=list(posts) or None))

    # ----------------------------------------------------------------------------------------------------- settling

    async def settle(
        self,
        community: CommunityId,
        person: PersonId,
        tender: Tender,
        *,
        place: PlaceId,
        picture: Attachment | None,
        cause: str,
        at: datetime,
    ) -> Tax:
        """Pays. Whoever finds their own ``cause`` in ``settled_by`` of what is returned was the one that did."""
        values = {
            "state": tender.settles.value,
            "tender": tender.value,
            "picture": None if picture is None else _from_attachment(picture),
            "settled": at,
            "settled_by": cause,
        }
        final = {State.PAID.value} if tender.settles is State.PAID else {State.PAID.value, State.OWES.value}
        fresh = values | {"community": community, "person": person, "made": at, "place": place}
        async with self.db.writing() as writing:
            put = insert_into(writing, TAX).values(fresh)
            await writing.execute(
                put.on_conflict_do_update(
                    index_elements=["community", "person"], set_=values, where=TAX.c.state.not_in(final)
                )
            )
            tax = await _one(writing, _row_of(community, person))
        if tax is None:
            raise LookupError("a row that was just written is gone")
        return tax

    async def skip(self, community: CommunityId, person: PersonId, cause: str, at: datetime) -> Tax | None:
        """Lets a person off who was asked; None when they settled otherwise, or were never asked."""
        async with self.db.writing() as writing:
            asked = update(TAX).where(
                TAX.c.community == community, TAX.c.person == person, TAX.c.state == State.ASKED.value
            )
            await writing.execute(asked.values(state=State.SKIPPED.value, settled=at, settled_by=cause))
            tax = await _one(writing, _row_of(community, person))
        return tax if tax is not None and tax.state is State.SKIPPED and tax.settled_by == cause else None

    async def tease(self, tax: int) -> bool:
        """Whether somebody may hear the joke about paying twice: once in their life."""
        async with self.db.writing() as writing:
            first = update(TAX).where(TAX.c.id == tax, TAX.c.teased.is_(False)).values(teased=True)
            return (await writing.execute(first)).rowcount == 1

    # ------------------------------------------------------------------------------------------------------ sharing

    async def share(self, tax: int, person: PersonId, *, agreed: bool) -> Tax | None:
        """Keeps whether others may see a person's cat; None when there is no such cat of theirs (any more)."""
        async with self.db.writing() as writing:
            theirs = (TAX.c.id == tax) & (TAX.c.person == person) & TAX.c.picture.is_not(None)
            await writing.execute(update(TAX).where(theirs).values(shown=agreed))
            return await _one(writing, select(TAX).where(theirs))

    # ------------------------------------------------------------------------------------------------- whose it is

    async def export(self, person: PersonId) -> JsonValue:
        """Everything kept of a person."""
        async with self.db.reading() as reading:
            rows = await reading.execute(select(TAX).where(TAX.c.person == person).order_by(TAX.c.id))
            return [_exported(_read(row)) for row in rows]

    async def forget(self, person: PersonId) -> None:
        """Erases a person."""
        async with self.db.writing() as writing:
            await writing.execute(delete(TAX).where(TAX.c.person == person))

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Of two entries for a community the one that says more stays, of two payments the older."""
        async with self.db.writing() as writing:
            rows = await writing.execute(select(TAX).where(TAX.c.person == kept))
            here = {tax.community: tax for tax in map(_read, rows)}
            rows = await writing.execute(select(TAX).where(TAX.c.person == gone))
            for theirs in [_read(row) for row in rows]:
                ours = here.get(theirs.community)
                loser = None if ours is None else theirs if _outweighs(ours, theirs) else ours
                if loser is not None:
                    await writing.execute(delete(TAX).where(TAX.c.id == loser.id))
                if loser is not theirs:
                    await writing.execute(update(TAX).where(TAX.c.id == theirs.id).values(person=kept))

    async def part(self, stays: PersonId, new: PersonId, at: datetime) -> None:
        """An account is a person of its own again: it is not asked once more, and the cats stay with who stays."""
        async with self.db.writing() as writing:
            rows = await writing.execute(select(TAX).where(TAX.c.person == stays))
            for tax in [_read(row) for row in rows]:
                values = {
                    "community": tax.community,
                    "person": new,
                    "state": tax.state.value,
                    "made": at,
                    "place": tax.place,
                    "settled": tax.settled,
                    "tender": None if tax.tender is None else tax.tender.value,
                }
                put = insert_into(writing, TAX).values(values)
                await writing.execute(put.on_conflict_do_nothing(index_elements=["community", "person"]))

    async def erase(self, community: CommunityId) -> None:
        """Erases a community."""
        async with self.db.writing() as writing:
            await writing.execute(delete(TAX).where(TAX.c.community == community))


def _row_of(community: CommunityId, person: PersonId) -> Select[tuple[object, ...]]:
    return select(TAX).where(TAX.c.community == community, TAX.c.person == person)


async def _one(connection: AsyncConnection, query: Select[tuple[object, ...]]) -> Tax | None:
    row = (await connection.execute(query)).one_or_none()
    return None if row is None else _read(row)


def _read(row: TaxRow) -> Tax:
    posts: tuple[int, ...] = tuple(row.posts or ())
    return Tax(
        id=row.id,
        community=CommunityId(row.community),
        person=PersonId(row.person),
        state=State(row.state),
        place=None if row.place is None else PlaceId(row.place),
        introduction=None if row.introduction is None else PostId(row.introduction),
        locale=None if row.locale is None else Locale(row.locale),
        asked_by=row.asked_by,
        posts=tuple(PostId(post) for post in posts),
        settled=row.settled,
        settled_by=row.settled_by,
        tender=None if row.tender is None else Tender(row.tender),
        picture=_to_attachment(row.picture),
        shown=row.shown,
    )


def _outweighs(ours: Tax, theirs: Tax) -> bool:
    if ours.state is not theirs.state:
        return stronger(ours.state, theirs.state)
    if ours.settled is None or theirs.settled is None:
        return True
    return ours.settled <= theirs.settled


def _from_attachment(picture: Attachment) -> JsonValue:
    return {
        "platform": picture.platform,
        "locator": picture.locator,
        "name": picture.name,
        "media_type": picture.media_type,
        "size": picture.size,
        "kind": picture.kind.value,
    }


def _to_attachment(kept: Mapping[str, str | int | None] | None) -> Attachment | None:
    if kept is None:
        return None
    size = kept["size"]
    return Attachment(
        platform=Platform(str(kept["platform"])),
        locator=str(kept["locator"]),
        name=str(kept["name"]),
        media_type=str(kept["media_type"]),
        size=size if isinstance(size, int) else None,
        kind=MediaKind(kept["kind"]),
    )


def _exported(tax: Tax) -> JsonValue:
    return {
        "state": tax.state.value,
        "paid_with": None if tax.tender is None else tax.tender.value,
        "settled": None if tax.settled is None else tax.settled.isoformat(),
        "picture": None if tax.picture is None else tax.picture.name,
        "others_may_see_it": tax.shown,
    }
