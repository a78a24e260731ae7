"""To whom goes what somebody writes in private, when it crosses, and how it stands at the other end."""

from collections.abc import Sequence

from bot.api import Context, JobContext
from bot.api.mirror import Aim, Heard, Phrase, Route, Said, Trouble
from bot.api.offers.missions import Missions
from bot.api.offers.reading import ReadingAids
from bot.domain.errors import Told
from bot.domain.languages import CHINESE, Language
from bot.domain.locales import Locale, nearest
from bot.domain.refs import MessageRef, PersonId
from bot.domain.text import RichText
from cogs.spies.actions.line import LetGo
from cogs.spies.rules.duty import off_duty_until
from cogs.spies.rules.keeping import HELD_FOR
from cogs.spies.rules.pairs import Ending, Pair, PairId, Side
from cogs.spies.steps import keeping
from cogs.spies.steps.clubs import at_club
from cogs.spies.steps.ending import end_pair
from cogs.spies.steps.moving import go_back
from cogs.spies.steps.opening import reached
from cogs.spies.steps.screening import screened, slipped_in
from cogs.spies.steps.sides import own_line, services_of, talking_line, texts_on
from cogs.spies.steps.tying import retie
from cogs.spies.store.chosen import Chosen
from cogs.spies.store.held import Waiting, Why
from cogs.spies.store.pairs import Pairs
from cogs.spies.store.persons import Persons
from cogs.spies.views import line as views
from cogs.spies.views.keys import safety_keys

# --------------------------------------------------------------------------------------------------------------- aiming


async def aimed(ctx: JobContext, routes: Sequence[Route], heard: Heard) -> Sequence[Aim]:
    """Which of somebody's lines a message goes to, and whether it waits.

    Asked again after a kill: it says the same, and what it tells is told once.

    Raises:
        Told: the line rests until moderators have decided.
    """
    person = heard.person
    if person is None:
        return ()
    knots = dict.fromkeys(route.knot for route in routes)
    known = [await Pairs(ctx.db).of(PairId(int(knot))) for knot in knots]
    lines = [pair for pair in known if pair is not None and pair.ended is None and pair.side(person) is not None]
    chosen = await _meant(ctx, lines, routes, heard, person)
    if chosen is None and len(lines) > 1:
        return await _asked(ctx, lines, routes, heard, person)
    if chosen is None:
        return ()
    if chosen.held:
        raise Told("line-rests")
    return await _on(ctx, chosen, routes, heard, person)


async def _meant(
    ctx: JobContext, lines: Sequence[Pair], routes: Sequence[Route], heard: Heard, person: PersonId
) -> Pair | None:
    """The line of what is answered; else the only one; else the one chosen."""
    by_id = {pair.id: pair for pair in lines}
    answered = next((PairId(int(route.knot)) for route in routes if route.id == heard.answers), None)
    if answered is not None and answered in by_id:
        return by_id[answered]
    if len(lines) == 1:
        return lines[0]
    chosen = await Chosen(ctx.db).of(person)
    return None if chosen is None else by_id.get(chosen)


async def _asked(
    ctx: JobContext, lines: Sequence[Pair], routes: Sequence[Route], heard: Heard, person: PersonId
) -> Sequence[Aim]:
    """Keeps a message back until its author says to whom it goes."""
    open_lines = [pair for pair in lines if not pair.held]
    if not open_lines:
        raise Told("line-rests")
    for pair in open_lines:
        await Waiting(ctx.db).hold(pair.id, heard.message, Why.WHOM, person)
    asking = views.to_whom(await texts_on(ctx, lines[0], person), open_lines, person, heard.message)
    await ctx.entrust(routes[0].source, asking, key=f"whom {heard.message}")
    by_knot = {pair.knot: pair for pair in open_lines}
    return [Aim(route.id, by_knot[route.knot].called(person), held=True) for route in routes if route.knot in by_knot]


async def _on(ctx: JobContext, pair: Pair, routes: Sequence[Route], heard: Heard, person: PersonId) -> Sequence[Aim]:
    verdict = await screened(ctx, pair, person, heard)
    if verdict.carry:
        await _counted(ctx, pair, heard, person)
    await keeping.said(ctx, pair, person, heard.at)
    aims: list[Aim] = []
    for route in routes:
        if route.knot != pair.knot:
            continue
        reader = pair.read_at(route.target, but=person)
        waits = reader is not None and await _off_duty(ctx, pair, reader, route, heard)
        aims.append(Aim(route.id, pair.called(person), held=waits or verdict.held))
    return aims


async def _counted(ctx: JobContext, pair: Pair, heard: Heard, person: PersonId) -> None:
    """Tells the language clock, while one runs."""
    if pair.counted is None or pair.counted <= heard.at:
        return
    there = await at_club(ctx, pair.community)
    missions = None if there is None else await there.find(Missions)
    if missions is not None:
        letters = sum(1 for letter in heard.text.plain if letter.isalpha())
        await missions.said(pair.id, person, letters, await ctx.translator.detect(heard.text))


