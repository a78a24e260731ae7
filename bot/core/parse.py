"""Turns what a platform gave for a command into the handler's arguments: one way for parsed and for written parameters.

Where a platform parses parameters itself they come as :class:`~bot.domain.events.Given`; where it does not, the words
after the command are taken one each, quotes hold several together, and the last parameter of words takes the rest. A
number or an ``@name`` passes over an optional parameter of fixed choices that it is none of, and any other word over an
optional member, if another parameter can take it. Choices are known by their values and by what members see, in every
language.
"""

from collections.abc import Mapping, Sequence
from enum import Enum

from bot.api.parameters import Parameter
from bot.domain.attachments import Attachment
from bot.domain.author import Account
from bot.domain.errors import MalformedRef, Told
from bot.domain.events import CommandInvoked, Given
from bot.domain.refs import ChatRef
from bot.ports.gateway import ParameterKind, ParameterSpec

Argument = str | int | float | bool | Account | ChatRef | Attachment | Enum

_YES = frozenset({"true", "yes", "y", "on", "1", "sí", "si", "是", "开", "開", "对", "對"})
_NO = frozenset({"false", "no", "n", "off", "0", "否", "关", "關", "不"})
_LARGEST = 2**53
"""Integers beyond are no number of anything: databases take none of more than 64 bits, and Discord none beyond this."""

_BARE = frozenset({ParameterKind.FILE, ParameterKind.MEMBER})
"""Kinds that can come beside the words: a file sent along, the author of the message that is answered."""


def arguments(
    invoked: CommandInvoked, parameters: Sequence[Parameter], shown: Sequence[ParameterSpec] = ()
) -> dict[str, Argument]:
    """The handler's arguments by name.

    Args:
        invoked: the call.
        parameters: as the handler declares them.
        shown: the same as members see them, with the words of their choices.

    Raises:
        Told: something needed is missing, or is not what it should be; the text says which.
    """
    called = {spec.name: _words(spec) for spec in shown}
    given = {one.name: one for one in invoked.given} or _written(invoked.rest, parameters, called)
    found: dict[str, Argument] = {}
    for parameter in parameters:
        value = _value(parameter, given.get(parameter.name), invoked, called.get(parameter.name, {}))
        if value is not None:
            found[parameter.name] = value
        elif parameter.required:
            raise Told("error-parameter-missing", {"parameter": parameter.name})
    return found


def _words(spec: ParameterSpec) -> dict[str, str]:
    """The values of fixed choices, by what they are called in any language; the value itself goes first."""
    called: dict[str, str] = {}
    for choice in reversed(spec.choices):
        for label in (choice.label.default, *(label for _, label in choice.label.others)):
            called[label.casefold()] = choice.value
    return called | {choice.value.casefold(): choice.value for choice in spec.choices}


def _written(rest: str, parameters: Sequence[Parameter], called: Mapping[str, Mapping[str, str]]) -> dict[str, Given]:
    worded = [parameter for parameter in parameters if parameter.kind is not ParameterKind.FILE]
    found: dict[str, Given] = {}
    left = rest.strip()
    for index, parameter in enumerate(worded):
        if not left:
            break
        word = _first_word(left)[0]
        if _passes_over(parameter, word, called.get(parameter.name, {})):
            continue
        if _names_nobody(parameter, word) and index < len(worded) - 1:
            continue
        if index == len(worded) - 1 and parameter.kind is ParameterKind.TEXT and parameter.choices is None:
            word, left = left, ""
        else:
            word, left = _first_word(left)
        found[parameter.name] = Given(parameter.name, word)
    if left:
        raise Told("error-too-many-words", {"words": left[:40]})
    return found


def _passes_over(parameter: Parameter, word: str, called: Mapping[str, str]) -> bool:
    if parameter.required:
        return False
    number, name = word.isdecimal(), word.startswith("@")
    if parameter.choices is not None:
        return (number or name) and word.casefold() not in called
    return name and parameter.kind is ParameterKind.INTEGER


def _names_nobody(parameter: Parameter, word: str) -> bool:
    return parameter.kind is ParameterKind.MEMBER and not parameter.required and not word.startswith("@")


def _first_word(text: str) -> tuple[str, str]:
    """The first word, or what quotes hold together; a quote that is never closed is an ordinary character."""
    if text[0] in {'"', "“"}:
        closing = "”" if text[0] == "“" else '"'
        end = text.find(closing, 1)
        if end > 0:
            return text[1:end], text[end + 1 :].lstrip()
    word, _, rest = text.partition(" ")
    return word, rest.lstrip()


def _value(
    parameter: Parameter, given: Given | None, invoked: CommandInvoked, called: Mapping[str, str]
) -> Argument | None:
    if given is None and parameter.kind not in _BARE:
        return None
    match parameter.kind:
        case ParameterKind.FILE:
            sent = given.attachment if given else None
            return sent or next(iter(invoked.attachments), None) or next(iter(invoked.target_attachments), None)
        case ParameterKind.MEMBER:
            return _member(parameter, given, invoked)
        case ParameterKind.CHAT:
            return _chat(given, parameter)
        case _:
            return _simple(parameter, (given.text if given else "").strip(), called)


def _member(parameter: Parameter, given: Given | None, invoked: CommandInvoked) -> Account | None:
    if given and given.user:
        return given.user
    if isinstance(invoked.target_author, Account):
        return invoked.target_author
    if given and given.text:
        raise Told("error-member-unknown", {"parameter": parameter.name})
    return None


def _chat(given: Given | None, parameter: Parameter) -> ChatRef | None:
    if given is None:
        return None
    if given.chat is not None:
        return given.chat
    try:
        return ChatRef.parse(given.text)
    except MalformedRef as error:
        raise Told("error-chat-unknown", {"parameter": parameter.name}) from error


def _simple(parameter: Parameter, text: str, called: Mapping[str, str]) -> Argument | None:
    if not text:
        return None
    if parameter.choices is not None:
        return _choice(parameter, called.get(text.casefold(), text))
    match parameter.kind:
        case ParameterKind.INTEGER | ParameterKind.NUMBER:
            return _number(parameter, text)
        case ParameterKind.SWITCH:
            if text.casefold() in _YES | _NO:
                return text.casefold() in _YES
            raise Told("error-switch", {"parameter": parameter.name})
        case _:
            most = parameter.limits.most
            if most is not None and len(text) > most:
                raise Told("error-too-long", {"parameter": parameter.name, "most": int(most)})
            return text


def _choice(parameter: Parameter, text: str) -> Enum:
    options = list(parameter.choices or ())
    found = next((one for one in options if str(one.value).casefold() == text.casefold()), None)
    if found is None:
        raise Told(
            "error-choice", {"parameter": parameter.name, "options": ", ".join(str(one.value) for one in options)}
        )
    return found


def _number(parameter: Parameter, text: str) -> int | float:
    least, most = parameter.limits.least, parameter.limits.most
    try:
        value = int(text) if parameter.kind is ParameterKind.INTEGER else float(text)
    except ValueError as error:
        raise Told("error-number", {"parameter": parameter.name}) from error
    if isinstance(value, int) and abs(value) > _LARGEST:
        raise Told("error-number", {"parameter": parameter.name})
    if (least is not None and value < least) or (most is not None and value > most) or value != value:  # noqa: PLR0124  # NaN
        raise Told("error-number-range", {"parameter": parameter.name, "least": str(least), "most": str(most)})
    return value
