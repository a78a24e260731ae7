"""Actions as short words, for platforms that carry few bytes: no field names, only positions.

A word is unpadded base64url of the tag's number (3 bytes, hence its first 4 characters) and the fields one after the
other. Numbers are variable-length integers, texts have their length before them, enums their value (never their
position, which changes when a member is added), refs a decimal id as a number.
"""

import base64
import binascii
import re
import struct
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from hashlib import blake2s
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from bot.domain.action import Action
from bot.domain.errors import Unreadable
from bot.domain.refs import ChatRef, InlineMessageRef, MessageRef, Platform, SpaceRef, UserRef

TAG_BYTES = 3
TAG_CHARACTERS = 4
"""What the tag's number takes in a word: three bytes are exactly four characters of base64."""

_LONGEST_NUMBER = 20
"""Bytes of a variable-length integer: more is no number of ours, and would only cost time."""

_MOST_ITEMS = 4_096
"""Items of one tuple."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DECIMAL = re.compile(r"-?[1-9][0-9]{0,30}|0")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class _Writer:
    home: Platform | None
    out: bytearray

    def natural(self, value: int) -> None:
        while value > 0x7F:
            self.out.append(value & 0x7F | 0x80)
            value >>= 7
        self.out.append(value)

    def whole(self, value: int) -> None:
        if value.bit_length() > 7 * _LONGEST_NUMBER - 1:
            raise ValueError("too large a number")
        self.natural(_zigzag(value))

    def content(self, value: bytes) -> None:
        self.natural(len(value))
        self.out += value

    def text(self, value: str) -> None:
        self.content(_SURROGATE.sub("\ufffd", value).encode())


@dataclass(slots=True)
class _Reader:
    home: Platform | None
    source: bytes
    at: int = 0

    @property
    def ended(self) -> bool:
        return self.at >= len(self.source)

    def take(self, count: int) -> bytes:
        end = self.at + count
        if end > len(self.source):
            raise ValueError("too short")
        taken = self.source[self.at : end]
        self.at = end
        return taken

    def natural(self) -> int:
        value = 0
        for index in range(_LONGEST_NUMBER):
            byte = self.take(1)[0]
            value |= (byte & 0x7F) << (7 * index)
            if byte < 0x80:
                return value
        raise ValueError("too long a number")

    def whole(self) -> int:
        return _unzigzag(self.natural())

    def content(self) -> bytes:
        return self.take(self.natural())

    def text(self) -> str:
        return self.content().decode()


def _zigzag(value: int) -> int:
    return value * 2 if value >= 0 else -value * 2 - 1


def _unzigzag(value: int) -> int:
    return value >> 1 if value % 2 == 0 else -(value + 1 >> 1)


@dataclass(frozen=True, slots=True)
class _Form:
    """How values of one type are written and read."""

    write: Callable[[_Writer, Any], None]
    read: Callable[[_Reader], Any]


class ActionWords:
    """The words of a catalog's actions."""

    def __init__(self, actions: Iterable[tuple[str, type[Action]]]) -> None:
        self._forms: dict[object, _Form] = {
            int: _Form(_Writer.whole, _Reader.whole),
            str: _Form(_Writer.text, _Reader.text),
            bytes: _Form(_Writer.content, _Reader.content),
            bool: _Form(_write_bool, lambda reader: bool(_of(reader.take(1)[0], (0, 1)))),
            float: _Form(_write_float, lambda reader: _finite(struct.unpack("<d", reader.take(8))[0])),
            datetime: _Form(_write_moment, lambda reader: _EPOCH + reader.whole() * _MICROSECOND),
            date: _Form(lambda w, value: w.whole(value.toordinal()), lambda r: date.fromordinal(r.whole())),
            timedelta: _Form(
                lambda writer, value: writer.whole(value // _MICROSECOND), lambda reader: reader.whole() * _MICROSECOND
            ),
            Action: _Form(self._write_action, self._read_action),
            **{ref: _ref(ref) for ref in (UserRef, SpaceRef, ChatRef, MessageRef, InlineMessageRef)},
        }
        self._kinds: dict[bytes, type[Action]] = {}
        self._kind_by_number: dict[str, type[Action]] = {}
        self._numbers: dict[type[Action], bytes] = {}
        self.tags: dict[str, type[Action]] = {}
        for cog, kind in actions:
            self._register(f"{cog}.{kind.__name__}", kind)
        for kind in self._numbers:
            self._form(kind)

    def _register(self, tag: str, kind: type[Action]) -> None:
        if self.tags.get(tag) is kind:
            return
        number = blake2s(tag.encode(), digest_size=TAG_BYTES).digest()
        if tag in self.tags or number in self._kinds:
            raise ValueError(f"{tag}: another action has this tag or its number; rename the class")
        if kind in self._numbers:
            raise ValueError(f"{tag}: the class is another cog's")
        self.tags[tag] = kind
        self._kinds[number] = kind
        self._numbers[kind] = number
        self._kind_by_number[_word(number)] = kind

    def number(self, kind: type[Action]) -> str:
        """The four characters with which a class's words begin; raises ``ValueError`` when it is not known."""
        number = self._numbers.get(kind)
        if number is None:
            raise ValueError(f"{kind.__name__} is not in the catalog")
        return _word(number)

    def kind_of(self, word: str) -> type[Action] | None:
        """The class of a word's action."""
        return self._kind_by_number.get(word[:TAG_CHARACTERS])

    def pack(self, action: Action, home: Platform | None, only: UserRef | None = None) -> str:
        """The word of an action; with ``only``, of an action for one person alone."""
        writer = _Writer(home, bytearray())
        self._write_number(writer, action)
        if only is not None:
            # Before the fields: those at the end may be missing in a word, so nothing may follow them.
            self._form(UserRef).write(writer, only)
        self._form(type(action)).write(writer, action)
        return _word(bytes(writer.out))

    def unpack(self, word: str, home: Platform | None) -> Action:
        """The action of a word; raises :class:`Unreadable`."""
        return self._unpack(word, home, one=False)[0]

    def unpack_for_one(self, word: str, home: Platform | None) -> tuple[Action, UserRef]:
        """The action of a word for one person alone, and who that is; raises :class:`Unreadable`."""
        action, only = self._unpack(word, home, one=True)
        if only is None:
            raise Unreadable("for nobody")
        return action, only

    def _unpack(self, word: str, home: Platform | None, *, one: bool) -> tuple[Action, UserRef | None]:
        try:
            source = base64.b64decode(word + "=" * (-len(word) % 4), altchars=b"-_", validate=True)
            reader = _Reader(home, source)
            kind = self._kinds[reader.take(TAG_BYTES)]
            only: UserRef | None = self._form(UserRef).read(reader) if one else None
            action: Action = self._form(kind).read(reader)
        except (ValueError, OverflowError, KeyError, binascii.Error) as error:
            raise Unreadable(f"no action: {error!r}") from error
        if not reader.ended:
            raise Unreadable("more than an action")
        return action, only

    def _write_number(self, writer: _Writer, action: Action) -> None:
        kind = type(action)
        if kind not in self._numbers:
            raise ValueError(f"{kind.__name__} is not in the catalog")
        writer.out += self._numbers[kind]

    def _write_action(self, writer: _Writer, action: Action) -> None:
        self._write_number(writer, action)
        self._form(type(action)).write(writer, action)

    def _read_action(self, reader: _Reader) -> object:
        return self._form(self._kinds[reader.take(TAG_BYTES)]).read(reader)

    def _form(self, kind: Any) -> _Form:
        kind = getattr(kind, "__supertype__", kind)
        known = self._forms.get(kind)
        if known is not None:
            return known
        form = self._made(kind)
        self._forms[kind] = form
        return form

    def _made(self, kind: Any) -> _Form:
        origin, arguments = get_origin(kind), get_args(kind)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return _enum(kind)
        if isinstance(kind, type) and is_dataclass(kind):
            return self._fields(kind)
        if origin in (Union, UnionType):
            members = [member for member in arguments if member is not NoneType]
            if len(members) == 1:
                return _optional(self._form(members[0]))
        if origin is tuple and arguments:
            if arguments[-1] is Ellipsis:
                return _many(self._form(arguments[0]))
            return _each([self._form(argument) for argument in arguments])
        raise TypeError(f"an action cannot hold {kind}")

    def _fields(self, kind: type) -> _Form:
        names = [field.name for field in fields(kind)]
        # A field that was added later, with a default, is missing in older words.
        optional = [field.default is not MISSING or field.default_factory is not MISSING for field in fields(kind)]
        top = issubclass(kind, Action)
        forms: list[_Form] = []
        # Known before its parts are, for a dataclass that holds itself.
        form = self._forms[kind] = _Form(
            lambda writer, value: _write_fields(writer, value, names, forms),
            lambda reader: kind(
                *(
                    part.read(reader)
                    for part, may_miss in zip(forms, optional, strict=True)
                    if not (top and may_miss and reader.ended)
                )
            ),
        )
        hints = get_type_hints(kind)
        forms.extend(self._form(hints[name]) for name in names)
        return form


def _word(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def _of(value: int, allowed: tuple[int, ...]) -> int:
    if value not in allowed:
        raise ValueError("not one of the allowed")
    return value


def _write_bool(writer: _Writer, value: bool) -> None:
    writer.out.append(bool(value))


def _write_float(writer: _Writer, value: float) -> None:
    writer.out += struct.pack("<d", _finite(value))


def _finite(value: float) -> float:
    if not isfinite(value):
        raise ValueError("a float without a value")
    return value


def _write_moment(writer: _Writer, value: datetime) -> None:
    if value.utcoffset() is None:
        raise ValueError("a naive moment")
    writer.whole((value - _EPOCH) // _MICROSECOND)


def _write_fields(writer: _Writer, value: object, names: list[str], forms: list[_Form]) -> None:
    for name, form in zip(names, forms, strict=True):
        form.write(writer, getattr(value, name))


def _enum(kind: type[Enum]) -> _Form:
    values = {member.value for member in kind}
    if values and all(type(value) is int for value in values):
        return _Form(lambda writer, member: writer.whole(member.value), lambda reader: kind(reader.whole()))
    if all(type(value) is str for value in values):
        return _Form(lambda writer, member: writer.text(member.value), lambda reader: kind(reader.text()))
    return _Form(lambda writer, member: writer.text(member.name), lambda reader: kind[reader.text()])


def _optional(inner: _Form) -> _Form:
    def write(writer: _Writer, value: object) -> None:
        writer.out.append(value is not None)
        if value is not None:
            inner.write(writer, value)

    return _Form(write, lambda reader: inner.read(reader) if _of(reader.take(1)[0], (0, 1)) else None)


def _many(inner: _Form) -> _Form:
    def write(writer: _Writer, values: tuple[object, ...]) -> None:
        if len(values) > _MOST_ITEMS:
            raise ValueError("too many")
        writer.natural(len(values))
        for value in values:
            inner.write(writer, value)

    def read(reader: _Reader) -> tuple[object, ...]:
        count = reader.natural()
        if count > _MOST_ITEMS:  # of a dataclass without fields, a few bytes could claim any number
            raise ValueError("too many")
        return tuple(inner.read(reader) for _ in range(count))

    return _Form(write, read)


def _each(inner: list[_Form]) -> _Form:
    def write(writer: _Writer, values: tuple[object, ...]) -> None:
        for form, value in zip(inner, values, strict=True):
            form.write(writer, value)

    return _Form(write, lambda reader: tuple(form.read(reader) for form in inner))


def _ref(kind: Any) -> _Form:
    rest: Mapping[str, bool] = {field.name: field.default is None for field in fields(kind) if field.name != "platform"}

    def write(writer: _Writer, ref: Any) -> None:
        platform: Platform = ref.platform
        if platform == writer.home:
            writer.natural(0)
        else:
            spelt = platform.encode()
            writer.natural(len(spelt) + 1)
            writer.out += spelt
        for name, optional in rest.items():
            value: str | None = getattr(ref, name)
            if optional:
                writer.out.append(value is not None)
            if value is not None:
                _write_id(writer, value)

    def read(reader: _Reader) -> object:
        length = reader.natural()
        platform = reader.home if length == 0 else Platform(reader.take(length - 1).decode())
        if platform is None:
            raise ValueError("a ref of the home platform, away from home")
        parts = [
            None if optional and not _of(reader.take(1)[0], (0, 1)) else _read_id(reader) for optional in rest.values()
        ]
        return kind(platform, *parts)

    return _Form(write, read)


def _write_id(writer: _Writer, value: str) -> None:
    """An id: odd is a decimal number, even the length of the characters that follow."""
    if _DECIMAL.fullmatch(value):
        writer.natural(_zigzag(int(value)) * 2 + 1)
    else:
        content = value.encode()
        writer.natural(len(content) * 2)
        writer.out += content


def _read_id(reader: _Reader) -> str:
    head = reader.natural()
    return str(_unzigzag(head >> 1)) if head % 2 else reader.take(head >> 1).decode()
