"""Messages over REST: sent, edited, deleted, read back, reacted to, pinned."""

from __future__ import annotations

from urllib.parse import unquote

from tests.twins.discord import limits
from tests.twins.discord.hub import Call, Hub
from tests.twins.discord.permissions import May, need
from tests.twins.discord.posting import change, create, reference_of, same_nonce
from tests.twins.discord.rest import Answer, Route, route
from tests.twins.discord.validate import CREATE_FIELDS, EDIT_FIELDS, check_message
from tests.twins.discord.wire import Payload, Refused, as_id, invalid, is_list, number
from tests.twins.discord.world import Channel, Message, User, iso

PINNED_LINE = 6
SPEAKABLE = frozenset({0, 1, 2, 5, 10, 11, 12, 13})


def _readable(hub: Hub, call: Call, wanted: May = May.VIEW_CHANNEL) -> Channel:
    channel = hub.world.channel(call.number("channel"))
    need(hub.world, channel, hub.world.bot.id, wanted)
    return channel


def _one(hub: Hub, call: Call, wanted: May = May.VIEW_CHANNEL) -> tuple[Channel, Message]:
    channel = _readable(hub, call, wanted)
    return channel, hub.world.message(channel, call.number("message"))


def _own(hub: Hub, message: Message) -> bool:
    """Says whether the bot itself said it, plainly or as an answer to an interaction."""
    return message.author.id == hub.world.bot.id and message.webhook_id in (None, hub.world.application_id)


def refuse_archived(channel: Channel) -> None:
    if channel.is_thread and channel.archived:
        raise Refused(400, 50083, "Thread is archived")


def speak(hub: Hub, call: Call, channel: Channel, body: Payload) -> Message:
    """Sends the bot's message: rights first, then the form, then nonce and reply."""
    world = hub.world
    have = need(world, channel, world.bot.id, May.SEND_MESSAGES)
    if channel.kind not in SPEAKABLE:
        raise Refused(400, 50008, "Cannot send messages in a non-text channel")
    if channel.kind == 1:
        other = next(user for user in channel.recipients if user != world.bot.id)
        if not world.users[other].dms_open:
            raise Refused(403, 50007, "Cannot send messages to this user")
    if channel.locked and channel.archived and not have & May.MANAGE_THREADS:
        raise Refused(403, 50013, "Missing Permissions")
    flags = check_message(body, CREATE_FIELDS, call.uploads)
    if call.uploads and not have & May.ATTACH_FILES:
        raise Refused(403, 50013, "Missing Permissions")
    made = same_nonce(hub, world.bot, body)
    if made is not None:
        return made
    reply, reference = reference_of(hub, channel, body)
    if reply is not None and not have & May.READ_MESSAGE_HISTORY:
        raise Refused(403, 160002, "Cannot reply without permission to read message history")
    if not have & May.EMBED_LINKS:
        body = {key: value for key, value in body.items() if key != "embeds"}
    message = create(hub, channel, world.bot, body, call.uploads, flags, reply=reply, reference=reference)
    if body.get("nonce") is not None:
        hub.nonces[(world.bot.id, str(body["nonce"]))] = (hub.clock(), message)
    hub.keep(message)
    return message


def send(hub: Hub, call: Call) -> Answer:
    channel = hub.world.channel(call.number("channel"))
    return 200, hub.payloads.message(speak(hub, call, channel, call.body))


def edit(hub: Hub, call: Call) -> Answer:
    channel, message = _one(hub, call)
    if not _own(hub, message):
        raise Refused(403, 50005, "Cannot edit a message authored by another user")
    refuse_archived(channel)
    flags = check_message(call.body, EDIT_FIELDS, call.uploads, message.files)
    change(hub, message, call.body, call.uploads, flags | (message.flags & (1 << 15)))
    return 200, hub.payloads.message(message)


def delete(hub: Hub, call: Call) -> Answer:
    channel, message = _one(hub, call)
    refuse_archived(channel)
    if not _own(hub, message):
        if channel.guild_id is None:
            raise Refused(403, 50003, "Cannot execute action on a DM channel")
        need(hub.world, channel, hub.world.bot.id, May.MANAGE_MESSAGES)
    hub.remove(message)
    return 204, None


def bulk_delete(hub: Hub, call: Call) -> Answer:
    channel = _readable(hub, call, May.MANAGE_MESSAGES)
    if channel.guild_id is None:
        raise Refused(403, 50003, "Cannot execute action on a DM channel")
    listed = call.body.get("messages")
    ids = [as_id(entry) for entry in listed] if is_list(listed) else []
    if not 2 <= len(ids) <= limits.BULK_DELETE or len(set(ids)) != len(ids):
        raise Refused(400, 50016, "You can only delete between 2 and 100 messages at a time.")
    found = [message for message in channel.messages.values() if message.id in ids and not message.ephemeral]
    if any(hub.world.wall() - message.created > limits.BULK_DELETE_SECONDS for message in found):
        raise Refused(400, 50034, "You can only bulk delete messages that are under 14 days old.")
    for message in found:
        hub.forget(message)
    gone: Payload = {
        "ids": [str(m.id) for m in found],
        "channel_id": str(channel.id),
        "guild_id": str(channel.guild_id),
    }
    hub.tell("MESSAGE_DELETE_BULK", gone, channel)
    return 204, None


