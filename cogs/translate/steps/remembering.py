"""The words of one day: kept where a flag or a key may want them, and gone in time whatever happens."""

from datetime import timedelta

from bot.api import Context, JobContext
from cogs.translate.actions import SweepWords
from cogs.translate.store.words import KEPT_FOR, Kept, RecentWords

AT_ONCE = timedelta(minutes=5)
"""Words that become too old within so long go together."""


async def keep(ctx: Context, kept: Kept) -> None:
    """Keeps words, and sees to it that they go after a day, also when nothing more is said."""
    now = ctx.clock.now()
    if await RecentWords(ctx.db).put(kept, now):
        job = SweepWords(kept.community)
        await ctx.jobs.schedule(job, now + KEPT_FOR, key=_key(job))


async def sweep(ctx: JobContext, job: SweepWords) -> None:
    """Drops what is too old, and comes again for the rest."""
    now = ctx.clock.now()
    left = await RecentWords(ctx.db).sweep(job.community, now)
    if left is not None:
        await ctx.jobs.schedule(job, max(left, now + AT_ONCE), key=_key(job))


def _key(job: SweepWords) -> str:
    return f"sweep {job.community}"
