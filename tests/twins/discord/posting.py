"""From a checked form to a message: files, mentions that ring, nonces, edits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from tests.twins.discord import limits
from tests.twins.discord.hub import Hub
from tests.twins.discord.permissions import May, in_channel
from tests.twins.discord.validate import COMPONENTS_V2, EPHEMERAL, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, refuse_empty
from tests.twins.discord.validate_components import spoken, walk
from tests.twins.discord.wire import Payload, as_id, invalid, is_list, is_object, objects
from tests.twins.discord.world import Attachment, Channel, Message, User

_CODE = re.compile(r"```.*?```|``.*?``|`[^`]*`", re.DOTALL)
_USER = re.compile(r"<@!?(\d+)>")
_ROLE = re.compile(r"<@&(\d+)>")
_EVERYONE = re.compile(r"@(?:everyone|here)")


@dataclass(slots=True, frozen=True)
class Rung:
    users: list[int]
    roles: list[int]
    everyone: bool


def mentions_in(
    hub: Hub, channel: Channel, author: User, text: str, allowed: object, replied: Message | None, *, free: bool = False
) -> Rung:
    """Works out whom a text mentions, as the server does: not in code, and only as `allowed_mentions` has it.

    Args:
        free: the author needs no right to mention everyone (webhooks).
    """
    plain = _CODE.sub(" ", text)
    rules = allowed if is_object(allowed) else None
    parse = rules.get("parse") if rules is not None else ["users", "roles", "everyone"]
    kinds = cast("list[object]", parse) if is_list(parse) else []

    def passes(kind: str, number: int) -> bool:
        if rules is None or kind in kinds:
            return True
        listed = rules.get(kind)
        return is_list(listed) and number in {as_id(entry) for entry in cast("list[object]", listed)}

    world = hub.world
    users = [int(n) for n in _USER.findall(plain)]
    users = [n for n in users if n in world.users and passes("users", n)]
    if replied is not None:
        rings = True if rules is None else bool(rules.get("replied_user", False))
        if rings and replied.author.id in world.users and replied.webhook_id is None:
            users.append(replied.author.id)
    if channel.guild_id is None:
        return Rung(list(dict.fromkeys(users)), [], everyone=False)
    guild = world.guilds[channel.guild_id]
    may_all = free or bool(in_channel(world, channel, author.id) & May.MENTION_EVERYONE)
    roles = [int(n) for n in _ROLE.findall(plain)]
    roles = [n for n in roles if n in guild.roles and passes("roles", n) and (may_all or guild.roles[n].mentionable)]
    everyone = may_all and bool(_EVERYONE.search(plain)) and (rules is None or "everyone" in kinds)
    return Rung(list(dict.fromkeys(users)), list(dict.fromkeys(roles)), everyone)


def files_from(hub: Hub, body: Payload, uploads: Mapping[int, Attachment]) -> list[Attachment]:
    """Gives uploaded files their ids, and the names and descriptions that the form lists them with."""
    listed = {as_id(entry.get("id")): entry for entry in objects(body.get("attachments"))}
    made: list[Attachment] = []
    for part, upload in sorted(uploads.items()):
        entry = listed.get(part, {})
        name = entry.get("filename")
        upload.name = name if isinstance(name, str) and name else upload.name
        upload.name = re.sub(r"[^\w.\-]", "_", upload.name)
        description = entry.get("description")
        upload.description = description if isinstance(description, str) else None
        hub.world.files[upload.id] = upload
        made.append(upload)
    return made


def with_ids(components: list[Payload]) -> list[Payload]:
    """Numbers components that came without an id, as Discord does."""
    taken = {part["id"] for part in walk(components) if isinstance(part.get("id"), int) and part["id"]}
    free = 0
    for part in walk(components):
        if not part.get("id"):
            free += 1
            while free in taken:
                free += 1
            part["id"] = free
    return components


def create(
    hub: Hub,
    channel: Channel,
    author: User,
    body: Payload,
    uploads: Mapping[int, Attachment],
    flags: int,
    *,
    reply: Message | None = None,
    reference: Payload | None = None,
    webhook_id: int | None = None,
    seen_only_by: int | None = None,
    keep_flags: int = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2,
) -> Message:
    """Makes a message out of a form that has been checked; it is not in its channel yet."""
    content = str(body.get("content") or "").strip()
    components = with_ids(objects(body.get("components")))
    embeds = [embed | {"type": "rich"} for embed in objects(body.get("embeds")) if set(embed) - {"type", "flags"}]
    files = files_from(hub, body, uploads)
    poll, stickers = body.get("poll"), body.get("sticker_ids")
    refuse_empty(content, embeds, components, len(files), poll or stickers)
    text = f"{content}\n{spoken(components)}" if flags & COMPONENTS_V2 else content
    rung = mentions_in(hub, channel, author, text, body.get("allowed_mentions"), reply, free=webhook_id is not None)
    return Message(
        hub.world.new_id(),
        channel.id,
        author,
        hub.world.wall(),
        content,
        embeds,
        components,
        files,
        kind=19 if reply is not None else 0,
        flags=(flags & keep_flags) | (EPHEMERAL if seen_only_by is not None else 0),
        nonce=body.get("nonce"),
        reference=reference,
        reply_to=None if reply is None else reply.id,
        mentions=rung.users,
        mention_roles=rung.roles,
        mention_everyone=rung.everyone,
        webhook_id=webhook_id,
        seen_only_by=seen_only_by,
        tts=bool(body.get("tts")),
        poll=poll if is_object(poll) else None,
    )


def change(hub: Hub, message: Message, body: Payload, uploads: Mapping[int, Attachment], flags: int) -> None:
    """Edits a message by a form that has been checked, and tells it."""
    content = str(body["content"] or "").strip() if "content" in body else message.content
    embeds = message.embeds
    if "embeds" in body:
        embeds = [e | {"type": "rich"} for e in objects(body["embeds"]) if set(e) - {"type", "flags"}]
    components = with_ids(objects(body["components"])) if "components" in body else message.components
    files = message.files
    if body.get("attachments") is not None:
        wanted = {as_id(entry.get("id")) for entry in objects(body["attachments"])}
        files = [file for file in files if file.id in wanted]
    files = files + files_from(hub, body, uploads)
    refuse_empty(content, embeds, components, len(files), message.poll)
    if flags & COMPONENTS_V2 and (content or embeds):
        legacy = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
        raise invalid("content", legacy, "Clear content and embeds when turning to components v2")
    message.content, message.embeds, message.components, message.files = content, embeds, components, files
    if "flags" in body:
        message.flags = (message.flags & ~SUPPRESS_EMBEDS) | (flags & (SUPPRESS_EMBEDS | COMPONENTS_V2))
    channel = hub.world.channels[message.channel_id]
    replied = channel.messages.get(message.reply_to) if message.reply_to else None
    text = f"{content}\n{spoken(components)}" if message.flags & COMPONENTS_V2 else content
    allowed = body.get("allowed_mentions")
    rung = mentions_in(hub, channel, message.author, text, allowed, replied, free=message.shown_name is not None)
    message.mentions, message.mention_roles, message.mention_everyone = rung.users, rung.roles, rung.everyone
    message.edited = edited_at(message.edited, hub.world.wall())
    hub.tell_message("MESSAGE_UPDATE", message)


def edited_at(before: float | None, now: float) -> float:
    """When a message is edited: never twice at the same moment, also while the test's clock stands still."""
    return now if before is None or now > before else before + 0.001


def same_nonce(hub: Hub, author: User, body: Payload) -> Message | None:
    """Gives the message that this author already made with this enforced nonce in the last minutes."""
    nonce = body.get("nonce")
    if nonce is None or not body.get("enforce_nonce"):
        return None
    made = hub.nonces.get((author.id, str(nonce)))
    if made is None or hub.clock() - made[0] > limits.NONCE_SECONDS:
        return None
    return made[1]


def reference_of(hub: Hub, channel: Channel, body: Payload) -> tuple[Message | None, Payload | None]:
    """Reads ``message_reference``: the message replied to, and what is kept of it."""
    reference = body.get("message_reference")
    if not is_object(reference):
        return None, None
    if reference.get("type", 0) == 1:
        raise invalid("message_reference", "UNSUPPORTED", "The twin forwards nothing.")
    target = channel.messages.get(as_id(reference.get("message_id")) or 0)
    if target is None or target.ephemeral:
        if reference.get("fail_if_not_exists", True):
            raise invalid("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")
        return None, None
    kept: Payload = {"type": 0, "message_id": str(target.id), "channel_id": str(channel.id)}
    if channel.guild_id is not None:
        kept["guild_id"] = str(channel.guild_id)
    return target, kept
