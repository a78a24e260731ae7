"""A report is made: what is reported is chosen, a few words say why, and the moderators get that and nothing else."""

from collections.abc import Mapping, Sequence

import structlog

from bot.api import Context, JobContext
from bot.api.mirror import LineId, Uttered
from bot.api.offers.missions import Missions, ShownAnswer
from bot.domain.author import Account
from bot.domain.errors import PlatformError, Told
from bot.domain.form import Answers
from bot.domain.languages import Language, spoken_by
from bot.domain.message import Outgoing
from bot.domain.refs import CommunityId, PersonId, PlaceId
from bot.domain.text import RichText
from bot.ports.translator import Ask, Translated
from cogs.spies.actions.safety import DropUnsent, Report, ReportAsked, ReportOne, SendReport, ToggleReported
from cogs.spies.rules.cases import REPORTABLE, Case, CaseId, Reported
from cogs.spies.rules.pairs import Pair
from cogs.spies.settings import DESK
from cogs.spies.steps.barring import marks_of
from cogs.spies.steps.blocking import line_of, whose_line
from cogs.spies.steps.causes import cause_of
from cogs.spies.steps.clubs import at_club
from cogs.spies.steps.members import moderates, seen_in
from cogs.spies.steps.moving import leave_thread
from cogs.spies.steps.sides import texts_on
from cogs.spies.steps.theming import themed
from cogs.spies.store.cases import DRAFTS_KEPT, Cases
from cogs.spies.store.pairs import Pairs
from cogs.spies.store.proposals import Proposals
from cogs.spies.views import blocking as choosing
from cogs.spies.views import cases as views

OFFERED = 12
"""Messages that a reporter is offered besides the one that is reported already."""
OFFERED_CARDS = 4
"""Answers to cards among them, at most."""

log = structlog.get_logger(__name__)


async def desk_of(there: JobContext) -> PlaceId | None:
    """Where a club's moderators read reports: as settled for spies, else where they read all others, else nowhere.

    A chat that all members read is none.
    """
    place = await there.setting(DESK)
    if place is None and there.community is not None:
        for entry in there.settings.of("core"):
            if entry.setting.key == "reports":
                value = await there.settings.value(there.community, entry, None)
                place = PlaceId(value) if isinstance(value, int) else None
    return None if place is None or await there.place_chat(place) is None or await _open(there, place) else place


async def _open(there: JobContext, place: PlaceId) -> bool:
    """Whether a chat is read by all members: it may have been opened to them since it was chosen."""
    try:
        return await there.all_can_read(place)
    except PlatformError:
        # What is said there waits until the platform answers again; that it was closed is the last that is known.
        log.info("who reads the moderators' chat cannot be looked up now", exc_info=True)
        return False


async def _club(ctx: JobContext, community: CommunityId) -> JobContext:
    """Acts for a club whose moderators read reports.

    Raises:
        Told: nobody would read one.
    """
    there = await at_club(ctx, community)
    if there is None or await desk_of(there) is None:
        raise Told("case-no-desk")
    return there


# ------------------------------------------------------------------------------------------------------------ beginning


async def begin(ctx: Context, action: Report) -> None:
    """The key under a message, or on a line's screen: the message is chosen already."""
    pair = await line_of(ctx, action.pair)
    there = await _club(ctx, pair.community)
    uttered = None if action.line is None else await ctx.mirror.uttered(LineId(action.line))
    if uttered is not None and (uttered.route.knot != pair.knot or uttered.person == ctx.person):
        raise Told("error-stale")
    accused = await whose_line(ctx, pair, action.line)
    if accused is None:
        named = [(ReportOne(pair.id, side.person), pair.called(side.person)) for side in pair.others(ctx.person)]
        await ctx.reply(choosing.whom(await texts_on(ctx, pair, ctx.person), named))
        return
    await _begin(ctx, there, pair, accused, uttered)


async def begin_about(ctx: Context, action: ReportOne) -> None:
    """The same, about one of several."""
    pair = await line_of(ctx, action.pair)
    there = await _club(ctx, pair.community)
    if action.person == ctx.person or pair.side(action.person) is None:
        raise Told("error-stale")
    await _begin(ctx, there, pair, action.person, None)


