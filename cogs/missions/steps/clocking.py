"""The language clock: proposed by one, agreed by the others, called in all chats at the right moments."""

from datetime import timedelta

from bot.api import Context, JobContext
from bot.domain.errors import Told
from cogs.missions.actions import Agree, CallTurn, ChooseMinutes, LapseClock, OpenClock, Propose, Stop
from cogs.missions.rules.clock import ASKED_FOR, MINUTES, Clock, ClockId, orders, portions
from cogs.missions.steps.ground import Here, Reader, enter, look, reader, spots, tell_all, tongue_name
from cogs.missions.store import Clocks
from cogs.missions.views import clock as views

COUNTED_LONGER = timedelta(minutes=5)
"""After the end, in case the end is called late; what is said then is no longer counted when it was called."""


async def opened(ctx: Context, action: OpenClock) -> None:
    """Shows the clock that runs or waits, or asks which language begins."""
    here = await enter(ctx, action.line)
    me = await _me(ctx, here)
    now = await Clocks(ctx.db).on(action.line)
    called = _called(here, me)
    user = ctx.account.ref
    if now is not None and now.started is not None:
        tongue = now.first if ctx.clock.now() < now.turns else now.second
        await ctx.update(views.running(me.texts, now, tongue, called))
    elif now is not None and now.by == ctx.person:
        await ctx.update(views.asked(me.texts, user, now, called))
    else:
        found = orders(here.line.speaks)
        if not found:
            raise Told("clock-one-language")
        await ctx.update(views.orders(me.texts, user, action.line, found, called))


async def chosen(ctx: Context, action: ChooseMinutes) -> None:
    """Asks for how long."""
    here = await enter(ctx, action.line)
    me = await _me(ctx, here)
    await ctx.update(views.minutes(me.texts, ctx.account.ref, action, _called(here, me)))


async def propose(ctx: Context, action: Propose) -> None:
    """Asks the others."""
    here = await enter(ctx, action.line)
    if (action.first, action.second) not in orders(here.line.speaks) or action.minutes not in MINUTES:
        raise Told("error-stale")
    now = here.ctx.clock.now()
    wanted = Clock(
        ClockId(0),
        action.line,
        here.line.community,
        ctx.person,
        action.minutes,
        action.first,
        action.second,
        now,
    )
    clock = await Clocks(ctx.db).propose(wanted, ctx.person)
    if clock is None:
        raise Told("clock-there")
    me = await _me(ctx, here)
    if clock.started is None:
        await here.ctx.jobs.schedule(LapseClock(clock.id), clock.made + ASKED_FOR, key=f"lapse:{clock.line}")
        await _ask_others(here, clock, me)
    await ctx.update(views.asked(me.texts, ctx.account.ref, clock, _called(here, me)))


async def _ask_others(here: Here, clock: Clock, me: Reader) -> None:
    for buddy in here.others(me.buddy.person):
        other = await reader(here, buddy)
        asked = views.proposed(other.texts, clock, me.buddy.name, _called(here, other))
        await here.lines.tell(clock.line, buddy.person, asked, key=f"missions clock {clock.id} ask {buddy.person}")


async def agreed(ctx: Context, action: Agree) -> None:
    """Somebody's yes or no. With the last yes it starts."""
    clock, here = await _clock(ctx, action.clock)
    me = await _me(ctx, here)
    if clock.started is None and clock.made <= here.ctx.clock.now() - ASKED_FOR:
        await Clocks(ctx.db).remove(clock.id)
        raise Told("clock-gone")
    if not action.yes:
        if clock.started is not None:
            raise Told("clock-gone")
        await Clocks(ctx.db).remove(clock.id)
        await _tell_proposer(here, clock)
        await ctx.update(views.word(me.texts, "clock-declined"))
        return
    now = await Clocks(ctx.db).agree(clock, ctx.person, here.people, here.ctx.clock.now())
    if now is None:
        raise Told("clock-gone")
    if now.started is not None:
        await here.ctx.jobs.schedule(CallTurn(now.id, 0), now.started, key=f"turn:{now.id}:0")
    await ctx.update(views.word(me.texts, "clock-agreed" if now.started is not None else "clock-agreed-first"))


