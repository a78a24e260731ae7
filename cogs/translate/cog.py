"""Everybody reads and writes their own language, and the conversation stays one. Declared here, done in steps."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Annotated

from bot.api import Cog, Completing, Context, JobContext, JsonValue, PlaceContext
from bot.api.mirror import CopyKind
from bot.api.offers.reading import ReadingAids
from bot.api.offers.translating import TranslationRules
from bot.domain.access import Access
from bot.domain.events import (
    GuestAsked,
    InlineAsked,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    PlaceClosed,
    PlaceMoved,
    PlaceOpened,
    ReactionChanged,
)
from bot.domain.languages import Language
from bot.domain.refs import CommunityId, PersonId, SpaceRef, UserRef
from bot.ports.gateway import AnswerMode, CommandScope, Suggestion
from bot.ports.translator import Term
from cogs.translate.actions import (
    AcceptMine,
    AcceptServices,
    AddTerm,
    AgreeTerm,
    AskMine,
    Better,
    FlagInto,
    KeepTerm,
    KnowBoth,
    OpenGlossary,
    RefuseTerm,
    RemoveTerm,
    SendBetter,
    ShowReading,
    SweepWords,
    TellIn,
    WithdrawMine,
    WithdrawService,
)
from cogs.translate.settings import SETTINGS
from cogs.translate.steps import (
    aids,
    asking,
    completing,
    correcting,
    flags,
    glossary,
    notices,
    phrasing,
    remembering,
    saying,
    switching,
)
from cogs.translate.store.chats import Chats
from cogs.translate.store.glossary import Consent, Glossary
from cogs.translate.store.persons import Persons

COG = Cog("translate")
for declared in SETTINGS:
    COG.setting(declared)


async def _what(ctx: Context, typed: str) -> Sequence[Suggestion]:
    return completing.doings(ctx, typed)


async def _language(ctx: Context, typed: str) -> Sequence[Suggestion]:
    return completing.languages(ctx, typed)


What = Annotated[str, Completing(_what)]
"""What to do, or what to translate."""

Into = Annotated[str, Completing(_language)]
"""A language, or several; where words come unparsed, all of them but the first: so it has no limit."""


# ------------------------------------------------------------------------------------------------------- commands


@COG.command("translate", mode=AnswerMode.PRIVATE, visiting=True)
async def translate(ctx: Context, text: What = "", to: Into = "") -> None:
    """Translates for whoever asks; switches translating on and off for admins."""
    await asking.command(ctx, text, to)


@COG.message_menu("translate", mode=AnswerMode.PRIVATE, visiting=True)
async def translate_message(ctx: Context) -> None:
    """Translates a message by its menu."""
    await asking.command(ctx, "", "")


@COG.command("say", mode=AnswerMode.PRIVATE, scope=CommandScope.COMMUNITY)
async def say(ctx: Context, text: str, language: Into = "") -> None:
    """Says something for a member in the language of the chat."""
    await saying.say(ctx, text, language)


@COG.command("glossary", mode=AnswerMode.PRIVATE, scope=CommandScope.COMMUNITY, access=Access.ADMIN)
async def show_glossary(ctx: Context) -> None:
    """Shows the words that are always translated alike."""
    await glossary.show(ctx)


# ------------------------------------------------------------------------------------------------------- the copies


COG.route(CopyKind.INLINE, trouble=phrasing.trouble)(phrasing.phrase)


@dataclass(frozen=True, slots=True)
class CommunityRules:
    """Implements :class:`bot.api.offers.translating.TranslationRules`."""

    ctx: JobContext

    async def consent(self) -> frozenset[str]:
        """Names of the public services that an admin accepted."""
        if self.ctx.community is None:
            return frozenset()
        return await Consent(self.ctx.db, self.ctx.community).given()

    async def terms(self, languages: Collection[Language]) -> tuple[Term, ...]:
        """The glossary's terms between these languages."""
        if self.ctx.community is None:
            return ()
        return await Glossary(self.ctx.db, self.ctx.community).terms(languages)


@COG.offers(TranslationRules)
def rules(ctx: JobContext) -> TranslationRules:
    """What a community settled."""
    return CommunityRules(ctx)


@COG.offers(ReadingAids)
def reading_aids(ctx: JobContext) -> ReadingAids:
    """How a text is read."""
    return aids.Aids(ctx)


# ------------------------------------------------------------------------------------------------------- what is heard


@COG.on(MessagePosted)
async def posted(ctx: Context, event: MessagePosted) -> None:
    """A message in a chat that is translated: it may be a correction, and a flag may want its words."""
    await flags.remember(ctx, event)
    await flags.answered(ctx, event)
    await correcting.answered(ctx, event)


@COG.on(MessageEdited)
async def edited(ctx: Context, event: MessageEdited) -> None:
    """Words were changed."""
    await flags.edited(ctx, event)


