"""The mirror's routes of a line: from each private chat into each other, or within the thread that they moved into."""

from collections.abc import Mapping

from bot.api import JobContext
from bot.api.mirror import CopyKind, Manner, Reacting, RouteId
from bot.domain.refs import MessageRef, PersonId, PlaceId
from cogs.spies.rules.pairs import Pair
from cogs.spies.steps.sides import reads_on, texts_on
from cogs.spies.store.held import Waiting
from cogs.spies.views import line as views

_Way = tuple[PlaceId, PlaceId]


async def retie(ctx: JobContext, pair: Pair) -> bool:
    """Makes the routes those that a line has now; False while somebody's private chat is not open.

    What waits goes along. Who wrote what cannot, as into a thread, is told so.
    """
    wanted = await _wanted(ctx, pair)
    known = {(route.source, route.target): route for route in await ctx.mirror.routes(knot=pair.knot)}
    made: dict[_Way, RouteId] = {}
    for way, manner in wanted.items():
        if way in known and known[way].manner == manner:
            continue
        source, target = way
        route = await ctx.mirror.tie(
            pair.knot, CopyKind.SPY, source=source, target=target, manner=manner, community=pair.community
        )
        if way not in known:
            made[way] = route.id
    if len(pair.sides) == 2:  # who made the others may have been killed before what waits went along
        made = {way: known[way].id for way in wanted if way in known} | made
    surplus = {way: route.id for way, route in known.items() if way not in wanted}
    if surplus:
        await _hand_over(ctx, pair, surplus, made)
    return bool(wanted)


async def _hand_over(ctx: JobContext, pair: Pair, old: Mapping[_Way, RouteId], new: Mapping[_Way, RouteId]) -> None:
    """Closes routes: not untied, so that what was said there can still be reported."""
    authors = await waiting_on(ctx, pair)
    dropped: list[MessageRef] = []
    for (source, target), route in old.items():
        # Whoever moved is at one end of it; at the other is who did not.
        same = (made for way, made in new.items() if way[0] == source or way[1] == target)
        dropped += await ctx.mirror.hand_over(route, next(same, None))
    for message in dict.fromkeys(dropped):
        await Waiting(ctx.db).dropped(pair.id, message)
        await tell_left_behind(ctx, pair, message, authors.get(message))


async def waiting_on(ctx: JobContext, pair: Pair) -> dict[MessageRef, PersonId | None]:
    """Messages that wait to cross a line, in the order in which they were said, and who wrote each."""
    authors: dict[MessageRef, PersonId | None] = {}
    for message in await ctx.mirror.held(pair.knot):
        found = await ctx.mirror.find(message)
        authors[message] = None if found is None else found.person
    return authors


async def tell_left_behind(ctx: JobContext, pair: Pair, message: MessageRef, author: PersonId | None) -> None:
    """Tells who wrote something that waited that it does not come along to where their line goes on."""
    side = None if author is None else pair.side(author)
    if side is None or side.place is None or pair.ended is not None:
        return
    chat = await ctx.place_chat(side.place)
    here = chat is not None and (chat.platform, chat.id) == (message.platform, message.chat)
    said = views.left_behind(await texts_on(ctx, pair, side.person), pair, side.person, message if here else None)
    await ctx.entrust(side.place, said, key=f"left behind {pair.id} {message}")


async def _wanted(ctx: JobContext, pair: Pair) -> dict[_Way, Manner]:
    if pair.ended is not None:
        return {}
    if pair.thread is not None:
        languages = tuple(dict.fromkeys([await reads_on(ctx, side) for side in pair.sides]))
        within = Manner(languages, named=False, answers=True, reactions=Reacting.OFF, private=True, keeps_former=True)
        return {(pair.thread, pair.thread): within}
    wanted: dict[_Way, Manner] = {}
    for reader in pair.sides:
        manner = Manner((await reads_on(ctx, reader),), private=True, keeps_former=True)
        for writer in pair.others(reader.person):
            if reader.place is None or writer.place is None:
                return {}
            if reader.place != writer.place:
                wanted[writer.place, reader.place] = manner
    return wanted
