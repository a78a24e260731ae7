"""Before something crosses a line: contact data is asked about, links and files wait, and who reads it is warned."""

from collections.abc import Sequence

from bot.api import Context, JobContext
from bot.api.mirror import Heard, Said
from bot.domain.errors import Told
from bot.domain.refs import MessageRef, PersonId
from bot.domain.text import Mention, RichText, Span
from cogs.spies.actions.safety import FreeFiles, LetFilesGo, SendAnyway
from cogs.spies.rules.contact import contacts_in
from cogs.spies.rules.keeping import HELD_FOR
from cogs.spies.rules.pairs import Pair, PairId
from cogs.spies.rules.scams import Scam, scams_in
from cogs.spies.rules.screening import (
    CARRIED,
    OPENING_MESSAGES,
    THIRD_DAY,
    Age,
    Held,
    Verdict,
    digest,
    folded,
    has_link,
    opening,
)
from cogs.spies.steps.clubs import at_club
from cogs.spies.steps.reporting import desk_of, shown
from cogs.spies.steps.sides import files_wait, own_line, talking_line, texts_on
from cogs.spies.steps.theming import themed
from cogs.spies.store.held import Waiting, Why
from cogs.spies.store.openings import Openings
from cogs.spies.store.pairs import Pairs
from cogs.spies.views import warnings as views
from cogs.spies.views.line import others


async def screened(ctx: JobContext, pair: Pair, by: PersonId, heard: Heard) -> Verdict:
    """What becomes of something that somebody says on a line. Asked again about the same message it says the same.

    What is held is written down, and its author told why; let it go when :class:`Waiting` knows of nothing more.
    """
    there = await at_club(ctx, pair.community) or ctx
    said = await Openings(ctx.db).said(pair.id, by, heard.message, pair.community, heard.at)
    if said <= OPENING_MESSAGES:
        await _compared(there, pair, by, heard)
    why = None if pair.thread is not None else await _why(there, pair, by, heard, said)
    if why is None:
        await _warned(there, pair, by, heard.message, heard.text)
        return CARRIED
    await _hold(there, pair, by, heard.message, why)
    return Verdict(carry=False, held=True, why=why)


async def _why(there: JobContext, pair: Pair, by: PersonId, heard: Heard, said: int | None = None) -> Held | None:
    """For what words wait, the first of what there is: the one rule for what is said and for what is changed.

    Args:
        there: acts for the club.
        pair: the line.
        by: whose words they are.
        heard: the words as they read at that moment.
        said: which of their messages it is; None for as many as they have said by now.
    """
    if has_contact(heard.text):
        number = await Openings(there.db).so_far(pair.id, by) if said is None else said
        is_new = Age(pair.opened, number).is_new(heard.at)
        if is_new and not await Waiting(there.db).sent_anyway(pair.id, heard.message):
            return Held.CONTACT
    if heard.files or has_link(folded(words_of(heard.text))):
        return Held.FILES if await files_wait(there, pair) else None
    return None


async def slipped_in(ctx: JobContext, pair: Pair, said: Said) -> bool:
    """Looks again at words that are about to cross: they may have been changed since they were :func:`screened`.

    What was let through then is let through now. Else it says True, and the author is told that it does not cross like
    that. Who reads it is warned as of what was said so at first.
    """
    if said.person is None:
        return False
    there = await at_club(ctx, pair.community) or ctx
    now = Heard(said.message, said.person, said.text, said.files, None, ctx.clock.now())
    if pair.thread is None and await _why(there, pair, said.person, now) is not None:
        await _tell_refused(there, pair, said, said.person)
        return True
    if scams_in(said.text.plain):
        uttered = await ctx.mirror.uttered(said.line)
        before = () if uttered is None else tuple(one.text for one in uttered.former)
        await _warned(there, pair, said.person, said.message, said.text, before)
    return False


