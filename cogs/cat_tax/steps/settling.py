"""Settles a tax: the row, the receipt and its thanks, the door, and what comes later."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.api import JobContext, Texts
from bot.api.offers.album import Album
from bot.domain.attachments import File
from bot.domain.author import Account
from bot.domain.message import Outgoing
from bot.domain.refs import MessageRef, PersonId, PostId
from bot.ports.outcome import Delivery, Refused
from cogs.cat_tax.actions import ForgetThumbnail, Remind
from cogs.cat_tax.rules.pictures import Looked
from cogs.cat_tax.rules.standing import ANSWERED_WITHIN, DECIDED_WITHIN, REMINDED_AFTER, State
from cogs.cat_tax.rules.tax import Payment, Tax
from cogs.cat_tax.settings import REMINDERS
from cogs.cat_tax.steps import asking, door
from cogs.cat_tax.steps.drawing import drawn
from cogs.cat_tax.steps.ground import name_of
from cogs.cat_tax.store.prints import Prints
from cogs.cat_tax.store.showings import Showings
from cogs.cat_tax.store.taxes import Taxes
from cogs.cat_tax.views.drawings import receipt_file, receipt_order
from cogs.cat_tax.views.thanking import thanked
from cogs.cat_tax.work.drawing_jobs import draw_receipt

Say = Callable[[Outgoing], Awaitable[Delivery]]


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays, and how they are answered.

    Attributes:
        account: as shown where they are answered.
        say: answers them; what is said stays.
        shown_in: the message whose key they pressed, which goes with the question.
    """

    person: PersonId
    account: Account
    texts: Texts
    say: Say
    shown_in: MessageRef | None = None


async def settle(here: JobContext, payer: Payer, payment: Payment, looked: Looked | None = None) -> Tax | None:
    """Counts a payment, thanks for it, and opens what was kept closed.

    Args:
        here: acts for the community.
        payer: who pays.
        payment: with what.
        looked: what was seen in the picture, where there was one.

    Returns:
        The settled row; None when something else settled it, also at the same moment, and nothing was said.
    """
    if here.community is None:
        return None
    fingerprint = None if looked is None else looked.fingerprint
    joke = None if fingerprint is None else await _joke(here, payer.person, fingerprint, payment.cause)
    tax = await Taxes(here.db).settle(here.community, payer.person, payment)
    if tax.settled_by != payment.cause:
        return None
    if fingerprint is not None:
        await Prints(here.db).keep(here.community, payer.person, fingerprint, cause=payment.cause)
    # What they wait for comes first, the thanks later, since a picture is drawn for those. What a second run begins
    # with after a kill, the picture that waits, goes last.
    # Only who knocks is thanked before: once they are let in, a bot that they never wrote to may not write to them.
    knocks = await door.is_knocked_at(here, payer.person)
    if knocks:
        await _thank(here, payer, tax, joke, alone=True)
    await door.open_for(here, payer.person)
    await _plan(here, tax)
    await asking.end_question(here, tax, shown_in=payer.shown_in)
    if not knocks:
        await _thank(here, payer, tax, joke)
    await _end_what_waits(here, payer, tax)
    return tax


async def _joke(here: JobContext, person: PersonId, fingerprint: int, cause: str) -> str | None:
    """The key of a joke on a picture that was shown before."""
    if here.community is None:
        return None
    known = await Prints(here.db).known(here.community, fingerprint, besides=cause)
    if known is None:
        return None
    return "known-yours" if known == person else "known-others"


async def _end_what_waits(here: JobContext, payer: Payer, tax: Tax) -> None:
    showings = Showings(here.db)
    showing = await showings.of_person(tax.community, tax.person)
    if showing is not None:
        await end_showing(here, showing.posts)
        await showings.end(showing.id)
    if tax.place is not None and tax.state is not State.OWES:
        await here.unwatch(tax.place, person=payer.account.ref)


async def end_showing(here: JobContext, posts: Sequence[PostId]) -> None:
    """Takes away the bot's posts that asked members."""
    for post in posts:
        message = await here.post_message(post)
        if message is not None:
            await here.unwatch_message(message)
            await here.delete(message)


async def _thank(here: JobContext, payer: Payer, tax: Tax, joke: str | None, *, alone: bool = False) -> None:
    if tax.tender is None or tax.number is None:
        return
    may_share = tax.thumbnail is not None and tax.proof is not None and tax.proof.may_be_shown
    outgoing = thanked(
        payer.texts,
        payer.account,
        tax.tender,
        tax=tax.id,
        number=tax.number,
        receipt=await _receipt(here, payer, tax),
        joke=joke,
        alone=alone,
        asks_to_share=may_share and await here.find(Album) is not None,
    )
    delivery = await payer.say(outgoing)
    if isinstance(delivery, Refused) or not delivery.messages:
        return
    message = delivery.messages[0]
    await Taxes(here.db).keep_receipt(tax.id, await here.keep_post(message))
    await here.watch_message(message, until=here.clock.now() + ANSWERED_WITHIN)


async def _receipt(here: JobContext, payer: Payer, tax: Tax) -> File | None:
    picture = await drawn(here, draw_receipt, receipt_order(payer.texts, payer.account, tax, await name_of(here)))
    return None if picture is None else receipt_file(payer.texts, payer.account, tax, picture)


async def _plan(here: JobContext, tax: Tax) -> None:
    now = here.clock.now()
    if tax.thumbnail is not None:
        await here.jobs.schedule(ForgetThumbnail(tax.id), now + DECIDED_WITHIN, key=f"thumbnail:{tax.id}")
    if tax.state is not State.OWES:
        await here.jobs.cancel(f"remind:{tax.id}")
    elif await here.setting(REMINDERS):
        await here.jobs.schedule(Remind(tax.id), now + REMINDED_AFTER, key=f"remind:{tax.id}")
