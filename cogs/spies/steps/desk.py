"""What every screen of somebody's own file begins with."""

from collections.abc import Sequence

from bot.api import Context
from bot.domain.errors import Told
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId
from bot.domain.text import RichText
from cogs.spies.rules.people import File
from cogs.spies.steps.clubs import about, club_name
from cogs.spies.steps.theming import themed
from cogs.spies.store.persons import Persons
from cogs.spies.views.file import Desk, Standing, beginning, file_screen


async def desk_of(ctx: Context, club: CommunityId | None) -> Desk:
    """What every screen needs, in the club's words."""
    texts = await themed(ctx if club is None else await about(ctx, club), ctx.texts)
    return Desk(texts, ctx.languages, ctx.account.ref, club, ctx.clock.now())


async def file_of(ctx: Context) -> File:
    """Somebody's own file; raises ``Told`` when they have none any more."""
    found = await Persons(ctx.db).of(ctx.person)
    if found is None:
        raise Told("file-none")
    return found


async def keep(ctx: Context, file: File) -> None:
    """Keeps a changed file."""
    await Persons(ctx.db).save(file, ctx.clock.now())


async def screen(ctx: Context, club: CommunityId | None, head: Sequence[RichText] = ()) -> Outgoing:
    """The file's screen; where there is none, the beginning of one."""
    desk = await desk_of(ctx, club)
    file = await Persons(ctx.db).of(ctx.person)
    if file is None:
        return beginning(desk)
    return file_screen(desk, file, await _standing(ctx, club), head)


async def _standing(ctx: Context, club: CommunityId | None) -> Standing:
    joined = await Persons(ctx.db).communities(ctx.person)
    zone = (await ctx.accounts.file(ctx.person)).zone
    names = [await club_name(ctx, one) for one in joined]
    looks_in = club if club in joined else joined[0] if len(joined) == 1 else None
    return Standing(zone, tuple(name for name in names if name), club in joined, looks_in)
