"""A line ends: kindly, once, and without saying more than the others may know."""

from datetime import timedelta

from bot.api import Context, JobContext
from bot.api.offers.missions import Missions
from bot.domain.errors import Told
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId, PersonId
from cogs.spies.actions.line import WrapUp
from cogs.spies.rules.pairs import Ending, Pair, PairId, Side
from cogs.spies.steps import keeping
from cogs.spies.steps.clubs import at_club
from cogs.spies.steps.looking import somebody_came
from cogs.spies.steps.meeting import apart
from cogs.spies.steps.moving import close_thread
from cogs.spies.steps.sides import own_line, shown_to, texts_on
from cogs.spies.steps.streaks import streak_of
from cogs.spies.steps.tying import retie, tell_left_behind, waiting_on
from cogs.spies.store.cases import Cases
from cogs.spies.store.chosen import Chosen
from cogs.spies.store.held import Waiting
from cogs.spies.store.openings import Openings
from cogs.spies.store.pairs import Pairs
from cogs.spies.store.persons import Persons
from cogs.spies.views import goodbye
from cogs.spies.views.line import others

_GOES_ON = frozenset({Ending.GOODBYE, Ending.LEFT})
"""When one of three ends it so, the other two go on."""

SOON = timedelta(minutes=1)
"""After which it is looked at again whether all were told."""


async def end_pair(ctx: JobContext, pair: PairId, by: PersonId | None, why: Ending) -> bool:
    """Ends a line for all who are on it, and tells those who did not do it; False when it had ended.

    Args:
        pair: which.
        by: who ended it, or on whose account it ended; they are not told. None for nobody in particular.
        why: the others hear of a goodbye, and that somebody cannot be reached; of all else only that it ended.
    """
    # Before it ends: whoever is killed in between tells the others all the same.
    key = f"ended {pair}"
    await ctx.jobs.schedule(WrapUp(pair), ctx.clock.now() + SOON, key=key)
    ended = await Pairs(ctx.db).end(pair, by, why, ctx.clock.now())
    if ended is None:
        return False
    await _wrap_up(ctx, ended)
    await ctx.jobs.cancel(key)
    return True


async def wrap_up(ctx: JobContext, pair: PairId) -> None:
    """Does what was not done when a line ended; what was, is not done twice."""
    ended = await Pairs(ctx.db).of(pair)
    if ended is not None and ended.ended is not None:
        await _wrap_up(ctx, ended)


async def _wrap_up(ctx: JobContext, ended: Pair) -> None:
    # What was said can still be reported, unless somebody wants it to be forgotten.
    there = await at_club(ctx, ended.community) or ctx
    rest = await _go_on(there, ended)
    unsaid = {} if rest is None else await waiting_on(there, ended)
    await (ctx.mirror.untie(ended.knot) if ended.why is Ending.FORGOTTEN else ctx.mirror.close(ended.knot))
    await Chosen(ctx.db).ended(ended.id)
    await Waiting(ctx.db).ended(ended.id)
    await Openings(ctx.db).ended(ended.id)
    await Cases(ctx.db).rest(ended.id)
    await keeping.ended(ctx, ended)
    await close_thread(ctx, ended)
    missions = await there.find(Missions, also_off=True)  # what it keeps goes, also where it was turned off
    if missions is not None:
        await missions.ended(ended.id)
    for side in ended.sides:
        if rest is not None and side.person in rest.people:
            await _tell_going_on(there, ended, rest, side)
            continue
        await somebody_came(there, ended.community, side.person)  # they have room for somebody else now
        if side.person != ended.by and ended.why is not Ending.MERGED:
            await _tell(there, ended, side, ended.why or Ending.LEFT)
    for message, author in unsaid.items():
        if rest is not None:
            await tell_left_behind(there, rest, message, author)


async def _go_on(there: JobContext, ended: Pair) -> Pair | None:
    """The line on which the others of three go on when one left; None where they do not, or it is over already.

    After a block, a report or a ban they do not: who of them was meant is not for the others to know.
    """
    by = ended.by
    three = by in ended.people and len(ended.sides) > 2
    if by is None or not three or ended.why not in _GOES_ON or ended.held or ended.opened is None:
        return None
    rest = await Pairs(there.db).go_on(ended, by, there.clock.now())
    if rest is None or rest.ended is not None:
        return None
    # They may have been parted while there was no line of theirs that could end.
    if await apart(there, rest) or not await retie(there, rest):
        await Pairs(there.db).end(rest.id, None, Ending.LEFT, there.clock.now())
        await there.mirror.close(rest.knot)  # tied by who was killed after that
        return None
    await keeping.begun(there, rest)
    for side in rest.sides:
        if await Chosen(there.db).of(side.person) == ended.id:
            await Chosen(there.db).choose(side.person, rest.id)
    return rest


async def _tell_going_on(there: JobContext, ended: Pair, rest: Pair, side: Side) -> None:
    gone = next(one for one in ended.sides if one.person not in rest.people)
    if side.place is None:
        return
    told = goodbye.goes_on(await shown_to(there, rest, side), ended.called(gone.person), ended.why or Ending.LEFT)
    await there.entrust(side.place, told, key=f"ended {ended.id} {side.person}")


async def _tell(there: JobContext, ended: Pair, side: Side, why: Ending) -> None:
    if side.place is None:
        return
    texts = await texts_on(there, ended, side.person)
    last, weeks = ended.ended or there.clock.now(), await streak_of(there, ended)
    card = goodbye.ended(texts, ended, others(ended, side.person), why, last, weeks)
    await there.entrust(side.place, card, key=f"ended {ended.id} {side.person}")


async def say_goodbye(ctx: Context, pair_id: PairId) -> Outgoing:
    """Somebody ends a line themselves; what they see then.

    Raises:
        Told: it had ended, or is not theirs.
    """
    pair, _ = await own_line(ctx, pair_id, ctx.person)
    texts, weeks = await texts_on(ctx, pair, ctx.person), await streak_of(ctx, pair)
    if not await end_pair(ctx, pair_id, ctx.person, Ending.GOODBYE):
        raise Told("line-gone")
    return goodbye.said(texts, pair, others(pair, ctx.person), ctx.clock.now(), weeks)


async def left(ctx: Context, why: Ending) -> None:
    """Somebody left a club, or was banned: their lines there end, unless they are still in another space of it."""
    if ctx.community is None or (why is Ending.LEFT and await _is_inside(ctx, ctx.community)):
        return
    await Persons(ctx.db).leave(ctx.community, ctx.person)  # who is gone is found and asked by nobody there
    for pair in await Pairs(ctx.db).of_person(ctx.person):
        if pair.community == ctx.community:
            await end_pair(ctx, pair.id, ctx.person, why)


async def _is_inside(ctx: Context, community: CommunityId) -> bool:
    """Whether somebody is in a space of a club still, by any account."""
    for space, _ in await ctx.clubs.spaces(community):
        for user in await ctx.accounts.of(ctx.person):
            left = space == ctx.space and user == ctx.account.ref
            elsewhere = user.platform == space.platform and not left
            if elsewhere and await ctx.members(space).account(space, user) is not None:
                return True
    return False


async def end_all_of(ctx: JobContext, person: PersonId, why: Ending) -> None:
    """Ends every line of somebody."""
    for pair in await Pairs(ctx.db).of_person(person):
        await end_pair(ctx, pair.id, person, why)
