"""A member's own file."""

from bot.api import Context
from bot.domain.form import Answers
from bot.ports.gateway import AnswerMode
from cogs.spies.actions.file import (
    AskFile,
    AskForget,
    AskHandle,
    AskOffDuty,
    AskWords,
    AskZone,
    ForgetFile,
    KeepFile,
    KeepHandle,
    KeepOffDuty,
    KeepPicks,
    KeepWords,
    KeepZone,
    OpenAge,
    OpenFile,
    OpenLevel,
    OpenLevels,
    OpenLimits,
    OpenPicks,
    OptIn,
    OptOut,
    PutAge,
    PutGender,
    PutLevel,
    PutPaused,
    PutPick,
    PutSameGender,
    PutZone,
    TellReunion,
)
from cogs.spies.cog.base import COG
from cogs.spies.steps import ages, changing, filing, reunions, taking_part
from cogs.spies.steps.desk import desk_of, file_of, screen
from cogs.spies.views import filing as forms

COG.action(AskFile, mode=AnswerMode.FORM)(filing.ask)
COG.form(KeepFile, mode=AnswerMode.UPDATE)(filing.sent)
COG.action(PutLevel, mode=AnswerMode.UPDATE)(filing.put_level)
COG.action(PutZone, mode=AnswerMode.UPDATE)(filing.put_zone)
COG.action(OpenPicks, mode=AnswerMode.FORM)(changing.open_picks)
COG.action(PutPick, mode=AnswerMode.UPDATE)(changing.put_pick)
COG.form(KeepPicks, mode=AnswerMode.UPDATE)(changing.keep_picks)
COG.action(PutGender, mode=AnswerMode.UPDATE)(changing.put_gender)
COG.action(PutSameGender, mode=AnswerMode.UPDATE)(changing.put_same_gender)
COG.action(OpenAge, mode=AnswerMode.UPDATE)(ages.show)
COG.action(PutAge, mode=AnswerMode.UPDATE)(ages.put)
COG.form(KeepWords, mode=AnswerMode.UPDATE)(changing.keep_words)
COG.form(KeepHandle, mode=AnswerMode.UPDATE)(changing.keep_handle)
COG.form(KeepOffDuty, mode=AnswerMode.UPDATE)(changing.keep_off_duty)
COG.job(TellReunion)(reunions.tell)


@COG.action(OpenFile, mode=AnswerMode.UPDATE)
async def open_file(ctx: Context, action: OpenFile) -> None:
    """Goes back to the file."""
    await ctx.update(await screen(ctx, action.club))


@COG.action(OptIn, mode=AnswerMode.UPDATE)
async def opt_in(ctx: Context, action: OptIn) -> None:
    """Takes part in a club."""
    if action.club is not None:
        await taking_part.opt_in(ctx, action.club)


@COG.action(OptOut, mode=AnswerMode.UPDATE)
async def opt_out(ctx: Context, action: OptOut) -> None:
    """No longer does."""
    if action.club is not None:
        await taking_part.opt_out(ctx, action.club)


@COG.action(OpenLevels, mode=AnswerMode.UPDATE)
async def open_levels(ctx: Context, action: OpenLevels) -> None:
    """Offers one's languages."""
    await ctx.update(forms.levels(await desk_of(ctx, action.club), await file_of(ctx)))


@COG.action(OpenLevel, mode=AnswerMode.UPDATE)
async def open_level(ctx: Context, action: OpenLevel) -> None:
    """Offers levels of one of them."""
    await ctx.update(forms.level(await desk_of(ctx, action.club), action.known))


@COG.action(AskZone, mode=AnswerMode.FORM)
async def ask_zone(ctx: Context, action: AskZone) -> None:
    """Asks where they are."""
    await ctx.open_form(forms.zone_form(await desk_of(ctx, action.club)))


@COG.form(KeepZone, mode=AnswerMode.UPDATE)
async def keep_zone(ctx: Context, action: KeepZone, answers: Answers) -> None:
    """Reads it."""
    await filing.zone_said(ctx, action.club, answers.text("zone").strip())


@COG.action(AskWords, mode=AnswerMode.FORM)
async def ask_words(ctx: Context, action: AskWords) -> None:
    """Asks for their own words."""
    await ctx.open_form(forms.words_form(await desk_of(ctx, action.club), await file_of(ctx)))


@COG.action(OpenLimits, mode=AnswerMode.UPDATE)
async def open_limits(ctx: Context, action: OpenLimits) -> None:
    """Shows limits."""
    await changing.show_limits(ctx, action.club, await file_of(ctx))


@COG.action(AskHandle, mode=AnswerMode.FORM)
async def ask_handle(ctx: Context, action: AskHandle) -> None:
    """Asks for names elsewhere."""
    await ctx.open_form(forms.handle_form(await desk_of(ctx, action.club), await file_of(ctx)))


@COG.action(AskOffDuty, mode=AnswerMode.FORM)
async def ask_off_duty(ctx: Context, action: AskOffDuty) -> None:
    """Asks for the hours in which messages wait."""
    await ctx.open_form(forms.off_duty_form(await desk_of(ctx, action.club), await file_of(ctx)))


@COG.action(PutPaused, mode=AnswerMode.UPDATE)
async def put_paused(ctx: Context, action: PutPaused) -> None:
    """Pauses, or goes on."""
    await ctx.update(await taking_part.pause(ctx, action.club, on=action.on))


@COG.action(AskForget, mode=AnswerMode.UPDATE)
async def ask_forget(ctx: Context, action: AskForget) -> None:
    """Asks once more."""
    await ctx.update(await taking_part.ask_forget(ctx, action.club))


@COG.action(ForgetFile, mode=AnswerMode.UPDATE)
async def forget_file(ctx: Context, action: ForgetFile) -> None:
    """Erases the file."""
    await taking_part.forget(ctx, action.club)
