"""How services are asked: never too many, too often or too long, again where it helps, not at all while they are ill.

Only the clock of the test moves; nothing sleeps.
"""

import asyncio
import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from bot.domain.languages import Language
from bot.ports.translator import Service
from bot.translation.engine import EngineFailed, Fault
from bot.translation.guarded import Guarded, Manners
from tests.kit.clock import MovableClock, settle
from tests.kit.patience import PATIENCE

EN, ES = Language.ENGLISH, Language.SPANISH
UNREACHABLE = EngineFailed(Fault.UNREACHABLE)


@dataclass(slots=True)
class Scripted:
    """An engine that does what the test says.

    Attributes:
        plan: what becomes of the next texts; then each is answered with itself in capitals.
        held: None, or what all texts wait for.
        asked: texts with the clock's seconds.
    """

    clock: MovableClock
    plan: deque[EngineFailed | None] = field(default_factory=deque[EngineFailed | None])
    held: asyncio.Event | None = None
    asked: list[tuple[float, str]] = field(default_factory=list[tuple[float, str]])
    at_once: int = 0
    most_at_once: int = 0
    service: Service = field(default_factory=lambda: Service("scripted", "Scripted", "x", public=False, limited=False))
    longest: int = 100

    def knows(self, source: Language, to: Language) -> bool:
        return source is not to

    async def translate(self, text: str, source: Language, to: Language) -> str:
        del source, to
        self.asked.append((self.clock.monotonic(), text))
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            if self.held is not None:
                await self.held.wait()
            failure = self.plan.popleft() if self.plan else None
            if failure is not None:
                raise failure
            return text.upper()
        finally:
            self.at_once -= 1


@pytest.fixture
def engine(clock: MovableClock) -> Scripted:
    return Scripted(clock)


Guard = Callable[[Manners], Guarded]


@pytest.fixture
def guard(engine: Scripted, clock: MovableClock) -> Guard:
    return lambda manners: Guarded(engine, clock, manners, random.Random(7))  # noqa: S311


def ask(guarded: Guarded, text: str = "cat") -> "asyncio.Task[str]":
    return asyncio.create_task(guarded.translate(text, EN, ES))


async def fault(task: "asyncio.Task[str]") -> EngineFailed:
    with pytest.raises(EngineFailed) as caught:
        await task
    return caught.value


QUICK = Manners(a_second=1_000, burst=1_000)


async def test_it_is_the_engine_that_it_guards(engine: Scripted, guard: Guard) -> None:
    guarded = guard(QUICK)
    assert (guarded.service, guarded.longest) == (engine.service, 100)
    assert guarded.knows(EN, ES)
    assert await guarded.translate("cat", EN, ES) == "CAT"


async def test_only_so_many_are_on_their_way_and_the_first_come_goes_first(engine: Scripted, guard: Guard) -> None:
    guarded = guard(Manners(at_once=3, a_second=1_000, burst=1_000))
    engine.held = asyncio.Event()
    tasks = [ask(guarded, f"cat {number}") for number in range(10)]
    await settle()
    assert engine.at_once == 3
    assert guarded.waiting == 7
    engine.held.set()
    assert await asyncio.gather(*tasks) == [f"CAT {number}" for number in range(10)]
    assert engine.most_at_once == 3
    assert [text for _, text in engine.asked] == [f"cat {number}" for number in range(10)]


async def test_what_is_too_many_fails_at_once(engine: Scripted, guard: Guard) -> None:
    guarded = guard(Manners(at_once=2, waiting=3, a_second=1_000, burst=1_000))
    engine.held = asyncio.Event()
    tasks = [ask(guarded) for _ in range(1_000)]
    await settle()
    assert sum(task.done() for task in tasks) == 995
    for task in tasks[5:]:
        assert (await fault(task)).fault is Fault.FLOODED
    engine.held.set()
    assert await asyncio.gather(*tasks[:5]) == ["CAT"] * 5


async def test_who_gives_up_waiting_leaves_the_place_to_the_next(engine: Scripted, guard: Guard) -> None:
    guarded = guard(Manners(at_once=1, waiting=2, a_second=1_000, burst=1_000))
    engine.held = asyncio.Event()
    first, second, third = ask(guarded, "1"), ask(guarded, "2"), ask(guarded, "3")
    await settle()
    second.cancel()
    await settle()
    assert guarded.waiting == 1
    first.cancel()  # while it is on its way
    engine.held.set()
    assert await third == "3"
    assert await guarded.translate("cat", EN, ES) == "CAT"


