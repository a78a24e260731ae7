"""Which time zone somebody means by a city, in any of the usual writings.

``cities.tsv`` holds the cities of GeoNames (https://www.geonames.org/, CC BY 4.0) with 100,000 people and more, the
largest first: name, country, zone, thousands of people, and what it is called, folded, parted by ``|``.
"""

import re
import unicodedata
from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones

from cogs.spies.rules.zones import Spot, spots_of, zone_shown

MOST = 6
"""How many places are offered to choose from."""

_MUCH_LARGER = 12
"""A city so many times larger than the next of its name is the one that is meant."""

_NO_PLACES = frozenset({"Factory", "localtime", "posixrules"})
_UNMARKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "ı": "i"})


def spots_named(said: str) -> tuple[Spot, ...]:
    """What somebody may mean, the likeliest first; several only where their clocks differ.

    Args:
        said: a city, a zone's IANA name or letters, or an offset from UTC.

    Returns:
        At most :data:`MOST`; empty when nothing is known by that name.
    """
    found = spots_of(said) or _zones().get(" ".join(said.split()).replace(" ", "_").casefold(), ())
    return found or _cities_named(folded(said)) or _cities_named(folded(re.split("[,，(（]", said, maxsplit=1)[0]))


def folded(name: str) -> str:
    """A name as it is compared: without case, marks, points and hyphens.

    >>> folded("  São-Paulo "), folded("Xi’an")
    ('sao paulo', 'xi an')
    """
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(char for char in apart if not unicodedata.combining(char)).translate(_UNMARKED)
    bare = re.sub(r"[\s'’‘ʻ.,，·`-]+", " ", plain).strip()
    return bare[:-1] if len(bare) > 2 and bare.endswith("市") else bare


def _cities_named(name: str) -> tuple[Spot, ...]:
    rows = _cities().get(name, ())
    if not rows:
        return ()
    largest = rows[0][1]
    by_zone: dict[str, Spot] = {}
    for spot, people in rows:
        if people * _MUCH_LARGER >= largest:
            by_zone.setdefault(spot.zone, spot)
    return tuple(by_zone.values())[:MOST]


@cache
def _zones() -> dict[str, tuple[Spot, ...]]:
    """All zones by their names."""
    names = sorted(available_timezones() - _NO_PLACES)
    return {zone.casefold(): (Spot(zone_shown(zone), "", zone),) for zone in names}


@cache
def _cities() -> dict[str, tuple[tuple[Spot, int], ...]]:
    """Cities with their thousands of people, by what they are called; the largest first."""
    found: dict[str, list[tuple[Spot, int]]] = {}
    text = files("cogs.spies.work").joinpath("cities.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        name, country, zone, people, called = line.split("\t")
        for one in called.split("|"):
            found.setdefault(one, []).append((Spot(name, country, zone), int(people)))
    for zone in available_timezones():
        # Small places that the database names a zone after: nobody lives in larger ones there.
        area, _, place = zone.rpartition("/")
        if area and area != "Etc" and (key := folded(place.replace("_", " "))) not in found:
            found[key] = [(Spot(place.replace("_", " "), "", zone), 0)]
    return {name: tuple(rows) for name, rows in found.items()}
