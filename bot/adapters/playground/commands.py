"""Commands and menus: as the page shows them, as the right chat reads them out of a message, and what was given."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.adapters.playground.accounts import account_of, attachment_of
from bot.adapters.playground.refusal import NotAllowed
from bot.adapters.playground.requests import ParameterValue
from bot.adapters.playground.state import Person
from bot.adapters.playground.wire import ShownCommand, ShownMenu, ShownParameter
from bot.adapters.playground.world import World
from bot.domain.events import Given
from bot.domain.locales import Locale
from bot.ports.gateway import CommandScope, CommandSpec, MenuSpec, Offering, ParameterKind, ParameterSpec

BOT_HANDLE = "cattax"
"""By what the bot is called in front of others: ``@cattax``, ``/help@cattax``."""

_TYPED = re.compile(r"/([^\s@/]{1,64})(?:@(\w{1,64}))?(?:\s+(.*))?", re.DOTALL)


def shown_commands(offering: Offering, locale: Locale, person: Person) -> tuple[ShownCommand, ...]:
    """The commands that a person is offered, in the page's language."""
    return tuple(
        ShownCommand(
            name=command.name,
            label=command.label.in_(locale),
            description=command.description.in_(locale),
            scope=command.scope.value,
            parameters=tuple(_shown_parameter(parameter, locale) for parameter in command.parameters),
            visiting=command.visiting,
        )
        for command in offering.commands
        if command.access <= person.access
    )


def _shown_parameter(parameter: ParameterSpec, locale: Locale) -> ShownParameter:
    return ShownParameter(
        name=parameter.name,
        label=parameter.label.in_(locale),
        description=parameter.description.in_(locale),
        kind=parameter.kind.value,
        required=parameter.required,
        completes=parameter.completes,
        choices=tuple((choice.value, choice.label.in_(locale)) for choice in parameter.choices),
        least=parameter.least,
        most=parameter.most,
    )


def shown_menus(offering: Offering, locale: Locale, person: Person) -> tuple[ShownMenu, ...]:
    """The menu entries that a person is offered, in the page's language."""
    return tuple(
        ShownMenu(menu.name, menu.label.in_(locale), menu.target.value, menu.visiting)
        for menu in offering.menus
        if menu.access <= person.access
    )


def shown_for_replies(offering: Offering, locale: Locale, person: Person) -> tuple[ShownCommand, ...]:
    """The menu entries as the commands that they are where messages have no menus: in answer to a message."""
    return tuple(
        ShownCommand(
            name=menu.name,
            label=menu.name,
            description=menu.label.in_(locale),
            scope=CommandScope.COMMUNITY.value,
            parameters=(),
        )
        for menu in offering.menus
        if menu.access <= person.access and command_named(offering, menu.name) is None
    )


def command_named(offering: Offering, name: str) -> CommandSpec | None:
    """A command by its declared name."""
    return next((command for command in offering.commands if command.name == name), None)


def menu_named(offering: Offering, name: str) -> MenuSpec | None:
    """A menu entry by its declared name."""
    return next((menu for menu in offering.menus if menu.name == name), None)


def fits(scope: CommandScope, *, private: bool) -> bool:
    """Whether a command is offered in a private chat, or in a community."""
    return scope is CommandScope.ANYWHERE or (scope is CommandScope.PRIVATE) == private


@dataclass(frozen=True, slots=True)
class Typed:
    """A command as it was typed in a message: ``named`` tells whether the bot's name stood with it."""

    command: CommandSpec | MenuSpec
    rest: str
    named: bool


def typed_command(text: str, offering: Offering) -> Typed | None:
    """The bot's command at the start of a message, by its declared name or a localised one; None when there is none.

    A menu entry is a command too, for the message that is answered with it: the right side has no menus.
    """
    found = _TYPED.fullmatch(text.strip())
    if found is None or (found[2] is not None and found[2].casefold() != BOT_HANDLE):
        return None
    name, rest, named = found[1].casefold(), (found[3] or "").strip(), found[2] is not None
    for command in offering.commands:
        labels = (command.name, command.label.default, *(label for _, label in command.label.others))
        if name in {label.casefold() for label in labels}:
            return Typed(command, rest, named)
    menu = menu_named(offering, name)
    return None if menu is None else Typed(menu, rest, named)


def given_values(command: CommandSpec, values: Iterable[ParameterValue], world: World, locale: Locale) -> list[Given]:
    """Checks and resolves what was given, before the bot hears of it; raises :class:`NotAllowed`."""
    by_name = {value.name: value.value for value in values if value.value.strip()}
    given: list[Given] = []
    for parameter in command.parameters:
        value = by_name.get(parameter.name)
        if value is None:
            if parameter.required:
                raise NotAllowed("refused-missing", parameter.label.in_(locale))
            continue
        given.append(_resolved(parameter, value.strip(), world, locale))
    return given


def loosely_given(command: CommandSpec, values: Iterable[ParameterValue], world: World) -> tuple[Given, ...]:
    """What is given so far while a command is still typed: what does not resolve is left out."""
    given: list[Given] = []
    by_name = {parameter.name: parameter for parameter in command.parameters}
    for value in values:
        parameter = by_name.get(value.name)
        if parameter is not None and value.value.strip():
            try:
                given.append(_resolved(parameter, value.value.strip(), world, Locale.ENGLISH))
            except NotAllowed:
                continue
    return tuple(given)


def _resolved(parameter: ParameterSpec, value: str, world: World, locale: Locale) -> Given:
    wrong = NotAllowed("refused-value", parameter.label.in_(locale))
    if parameter.choices and value not in {choice.value for choice in parameter.choices}:
        raise wrong
    match parameter.kind:
        case ParameterKind.TEXT:
            return Given(parameter.name, text=value)
        case ParameterKind.INTEGER | ParameterKind.NUMBER:
            return Given(parameter.name, text=_number(parameter, value, wrong))
        case ParameterKind.SWITCH:
            if value not in {"true", "false"}:
                raise wrong
            return Given(parameter.name, text=value)
        case ParameterKind.MEMBER:
            person = world.person(value)
            if person is None:
                raise wrong
            return Given(parameter.name, text=person.name, user=account_of(person))
        case ParameterKind.CHAT:
            chat = world.chat(value)
            if chat is None or chat.space is None:
                raise wrong
            return Given(parameter.name, text=chat.name, chat=chat.ref)
        case ParameterKind.FILE:
            file = world.file(value)
            if file is None:
                raise wrong
            return Given(parameter.name, text=file.name, attachment=attachment_of(file))


def _number(parameter: ParameterSpec, value: str, wrong: NotAllowed) -> str:
    try:
        number = int(value) if parameter.kind is ParameterKind.INTEGER else float(value)
    except ValueError:
        raise wrong from None
    least, most = parameter.least, parameter.most
    if not float("-inf") < number < float("inf"):
        raise wrong
    if (least is not None and number < least) or (most is not None and number > most):
        raise wrong
    return str(number)


def no_offering() -> Offering:
    """What is offered while the bot is away: nothing."""
    return Offering((), ())
