"""Who was asked, who paid and with what: one row for each person of a community."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Row, Select, bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.tables import Insert, alone, insert_into, made_once
from bot.domain.locales import Locale
from bot.domain.refs import CommunityId, PersonId, PlaceId, PostId
from bot.ports.database import Database
from cogs.cat_tax.rules.standing import RUSH_MOST, Proof, State, Tender, final_for
from cogs.cat_tax.rules.tax import Asking, Payment, Tax
from cogs.cat_tax.store.tables import RECEIPTS, TAX

TaxRow = Row[tuple[object, ...]]

# What each newcomer needs is put together once.
_OF = select(TAX).where(TAX.c.community == bindparam("community"), TAX.c.person == bindparam("person"))
_NUMBERED = select(TAX).where(TAX.c.id == bindparam("tax"))
_CHANGING = update(TAX).where(TAX.c.id == bindparam("tax"))
_SILENT = (TAX.c.community == bindparam("community")) & (TAX.c.state == State.EXPECTED.value)
_FORGETTING = delete(TAX).where(_SILENT, TAX.c.made <= bindparam("before"))
_FIRST_SILENT = select(func.min(TAX.c.made)).where(_SILENT)
_ASKED_SINCE = (
    select(func.count())
    .select_from(TAX)
    .where(TAX.c.community == bindparam("community"), TAX.c.asked > bindparam("since"))
)


@made_once
def _expecting(writing: AsyncConnection) -> Insert:
    put = insert_into(writing, TAX)
    again = {"made": put.excluded.made, "place": put.excluded.place}
    expected = TAX.c.state == State.EXPECTED.value
    return put.on_conflict_do_update(index_elements=["community", "person"], set_=again, where=expected)


@dataclass(frozen=True, slots=True)
class Taxes:
    """Keeps them. What two do at the same moment is decided by the unique row and its state, in one transaction."""

    db: Database

    # ------------------------------------------------------------------------------------------------------- asking

    async def of(self, community: CommunityId, person: PersonId) -> Tax | None:
        """How a person stands; None when nothing is known of them."""
        async with self.db.reading() as reading:
            return await _of(reading, community, person)

    async def numbered(self, tax: int) -> Tax | None:
        """A row by its id."""
        async with self.db.reading() as reading:
            return await one(reading, _NUMBERED, {"tax": tax})

    async def expect(self, community: CommunityId, person: PersonId, place: PlaceId | None, at: datetime) -> None:
        """They were seen joining, maybe once more; who was asked already stays as they are."""
        values = {
            "community": community, "person": person, "state": State.EXPECTED.value, "made": at, "place": place
        }  # fmt: skip
        async with self.db.writing() as writing:
            await writing.execute(_expecting(writing), values)

    async def forget_newcomers(self, community: CommunityId, before: datetime) -> datetime | None:
        """Forgets who joined by a moment and said nothing. When the first of the others joined, if there are any."""
        async with self.db.writing() as writing:
            await writing.execute(_FORGETTING, {"community": community, "before": before})
            first: datetime | None = (await writing.execute(_FIRST_SILENT, {"community": community})).scalar_one()
            return first

    async def ask(self, community: CommunityId, person: PersonId, asking: Asking) -> Tax | None:
        """Marks a person as asked because of an event. None when another event did, or there is nothing to ask."""
        values = {
            "state": State.ASKED.value,
            "place": asking.place,
            "introduction": asking.introduction,
            "locale": None if asking.locale is None else asking.locale.value,
            "asked": asking.at,
            "asked_by": asking.cause,
        }
        async with self.db.writing() as writing:
            fresh = values | {"community": community, "person": person, "made": asking.at}
            put = insert_into(writing, TAX).values(fresh)
            await writing.execute(
                put.on_conflict_do_update(
                    index_elements=["community", "person"], set_=values, where=TAX.c.state == State.EXPECTED.value
                )
            )
            tax = await _of(writing, community, person)
        asked = tax is not None and tax.state is State.ASKED and tax.asked_by == asking.cause
        return tax if asked else None

    async def keep_posts(self, tax: int, posts: tuple[PostId, ...]) -> None:
        """Remembers the bot's posts that ask; none when they are gone."""
        async with self.db.writing() as writing:
            await writing.execute(_CHANGING, {"tax": tax, "posts": list(posts) or None, "together": False})

    # ---------------------------------------------------------------------------------------------------- in a rush

    async def asked_since(self, community: CommunityId, since: datetime) -> int:
        """How many were asked since a moment."""
        async with self.db.reading() as reading:
            return int((await reading.execute(_ASKED_SINCE, {"community": community, "since": since})).scalar_one())

    async def queue(self, tax: int, name: str) -> None:
        """Has somebody who was asked wait for a greeting with others."""
        async with self.db.writing() as writing:
            await writing.execute(update(TAX).where(TAX.c.id == tax).values(together=True, called=name))

    async def queued(self, community: CommunityId, place: PlaceId) -> Sequence[Tax]:
        """Who waits for a greeting with others, at most :data:`RUSH_MOST`, the first first."""
        async with self.db.reading() as reading:
            waiting = select(TAX).where(TAX.c.community == community, TAX.c.place == place, _QUEUED)
            rows = await reading.execute(waiting.order_by(TAX.c.asked, TAX.c.id).limit(RUSH_MOST))
            return [read(row) for row in rows]

    async def greeted(self, taxes: Sequence[Tax], posts: tuple[PostId, ...]) -> None:
        """Those were greeted together; their names are forgotten again."""
        async with self.db.writing() as writing:
            theirs = update(TAX).where(TAX.c.id.in_([tax.id for tax in taxes]))
            await writing.execute(theirs.values(called=None, posts=list(posts) or None))

    # ----------------------------------------------------------------------------------------------------- settling

    async def settle(self, community: CommunityId, person: PersonId, payment: Payment) -> Tax:
        """Pays. Whoever finds their own ``cause`` in ``settled_by`` of what is returned was the one that did."""
        values: dict[str, object] = {
            "state": payment.tender.settles.value,
            "tender": payment.tender.value,
            "proof": payment.proof.value,
            "thumbnail": payment.thumbnail,
            "settled": payment.at,
            "settled_by": payment.cause,
            "called": None,
        }
        async with self.db.writing() as writing:
            await alone(writing, f"cat_tax {community}")
            before = await _of(writing, community, person)
            if before is not None and before.state in final_for(payment.tender):
                return before
            if before is None or before.number is None:
                values["number"] = await _next_receipt(writing, community)
            fresh = values | {
                "community": community, "person": person, "made": payment.at, "place": payment.place
            }  # fmt: skip
            put = insert_into(writing, TAX).values(fresh)
            await writing.execute(
                put.on_conflict_do_update(
                    index_elements=["community", "person"],
                    set_=values,
                    where=TAX.c.state.not_in([state.value for state in final_for(payment.tender)]),
                )
            )
            tax = await _of(writing, community, person)
        if tax is None:
            raise LookupError("a row that was just written is gone")
        return tax

    async def let_off(
        self, community: CommunityId, person: PersonId, state: State, *, cause: str, at: datetime
    ) -> Tax | None:
        """Ends a question without a payment.

        Args:
            state: SKIPPED, which only who was asked can, or EXEMPT, which a moderator says of anybody who has not
                settled.

        Returns:
            None when they settled otherwise, or (to skip) were never asked.
        """
        from_states = [State.ASKED] if state is State.SKIPPED else [State.EXPECTED, State.ASKED, State.SKIPPED]
        values = {"state": state.value, "settled": at, "settled_by": cause, "called": None}
        async with self.db.writing() as writing:
            if state is State.EXEMPT:
                fresh = values | {"community": community, "person": person, "made": at}
                put = insert_into(writing, TAX).values(fresh)
                await writing.execute(put.on_conflict_do_nothing(index_elements=["community", "person"]))
            theirs = update(TAX).where(TAX.c.community == community, TAX.c.person == person)
            open_ones = theirs.where(TAX.c.state.in_([one.value for one in from_states]))
            await writing.execute(open_ones.values(values))
            tax = await _of(writing, community, person)
        return tax if tax is not None and tax.state is state and tax.settled_by == cause else None

    async def tease(self, tax: int) -> bool:
        """Whether somebody may hear the joke about paying twice: once in their life."""
        async with self.db.writing() as writing:
            first = update(TAX).where(TAX.c.id == tax, TAX.c.teased.is_(False)).values(teased=True)
            return (await writing.execute(first)).rowcount == 1

    # ----------------------------------------------------------------------------------------------- the receipt

    async def keep_receipt(self, tax: int, post: PostId) -> None:
        """Remembers the bot's post with the receipt."""
        async with self.db.writing() as writing:
            await writing.execute(_CHANGING, {"tax": tax, "receipt": post})

    async def of_receipt(self, community: CommunityId, post: PostId) -> Tax | None:
        """Whose receipt a post is."""
        async with self.db.reading() as reading:
            return await one(reading, select(TAX).where(TAX.c.receipt == post, TAX.c.community == community))

    async def forget_thumbnail(self, tax: int) -> None:
        """Its owner's word was waited for long enough."""
        async with self.db.writing() as writing:
            await writing.execute(update(TAX).where(TAX.c.id == tax).values(thumbnail=None))

    # -------------------------------------------------------------------------------------------------- moderators'

    async def restart(self, community: CommunityId, person: PersonId, place: PlaceId | None, at: datetime) -> bool:
        """Forgets how somebody stands: they are a newcomer again. False when nothing was known of them."""
        async with self.db.writing() as writing:
            theirs = delete(TAX).where(TAX.c.community == community, TAX.c.person == person)
            known = (await writing.execute(theirs)).rowcount == 1
            await writing.execute(
                insert_into(writing, TAX).values(
                    community=community, person=person, state=State.EXPECTED.value, made=at, place=place
                )
            )
        return known

    async def week(self, community: CommunityId, since: datetime) -> dict[str, int]:
        """Numbers since a moment: ``joined``, ``asked``, each state that was reached, and each tender."""
        here = TAX.c.community == community
        async with self.db.reading() as reading:
            joined = await _count(reading, here & (TAX.c.made > since))
            asked = await _count(reading, here & (TAX.c.asked > since))
            lately = here & (TAX.c.settled > since)
            by = select(TAX.c.state, TAX.c.tender, func.count()).where(lately).group_by(TAX.c.state, TAX.c.tender)
            rows = (await reading.execute(by)).all()
        found = {"joined": joined, "asked": asked}
        for state, tender, count in rows:
            for name in {state, tender} - {None}:
                found[name] = found.get(name, 0) + count
        return found


