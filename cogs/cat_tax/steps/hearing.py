"""What is heard: who comes and goes, and what each message means."""

from bot.api import Context
from bot.domain.events import Community, MemberJoined, MessagePosted, Private
from cogs.cat_tax.rules import introductions
from cogs.cat_tax.rules.introductions import Said, Verdict
from cogs.cat_tax.rules.standing import EXPECTED_FOR, MISSED_FOR, State
from cogs.cat_tax.rules.tax import Tax
from cogs.cat_tax.settings import INTRODUCTIONS
from cogs.cat_tax.steps import answering, asking, door, later, paying, vouching
from cogs.cat_tax.steps.ground import cause_of, in_all_languages, texts_of
from cogs.cat_tax.store.showings import Showings
from cogs.cat_tax.store.taxes import Taxes
from cogs.cat_tax.views.thanking import paid_twice


async def joined(ctx: Context, event: MemberJoined) -> None:
    """Remembers a newcomer; where messages cannot be read, or they cannot write yet, invites them to pay at once.

    Who still waits for a captcha or the platform's screening is told again once that is over.
    """
    if ctx.community is None or ctx.space is None:
        return
    if event.screening:
        await _ask_later(ctx)
        return
    place, sole = await asking.where_they_introduce(ctx, ctx.space)
    await Taxes(ctx.db).expect(ctx.community, ctx.person, place, ctx.clock.now())
    await later.forget_newcomers(ctx)
    held_back = await door.closed(ctx, event)
    if (held_back or not ctx.capabilities.reads_all) and await asking.is_wanted(ctx):
        invited = await asking.invite(ctx, place or (ctx.place if held_back else None), held_back=held_back)
        if held_back and not invited:
            await door.open_for(ctx, ctx.person)  # in a quiet chat, say: nobody waits without a key to press
    elif sole and place is not None:
        await ctx.watch(place, person=ctx.account.ref, until=ctx.clock.now() + EXPECTED_FOR)


async def _ask_later(ctx: Context) -> None:
    """Takes back what was asked at the very joining: that a captcha holds them is told a moment after it."""
    if ctx.community is None:
        return
    await door.given_over(ctx)
    tax = await Taxes(ctx.db).of(ctx.community, ctx.person)
    if tax is not None and tax.state is State.ASKED and tax.introduction is None and tax.place is not None:
        await asking.end_question(ctx, tax)
        await Taxes(ctx.db).restart(ctx.community, ctx.person, tax.place, ctx.clock.now())


async def left(ctx: Context) -> None:
    """Takes the question away with whom it was for, and forgets a picture that waits."""
    if ctx.community is None:
        return
    tax = await Taxes(ctx.db).of(ctx.community, ctx.person)
    if tax is not None:
        if tax.called is not None:
            await Taxes(ctx.db).greeted([tax], ())  # the greeting that they wait for names them no more
        await asking.end_question(ctx, tax)
        if tax.place is not None:
            await ctx.unwatch(tax.place, person=ctx.account.ref)
    showing = await Showings(ctx.db).of_person(ctx.community, ctx.person)
    if showing is not None:
        await vouching.forget(ctx, showing)


async def said(ctx: Context, event: MessagePosted) -> None:
    """Judges a message: an introduction without a cat, a cat, a cat in answer to another, or nothing to us."""
    if isinstance(event.where, Private):
        await paying.while_knocking(ctx, event)
    if ctx.community is None or not event.readable or not isinstance(event.where, Community):
        return
    answered = await answering.receipt_answered(ctx, event)
    tax = await Taxes(ctx.db).of(ctx.community, ctx.person)
    texts = await texts_of(ctx, event.text.plain, tax)
    match await _verdict(ctx, event, event.where, tax):
        case Verdict.ASK:
            await asking.introduced(ctx, texts, event)
        case Verdict.PAY:
            await paying.by_message(ctx, texts, event, tax)
        case Verdict.AGAIN if tax is not None and answered is None and await Taxes(ctx.db).tease(tax.id):
            await ctx.reply(paid_twice(texts, ctx.account))
        case _:
            pass
    if answered is not None:
        await answering.by_message(ctx, answered, event)


async def _verdict(ctx: Context, event: MessagePosted, where: Community, tax: Tax | None) -> Verdict:
    cause = cause_of(ctx)
    pictures = any(one.claims_picture for one in event.attachments)
    # Handled again after a kill: what is left of it is done.
    if tax is not None and tax.settled_by == cause:
        return Verdict.PAY
    if tax is not None and tax.state is State.ASKED and tax.asked_by == cause:
        return Verdict.NOTHING if tax.posts else Verdict.PAY if pictures else Verdict.ASK
    text = event.text.plain
    chosen = await ctx.setting(INTRODUCTIONS)
    named = introductions.names_introductions(where.chat_name, in_all_languages(ctx, "introduction-names"))
    said_now = Said(
        text=text,
        pictures=pictures,
        answers=event.reply_to is not None,
        answers_us=await _answers_us(ctx, event, tax),
        forwarded=event.forwarded,
        tagged=introductions.is_tagged(text, in_all_languages(ctx, "introduction-tags")),
        introductions=named if chosen is None else chosen == ctx.place,
        sole_chat=chosen is None and tax is not None and tax.state is State.EXPECTED and tax.place == ctx.place,
        counts_as_new=not ctx.capabilities.sees_joins or _came_unheard(ctx),
        greetings=in_all_languages(ctx, "greetings"),
    )
    return introductions.judged(said_now, None if tax is None else tax.state)


def _came_unheard(ctx: Context) -> bool:
    """Whether they joined a short while ago: a join is not told again when a connection was lost meanwhile."""
    since = ctx.account.since
    return since is not None and ctx.clock.now() - since < MISSED_FOR


async def _answers_us(ctx: Context, event: MessagePosted, tax: Tax | None) -> bool:
    if event.reply_to is None or tax is None or not tax.posts:
        return False
    return await ctx.find_post(event.reply_to) in tax.posts
