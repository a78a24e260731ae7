"""How an interaction is made: its payload, its options, what it refers to."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from tests.twins.discord.hub import Hub, Interaction
from tests.twins.discord.permissions import May, in_channel
from tests.twins.discord.wire import Payload, objects
from tests.twins.discord.world import Attachment, Channel, Message, NotAllowed, Role, User

FileTriple: TypeAlias = tuple[str, bytes, str]
"""Name, bytes, content type."""
Resolvable: TypeAlias = User | Role | Channel | FileTriple
Value: TypeAlias = str | int | float | bool | Resolvable


class Resolved:
    """Collects what an interaction's data refers to by id."""

    def __init__(self, hub: Hub, channel: Channel) -> None:
        self._hub = hub
        self._channel = channel
        self.payload: Payload = {}

    def _put(self, group: str, number: int, payload: Payload) -> str:
        self.payload.setdefault(group, {})[str(number)] = payload
        return str(number)

    def user(self, user: User) -> str:
        payloads = self._hub.payloads
        if self._channel.guild_id is not None:
            guild = self._hub.world.guilds[self._channel.guild_id]
            member = guild.members.get(user.id)
            if member is not None:
                rights = str(int(in_channel(self._hub.world, self._channel, user.id)))
                self._put("members", user.id, payloads.member(member, with_user=False) | {"permissions": rights})
        return self._put("users", user.id, payloads.user(user))

    def role(self, role: Role) -> str:
        return self._put("roles", role.id, self._hub.payloads.role(role))

    def channel(self, channel: Channel) -> str:
        return self._put("channels", channel.id, self._hub.payloads.channel(channel) | {"permissions": "0"})

    def message(self, message: Message) -> str:
        # The target of a context menu comes whole, whatever intents are granted.
        return self._put("messages", message.id, self._hub.payloads.message(message))

    def file(self, triple: FileTriple) -> str:
        name, data, kind = triple
        file = Attachment(self._hub.world.new_id(), name, data, kind, ephemeral=True)
        self._hub.world.files[file.id] = file
        return self._put("attachments", file.id, self._hub.payloads.attachment(self._channel.id, file))


def ask(
    hub: Hub,
    kind: int,
    asker: User,
    channel: Channel,
    data: Payload,
    *,
    source: Message | None = None,
    via: Interaction | None = None,
) -> Interaction:
    """Makes an interaction and tells it to the bot, whatever its intents."""
    world, payloads = hub.world, hub.payloads
    number, token = world.new_id(), secrets.token_urlsafe(60)
    payload: Payload = {
        "id": str(number),
        "application_id": str(world.application_id),
        "type": kind,
        "token": token,
        "version": 1,
        "data": data,
        "channel_id": str(channel.id),
        "channel": payloads.channel(channel) | {"permissions": str(int(in_channel(world, channel, asker.id)))},
        "locale": asker.locale,
        "app_permissions": hub.app_permissions(channel),
        "entitlements": [],
        "entitlement_sku_ids": [],
        "attachment_size_limit": 10 * 1024 * 1024,
        "authorizing_integration_owners": _owners(hub, asker, channel),
        "context": context_of(hub, channel),
    }
    if channel.guild_id is not None:
        guild = world.guilds[channel.guild_id]
        member = guild.members.get(asker.id)
        if member is None:
            raise NotAllowed(f"{asker.name} is not a member")
        if member.pending or member.timeout_until > world.wall():
            raise NotAllowed(f"{asker.name} is held back: no interaction comes of what they do")
        payload |= {
            "guild_id": str(guild.id),
            "guild_locale": guild.locale,
            "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
            "member": payloads.member(member) | {"permissions": str(int(in_channel(world, channel, asker.id)))},
        }
    else:
        payload["user"] = payloads.user(asker)
    if source is not None:
        payload["message"] = payloads.message(source)
    interaction = Interaction(number, token, kind, asker, channel, hub.clock(), payload, source, via=via)
    hub.open_interaction(interaction)
    return interaction


def context_of(hub: Hub, channel: Channel) -> int:
    """In what kind of chat something is asked: a guild, the bot's direct messages, others'."""
    if channel.guild_id is not None:
        return 0
    return 1 if hub.world.has_bot(channel) else 2


def _owners(hub: Hub, asker: User, channel: Channel) -> Payload:
    """For whom the bot is installed where it is asked."""
    owners: Payload = {}
    if hub.world.has_bot(channel):
        owners["0"] = str(channel.guild_id or 0)
    if asker.installed:
        owners["1"] = str(asker.id)
    return owners


