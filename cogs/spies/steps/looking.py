"""Those who wait are told when somebody comes; once a day it is looked again, and rounds that are due are made."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.api import JobContext
from bot.domain.refs import CommunityId, PersonId
from bot.ports.outcome import Sent
from cogs.spies.actions.asking import LookAround, MakeRound, SomebodyCame
from cogs.spies.rules.asking import DAY, KEPT_FOR, SHOWN_FOR
from cogs.spies.rules.cases import REPORTABLE
from cogs.spies.rules.people import Candidate
from cogs.spies.rules.rounds import next_round
from cogs.spies.settings import REPEAT_WEEKS, ROUND_DAYS
from cogs.spies.steps.candidates import candidates, id_of, person_of
from cogs.spies.steps.clubs import at_club
from cogs.spies.steps.theming import themed_for
from cogs.spies.steps.weighing import weights
from cogs.spies.store.finds import Finds
from cogs.spies.store.persons import Persons
from cogs.spies.store.proposals import Proposals
from cogs.spies.store.rounds import Rounds
from cogs.spies.views import asking as views
from cogs.spies.work.finding import FindAsk, Fit, fits

TOLD_AGAIN = timedelta(days=7)
"""Who was told that somebody came, and has not asked anybody, is not told daily."""

MOST_TOLD = 10
"""So many are told of one who came: they can only say yes to a few."""

LOOKED_FOR = 30
"""For so many it is looked in a day, for those who wait longest first."""

INLINE = 300
"""So many are looked at here; for more of them a worker is quicker, and nobody else waits."""

FIND_SECONDS = 60.0


async def somebody_came(ctx: JobContext, community: CommunityId, person: PersonId) -> None:
    """Somebody opted in, goes on after a pause, or has a line less: those who wait for somebody like them are told."""
    here = await at_club(ctx, community)
    if here is None:
        return
    await keep_looking(here, community)
    await here.jobs.schedule(SomebodyCame(person), here.clock.now(), key=f"came:{community}:{person}")


async def tell_who_waits(ctx: JobContext, job: SomebodyCame) -> None:
    """Tells those who wait and fit, the best first."""
    community, person = ctx.community, job.person
    if community is None:
        return
    waiting = await Persons(ctx.db).waiting(community)
    if not waiting.keys() - {person}:
        return
    everybody = {person_of(one): one for one in await candidates(ctx, community, around=person)}
    me = everybody.get(person)
    if me is None:
        return
    told, now = await Finds(ctx.db).told(community), ctx.clock.now()
    others = [one for one in everybody.values() if person_of(one) in waiting and one is not me]
    rested = [one for one in others if _rested(told.get(person_of(one)), now, DAY)]
    for fit in (await fitting(ctx, me, rested))[:MOST_TOLD]:
        await _tell(ctx, community, person_of(fit.id))


async def look_around(ctx: JobContext) -> None:
    """Once a day: who waits is told who is there; rounds that are due are made; what is old is forgotten."""
    community, now = ctx.community, ctx.clock.now()
    if community is None:
        return
    await Rounds(ctx.db).look_at(community, now + DAY)
    await ctx.jobs.schedule(LookAround(), now + DAY, key=f"look:{community}")
    await Finds(ctx.db).sweep(now - max(SHOWN_FOR, TOLD_AGAIN))
    await Proposals(ctx.db).sweep(now - KEPT_FOR, now - REPORTABLE)
    await begin_round_if_due(ctx, community)
    waiting = await Persons(ctx.db).waiting(community)
    told = await Finds(ctx.db).told(community)
    rested = [person for person in waiting if _rested(told.get(person), now, TOLD_AGAIN)]
    if not rested:
        return
    everybody = {one.id: one for one in await candidates(ctx, community)}
    for person in rested[:LOOKED_FOR]:
        me = everybody.get(id_of(person))
        if me is not None and await fitting(ctx, me, list(everybody.values())):
            await _tell(ctx, community, person)


async def keep_looking(ctx: JobContext, community: CommunityId) -> None:
    """Has it looked once a day from now on, if it is not done yet."""
    now, rounds = ctx.clock.now(), Rounds(ctx.db)
    at = await rounds.next_look(community)
    if at is None or at < now - DAY:  # it was given up once, or the cog was off when it was due
        await rounds.look_at(community, now + DAY)
        await ctx.jobs.schedule(LookAround(), now + DAY, key=f"look:{community}")


async def next_due(ctx: JobContext, community: CommunityId) -> datetime | None:
    """When the next round is."""
    return next_round(await ctx.setting(ROUND_DAYS), await Rounds(ctx.db).last(community), ctx.clock.now())


async def begin_round_if_due(ctx: JobContext, community: CommunityId) -> None:
    """Has a round made at its time; one that is due within the next day is made then."""
    last, now = await Rounds(ctx.db).last(community), ctx.clock.now()
    due = next_round(await ctx.setting(ROUND_DAYS), last, now)
    if due is not None and due < now + DAY:
        # Named by the one before: however often it is found to be due, it is one round.
        cause = "due first" if last is None else f"due after {last.isoformat()}"
        await ctx.jobs.schedule(MakeRound(cause), due, key=f"round:{community}")


async def fitting(ctx: JobContext, me: Candidate, others: Sequence[Candidate]) -> Sequence[Fit]:
    """Who of these fits somebody, the best first."""
    taught = [one for one in others if one is not me and one.learns.keys() & me.speaks.keys()]
    repeat_weeks = await ctx.setting(REPEAT_WEEKS)
    ask = FindAsk(me, taught, await weights(ctx), repeat_weeks)
    if len(taught) <= INLINE:
        await asyncio.sleep(0)
        return fits(ask)
    return await ctx.workers.run(fits, ask, timeout=FIND_SECONDS)


def _rested(told: datetime | None, now: datetime, pause: timedelta) -> bool:
    return told is None or told <= now - pause


async def _tell(ctx: JobContext, community: CommunityId, person: PersonId) -> None:
    delivery = await ctx.send_directly(person, views.came(await themed_for(ctx, person), community))
    if isinstance(delivery, Sent):
        await Finds(ctx.db).tell(community, person, ctx.clock.now())
