"""``/spy find``: the best free candidate at once, or a place in the queue and a mission for one."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.api import Context, JobContext
from bot.api.offers.missions import Missions
from bot.domain.errors import Told
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId, PersonId
from cogs.spies.actions.asking import Find, FindNext
from cogs.spies.rules.asking import MOST_LINES, SHOWN_FOR
from cogs.spies.rules.codenames import codenames
from cogs.spies.rules.pairs import knot_of
from cogs.spies.rules.people import File
from cogs.spies.settings import MINORS
from cogs.spies.steps.candidates import candidates, id_of, person_of
from cogs.spies.steps.clubs import about, club_name
from cogs.spies.steps.looking import fitting, keep_looking
from cogs.spies.steps.theming import themed
from cogs.spies.store.finds import Finds
from cogs.spies.store.pairs import Pairs
from cogs.spies.store.persons import Persons
from cogs.spies.views import asking as views
from cogs.spies.views.reasons import why
from cogs.spies.views.theming import Themed
from cogs.spies.work.finding import Fit


@dataclass(frozen=True, slots=True)
class Looking:
    """Somebody who looks, in a club.

    Attributes:
        here: acts for the club.
        texts: in the looker's language, by the club's word.
    """

    here: JobContext
    club: CommunityId
    texts: Themed
    file: File


async def find(ctx: Context) -> None:
    """Proposes the best free candidate; in private, in the club that they are in or choose."""
    if ctx.community is not None:
        await ctx.reply(await _look(ctx, ctx, ctx.community))
        return
    clubs: list[tuple[CommunityId, str]] = []
    for club in await Persons(ctx.db).communities(ctx.person):
        if await ctx.clubs.spaces(club):
            clubs.append((club, await club_name(ctx, club)))
    if not clubs:
        raise Told("error-only-in-community")
    if len(clubs) > 1:
        await ctx.reply(views.which_club(await themed(ctx, ctx.texts), clubs))
        return
    await ctx.reply(await _look(ctx, await about(ctx, clubs[0][0]), clubs[0][0]))


async def find_in(ctx: Context, action: Find) -> None:
    """The same by a key."""
    await ctx.reply(await _look(ctx, await about(ctx, action.club), action.club))


async def find_next(ctx: Context, action: FindNext) -> None:
    """Somebody else, in place of who is shown."""
    await ctx.update(await _look(ctx, await about(ctx, action.club), action.club))


async def not_now(ctx: Context, club: CommunityId) -> None:
    """They leave it at that for now."""
    here = await about(ctx, club)
    await ctx.update(views.not_now(await themed(here, ctx.texts)))


async def looking(ctx: Context, here: JobContext, club: CommunityId) -> Looking | Outgoing:
    """Somebody who may look in a club; or what keeps them from it."""
    texts = await themed(here, ctx.texts)
    file = await Persons(ctx.db).of(ctx.person)
    if file is None or club not in await Persons(ctx.db).communities(ctx.person):
        return views.no_file(texts, club)
    if file.paused:
        return views.paused(texts, club)
    if not file.adult and not await here.setting(MINORS):
        return views.minors_off(texts)
    lines = [pair for pair in await Pairs(ctx.db).of_person(ctx.person) if pair.community == club]
    if len(lines) >= MOST_LINES:
        return views.full(texts, len(lines))
    return Looking(here, club, texts, file)


async def _look(ctx: Context, here: JobContext, club: CommunityId) -> Outgoing:
    able = await looking(ctx, here, club)
    if isinstance(able, Outgoing):
        return able
    everybody = await candidates(here, club, around=ctx.person)
    me = next((one for one in everybody if one.id == id_of(ctx.person)), None)
    found = () if me is None else await fitting(here, me, everybody)
    seen = await Finds(ctx.db).shown(club, ctx.person, ctx.clock.now() - SHOWN_FOR)
    fit = next((one for one in found if person_of(one.id) not in seen), None)
    if fit is not None:
        return await _shown(able, person_of(fit.id), fit)
    await wait(here, club, ctx.person)
    if found:
        await Finds(ctx.db).begin_anew(club, ctx.person)
        return views.seen_all(able.texts, club)
    return await _with_mission(ctx, here, views.nobody(able.texts))


async def _shown(able: Looking, other: PersonId, fit: Fit) -> Outgoing:
    here, now = able.here, able.here.clock.now()
    codename = (await names_for(here, able.texts, able.file.person, [other]))[0]
    await Finds(here.db).show(able.club, able.file.person, other, codename, now)
    (file,) = await Persons(here.db).among([other])
    reasons = why(able.texts, here.languages, file, fit.score.reasons)
    return views.found(able.texts, able.club, other, codename, reasons)


async def names_for(here: JobContext, texts: Themed, reader: PersonId, others: Sequence[PersonId]) -> list[str]:
    """Codenames by which somebody knows others, in the reader's language; none that they know already."""
    known = [
        side.codename for pair in await Pairs(here.db).of_person(reader, live=False) for side in pair.others(reader)
    ]
    people = frozenset((reader, *others))
    seed = f"{reader}:{knot_of(people)}:{here.clock.now():%G-%V}"
    return made_up(texts, seed, len(others), known)


def made_up(texts: Themed, seed: str, count: int, known: Sequence[str] = ()) -> list[str]:
    """Codenames in a language."""
    between = texts.plain("ask-codename-between")
    firsts = [name.strip() + between for name in texts.plain("ask-codename-firsts").split(",")]
    seconds = [name.strip() for name in texts.plain("ask-codename-seconds").split(",")]
    return codenames(seed, count, firsts, seconds, known)


async def wait(here: JobContext, club: CommunityId, person: PersonId) -> None:
    """They wait from now on, if they do not yet."""
    standing = (await Persons(here.db).standings(club)).get(person)
    if standing is not None and standing.waits is None:
        await Persons(here.db).wait(club, person, here.clock.now())
    await keep_looking(here, club)


async def _with_mission(ctx: Context, here: JobContext, outgoing: Outgoing) -> Outgoing:
    """With a mission for one, where there is one."""
    missions = await here.find(Missions)
    alone = None if missions is None else await missions.alone(ctx.person, ctx.texts)
    if alone is None:
        return outgoing
    return Outgoing(outgoing.text + "\n\n" + alone.text, card=alone.card, files=alone.files, controls=alone.controls)
