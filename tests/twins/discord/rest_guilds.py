"""Guilds over REST: members, roles, bans, channels' list."""

from __future__ import annotations

from tests.twins.discord import limits
from tests.twins.discord.hub import Call, Hub
from tests.twins.discord.permissions import May, in_guild, need_in_guild, top_role
from tests.twins.discord.rest import Answer, Route, route
from tests.twins.discord.validate import known
from tests.twins.discord.wire import Payload, Refused, as_id, invalid, is_list, number
from tests.twins.discord.world import Guild, Member, Role, parse_iso


def get(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    payload = hub.payloads.guild(guild)
    if call.query.get("with_counts") in ("1", "true", "True"):
        payload |= {"approximate_member_count": len(guild.members), "approximate_presence_count": len(guild.members)}
    return 200, payload


def channels(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    return 200, [hub.payloads.channel(channel) for channel in guild.channels.values()]


def members(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    if not hub.world.members_intent:
        raise Refused(403, 50001, "Missing Access")
    limit = number(call.query, "limit", 1, 1, 1000)
    after = as_id(call.query.get("after")) or 0
    found = sorted(user for user in guild.members if user > after)[:limit]
    return 200, [hub.payloads.member(guild.members[user]) for user in found]


def search(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    query = call.query.get("query", "").lower()
    limit = number(call.query, "limit", 1, 1, 1000)
    names = hub.world.users
    found = [m for m in guild.members.values() if (m.nick or names[m.user_id].name).lower().startswith(query)]
    return 200, [hub.payloads.member(member) for member in found[:limit]]


def member_of(hub: Hub, guild: Guild, text: str) -> Member:
    number = hub.world.bot.id if text == "@me" else as_id(text)
    member = guild.members.get(number or 0)
    if member is None:
        raise Refused(404, 10007, "Unknown Member")
    return member


def member(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    return 200, hub.payloads.member(member_of(hub, guild, call.ids["user"]))


def _above(hub: Hub, guild: Guild, user_id: int) -> None:
    if top_role(guild, hub.world.bot.id) <= top_role(guild, user_id):
        raise Refused(403, 50013, "Missing Permissions")


def _role_in_reach(hub: Hub, guild: Guild, role_id: int | None) -> Role:
    role = guild.roles.get(role_id or 0)
    if role is None:
        raise Refused(404, 10011, "Unknown Role")
    need_in_guild(guild, hub.world.bot.id, May.MANAGE_ROLES)
    if role.position >= top_role(guild, hub.world.bot.id) or role.managed or role.id == guild.id:
        raise Refused(403, 50013, "Missing Permissions")
    return role


def edit_member(hub: Hub, call: Call) -> Answer:
    world, body = hub.world, call.body
    guild = world.guild(call.number("guild"))
    member = member_of(hub, guild, call.ids["user"])
    known(body, {"nick", "roles", "mute", "deaf", "channel_id", "communication_disabled_until", "flags"})
    own = member.user_id == world.bot.id
    if "nick" in body:
        need_in_guild(guild, world.bot.id, May.CHANGE_NICKNAME if own else May.MANAGE_NICKNAMES)
        if not own:
            _above(hub, guild, member.user_id)
        nick = body["nick"]
        if isinstance(nick, str) and len(nick) > 32:
            raise invalid("nick", "BASE_TYPE_MAX_LENGTH", "Must be 32 or fewer in length.")
        member.nick = nick or None
    if is_list(body.get("roles")):
        wanted = {number for number in map(as_id, body["roles"]) if number is not None}
        for role_id in wanted ^ member.roles:
            _role_in_reach(hub, guild, role_id)
        member.roles = wanted
    if "communication_disabled_until" in body:
        need_in_guild(guild, world.bot.id, May.MODERATE_MEMBERS)
        _above(hub, guild, member.user_id)
        if in_guild(guild, member.user_id) & May.ADMINISTRATOR:
            raise Refused(403, 50013, "Missing Permissions")
        until = parse_iso(body["communication_disabled_until"]) or 0.0
        if until > world.wall() + limits.TIMEOUT_SECONDS:
            raise invalid("communication_disabled_until", "GUILD_MEMBER_TIMEOUT_TOO_LONG", "At most 28 days.")
        member.timeout_until = until
    tell_member(hub, guild, member)
    return 200, hub.payloads.member(member)


def tell_member(hub: Hub, guild: Guild, member: Member) -> None:
    told = hub.payloads.member(member) | {"guild_id": str(guild.id)}
    hub.tell("GUILD_MEMBER_UPDATE", told, guild=guild)


def member_role(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    member = member_of(hub, guild, call.ids["user"])
    role = _role_in_reach(hub, guild, call.number("role"))
    (member.roles.add if call.method == "PUT" else member.roles.discard)(role.id)
    tell_member(hub, guild, member)
    return 204, None


def part(hub: Hub, guild: Guild, user_id: int) -> None:
    """Takes a member out of a guild, and tells it."""
    guild.members.pop(user_id, None)
    told = {"guild_id": str(guild.id), "user": hub.payloads.user(hub.world.users[user_id])}
    hub.tell("GUILD_MEMBER_REMOVE", told, guild=guild)


def kick(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    need_in_guild(guild, hub.world.bot.id, May.KICK_MEMBERS)
    member = member_of(hub, guild, call.ids["user"])
    _above(hub, guild, member.user_id)
    part(hub, guild, member.user_id)
    return 204, None


def shut_out(hub: Hub, guild: Guild, user_id: int, reason: str | None, seconds: int = 0) -> None:
    """Bans a user, deleting what they wrote in the last `seconds`."""
    guild.bans[user_id] = reason
    told = {"guild_id": str(guild.id), "user": hub.payloads.user(hub.world.users[user_id])}
    hub.tell("GUILD_BAN_ADD", told, guild=guild)
    if user_id in guild.members:
        part(hub, guild, user_id)
    since = hub.world.wall() - seconds
    for channel in [*guild.channels.values(), *guild.threads.values()]:
        for message in [m for m in channel.messages.values() if m.author.id == user_id and m.created > since]:
            hub.remove(message)


def ban(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    need_in_guild(guild, hub.world.bot.id, May.BAN_MEMBERS)
    user_id = call.number("user") or 0
    if user_id not in hub.world.users:
        raise Refused(404, 10013, "Unknown User")
    if call.method == "DELETE":
        if user_id not in guild.bans:
            raise Refused(404, 10026, "Unknown Ban")
        lift(hub, guild, user_id)
        return 204, None
    known(call.body, {"delete_message_days", "delete_message_seconds"})
    if user_id in guild.members:
        _above(hub, guild, user_id)
    seconds = call.body.get("delete_message_seconds") or call.query.get("delete_message_seconds") or 0
    if not 0 <= int(seconds) <= 604800:
        raise invalid("delete_message_seconds", "NUMBER_TYPE_MAX", "int value should be less than or equal to 604800.")
    shut_out(hub, guild, user_id, None, int(seconds))
    return 204, None


def lift(hub: Hub, guild: Guild, user_id: int) -> None:
    guild.bans.pop(user_id, None)
    told = {"guild_id": str(guild.id), "user": hub.payloads.user(hub.world.users[user_id])}
    hub.tell("GUILD_BAN_REMOVE", told, guild=guild)


def bans(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    need_in_guild(guild, hub.world.bot.id, May.BAN_MEMBERS)
    listed = {
        str(user): {"reason": reason, "user": hub.payloads.user(hub.world.users[user])}
        for user, reason in guild.bans.items()
    }
    if "user" not in call.ids:
        return 200, list(listed.values())
    if call.ids["user"] not in listed:
        raise Refused(404, 10026, "Unknown Ban")
    return 200, listed[call.ids["user"]]


def roles(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    return 200, [hub.payloads.role(role) for role in guild.roles.values()]


_ROLE_FIELDS = frozenset(
    [
        "name",
        "permissions",
        "color",
        "colors",
        "hoist",
        "icon",
        "unicode_emoji",
        "mentionable",
        "secondary_color",
        "tertiary_color",
    ]
)


def make_role(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    need_in_guild(guild, hub.world.bot.id, May.MANAGE_ROLES)
    known(call.body, _ROLE_FIELDS)
    role = Role(hub.world.new_id(), "new role", May(0), 1)
    for other in guild.roles.values():
        if other.id != guild.id:
            other.position += 1
    _apply(hub, guild, role, call.body)
    guild.roles[role.id] = role
    hub.tell("GUILD_ROLE_CREATE", {"guild_id": str(guild.id), "role": hub.payloads.role(role)}, guild=guild)
    return 200, hub.payloads.role(role)


def _apply(hub: Hub, guild: Guild, role: Role, body: Payload) -> None:
    name = body.get("name")
    if isinstance(name, str):
        if not 1 <= len(name) <= 100:
            raise invalid("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.")
        role.name = name
    if body.get("permissions") is not None:
        wanted = May(as_id(body["permissions"]) or 0)
        if wanted & ~in_guild(guild, hub.world.bot.id) & ~role.permissions:
            raise Refused(403, 50013, "Missing Permissions")
        role.permissions = wanted
    role.color = body.get("color") or role.color
    role.hoist = bool(body.get("hoist", role.hoist))
    role.mentionable = bool(body.get("mentionable", role.mentionable))


def edit_role(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    known(call.body, _ROLE_FIELDS)
    role = _role_in_reach(hub, guild, call.number("role"))
    _apply(hub, guild, role, call.body)
    hub.tell("GUILD_ROLE_UPDATE", {"guild_id": str(guild.id), "role": hub.payloads.role(role)}, guild=guild)
    return 200, hub.payloads.role(role)


def remove_role(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    drop_role(hub, guild, _role_in_reach(hub, guild, call.number("role")))
    return 204, None


def drop_role(hub: Hub, guild: Guild, role: Role) -> None:
    """Deletes a role; that its members lost it and channels their overwrites follows from that alone."""
    del guild.roles[role.id]
    for member in guild.members.values():
        member.roles.discard(role.id)
    for channel in guild.channels.values():
        channel.overwrites.pop(role.id, None)
    hub.tell("GUILD_ROLE_DELETE", {"guild_id": str(guild.id), "role_id": str(role.id)}, guild=guild)


ROUTES: list[Route] = [
    route("GET", "/guilds/{guild}", get),
    route("GET", "/guilds/{guild}/channels", channels),
    route("GET", "/guilds/{guild}/members", members),
    route("GET", "/guilds/{guild}/members/search", search),
    route("GET", "/guilds/{guild}/members/{user}", member),
    route("PATCH", "/guilds/{guild}/members/{user}", edit_member),
    route("DELETE", "/guilds/{guild}/members/{user}", kick),
    route("PUT", "/guilds/{guild}/members/{user}/roles/{role}", member_role),
    route("DELETE", "/guilds/{guild}/members/{user}/roles/{role}", member_role),
    route("GET", "/guilds/{guild}/bans", bans),
    route("GET", "/guilds/{guild}/bans/{user}", bans),
    route("PUT", "/guilds/{guild}/bans/{user}", ban),
    route("DELETE", "/guilds/{guild}/bans/{user}", ban),
    route("GET", "/guilds/{guild}/roles", roles),
    route("POST", "/guilds/{guild}/roles", make_role),
    route("PATCH", "/guilds/{guild}/roles/{role}", edit_role),
    route("DELETE", "/guilds/{guild}/roles/{role}", remove_role),
]
