"""Rounds: everybody who is in and free is matched together, and asked. A round is planned once, however often done."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.api import Context, JobContext
from bot.domain.access import Access
from bot.domain.errors import Told
from bot.domain.refs import CommunityId, PersonId
from cogs.spies.actions.asking import MakeRound, RunRound, SendRound, ShowRounds
from cogs.spies.rules.asking import DAY, State
from cogs.spies.rules.pairs import Asked, Key, knot_of
from cogs.spies.rules.rounds import Round
from cogs.spies.settings import LAPSE_DAYS, REPEAT_WEEKS, ROUND_DAYS
from cogs.spies.steps.asking import put
from cogs.spies.steps.candidates import candidates, person_of
from cogs.spies.steps.causes import cause_of
from cogs.spies.steps.clubs import about, club_name
from cogs.spies.steps.finding import made_up
from cogs.spies.steps.looking import keep_looking, next_due
from cogs.spies.steps.theming import themed, themed_for, themed_for_all
from cogs.spies.steps.weighing import weights
from cogs.spies.store.persons import Persons
from cogs.spies.store.proposals import Proposals, Wanted
from cogs.spies.store.rounds import Rounds
from cogs.spies.views import asking as asking_views
from cogs.spies.views import rounds as views
from cogs.spies.views.theming import Themed
from cogs.spies.work.matching import SECONDS, RoundAsk, RoundResult, match_round

AT_ONCE = 50
"""Questions that one job puts under way; the next one goes on."""

LATELY = 3
"""Rounds that an admin is shown."""


async def show(ctx: Context) -> None:
    """When the next round is, how many are in, and how many stayed without anybody: for admins.

    In private, of the club in which they take part and are an admin.
    """
    if ctx.community is not None:
        await ctx.require(Access.ADMIN)
        await _show(ctx, ctx.community)
        return
    clubs = [club for club in await Persons(ctx.db).communities(ctx.person) if await _is_admin(ctx, club)]
    if not clubs:
        raise Told("round-where")
    if len(clubs) == 1:
        await _show(ctx, clubs[0])
        return
    named = [(club, await club_name(ctx, club)) for club in clubs]
    await ctx.reply(views.which(await themed(ctx, ctx.texts), named))


async def show_of(ctx: Context, action: ShowRounds) -> None:
    """The same of a club that they chose."""
    await _require_admin(ctx, action.club)
    await _show(ctx, action.club)


async def _show(ctx: Context, club: CommunityId) -> None:
    here = await about(ctx, club)
    await keep_looking(here, club)
    waiting, now = await Persons(ctx.db).waiting(club), ctx.clock.now()
    shown = views.RoundsShown(
        club=club,
        next=await next_due(here, club),
        opted_in=len(await Persons(ctx.db).members(club)),
        free=len(await candidates(here, club)),
        waiting=len(waiting),
        longest=max(((now - since) // DAY for since in waiting.values()), default=0),
        lately=await Rounds(ctx.db).lately(club, LATELY),
    )
    await ctx.reply(views.shown(await themed(here, ctx.texts), shown))


async def run_now(ctx: Context, action: RunRound) -> None:
    """Makes a round now, for who is an admin of the club this moment."""
    here = await about(ctx, action.club)
    await _require_admin(ctx, action.club)
    await here.jobs.schedule(MakeRound(cause_of(ctx)), ctx.clock.now(), key=f"round:{action.club}:now")
    await here.audit("round-audit-run")
    await ctx.update(views.started(await themed(here, ctx.texts)))


async def _require_admin(ctx: Context, club: CommunityId) -> None:
    if not await _is_admin(ctx, club):
        raise Told("error-needs-admin")


async def _is_admin(ctx: Context, club: CommunityId) -> bool:
    """Whether somebody is one by the account that they use now, in any of the club's spaces there."""
    for space, _ in await ctx.clubs.spaces(club):
        here = space.platform == ctx.account.ref.platform
        if here and await ctx.members(space).access(space, ctx.account.ref) >= Access.ADMIN:
            return True
    return False