def find_command(hub: Hub, channel: Channel, asker: User, name: str, kind: int) -> Payload:
    """Finds a command as the asker's client lists it: the guild's own first, then the global ones."""
    scopes = [channel.guild_id, None] if channel.guild_id is not None else [None]
    for scope in scopes:
        for command in hub.commands.get(scope, []):
            if command["name"] == name and (command.get("type") or 1) == kind:
                _may_use(hub, channel, asker, command)
                return command
    raise NotAllowed(f"there is no command {name!r} here")


def _may_use(hub: Hub, channel: Channel, asker: User, command: Payload) -> None:
    contexts = command.get("contexts")
    context = context_of(hub, channel)
    types = command.get("integration_types") or [0]
    if not ((hub.world.has_bot(channel) and 0 in types) or (asker.installed and 1 in types)):
        raise NotAllowed(f"{command['name']!r} is not offered: the bot is not installed here for that")
    if contexts is not None and context not in contexts:
        raise NotAllowed(f"{command['name']!r} is not offered in this kind of chat")
    if contexts is None and context == 1 and command.get("dm_permission") is False:
        raise NotAllowed(f"{command['name']!r} is not offered in direct messages")
    if channel.guild_id is None:
        return
    have = in_channel(hub.world, channel, asker.id)
    if not have & May.USE_APPLICATION_COMMANDS:
        raise NotAllowed("this member may not use commands here")
    needed = command.get("default_member_permissions")
    if needed is not None and (May(int(needed)) & ~have or int(needed) == 0) and not have & May.ADMINISTRATOR:
        raise NotAllowed(f"{command['name']!r} is not offered to this member")


def descend(command: Payload, path: Sequence[str]) -> tuple[Payload, list[Payload]]:
    """Follows sub-command names.

    Returns:
        The leaf that holds the options, and the option objects to wrap them in, outermost first.
    """
    leaf, wrappers = command, list[Payload]()
    for step in path:
        found = next(
            (o for o in objects(leaf.get("options")) if o.get("name") == step and o.get("type") in (1, 2)), None
        )
        if found is None:
            raise NotAllowed(f"there is no sub-command {step!r}")
        wrappers.append({"name": step, "type": found["type"]})
        leaf = found
    if any(option.get("type") in (1, 2) for option in objects(leaf.get("options"))):
        raise NotAllowed("a sub-command must be named")
    return leaf, wrappers


def wrap(wrappers: list[Payload], options: list[Payload]) -> list[Payload]:
    for wrapper in reversed(wrappers):
        options = [wrapper | {"options": options}]
    return options


def fill(leaf: Payload, values: Mapping[str, Value], resolved: Resolved, *, partly: bool = False) -> list[Payload]:
    """Fills a command's options as its client does, refusing what the client would not send."""
    offered = {str(option["name"]): option for option in objects(leaf.get("options"))}
    unknown = set(values) - set(offered)
    if unknown:
        raise NotAllowed(f"no such option: {sorted(unknown)}")
    missing = [name for name, option in offered.items() if option.get("required") and name not in values]
    if missing and not partly:
        raise NotAllowed(f"required and missing: {missing}")
    return [
        {"name": name, "type": option["type"], "value": _value(option, values[name], resolved)}
        for name, option in offered.items()
        if name in values
    ]


def _value(option: Payload, value: Value, resolved: Resolved) -> str | int | float | bool:
    name, kind = option["name"], option["type"]
    if isinstance(value, User):
        return resolved.user(value)
    if isinstance(value, Role):
        return resolved.role(value)
    if isinstance(value, Channel):
        return resolved.channel(value)
    if isinstance(value, tuple):
        return resolved.file(value)
    choices = objects(option.get("choices"))
    if choices:
        picked: list[str | int | float] = [
            choice["value"] for choice in choices if value in (choice["value"], choice["name"])
        ]
        if not picked:
            raise NotAllowed(f"{value!r} is no choice of {name!r}")
        return picked[0]
    wanted: dict[int, type | tuple[type, ...]] = {3: str, 4: int, 5: bool, 10: (int, float)}
    if kind not in wanted or not isinstance(value, wanted[kind]):
        raise NotAllowed(f"{name!r} does not take {value!r}")
    size = len(value) if isinstance(value, str) else value
    low, high = ("min_length", "max_length") if kind == 3 else ("min_value", "max_value")
    if (option.get(low) is not None and size < option[low]) or (option.get(high) is not None and size > option[high]):
        raise NotAllowed(f"{value!r} is out of the bounds of {name!r}")
    if kind == 3 and not 0 < size <= 6000:
        raise NotAllowed(f"{name!r} is empty or too long")
    return value
