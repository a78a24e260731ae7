"""``/mission``, and what somebody chooses for their lines: topics, and how near cards may come."""

from collections.abc import Sequence

from bot.api import Context
from bot.api.offers.lines import Line, Lines
from bot.domain.errors import Told
from cogs.missions.actions import OpenLevels, OpenTopics, PickLine, PutLevel, PutTopic
from cogs.missions.rules.cards import Level
from cogs.missions.steps import alone
from cogs.missions.steps.dealing import deal_on, standing
from cogs.missions.steps.ground import Here, Reader, enter, reader, tell_all
from cogs.missions.store import Limits
from cogs.missions.views import screens


async def command(ctx: Context) -> None:
    """Deals a card on somebody's only line; of several asks which; who has none gets a mission for one."""
    lines = await ctx.find(Lines)
    found: Sequence[Line] = () if lines is None else await lines.of(ctx.person)
    if not found:
        outgoing = await alone.mission(ctx, ctx.person, ctx.texts)
        if outgoing is None:
            raise Told("no-cards")
        await ctx.reply(outgoing)
    elif len(found) == 1:
        here = await enter(ctx, found[0].id)
        await deal_on(here, ctx)
        await ctx.reply(screens.menu((await _me(ctx, here)).texts, ctx.account.ref, here.line.id, _names(ctx, here)))
    else:
        between = ctx.texts.plain("between")
        named = [
            (line.id, between.join(buddy.name for buddy in line.buddies if buddy.person != ctx.person))
            for line in found
        ]
        await ctx.reply(screens.lines(ctx.texts, ctx.account.ref, named))


async def picked(ctx: Context, action: PickLine) -> None:
    """Says which line."""
    here = await enter(ctx, action.line)
    await deal_on(here, ctx)
    await menu(ctx, action.line, again=True)


async def menu(ctx: Context, line: int, *, again: bool) -> None:
    """What there is on a line; ``again`` in place of another screen."""
    here = await enter(ctx, line)
    shown = screens.menu((await _me(ctx, here)).texts, ctx.account.ref, line, _names(ctx, here))
    if again:
        await ctx.update(shown)
    else:
        await ctx.reply(shown)


async def topics(ctx: Context, action: OpenTopics) -> None:
    """Shows the topics."""
    await _show_topics(ctx, await enter(ctx, action.line))


async def put_topic(ctx: Context, action: PutTopic) -> None:
    """Leaves a topic out, or lets it in again. The others are not told."""
    here = await enter(ctx, action.line)
    line = here.line
    await Limits(ctx.db).put_topic(line.id, line.community, ctx.person, action.topic, on=action.on)
    await _show_topics(ctx, here)


async def _show_topics(ctx: Context, here: Here) -> None:
    left_out = await Limits(ctx.db).left_out(here.line.id, ctx.person)
    await ctx.update(screens.topics((await _me(ctx, here)).texts, ctx.account.ref, here.line.id, left_out))


async def levels(ctx: Context, action: OpenLevels) -> None:
    """Shows the levels."""
    await _show_levels(ctx, await enter(ctx, action.line))


async def put_level(ctx: Context, action: PutLevel) -> None:
    """Keeps somebody's word on a level. The others hear of it only when all said yes."""
    here = await enter(ctx, action.line)
    line, level = here.line, action.level
    before = await standing(here)
    if level is Level.LIGHT or (action.on and not before.can_open(level)):
        raise Told("level-closed-here")
    await Limits(ctx.db).put_level(line.id, line.community, ctx.person, level, on=action.on)
    after = await standing(here)
    if action.on and after.is_open(level) and not before.is_open(level):
        # Two who say yes at the same moment both see it open; the day's key has it said once.
        key = f"level {line.id} {level.value} {ctx.clock.now():%Y%m%d}"
        await tell_all(here, lambda spot: screens.opened(spot.first.texts, level), key)
    await _show_levels(ctx, here)


async def _show_levels(ctx: Context, here: Here) -> None:
    texts, now = (await _me(ctx, here)).texts, await standing(here)
    await ctx.update(screens.levels(texts, ctx.account.ref, here.line.id, now, ctx.person))


async def _me(ctx: Context, here: Here) -> Reader:
    return await reader(here, next(buddy for buddy in here.line.buddies if buddy.person == ctx.person))


def _names(ctx: Context, here: Here) -> str:
    return here.names(ctx.person, ctx.texts)
