"""What stands between the pipeline and a service: how many ask it at once, how often, how long, and when nobody does.

Retries, breaker and rate are a few lines of our own: the libraries for them sleep and read the time of the machine, so
that no test's clock could move them (docs/dependencies.md).
"""

import asyncio
import random
from collections import deque
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import TypeVar

import structlog

from bot.domain.languages import Language
from bot.ports.clock import Clock
from bot.ports.translator import Service
from bot.translation.engine import Engine, EngineFailed, Fault

T = TypeVar("T")

log = structlog.get_logger(__name__)

_WORTH_ANOTHER_TRY = frozenset({Fault.UNREACHABLE, Fault.FLOODED})
_ILL = frozenset({Fault.UNREACHABLE, Fault.EMPTY})
"""Faults that say something of the service's health, and not of the text."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How a service is treated.

    Attributes:
        at_once: requests on their way at the same time.
        waiting: requests that wait for one of those to end; what comes then fails at once.
        a_second: requests that begin in a second, in the long run.
        burst: how many of them may begin together after a pause.
        seconds: after which a request is given up, and not made again.
        tries: of one text, the first included.
        pause: seconds before the second try; doubled before each further one.
        patience: seconds that a text waits here at most for its turn or another try, because the rate or the service
            wants so.
        ill_after: failures one after the other, until it is left alone.
        rest: seconds for which it then is; doubled each time that it is still ill, up to ``longest_rest``.
        refused_rest: seconds for which it is left alone after it refused the key.
    """

    at_once: int = 4
    waiting: int = 64
    a_second: float = 5.0
    burst: int = 5
    seconds: float = 12.0
    tries: int = 2
    pause: float = 0.5
    patience: float = 5.0
    ill_after: int = 5
    rest: float = 30.0
    longest_rest: float = 600.0
    refused_rest: float = 600.0


class Guarded:
    """An engine that is asked with manners. It is an engine itself."""

    def __init__(self, engine: Engine, clock: Clock, manners: Manners, chance: random.Random) -> None:
        self._engine = engine
        self._clock = clock
        self._manners = manners
        self._chance = chance
        self._slots = _Slots(manners)
        self._pace = _Pace(clock, manners)
        self._breaker = _Breaker(clock, manners, engine.service.name)

    @property
    def service(self) -> Service:
        """Who it is."""
        return self._engine.service

    @property
    def longest(self) -> int:
        """Most characters of one request."""
        return self._engine.longest

    @property
    def waiting(self) -> int:
        """Requests that wait for their turn."""
        return self._slots.waiting

    def knows(self, source: Language, to: Language) -> bool:
        """Whether it translates this pair, as far as that is known without asking it."""
        return self._engine.knows(source, to)

    async def translate(self, text: str, source: Language, to: Language) -> str:
        """Translates, or fails soon: ``RESTING`` and ``FLOODED`` also come from here."""
        self._breaker.check()
        await self._slots.take()
        try:
            return await self._tried(text, source, to)
        finally:
            self._slots.give()

    async def _tried(self, text: str, source: Language, to: Language) -> str:
        pause = self._manners.pause
        left = self._manners.tries
        while True:
            left -= 1
            self._breaker.check()
            await self._pace.wait()
            trial = self._breaker.enter()
            try:
                answer = await _within(self._clock, self._manners.seconds, self._engine.translate(text, source, to))
            except EngineFailed as failed:
                self._breaker.failed(failed, trial=trial)
                wait = pause * self._chance.uniform(0.5, 1.0)
                if failed.retry_after is not None:
                    wait += failed.retry_after
                if left <= 0 or failed.fault not in _WORTH_ANOTHER_TRY or wait > self._manners.patience:
                    raise
                if isinstance(failed, _Silence) or (failed.fault is Fault.UNREACHABLE and self._breaker.resting):
                    raise
            except BaseException:
                self._breaker.left(trial=trial)
                raise
            else:
                self._breaker.worked(trial=trial)
                return answer
            await self._clock.sleep(wait)
            pause *= 2


class _Silence(EngineFailed):
    """It said nothing at all. Who waits for a translation has waited long enough: another service may be quicker."""


