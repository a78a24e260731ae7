"""What crosses a bridge, and what becomes of bridges when a chat or space changes."""

from bot.api import Context, JobContext, PlaceContext
from bot.api.mirror import CopyKind, Phrase, Route, Said, Trouble
from bot.api.offers.translating import ServicesTold
from bot.domain.events import BotRemoved, BotRightsChanged, MemberJoined, PlaceClosed, PlaceMoved
from cogs.bridge.cog.base import COG
from cogs.bridge.steps import carrying, telling
from cogs.bridge.store import Bridges


async def trouble(ctx: JobContext, route: Route, what: Trouble) -> None:
    """Something keeps messages from crossing."""
    await carrying.troubled(ctx, route, what)


@COG.route(CopyKind.BRIDGED, trouble=trouble, admits=carrying.admitted)
async def phrase(ctx: JobContext, route: Route, said: Said) -> Phrase | None:
    """How a message stands at another end."""
    return await carrying.phrased(ctx, route, said)


@COG.on(MemberJoined)
async def joined(ctx: Context, event: MemberJoined) -> None:
    """Says at the other ends who came in, where that is wanted."""
    await carrying.joined(ctx, event)


@COG.on_place(PlaceClosed)
async def closed(ctx: PlaceContext, event: PlaceClosed) -> None:
    """A deleted chat is untied; an archived one may be opened again."""
    if event.deleted:
        await carrying.gone(ctx, ctx.place, event.key)


@COG.on_place(BotRemoved)
async def removed(ctx: PlaceContext, event: BotRemoved) -> None:
    """All chats of a space are untied that the bot was removed from."""
    if ctx.space is not None:
        for found in await Bridges(ctx.db).in_space(ctx.space):
            for end in found.ends:
                if end.space == ctx.space:
                    await carrying.gone(ctx, end.place, event.key)


@COG.on_place(BotRightsChanged)
async def rights_changed(ctx: PlaceContext, event: BotRightsChanged) -> None:
    """The bot may speak under others' names no more, somewhere."""
    await carrying.rights_changed(ctx, event)


@COG.offers(ServicesTold)
def notices(ctx: JobContext) -> ServicesTold:
    """The pinned notices name services."""
    return telling.Notices(ctx)


@COG.on_place(PlaceMoved)
async def moved(ctx: PlaceContext, event: PlaceMoved) -> None:
    """A space goes on under another ref; its places are the same for us."""
    if ctx.space is not None:
        await Bridges(ctx.db).moved(ctx.space, event.to_space)
