"""Who sees the words: the pinned notice, and the one that asks an admin to accept public services."""

from collections.abc import Sequence

from bot.api import Context, JobContext
from bot.api.offers.translating import ServicesTold
from bot.domain.access import Access
from bot.domain.errors import Told
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId
from bot.ports.outcome import Refused
from bot.ports.translator import Service
from cogs.translate.actions import AcceptServices, Home, WithdrawService
from cogs.translate.rules.reading import notice_locales
from cogs.translate.steps.ground import allowed, public
from cogs.translate.steps.homes import enter, home_of
from cogs.translate.store.chats import Chat, Chats
from cogs.translate.store.glossary import Consent
from cogs.translate.views import notices as views


async def put_up(ctx: JobContext, chat: Chat) -> None:
    """Says in each language of a chat where words go and how to opt out, and pins it where that is allowed.

    Until somebody may be asked, there is nothing to tell.
    """
    await take_down(ctx, chat)
    services = allowed(ctx, await Consent(ctx.db, chat.community).given())
    if not services:
        return
    texts = [ctx.texts_in(locale) for locale in notice_locales(chat.languages)]
    sent = await ctx.send(chat.place, views.notice(texts, chat.style, services))
    if isinstance(sent, Refused):
        return
    posts = [await ctx.keep_post(message) for message in sent.messages]
    await Chats(ctx.db).noticed(chat.place, posts)
    if chat.space is not None:
        await ctx.places(chat.space).pin(sent.messages[0])


async def take_down(ctx: JobContext, chat: Chat) -> None:
    """Takes the notice away."""
    for post in chat.notices:
        message = await ctx.post_message(post)
        if message is not None:
            if chat.space is not None:
                await ctx.places(chat.space).unpin(message)
            await ctx.delete(message)
    await Chats(ctx.db).noticed(chat.place, ())


# ------------------------------------------------------------------------------------------------------- consent


async def ask_for_consent(ctx: Context, chat: Chat) -> None:
    """Names the public services that would see what is said, where nobody else can translate all of it."""
    given = await Consent(ctx.db, chat.community).given()
    missing = [service for service in public(ctx) if service.name not in given]
    first, *others = chat.languages
    known = all(ctx.translator.knows(first, other, given) for other in others)
    if missing and not known:
        texts = await ctx.community_texts()
        await ctx.send(chat.place, views.consent(texts, home_of(ctx), missing))


async def services(ctx: Context) -> None:
    """Shows an admin who may be asked."""
    await ctx.require(Access.ADMIN)
    await ctx.reply(await _screen(ctx, home_of(ctx)))


async def accept(ctx: Context, action: AcceptServices) -> None:
    """An admin accepts what the notice named; only what there is still."""
    club = await enter(ctx, action.home)
    named = [service for service in public(ctx) if service.name in action.services]
    if not named:
        raise Told("error-stale")
    new = await Consent(ctx.db, action.home.community).accept([service.name for service in named])
    if new:
        await club.audit("audit-accepted", {"services": _titles(named, new)})
        await _refresh(club, action.home.community)
    await ctx.update(views.accepted(ctx.texts, named))


async def withdraw(ctx: Context, action: WithdrawService) -> None:
    """An admin takes it back: from now on the service sees nothing more."""
    club = await enter(ctx, action.home)
    if await Consent(ctx.db, action.home.community).withdraw(action.service):
        await club.audit("audit-withdrawn", {"services": _titles(ctx.translator.services, (action.service,))})
        await _refresh(club, action.home.community)
    await ctx.update(await _screen(ctx, action.home))


async def _screen(ctx: Context, home: Home) -> Outgoing:
    given = await Consent(ctx.db, home.community).given()
    return views.services(ctx.texts, home, ctx.translator.services, given)


def _titles(services: Sequence[Service], named: Sequence[str]) -> str:
    return ", ".join(service.title for service in services if service.name in named)


async def _refresh(ctx: JobContext, community: CommunityId) -> None:
    """Other services see what is said: every chat is told so."""
    await ctx.mirror.rules_changed(community)
    for chat in await Chats(ctx.db).of_community(community):
        if chat.root is None:
            await put_up(ctx, chat)
    others = await ctx.find(ServicesTold)
    if others is not None:
        await others.services_changed()
