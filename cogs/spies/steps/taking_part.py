"""Opting in and out of a club, pausing, forgetting, and whom never to meet."""

from dataclasses import replace

from bot.api import Context
from bot.domain.author import Account
from bot.domain.errors import Told
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId, PersonId
from cogs.spies.rules.pairs import Ending
from cogs.spies.rules.people import File
from cogs.spies.settings import MINORS
from cogs.spies.steps.barring import block
from cogs.spies.steps.causes import cause_of
from cogs.spies.steps.clubs import about
from cogs.spies.steps.desk import desk_of, file_of, keep, screen
from cogs.spies.steps.ending import end_all_of, end_pair
from cogs.spies.steps.looking import somebody_came
from cogs.spies.steps.members import require_inside
from cogs.spies.steps.reunions import look_for
from cogs.spies.store.asked import AskedPersons
from cogs.spies.store.pairs import Pairs
from cogs.spies.store.persons import Persons
from cogs.spies.store.reunions import Reunions
from cogs.spies.views import file as views


async def joins(ctx: Context, club: CommunityId, file: File) -> bool:
    """Opts somebody in; False when lines for those under 18 are off there."""
    if not file.adult and not await (await about(ctx, club)).setting(MINORS):
        return False
    await Persons(ctx.db).join(club, ctx.person, ctx.clock.now())
    await look_for(ctx, ctx.person)
    await somebody_came(ctx, club, ctx.person)
    return True


async def opt_in(ctx: Context, club: CommunityId) -> None:
    """Takes part in a club."""
    await require_inside(ctx, club)
    file, desk = await file_of(ctx), await desk_of(ctx, club)
    said = desk.texts("file-opted-in") if await joins(ctx, club, file) else views.under_age(desk)
    await ctx.update(await screen(ctx, club, [said]))


async def opt_out(ctx: Context, club: CommunityId) -> None:
    """No longer takes part."""
    await Persons(ctx.db).leave(club, ctx.person)
    desk = await desk_of(ctx, club)
    await ctx.update(await screen(ctx, club, [desk.texts("file-opted-out")]))


async def pause(ctx: Context, club: CommunityId | None, *, on: bool) -> Outgoing:
    """Pauses or goes on, everywhere; gives what is said to it."""
    file = await file_of(ctx)
    await keep(ctx, replace(file, paused=on))
    if on:
        return await screen(ctx, club)
    await look_for(ctx, ctx.person)
    for each in await Persons(ctx.db).communities(ctx.person):
        await somebody_came(ctx, each, ctx.person)
    desk = await desk_of(ctx, club)
    return await screen(ctx, club, [desk.texts("file-resumed")])


async def ask_forget(ctx: Context, club: CommunityId | None) -> Outgoing:
    """Asks once more."""
    await file_of(ctx)
    return views.forget_asked(await desk_of(ctx, club))


async def forget(ctx: Context, club: CommunityId | None) -> None:
    """Erases the file."""
    await erase(ctx, ctx.person)
    await ctx.update(views.forgotten(await desk_of(ctx, club)))


async def erase(ctx: Context, person: PersonId) -> None:
    """Nothing of a file is left; lines end, and what they were asked is over."""
    await end_all_of(ctx, person, Ending.FORGOTTEN)
    await AskedPersons(ctx.db).forget(person)
    await Persons(ctx.db).forget(person)
    await Reunions(ctx.db).forget(person)


async def never(ctx: Context, member: Account | None) -> Outgoing:
    """Somebody is never matched with a member; that member is not told."""
    if member is None:
        raise Told("file-never-whom")
    other = await ctx.accounts.meet(member)
    if other == ctx.person:
        raise Told("file-never-oneself")
    await block(ctx, ctx.person, other, codename=member.name[:60], cause=cause_of(ctx))
    pair = await Pairs(ctx.db).between((ctx.person, other))
    # Under codenames the line stays: by its end one could find out who is behind a codename.
    if pair is not None and pair.shown:
        await end_pair(ctx, pair.id, ctx.person, Ending.BLOCKED)
    desk = await desk_of(ctx, ctx.community)
    return desk.said(desk.texts("file-never-kept", member=member))
