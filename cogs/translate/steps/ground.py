"""What every step begins with: whose words, which services may see them, what words mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.api import Context, JobContext, Texts
from bot.domain.errors import Told
from bot.domain.languages import Language, spoken_by
from bot.domain.locales import Locale
from bot.domain.refs import CommunityId, MessageRef, PersonId, PlaceId
from bot.domain.text import RichText
from bot.ports.translator import Ask, Service, Translation
from cogs.translate.rules.asked import Do, listed
from cogs.translate.rules.styles import Style
from cogs.translate.store.chats import Chat, Chats
from cogs.translate.store.glossary import Consent, Glossary
from cogs.translate.store.persons import Persons
from cogs.translate.store.words import RecentWords


@dataclass(frozen=True, slots=True)
class Source:
    """A text that somebody wants translated.

    Attributes:
        person: who said it, None when nobody knows or a chat did.
        private: only who asks has seen it.
        community: where it was said; None for who is alone with the bot.
        message: the original, where it is known.
    """

    text: RichText
    language: Language | None = None
    person: PersonId | None = None
    private: bool = False
    community: CommunityId | None = None
    message: MessageRef | None = None


def community_of(ctx: JobContext) -> CommunityId:
    """The club; raises ``Told`` in private."""
    if ctx.community is None:
        raise Told("error-only-in-community")
    return ctx.community


async def chat_here(ctx: Context) -> Chat | None:
    """How this chat is translated, or None where it is not."""
    found = await Chats(ctx.db).of(ctx.place)
    return found if found is not None and found.active and found.community == ctx.community else None


def doings(texts: Texts) -> Mapping[str, Do]:
    """What ``/translate`` does, by the words for it in every language."""
    return {word: do for do in Do for word in _in_all(texts, f"do-{do.value}")}


def styles(texts: Texts) -> Mapping[str, Style]:
    """Styles, by the words for them in every language."""
    return {word: style for style in Style for word in _in_all(texts, f"style-{style.value}")}


def fillers(texts: Texts) -> frozenset[str]:
    """Words between languages that mean nothing here."""
    return _in_all(texts, "fillers")


def openings(texts: Texts) -> frozenset[str]:
    """With what a correction begins, in every language."""
    return _in_all(texts, "better-words")


def _in_all(texts: Texts, key: str) -> frozenset[str]:
    return frozenset(word for locale in Locale for word in listed(texts.in_(locale).plain(key)))


def names(ctx: JobContext, languages: Sequence[Language], locale: Locale) -> str:
    """The names of languages, one after the other."""
    return ", ".join(ctx.languages.name_in(language, locale) for language in languages)


def title(ctx: JobContext, service: str) -> str:
    """What members know a service as, "" for what was done here, without one."""
    return next((one.title for one in ctx.translator.services if one.name == service), "")


def public(ctx: JobContext) -> Sequence[Service]:
    """The services that see nothing until somebody accepts them."""
    return [service for service in ctx.translator.services if service.public]


def allowed(ctx: JobContext, consent: frozenset[str]) -> Sequence[Service]:
    """The services that may be asked."""
    return [service for service in ctx.translator.services if not service.public or service.name in consent]


def club_here(ctx: Context) -> CommunityId | None:
    """The club that others read along in, None for who is alone with the bot."""
    return None if ctx.space is None else ctx.community


async def consent(ctx: Context, community: CommunityId | None) -> frozenset[str]:
    """The public services that may see a text: by the club's word, and by their own where somebody is alone."""
    if community is not None:
        return await Consent(ctx.db, community).given()
    return (await Persons(ctx.db).of(ctx.person)).accepted


async def reads(ctx: Context) -> Language:
    """The language that somebody reads."""
    chosen = (await Persons(ctx.db).of(ctx.person)).reads
    return chosen or spoken_by(ctx.texts.locale)


async def may_be_sent(ctx: JobContext, person: PersonId | None) -> bool:
    """Whether somebody's words may be sent to a service."""
    return person is None or not (await ctx.accounts.file(person)).untranslated


async def translated(ctx: Context, source: Source, to: Language, chat: Chat | None = None) -> Translation:
    """A translation that somebody asked for.

    Raises:
        Told: who said it, or who asks for their own words, does not want them to be sent anywhere.
    """
    if not await may_be_sent(ctx, source.person):
        raise Told("withheld-own" if source.person == ctx.person else "withheld")
    among = () if chat is None else chat.languages
    community = source.community
    terms = () if community is None else await Glossary(ctx.db, community).terms((*Language,))
    return await ctx.translator.translate(
        Ask(
            source.text,
            to,
            source=source.language,
            among=among,
            terms=terms,
            community=community,
            consent=await consent(ctx, community),
            private=source.private,
            requested=True,
        )
    )


async def said_in(ctx: Context, message: MessageRef) -> Source | None:
    """What a message says, as far as it is known: the mirror knows what it repeated, and the last day's words are kept.

    A copy stands for its original.
    """
    found = await ctx.mirror.find(message)
    if found is not None:
        return Source(found.text, found.language, found.person, community=ctx.community, message=found.original)
    kept = await RecentWords(ctx.db).of(str(message), ctx.clock.now())
    if kept is None or kept.community != ctx.community:
        return None
    return Source(RichText.of(kept.words), None, kept.person, community=kept.community, message=message)


async def reports_place(ctx: JobContext) -> PlaceId | None:
    """Where the moderators read reports, or None while they have not said."""
    if ctx.community is None:
        return None
    for entry in ctx.settings.of("core"):
        if entry.setting.key == "reports":
            value = await ctx.settings.value(ctx.community, entry, None)
            return PlaceId(value) if isinstance(value, int) else None
    return None
