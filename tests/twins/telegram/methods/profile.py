"""Methods about the bot itself: who it is, its commands, names and descriptions in each language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.twins.telegram.calls import Call, Handler
from tests.twins.telegram.files import shrunk
from tests.twins.telegram.jsons import Json, as_object, as_text, dump
from tests.twins.telegram.refusals import Refused, bad, check_fields
from tests.twins.telegram.wire import user_json
from tests.twins.telegram.world import RIGHTS, World

_NAME = re.compile(r"[a-z0-9_]{1,32}\Z")
_SCOPES: dict[str, frozenset[str]] = {
    "default": frozenset({"type"}),
    "all_private_chats": frozenset({"type"}),
    "all_group_chats": frozenset({"type"}),
    "all_chat_administrators": frozenset({"type"}),
    "chat": frozenset({"type", "chat_id"}),
    "chat_administrators": frozenset({"type", "chat_id"}),
    "chat_member": frozenset({"type", "chat_id", "user_id"}),
}
# https://core.telegram.org/bots/api#setmyname and its neighbours
_WORDS = {"Name": ("name", 64), "Description": ("description", 512), "ShortDescription": ("short_description", 120)}

_PORTRAIT_SIDES = (80, 160, 320, 640)  # pixels

CommandKey = tuple[str, str]


@dataclass(slots=True)
class Profile:
    """getMe, setMyCommands and their kin."""

    world: World
    commands: dict[CommandKey, list[tuple[str, str]]] = field(default_factory=dict[CommandKey, list[tuple[str, str]]])
    words: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    menu_buttons: dict[int, Json] = field(default_factory=dict[int, Json])
    default_rights: dict[bool, Json] = field(default_factory=dict[bool, Json])
    inline: bool = True
    logged_out: bool = False

    def methods(self) -> dict[str, Handler]:
        """This area's methods by name."""
        return {
            "getMe": self.get_me,
            "getUserProfilePhotos": self.get_portraits,
            "logOut": self.log_out,
            "close": self.close,
            "setMyCommands": self.set_commands,
            "getMyCommands": self.get_commands,
            "deleteMyCommands": self.delete_commands,
            **{f"setMy{name}": self.set_words for name in _WORDS},
            **{f"getMy{name}": self.get_words for name in _WORDS},
            "setChatMenuButton": self.set_menu_button,
            "getChatMenuButton": self.get_menu_button,
            "setMyDefaultAdministratorRights": self.set_rights,
            "getMyDefaultAdministratorRights": self.get_rights,
        }

    async def get_me(self, call: Call) -> object:
        return {
            **user_json(self.world.bot),
            "can_join_groups": True,
            "can_read_all_group_messages": not self.world.privacy,
            "supports_inline_queries": self.inline,
            "supports_guest_queries": self.world.guest_mode,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": False,
            "allows_users_to_create_topics": False,
            "can_manage_bots": False,
        }

    async def get_portraits(self, call: Call) -> object:
        user = self.world.user(call.integer("user_id"))
        limit = call.integer("limit") or 100
        if not 1 <= limit <= 100:
            raise bad("limit must be 1-100")
        first = call.integer("offset") or 0
        shown = user.portraits[first : first + limit]
        return {"total_count": len(user.portraits), "photos": [self._sizes(content) for content in shown]}

    def _sizes(self, content: bytes) -> list[Json]:
        """A portrait in the sizes that the server keeps of it."""
        sizes: list[Json] = []
        for side in _PORTRAIT_SIDES:
            stored = self.world.files.add("photo", shrunk(content, side))
            sizes.append(
                {
                    "file_id": stored.id,
                    "file_unique_id": stored.unique_id,
                    "file_size": len(stored.content),
                    "width": stored.width,
                    "height": stored.height,
                }
            )
        return sizes

    async def log_out(self, call: Call) -> object:
        self.logged_out = True
        return True

    async def close(self, call: Call) -> object:
        return True

    @staticmethod
    def _language(call: Call) -> str:
        code = call.text("language_code")
        if code and not re.fullmatch(r"[a-z]{2}", code):
            raise bad("invalid language code specified")
        return code

    def _key(self, call: Call) -> CommandKey:
        scope = call.mapping("scope") or {"type": "default"}
        kind = as_text(scope.get("type"))
        if kind not in _SCOPES:
            raise bad("can't parse BotCommandScope: Unsupported type specified")
        check_fields("BotCommandScope", scope, _SCOPES[kind])
        if missing := sorted(_SCOPES[kind] - set(scope)):
            raise bad(f"can't parse BotCommandScope: Can't find field \"{missing[0]}\"")
        if "chat_id" in scope:
            scope = {**scope, "chat_id": self.world.reachable(scope["chat_id"]).id}
        return scope_key(scope), self._language(call)

    async def set_commands(self, call: Call) -> object:
        listed = call.listing("commands")
        if listed is None:
            raise bad("can't parse commands: expected an Array of BotCommand")
        if len(listed) > 100:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        self.commands[self._key(call)] = [self._command(item) for item in listed]
        self.world.changed.fire()
        return True

    def had_commands(self, key: CommandKey, menu: Sequence[tuple[str, str]]) -> None:
        """A menu that was set before; it must be one that would be taken."""
        self.commands[key] = [self._command({"command": name, "description": words}) for name, words in menu]

    @staticmethod
    def _command(item: object) -> tuple[str, str]:
        command = as_object(item) or {}
        check_fields("BotCommand", command, frozenset({"command", "description"}))
        name, description = as_text(command.get("command")), as_text(command.get("description"))
        if not _NAME.match(name):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        return name, description

    async def get_commands(self, call: Call) -> object:
        found = self.commands.get(self._key(call), [])
        return [{"command": name, "description": description} for name, description in found]

    async def delete_commands(self, call: Call) -> object:
        self.commands.pop(self._key(call), None)
        self.world.changed.fire()
        return True

    async def set_words(self, call: Call) -> object:
        what = call.method.removeprefix("setMy")
        field_name, limit = _WORDS[what]
        value, language = call.text(field_name), self._language(call)
        if len(value) > limit:
            raise bad(f"bot {field_name.replace('_', ' ')} is too long")
        self.words[field_name, language] = value
        self.world.changed.fire()
        return True

    async def get_words(self, call: Call) -> object:
        field_name, _ = _WORDS[call.method.removeprefix("getMy")]
        language = self._language(call)
        given = self.words.get((field_name, language)) or self.words.get((field_name, ""))
        return {field_name: given or (self.world.bot.first_name if field_name == "name" else "")}

    async def set_menu_button(self, call: Call) -> object:
        button = call.mapping("menu_button") or {"type": "default"}
        check_fields("MenuButton", button, frozenset({"type", "text", "web_app"}))
        if button.get("type") not in {"default", "commands", "web_app"}:
            raise bad("can't parse MenuButton: Unsupported type specified")
        self.menu_buttons[self._private(call)] = button
        return True

    async def get_menu_button(self, call: Call) -> object:
        return self.menu_buttons.get(self._private(call), {"type": "default"})

    def _private(self, call: Call) -> int:
        if not call.has("chat_id"):
            return 0
        chat = self.world.chat(call.values["chat_id"])
        if chat.kind != "private":
            raise bad("chat_id must be a private chat")
        return chat.id

    async def set_rights(self, call: Call) -> object:
        rights = call.mapping("rights") or {}
        check_fields("ChatAdministratorRights", rights, RIGHTS | {"is_anonymous"})
        self.default_rights[call.flag("for_channels")] = rights
        return True

    async def get_rights(self, call: Call) -> object:
        nothing: Json = dict.fromkeys(sorted(RIGHTS | {"is_anonymous"}), False)
        return {**nothing, **self.default_rights.get(call.flag("for_channels"), {})}

    def refuse_logged_out(self) -> None:
        """A bot that logged out is no longer served here.

        Raises:
            Refused: 400.
        """
        if self.logged_out:
            raise Refused(400, "Logged out")


def scope_key(scope: Json) -> str:
    """One string for a scope, whatever the order of its fields."""
    return dump(dict(sorted(scope.items()))).decode()
