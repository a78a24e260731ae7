"""``/mission`` deals a card that both answer before either sees the answers; the language clock calls turns.

``/missions`` is the admins' screen about their community's own cards.
"""

from bot.api import Cog, Context, JobContext, JsonValue
from bot.api.offers.missions import Missions
from bot.domain.access import Access
from bot.domain.form import Answers
from bot.domain.refs import CommunityId, PersonId
from bot.ports.gateway import AnswerMode, CommandScope
from cogs.missions import settings
from cogs.missions.actions import (
    Agree,
    Another,
    AskAnswer,
    AskCard,
    BackToMenu,
    Bring,
    CallTurn,
    ChooseMinutes,
    Deal,
    FadeAnswers,
    ForgetLine,
    KeepCard,
    LapseClock,
    OpenCard,
    OpenClock,
    OpenLevels,
    OpenMenu,
    OpenOwn,
    OpenTopics,
    PickBand,
    PickLine,
    Propose,
    PutLevel,
    PutTopic,
    Remind,
    RemoveCard,
    Reveal,
    SendAnswer,
    Show,
    Stop,
    Swap,
)
from cogs.missions.steps import alone, answering, choosing, clocking, dealing, offering, own
from cogs.missions.store import Persons

COG = Cog("missions")
COG.keeps("privacy")
for _setting in settings.ALL:
    COG.setting(_setting)


@COG.command("mission", mode=AnswerMode.PRIVATE)
async def mission(ctx: Context) -> None:
    """Deals a card."""
    await choosing.command(ctx)


@COG.command("missions", mode=AnswerMode.PRIVATE, scope=CommandScope.COMMUNITY, access=Access.ADMIN)
async def missions(ctx: Context) -> None:
    """A community's own cards."""
    await own.command(ctx)


@COG.offers(Missions)
def offered(ctx: JobContext) -> Missions:
    """What lines find here."""
    return offering.LineMissions(ctx)


# --------------------------------------------------------------------------------------------------------------- cards


@COG.action(Deal, mode=AnswerMode.UPDATE)
async def deal(ctx: Context, action: Deal) -> None:
    """Deals a card, or brings the one that waits."""
    await dealing.deal(ctx, action)


@COG.action(Swap, mode=AnswerMode.UPDATE)
async def swap(ctx: Context, action: Swap) -> None:
    """Another card in its place."""
    await dealing.swap(ctx, action)


@COG.action(AskAnswer, mode=AnswerMode.FORM)
async def ask_answer(ctx: Context, action: AskAnswer) -> None:
    """Asks for an answer."""
    await answering.asked(ctx, action)


@COG.form(SendAnswer)
async def send_answer(ctx: Context, action: SendAnswer, answers: Answers) -> None:
    """Keeps it."""
    await answering.sent(ctx, action, answers)


@COG.action(PickBand, mode=AnswerMode.UPDATE)
async def pick_band(ctx: Context, action: PickBand) -> None:
    """Answers with a band."""
    await answering.picked(ctx, action)


@COG.action(Another, mode=AnswerMode.UPDATE)
async def another(ctx: Context, action: Another) -> None:
    """Another mission for one."""
    await alone.another(ctx, action)


# ------------------------------------------------------------------------------------------------------- what is dealt


@COG.action(PickLine, mode=AnswerMode.UPDATE)
async def pick_line(ctx: Context, action: PickLine) -> None:
    """Says which line was meant."""
    await choosing.picked(ctx, action)


@COG.action(OpenMenu, mode=AnswerMode.PRIVATE)
async def open_menu(ctx: Context, action: OpenMenu) -> None:
    """Shows what there is on a line, beside the card."""
    await choosing.menu(ctx, action.line, again=False)


@COG.action(BackToMenu, mode=AnswerMode.UPDATE)
async def back_to_menu(ctx: Context, action: BackToMenu) -> None:
    """Goes back to that."""
    await choosing.menu(ctx, action.line, again=True)


@COG.action(OpenTopics, mode=AnswerMode.UPDATE)
async def open_topics(ctx: Context, action: OpenTopics) -> None:
    """Shows the topics."""
    await choosing.topics(ctx, action)


@COG.action(PutTopic, mode=AnswerMode.UPDATE)
async def put_topic(ctx: Context, action: PutTopic) -> None:
    """Leaves one out, or lets it in again."""
    await choosing.put_topic(ctx, action)


