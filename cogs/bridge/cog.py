"""``/bridge`` ties chats, here and elsewhere, so that they are one conversation, each in its own language.

Every key says what it is about, and every step asks the platform again whether who pressed it is an admin there.
"""

from collections.abc import Sequence
from typing import Annotated

from bot.api import Cog, Completing, Context, JobContext, JsonValue, Limits, PlaceContext
from bot.api.mirror import CopyKind, Phrase, Route, Said, Trouble
from bot.api.offers.translating import ServicesTold
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.capabilities import PrivateReplies
from bot.domain.errors import Told
from bot.domain.events import BotRemoved, BotRightsChanged, CommandInvoked, MemberJoined, PlaceClosed, PlaceMoved
from bot.domain.form import Answers
from bot.domain.languages import Language, language_of
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId, PersonId, SpaceRef, UserRef
from bot.ports.gateway import AnswerMode, CommandScope, Suggestion
from cogs.bridge import settings
from cogs.bridge.actions import (
    AskCode,
    AskLanguage,
    AskUntie,
    CarryMe,
    ChooseFirst,
    EnterCode,
    Home,
    KeepLanguage,
    MakeCode,
    OpenBridge,
    OpenBridges,
    OpenDirections,
    OpenLanguages,
    OpenReactions,
    Put,
    PutDirection,
    PutLanguage,
    PutReactions,
    Unmute,
    Untie,
)
from cogs.bridge.rules import BridgeId, Part, Wish, read_hours, read_words
from cogs.bridge.steps import carrying, moderating, screens, telling, tying
from cogs.bridge.steps.ground import account_name, audit_all, enter, enter_bridge, home_of
from cogs.bridge.store import Bridges, Persons
from cogs.bridge.views import panel, told

COG = Cog("bridge")
for _setting in settings.ALL:
    COG.setting(_setting)


async def wishes(ctx: Context, typed: str) -> list[Suggestion]:
    """What can be written after the command, beside a code."""
    del ctx
    shown = (Wish.ME_OFF, Wish.ME_ON, Wish.MUTE, Wish.UNMUTE, Wish.MUTED)
    return [Suggestion(wish.value, wish.value) for wish in shown if wish.value.startswith(typed.casefold())]


Words = Annotated[str | None, Limits(most=60), Completing(wishes)]


@COG.command("bridge", mode=AnswerMode.PRIVATE, scope=CommandScope.COMMUNITY)
async def bridge(ctx: Context, member: Account | None = None, words: Words = None) -> None:
    """Shows what this chat is tied to; with a code, ties it; also whether one's own words cross, and whose do not."""
    asked = read_words(words)
    match asked.wish:
        case Wish.LOOK:
            await _look(ctx)
        case Wish.CODE:
            await ctx.require(Access.ADMIN)
            await _enter_code(ctx, home_of(ctx), asked.code, ())
        case Wish.ME:
            carried = await moderating.is_carried(ctx, ctx.place)
            await ctx.reply(told.me(ctx.texts, ctx.place, ctx.account.ref, carried=carried))
        case Wish.ME_OFF | Wish.ME_ON:
            await ctx.reply(await moderating.carry(ctx, ctx.place, on=asked.wish is Wish.ME_ON))
        case Wish.MUTE:
            await moderating.mute(ctx, member, asked.hours)
        case Wish.UNMUTE:
            await moderating.unmute(ctx, member)
        case Wish.MUTED:
            await ctx.reply(await moderating.muted(ctx, await enter(ctx, home_of(ctx), Access.MODERATOR)))


async def _look(ctx: Context) -> None:
    if await ctx.access() < Access.ADMIN:
        carried = await moderating.is_carried(ctx, ctx.place)
        await ctx.reply(told.me(ctx.texts, ctx.place, ctx.account.ref, carried=carried))
        return
    await ctx.reply(await screens.bridges(ctx, await enter(ctx, home_of(ctx))))


@COG.action(CarryMe, mode=AnswerMode.UPDATE)
async def carry_me(ctx: Context, action: CarryMe) -> None:
    """Somebody's own choice."""
    await ctx.update(await moderating.carry(ctx, action.place, on=action.on))


