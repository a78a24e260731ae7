"""The spy cat asks: one by one, in one greeting in a rush, and never twice."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.api import Context, JobContext, Texts
from bot.domain.attachments import File
from bot.domain.author import Account
from bot.domain.events import MessagePosted
from bot.domain.refs import CommunityId, MessageRef, PersonId, PlaceId, SpaceRef
from bot.ports.outcome import Delivery, Refused
from cogs.cat_tax.actions import GreetTogether
from cogs.cat_tax.rules import introductions
from cogs.cat_tax.rules.drawings import pose_of
from cogs.cat_tax.rules.standing import HEARD_FOR, LONGEST_NAME, RUSH_LOST, RUSH_MOST, RUSH_WAIT, RUSH_WINDOW
from cogs.cat_tax.rules.tax import Asking, Tax
from cogs.cat_tax.settings import ASK, ASK_HERE, INTRODUCTIONS, RUSH, THEME
from cogs.cat_tax.steps.drawing import drawn
from cogs.cat_tax.steps.ground import (
    cause_of,
    club_of,
    in_all_languages,
    is_held_back,
    own_tax,
    texts_of,
)
from cogs.cat_tax.store.doors import DoorKind, Doors
from cogs.cat_tax.store.taxes import Taxes
from cogs.cat_tax.views import asking as views
from cogs.cat_tax.views.drawings import spy_cat, spy_order
from cogs.cat_tax.work.drawing_jobs import draw_spy

# --------------------------------------------------------------------------------------------------- who is to be asked


async def is_wanted(ctx: Context) -> bool:
    """Whether newcomers are asked, in the community and in this chat of it."""
    return await ctx.setting(ASK) and await ctx.setting(ASK_HERE)


async def introduced(ctx: Context, texts: Texts, event: MessagePosted) -> Tax | None:
    """Asks who introduced themselves without a cat."""
    if not await is_wanted(ctx):
        return None
    asking = await begun(ctx, event)
    tax = None if ctx.community is None else await Taxes(ctx.db).ask(ctx.community, ctx.person, asking)
    if tax is None:
        return None
    await ctx.watch(ctx.place, person=ctx.account.ref, until=ctx.clock.now() + HEARD_FOR)
    if await _queued_in_a_rush(ctx, tax, ctx.place):
        return tax
    picture = await spy_picture_for(ctx, texts, pose_of(tax.id))
    theme = await theme_of(ctx)
    await _keep(ctx, tax, await ctx.reply(views.asked(texts, ctx.account, tax.id, picture, theme=theme)))
    return tax


async def begun(ctx: Context, event: MessagePosted) -> Asking:
    """Why somebody is asked who wrote this."""
    return Asking(
        place=ctx.place,
        introduction=await ctx.keep_post(event.messages[0]),
        locale=introductions.written_in(event.text.plain),
        cause=cause_of(ctx),
        at=ctx.clock.now(),
    )


async def invite(ctx: Context, place: PlaceId | None, *, held_back: bool = False) -> bool:
    """Asks a newcomer who has not said anything: where messages cannot be read, or they cannot write yet.

    Returns:
        False when they have no question before them.
    """
    if place is None or ctx.community is None:
        return False
    asking = Asking(place, None, None, cause_of(ctx), ctx.clock.now())
    tax = await Taxes(ctx.db).ask(ctx.community, ctx.person, asking)
    if tax is None:
        return False
    if tax.posts or await _queued_in_a_rush(ctx, tax, place):
        return True
    picture = await spy_picture_for(ctx, ctx.texts, pose_of(tax.id))
    theme = await theme_of(ctx)
    outgoing = views.asked(ctx.texts, ctx.account, tax.id, picture, theme=theme, invited=True, held_back=held_back)
    delivery = await ctx.send(place, outgoing)
    await _keep(ctx, tax, delivery)
    return not isinstance(delivery, Refused)


async def ask_anew(
    here: JobContext, member: Account, person: PersonId, place: PlaceId, before: Tax | None, cause: str
) -> None:
    """Asks somebody because a moderator wants it: in reply to their introduction, where that is known."""
    if here.community is None:
        return
    introduction = None if before is None else before.introduction
    locale = None if before is None else before.locale
    asking = Asking(place, introduction, locale, cause, here.clock.now())
    tax = await Taxes(here.db).ask(here.community, person, asking)
    if tax is None:
        return
    texts = await here.texts_for(person)
    picture = await spy_picture_for(here, texts, pose_of(tax.id))
    outgoing = views.asked(texts, member, tax.id, picture, theme=await theme_of(here), invited=introduction is None)
    reply_to = None if introduction is None else await here.post_message(introduction)
    await here.watch(place, person=member.ref, until=here.clock.now() + HEARD_FOR)
    await _keep(here, tax, await here.send(place, replace(outgoing, reply_to=reply_to)))


async def where_they_introduce(ctx: Context, space: SpaceRef) -> tuple[PlaceId | None, bool]:
    """The chat for introductions, and whether it is the space's only one: there newcomers' first words count."""
    chosen = await ctx.setting(INTRODUCTIONS)
    if chosen is not None:
        return chosen, False
    names = in_all_languages(ctx, "introduction-names")
    known = ctx.places(space).known(space)
    for place in known:
        if introductions.names_introductions(place.name, names):
            return await ctx.keep_place(place.chat), False
    return (ctx.place, True) if len(known) <= 1 else (None, False)


# ------------------------------------------------------------------------------------------------------------ in a rush


async def _queued_in_a_rush(ctx: Context, tax: Tax, place: PlaceId) -> bool:
    """Whether so many come at once that they are greeted together."""
    taxes = Taxes(ctx.db)
    now = ctx.clock.now()
    if tax.called is None:
        lately = await taxes.asked_since(tax.community, now - RUSH_WINDOW)
        if lately <= await ctx.setting(RUSH):
            return False
        await taxes.queue(tax.id, ctx.account.name[:LONGEST_NAME])
    first = next(iter(await taxes.queued(tax.community, place)), tax)
    # One greeting at a time: it looks again when it is through, so that nobody is named in two.
    if first.id == tax.id or first.asked is None or first.asked + RUSH_LOST <= now:
        await _greet_at(ctx, place, now + RUSH_WAIT)
    return True


async def _greet_at(ctx: JobContext, place: PlaceId, at: datetime) -> None:
    await ctx.jobs.schedule(GreetTogether(place), at, key=f"together:{place}")


async def greet_together(ctx: JobContext, job: GreetTogether) -> None:
    """Greets all who wait in a place."""
    if ctx.community is None:
        return
    taxes = Taxes(ctx.db)
    waiting = await taxes.queued(ctx.community, job.place)
    if not waiting:
        return
    texts = await ctx.community_texts()
    picture = await spy_picture_for(ctx, texts, pose_of(waiting[0].id))
    names = [tax.called or "" for tax in waiting]
    held_back_from = ctx.community if await _some_held_back(ctx, ctx.community, waiting) else None
    outgoing = views.asked_together(texts, names, picture, await theme_of(ctx), held_back_from=held_back_from)
    delivery = await ctx.send(job.place, outgoing)
    messages = () if isinstance(delivery, Refused) else delivery.messages
    await taxes.greeted(waiting, tuple([await ctx.keep_post(message) for message in messages]))
    if await taxes.queued(ctx.community, job.place):
        gathered = len(waiting) == RUSH_MOST
        await _greet_at(ctx, job.place, ctx.clock.now() + (timedelta() if gathered else RUSH_WAIT))


async def _some_held_back(ctx: JobContext, community: CommunityId, waiting: Sequence[Tax]) -> bool:
    doors = Doors(ctx.db)
    for tax in waiting:
        if any(door.kind is DoorKind.RESTRICTED for door in await doors.of_person(community, tax.person)):
            return True
    return False


# --------------------------------------------------------------------------------------------------------- the question


async def theme_of(here: JobContext) -> str:
    """As what the asker introduces itself, "" for the spy."""
    return (await here.setting(THEME)).strip()


async def spy_picture_for(here: JobContext, texts: Texts, pose: int) -> File:
    """The spy cat: as it is shipped, or drawn with the community's own word for it."""
    theme = await theme_of(here)
    if not theme:
        return spy_cat(texts, pose, theme)
    return spy_cat(texts, pose, theme, await drawn(here, draw_spy, spy_order(texts, pose, theme)))


