"""The bot about itself: its user, its application, its gateway, its DMs, its guilds."""

from __future__ import annotations

from tests.twins.discord.hub import Call, Hub
from tests.twins.discord.permissions import in_guild
from tests.twins.discord.rest import Answer, Route, route
from tests.twins.discord.wire import Payload, Refused, as_id, invalid


def me(hub: Hub, call: Call) -> Answer:
    del call
    extra = {"verified": True, "mfa_enabled": False, "locale": "en-US", "email": None, "flags": 0}
    return 200, hub.payloads.user(hub.world.bot) | extra


def rename(hub: Hub, call: Call) -> Answer:
    name = call.body.get("username")
    if isinstance(name, str):
        hub.world.bot.name = name
    return me(hub, call)


def user(hub: Hub, call: Call) -> Answer:
    found = hub.world.users.get(call.number("user") or 0)
    if found is None:
        raise Refused(404, 10013, "Unknown User")
    return 200, hub.payloads.user(found)


def application(hub: Hub, call: Call) -> Answer:
    del call
    return 200, hub.payloads.application()


def gateway(hub: Hub, call: Call) -> Answer:
    if not call.path.endswith("/bot"):
        return 200, {"url": hub.gateway.url}
    starts = {"total": 1000, "remaining": 1000 - hub.gateway.identified, "reset_after": 1000, "max_concurrency": 1}
    return 200, {"url": hub.gateway.url, "shards": 1, "session_start_limit": starts}


def open_dm(hub: Hub, call: Call) -> Answer:
    target = as_id(call.body.get("recipient_id"))
    if target is None:
        raise invalid("recipient_id", "BASE_TYPE_REQUIRED", "This field is required")
    found = hub.world.users.get(target)
    if found is None:
        raise Refused(404, 10013, "Unknown User")
    if found.bot:
        raise Refused(400, 50007, "Cannot send messages to this user")
    return 200, hub.payloads.channel(hub.world.dm_with(found))


def guilds(hub: Hub, call: Call) -> Answer:
    del call
    world = hub.world
    listed: list[Payload] = [
        {
            "id": str(guild.id),
            "name": guild.name,
            "icon": None,
            "owner": guild.owner_id == world.bot.id,
            "permissions": str(int(in_guild(guild, world.bot.id))),
            "features": [],
        }
        for guild in world.guilds.values()
        if world.bot.id in guild.members
    ]
    return 200, listed


def leave(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    del guild.members[hub.world.bot.id]
    hub.tell("GUILD_DELETE", {"id": str(guild.id)}, guild=guild)
    return 204, None


ROUTES: list[Route] = [
    route("GET", "/users/@me", me),
    route("PATCH", "/users/@me", rename),
    route("GET", "/users/@me/guilds", guilds),
    route("DELETE", "/users/@me/guilds/{guild}", leave),
    route("POST", "/users/@me/channels", open_dm),
    route("GET", "/users/{user}", user),
    route("GET", "/applications/@me", application),
    route("GET", "/oauth2/applications/@me", application),
    route("GET", "/gateway", gateway),
    route("GET", "/gateway/bot", gateway),
]
