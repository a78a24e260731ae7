"""Asking somebody: who may be asked, the question under way, and what is said to whom with which answer."""

from dataclasses import replace

from bot.api import Context, JobContext
from bot.domain.author import Account
from bot.domain.errors import Told
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId, PersonId
from cogs.spies.actions.asking import AnswerQuestion, AskAnew, AskFound, Lapse, OpenLine, PutQuestion
from cogs.spies.rules.asking import DAY, SHOWN_FOR, State, Verdict, may_ask_again, may_meet
from cogs.spies.rules.pairs import Asked, Key, Proposal, ProposalId
from cogs.spies.settings import ASKS_A_DAY, LAPSE_DAYS, MINORS
from cogs.spies.steps.barring import bar, barred
from cogs.spies.steps.causes import cause_of
from cogs.spies.steps.clubs import about
from cogs.spies.steps.finding import Looking, looking, names_for
from cogs.spies.steps.theming import themed, themed_for
from cogs.spies.store.finds import Finds
from cogs.spies.store.pairs import Pairs
from cogs.spies.store.persons import Persons
from cogs.spies.store.proposals import Kept, Proposals, Wanted
from cogs.spies.views import asking as views

# ------------------------------------------------------------------------------------------------------------ who asks


async def ask(ctx: Context, member: Account | None) -> None:
    """Asks a member by name. Whoever cannot be asked, for whatever reason, is spoken of alike."""
    club = ctx.community
    if club is None:
        raise Told("error-only-in-community")
    able = await looking(ctx, ctx, club)
    if isinstance(able, Outgoing):
        await ctx.reply(able)
        return
    if member is None:
        raise Told("ask-whom")
    other = await ctx.accounts.find(member.ref)
    if other == ctx.person:
        raise Told("ask-yourself")
    await _count(ctx, able)
    if other is None or not await may_ask(ctx, club, ctx.person, other):
        await ctx.reply(views.refused(able.texts, club))
        return
    codename = (await names_for(ctx, able.texts, ctx.person, [other]))[0]
    joined = await propose(ctx, able, Key(other, codename), Asked.BY_NAME)
    days = await ctx.setting(LAPSE_DAYS)
    await ctx.reply(joined or views.sent_to(able.texts, member.name, days))


async def ask_found(ctx: Context, action: AskFound) -> None:
    """Asks who is shown."""
    here = await about(ctx, action.club)
    able = await looking(ctx, here, action.club)
    if isinstance(able, Outgoing):
        await ctx.update(able)
        return
    shown = await Finds(ctx.db).shown(action.club, ctx.person, ctx.clock.now() - 30 * SHOWN_FOR)
    await _count(ctx, able)
    codename = shown.get(action.other)
    if codename is None or not await may_ask(here, action.club, ctx.person, action.other):
        await ctx.update(views.refused(able.texts, action.club))
        return
    await _ask_by_codename(ctx, able, Key(action.other, codename))


async def ask_anew(ctx: Context, action: AskAnew) -> None:
    """Asks those whose question lapsed."""
    kept = await Proposals(ctx.db).of(action.proposal)
    others = () if kept is None else tuple(key for key in kept.proposal.keys if key.person != ctx.person)
    if kept is None or ctx.person not in kept.proposal.people or not others:
        raise Told("ask-gone")
    club = kept.proposal.community
    here = await about(ctx, club)
    able = await looking(ctx, here, club)
    if isinstance(able, Outgoing):
        await ctx.update(able)
        return
    await _count(ctx, able)
    other = next((key for key in others if key.answer), others[0])
    if not await may_ask(here, club, ctx.person, other.person):
        await ctx.update(views.refused(able.texts, club))
        return
    await _ask_by_codename(ctx, able, replace(other, answer=None))


async def _ask_by_codename(ctx: Context, able: Looking, other: Key) -> None:
    joined = await propose(ctx, able, other, Asked.FOUND)
    days = await able.here.setting(LAPSE_DAYS)
    await ctx.update(joined or views.sent(able.texts, other.codename, days))


async def _count(ctx: Context, able: Looking) -> None:
    """Counts an ask; raises ``Told`` when there were too many in a day, also in vain: they would tell who is here."""
    finds, now, most = Finds(ctx.db), ctx.clock.now(), await able.here.setting(ASKS_A_DAY)
    if not may_ask_again(await finds.asks(ctx.person, now - DAY, but=cause_of(ctx)), now, most):
        raise Told("ask-too-many", {"count": most})
    await finds.asked(able.club, ctx.person, cause_of(ctx), now)


