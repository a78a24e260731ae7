"""Hours of a week in UTC out of what people's own clocks show."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cogs.spies.rules.people import Slot
from cogs.spies.rules.times import HOURS, clock_of, hours_of, hours_within, zone_of

MONDAY = datetime(2026, 6, 1, tzinfo=UTC)
EVENING = [Slot.WEEKDAY_EVENING]


def test_an_evening_is_at_another_time_elsewhere() -> None:
    assert sorted(hours_of(EVENING, "UTC", MONDAY))[:4] == [18, 19, 20, 21]
    assert sorted(hours_of(EVENING, "Asia/Shanghai", MONDAY))[:4] == [10, 11, 12, 13]
    assert len(hours_of(EVENING, "Asia/Shanghai", MONDAY)) == 20


def test_sunday_evening_in_new_york_is_monday_in_utc() -> None:
    hours = hours_of([Slot.WEEKEND_EVENING], "America/New_York", MONDAY)
    assert {0, 1} <= hours, "22:00 UTC on Sunday to 02:00 on Monday, and the week begins again"
    assert {6 * 24 + 22, 6 * 24 + 23} <= hours


def test_a_night_belongs_to_the_day_on_which_it_began() -> None:
    friday = hours_of([Slot.WEEKDAY_NIGHT], "UTC", MONDAY)
    assert {4 * 24 + 22, 4 * 24 + 23, 5 * 24, 5 * 24 + 1} <= friday
    assert not friday & {0, 1}, "that was Sunday's"


@pytest.mark.parametrize("zone", ["Asia/Kathmandu", "Pacific/Chatham", "Asia/Kolkata", "UTC+5:45", "-03:30"])
def test_odd_zones_lose_no_hour(zone: str) -> None:
    hours = hours_of(EVENING, zone, MONDAY)
    assert len(hours) == 20
    ahead = MONDAY.astimezone(zone_of(zone)).utcoffset() or timedelta()
    first = MONDAY + timedelta(hours=18) - ahead
    assert abs((min(hours) - (first - MONDAY) / timedelta(hours=1)) % 24) % 23.5 <= 0.5


def test_clocks_change_within_the_week() -> None:
    # On 25 October 2026 at 01:00 UTC clocks in Madrid go from UTC+2 to UTC+1.
    before = datetime(2026, 10, 21, 12, tzinfo=UTC)  # a Wednesday
    hours = hours_of([Slot.WEEKDAY_EVENING], "Europe/Madrid", before)
    assert 2 * 24 + 16 in hours, "this Wednesday at 18:00 it is 16:00 in UTC"
    assert 0 * 24 + 16 not in hours
    assert 0 * 24 + 17 in hours, "next Monday it is 17:00"


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    st.sampled_from(("Europe/Madrid", "America/New_York", "Pacific/Chatham", "Australia/Lord_Howe", "Asia/Kathmandu")),
    st.integers(0, 365 * 24 * 60).map(lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)),
)
def test_each_hour_is_what_that_zones_clock_shows_within_the_next_seven_days(zone: str, at: datetime) -> None:
    shown = clock_of(zone_of(zone), at)
    for step in range(HOURS):
        moment = at.replace(minute=30, second=0, microsecond=0) + timedelta(hours=step)
        own = moment.astimezone(ZoneInfo(zone))
        assert shown[moment.weekday() * 24 + moment.hour] == own.weekday() * 1440 + own.hour * 60 + own.minute


def test_times_over_the_weeks_end() -> None:
    clock = clock_of(UTC, MONDAY)
    assert hours_within([(6 * 1440 + 23 * 60, 7 * 1440 + 120)], clock) == {HOURS - 1, 0, 1}


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "..", "America", "UTC+99", "x" * 5_000, "a\0b"])
def test_there_is_no_such_zone(zone: str) -> None:
    with pytest.raises(ValueError, match="no such time zone"):
        zone_of(zone)
    assert hours_of(EVENING, zone, MONDAY) == frozenset()


def test_unsaid_is_no_hour() -> None:
    assert hours_of(EVENING, None, MONDAY) == hours_of([], "UTC", MONDAY) == frozenset()
