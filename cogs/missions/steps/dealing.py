"""A card is dealt to all on a line, swapped by any of them, and stands right wherever it stands."""

from collections.abc import Sequence

from bot.api import Context, JobContext
from bot.domain.errors import PlatformError, Told
from bot.domain.message import Outgoing
from bot.ports.outcome import Reason, Refused
from cogs.missions.actions import Bring, Deal, Remind, Show, Swap
from cogs.missions.rules.cards import CARDS
from cogs.missions.rules.draws import BROUGHT_AGAIN_AFTER, REMINDED_AFTER, Choice, Draw, DrawId, next_card
from cogs.missions.rules.levels import Standing
from cogs.missions.settings import CEILING
from cogs.missions.steps.ground import Here, Reader, Spot, enter, look, readers, spots
from cogs.missions.steps.wording import face
from cogs.missions.store import Draws, Limits, OwnCards, Posts
from cogs.missions.views import cards as views

ROUNDS = 5
"""How often a card is put right again at once when it changed meanwhile."""


# ------------------------------------------------------------------------------------------------------------- dealing


async def deal(ctx: Context, action: Deal) -> None:
    """Deals a card, or brings the one that waits."""
    await deal_on(await enter(ctx, action.line), ctx)


async def deal_on(here: Here, ctx: Context) -> None:
    """The same, on a line that was looked at."""
    pool = await _pool(here)
    now = here.ctx.clock.now()
    line = here.line
    draw, new = await Draws(here.ctx.db).deal(
        line.id, line.community, lambda used: next_card(pool, used, str(line.id)), now
    )
    if draw is None:
        raise Told("no-cards")
    if not new and draw.at <= now - BROUGHT_AGAIN_AFTER:
        await here.ctx.jobs.schedule(Bring(draw.id, ctx.person), now, key=f"bring:{draw.id}:{ctx.person}")
    else:
        # Also when it was there already: the process may have been killed before it was shown.
        await _follow(here, draw)


async def swap(ctx: Context, action: Swap) -> None:
    """Another card in its place. Nobody is told who wanted that: the others just see another card."""
    draw, here = await open_card(ctx, action.draw)
    pool = await _pool(here)
    if not pool:
        raise Told("no-cards")
    made = await Draws(here.ctx.db).swap(
        draw, lambda used: next_card(pool, used, str(here.line.id)), here.ctx.clock.now()
    )
    if made is None:
        raise Told("card-over")
    await _follow(here, made)


async def open_card(ctx: Context, draw: DrawId) -> tuple[Draw, Here]:
    """A card that waits for answers, on an open line that who pressed is on; one that is over is put right."""
    found = await Draws(ctx.db).of(draw)
    if found is None:
        raise Told("card-over")
    here = await enter(ctx, found.line)
    if not found.open:
        await here.ctx.jobs.schedule(Show(draw), here.ctx.clock.now())
        raise Told("card-over")
    return found, here


async def _follow(here: Here, draw: Draw) -> None:
    """What comes after a card was dealt; the same again changes nothing."""
    await here.ctx.jobs.schedule(Show(draw.id), here.ctx.clock.now())
    await here.ctx.jobs.schedule(Remind(draw.id), draw.at + REMINDED_AFTER, key=f"remind:{here.line.id}")


async def standing(here: Here) -> Standing:
    """How near cards may come on a line."""
    line, db = here.line, here.ctx.db
    return Standing(
        await here.ctx.setting(CEILING),
        line.adult,
        here.people,
        await Draws(db).counted(line.id),
        await Limits(db).yes(line.id),
    )


async def _pool(here: Here) -> Sequence[Choice]:
    """What may be dealt now."""
    levels = (await standing(here)).open
    left_out = await Limits(here.ctx.db).left_out(here.line.id)
    ours = [
        Choice(card.key, card.level, card.topic)
        for card in CARDS
        if card.level in levels and card.topic not in left_out
    ]
    own = await OwnCards(here.ctx.db, here.line.community).all()
    return [*ours, *(Choice(card.key, card.level) for card in own if card.level in levels)]


