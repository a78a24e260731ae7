"""Channels and threads over REST."""

from __future__ import annotations

from tests.twins.discord import limits
from tests.twins.discord.hub import Call, Hub
from tests.twins.discord.permissions import May, in_guild, need, need_in_guild
from tests.twins.discord.posting import create
from tests.twins.discord.rest import Answer, Route, route
from tests.twins.discord.rest_messages import refuse_archived
from tests.twins.discord.validate import CREATE_FIELDS, check_message, known, required_text, text_field
from tests.twins.discord.wire import Faulty, Payload, Refused, as_id, invalid, is_list, is_object, objects
from tests.twins.discord.world import Channel, Message, Overwrite, World

_EDITABLE = frozenset(
    [
        "name",
        "parent_id",
        "topic",
        "bitrate",
        "nsfw",
        "user_limit",
        "position",
        "permission_overwrites",
        "rate_limit_per_user",
        "type",
        "rtc_region",
        "video_quality_mode",
        "archived",
        "auto_archive_duration",
        "locked",
        "invitable",
        "default_auto_archive_duration",
        "flags",
        "default_thread_rate_limit_per_user",
        "default_reaction_emoji",
        "available_tags",
        "applied_tags",
        "default_forum_layout",
        "default_sort_order",
    ]
)


def overwrite(entry: Payload) -> Overwrite:
    """Reads one overwrite, with permissions as the strings of digits that Discord sends."""
    target, kind = as_id(entry.get("id")), as_id(entry.get("type"))
    if target is None or kind not in (0, 1):
        raise invalid("permission_overwrites", "BASE_TYPE_REQUIRED", "This field is required")
    return Overwrite(
        target, kind == 0, May(as_id(entry.get("allow") or 0) or 0), May(as_id(entry.get("deny") or 0) or 0)
    )


def _check_names(body: Payload, *, needed: bool) -> None:
    faulty = Faulty()
    if needed or "name" in body:
        required_text(faulty, body, "name", "name", limits.CHANNEL_NAME)
    text_field(faulty, body, "topic", "topic", limits.CHANNEL_TOPIC if body.get("type") != 15 else 4096, 0)
    faulty.raise_if_any()


def get(hub: Hub, call: Call) -> Answer:
    channel = hub.world.channel(call.number("channel"))
    need(hub.world, channel, hub.world.bot.id, May.VIEW_CHANNEL)
    return 200, hub.payloads.channel(channel)


def make(hub: Hub, call: Call) -> Answer:
    world = hub.world
    guild = world.guild(call.number("guild"))
    need_in_guild(guild, world.bot.id, May.MANAGE_CHANNELS)
    known(call.body, _EDITABLE)
    _check_names(call.body, needed=True)
    kind = as_id(call.body.get("type")) or 0
    if kind not in (0, 2, 4, 5, 13, 15):
        raise invalid("type", "BASE_TYPE_CHOICES", "Value must be one of (0, 2, 4, 5, 13, 15).")
    channel = Channel(world.new_id(), kind, str(call.body["name"]), guild.id, position=len(guild.channels))
    have = in_guild(guild, world.bot.id)
    for entry in objects(call.body.get("permission_overwrites")):
        over = overwrite(entry)
        if (over.allow | over.deny) & ~have:
            raise Refused(403, 50013, "Missing Permissions")
        channel.overwrites[over.id] = over
    _apply(channel, call.body, world)
    world.add_channel(channel)
    hub.tell("CHANNEL_CREATE", hub.payloads.channel(channel), channel)
    return 201, hub.payloads.channel(channel)


def edit(hub: Hub, call: Call) -> Answer:
    world = hub.world
    channel = world.channel(call.number("channel"))
    known(call.body, _EDITABLE)
    if channel.is_thread:
        return _edit_thread(hub, channel, call.body)
    need(world, channel, world.bot.id, May.MANAGE_CHANNELS)
    _check_names(call.body, needed=False)
    listed = call.body.get("permission_overwrites")
    if listed is not None:
        need(world, channel, world.bot.id, May.MANAGE_ROLES)
        channel.overwrites = {over.id: over for over in map(overwrite, objects(listed))}
    _apply(channel, call.body, world)
    hub.tell("CHANNEL_UPDATE", hub.payloads.channel(channel), channel)
    return 200, hub.payloads.channel(channel)