async def test_requests_begin_no_faster_than_the_rate(engine: Scripted, guard: Guard, clock: MovableClock) -> None:
    guarded = guard(Manners(at_once=50, a_second=2, burst=3, patience=100))
    tasks = [ask(guarded) for _ in range(7)]
    await clock.move(10)
    await asyncio.gather(*tasks)
    assert [at for at, _ in engine.asked] == [0, 0, 0, 0.5, 1.0, 1.5, 2.0]
    await clock.move(100)
    tasks = [ask(guarded) for _ in range(4)]
    await clock.move(10)
    assert [at for at, _ in engine.asked[7:]] == [110, 110, 110, 110.5]


async def test_a_turn_that_is_too_far_off_is_told_at_once(guard: Guard, clock: MovableClock) -> None:
    guarded = guard(Manners(at_once=50, a_second=1, burst=1, patience=2))
    tasks = [ask(guarded) for _ in range(4)]
    await settle()
    late = await fault(tasks[3])
    assert (late.fault, late.retry_after) == (Fault.FLOODED, 3)
    await clock.move(2)
    assert await asyncio.gather(*tasks[:3]) == ["CAT"] * 3


async def test_silence_ends_after_its_time(engine: Scripted, guard: Guard, clock: MovableClock) -> None:
    guarded = guard(Manners(seconds=15, tries=3))
    engine.held = asyncio.Event()
    task = ask(guarded)
    await clock.move(14.9)
    assert not task.done()
    await clock.move(0.2)
    assert (await fault(task)).fault is Fault.UNREACHABLE
    assert engine.at_once == 0
    assert len(engine.asked) == 1


async def test_another_try_comes_after_a_pause_that_grows(engine: Scripted, guard: Guard, clock: MovableClock) -> None:
    guarded = guard(Manners(tries=3, pause=1, a_second=1_000, burst=1_000))
    engine.plan.extend([UNREACHABLE, UNREACHABLE])
    task = ask(guarded)
    await clock.move(10)
    assert await task == "CAT"
    first, second, third = (at for at, _ in engine.asked)
    assert 0.5 <= second - first <= 1
    assert 1 <= third - second <= 2


@pytest.mark.parametrize("kind", [Fault.EMPTY, Fault.REFUSED, Fault.UNSUITABLE])
async def test_what_another_try_would_not_change_is_not_tried_again(
    engine: Scripted, guard: Guard, kind: Fault
) -> None:
    engine.plan.append(EngineFailed(kind))
    assert (await fault(ask(guard(QUICK)))).fault is kind
    assert len(engine.asked) == 1


async def test_a_short_wait_that_is_asked_for_is_waited(engine: Scripted, guard: Guard, clock: MovableClock) -> None:
    engine.plan.append(EngineFailed(Fault.FLOODED, retry_after=3))
    task = ask(guard(QUICK))
    await clock.move(2.9)
    assert len(engine.asked) == 1
    await clock.move(2)
    assert await task == "CAT"
    assert engine.asked[1][0] >= 3


async def test_a_long_wait_that_is_asked_for_is_kept_for_everybody(
    engine: Scripted, guard: Guard, clock: MovableClock
) -> None:
    guarded = guard(QUICK)
    engine.plan.append(EngineFailed(Fault.FLOODED, retry_after=3_600))
    assert (await fault(ask(guarded))).fault is Fault.FLOODED
    await clock.move(3_599)
    resting = await fault(ask(guarded))
    assert (resting.fault, resting.retry_after) == (Fault.RESTING, 1)
    assert len(engine.asked) == 1
    await clock.move(1)
    assert await guarded.translate("cat", EN, ES) == "CAT"


ILL = Manners(tries=1, ill_after=3, rest=30, longest_rest=100, a_second=1_000, burst=1_000)


async def made_ill(guarded: Guarded, engine: Scripted) -> None:
    engine.plan.extend([UNREACHABLE] * 3)
    for _ in range(3):
        assert (await fault(ask(guarded))).fault is Fault.UNREACHABLE


