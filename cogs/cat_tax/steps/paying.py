"""Pays: with a picture, which is looked at, or with what else counts."""

from collections.abc import Sequence
from dataclasses import replace

from bot.api import Context, JobContext, Texts
from bot.domain.attachments import Attachment
from bot.domain.capabilities import Forms
from bot.domain.errors import Told
from bot.domain.events import MessagePosted
from bot.domain.message import Only, Outgoing
from bot.domain.refs import PlaceId
from bot.ports.outcome import Delivery, Refused, Sent
from cogs.cat_tax.actions import PayNow
from cogs.cat_tax.rules.pictures import Looked, Sight, Trouble
from cogs.cat_tax.rules.standing import HEARD_FOR, Proof, State, Tender
from cogs.cat_tax.rules.tax import Payment, Tax
from cogs.cat_tax.steps import asking, door, vouching
from cogs.cat_tax.steps.ground import cause_of, club_of, own_tax, texts_of
from cogs.cat_tax.steps.looking import look_at
from cogs.cat_tax.steps.settling import Payer, Say, settle
from cogs.cat_tax.store.doors import Doors
from cogs.cat_tax.store.taxes import Taxes
from cogs.cat_tax.views.asking import WITHOUT_A_CAT, cat_form, explained
from cogs.cat_tax.views.thanking import paid_twice
from cogs.cat_tax.views.vouching import second_chance, unreadable


async def by_message(ctx: Context, texts: Texts, event: MessagePosted, tax: Tax | None) -> None:
    """A message with pictures, in an introduction or after the question."""
    pictures = [one for one in event.attachments if one.claims_picture]
    payer = Payer(ctx.person, ctx.account, texts, ctx.reply)
    newcomer = tax is None or tax.state is State.EXPECTED
    await _by_pictures(ctx, ctx, payer, pictures, tax, introduces=event if newcomer else None)


async def while_knocking(ctx: Context, event: MessagePosted) -> None:
    """What somebody says in private who waits at a door: a picture pays, and to anything else it is said how."""
    pictures = [one for one in event.attachments if one.claims_picture]
    for community in await Doors(ctx.db).communities_of(ctx.person):
        tax = await Taxes(ctx.db).of(community, ctx.person)
        if tax is None or tax.place is not None or (tax.state is not State.ASKED and tax.settled_by != cause_of(ctx)):
            continue
        if not pictures:
            await ctx.reply(Outgoing(explained(ctx.texts, reads_all=True)))
            return
        here = await club_of(ctx, community)
        texts = await texts_of(ctx, event.text.plain, tax)
        await _by_pictures(ctx, here, Payer(ctx.person, ctx.account, texts, ctx.reply), pictures, tax)
        return


async def by_command(ctx: Context, picture: Attachment | None) -> None:
    """``/cat``: with a picture it pays; without one it says how."""
    if ctx.community is None:
        return
    if picture is None:
        text = explained(ctx.texts, reads_all=False)
        await ctx.reply(Outgoing(text, audience=Only(ctx.account.ref)))
        return
    tax = await Taxes(ctx.db).of(ctx.community, ctx.person)
    payer = Payer(ctx.person, ctx.account, ctx.texts, ctx.reply)
    await _by_pictures(ctx, ctx, payer, [picture], tax)


async def asked_for_picture(ctx: Context, action: PayNow) -> None:
    """*Pay now*: a form in private and where the platform has its own, else how to pay, which is to send it."""
    number = action.tax
    if ctx.space is None and action.community is not None:
        tax = await Taxes(ctx.db).of(action.community, ctx.person)
        if tax is None:
            raise Told("settled-already")
        number = tax.id
    in_steps = ctx.capabilities.forms is not Forms.NATIVE
    if ctx.space is None or not in_steps:
        await ctx.open_form(cat_form(ctx.texts, number, in_steps=in_steps))
    else:
        await ctx.reply(Outgoing(explained(ctx.texts, reads_all=ctx.capabilities.reads_all)))


async def by_form(ctx: Context, number: int, pictures: Sequence[Attachment]) -> None:
    """The form's pictures."""
    tax = await own_tax(ctx, number)
    here = await club_of(ctx, tax.community)
    texts = await texts_of(ctx, "", tax)
    payer = Payer(ctx.person, ctx.account, texts, await _answering(ctx, here, tax))
    await _by_pictures(ctx, here, payer, pictures, tax)


async def by_word(ctx: Context, number: int, tender: Tender) -> None:
    """With something that is no cat. A picture is paid by showing it, so a pressed key never stands for one."""
    if tender not in WITHOUT_A_CAT:
        raise Told("error-stale")
    tax = await own_tax(ctx, number)
    here = await club_of(ctx, tax.community)
    texts = await texts_of(ctx, "", tax)
    say = _quietly(ctx) if tax.together else await _answering(ctx, here, tax)
    payer = Payer(ctx.person, ctx.account, texts, say, shown_in=ctx.message)
    await _settled(here, payer, Payment(tender, Proof.WORD, _place(ctx, tax), cause_of(ctx), ctx.clock.now()))