def _edit_thread(hub: Hub, thread: Channel, body: Payload) -> Answer:
    world = hub.world
    have = need(world, thread, world.bot.id, May.VIEW_CHANNEL)
    _check_names(body, needed=False)
    boss = bool(have & May.MANAGE_THREADS)
    # A member may only reopen a thread that is not locked, by writing or by this; everything else is the owner's.
    reopening = body.get("archived") is False
    owned = thread.owner_id == world.bot.id
    if not boss and not owned and not (set(body) == {"archived"} and reopening):
        raise Refused(403, 50013, "Missing Permissions")
    if not boss and ((thread.locked and reopening) or "locked" in body or "rate_limit_per_user" in body):
        raise Refused(403, 50013, "Missing Permissions")
    if thread.archived and not reopening:
        refuse_archived(thread)
    _apply(thread, body, world)
    for key in ("archived", "locked", "invitable"):
        if isinstance(body.get(key), bool):
            setattr(thread, key, body[key])
            thread.archive_changed = world.wall()
    if isinstance(body.get("auto_archive_duration"), int):
        thread.auto_archive_duration = _archive_after(body)
    hub.tell("THREAD_UPDATE", hub.payloads.channel(thread), thread)
    return 200, hub.payloads.channel(thread)


def _archive_after(body: Payload) -> int:
    minutes = body.get("auto_archive_duration") or 1440
    if minutes not in (60, 1440, 4320, 10080):
        raise invalid("auto_archive_duration", "BASE_TYPE_CHOICES", "Value must be one of (60, 1440, 4320, 10080).")
    return int(minutes)


def _apply(channel: Channel, body: Payload, world: World) -> None:
    if isinstance(body.get("name"), str):
        channel.name = body["name"]
    if "topic" in body:
        channel.topic = body["topic"]
    if "parent_id" in body:
        channel.parent_id = as_id(body["parent_id"])
    for key in ("position", "rate_limit_per_user"):
        if isinstance(body.get(key), int):
            setattr(channel, key, body[key])
    if isinstance(body.get("nsfw"), bool):
        channel.nsfw = body["nsfw"]
    if is_list(body.get("applied_tags")):
        channel.applied_tags = [tag for tag in map(as_id, body["applied_tags"]) if tag is not None]
    if is_list(body.get("available_tags")):
        channel.tags = [
            {
                "id": str(as_id(tag.get("id")) or world.new_id()),
                "name": tag.get("name"),
                "moderated": bool(tag.get("moderated")),
            }
            | {"emoji_id": tag.get("emoji_id"), "emoji_name": tag.get("emoji_name")}
            for tag in objects(body["available_tags"])
        ]


def remove(hub: Hub, call: Call) -> Answer:
    world = hub.world
    channel = world.channel(call.number("channel"))
    if channel.guild_id is None:
        return 200, hub.payloads.channel(channel)
    need(world, channel, world.bot.id, May.MANAGE_THREADS if channel.is_thread else May.MANAGE_CHANNELS)
    told = hub.payloads.channel(channel)
    hub.tell("THREAD_DELETE" if channel.is_thread else "CHANNEL_DELETE", told, channel)
    world.remove_channel(channel)
    return 200, told


def set_overwrite(hub: Hub, call: Call) -> Answer:
    world = hub.world
    channel = world.channel(call.number("channel"))
    have = need(world, channel, world.bot.id, May.MANAGE_ROLES)
    target = call.number("target") or 0
    if call.method == "DELETE":
        if channel.overwrites.pop(target, None) is None:
            raise Refused(404, 10009, "Unknown Permission Overwrite")
    else:
        known(call.body, {"id", "type", "allow", "deny"})
        over = overwrite(call.body | {"id": target})
        if (over.allow | over.deny) & ~have:
            raise Refused(403, 50013, "Missing Permissions")
        channel.overwrites[target] = over
    hub.tell("CHANNEL_UPDATE", hub.payloads.channel(channel), channel)
    return 204, None


