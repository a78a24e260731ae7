"""One person cannot ask for everything at once, and is told so once."""

import pytest

from bot.core.ratelimit import RateLimits, Wait
from bot.domain.refs import PersonId
from tests.kit.clock import MovableClock

LENA, BO, CAT = PersonId(1), PersonId(2), PersonId(3)


async def test_a_burst_is_allowed_and_then_one_at_a_time(clock: MovableClock) -> None:
    limits = RateLimits(clock, burst=3, seconds_each=2)
    assert [limits.check(LENA) for _ in range(3)] == [None, None, None]
    assert limits.check(LENA) == Wait(2, tell=True)
    await clock.move(1.5)
    assert limits.check(LENA) == Wait(0.5, tell=False)
    await clock.move(0.5)
    assert limits.check(LENA) is None
    assert limits.check(LENA) == Wait(2, tell=False)
    await clock.move(1_000)
    assert [limits.check(LENA) for _ in range(3)] == [None, None, None]
    assert limits.check(LENA) == Wait(2, tell=True)


async def test_persons_do_not_pay_for_each_other(clock: MovableClock) -> None:
    limits = RateLimits(clock, burst=1)
    assert limits.check(LENA) is None
    assert limits.check(BO) is None
    assert limits.check(LENA) is not None


async def test_what_costs_more_waits_longer_and_a_refusal_costs_nothing(clock: MovableClock) -> None:
    limits = RateLimits(clock, burst=4, seconds_each=1)
    assert limits.check(LENA, 3) is None
    assert limits.check(LENA, 3) == Wait(2, tell=True)
    assert limits.check(LENA, 1) is None
    with pytest.raises(ValueError, match="more than"):
        limits.check(LENA, 5)


async def test_who_asked_longest_ago_is_forgotten_first(clock: MovableClock) -> None:
    limits = RateLimits(clock, burst=1, most=2)
    for person in (LENA, BO, LENA, CAT):
        limits.check(person)
    assert limits.check(LENA) is not None
    assert limits.check(BO) is None
