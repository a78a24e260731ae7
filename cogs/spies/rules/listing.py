"""An organiser's list of people, read liberally: what is unclear is refused, with the person's name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import isfinite
from typing import TypeVar, cast

from bot.domain.languages import language_of
from cogs.spies.rules.freedom import freedom
from cogs.spies.rules.people import Candidate, Gender, Level, Slot, Tongue, Want, tongue_of
from cogs.spies.rules.times import clock_of, hours_within, zone_of

_WORDS = {
    "native": Level.NATIVE,
    "native speaker": Level.NATIVE,
    "mother tongue": Level.NATIVE,
    "bilingual": Level.NATIVE,
    "proficient": Level.C2,
    "mastery": Level.C2,
    "fluent": Level.C1,
    "advanced": Level.C1,
    "upper intermediate": Level.B2,
    "intermediate": Level.B1,
    "lower intermediate": Level.B1,
    "conversational": Level.B1,
    "pre intermediate": Level.A2,
    "elementary": Level.A2,
    "basic": Level.A2,
    "beginner": Level.A1,
    "none": Level.A1,
    "starter": Level.A1,
}

_NO_LANGUAGES = frozenset({"und", "mul", "mis", "zxx", "root"})

PersonName = str | int
"""An id as the list has it."""

E = TypeVar("E", Want, Gender)


class Unreadable(ValueError):
    """The list cannot be taken as it is; the words say why, in one line."""


@dataclass(frozen=True, slots=True)
class Listing:
    """People to be matched.

    Attributes:
        candidates: in the order of the list.
        names: their ids as the list has them, by the candidates' ids.
    """

    candidates: tuple[Candidate, ...]
    names: Mapping[str, PersonName]


def listing(data: object, at: datetime) -> Listing:
    """Reads a list of people. All keys but ``id`` may be missing or null, and unknown ones mean nothing.

    Args:
        data: as it was in JSON.
        at: when, with a zone: what people's clocks show depends on it.

    Raises:
        Unreadable: it is no list of people, or something about one of them is wrong.
    """
    if not isinstance(data, list):
        raise Unreadable("not a list of people")
    names: dict[str, PersonName] = {}
    candidates: list[Candidate] = []
    clocks: dict[str, tuple[int, ...]] = {}

    def clock(zone: str) -> tuple[int, ...]:
        if zone not in clocks:
            clocks[zone] = clock_of(zone_of(zone), at)
        return clocks[zone]

    for number, person in enumerate(cast("list[object]", data), start=1):
        if not isinstance(person, Mapping):
            raise Unreadable(f"person {number} of the list: not an object")
        said = cast("Mapping[str, object]", person)
        name = said.get("id")
        if not _is_name(name):
            raise Unreadable(f"person {number} of the list: no id (words or a whole number)")
        if str(name) in names:
            raise Unreadable(f"person {name!r}: the id comes twice")
        names[str(name)] = name if isinstance(name, int) else str(name)
        try:
            candidates.append(_candidate(str(name), said, clock))
        except ValueError as wrong:
            raise Unreadable(f"person {name!r}: {wrong}") from wrong
    return Listing(tuple(candidates), names)


def _candidate(name: str, said: Mapping[str, object], clock: Callable[[str], Sequence[int]]) -> Candidate:
    zone = _word(said, "timezone")
    slots, spans = freedom(said.get("free"))
    shown = clock(zone or "UTC")
    return Candidate(
        name,
        speaks=_tongues(said, "speaks", Level.NATIVE),
        learns=_tongues(said, "learns", Level.A1),
        hours=hours_within(spans, shown) if spans else frozenset(),
        zone=zone,
        free=frozenset(slot for slot in Slot if slot in slots),
        interests=frozenset(word.casefold() for word in _words(said, "interests")),
        wants=frozenset(_one_of(Want, word, "wants") for word in _words(said, "wants")),
        blocked=frozenset(_names(said, "blocked")),
        met=_met(said.get("met")),
        waiting=_number(said.get("waiting_weeks"), "waiting_weeks"),
        adult=_flag(said, "adult", usual=True),
        gender=_one_of(Gender, gender, "gender") if (gender := _word(said, "gender")) else None,
        same_gender=_flag(said, "same_gender", usual=False),
        gave_cat=_flag(said, "gave_cat", usual=False),
        answered=1.0 if said.get("answered") is None else _number(said.get("answered"), "answered"),
    )


def tongue_named(code: object) -> Tongue:
    """The spoken language that a code means (``zh``, ``zh-Hant-TW``, ``en_US``).

    Raises:
        ValueError: there is no language with it.
    """
    parts = code.strip().replace("_", "-").lower().split("-") if isinstance(code, str) else []
    if parts and all(part.isascii() and part.isalnum() and len(part) <= 8 for part in parts):
        if language := language_of("-".join(parts)):
            return tongue_of(language)
        if parts[0] in language_names() and parts[0] not in _NO_LANGUAGES:
            return Tongue(parts[0])
    raise ValueError(f"no language has the code {code!r}")


def language_names() -> Mapping[str, str]:
    """What languages are called in English, by the first parts of their tags."""
    from babel import Locale  # noqa: PLC0415  # the bot does without it until it writes a date

    return cast("Mapping[str, str]", Locale("en").languages)


def level_named(said: object) -> Level:
    """A level: ``B1``, ``native``, a word, or 1 (for A1) to 6 (for C2) and 7 for native.

    Raises:
        ValueError: it is none.
    """
    if isinstance(said, str):
        bare = " ".join(said.replace("-", " ").replace("_", " ").split()).removesuffix("+")
        if bare.upper() in Level.__members__:
            return Level[bare.upper()]
        if bare.casefold() in _WORDS:
            return _WORDS[bare.casefold()]
        if bare in ("1", "2", "3", "4", "5", "6", "7"):
            return Level(int(bare))
    elif isinstance(said, int | float) and not isinstance(said, bool) and said in set(Level):
        return Level(int(said))
    raise ValueError(f"{said!r} is no level (A1 to C2, or native)")


def _tongues(said: Mapping[str, object], key: str, usual: Level) -> Mapping[Tongue, Level]:
    """Languages with levels: an object, or a list of codes or of objects with ``language`` and ``level``."""
    found: dict[Tongue, Level] = {}
    for code, level in _coded(said.get(key), key):
        tongue = tongue_named(code)
        try:
            known = usual if level is None else level_named(level)
        except ValueError as wrong:
            raise ValueError(f"{key}, {code!r}: {wrong}") from wrong
        found[tongue] = max(known, found.get(tongue, known))
    return found


def _coded(value: object, key: str) -> list[tuple[object, object]]:
    if value is None:
        return []
    if isinstance(value, str):
        return [(value, None)]
    if isinstance(value, Mapping):
        return list(cast("Mapping[object, object]", value).items())
    if not isinstance(value, list):
        raise ValueError(f"{key} is to be an object of languages with levels")
    found: list[tuple[object, object]] = []
    for one in cast("list[object]", value):
        if isinstance(one, Mapping):
            each = cast("Mapping[str, object]", one)
            found.append((each.get("language", each.get("code")), each.get("level")))
        else:
            found.append((one, None))
    return found


def _is_name(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _listed(said: Mapping[str, object], key: str) -> list[object]:
    value = said.get(key)
    if value is None:
        return []
    return cast("list[object]", value) if isinstance(value, list) else [value]


def _names(said: Mapping[str, object], key: str) -> list[str]:
    found = _listed(said, key)
    if not all(_is_name(one) for one in found):
        raise ValueError(f"{key} is to be a list of ids")
    return [str(one) for one in found]


def _words(said: Mapping[str, object], key: str) -> list[str]:
    found = _listed(said, key)
    if not all(isinstance(one, str) for one in found):
        raise ValueError(f"{key} is to be a list of words")
    return [" ".join(str(one).split()) for one in found if str(one).strip()]


def _word(said: Mapping[str, object], key: str) -> str | None:
    value = said.get(key)
    if value is None or isinstance(value, str):
        return value.strip() or None if value else None
    raise ValueError(f"{key} is to be a word, not {value!r}")


def _flag(said: Mapping[str, object], key: str, *, usual: bool) -> bool:
    value = said.get(key)
    if value is None or isinstance(value, bool):
        return usual if value is None else value
    raise ValueError(f"{key} is to be true or false, not {value!r}")


def _number(value: object, key: str) -> float:
    if value is None:
        return 0.0
    if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value) and value >= 0:
        return float(value)
    raise ValueError(f"{key} is to be a number from 0, not {value!r}")


def _one_of(kind: type[E], word: str, key: str) -> E:
    try:
        return kind(word.casefold())
    except ValueError as wrong:
        raise ValueError(f"{key} knows no {word!r}") from wrong


def _met(value: object) -> Mapping[str, float]:
    """Weeks since, by id: the least of each."""
    found: dict[str, float] = {}
    for name, weeks in _met_items(value):
        if not _is_name(name):
            raise ValueError("met is to be a list of objects with id and weeks_ago")
        ago = _number(weeks, "weeks_ago")
        found[str(name)] = min(ago, found.get(str(name), ago))
    return found


def _met_items(value: object) -> list[tuple[object, object]]:
    if value is None:
        return []
    if isinstance(value, Mapping):
        one = cast("Mapping[str, object]", value)
        if "weeks_ago" in one:
            return [(one.get("id"), one["weeks_ago"])]
        return [(name, _weeks(weeks)) for name, weeks in one.items()]
    if not isinstance(value, list):
        raise ValueError("met is to be a list of objects with id and weeks_ago")
    found: list[tuple[object, object]] = []
    for each in cast("list[object]", value):
        if isinstance(each, Mapping):
            one = cast("Mapping[str, object]", each)
            found.append((one.get("id", one.get("with")), one.get("weeks_ago")))
        else:
            met = [*cast("list[object]", each), None, None] if isinstance(each, list) else [each, None]
            found.append((met[0], met[1]))
    return found


def _weeks(value: object) -> object:
    return cast("Mapping[str, object]", value).get("weeks_ago") if isinstance(value, Mapping) else value