# --------------------------------------------------------------------------------------------------------------- tying


@COG.action(OpenBridges, mode=AnswerMode.UPDATE)
async def open_bridges(ctx: Context, action: OpenBridges) -> None:
    """Goes back to the list."""
    await ctx.update(await screens.bridges(ctx, await enter(ctx, action.home)))


@COG.action(OpenBridge, mode=AnswerMode.UPDATE)
async def open_bridge(ctx: Context, action: OpenBridge) -> None:
    """Shows one bridge."""
    screen, found, _ = await enter_bridge(ctx, action.home, action.bridge)
    await ctx.update(await screens.bridge(ctx, screen, found))


@COG.action(ChooseFirst, mode=AnswerMode.UPDATE)
async def choose_first(ctx: Context, action: ChooseFirst) -> None:
    """Asks for this chat's language."""
    screen = await enter(ctx, action.home)
    usual = await screens.usual_language(await ctx.about(action.home.community))
    await ctx.update(panel.first_language(screen, screens.choices(ctx, ctx.texts.locale, usual), usual))


@COG.action(MakeCode, mode=AnswerMode.UPDATE)
async def make_code(ctx: Context, action: MakeCode) -> None:
    """Makes a one-time code, which only the admin sees."""
    if action.bridge is None:
        screen, found = await enter(ctx, action.home), None
    else:
        screen, found, _ = await enter_bridge(ctx, action.home, action.bridge)
    code = await tying.make_code(ctx, action.home, found, action.language)
    await ctx.update(panel.code(screen, code, action.bridge))


@COG.action(AskCode, mode=AnswerMode.FORM)
async def ask_code(ctx: Context, action: AskCode) -> None:
    """Asks for a code. Whether they may is asked when the form is sent: nothing may take time before it."""
    await ctx.open_form(panel.code_form(ctx.texts, action.home, screens.choices(ctx, ctx.texts.locale), None))


@COG.form(EnterCode)
async def enter_code(ctx: Context, action: EnterCode, answers: Answers) -> None:
    """Ties this chat."""
    await enter(ctx, action.home)
    await _enter_code(ctx, action.home, answers.text("code"), answers.picked("language"))


async def _enter_code(ctx: Context, home: Home, typed: str, picked: Sequence[str]) -> None:
    usual = await screens.usual_language(await ctx.about(home.community))
    chosen = tying.Chosen(language_of(picked[0])) if picked else None
    tied = await tying.enter_code(ctx, home, typed, chosen, usual)
    # Else the notice says it to all: a private answer that cannot be given here would have this command run again.
    if ctx.place != home.place or ctx.capabilities.private_replies is PrivateReplies.EPHEMERAL:
        await ctx.reply(Outgoing(ctx.texts("tied", count=len(tied.ends))))


# ------------------------------------------------------------------------------------------------------------- changing


@COG.action(Put, mode=AnswerMode.UPDATE)
async def put(ctx: Context, action: Put) -> None:
    """Turns a part on or off."""
    await enter_bridge(ctx, action.home, action.bridge)
    if await Bridges(ctx.db).put(action.bridge, action.part, on=action.on):
        state = f"{action.part.value}-{'on' if action.on else 'off'}"
        await _changed(ctx, action.home, action.bridge, f"audit-{state}", follows=action.part is not Part.ORIGINALS)
    else:
        await _show(ctx, action.home, action.bridge)


@COG.action(OpenReactions, mode=AnswerMode.UPDATE)
async def open_reactions(ctx: Context, action: OpenReactions) -> None:
    """Offers ways for reactions to cross."""
    screen, found, _ = await enter_bridge(ctx, action.home, action.bridge)
    await ctx.update(panel.reactions(screen, found))


@COG.action(PutReactions, mode=AnswerMode.UPDATE)
async def put_reactions(ctx: Context, action: PutReactions) -> None:
    """Chooses one."""
    await enter_bridge(ctx, action.home, action.bridge)
    if await Bridges(ctx.db).put_reactions(action.bridge, action.reactions):
        await _changed(ctx, action.home, action.bridge, "audit-reactions")
    else:
        await _show(ctx, action.home, action.bridge)


