"""Scheduled events over REST."""

from __future__ import annotations

from tests.twins.discord import limits
from tests.twins.discord.hub import Call, Hub
from tests.twins.discord.permissions import May, in_guild
from tests.twins.discord.rest import Answer, Route, route
from tests.twins.discord.validate import known, required_text, text_field
from tests.twins.discord.wire import Faulty, Payload, Refused, as_id, is_object, number
from tests.twins.discord.world import Guild, ScheduledEvent, iso, parse_iso

_FIELDS = frozenset(
    [
        "channel_id",
        "entity_metadata",
        "name",
        "privacy_level",
        "scheduled_start_time",
        "scheduled_end_time",
        "description",
        "entity_type",
        "status",
        "image",
        "recurrence_rule",
    ]
)


def _may(hub: Hub, guild: Guild, event: ScheduledEvent | None = None) -> None:
    have = in_guild(guild, hub.world.bot.id)
    own = event is None or event.creator_id == hub.world.bot.id
    if not have & May.MANAGE_EVENTS and not (have & May.CREATE_EVENTS and own):
        raise Refused(403, 50013, "Missing Permissions")


def _event(hub: Hub, call: Call) -> tuple[Guild, ScheduledEvent]:
    guild = hub.world.guild(call.number("guild"))
    event = guild.events.get(call.number("event") or 0)
    if event is None:
        raise Refused(404, 10070, "Unknown Guild Scheduled Event")
    return guild, event


def _check(hub: Hub, body: Payload, merged: Payload) -> None:
    known(body, _FIELDS)
    faulty = Faulty()
    required_text(faulty, merged, "name", "name", limits.EVENT_NAME)
    text_field(faulty, merged, "description", "description", limits.EVENT_DESCRIPTION)
    start, end = parse_iso(merged.get("scheduled_start_time")), parse_iso(merged.get("scheduled_end_time"))
    if start is None:
        faulty.add("scheduled_start_time", "BASE_TYPE_REQUIRED", "This field is required")
    elif "scheduled_start_time" in body and start < hub.world.wall():
        faulty.add("scheduled_start_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past.")
    if start is not None and end is not None and end <= start:
        faulty.add("scheduled_end_time", "GUILD_SCHEDULED_EVENT_END_BEFORE_START", "Must end after it starts.")
    kind = merged.get("entity_type")
    if kind not in (1, 2, 3):
        faulty.add("entity_type", "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3}.")
    if merged.get("privacy_level") != 2:
        faulty.add("privacy_level", "BASE_TYPE_CHOICES", "Value must be one of {2}.")
    if kind == 3:
        where = merged.get("entity_metadata")
        place: Payload = where if is_object(where) else {}
        required_text(faulty, place, "location", "entity_metadata.location", limits.EVENT_LOCATION)
        if end is None:
            faulty.add("scheduled_end_time", "BASE_TYPE_REQUIRED", "This field is required")
    elif kind in (1, 2):
        channel = hub.world.channels.get(as_id(merged.get("channel_id")) or 0)
        if channel is None or channel.kind != (2 if kind == 2 else 13):
            faulty.add("channel_id", "CHANNEL_TYPE_INVALID", "Invalid channel type")
    faulty.raise_if_any()


def make(hub: Hub, call: Call) -> Answer:
    world, body = hub.world, call.body
    guild = world.guild(call.number("guild"))
    _may(hub, guild)
    _check(hub, body, body)
    if sum(event.status in (1, 2) for event in guild.events.values()) >= limits.EVENTS:
        raise Refused(400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)")
    event = ScheduledEvent(world.new_id(), guild.id, world.bot.id, "", 3, "", None, None, None)
    _apply(event, body)
    guild.events[event.id] = event
    hub.tell("GUILD_SCHEDULED_EVENT_CREATE", hub.payloads.event(event), guild=guild)
    return 200, hub.payloads.event(event)


def _apply(event: ScheduledEvent, body: Payload) -> None:
    event.name = body.get("name", event.name)
    event.entity_type = body.get("entity_type", event.entity_type)
    start, end = parse_iso(body.get("scheduled_start_time")), parse_iso(body.get("scheduled_end_time"))
    event.start = iso(start) if start is not None else event.start
    event.end = iso(end) if end is not None else event.end
    if "channel_id" in body:
        event.channel_id = as_id(body["channel_id"])
    if is_object(body.get("entity_metadata")):
        event.location = body["entity_metadata"].get("location")
    event.description = body.get("description", event.description)
    event.status = body.get("status", event.status)


def edit(hub: Hub, call: Call) -> Answer:
    guild, event = _event(hub, call)
    _may(hub, guild, event)
    before = hub.payloads.event(event)
    _check(hub, call.body, before | call.body)
    wanted = call.body.get("status", event.status)
    allowed = {1: (1, 2, 4), 2: (2, 3), 3: (3,), 4: (4,)}[event.status]
    if wanted not in allowed:
        raise Refused(400, 180000, "Cannot update a finished event")
    _apply(event, call.body)
    hub.tell("GUILD_SCHEDULED_EVENT_UPDATE", hub.payloads.event(event), guild=guild)
    return 200, hub.payloads.event(event)


def remove(hub: Hub, call: Call) -> Answer:
    guild, event = _event(hub, call)
    _may(hub, guild, event)
    del guild.events[event.id]
    hub.tell("GUILD_SCHEDULED_EVENT_DELETE", hub.payloads.event(event), guild=guild)
    return 204, None


def get(hub: Hub, call: Call) -> Answer:
    return 200, hub.payloads.event(_event(hub, call)[1])


def every(hub: Hub, call: Call) -> Answer:
    guild = hub.world.guild(call.number("guild"))
    return 200, [hub.payloads.event(event) for event in guild.events.values()]


def users(hub: Hub, call: Call) -> Answer:
    guild, event = _event(hub, call)
    after = as_id(call.query.get("after")) or 0
    limit = number(call.query, "limit", 100, 1, 100)
    rows: list[Payload] = []
    for user in [user for user in sorted(event.interested) if user > after][:limit]:
        row: Payload = {"guild_scheduled_event_id": str(event.id), "user": hub.payloads.user(hub.world.users[user])}
        if call.query.get("with_member") == "1" and user in guild.members:
            row["member"] = hub.payloads.member(guild.members[user])
        rows.append(row)
    return 200, rows


_AT = "/guilds/{guild}/scheduled-events"

ROUTES: list[Route] = [
    route("GET", _AT, every),
    route("POST", _AT, make),
    route("GET", f"{_AT}/{{event}}", get),
    route("PATCH", f"{_AT}/{{event}}", edit),
    route("DELETE", f"{_AT}/{{event}}", remove),
    route("GET", f"{_AT}/{{event}}/users", users),
]
