"""A better translation: who knows both languages puts it in place of the other, and a moderator has it remembered."""

from dataclasses import replace

from bot.api import Context, JobContext
from bot.api.mirror import Found
from bot.domain.author import Account
from bot.domain.errors import Told
from bot.domain.events import MessagePosted
from bot.domain.form import Answers
from bot.domain.languages import Language
from bot.domain.message import Outgoing
from bot.domain.refs import MessageRef
from bot.domain.text import RichText
from cogs.translate.actions import AgreeTerm, Better, KnowBoth, RefuseTerm, SendBetter
from cogs.translate.rules import corrections
from cogs.translate.rules.corrections import Correction, Entry
from cogs.translate.settings import CORRECTIONS
from cogs.translate.steps.ground import community_of, openings, reports_place
from cogs.translate.steps.homes import member_of
from cogs.translate.store.glossary import Glossary
from cogs.translate.store.persons import Persons
from cogs.translate.views import corrections as views


async def ask(ctx: Context, action: Better) -> None:
    """Opens the form at once; whether they know both languages is asked when it is sent."""
    if ctx.message is None:
        raise Told("error-stale")
    await ctx.open_form(views.form(ctx.texts, SendBetter(ctx.message, action.to)))


async def sent(ctx: Context, action: SendBetter, answers: Answers) -> None:
    """The form was sent."""
    better, pair = answers.text("better"), answers.text("pair")
    understood = corrections.pair_in(pair) is not None
    await _take(ctx, action.message, action.to, f"{better}\n{pair}" if understood else better)
    if pair.strip() and not understood:
        raise Told("better-pair-unclear")


async def answered(ctx: Context, event: MessagePosted) -> None:
    """Somebody answered a translation with ``better: ...``."""
    if event.reply_to is None or not isinstance(event.author, Account):
        return
    given = corrections.correction_in(event.text.plain, openings(ctx.texts))
    if given is None or not await ctx.setting(CORRECTIONS):
        return
    found = await ctx.mirror.find(event.reply_to)
    if found is None or not found.copy or not found.translations:
        return
    if found.lines > 1:
        raise Told("better-which")
    target = await _target(ctx, found, given)
    if target is None:
        raise Told("better-language")
    opening = event.text.plain.replace("：", ":").split(":", 1)
    await _take(ctx, event.reply_to, target, opening[1].strip())


async def _target(ctx: Context, found: Found, given: Correction) -> Language | None:
    """Which of the translations it is for: the only one, or the one in its language."""
    targets = [one.to for one in found.translations]
    if len(targets) == 1:
        return targets[0]
    detected = await ctx.translator.detect(RichText.of(given.text), targets)
    return detected if detected in targets else None


async def know_both(ctx: Context, action: KnowBoth) -> None:
    """They say they know both languages; that is kept, and the correction goes on."""
    await Persons(ctx.db).learns(ctx.person, (action.source, action.to))
    await _take(ctx, action.message, action.to, action.text)
    await ctx.update(Outgoing(ctx.texts("know-both-kept")))


async def _take(ctx: Context, message: MessageRef, to: Language, written: str) -> None:
    """Puts a correction in place, if whoever gives it knows both languages. A form may be answered in private."""
    found = await ctx.mirror.find(message)
    made = None if found is None else next((one for one in found.translations if one.to is to), None)
    if found is None or made is None or found.route.community is None:
        raise Told("words-gone")
    club = await member_of(ctx, found.route.community)
    if not await club.setting(CORRECTIONS):
        raise Told("better-off")
    known = (await Persons(ctx.db).of(ctx.person)).knows
    if not corrections.knows_both(known, made.source, to):
        locale = ctx.texts.locale
        names = (ctx.languages.name_in(made.source, locale), ctx.languages.name_in(to, locale))
        action = KnowBoth(message, made.source, to, written[: corrections.LONGEST_CORRECTION])
        asked = views.both_asked(ctx.texts, ctx.account.ref, names, action)
        await ctx.reply(replace(asked, lifetime=views.ASKED_STAYS))
        return
    given = corrections.correction(written)
    if given.text:
        await club.mirror.correct(found.line, to, RichText.of(given.text), ctx.account.name)
        thanks = views.thanked(await club.community_texts(), ctx.account.name, message)
        await club.send(found.route.target, replace(thanks, lifetime=views.THANKS_STAY))
    elif not given.marked:
        raise Told("better-empty")
    for entry in corrections.entries(found.text.plain, given, made.source, to):
        await _propose(ctx, club, found, entry)


async def _propose(ctx: Context, club: JobContext, found: Found, entry: Entry) -> None:
    """Asks the moderators about a word: once a day, whoever thinks of it, and never about what they agreed to."""
    community = found.route.community
    if community is None or await Glossary(ctx.db, community).has(entry):
        return
    card = views.proposed(await club.community_texts(), community, entry, ctx.account.name)
    key = f"term {community} {corrections.fingerprint(entry)} {ctx.clock.now():%Y-%m-%d}"
    await club.entrust(await reports_place(club) or found.route.target, card, key=key)


async def agree(ctx: Context, action: AgreeTerm) -> None:
    """A moderator puts a word into the glossary."""
    if community_of(ctx) != action.community:
        raise Told("error-stale")
    if not await Glossary(ctx.db, action.community).add(action.entry):
        raise Told("glossary-full", {"most": corrections.MOST_TERMS})
    await ctx.mirror.rules_changed(action.community)
    await ctx.audit("audit-term-added", views.written(action.entry))
    await ctx.update(views.settled(ctx.texts, action.entry, agreed=True))


async def refuse(ctx: Context, action: RefuseTerm) -> None:
    """A moderator keeps it out."""
    if community_of(ctx) != action.community:
        raise Told("error-stale")
    await ctx.update(views.settled(ctx.texts, action.entry, agreed=False))
