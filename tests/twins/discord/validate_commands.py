"""What application commands may hold."""

from __future__ import annotations

import re
import unicodedata

from tests.twins.discord import limits
from tests.twins.discord.wire import Faulty, Payload, Refused, is_list, is_object, objects

SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3
SUB, GROUP = 1, 2
_NAME = re.compile(r"[-_'\w\u0e00-\u0e7f\u0900-\u097f]{1,32}")
_FIELDS = frozenset(
    [
        "id",
        "application_id",
        "version",
        "guild_id",
        "type",
        "name",
        "name_localizations",
        "description",
        "description_localizations",
        "options",
        "default_member_permissions",
        "dm_permission",
        "default_permission",
        "nsfw",
        "integration_types",
        "contexts",
        "handler",
    ]
)
_OPTION_FIELDS = frozenset(
    [
        "type",
        "name",
        "name_localizations",
        "description",
        "description_localizations",
        "required",
        "choices",
        "options",
        "channel_types",
        "min_value",
        "max_value",
        "min_length",
        "max_length",
        "autocomplete",
    ]
)


def check_commands(commands: list[Payload]) -> None:
    """Checks a whole set of commands as the bulk overwrite does; refuses it as 50035 or 30032."""
    by_kind = {kind: [c for c in commands if (c.get("type") or SLASH) == kind] for kind in (1, 2, 3, 4)}
    if len(by_kind[SLASH]) > limits.COMMANDS:
        raise Refused(400, 30032, "Maximum number of application commands reached (100)")
    for kind in (USER_MENU, MESSAGE_MENU):
        if len(by_kind[kind]) > limits.MENUS:
            raise Refused(400, 30032, "Maximum number of application commands reached (5)")
    faulty = Faulty()
    taken: set[tuple[int, object]] = set()
    for index, command in enumerate(commands):
        _check_command(faulty, command, str(index))
        key = (command.get("type") or SLASH, command.get("name"))
        if key in taken:
            faulty.add(f"{index}", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
        taken.add(key)
    faulty.raise_if_any()


def _check_command(faulty: Faulty, command: Payload, at: str) -> None:
    kind = command.get("type") or SLASH
    if kind not in (1, 2, 3):
        faulty.add(f"{at}.type", "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3}.")
    for extra in sorted(set(command) - _FIELDS):
        faulty.add(f"{at}.{extra}", "UNKNOWN_FIELD", f'Unknown field "{extra}".')
    _named(faulty, command, at, slash=kind == SLASH)
    if kind == SLASH:
        _described(faulty, command, at)
        _options(faulty, command.get("options"), f"{at}.options", depth=0)
        total = _total(command)
        if total > limits.COMMAND_TOTAL:
            faulty.add(at, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)")
    else:
        if command.get("description"):
            faulty.add(
                f"{at}.description",
                "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION",
                "Context menu commands cannot have description",
            )
        if command.get("options"):
            faulty.add(
                f"{at}.options", "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS", "Context menu commands cannot have options"
            )


def name_is_valid(name: object) -> bool:
    """Says whether a text may name a slash command or an option: word characters, lower case, 1 to 32."""
    if not isinstance(name, str) or not 1 <= len(name) <= limits.COMMAND_NAME or name != name.lower():
        return False
    marks = "".join(c for c in name if not unicodedata.category(c).startswith("M"))
    return bool(_NAME.fullmatch(marks))


def _named(faulty: Faulty, holder: Payload, at: str, *, slash: bool) -> None:
    names = [("name", holder.get("name"))]
    names += _localised(faulty, holder, "name_localizations", at)
    for path, name in names:
        if slash and not name_is_valid(name):
            faulty.add(f"{at}.{path}", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")
        elif not isinstance(name, str) or not 1 <= len(name) <= limits.COMMAND_NAME:
            faulty.add(f"{at}.{path}", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 32 in length.")


def _described(faulty: Faulty, holder: Payload, at: str) -> None:
    texts = [("description", holder.get("description"))]
    texts += _localised(faulty, holder, "description_localizations", at)
    for path, text in texts:
        if not isinstance(text, str) or not 1 <= len(text) <= limits.COMMAND_DESCRIPTION:
            faulty.add(f"{at}.{path}", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")


def _localised(faulty: Faulty, holder: Payload, key: str, at: str) -> list[tuple[str, object]]:
    table = holder.get(key)
    if table is None:
        return []
    if not is_object(table):
        faulty.add(f"{at}.{key}", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")
        return []
    for locale in sorted(set(table) - limits.CHAT_LOCALES):
        faulty.add(f"{at}.{key}.{locale}", "BASE_TYPE_CHOICES", f"Value must be one of {sorted(limits.CHAT_LOCALES)}.")
    return [(f"{key}.{locale}", text) for locale, text in table.items() if text is not None]


def _options(faulty: Faulty, options: object, at: str, *, depth: int) -> None:
    if options is None:
        return
    if not is_list(options) or len(options) > limits.COMMAND_OPTIONS:
        faulty.add(at, "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
    taken: set[object] = set()
    optional_seen = False
    kinds: set[bool] = set()
    for index, option in enumerate(objects(options)):
        here = f"{at}.{index}"
        kind = option.get("type")
        for extra in sorted(set(option) - _OPTION_FIELDS):
            faulty.add(f"{here}.{extra}", "UNKNOWN_FIELD", f'Unknown field "{extra}".')
        if kind not in range(1, 12):
            faulty.add(f"{here}.type", "BASE_TYPE_CHOICES", "Value must be one of 1 to 11.")
        _named(faulty, option, here, slash=True)
        _described(faulty, option, here)
        if option.get("name") in taken:
            faulty.add(f"{here}.name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists")
        taken.add(option.get("name"))
        nested = kind in (SUB, GROUP)
        kinds.add(nested)
        if nested:
            _nested(faulty, option, here, depth)
            continue
        if option.get("required"):
            if optional_seen:
                faulty.add(
                    here,
                    "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options",
                )
        else:
            optional_seen = True
        _choices(faulty, option, here)
    if len(kinds) > 1:
        faulty.add(at, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-commands and options cannot be mixed")


def _nested(faulty: Faulty, option: Payload, at: str, depth: int) -> None:
    kind = option.get("type")
    if depth > (1 if kind == SUB else 0):
        faulty.add(f"{at}.type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command nesting is invalid")
    if kind == GROUP and any(child.get("type") != SUB for child in objects(option.get("options"))):
        faulty.add(f"{at}.options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "A group holds sub-commands only")
    _options(faulty, option.get("options"), f"{at}.options", depth=depth + 1)


def _choices(faulty: Faulty, option: Payload, at: str) -> None:
    choices = option.get("choices")
    if not choices:
        return
    if option.get("autocomplete"):
        faulty.add(at, "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES", "Autocomplete options cannot have choices")
    if not is_list(choices) or len(choices) > limits.OPTIONS:
        faulty.add(f"{at}.choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
    check_choices(faulty, objects(choices), f"{at}.choices", option.get("type"))


def check_choices(faulty: Faulty, choices: list[Payload], at: str, kind: object) -> None:
    """Checks choices, of a command or of a completion."""
    for index, choice in enumerate(choices):
        here = f"{at}.{index}"
        names = [("name", choice.get("name")), *_localised(faulty, choice, "name_localizations", here)]
        for path, name in names:
            if not isinstance(name, str) or not 1 <= len(name) <= limits.CHOICE_NAME:
                faulty.add(f"{here}.{path}", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")
        value = choice.get("value")
        if kind == 3 and (not isinstance(value, str) or not 1 <= len(value) <= limits.CHOICE_VALUE):
            faulty.add(f"{here}.value", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")
        if kind == 4 and not isinstance(value, int):
            faulty.add(f"{here}.value", "NUMBER_TYPE_COERCE", "Value is not int.")


def _total(holder: Payload) -> int:
    """Counts names, descriptions and choices' values, each with its longest localisation."""

    def longest(key: str) -> int:
        table = holder.get(f"{key}_localizations")
        texts: list[object] = [holder.get(key), *(table.values() if is_object(table) else ())]
        return max((len(text) for text in texts if isinstance(text, str)), default=0)

    own = longest("name") + longest("description")
    own += len(holder["value"]) if isinstance(holder.get("value"), str) else 0
    return own + sum(_total(part) for key in ("options", "choices") for part in objects(holder.get(key)))
