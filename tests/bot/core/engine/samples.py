"""Actions and jobs as a cog declares them, and any value of any of our types by hypothesis."""

from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from enum import Enum, Flag
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from bot.core.codec import Codec
from bot.domain import events
from bot.domain.access import Access
from bot.domain.action import Action, Job
from bot.domain.locales import Locale
from bot.domain.refs import ChatRef, MessageRef, PersonId, Platform, UserRef
from bot.domain.text import Style


@dataclass(frozen=True, slots=True)
class Join(Action):
    event_id: int


@dataclass(frozen=True, slots=True)
class Nothing(Action):
    pass


@dataclass(frozen=True, slots=True)
class Pair:
    left: str
    right: int


@dataclass(frozen=True, slots=True)
class Everything(Action):
    number: int
    words: str
    flag: bool
    share: float
    level: Access
    locale: Locale
    look: Style
    person: PersonId
    user: UserRef
    chat: ChatRef
    message: MessageRef
    pair: Pair
    maybe: int | None
    several: tuple[Pair, ...]
    both: tuple[int, str]
    when: datetime
    day: date
    long: timedelta
    content: bytes


@dataclass(frozen=True, slots=True)
class Confirm(Action):
    then: Action


@dataclass(frozen=True, slots=True)
class Remind(Job):
    event_id: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Unlisted(Action):
    event_id: int


ACTIONS: tuple[tuple[str, type[Action]], ...] = (
    ("events", Join),
    ("events", Nothing),
    ("admin", Everything),
    ("admin", Confirm),
)
JOBS: tuple[tuple[str, type[Job]], ...] = (("events", Remind),)

EVENTS = tuple(
    kind
    for kind in vars(events).values()
    if isinstance(kind, type) and issubclass(kind, events.Event) and kind is not events.Event
)

_IDS = st.one_of(st.from_regex(r"[A-Za-z0-9_.\-]{1,12}", fullmatch=True), st.integers(-(10**13), 10**19).map(str))
_PLATFORMS = st.sampled_from(["discord", "telegram", "playground"]).map(Platform)


def new_codec() -> Codec:
    return Codec(ACTIONS, JOBS)


@cache
def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type."""
    kind = getattr(kind, "__supertype__", kind)
    plain = _plain(kind)
    if plain is not None:
        return plain
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return st.one_of([st.none() if member is NoneType else values(member) for member in arguments])
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            return st.lists(st.deferred(lambda: values(arguments[0])), max_size=2).map(tuple)
        return st.tuples(*map(values, arguments))
    if kind is Action:
        return st.one_of(values(Join), values(Nothing))
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        names = [field.name for field in fields(kind)]
        return st.builds(kind, **{name: _field(kind, name, hints[name]) for name in names})
    raise AssertionError(f"no strategy for {kind}")


def _field(kind: type, name: str, hint: Any) -> st.SearchStrategy[Any]:
    if kind.__module__ != "bot.domain.refs":
        return values(hint)
    if name == "platform":
        return _PLATFORMS
    return st.one_of(st.none(), _IDS) if name == "topic" else _IDS


def _plain(kind: Any) -> st.SearchStrategy[Any] | None:
    if isinstance(kind, type) and issubclass(kind, Flag):
        return st.lists(st.sampled_from(list(kind))).map(lambda some: _all(kind, some))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    zones = st.sampled_from([UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-9, minutes=-30))])
    table: dict[Any, st.SearchStrategy[Any]] = {
        int: st.integers(-(2**63), 2**63 - 1),
        str: st.text(max_size=12),
        bool: st.booleans(),
        float: st.floats(allow_nan=False, allow_infinity=False),
        bytes: st.binary(max_size=12),
        datetime: st.builds(
            _moment,
            st.timedeltas(timedelta(days=-20_000), timedelta(days=20_000)),
            zones,
        ),
        date: st.dates(),
        timedelta: st.timedeltas(timedelta(days=-9999), timedelta(days=9999)),
    }
    return table.get(kind)


def _moment(since: timedelta, zone: tzinfo) -> datetime:
    return datetime(2026, 1, 1, tzinfo=UTC).astimezone(zone) + since


def _all(kind: type[Flag], some: list[Flag]) -> Flag:
    made = kind(0)
    for flag in some:
        made |= flag
    return made
