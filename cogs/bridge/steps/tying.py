"""Chats are tied and untied, and the mirror's routes with them."""

from dataclasses import dataclass, replace

from bot.api import Context, JobContext
from bot.api.mirror import CopyKind, Manner, Reacting
from bot.domain.access import Access
from bot.domain.errors import Told
from bot.domain.languages import Language
from bot.domain.refs import CommunityId, PlaceId, SpaceRef
from cogs.bridge.actions import Home
from cogs.bridge.rules import Bridge, BridgeId, Crossing, End, Failure, places_to_untie, ways
from cogs.bridge.settings import FILES, JOINS, ORIGINALS, REACTIONS
from cogs.bridge.steps.ground import at_end, audit_all, named
from cogs.bridge.steps.telling import announce, take_notice_away, tell
from cogs.bridge.store import Bridges, Codes, Invitation


async def make_code(ctx: Context, home: Home, bridge: Bridge | None, language: Language | None) -> str:
    """A one-time code by which another chat is tied to this one."""
    end = End(home.place, home.community, home.space, language)
    if bridge is not None:
        end = replace(bridge.at(home.place) or end, notice=None)
    code = await Codes(ctx.db).make(None if bridge is None else bridge.id, end, ctx.person, ctx.clock.now())
    if code is None:
        raise Told("codes-too-many")
    return code


@dataclass(frozen=True, slots=True)
class Chosen:
    """The language that an admin chose for a chat; None for no translation."""

    language: Language | None


async def enter_code(ctx: Context, home: Home, typed: str, chosen: Chosen | None, usual: Language) -> Bridge:
    """Ties this chat by a code: the code is the word of the other side's admin, who must be one still.

    Args:
        home: this chat.
        typed: the code.
        chosen: this chat's language, where one was chosen.
        usual: the one that it is taken to speak else, unless the other side wants no translation either.

    Raises:
        Told: why the code did not tie them.
    """
    cause, now = f"{ctx.chat.platform}:{ctx.event.key}", ctx.clock.now()
    codes = Codes(ctx.db)
    found = await codes.look(typed, ctx.person, now, cause=cause)
    if isinstance(found, Failure):
        raise _told(found)
    crossing = await _usual_crossing(ctx, found)
    if chosen is None:
        chosen = Chosen(None if found.end.language is None else usual)
    here = End(home.place, home.community, home.space, chosen.language)
    bridge = await codes.spend(found, here, ctx.person, crossing, now, cause=cause)
    if isinstance(bridge, Failure):
        raise _told(bridge)
    await retie(ctx, bridge)
    end = bridge.at(home.place)
    if end is not None:
        others = [other for other in bridge.others(home.place) if other.notice is not None]
        await tell(ctx, others, "told-tied", end, cause=cause)
        await audit_all(ctx, bridge, "audit-tied", chat=await _name(ctx, end))
    await announce(ctx, bridge)
    return bridge


def _told(failure: Failure) -> Told:
    return Told(f"code-{failure.value}")


async def _usual_crossing(ctx: Context, invitation: Invitation) -> Crossing:
    """What crosses where the code was made; goes on only when the bot is there, and its maker still an admin."""
    end = invitation.end
    there = await at_end(ctx, end.community)
    if there is None or end.space not in [space for space, _ in await ctx.clubs.spaces(end.community)]:
        raise _told(Failure.GONE)
    members = ctx.members(end.space)
    for user in await ctx.accounts.of(invitation.maker):
        if user.platform == end.space.platform and await members.access(end.space, user) >= Access.ADMIN:
            return Crossing(
                await there.setting(FILES),
                await there.setting(REACTIONS),
                await there.setting(JOINS),
                await there.setting(ORIGINALS),
            )
    raise _told(Failure.NO_RIGHT)


# --------------------------------------------------------------------------------------------------------------- routes


async def retie(ctx: JobContext, bridge: Bridge) -> None:
    """Makes the mirror's routes those that a bridge has now."""
    wanted = {(source.place, target.place): (source, target) for source, target in ways(bridge)}
    known = await ctx.mirror.routes(knot=bridge.knot)
    surplus = [route for route in known if (route.source, route.target) not in wanted]
    if not wanted and surplus:
        await ctx.mirror.untie(bridge.knot)
        return
    for place in places_to_untie([(route.source, route.target) for route in surplus]):
        await ctx.mirror.untie(bridge.knot, place)
    for source, target in wanted.values():
        await ctx.mirror.tie(
            bridge.knot,
            CopyKind.BRIDGED,
            source=source.place,
            target=target.place,
            manner=_manner(bridge, target),
            community=source.community,
        )


def _manner(bridge: Bridge, target: End) -> Manner:
    crossing = bridge.crossing
    return Manner(
        languages=() if target.language is None else (target.language,),
        named=True,
        files=crossing.files,
        reactions=Reacting(crossing.reactions.value),
    )


async def changed(ctx: JobContext, bridge: BridgeId) -> Bridge:
    """After a change: the routes and notices follow. The bridge as it is now."""
    now = await Bridges(ctx.db).one(bridge)
    if now is None:
        raise Told("bridge-gone")
    await retie(ctx, now)
    await announce(ctx, now)
    return now


async def rehomed(ctx: JobContext, space: SpaceRef, community: CommunityId) -> None:
    """A space is another club's: its bridges stand, and what that club accepted counts from now on."""
    found = await Bridges(ctx.db).rehomed(space, community)
    for bridge in found:
        await retie(ctx, bridge)
    for bridge in found:
        await announce(ctx, bridge)


# ----------------------------------------------------------------------------------------------------------------- ends


async def untie(ctx: JobContext, bridge: BridgeId, place: PlaceId, *, key: str, cause: str) -> bool:
    """Unties a chat and tells the others; with two chats the bridge ends. False when it was untied already.

    Args:
        bridge: from which.
        place: the chat.
        key: of what the others are told.
        cause: names what happened, the same when it is handled again.
    """
    left = await Bridges(ctx.db).untie(bridge, place)
    if left is None:
        return False
    end = left.before.at(place)
    await ctx.mirror.untie(left.before.knot, place if left.rest is not None else None)
    if end is not None:
        await take_notice_away(ctx, end)
        await tell(ctx, left.before.others(place), key, end, cause=f"{bridge} {cause}")
        await audit_all(ctx, left.before, "audit-untied", chat=await _name(ctx, end))
    if left.rest is not None:
        await announce(ctx, left.rest)
        return True
    for other in left.before.others(place):
        await take_notice_away(ctx, other)
    return True


async def end_bridge(ctx: JobContext, bridge: BridgeId, place: PlaceId, *, cause: str) -> None:
    """Ends a bridge from one of its chats, and tells the others."""
    before = await Bridges(ctx.db).end(bridge)
    if before is None:
        return
    await ctx.mirror.untie(before.knot)
    end = before.at(place)
    if end is not None:
        await tell(ctx, before.others(place), "told-ended", end, cause=f"{bridge} {cause}")
    for one in before.ends:
        await take_notice_away(ctx, one)
    await audit_all(ctx, before, "audit-ended")


async def _name(ctx: JobContext, end: End) -> str:
    texts = await ctx.community_texts()
    return (await named(ctx, end, texts.locale)).name(texts)
