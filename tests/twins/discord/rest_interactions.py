"""Answers to interactions: the first one within three seconds, later ones by a token of fifteen minutes."""

from __future__ import annotations

from tests.twins.discord import limits
from tests.twins.discord.hub import Call, Hub, Interaction
from tests.twins.discord.posting import change, create
from tests.twins.discord.rest import Answer, Route, route
from tests.twins.discord.validate import ANSWER_FIELDS, EDIT_FIELDS, EPHEMERAL, check_message, known
from tests.twins.discord.validate_commands import check_choices
from tests.twins.discord.validate_components import check_modal
from tests.twins.discord.wire import Faulty, Payload, Refused, invalid, is_object, objects
from tests.twins.discord.world import Message

COMMAND, COMPONENT, COMPLETION, SUBMIT = 2, 3, 4, 5
SAY, THINK, DEFER_UPDATE, UPDATE, COMPLETE, OPEN = 4, 5, 6, 7, 8, 9
LOADING = 1 << 7


def _fits(asked: Interaction) -> frozenset[int]:
    if asked.kind == COMPLETION:
        return frozenset({COMPLETE})
    if asked.kind == COMMAND:
        return frozenset({SAY, THINK, OPEN})
    if asked.kind == COMPONENT:
        return frozenset({SAY, THINK, DEFER_UPDATE, UPDATE, OPEN})
    return frozenset({SAY, THINK, DEFER_UPDATE, UPDATE} if asked.source is not None else {SAY, THINK})


def _awaiting(hub: Hub, call: Call) -> Interaction:
    """Gives the interaction that an answer belongs to, refusing the late and the second one."""
    asked = hub.interactions.get(call.number("interaction") or 0)
    if asked is None or asked.token != call.ids["token"]:
        raise Refused(404, 10062, "Unknown interaction")
    if asked.state == "asked" and hub.clock() - asked.created > limits.ANSWER_SECONDS:
        asked.state = "late"
    if asked.state == "late":
        raise Refused(404, 10062, "Unknown interaction")
    if asked.state != "asked":
        raise Refused(400, 40060, "Interaction has already been acknowledged.")
    return asked


def answer(hub: Hub, call: Call) -> Answer:
    asked = _awaiting(hub, call)
    known(call.body, {"type", "data"})
    kind = call.body.get("type")
    given = call.body.get("data")
    data: Payload = given if is_object(given) else {}
    if not isinstance(kind, int) or kind not in _fits(asked):
        raise invalid("type", "INTERACTION_CALLBACK_TYPE_INVALID", "This answer does not fit the interaction.")
    if kind == OPEN:
        check_modal(data)
        asked.modal, asked.state = data, "modal"
    elif kind == COMPLETE:
        _complete(asked, data)
    elif kind == SAY:
        asked.original = _say(hub, call, asked, data)
        asked.state = "answered"
    elif kind == THINK:
        asked.state, asked.ephemeral = "deferred", bool((data.get("flags") or 0) & EPHEMERAL)
        asked.original = _thinking(hub, asked)
    elif kind == UPDATE:
        _update(hub, call, asked, data)
    else:
        asked.state, asked.original = "deferred_update", asked.source
    hub.changed()
    if call.query.get("with_response", "").lower() in ("1", "true"):
        return 200, _told(hub, asked, kind)
    return 204, None


def _told(hub: Hub, asked: Interaction, kind: int) -> Payload:
    told: Payload = {
        "id": str(asked.id),
        "type": asked.kind,
        "response_message_loading": kind == THINK,
        "response_message_ephemeral": asked.ephemeral,
    }
    body: Payload = {"interaction": told}
    if asked.original is not None and kind in (SAY, THINK, UPDATE, DEFER_UPDATE):
        told["response_message_id"] = str(asked.original.id)
    if asked.original is not None and kind in (SAY, UPDATE):
        body["resource"] = {"type": kind, "message": hub.payloads.message(asked.original)}
    return body


def _complete(asked: Interaction, data: Payload) -> None:
    known(data, {"choices"})
    choices = objects(data.get("choices"))
    faulty = Faulty()
    if len(choices) > limits.OPTIONS:
        faulty.add("data.choices", "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.")
    check_choices(faulty, choices, "data.choices", None)
    faulty.raise_if_any()
    asked.choices, asked.state = choices, "completed"


def _metadata(hub: Hub, asked: Interaction) -> Payload:
    meta: Payload = {
        "id": str(asked.id),
        "type": asked.kind,
        "user": hub.payloads.user(asked.asker),
        "authorizing_integration_owners": {"0": str(asked.channel.guild_id or 0)},
    }
    if asked.kind == COMPONENT and asked.source is not None:
        meta["interacted_message_id"] = str(asked.source.id)
    if asked.kind == SUBMIT:
        meta["triggering_interaction_metadata"] = _metadata(hub, asked.via) if asked.via is not None else meta.copy()
    return meta


