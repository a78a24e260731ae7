"""What several steps begin with: whose chat it is, what its ends are called, and acting at another end."""

from bot.api import Context, JobContext, Texts
from bot.domain.access import Access
from bot.domain.capabilities import PrivateReplies
from bot.domain.errors import Told
from bot.domain.languages import Language
from bot.domain.locales import Locale, nearest
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId, PersonId, SpaceRef
from cogs.bridge.actions import Home
from cogs.bridge.rules import BRIEFLY, Bridge, BridgeId, End
from cogs.bridge.store import Bridges
from cogs.bridge.views.naming import NamedEnd, Screen


def home_of(ctx: Context) -> Home:
    """The chat that a command was called in."""
    if ctx.community is None or ctx.space is None:
        raise Told("error-only-in-community")
    return Home(ctx.community, ctx.space, ctx.place)


async def enter(ctx: Context, home: Home, level: Access = Access.ADMIN) -> Screen:
    """Goes on only for who has a level there now, in a space that is of that community still."""
    if home.space not in [space for space, _ in await ctx.clubs.spaces(home.community)]:
        raise Told("error-stale")
    if await ctx.members(home.space).access(home.space, ctx.account.ref) < level:
        raise Told(f"error-needs-{level.name.lower()}")
    return Screen(ctx.texts, home, ctx.account.ref)


async def enter_bridge(ctx: Context, home: Home, bridge: BridgeId) -> tuple[Screen, Bridge, End]:
    """The same, at one of the chat's bridges, which may have ended since the key was made."""
    screen = await enter(ctx, home)
    found = await Bridges(ctx.db).one(bridge)
    end = None if found is None else found.at(home.place)
    if found is None or end is None:
        raise Told("bridge-gone")
    return screen, found, end


async def at_end(ctx: JobContext, community: CommunityId) -> JobContext | None:
    """Acts for an end's community; None where the bot is no longer, or where there are no bridges."""
    try:
        return await ctx.about(community)
    except Told:
        return None


async def texts_at(there: JobContext, end: End) -> Texts:
    """The texts in an end's language, as near as the bot speaks it; else in its community's."""
    locale = nearest(end.language) if end.language is not None else None
    return await there.community_texts() if locale is None else there.texts_in(locale)


async def named(ctx: JobContext, end: End, locale: Locale) -> NamedEnd:
    """An end as people know it."""
    spaces = dict(await ctx.clubs.spaces(end.community))
    language = None if end.language is None else language_name(ctx, end.language, locale)
    return NamedEnd(end, await ctx.place_name(end.place), spaces.get(end.space, ""), language)


async def all_named(ctx: JobContext, bridge: Bridge, locale: Locale) -> tuple[NamedEnd, ...]:
    """All ends of a bridge."""
    return tuple([await named(ctx, end, locale) for end in bridge.ends])


def language_name(ctx: JobContext, language: Language, locale: Locale) -> str:
    """What a language is called."""
    return ctx.languages.name_in(language, locale)


async def account_name(ctx: JobContext, person: PersonId, spaces: tuple[SpaceRef, ...]) -> str:
    """How somebody is shown in one of some spaces, "" when they are in none."""
    for user in await ctx.accounts.of(person):
        for space in spaces:
            if user.platform == space.platform:
                found = await ctx.members(space).account(space, user)
                if found is not None:
                    return found.name
    return ""


async def audit_all(ctx: JobContext, bridge: Bridge, act: str, **values: str) -> None:
    """Writes an act into the audit list of each community that a bridge is of."""
    for community in bridge.communities:
        there = await at_end(ctx, community)
        if there is not None:
            await there.audit(act, {"bridge": bridge.knot, **values})


async def answer_briefly(ctx: Context, outgoing: Outgoing) -> None:
    """Answers who did something beside a message: to them alone, or with a word that soon goes away again.

    A private chat would not show what it is about, and may not be open.
    """
    if ctx.capabilities.private_replies is PrivateReplies.EPHEMERAL:
        await ctx.reply(outgoing)
        return
    await ctx.send(ctx.place, Outgoing(outgoing.text, reply_to=None, lifetime=BRIEFLY))
