"""The keys that show bridges, tie chats by a code, and untie them."""

from collections.abc import Sequence

from bot.api import Context
from bot.domain.capabilities import PrivateReplies
from bot.domain.errors import Told
from bot.domain.form import Answers
from bot.domain.languages import language_of
from bot.domain.message import Outgoing
from bot.ports.gateway import AnswerMode
from cogs.bridge.actions import (
    AskCode,
    AskUntie,
    ChooseFirst,
    EnterCode,
    Home,
    MakeCode,
    OpenBridge,
    OpenBridges,
    Untie,
)
from cogs.bridge.cog.base import COG
from cogs.bridge.steps import screens, tying
from cogs.bridge.steps.ground import enter, enter_bridge
from cogs.bridge.views import panel


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
    await take_code(ctx, action.home, answers.text("code"), answers.picked("language"))


async def take_code(ctx: Context, home: Home, typed: str, picked: Sequence[str]) -> None:
    """Ties a chat by a code that somebody typed."""
    usual = await screens.usual_language(await ctx.about(home.community))
    chosen = tying.Chosen(language_of(picked[0])) if picked else None
    tied = await tying.enter_code(ctx, home, typed, chosen, usual)
    # Else the notice says it to all: a private answer that cannot be given here would have this command run again.
    if ctx.place != home.place or ctx.capabilities.private_replies is PrivateReplies.EPHEMERAL:
        await ctx.reply(Outgoing(ctx.texts("tied", count=len(tied.ends))))


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
