"""Translating is switched on and off in a chat."""

from dataclasses import replace
from datetime import timedelta
from itertools import permutations

import structlog

from bot.api import Context, JobContext, PlaceContext
from bot.api.mirror import CopyKind, Manner
from bot.domain.access import Access
from bot.domain.errors import PlatformError, Told
from bot.domain.events import Community, Event
from bot.domain.languages import Language
from bot.domain.message import Outgoing
from bot.domain.refs import ChatRef, PlaceId, SpaceRef
from bot.domain.text import RichText
from bot.ports.outcome import Refused
from cogs.translate.rules import asked, styles
from cogs.translate.rules.reading import notice_locales
from cogs.translate.rules.styles import Style
from cogs.translate.settings import INHERIT, STYLE
from cogs.translate.steps import notices
from cogs.translate.steps.ground import community_of, fillers, names
from cogs.translate.steps.ground import styles as styles_in
from cogs.translate.store.chats import Chat, Chats
from cogs.translate.store.words import RecentWords

log = structlog.get_logger(__name__)

TOLD_STAYS = timedelta(days=1)
"""How long it stands in a chat that it is another club's now."""

STAYS = timedelta(minutes=1)
"""How long it stands in the chat that it was switched off, or changed."""


async def here(ctx: Context, words: str) -> None:
    """Switches it on, or changes its languages or style."""
    community = community_of(ctx)
    await ctx.require(Access.ADMIN)
    before = await Chats(ctx.db).of(ctx.place)
    wish = asked.wish(words, ctx.languages.language_named, styles_in(ctx.texts), fillers(ctx.texts))
    if wish.unknown:
        raise Told("languages-unknown", {"words": ", ".join(wish.unknown)[:80]})
    languages = wish.languages or (before.languages if before is not None else ())
    _check(ctx, languages)
    chosen: Style = await ctx.setting(STYLE)
    wanted = wish.style or (before.style if before is not None and before.active else chosen)
    style = styles.fitting(wanted, limited=ctx.capabilities.per_minute is not None)
    if before is not None and before.root is not None and before.style is Style.THREADS:
        raise Told("threads-here")
    chat = Chat(ctx.place, community, languages, style, notices=() if before is None else before.notices)
    chat = replace(chat, space=ctx.space)
    if style is Style.THREADS:
        await _threads(ctx, chat, before)
    else:
        if before is not None and before.active and before.style is Style.THREADS:
            await _end(ctx, before)
        await _begin(ctx, chat)
    await ctx.audit("audit-on", {"languages": names(ctx, languages, (await ctx.community_texts()).locale)})
    await notices.put_up(ctx, chat)
    await notices.ask_for_consent(ctx, chat)


def _check(ctx: Context, languages: tuple[Language, ...]) -> None:
    """Says at once what cannot work."""
    if len(languages) < styles.LEAST:
        raise Told("languages-two")
    if len(languages) > styles.MOST:
        raise Told("languages-many", {"most": styles.MOST})
    everybody = frozenset(service.name for service in ctx.translator.services)
    for source, to in permutations(languages, 2):
        if not ctx.translator.knows(source, to, everybody):
            locale = ctx.texts.locale
            values = {
                "source": ctx.languages.name_in(source, locale),
                "target": ctx.languages.name_in(to, locale),
            }
            raise Told("languages-no-service", values)


async def _begin(ctx: JobContext, chat: Chat) -> None:
    """Ties the chat to itself, or only listens where nothing is translated unasked."""
    knot = _knot(chat.place)
    if chat.style is Style.REQUEST:
        await ctx.mirror.untie(knot)
    else:
        manner = Manner(
            languages=chat.languages,
            named=False,
            answers=chat.style is Style.UNDER,
            files=False,
            gathers=styles.GATHERS if chat.style is Style.COLLECTED else 0,
        )
        await ctx.mirror.tie(
            knot, CopyKind.INLINE, source=chat.place, target=chat.place, manner=manner, community=chat.community
        )
        await RecentWords(ctx.db).leave(chat.place)
    await ctx.watch(chat.place)
    await Chats(ctx.db).put(chat)


def _knot(place: PlaceId) -> str:
    return f"chat {place}"


# ------------------------------------------------------------------------------------------------------- threads


