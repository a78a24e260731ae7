"""A line is opened between people who all said yes."""

from bot.api import JobContext
from cogs.spies.rules.pairs import PairId, Proposal
from cogs.spies.store.pairs import Pairs


async def open_pair(ctx: JobContext, proposal: Proposal) -> PairId:
    """Opens the line of a question that all said yes to; the same question once, also after a kill."""
    return await Pairs(ctx.db).open(proposal, ctx.clock.now())
