"""How the mirror's copies of a chat in other languages read, and who hears when there are none."""

from collections.abc import Sequence
from datetime import timedelta

from bot.api import JobContext
from bot.api.mirror import Phrase, Route, Said, Trouble
from bot.domain.languages import Language
from bot.domain.message import Outgoing
from bot.ports.translator import GlossedWord, Lacking
from cogs.translate.rules.corrections import correction_in
from cogs.translate.rules.reading import in_chinese_and_english
from cogs.translate.settings import CORRECTIONS
from cogs.translate.steps import aids
from cogs.translate.steps.ground import allowed, openings, reports_place
from cogs.translate.store.glossary import Consent
from cogs.translate.views import lines as views

TOLD_STAYS = timedelta(minutes=10)
"""How long it stands in a chat that nobody translates."""


_FAILED = frozenset({Lacking.FAILED, Lacking.SPENT})
"""There were services to ask, and none has an answer: then the dictionary's is better than nothing."""


async def phrase(ctx: JobContext, route: Route, said: Said) -> Phrase | None:
    """A copy's words. In linked threads everything crosses, else only what was translated."""
    texts = await ctx.community_texts()
    corrections = await ctx.setting(CORRECTIONS)
    linked = route.source != route.target
    if not linked and correction_in(said.text.plain, openings(texts)) is not None:
        return None
    collected = route.manner.gathers > 0
    if said.lacking in _FAILED and not said.translations and not said.withheld:
        words = await _gloss(ctx, route, said)
        if words:
            return views.glossed(texts, said, words, named=collected, whole=linked)
    if linked:
        return views.threaded(texts, said, corrections=corrections)
    return views.inline(texts, said, collected=collected, corrections=corrections)


async def _gloss(ctx: JobContext, route: Route, said: Said) -> Sequence[GlossedWord]:
    """Word by word, where the dictionary knows both languages."""
    language: Language | None = said.language
    for to in route.manner.languages:
        if language is not None and in_chinese_and_english(language, to):
            return await aids.gloss(ctx, said.text.plain, language, to)
    return ()


async def trouble(ctx: JobContext, route: Route, what: Trouble) -> None:
    """Tells whom it concerns, quietly: the chat once an hour, the moderators once a day."""
    match what:
        case Trouble.NO_TRANSLATION:
            if route.community is None or not allowed(ctx, await Consent(ctx.db, route.community).given()):
                return  # an admin was asked already
            texts = await ctx.community_texts()
            await ctx.send(route.source, Outgoing(texts("no-translation"), lifetime=TOLD_STAYS))
        case Trouble.SAVING:
            texts = await ctx.community_texts()
            to = await reports_place(ctx) or route.source
            key = f"saving {route.community} {ctx.clock.now():%Y-%m-%d}"
            await ctx.entrust(to, Outgoing(texts("saving")), key=key)
        case Trouble.NO_RIGHT | Trouble.GONE:
            moderators = await reports_place(ctx)
            if moderators is not None and moderators != route.target:
                texts = await ctx.community_texts()
                said = texts(f"trouble-{what.value}", chat=await ctx.place_name(route.target))
                await ctx.entrust(moderators, Outgoing(said), key=f"{what.value} {route.id} {ctx.clock.now():%Y-%m-%d}")
        case _:
            return
