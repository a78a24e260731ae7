"""The offering as Discord's application commands: names, descriptions and choices in every language it shows."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, assert_never

from bot.adapters.discord import limits
from bot.adapters.discord.names import LOCALE_TAGS
from bot.adapters.discord.wire import JsonObject, as_object, as_objects
from bot.domain.access import Access
from bot.domain.locales import Locale
from bot.ports.gateway import (
    CommandScope,
    CommandSpec,
    Localised,
    MenuSpec,
    MenuTarget,
    Offering,
    ParameterKind,
    ParameterSpec,
)

SLASH, MEMBER_MENU, MESSAGE_MENU = 1, 2, 3  # docs, "Application Command Types"
_GUILD, _DIRECT, _ELSEWHERE = 0, 1, 2  # docs, "Interaction Context Types"
_GUILD_INSTALL, _USER_INSTALL = 0, 1  # docs, "Installation Context"
_NAME = re.compile(r"[-_'\w]{1,32}")
_MANAGE_GUILD = 1 << 5
_KINDS = {
    ParameterKind.TEXT: 3,
    ParameterKind.INTEGER: 4,
    ParameterKind.SWITCH: 5,
    ParameterKind.MEMBER: 6,
    ParameterKind.CHAT: 7,
    ParameterKind.NUMBER: 10,
    ParameterKind.FILE: 11,
}
"""Docs, "Application Command Option Type"."""


def published(offering: Offering) -> list[JsonObject]:
    """Everything offered, as the bulk overwrite takes it."""
    commands = [_command(spec) for spec in offering.commands[: limits.COMMANDS]]
    for target in MenuTarget:
        menus = [spec for spec in offering.menus if spec.target is target]
        commands.extend(_menu(spec) for spec in menus[: limits.MENUS])
    return commands


def left_out(offering: Offering) -> list[str]:
    """The names of what is offered and more than Discord takes."""
    more = [spec.name for spec in offering.commands[limits.COMMANDS :]]
    for target in MenuTarget:
        more += [spec.name for spec in offering.menus if spec.target is target][limits.MENUS :]
    return more


def menu_kind(target: MenuTarget) -> int:
    """Discord's number for a menu's command."""
    match target:
        case MenuTarget.MESSAGE:
            return MESSAGE_MENU
        case MenuTarget.MEMBER:
            return MEMBER_MENU
        case _:
            assert_never(target)


def menu_name(spec: MenuSpec) -> str:
    """What a menu entry is called on Discord, and comes back as."""
    return spec.label.default[: limits.COMMAND_NAME]


def same(wanted: Sequence[JsonObject], standing: Sequence[Mapping[str, Any]]) -> bool:
    """Whether what stands on Discord is what is wanted, whatever Discord adds of its own."""
    return sorted(map(repr, map(_bare, wanted))) == sorted(map(repr, map(_bare, standing)))


def _command(spec: CommandSpec) -> JsonObject:
    command: JsonObject = {
        "type": SLASH,
        "name": spec.name,
        "name_localizations": _names(spec.label),
        "description": _described(spec.description.default, spec.name),
        "description_localizations": _descriptions(spec.description),
        "options": [_option(one) for one in _required_first(spec.parameters)[: limits.COMMAND_OPTIONS]],
    }
    return command | _reach(spec.scope, spec.access, visiting=spec.visiting)


def _menu(spec: MenuSpec) -> JsonObject:
    others = {tag: text[: limits.COMMAND_NAME] for locale, text in spec.label.others for tag in LOCALE_TAGS[locale]}
    menu: JsonObject = {
        "type": menu_kind(spec.target),
        "name": menu_name(spec),
        "name_localizations": others or None,
    }
    return menu | _reach(CommandScope.COMMUNITY, spec.access, visiting=spec.visiting)


def _reach(scope: CommandScope, access: Access, *, visiting: bool) -> JsonObject:
    if visiting:
        installed, everywhere = [_GUILD_INSTALL, _USER_INSTALL], [_GUILD, _DIRECT, _ELSEWHERE]
        return {"contexts": everywhere, "integration_types": installed, "default_member_permissions": None}
    match scope:
        case CommandScope.ANYWHERE:
            contexts = [_GUILD, _DIRECT]
        case CommandScope.COMMUNITY:
            contexts = [_GUILD]
        case CommandScope.PRIVATE:
            contexts = [_DIRECT]
        case _:
            assert_never(scope)
    # Only admins' commands are hidden: Discord asks for all rights named, and the lower levels have any one of some.
    needed = str(_MANAGE_GUILD) if access is Access.ADMIN and scope is CommandScope.COMMUNITY else None
    return {"contexts": contexts, "integration_types": [_GUILD_INSTALL], "default_member_permissions": needed}


def _required_first(parameters: Sequence[ParameterSpec]) -> list[ParameterSpec]:
    return sorted(parameters, key=lambda one: not one.required)


def _option(spec: ParameterSpec) -> JsonObject:
    option: JsonObject = {
        "type": _KINDS[spec.kind],
        "name": spec.name,
        "name_localizations": _names(spec.label),
        "description": _described(spec.description.default, spec.name),
        "description_localizations": _descriptions(spec.description),
        "required": spec.required,
    }
    if spec.choices:
        option["choices"] = [
            {
                "name": one.label.default[: limits.CHOICE_TEXT],
                "name_localizations": {
                    tag: text[: limits.CHOICE_TEXT] for locale, text in one.label.others for tag in LOCALE_TAGS[locale]
                }
                or None,
                "value": _value(spec.kind, one.value),
            }
            for one in spec.choices[: limits.COMMAND_CHOICES]
        ]
    elif spec.completes and spec.kind in (ParameterKind.TEXT, ParameterKind.INTEGER, ParameterKind.NUMBER):
        option["autocomplete"] = True
    _bound(option, spec)
    return option


def _bound(option: JsonObject, spec: ParameterSpec) -> None:
    match spec.kind:
        case ParameterKind.TEXT:
            least, most = "min_length", "max_length"
        case ParameterKind.INTEGER | ParameterKind.NUMBER:
            least, most = "min_value", "max_value"
        case ParameterKind.SWITCH | ParameterKind.MEMBER | ParameterKind.CHAT | ParameterKind.FILE:
            return
        case _:
            assert_never(spec.kind)
    whole = spec.kind is not ParameterKind.NUMBER
    if spec.least is not None:
        option[least] = int(spec.least) if whole else spec.least
    if spec.most is not None:
        option[most] = int(spec.most) if whole else spec.most


def _value(kind: ParameterKind, value: str) -> str | int | float:
    if kind is ParameterKind.INTEGER:
        return int(value)
    return float(value) if kind is ParameterKind.NUMBER else value


def _described(text: str, name: str) -> str:
    return text[: limits.COMMAND_DESCRIPTION] or name


def _names(label: Localised) -> dict[str, str] | None:
    found: dict[str, str] = {}
    for locale, text in label.others:
        name = "-".join(text.lower().split())
        if _NAME.fullmatch(name):
            found |= dict.fromkeys(LOCALE_TAGS[locale], name)
    return found or None


def _descriptions(text: Localised) -> dict[str, str] | None:
    found: dict[str, str] = {}
    for locale, words in text.others:
        if locale is not Locale.ENGLISH and words:
            found |= dict.fromkeys(LOCALE_TAGS[locale], words[: limits.COMMAND_DESCRIPTION])
    return found or None


_COMPARED = (
    "type",
    "name",
    "description",
    "default_member_permissions",
    "required",
    "autocomplete",
    "value",
    "min_value",
    "max_value",
    "min_length",
    "max_length",
)
_COMPARED_TABLES = ("name_localizations", "description_localizations")
_COMPARED_SETS = ("contexts", "integration_types")


def _bare(part: Mapping[str, Any]) -> tuple[object, ...]:
    """A command, option or choice in one form: absent, null and empty are the same, lists of contexts unordered."""
    return (
        *(part.get(key) or None for key in _COMPARED),
        *(sorted(as_object(part.get(key)).items()) for key in _COMPARED_TABLES),
        *(sorted(part.get(key) or ()) for key in _COMPARED_SETS),
        *([_bare(child) for child in as_objects(part.get(key))] for key in ("options", "choices")),
    )
