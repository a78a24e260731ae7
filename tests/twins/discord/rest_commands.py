"""Application commands over REST."""

from __future__ import annotations

from tests.twins.discord.hub import Call, Hub
from tests.twins.discord.rest import Answer, Route, route
from tests.twins.discord.validate_commands import check_commands
from tests.twins.discord.wire import Payload, Refused


def _scope(hub: Hub, call: Call) -> int | None:
    if call.number("application") != hub.world.application_id:
        raise Refused(404, 10002, "Unknown Application")
    if "guild" not in call.ids:
        return None
    number = call.number("guild")
    guild = hub.world.guilds.get(number or 0)
    if guild is None or hub.world.bot.id not in guild.members:
        raise Refused(403, 50001, "Missing Access")
    return guild.id


def _completed(hub: Hub, scope: int | None, form: Payload, old: Payload | None) -> Payload:
    number = str(hub.world.new_id())
    made: Payload = {
        "type": 1,
        "description": "",
        "name_localizations": None,
        "description_localizations": None,
        "default_member_permissions": None,
        "nsfw": False,
        "contexts": None,
        "integration_types": [0],
        "options": [],
    }
    made |= form | {
        "id": old["id"] if old else number,
        "application_id": str(hub.world.application_id),
        "version": number,
    }
    if scope is not None:
        made["guild_id"] = str(scope)
    return made


def _same(one: Payload, other: Payload) -> bool:
    return (one.get("type") or 1, one.get("name")) == (other.get("type") or 1, other.get("name"))


def overwrite(hub: Hub, call: Call) -> Answer:
    scope = _scope(hub, call)
    if call.in_list is None:
        raise Refused(400, 50035, "Invalid Form Body")
    check_commands(call.in_list)
    before = hub.commands.get(scope, [])
    made = [
        _completed(hub, scope, form, next((old for old in before if _same(old, form)), None)) for form in call.in_list
    ]
    hub.commands[scope] = made
    return 200, made


def every(hub: Hub, call: Call) -> Answer:
    return 200, hub.commands.get(_scope(hub, call), [])


def upsert(hub: Hub, call: Call) -> Answer:
    scope = _scope(hub, call)
    kept = hub.commands.setdefault(scope, [])
    old = next((command for command in kept if _same(command, call.body)), None)
    rest = [command for command in kept if command is not old]
    check_commands([call.body, *rest])
    made = _completed(hub, scope, call.body, old)
    hub.commands[scope] = [*rest, made]
    return (200 if old else 201), made


def _one(hub: Hub, call: Call) -> tuple[int | None, Payload]:
    scope = _scope(hub, call)
    for command in hub.commands.get(scope, []):
        if command["id"] == call.ids["command"]:
            return scope, command
    raise Refused(404, 10063, "Unknown application command")


def get(hub: Hub, call: Call) -> Answer:
    return 200, _one(hub, call)[1]


def edit(hub: Hub, call: Call) -> Answer:
    scope, command = _one(hub, call)
    merged = command | call.body
    check_commands([merged, *(other for other in hub.commands[scope] if other is not command)])
    command.update(call.body)
    return 200, command


def remove(hub: Hub, call: Call) -> Answer:
    scope, command = _one(hub, call)
    hub.commands[scope].remove(command)
    return 204, None


ROUTES: list[Route] = [
    entry
    for at in ("/applications/{application}/commands", "/applications/{application}/guilds/{guild}/commands")
    for entry in (
        route("PUT", at, overwrite),
        route("GET", at, every),
        route("POST", at, upsert),
        route("GET", f"{at}/{{command}}", get),
        route("PATCH", f"{at}/{{command}}", edit),
        route("DELETE", f"{at}/{{command}}", remove),
    )
]
