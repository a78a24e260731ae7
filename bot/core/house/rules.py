"""Pure decisions of the house's commands."""

import re
from datetime import timedelta
from functools import cache
from zoneinfo import available_timezones

_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+−-])\s*(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)
_ETC = re.compile(r"Etc/(?:UTC|GMT(?:([+-])(\d{1,2}))?)")

_CITIES = {
    "beijing": "Asia/Shanghai",
    "北京": "Asia/Shanghai",
    "上海": "Asia/Shanghai",
    "深圳": "Asia/Shanghai",
    "广州": "Asia/Shanghai",
    "廣州": "Asia/Shanghai",
    "成都": "Asia/Shanghai",
    "杭州": "Asia/Shanghai",
    "台北": "Asia/Taipei",
    "臺北": "Asia/Taipei",
    "高雄": "Asia/Taipei",
    "香港": "Asia/Hong_Kong",
    "澳门": "Asia/Macau",
    "澳門": "Asia/Macau",
    "新加坡": "Asia/Singapore",
    "东京": "Asia/Tokyo",
    "東京": "Asia/Tokyo",
    "伦敦": "Europe/London",
    "倫敦": "Europe/London",
    "纽约": "America/New_York",
    "紐約": "America/New_York",
    "洛杉矶": "America/Los_Angeles",
    "洛杉磯": "America/Los_Angeles",
    "san francisco": "America/Los_Angeles",
    "seattle": "America/Los_Angeles",
    "miami": "America/New_York",
    "boston": "America/New_York",
    "washington": "America/New_York",
    "houston": "America/Chicago",
    "ciudad de méxico": "America/Mexico_City",
    "cdmx": "America/Mexico_City",
    "barcelona": "Europe/Madrid",
    "bogotá": "America/Bogota",
    "buenos aires": "America/Argentina/Buenos_Aires",
    "nueva york": "America/New_York",
    "londres": "Europe/London",
    "parís": "Europe/Paris",
    "delhi": "Asia/Kolkata",
    "mumbai": "Asia/Kolkata",
}
"""Cities that people name and that are no zone of the time zone database by that name."""


@cache
def _zones() -> tuple[str, ...]:
    """All zones of the database, read from its folder once."""
    return tuple(sorted(available_timezones()))


def zone_named(said: str) -> str | None:
    """The IANA zone that somebody means by a city, a zone's name or an offset from UTC; None when it is unclear.

    >>> zone_named("Madrid"), zone_named("北京"), zone_named("+8"), zone_named("UTC-3"), zone_named("nowhere")
    ('Europe/Madrid', 'Asia/Shanghai', 'Etc/GMT-8', 'Etc/GMT+3', None)
    """
    bare = " ".join(said.split()).casefold()
    if not bare:
        return None
    if bare in _CITIES:
        return _CITIES[bare]
    by_offset = _zone_of_offset(bare)
    if by_offset is not None:
        return by_offset
    zones = _zones()
    slug = bare.replace(" ", "_")
    exact = next((zone for zone in zones if zone.casefold() == slug), None)
    return exact or next((zone for zone in zones if zone.casefold().rpartition("/")[2] == slug and "/" in zone), None)


def _zone_of_offset(bare: str) -> str | None:
    """Whole hours only: the database has no zones for others, and a city is the better answer there."""
    found = _OFFSET.fullmatch(bare)
    if found is None or (found[3] or "00") != "00":
        return None
    ahead = timedelta(hours=int(found[2])) * (1 if found[1] == "+" else -1)
    hours = int(ahead.total_seconds() // 3600)
    if not -12 <= hours <= 14:
        return None
    return "Etc/UTC" if hours == 0 else f"Etc/GMT{-hours:+d}"


def zone_shown(zone: str) -> str:
    """A zone as people read it: the database counts the hours of "Etc/GMT-8" the other way round.

    >>> zone_shown("America/New_York"), zone_shown("Etc/GMT-8"), zone_shown("Etc/GMT+3"), zone_shown("Etc/UTC")
    ('America/New York', 'UTC+8', 'UTC−3', 'UTC')
    """
    found = _ETC.fullmatch(zone)
    if found is None:
        return zone.replace("_", " ")
    if found[1] is None:
        return "UTC"
    return f"UTC{'+' if found[1] == '-' else '−'}{found[2]}"


def zones_like(typed: str) -> list[str]:
    """Up to 25 zones whose name holds what was typed so far."""
    slug = typed.strip().casefold().replace(" ", "_")
    return [zone for zone in _zones() if slug in zone.casefold() and "/" in zone][:25]


def quoted(text: str, most: int = 700) -> str:
    """What a report shows of a message: enough to judge, never a wall."""
    return text if len(text) <= most else text[: most - 1] + "…"
