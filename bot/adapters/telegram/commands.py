"""Commands: read from what members type, and published as Telegram's menus.

Names are the same in every language (Telegram takes ``[a-z0-9_]`` only); descriptions are not. A menu entry is a
command that is sent in answer to a message, since Telegram has no entries on messages and members.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
)

from bot.adapters.telegram.errors import attempt
from bot.adapters.telegram.limits import COMMAND_DESCRIPTION, COMMANDS
from bot.domain.access import Access
from bot.domain.capabilities import LengthUnit
from bot.domain.locales import Locale
from bot.ports.gateway import CommandScope, CommandSpec, Localised, MenuSpec, Offering
from bot.ports.outcome import Done, Outcome, Refused

START: Final = "start"
_TYPED: Final = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{3,32}))?(?:\s+(.*))?\s*\Z", re.DOTALL)
# Menus go by two letters, so there is one Chinese; https://core.telegram.org/bots/api#setmycommands
_LANGUAGES: Final = (("", Locale.ENGLISH), ("zh", Locale.SIMPLIFIED_CHINESE), ("es", Locale.SPANISH))
_NAME: Final = re.compile(r"[a-z0-9_]{1,32}")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: a command's name, the bot it is for ("" for any), and the words after it."""

    name: str
    addressee: str
    rest: str


def typed(text: str) -> Typed | None:
    """A command that a text begins with, or None."""
    found = _TYPED.match(text)
    return None if found is None else Typed(found[1].lower(), (found[2] or "").lower(), (found[3] or "").strip())


class Commands:
    """The offering by name."""

    def __init__(self, offering: Offering, own_name: str) -> None:
        self._commands = {spec.name: spec for spec in offering.commands}
        self._menus = {spec.name: spec for spec in offering.menus if spec.name not in self._commands}
        self._own_name = own_name.lower()

    def find(self, said: Typed, *, group: bool, to_bot: bool) -> CommandSpec | MenuSpec | None:
        """The command meant, or None when it is another bot's, unknown, or shared and not clearly ours.

        Args:
            said: what was typed.
            group: whether it was typed in a group.
            to_bot: whether the message answers one of the bot's.
        """
        if said.addressee and said.addressee != self._own_name:
            return None
        spec = self._commands.get(said.name) or self._menus.get(said.name)
        if isinstance(spec, CommandSpec) and spec.shared and group and not said.addressee and not to_bot:
            return None
        return spec


def menus(offering: Offering) -> Iterator[tuple[BotCommandScope, str, list[BotCommand]]]:
    """Every menu to publish: for whom, in which language ("" for any), and what is in it."""
    for code, locale in _LANGUAGES:
        yield BotCommandScopeAllPrivateChats(), code, _menu(offering, locale, private=True, admins=False)
        yield BotCommandScopeAllGroupChats(), code, _menu(offering, locale, private=False, admins=False)
        yield BotCommandScopeAllChatAdministrators(), code, _menu(offering, locale, private=False, admins=True)


async def publish(bot: Bot, offering: Offering) -> Outcome:
    """Publishes the menus that are not published as they should be; a refusal of one does not stop the others.

    Raises:
        Flooded, Unreachable: as any call.
    """
    outcome: Outcome = Done()
    for scope, code, wanted in menus(offering):
        answer = await _publish(bot, scope, code, wanted)
        if isinstance(answer, Refused):
            outcome = answer
    return outcome


async def publish_for_chat(bot: Bot, offering: Offering, chat_id: int, locale: Locale) -> Outcome:
    """Publishes a chat's own menu in a language, which goes before the general ones: the way to Traditional Chinese.

    Raises:
        Flooded, Unreachable: as any call.
    """
    wanted = _menu(offering, locale, private=chat_id > 0, admins=False)
    return await _publish(bot, BotCommandScopeChat(chat_id), "", wanted)


async def _publish(bot: Bot, scope: BotCommandScope, code: str, wanted: list[BotCommand]) -> Outcome:
    present = await attempt(bot.get_my_commands(scope=scope, language_code=code or None))
    if isinstance(present, Refused):
        return present
    if list(present) == wanted:
        return Done()
    if wanted:
        answer = await attempt(bot.set_my_commands(wanted, scope=scope, language_code=code or None))
    else:
        answer = await attempt(bot.delete_my_commands(scope=scope, language_code=code or None))
    return answer if isinstance(answer, Refused) else Done()


def _menu(offering: Offering, locale: Locale, *, private: bool, admins: bool) -> list[BotCommand]:
    found: list[BotCommand] = []
    for spec in offering.commands:
        here = CommandScope.PRIVATE if private else CommandScope.COMMUNITY
        open_to = admins or spec.access is Access.EVERYONE or (private and spec.scope is CommandScope.PRIVATE)
        if spec.scope in {CommandScope.ANYWHERE, here} and open_to and _NAME.fullmatch(spec.name):
            found.append(BotCommand(spec.name, _description(spec.description, locale, spec.name)))
    for entry in offering.menus:
        if not private and (admins or entry.access is Access.EVERYONE) and _NAME.fullmatch(entry.name):
            found.append(BotCommand(entry.name, _description(entry.label, locale, entry.name)))
    return found[:COMMANDS]


def _description(text: Localised, locale: Locale, name: str) -> str:
    words = text.in_(locale).strip() or name
    while LengthUnit.UTF16.measure(words) > COMMAND_DESCRIPTION:
        words = words[:-1]
    return words
