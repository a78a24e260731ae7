"""Persons are forgotten, become one, or part again; clubs are erased: what becomes of their lines."""

from bot.api import JobContext
from bot.domain.refs import CommunityId, PersonId, UserRef
from cogs.spies.rules.pairs import Ending, knot_of
from cogs.spies.steps.ending import end_all_of, end_pair
from cogs.spies.steps.talking import go_on_elsewhere
from cogs.spies.steps.tying import retie
from cogs.spies.store.line_people import LinePeople
from cogs.spies.store.pairs import Pairs


async def forget(ctx: JobContext, person: PersonId) -> None:
    """Ends somebody's lines, which the others hear and no more, and forgets them with all that was said there."""
    await end_all_of(ctx, person, Ending.FORGOTTEN)
    for pair in await Pairs(ctx.db).of_person(person, live=False):
        await ctx.mirror.untie(pair.knot)
    await LinePeople(ctx.db).forget(person)


async def merge(ctx: JobContext, kept: PersonId, gone: PersonId) -> None:
    """Two persons are one: nobody has a line to themselves, nor two to the same people."""
    theirs = await Pairs(ctx.db).of_person(gone)
    known = {knot_of(pair.people) for pair in await Pairs(ctx.db).of_person(kept)}
    for pair in theirs:
        if kept in pair.people or knot_of(pair.people - {gone} | {kept}) in known:
            await end_pair(ctx, pair.id, None, Ending.MERGED)
    await LinePeople(ctx.db).merge(kept, gone)
    for pair in await Pairs(ctx.db).of_person(kept):
        await retie(ctx, pair)


async def unlink(ctx: JobContext, account: UserRef, stays: PersonId) -> None:
    """An account parts: who read their lines there reads them elsewhere, or they end."""
    for pair in await Pairs(ctx.db).of_person(stays):
        side = pair.side(stays)
        chat = None if side is None or side.place is None else await ctx.place_chat(side.place)
        if side is None or chat is None or chat.platform != account.platform:
            await retie(ctx, pair)  # it goes on elsewhere already, perhaps since a moment ago
            continue
        if not await go_on_elsewhere(ctx, pair, side):
            await end_pair(ctx, pair.id, stays, Ending.LEFT)


async def erase(ctx: JobContext, community: CommunityId) -> None:
    """A club is erased, and its lines with it."""
    for pair in await LinePeople(ctx.db).erase(community):
        await ctx.mirror.untie(str(pair))
