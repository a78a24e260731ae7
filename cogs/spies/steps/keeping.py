"""Keeps a line going: nudges it when it is silent, asks after a week how it goes, and counts the weeks.

All of it is said in private, to each by themselves, and outside their off-duty hours. Every job looks again: what is
done twice says nothing twice.
"""

from datetime import datetime

from bot.api import Context, JobContext
from bot.api.offers.missions import Missions
from bot.domain.controls import Button
from bot.domain.errors import Told
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId
from cogs.spies.actions.keeping import CheckIn, CheckInOne, DropWeeks, Going, Nudge, NudgeOne
from cogs.spies.rules.duty import off_duty_until
from cogs.spies.rules.keeping import CHECKED_AFTER, HELD_FOR, SILENCES, WEEK, nudged_at, week_of
from cogs.spies.rules.pairs import Pair, PairId, Side
from cogs.spies.steps.clubs import at_club
from cogs.spies.steps.finding import looking, wait
from cogs.spies.steps.sides import own_line, texts_on
from cogs.spies.steps.streaks import began, streak_of
from cogs.spies.store.keeping import Wrote
from cogs.spies.store.pairs import Pairs
from cogs.spies.store.persons import Persons
from cogs.spies.views import keeping as views
from cogs.spies.views.line import others

# ------------------------------------------------------------------------------------------------- what happens on it


async def begun(ctx: JobContext, pair: Pair) -> None:
    """A line is open: from now on it is kept going. Told again, it changes nothing but the moment.

    Where it goes on from a line of three, that was asked how it goes already.
    """
    now = ctx.clock.now()
    checked = (pair.opened or now) + CHECKED_AFTER
    if checked > now:
        await ctx.jobs.schedule(CheckIn(pair.id), checked, key=_check_key(pair.id))
    if await Wrote(ctx.db).last(pair.id) is None:
        await ctx.jobs.schedule(Nudge(pair.id, 1), now + SILENCES[0], key=_nudge_key(pair.id))


async def said(ctx: JobContext, pair: Pair, person: PersonId, at: datetime) -> None:
    """Somebody wrote on a line. Writes at most once an hour for each of them."""
    if await Wrote(ctx.db).said(pair.id, person, week_of(began(pair), at), at):
        await ctx.jobs.schedule(Nudge(pair.id, 1), at + SILENCES[0], key=_nudge_key(pair.id))


async def ended(ctx: JobContext, pair: Pair) -> None:
    """A line ended: nothing is asked about it any more, and its weeks are forgotten after one more."""
    await ctx.jobs.cancel(_nudge_key(pair.id))
    await ctx.jobs.cancel(_check_key(pair.id))
    for side in pair.sides:
        await ctx.jobs.cancel(_nudge_key(pair.id, side.person))
        await ctx.jobs.cancel(_check_key(pair.id, side.person))
    await ctx.jobs.schedule(DropWeeks(pair.id), ctx.clock.now() + WEEK, key=f"weeks {pair.id}")


def _nudge_key(pair: PairId, person: PersonId | None = None) -> str:
    return f"nudge {pair}" if person is None else f"nudge {pair} {person}"


def _check_key(pair: PairId, person: PersonId | None = None) -> str:
    return f"check {pair}" if person is None else f"check {pair} {person}"


# ------------------------------------------------------------------------------------------------------------- nudges


async def nudge(ctx: JobContext, job: Nudge) -> None:
    """Nudges a silent line; where somebody wrote meanwhile, the silence counts from then."""
    found = await _lasting(ctx, job.pair)
    if found is None:
        return
    there, pair = found
    now, heard = ctx.clock.now(), await _heard(ctx, pair)
    due = nudged_at(heard, job.number)
    if due is None:
        return
    if due > now:
        await there.jobs.schedule(Nudge(pair.id, 1), heard + SILENCES[0], key=_nudge_key(pair.id))
        return
    if pair.held:
        await there.jobs.schedule(job, now + HELD_FOR, key=_nudge_key(pair.id))
        return
    for side in pair.sides:
        await _nudge_side(there, pair, side, job.number, heard)
    following = nudged_at(heard, job.number + 1)
    if following is not None:
        # After a long time without the bot the two would come together.
        at = max(following, now + SILENCES[0])
        await there.jobs.schedule(Nudge(pair.id, job.number + 1), at, key=_nudge_key(pair.id))


async def nudge_one(ctx: JobContext, job: NudgeOne) -> None:
    """Nudges one of them after their off-duty hours, if it is still silent then."""
    found = await _lasting(ctx, job.pair)
    if found is None:
        return
    there, pair = found
    side, heard = pair.side(job.person), await _heard(ctx, pair)
    due = nudged_at(heard, job.number)
    if side is not None and not pair.held and due is not None and due <= ctx.clock.now():
        await _nudge_side(there, pair, side, job.number, heard)


