"""Somebody as the spaces of a club see them."""

from bot.api import Context, JobContext
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.errors import Told
from bot.domain.refs import CommunityId, PersonId


async def seen_in(ctx: JobContext, club: CommunityId, person: PersonId) -> Account | None:
    """Somebody by an account that is in one of a club's spaces; None when none of theirs is."""
    users = await ctx.accounts.of(person)
    for space, _ in await ctx.clubs.spaces(club):
        for user in users:
            if user.platform == space.platform:
                found = await ctx.members(space).account(space, user)
                if found is not None:
                    return found
    return None


async def moderates(ctx: JobContext, club: CommunityId, person: PersonId) -> bool:
    """Whether somebody is a moderator in one of a club's spaces this moment, by any of their accounts."""
    users = await ctx.accounts.of(person)
    for space, _ in await ctx.clubs.spaces(club):
        for user in users:
            if user.platform == space.platform and await ctx.members(space).access(space, user) >= Access.MODERATOR:
                return True
    return False


async def require_inside(ctx: Context, club: CommunityId) -> None:
    """Looks whether somebody is in a club this moment: a key in private outlasts that they left, or may be forged.

    Raises:
        Told: they are not.
    """
    here = ctx.space is not None and ctx.community == club
    if not here and await seen_in(ctx, club, ctx.person) is None:
        raise Told("error-stale")
