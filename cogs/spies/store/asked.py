"""What of questions and rounds is kept of a person, and what becomes of it with them."""

from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.api import JsonValue
from bot.api.tables import alone
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.spies.rules.asking import State
from cogs.spies.rules.pairs import ProposalId, knot_of
from cogs.spies.store.finds import ASK, Finds
from cogs.spies.store.proposal_rows import KEY, LOCK, PROPOSAL, find
from cogs.spies.store.rounds import LEFT, Rounds


@dataclass(frozen=True, slots=True)
class AskedPersons:
    """Looks after it."""

    db: Database

    async def export_of(self, person: PersonId) -> JsonValue:
        """What is kept of somebody: what they were asked and answered; never whom else."""
        async with self.db.reading() as reading:
            rows = await reading.execute(
                select(
                    PROPOSAL.c.made, PROPOSAL.c.asked, PROPOSAL.c.asker, KEY.c.codename, KEY.c.answer, KEY.c.answered
                )
                .join(KEY, KEY.c.proposal == PROPOSAL.c.id)
                .where(KEY.c.person == person)
                .order_by(PROPOSAL.c.id)
            )
            return [
                {
                    "made": row.made.isoformat(),
                    "how": row.asked,
                    "by_them": row.asker == person,
                    "codename": row.codename,
                    "answer": row.answer,
                    "answered": None if row.answered is None else row.answered.isoformat(),
                }
                for row in rows
            ]

    async def forget(self, person: PersonId) -> None:
        """Erases somebody; what they were asked is over."""
        theirs = select(KEY.c.proposal).where(KEY.c.person == person)
        async with self.db.writing() as writing:
            await alone(writing, LOCK)
            over = update(PROPOSAL).where(PROPOSAL.c.id.in_(theirs), PROPOSAL.c.live.is_not(None))
            await writing.execute(over.values(state=State.OVER.value, live=None))
            await writing.execute(update(PROPOSAL).where(PROPOSAL.c.asker == person).values(asker=None))
            # What others were shown of them; a question of three shows nobody's words.
            await writing.execute(update(KEY).where(KEY.c.proposal.in_(theirs.correlate(None))).values(told=None))
            await writing.execute(delete(KEY).where(KEY.c.person == person))
        await Finds(self.db).forget(person)
        await Rounds(self.db).forget(person)

    async def merge(self, kept: PersonId, gone: PersonId) -> None:
        """Two are one: what they were asked together is over, and so is one of two questions to the same people."""
        async with self.db.writing() as writing:
            await alone(writing, LOCK)
            mine, theirs = await _questions(writing, kept), await _questions(writing, gone)
            both = sorted(mine & theirs)
            await writing.execute(delete(KEY).where(KEY.c.person == gone, KEY.c.proposal.in_(both)))
            await writing.execute(update(KEY).where(KEY.c.person == gone).values(person=kept))
            over = update(PROPOSAL).where(PROPOSAL.c.id.in_(both), PROPOSAL.c.live.is_not(None))
            await writing.execute(over.values(state=State.OVER.value, live=None))
            for proposal in sorted(theirs - mine):
                await _rename(writing, ProposalId(proposal))
            await writing.execute(update(PROPOSAL).where(PROPOSAL.c.asker == gone).values(asker=kept))
            await writing.execute(update(ASK).where(ASK.c.person == gone).values(person=kept))
            lefts = select(LEFT.c.round).where(LEFT.c.person == kept)
            await writing.execute(delete(LEFT).where(LEFT.c.person == gone, LEFT.c.round.in_(lefts)))
            await writing.execute(update(LEFT).where(LEFT.c.person == gone).values(person=kept))
        await Finds(self.db).forget(gone)

    async def erase(self, community: CommunityId) -> None:
        """Erases a club."""
        here = select(PROPOSAL.c.id).where(PROPOSAL.c.community == community)
        async with self.db.writing() as writing:
            await writing.execute(delete(KEY).where(KEY.c.proposal.in_(here)))
            await writing.execute(delete(PROPOSAL).where(PROPOSAL.c.community == community))
        await Finds(self.db).erase(community)
        await Rounds(self.db).erase(community)


async def _questions(writing: AsyncConnection, person: PersonId) -> set[int]:
    rows = await writing.execute(select(KEY.c.proposal).where(KEY.c.person == person))
    return {int(row.proposal) for row in rows}


async def _rename(writing: AsyncConnection, proposal: ProposalId) -> None:
    """Gives an open question its name anew; of two to the same people one is over."""
    kept = await find(writing, proposal)
    if kept is None or kept.state not in {State.OPEN, State.AGREED}:
        return
    live = knot_of(kept.proposal.people)
    taken = select(PROPOSAL.c.id).where(PROPOSAL.c.live == live, PROPOSAL.c.id != proposal)
    double = (await writing.execute(taken)).scalar_one_or_none() is not None
    values: dict[str, object] = {"live": None, "state": State.OVER.value} if double else {"live": live}
    await writing.execute(update(PROPOSAL).where(PROPOSAL.c.id == proposal).values(**values))