async def skip(ctx: Context, number: int) -> None:
    """Lets them off, without a word in front of others."""
    tax = await own_tax(ctx, number)
    here = await club_of(ctx, tax.community)
    now = ctx.clock.now()
    let_off = await Taxes(ctx.db).let_off(tax.community, ctx.person, State.SKIPPED, cause=cause_of(ctx), at=now)
    if let_off is None:
        raise Told("settled-already")
    await asking.end_question(here, let_off, shown_in=ctx.message)
    await door.open_for(here, ctx.person)
    await ctx.notice("skipped")


# ------------------------------------------------------------------------------------------------------------- pictures


async def _by_pictures(
    ctx: Context,
    here: JobContext,
    payer: Payer,
    pictures: Sequence[Attachment],
    tax: Tax | None,
    *,
    introduces: MessagePosted | None = None,
) -> None:
    """Looks, and goes on as what is seen says.

    Args:
        ctx: what was done.
        here: acts for the community.
        payer: who pays.
        pictures: at least one.
        tax: how they stood before.
        introduces: the message, when it is their introduction, and nobody asked them before.
    """
    if tax is not None and tax.state is State.PAID and tax.settled_by != cause_of(ctx):
        await payer.say(paid_twice(payer.texts, payer.account))
        return
    looked = await look_at(here, pictures)
    if looked is None:
        if not isinstance(ctx.event, MessagePosted):
            raise Told("picture-gone")
        return  # deleted before it was looked at: nothing was shown, and nothing is said
    place = _place(ctx, tax)
    # Who still stands at the door has nobody around to vouch, and is believed.
    believed = looked.sight is Sight.UNSURE and place is None
    if looked.sight is Sight.CAT or believed:
        proof = Proof.WORD if believed else Proof.MODEL
        payment = Payment(Tender.PICTURE, proof, place, cause_of(ctx), ctx.clock.now(), looked.thumbnail)
        await _settled(here, payer, payment, looked)
        return
    if introduces is not None:
        tax = await _noted(ctx, introduces) or tax
    match looked.sight:
        case Sight.UNSURE if place is not None:
            showing = await vouching.begin(ctx, here, payer, looked, place)
            if showing is not None:
                await vouching.ask_members(here, showing, payer, payer.say)
        case Sight.OTHER:
            await _give_second_chance(ctx, here, payer, looked, tax)
        case _:
            await _say_and_keep(here, payer, tax, unreadable(payer.texts, looked.trouble or Trouble.BROKEN))


async def _settled(here: JobContext, payer: Payer, payment: Payment, looked: Looked | None = None) -> None:
    """Settles; who was settled meanwhile by something else is told so."""
    if await settle(here, payer, payment, looked) is None:
        await payer.say(paid_twice(payer.texts, payer.account))


async def _give_second_chance(ctx: Context, here: JobContext, payer: Payer, looked: Looked, tax: Tax | None) -> None:
    asked = tax is not None and tax.state in {State.ASKED, State.OWES}
    if isinstance(ctx.event, MessagePosted) and not asked:
        return  # nobody asked them for a cat
    place = _place(ctx, tax)
    showing = None if place is None else await vouching.begin(ctx, here, payer, looked, place)
    number = tax.id if tax is not None and asked else None
    waits = None if showing is None else showing.id
    await _say_and_keep(here, payer, tax, second_chance(payer.texts, payer.account, number, waits))


async def _say_and_keep(here: JobContext, payer: Payer, tax: Tax | None, outgoing: Outgoing) -> None:
    """Says something that goes with the question once that is settled."""
    delivery = await payer.say(outgoing)
    if isinstance(delivery, Refused) or tax is None or tax.together:
        return
    posts = [await here.keep_post(message) for message in delivery.messages]
    await Taxes(here.db).keep_posts(tax.id, (*tax.posts, *posts))


async def _noted(ctx: Context, event: MessagePosted) -> Tax | None:
    """Writes down that an introduction was answered, so that nobody is asked again, and waits for another picture."""
    if ctx.community is None or not await asking.is_wanted(ctx):
        return None
    tax = await Taxes(ctx.db).ask(ctx.community, ctx.person, await asking.begun(ctx, event))
    await ctx.watch(ctx.place, person=ctx.account.ref, until=ctx.clock.now() + HEARD_FOR)
    return tax


# ------------------------------------------------------------------------------------------------------------ answering


def _place(ctx: Context, tax: Tax | None) -> PlaceId | None:
    if tax is not None and tax.place is not None:
        return tax.place
    return None if ctx.space is None else ctx.place


async def _answering(ctx: Context, here: JobContext, tax: Tax) -> Say:
    """Answers where they introduced themselves; who asks to be let in, in private."""
    place = _place(ctx, tax)
    reply_to = None if tax.introduction is None else await here.post_message(tax.introduction)

    async def say(outgoing: Outgoing) -> Delivery:
        if place is None:
            return await ctx.reply(outgoing)
        delivery = await here.send(place, replace(outgoing, reply_to=reply_to))
        if ctx.space is None and not isinstance(delivery, Refused):
            await ctx.reply(Outgoing(ctx.texts("said-over-there")))
        return delivery

    return say


def _quietly(ctx: Context) -> Say:
    """Answers who was greeted together with many others: a short word, and no more."""

    async def say(outgoing: Outgoing) -> Delivery:
        del outgoing
        await ctx.notice("thanks-in-a-rush")
        return Sent(())

    return say
