"""Somebody asks for a translation that only they see."""

import asyncio

from bot.api import Context
from bot.domain.author import Account
from bot.domain.errors import Told
from bot.domain.events import ActionPressed, CommandInvoked, GuestAsked, InlineAsked
from bot.domain.languages import Language, spoken_by
from bot.domain.locales import Locale
from bot.domain.message import Outgoing
from bot.domain.text import RichText
from bot.ports.translator import Lacking, Needless, Translated, Unneeded, Untranslated
from cogs.translate.actions import AcceptMine, TellIn, WithdrawMine
from cogs.translate.rules import asked, reading
from cogs.translate.rules.asked import Do
from cogs.translate.steps import aids, ground, notices, remembering, switching
from cogs.translate.steps.ground import Source, chat_here, title
from cogs.translate.store.persons import Choices, Persons
from cogs.translate.store.words import Kept, RecentWords
from cogs.translate.views import answers as views
from cogs.translate.views import notices as notice_views

TYPING_SECONDS = 4.0
"""How long somebody who is typing waits."""


async def command(ctx: Context, text: str, to: str) -> None:
    """``/translate``: what it is to do, or what it is to translate."""
    event = ctx.event
    if not isinstance(event, CommandInvoked):
        raise Told("error-stale")
    # Where words come unparsed, the last parameter would have all but the first of them.
    words = text if event.given else event.rest
    do, rest = asked.doing(words, ground.doings(ctx.texts))
    match do:
        case Do.HERE:
            await switching.here(ctx, f"{rest} {to if event.given else ''}")
        case Do.OFF:
            await switching.off(ctx)
        case Do.ME:
            await choose(ctx, rest or (to if event.given else ""))
        case Do.READING:
            await toggle_aids(ctx)
        case Do.SERVICES if ctx.space is None:
            await ctx.reply(await _own_services(ctx))
        case Do.SERVICES:
            await notices.services(ctx)
        case None:
            await _translate(ctx, event, words, to if event.given else "")


async def choose(ctx: Context, words: str) -> None:
    """Keeps the language that somebody reads; without one, their app's counts again."""
    language = ctx.languages.language_named(words) if words else None
    if words and language is None:
        raise Told("languages-unknown", {"words": words[:80]})
    persons = Persons(ctx.db)
    await persons.put(ctx.person, Choices(reads=language), only=("reads",))
    if language is None:
        await ctx.reply(Outgoing(ctx.texts("me-follows")))
    else:
        name = ctx.languages.name_in(language, ctx.texts.locale)
        await ctx.reply(Outgoing(ctx.texts("me-kept", language=name)))


async def toggle_aids(ctx: Context) -> None:
    """Shows reading aids from now on, or no longer."""
    persons = Persons(ctx.db)
    chosen = await persons.of(ctx.person)
    await persons.put(ctx.person, Choices(aids=not chosen.aids), only=("aids",))
    await ctx.reply(Outgoing(ctx.texts("aids-off" if chosen.aids else "aids-on")))
    if not chosen.aids:
        await aids.prepare(ctx)


# ------------------------------------------------------------------------------------------------------------- private


async def _translate(ctx: Context, event: CommandInvoked, words: str, to: str) -> None:
    source, into = await _source(ctx, event, words)
    if to:
        into = ctx.languages.language_named(to)
        if into is None:
            raise Told("languages-unknown", {"words": to[:80]})
    if source is None:
        raise Told("translate-what")
    await tell(ctx, source, into or await ground.reads(ctx), _name(ctx, event))


def _name(ctx: Context, event: CommandInvoked) -> str:
    """Under which name the words are kept: the same again when the command goes on in private, without them."""
    if event.reply_to is not None:
        return f"asked {ctx.person} {event.reply_to}"
    return f"asked {ctx.chat.platform}:{event.key}"


