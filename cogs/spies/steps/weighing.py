"""What counts how much when a community's members are matched."""

from bot.api import JobContext
from cogs.spies.rules.scoring import Weights
from cogs.spies.settings import WEIGHT_ANSWERS, WEIGHT_HOURS, WEIGHT_INTERESTS, WEIGHT_LEVELS, WEIGHT_WAITING


async def weights(ctx: JobContext) -> Weights:
    """The community's weights; what it cannot choose is as usual."""
    levels = await ctx.setting(WEIGHT_LEVELS)
    return Weights(
        level=levels,
        even=levels,
        hour=await ctx.setting(WEIGHT_HOURS),
        interest=await ctx.setting(WEIGHT_INTERESTS),
        answered=await ctx.setting(WEIGHT_ANSWERS),
        waiting=await ctx.setting(WEIGHT_WAITING),
    )
