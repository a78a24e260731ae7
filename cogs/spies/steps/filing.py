"""Filling in a file: what has to be asked, understood or asked once more."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.api import Context, Texts
from bot.domain.errors import Told
from bot.domain.form import Answers
from bot.domain.locales import Locale
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId
from bot.domain.text import RichText
from bot.ports.workers import WorkFailed
from cogs.spies.actions.file import AskFile, Begun, KeepFile, Known, PutLevel, PutZone
from cogs.spies.rules.doings import listed
from cogs.spies.rules.filing import MOST_TONGUES, Spoken, tongues
from cogs.spies.rules.people import File, Level, Tongue
from cogs.spies.rules.zones import LONGEST_PLACE, Spot, spots_of
from cogs.spies.steps.desk import desk_of, file_of, keep, screen
from cogs.spies.steps.members import require_inside
from cogs.spies.steps.taking_part import joins
from cogs.spies.store.persons import Persons
from cogs.spies.views import file as views
from cogs.spies.views import filing as forms
from cogs.spies.views.file import Desk
from cogs.spies.work.places import spots_named

USUAL_SPOKEN, USUAL_LEARNED = Level.NATIVE, Level.A2
"""Levels of who said none, until they do."""

PATIENCE = 10.0
"""Seconds for a city to be found."""


async def ask(ctx: Context, action: AskFile) -> None:
    """Asks for what has to be known; for the time zone only where nobody knows it."""
    begun = action.begun
    if begun.adult is None and begun.zone is None and (await ctx.accounts.file(ctx.person)).zone is None:
        begun = replace(begun, zone="")
    desk = await desk_of(ctx, action.club)
    await ctx.open_form(forms.file_form(desk, begun, await Persons(ctx.db).of(ctx.person)))


async def sent(ctx: Context, action: KeepFile, answers: Answers) -> None:
    """Keeps what was said; asks again only for what was not understood."""
    desk = await desk_of(ctx, action.club)
    former = await Persons(ctx.db).of(ctx.person)
    begun = _with(action.begun, answers)
    words = _level_words(ctx.texts)
    speaks = tongues(begun.speaks, words, ctx.languages.language_named)
    learns = tongues(begun.learns, words, ctx.languages.language_named)
    wrong = _wrong(desk, begun, speaks, learns, former)
    if wrong is not None:
        await ctx.update(wrong)
        return
    file = _filed(ctx, begun, speaks, learns, former)
    if former is None and action.club is not None:
        await require_inside(ctx, action.club)
    await keep(ctx, file)
    head = [desk.texts("file-kept")]
    if former is None and action.club is not None and not await joins(ctx, action.club, file):
        head.append(views.under_age(desk))
    missing = _unsaid(learns, former)
    if begun.zone:
        await zone_said(ctx, action.club, begun.zone, missing, head)
        return
    await _next(ctx, action.club, missing, head)


def _filed(ctx: Context, begun: Begun, speaks: Spoken, learns: Spoken, former: File | None) -> File:
    if former is None:
        spoken, learned = _levelled(speaks, {}, USUAL_SPOKEN), _levelled(learns, {}, USUAL_LEARNED)
        return File(ctx.person, adult=begun.adult is True, speaks=spoken, learns=learned)
    # Where forms go step by step, what was passed over stays as it is.
    spoken = _levelled(speaks, former.speaks, USUAL_SPOKEN) or dict(former.speaks)
    learned = _levelled(learns, former.learns, USUAL_LEARNED) or dict(former.learns)
    return replace(former, speaks=spoken, learns=learned)


def _with(begun: Begun, answers: Answers) -> Begun:
    """What was said before, and what is said now."""
    return Begun(
        adult=answers.picked("age") == (forms.ADULT,) if begun.adult is None else begun.adult,
        speaks=begun.speaks or answers.text("speaks").strip(),
        learns=begun.learns or answers.text("learns").strip(),
        zone=None if begun.zone is None else begun.zone or answers.text("zone").strip(),
    )


def _wrong(desk: Desk, begun: Begun, speaks: Spoken, learns: Spoken, former: File | None) -> Outgoing | None:
    """What is said when a list cannot be kept; only that list is asked for once more."""

    def bad(said: str, read: Spoken) -> bool:
        empty = not read.known and (former is None or bool(said))
        return bool(read.unknown) or empty or len(read.known) > MOST_TONGUES

    wrong_speaks, wrong_learns = bad(begun.speaks, speaks), bad(begun.learns, learns)
    if not wrong_speaks and not wrong_learns:
        return None
    again = replace(
        begun,
        speaks="" if wrong_speaks else begun.speaks,
        learns="" if wrong_learns else begun.learns,
    )
    unknown = (*speaks.unknown, *learns.unknown)
    if unknown:
        return views.unknown_languages(desk, unknown, again)
    if max(len(speaks.known), len(learns.known)) > MOST_TONGUES:
        return views.wrong_list(desk, "file-too-many-languages", again, most=MOST_TONGUES)
    return views.wrong_list(desk, "file-no-language", again)


def _levelled(read: Spoken, former: Mapping[Tongue, Level], usual: Level) -> dict[Tongue, Level]:
    """With the level that was said, else the former one, else the usual one."""
    return {tongue: level or former.get(tongue, usual) for tongue, level in read.known.items()}


def _unsaid(learns: Spoken, former: File | None) -> tuple[Known, ...]:
    """Learned languages whose level nobody said; who says none of a language that they speak grew up with it."""
    known: Mapping[Tongue, Level] = {} if former is None else former.learns
    return tuple(
        Known(tongue, learns=True) for tongue, level in learns.known.items() if level is None and tongue not in known
    )


def _level_words(texts: Texts) -> dict[str, Level]:
    """Levels by the words for them, in every language."""
    return {
        word: level
        for level in Level
        for locale in Locale
        for word in (level.name.casefold(), *listed(texts.in_(locale).plain(f"file-levels-{level.name.lower()}")))
    }


async def _next(ctx: Context, club: CommunityId | None, missing: tuple[Known, ...], head: Sequence[RichText]) -> None:
    """Asks for the next level that was not said; shows the file when there is none."""
    if missing:
        await ctx.update(forms.level(await desk_of(ctx, club), missing[0], missing[1:], head))
    else:
        await ctx.update(await screen(ctx, club, head))


# ----------------------------------------------------------------------------------------------------------- levels


async def put_level(ctx: Context, action: PutLevel) -> None:
    """Keeps how well somebody knows a language, and asks for the next."""
    file, known = await file_of(ctx), action.known
    now = file.learns if known.learns else file.speaks
    if known.tongue not in now:
        raise Told("error-stale")
    changed = {**now, known.tongue: action.level}
    await keep(ctx, replace(file, learns=changed) if known.learns else replace(file, speaks=changed))
    await _next(ctx, action.club, action.rest, [])


# -------------------------------------------------------------------------------------------------------- time zone


async def zone_said(
    ctx: Context,
    club: CommunityId | None,
    said: str,
    missing: tuple[Known, ...] = (),
    head: Sequence[RichText] = (),
) -> None:
    """Somebody typed where they are: it is kept and said back, or they are asked which of several it is."""
    found = await _spots(ctx, said)
    if found is not None and len(found) == 1:
        await _keep_zone(ctx, club, found[0].zone, missing, head)
        return
    desk = await desk_of(ctx, club)
    asked = views.spots(desk, said, found, missing) if found else views.no_zone(desk, said, failed=found is None)
    await ctx.update(replace(asked, text=RichText.join([*head, asked.text], "\n\n")))


async def put_zone(ctx: Context, action: PutZone) -> None:
    """One of several was picked."""
    await _keep_zone(ctx, action.club, action.zone, action.rest, [])


async def _keep_zone(
    ctx: Context, club: CommunityId | None, zone: str, missing: tuple[Known, ...], head: Sequence[RichText]
) -> None:
    desk = await desk_of(ctx, club)
    said_back = views.zone_kept(desk, zone)
    await ctx.accounts.choose_zone(ctx.person, zone)
    await _next(ctx, club, missing, [*head, said_back])


async def _spots(ctx: Context, said: str) -> tuple[Spot, ...] | None:
    """The places that somebody may mean; looked up in a worker, where the list of cities is. None when that failed.

    An offset from UTC is read here: it is what somebody is asked for when that failed.
    """
    offset = spots_of(said[:LONGEST_PLACE])
    if offset:
        return offset
    try:
        return await ctx.workers.run(spots_named, said[:LONGEST_PLACE], timeout=PATIENCE)
    except WorkFailed:
        return None
