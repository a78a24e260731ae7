"""People decide where the recogniser is not sure: members vouch, a moderator's stamp settles it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.api import Context, JobContext
from bot.domain.errors import Told
from bot.domain.events import MessagePosted, ReactionChanged
from bot.domain.message import Outgoing
from bot.domain.refs import MessageRef, PlaceId
from bot.ports.outcome import Delivery, Refused
from cogs.cat_tax.actions import LetLapse
from cogs.cat_tax.rules.pictures import Looked, Sight
from cogs.cat_tax.rules.standing import CAT_REACTIONS, DECIDED_WITHIN, Proof, Tender
from cogs.cat_tax.rules.tax import Payment
from cogs.cat_tax.settings import VOUCHES
from cogs.cat_tax.steps.ground import account_of, cause_of
from cogs.cat_tax.steps.settling import Payer, Say, end_showing, settle
from cogs.cat_tax.store.showings import Showing, Showings
from cogs.cat_tax.views.vouching import members_asked


async def begin(ctx: Context, here: JobContext, payer: Payer, looked: Looked, place: PlaceId) -> Showing | None:
    """Keeps a picture so that people can decide about it; what waited of the same person before is gone.

    Args:
        ctx: what was done.
        here: acts for the community.
        payer: whose picture it is.
        looked: what was seen in it.
        place: where members are asked, which is elsewhere when it was sent in private.
    """
    if here.community is None:
        return None
    spoken = isinstance(ctx.event, MessagePosted) and ctx.message is not None
    showing, before = await Showings(here.db).begin(
        Showing(
            community=here.community,
            person=payer.person,
            cause=cause_of(ctx),
            place=place,
            message=await ctx.keep_post(ctx.message) if spoken and ctx.message is not None else None,
            locale=payer.texts.locale,
            fingerprint=looked.fingerprint,
            thumbnail=looked.thumbnail,
            made=here.clock.now(),
        )
    )
    await end_showing(here, before)
    until = here.clock.now() + DECIDED_WITHIN
    await here.jobs.schedule(LetLapse(showing.id), until, key=f"showing:{showing.id}")
    return showing


async def ask_members(here: JobContext, showing: Showing, payer: Payer, say: Say) -> None:
    """Asks who is there, once for each picture."""
    if showing.posts:
        return
    needed = await here.setting(VOUCHES)
    picture = _unseen(showing)
    delivery = await say(
        members_asked(payer.texts, payer.account, showing.id, vouched=0, needed=needed, picture=picture)
    )
    if isinstance(delivery, Refused):
        return
    posts = tuple([await here.keep_post(message) for message in delivery.messages])
    await Showings(here.db).keep_posts(showing.id, posts)
    until = here.clock.now() + DECIDED_WITHIN
    for message in (*delivery.messages, *await _picture(here, showing)):
        await here.watch_message(message, until=until)


def _unseen(showing: Showing) -> bytes | None:
    """The picture, when members cannot see it otherwise: it came by a form or a command."""
    return showing.thumbnail if showing.message is None else None


async def _picture(here: JobContext, showing: Showing) -> Sequence[MessageRef]:
    message = None if showing.message is None else await here.post_message(showing.message)
    return () if message is None else (message,)


async def insisted(ctx: Context, number: int) -> None:
    """It *is* a cat, says its owner."""
    showing = await _waiting(ctx, number)
    if showing.person != ctx.person:
        raise Told("settled-already")
    texts = ctx.texts.in_(showing.locale)
    payer = Payer(ctx.person, ctx.account, texts, ctx.reply)
    reply_to = next(iter(await _picture(ctx, showing)), None)

    async def say(outgoing: Outgoing) -> Delivery:
        return await ctx.send(showing.place, replace(outgoing, reply_to=reply_to))

    await ask_members(ctx, showing, payer, say)
    if ctx.message is not None:
        await ctx.delete(ctx.message)


async def pressed(ctx: Context, number: int) -> None:
    """A member vouches by the key."""
    showing = await _waiting(ctx, number)
    if showing.person == ctx.person:
        raise Told("vouch-not-yours")
    vouched = await Showings(ctx.db).vouch(showing.id, ctx.person)
    if await _decided(ctx, showing, vouched):
        return
    counted = await _counted(ctx, showing, vouched)
    if counted is not None:
        await ctx.update(counted)


async def reacted(ctx: Context, event: ReactionChanged) -> None:
    """A member vouches by a reaction with a cat or a heart, or takes it back."""
    if ctx.community is None or event.by.bot:
        return
    post = await ctx.find_post(event.message)
    showing = None if post is None else await Showings(ctx.db).of_post(ctx.community, post)
    if showing is None or showing.person == ctx.person:
        return
    if CAT_REACTIONS.intersection(event.added):
        vouched = await Showings(ctx.db).vouch(showing.id, ctx.person)
        if await _decided(ctx, showing, vouched):
            return
    elif CAT_REACTIONS.intersection(event.removed):
        vouched = await Showings(ctx.db).withdraw(showing.id, ctx.person)
    else:
        return
    counted = await _counted(ctx, showing, vouched)
    asking = None if not showing.posts else await ctx.post_message(showing.posts[-1])
    if counted is not None and asking is not None:
        await ctx.edit(asking, counted)


async def _counted(ctx: Context, showing: Showing, vouched: int) -> Outgoing | None:
    """The question with the count as it is now; None when whose picture it is has left."""
    owner = await account_of(ctx, showing.person)
    if owner is None:
        return None
    return members_asked(
        ctx.texts.in_(showing.locale),
        owner,
        showing.id,
        vouched=vouched,
        needed=await ctx.setting(VOUCHES),
        reply_to=next(iter(await _picture(ctx, showing)), None),
        picture=_unseen(showing),
    )


async def stamped(ctx: Context, number: int) -> None:
    """A moderator says so."""
    await stamp(ctx, await _waiting(ctx, number), cause_of(ctx))


async def stamp(here: JobContext, showing: Showing, cause: str) -> None:
    """Settles a picture that waits, because a moderator said so, and writes that down."""
    await here.audit("audit-stamped", await _named(here, showing))
    await _settle(here, showing, Proof.MODERATOR, cause)


async def _named(here: JobContext, showing: Showing) -> dict[str, str]:
    owner = await account_of(here, showing.person)
    return {"name": "" if owner is None else owner.name}


async def _waiting(ctx: Context, number: int) -> Showing:
    """A picture that waits in the community where the key was pressed."""
    showing = await Showings(ctx.db).of(number)
    if showing is None or showing.community != ctx.community:
        raise Told("settled-already")
    return showing


async def _decided(ctx: Context, showing: Showing, vouched: int) -> bool:
    if vouched < await ctx.setting(VOUCHES):
        return False
    await _settle(ctx, showing, Proof.MEMBERS, cause_of(ctx))
    return True


async def _settle(here: JobContext, showing: Showing, proof: Proof, cause: str) -> None:
    owner = await account_of(here, showing.person)
    if owner is None:
        await forget(here, showing)
        return
    picture = next(iter(await _picture(here, showing)), None)

    async def say(outgoing: Outgoing) -> Delivery:
        return await here.send(showing.place, replace(outgoing, reply_to=picture))

    payer = Payer(showing.person, owner, here.texts_in(showing.locale), say)
    looked = Looked(Sight.CAT, fingerprint=showing.fingerprint, thumbnail=showing.thumbnail)
    payment = Payment(Tender.PICTURE, proof, showing.place, cause, here.clock.now(), showing.thumbnail)
    if await settle(here, payer, payment, looked) is None:
        await forget(here, showing)  # another's word settled it at the same moment


async def forget(here: JobContext, showing: Showing) -> None:
    """Nobody decides about it any more."""
    await end_showing(here, showing.posts)
    await Showings(here.db).end(showing.id)


async def lapse(ctx: JobContext, job: LetLapse) -> None:
    """Members did not decide; nobody is the worse for it, and the picture is forgotten."""
    showing = await Showings(ctx.db).of(job.showing)
    if showing is not None:
        await forget(ctx, showing)
