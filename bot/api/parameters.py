"""What a command's parameters are, read from the handler's signature.

``str``, ``int``, ``float``, ``bool``, an ``Enum`` (fixed choices), ``Account`` (a member), ``ChatRef`` (a channel),
``Attachment`` (a file); ``| None`` with a default of None makes it optional. The last ``str`` takes all remaining words
where a platform does not parse parameters itself.
"""

import inspect
import types
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Union, get_args, get_origin, get_type_hints

from bot.api.context import Context
from bot.domain.attachments import Attachment
from bot.domain.author import Account
from bot.domain.refs import ChatRef
from bot.ports.gateway import ParameterKind, Suggestion

CommandHandler = Callable[..., Awaitable[None]]
Completer = Callable[[Context, str], Awaitable[Sequence[Suggestion]]]


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a number, or of a text's length, as in ``Annotated[int, Limits(1, 10)]``."""

    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Completing:
    """Suggests values while a parameter is typed, as in ``Annotated[str, Completing(zones)]``."""

    suggest: Completer


@dataclass(frozen=True, slots=True)
class Parameter:
    """A command's parameter.

    Attributes:
        choices: the Enum of its fixed choices, or None.
    """

    name: str
    kind: ParameterKind
    required: bool
    choices: type[Enum] | None = None
    completer: Completer | None = None
    limits: Limits = Limits()


_KINDS: dict[object, ParameterKind] = {
    str: ParameterKind.TEXT,
    int: ParameterKind.INTEGER,
    float: ParameterKind.NUMBER,
    bool: ParameterKind.SWITCH,
    Account: ParameterKind.MEMBER,
    ChatRef: ParameterKind.CHAT,
    Attachment: ParameterKind.FILE,
}


def _without_none(hint: object) -> object:
    if get_origin(hint) in {Union, types.UnionType}:
        rest = [part for part in get_args(hint) if part is not type(None)]
        if len(rest) == 1:
            return rest[0]
    return hint


def _parted(hint: object) -> tuple[object, tuple[object, ...]]:
    if get_origin(hint) is not Annotated:
        return hint, ()
    first, *extras = get_args(hint)
    return _without_none(first), tuple(extras)


def _enum(hint: object) -> type[Enum] | None:
    return hint if isinstance(hint, type) and issubclass(hint, Enum) else None


def parameters_of(handler: CommandHandler) -> tuple[Parameter, ...]:
    """Reads a handler's parameters after the context; raises TypeError for a type that no platform can take."""
    hints = get_type_hints(handler, include_extras=True)
    found: list[Parameter] = []
    for name, declared in list(inspect.signature(handler).parameters.items())[1:]:
        hint, extras = _parted(_without_none(hints[name]))
        choices = _enum(hint)
        kind = ParameterKind.TEXT if choices else _KINDS.get(hint)
        if kind is None:
            raise TypeError(f"{handler.__name__}: no platform can ask for {name}: {hint!r}")
        found.append(
            Parameter(
                name=name,
                kind=kind,
                required=declared.default is inspect.Parameter.empty,
                choices=choices,
                completer=next((extra.suggest for extra in extras if isinstance(extra, Completing)), None),
                limits=next((extra for extra in extras if isinstance(extra, Limits)), Limits()),
            )
        )
    return tuple(found)
