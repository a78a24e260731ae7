"""Webhooks over REST: made, spoken through, their messages edited."""

from __future__ import annotations

import secrets
import zlib

from tests.twins.discord import limits
from tests.twins.discord.hub import Call, Hub
from tests.twins.discord.permissions import May, need, need_in_guild
from tests.twins.discord.posting import change, create
from tests.twins.discord.rest import Answer, Route, route
from tests.twins.discord.rest_channels import open_thread
from tests.twins.discord.rest_messages import refuse_archived
from tests.twins.discord.validate import EDIT_FIELDS, WEBHOOK_FIELDS, check_message, known
from tests.twins.discord.wire import Refused, as_id, invalid
from tests.twins.discord.world import Channel, Message, Webhook


def check_name(name: object, path: str) -> str:
    """Refuses names that webhooks may not bear."""
    if not isinstance(name, str) or not 1 <= len(name.strip()) <= limits.WEBHOOK_NAME:
        raise invalid(path, "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {limits.WEBHOOK_NAME} in length.")
    for banned in ("clyde", "discord"):
        if banned in name.lower():
            raise invalid(path, "USERNAME_INVALID_CONTAINS", f'Username cannot contain "{banned}"')
    if name.lower() in ("everyone", "here"):
        raise invalid(path, "USERNAME_INVALID", "Username is not allowed")
    return name.strip()


def _tell(hub: Hub, webhook: Webhook) -> None:
    channel = hub.world.channels[webhook.channel_id]
    hub.tell("WEBHOOKS_UPDATE", {"guild_id": str(webhook.guild_id), "channel_id": str(channel.id)}, channel)


def make(hub: Hub, call: Call) -> Answer:
    world = hub.world
    channel = world.channel(call.number("channel"))
    need(world, channel, world.bot.id, May.MANAGE_WEBHOOKS)
    known(call.body, {"name", "avatar"})
    if channel.guild_id is None or channel.is_thread or channel.kind == 4:
        raise Refused(400, 50024, "Cannot execute action on this channel type")
    name = check_name(call.body.get("name"), "name")
    if sum(webhook.channel_id == channel.id for webhook in world.webhooks.values()) >= limits.WEBHOOKS:
        raise Refused(400, 30007, "Maximum number of webhooks reached (15)")
    webhook = Webhook(world.new_id(), channel.id, channel.guild_id, name, secrets.token_urlsafe(48), world.bot.id)
    world.webhooks[webhook.id] = webhook
    _tell(hub, webhook)
    return 200, hub.payloads.webhook(webhook)


def of_channel(hub: Hub, call: Call) -> Answer:
    channel = hub.world.channel(call.number("channel"))
    need(hub.world, channel, hub.world.bot.id, May.MANAGE_WEBHOOKS)
    return 200, [hub.payloads.webhook(w) for w in hub.world.webhooks.values() if w.channel_id == channel.id]