async def make_round(ctx: JobContext, job: MakeRound) -> None:
    """Plans a round, unless it was planned already, and puts it under way."""
    club = ctx.community
    if club is None:
        return
    rounds, now = Rounds(ctx.db), ctx.clock.now()
    this = await rounds.begin(club, job.cause, now)
    if not this.planned:
        if job.cause.startswith("due ") and not await ctx.setting(ROUND_DAYS):
            return  # rounds were turned off meanwhile
        weeks = await ctx.setting(REPEAT_WEEKS)
        everybody = await candidates(ctx, club, tried_since=now - timedelta(weeks=weeks))
        asked = RoundAsk(tuple(everybody), await weights(ctx), weeks)
        result = await ctx.workers.run(match_round, asked, timeout=SECONDS)
        wanted, left = await _wanted(ctx, club, this, result)
        await rounds.plan(this, wanted, left, now)
    await ctx.jobs.schedule(SendRound(job.cause), now, key=f"send:{this.id}")


async def _wanted(
    ctx: JobContext, club: CommunityId, this: Round, result: RoundResult
) -> tuple[list[Wanted], list[PersonId]]:
    """The questions of a round, and who is left over: where all three may meet, a left-over joins a pair."""
    until = ctx.clock.now() + await ctx.setting(LAPSE_DAYS) * DAY
    joining = {one.pair: one.third for one in result.trios}
    together = [_people(match.people, joining.get(match.people)) for match in result.pairs]
    texts = await themed_for_all(ctx, [person for people in together for person in people])
    wanted: list[Wanted] = []
    for number, people in enumerate(together):
        if number % AT_ONCE == 0:
            await asyncio.sleep(0)
        wanted.append(_question(club, this, people, texts, until))
    left = [person_of(one) for one in result.unmatched if one not in set(joining.values())]
    return wanted, left


def _people(pair: Sequence[str], third: str | None) -> Sequence[PersonId]:
    return [person_of(one) for one in (*pair, *(() if third is None else (third,)))]


def _question(
    club: CommunityId, this: Round, people: Sequence[PersonId], texts: Mapping[PersonId, Themed], until: datetime
) -> Wanted:
    """Each goes by a codename in the language of one who reads it."""
    knot = knot_of(frozenset(people))
    keys: list[Key] = []
    for number, person in enumerate(people):
        reader = people[number - 1]
        keys.append(Key(person, made_up(texts[reader], f"round {this.id}:{knot}", len(people))[number]))
    return Wanted(club, Asked.ROUND, tuple(keys), None, f"{_causes(this)}{knot}", until)


def _causes(this: Round) -> str:
    """With what the causes of a round's questions begin."""
    return f"round {this.id}:"


async def send_round(ctx: JobContext, job: SendRound) -> None:
    """Has some questions of a round put, then some of those who were left over told; goes on while there are more."""
    club, now = ctx.community, ctx.clock.now()
    if club is None:
        return
    this = await Rounds(ctx.db).begin(club, job.cause, now)
    questions = await Proposals(ctx.db).caused(_causes(this), after=job.done, most=AT_ONCE)
    for kept in questions:
        if kept.state is State.OPEN:
            await put(ctx, kept.proposal)
    left = () if questions else await Rounds(ctx.db).untold(this, AT_ONCE)
    waiting = (await Persons(ctx.db).waiting(club)).keys() if left else frozenset[PersonId]()
    for person in left:
        if person not in waiting:  # from now on they wait, which raises their chance in the next round
            await Persons(ctx.db).wait(club, person, now)
        await _tell_left(ctx, club, this, person)
    if questions or left:
        await ctx.jobs.schedule(SendRound(job.cause, job.done + len(questions)), now, key=f"send:{this.id}")


async def _tell_left(ctx: JobContext, club: CommunityId, this: Round, person: PersonId) -> None:
    """Tells who was left over."""
    await ctx.send_directly(person, asking_views.left_over(await themed_for(ctx, person), club))
    await Rounds(ctx.db).tell(this, person)
