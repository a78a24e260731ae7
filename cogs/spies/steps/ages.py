"""Somebody turned 18, or takes back that they are: from then on they meet the others only."""

from bot.api import Context, JobContext
from bot.domain.errors import Told
from bot.domain.refs import PersonId
from cogs.spies.actions.file import OpenAge, PutAge
from cogs.spies.rules.ages import GROWN_AFTER, Age, AgeChange, age_change
from cogs.spies.rules.pairs import Ending
from cogs.spies.settings import MINORS
from cogs.spies.steps.clubs import at_club, club_name
from cogs.spies.steps.desk import desk_of, screen
from cogs.spies.steps.ending import end_pair
from cogs.spies.steps.looking import somebody_came
from cogs.spies.steps.meeting import across_ages
from cogs.spies.store.pairs import Pairs
from cogs.spies.store.persons import Persons
from cogs.spies.views import ages as views


async def show(ctx: Context, action: OpenAge) -> None:
    """Asks how old they are; what they said is not shown."""
    await _said(ctx)
    await ctx.update(views.asked(await desk_of(ctx, action.club)))


async def put(ctx: Context, action: PutAge) -> None:
    """Keeps it, once they are sure; done again it does the same."""
    said, now = await _said(ctx), ctx.clock.now()
    change, desk = age_change(said, action.adult, now), await desk_of(ctx, action.club)
    if change is AgeChange.TOO_EARLY:
        await ctx.update(views.too_early(desk, said.said + GROWN_AFTER))
        return
    if change is AgeChange.ONLY_ONCE:
        await ctx.update(views.only_once(desk))
        return
    if not action.sure:
        same = change is AgeChange.SAME
        head = [desk.texts("file-age-same")]
        await ctx.update(await screen(ctx, action.club, head) if same else views.sure(desk, adult=action.adult))
        return
    if change is AgeChange.ALLOWED:
        await Persons(ctx.db).put_age(ctx.person, adult=action.adult, now=now)
    await end_across_ages(ctx, ctx.person, by=ctx.person)
    head = [desk.texts("file-age-kept")]
    left = await _left_clubs(ctx) if not action.adult else []
    if left:
        head.append(desk.texts("file-age-left", clubs=desk.list_of(left)))
    for club in await Persons(ctx.db).communities(ctx.person):
        await somebody_came(ctx, club, ctx.person)  # others than before fit them now
    await ctx.update(await screen(ctx, action.club, head))


async def _said(ctx: Context) -> Age:
    said = await Persons(ctx.db).age(ctx.person)
    if said is None:
        raise Told("file-none")
    return said


async def _left_clubs(ctx: Context) -> list[str]:
    """Takes somebody who is under 18 out of the clubs that have no lines for them; gives what those are called."""
    left: list[str] = []
    for club in await Persons(ctx.db).communities(ctx.person):
        there = await at_club(ctx, club)
        if there is not None and not await there.setting(MINORS):
            await Persons(ctx.db).leave(club, ctx.person)
            left.append(await club_name(ctx, club))
    return [name for name in left if name]


async def end_across_ages(ctx: JobContext, person: PersonId, *, by: PersonId | None) -> None:
    """Ends somebody's lines with those of the other age; the others hear only that they ended."""
    for pair in await Pairs(ctx.db).of_person(person):
        if await across_ages(ctx, pair):
            await end_pair(ctx, pair.id, by, Ending.AGE)