# --- threads ---


def open_thread(
    hub: Hub, parent: Channel, body: Payload, owner_id: int, *, kind: int, message: Message | None = None
) -> Channel:
    """Opens a thread and tells it, with its system messages left out."""
    world = hub.world
    thread = Channel(
        message.id if message is not None else world.new_id(),
        kind,
        str(body["name"]),
        parent.guild_id,
        parent.id,
        owner_id=owner_id,
        auto_archive_duration=_archive_after(body),
        archive_changed=world.wall(),
        invitable=bool(body.get("invitable", True)),
    )
    thread.thread_members[owner_id] = world.wall()
    _apply(thread, {key: value for key, value in body.items() if key == "applied_tags"}, world)
    world.add_channel(thread)
    if message is not None:
        message.thread_id = thread.id
        message.flags |= 1 << 5
    hub.tell("THREAD_CREATE", hub.payloads.channel(thread) | {"newly_created": True}, thread)
    if message is not None:
        hub.tell_message("MESSAGE_UPDATE", message)
    return thread


def thread_from_message(hub: Hub, call: Call) -> Answer:
    world = hub.world
    parent = world.channel(call.number("channel"))
    need(world, parent, world.bot.id, May.CREATE_PUBLIC_THREADS | May.READ_MESSAGE_HISTORY)
    known(call.body, {"name", "auto_archive_duration", "rate_limit_per_user"})
    _check_names(call.body, needed=True)
    message = world.message(parent, call.number("message"))
    if parent.kind not in (0, 5):
        raise Refused(400, 50024, "Cannot execute action on this channel type")
    if message.thread_id is not None:
        raise Refused(400, 160004, "A thread has already been created for this message")
    kind = 10 if parent.kind == 5 else 11
    return 201, hub.payloads.channel(open_thread(hub, parent, call.body, world.bot.id, kind=kind, message=message))


def thread_alone(hub: Hub, call: Call) -> Answer:
    world = hub.world
    parent = world.channel(call.number("channel"))
    if parent.kind == 15:
        return _forum_post(hub, call, parent)
    known(call.body, {"name", "auto_archive_duration", "type", "invitable", "rate_limit_per_user"})
    kind = call.body.get("type") or 12
    need(world, parent, world.bot.id, May.CREATE_PRIVATE_THREADS if kind == 12 else May.CREATE_PUBLIC_THREADS)
    _check_names(call.body | {"type": 0}, needed=True)
    if parent.kind not in (0, 5) or kind not in (10, 11, 12):
        raise Refused(400, 50024, "Cannot execute action on this channel type")
    return 201, hub.payloads.channel(open_thread(hub, parent, call.body, world.bot.id, kind=kind))


def _forum_post(hub: Hub, call: Call, parent: Channel) -> Answer:
    world = hub.world
    need(world, parent, world.bot.id, May.SEND_MESSAGES)
    known(call.body, {"name", "auto_archive_duration", "rate_limit_per_user", "message", "applied_tags", "type"})
    _check_names(call.body | {"type": 0}, needed=True)
    tags = call.body.get("applied_tags")
    if is_list(tags) and len(tags) > limits.FORUM_TAGS:
        raise invalid("applied_tags", "BASE_TYPE_MAX_LENGTH", "Must be 5 or fewer in length.")
    first = call.body.get("message")
    if not is_object(first):
        raise invalid("message", "BASE_TYPE_REQUIRED", "This field is required")
    flags = check_message(first, CREATE_FIELDS, call.uploads)
    # The post is made before its thread is told, as a form that is refused must leave no thread behind.
    message = create(hub, parent, world.bot, first, call.uploads, flags)
    thread = open_thread(hub, parent, call.body, world.bot.id, kind=11)
    message.id = message.channel_id = thread.id
    hub.keep(message)
    return 201, hub.payloads.channel(thread) | {"message": hub.payloads.message(message)}


