"""Values as JSON, and actions as short words: what is kept, and what platforms carry for us.

JSON keeps the names of fields, so that what was stored is still read after a field with a default was added, or one
was taken away. A union stands as ``[class, value]``, an action or job as ``[tag, value]``, a ref as its string form.
"""

import base64
import binascii
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum, Flag
from math import isfinite
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin

import orjson
from cattrs import Converter
from cattrs.errors import BaseValidationError, StructureHandlerNotFoundError
from cattrs.gen import make_dict_structure_fn

from bot.core.action_words import ActionWords
from bot.domain import events
from bot.domain.action import Action, Job
from bot.domain.errors import Unreadable
from bot.domain.refs import ChatRef, InlineMessageRef, MessageRef, Platform, SpaceRef, UserRef

T = TypeVar("T")
Structure = Callable[[Any, Any], Any]
"""From plain JSON to a value; the second argument is its type, as cattrs passes it."""

Unstructure = Callable[[Any], Any]

_REFS = (UserRef, SpaceRef, ChatRef, MessageRef, InlineMessageRef)
_MICROSECOND = timedelta(microseconds=1)
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNREADABLE = (ValueError, TypeError, KeyError, OverflowError, BaseValidationError, StructureHandlerNotFoundError)


class Codec:
    """Encodes and decodes every value that is kept. Built once, from the catalog.

    Numbers are 64 bits at most and floats finite. Halves of surrogate pairs, which no platform shows, become U+FFFD.

    Args:
        actions: (cog's name, class) of every action; its tag is ``cog.Class``.
        jobs: the same of every job.

    Raises:
        ValueError: two classes share a tag or its number.
        TypeError: a field's type cannot be kept.
    """

    def __init__(self, actions: Iterable[tuple[str, type[Action]]], jobs: Iterable[tuple[str, type[Job]]]) -> None:
        self._words = ActionWords(actions)
        self._converter = _converter()
        happened = {
            name: kind
            for name, kind in vars(events).items()
            if isinstance(kind, type) and issubclass(kind, events.Event) and kind is not events.Event
        }
        for base, kinds in ((Action, self._words.tags), (Job, _tags(jobs)), (events.Event, happened)):
            _open(self._converter, base, kinds)

    def encode(self, kind: type[T], value: T) -> str:
        """A value as JSON.

        Args:
            kind: as what it will be decoded: the base (``Event``, ``Action``, ``Job``) where there are several classes.
            value: the value.

        Raises:
            ValueError: it holds a naive moment, a float without a value, too large a number, or an unknown class.
        """
        plain = self._converter.unstructure(value, unstructure_as=kind)
        try:
            return orjson.dumps(plain).decode()
        except TypeError as error:
            if "surrogates" not in str(error):
                raise ValueError(str(error)) from error
            return orjson.dumps(_mended(plain)).decode()

    def decode(self, kind: type[T], text: str | bytes) -> T:
        """A value from its JSON.

        Raises:
            Unreadable: it is no JSON, of another kind, or of a class that is no longer there.
        """
        try:
            return self._converter.structure(orjson.loads(text), kind)
        except _UNREADABLE as error:
            raise Unreadable(f"no {getattr(kind, '__name__', kind)}: {error!r}") from error

    def pack(self, action: Action, home: Platform | None = None, only: UserRef | None = None) -> str:
        """An action as a short word of ``[A-Za-z0-9_-]``, whose first four characters tell its class.

        Fields stand by their position: a field added later needs a default and comes last.

        Args:
            action: of the catalog.
            home: refs of this platform are shortest; the same must be given to read the word.
            only: for this person alone; then the word is read by :meth:`unpack_for_one`.

        Raises:
            ValueError: the action is not in the catalog, or holds what cannot be kept.
        """
        return self._words.pack(action, home, only)

    def unpack(self, word: str, home: Platform | None = None) -> Action:
        """The action of a word; raises :class:`Unreadable`."""
        return self._words.unpack(word, home)

    def unpack_for_one(self, word: str, home: Platform | None = None) -> tuple[Action, UserRef]:
        """The action of a word for one person alone, and who that is; raises :class:`Unreadable`."""
        return self._words.unpack_for_one(word, home)

    def number(self, action: Action) -> str:
        """The four characters with which an action's word begins; raises ``ValueError`` when it is not known."""
        return self._words.number(type(action))

    def kind_of(self, word: str) -> type[Action] | None:
        """The class of a word's action, from its first four characters alone; None when unknown."""
        return self._words.kind_of(word)


