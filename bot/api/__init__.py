"""The one surface that a cog imports, next to ``bot.ports`` and ``bot.domain``.

A cog is declared once, by decorators on a :class:`Cog`; slash commands, menus, forms, settings screens, ``/help``, the
commands page and the locale checks are made from that declaration.
"""

from bot.api.cog import Cog
from bot.api.context import Context, JobContext, PlaceContext
from bot.api.house import Accounts, Catalogue, Clubs, JsonValue, Records, SettingsBook
from bot.api.parameters import Completing, Limits
from bot.api.settings import (
    ChatSetting,
    ChoiceSetting,
    DeclaredSetting,
    NumberSetting,
    RoleSetting,
    Setting,
    Toggle,
    WordsSetting,
)
from bot.api.texts import Texts, Value

__all__ = [
    "Accounts",
    "Catalogue",
    "ChatSetting",
    "ChoiceSetting",
    "Clubs",
    "Cog",
    "Completing",
    "Context",
    "DeclaredSetting",
    "JobContext",
    "JsonValue",
    "Limits",
    "NumberSetting",
    "PlaceContext",
    "Records",
    "RoleSetting",
    "Setting",
    "SettingsBook",
    "Texts",
    "Toggle",
    "Value",
    "WordsSetting",
]
