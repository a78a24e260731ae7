"""Who introduces themselves is asked for a cat by the spy cat; who shows one is thanked."""

from bot.api import ChatSetting, Cog, Context, JobContext, JsonValue, Texts, Toggle
from bot.domain.attachments import Attachment
from bot.domain.errors import Told
from bot.domain.events import Community, MemberJoined, MemberLeft, MessagePosted
from bot.domain.locales import Locale
from bot.domain.message import Only, Outgoing
from bot.domain.refs import CommunityId, MessageRef, PersonId, PlaceId, SpaceRef, UserRef
from bot.ports.gateway import AnswerMode, CommandScope
from bot.ports.outcome import Refused
from cogs.cat_tax import views
from cogs.cat_tax.actions import BackToAsk, NoCat, PayNow, PayWith, ShareCat, Skip
from cogs.cat_tax.rules import introductions, pictures
from cogs.cat_tax.rules.introductions import Said, Verdict
from cogs.cat_tax.rules.standing import State, Tender
from cogs.cat_tax.store import Tax, Taxes
from cogs.cat_tax.work import looking_tool

COG = Cog("cat_tax", watched_names=("introduction-names",), watched_tags=("introduction-tags",))
ASK = COG.setting(Toggle("ask", True))
INTRODUCTIONS = COG.setting(ChatSetting("introductions", hears=True))
"""Where members introduce themselves, when the chat's name does not say so."""
COG.tool("look", looking_tool.arguments)(looking_tool.look_at_files)


# ----------------------------------------------------------------------------------------------------- coming and going


@COG.on(MemberJoined)
async def joined(ctx: Context, event: MemberJoined) -> None:
    """Waits for a newcomer's first words; where messages cannot be read, invites them to pay by command."""
    if ctx.community is None or ctx.space is None or event.screening or not await ctx.setting(ASK):
        return
    place = await ctx.setting(INTRODUCTIONS)
    named = None if place is not None else await _place_named_so(ctx, ctx.space)
    # A group that has no other chat is where its newcomers introduce themselves.
    here = ctx.place if len(ctx.places(ctx.space).known(ctx.space)) <= 1 else None
    until = ctx.clock.now() + introductions.HEARD_FOR
    if not ctx.capabilities.reads_all:
        await _invite(ctx, place or named or here)
    elif place is not None:
        await ctx.watch(place, person=ctx.account.ref, until=until)
    elif named is None and here is not None:
        await Taxes(ctx.db).expect(ctx.community, ctx.person, here, ctx.clock.now())
        await ctx.watch(here, person=ctx.account.ref, until=until)


@COG.on(MemberLeft)
async def left(ctx: Context, event: MemberLeft) -> None:
    """Takes the question away with whom it was for."""
    del event
    if ctx.community is None:
        return
    tax = await Taxes(ctx.db).of(ctx.community, ctx.person)
    if tax is not None:
        await _end_question(ctx, tax)


async def _place_named_so(ctx: Context, space: SpaceRef) -> PlaceId | None:
    names = _in_all_languages(ctx, "introduction-names")
    for known in ctx.places(space).known(space):
        if introductions.names_introductions(known.name, names):
            return await ctx.keep_place(known.chat)
    return None


async def _invite(ctx: Context, place: PlaceId | None) -> None:
    if place is None or ctx.community is None:
        return
    taxes = Taxes(ctx.db)
    tax = await taxes.ask(
        ctx.community,
        ctx.person,
        place=place,
        introduction=None,
        locale=None,
        cause=_cause(ctx),
        at=ctx.clock.now(),
    )
    if tax is None or tax.posts:
        return
    delivery = await ctx.send(place, views.asked(ctx.texts, ctx.account, invited=True))
    if not isinstance(delivery, Refused):
        await _keep_question(ctx, tax, delivery.messages)


# --------------------------------------------------------------------------------------------------------- what is said


@COG.on(MessagePosted)
async def said(ctx: Context, event: MessagePosted) -> None:
    """Judges a message: an introduction without a cat, a cat, or nothing to us."""
    if ctx.community is None or not event.readable or not isinstance(event.where, Community):
        return
    tax = await Taxes(ctx.db).of(ctx.community, ctx.person)
    texts = await _texts(ctx, event.text.plain, tax)
    picture = pictures.picture_of(event.attachments)
    match await _verdict(ctx, event, event.where, tax):
        case Verdict.ASK:
            await _ask(ctx, texts, event)
        case Verdict.PAY if picture is not None:
            await _pay(ctx, texts, Tender.PICTURE, picture)
        case Verdict.AGAIN if tax is not None and await Taxes(ctx.db).tease(tax.id):
            await ctx.reply(views.paid_twice(texts, ctx.account))
        case _:
            return