@COG.action(OpenLanguages, mode=AnswerMode.UPDATE)
async def open_languages(ctx: Context, action: OpenLanguages) -> None:
    """Offers languages."""
    screen, found, end = await enter_bridge(ctx, action.home, action.bridge)
    offered = screens.choices(ctx, ctx.texts.locale, end.language)
    await ctx.update(panel.languages(screen, found, offered, end.language))


@COG.action(PutLanguage, mode=AnswerMode.UPDATE)
async def put_language(ctx: Context, action: PutLanguage) -> None:
    """Chooses one."""
    await _put_language(ctx, action.home, action.bridge, action.language)


@COG.action(AskLanguage, mode=AnswerMode.FORM)
async def ask_language(ctx: Context, action: AskLanguage) -> None:
    """Asks for one that is not on the list."""
    await ctx.open_form(panel.language_form(ctx.texts, action.home, action.bridge))


@COG.form(KeepLanguage, mode=AnswerMode.UPDATE)
async def keep_language(ctx: Context, action: KeepLanguage, answers: Answers) -> None:
    """Chooses it."""
    language = ctx.languages.language_named(answers.text("language"))
    if language is None:
        raise Told("language-unknown")
    await _put_language(ctx, action.home, action.bridge, language)


async def _put_language(ctx: Context, home: Home, bridge_id: BridgeId, language: Language | None) -> None:
    await enter_bridge(ctx, home, bridge_id)
    if await Bridges(ctx.db).put_language(bridge_id, home.place, language):
        await _changed(ctx, home, bridge_id, "audit-language")
    else:
        await _show(ctx, home, bridge_id)


@COG.action(OpenDirections, mode=AnswerMode.UPDATE)
async def open_directions(ctx: Context, action: OpenDirections) -> None:
    """Offers directions."""
    screen, found, end = await enter_bridge(ctx, action.home, action.bridge)
    await ctx.update(panel.directions(screen, found, end.direction))


@COG.action(PutDirection, mode=AnswerMode.UPDATE)
async def put_direction(ctx: Context, action: PutDirection) -> None:
    """Chooses one."""
    await enter_bridge(ctx, action.home, action.bridge)
    if await Bridges(ctx.db).put_direction(action.bridge, action.home.place, action.direction):
        await _changed(ctx, action.home, action.bridge, "audit-direction")
    else:
        await _show(ctx, action.home, action.bridge)


async def _changed(ctx: Context, home: Home, bridge_id: BridgeId, act: str, *, follows: bool = True) -> None:
    """After a change: routes and notices follow, and each community's list tells of it."""
    now = await tying.changed(ctx, bridge_id) if follows else await Bridges(ctx.db).one(bridge_id)
    if now is not None:
        await audit_all(ctx, now, act)
    await _show(ctx, home, bridge_id)


async def _show(ctx: Context, home: Home, bridge_id: BridgeId) -> None:
    screen, found, _ = await enter_bridge(ctx, home, bridge_id)
    await ctx.update(await screens.bridge(ctx, screen, found))


@COG.action(AskUntie, mode=AnswerMode.UPDATE)
async def ask_untie(ctx: Context, action: AskUntie) -> None:
    """Asks once more."""
    screen, found, _ = await enter_bridge(ctx, action.home, action.bridge)
    await ctx.update(panel.untie_asked(screen, found, whole=action.whole))


@COG.action(Untie, mode=AnswerMode.UPDATE)
async def untie(ctx: Context, action: Untie) -> None:
    """Unties this chat, or ends the bridge, which only the community may that began it."""
    screen, found, _ = await enter_bridge(ctx, action.home, action.bridge)
    cause = f"{ctx.chat.platform} {ctx.event.key}"
    if not action.whole:
        await tying.untie(ctx, found.id, action.home.place, key="told-untied", cause=cause)
    elif found.community == action.home.community:
        await tying.end_bridge(ctx, found.id, action.home.place, cause=cause)
    else:
        raise Told("end-not-yours")
    await ctx.update(panel.untied(screen, whole=action.whole))


# ----------------------------------------------------------------------------------------------------------- moderators


