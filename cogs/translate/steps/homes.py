"""For whom a key in a private chat acts, and whether its presser is still an admin there."""

from bot.api import Context, JobContext
from bot.domain.access import Access
from bot.domain.errors import Told
from bot.domain.refs import CommunityId
from cogs.translate.actions import Home


def home_of(ctx: Context) -> Home:
    """Where a command was called; raises ``Told`` in private."""
    if ctx.community is None or ctx.space is None:
        raise Told("error-only-in-community")
    return Home(ctx.community, ctx.space)


async def enter(ctx: Context, home: Home) -> JobContext:
    """What acts for the club; only for who is an admin there now, of a space that is the club's still."""
    if home.space not in [space for space, _ in await ctx.clubs.spaces(home.community)]:
        raise Told("error-stale")
    if await ctx.members(home.space).access(home.space, ctx.account.ref) < Access.ADMIN:
        raise Told("error-needs-admin")
    return await club_of(ctx, home.community)


async def club_of(ctx: Context, community: CommunityId) -> JobContext:
    """What acts for a club: here, or from a private chat."""
    return ctx if ctx.community == community else await ctx.about(community)


async def member_of(ctx: Context, community: CommunityId) -> JobContext:
    """The same for any member; raises ``Told`` for who is none (any more)."""
    if ctx.community == community and ctx.space is not None:
        return ctx
    for space, _ in await ctx.clubs.spaces(community):
        if space.platform == ctx.chat.platform and await ctx.members(space).account(space, ctx.account.ref):
            return await club_of(ctx, community)
    raise Told("error-stale")
