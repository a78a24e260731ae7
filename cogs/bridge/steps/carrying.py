"""What crosses a bridge, how it is phrased, and what is done when it cannot cross."""

from datetime import timedelta

import structlog

from bot.api import Context, JobContext, PlaceContext
from bot.api.mirror import Phrase, Route, Said, Trouble
from bot.api.texts import Texts
from bot.domain.errors import PlatformError
from bot.domain.events import BotRightsChanged, MemberJoined
from bot.domain.locales import Locale, nearest
from bot.domain.refs import CommunityId, PersonId, PlaceId
from cogs.bridge.rules import Bridge, BridgeId, End, may_cross
from cogs.bridge.steps.ground import at_end, named, texts_at
from cogs.bridge.steps.tying import untie
from cogs.bridge.store import Bridges, Passage, Persons
from cogs.bridge.views import told

log = structlog.get_logger(__name__)

COG_NAME = "bridge"


async def admitted(ctx: JobContext, route: Route, person: PersonId | None) -> bool:
    """Whether somebody's words cross to another end."""
    return await _passage(ctx, route, person) is not None


async def _passage(ctx: JobContext, route: Route, person: PersonId | None) -> Passage | None:
    """The other end, for one person's words; None when they do not cross."""
    bridge_id = BridgeId(int(route.knot))
    passage = await Bridges(ctx.db).passage(bridge_id, route.target, person)
    if passage is None:
        # The process ended between untying the chat and telling the mirror so.
        await ctx.mirror.untie(route.knot, route.target)
        return None
    if passage.apart or not await ctx.settings.cog_enabled(passage.community, COG_NAME):
        return None
    if passage.community != route.community and await _mute(ctx, passage.community, person):
        return None
    return passage


async def phrased(ctx: JobContext, route: Route, said: Said) -> Phrase | None:
    """How a message stands at another end; None when it does not cross."""
    passage = await _passage(ctx, route, said.person)
    if passage is None:
        return None
    if not said.translations:
        return Phrase(said.text)
    translation = said.translations[0]
    texts = ctx.texts_in(nearest(translation.to) or Locale.ENGLISH)
    corrected = texts("corrected", name=said.corrected_by) if said.corrected_by else None
    original = said.text if passage.originals else None
    return Phrase(told.copy(translation.text, original, corrected))


async def _mute(ctx: JobContext, community: CommunityId, person: PersonId | None) -> bool:
    """Whether moderators of the other side, where it would be read, do not want somebody's words there."""
    return person is not None and person in [one for one, _ in await ctx.mirror.silenced(community)]


# -------------------------------------------------------------------------------------------------------------- trouble

_ELSEWHERE = frozenset({Trouble.GONE, Trouble.NO_RIGHT})
"""Of these nothing can be said at the end itself."""


async def troubled(ctx: JobContext, route: Route, trouble: Trouble) -> None:
    """Tells the other ends and who made the bridge, once a day; an end that is gone is untied."""
    bridge = await Bridges(ctx.db).one(BridgeId(int(route.knot)))
    end = None if bridge is None else bridge.at(route.target)
    if bridge is None or end is None:
        return
    if trouble is Trouble.GONE:
        cause = f"{trouble.value} {ctx.clock.now():%Y-%m-%d %H}"
        await tell_maker(ctx, bridge, end, "trouble-gone")
        await untie(ctx, bridge.id, end.place, key="trouble-gone", cause=cause)
        return
    await _tell_trouble(ctx, bridge, end, trouble)


async def _tell_trouble(ctx: JobContext, bridge: Bridge, end: End, trouble: Trouble) -> None:
    now = ctx.clock.now()
    if not await Bridges(ctx.db).tells(bridge.id, end.place, trouble.value, now):
        return
    key, cause = f"trouble-{trouble.value}", f"{bridge.id} {end.place} {trouble.value} {now:%Y-%m-%d %H}"
    for other in bridge.others(end.place) if trouble in _ELSEWHERE else bridge.ends:
        there = await at_end(ctx, other.community)
        if there is not None:
            texts = await texts_at(there, other)
            line = told.line(texts, key, chat=await _name(there, end, texts))
            await there.entrust(other.place, line, key=f"{cause} {other.place}")
    await tell_maker(ctx, bridge, end, key)


async def rights_changed(ctx: PlaceContext, event: BotRightsChanged) -> None:
    """Where the bot may not speak under others' names any more, copies go on as its own; this is told."""
    if ctx.space is None or ctx.capabilities.speaks_as or not any("webhooks" in right for right in event.missing):
        return
    for bridge in await Bridges(ctx.db).in_space(ctx.space):
        for end in bridge.ends:
            if end.space == ctx.space:
                await _tell_trouble(ctx, bridge, end, Trouble.PLAIN)


async def tell_maker(ctx: JobContext, bridge: Bridge, end: End, key: str) -> None:
    """Tells who made a bridge in private, where they can be written to."""
    if bridge.maker is None:
        return
    texts = await ctx.texts_for(bridge.maker)
    try:
        await ctx.send_directly(bridge.maker, told.line(texts, key, chat=await _name(ctx, end, texts)))
    except PlatformError:
        log.info("a bridge's maker could not be told", bridge=bridge.id, exc_info=True)


async def _name(ctx: JobContext, end: End, texts: Texts) -> str:
    return (await named(ctx, end, texts.locale)).name(texts)


# --------------------------------------------------------------------------------------------------------- who comes in

JOINED_LATELY = timedelta(hours=1)
"""After that nobody is told who came: the bot was away."""


async def joined(ctx: Context, event: MemberJoined) -> None:
    """Says quietly at the other ends who came in, once for each bridge."""
    if event.screening or ctx.space is None or ctx.clock.now() - event.at > JOINED_LATELY:
        return
    if ctx.community is not None and await _mute(ctx, ctx.community, ctx.person):
        return
    for bridge in await Bridges(ctx.db).in_space(ctx.space):
        if not bridge.crossing.joins or bridge.paused or bridge.id in await Persons(ctx.db).apart(ctx.person):
            continue
        sources = [end for end in bridge.ends if end.space == ctx.space]
        for end in bridge.ends:
            if end.space == ctx.space or not any(may_cross(source, end) for source in sources):
                continue
            there = await at_end(ctx, end.community)
            if there is not None and not await _mute(ctx, end.community, ctx.person):
                line = told.line(await texts_at(there, end), "joined", name=event.member.name)
                await there.entrust(end.place, line, key=f"joined {ctx.chat.platform} {event.key} {end.place}")


# -------------------------------------------------------------------------------------------------------- ends that end


async def gone(ctx: JobContext, place: PlaceId, cause: str) -> None:
    """A chat is no more: it is untied from all its bridges."""
    for bridge in await Bridges(ctx.db).at(place):
        end = bridge.at(place)
        if end is not None:
            await tell_maker(ctx, bridge, end, "trouble-gone")
            await untie(ctx, bridge.id, place, key="trouble-gone", cause=cause)
