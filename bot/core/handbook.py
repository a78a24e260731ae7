"""The pages of the handbook that are written from declarations: commands, settings, and the operator's variables.

A test holds ``docs/`` against them, so that what is declared is documented. They are in English, as the code is.
"""

from collections.abc import Iterable, Sequence
from itertools import chain

from bot.api.cog import Cog
from bot.api.settings import (
    ChatSetting,
    ChoiceSetting,
    DeclaredSetting,
    NumberSetting,
    RoleSetting,
    Stored,
    Toggle,
    WordsSetting,
)
from bot.config import Config
from bot.core.catalog import Catalog, Words
from bot.core.settings_book import ENABLED
from bot.domain.access import Access
from bot.domain.locales import Locale
from bot.ports.gateway import (
    AnswerMode,
    CommandScope,
    CommandSpec,
    Localised,
    MenuSpec,
    MenuTarget,
    ParameterKind,
    ParameterSpec,
)

_WRITTEN = "<!-- Written from the declarations by `make docs`; change them, not this. -->"

_WHO = {
    Access.EVERYONE: "everyone",
    Access.ORGANISER: "organisers",
    Access.MODERATOR: "moderators",
    Access.ADMIN: "admins",
}
_WHERE = {
    CommandScope.ANYWHERE: "anywhere",
    CommandScope.COMMUNITY: "in a community",
    CommandScope.PRIVATE: "in private",
}
_HOW = {
    AnswerMode.PRIVATE: "privately",
    AnswerMode.PUBLIC: "for all to see",
    AnswerMode.UPDATE: "by changing the message",
    AnswerMode.FORM: "with a form",
}
_TARGETS = {MenuTarget.MESSAGE: "a message", MenuTarget.MEMBER: "a member"}
_KINDS = {
    ParameterKind.TEXT: "text",
    ParameterKind.INTEGER: "whole number",
    ParameterKind.NUMBER: "number",
    ParameterKind.SWITCH: "yes or no",
    ParameterKind.MEMBER: "member",
    ParameterKind.CHAT: "chat",
    ParameterKind.FILE: "file",
}


def commands_page(catalog: Catalog, words: Words) -> str:
    """``docs/commands.md``: every command and menu entry, by cog, in the order declared."""
    offering = catalog.offering(words)
    specs = {spec.name: spec for spec in offering.commands}
    menus = {(spec.target, spec.name): spec for spec in offering.menus}
    lines = [
        "# Commands",
        "",
        _WRITTEN,
        "",
        "On Discord a command is picked from the menu that `/` opens; on Telegram it is typed. What stands in `<>` is",
        "needed, what stands in `[]` may be left out. Who may use it is checked at each call, by the rights that the",
        "platform tells at that moment.",
    ]
    for cog in catalog.cogs.values():
        lines += _heading(cog, words)
        if cog.commands:
            lines += _table(
                ("command", "what it does", "who", "where", "answers"),
                (_command_row(specs[command.name]) for command in cog.commands),
            )
        if cog.menus:
            lines += _table(
                ("entry in the menu of", "name", "who", "answers"),
                (_menu_row(menus[menu.target, menu.name]) for menu in cog.menus),
            )
        details = [line for command in cog.commands for line in _command_details(specs[command.name])]
        lines += [*details, ""] if details else []
        if not cog.commands and not cog.menus:
            lines += ["No commands.", ""]
    return _page(lines)


def settings_page(catalog: Catalog, words: Words) -> str:
    """``docs/settings.md``: every setting of every cog, with its default and what it takes."""
    lines = [
        "# Settings",
        "",
        _WRITTEN,
        "",
        "Admins change these with `/settings`; they are in force at once, in every process, and each change is in the",
        "community's audit list. What an operator sets for the whole bot stands in the [README](../README.md).",
    ]
    for cog in catalog.cogs.values():
        declared: Sequence[DeclaredSetting] = (*(() if cog.always_on else (ENABLED,)), *cog.settings)
        lines += _heading(cog, words)
        if declared:
            lines += _table(
                ("setting", "what it does", "takes", "default", "a value for each chat"),
                (_setting_row(cog, setting, words) for setting in declared),
            )
        else:
            lines += ["No settings.", ""]
    return _page(lines)