class _Slots:
    """Who may ask now: the first come of a bounded queue."""

    def __init__(self, manners: Manners) -> None:
        self._free = manners.at_once
        self._most = manners.waiting
        self._queue: deque[asyncio.Future[None]] = deque()

    @property
    def waiting(self) -> int:
        return sum(not one.done() for one in self._queue)

    async def take(self) -> None:
        if self._free > 0:
            self._free -= 1
            return
        if len(self._queue) >= self._most:
            raise EngineFailed(Fault.FLOODED, "too many wait already")
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queue.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.cancelled():
                self._queue.remove(turn)
            else:
                self.give()  # the slot came together with the cancelling
            raise

    def give(self) -> None:
        while self._queue:
            turn = self._queue.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1


class _Pace:
    """How fast requests begin: a bucket, whose next drop one waits for no longer than is bearable."""

    def __init__(self, clock: Clock, manners: Manners) -> None:
        self._clock = clock
        self._each = 1 / manners.a_second
        self._slack = (manners.burst - 1) * self._each
        self._patience = manners.patience
        self._next = clock.monotonic() - self._slack

    async def wait(self) -> None:
        now = self._clock.monotonic()
        begins = max(self._next, now - self._slack)
        if begins - now > self._patience:
            raise EngineFailed(Fault.FLOODED, "our own rate for it is reached", retry_after=begins - now)
        self._next = begins + self._each
        if begins > now:
            await self._clock.sleep(begins - now)


class _Breaker:
    """Leaves an ill service alone, and lets one text through when it may be well again."""

    def __init__(self, clock: Clock, manners: Manners, name: str) -> None:
        self._clock = clock
        self._manners = manners
        self._name = name
        self._failures = 0
        self._rests_until: float | None = None
        self._rest = manners.rest
        self._trying = False

    @property
    def resting(self) -> bool:
        return self._rests_until is not None and self._clock.monotonic() < self._rests_until

    def check(self) -> None:
        """Raises while the service is left alone, or is just being tried."""
        if self._rests_until is None:
            return
        left = self._rests_until - self._clock.monotonic()
        if left > 0 or self._trying:
            raise EngineFailed(Fault.RESTING, retry_after=max(left, 0.0))

    def enter(self) -> bool:
        """Before a request; says whether this one tries if the service is well again."""
        self.check()
        if self._rests_until is None:
            return False
        self._trying = True
        return True

    def left(self, *, trial: bool) -> None:
        """Nobody waited for the answer."""
        if trial:
            self._trying = False

    def worked(self, *, trial: bool) -> None:
        self._failures = 0
        if trial:
            self._trying = False
            self._rests_until = None
            self._rest = self._manners.rest
            log.info("a translation service is asked again", service=self._name)

    def failed(self, failed: EngineFailed, *, trial: bool) -> None:
        self.left(trial=trial)
        if failed.fault is Fault.REFUSED:
            self._rest_for(self._manners.refused_rest, failed)
        elif failed.fault is Fault.FLOODED and failed.retry_after:
            self._rest_for(min(failed.retry_after, 86_400.0), failed)
        elif failed.fault in _ILL or (failed.fault is Fault.FLOODED and trial):
            self._failures += 1
            if trial or (self._failures >= self._manners.ill_after and not self.resting):
                self._rest_for(self._rest, failed)
                self._rest = min(self._rest * 2, self._manners.longest_rest)
        elif trial:
            self.worked(trial=True)  # it answered; the text was what did not suit it

    def _rest_for(self, seconds: float, failed: EngineFailed) -> None:
        until = self._clock.monotonic() + seconds
        if self._rests_until is None or until > self._rests_until:
            self._rests_until = until
            log.warning("a translation service is left alone", service=self._name, seconds=seconds, why=str(failed))


async def _within(clock: Clock, seconds: float, work: Coroutine[None, None, T]) -> T:
    """What the work returns; fails when the clock passes so many seconds first."""
    working = asyncio.ensure_future(work)
    alarm = asyncio.ensure_future(clock.sleep(seconds))
    try:
        await asyncio.wait({working, alarm}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise _Silence(Fault.UNREACHABLE, f"silent for {seconds:g} s")
        return working.result()
    finally:
        for one in (working, alarm):
            one.cancel()
        await asyncio.gather(working, alarm, return_exceptions=True)
