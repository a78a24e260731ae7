"""Moderators decide about a report: whether they may is asked at the moment of the act, and what was reported goes."""

from datetime import timedelta

from bot.api import Context, JobContext
from bot.domain.errors import Told
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId
from cogs.spies.actions.safety import CarryOut, Decide
from cogs.spies.rules.cases import Case, CaseId, Decision
from cogs.spies.rules.pairs import Ending, Pair, PairId
from cogs.spies.steps.barring import TERM
from cogs.spies.steps.clubs import at_club, club_name
from cogs.spies.steps.ending import end_pair
from cogs.spies.steps.screening import let_files_go
from cogs.spies.steps.sides import own_line, texts_on
from cogs.spies.steps.talking import let_go
from cogs.spies.steps.theming import themed, themed_for
from cogs.spies.store.blocks import Blocks, Whose
from cogs.spies.store.cases import Cases
from cogs.spies.store.pairs import Pairs
from cogs.spies.views import cases as views
from cogs.spies.views.line import others

SOON = timedelta(minutes=1)
"""After which it is looked at again whether what was decided was done."""


async def _case_here(ctx: Context, number: int) -> Case:
    """A report of the club that the key was pressed in: moderators of one are nobody in another.

    Raises:
        Told: there is none.
    """
    case = await Cases(ctx.db).of(CaseId(number))
    if case is None or case.community != ctx.community or case.sent is None:
        raise Told("error-stale")
    return case


async def decide(ctx: Context, action: Decide) -> None:
    """Closes a report. That a moderator pressed was asked of the platform before this is called."""
    case = await _case_here(ctx, action.case)
    if ctx.person in {case.reporter, case.accused}:
        raise Told("case-own")
    key = f"decided {case.id}"
    await ctx.jobs.schedule(CarryOut(case.id), ctx.clock.now() + SOON, key=key)
    closed = await Cases(ctx.db).close(case.id, ctx.person, action.decision, ctx.clock.now())
    if closed is None:
        now = await _case_here(ctx, action.case)
        if now.closed_by != ctx.person or now.decision is not action.decision:
            raise Told("case-closed-already")
        closed = now
    else:
        await ctx.audit(f"audit-case-{action.decision.value}", {"number": str(case.id)})
    await carry_out(ctx, closed.id)
    await ctx.jobs.cancel(key)
    await ctx.update(views.decided(await themed(ctx, await ctx.community_texts()), closed, ctx.account))


async def carry_out(ctx: JobContext, number: int) -> None:
    """Does what was decided; done again, it does the same."""
    case = await Cases(ctx.db).of(CaseId(number))
    if case is None or case.decision is None:
        return
    there = await at_club(ctx, case.community) or ctx
    pair = None if case.pair is None else await Pairs(ctx.db).of(case.pair)
    live = pair is not None and pair.ended is None
    if case.decision is Decision.WARN and case.accused is not None:
        await _tell(there, pair, case.accused, await _warning(there, case.accused), key=f"case warned {case.id}")
    if case.decision is Decision.BAN:
        now = ctx.clock.now()
        marks = await Cases(ctx.db).marks(case.id)
        await Blocks(ctx.db).ban(case.community, marks, Whose.CASE, now, now + TERM)
        await _end_all(there, case)
    if case.reporter is not None:
        texts = await themed_for(there, case.reporter)
        await _tell(there, pair, case.reporter, views.told(texts, case), key=f"case told {case.id}")
    if pair is not None and live:
        if case.decision in {Decision.END, Decision.BAN}:
            await end_pair(there, pair.id, None, Ending.REPORTED)
        elif not await Cases(ctx.db).undecided(pair.id):
            await _ask_to_go_on(there, pair, case.id)


async def _warning(there: JobContext, accused: PersonId) -> Outgoing:
    club = "" if there.community is None else await club_name(there, there.community)
    return views.warned(await themed_for(there, accused), club)


async def _end_all(there: JobContext, case: Case) -> None:
    """Who is banned has no line in this club any more."""
    if case.accused is None:
        return
    for other in await Pairs(there.db).of_person(case.accused):
        if other.community == case.community and other.id != case.pair:
            await end_pair(there, other.id, None, Ending.BANNED)


async def _tell(there: JobContext, pair: Pair | None, person: PersonId, outgoing: Outgoing, *, key: str) -> None:
    """Says something where somebody reads the line, else wherever they can be written to."""
    side = None if pair is None else pair.side(person)
    if side is not None and side.place is not None:
        await there.entrust(side.place, outgoing, key=key)
        return
    await there.send_directly(person, outgoing)


async def _ask_to_go_on(there: JobContext, pair: Pair, case: CaseId) -> None:
    """Nothing ends the line; whether it goes on is for all on it to say, in the same words."""
    for side in pair.sides:
        if side.place is not None:
            texts = await texts_on(there, pair, side.person)
            asked = views.go_on_asked(texts, pair.id, others(pair, side.person))
            await there.entrust(side.place, asked, key=f"go on {case} {side.person}")


async def go_on(ctx: Context, pair_id: PairId) -> None:
    """Somebody wants a line to go on; it does when all do."""
    pair, _ = await own_line(ctx, pair_id, ctx.person)
    if await Cases(ctx.db).undecided(pair_id):
        raise Told("line-rests")
    texts = await texts_on(ctx, pair, ctx.person)
    if pair.held and await Cases(ctx.db).want_on(pair_id, ctx.person) < len(pair.sides):
        await ctx.update(views.wants_on(texts, others(pair, ctx.person)))
        return
    await Pairs(ctx.db).put_held(pair_id, held=False)
    if await Cases(ctx.db).undecided(pair_id):  # somebody reported in this very moment
        await Pairs(ctx.db).put_held(pair_id, held=True)
        raise Told("line-rests")
    await let_files_go(ctx, pair_id)
    for side in pair.sides:
        await let_go(ctx, pair_id, side.person)
    for side in pair.others(ctx.person):
        if side.place is not None:
            said = views.goes_on(await texts_on(ctx, pair, side.person), others(pair, side.person))
            await ctx.entrust(side.place, said, key=f"goes on {pair_id} {ctx.chat.platform}:{ctx.event.key}")
    await Cases(ctx.db).rest(pair_id)
    await ctx.update(views.goes_on(texts, others(pair, ctx.person)))


async def read_whole(ctx: Context, number: int) -> None:
    """All of what was reported, to a moderator alone."""
    case = await _case_here(ctx, number)
    reported = await Cases(ctx.db).reported(case.id)
    if not reported:
        raise Told("case-closed-already")
    await ctx.reply(views.whole(await themed(ctx, ctx.texts), case, reported))


async def pardon(ctx: Context, number: int) -> None:
    """Takes a ban back."""
    case = await _case_here(ctx, number)
    if await Blocks(ctx.db).pardon(case.community, await Cases(ctx.db).marks(case.id), Whose.CASE):
        await ctx.audit("audit-case-pardoned", {"number": str(case.id)})
    await ctx.update(views.pardoned(await themed(ctx, await ctx.community_texts()), case, ctx.account))
