"""*Show mine back*: who answers a cat with a cat is thanked, counted, and remembered for whoever pairs people later."""

from bot.api import Context, Texts
from bot.domain.attachments import Attachment
from bot.domain.capabilities import Forms
from bot.domain.errors import Told
from bot.domain.events import MessagePosted
from bot.domain.message import Outgoing
from cogs.cat_tax.rules.pictures import Sight
from cogs.cat_tax.rules.standing import ANSWERED_WITHIN
from cogs.cat_tax.rules.tax import Tax
from cogs.cat_tax.steps.ground import cause_of, texts_of
from cogs.cat_tax.steps.looking import look_at
from cogs.cat_tax.store.answers import CatAnswers
from cogs.cat_tax.store.taxes import Taxes
from cogs.cat_tax.views.thanking import answered, mine_form


async def pressed(ctx: Context, number: int) -> None:
    """Asks for the cat by the platform's form; where it has none, tells how: in reply to the receipt."""
    if ctx.capabilities.forms is Forms.NATIVE:
        await ctx.open_form(mine_form(ctx.texts, number))
        return
    await _theirs(ctx, number)
    if ctx.message is not None:
        await ctx.watch_message(ctx.message, until=ctx.clock.now() + ANSWERED_WITHIN)
    await ctx.reply(Outgoing(ctx.texts("how-to-answer")))


async def by_form(ctx: Context, number: int, pictures: tuple[Attachment, ...]) -> None:
    """The form's picture."""
    tax = await _theirs(ctx, number)
    if not await _thank(ctx, tax, pictures, ctx.texts):
        raise Told("picture-gone")


async def receipt_answered(ctx: Context, event: MessagePosted) -> Tax | None:
    """Whose receipt a message with a picture answers; None when none, or one's own."""
    if ctx.community is None or event.reply_to is None or not any(one.claims_picture for one in event.attachments):
        return None
    post = await ctx.find_post(event.reply_to)
    tax = None if post is None else await Taxes(ctx.db).of_receipt(ctx.community, post)
    return None if tax is None or tax.person == ctx.person else tax


async def by_message(ctx: Context, tax: Tax, event: MessagePosted) -> None:
    """A cat in reply to a receipt."""
    # Whose language is not known reads the one that they answer.
    texts = await texts_of(ctx, event.text.plain, tax)
    await _thank(ctx, tax, tuple(one for one in event.attachments if one.claims_picture), texts)


async def _theirs(ctx: Context, number: int) -> Tax:
    tax = await Taxes(ctx.db).numbered(number)
    if tax is None or tax.community != ctx.community:
        raise Told("error-stale")
    if tax.person == ctx.person:
        raise Told("answer-not-yours")
    return tax


async def _thank(ctx: Context, tax: Tax, pictures: tuple[Attachment, ...], texts: Texts) -> bool:
    """Looks and thanks. False when the picture is gone."""
    looked = await look_at(ctx, pictures)
    if looked is None:
        return False
    if looked.sight is Sight.UNREADABLE:
        raise Told(f"trouble-{looked.trouble.value}" if looked.trouble is not None else "picture-gone")
    cat = looked.sight is not Sight.OTHER
    answers = CatAnswers(ctx.db)
    if cat and not await answers.keep(tax.community, ctx.person, tax.person, cause=cause_of(ctx), at=ctx.clock.now()):
        if not isinstance(ctx.event, MessagePosted):
            await ctx.notice("answered-again")
        return True  # thanked once: a second cat for the same person is just a cat among friends
    count = await answers.given(tax.community, ctx.person)
    outgoing = answered(texts, ctx.account, cat=cat, count=count)
    if isinstance(ctx.event, MessagePosted):
        await ctx.reply(outgoing)
    else:
        await ctx.send(ctx.place, outgoing)
    return True
