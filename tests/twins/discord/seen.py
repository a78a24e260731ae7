"""What people at the other end see: snapshots that tests read."""

from __future__ import annotations

from dataclasses import dataclass

from tests.twins.discord.hub import Hub, Interaction
from tests.twins.discord.validate import SUPPRESS_NOTIFICATIONS
from tests.twins.discord.validate_components import BUTTON, LABEL, ROW, SELECTS, TEXT, spoken, walk
from tests.twins.discord.wire import Payload, is_list, is_object, objects
from tests.twins.discord.world import Message


@dataclass(slots=True, frozen=True)
class SeenFile:
    name: str
    data: bytes
    content_type: str | None
    description: str | None
    url: str


@dataclass(slots=True, frozen=True)
class SeenButton:
    """A button; a link has `url` and no `custom_id`."""

    label: str
    custom_id: str | None
    url: str | None
    disabled: bool
    style: int
    emoji: str | None


@dataclass(slots=True, frozen=True)
class SeenSelect:
    """A select; `options` are (label, value), `kind` is Discord's component type."""

    custom_id: str
    kind: int
    options: tuple[tuple[str, str], ...]
    placeholder: str | None
    least: int
    most: int
    disabled: bool


@dataclass(slots=True, frozen=True)
class SeenField:
    """A field of a form; `kind` is Discord's component type (4 text, 3 and 5-8 selects, 19 files, 21-23 boxes)."""

    label: str
    description: str | None
    custom_id: str
    kind: int
    required: bool
    value: str | None
    options: tuple[tuple[str, str], ...]
    least: int
    most: int
    raw: Payload


@dataclass(slots=True, frozen=True)
class SeenModal:
    """A form as it opened for someone; `asked` is the interaction that it answered."""

    title: str
    custom_id: str
    fields: tuple[SeenField, ...]
    texts: tuple[str, ...]
    asked: Interaction


@dataclass(slots=True, frozen=True)
class SeenMessage:
    """A message as it stands at the moment of reading.

    Attributes:
        pinged: ids of the users whose client it rang.
        reactions: emoji to ids of users.
        text: all words: content, embeds, text displays.
        thinking: it only says that the bot is thinking.
    """

    id: int
    channel_id: int
    content: str
    text: str
    embeds: tuple[Payload, ...]
    components: tuple[Payload, ...]
    files: tuple[SeenFile, ...]
    author_id: int
    author_name: str
    from_bot: bool
    reply_to: int | None
    reactions: dict[str, tuple[int, ...]]
    pinged: frozenset[int]
    silent: bool
    ephemeral: bool
    pinned: bool
    edited: bool
    deleted: bool
    thinking: bool
    webhook_id: int | None
    thread_id: int | None
    flags: int
    buttons: tuple[SeenButton, ...]
    selects: tuple[SeenSelect, ...]


def _words(message: Message) -> str:
    parts = [message.content]
    for embed in message.embeds:
        for key in ("author", "title", "description", "fields", "footer"):
            value = embed.get(key)
            if isinstance(value, str):
                parts.append(value)
            elif is_object(value):
                parts.append(str(value.get("name") or value.get("text") or ""))
            for field in objects(value):
                parts += [str(field.get("name")), str(field.get("value"))]
    parts.append(spoken(message.components))
    return "\n".join(part for part in parts if part)


def options_of(part: Payload) -> tuple[tuple[str, str], ...]:
    return tuple((str(option.get("label")), str(option.get("value"))) for option in objects(part.get("options")))


def buttons_in(components: list[Payload]) -> tuple[SeenButton, ...]:
    return tuple(
        SeenButton(
            str(part.get("label") or ""),
            part.get("custom_id"),
            part.get("url"),
            bool(part.get("disabled")),
            int(part["style"]),
            part["emoji"].get("name") if is_object(part.get("emoji")) else None,
        )
        for part in walk(components)
        if part.get("type") == BUTTON
    )


def selects_in(components: list[Payload]) -> tuple[SeenSelect, ...]:
    return tuple(
        SeenSelect(
            str(part["custom_id"]),
            int(part["type"]),
            options_of(part),
            part.get("placeholder"),
            1 if part.get("min_values") is None else int(part["min_values"]),
            1 if part.get("max_values") is None else int(part["max_values"]),
            bool(part.get("disabled")),
        )
        for part in walk(components)
        if part.get("type") in SELECTS
    )


def see(hub: Hub, message: Message) -> SeenMessage:
    """Takes a snapshot of a message."""
    payloads = hub.payloads
    files = tuple(
        SeenFile(f.name, f.data, f.content_type, f.description, payloads.file_url(message.channel_id, f))
        for f in message.files
    )
    return SeenMessage(
        id=message.id,
        channel_id=message.channel_id,
        content=message.content,
        text=_words(message),
        embeds=tuple(message.embeds),
        components=tuple(message.components),
        files=files,
        author_id=message.author.id,
        author_name=message.shown_name or message.author.global_name or message.author.name,
        from_bot=message.author.id == hub.world.bot.id,
        reply_to=message.reply_to,
        reactions={key: tuple(users) for key, users in message.reactions.items()},
        pinged=hub.pinged(message),
        silent=bool(message.flags & SUPPRESS_NOTIFICATIONS),
        ephemeral=message.ephemeral,
        pinned=message.pinned,
        edited=message.edited is not None,
        deleted=message.deleted,
        thinking=bool(message.flags & (1 << 7)),
        webhook_id=message.webhook_id,
        thread_id=message.thread_id,
        flags=message.flags,
        buttons=buttons_in(message.components),
        selects=selects_in(message.components),
    )


def see_modal(asked: Interaction) -> SeenModal:
    """Reads the form that an interaction opened."""
    form = asked.modal or {}
    fields: list[SeenField] = []
    texts: list[str] = []
    for part in objects(form.get("components")):
        kind = part.get("type")
        if kind == TEXT:
            texts.append(str(part.get("content")))
        elif kind == LABEL and is_object(part.get("component")):
            fields.append(_field(part["component"], str(part.get("label")), part.get("description")))
        elif kind == ROW and is_list(part.get("components")):
            fields += [_field(child, str(child.get("label")), None) for child in objects(part["components"])]
    return SeenModal(str(form.get("title")), str(form.get("custom_id")), tuple(fields), tuple(texts), asked)


def _field(part: Payload, label: str, description: str | None) -> SeenField:
    kind = int(part["type"])
    text = kind == 4
    required = bool(part["required"]) if part.get("required") is not None else kind != 23
    least, most = ("min_length", "max_length") if text else ("min_values", "max_values")
    low, high = part.get(least), part.get(most)
    return SeenField(
        label,
        description,
        str(part["custom_id"]),
        kind,
        required,
        part.get("value"),
        options_of(part),
        (0 if text else 1) if low is None else int(low),
        (4000 if text else 1) if high is None else int(high),
        part,
    )
