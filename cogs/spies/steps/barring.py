"""Who is never to meet whom: blocks, bans, and askers who were told no."""

import hashlib
from collections.abc import Collection
from datetime import timedelta

from bot.api import JobContext
from bot.domain.refs import CommunityId, PersonId
from cogs.spies.rules.cases import BlockId
from cogs.spies.store.blocks import Blocks, Whose, sorted_out
from cogs.spies.store.cases import Cases

TERM = timedelta(days=730)
"""How long blocks and bans are kept, also of who is forgotten; ``/privacy`` states it."""
BARRED_FOR = timedelta(days=180)
"""How long a no keeps the asker from asking again."""


async def marks_of(ctx: JobContext, person: PersonId) -> frozenset[str]:
    """The marks of all accounts of a person."""
    return frozenset(ctx.accounts.mark(user) for user in await ctx.accounts.of(person))


async def barred(ctx: JobContext, community: CommunityId, one: PersonId, other: PersonId) -> bool:
    """Whether ``one`` may not be brought together with ``other``: a block, a ban or a report of either, or a no.

    A no counts for who was told it; who said it may ask. A report counts until it is decided about.
    """
    blocks, now = Blocks(ctx.db), ctx.clock.now()
    mine, theirs = await marks_of(ctx, one), await marks_of(ctx, other)
    if await blocks.is_banned(community, mine | theirs, now) or await blocks.apart(mine, theirs, now):
        return True
    return frozenset((one, other)) in await Cases(ctx.db).all_undecided()


async def barred_among(
    ctx: JobContext, community: CommunityId, people: Collection[PersonId]
) -> frozenset[frozenset[PersonId]]:
    """Which two of some people may not be brought together, also by a no of either; who is banned, with nobody."""
    blocks, now = Blocks(ctx.db), ctx.clock.now()
    accounts = await ctx.accounts.of_all(people)
    marks = {person: [ctx.accounts.mark(user) for user in users] for person, users in accounts.items()}
    every = [mark for theirs in marks.values() for mark in theirs]
    two, alone = sorted_out(marks, await blocks.all_apart(every, now), await blocks.banned(community, now))
    with_nobody = frozenset(frozenset((person, other)) for person in alone for other in people if person != other)
    reported = {both for both in await Cases(ctx.db).all_undecided() if both <= marks.keys()}
    return two | with_nobody | reported


async def is_blocked(ctx: JobContext, one: PersonId, other: PersonId) -> bool:
    """Whether one of two blocked the other."""
    mine, theirs = await marks_of(ctx, one), await marks_of(ctx, other)
    return await Blocks(ctx.db).blocked(mine, theirs, ctx.clock.now())


async def banned(ctx: JobContext, community: CommunityId, person: PersonId) -> bool:
    """Whether somebody is banned in a club, or from its spies."""
    return await Blocks(ctx.db).is_banned(community, await marks_of(ctx, person), ctx.clock.now())


async def block(ctx: JobContext, by: PersonId, of: PersonId, *, codename: str = "", cause: str = "") -> BlockId:
    """From now on two people never meet again; they are kept as marks of all their accounts.

    Args:
        ctx: any context of this cog.
        by: who blocks.
        of: whom.
        codename: by which they know them, for the list of whom they blocked.
        cause: the press, so that handled again it is one block; without it, the same two are one block anyway.
    """
    now = ctx.clock.now()
    mine, theirs = await marks_of(ctx, by), await marks_of(ctx, of)
    if not cause:
        cause = hashlib.blake2b(" ".join([*sorted(mine), "", *sorted(theirs)]).encode(), digest_size=16).hexdigest()
    return await Blocks(ctx.db).block(by, mine, theirs, codename=codename, cause=cause, now=now, until=now + TERM)


async def bar(ctx: JobContext, asker: PersonId, asked: PersonId) -> None:
    """From now on an asker cannot ask somebody again who said no, or who was asked too often."""
    until = ctx.clock.now() + BARRED_FOR
    await Blocks(ctx.db).bar(await marks_of(ctx, asker), await marks_of(ctx, asked), until)


async def ban(ctx: JobContext, community: CommunityId, person: PersonId, whose: Whose) -> None:
    """From now on somebody is matched with nobody in a club."""
    now = ctx.clock.now()
    await Blocks(ctx.db).ban(community, await marks_of(ctx, person), whose, now, now + TERM)


async def linked(ctx: JobContext, kept: PersonId, gone: PersonId) -> None:
    """Two persons became one: what holds for one account holds for all, also when they part again."""
    blocks, marks = Blocks(ctx.db), await marks_of(ctx, kept)
    await blocks.merge(kept, gone)
    await blocks.spread(marks, marks)


async def parted(ctx: JobContext, stays: PersonId, new: PersonId) -> None:
    """An account became a person of its own: what held for one of them holds for both."""
    mine, theirs = await marks_of(ctx, stays), await marks_of(ctx, new)
    await Blocks(ctx.db).spread(mine, theirs)
    await Blocks(ctx.db).spread(theirs, mine)