def variables_table() -> str:
    """The table of the README: every variable of ``.env``."""
    rows = [
        (f"`{variable.name}`", _cell(variable.description), _shown(variable.default)) for variable in Config.variables()
    ]
    return "\n".join(_table(("variable", "meaning", "default"), rows)).strip()


def _shown(default: object) -> str:
    return "" if default in {None, "", frozenset(), ()} else f"`{default}`"


def _heading(cog: Cog, words: Words) -> list[str]:
    texts = words.texts(cog.name, Locale.ENGLISH)
    return ["", f"## {texts.plain('cog-title')}", "", texts.plain("cog-title.description"), ""]


def _command_row(spec: CommandSpec) -> tuple[str, ...]:
    parameters = "".join(f" <{one.name}>" if one.required else f" [{one.name}]" for one in spec.parameters)
    return (
        f"`/{spec.name}{parameters}`",
        _cell(spec.description.default),
        _WHO[spec.access],
        _WHERE[spec.scope],
        _HOW[spec.mode],
    )


def _menu_row(spec: MenuSpec) -> tuple[str, ...]:
    return (_TARGETS[spec.target], _cell(spec.label.default), _WHO[spec.access], _HOW[spec.mode])


def _command_details(spec: CommandSpec) -> list[str]:
    details = [f"- `/{spec.name}`{_other_names(spec.label)}"] if spec.parameters or _other_names(spec.label) else []
    details += [f"  - `{one.name}` ({_parameter_kind(one)}): {one.description.default}" for one in spec.parameters]
    return details


def _other_names(label: Localised) -> str:
    names = [f"`/{said}`" for _, said in label.others if said != label.default]
    return f": on Discord also {', '.join(dict.fromkeys(names))}" if names else ""


def _parameter_kind(spec: ParameterSpec) -> str:
    if spec.choices:
        return "one of " + ", ".join(f"`{choice.value}`" for choice in spec.choices)
    bounds = ""
    if spec.least is not None and spec.most is not None:
        bounds = f" from {spec.least:g} to {spec.most:g}"
    elif spec.most is not None:
        bounds = f" up to {spec.most:g}"
    elif spec.least is not None:
        bounds = f" from {spec.least:g}"
    return _KINDS[spec.kind] + bounds + (", with suggestions" if spec.completes else "")


def _setting_row(cog: Cog, setting: DeclaredSetting, words: Words) -> tuple[str, ...]:
    texts = words.texts(cog.name, Locale.ENGLISH)
    label, said = texts.plain(f"setting-{setting.key}"), texts.plain(f"setting-{setting.key}.description")
    return (
        f"{_cell(label)} (`{setting.key}`)",
        _cell(said),
        _takes(setting),
        _default(setting.stored_default),
        "yes" if setting.per_place else "no",
    )


def _takes(setting: DeclaredSetting) -> str:
    match setting:
        case Toggle():
            takes = "on, off"
        case NumberSetting():
            takes = f"{setting.least} to {setting.most}"
        case WordsSetting():
            takes = f"up to {setting.longest} characters"
        case ChoiceSetting():
            takes = ", ".join(f"`{option.value}`" for option in setting.options)
        case ChatSetting():
            takes = "a chat"
        case RoleSetting():
            takes = "a role"
        case _:
            takes = "a value of its own"
    return takes


def _default(stored: Stored) -> str:
    match stored:
        case None:
            return "none"
        case bool():
            return "on" if stored else "off"
        case _:
            return f"`{stored}`"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    ruled = chain((head, ["---"] * len(head)), rows)
    return [*(f"| {' | '.join(row)} |" for row in ruled), ""]


def _page(lines: Iterable[str]) -> str:
    page = "\n".join(lines)
    while "\n\n\n" in page:
        page = page.replace("\n\n\n", "\n\n")
    return page.rstrip() + "\n"
