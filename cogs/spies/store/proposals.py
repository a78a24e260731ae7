"""Questions, and what people answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, exists, or_, select, update

from bot.api.tables import alone
from bot.domain.refs import CommunityId, PersonId
from bot.ports.database import Database
from cogs.spies.rules.asking import State, Verdict
from cogs.spies.rules.pairs import ProposalId
from cogs.spies.store.proposal_rows import (
    KEY,
    LOCK,
    PROPOSAL,
    Answered,
    Kept,
    Made,
    Wanted,
    find,
    kept_of,
    make,
    settle,
)

__all__ = ["Answered", "Kept", "Made", "Proposals", "Wanted"]

_UNREACHED = exists().where(
    KEY.c.proposal == PROPOSAL.c.id,
    KEY.c.person == bindparam("person"),
    KEY.c.answer.is_(None),
    KEY.c.reached.is_(False),
)
_WAITING = select(PROPOSAL).where(PROPOSAL.c.state == State.OPEN.value, _UNREACHED).order_by(PROPOSAL.c.id)
"""Looked for whenever somebody writes to the bot in private."""


@dataclass(frozen=True, slots=True)
class Proposals:
    """Keeps them."""

    db: Database

    # ------------------------------------------------------------------------------------------------------- looking

    async def of(self, proposal: ProposalId) -> Kept | None:
        """A question by its id."""
        async with self.db.reading() as reading:
            return await find(reading, proposal)

    async def caused(self, causes: str, *, after: int, most: int) -> Sequence[Kept]:
        """So many of the questions whose causes begin with this, but for the first ones."""
        such = select(PROPOSAL).where(PROPOSAL.c.cause.startswith(causes, autoescape=True)).order_by(PROPOSAL.c.id)
        async with self.db.reading() as reading:
            return await kept_of(reading, (await reading.execute(such.offset(after).limit(most))).all())

    async def waiting_for(self, person: PersonId) -> Sequence[Kept]:
        """The open questions that could not be put to somebody, because their private chat was closed."""
        async with self.db.reading() as reading:
            return await kept_of(reading, (await reading.execute(_WAITING, {"person": person})).all())

    async def tried(self, community: CommunityId, since: datetime) -> frozenset[frozenset[PersonId]]:
        """Who, two by two, are being asked in a club, or were since a moment without a line coming of it."""
        lately = or_(PROPOSAL.c.live.is_not(None), (PROPOSAL.c.state == State.OVER.value) & (PROPOSAL.c.made > since))
        asked = (
            select(KEY.c.proposal, KEY.c.person)
            .join(PROPOSAL, PROPOSAL.c.id == KEY.c.proposal)
            .where(PROPOSAL.c.community == community, lately)
        )
        together: dict[int, set[PersonId]] = {}
        async with self.db.reading() as reading:
            for row in await reading.execute(asked):
                together.setdefault(int(row.proposal), set()).add(PersonId(int(row.person)))
        return frozenset(
            frozenset((one, other)) for people in together.values() for one in people for other in people if one < other
        )

    # ------------------------------------------------------------------------------------------------------ changing

    async def make(self, wanted: Wanted, now: datetime) -> Made:
        """Puts a question, once for each cause, and one at a time between the same people."""
        async with self.db.writing() as writing:
            await alone(writing, LOCK)
            return await make(writing, wanted, now)

    async def answer(self, proposal: ProposalId, person: PersonId, *, yes: bool, now: datetime) -> Answered:
        """Keeps somebody's answer. A yes may become a no while the question is open; a no stays."""
        async with self.db.writing() as writing:
            await alone(writing, LOCK)
            kept = await find(writing, proposal)
            key = None if kept is None else next((one for one in kept.proposal.keys if one.person == person), None)
            if kept is None or key is None:
                return Answered(Verdict.GONE)
            first = key.answer is None
            if kept.state in {State.AGREED, State.OPENED}:
                return Answered(Verdict.AGREED if key.answer else Verdict.LAPSED, kept)
            if kept.proposal.until <= now:
                return Answered(Verdict.LAPSED, kept)
            if key.answer is False:
                return Answered(Verdict.DECLINED, kept)
            theirs = (KEY.c.proposal == proposal) & (KEY.c.person == person)
            await writing.execute(update(KEY).where(theirs).values(answer=yes, answered=now))
            if kept.state is State.OPEN:
                await settle(writing, proposal, lapsed=False)
            after = await find(writing, proposal)
            if not yes:
                return Answered(Verdict.DECLINED, after, first)
            agreed = after is not None and after.state is State.AGREED
            return Answered(Verdict.AGREED if agreed else Verdict.KEPT, after, first)

    async def lapse(self, proposal: ProposalId) -> Kept | None:
        """Nobody answers any more; two who said yes to a question of three have a line all the same."""
        async with self.db.writing() as writing:
            await alone(writing, LOCK)
            kept = await find(writing, proposal)
            if kept is not None and kept.state is State.OPEN:
                await settle(writing, proposal, lapsed=True)
            return await find(writing, proposal)

    async def close(self, proposal: ProposalId) -> None:
        """It is over: these people may not meet any more."""
        async with self.db.writing() as writing:
            await writing.execute(
                update(PROPOSAL)
                .where(PROPOSAL.c.id == proposal, PROPOSAL.c.state != State.OPENED.value)
                .values(state=State.OVER.value, live=None)
            )

    async def opened(self, proposal: ProposalId) -> None:
        """Its line is there."""
        async with self.db.writing() as writing:
            await writing.execute(
                update(PROPOSAL).where(PROPOSAL.c.id == proposal).values(state=State.OPENED.value, live=None)
            )

    async def put_reached(self, proposal: ProposalId, person: PersonId, *, reached: bool, told: str = "") -> bool:
        """Whether the question stands in somebody's private chat, with which words; False when that was known."""
        theirs = (KEY.c.proposal == proposal) & (KEY.c.person == person) & KEY.c.reached.is_distinct_from(reached)
        put = update(KEY).where(theirs).values(reached=reached, told=told or None)
        async with self.db.writing() as writing:
            return bool((await writing.execute(put)).rowcount)

    async def sweep(self, before: datetime, words_before: datetime) -> None:
        """Forgets what is over since a moment, and earlier the words that were shown with it."""
        old = select(PROPOSAL.c.id).where(PROPOSAL.c.until < before, PROPOSAL.c.live.is_(None))
        shown = KEY.c.told.is_not(None) & KEY.c.proposal.in_(
            select(PROPOSAL.c.id).where(PROPOSAL.c.until < words_before)
        )
        async with self.db.writing() as writing:
            await writing.execute(update(KEY).where(shown).values(told=None))
            await writing.execute(delete(KEY).where(KEY.c.proposal.in_(old)))
            await writing.execute(delete(PROPOSAL).where(PROPOSAL.c.until < before, PROPOSAL.c.live.is_(None)))
