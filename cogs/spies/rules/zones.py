"""Time zones as people name them, apart from cities: offsets from UTC and the usual letters."""

import re
from dataclasses import dataclass

LONGEST_PLACE = 100
"""Characters of a place's name."""

_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+−–-])\s*(\d{1,2})(?:\s*[:：.h]?\s*(\d{2}))?", re.IGNORECASE)
_ETC = re.compile(r"Etc/(?:UTC|GMT(?:([+-])(\d{1,2}))?)")

_ODD = {
    -570: ("Pacific/Marquesas",),
    -210: ("America/St_Johns",),
    -150: ("America/St_Johns",),
    210: ("Asia/Tehran",),
    270: ("Asia/Kabul",),
    330: ("Asia/Kolkata", "Asia/Colombo"),
    345: ("Asia/Kathmandu",),
    390: ("Asia/Yangon",),
    525: ("Australia/Eucla",),
    570: ("Australia/Darwin", "Australia/Adelaide"),
    630: ("Australia/Adelaide", "Australia/Lord_Howe"),
    765: ("Pacific/Chatham",),
    825: ("Pacific/Chatham",),
}
"""Where clocks are so many minutes ahead of UTC that the time zone database has no zone for the offset itself."""

_LETTERS = {
    "utc": ("Etc/UTC",),
    "gmt": ("Etc/UTC", "Europe/London"),
    "z": ("Etc/UTC",),
    "wet": ("Europe/Lisbon",),
    "west": ("Europe/Lisbon",),
    "bst": ("Europe/London", "Asia/Dhaka"),
    "cest": ("CET",),
    "mez": ("CET",),
    "eest": ("EET",),
    "msk": ("Europe/Moscow",),
    "est": ("America/New_York",),
    "edt": ("America/New_York",),
    "et": ("America/New_York",),
    "cst": ("Asia/Shanghai", "America/Chicago", "America/Mexico_City"),
    "cdt": ("America/Chicago",),
    "mst": ("America/Denver", "America/Phoenix"),
    "mdt": ("America/Denver",),
    "pst": ("America/Los_Angeles", "Asia/Manila"),
    "pdt": ("America/Los_Angeles",),
    "pt": ("America/Los_Angeles",),
    "hkt": ("Asia/Hong_Kong",),
    "sgt": ("Asia/Singapore",),
    "jst": ("Asia/Tokyo",),
    "kst": ("Asia/Seoul",),
    "ist": ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"),
    "npt": ("Asia/Kathmandu",),
    "aest": ("Australia/Sydney", "Australia/Brisbane"),
    "aedt": ("Australia/Sydney",),
    "awst": ("Australia/Perth",),
    "nzst": ("Pacific/Auckland",),
    "nzdt": ("Pacific/Auckland",),
    "art": ("America/Argentina/Buenos_Aires",),
    "brt": ("America/Sao_Paulo",),
    "clt": ("America/Santiago",),
    "cot": ("America/Bogota",),
    "pet": ("America/Lima",),
    "北京时间": ("Asia/Shanghai",),
    "北京時間": ("Asia/Shanghai",),
    "台北时间": ("Asia/Taipei",),
    "台北時間": ("Asia/Taipei",),
}
"""What the usual letters mean, the likeliest first. They stand for a place's clock all year, as people use them."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Somewhere that somebody may mean.

    Attributes:
        name: a city, or a zone where none was named.
        country: two letters, or "".
        zone: its time zone's IANA name.
    """

    name: str
    country: str
    zone: str


def spots_of(said: str) -> tuple[Spot, ...]:
    """What an offset from UTC, or a zone's usual letters, may mean; empty when it is neither.

    >>> [spot.zone for spot in spots_of("UTC+5:45")], [spot.zone for spot in spots_of("+9")]
    (['Asia/Kathmandu'], ['Etc/GMT-9'])
    """
    bare = " ".join(said.split()).casefold()
    zones = _LETTERS.get(bare) or _of_offset(bare)
    return tuple(Spot(zone_shown(zone), "", zone) for zone in zones)


def _of_offset(bare: str) -> tuple[str, ...]:
    found = _OFFSET.fullmatch(bare)
    if found is None:
        return ()
    minutes = (int(found[2]) * 60 + int(found[3] or 0)) * (1 if found[1] == "+" else -1)
    if minutes % 60 or not -12 * 60 <= minutes <= 14 * 60:
        return _ODD.get(minutes, ())
    hours = minutes // 60
    return ("Etc/UTC",) if hours == 0 else (f"Etc/GMT{-hours:+d}",)


def zone_shown(zone: str) -> str:
    """A zone as people read it: the database counts the hours of "Etc/GMT-8" the other way round.

    >>> zone_shown("America/New_York"), zone_shown("Etc/GMT-8"), zone_shown("Etc/UTC")
    ('America/New York', 'UTC+8', 'UTC')
    """
    found = _ETC.fullmatch(zone)
    if found is None:
        return zone.replace("_", " ")
    if found[1] is None:
        return "UTC"
    return f"UTC{'+' if found[1] == '-' else '−'}{found[2]}"