async def _tell_refused(there: JobContext, pair: Pair, said: Said, by: PersonId) -> None:
    side = pair.side(by)
    if side is not None and side.place is not None:
        told = views.change_waits(await texts_on(there, pair, by), others(pair, by))
        await there.entrust(side.place, told, key=f"changed {pair.id} {said.message} {digest(said.text.plain)}")


def words_of(text: RichText) -> str:
    """All of a text, with where its words lead."""
    hidden = [part.url for part in text.parts if isinstance(part, Span) and part.url]
    return " ".join([text.plain, *hidden])


def has_contact(text: RichText) -> bool:
    """Whether there is contact data in a text, or somebody is named by their account."""
    return any(isinstance(part, Mention) for part in text.parts) or bool(contacts_in(words_of(text)))


# ------------------------------------------------------------------------------------------------------------- waiting


async def _hold(there: JobContext, pair: Pair, by: PersonId, message: MessageRef, why: Held) -> None:
    await Waiting(there.db).hold(pair.id, message, Why(why.value), by)
    side = pair.side(by)
    if side is None or side.place is None:
        return
    texts, name = await texts_on(there, pair, by), others(pair, by)
    if why is Held.CONTACT:
        told = views.contact_waits(texts, pair.id, name, message)
    else:
        told = views.files_wait(texts, pair.id, name, message, asked=side.free_files)
        at = (pair.opened or there.clock.now()) + THIRD_DAY
        await there.jobs.schedule(LetFilesGo(pair.id), at, key=f"files {pair.id}")
    await there.entrust(side.place, told, key=f"held {why.value} {pair.id} {message}")


async def _go(there: JobContext, pair: Pair, by: PersonId, message: MessageRef, why: Why) -> None:
    """It waits for this no longer; where it waits for nothing else it crosses, and who reads it is warned."""
    waiting = Waiting(there.db)
    found = await there.mirror.find(message)
    if found is not None:
        await _warned(there, pair, by, message, found.text)
    if await waiting.whys(pair.id, message) == frozenset({why}):
        await there.mirror.let_go(pair.knot, message)
    await waiting.done(pair.id, message, why)


async def send_anyway(ctx: Context, action: SendAnyway) -> None:
    """Somebody says whether their message with contact data is to go."""
    pair, _ = await own_line(ctx, action.pair, ctx.person)
    waiting = Waiting(ctx.db)
    if action.message not in await waiting.on(pair.id, Why.CONTACT, ctx.person):
        raise Told("safe-gone")
    texts = await texts_on(ctx, pair, ctx.person)
    if not action.yes:
        await ctx.mirror.drop_held(pair.knot, action.message)
        for why in await waiting.whys(pair.id, action.message):
            await waiting.done(pair.id, action.message, why)
        await ctx.update(views.contact_kept(texts))
        return
    if pair.held:
        raise Told("line-rests")
    there = await at_club(ctx, pair.community) or ctx
    if await _has_files(there, action.message) and await files_wait(there, pair):
        await _hold(there, pair, ctx.person, action.message, Held.FILES)
    await waiting.let_through(pair.id, action.message, ctx.person)
    await _go(there, pair, ctx.person, action.message, Why.CONTACT)
    await ctx.update(views.contact_sent(texts, others(pair, ctx.person)))


async def _has_files(there: JobContext, message: MessageRef) -> bool:
    found = await there.mirror.find(message)
    if found is None:
        return False
    uttered = await there.mirror.uttered(found.line)
    return has_link(folded(words_of(found.text))) or (uttered is not None and uttered.files > 0)


async def ask_free_files(ctx: Context, pair_id: PairId) -> None:
    """Somebody wants links and files at once; the others are asked."""
    await _agreed(ctx, pair_id)