def of_guild(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    need_in_guild(guild, hub.world.bot.id, May.MANAGE_WEBHOOKS)
    return 200, [hub.payloads.webhook(w) for w in hub.world.webhooks.values() if w.guild_id == guild.id]


def webhook_of(hub: Hub, call: Call) -> Webhook:
    webhook = hub.world.webhooks.get(call.number("webhook") or 0)
    if webhook is None:
        raise Refused(404, 10015, "Unknown Webhook")
    if "token" in call.ids:
        if call.ids["token"] != webhook.token:
            raise Refused(401, 50027, "Invalid Webhook Token")
    else:
        channel = hub.world.channel(webhook.channel_id)
        need(hub.world, channel, hub.world.bot.id, May.MANAGE_WEBHOOKS)
    return webhook


def get(hub: Hub, call: Call) -> Answer:
    return 200, hub.payloads.webhook(webhook_of(hub, call))


def edit(hub: Hub, call: Call) -> Answer:
    webhook = webhook_of(hub, call)
    known(call.body, {"name", "avatar", "channel_id"})
    if "name" in call.body:
        webhook.name = check_name(call.body["name"], "name")
    webhook.channel_id = as_id(call.body.get("channel_id")) or webhook.channel_id
    _tell(hub, webhook)
    return 200, hub.payloads.webhook(webhook)


def remove(hub: Hub, call: Call) -> Answer:
    webhook = webhook_of(hub, call)
    del hub.world.webhooks[webhook.id]
    _tell(hub, webhook)
    return 204, None


def _place(hub: Hub, call: Call, webhook: Webhook) -> Channel:
    """Finds where a webhook's post belongs: its channel, or the thread that the query names."""
    channel = hub.world.channel(webhook.channel_id)
    thread_id = as_id(call.query.get("thread_id"))
    if thread_id is None:
        return channel
    thread = hub.world.channels.get(thread_id)
    if thread is None or thread.parent_id != channel.id:
        raise Refused(400, 10003, "Unknown Channel")
    return thread


def _leave_out_components(call: Call) -> None:
    """Forgets components unless the query says that they are meant (docs, "Execute Webhook": with_components)."""
    if call.query.get("with_components", "").lower() not in ("1", "true"):
        call.body.pop("components", None)


def execute(hub: Hub, call: Call) -> Answer:
    world = hub.world
    webhook = webhook_of(hub, call)
    channel = _place(hub, call, webhook)
    flags = check_message(call.body, WEBHOOK_FIELDS, call.uploads)
    _leave_out_components(call)
    name = call.body.get("username")
    shown = webhook.name if name is None else check_name(name, "username")
    if channel.kind == 15:
        if not call.body.get("thread_name"):
            raise Refused(400, 220001, "Webhooks posted to forum channels must have a thread_name or thread_id")
        form = {"name": call.body["thread_name"], "applied_tags": call.body.get("applied_tags")}
        channel = open_thread(hub, channel, form, world.bot.id, kind=11)
    elif call.body.get("thread_name"):
        raise Refused(400, 220003, "Webhooks can only create threads in forum channels")
    if channel.locked and channel.archived:
        refuse_archived(channel)
    message = create(hub, channel, world.bot, call.body, call.uploads, flags, webhook_id=webhook.id)
    message.shown_name = shown
    avatar = call.body.get("avatar_url")
    message.shown_avatar = None if avatar is None else f"{zlib.crc32(str(avatar).encode()):032x}"
    message.application_id = world.application_id if webhook.creator_id == world.bot.id else None
    hub.keep(message)
    return (200, hub.payloads.message(message)) if call.query.get("wait", "").lower() in ("1", "true") else (204, None)


def _posted(hub: Hub, call: Call) -> tuple[Channel, Message]:
    webhook = webhook_of(hub, call)
    channel = _place(hub, call, webhook)
    message = hub.world.message(channel, call.number("message"))
    if message.webhook_id != webhook.id:
        raise Refused(404, 10008, "Unknown Message")
    return channel, message


def read_post(hub: Hub, call: Call) -> Answer:
    return 200, hub.payloads.message(_posted(hub, call)[1])


def edit_post(hub: Hub, call: Call) -> Answer:
    channel, message = _posted(hub, call)
    refuse_archived(channel)
    flags = check_message(call.body, EDIT_FIELDS | {"poll"}, call.uploads, message.files)
    _leave_out_components(call)
    change(hub, message, call.body, call.uploads, flags | (message.flags & (1 << 15)))
    return 200, hub.payloads.message(message)


def remove_post(hub: Hub, call: Call) -> Answer:
    channel, message = _posted(hub, call)
    refuse_archived(channel)
    hub.remove(message)
    return 204, None


_POST = "/webhooks/{webhook}/{token}/messages/{message}"

ROUTES: list[Route] = [
    route("POST", "/channels/{channel}/webhooks", make),
    route("GET", "/channels/{channel}/webhooks", of_channel),
    route("GET", "/guilds/{guild}/webhooks", of_guild),
    route("GET", "/webhooks/{webhook}", get),
    route("PATCH", "/webhooks/{webhook}", edit),
    route("DELETE", "/webhooks/{webhook}", remove),
    route("GET", "/webhooks/{webhook}/{token}", get),
    route("PATCH", "/webhooks/{webhook}/{token}", edit),
    route("DELETE", "/webhooks/{webhook}/{token}", remove),
    route("POST", "/webhooks/{webhook}/{token}", execute),
    route("GET", _POST, read_post),
    route("PATCH", _POST, edit_post),
    route("DELETE", _POST, remove_post),
]
