"""``/bridge``: what this chat is tied to, a code that ties it, and what one wants for one's own words."""

from typing import Annotated

from bot.api import Completing, Context, Limits
from bot.domain.access import Access
from bot.domain.author import Account
from bot.ports.gateway import AnswerMode, CommandScope, Suggestion
from cogs.bridge.actions import CarryMe
from cogs.bridge.cog.base import COG
from cogs.bridge.cog.tying import take_code
from cogs.bridge.rules import Wish, read_words
from cogs.bridge.steps import moderating, screens
from cogs.bridge.steps.ground import enter, home_of
from cogs.bridge.views import told


async def wishes(ctx: Context, typed: str) -> list[Suggestion]:
    """What can be written after the command, beside a code."""
    del ctx
    shown = (Wish.ME_OFF, Wish.ME_ON, Wish.MUTE, Wish.UNMUTE, Wish.MUTED)
    return [Suggestion(wish.value, wish.value) for wish in shown if wish.value.startswith(typed.casefold())]


Words = Annotated[str | None, Limits(most=60), Completing(wishes)]


@COG.command("bridge", mode=AnswerMode.PRIVATE, scope=CommandScope.COMMUNITY)
async def bridge(ctx: Context, member: Account | None = None, words: Words = None) -> None:
    """Shows what this chat is tied to; with a code, ties it; also whether one's own words cross, and whose do not."""
    asked = read_words(words)
    match asked.wish:
        case Wish.LOOK:
            await _look(ctx)
        case Wish.CODE:
            await ctx.require(Access.ADMIN)
            await take_code(ctx, home_of(ctx), asked.code, ())
        case Wish.ME:
            carried = await moderating.is_carried(ctx, ctx.place)
            await ctx.reply(told.me(ctx.texts, ctx.place, ctx.account.ref, carried=carried))
        case Wish.ME_OFF | Wish.ME_ON:
            await ctx.reply(await moderating.carry(ctx, ctx.place, on=asked.wish is Wish.ME_ON))
        case Wish.MUTE:
            await moderating.mute(ctx, member, asked.hours)
        case Wish.UNMUTE:
            await moderating.unmute(ctx, member)
        case Wish.MUTED:
            await ctx.reply(await moderating.muted(ctx, await enter(ctx, home_of(ctx), Access.MODERATOR)))


async def _look(ctx: Context) -> None:
    if await ctx.access() < Access.ADMIN:
        carried = await moderating.is_carried(ctx, ctx.place)
        await ctx.reply(told.me(ctx.texts, ctx.place, ctx.account.ref, carried=carried))
        return
    await ctx.reply(await screens.bridges(ctx, await enter(ctx, home_of(ctx))))


@COG.action(CarryMe, mode=AnswerMode.UPDATE)
async def carry_me(ctx: Context, action: CarryMe) -> None:
    """Somebody's own choice."""
    await ctx.update(await moderating.carry(ctx, action.place, on=action.on))