async def _tell_proposer(here: Here, clock: Clock) -> None:
    proposer = next((one for one in here.line.buddies if one.person == clock.by), None)
    if proposer is not None:
        texts = (await reader(here, proposer)).texts
        told = views.word(texts, "clock-not-now")
        await here.lines.tell(clock.line, proposer.person, told, key=f"missions clock {clock.id} no")


async def stop(ctx: Context, action: Stop) -> None:
    """Stops one that runs, for all; or takes a proposal back."""
    clock, here = await _clock(ctx, action.clock)
    if clock.started is not None:
        await here.ctx.jobs.schedule(CallTurn(clock.id, 2), here.ctx.clock.now(), key=f"turn:{clock.id}:2")
        return
    if clock.by != ctx.person:
        raise Told("error-stale")
    await Clocks(ctx.db).remove(clock.id)
    await ctx.update(views.word((await _me(ctx, here)).texts, "clock-withdrawn"))


async def _clock(ctx: Context, clock: ClockId) -> tuple[Clock, Here]:
    """A clock that is not over, on an open line that who pressed is on."""
    found = await Clocks(ctx.db).of(clock)
    if found is None:
        raise Told("clock-gone")
    return found, await enter(ctx, found.line)


async def call(ctx: JobContext, job: CallTurn) -> None:
    """Calls a turn. One whose time is over when the bot comes back is not called any more."""
    clock = await Clocks(ctx.db).of(job.clock)
    if clock is None or clock.started is None:
        return
    here = await look(ctx, clock.line)
    if here is None:
        await Clocks(ctx.db).remove(clock.id)
    elif job.turn == 2:
        await _end(here, clock)
    else:
        await _call(here, clock, first=job.turn == 0)


async def _call(here: Here, clock: Clock, *, first: bool) -> None:
    if first:
        await here.lines.count(clock.line, clock.ends + COUNTED_LONGER)
        await here.ctx.jobs.schedule(CallTurn(clock.id, 1), clock.turns, key=f"turn:{clock.id}:1")
        await here.ctx.jobs.schedule(CallTurn(clock.id, 2), clock.ends, key=f"turn:{clock.id}:2")
    if here.ctx.clock.now() >= (clock.turns if first else clock.ends):
        return
    tongue = clock.first if first else clock.second
    await tell_all(
        here,
        lambda spot: views.turn(spot.first.texts, clock, tongue, first=first, called=_called(here, spot.first)),
        f"clock {clock.id} turn {tongue}",
    )


async def _end(here: Here, clock: Clock) -> None:
    shares = portions(await Clocks(here.ctx.db).shares(clock.id))
    for spot in await spots(here):
        one = spot.first
        names = {buddy.person: buddy.name for buddy in here.line.buddies}
        me = one.buddy.person if len(spot.readers) == 1 else None
        told = views.over(one.texts, shares, names, me, _called(here, one))
        person = one.buddy.person
        await here.lines.tell(clock.line, person, told, key=f"missions clock {clock.id} over {person}")
    await here.lines.count(clock.line, None)
    await Clocks(here.ctx.db).remove(clock.id)


async def lapse(ctx: JobContext, job: LapseClock) -> None:
    """Nobody answered."""
    clock = await Clocks(ctx.db).of(job.clock)
    if clock is not None and clock.started is None:
        await Clocks(ctx.db).remove(clock.id)


async def _me(ctx: Context, here: Here) -> Reader:
    return await reader(here, next(buddy for buddy in here.line.buddies if buddy.person == ctx.person))


def _called(here: Here, one: Reader) -> views.Called:
    return lambda tongue: tongue_name(here.ctx, one.texts.locale, tongue)