async def may_ask(here: JobContext, club: CommunityId, asker: PersonId, other: PersonId) -> bool:
    """Whether somebody may ask another now."""
    if not await may_all_meet(here, club, asker, other):
        return False
    return await Pairs(here.db).between({asker, other}) is None


async def may_all_meet(here: JobContext, club: CommunityId, *people: PersonId) -> bool:
    """Whether these people may be brought together, the first by their own wish: all take part, none is ruled out."""
    files = {file.person: file for file in await Persons(here.db).among(people)}
    minors = await here.setting(MINORS)
    for place, one in enumerate(people):
        if one not in files or club not in await Persons(here.db).communities(one):
            return False
        for other in people[place + 1 :]:
            if other not in files or not may_meet(files[one], files[other], minors=minors):
                return False
            if await barred(here, club, one, other):
                return False
    return True


async def may_still_meet(here: JobContext, kept: Kept) -> bool:
    """Whether those who were asked together may be brought together still; a no keeps only who was told it away."""
    people = sorted(kept.proposal.people, key=lambda person: person != kept.asker)
    return len(people) > 1 and await may_all_meet(here, kept.proposal.community, *people)


async def propose(ctx: Context, able: Looking, other: Key, how: Asked) -> Outgoing | None:
    """Puts a question to somebody; where they had asked first it is the second yes, and what to say of it is given."""
    here, now = able.here, ctx.clock.now()
    theirs = await themed_for(here, other.person)
    mine = (await names_for(here, theirs, other.person, [ctx.person]))[0]
    wanted = Wanted(
        community=able.club,
        asked=how,
        keys=(Key(ctx.person, mine, answer=True), other),
        asker=ctx.person,
        cause=cause_of(ctx),
        until=now + await here.setting(LAPSE_DAYS) * DAY,
    )
    made = await Proposals(ctx.db).make(wanted, now)
    if made.joined:
        return await _answered(ctx, here, made.proposal.id, yes=True)
    await put(here, made.proposal)
    return None


async def put(here: JobContext, proposal: Proposal) -> None:
    """Has everybody asked who has not answered, and the question lapse one day."""
    now = here.clock.now()
    for key in proposal.keys:
        if key.answer is None:
            job = PutQuestion(proposal.id, key.person)
            await here.jobs.schedule(job, now, key=f"question:{proposal.id}:{key.person}")
    await here.jobs.schedule(Lapse(proposal.id), proposal.until, key=f"lapse:{proposal.id}")


# --------------------------------------------------------------------------------------------------------- who answers


async def answer(ctx: Context, action: AnswerQuestion) -> None:
    """Somebody says yes or no. That they were asked is looked up again: keys are stale one day, or forged."""
    kept = await Proposals(ctx.db).of(action.proposal)
    if kept is None or ctx.person not in kept.proposal.people:
        raise Told("ask-gone")
    here = await about(ctx, kept.proposal.community)
    said = await _answered(ctx, here, action.proposal, yes=action.yes)
    await ctx.update(said)


async def _answered(ctx: Context, here: JobContext, proposal: ProposalId, *, yes: bool) -> Outgoing:
    texts, before = await themed(here, ctx.texts), await Proposals(ctx.db).of(proposal)
    if yes and before is not None and before.state is State.OPEN and not await may_still_meet(here, before):
        await Proposals(ctx.db).close(proposal)  # the yes is kept; that nothing comes of it is told at the end, to all
    answered = await Proposals(ctx.db).answer(proposal, ctx.person, yes=yes, now=ctx.clock.now())
    kept = answered.kept
    if kept is None:
        raise Told("ask-gone")
    if answered.first and kept.asker != ctx.person:
        await Persons(ctx.db).counted(kept.proposal.community, ctx.person, answered=1)
    match answered.verdict:
        case Verdict.DECLINED:
            await _spare(here, kept, ctx.person)
            return views.said_no(texts)
        case Verdict.AGREED:
            await here.jobs.schedule(OpenLine(proposal), ctx.clock.now(), key=f"open:{proposal}")
            return views.agreed(texts)
        case Verdict.KEPT:
            return views.said_yes(texts)
        case _:
            return views.lapsed(texts, kept.proposal) if yes else views.said_no(texts)


async def _spare(here: JobContext, kept: Kept, person: PersonId) -> None:
    """Who said no is not asked by the same again."""
    if kept.asker is not None and kept.asker != person:
        await bar(here, kept.asker, person)
