"""Two who seek each other by the names they had elsewhere are told, both in private, when both left them."""

from bot.api import Context, JobContext
from bot.domain.refs import CommunityId, PersonId
from bot.domain.text import RichText
from cogs.spies.actions.file import TellReunion
from cogs.spies.steps.barring import barred
from cogs.spies.steps.members import seen_in
from cogs.spies.steps.theming import themed_for
from cogs.spies.store.persons import Persons
from cogs.spies.store.reunions import Reunions
from cogs.spies.views.file import reunion


async def look_for(ctx: Context, person: PersonId) -> None:
    """Looks whether whom somebody seeks is there, and seeks them."""
    for file in await Persons(ctx.db).seekers(person):
        if not await Reunions(ctx.db).told(person, file.person):
            one, other = sorted((person, file.person))
            await ctx.jobs.schedule(TellReunion(one, other), ctx.clock.now(), key=f"reunion-{one}-{other}")


async def tell(ctx: JobContext, job: TellReunion) -> None:
    """Tells both, if it is still so."""
    if await Reunions(ctx.db).told(job.one, job.other):
        return
    club = await _club_of(ctx, job)
    if club is None:
        return
    for person, other in ((job.one, job.other), (job.other, job.one)):
        file = await Persons(ctx.db).of(person)
        if file is not None:
            account = await seen_in(ctx, club, other)
            texts = await themed_for(await ctx.about(club), person)
            name = None if account is None else RichText.of(account.name)
            await ctx.send_directly(person, reunion(texts, file.seeks, name))
    await Reunions(ctx.db).keep(job.one, job.other)


async def _club_of(ctx: JobContext, job: TellReunion) -> CommunityId | None:
    """A club in which they may still be told of each other."""
    persons = Persons(ctx.db)
    if job.other not in [file.person for file in await persons.seekers(job.one)]:
        return None
    theirs = await persons.communities(job.other)
    for club in await persons.communities(job.one):
        if club in theirs and not await barred(ctx, club, job.one, job.other):
            return club
    return None