async def _nudge_side(there: JobContext, pair: Pair, side: Side, number: int, heard: datetime) -> None:
    until = await _peace(there, side.person)
    if until is not None:
        key = _nudge_key(pair.id, side.person)
        await there.jobs.schedule(NudgeOne(pair.id, side.person, number), until, key=key)
        return
    texts = await texts_on(there, pair, side.person)
    name = others(pair, side.person)
    card = views.nudge(texts, pair.id, name, number, await _mission(there, pair, side.person))
    await _tell(there, side, card, f"nudge {pair.id} {side.person} {heard.isoformat()} {number}")


async def _heard(ctx: JobContext, pair: Pair) -> datetime:
    """When somebody last wrote; the line's beginning when nobody has."""
    return await Wrote(ctx.db).last(pair.id) or began(pair)


# ----------------------------------------------------------------------------------------------------------- check-ins


async def check_in(ctx: JobContext, job: CheckIn) -> None:
    """Asks everybody on a line how it goes."""
    found = await _lasting(ctx, job.pair)
    if found is None:
        return
    there, pair = found
    if pair.held:
        await there.jobs.schedule(job, ctx.clock.now() + HELD_FOR, key=_check_key(pair.id))
        return
    for side in pair.sides:
        await _check_side(there, pair, side)


async def check_in_one(ctx: JobContext, job: CheckInOne) -> None:
    """Asks one of them, after their off-duty hours."""
    found = await _lasting(ctx, job.pair)
    side = None if found is None else found[1].side(job.person)
    if found is not None and side is not None and not found[1].held:
        await _check_side(*found, side)


async def _check_side(there: JobContext, pair: Pair, side: Side) -> None:
    until = await _peace(there, side.person)
    if until is not None:
        await there.jobs.schedule(CheckInOne(pair.id, side.person), until, key=_check_key(pair.id, side.person))
        return
    texts = await texts_on(there, pair, side.person)
    asked = views.check_in(texts, pair.id, others(pair, side.person))
    await _tell(there, side, asked, f"check {pair.id} {side.person}")


async def answered(ctx: Context, pair_id: PairId, going: Going) -> Outgoing:
    """Somebody said how it goes; what they see now.

    Raises:
        Told: the line has ended.
    """
    pair, _ = await own_line(ctx, pair_id, ctx.person)
    texts = await texts_on(ctx, pair, ctx.person)
    name = others(pair, ctx.person)
    if going is Going.NEW:
        return views.which(texts, pair.id, name)
    if going is Going.LATER:
        return views.later(texts)
    there = await at_club(ctx, pair.community) or ctx
    return views.well(texts, name, await streak_of(ctx, pair), await _mission(there, pair, ctx.person))


async def look_besides(ctx: Context, pair_id: PairId) -> Outgoing:
    """Somebody keeps a line and waits for somebody new besides; or what keeps them from it, such as too many lines.

    Raises:
        Told: the line has ended, or its club has no lines any more.
    """
    pair, _ = await own_line(ctx, pair_id, ctx.person)
    there = await at_club(ctx, pair.community)
    if there is None:
        raise Told("line-gone")
    able = await looking(ctx, there, pair.community)
    if isinstance(able, Outgoing):
        return able
    await wait(there, pair.community, ctx.person)
    return views.besides(await texts_on(ctx, pair, ctx.person), pair.community, others(pair, ctx.person))


# -------------------------------------------------------------------------------------------------------------- common


async def _lasting(ctx: JobContext, pair_id: PairId) -> tuple[JobContext, Pair] | None:
    """A line that is open, and its club; None when it ended, or there are no lines there any more."""
    pair = await Pairs(ctx.db).of(pair_id)
    if pair is None or pair.ended is not None or pair.opened is None:
        return None
    there = await at_club(ctx, pair.community)
    return None if there is None else (there, pair)


async def _peace(ctx: JobContext, person: PersonId) -> datetime | None:
    """Until when somebody is off duty; None when they are not."""
    file = await Persons(ctx.db).of(person)
    if file is None or file.off_duty is None:
        return None
    return off_duty_until(file.off_duty, (await ctx.accounts.file(person)).zone, ctx.clock.now())


async def _mission(there: JobContext, pair: Pair, person: PersonId) -> Button | None:
    missions = await there.find(Missions)
    return None if missions is None else missions.key(await texts_on(there, pair, person), pair.id)


async def _tell(there: JobContext, side: Side, outgoing: Outgoing, key: str) -> None:
    if side.place is not None:
        await there.entrust(side.place, outgoing, key=key)
