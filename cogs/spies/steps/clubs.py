"""A club, from wherever somebody speaks of it: acting for it, and what it is called."""

from bot.api import JobContext
from bot.domain.errors import Told
from bot.domain.refs import CommunityId

MOST_SPACES_NAMED = 3


async def about(ctx: JobContext, club: CommunityId) -> JobContext:
    """What acts for a club: what is at hand, where it is about this one; else, as in private, another.

    Raises:
        Told: the bot is there no more, or there are no spies.
    """
    return ctx if club == ctx.community else await ctx.about(club)


async def at_club(ctx: JobContext, club: CommunityId) -> JobContext | None:
    """The same; None where the bot is no longer, or where there are no spies."""
    try:
        return await about(ctx, club)
    except Told:
        return None


async def club_name(ctx: JobContext, club: CommunityId) -> str:
    """What a club is called: as its spaces are, as members know only their own; "" when the bot is in none any more."""
    names = dict.fromkeys(name for _, name in await ctx.clubs.spaces(club) if name)
    return " · ".join(list(names)[:MOST_SPACES_NAMED])
