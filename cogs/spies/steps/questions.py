"""What is done about questions later: they are put, their line opens, they lapse. Everything may be done twice."""

from dataclasses import replace

from bot.api import Context, JobContext
from bot.api.offers.translating import TranslationRules
from bot.domain.languages import Language, spoken_by
from bot.domain.refs import PersonId
from bot.domain.text import RichText
from bot.ports.outcome import Refused
from bot.ports.translator import Ask, Translated
from cogs.spies.actions.asking import Lapse, OpenLine, PutQuestion
from cogs.spies.rules.asking import State, agreeing, taught, told_of, words_told
from cogs.spies.rules.pairs import Key
from cogs.spies.rules.people import Candidate, File
from cogs.spies.rules.scoring import Reason, Weights, score
from cogs.spies.rules.times import hours_of
from cogs.spies.steps.asking import may_still_meet
from cogs.spies.steps.candidates import id_of
from cogs.spies.steps.clubs import at_club, club_name
from cogs.spies.steps.opening import open_pair
from cogs.spies.steps.theming import themed_for
from cogs.spies.store.persons import Persons
from cogs.spies.store.proposals import Kept, Proposals
from cogs.spies.views import asking as views
from cogs.spies.views.reasons import why
from cogs.spies.views.theming import Themed, tongue_name


async def put_question(ctx: JobContext, job: PutQuestion) -> None:
    """Puts a question in private; where that is closed it waits until they come, and the asker is told to wait."""
    proposals = Proposals(ctx.db)
    kept = await proposals.of(job.proposal)
    key = None if kept is None else _key(kept, job.person)
    if kept is None or key is None or key.answer is not None or kept.state is not State.OPEN:
        return
    if job.person in kept.reached:
        return
    if kept.proposal.until <= ctx.clock.now() or not await may_still_meet(ctx, kept):
        return  # it lapses, and nobody is told why
    texts = await themed_for(ctx, job.person)
    question = await _question(ctx, texts, kept, job.person)
    delivery = await ctx.send_directly(job.person, views.question(texts, question))
    if isinstance(delivery, Refused):
        if await proposals.put_reached(job.proposal, job.person, reached=False) and kept.asker is not None:
            await ctx.send_directly(kept.asker, views.moment(await themed_for(ctx, kept.asker)))
        return
    if await proposals.put_reached(job.proposal, job.person, reached=True, told=question.words):
        await Persons(ctx.db).counted(kept.proposal.community, job.person, asked=1)


async def put_what_waits(ctx: Context) -> None:
    """Somebody opened their private chat: what could not be asked is asked now."""
    for kept in await Proposals(ctx.db).waiting_for(ctx.person):
        here = await at_club(ctx, kept.proposal.community)
        if here is None:
            continue
        job = PutQuestion(kept.proposal.id, ctx.person)
        await here.jobs.schedule(job, ctx.clock.now(), key=f"question:{kept.proposal.id}:{ctx.person}")


async def open_line(ctx: JobContext, job: OpenLine) -> None:
    """Opens the line between those who said yes, once, whatever happens in between."""
    proposals = Proposals(ctx.db)
    kept = await proposals.of(job.proposal)
    if kept is None or kept.state is not State.AGREED:
        return
    keys = agreeing(kept.proposal.keys)
    people = [key.person for key in keys]
    agreed = replace(kept, proposal=replace(kept.proposal, keys=keys))
    if not await may_still_meet(ctx, agreed):
        await proposals.close(job.proposal)  # who said yes is told at the end of its time that nothing came of it
        return
    await open_pair(ctx, agreed.proposal)
    await proposals.opened(job.proposal)
    for person in people:
        await Persons(ctx.db).wait(kept.proposal.community, person, None)


async def lapse(ctx: JobContext, job: Lapse) -> None:
    """A question's time is over. Who said yes in vain is told, alike whether others said no or nothing."""
    kept = await Proposals(ctx.db).lapse(job.proposal)
    if kept is None or kept.state is State.OPENED:
        return
    if kept.state is State.AGREED:
        await ctx.jobs.schedule(OpenLine(job.proposal), ctx.clock.now(), key=f"open:{job.proposal}")
        return
    for key in agreeing(kept.proposal.keys):
        texts = await themed_for(ctx, key.person)
        names = [one.codename for one in kept.proposal.keys if one.person != key.person]
        await ctx.send_directly(key.person, views.over(texts, kept.proposal, names))


async def _question(ctx: JobContext, texts: Themed, kept: Kept, reader: PersonId) -> views.Question:
    proposal = kept.proposal
    files = {file.person: file for file in await Persons(ctx.db).among(proposal.people)}
    mine = files[reader]
    others = [files[key.person] for key in proposal.keys if key.person != reader]
    tongue = taught(mine, others)
    first = told_of(mine, others)
    words = words_told(first.words) if len(others) == 1 else ""
    return views.Question(
        proposal=proposal,
        club=await club_name(ctx, proposal.community),
        others=tuple(key.codename for key in proposal.keys if key.person != reader),
        tongue="" if tongue is None else tongue_name(texts, ctx.languages, tongue),
        reasons=why(texts, ctx.languages, first, await _reasons(ctx, mine, first)),
        words=words,
        translated=await _translated(ctx, first, words, mine.reads or spoken_by(texts.locale)) if words else "",
    )


async def _translated(ctx: JobContext, asker: File, words: str, to: Language) -> str:
    """What somebody says of themselves in the reader's language; "" when it is, nobody can, or they do not want that.

    Only by services that the club accepted, and not written down: nobody but who is asked sees these words.
    """
    if (await ctx.accounts.file(asker.person)).untranslated:
        return ""
    rules = await ctx.find(TranslationRules)
    ask = Ask(
        RichText.of(words),
        to,
        terms=() if rules is None else await rules.terms((*Language,)),
        community=ctx.community,
        consent=frozenset() if rules is None else await rules.consent(),
        private=True,
    )
    made = await ctx.translator.translate(ask)
    return made.text.plain if isinstance(made, Translated) else ""


async def _reasons(ctx: JobContext, one: File, other: File) -> tuple[Reason, ...]:
    zones = await ctx.accounts.zones([one.person, other.person])
    pair = [_candidate(ctx, file, zones.get(file.person)) for file in (one, other)]
    scored = score(pair[0], pair[1], Weights())
    return () if scored is None else scored.reasons


def _candidate(ctx: JobContext, file: File, zone: str | None) -> Candidate:
    """What of somebody speaks for them, whatever else keeps people apart."""
    return Candidate(
        id=id_of(file.person),
        speaks=file.speaks,
        learns=file.learns,
        hours=hours_of(file.free, zone, ctx.clock.now()),
        free=file.free,
        interests=file.interests,
        wants=file.wants,
    )


def _key(kept: Kept, person: PersonId) -> Key | None:
    return next((key for key in kept.proposal.keys if key.person == person), None)
