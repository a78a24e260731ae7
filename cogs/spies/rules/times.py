"""When people have time, on one clock for all: the hours of a week in UTC, whatever their zones do."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from cogs.spies.rules.people import Slot

HOURS = 168
"""Of a week."""

WEEK = HOURS * 60
"""Minutes of a week."""

_DAY = 24 * 60

_WEEKDAYS, _WEEKEND = range(5), (5, 6)

_OF_THE_DAY = {"morning": (6, 12), "afternoon": (12, 18), "evening": (18, 22), "night": (22, 26)}
"""Hours by one's own clock. A night belongs to the day on which it began."""

Span = tuple[int, int]
"""From a minute of the week up to another, by somebody's own clock, from Monday 00:00; may run over the week's end."""


def spans_of(slot: Slot) -> tuple[Span, ...]:
    """When a slot is.

    >>> [(first // 60, last // 60) for first, last in spans_of(Slot.WEEKEND_EVENING)]
    [(138, 142), (162, 166)]
    """
    days, _, part = slot.value.partition("-")
    begins, ends = _OF_THE_DAY[part]
    return tuple(
        (day * _DAY + begins * 60, day * _DAY + ends * 60) for day in (_WEEKDAYS if days == "weekday" else _WEEKEND)
    )


def hours_of(slots: Iterable[Slot], zone: str | None, at: datetime) -> frozenset[int]:
    """The hours of a UTC week (0 is Monday 00:00) in which somebody has time, in the seven days from a moment.

    Where their clocks change within these days, hours before the change follow the old time and those after it the new.
    Where their time is not whole hours from UTC, an hour counts when its middle is theirs.

    Args:
        slots: by their own clock.
        zone: as :func:`zone_of` takes it. Empty hours when it is None, or one that this machine's tables do not have
            any more: nobody knows when their evening is.
        at: with a zone.
    """
    chosen = tuple(slots)
    if zone is None or not chosen:
        return frozenset()
    try:
        known = zone_of(zone)
    except ValueError:
        return frozenset()
    return hours_within([span for slot in chosen for span in spans_of(slot)], clock_of(known, at))


def hours_within(spans: Sequence[Span], clock: Sequence[int]) -> frozenset[int]:
    """The hours of a UTC week that lie in spans of somebody's own.

    Args:
        spans: theirs.
        clock: theirs, of :func:`clock_of`.
    """
    free = bytearray(2 * WEEK)
    for first, last in spans:
        free[first:last] = b"\x01" * (last - first)
    return frozenset(hour for hour, minute in enumerate(clock) if free[minute] or free[minute + WEEK])


def clock_of(zone: tzinfo, at: datetime) -> tuple[int, ...]:
    """What somebody's clock shows in the middle of each hour of a UTC week, in the seven days from a moment.

    Returns:
        Minutes of their own week, :data:`HOURS` of them.
    """
    now = at.astimezone(UTC)
    begun = now.weekday() * 24 + now.hour
    middle = now.replace(minute=30, second=0, microsecond=0)
    first, last = _ahead(middle, zone), _ahead(middle + timedelta(hours=HOURS - 1), zone)
    if first == last:  # clocks do not change twice within a week
        return tuple((hour * 60 + 30 + first) % WEEK for hour in range(HOURS))
    changed = bisect_left(range(HOURS), True, key=lambda hour: _ahead(middle + timedelta(hours=hour), zone) == last)
    away = (last if (hour - begun) % HOURS >= changed else first for hour in range(HOURS))
    return tuple((hour * 60 + 30 + ahead) % WEEK for hour, ahead in enumerate(away))


def _ahead(moment: datetime, zone: tzinfo) -> int:
    return int((moment.astimezone(zone).utcoffset() or timedelta()).total_seconds()) // 60


_OFFSET = re.compile(r"(?:utc|gmt)?\s*(?P<sign>[+\-−])(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?", re.IGNORECASE)


def zone_of(name: str) -> tzinfo:
    """A zone by its IANA name (``Asia/Kathmandu``), or by its distance from UTC (``UTC+5:45``, ``-03:30``).

    Raises:
        ValueError: there is no such zone.
    """
    said = name.strip()
    if said.upper() in ("UTC", "GMT", "Z"):
        return UTC
    if offset := _OFFSET.fullmatch(said):
        away = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
        if away <= timedelta(hours=14):
            return timezone(away if offset["sign"] == "+" else -away)
    try:
        return ZoneInfo(said)
    except (ValueError, LookupError, OSError) as wrong:  # not found, a path, or a folder of zones
        raise ValueError(f"no such time zone: {name!r}") from wrong