def _say(hub: Hub, call: Call, asked: Interaction, data: Payload) -> Message:
    """Posts an answer or a follow-up: seen by its asker only where its flags say so."""
    flags = check_message(data, ANSWER_FIELDS, call.uploads)
    only = asked.asker.id if flags & EPHEMERAL else None
    message = create(hub, asked.channel, hub.world.bot, data, call.uploads, flags, seen_only_by=only, reply=None)
    _sign(hub, asked, message)
    if asked.original is None and not asked.followups:
        asked.ephemeral = only is not None
    hub.keep(message)
    return message


def _sign(hub: Hub, asked: Interaction, message: Message) -> None:
    for file in message.files:
        file.ephemeral = message.ephemeral
    message.application_id = hub.world.application_id
    message.webhook_id = hub.world.application_id
    message.interaction = _metadata(hub, asked)
    if asked.kind == COMMAND:
        message.kind = 23 if asked.payload["data"].get("type", 1) != 1 else 20
    elif asked.source is not None:
        message.kind, message.reply_to = 19, asked.source.id
        message.reference = {"type": 0, "message_id": str(asked.source.id), "channel_id": str(asked.channel.id)}


def _thinking(hub: Hub, asked: Interaction) -> Message:
    world = hub.world
    message = Message(world.new_id(), asked.channel.id, world.bot, world.wall(), flags=LOADING)
    if asked.ephemeral:
        message.seen_only_by = asked.asker.id
        message.flags |= EPHEMERAL
    _sign(hub, asked, message)
    hub.keep(message)
    return message


def _update(hub: Hub, call: Call, asked: Interaction, data: Payload) -> None:
    source = asked.source
    if source is None or source.deleted:
        raise Refused(404, 10008, "Unknown Message")
    flags = check_message(data, ANSWER_FIELDS, call.uploads, source.files)
    change(hub, source, data, call.uploads, flags | (source.flags & (1 << 15)))
    asked.state, asked.original = "updated", source


def _living(hub: Hub, call: Call) -> Interaction:
    asked = hub.by_token(call.ids["token"])
    if asked is None:
        raise Refused(404, 10015, "Unknown Webhook")
    if not hub.token_lives(asked):
        raise Refused(401, 50027, "Invalid Webhook Token")
    return asked


def follow_up(hub: Hub, call: Call) -> Answer:
    asked = _living(hub, call)
    if asked.state in ("asked", "late"):
        raise Refused(404, 10015, "Unknown Webhook")
    if asked.original is not None and asked.original.flags & LOADING and not asked.original.deleted:
        # The first follow-up to a defer takes the place of "thinking", and is as private as that was.
        flags = check_message(call.body, ANSWER_FIELDS | {"username", "avatar_url"}, call.uploads)
        _finish(hub, call, asked.original, flags)
        return 200, hub.payloads.message(asked.original)
    if not hub.world.has_bot(asked.channel) and len(asked.followups) >= limits.VISITING_FOLLOW_UPS:
        raise Refused(400, 40094, "This interaction has reached the maximum number of follow up messages")
    body = {key: value for key, value in call.body.items() if key not in ("username", "avatar_url")}
    message = _say(hub, call, asked, body)
    asked.followups.append(message)
    hub.changed()
    return 200, hub.payloads.message(message)


def _finish(hub: Hub, call: Call, message: Message, flags: int) -> None:
    change(hub, message, call.body, call.uploads, flags)
    message.flags = (message.flags & ~LOADING) | (flags & (1 << 15))
    for file in message.files:
        file.ephemeral = message.ephemeral


def _addressed(hub: Hub, call: Call) -> Message:
    asked = _living(hub, call)
    if call.ids["message"] == "@original":
        found = asked.original
    else:
        number = call.number("message")
        candidates = [asked.original, asked.source, *asked.followups]
        found = next((m for m in candidates if m is not None and m.id == number), None)
    if found is None or found.deleted:
        raise Refused(404, 10008, "Unknown Message")
    return found


def read_post(hub: Hub, call: Call) -> Answer:
    return 200, hub.payloads.message(_addressed(hub, call))


def edit_post(hub: Hub, call: Call) -> Answer:
    message = _addressed(hub, call)
    flags = check_message(call.body, EDIT_FIELDS | {"poll"}, call.uploads, message.files)
    _finish(hub, call, message, flags | (message.flags & (1 << 15)))
    return 200, hub.payloads.message(message)


def remove_post(hub: Hub, call: Call) -> Answer:
    hub.remove(_addressed(hub, call))
    return 204, None


def routes(application_id: int) -> list[Route]:
    """Gives the routes; they stand before the webhooks', whose paths they share."""
    at = f"/webhooks/{application_id}/{{token}}"
    return [
        route("POST", "/interactions/{interaction}/{token}/callback", answer),
        route("POST", at, follow_up),
        route("GET", f"{at}/messages/{{message}}", read_post),
        route("PATCH", f"{at}/messages/{{message}}", edit_post),
        route("DELETE", f"{at}/messages/{{message}}", remove_post),
    ]