async def _begin(ctx: Context, there: JobContext, pair: Pair, accused: PersonId, first: Uttered | None) -> None:
    case = await _made(ctx, pair.community, pair, accused)
    if first is not None:
        await Cases(ctx.db).put(case.id, await _kept(there, first))
    await ctx.reply(await _screen(ctx, case, pair))


async def begin_asked(ctx: Context, action: ReportAsked) -> None:
    """A report about the words that came with a question."""
    kept = await Proposals(ctx.db).of(action.proposal)
    if kept is None or ctx.person not in kept.proposal.people:
        raise Told("error-stale")
    there = await _club(ctx, kept.proposal.community)
    others = [key for key in kept.proposal.keys if key.person != ctx.person and action.person in {None, key.person}]
    if len(others) > 1:
        named = [(ReportAsked(action.proposal, key.person), key.codename) for key in others]
        await ctx.reply(choosing.whom(await themed(ctx, ctx.texts), named))
        return
    if not others:
        raise Told("error-stale")
    accused = others[0].person
    case = await _made(ctx, kept.proposal.community, None, accused)
    words = kept.told.get(ctx.person, "")  # as they were shown: the file may say something else by now
    made = await _translated(there, accused, RichText.of(words), await _read_by_moderators(there)) if words else ""
    await Cases(ctx.db).put(case.id, Reported(0, ctx.clock.now(), words or others[0].codename, made))
    await ctx.reply(await _screen(ctx, case, None))


async def _made(ctx: Context, community: CommunityId, pair: Pair | None, accused: PersonId) -> Case:
    case = await Cases(ctx.db).begin(
        cause_of(ctx),
        community=community,
        pair=None if pair is None else pair.id,
        reporter=ctx.person,
        accused=accused,
        marks=await marks_of(ctx, accused),
        now=ctx.clock.now(),
    )
    await ctx.jobs.schedule(DropUnsent(case.id), ctx.clock.now() + DRAFTS_KEPT, key=f"unsent {case.id}")
    return case


async def _read_by_moderators(there: JobContext) -> Language:
    """The club's language."""
    return spoken_by((await there.community_texts()).locale)


async def _kept(there: JobContext, uttered: Uttered) -> Reported:
    """A message as moderators will read it, with its translation into the club's language."""
    to = await _read_by_moderators(there)
    made = next((one.text for one in uttered.translations if one.to == to), None)
    translation = made.plain if made is not None else await _translated(there, uttered.person, uttered.text, to)
    return Reported(
        line=uttered.line,
        at=uttered.at,
        words=uttered.text.plain,
        translation=translation,
        former=tuple(former.text.plain for former in uttered.former),
        deleted=uttered.deleted,
        files=uttered.files,
    )


async def _translated(there: JobContext, person: PersonId | None, text: RichText, to: Language) -> str:
    """By services that belong to whoever runs this alone, and never against the word of who said it."""
    if person is not None and (await there.accounts.file(person)).untranslated:
        return ""
    made = await there.translator.translate(Ask(text, to, community=there.community, private=True))
    return made.text.plain if isinstance(made, Translated) else ""


# ------------------------------------------------------------------------------------------------------------- choosing


async def _own(ctx: Context, number: int) -> Case:
    """A report that is being made by whoever acts.

    Raises:
        Told: it was sent, or dropped, or is somebody else's.
    """
    case = await Cases(ctx.db).of(CaseId(number))
    if case is None or case.reporter != ctx.person or case.sent is not None:
        raise Told("case-gone")
    return case


async def toggle(ctx: Context, action: ToggleReported) -> None:
    """Puts a message in, or takes it out."""
    case = await _own(ctx, action.case)
    pair = None if case.pair is None else await Pairs(ctx.db).of(case.pair)
    if pair is not None and not await Cases(ctx.db).take_out(case.id, action.line):
        await Cases(ctx.db).put(case.id, await _chosen(ctx, case, pair, action.line))
    await ctx.update(await _screen(ctx, case, pair))


async def _chosen(ctx: Context, case: Case, pair: Pair, line: int) -> Reported:
    """A message, or an answer to a card, that a reporter picked."""
    there = await _club(ctx, case.community)
    if line < 0:
        answer = (await _answers(there, case, pair)).get(line)
        if answer is None:
            raise Told("case-words-gone")
        made = await _translated(there, case.accused, RichText.of(answer.words), await _read_by_moderators(there))
        return Reported(line, answer.at, answer.words, made)
    uttered = await ctx.mirror.uttered(LineId(line))
    if uttered is None or uttered.route.knot != pair.knot or uttered.person != case.accused:
        raise Told("case-words-gone")
    return await _kept(there, uttered)


