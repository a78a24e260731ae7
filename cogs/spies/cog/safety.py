"""Keeping it safe: reports, blocks, what waits before it crosses a line, and who is matched with nobody."""

from bot.api import Context, JobContext
from bot.domain.access import Access
from bot.domain.events import MemberBanned
from bot.domain.form import Answers
from bot.ports.gateway import AnswerMode
from cogs.spies.actions.safety import (
    AskFreeFiles,
    AskWhy,
    Block,
    BlockAsked,
    BlockOne,
    CarryOut,
    Decide,
    DropReport,
    DropUnsent,
    FreeFiles,
    GoOn,
    LetFilesGo,
    LiftBlock,
    Pardon,
    ReadCase,
    Report,
    ReportAsked,
    ReportOne,
    SendAnyway,
    SendReport,
    ToggleReported,
)
from cogs.spies.cog.base import COG
from cogs.spies.steps import barring, blocking, deciding, reporting, screening
from cogs.spies.store.blocks import Whose
from cogs.spies.views import cases as views

COG.keeps("safe-privacy")

# ------------------------------------------------------------------------------------------------------------- blocking


@COG.action(Block, mode=AnswerMode.PRIVATE)
async def block(ctx: Context, action: Block) -> None:
    """Blocks, at once."""
    await blocking.pressed(ctx, action)


@COG.action(BlockOne, mode=AnswerMode.PRIVATE)
async def block_one(ctx: Context, action: BlockOne) -> None:
    """Blocks one of several."""
    await blocking.block_on(ctx, action.pair, person=action.person)


@COG.action(BlockAsked, mode=AnswerMode.PRIVATE)
async def block_asked(ctx: Context, action: BlockAsked) -> None:
    """Blocks whoever a question is about."""
    await blocking.block_asked(ctx, action.proposal, action.person)


@COG.action(LiftBlock, mode=AnswerMode.UPDATE)
async def lift_block(ctx: Context, action: LiftBlock) -> None:
    """Takes a block back."""
    await blocking.lift(ctx, action.block)


# ------------------------------------------------------------------------------------------------------------ reporting


@COG.action(Report, mode=AnswerMode.PRIVATE)
async def report(ctx: Context, action: Report) -> None:
    """Begins a report."""
    await reporting.begin(ctx, action)


@COG.action(ReportOne, mode=AnswerMode.PRIVATE)
async def report_one(ctx: Context, action: ReportOne) -> None:
    """Begins one about one of several."""
    await reporting.begin_about(ctx, action)


@COG.action(ReportAsked, mode=AnswerMode.PRIVATE)
async def report_asked(ctx: Context, action: ReportAsked) -> None:
    """Begins one about a question's words."""
    await reporting.begin_asked(ctx, action)


@COG.action(ToggleReported, mode=AnswerMode.UPDATE)
async def toggle_reported(ctx: Context, action: ToggleReported) -> None:
    """Puts a message in, or takes it out."""
    await reporting.toggle(ctx, action)


@COG.action(AskWhy, mode=AnswerMode.FORM)
async def ask_why(ctx: Context, action: AskWhy) -> None:
    """Asks for a few words. Whose report it is is asked when they are sent: the platform wants the form at once."""
    await ctx.open_form(views.why_form(ctx.texts, action.case))


@COG.form(SendReport)
async def send_report(ctx: Context, action: SendReport, answers: Answers) -> None:
    """Sends it."""
    await reporting.send(ctx, action, answers)


@COG.action(DropReport, mode=AnswerMode.UPDATE)
async def drop_report(ctx: Context, action: DropReport) -> None:
    """Leaves it unsent."""
    await reporting.drop(ctx, action.case)


@COG.job(DropUnsent, also_off=True)
async def drop_unsent(ctx: JobContext, job: DropUnsent) -> None:
    """Nobody sent it in time."""
    await reporting.dropped(ctx, job.case)


# ------------------------------------------------------------------------------------------------------------- deciding


@COG.action(Decide, mode=AnswerMode.UPDATE, access=Access.MODERATOR)
async def decide(ctx: Context, action: Decide) -> None:
    """A moderator decides."""
    await deciding.decide(ctx, action)


@COG.action(ReadCase, mode=AnswerMode.PRIVATE, access=Access.MODERATOR)
async def read_case(ctx: Context, action: ReadCase) -> None:
    """A moderator reads all of it."""
    await deciding.read_whole(ctx, action.case)


@COG.action(Pardon, mode=AnswerMode.UPDATE, access=Access.MODERATOR)
async def pardon(ctx: Context, action: Pardon) -> None:
    """A moderator takes a ban back."""
    await deciding.pardon(ctx, action.case)


@COG.action(GoOn, mode=AnswerMode.UPDATE)
async def go_on(ctx: Context, action: GoOn) -> None:
    """Somebody wants a line to go on."""
    await deciding.go_on(ctx, action.pair)


@COG.job(CarryOut)
async def carry_out(ctx: JobContext, job: CarryOut) -> None:
    """What was decided and not done is done."""
    await deciding.carry_out(ctx, job.case)


# ------------------------------------------------------------------------------------------------------------ screening


@COG.action(SendAnyway, mode=AnswerMode.UPDATE)
async def send_anyway(ctx: Context, action: SendAnyway) -> None:
    """Contact data goes, or does not."""
    await screening.send_anyway(ctx, action)


@COG.action(AskFreeFiles, mode=AnswerMode.UPDATE)
async def ask_free_files(ctx: Context, action: AskFreeFiles) -> None:
    """Somebody wants links and files at once."""
    await screening.ask_free_files(ctx, action.pair)


@COG.action(FreeFiles, mode=AnswerMode.UPDATE)
async def free_files(ctx: Context, action: FreeFiles) -> None:
    """Somebody says yes or no to that."""
    await screening.free_files(ctx, action)


@COG.job(LetFilesGo)
async def let_files_go(ctx: JobContext, job: LetFilesGo) -> None:
    """The third day has come."""
    await screening.let_files_go(ctx, job.pair)


# --------------------------------------------------------------------------------------------------- banned


@COG.on(MemberBanned)
async def banned(ctx: Context, event: MemberBanned) -> None:
    """Who is banned from a club is matched with nobody there."""
    del event
    if ctx.community is not None:
        await barring.ban(ctx, ctx.community, ctx.person, Whose.CLUB)
