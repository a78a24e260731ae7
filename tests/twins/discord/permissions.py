"""Who may do what: Discord's permission bits, and their sum over roles and a channel's overwrites."""

from __future__ import annotations

from enum import IntFlag
from typing import TYPE_CHECKING

from tests.twins.discord.wire import Refused

if TYPE_CHECKING:
    from tests.twins.discord.world import Channel, Guild, World


class May(IntFlag):
    """Permission bits (developers' docs, "Permissions")."""

    KICK_MEMBERS = 1 << 1
    BAN_MEMBERS = 1 << 2
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    CONNECT = 1 << 20
    SPEAK = 1 << 21
    CHANGE_NICKNAME = 1 << 26
    MANAGE_NICKNAMES = 1 << 27
    MANAGE_ROLES = 1 << 28
    MANAGE_WEBHOOKS = 1 << 29
    USE_APPLICATION_COMMANDS = 1 << 31
    MANAGE_EVENTS = 1 << 33
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    CREATE_PRIVATE_THREADS = 1 << 36
    SEND_MESSAGES_IN_THREADS = 1 << 38
    MODERATE_MEMBERS = 1 << 40
    CREATE_EVENTS = 1 << 44
    PIN_MESSAGES = 1 << 51


EVERYTHING = May(sum(May))

ORDINARY = (
    May.VIEW_CHANNEL
    | May.SEND_MESSAGES
    | May.ADD_REACTIONS
    | May.EMBED_LINKS
    | May.ATTACH_FILES
    | May.READ_MESSAGE_HISTORY
    | May.USE_EXTERNAL_EMOJIS
    | May.USE_APPLICATION_COMMANDS
    | May.CREATE_PUBLIC_THREADS
    | May.CREATE_PRIVATE_THREADS
    | May.SEND_MESSAGES_IN_THREADS
    | May.CHANGE_NICKNAME
    | May.CONNECT
    | May.SPEAK
)
"""What @everyone has in a new guild."""

IN_TIMEOUT = May.VIEW_CHANNEL | May.READ_MESSAGE_HISTORY


def named(*names: str) -> May:
    """Reads permissions by discord.py's lower-case names, e.g. ``send_messages``."""
    total = May(0)
    for name in names:
        total |= May[name.upper()]
    return total


def in_guild(guild: Guild, user_id: int) -> May:
    """Sums up a member's permissions in a guild, before any channel's overwrites."""
    if user_id == guild.owner_id:
        return EVERYTHING
    member = guild.members.get(user_id)
    if member is None:
        return May(0)
    total = guild.roles[guild.id].permissions
    for role_id in member.roles:
        total |= guild.roles[role_id].permissions
    return EVERYTHING if total & May.ADMINISTRATOR else total


def _overwritten(guild: Guild, holder: Channel, user_id: int, total: May) -> May:
    """Lays a channel's overwrites over a sum: everyone's, then all roles' at once, then the member's own."""
    everyone = holder.overwrites.get(guild.id)
    if everyone is not None:
        total = (total & ~everyone.deny) | everyone.allow
    allow = deny = May(0)
    for role_id in guild.members[user_id].roles:
        over = holder.overwrites.get(role_id)
        if over is not None:
            allow |= over.allow
            deny |= over.deny
    total = (total & ~deny) | allow
    own = holder.overwrites.get(user_id)
    return total if own is None else (total & ~own.deny) | own.allow


def in_channel(world: World, channel: Channel, user_id: int) -> May:
    """Sums up a user's permissions in a channel; in a DM its two sides may do what a DM allows."""
    if channel.guild_id is None:
        return ORDINARY if user_id in channel.recipients else May(0)
    guild = world.guilds[channel.guild_id]
    member = guild.members.get(user_id)
    total = in_guild(guild, user_id)
    if member is None or total == EVERYTHING:
        return total
    holder = world.channels.get(channel.parent_id) if channel.is_thread and channel.parent_id is not None else channel
    if holder is None:
        return May(0)
    total = _overwritten(guild, holder, user_id, total)
    if channel.kind == 12 and user_id not in channel.thread_members and not total & May.MANAGE_THREADS:
        return May(0)
    if not total & May.VIEW_CHANNEL:
        return May(0)
    if channel.is_thread:
        total &= ~May.SEND_MESSAGES
        if total & May.SEND_MESSAGES_IN_THREADS:
            total |= May.SEND_MESSAGES
    if not total & May.SEND_MESSAGES:
        total &= ~(May.EMBED_LINKS | May.ATTACH_FILES | May.MENTION_EVERYONE)
    if member.timeout_until > world.wall():
        total &= IN_TIMEOUT
    return total


def need(world: World, channel: Channel, user_id: int, wanted: May) -> May:
    """Refuses with 50001 where the channel is hidden, with 50013 where a permission is missing."""
    have = in_channel(world, channel, user_id)
    if not have & May.VIEW_CHANNEL:
        raise Refused(403, 50001, "Missing Access")
    if wanted & ~have:
        raise Refused(403, 50013, "Missing Permissions")
    return have


def need_in_guild(guild: Guild, user_id: int, wanted: May) -> None:
    if wanted & ~in_guild(guild, user_id):
        raise Refused(403, 50013, "Missing Permissions")


def top_role(guild: Guild, user_id: int) -> int:
    """Gives the position of a member's highest role; the owner stands above all."""
    if user_id == guild.owner_id:
        return 1 << 30
    member = guild.members.get(user_id)
    return max((guild.roles[role].position for role in member.roles), default=0) if member else 0
