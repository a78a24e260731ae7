"""What an admin's screens show, gathered from all ends."""

from collections.abc import Sequence

from bot.api import Context, JobContext
from bot.domain.languages import Language, spoken_by
from bot.domain.locales import Locale
from bot.domain.message import Outgoing
from cogs.bridge.rules import OFFERED, Bridge
from cogs.bridge.steps.ground import all_named, language_name, named
from cogs.bridge.store import Bridges
from cogs.bridge.views import panel
from cogs.bridge.views.naming import Screen


async def bridges(ctx: Context, screen: Screen) -> Outgoing:
    """What a chat is tied to."""
    locale, place = screen.texts.locale, screen.home.place
    found = [
        (bridge, [await named(ctx, end, locale) for end in bridge.others(place)])
        for bridge in await Bridges(ctx.db).at(place)
    ]
    return panel.bridges(screen, found)


async def bridge(ctx: Context, screen: Screen, shown: Bridge) -> Outgoing:
    """One bridge."""
    return panel.bridge(screen, shown, await all_named(ctx, shown, screen.texts.locale))


def choices(ctx: JobContext, locale: Locale, *also: Language | None) -> Sequence[tuple[Language, str]]:
    """The languages to pick from, those that stand now first."""
    first = [language for language in also if language is not None]
    return [(one, language_name(ctx, one, locale)) for one in dict.fromkeys([*first, *OFFERED])]


async def usual_language(ctx: JobContext) -> Language:
    """The language that a chat of a community is taken to speak: the one that the bot speaks there."""
    return spoken_by((await ctx.community_texts()).locale)
