"""What moderators do about words that cross, and what their authors take back."""

from bot.api import Context
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.errors import Told
from bot.domain.events import CommandInvoked
from bot.ports.gateway import AnswerMode
from cogs.bridge.actions import Unmute
from cogs.bridge.cog.base import COG
from cogs.bridge.rules import read_hours
from cogs.bridge.steps import moderating
from cogs.bridge.steps.ground import account_name, enter


@COG.message_menu("muteacross", mode=AnswerMode.PRIVATE, access=Access.MODERATOR)
async def mute_across(ctx: Context) -> None:
    """Keeps the words of who said this from crossing; in reply with a number, for so many hours."""
    event = ctx.event
    if not isinstance(event, CommandInvoked):
        raise Told("error-stale")
    author = event.target_author
    await moderating.mute(ctx, author if isinstance(author, Account) else None, read_hours(event.rest))


@COG.action(Unmute, mode=AnswerMode.UPDATE)
async def unmute(ctx: Context, action: Unmute) -> None:
    """Lets them cross again, by the list."""
    screen = await enter(ctx, action.home, Access.MODERATOR)
    if await ctx.mirror.release(action.home.community, action.person):
        there = await ctx.about(action.home.community)
        spaces = tuple([space for space, _ in await ctx.clubs.spaces(action.home.community)])
        await there.audit("audit-unmuted", {"name": await account_name(ctx, action.person, spaces)})
    await ctx.update(await moderating.muted(ctx, screen))


@COG.message_menu("unsend", mode=AnswerMode.PRIVATE)
async def unsend(ctx: Context) -> None:
    """Deletes a message and all its copies."""
    await moderating.take_back(ctx)
