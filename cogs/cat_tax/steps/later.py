"""Later: a promised cat is reminded of, once; a thumbnail that waited in vain is forgotten."""

from dataclasses import replace

from bot.api import JobContext
from bot.ports.outcome import Refused
from cogs.cat_tax.actions import ForgetNewcomers, ForgetThumbnail, Remind
from cogs.cat_tax.rules.standing import ASK_STAYS, EXPECTED_FOR, State
from cogs.cat_tax.settings import REMINDERS
from cogs.cat_tax.steps.ground import account_of, name_of
from cogs.cat_tax.store.taxes import Taxes
from cogs.cat_tax.views.asking import reminded


async def remind(ctx: JobContext, job: Remind) -> None:
    """One kind word to who is still a member: in private, and where that is closed under their introduction."""
    tax = await Taxes(ctx.db).numbered(job.tax)
    if tax is None or tax.state is not State.OWES or not await ctx.setting(REMINDERS):
        return
    if await account_of(ctx, tax.person) is None:
        return
    outgoing = reminded(await ctx.texts_for(tax.person), await name_of(ctx))
    delivery = await ctx.send_directly(tax.person, outgoing)
    if isinstance(delivery, Refused) and tax.place is not None and tax.introduction is not None:
        reply_to = await ctx.post_message(tax.introduction)
        if reply_to is not None:
            await ctx.send(tax.place, replace(outgoing, reply_to=reply_to, lifetime=ASK_STAYS))


async def forget_newcomers(ctx: JobContext) -> None:
    """Who joined a month ago and said nothing is no newcomer any more; looks again when the next one is due."""
    if ctx.community is None:
        return
    first = await Taxes(ctx.db).forget_newcomers(ctx.community, ctx.clock.now() - EXPECTED_FOR)
    if first is not None:
        await ctx.jobs.schedule(ForgetNewcomers(), first + EXPECTED_FOR, key=f"newcomers:{ctx.community}")


async def forget_thumbnail(ctx: JobContext, job: ForgetThumbnail) -> None:
    """Its owner did not say that others may see it."""
    await Taxes(ctx.db).forget_thumbnail(job.tax)