# ------------------------------------------------------------------------------------------------------------- showing


async def show(ctx: JobContext, job: Show) -> None:
    """Puts a card right in all places: the one that took its place, where there is one."""
    for _ in range(ROUNDS):
        draw = await _now(ctx, job.draw)
        here = None if draw is None else await look(ctx, draw.line)
        if draw is None or here is None:
            return
        everybody = await readers(here)
        for spot in await spots(here):
            await _show_at(here, draw, spot, await _view(here, draw, spot, everybody))
        if await _now(ctx, job.draw) == draw:
            return


async def _now(ctx: JobContext, draw: DrawId) -> Draw | None:
    """What a card is now: itself while it waits and when it was unlocked, else the one that took its place."""
    draws = Draws(ctx.db)
    found = await draws.of(draw)
    if found is None or found.open or found.unlocked is not None:
        return found
    return await draws.last(found.line)


async def _show_at(here: Here, draw: Draw, spot: Spot, outgoing: Outgoing) -> None:
    person = spot.first.buddy.person
    post = await Posts(here.ctx.db).of(draw.id, person)
    message = None if post is None else await here.ctx.post_message(post)
    if message is not None:
        changed = await here.ctx.edit(message, outgoing)
        if not (isinstance(changed, Refused) and changed.reason is Reason.GONE):
            return
    if post is not None:
        await Posts(here.ctx.db).put(draw.id, person, None, here.ctx.clock.now())
    if draw.open:
        await _send(here, draw, spot, outgoing)


async def _send(here: Here, draw: Draw, spot: Spot, outgoing: Outgoing) -> None:
    """Sends a card to a place; of two who want to at the same moment one does."""
    posts, person, now = Posts(here.ctx.db), spot.first.buddy.person, here.ctx.clock.now()
    if spot.place is None or not await posts.claim(draw.id, person, now):
        return
    try:
        delivery = await here.ctx.send(spot.place, outgoing)
    except PlatformError:
        await posts.put(draw.id, person, None, now)
        raise
    post = None if isinstance(delivery, Refused) else await here.ctx.keep_post(delivery.messages[-1])
    await posts.put(draw.id, person, post, now)


async def bring(ctx: JobContext, job: Bring) -> None:
    """Brings a card down to where somebody reads now; where it stood before it goes."""
    draw = await Draws(ctx.db).of(job.draw)
    here = None if draw is None or not draw.open else await look(ctx, draw.line)
    if draw is None or here is None:
        return
    for spot in await spots(here):
        if job.person not in {one.buddy.person for one in spot.readers} or spot.place is None:
            continue
        person = spot.first.buddy.person
        outgoing = await _view(here, draw, spot, await readers(here))
        delivery = await ctx.send(spot.place, outgoing)
        if isinstance(delivery, Refused):
            continue
        post = await ctx.keep_post(delivery.messages[-1])
        before = await Posts(ctx.db).moved(draw.id, person, post, ctx.clock.now())
        message = None if before is None else await ctx.post_message(before)
        if message is not None:
            await ctx.delete(message)


async def _view(here: Here, draw: Draw, spot: Spot, everybody: Sequence[Reader]) -> Outgoing:
    me = spot.first
    found = await face(here, draw.card, me, everybody)
    if not draw.open:
        return views.closed(me.texts, found)
    if found is None:
        return views.gone(me.texts, draw)
    if len(spot.readers) > 1:
        done = [one.buddy.name for one in everybody if one.buddy.person in draw.answered]
        missing = [one.buddy.name for one in everybody if one.buddy.person not in draw.answered]
        return views.card_for_all(me.texts, draw, found, done, missing)
    mine = me.buddy.person
    others = here.others(mine)
    waiting = views.Waiting(
        mine in draw.answered,
        tuple(buddy.name for buddy in others if buddy.person in draw.answered),
        tuple(buddy.name for buddy in others if buddy.person not in draw.answered),
    )
    return views.card(me.texts, draw, found, waiting)
