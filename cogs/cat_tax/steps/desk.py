"""A moderator's desk: how a member stands, what can be done about it, and the numbers of the week."""

from dataclasses import dataclass
from datetime import timedelta

from bot.api import Context, JobContext
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.errors import Told
from bot.domain.events import CommandInvoked
from bot.domain.refs import CommunityId, PersonId, PlaceId
from cogs.cat_tax.actions import AtDesk, Desk
from cogs.cat_tax.rules.pictures import Looked, Sight
from cogs.cat_tax.rules.standing import Proof, State, Tender
from cogs.cat_tax.rules.tax import Payment, Tax
from cogs.cat_tax.steps import asking, door, vouching
from cogs.cat_tax.steps.ground import account_of, cause_of, club_of
from cogs.cat_tax.steps.looking import look_at
from cogs.cat_tax.steps.settling import Payer, settle
from cogs.cat_tax.store.answers import CatAnswers
from cogs.cat_tax.store.showings import Showings
from cogs.cat_tax.store.taxes import Taxes
from cogs.cat_tax.views import desk as views

WEEK = timedelta(days=7)


async def open_desk(ctx: Context, member: Account | None) -> None:
    """How a member stands; without one, the numbers of the week."""
    if ctx.community is None or ctx.space is None:
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
    place, _ = await asking.where_they_introduce(ctx, ctx.space)
    desk = Desk(ctx.community, ctx.space, place or ctx.place)
    await ctx.reply(views.member(ctx.texts, member, desk, person, None if tax is None else tax.state))


@dataclass(frozen=True, slots=True)
class _Case:
    """What a pressed key of the desk is about, as it is now.

    Attributes:
        here: acts for the community.
        cause: the press.
    """

    here: JobContext
    community: CommunityId
    member: Account
    person: PersonId
    tax: Tax | None
    cause: str


async def _case(ctx: Context, action: AtDesk) -> _Case:
    """Goes on only for who is a moderator there now, of a space that is of that community still."""
    desk = action.desk
    if desk.space not in [space for space, _ in await ctx.clubs.spaces(desk.community)]:
        raise Told("error-stale")
    if await ctx.members(desk.space).access(desk.space, ctx.account.ref) < Access.MODERATOR:
        raise Told("error-needs-moderator")
    here = await club_of(ctx, desk.community)
    member = await account_of(here, action.person)
    if member is None:
        raise Told("desk-gone")
    tax = await Taxes(here.db).of(desk.community, action.person)
    return _Case(here, desk.community, member, action.person, tax, cause_of(ctx))


async def _shown(ctx: Context, action: AtDesk, case: _Case, state: State) -> None:
    await ctx.update(views.member(ctx.texts, case.member, action.desk, case.person, state))


async def let_off(ctx: Context, action: AtDesk) -> None:
    """Exempts a member: nothing is asked of them, or waits for them, any more."""
    case = await _case(ctx, action)
    here, now = case.here, ctx.clock.now()
    tax = await Taxes(here.db).let_off(case.community, case.person, State.EXEMPT, cause=case.cause, at=now)
    if tax is None:
        raise Told("desk-settled")
    await _end_what_waits(here, case.tax or tax)
    await door.open_for(here, case.person)
    await here.audit("audit-exempted", {"name": case.member.name})
    await _shown(ctx, action, case, State.EXEMPT)


async def stamp_person(ctx: Context, action: AtDesk) -> None:
    """Counts a member as paid, with the picture that waits if there is one."""
    case = await _case(ctx, action)
    showing = await Showings(case.here.db).of_person(case.community, case.person)
    if showing is not None:
        await vouching.stamp(case.here, showing, case.cause)
    else:
        await _stamp(case, action.desk.place, None)
    await _shown(ctx, action, case, State.PAID)


async def ask_again(ctx: Context, action: AtDesk) -> None:
    """Asks a member now, whatever was before."""
    case = await _case(ctx, action)
    if case.tax is None or case.tax.asked_by != case.cause:  # else a kill cut this short
        await _start_over(case)
    place = action.desk.place if case.tax is None or case.tax.place is None else case.tax.place
    await asking.ask_anew(case.here, case.member, case.person, place, case.tax, case.cause)
    await case.here.audit("audit-asked-again", {"name": case.member.name})
    await _shown(ctx, action, case, State.ASKED)


async def start_over(ctx: Context, action: AtDesk) -> None:
    """Makes a member a newcomer again: their next introduction is asked about."""
    case = await _case(ctx, action)
    await _start_over(case)
    await case.here.audit("audit-reset", {"name": case.member.name})
    await _shown(ctx, action, case, State.EXPECTED)


async def _start_over(case: _Case) -> None:
    tax = case.tax
    if tax is not None:
        await _end_what_waits(case.here, tax)
        await case.here.jobs.cancel(f"remind:{tax.id}")
    place = None if tax is None else tax.place
    await Taxes(case.here.db).restart(case.community, case.person, place, case.here.clock.now())


async def _end_what_waits(here: JobContext, tax: Tax) -> None:
    await asking.end_question(here, tax)
    showing = await Showings(here.db).of_person(tax.community, tax.person)
    if showing is not None:
        await vouching.forget(here, showing)


# -------------------------------------------------------------------------------------------------------- by a message


async def stamp_message(ctx: Context) -> None:
    """Stamps the picture of a message; on platforms without menus by the command in reply to it."""
    event = ctx.event
    if ctx.community is None:
        raise Told("error-only-in-community")
    if not isinstance(event, CommandInvoked) or not isinstance(event.target_author, Account):
        raise Told("stamp-what")
    author = event.target_author
    pictures = [one for one in event.target_attachments if one.claims_picture]
    if author.bot or not pictures:
        raise Told("stamp-what")
    person = await ctx.accounts.meet(author)
    looked = await look_at(ctx, pictures)
    tax = await Taxes(ctx.db).of(ctx.community, person)
    await _stamp(_Case(ctx, ctx.community, author, person, tax, cause_of(ctx)), ctx.place, looked)
    await ctx.notice("stamp-done", name=author.name)


async def _stamp(case: _Case, elsewhere: PlaceId, looked: Looked | None) -> None:
    here, tax = case.here, case.tax
    if tax is not None and tax.state is State.PAID and tax.settled_by != case.cause:
        raise Told("desk-settled")
    readable = looked is not None and looked.sight is not Sight.UNREADABLE
    place = elsewhere if tax is None or tax.place is None else tax.place
    thumbnail = looked.thumbnail if looked is not None and readable else None
    payment = Payment(Tender.PICTURE, Proof.MODERATOR, place, case.cause, here.clock.now(), thumbnail)
    texts = await here.texts_for(case.person)
    payer = Payer(case.person, case.member, texts, lambda outgoing: here.send(place, outgoing))
    await here.audit("audit-stamped", {"name": case.member.name})
    await settle(here, payer, payment, looked if readable else None)