async def turn(ctx: Context, number: int, *, without: bool) -> None:
    """Turns the question to what else pays, or back."""
    tax = await own_tax(ctx, number)
    texts = await texts_of(ctx, "", tax)
    here = await club_of(ctx, tax.community)
    picture = await spy_picture_for(here, texts, pose_of(tax.id))
    theme = await theme_of(here)
    invited = tax.introduction is None and tax.place is not None
    outgoing = views.asked(
        texts,
        ctx.account,
        tax.id,
        picture,
        theme=theme,
        invited=invited,
        held_back=await is_held_back(ctx),
        without=without,
    )
    await ctx.update(outgoing)


async def _keep(ctx: JobContext, tax: Tax, delivery: Delivery) -> None:
    if not isinstance(delivery, Refused):
        posts = tuple([await ctx.keep_post(message) for message in delivery.messages])
        await Taxes(ctx.db).keep_posts(tax.id, posts)


async def end_question(here: JobContext, tax: Tax, *, shown_in: MessageRef | None = None) -> None:
    """Takes the question away; that it cannot be taken away, or is gone, is no reason to stop.

    Args:
        here: acts for the community.
        tax: whose question.
        shown_in: the message whose key was pressed, which goes too.
    """
    if tax.together:
        return  # it asks others too, and vanishes by itself
    messages = [message for post in tax.posts if (message := await here.post_message(post)) is not None]
    if shown_in is not None and shown_in not in messages:
        messages.append(shown_in)
    for message in messages:
        await here.delete(message)
    if tax.posts:
        await Taxes(here.db).keep_posts(tax.id, ())
