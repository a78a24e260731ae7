"""Texts as Telegram sees them: UTF-16 lengths, entities, and what it finds in a text by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.twins.telegram.jsons import Json, as_array, as_integer, as_object
from tests.twins.telegram.refusals import bad, check_fields

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100

# https://core.telegram.org/bots/api#messageentity
ENTITY_TYPES = frozenset(
    {
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
    }
)
ENTITY_FIELDS = frozenset(
    {
        "type",
        "offset",
        "length",
        "url",
        "user",
        "language",
        "custom_emoji_id",
        "date_time_format",
        "unix_time",
    }
)
# Found by the server in any text; what a bot claims about these is ignored by it.
_FOUND = (
    ("url", re.compile(r"https?://[^\s<>\"]+")),
    ("email", re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")),
    ("bot_command", re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z][A-Za-z0-9_]{2,31})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<!\w)#\w*[^\W\d]\w*")),
)
_FOUND_TYPES = frozenset(name for name, _ in _FOUND) | {"cashtag", "phone_number"}
_OPAQUE = frozenset({"code", "pre", "text_link", "text_mention"})


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text with its entities, offsets in UTF-16 units."""

    text: str
    entities: tuple[Json, ...] = ()


def length(text: str) -> int:
    """Length in UTF-16 units, which is what offsets and limits count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def part(text: str, entity: Json) -> str:
    """The piece of text an entity covers."""
    start = as_integer(entity.get("offset")) or 0
    end = start + (as_integer(entity.get("length")) or 0)
    return text.encode("utf-16-le", "surrogatepass")[start * 2 : end * 2].decode("utf-16-le", "replace")


def span(entity: Json) -> tuple[int, int]:
    """Start and end of an entity in UTF-16 units."""
    start = as_integer(entity.get("offset")) or 0
    return start, start + (as_integer(entity.get("length")) or 0)


def found_in(text: str, given: tuple[Json, ...] = ()) -> tuple[Json, ...]:
    """Add the mentions, commands, links and tags that the server finds by itself.

    Args:
        text: The text.
        given: Entities it has already; nothing is looked for inside code and links.
    """
    taken = [span(entity) for entity in given if entity["type"] in _OPAQUE]
    more: list[Json] = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            start = length(text[: match.start()])
            end = start + length(match.group())
            if any(start < right and left < end for left, right in taken):
                continue
            taken.append((start, end))
            more.append({"type": kind, "offset": start, "length": end - start})
    return tuple(sorted((*given, *more), key=lambda entity: (span(entity)[0], -span(entity)[1])))


def check_entities(text: str, raw: object) -> tuple[Json, ...]:
    """Validate entities that a bot sent beside a text.

    Raises:
        Refused: For an unknown type or field, or a place outside the text.
    """
    if raw is None:
        return ()
    items = as_array(raw)
    if items is None:
        raise bad("can't parse MessageEntity: expected an Array of MessageEntity")
    if len(items) > ENTITY_LIMIT:
        raise bad("too many entities")
    return tuple(_entity(text, item) for item in items if _kept(item))


def _kept(item: object) -> bool:
    """Whether the server keeps what was said; it looks for mentions and links itself."""
    entity = as_object(item)
    return entity is None or entity.get("type") not in _FOUND_TYPES or not entity.get("length")


def _entity(text: str, item: object) -> Json:
    entity = as_object(item)
    if entity is None:
        raise bad("can't parse MessageEntity: expected an Object")
    check_fields("MessageEntity", entity, ENTITY_FIELDS)
    kind = entity.get("type")
    if kind not in ENTITY_TYPES:
        raise bad("can't parse MessageEntity: Unsupported type specified")
    offset, size = as_integer(entity.get("offset")), as_integer(entity.get("length"))
    if offset is None or size is None:
        raise bad("can't parse MessageEntity: Field offset and length must be numbers")
    if size <= 0 or offset < 0 or offset + size > length(text):
        raise bad(f"entity beginning at UTF-16 offset {offset} ends after the end of the text or is empty")
    raw = text.encode("utf-16-le", "surrogatepass")
    for edge in (offset, offset + size):
        if edge * 2 < len(raw) and 0xDC <= raw[edge * 2 + 1] <= 0xDF:
            raise bad(f"entity beginning at UTF-16 offset {offset} starts or ends in a middle of a UTF-16 symbol")
    needed = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id", "date_time": "unix_time"}
    if isinstance(kind, str) and (name := needed.get(kind)) and not entity.get(name):
        raise bad(f"can't parse MessageEntity: Can't find field \"{name}\"")
    return entity


def nested_properly(entities: tuple[Json, ...]) -> bool:
    """Whether no two entities overlap without one holding the other."""
    spans = [span(entity) for entity in entities]
    return not any(a < c < b < d for a, b in spans for c, d in spans)


def trimmed(formatted: Formatted) -> Formatted:
    """Cut white space at both ends, as the server does, and move the entities along."""
    text = formatted.text.rstrip()
    lead = length(text) - length(text.lstrip())
    text = text.lstrip()
    end = length(text)
    kept: list[Json] = []
    for entity in formatted.entities:
        start, stop = span(entity)
        start, stop = max(0, start - lead), min(end, stop - lead)
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return Formatted(text, tuple(kept))
