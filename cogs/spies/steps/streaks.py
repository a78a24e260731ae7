"""For how many weeks those on a line have written each other."""

from datetime import datetime

from bot.api import JobContext
from cogs.spies.rules.keeping import Streak, streak, week_of
from cogs.spies.rules.pairs import Pair
from cogs.spies.store.keeping import Wrote


def began(pair: Pair) -> datetime:
    """From when on a line's weeks are counted."""
    return pair.opened or pair.made


async def streak_of(ctx: JobContext, pair: Pair) -> Streak:
    """A line's streak now, or as it was when it ended."""
    at = pair.ended or ctx.clock.now()
    return streak(await Wrote(ctx.db).weeks(pair.id), week_of(began(pair), at))