# ------------------------------------------------------------------------------------------------------------- off duty


async def _off_duty(ctx: JobContext, pair: Pair, reader: Side, route: Route, heard: Heard) -> bool:
    """Whether somebody is left in peace now; then it is kept for later, and its author told so once."""
    file = await Persons(ctx.db).of(reader.person)
    if file is None or file.off_duty is None:
        return False
    until = off_duty_until(file.off_duty, (await ctx.accounts.file(reader.person)).zone, heard.at)
    if until is None:
        return False
    await Waiting(ctx.db).hold(pair.id, heard.message, Why.OFF_DUTY, reader.person)
    await ctx.jobs.schedule(LetGo(pair.id, reader.person), until, key=f"duty {pair.id} {reader.person}")
    if heard.person is not None:
        said = views.waits(await texts_on(ctx, pair, heard.person), pair.called(reader.person))
        await ctx.entrust(route.source, said, key=f"waits {pair.id} {reader.person} {until.isoformat()}")
    return True


async def let_go(ctx: JobContext, pair_id: PairId, person: PersonId) -> None:
    """Somebody is on duty again: what waited for that crosses.

    Where their hours were changed, or the line rests, it waits on: let go now, it would be lost.
    """
    pair = await Pairs(ctx.db).of(pair_id)
    if pair is None or pair.ended is not None:
        return
    if pair.held:
        await ctx.jobs.schedule(LetGo(pair_id, person), ctx.clock.now() + HELD_FOR, key=f"duty {pair_id} {person}")
        return
    file = await Persons(ctx.db).of(person)
    hours = None if file is None else file.off_duty
    until = off_duty_until(hours, (await ctx.accounts.file(person)).zone, ctx.clock.now())
    if until is not None:
        await ctx.jobs.schedule(LetGo(pair_id, person), until, key=f"duty {pair_id} {person}")
        return
    waiting = Waiting(ctx.db)
    for message in await waiting.on(pair_id, Why.OFF_DUTY, person):
        if await waiting.whys(pair_id, message) == frozenset({Why.OFF_DUTY}):
            await ctx.mirror.let_go(pair.knot, message)
        await waiting.done(pair_id, message, Why.OFF_DUTY)


# ------------------------------------------------------------------------------------------------------------ to whom


async def write_to(ctx: Context, pair_id: PairId) -> Pair:
    """Chooses a line to write to; one that was read on another account goes on in this chat from now on.

    Raises:
        Told: it has ended.
    """
    pair, side = await own_line(ctx, pair_id, ctx.person)
    await Chosen(ctx.db).choose(ctx.person, pair_id)
    return await _moved_here(ctx, pair, side)


async def _moved_here(ctx: Context, pair: Pair, side: Side) -> Pair:
    if ctx.space is not None or side.place is None or side.place == ctx.place:
        return pair
    await Pairs(ctx.db).put_place(pair.id, side.person, ctx.place)
    now = await Pairs(ctx.db).of(pair.id) or pair
    await retie(ctx, now)
    return now


async def send_to(ctx: Context, pair_id: PairId, message: MessageRef) -> Pair:
    """The same, and carries a message that waited for it.

    Raises:
        Told: the line has ended, or rests; or the message went elsewhere.
    """
    pair, _ = await talking_line(ctx, pair_id, ctx.person)
    waiting = Waiting(ctx.db)
    waits = await waiting.pairs(message, Why.WHOM, ctx.person)
    await Chosen(ctx.db).choose(ctx.person, pair_id)
    if pair_id not in waits:
        return pair
    for other in waits:
        if other != pair_id:
            await ctx.mirror.drop_held(str(other), message)
            await waiting.done(other, message, Why.WHOM)
    await _let_in(ctx, pair, message)
    await keeping.said(ctx, pair, ctx.person, ctx.clock.now())
    await waiting.done(pair_id, message, Why.WHOM)
    return pair


async def _let_in(ctx: Context, pair: Pair, message: MessageRef) -> None:
    """Lets a message cross, unless something else keeps it back."""
    found = await ctx.mirror.find(message)
    if found is None:
        return
    uttered = await ctx.mirror.uttered(found.line)
    files = 0 if uttered is None else uttered.files
    heard = Heard(message, ctx.person, found.text, files, None, ctx.clock.now())
    verdict = await screened(ctx, pair, ctx.person, heard)
    if verdict.carry:
        await _counted(ctx, pair, heard, ctx.person)
    waits = [
        await _off_duty(ctx, pair, reader, route, heard)
        for route in await ctx.mirror.routes(knot=pair.knot)
        if route.source == ctx.place and (reader := pair.read_at(route.target, but=ctx.person)) is not None
    ]
    if verdict.carry and not any(waits):
        await ctx.mirror.let_go(pair.knot, message)


