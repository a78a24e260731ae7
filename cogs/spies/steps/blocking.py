"""Somebody blocks whom they write with: one tap, at once, and the other hears of nothing but the end."""

from bot.api import Context, JobContext
from bot.api.mirror import LineId
from bot.domain.errors import Told
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId
from cogs.spies.actions.safety import Block, BlockAsked, BlockOne
from cogs.spies.rules.cases import BlockId
from cogs.spies.rules.pairs import Ending, Pair, PairId, ProposalId
from cogs.spies.steps.barring import block, is_blocked
from cogs.spies.steps.causes import cause_of
from cogs.spies.steps.ending import end_pair
from cogs.spies.steps.sides import texts_on
from cogs.spies.steps.theming import themed
from cogs.spies.store.blocks import Blocks
from cogs.spies.store.pairs import Pairs
from cogs.spies.store.proposals import Proposals
from cogs.spies.views import blocking as views


async def line_of(ctx: Context, pair_id: PairId) -> Pair:
    """A line of whoever acts, also one that ended.

    Raises:
        Told: it is not theirs.
    """
    pair = await Pairs(ctx.db).of(pair_id)
    if pair is None or pair.side(ctx.person) is None:
        raise Told("line-gone")
    return pair


async def whose_line(ctx: Context, pair: Pair, line: int | None) -> PersonId | None:
    """Who is meant on a line: who said a message, else the only other; None where that is not clear."""
    others = [side.person for side in pair.others(ctx.person)]
    if len(others) == 1:
        return others[0]
    uttered = None if line is None else await ctx.mirror.uttered(LineId(line))
    said_by = None if uttered is None or uttered.route.knot != pair.knot else uttered.person
    return said_by if said_by in others else None


async def block_on(ctx: Context, pair_id: PairId, *, line: int | None = None, person: PersonId | None = None) -> None:
    """Blocks somebody on a line; every line with them ends."""
    pair = await line_of(ctx, pair_id)
    whom = person if person is not None else await whose_line(ctx, pair, line)
    texts = await texts_on(ctx, pair, ctx.person)
    if whom is None:
        named = [(BlockOne(pair.id, side.person), pair.called(side.person)) for side in pair.others(ctx.person)]
        await ctx.reply(views.whom(texts, named))
        return
    if whom not in pair.people or whom == ctx.person:
        raise Told("error-stale")
    name = pair.called(whom)
    made = await block(ctx, ctx.person, whom, codename=name, cause=cause_of(ctx))
    for other in await Pairs(ctx.db).of_person(ctx.person):
        if whom in other.people:
            await end_pair(ctx, other.id, ctx.person, Ending.BLOCKED)
    await ctx.reply(views.blocked(texts, name, made, pair.id))


async def block_asked(ctx: Context, proposal: ProposalId, person: PersonId | None) -> None:
    """Blocks whoever a question is about, which is a no to it."""
    kept = await Proposals(ctx.db).of(proposal)
    keys = () if kept is None else kept.proposal.keys
    if ctx.person not in {key.person for key in keys}:
        raise Told("error-stale")
    others = [key for key in keys if key.person != ctx.person and person in {None, key.person}]
    texts = await themed(ctx, ctx.texts)
    if len(others) > 1:
        await ctx.reply(views.whom(texts, [(BlockAsked(proposal, key.person), key.codename) for key in others]))
        return
    if not others:
        raise Told("error-stale")
    made = await block(ctx, ctx.person, others[0].person, codename=others[0].codename, cause=cause_of(ctx))
    await Proposals(ctx.db).answer(proposal, ctx.person, yes=False, now=ctx.clock.now())
    for other in await Pairs(ctx.db).of_person(ctx.person):
        if others[0].person in other.people:
            await end_pair(ctx, other.id, ctx.person, Ending.BLOCKED)
    await ctx.reply(views.blocked(texts, others[0].codename, made, None))


async def end_over_blocks(ctx: JobContext, person: PersonId) -> None:
    """Ends the lines that somebody turns out to have over a block by, or of, another account of theirs."""
    for pair in await Pairs(ctx.db).of_person(person):
        for side in pair.others(person):
            if await is_blocked(ctx, person, side.person):
                await end_pair(ctx, pair.id, None, Ending.BLOCKED)
                break


async def lift(ctx: Context, block_id: int) -> None:
    """Takes a block back. What ended stays ended."""
    lifted = await Blocks(ctx.db).lift(BlockId(block_id), ctx.person)
    if lifted is None:
        raise Told("safe-lifted-already")
    await ctx.update(views.lifted(await themed(ctx, ctx.texts), lifted.codename))


async def blocked(ctx: Context) -> Outgoing:
    """Whom somebody blocked, with keys to take it back."""
    return views.listed(await themed(ctx, ctx.texts), await Blocks(ctx.db).of(ctx.person, ctx.clock.now()))


async def pressed(ctx: Context, action: Block) -> None:
    """The key under a message or on a line's screen."""
    await block_on(ctx, action.pair, line=action.line)
