"""What keeps a line going: nudges, check-ins and their keys."""

from bot.api import Context, JobContext
from bot.ports.gateway import AnswerMode
from cogs.spies.actions.keeping import (
    CheckedIn,
    CheckIn,
    CheckInOne,
    DropWeeks,
    LookBesides,
    Nudge,
    NudgeOne,
    PartFor,
)
from cogs.spies.cog.base import COG
from cogs.spies.steps import ending, keeping
from cogs.spies.store.keeping import Wrote


@COG.job(Nudge)
async def nudge(ctx: JobContext, job: Nudge) -> None:
    """A line has been silent."""
    await keeping.nudge(ctx, job)


@COG.job(NudgeOne)
async def nudge_one(ctx: JobContext, job: NudgeOne) -> None:
    """Somebody's off-duty hours are over."""
    await keeping.nudge_one(ctx, job)


@COG.job(CheckIn)
async def check_in(ctx: JobContext, job: CheckIn) -> None:
    """A line is a week old."""
    await keeping.check_in(ctx, job)


@COG.job(CheckInOne)
async def check_in_one(ctx: JobContext, job: CheckInOne) -> None:
    """Somebody's off-duty hours are over."""
    await keeping.check_in_one(ctx, job)


@COG.job(DropWeeks, also_off=True)
async def drop_weeks(ctx: JobContext, job: DropWeeks) -> None:
    """A line ended a week ago."""
    await Wrote(ctx.db).drop(job.pair)


@COG.action(CheckedIn, mode=AnswerMode.UPDATE)
async def checked_in(ctx: Context, action: CheckedIn) -> None:
    """Somebody says how it goes."""
    await ctx.update(await keeping.answered(ctx, action.pair, action.going))


@COG.action(LookBesides, mode=AnswerMode.UPDATE)
async def look_besides(ctx: Context, action: LookBesides) -> None:
    """Somebody would like another one besides."""
    await ctx.update(await keeping.look_besides(ctx, action.pair))


@COG.action(PartFor, mode=AnswerMode.UPDATE)
async def part_for(ctx: Context, action: PartFor) -> None:
    """Somebody would like another one instead."""
    await ctx.update(await ending.say_goodbye(ctx, action.pair))
