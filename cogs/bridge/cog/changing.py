"""The keys that change how a bridge carries: its parts, reactions, languages and directions."""

from bot.api import Context
from bot.domain.errors import Told
from bot.domain.form import Answers
from bot.domain.languages import Language
from bot.ports.gateway import AnswerMode
from cogs.bridge.actions import (
    AskLanguage,
    Home,
    KeepLanguage,
    OpenDirections,
    OpenLanguages,
    OpenReactions,
    Put,
    PutDirection,
    PutLanguage,
    PutReactions,
)
from cogs.bridge.cog.base import COG
from cogs.bridge.rules import BridgeId, Part
from cogs.bridge.steps import screens, tying
from cogs.bridge.steps.ground import audit_all, enter_bridge
from cogs.bridge.store import Bridges
from cogs.bridge.views import panel


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