@COG.action(OpenLevels, mode=AnswerMode.UPDATE)
async def open_levels(ctx: Context, action: OpenLevels) -> None:
    """Shows the levels."""
    await choosing.levels(ctx, action)


@COG.action(PutLevel, mode=AnswerMode.UPDATE)
async def put_level(ctx: Context, action: PutLevel) -> None:
    """Says yes to one, or takes it back."""
    await choosing.put_level(ctx, action)


# ----------------------------------------------------------------------------------------------------------- the clock


@COG.action(OpenClock, mode=AnswerMode.UPDATE)
async def open_clock(ctx: Context, action: OpenClock) -> None:
    """Shows the clock, or asks which language begins."""
    await clocking.opened(ctx, action)


@COG.action(ChooseMinutes, mode=AnswerMode.UPDATE)
async def choose_minutes(ctx: Context, action: ChooseMinutes) -> None:
    """Asks for how long."""
    await clocking.chosen(ctx, action)


@COG.action(Propose, mode=AnswerMode.UPDATE)
async def propose(ctx: Context, action: Propose) -> None:
    """Asks the others."""
    await clocking.propose(ctx, action)


@COG.action(Agree, mode=AnswerMode.UPDATE)
async def agree(ctx: Context, action: Agree) -> None:
    """Says yes or no."""
    await clocking.agreed(ctx, action)


@COG.action(Stop, mode=AnswerMode.UPDATE)
async def stop(ctx: Context, action: Stop) -> None:
    """Stops it."""
    await clocking.stop(ctx, action)


# ---------------------------------------------------------------------------------------------- a community's own cards


@COG.action(OpenOwn, mode=AnswerMode.UPDATE)
async def open_own(ctx: Context, action: OpenOwn) -> None:
    """Turns to a page."""
    await own.opened(ctx, action)


@COG.action(OpenCard, mode=AnswerMode.UPDATE)
async def open_card(ctx: Context, action: OpenCard) -> None:
    """Shows one."""
    await own.card(ctx, action)


@COG.action(AskCard, mode=AnswerMode.FORM)
async def ask_card(ctx: Context, action: AskCard) -> None:
    """Asks for a new one."""
    await own.asked(ctx, action)


@COG.form(KeepCard)
async def keep_card(ctx: Context, action: KeepCard, answers: Answers) -> None:
    """Keeps it."""
    await own.keep(ctx, action, answers)


@COG.action(RemoveCard, mode=AnswerMode.UPDATE)
async def remove_card(ctx: Context, action: RemoveCard) -> None:
    """Removes one."""
    await own.remove(ctx, action)


# --------------------------------------------------------------------------------------------------------------- later


@COG.job(Show)
async def show(ctx: JobContext, job: Show) -> None:
    """Puts a card right wherever it stands."""
    await dealing.show(ctx, job)


@COG.job(Bring)
async def bring(ctx: JobContext, job: Bring) -> None:
    """Brings a card once more."""
    await dealing.bring(ctx, job)


@COG.job(Reveal)
async def reveal(ctx: JobContext, job: Reveal) -> None:
    """Shows all answers to all."""
    await answering.reveal(ctx, job)


@COG.job(Remind)
async def remind(ctx: JobContext, job: Remind) -> None:
    """Reminds who has not answered."""
    await answering.remind(ctx, job)


@COG.job(FadeAnswers, also_off=True)
async def fade_answers(ctx: JobContext, job: FadeAnswers) -> None:
    """Forgets the answers to a card."""
    await answering.fade(ctx, job)


@COG.job(ForgetLine, also_off=True)
async def forget_line(ctx: JobContext, job: ForgetLine) -> None:
    """Forgets the rest of a line that ended."""
    await Persons(ctx.db).end(job.line)


@COG.job(CallTurn)
async def call_turn(ctx: JobContext, job: CallTurn) -> None:
    """Calls a turn of a clock."""
    await clocking.call(ctx, job)


@COG.job(LapseClock)
async def lapse_clock(ctx: JobContext, job: LapseClock) -> None:
    """Nobody answered a proposed clock."""
    await clocking.lapse(ctx, job)


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


@COG.on_erase
async def erase(ctx: JobContext, community: CommunityId) -> None:
    """Erases a community."""
    await Persons(ctx.db).erase(community)
