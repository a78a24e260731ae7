"""A moderator's desk: how a member stands, what can be done about it, and the numbers of the week."""

from datetime import timedelta

from bot.api import Context
from bot.domain.author import Account
from bot.domain.errors import Told
from bot.domain.events import CommandInvoked
from bot.domain.refs import CommunityId, PersonId
from cogs.cat_tax.rules.pictures import Looked, Sight
from cogs.cat_tax.rules.standing import Proof, State, Tender
from cogs.cat_tax.rules.tax import Payment, Tax
from cogs.cat_tax.steps import asking, door, vouching
from cogs.cat_tax.steps.ground import account_of, cause_of
from cogs.cat_tax.steps.looking import look_at
from cogs.cat_tax.steps.settling import Payer, settle
from cogs.cat_tax.store.answers import CatAnswers
from cogs.cat_tax.store.showings import Showings
from cogs.cat_tax.store.taxes import Taxes
from cogs.cat_tax.views import desk as views

WEEK = timedelta(days=7)


async def open_desk(ctx: Context, member: Account | None) -> None:
    """How a member stands; without one, the numbers of the week."""
    if ctx.community is None:
        return
    if member is None:
        since = ctx.clock.now() - WEEK
        numbers = await Taxes(ctx.db).week(ctx.community, since)
        answers = await CatAnswers(ctx.db).since(ctx.community, since)
        await ctx.reply(views.week(ctx.texts, numbers, answers))
        return
    if member.bot:
        raise Told("desk-bot")
    person = await ctx.accounts.meet(member)
    tax = await Taxes(ctx.db).of(ctx.community, person)
    await ctx.reply(views.member(ctx.texts, member, person, None if tax is None else tax.state))


async def let_off(ctx: Context, person: PersonId) -> None:
    """Exempts a member: nothing is asked of them, or waits for them, any more."""
    member, community = await _member(ctx, person), _community(ctx)
    before = await Taxes(ctx.db).of(community, person)
    now = ctx.clock.now()
    tax = await Taxes(ctx.db).let_off(community, person, State.EXEMPT, cause=cause_of(ctx), at=now)
    if tax is None:
        raise Told("desk-settled")
    await _end_what_waits(ctx, tax if before is None else before)
    await door.open_for(ctx, person)
    await ctx.audit("audit-exempted", {"name": member.name})
    await ctx.update(views.member(ctx.texts, member, person, State.EXEMPT))


async def stamp_person(ctx: Context, person: PersonId) -> None:
    """Counts a member as paid, with the picture that waits if there is one."""
    member, community = await _member(ctx, person), _community(ctx)
    showing = await Showings(ctx.db).of_person(community, person)
    if showing is not None:
        await vouching.stamped(ctx, showing.id)
    else:
        tax = await Taxes(ctx.db).of(community, person)
        await _stamp(ctx, member, person, tax, None)
    await ctx.update(views.member(ctx.texts, member, person, State.PAID))


async def stamp_message(ctx: Context) -> None:
    """Stamps the picture of a message; on platforms without menus by the command in reply to it."""
    event = ctx.event
    if not isinstance(event, CommandInvoked) or not isinstance(event.target_author, Account):
        raise Told("stamp-what")
    author = event.target_author
    pictures = [one for one in event.target_attachments if one.claims_picture]
    if author.bot or not pictures:
        raise Told("stamp-what")
    person = await ctx.accounts.meet(author)
    looked = await look_at(ctx, pictures)
    tax = await Taxes(ctx.db).of(_community(ctx), person)
    await _stamp(ctx, author, person, tax, looked)
    await ctx.notice("stamp-done", name=author.name)


async def _stamp(ctx: Context, member: Account, person: PersonId, tax: Tax | None, looked: Looked | None) -> None:
    if tax is not None and tax.state is State.PAID and tax.settled_by != cause_of(ctx):
        raise Told("desk-settled")
    readable = looked is not None and looked.sight is not Sight.UNREADABLE
    place = ctx.place if tax is None or tax.place is None else tax.place
    payment = Payment(
        Tender.PICTURE,
        Proof.MODERATOR,
        place,
        cause_of(ctx),
        ctx.clock.now(),
        looked.thumbnail if looked is not None and readable else None,
    )
    texts = await ctx.texts_for(person)
    payer = Payer(person, member, texts, lambda outgoing: ctx.send(place, outgoing))
    await ctx.audit("audit-stamped", {"name": member.name})
    await settle(ctx, payer, payment, looked if readable else None)


async def ask_again(ctx: Context, person: PersonId) -> None:
    """Asks a member now, whatever was before."""
    member, community = await _member(ctx, person), _community(ctx)
    tax = await Taxes(ctx.db).of(community, person)
    await _start_over(ctx, community, person, tax)
    place = tax.place if tax is not None and tax.place is not None else None
    if place is None and ctx.space is not None:
        place, _ = await asking.where_they_introduce(ctx, ctx.space)
    await asking.ask_anew(ctx, member, person, place or ctx.place, tax)
    await ctx.audit("audit-asked-again", {"name": member.name})
    await ctx.update(views.member(ctx.texts, member, person, State.ASKED))


async def start_over(ctx: Context, person: PersonId) -> None:
    """Makes a member a newcomer again: their next introduction is their first."""
    member, community = await _member(ctx, person), _community(ctx)
    await _start_over(ctx, community, person, await Taxes(ctx.db).of(community, person))
    await ctx.audit("audit-reset", {"name": member.name})
    await ctx.update(views.member(ctx.texts, member, person, State.EXPECTED))


async def _start_over(ctx: Context, community: CommunityId, person: PersonId, tax: Tax | None) -> None:
    if tax is not None:
        await _end_what_waits(ctx, tax)
        await ctx.jobs.cancel(f"remind:{tax.id}")
    place = None if tax is None else tax.place
    await Taxes(ctx.db).restart(community, person, place, ctx.clock.now())


async def _end_what_waits(ctx: Context, tax: Tax) -> None:
    await asking.end_question(ctx, tax)
    showing = await Showings(ctx.db).of_person(tax.community, tax.person)
    if showing is not None:
        await vouching.forget(ctx, showing)


async def _member(ctx: Context, person: PersonId) -> Account:
    member = await account_of(ctx, person)
    if member is None:
        raise Told("desk-gone")
    return member


def _community(ctx: Context) -> CommunityId:
    if ctx.community is None:
        raise Told("error-only-in-community")
    return ctx.community