async def free_files(ctx: Context, action: FreeFiles) -> None:
    """Somebody answers."""
    pair, _ = await own_line(ctx, action.pair, ctx.person)
    if action.yes or not await files_wait(await at_club(ctx, pair.community) or ctx, pair):
        await _agreed(ctx, action.pair)
        return
    await Pairs(ctx.db).put_free_files(pair.id, ctx.person, free=False)
    await ctx.update(views.files_later(await texts_on(ctx, pair, ctx.person)))


async def _agreed(ctx: Context, pair_id: PairId) -> None:
    before, _ = await talking_line(ctx, pair_id, ctx.person)
    cross = not await files_wait(await at_club(ctx, before.community) or ctx, before)
    if not cross:
        await Pairs(ctx.db).put_free_files(pair_id, ctx.person, free=True)
    pair = await Pairs(ctx.db).of(pair_id) or before
    texts, name = await texts_on(ctx, pair, ctx.person), others(pair, ctx.person)
    if cross or pair.free:
        await let_files_go(ctx, pair_id)
        await ctx.update(views.files_free(texts, name))
        if not cross:
            await _tell_free(ctx, pair)
        return
    for side in pair.others(ctx.person):
        if side.place is not None and not side.free_files:
            wanted = views.files_wanted(await texts_on(ctx, pair, side.person), pair_id, pair.called(ctx.person))
            await ctx.entrust(side.place, wanted, key=f"free files {pair_id} {ctx.person} {side.person}")
    await ctx.update(views.files_asked(texts, name))


async def _tell_free(ctx: Context, pair: Pair) -> None:
    """The others hear of the yes that they waited for."""
    for side in pair.others(ctx.person):
        if side.place is not None:
            told = views.files_free(await texts_on(ctx, pair, side.person), others(pair, side.person))
            await ctx.entrust(side.place, told, key=f"files free {pair.id} {side.person}")


async def let_files_go(ctx: JobContext, pair_id: PairId) -> None:
    """All agreed, or the third day has come: what waited for that crosses. On a line that rests it waits on."""
    pair = await Pairs(ctx.db).of(pair_id)
    if pair is None or pair.ended is not None:
        return
    if pair.held:
        await ctx.jobs.schedule(LetFilesGo(pair_id), ctx.clock.now() + HELD_FOR, key=f"files {pair_id}")
        return
    there = await at_club(ctx, pair.community) or ctx
    if await files_wait(there, pair):
        return
    for side in pair.sides:
        for message in await Waiting(ctx.db).on(pair_id, Why.FILES, side.person):
            await _go(there, pair, side.person, message, Why.FILES)


# ------------------------------------------------------------------------------------------------------------- warning


async def _warned(
    there: JobContext, pair: Pair, by: PersonId, message: MessageRef, text: RichText, before: Sequence[RichText] = ()
) -> None:
    """Who reads it is warned of what it asks for and did not ask for before, of each kind at most once a day."""
    known = frozenset[Scam]().union(*(scams_in(once.plain) for once in before))
    kinds = sorted(scams_in(text.plain) - known)
    for side in pair.others(by):
        now = there.clock.now()
        new = [kind for kind in kinds if await Openings(there.db).warn(pair.id, side.person, kind, message, now)]
        if new and side.place is not None:
            told = views.scam(await texts_on(there, pair, side.person), pair.id, pair.called(by), new)
            await there.entrust(side.place, told, key=f"mind {pair.id} {side.person} {message} {' '.join(new)}")


async def _compared(there: JobContext, pair: Pair, by: PersonId, heard: Heard) -> None:
    """The same opening on several lines of a club is told to its moderators, once."""
    begun = opening(heard.text.plain)
    if begun is None:
        return
    lines = await Openings(there.db).opened_with(pair.id, by, heard.message, begun, pair.community, heard.at)
    desk = await desk_of(there) if lines else None
    if desk is not None:
        texts = await themed(there, await there.community_texts())
        told = views.alike(texts, heard.text.plain, lines, await shown(there, by))
        await there.entrust(desk, told, key=f"alike {begun} {heard.message}")