def thread_member(hub: Hub, call: Call) -> Answer:
    world = hub.world
    thread = world.channel(call.number("channel"))
    who = call.ids["user"]
    user_id = world.bot.id if who == "@me" else as_id(who) or 0
    have = need(world, thread, world.bot.id, May.VIEW_CHANNEL)
    if not thread.is_thread or thread.guild_id is None:
        raise Refused(400, 50024, "Cannot execute action on this channel type")
    if call.method == "GET":
        if user_id not in thread.thread_members:
            raise Refused(404, 10007, "Unknown Member")
        return 200, hub.payloads.thread_member(thread, user_id)
    refuse_archived(thread)
    if user_id not in world.guilds[thread.guild_id].members:
        raise Refused(404, 10007, "Unknown Member")
    told: Payload = {"id": str(thread.id), "guild_id": str(thread.guild_id)}
    if call.method == "PUT":
        thread.thread_members.setdefault(user_id, world.wall())
        told["added_members"] = [hub.payloads.thread_member(thread, user_id)]
    else:
        if user_id != world.bot.id and not have & May.MANAGE_THREADS and thread.owner_id != world.bot.id:
            raise Refused(403, 50013, "Missing Permissions")
        thread.thread_members.pop(user_id, None)
        told["removed_member_ids"] = [str(user_id)]
    hub.tell("THREAD_MEMBERS_UPDATE", told | {"member_count": len(thread.thread_members)}, thread)
    return 204, None


def thread_members(hub: Hub, call: Call) -> Answer:
    thread = hub.world.channel(call.number("channel"))
    need(hub.world, thread, hub.world.bot.id, May.VIEW_CHANNEL)
    return 200, [hub.payloads.thread_member(thread, user) for user in thread.thread_members]


def active_threads(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    return 200, _listed(hub, [thread for thread in guild.threads.values() if not thread.archived])


def archived_threads(hub: Hub, call: Call) -> Answer:
    world = hub.world
    parent = world.channel(call.number("channel"))
    need(world, parent, world.bot.id, May.READ_MESSAGE_HISTORY)
    kinds = (10, 11) if call.path.endswith("public") else (12,)
    found = [channel for channel in world.channels.values() if channel.parent_id == parent.id and channel.kind in kinds]
    return 200, _listed(hub, [thread for thread in found if thread.archived]) | {"has_more": False}


def _listed(hub: Hub, threads: list[Channel]) -> Payload:
    bot = hub.world.bot.id
    seen = [thread for thread in threads if hub.world.sees(thread, bot)]
    members = [hub.payloads.thread_member(thread, bot) for thread in seen if bot in thread.thread_members]
    return {"threads": [hub.payloads.channel(thread) for thread in seen], "members": members}


ROUTES: list[Route] = [
    route("GET", "/channels/{channel}", get),
    route("PATCH", "/channels/{channel}", edit),
    route("DELETE", "/channels/{channel}", remove),
    route("POST", "/guilds/{guild}/channels", make),
    route("PUT", "/channels/{channel}/permissions/{target}", set_overwrite),
    route("DELETE", "/channels/{channel}/permissions/{target}", set_overwrite),
    route("POST", "/channels/{channel}/messages/{message}/threads", thread_from_message),
    route("POST", "/channels/{channel}/threads", thread_alone),
    route("GET", "/channels/{channel}/thread-members", thread_members),
    route("GET", "/channels/{channel}/thread-members/{user}", thread_member),
    route("PUT", "/channels/{channel}/thread-members/{user}", thread_member),
    route("DELETE", "/channels/{channel}/thread-members/{user}", thread_member),
    route("GET", "/guilds/{guild}/threads/active", active_threads),
    route("GET", "/channels/{channel}/threads/archived/public", archived_threads),
    route("GET", "/channels/{channel}/threads/archived/private", archived_threads),
]