async def _answers(there: JobContext, case: Case, pair: Pair) -> Mapping[int, ShownAnswer]:
    """What whom it is about answered to cards, by numbers below 0: those of messages are above."""
    missions = None if case.accused is None else await there.find(Missions)
    if missions is None or case.accused is None:
        return {}
    return {-one.number: one for one in await missions.shown(pair.id, case.accused)}


async def _screen(ctx: Context, case: Case, pair: Pair | None) -> Outgoing:
    chosen = await Cases(ctx.db).reported(case.id)
    texts = await themed(ctx, ctx.texts) if pair is None else await texts_on(ctx, pair, ctx.person)
    name = "" if pair is None or case.accused is None else pair.called(case.accused)
    return views.making(texts, case, name, chosen, await _offered(ctx, case, pair, chosen))


async def _offered(ctx: JobContext, case: Case, pair: Pair | None, chosen: Sequence[Reported]) -> list[tuple[int, str]]:
    """Further messages of whom it is about, of the last days, the newest first."""
    if pair is None:
        return []
    known = {(one.at, one.words) for one in chosen}
    lately = await ctx.mirror.lately(pair.knot, ctx.clock.now() - REPORTABLE)
    offered: list[tuple[int, str]] = []
    for uttered in reversed(lately):
        said = (uttered.at, uttered.text.plain)
        if uttered.person == case.accused and said not in known:  # for three, each message takes two routes
            known.add(said)
            offered.append((uttered.line, uttered.text.plain))
    there = await at_club(ctx, case.community)
    answers: Mapping[int, ShownAnswer] = {} if there is None else await _answers(there, case, pair)
    cards = [(line, one.words) for line, one in answers.items() if (one.at, one.words) not in known]
    return [*offered[: OFFERED - len(cards[:OFFERED_CARDS])], *cards[:OFFERED_CARDS]]


# -------------------------------------------------------------------------------------------------------------- sending


async def drop(ctx: Context, number: int) -> None:
    """Somebody thought better of it."""
    case = await _own(ctx, number)
    await Cases(ctx.db).drop(case.id)
    await ctx.update(Outgoing((await themed(ctx, ctx.texts))("case-dropped")))


async def send(ctx: Context, action: SendReport, answers: Answers) -> None:
    """The report goes to the moderators; until they have decided nothing crosses the line."""
    number, now = CaseId(action.case), ctx.clock.now()
    found = await Cases(ctx.db).of(number)
    if found is None or found.reporter != ctx.person or found.closed is not None:
        raise Told("case-gone")
    there = await _club(ctx, found.community)
    desk = await desk_of(there)
    if desk is None:
        raise Told("case-no-desk")
    if found.sent is None and not await Cases(ctx.db).reported(number) and found.pair is None:
        raise Told("case-gone")
    case = await Cases(ctx.db).send(number, answers.text("why").strip(), now) or found
    await ctx.jobs.cancel(f"unsent {number}")
    if case.pair is not None:
        await Pairs(ctx.db).put_held(case.pair, held=True)
        await leave_thread(there, case.pair)
        await Cases(ctx.db).rest(case.pair)
    await there.entrust(desk, await card_of(there, case), key=f"case {number}")
    texts = await themed(there, ctx.texts)
    await ctx.reply(views.sent(texts, case))


async def card_of(there: JobContext, case: Case) -> Outgoing:
    """A report as the club's moderators see it; where one of them is who it is about, it does not say by whom it is."""
    texts = await themed(there, await there.community_texts())
    reporter, accused = await shown(there, case.reporter), await shown(there, case.accused)
    withheld = case.accused is not None and await moderates(there, case.community, case.accused)
    return views.card(
        texts, case, views.WITHHELD if withheld else reporter, accused, await Cases(there.db).reported(case.id)
    )


async def shown(there: JobContext, person: PersonId | None) -> Account | None:
    """Somebody as a club's moderators know them; None for who is in none of its spaces any more."""
    return None if person is None or there.community is None else await seen_in(there, there.community, person)


async def dropped(ctx: JobContext, number: int) -> None:
    """Nobody sent it in time."""
    await Cases(ctx.db).drop(CaseId(number))