@COG.on_place(MessageDeleted)
async def deleted(ctx: PlaceContext, event: MessageDeleted) -> None:
    """Words are gone."""
    await flags.deleted(ctx, event)


@COG.on(ReactionChanged)
async def reacted(ctx: Context, event: ReactionChanged) -> None:
    """A flag, maybe."""
    await flags.reacted(ctx, event)


@COG.on(InlineAsked)
async def asked_inline(ctx: Context, event: InlineAsked) -> None:
    """Somebody types something that they want to say in another language."""
    await asking.inline(ctx, event)


@COG.on(GuestAsked)
async def asked_as_guest(ctx: Context, event: GuestAsked) -> None:
    """Somebody asks where the bot is no member."""
    await asking.guest(ctx, event)


@COG.on_place(PlaceOpened)
async def place_opened(ctx: PlaceContext, event: PlaceOpened) -> None:
    """A new thread does as its channel."""
    del event
    await switching.opened(ctx)


@COG.on_place(PlaceClosed)
async def place_closed(ctx: PlaceContext, event: PlaceClosed) -> None:
    """What was settled for a deleted chat goes with it."""
    if event.deleted:
        await switching.closed(ctx)


@COG.on_place(PlaceMoved)
async def place_moved(ctx: PlaceContext, event: PlaceMoved) -> None:
    """A space goes on under another ref; its places are the same for us."""
    if ctx.space is not None:
        await Chats(ctx.db).moved(ctx.space, event.to_space)


# ------------------------------------------------------------------------------------------------------- keys


COG.action(AcceptServices, mode=AnswerMode.UPDATE)(notices.accept)
COG.action(WithdrawService, mode=AnswerMode.UPDATE)(notices.withdraw)
COG.action(AcceptMine, mode=AnswerMode.UPDATE)(asking.accept_mine)
COG.action(WithdrawMine, mode=AnswerMode.UPDATE)(asking.withdraw_mine)
COG.action(TellIn, mode=AnswerMode.UPDATE)(asking.tell_in)
COG.action(FlagInto, mode=AnswerMode.PRIVATE)(flags.chosen)
COG.action(Better, mode=AnswerMode.FORM)(correcting.ask)
COG.form(SendBetter)(correcting.sent)
COG.action(KnowBoth, mode=AnswerMode.UPDATE)(correcting.know_both)
COG.action(AgreeTerm, mode=AnswerMode.UPDATE, access=Access.MODERATOR)(correcting.agree)
COG.action(RefuseTerm, mode=AnswerMode.UPDATE, access=Access.MODERATOR)(correcting.refuse)
COG.action(OpenGlossary, mode=AnswerMode.UPDATE)(glossary.open_page)
COG.action(AddTerm, mode=AnswerMode.FORM)(glossary.ask)
COG.form(KeepTerm, mode=AnswerMode.UPDATE)(glossary.keep)
COG.action(RemoveTerm, mode=AnswerMode.UPDATE)(glossary.remove)


@COG.action(AskMine, mode=AnswerMode.PRIVATE)
async def ask_mine(ctx: Context, action: AskMine) -> None:
    """Asks in private for what cannot be asked elsewhere."""
    del action
    await asking.ask_mine(ctx)


@COG.action(ShowReading, mode=AnswerMode.PRIVATE)
async def show_reading(ctx: Context, action: ShowReading) -> None:
    """How a translation is read, for whoever presses."""
    del action
    await aids.show(ctx)


# ------------------------------------------------------------------------------------------------------- what is kept


COG.job(SweepWords, also_off=True)(remembering.sweep)


@COG.on_export
async def export(ctx: JobContext, person: PersonId) -> JsonValue:
    """A person's choices, and what they said today where translating is on request."""
    return await Persons(ctx.db).export(person)


@COG.on_forget
async def forget(ctx: JobContext, person: PersonId) -> None:
    """Erases a person."""
    await Persons(ctx.db).forget(person)


@COG.on_merge
async def merge(ctx: JobContext, kept: PersonId, gone: PersonId) -> None:
    """Two persons are one."""
    await Persons(ctx.db).merge(kept, gone)


@COG.on_unlink
async def unlink(ctx: JobContext, account: UserRef, stays: PersonId, new: PersonId) -> None:
    """An account parts: the choices stay with who stays, today's words with nobody."""
    del account, new
    await Persons(ctx.db).part(stays)


@COG.on_rehome
async def rehomed(ctx: JobContext, space: SpaceRef, left: CommunityId, joined: CommunityId) -> None:
    """A space is another club's: words never go where only the former one let them go."""
    del left, joined
    await switching.rehomed(ctx, space)


@COG.on_erase
async def erase(ctx: JobContext, community: CommunityId) -> None:
    """Erases a community."""
    await Consent(ctx.db, community).erase()
