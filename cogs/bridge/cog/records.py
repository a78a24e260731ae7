"""What is kept of people and communities, and how it is shown, forgotten, merged and erased."""

from bot.api import JobContext, JsonValue
from bot.domain.refs import CommunityId, PersonId, SpaceRef, UserRef
from cogs.bridge.cog.base import COG
from cogs.bridge.steps import tying
from cogs.bridge.store import Persons


@COG.on_export
async def export(ctx: JobContext, person: PersonId) -> JsonValue:
    """What is kept of a person."""
    return await Persons(ctx.db).export(person)


@COG.on_forget
async def forget(ctx: JobContext, person: PersonId) -> None:
    """Erases a person."""
    await Persons(ctx.db).forget(person)


@COG.on_merge
async def merge(ctx: JobContext, kept: PersonId, gone: PersonId) -> None:
    """Two persons are one."""
    await Persons(ctx.db).merge(kept, gone)


@COG.on_unlink
async def unlink(ctx: JobContext, account: UserRef, stays: PersonId, new: PersonId) -> None:
    """An account parts."""
    del account
    await Persons(ctx.db).unlink(stays, new)


@COG.on_rehome
async def rehomed(ctx: JobContext, space: SpaceRef, left: CommunityId, joined: CommunityId) -> None:
    """A space is another club's: words go only where that one lets them go."""
    del left
    await tying.rehomed(ctx, space, joined)


@COG.on_erase
async def erase(ctx: JobContext, community: CommunityId) -> None:
    """Erases a community; its routes end, and bridges go on between the others."""
    for found in await Persons(ctx.db).erase(community):
        rest = [end for end in found.ends if end.community != community]
        if len(rest) < 2:
            await ctx.mirror.untie(found.knot)
            continue
        for end in found.ends:
            if end.community == community:
                await ctx.mirror.untie(found.knot, end.place)
