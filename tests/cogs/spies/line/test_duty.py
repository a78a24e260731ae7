"""Off-duty hours by somebody's own clock: over midnight, in odd zones, and when clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.spies.rules.duty import off_duty_until


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


NIGHT = (22 * 60, 7 * 60)


@pytest.mark.parametrize(
    ("hours", "zone", "now", "until"),
    [
        (None, "UTC", "2026-01-14 23:00", None),
        ((60, 60), "UTC", "2026-01-14 01:00", None),
        (NIGHT, "UTC", "2026-01-14 21:59", None),
        (NIGHT, "UTC", "2026-01-14 22:00", "2026-01-15 07:00"),
        (NIGHT, "UTC", "2026-01-15 06:59", "2026-01-15 07:00"),
        (NIGHT, "UTC", "2026-01-15 07:00", None),
        ((9 * 60, 17 * 60), "UTC", "2026-01-15 12:00", "2026-01-15 17:00"),
        (NIGHT, "Asia/Kathmandu", "2026-01-14 17:00", "2026-01-15 01:15"),
        (NIGHT, "Australia/Lord_Howe", "2026-01-14 12:00", "2026-01-14 20:00"),
        (NIGHT, "Europe/Berlin", "2026-03-28 22:00", "2026-03-29 05:00"),
        (NIGHT, "Europe/Berlin", "2026-10-24 21:00", "2026-10-25 06:00"),
        # The clock skips from two to three: half past two is never, and its hour is over half an hour later.
        ((60, 150), "Europe/Berlin", "2026-03-29 00:30", "2026-03-29 01:30"),
        # It goes back from three to two: half past two comes twice.
        ((60, 150), "Europe/Berlin", "2026-10-25 00:15", "2026-10-25 00:30"),
        ((60, 150), "Europe/Berlin", "2026-10-25 01:15", "2026-10-25 01:30"),
        ((0, 24 * 60), "UTC", "2026-01-14 12:00", None),
        ((23 * 60, 24 * 60), "UTC", "2026-01-14 23:30", "2026-01-15 00:00"),
        (NIGHT, "Cat/Basket", "2026-01-14 23:00", "2026-01-15 07:00"),
        (NIGHT, None, "2026-01-14 23:00", "2026-01-15 07:00"),
    ],
)
def test_until_when(hours: tuple[int, int] | None, zone: str | None, now: str, until: str | None) -> None:
    assert off_duty_until(hours, zone, at(now)) == (None if until is None else at(until))


@given(
    st.integers(0, 1439),
    st.integers(0, 1439),
    st.sampled_from(["UTC", "America/St_Johns", "Asia/Kathmandu", "Europe/Berlin", "Pacific/Chatham"]),
    st.integers(0, 365 * 24 * 60 - 1).map(lambda minutes: at("2026-01-01") + timedelta(minutes=minutes)),
)
def test_it_ends_within_a_day_and_then_they_are_on_duty(begins: int, ends: int, zone: str, now: datetime) -> None:
    until = off_duty_until((begins, ends), zone, now)
    if until is None:
        return
    assert now < until <= now + timedelta(hours=25)
    assert off_duty_until((begins, ends), zone, until) is None
    local = until.astimezone(ZoneInfo(zone))
    assert until.second == 0
    assert (local.hour * 60 + local.minute - ends) % 1440 <= 60
