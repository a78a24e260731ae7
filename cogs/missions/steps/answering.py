"""Each answers for themselves; when all have, all see all of it."""

from bot.api import Context, JobContext
from bot.domain.errors import Told
from bot.domain.form import Answers
from bot.domain.message import Outgoing
from bot.domain.refs import PersonId
from bot.domain.text import RichText
from cogs.missions.actions import AskAnswer, FadeAnswers, PickBand, Remind, Reveal, SendAnswer, Show
from cogs.missions.rules.draws import ANSWERS_KEPT, LONGEST_ANSWER, UNANSWERED_KEPT, Draw, Given
from cogs.missions.steps.dealing import open_card
from cogs.missions.steps.ground import Here, Reader, Spot, enter, look, reader, spots, translated
from cogs.missions.steps.wording import question, shipped
from cogs.missions.store import Draws
from cogs.missions.views import cards as views


async def asked(ctx: Context, action: AskAnswer) -> None:
    """Asks for words. Whether the card still waits is looked at when they come: nothing may take time before it."""
    await ctx.open_form(views.answer_form(ctx.texts, action.draw))


async def sent(ctx: Context, action: SendAnswer, answers: Answers) -> None:
    """Keeps an answer in words."""
    words = answers.text("answer").strip()
    if not words:
        raise Told("answer-empty")
    here, draw = await _keep(ctx, action, Given(words=words[:LONGEST_ANSWER]))
    me = await reader(here, next(one for one in here.line.buddies if one.person == ctx.person))
    if draw.unlocked is not None:
        await ctx.reply(Outgoing(me.texts("answer-last")))
        return
    missing = [one.name for one in here.others(ctx.person) if one.person not in draw.answered]
    await ctx.reply(Outgoing(me.texts("answer-kept", names=me.texts.plain("between").join(missing))))


async def picked(ctx: Context, action: PickBand) -> None:
    """Keeps an answer in a band; that it is kept the card itself shows."""
    draw = await Draws(ctx.db).of(action.draw)
    card = None if draw is None else shipped(draw.card)
    if card is None or card.bands is None or action.band not in card.bands.texts:
        raise Told("card-over")
    await _keep(ctx, action, Given(band=action.band))


async def _keep(ctx: Context, action: SendAnswer | PickBand, given: Given) -> tuple[Here, Draw]:
    found = await Draws(ctx.db).of(action.draw)
    if found is not None and found.unlocked is not None and ctx.person in found.answered:
        # Perhaps this very answer unlocked it, and the process was killed before anybody was shown.
        here = await enter(ctx, found.line)
        if (await Draws(ctx.db).answers(found.id)).get(ctx.person) != given:
            raise Told("card-over")
        await _follow(here, found)
        return here, found
    draw, here = await open_card(ctx, action.draw)
    kept = await Draws(ctx.db).answer(draw, ctx.person, given, here.people, here.ctx.clock.now())
    if kept is None:
        raise Told("card-over")
    await _follow(here, kept)
    return here, kept


async def _follow(here: Here, draw: Draw) -> None:
    jobs, now = here.ctx.jobs, here.ctx.clock.now()
    await jobs.schedule(Show(draw.id), now)
    if draw.unlocked is not None:
        await jobs.schedule(Reveal(draw.id), now, key=f"reveal:{draw.id}")
    else:
        await jobs.schedule(FadeAnswers(draw.id), now + UNANSWERED_KEPT, key=f"fade:{draw.id}")


async def reveal(ctx: JobContext, job: Reveal) -> None:
    """Shows everybody's answers to everybody; each is told once, also when this is done again."""
    draw = await Draws(ctx.db).of(job.draw)
    if draw is None or draw.unlocked is None:
        return
    await ctx.jobs.schedule(FadeAnswers(draw.id), draw.unlocked + ANSWERS_KEPT, key=f"fade:{draw.id}")
    here = await look(ctx, draw.line)
    given = await Draws(ctx.db).answers(draw.id)
    if here is None or not here.people <= given.keys():
        return
    for spot in await spots(here):
        me = spot.first
        shown = [
            await _answered(here, spot, buddy.person, buddy.name, given[buddy.person]) for buddy in here.line.buddies
        ]
        asked = await question(here, draw.card, me)
        told = views.revealed(me.texts, here.line.id, asked, shown)
        person = me.buddy.person
        await here.lines.tell(here.line.id, person, told, key=f"missions reveal {draw.id} {person}", theirs=True)


async def _answered(here: Here, spot: Spot, person: PersonId, name: str, given: Given) -> views.Answered:
    """An answer as it is read in a place, in the languages of all who read it there."""
    mine = len(spot.readers) == 1 and spot.first.buddy.person == person
    shown = "" if mine else name
    if given.band:
        return views.Answered(shown, spot.first.texts.plain(given.band))
    if mine:
        return views.Answered(shown, given.words)
    made = [await _in_language(here, one, person, given.words) for one in spot.readers if one.buddy.person != person]
    return views.Answered(shown, given.words, tuple(one for one in dict.fromkeys(made) if one is not None))


async def _in_language(here: Here, one: Reader, person: PersonId, words: str) -> RichText | None:
    made = await translated(here, words, one.language, by=person)
    return None if made is None else made.text


async def remind(ctx: JobContext, job: Remind) -> None:
    """Whoever has not answered hears of it, once."""
    draws = Draws(ctx.db)
    draw = await draws.of(job.draw)
    here = None if draw is None or not draw.open else await look(ctx, draw.line)
    if draw is None or here is None:
        return
    for spot in await spots(here):
        if all(one.buddy.person in draw.answered for one in spot.readers):
            continue
        person = spot.first.buddy.person
        done = [buddy.name for buddy in here.line.buddies if buddy.person in draw.answered]
        told = views.reminded(spot.first.texts, here.line.id, done)
        await here.lines.tell(here.line.id, person, told, key=f"missions remind {draw.id} {person}")


async def fade(ctx: JobContext, job: FadeAnswers) -> None:
    """Forgets the answers to a card; one that still waits shows that."""
    await Draws(ctx.db).fade(job.draw)
    draw = await Draws(ctx.db).of(job.draw)
    if draw is not None and draw.open:
        await ctx.jobs.schedule(Show(draw.id), ctx.clock.now())
