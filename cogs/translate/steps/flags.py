"""A flag under a message has it translated into the language of that country, for all to see, once."""

from dataclasses import replace

from bot.api import Context, PlaceContext
from bot.domain.author import Account
from bot.domain.errors import Told
from bot.domain.events import MessageDeleted, MessageEdited, MessagePosted, ReactionChanged
from bot.domain.flags import languages_of_flag
from bot.domain.languages import Language
from bot.domain.refs import MessageRef
from bot.ports.outcome import Refused
from bot.ports.translator import Translated, Unneeded
from cogs.translate.actions import FlagInto
from cogs.translate.rules.styles import Style
from cogs.translate.settings import FLAGS
from cogs.translate.steps.ground import chat_here, community_of, may_be_sent, said_in, title, translated
from cogs.translate.steps.remembering import keep
from cogs.translate.store.words import Flagged, Kept, RecentWords
from cogs.translate.views import answers as views

LONGEST_FLAG = 16
"""Characters of a flag: those of a region within a country are many."""


async def reacted(ctx: Context, event: ReactionChanged) -> None:
    """Somebody put a flag under a message."""
    flag = next((emoji for emoji in event.added if languages_of_flag(emoji)), None)
    if flag is not None:
        await _raised(ctx, event.message, flag)


async def answered(ctx: Context, event: MessagePosted) -> None:
    """Somebody answered a message with nothing but a flag: there are chats without such reactions."""
    flag = event.text.plain.strip()
    if event.reply_to is not None and len(flag) <= LONGEST_FLAG and languages_of_flag(flag):
        await _raised(ctx, event.reply_to, flag)


async def _raised(ctx: Context, message: MessageRef, flag: str) -> None:
    if await chat_here(ctx) is None or not await ctx.setting(FLAGS) or await said_in(ctx, message) is None:
        return
    languages = languages_of_flag(flag)
    if len(languages) == 1:
        await translate(ctx, message, languages[0], flag)
        return
    locale = ctx.texts.locale
    offered = [(language, ctx.languages.name_in(language, locale)) for language in languages]
    asked = views.which(ctx.texts, ctx.account.ref, message, flag, offered)
    await ctx.send(ctx.place, replace(asked, lifetime=views.ASKED_STAYS))


async def chosen(ctx: Context, action: FlagInto) -> None:
    """Which of a country's languages it is to be; the question goes."""
    if await chat_here(ctx) is None or not await ctx.setting(FLAGS):
        raise Told("error-stale")
    await translate(ctx, action.message, action.to, "🌐")
    if ctx.message is not None:
        await ctx.delete(ctx.message)


async def translate(ctx: Context, message: MessageRef, to: Language, flag: str) -> None:
    """Answers a message with its translation. Two flags of a kind at the same moment are one."""
    source, chat = await said_in(ctx, message), await chat_here(ctx)
    flagged = Flagged(ctx.db, community_of(ctx))
    if source is None:
        return
    original = source.message or message
    if not await flagged.claim(original, to, ctx.clock.now()):
        return
    try:
        made = await translated(ctx, source, to, chat)
        if isinstance(made, Translated):
            said = views.flagged(flag, made.text, title(ctx, made.service), message)
            if not isinstance(await ctx.send(ctx.place, said), Refused):
                return
    except BaseException:
        await flagged.release(original, to)
        raise
    await flagged.release(original, to)
    if not isinstance(made, Translated | Unneeded):
        raise Told(f"lacking-{made.why.value}")


# --------------------------------------------------------------------------------------------- the words of one day


async def remember(ctx: Context, event: MessagePosted) -> None:
    """Keeps a message's words for a day where translating is on request: a flag does not bring them along."""
    chat = await chat_here(ctx)
    if chat is None or chat.style is not Style.REQUEST or not event.text or not event.readable:
        return
    if not isinstance(event.author, Account) or not await may_be_sent(ctx, ctx.person):
        return
    for message in event.messages[:1]:
        await keep(ctx, Kept(str(message), ctx.place, chat.community, ctx.person, event.text.plain))


async def edited(ctx: Context, event: MessageEdited) -> None:
    """Keeps what a message says now, of who lets it be translated still."""
    words, name = RecentWords(ctx.db), str(event.message)
    if await may_be_sent(ctx, ctx.person):
        await words.changed(name, event.text.plain)
    else:
        await words.gone(name)


async def deleted(ctx: PlaceContext, event: MessageDeleted) -> None:
    """Forgets what is deleted."""
    await RecentWords(ctx.db).gone(*(str(message) for message in event.messages))