# ------------------------------------------------------------------------------------------------------------- phrasing


async def admitted(ctx: JobContext, route: Route, person: PersonId | None) -> bool:
    """Whether words cross: the line lasts, and who said it is on it."""
    return await _still(ctx, route, person) is not None


async def _still(ctx: JobContext, route: Route, person: PersonId | None) -> Pair | None:
    pair = await Pairs(ctx.db).of(PairId(int(route.knot)))
    if pair is None or pair.ended is not None:
        # The process ended between ending the line and telling the mirror so.
        await ctx.mirror.close(route.knot)
        return None
    return pair if person is not None and pair.side(person) is not None and not pair.held else None


async def phrased(ctx: JobContext, route: Route, said: Said) -> Phrase | None:
    """How a partner's words stand: translated, the original hidden under it, with the keys of safety."""
    pair = await _still(ctx, route, said.person)
    if pair is None:
        return None
    if await slipped_in(ctx, pair, said):
        return None
    if pair.thread is not None:
        return _in_thread(ctx, said)
    reader = pair.read_at(route.target, but=said.person)
    if reader is None:
        return None
    texts = await texts_on(ctx, pair, reader.person)
    keys = (safety_keys(texts, pair.id, said.line),)
    if not said.translations:
        aid = await _aid(ctx, reader.person, said.text, said.language)
        return Phrase(views.copy(said.text, None, None, aid), keys if said.text or said.files else ())
    made = said.translations[0]
    corrected = texts("line-corrected", name=said.corrected_by) if said.corrected_by else None
    aid = await _aid(ctx, reader.person, made.text, made.to) or await _aid(ctx, reader.person, said.text, said.language)
    return Phrase(views.copy(made.text, said.text, corrected, aid), keys)


async def _aid(ctx: JobContext, person: PersonId, text: RichText, language: Language | None) -> RichText | None:
    if language is None or language not in CHINESE or not text:
        return None
    aids = await ctx.find(ReadingAids)
    return None if aids is None else await aids.over(person, text.plain, language)


def _in_thread(ctx: JobContext, said: Said) -> Phrase | None:
    """In a thread all see what was said: only its translations are added."""
    if not said.translations:
        return None
    first = said.translations[0]
    texts = ctx.texts_in(nearest(first.to) or Locale.ENGLISH)
    corrected = texts("line-corrected", name=said.corrected_by) if said.corrected_by else None
    return Phrase(views.copy(RichText.join([one.text for one in said.translations], "\n"), None, corrected, None))


# -------------------------------------------------------------------------------------------------------------- trouble

_UNREACHABLE = frozenset({Trouble.GONE, Trouble.NO_RIGHT})

_TOLD = frozenset({Trouble.NO_TRANSLATION, Trouble.SAVING, Trouble.GIVEN_UP, Trouble.NOT_CHANGED})
"""What who reads a line is told of, each at most once a day."""


async def troubled(ctx: JobContext, route: Route, trouble: Trouble) -> None:
    """Tells who reads a line; who cannot be written to any more goes on at another account of theirs, or it ends."""
    pair = await Pairs(ctx.db).of(PairId(int(route.knot)))
    if pair is None or pair.ended is not None:
        return
    if trouble in _TOLD:
        await _tell_trouble(ctx, pair, route, trouble)
    if trouble not in _UNREACHABLE:
        return
    if pair.thread is not None:
        await go_back(ctx, pair)
        return
    lost = next((side for side in pair.sides if side.place == route.target), None)
    if lost is not None and not await go_on_elsewhere(ctx, pair, lost):
        await end_pair(ctx, pair.id, lost.person, Ending.LEFT)


async def _tell_trouble(ctx: JobContext, pair: Pair, route: Route, trouble: Trouble) -> None:
    reader = next((side for side in pair.sides if side.place == route.target), None)
    # That nobody translates in a club was said when the line opened.
    if reader is None or (trouble is Trouble.NO_TRANSLATION and not await services_of(ctx)):
        return
    said = views.trouble(await texts_on(ctx, pair, reader.person), trouble)
    key = f"{trouble.value} {pair.id} {reader.person} {ctx.clock.now():%Y-%m-%d}"
    await ctx.entrust(route.target, said, key=key)


async def go_on_elsewhere(ctx: JobContext, pair: Pair, side: Side) -> bool:
    """Goes on in whichever private chat of somebody's can be written to; False when none can."""
    said = views.elsewhere(await texts_on(ctx, pair, side.person), pair, side.person)
    place = await reached(ctx, side.person, said)
    if place is None:
        return False
    if place != side.place:
        await Pairs(ctx.db).put_place(pair.id, side.person, place)
    # In any case: who noted the place may have been killed before that.
    await retie(ctx, await Pairs(ctx.db).of(pair.id) or pair)
    return True
