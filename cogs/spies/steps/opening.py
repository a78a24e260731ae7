"""A line is opened between people who all said yes, as soon as every private chat can be written to."""

from datetime import timedelta

import structlog

from bot.api import Context, JobContext
from bot.domain.capabilities import PrivateReplies
from bot.domain.errors import PlatformError
from bot.domain.message import Outgoing
from bot.domain.refs import ChatRef, PersonId, PlaceId
from bot.ports.outcome import Sent
from cogs.spies.actions.line import BeginLine
from cogs.spies.rules.pairs import Ending, Pair, PairId, Proposal
from cogs.spies.steps import keeping
from cogs.spies.steps.clubs import at_club
from cogs.spies.steps.ending import end_pair
from cogs.spies.steps.meeting import across_ages
from cogs.spies.steps.sides import own_line, shown_to, texts_on
from cogs.spies.steps.tying import retie
from cogs.spies.store.pairs import Pairs
from cogs.spies.views import line as views

TRIED_AGAIN = timedelta(hours=6)
"""After which a private chat that could not be opened is tried again; the key for it opens it at once."""

WAITED_FOR = timedelta(days=7)
"""How long a line waits for a private chat before it ends."""

log = structlog.get_logger(__name__)


async def open_pair(ctx: JobContext, proposal: Proposal) -> PairId:
    """Opens the line of a question that all said yes to; the same question once, also after a kill."""
    pair = await Pairs(ctx.db).open(proposal, ctx.clock.now())
    await ctx.jobs.schedule(BeginLine(pair), ctx.clock.now(), key=_key(pair))
    return pair


def _key(pair: PairId) -> str:
    return f"open {pair}"


async def go_on_opening(ctx: JobContext, pair_id: PairId) -> None:
    """Does what can be done by now. Done again it does the same: what was said before is not said twice."""
    pair = await Pairs(ctx.db).of(pair_id)
    if pair is None or pair.ended is not None:
        return
    there = await at_club(ctx, pair.community)
    if there is None:
        await end_pair(ctx, pair_id, None, Ending.LEFT)
        return
    if await across_ages(there, pair):  # somebody said so after it was looked at whether they may meet
        await end_pair(there, pair_id, None, Ending.AGE)
        return
    for side in pair.sides:
        if side.place is None:
            said = views.greeting(await texts_on(there, pair, side.person), pair, side.person)
            place = await reached(there, side.person, said)
            if place is not None:
                await Pairs(ctx.db).put_place(pair_id, side.person, place)
    pair = await Pairs(ctx.db).of(pair_id) or pair
    if await retie(there, pair):
        await _tell_open(there, pair)
        return
    if ctx.clock.now() >= pair.made + WAITED_FOR:
        await end_pair(there, pair_id, None, Ending.LEFT)
        return
    await _tell_waiting(there, pair)
    await there.jobs.schedule(BeginLine(pair_id), ctx.clock.now() + TRIED_AGAIN, key=_key(pair_id))


async def reached(there: JobContext, person: PersonId, outgoing: Outgoing) -> PlaceId | None:
    """Writes to somebody, which shows where they can be written to; None where nowhere."""
    try:
        delivery = await there.send_directly(person, outgoing)
    except PlatformError:
        log.info("somebody cannot be written to now", exc_info=True)
        return None
    if not isinstance(delivery, Sent) or not delivery.messages:
        return None
    said = delivery.messages[0]
    return await there.keep_place(ChatRef(said.platform, said.chat), private=True)


async def _tell_open(there: JobContext, pair: Pair) -> None:
    for side in pair.sides:
        if side.place is not None:
            card = views.opened(await shown_to(there, pair, side))
            await there.entrust(side.place, card, key=f"opened {pair.id} {side.person}")
    await keeping.begun(there, pair)
    await Pairs(there.db).put_opened(pair.id, there.clock.now())


async def _tell_waiting(there: JobContext, pair: Pair) -> None:
    for side in pair.sides:
        if side.place is not None:
            said = views.takes_a_moment(await texts_on(there, pair, side.person), pair, side.person)
            await there.entrust(side.place, said, key=f"moment {pair.id} {side.person}")


async def opened_by(ctx: JobContext, person: PersonId) -> None:
    """Somebody opened their private chat, as it seems: the lines that waited for it go on, if it can be written to."""
    for pair in await waiting(ctx, person):
        await go_on_opening(ctx, pair.id)


async def open_here(ctx: Context, pair_id: PairId) -> None:
    """Somebody used the key that leads into their private chat.

    On Discord this says only that they want it: their messages may be closed still, and the answer then says so there.
    """
    await opened_by(ctx, ctx.person)
    pair, side = await own_line(ctx, pair_id, ctx.person)
    if side.place is None:
        await ctx.reply(views.greeting(await texts_on(ctx, pair, ctx.person), pair, ctx.person))


async def reminder(ctx: Context) -> Outgoing | None:
    """For whoever did something: that a line waits for their private chat, with the key that opens it.

    Where an answer cannot be private, the house itself leads them into the private chat; then there is nothing to say.
    """
    if ctx.space is None:
        await opened_by(ctx, ctx.person)
        return None
    if ctx.capabilities.private_replies is not PrivateReplies.EPHEMERAL:
        return None
    waits = await waiting(ctx, ctx.person)
    return views.wanted(await texts_on(ctx, waits[0], ctx.person), waits[0].id) if waits else None


async def waiting(ctx: JobContext, person: PersonId) -> list[Pair]:
    """The lines that wait for somebody's private chat."""
    return [
        pair
        for pair in await Pairs(ctx.db).of_person(person)
        if (side := pair.side(person)) is not None and side.place is None
    ]