_QUEUED = (TAX.c.state == State.ASKED.value) & TAX.c.together.is_(True) & TAX.c.called.is_not(None)


async def _next_receipt(connection: AsyncConnection, community: CommunityId) -> int:
    adding = insert_into(connection, RECEIPTS).values(community=community, given=1)
    counted = adding.on_conflict_do_update(index_elements=["community"], set_={"given": RECEIPTS.c.given + 1})
    return int((await connection.execute(counted.returning(RECEIPTS.c.given))).scalar_one())


async def _count(connection: AsyncConnection, which: ColumnElement[bool]) -> int:
    return int((await connection.execute(select(func.count()).select_from(TAX).where(which))).scalar_one())


async def _of(connection: AsyncConnection, community: CommunityId, person: PersonId) -> Tax | None:
    return await one(connection, _OF, {"community": community, "person": person})


async def one(
    connection: AsyncConnection, query: Select[tuple[object, ...]], values: Mapping[str, int] | None = None
) -> Tax | None:
    """The row of a query that finds one at most."""
    row = (await connection.execute(query, values)).one_or_none()
    return None if row is None else read(row)


def read(row: TaxRow) -> Tax:
    """A row as a value."""
    return Tax(
        id=row.id,
        community=CommunityId(row.community),
        person=PersonId(row.person),
        state=State(row.state),
        place=None if row.place is None else PlaceId(row.place),
        introduction=None if row.introduction is None else PostId(row.introduction),
        locale=None if row.locale is None else Locale(row.locale),
        asked=row.asked,
        asked_by=row.asked_by,
        posts=tuple(PostId(post) for post in row.posts or ()),
        together=row.together,
        called=row.called,
        settled=row.settled,
        settled_by=row.settled_by,
        tender=None if row.tender is None else Tender(row.tender),
        proof=None if row.proof is None else Proof(row.proof),
        number=row.number,
        thumbnail=row.thumbnail,
        receipt=None if row.receipt is None else PostId(row.receipt),
    )