def _tags(kinds: Iterable[tuple[str, type[T]]]) -> Mapping[str, type[T]]:
    tags: dict[str, type[T]] = {}
    for cog, kind in kinds:
        tag = f"{cog}.{kind.__name__}"
        if tags.setdefault(tag, kind) is not kind:
            raise ValueError(f"two classes are called {tag}")
    return tags


def _converter() -> Converter:
    """A converter that takes nothing for what it is not: "7" is no number and "ab" no tuple of two words."""
    converter = Converter(detailed_validation=False)

    def exactly(kind: type, structure: Structure, unstructure: Unstructure) -> None:
        def asked_for(asked: object) -> bool:
            return asked is kind

        converter.register_structure_hook_func(asked_for, structure)
        converter.register_unstructure_hook_func(asked_for, unstructure)

    def to_union(kind: Any) -> Structure:
        return _to_union(converter, kind)

    def from_union(kind: Any) -> Unstructure:
        return _from_union(converter, kind)

    def to_dataclass(kind: Any) -> Structure:
        return _dataclass(converter, kind)

    def to_tuple(kind: Any) -> Structure:
        return _tuple(converter, kind)

    # What is registered later is asked first.
    converter.register_structure_hook_factory(_is_dataclass, to_dataclass)
    converter.register_structure_hook_factory(_is_tuple, to_tuple)
    converter.register_structure_hook_factory(_is_enum, _to_enum)
    converter.register_unstructure_hook_factory(_is_enum, _from_enum)
    converter.register_structure_hook_factory(_is_union, to_union)
    converter.register_unstructure_hook_factory(_is_union, from_union)
    # cattrs asks its hooks of these classes before any predicate.
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, _exactly(plain))
    converter.register_structure_hook(float, _to_float)
    converter.register_unstructure_hook(float, _from_float)
    converter.register_structure_hook(bytes, _to_bytes)
    converter.register_unstructure_hook(bytes, _from_bytes)
    exactly(datetime, _to_moment, _from_moment)
    exactly(date, lambda value, _: date.fromisoformat(value), date.isoformat)
    exactly(timedelta, _to_span, lambda value: value // _MICROSECOND)
    for ref in _REFS:
        exactly(ref, _to_ref(ref), str)
    return converter


def _open(converter: Converter, base: type, kinds: Mapping[str, type[object]]) -> None:
    """A base that stands for any of its classes: written ``[tag, value]``."""
    tags = {kind: tag for tag, kind in kinds.items()}

    def unstructure(value: object) -> list[object]:
        kind = type(value)
        if kind not in tags:
            raise ValueError(f"{kind.__name__} is not in the catalog")
        return [tags[kind], converter.unstructure(value, unstructure_as=kind)]

    def structure(value: Any, _: Any) -> Any:
        tag, plain = _pair(value)
        return converter.structure(plain, kinds[tag])

    def asked_for(asked: object) -> bool:
        return asked is base

    converter.register_unstructure_hook_func(asked_for, unstructure)
    converter.register_structure_hook_func(asked_for, structure)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return cast("list[object]", value)


def _pair(value: object) -> tuple[str, object]:
    name, plain = _list(value)
    if not isinstance(name, str):
        raise TypeError("not a name")
    return name, plain


def _exactly(kind: type[T]) -> Structure:
    def structure(value: object, asked: Any) -> object:
        if type(value) is not kind:
            raise TypeError(f"{type(value).__name__} is no {kind.__name__}")
        return value if asked is kind else asked(value)  # asked for an enum made of them

    return structure


_whole = _exactly(int)


def _to_span(value: object, _: object) -> timedelta:
    return timedelta(microseconds=_whole(value, int))


def _to_float(value: object, _: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("not a number")
    return float(value)


def _from_float(value: float) -> float:
    if not isfinite(value):
        raise ValueError("a float without a value")
    return value


def _to_bytes(value: str, _: object) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error


def _from_bytes(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _to_moment(value: str, _: object) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError("a naive moment")
    return moment


def _from_moment(value: datetime) -> str:
    if value.utcoffset() is None:
        raise ValueError("a naive moment")
    return value.isoformat()


def _to_ref(ref: Any) -> Structure:
    def structure(value: str, _: object) -> object:
        return ref.parse(value)

    return structure


def _is_enum(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _from_enum(_: object) -> Unstructure:
    return lambda member: member.value


def _to_enum(kind: type[Enum]) -> Structure:
    if issubclass(kind, Flag):
        # A flag made of several members is no member itself, but its number is still one's.
        return lambda value, _: kind(_whole(value, int))
    members = {member.value: member for member in kind}

    def structure(value: object, _: object) -> Enum:
        if isinstance(value, bool | float):  # they would pass for the numbers that they equal
            raise TypeError("not a member's value")
        return members[value]

    return structure


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _tuple(converter: Converter, kind: object) -> Structure:
    items = get_args(kind)
    if len(items) == 2 and items[1] is Ellipsis:
        return lambda value, _: tuple(converter.structure(item, items[0]) for item in _list(value))
    return lambda value, _: tuple(
        converter.structure(plain, item) for plain, item in zip(_list(value), items, strict=True)
    )


def _is_dataclass(kind: object) -> bool:
    return isinstance(kind, type) and is_dataclass(kind)


def _dataclass(converter: Converter, kind: type[object]) -> Structure:
    inner = make_dict_structure_fn(kind, converter)

    def structure(value: object, _: object) -> object:
        # cattrs asks "name in value", which is also true of words: a word would become a value all of defaults.
        if not isinstance(value, dict):
            raise TypeError("not an object")
        return inner(cast("dict[str, object]", value), kind)

    return structure


def _is_union(kind: object) -> bool:
    return get_origin(kind) in (Union, UnionType)


def _members(kind: object) -> tuple[dict[str, Any], bool]:
    members = [member for member in get_args(kind) if member is not NoneType]
    named = {getattr(member, "__supertype__", member).__name__: member for member in members}
    if len(named) != len(members):
        raise TypeError(f"members of {kind} cannot be told apart")
    return named, len(members) != len(get_args(kind))


def _to_union(converter: Converter, kind: object) -> Structure:
    named, optional = _members(kind)
    only = next(iter(named.values())) if len(named) == 1 else None

    def structure(value: Any, _: object) -> object:
        if value is None and optional:
            return None
        if only is not None:
            return converter.structure(value, only)
        name, plain = _pair(value)
        return converter.structure(plain, named[name])

    return structure


def _from_union(converter: Converter, kind: object) -> Unstructure:
    named, _ = _members(kind)
    only = next(iter(named.values())) if len(named) == 1 else None

    def unstructure(value: object) -> object:
        if value is None:
            return None
        if only is not None:
            return converter.unstructure(value, unstructure_as=only)
        name = type(value).__name__
        if name not in named:
            raise ValueError(f"{name} is none of {', '.join(named)}")
        return [name, converter.unstructure(value, unstructure_as=named[name])]

    return unstructure


def _mended(plain: object) -> object:
    """The same with U+FFFD for halves of surrogate pairs, which JSON in UTF-8 cannot hold."""
    if isinstance(plain, str):
        return _SURROGATE.sub("\ufffd", plain)
    if isinstance(plain, list | tuple):
        return [_mended(item) for item in cast("list[object]", plain)]
    if isinstance(plain, dict):
        return {key: _mended(item) for key, item in cast("dict[str, object]", plain).items()}
    return plain