async def test_an_ill_service_is_left_alone_and_then_tried_by_one(
    engine: Scripted, guard: Guard, clock: MovableClock
) -> None:
    guarded = guard(ILL)
    await made_ill(guarded, engine)
    assert (await fault(ask(guarded))).fault is Fault.RESTING
    await clock.move(30)
    engine.held = asyncio.Event()
    trial, second = ask(guarded), ask(guarded)
    await settle()
    assert (await fault(second)).fault is Fault.RESTING
    assert len(engine.asked) == 4
    engine.held.set()
    assert await trial == "CAT"
    assert await asyncio.gather(*(ask(guarded) for _ in range(5))) == ["CAT"] * 5


async def test_it_rests_longer_each_time_it_is_still_ill(engine: Scripted, guard: Guard, clock: MovableClock) -> None:
    guarded = guard(ILL)
    await made_ill(guarded, engine)
    rests: list[float] = []
    for rest in (30, 60, 100, 100):
        await clock.move(rest - 0.5)
        resting = await fault(ask(guarded))
        assert resting.fault is Fault.RESTING
        rests.append(resting.retry_after or 0)
        await clock.move(0.5)
        engine.plan.append(UNREACHABLE)
        assert (await fault(ask(guarded))).fault is Fault.UNREACHABLE
    assert rests == [0.5] * 4
    await clock.move(100)
    assert await guarded.translate("cat", EN, ES) == "CAT"
    await made_ill(guarded, engine)
    await clock.move(30)
    assert await guarded.translate("cat", EN, ES) == "CAT"


async def test_one_that_works_now_and_then_is_not_ill(engine: Scripted, guard: Guard) -> None:
    guarded = guard(ILL)
    engine.plan.extend([UNREACHABLE, UNREACHABLE, None] * 4)
    for number in range(12):
        task = ask(guarded)
        if number % 3 == 2:
            assert await task == "CAT"
        else:
            assert (await fault(task)).fault is Fault.UNREACHABLE


async def test_texts_that_do_not_suit_it_do_not_make_it_ill(
    engine: Scripted, guard: Guard, clock: MovableClock
) -> None:
    guarded = guard(ILL)
    engine.plan.extend([EngineFailed(Fault.UNSUITABLE)] * 10)
    for _ in range(10):
        assert (await fault(ask(guarded))).fault is Fault.UNSUITABLE
    await made_ill(guarded, engine)
    await clock.move(30)
    engine.plan.append(EngineFailed(Fault.UNSUITABLE))
    assert (await fault(ask(guarded))).fault is Fault.UNSUITABLE
    assert await guarded.translate("cat", EN, ES) == "CAT"


async def test_a_refused_key_is_not_tried_for_ten_minutes(engine: Scripted, guard: Guard, clock: MovableClock) -> None:
    guarded = guard(QUICK)
    engine.plan.append(EngineFailed(Fault.REFUSED))
    assert (await fault(ask(guarded))).fault is Fault.REFUSED
    await clock.move(599)
    assert (await fault(ask(guarded))).fault is Fault.RESTING
    await clock.move(1)
    assert await guarded.translate("cat", EN, ES) == "CAT"


async def test_a_trial_that_nobody_waited_for_leaves_the_next_one_to_try(
    engine: Scripted, guard: Guard, clock: MovableClock
) -> None:
    guarded = guard(ILL)
    await made_ill(guarded, engine)
    await clock.move(30)
    engine.held = asyncio.Event()
    trial = ask(guarded)
    await settle()
    trial.cancel()
    await settle()
    engine.held.set()
    assert await guarded.translate("cat", EN, ES) == "CAT"


async def test_those_who_wait_for_a_stalled_service_are_told_when_it_is_found_ill(
    engine: Scripted, guard: Guard, clock: MovableClock
) -> None:
    guarded = guard(Manners(at_once=3, tries=1, ill_after=3, seconds=15, a_second=1_000, burst=1_000))
    engine.held = asyncio.Event()
    tasks = [ask(guarded) for _ in range(60)]
    await clock.move(15)
    await clock.move(15)  # the two that took the places of the first who were silent
    async with asyncio.timeout(PATIENCE):
        await asyncio.wait(tasks)
    faults = [(await fault(task)).fault for task in tasks]
    assert faults == [Fault.UNREACHABLE] * 5 + [Fault.RESTING] * 55
    assert clock.sleeping == 0