async def _source(ctx: Context, event: CommandInvoked, words: str) -> tuple[Source | None, Language | None]:
    """What is meant: the message that was answered or picked, or the words themselves."""
    if event.reply_to is not None or event.target_text:
        into = ctx.languages.language_named(words) if words else None
        if words and into is None:
            raise Told("languages-unknown", {"words": words[:80]})
        known = None if event.reply_to is None else await ground.said_in(ctx, event.reply_to)
        if known is not None:
            return known, into
        author = event.target_author
        person = await ctx.accounts.find(author.ref) if isinstance(author, Account) else None
        if not event.target_text:
            return await _seen_before(ctx, event), into
        return Source(event.target_text, person=person, community=ground.club_here(ctx)), into
    into, text = asked.into(words, ctx.languages.language_named)
    if not text:
        return None, into
    return Source(RichText.of(text), person=ctx.person, private=True, community=ground.club_here(ctx)), into


async def _seen_before(ctx: Context, event: CommandInvoked) -> Source | None:
    """What they asked for a moment ago, where it could not be answered in private yet."""
    kept = await RecentWords(ctx.db).of(_name(ctx, event), ctx.clock.now())
    if kept is None or kept.asker != ctx.person:
        return None
    return Source(RichText.of(kept.words), person=kept.person, community=kept.community)


async def tell(ctx: Context, source: Source, to: Language, name: str) -> None:
    """Answers with a translation, or with why there is none.

    Args:
        ctx: who asks.
        source: what is said.
        to: into which language.
        name: by what the words are remembered for the keys under the answer.
    """
    chat = await chat_here(ctx) if ctx.space is not None else None
    match await ground.translated(ctx, source, to, chat):
        case Translated() as made:
            others = reading.offered(made.to, made.source, () if chat is None else chat.languages, _spoken())
            words = source.text.plain
            kept = Kept(name, ctx.place, source.community, source.person, words, asker=ctx.person)
            await remembering.keep(ctx, kept)
            again = [(TellIn(name, one), ctx.languages.name_in(one, ctx.texts.locale)) for one in others]
            read = await aids.of(ctx, words, made) if await _wants_aids(ctx) else RichText()
            read = ctx.texts("aids-later") if read is None else read
            await _answer(ctx, views.answer(ctx.texts, made.text, title(ctx, made.service), read, again))
        case Unneeded(why=why):
            raise Told(_needless(why), {"language": ctx.languages.name_in(to, ctx.texts.locale)})
        case Untranslated() as none:
            await _nothing(ctx, source, to, none)


async def _answer(ctx: Context, outgoing: Outgoing) -> None:
    """In place of the answer that carries the pressed key, where there is one."""
    if isinstance(ctx.event, ActionPressed):
        await ctx.update(outgoing)
    else:
        await ctx.reply(outgoing)


def _spoken() -> tuple[Language, ...]:
    return tuple(spoken_by(locale) for locale in Locale)


async def _wants_aids(ctx: Context) -> bool:
    return (await Persons(ctx.db).of(ctx.person)).aids


def _needless(why: Needless) -> str:
    return (
        "needless-same"
        if why is Needless.SAME_LANGUAGE
        else "needless-unsure"
        if why is Needless.UNSURE
        else "needless"
    )


async def _nothing(ctx: Context, source: Source, to: Language, none: Untranslated) -> None:
    """No translation: who is alone may accept services, and the dictionary says what it knows."""
    if none.why is Lacking.NO_SERVICE and source.community is None:
        accepted = (await Persons(ctx.db).of(ctx.person)).accepted
        missing = [service for service in ground.public(ctx) if service.name not in accepted]
        if missing:
            await ctx.reply(notice_views.own_consent(ctx.texts, ctx.account.ref, missing))
            return
    if none.source is not None:
        words = await aids.gloss(ctx, source.text.plain, none.source, to)
        if words:
            await _answer(ctx, views.word_by_word(ctx.texts, words))
            return
    raise Told(f"lacking-{none.why.value}")


async def tell_in(ctx: Context, action: TellIn) -> None:
    """The same once more, in another language; only who asked about them may."""
    kept = await RecentWords(ctx.db).of(action.asked, ctx.clock.now())
    if kept is None or kept.asker != ctx.person:
        raise Told("words-gone")
    private = kept.person == ctx.person
    source = Source(RichText.of(kept.words), person=kept.person, private=private, community=kept.community)
    await tell(ctx, source, action.to, kept.name)


