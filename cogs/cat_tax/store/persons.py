"""Whose it is: what is told, erased, joined and parted when a person, or a community, asks for it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Table, and_, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api.house import JsonValue
from bot.api.tables import insert_into
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.cat_tax.rules.standing import stronger
from cogs.cat_tax.rules.tax import Tax
from cogs.cat_tax.store.tables import ANSWER, DOOR, PRINT, RECEIPTS, SHOWING, TAX, VOUCH
from cogs.cat_tax.store.taxes import read


@dataclass(frozen=True, slots=True)
class Persons:
    """All of this cog's rows, by person or community."""

    db: Database

    async def export(self, person: PersonId) -> JsonValue:
        """Everything kept of a person."""
        async with self.db.reading() as reading:
            rows = await reading.execute(select(TAX).where(TAX.c.person == person).order_by(TAX.c.id))
            taxes = [_exported(read(row)) for row in rows]
            waiting = (await reading.scalars(select(SHOWING.c.made).where(SHOWING.c.person == person))).all()
            vouched = (await reading.scalars(select(VOUCH.c.id).where(VOUCH.c.person == person))).all()
            known = (await reading.scalars(select(PRINT.c.print).where(PRINT.c.person == person))).all()
            given = select(ANSWER.c.at).where(ANSWER.c.giver == person)
            answered = (await reading.scalars(given.order_by(ANSWER.c.id))).all()
            got = select(ANSWER.c.at).where(ANSWER.c.receiver == person)
            received = (await reading.scalars(got.order_by(ANSWER.c.id))).all()
            doors = (await reading.scalars(select(DOOR.c.opens).where(DOOR.c.person == person))).all()
        return {
            "taxes": taxes,
            "pictures_that_wait": [made.isoformat() for made in waiting],
            "vouched_for": len(vouched),
            "fingerprints_of_pictures": [f"{fingerprint & (2**64 - 1):016x}" for fingerprint in known],
            "cats_answered": [at.isoformat() for at in answered],
            "answers_to_your_cats": [at.isoformat() for at in received],
            "doors_closed_until": [opens.isoformat() for opens in doors],
        }

    async def forget(self, person: PersonId) -> None:
        """Erases a person."""
        async with self.db.writing() as writing:
            theirs = select(SHOWING.c.id).where(SHOWING.c.person == person)
            await writing.execute(delete(VOUCH).where(or_(VOUCH.c.person == person, VOUCH.c.showing.in_(theirs))))
            for table in (TAX, SHOWING, PRINT, DOOR):
                await writing.execute(delete(table).where(table.c.person == person))
            await writing.execute(delete(ANSWER).where(or_(ANSWER.c.giver == person, ANSWER.c.receiver == person)))

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Of two entries for a community the one that says more stays, of two payments the older.

        Nobody vouches twice, for themselves, or answers their own cat by becoming one.
        """
        async with self.db.writing() as writing:
            await _merge_taxes(writing, kept, gone)
            for table in (PRINT, DOOR):
                await writing.execute(update(table).where(table.c.person == gone).values(person=kept))
            await _hand_over(writing, VOUCH, VOUCH.c.person, (VOUCH.c.showing,), kept, gone)
            await writing.execute(update(SHOWING).where(SHOWING.c.person == gone).values(person=kept))
            own = select(SHOWING.c.id).where(SHOWING.c.person == kept)
            await writing.execute(delete(VOUCH).where(VOUCH.c.person == kept, VOUCH.c.showing.in_(own)))
            await _hand_over(writing, ANSWER, ANSWER.c.giver, (ANSWER.c.community, ANSWER.c.receiver), kept, gone)
            await _hand_over(writing, ANSWER, ANSWER.c.receiver, (ANSWER.c.community, ANSWER.c.giver), kept, gone)
            await writing.execute(delete(ANSWER).where(ANSWER.c.giver == ANSWER.c.receiver))

    async def part(self, stays: PersonId, new: PersonId, at: datetime) -> None:
        """An account is a person of its own again: it is not asked once more, and the cats stay with who stays."""
        async with self.db.writing() as writing:
            rows = await writing.execute(select(TAX).where(TAX.c.person == stays))
            for tax in [read(row) for row in rows]:
                values = {
                    "community": tax.community,
                    "person": new,
                    "state": tax.state.value,
                    "made": at,
                    "place": tax.place,
                    "settled": tax.settled,
                    "tender": None if tax.tender is None else tax.tender.value,
                    "proof": None if tax.proof is None else tax.proof.value,
                }
                put = insert_into(writing, TAX).values(values)
                await writing.execute(put.on_conflict_do_nothing(index_elements=["community", "person"]))

    async def erase(self, community: CommunityId) -> None:
        """Erases a community."""
        async with self.db.writing() as writing:
            here = select(SHOWING.c.id).where(SHOWING.c.community == community)
            await writing.execute(delete(VOUCH).where(VOUCH.c.showing.in_(here)))
            for table in (TAX, SHOWING, PRINT, ANSWER, DOOR, RECEIPTS):
                await writing.execute(delete(table).where(table.c.community == community))


async def _merge_taxes(writing: AsyncConnection, kept: PersonId, gone: PersonId) -> None:
    rows = await writing.execute(select(TAX).where(TAX.c.person == kept))
    here = {tax.community: tax for tax in map(read, rows)}
    rows = await writing.execute(select(TAX).where(TAX.c.person == gone))
    for theirs in [read(row) for row in rows]:
        ours = here.get(theirs.community)
        loser = None if ours is None else theirs if _outweighs(ours, theirs) else ours
        if loser is not None:
            await writing.execute(delete(TAX).where(TAX.c.id == loser.id))
        if loser is not theirs:
            await writing.execute(update(TAX).where(TAX.c.id == theirs.id).values(person=kept))


async def _hand_over(
    writing: AsyncConnection,
    table: Table,
    whose: Column[int],
    among: tuple[Column[int], ...],
    kept: PersonId,
    gone: PersonId,
) -> None:
    """Gives rows to who stays, but those that would then stand there twice."""
    other = table.alias("other")
    twice = exists().where(other.c[whose.name] == kept, and_(*(other.c[column.name] == column for column in among)))
    await writing.execute(delete(table).where(whose == gone, twice))
    await writing.execute(update(table).where(whose == gone).values({whose.name: kept}))


def _outweighs(ours: Tax, theirs: Tax) -> bool:
    if ours.state is not theirs.state:
        return stronger(ours.state, theirs.state)
    if ours.settled is None or theirs.settled is None:
        return True
    return ours.settled <= theirs.settled


def _exported(tax: Tax) -> JsonValue:
    return {
        "state": tax.state.value,
        "asked": None if tax.asked is None else tax.asked.isoformat(),
        "language_you_wrote_in": None if tax.locale is None else tax.locale.value,
        "name_for_a_greeting": tax.called,
        "paid_with": None if tax.tender is None else tax.tender.value,
        "settled": None if tax.settled is None else tax.settled.isoformat(),
        "receipt": tax.number,
        "thumbnail_waits_for_your_word": tax.thumbnail is not None,
    }
