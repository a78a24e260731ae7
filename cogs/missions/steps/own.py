"""A community's own cards: admins list, add and remove them."""

from bot.api import Context
from bot.domain.access import Access
from bot.domain.errors import Told
from bot.domain.form import Answers
from bot.domain.languages import Language, language_of, spoken_by
from bot.domain.message import Outgoing
from bot.domain.text import RichText
from cogs.missions.actions import AskCard, Desk, KeepCard, OpenCard, OpenOwn, RemoveCard
from cogs.missions.rules.cards import Level
from cogs.missions.rules.own import LONGEST, MOST, Worded
from cogs.missions.store import OwnCards
from cogs.missions.views import own as views


async def command(ctx: Context) -> None:
    """Shows them."""
    if ctx.community is None or ctx.space is None:
        raise Told("error-only-in-community")
    await ctx.reply(await _list(ctx, Desk(ctx.community, ctx.space), 0))


async def opened(ctx: Context, action: OpenOwn) -> None:
    """Turns to a page."""
    await _enter(ctx, action.desk)
    await ctx.update(await _list(ctx, action.desk, action.page))


async def card(ctx: Context, action: OpenCard) -> None:
    """Shows one."""
    await _enter(ctx, action.desk)
    found = await OwnCards(ctx.db, action.desk.community).one(action.card)
    if found is None:
        raise Told("own-gone")

    def called(language: Language) -> str:
        return ctx.languages.name_in(language, ctx.texts.locale)

    await ctx.update(views.one(ctx.texts, ctx.account.ref, action.desk, found, called))


async def asked(ctx: Context, action: AskCard) -> None:
    """Asks for a new one. Whether they may is asked when it comes: nothing may take time before it."""
    locale = ctx.texts.locale
    usual = spoken_by(locale)
    known = dict.fromkeys([usual, *ctx.languages.languages_like("", locale)])
    named = [(language, ctx.languages.name_in(language, locale)) for language in known]
    await ctx.open_form(views.form(ctx.texts, action.desk, named, usual))


async def keep(ctx: Context, action: KeepCard, answers: Answers) -> None:
    """Keeps it. A second wording in a language that nobody can tell is left out, and that is said."""
    await _enter(ctx, action.desk)
    words, other = answers.text("question").strip(), answers.text("other").strip()
    language = language_of(next(iter(answers.picked("language")), None)) or spoken_by(ctx.texts.locale)
    level = next((one for one in Level if one.value in answers.picked("level")), Level.LIGHT)
    if not words:
        raise Told("own-empty")
    question = Worded(language, words[:LONGEST], answers.text("why").strip()[:LONGEST])
    second = await _second(ctx, other, language)
    kept = await OwnCards(ctx.db, action.desk.community).add(
        ctx.person, level, question, second, ctx.clock.now(), cause=f"{ctx.chat.platform}:{ctx.event.key}"
    )
    if kept is None:
        raise Told("own-full", {"most": MOST})
    if kept:
        there = await ctx.about(action.desk.community)
        await there.audit("audit-own-added", {"words": views.short(words)})
    if other and second is None:
        await ctx.reply(Outgoing(ctx.texts("own-other-unsure")))
    await ctx.reply(await _list(ctx, action.desk, MOST))


async def _second(ctx: Context, words: str, first: Language) -> Worded | None:
    found = await ctx.translator.detect(RichText.of(words)) if words else None
    return None if found is None or found is first else Worded(found, words[:LONGEST])


async def remove(ctx: Context, action: RemoveCard) -> None:
    """Removes one; on lines where it lies it is answered or swapped like any other."""
    await _enter(ctx, action.desk)
    own = OwnCards(ctx.db, action.desk.community)
    found = await own.one(action.card)
    if found is not None and await own.remove(action.card):
        there = await ctx.about(action.desk.community)
        await there.audit("audit-own-removed", {"words": views.short(found.question.words)})
    await ctx.update(await _list(ctx, action.desk, 0))


async def _list(ctx: Context, desk: Desk, page: int) -> Outgoing:
    found = await OwnCards(ctx.db, desk.community).all()
    return views.listed(ctx.texts, ctx.account.ref, desk, found, page)


async def _enter(ctx: Context, desk: Desk) -> None:
    """Goes on only for an admin there, now, in a space that is of that community still."""
    if desk.space not in [space for space, _ in await ctx.clubs.spaces(desk.community)]:
        raise Told("error-stale")
    if await ctx.members(desk.space).access(desk.space, ctx.account.ref) < Access.ADMIN:
        raise Told("error-needs-admin")
