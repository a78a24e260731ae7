"""The mirror's routes of a line: from each private chat into each other, or within the thread that they moved into."""

from bot.api import JobContext
from bot.api.mirror import CopyKind, Manner, Reacting
from bot.domain.refs import PlaceId
from cogs.spies.rules.pairs import Pair
from cogs.spies.steps.sides import reads_on


async def retie(ctx: JobContext, pair: Pair) -> bool:
    """Makes the routes those that a line has now; False while somebody's private chat is not open."""
    wanted = await _wanted(ctx, pair)
    known = await ctx.mirror.routes(knot=pair.knot)
    surplus = any((route.source, route.target) not in wanted for route in known)
    if surplus:
        # Closed, not untied: what was said there can still be reported.
        await ctx.mirror.close(pair.knot)
    as_wanted = {(route.source, route.target): route.manner for route in known} if not surplus else {}
    for (source, target), manner in wanted.items():
        if as_wanted.get((source, target)) == manner:
            continue
        await ctx.mirror.tie(
            pair.knot, CopyKind.SPY, source=source, target=target, manner=manner, community=pair.community
        )
    return bool(wanted)


async def _wanted(ctx: JobContext, pair: Pair) -> dict[tuple[PlaceId, PlaceId], Manner]:
    if pair.ended is not None:
        return {}
    if pair.thread is not None:
        languages = tuple(dict.fromkeys([await reads_on(ctx, side) for side in pair.sides]))
        within = Manner(languages, named=False, answers=True, reactions=Reacting.OFF, private=True, keeps_former=True)
        return {(pair.thread, pair.thread): within}
    wanted: dict[tuple[PlaceId, PlaceId], Manner] = {}
    for reader in pair.sides:
        manner = Manner((await reads_on(ctx, reader),), private=True, keeps_former=True)
        for writer in pair.others(reader.person):
            if reader.place is None or writer.place is None:
                return {}
            if reader.place != writer.place:
                wanted[writer.place, reader.place] = manner
    return wanted
