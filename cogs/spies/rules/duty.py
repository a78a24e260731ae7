"""Off-duty hours: until when somebody is left in peace, by their own clock."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MINUTES_A_DAY = 24 * 60


def off_duty_until(hours: tuple[int, int] | None, zone: str | None, now: datetime) -> datetime | None:
    """When somebody is on duty again; None when they are.

    An end that a wall clock skips, put forward, comes as much later; one put back may begin them again.

    Args:
        hours: minutes after midnight from which on and until which they are off duty, over midnight where the first is
            later; the same twice, or None, for never.
        zone: their time zone's IANA name; an unknown one, or None, is taken for UTC.
        now: aware.

    >>> night = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
    >>> off_duty_until((22 * 60, 7 * 60), "Europe/Berlin", night).isoformat()
    '2026-03-29T05:00:00+00:00'
    """
    if hours is None:
        return None
    hours = (hours[0] % MINUTES_A_DAY, hours[1] % MINUTES_A_DAY)
    here = now.astimezone(_zone(zone))
    if not _inside(hours, here):
        return None
    at = time(*divmod(hours[1], 60))
    days = (here.date() + timedelta(days=day) for day in range(3))
    moments = [
        datetime.combine(day, at, here.tzinfo).replace(fold=fold).astimezone(UTC) for day in days for fold in (0, 1)
    ]
    return min(moment for moment in moments if moment > now and not _inside(hours, moment.astimezone(here.tzinfo)))


def _inside(hours: tuple[int, int], at: datetime) -> bool:
    begins, ends = hours
    if begins == ends:
        return False
    minute = at.hour * 60 + at.minute
    return begins <= minute < ends if begins < ends else minute >= begins or minute < ends


def _zone(name: str | None) -> ZoneInfo:
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")
