"""A line as one of those on it has it: in which language and words, and what stands on its screens."""

from bot.api import JobContext
from bot.api.offers.missions import Missions
from bot.api.offers.translating import TranslationRules
from bot.domain.errors import Told
from bot.domain.languages import Language, spoken_by
from bot.domain.refs import PersonId
from cogs.spies.rules.pairs import Pair, PairId, Side
from cogs.spies.rules.people import Tongue
from cogs.spies.rules.screening import Age
from cogs.spies.settings import HOLD_FILES
from cogs.spies.steps.clubs import at_club
from cogs.spies.steps.streaks import streak_of
from cogs.spies.steps.theming import themed_for
from cogs.spies.store.pairs import Pairs
from cogs.spies.store.persons import Persons
from cogs.spies.views.line import Shown
from cogs.spies.views.theming import Themed, tongue_name


async def texts_on(ctx: JobContext, pair: Pair, person: PersonId) -> Themed:
    """Somebody's own texts, by the line's word, else its club's."""
    return await themed_for(await at_club(ctx, pair.community) or ctx, person, pair.theme)


async def reads_on(ctx: JobContext, side: Side) -> Language:
    """In which language somebody reads a line: as chosen for it, else in their file, else that of their screens."""
    if side.reads is not None:
        return side.reads
    file = await Persons(ctx.db).of(side.person)
    if file is not None and file.reads is not None:
        return file.reads
    return spoken_by((await ctx.texts_for(side.person)).locale)


async def own_line(ctx: JobContext, pair_id: PairId, person: PersonId) -> tuple[Pair, Side]:
    """A line that lasts, and somebody's side of it.

    Raises:
        Told: it has ended, or is not theirs.
    """
    pair = await Pairs(ctx.db).of(pair_id)
    side = None if pair is None else pair.side(person)
    if pair is None or side is None or pair.ended is not None:
        raise Told("line-gone")
    return pair, side


async def talking_line(ctx: JobContext, pair_id: PairId, person: PersonId) -> tuple[Pair, Side]:
    """The same, of a line on which something may reach the others now.

    Raises:
        Told: it has ended, is not theirs, or rests until moderators have decided.
    """
    pair, side = await own_line(ctx, pair_id, person)
    if pair.held:
        raise Told("line-rests")
    return pair, side


async def learnt_on(ctx: JobContext, pair: Pair) -> tuple[Tongue, ...]:
    """What those on a line learn from each other."""
    files = await Persons(ctx.db).among(pair.people)
    learnt = (
        tongue
        for one in files
        for tongue in one.learns
        if any(tongue in other.speaks for other in files if other.person != one.person)
    )
    return tuple(dict.fromkeys(learnt))


async def shown_to(ctx: JobContext, pair: Pair, side: Side, *, chosen: bool = False, thread: bool = False) -> Shown:
    """A line with all that one of those on it sees of it."""
    there = await at_club(ctx, pair.community) or ctx
    texts = await themed_for(there, side.person, pair.theme)
    file = await Persons(ctx.db).of(side.person)
    missions = await there.find(Missions)
    hours = None if file is None else file.off_duty
    return Shown(
        texts=texts,
        pair=pair,
        me=side.person,
        reads=ctx.languages.name_in(await reads_on(ctx, side), texts.locale),
        tongues=texts.plain("why-list").join(
            tongue_name(texts, ctx.languages, one) for one in await learnt_on(ctx, pair)
        ),
        chosen=chosen,
        off_duty="" if hours is None else " – ".join(f"{at // 60 % 24:02}:{at % 60:02}" for at in hours),
        mission=None if missions is None else missions.key(texts, pair.id),
        thread=thread,
        weeks=await streak_of(ctx, pair),
        services=await services_of(there),
        files_wait=await files_wait(there, pair),
    )


async def files_wait(there: JobContext, pair: Pair) -> bool:
    """Whether links and files do not cross a line of a club yet."""
    return not pair.free and Age(pair.opened, 0).files_wait(there.clock.now()) and await there.setting(HOLD_FILES)


async def services_of(there: JobContext) -> str:
    """Who may see words in a club so that they are translated, as members know them."""
    rules = await there.find(TranslationRules)
    accepted = frozenset[str]() if rules is None else await rules.consent()
    asked = [one.title for one in there.translator.services if not one.public or one.name in accepted]
    return ", ".join(asked)