async def _own_services(ctx: Context) -> Outgoing:
    accepted = (await Persons(ctx.db).of(ctx.person)).accepted
    return notice_views.own_services(ctx.texts, ctx.account.ref, ctx.translator.services, accepted)


async def withdraw_mine(ctx: Context, action: WithdrawMine) -> None:
    """Somebody takes it back."""
    persons = Persons(ctx.db)
    accepted = (await persons.of(ctx.person)).accepted - {action.service}
    await persons.put(ctx.person, Choices(accepted=accepted), only=("accepted",))
    await ctx.update(await _own_services(ctx))


async def ask_mine(ctx: Context) -> None:
    """Asks whether public services may see what somebody has translated for themselves."""
    accepted = (await Persons(ctx.db).of(ctx.person)).accepted
    missing = [service for service in ground.public(ctx) if service.name not in accepted]
    if missing:
        await ctx.reply(notice_views.own_consent(ctx.texts, ctx.account.ref, missing))
    else:
        await ctx.reply(Outgoing(ctx.texts("accepted-mine")))


async def accept_mine(ctx: Context, action: AcceptMine) -> None:
    """Somebody lets public services see what they ask in private; only those that they were told of."""
    named = [service for service in ground.public(ctx) if service.name in action.services]
    if not named:
        raise Told("error-stale")
    persons = Persons(ctx.db)
    chosen = await persons.of(ctx.person)
    accepted = chosen.accepted | {service.name for service in named}
    await persons.put(ctx.person, Choices(accepted=accepted), only=("accepted",))
    await ctx.update(Outgoing(ctx.texts("accepted-mine")))


# -------------------------------------------------------------------------------------------------------- while typing


async def inline(ctx: Context, event: InlineAsked) -> None:
    """Translates what is being typed after the bot's name. Who types waits for each letter: quickly, or not at all."""
    persons = Persons(ctx.db)
    chosen = await persons.of(ctx.person)
    to, text = asked.into(event.query, ctx.languages.language_named)
    if len(text) < reading.SHORTEST_TYPED:
        return
    into = to or chosen.writes or reading.first_guess(spoken_by(ctx.texts.locale))
    if not ground.allowed(ctx, chosen.accepted):
        if ground.public(ctx):
            await ctx.reply(notice_views.consent_first(ctx.texts))
        return
    try:
        async with asyncio.timeout(TYPING_SECONDS):
            made = await ground.translated(ctx, Source(RichText.of(text), person=ctx.person, private=True), into)
    except (TimeoutError, Told):
        return
    if to is not None and to is not chosen.writes:
        await persons.put(ctx.person, Choices(writes=to), only=("writes",))
    if isinstance(made, Translated):
        await ctx.reply(Outgoing(made.text))


async def guest(ctx: Context, event: GuestAsked) -> None:
    """Answers in a chat that it has not joined: the message that was answered, or the words themselves."""
    to, text = asked.into(event.text.plain, ctx.languages.language_named)
    answered = bool(event.target_text)
    if answered and to is None:
        to = ctx.languages.language_named(text)
    words = event.target_text if answered else RichText.of(text)
    if not words:
        return
    author = event.target_author
    other = await ctx.accounts.find(author.ref) if isinstance(author, Account) else None
    source = Source(words, person=other if answered else ctx.person, private=True)
    try:
        found = await ground.translated(ctx, source, to or await ground.reads(ctx))
    except Told as told:
        # The one answer that a guest gets is this: nothing else is shown in a chat that the bot has not joined.
        await ctx.reply(Outgoing(ctx.texts(told.key, **told.args_for_text)))
        return
    match found:
        case Translated() as made:
            await ctx.reply(views.answer(ctx.texts, made.text, title(ctx, made.service), RichText(), ()))
        case Untranslated(why=Lacking.NO_SERVICE) if ground.public(ctx):
            await ctx.reply(notice_views.consent_first(ctx.texts))
        case _:
            await ctx.reply(Outgoing(ctx.texts("lacking-failed")))
