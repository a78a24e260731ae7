"""Names and accounts are shown once all on a line said yes to it; and where they are, they may move into a thread."""

from bot.api import Context, JobContext
from bot.domain.author import Account
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId
from cogs.spies.rules.pairs import Pair, PairId, Side
from cogs.spies.steps.sides import own_line, talking_line, texts_on
from cogs.spies.store.pairs import Pairs
from cogs.spies.views import line as views


async def show(ctx: Context, pair_id: PairId) -> Outgoing:
    """Somebody says yes; what they are told.

    Raises:
        Told: the line has ended, or rests.
    """
    await talking_line(ctx, pair_id, ctx.person)
    handle = f"@{ctx.account.handle}" if ctx.account.handle else ""
    await Pairs(ctx.db).put_shows(pair_id, ctx.person, ctx.account.name, handle)
    pair, _ = await own_line(ctx, pair_id, ctx.person)
    for side in pair.others(ctx.person):
        if side.place is None:
            continue
        if pair.shown:
            said = await _faces(ctx, pair, side.person)
            await ctx.entrust(side.place, said, key=f"shown {pair.id} {side.person}")
        elif not side.shows:
            wish = views.show_wished(await texts_on(ctx, pair, side.person), pair.id, pair.called(ctx.person))
            await ctx.entrust(side.place, wish, key=f"wishes {pair.id} {ctx.person} {side.person}")
    if pair.shown:
        return await _faces(ctx, pair, ctx.person)
    return views.show_waiting(await texts_on(ctx, pair, ctx.person), pair, ctx.person)


async def _faces(ctx: JobContext, pair: Pair, person: PersonId) -> Outgoing:
    texts = await texts_on(ctx, pair, person)
    return views.shown_all(texts, [(side, await _accounts(ctx, side)) for side in pair.others(person)])


async def _accounts(ctx: JobContext, side: Side) -> list[Account]:
    return [Account(user, side.name) for user in await ctx.accounts.of(side.person)]
