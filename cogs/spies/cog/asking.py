"""Finding somebody, asking, answering, and rounds. Declared here, done in steps."""

from bot.api import Context, JobContext
from bot.domain.events import PrivateOpened
from bot.ports.gateway import AnswerMode
from cogs.spies.actions.asking import (
    AnswerQuestion,
    AskAnew,
    AskFound,
    Find,
    FindNext,
    Lapse,
    LookAround,
    MakeRound,
    NotNow,
    OpenLine,
    PutQuestion,
    RunRound,
    SendRound,
    ShowRounds,
    SomebodyCame,
)
from cogs.spies.cog.base import COG
from cogs.spies.steps import asking, finding, looking, questions, rounds

# ------------------------------------------------------------------------------------------------------------- finding


@COG.action(Find, mode=AnswerMode.PRIVATE)
async def find(ctx: Context, action: Find) -> None:
    """Looks for somebody."""
    await finding.find_in(ctx, action)


@COG.action(FindNext, mode=AnswerMode.UPDATE)
async def find_next(ctx: Context, action: FindNext) -> None:
    """Looks for somebody else."""
    await finding.find_next(ctx, action)


@COG.action(NotNow, mode=AnswerMode.UPDATE)
async def not_now(ctx: Context, action: NotNow) -> None:
    """Leaves it at that."""
    await finding.not_now(ctx, action.club)


# -------------------------------------------------------------------------------------------------------------- asking


@COG.action(AskFound, mode=AnswerMode.UPDATE)
async def ask_found(ctx: Context, action: AskFound) -> None:
    """Asks who is shown."""
    await asking.ask_found(ctx, action)


@COG.action(AnswerQuestion, mode=AnswerMode.UPDATE)
async def answer(ctx: Context, action: AnswerQuestion) -> None:
    """Says yes or no."""
    await asking.answer(ctx, action)


@COG.action(AskAnew, mode=AnswerMode.UPDATE)
async def ask_anew(ctx: Context, action: AskAnew) -> None:
    """Asks those whose question lapsed."""
    await asking.ask_anew(ctx, action)


@COG.on(PrivateOpened)
async def opened(ctx: Context, event: PrivateOpened) -> None:
    """What could not be asked is asked now."""
    del event
    await questions.put_what_waits(ctx)


@COG.job(PutQuestion)
async def put_question(ctx: JobContext, job: PutQuestion) -> None:
    """Puts a question."""
    await questions.put_question(ctx, job)


@COG.job(OpenLine)
async def open_line(ctx: JobContext, job: OpenLine) -> None:
    """Opens the line between those who said yes."""
    await questions.open_line(ctx, job)


@COG.job(Lapse)
async def lapse(ctx: JobContext, job: Lapse) -> None:
    """A question's time is over."""
    await questions.lapse(ctx, job)


@COG.job(SomebodyCame)
async def somebody_came(ctx: JobContext, job: SomebodyCame) -> None:
    """Tells those who wait."""
    await looking.tell_who_waits(ctx, job)


@COG.job(LookAround)
async def look_around(ctx: JobContext, job: LookAround) -> None:
    """Looks, once a day, who waits and what is due."""
    del job
    await looking.look_around(ctx)


# -------------------------------------------------------------------------------------------------------------- rounds


@COG.action(ShowRounds, mode=AnswerMode.PRIVATE)
async def show_rounds(ctx: Context, action: ShowRounds) -> None:
    """Shows how they stand in a club."""
    await rounds.show_of(ctx, action)


@COG.action(RunRound, mode=AnswerMode.UPDATE)
async def run_round(ctx: Context, action: RunRound) -> None:
    """Makes a round now."""
    await rounds.run_now(ctx, action)


@COG.job(MakeRound)
async def make_round(ctx: JobContext, job: MakeRound) -> None:
    """Makes a round."""
    await rounds.make_round(ctx, job)


@COG.job(SendRound)
async def send_round(ctx: JobContext, job: SendRound) -> None:
    """Has the questions of a round put."""
    await rounds.send_round(ctx, job)
