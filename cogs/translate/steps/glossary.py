"""The glossary, for admins."""

from bot.api import Context
from bot.domain.errors import Told
from bot.domain.form import Answers
from bot.domain.languages import Language, language_of, spoken_by
from bot.domain.locales import Locale
from bot.domain.message import Outgoing
from cogs.translate.actions import AddTerm, Home, KeepTerm, OpenGlossary, RemoveTerm
from cogs.translate.rules.corrections import MOST_TERMS, Entry, is_term
from cogs.translate.steps.homes import enter, home_of
from cogs.translate.store.chats import Chats
from cogs.translate.store.glossary import Glossary
from cogs.translate.views import corrections as views


async def show(ctx: Context) -> None:
    """Shows the first page."""
    await ctx.reply(await _page(ctx, home_of(ctx), 0))


async def open_page(ctx: Context, action: OpenGlossary) -> None:
    """Leafs."""
    await enter(ctx, action.home)
    await ctx.update(await _page(ctx, action.home, action.page))


async def ask(ctx: Context, action: AddTerm) -> None:
    """Asks for a word, in the languages that are spoken here. Whether they may is asked when the form is sent."""
    spoken: dict[Language, None] = {}
    for chat in await Chats(ctx.db).of_community(action.home.community):
        spoken |= dict.fromkeys(chat.languages)
    spoken |= dict.fromkeys(spoken_by(locale) for locale in Locale)
    named = [(language, ctx.languages.name_in(language, ctx.texts.locale)) for language in spoken]
    await ctx.open_form(views.term_form(ctx.texts, action.home, named))


async def keep(ctx: Context, action: KeepTerm, answers: Answers) -> None:
    """Keeps a word that was written into the form."""
    club, community = await enter(ctx, action.home), action.home.community
    source, target = (language_of(next(iter(answers.picked(key)), None)) for key in ("source", "target"))
    words, becomes = answers.text("words").strip(), answers.text("becomes").strip()
    if source is None or target is None or source is target or not is_term(words) or not is_term(becomes):
        raise Told("term-incomplete")
    entry = Entry(source, words, target, becomes)
    if not await Glossary(ctx.db, community).add(entry):
        raise Told("glossary-full", {"most": MOST_TERMS})
    await club.mirror.rules_changed(community)
    await club.audit("audit-term-added", views.written(entry))
    await ctx.update(await _page(ctx, action.home, 0))


async def remove(ctx: Context, action: RemoveTerm) -> None:
    """Takes a word out; pressed twice, it is out."""
    club, community = await enter(ctx, action.home), action.home.community
    gone = await Glossary(ctx.db, community).remove(action.term)
    if gone is not None:
        await club.mirror.rules_changed(community)
        await club.audit("audit-term-removed", views.written(gone))
    await ctx.update(await _page(ctx, action.home, action.page))


async def _page(ctx: Context, home: Home, page: int) -> Outgoing:
    glossary = Glossary(ctx.db, home.community)
    shown, count = await glossary.page(page * views.PAGE, views.PAGE)
    if not shown and count:
        page = (count - 1) // views.PAGE
        shown, count = await glossary.page(page * views.PAGE, views.PAGE)
    return views.glossary(ctx.texts, ctx.account.ref, home, page, shown, count)