def read_one(hub: Hub, call: Call) -> Answer:
    _, message = _one(hub, call, May.VIEW_CHANNEL | May.READ_MESSAGE_HISTORY)
    return 200, _told_again(hub, message)


def _told_again(hub: Hub, message: Message) -> Payload:
    """A message as it is told after the answer to its sending: nobody promises that the nonce is kept."""
    payload = hub.payloads.message(message, bare=hub.payloads.guarded(message))
    payload.pop("nonce", None)
    return payload


def history(hub: Hub, call: Call) -> Answer:
    channel = hub.world.channel(call.number("channel"))
    have = need(hub.world, channel, hub.world.bot.id, May.VIEW_CHANNEL)
    limit = number(call.query, "limit", 50, 1, 100)
    if len({"before", "after", "around"} & set(call.query)) > 1:
        raise invalid("_errors", "MUTUALLY_EXCLUSIVE", "Only one of before, after, around may be given.")
    if not have & May.READ_MESSAGE_HISTORY:
        return 200, []
    shown = sorted((m for m in channel.messages.values() if not m.ephemeral), key=lambda m: m.id)
    before, after, around = (as_id(call.query.get(key)) for key in ("before", "after", "around"))
    if after is not None:
        shown = [message for message in shown if message.id > after][:limit]
    elif around is not None:
        older = [message for message in shown if message.id < around][-(limit // 2) :]
        shown = older + [message for message in shown if message.id >= around][: limit - len(older)]
    else:
        shown = [message for message in shown if before is None or message.id < before][-limit:]
    return 200, [_told_again(hub, message) for message in reversed(shown)]


def typing(hub: Hub, call: Call) -> Answer:
    channel = _readable(hub, call, May.VIEW_CHANNEL | May.SEND_MESSAGES)
    hub.typing.append((channel.id, hub.clock()))
    return 204, None


def react(hub: Hub, call: Call) -> Answer:
    channel, message = _one(hub, call, May.VIEW_CHANNEL | May.READ_MESSAGE_HISTORY)
    refuse_archived(channel)
    key = emoji_key(call.ids["emoji"])
    if key not in message.reactions:
        have = need(hub.world, channel, hub.world.bot.id, May.ADD_REACTIONS)
        own = channel.guild_id is not None and key in hub.world.guilds[channel.guild_id].emojis
        if not own and (not hub.world.may_use_emoji(key, hub.world.bot.id) or _foreign(key, have)):
            raise Refused(400, 10014, "Unknown Emoji")
        if len(message.reactions) >= limits.REACTIONS:
            raise Refused(403, 30010, "Maximum number of reactions reached (20)")
    set_reaction(hub, message, key, hub.world.bot.id, present=True)
    return 204, None


def _foreign(key: str, have: May) -> bool:
    return ":" in key and not have & May.USE_EXTERNAL_EMOJIS


def unreact(hub: Hub, call: Call) -> Answer:
    channel, message = _one(hub, call)
    refuse_archived(channel)
    who = call.ids["user"]
    user = hub.world.bot.id if who == "@me" else as_id(who) or 0
    if user != hub.world.bot.id:
        need(hub.world, channel, hub.world.bot.id, May.MANAGE_MESSAGES)
    key = emoji_key(call.ids["emoji"])
    if user not in message.reactions.get(key, []):
        raise Refused(404, 10014, "Unknown Emoji")
    set_reaction(hub, message, key, user, present=False)
    return 204, None


def clear_reactions(hub: Hub, call: Call) -> Answer:
    channel, message = _one(hub, call, May.VIEW_CHANNEL | May.MANAGE_MESSAGES)
    told: Payload = {"channel_id": str(channel.id), "message_id": str(message.id), "guild_id": str(channel.guild_id)}
    if "emoji" not in call.ids:
        message.reactions.clear()
        hub.tell("MESSAGE_REACTION_REMOVE_ALL", told, channel)
        return 204, None
    key = emoji_key(call.ids["emoji"])
    if message.reactions.pop(key, None) is None:
        raise Refused(404, 10014, "Unknown Emoji")
    hub.tell("MESSAGE_REACTION_REMOVE_EMOJI", told | {"emoji": _emoji(key)}, channel)
    return 204, None


def reacted(hub: Hub, call: Call) -> Answer:
    _, message = _one(hub, call)
    users = message.reactions.get(emoji_key(call.ids["emoji"]), [])
    after = as_id(call.query.get("after")) or 0
    limit = number(call.query, "limit", 25, 1, 100)
    return 200, [hub.payloads.user(hub.world.users[user]) for user in sorted(users) if user > after][:limit]


def emoji_key(text: str) -> str:
    """Reads an emoji in a path: one or a few characters that are no letters, or ``name:id``."""
    key = unquote(text)
    name, colon, tail = key.rpartition(":")
    known = bool(colon and name and tail.isdigit()) or (
        0 < len(key) <= 16 and not any(c.isascii() and c.isalpha() for c in key)
    )
    if not known:
        raise Refused(400, 10014, "Unknown Emoji")
    return key


def _emoji(key: str) -> Payload:
    name, colon, tail = key.rpartition(":")
    return {"id": tail, "name": name} if colon else {"id": None, "name": key}


def set_reaction(hub: Hub, message: Message, key: str, user_id: int, *, present: bool) -> None:
    """Adds or takes a reaction, and tells it; doing it twice changes nothing."""
    users = message.reactions.setdefault(key, [])
    if (user_id in users) is present:
        return
    if present:
        users.append(user_id)
    else:
        users.remove(user_id)
    if not users:
        del message.reactions[key]
    channel = hub.world.channels[message.channel_id]
    told: Payload = {
        "user_id": str(user_id),
        "channel_id": str(channel.id),
        "message_id": str(message.id),
        "emoji": _emoji(key),
        "burst": False,
        "type": 0,
    }
    if channel.guild_id is not None:
        told["guild_id"] = str(channel.guild_id)
        member = hub.world.guilds[channel.guild_id].members.get(user_id)
        if present and member is not None:
            told["member"] = hub.payloads.member(member)
    if present and message.webhook_id is None:
        told["message_author_id"] = str(message.author.id)
    hub.tell("MESSAGE_REACTION_ADD" if present else "MESSAGE_REACTION_REMOVE", told, channel)


def pins(hub: Hub, call: Call) -> Answer:
    channel = _readable(hub, call, May.VIEW_CHANNEL)
    pinned = [message for message in channel.messages.values() if message.pinned]
    items = [{"pinned_at": iso(m.created), "message": hub.payloads.message(m)} for m in reversed(pinned)]
    return 200, {"items": items, "has_more": False}


def pin(hub: Hub, call: Call) -> Answer:
    channel, message = _one(hub, call)
    if channel.guild_id is not None:
        # Since 2026 the right to manage messages no longer holds the right to pin them.
        need(hub.world, channel, hub.world.bot.id, May.PIN_MESSAGES)
    refuse_archived(channel)
    wanted = call.method == "PUT"
    if wanted and sum(other.pinned for other in channel.messages.values()) >= limits.PINS:
        raise Refused(400, 30003, "Maximum number of pins reached for the channel (50)")
    if message.pinned is not wanted:
        set_pin(hub, message, hub.world.bot, wanted=wanted)
    return 204, None


def set_pin(hub: Hub, message: Message, by: User, *, wanted: bool) -> None:
    """Pins or unpins, and tells it; a pin also by a line of the system's in the chat."""
    message.pinned = wanted
    channel = hub.world.channels[message.channel_id]
    told: Payload = {"channel_id": str(channel.id), "last_pin_timestamp": iso(hub.world.wall()) if wanted else None}
    if channel.guild_id is not None:
        told["guild_id"] = str(channel.guild_id)
    hub.tell("CHANNEL_PINS_UPDATE", told, channel)
    hub.tell_message("MESSAGE_UPDATE", message)
    if wanted:
        line = Message(hub.world.new_id(), channel.id, by, hub.world.wall(), kind=PINNED_LINE, reply_to=message.id)
        line.reference = {"type": 0, "message_id": str(message.id), "channel_id": str(channel.id)}
        hub.keep(line)


def crosspost(hub: Hub, call: Call) -> Answer:
    channel, message = _one(hub, call)
    if channel.kind != 5:
        raise Refused(400, 50024, "Cannot execute action on this channel type")
    message.flags |= 1
    return 200, hub.payloads.message(message)


_AT = "/channels/{channel}/messages"

ROUTES: list[Route] = [
    route("POST", _AT, send),
    route("GET", _AT, history),
    route("POST", f"{_AT}/bulk-delete", bulk_delete),
    route("GET", f"{_AT}/pins", pins),
    route("PUT", f"{_AT}/pins/{{message}}", pin),
    route("DELETE", f"{_AT}/pins/{{message}}", pin),
    route("GET", f"{_AT}/{{message}}", read_one),
    route("PATCH", f"{_AT}/{{message}}", edit),
    route("DELETE", f"{_AT}/{{message}}", delete),
    route("POST", f"{_AT}/{{message}}/crosspost", crosspost),
    route("PUT", f"{_AT}/{{message}}/reactions/{{emoji}}/@me", react),
    route("DELETE", f"{_AT}/{{message}}/reactions/{{emoji}}/{{user}}", unreact),
    route("DELETE", f"{_AT}/{{message}}/reactions/{{emoji}}", clear_reactions),
    route("DELETE", f"{_AT}/{{message}}/reactions", clear_reactions),
    route("GET", f"{_AT}/{{message}}/reactions/{{emoji}}", reacted),
    route("POST", "/channels/{channel}/typing", typing),
]
