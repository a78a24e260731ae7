"""The line: ``/line`` and its keys, what crosses it, and what ends it."""

from bot.api import Context, JobContext, PlaceContext
from bot.api.mirror import CopyKind, Phrase, Route, Said
from bot.api.offers.lines import Lines
from bot.domain.events import MemberBanned, MemberLeft, PlaceClosed, PrivateOpened
from bot.domain.form import Answers
from bot.ports.gateway import AnswerMode
from cogs.spies.actions.line import (
    AskShow,
    AskWord,
    BeginLine,
    Goodbye,
    KeepWord,
    LetGo,
    Move,
    MoveBack,
    OpenHere,
    OpenReads,
    PutReads,
    SendTo,
    Show,
    ShowLine,
    ShowLines,
    WrapUp,
    WriteTo,
)
from cogs.spies.cog.base import COG
from cogs.spies.rules.pairs import Ending
from cogs.spies.steps import ending, moving, opening, screens, showing, talking
from cogs.spies.steps.offering import OpenLines
from cogs.spies.steps.sides import own_line, texts_on
from cogs.spies.views import line as views


@COG.command("line", mode=AnswerMode.PRIVATE)
async def line(ctx: Context) -> None:
    """Somebody's lines."""
    await ctx.reply(await screens.lines(ctx))


@COG.action(ShowLines, mode=AnswerMode.UPDATE)
async def show_lines(ctx: Context, action: ShowLines) -> None:
    """Goes back to the list."""
    del action
    await ctx.update(await screens.lines(ctx))


@COG.action(ShowLine, mode=AnswerMode.UPDATE)
async def show_line(ctx: Context, action: ShowLine) -> None:
    """Shows one."""
    await ctx.update(await screens.line(ctx, action.pair))


@COG.action(WriteTo, mode=AnswerMode.UPDATE)
async def write_to(ctx: Context, action: WriteTo) -> None:
    """Chooses whom one writes to."""
    pair = await talking.write_to(ctx, action.pair)
    await ctx.update(views.written_to(await texts_on(ctx, pair, ctx.person), pair, ctx.person))


@COG.action(SendTo, mode=AnswerMode.UPDATE)
async def send_to(ctx: Context, action: SendTo) -> None:
    """The same, with a message that waited for it."""
    pair = await talking.send_to(ctx, action.pair, action.message)
    await ctx.update(views.written_to(await texts_on(ctx, pair, ctx.person), pair, ctx.person))


@COG.action(OpenReads, mode=AnswerMode.UPDATE)
async def open_reads(ctx: Context, action: OpenReads) -> None:
    """Offers languages."""
    await ctx.update(await screens.reads(ctx, action.pair))


@COG.action(PutReads, mode=AnswerMode.UPDATE)
async def put_reads(ctx: Context, action: PutReads) -> None:
    """Chooses one."""
    await ctx.update(await screens.put_reads(ctx, action.pair, action.language))


@COG.action(AskWord, mode=AnswerMode.FORM)
async def ask_word(ctx: Context, action: AskWord) -> None:
    """Asks for an own word. Whether the line is theirs is asked when the form is sent."""
    await ctx.open_form(views.word_form(ctx.texts, action.pair))


@COG.form(KeepWord, mode=AnswerMode.UPDATE)
async def keep_word(ctx: Context, action: KeepWord, answers: Answers) -> None:
    """Keeps it."""
    await ctx.update(await screens.keep_word(ctx, action.pair, answers.text("word")))


# ------------------------------------------------------------------------------------------------------------- showing


@COG.action(AskShow, mode=AnswerMode.PRIVATE)
async def ask_show(ctx: Context, action: AskShow) -> None:
    """Tells what it means."""
    pair, _ = await own_line(ctx, action.pair, ctx.person)
    await ctx.reply(views.show_asked(await texts_on(ctx, pair, ctx.person), pair, ctx.person))


@COG.action(Show, mode=AnswerMode.UPDATE)
async def show(ctx: Context, action: Show) -> None:
    """Somebody says yes to it."""
    await ctx.update(await showing.show(ctx, action.pair))


@COG.action(Move, mode=AnswerMode.UPDATE)
async def move(ctx: Context, action: Move) -> None:
    """Moves into a private thread."""
    await ctx.update(await moving.move(ctx, action.pair))


@COG.action(MoveBack, mode=AnswerMode.UPDATE)
async def move_back(ctx: Context, action: MoveBack) -> None:
    """And back."""
    await ctx.update(await moving.move_back(ctx, action.pair))


@COG.on_place(PlaceClosed)
async def thread_gone(ctx: PlaceContext, event: PlaceClosed) -> None:
    """A deleted thread takes those who were in it back into their private chats."""
    if event.deleted:
        await moving.thread_gone(ctx, ctx.place)


# ------------------------------------------------------------------------------------------------------------- opening


@COG.action(OpenHere, mode=AnswerMode.PRIVATE)
async def open_here(ctx: Context, action: OpenHere) -> None:
    """Somebody opened their private chat by the key for it."""
    await opening.open_here(ctx, action.pair)


@COG.on(PrivateOpened)
async def private_opened(ctx: Context, event: PrivateOpened) -> None:
    """Somebody opened it by themselves."""
    del event
    await opening.opened_by(ctx, ctx.person)


@COG.job(BeginLine)
async def open_line(ctx: JobContext, job: BeginLine) -> None:
    """Opens a line."""
    await opening.go_on_opening(ctx, job.pair)


# ------------------------------------------------------------------------------------------------------------- talking


@COG.route(CopyKind.SPY, trouble=talking.troubled, admits=talking.admitted, aims=talking.aimed)
async def phrase(ctx: JobContext, route: Route, said: Said) -> Phrase | None:
    """How a partner's words stand."""
    return await talking.phrased(ctx, route, said)


@COG.job(LetGo)
async def let_go(ctx: JobContext, job: LetGo) -> None:
    """Off-duty hours are over."""
    await talking.let_go(ctx, job.pair, job.person)


@COG.offers(Lines)
def lines(ctx: JobContext) -> Lines:
    """Open lines."""
    return OpenLines(ctx)


# -------------------------------------------------------------------------------------------------------------- ending


@COG.action(Goodbye, mode=AnswerMode.PRIVATE)
async def goodbye(ctx: Context, action: Goodbye) -> None:
    """Somebody ends a line."""
    await ctx.reply(await ending.say_goodbye(ctx, action.pair))


@COG.job(WrapUp, also_off=True)
async def wrap_up(ctx: JobContext, job: WrapUp) -> None:
    """The others are told of the end, where that was not done."""
    await ending.wrap_up(ctx, job.pair)


@COG.on(MemberLeft)
async def left(ctx: Context, event: MemberLeft) -> None:
    """Somebody left a club."""
    del event
    await ending.left(ctx, Ending.LEFT)


@COG.on(MemberBanned)
async def banned(ctx: Context, event: MemberBanned) -> None:
    """Somebody was banned from one."""
    del event
    await ending.left(ctx, Ending.BANNED)
