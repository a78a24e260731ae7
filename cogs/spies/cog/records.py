"""What is kept of people, and how it is shown, forgotten, merged and erased. Each story adds its store here."""

from bot.api import JobContext, JsonValue
from bot.domain.refs import CommunityId, PersonId, UserRef
from cogs.spies.cog.base import COG
from cogs.spies.steps import ages, barring, blocking, parting
from cogs.spies.store.asked import AskedPersons
from cogs.spies.store.blocks import Blocks
from cogs.spies.store.cases import Cases
from cogs.spies.store.keeping import Wrote
from cogs.spies.store.line_people import LinePeople
from cogs.spies.store.openings import Openings
from cogs.spies.store.persons import Persons
from cogs.spies.store.reunions import Reunions


@COG.on_export
async def export(ctx: JobContext, person: PersonId) -> JsonValue:
    """What is kept of a person."""
    return {
        "file": await Persons(ctx.db).export(person),
        "wrote": await Wrote(ctx.db).export(person),
        "questions": await AskedPersons(ctx.db).export_of(person),
        "lines": await LinePeople(ctx.db).export(person),
        "blocked": await Blocks(ctx.db).export(person),
        "reports": await Cases(ctx.db).export(person),
    }


@COG.on_forget
async def forget(ctx: JobContext, person: PersonId) -> None:
    """Erases a person; their lines end first."""
    await parting.forget(ctx, person)
    await Persons(ctx.db).forget(person)
    await Reunions(ctx.db).forget(person)
    await AskedPersons(ctx.db).forget(person)
    await Wrote(ctx.db).forget(person)
    await Blocks(ctx.db).forget(person)
    await Cases(ctx.db).forget(person)
    await Openings(ctx.db).forget(person)


@COG.on_merge
async def merge(ctx: JobContext, kept: PersonId, gone: PersonId) -> None:
    """Two persons are one: the file that was changed last is theirs."""
    await parting.merge(ctx, kept, gone)
    await Persons(ctx.db).merge(kept, gone)
    await ages.end_across_ages(ctx, kept, by=None)
    await Reunions(ctx.db).merge(kept, gone)
    await AskedPersons(ctx.db).merge(kept, gone)
    await Wrote(ctx.db).merge(kept, gone)
    await barring.linked(ctx, kept, gone)
    await blocking.end_over_blocks(ctx, kept)
    await Cases(ctx.db).merge(kept, gone)
    await Openings(ctx.db).merge(gone)


@COG.on_erase
async def erase(ctx: JobContext, community: CommunityId) -> None:
    """Erases a community; its lines after what is found by them."""
    await Wrote(ctx.db).erase(community)
    await Cases(ctx.db).erase(community)
    await Openings(ctx.db).erase(community)
    await parting.erase(ctx, community)
    await Persons(ctx.db).erase(community)
    await AskedPersons(ctx.db).erase(community)
    await Blocks(ctx.db).erase(community)


@COG.on_unlink
async def unlink(ctx: JobContext, account: UserRef, stays: PersonId, new: PersonId) -> None:
    """An account parts."""
    await parting.unlink(ctx, account, stays)
    await barring.parted(ctx, stays, new)