@COG.message_menu("muteacross", mode=AnswerMode.PRIVATE, access=Access.MODERATOR)
async def mute_across(ctx: Context) -> None:
    """Keeps the words of who said this from crossing; in reply with a number, for so many hours."""
    event = ctx.event
    if not isinstance(event, CommandInvoked):
        raise Told("error-stale")
    author = event.target_author
    await moderating.mute(ctx, author if isinstance(author, Account) else None, read_hours(event.rest))


@COG.action(Unmute, mode=AnswerMode.UPDATE)
async def unmute(ctx: Context, action: Unmute) -> None:
    """Lets them cross again, by the list."""
    screen = await enter(ctx, action.home, Access.MODERATOR)
    if await ctx.mirror.release(action.home.community, action.person):
        there = await ctx.about(action.home.community)
        spaces = tuple([space for space, _ in await ctx.clubs.spaces(action.home.community)])
        await there.audit("audit-unmuted", {"name": await account_name(ctx, action.person, spaces)})
    await ctx.update(await moderating.muted(ctx, screen))


@COG.message_menu("unsend", mode=AnswerMode.PRIVATE)
async def unsend(ctx: Context) -> None:
    """Deletes a message and all its copies."""
    await moderating.take_back(ctx)


# -------------------------------------------------------------------------------------------------------------- routes


async def trouble(ctx: JobContext, route: Route, what: Trouble) -> None:
    """Something keeps messages from crossing."""
    await carrying.troubled(ctx, route, what)


@COG.route(CopyKind.BRIDGED, trouble=trouble, admits=carrying.admitted)
async def phrase(ctx: JobContext, route: Route, said: Said) -> Phrase | None:
    """How a message stands at another end."""
    return await carrying.phrased(ctx, route, said)


@COG.on(MemberJoined)
async def joined(ctx: Context, event: MemberJoined) -> None:
    """Says at the other ends who came in, where that is wanted."""
    await carrying.joined(ctx, event)


@COG.on_place(PlaceClosed)
async def closed(ctx: PlaceContext, event: PlaceClosed) -> None:
    """A deleted chat is untied; an archived one may be opened again."""
    if event.deleted:
        await carrying.gone(ctx, ctx.place, event.key)


@COG.on_place(BotRemoved)
async def removed(ctx: PlaceContext, event: BotRemoved) -> None:
    """All chats of a space are untied that the bot was removed from."""
    if ctx.space is not None:
        for found in await Bridges(ctx.db).in_space(ctx.space):
            for end in found.ends:
                if end.space == ctx.space:
                    await carrying.gone(ctx, end.place, event.key)


@COG.on_place(BotRightsChanged)
async def rights_changed(ctx: PlaceContext, event: BotRightsChanged) -> None:
    """The bot may speak under others' names no more, somewhere."""
    await carrying.rights_changed(ctx, event)


@COG.offers(ServicesTold)
def notices(ctx: JobContext) -> ServicesTold:
    """The pinned notices name services."""
    return telling.Notices(ctx)


@COG.on_place(PlaceMoved)
async def moved(ctx: PlaceContext, event: PlaceMoved) -> None:
    """A space goes on under another ref; its places are the same for us."""
    if ctx.space is not None:
        await Bridges(ctx.db).moved(ctx.space, event.to_space)


# --------------------------------------------------------------------------------------------------------- what is kept


@COG.on_export
async def export(ctx: JobContext, person: PersonId) -> JsonValue:
    """What is kept of a person."""
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
    """An account parts."""
    del account
    await Persons(ctx.db).unlink(stays, new)


@COG.on_rehome
async def rehomed(ctx: JobContext, space: SpaceRef, left: CommunityId, joined: CommunityId) -> None:
    """A space is another club's: words go only where that one lets them go."""
    del left
    await tying.rehomed(ctx, space, joined)


@COG.on_erase
async def erase(ctx: JobContext, community: CommunityId) -> None:
    """Erases a community; its routes end, and bridges go on between the others."""
    for found in await Persons(ctx.db).erase(community):
        rest = [end for end in found.ends if end.community != community]
        if len(rest) < 2:
            await ctx.mirror.untie(found.knot)
            continue
        for end in found.ends:
            if end.community == community:
                await ctx.mirror.untie(found.knot, end.place)
