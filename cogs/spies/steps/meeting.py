"""Whether those on a line may be on one: looked at again where something may have been said since they were matched."""

from bot.api import JobContext
from cogs.spies.rules.pairs import Pair
from cogs.spies.steps.barring import barred_among
from cogs.spies.store.persons import Persons


async def across_ages(ctx: JobContext, pair: Pair) -> bool:
    """Whether somebody on a line is under 18 and somebody else on it is not."""
    return len({file.adult for file in await Persons(ctx.db).among(pair.people)}) > 1


async def apart(there: JobContext, pair: Pair) -> bool:
    """Whether two on a line are of different ages, one blocked another, or somebody was banned or has no file now."""
    files = await Persons(there.db).among(pair.people)
    if len(files) < len(pair.people) or await across_ages(there, pair):
        return True
    return bool(await barred_among(there, pair.community, pair.people))
