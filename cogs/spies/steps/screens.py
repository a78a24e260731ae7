"""The screens of somebody's lines."""

from collections.abc import Sequence

from bot.api import Context
from bot.domain.errors import Told
from bot.domain.languages import Language, spoken_by
from bot.domain.locales import Locale
from bot.domain.message import Outgoing
from cogs.spies.rules.contact import leads_elsewhere
from cogs.spies.rules.pairs import Pair, PairId
from cogs.spies.steps.moving import room_for
from cogs.spies.steps.opening import opened_by
from cogs.spies.steps.sides import own_line, reads_on, shown_to, talking_line, texts_on
from cogs.spies.steps.theming import themed
from cogs.spies.steps.tying import retie
from cogs.spies.store.chosen import Chosen
from cogs.spies.store.pairs import Pairs
from cogs.spies.store.persons import Persons
from cogs.spies.views import line as views


async def lines(ctx: Context) -> Outgoing:
    """All of somebody's lines. Whoever asks in private has a private chat, which a line may have waited for."""
    if ctx.space is None:
        await opened_by(ctx, ctx.person)
    found = await Pairs(ctx.db).of_person(ctx.person)
    chosen = await _chosen(ctx, found)
    shown = [
        await shown_to(ctx, pair, side, chosen=pair.id == chosen)
        for pair in found
        if (side := pair.side(ctx.person)) is not None
    ]
    return views.lines(await themed(ctx, ctx.texts), shown)


async def _chosen(ctx: Context, found: Sequence[Pair]) -> PairId | None:
    return found[0].id if len(found) == 1 else await Chosen(ctx.db).of(ctx.person)


async def line(ctx: Context, pair_id: PairId) -> Outgoing:
    """One of them."""
    pair, side = await own_line(ctx, pair_id, ctx.person)
    await retie(ctx, pair)  # the language of somebody's screens, or of their file, may be another by now
    found = await Pairs(ctx.db).of_person(ctx.person)
    chosen = await _chosen(ctx, found) == pair_id
    shown = await shown_to(ctx, pair, side, chosen=chosen, thread=await room_for(ctx, pair) is not None)
    elsewhere = ctx.space is None and side.place not in {None, ctx.place}
    return views.line(shown, chooses=len(found) > 1 or elsewhere)


async def reads(ctx: Context, pair_id: PairId) -> Outgoing:
    """Languages to read one in: those of the bot, and those in the reader's file."""
    pair, side = await own_line(ctx, pair_id, ctx.person)
    texts = await texts_on(ctx, pair, ctx.person)
    file = await Persons(ctx.db).of(ctx.person)
    known = frozenset[str]() if file is None else frozenset(file.speaks) | frozenset(file.learns)
    theirs = [one for one in Language if one.value.partition("-")[0] in known]
    offered = dict.fromkeys([await reads_on(ctx, side), *theirs, *(spoken_by(locale) for locale in Locale)])
    named = [(one, ctx.languages.name_in(one, texts.locale)) for one in offered]
    return views.reads(texts, pair_id, named, side.reads)


async def put_reads(ctx: Context, pair_id: PairId, language: Language | None) -> Outgoing:
    """Chooses one."""
    await own_line(ctx, pair_id, ctx.person)
    await Pairs(ctx.db).put_reads(pair_id, ctx.person, language)
    pair, _ = await own_line(ctx, pair_id, ctx.person)
    await retie(ctx, pair)
    return await line(ctx, pair_id)


async def keep_word(ctx: Context, pair_id: PairId, typed: str) -> Outgoing:
    """Somebody chooses the line's own word for a language buddy; the others are told.

    Raises:
        Told: the line has ended, or rests; or it is no word but a way to reach somebody, which is asked about in a
            message and would not be here.
    """
    own = " ".join(typed.split())[: views.LONGEST_OWN_WORD]
    await talking_line(ctx, pair_id, ctx.person)
    if leads_elsewhere(own):
        raise Told("line-word-contact")
    changed = await Pairs(ctx.db).put_theme(pair_id, own)
    pair, _ = await own_line(ctx, pair_id, ctx.person)
    for side in pair.others(ctx.person):
        if side.place is not None and changed:
            told = views.word_told(await texts_on(ctx, pair, side.person), pair.id, pair.called(ctx.person), own)
            await ctx.entrust(side.place, told, key=f"word {pair_id} {side.person} {ctx.chat.platform} {ctx.event.key}")
    return await line(ctx, pair_id)
