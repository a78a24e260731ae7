"""``/spy``: opens the file; its first word does more. Each story adds its doing here."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Annotated

from bot.api import Completing, Context, Limits, Texts
from bot.domain.author import Account
from bot.domain.errors import Told
from bot.domain.locales import Locale
from bot.ports.gateway import AnswerMode, Suggestion
from cogs.spies.cog.base import COG
from cogs.spies.rules.doings import Do, listed, read
from cogs.spies.steps import asking, blocking, finding, opening, rounds, taking_part
from cogs.spies.steps.desk import screen

Doing = Callable[[Context, Account | None], Awaitable[None]]
"""What a word does, maybe with a member."""


async def _open(ctx: Context, member: Account | None) -> None:
    del member
    await ctx.reply(await screen(ctx, ctx.community))


async def _pause(ctx: Context, member: Account | None) -> None:
    del member
    await ctx.reply(await taking_part.pause(ctx, ctx.community, on=True))


async def _resume(ctx: Context, member: Account | None) -> None:
    del member
    await ctx.reply(await taking_part.pause(ctx, ctx.community, on=False))


async def _forget(ctx: Context, member: Account | None) -> None:
    del member
    await ctx.reply(await taking_part.ask_forget(ctx, ctx.community))


async def _never(ctx: Context, member: Account | None) -> None:
    await ctx.reply(await taking_part.never(ctx, member))


async def _find(ctx: Context, member: Account | None) -> None:
    del member
    await finding.find(ctx)


async def _rounds(ctx: Context, member: Account | None) -> None:
    del member
    await rounds.show(ctx)


async def _blocked(ctx: Context, member: Account | None) -> None:
    del member
    await ctx.reply(await blocking.blocked(ctx))


DOINGS: Mapping[Do, Doing] = {
    Do.OPEN: _open,
    Do.FIND: _find,
    Do.ASK: asking.ask,
    Do.ROUNDS: _rounds,
    Do.PAUSE: _pause,
    Do.RESUME: _resume,
    Do.FORGET: _forget,
    Do.NEVER: _never,
    Do.BLOCKED: _blocked,
}
"""What each word does."""


async def _suggest(ctx: Context, begun: str) -> Sequence[Suggestion]:
    found: list[Suggestion] = []
    for do in DOINGS:
        word = listed(ctx.texts.plain(f"file-do-{do.value}"))[0]
        if word.startswith(begun.strip().casefold()):
            found.append(Suggestion(f"{word}: {ctx.texts.plain(f'file-do-{do.value}-means')}"[:100], word))
    return found


def _words(texts: Texts) -> Mapping[str, Do]:
    """Doings by the words for them, in every language."""
    return {
        word: do
        for do in DOINGS
        for locale in Locale
        for word in (do.value, *listed(texts.in_(locale).plain(f"file-do-{do.value}")))
    }


What = Annotated[str, Completing(_suggest), Limits(most=40)]
"""What to do."""


@COG.command("spy", mode=AnswerMode.PRIVATE)
async def spy(ctx: Context, what: What = "", member: Account | None = None) -> None:
    """Opens the file, or does what its first word says; a member alone is asked."""
    do = Do.ASK if not what and member is not None and Do.ASK in DOINGS else read(what, _words(ctx.texts))
    if do is None:
        raise Told("file-do-unknown", {"what": what})
    await DOINGS[do](ctx, member)
    waits = await opening.reminder(ctx)
    if waits is not None:
        await ctx.reply(waits)