async def _threads(ctx: Context, chat: Chat, before: Chat | None) -> None:
    if len(chat.languages) != styles.LEAST:
        raise Told("threads-two")
    if not ctx.capabilities.threads or ctx.space is None:
        raise Told("threads-none")
    if before is not None and before.active and before.style is Style.THREADS:
        if set(before.languages) == set(chat.languages):
            return
        await _end(ctx, before)
    chats = Chats(ctx.db)
    await chats.put(chat)  # first: a thread that is heard of must not do as the chat did before
    try:
        opened = await _opened(ctx, chat)
    except Told:
        await (chats.drop(chat.place) if before is None else chats.put(before))
        raise
    if before is not None and before.active:
        await ctx.mirror.untie(_knot(chat.place))
    first, second = [await ctx.keep_place(ref) for ref in opened]
    for place in (first, second):
        await chats.put(replace(chat, place=place, root=chat.place, notices=()))
        await ctx.watch(place)
    for source, target, language in ((first, second, chat.languages[1]), (second, first, chat.languages[0])):
        await ctx.mirror.tie(
            _knot(chat.place),
            CopyKind.INLINE,
            source=source,
            target=target,
            manner=Manner(languages=(language,), named=True, files=True),
            community=chat.community,
        )
    await ctx.watch(chat.place)


async def _opened(ctx: Context, chat: Chat) -> tuple[ChatRef, ChatRef]:
    """Two threads, or none: one alone would be a riddle."""
    if ctx.space is None:
        raise Told("threads-none")
    places = ctx.places(ctx.space)
    opened: list[ChatRef] = []
    for language in chat.languages:
        name = ctx.texts.plain("thread-name", language=ctx.languages.own_name(language))
        thread = await places.open_thread(ctx.chat.whole, name, None)
        if isinstance(thread, Refused):
            for one in opened:
                await places.close_thread(one)
            raise Told("threads-refused")
        opened.append(thread)
    return opened[0], opened[1]


# ------------------------------------------------------------------------------------------------------- switched off


async def off(ctx: Context) -> None:
    """Switches it off here, with the threads that follow; a thread's own word stays."""
    community = community_of(ctx)
    await ctx.require(Access.ADMIN)
    chats = Chats(ctx.db)
    found = await chats.of(ctx.place)
    if found is None or not found.active:
        if found is None:
            await chats.put(Chat(ctx.place, community, (), Style.REQUEST, active=False, space=ctx.space))
        raise Told("off-already")
    if found.style is Style.THREADS and found.root is not None:
        found = await chats.of(found.root) or found
    await _end(ctx, found)
    await chats.put(replace(found, active=False, notices=()))
    await ctx.audit("audit-off")
    await ctx.send(ctx.place, Outgoing(ctx.texts("off-done"), lifetime=STAYS))


async def _end(ctx: JobContext, chat: Chat) -> None:
    await ctx.mirror.untie(_knot(chat.place))
    await ctx.unwatch(chat.place)
    await RecentWords(ctx.db).leave(chat.place)
    await notices.take_down(ctx, chat)
    for thread in await Chats(ctx.db).following(chat.place):
        if thread.active:
            await _end(ctx, thread)
            await Chats(ctx.db).drop(thread.place)


# ------------------------------------------------------------------------------------------------------- threads come


async def opened(ctx: PlaceContext) -> None:
    """A new thread or topic does as the chat that it was opened in."""
    parent = _parent(ctx.event)
    if parent is None or ctx.community is None:
        return
    root = await Chats(ctx.db).of(await ctx.keep_place(parent))
    if root is None or not root.active or root.style is Style.THREADS or not await ctx.setting(INHERIT):
        return
    chat = Chat(ctx.place, ctx.community, root.languages, root.style, root=root.place, space=ctx.space)
    if await Chats(ctx.db).begin(chat):
        await _begin(ctx, chat)


def _parent(event: Event) -> ChatRef | None:
    if not isinstance(event.where, Community):
        return None
    if event.where.parent is not None:
        return event.where.parent
    return event.where.chat.whole if event.where.chat.topic is not None else None


async def closed(ctx: PlaceContext) -> None:
    """A chat is gone: what was settled for it goes too. The mirror ends its routes by itself."""
    chat = await Chats(ctx.db).of(ctx.place)
    if chat is not None:
        await RecentWords(ctx.db).leave(ctx.place)
        await Chats(ctx.db).drop(ctx.place)


async def rehomed(ctx: JobContext, space: SpaceRef) -> None:
    """The chats of a space are another club's now, which has accepted nobody yet: an admin begins again there."""
    found = await Chats(ctx.db).in_space(space)
    for chat in found:
        await ctx.mirror.untie(_knot(chat.place))
        await Chats(ctx.db).drop(chat.place)
    for chat in found:
        await ctx.unwatch(chat.place)
        await RecentWords(ctx.db).leave(chat.place)
        if chat.active and chat.root is None:
            await _told_so(ctx, chat)


async def _told_so(ctx: JobContext, chat: Chat) -> None:
    try:
        await notices.take_down(ctx, chat)
        told = [ctx.texts_in(locale)("off-club") for locale in notice_locales(chat.languages)]
        await ctx.send(chat.place, Outgoing(RichText.join(told, "\n"), lifetime=TOLD_STAYS))
    except PlatformError:
        log.warning("a chat could not be told that it is no longer translated", place=chat.place, exc_info=True)
