"""Texts by the word that a club, or a pair, has for a language buddy."""

from collections.abc import Collection, Mapping

from bot.api import JobContext, Texts
from bot.domain.refs import PersonId
from cogs.spies.rules.themes import Theme
from cogs.spies.settings import OWN_WORD, THEME
from cogs.spies.views.theming import Themed, Word


async def themed(ctx: JobContext, texts: Texts, own: str = "") -> Themed:
    """Texts as the club says them; the usual word where there is no club.

    Args:
        ctx: of the club.
        texts: this cog's, in any language.
        own: a pair's own word, which goes before the club's; "" for none.
    """
    if own:
        return Themed(texts, Word(Theme.OWN, own))
    return Themed(texts, Word(await ctx.setting(THEME), await ctx.setting(OWN_WORD)))


async def themed_for(ctx: JobContext, person: PersonId, own: str = "") -> Themed:
    """The same in a person's language."""
    return await themed(ctx, await ctx.texts_for(person), own)


async def themed_for_all(ctx: JobContext, people: Collection[PersonId]) -> Mapping[PersonId, Themed]:
    """The same for many, in few questions to the database."""
    locales = await ctx.locales_of(people)
    made = {locale: await themed(ctx, ctx.texts_in(locale)) for locale in frozenset(locales.values())}
    return {person: made[locale] for person, locale in locales.items()}
