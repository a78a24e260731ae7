"""Weeks and silences, as pure decisions."""

import doctest
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.spies.rules import keeping
from cogs.spies.rules.keeping import SILENCES, Streak, nudged_at, streak, week_of
from tests.kit.clock import START


def test_examples_run() -> None:
    assert doctest.testmod(keeping).failed == 0


@pytest.mark.parametrize(
    ("weeks", "now", "is_now", "longest"),
    [
        ([], 0, 0, 0),
        ([0], 0, 1, 1),
        ([0], 2, 1, 1),
        ([0], 3, 0, 1),
        ([0, 1, 2], 3, 3, 3),
        ([0, 2, 4], 5, 3, 3),
        ([0, 1, 4, 5, 6], 6, 3, 3),
        ([0, 1, 2, 5], 6, 1, 3),
    ],
)
def test_one_missed_week_is_forgiven_and_two_in_a_row_are_not(
    weeks: list[int], now: int, is_now: int, longest: int
) -> None:
    assert streak(weeks, now) == Streak(is_now, longest)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.sets(st.integers(0, 60)), st.integers(0, 3))
def test_writing_once_more_never_makes_a_streak_shorter(weeks: set[int], later: int) -> None:
    now = max(weeks, default=0) + later
    before, after = streak(weeks, now), streak(weeks | {now}, now)
    assert after.now == before.now + (now not in weeks)
    assert after.longest >= before.longest
    assert before.now <= before.longest <= len(weeks)


def test_a_week_begins_when_the_line_did() -> None:
    assert week_of(START, START - timedelta(hours=1)) == 0, "clocks of platforms differ"
    assert [week_of(START, START + timedelta(days=days)) for days in (0, 6.99, 7, 13.99, 14)] == [0, 0, 1, 1, 2]


def test_there_are_two_nudges_and_no_third() -> None:
    assert [nudged_at(START, number) for number in (0, 1, 2, 3)] == [None, *(START + one for one in SILENCES), None]
