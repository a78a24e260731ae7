"""Whose words cross: their own choice and the moderators'; and what is taken back everywhere."""

from bot.api import Context
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.errors import Told
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId, PlaceId
from bot.domain.text import Moment, MomentStyle, RichText
from cogs.bridge.rules import PERIOD
from cogs.bridge.steps.ground import account_name, answer_briefly
from cogs.bridge.store import Bridges, Persons
from cogs.bridge.views import panel, told
from cogs.bridge.views.naming import Screen


async def is_carried(ctx: Context, place: PlaceId) -> bool:
    """Whether somebody's words cross the bridges of a chat."""
    bridges = await Bridges(ctx.db).at(place)
    if not bridges:
        raise Told("not-tied")
    apart = await Persons(ctx.db).apart(ctx.person)
    return any(bridge.id not in apart for bridge in bridges)


async def carry(ctx: Context, place: PlaceId, *, on: bool) -> Outgoing:
    """Somebody's own choice for the bridges of a chat."""
    bridges = await Bridges(ctx.db).at(place)
    if not bridges:
        raise Told("not-tied")
    await Persons(ctx.db).set_apart([bridge.id for bridge in bridges], ctx.person, carried=on)
    return told.me(ctx.texts, place, ctx.account.ref, carried=on)


async def person_meant(ctx: Context, member: Account | None) -> tuple[PersonId, str]:
    """Whom a moderator means: who said the message that is pointed at, be it a copy, or a member.

    Raises:
        Told: nobody is meant.
    """
    found = None if ctx.message is None else await ctx.mirror.find(ctx.message)
    if found is not None and found.person is not None:
        return found.person, found.author
    if member is None or member.bot:
        raise Told("mute-whom")
    return await ctx.accounts.meet(member), member.name


async def mute(ctx: Context, member: Account | None, hours: int | None) -> None:
    """From now on somebody's words do not cross."""
    await ctx.require(Access.MODERATOR)
    if ctx.community is None:
        raise Told("error-only-in-community")
    person, name = await person_meant(ctx, member)
    until = None if hours is None else ctx.clock.now() + hours * PERIOD
    await ctx.mirror.silence(ctx.community, person, until)
    if hours is None:
        await ctx.audit("audit-muted", {"name": name})
        done = ctx.texts("mute-done", name=name)
    else:
        await ctx.audit("audit-muted-hours", {"name": name, "hours": str(hours)})
        done = ctx.texts("mute-done-hours", name=name, hours=hours)
    await answer_briefly(ctx, Outgoing(done))


async def unmute(ctx: Context, member: Account | None) -> None:
    """Somebody's words cross again."""
    await ctx.require(Access.MODERATOR)
    if ctx.community is None:
        raise Told("error-only-in-community")
    person, name = await person_meant(ctx, member)
    released = await ctx.mirror.release(ctx.community, person)
    if released:
        await ctx.audit("audit-unmuted", {"name": name})
    await answer_briefly(ctx, Outgoing(ctx.texts("unmute-done" if released else "unmute-needless", name=name)))


async def muted(ctx: Context, screen: Screen) -> Outgoing:
    """The list of whose words do not cross in a club."""
    community = screen.home.community
    spaces = [space for space, _ in await ctx.clubs.spaces(community)]
    for space in tuple(spaces):  # whoever is mute may be known at another end alone
        spaces += [end.space for bridge in await Bridges(ctx.db).in_space(space) for end in bridge.ends]
    known = tuple(dict.fromkeys(spaces))
    listed: list[tuple[PersonId, str, RichText | None]] = []
    for person, until in await ctx.mirror.silenced(community):
        shown = None
        if until is not None:
            shown = RichText((Moment(until, MomentStyle.DATE_TIME, f"{until:%Y-%m-%d %H:%M} UTC"),))
        listed.append((person, await account_name(ctx, person, known), shown))
    return panel.muted(screen, listed)


async def take_back(ctx: Context) -> None:
    """Deletes a message and all its copies: its author, from any account, or a moderator where one of them stands."""
    found = None if ctx.message is None else await ctx.mirror.find(ctx.message)
    if ctx.message is None or found is None:
        raise Told("unsend-unknown")
    own = found.person is not None and found.person == ctx.person
    if not own and await ctx.access() < Access.MODERATOR:
        raise Told("unsend-not-yours")
    if not await ctx.mirror.take_back(ctx.message):
        raise Told("unsend-unknown")
    if not own:
        await ctx.audit("audit-unsent", {"name": found.author})
    await answer_briefly(ctx, Outgoing(ctx.texts("unsend-done")))