async def _verdict(ctx: Context, event: MessagePosted, where: Community, tax: Tax | None) -> Verdict:
    cause = _cause(ctx)
    if tax is not None and tax.settled_by == cause:
        return Verdict.PAY  # handled again after a kill: what is left of it is done
    if tax is not None and tax.state is State.ASKED and tax.asked_by == cause:
        return Verdict.NOTHING if tax.posts else Verdict.ASK
    text = event.text.plain
    named = introductions.names_introductions(where.chat_name, _in_all_languages(ctx, "introduction-names"))
    said = Said(
        text=text,
        pictures=pictures.picture_of(event.attachments) is not None,
        answers=event.reply_to is not None,
        forwarded=event.forwarded,
        tagged=introductions.is_tagged(text, _in_all_languages(ctx, "introduction-tags")),
        introductions=named or await ctx.setting(INTRODUCTIONS) == ctx.place,
        greetings=_in_all_languages(ctx, "greetings"),
    )
    return introductions.judged(said, None if tax is None else tax.state)


async def _ask(ctx: Context, texts: Texts, event: MessagePosted) -> None:
    if ctx.community is None or not await ctx.setting(ASK):
        return
    tax = await Taxes(ctx.db).ask(
        ctx.community,
        ctx.person,
        place=ctx.place,
        introduction=await ctx.keep_post(event.messages[0]),
        locale=introductions.written_in(event.text.plain),
        cause=_cause(ctx),
        at=ctx.clock.now(),
    )
    if tax is None:
        return
    await ctx.watch(ctx.place, person=ctx.account.ref, until=ctx.clock.now() + introductions.HEARD_FOR)
    delivery = await ctx.reply(views.asked(texts, ctx.account))
    if not isinstance(delivery, Refused):
        await _keep_question(ctx, tax, delivery.messages)


async def _keep_question(ctx: Context, tax: Tax, messages: tuple[MessageRef, ...]) -> None:
    posts = tuple([await ctx.keep_post(message) for message in messages])
    await Taxes(ctx.db).keep_posts(tax.id, posts)


# --------------------------------------------------------------------------------------------------------------- paying


@COG.command("cat", mode=AnswerMode.PUBLIC, scope=CommandScope.COMMUNITY, stays=None)
async def cat(ctx: Context, picture: Attachment | None = None) -> None:
    """Pays with a picture sent along; without one, says how."""
    if picture is None:
        # Also where pictures are seen: it may be any chat, and one that is not asked there pays by command only.
        text = views.explained(ctx.texts, reads_all=False)
        await ctx.reply(Outgoing(text, audience=Only(ctx.account.ref)))
        return
    if not picture.claims_picture:
        raise Told("not-a-picture")
    await _pay(ctx, ctx.texts, Tender.PICTURE, picture)


@COG.action(PayNow, mode=AnswerMode.PRIVATE)
async def pay_now(ctx: Context, action: PayNow) -> None:
    """Says how to pay."""
    del action
    await ctx.reply(Outgoing(views.explained(ctx.texts, reads_all=ctx.capabilities.reads_all)))


@COG.action(NoCat, mode=AnswerMode.UPDATE)
async def no_cat(ctx: Context, action: NoCat) -> None:
    """Offers what else pays."""
    del action
    await _turn(ctx, without=True)


@COG.action(BackToAsk, mode=AnswerMode.UPDATE)
async def back_to_ask(ctx: Context, action: BackToAsk) -> None:
    """Goes back to the question."""
    del action
    await _turn(ctx, without=False)


async def _turn(ctx: Context, *, without: bool) -> None:
    tax = await _open_tax(ctx)
    texts = await _texts(ctx, "", tax)
    await ctx.update(views.asked(texts, ctx.account, invited=tax.introduction is None, without=without))


@COG.action(PayWith, mode=AnswerMode.UPDATE)
async def pay_with(ctx: Context, action: PayWith) -> None:
    """Pays with something that is no cat. A picture is paid by showing it, so a pressed key never stands for one."""
    if action.tender not in views.WITHOUT_A_CAT:
        raise Told("error-stale")
    tax = await _open_tax(ctx)
    await _pay(ctx, await _texts(ctx, "", tax), action.tender, None)


@COG.action(Skip, mode=AnswerMode.UPDATE)
async def skip(ctx: Context, action: Skip) -> None:
    """Lets them off, without a word in front of others."""
    del action
    if ctx.community is None:
        return
    tax = await Taxes(ctx.db).skip(ctx.community, ctx.person, _cause(ctx), ctx.clock.now())
    if tax is None:
        raise Told("settled-already")
    await _end_question(ctx, tax, shown_in=ctx.message)
    await ctx.notice("skipped")


