"""When somebody has time, as an organiser may write it: names of slots, days with hours, hours of the week."""

import re
from collections.abc import Iterable, Mapping
from itertools import product
from typing import cast

from cogs.spies.rules.people import Slot
from cogs.spies.rules.times import HOURS, Span, spans_of

_DAY = 24 * 60
_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ALL_DAYS = tuple(range(7))
_GROUPS = {
    "weekday": _ALL_DAYS[:5],
    "weekend": _ALL_DAYS[5:],
    "daily": _ALL_DAYS,
    "everyday": _ALL_DAYS,
    "every day": _ALL_DAYS,
    "any day": _ALL_DAYS,
}
_PARTS = ("morning", "afternoon", "evening", "night")
_ALWAYS = ("always", "any", "anytime", "any time")

_HOURS = re.compile(
    r"(?P<days>.*?)[\s,:]*(?P<from>\d{1,2}(?:[:.]\d{2})?)\s*h?\s*(?:-|–|—|to|until)\s*(?P<to>\d{1,2}(?:[:.]\d{2})?)\s*h?"
)
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")

Free = tuple[frozenset[Slot], tuple[Span, ...]]
"""Slots that were named, and all times by their own clock, those of the slots included."""


def freedom(said: object) -> Free:
    """Reads when somebody has time.

    It takes nothing, one item or several. An item is the name of a slot (``weekday-evening``, ``weekend mornings``,
    ``evenings``), a day and a part of it (``Monday evening``), days with hours (``Mon 18:00-21:00``, ``Sat-Sun 9-12``,
    ``20:00-23:00`` for every day), a whole number (that hour of the week, 0 is Monday 00:00), two of them (from the
    first up to the second), or an object with ``day``, ``from`` and ``to``. An object may also name days, each with
    times.

    Raises:
        ValueError: something of it is none of these; it says what.
    """
    slots: set[Slot] = set()
    spans: list[Span] = []
    for item in _items(said):
        named, times = _item(item)
        slots |= named
        spans.extend(times)
    return frozenset(slots), tuple(spans)


def _items(said: object) -> Iterable[object]:
    if said is None:
        return ()
    if isinstance(said, str):
        return tuple(part for part in re.split(r"[;,]", said) if part.strip())
    several = _several(said)
    return (said,) if several is None else several


def _several(said: object) -> list[object] | None:
    return cast("list[object]", said) if isinstance(said, list) else None


def _two(said: object) -> tuple[object, object] | None:
    several = _several(said)
    return (several[0], several[1]) if several is not None and len(several) == 2 else None


def _item(item: object) -> tuple[set[Slot], list[Span]]:
    if isinstance(item, str):
        return _words(item)
    if isinstance(item, int) and not isinstance(item, bool) and 0 <= item < HOURS:
        return set(), [(item * 60, item * 60 + 60)]
    if (two := _two(item)) is not None:
        first, last = two
        if isinstance(first, str) and isinstance(last, str):
            return set(), _hours(_ALL_DAYS, _minute(first), _minute(last))
        if _is_hour(first, HOURS - 1) and _is_hour(last, HOURS):
            begins, ends = _minute(first, most=HOURS), _minute(last, most=HOURS)
            return set(), [(begins, ends if ends > begins else ends + HOURS * 60)]
    if isinstance(item, Mapping):
        named = cast("Mapping[object, object]", item)
        return _object({str(key).strip().lower(): value for key, value in named.items()})
    raise ValueError(_unclear(item))


def _unclear(item: object) -> str:
    return f"cannot read {item!r} as a time"


def _object(item: Mapping[str, object]) -> tuple[set[Slot], list[Span]]:
    if "slot" in item:
        return _item(item["slot"])
    begins, ends = item.get("from", item.get("start")), item.get("to", item.get("end"))
    if begins is not None and ends is not None:
        return set(), _hours(_days(item.get("day", item.get("days"))), _minute(begins), _minute(ends))
    slots: set[Slot] = set()
    spans: list[Span] = []
    for day, times in item.items():
        days = _days(day)
        for time in _items(times):
            if (two := _two(time)) is not None:
                spans.extend(_hours(days, _minute(two[0]), _minute(two[1])))
            elif isinstance(time, str):
                spans.extend(_words(f"{day} {time}")[1])
            else:
                raise ValueError(_unclear(time))
    if not item:
        raise ValueError(_unclear(dict(item)))
    return slots, spans


def _words(said: str) -> tuple[set[Slot], list[Span]]:
    words = " ".join(re.sub(r"[_\s]+", " ", said).split()).lower()
    if words in _ALWAYS:
        return set(Slot), [(0, HOURS * 60)]
    if found := _HOURS.fullmatch(words):
        return set(), _hours(_days(found["days"] or None), _minute(found["from"]), _minute(found["to"]))
    days, part = _day_and_part(words)
    parts = _PARTS if part is None else (part,)
    named = {
        Slot(f"{group}-{each}")
        for group, each in product(("weekday", "weekend"), parts)
        if set(_GROUPS[group]) <= set(days)
    }
    spans = [
        (first, last)
        for group, each in product(("weekday", "weekend"), parts)
        for first, last in spans_of(Slot(f"{group}-{each}"))
        if first // _DAY in days
    ]
    return named, spans


def _day_and_part(words: str) -> tuple[tuple[int, ...], str | None]:
    days, _, last = words.replace("-", " ").rpartition(" ")
    part = last.removesuffix("s")
    if part in _PARTS:
        return _days(words[: len(days)] or None), part
    return _days(words), None


def _days(said: object) -> tuple[int, ...]:
    """Days of the week, 0 is Monday; all of them when nothing was said."""
    if said is None:
        return _ALL_DAYS
    if isinstance(said, int) and not isinstance(said, bool) and 0 <= said < 7:
        return (said,)
    if (several := _several(said)) is not None:
        return tuple(day for each in several for day in _days(each))
    if not isinstance(said, str):
        raise ValueError(f"cannot read {said!r} as a day")
    words = said.strip().lower().removesuffix("s")
    if words in _GROUPS:
        return _GROUPS[words]
    first, dash, last = re.sub(r"\s*(?:–|—|\bto\b|-)\s*", "-", said.strip().lower()).partition("-")
    begins = _day(first, said)
    ends = _day(last, said) if dash else begins
    return tuple((begins + step) % 7 for step in range((ends - begins) % 7 + 1))


def _day(name: str, said: object) -> int:
    bare = name.strip().removesuffix(".")
    for number, day in enumerate(_NAMES):
        if len(bare) >= 2 and (day.startswith(bare) or f"{day}s" == bare):
            return number
    raise ValueError(f"cannot read {said!r} as a day")


def _is_hour(said: object, most: float) -> bool:
    return isinstance(said, int | float) and not isinstance(said, bool) and 0 <= said <= most


def _minute(said: object, *, most: int = 24) -> int:
    """A time in minutes: ``18:30``, ``18``, 18 or 18.5."""
    if _is_hour(said, most):
        return round(float(str(said)) * 60)
    if isinstance(said, str) and (found := _CLOCK.fullmatch(said.strip())):
        hours, minutes = int(found[1]), int(found[2] or 0)
        if hours * 60 + minutes <= _DAY and minutes < 60:
            return hours * 60 + minutes
    raise ValueError(f"cannot read {said!r} as a time of the day")


def _hours(days: Iterable[int], begins: int, ends: int) -> list[Span]:
    """Spans on days; over midnight where the end is not after the beginning."""
    return [(day * _DAY + begins, day * _DAY + (ends if ends > begins else ends + _DAY)) for day in days]
