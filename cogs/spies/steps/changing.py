"""Changing a file, one thing at a time."""

from dataclasses import replace

from bot.api import Context
from bot.domain.capabilities import Forms
from bot.domain.errors import Told
from bot.domain.form import Answers
from bot.domain.refs import CommunityId
from cogs.spies.actions.file import (
    KeepHandle,
    KeepOffDuty,
    KeepPicks,
    KeepWords,
    OpenPicks,
    PutGender,
    PutPick,
    PutSameGender,
)
from cogs.spies.rules.contact import leads_elsewhere
from cogs.spies.rules.filing import cleared, off_duty
from cogs.spies.rules.people import LONGEST_WORDS, File
from cogs.spies.rules.picking import Pick, picked, with_picked
from cogs.spies.settings import SAME_GENDER
from cogs.spies.steps.clubs import at_club
from cogs.spies.steps.desk import desk_of, file_of, keep, screen
from cogs.spies.steps.reunions import look_for
from cogs.spies.store.persons import Persons
from cogs.spies.views import filing as forms
from cogs.spies.views.file import Desk


def typed(ctx: Context, answers: Answers, name: str, now: str) -> str:
    """An answer to a field in which something may stand already.

    Where forms go step by step, a field that is passed over stays as it is. A dash empties it everywhere.
    """
    said = answers.text(name).strip()
    if not said and ctx.capabilities.forms is not Forms.NATIVE:
        return now
    return "" if cleared(said) else said


# ------------------------------------------------------------------------------------------ interests, times, wants


async def open_picks(ctx: Context, action: OpenPicks) -> None:
    """Offers what can be picked."""
    file, desk = await file_of(ctx), await desk_of(ctx, action.club)
    if ctx.capabilities.forms is Forms.NATIVE:
        await ctx.open_form(forms.picks_form(desk, file, action.pick))
    else:
        await _show_picks(ctx, desk, file, action.pick)


async def put_pick(ctx: Context, action: PutPick) -> None:
    """Picks something, or puts it back."""
    file, desk = await file_of(ctx), await desk_of(ctx, action.club)
    now = frozenset(picked(file, action.pick))
    changed = with_picked(file, action.pick, now | {action.value} if action.on else now - {action.value})
    await keep(ctx, changed)
    await _show_picks(ctx, desk, changed, action.pick)


async def keep_picks(ctx: Context, action: KeepPicks, answers: Answers) -> None:
    """Keeps what a form asked for."""
    changed = with_picked(await file_of(ctx), action.pick, answers.picked("picks"))
    if action.pick is Pick.INTERESTS:
        changed = replace(changed, words=typed(ctx, answers, "words", changed.words)[:LONGEST_WORDS])
    await keep(ctx, changed)
    await _said(ctx, action.club, changed.words if action.pick is Pick.INTERESTS else "")


async def _show_picks(ctx: Context, desk: Desk, file: File, pick: Pick) -> None:
    zone = (await ctx.accounts.file(ctx.person)).zone is not None
    await ctx.update(forms.picks(desk, file, pick, zone=zone))


# ------------------------------------------------------------------------------------------------------------- limits


async def show_limits(ctx: Context, club: CommunityId | None, file: File) -> None:
    """Shows limits."""
    await ctx.update(forms.limits(await desk_of(ctx, club), file, offered=await _offered(ctx, club)))


async def put_gender(ctx: Context, action: PutGender) -> None:
    """Keeps a gender, which nobody sees; without one, nobody is kept to it."""
    file = await file_of(ctx)
    await _require_offered(ctx, action.club)
    same = file.same_gender and action.gender is not None
    changed = replace(file, gender=action.gender, same_gender=same)
    await keep(ctx, changed)
    await ctx.notice("file-gender-kept")
    await show_limits(ctx, action.club, changed)


async def put_same_gender(ctx: Context, action: PutSameGender) -> None:
    """Only within one's own gender, or with anybody."""
    file = await file_of(ctx)
    await _require_offered(ctx, action.club)
    if action.on and file.gender is None:
        raise Told("file-gender-first")
    changed = replace(file, same_gender=action.on)
    await keep(ctx, changed)
    await show_limits(ctx, action.club, changed)


async def _require_offered(ctx: Context, club: CommunityId | None) -> None:
    if not await _offered(ctx, club):
        raise Told("error-stale")


async def _offered(ctx: Context, club: CommunityId | None) -> bool:
    """Whether the club, or in private any of theirs, offers matching within one's own gender."""
    clubs = [club] if club is not None else await Persons(ctx.db).communities(ctx.person)
    for one in clubs:
        there = await at_club(ctx, one)
        if there is not None and await there.setting(SAME_GENDER):
            return True
    return False


# ------------------------------------------------------------------------------------------------------- by their words


async def keep_words(ctx: Context, action: KeepWords, answers: Answers) -> None:
    """Keeps their own words."""
    file = await file_of(ctx)
    changed = replace(file, words=typed(ctx, answers, "words", file.words)[:LONGEST_WORDS])
    await keep(ctx, changed)
    await _said(ctx, action.club, changed.words)


async def keep_handle(ctx: Context, action: KeepHandle, answers: Answers) -> None:
    """Keeps the names elsewhere, and looks whether somebody is found by them."""
    file = await file_of(ctx)
    changed = replace(
        file, handle=typed(ctx, answers, "handle", file.handle), seeks=typed(ctx, answers, "seeks", file.seeks)
    )
    await keep(ctx, changed)
    await look_for(ctx, ctx.person)
    await _said(ctx, action.club)


async def keep_off_duty(ctx: Context, action: KeepOffDuty, answers: Answers) -> None:
    """Keeps the hours in which messages wait."""
    file = await file_of(ctx)
    said = answers.text("hours").strip()
    hours = file.off_duty
    if cleared(said) or (not said and ctx.capabilities.forms is Forms.NATIVE):
        hours = None
    elif said:
        hours = off_duty(said)
        if hours is None:
            await ctx.update(forms.unclear_off_duty(await desk_of(ctx, action.club), said))
            return
    await keep(ctx, replace(file, off_duty=hours))
    await _said(ctx, action.club)


async def _said(ctx: Context, club: CommunityId | None, words: str = "") -> None:
    desk = await desk_of(ctx, club)
    head = [desk.texts("file-kept")]
    if leads_elsewhere(words):
        head.append(desk.texts("file-words-contact"))
    await ctx.update(await screen(ctx, club, head))