async def _open_tax(ctx: Context) -> Tax:
    """The presser's own question, if it is open: keys outlive what they were for."""
    tax = None if ctx.community is None else await Taxes(ctx.db).of(ctx.community, ctx.person)
    if tax is None or (tax.state is not State.ASKED and tax.settled_by != _cause(ctx)):
        raise Told("settled-already")
    return tax


async def _pay(ctx: Context, texts: Texts, tender: Tender, picture: Attachment | None) -> None:
    if ctx.community is None:
        return
    tax = await Taxes(ctx.db).settle(
        ctx.community,
        ctx.person,
        tender,
        place=ctx.place,
        picture=picture,
        cause=_cause(ctx),
        at=ctx.clock.now(),
    )
    if tax.settled_by != _cause(ctx):
        await ctx.reply(views.paid_twice(texts, ctx.account))
        return
    spoken = isinstance(ctx.event, MessagePosted)
    await _end_question(ctx, tax, shown_in=None if spoken or picture is not None else ctx.message)
    thanks = views.thanked(
        texts,
        ctx.account,
        tender,
        tax=tax.id,
        asks_to_share=picture is not None,
        reply_to=None if spoken or tax.introduction is None else await ctx.post_message(tax.introduction),
    )
    if picture is None:
        # Said anew rather than put in the question's place, which is to vanish.
        await ctx.send(ctx.place, thanks)
    else:
        await ctx.reply(thanks)


async def _end_question(ctx: Context, tax: Tax, *, shown_in: MessageRef | None = None) -> None:
    """Takes the question away; that it cannot be taken away, or is gone, is no reason to stop."""
    messages = [message for post in tax.posts if (message := await ctx.post_message(post)) is not None]
    if shown_in is not None and shown_in not in messages:
        messages.append(shown_in)
    for message in messages:
        await ctx.delete(message)
    if tax.posts:
        await Taxes(ctx.db).keep_posts(tax.id, ())
    if tax.place is not None and tax.state is not State.OWES:
        await ctx.unwatch(tax.place, person=ctx.account.ref)


# -------------------------------------------------------------------------------------------------------------- sharing


@COG.action(ShareCat, mode=AnswerMode.UPDATE)
async def share_cat(ctx: Context, action: ShareCat) -> None:
    """Keeps whether others may see it, and turns the key round."""
    tax = await Taxes(ctx.db).share(action.tax, ctx.person, agreed=action.agreed)
    if tax is None:
        raise Told("gallery-not-there")
    texts = await _texts(ctx, "", tax)
    await ctx.update(views.thanked(texts, ctx.account, Tender.PICTURE, tax=tax.id, shown=tax.shown, asks_to_share=True))


# --------------------------------------------------------------------------------------------------------- what is kept


@COG.on_export
async def export(ctx: JobContext, person: PersonId) -> JsonValue:
    """How a person stands in each community."""
    return await Taxes(ctx.db).export(person)


@COG.on_forget
async def forget(ctx: JobContext, person: PersonId) -> None:
    """Erases a person."""
    await Taxes(ctx.db).forget(person)


@COG.on_merge
async def merge(ctx: JobContext, kept: PersonId, gone: PersonId) -> None:
    """Two persons are one."""
    await Taxes(ctx.db).merge(kept, gone)


@COG.on_unlink
async def unlink(ctx: JobContext, account: UserRef, stays: PersonId, new: PersonId) -> None:
    """An account parts: it is not asked again."""
    del account
    await Taxes(ctx.db).part(stays, new, ctx.clock.now())


@COG.on_erase
async def erase(ctx: JobContext, community: CommunityId) -> None:
    """Erases a community."""
    await Taxes(ctx.db).erase(community)


# --------------------------------------------------------------------------------------------------------------- shared


def _cause(ctx: Context) -> str:
    """The event by a name that is the same when it is handled again."""
    return f"{ctx.chat.platform}:{ctx.event.key}"


def _in_all_languages(ctx: Context, key: str) -> frozenset[str]:
    """The entries of a text that lists, in every language."""
    return frozenset(entry for locale in Locale for entry in introductions.listed(ctx.texts.in_(locale).plain(key)))


async def _texts(ctx: Context, written: str, tax: Tax | None) -> Texts:
    """In the language they chose or their platform tells, else in the one they wrote in."""
    file = await ctx.accounts.file(ctx.person)
    if file.locale is not None or file.hint is not None or ctx.account.language is not None:
        return ctx.texts
    guessed = introductions.written_in(written) or (None if tax is None else tax.locale)
    return ctx.texts if guessed is None else ctx.texts.in_(guessed)
