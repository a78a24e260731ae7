"""What a message form may hold: lengths, known fields, embeds, files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from tests.twins.discord import limits
from tests.twins.discord.validate_components import check_components
from tests.twins.discord.wire import Faulty, Payload, Refused, as_id, is_list, is_object, objects
from tests.twins.discord.world import Attachment

SUPPRESS_EMBEDS, EPHEMERAL, SUPPRESS_NOTIFICATIONS, COMPONENTS_V2 = 1 << 2, 1 << 6, 1 << 12, 1 << 15

_COMMON = frozenset({"content", "embeds", "allowed_mentions", "components", "attachments", "flags"})
CREATE_FIELDS = _COMMON | {
    "tts",
    "nonce",
    "enforce_nonce",
    "message_reference",
    "sticker_ids",
    "poll",
    "shared_client_theme",
}
EDIT_FIELDS = _COMMON | {"tts"}  # discord.py sends it with every edit; Discord takes no notice of it
WEBHOOK_FIELDS = _COMMON | {"tts", "username", "avatar_url", "thread_name", "applied_tags", "poll"}
ANSWER_FIELDS = _COMMON | {"tts", "poll"}
_EMBED_FIELDS = frozenset(
    {"title", "type", "description", "url", "timestamp", "color", "footer", "image", "thumbnail", "author", "fields"}
    | {"video", "provider", "flags"}
)


def known(body: Payload, allowed: Iterable[str]) -> None:
    """Refuses fields that Discord's documentation does not have for this form."""
    faulty = Faulty()
    for extra in sorted(set(body) - set(allowed)):
        faulty.add(extra, "UNKNOWN_FIELD", f'Unknown field "{extra}".')
    faulty.raise_if_any()


def text_field(faulty: Faulty, holder: Payload, key: str, path: str, most: int, least: int = 1) -> str | None:
    """Checks a text's type and length; gives it, or None where it is absent or null."""
    value = holder.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        faulty.add(path, "STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.')
        return None
    if not least <= len(value) <= most:
        faulty.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
    return value


def required_text(faulty: Faulty, holder: Payload, key: str, path: str, most: int, least: int = 1) -> str:
    value = text_field(faulty, holder, key, path, most, least)
    if value is None and holder.get(key) is None:
        faulty.add(path, "BASE_TYPE_REQUIRED", "This field is required")
    return value or ""


def check_message(
    body: Payload, allowed: Iterable[str], uploads: Mapping[int, Attachment], kept: Iterable[Attachment] = ()
) -> int:
    """Checks a whole message form.

    Args:
        body: the form.
        allowed: the fields that this request knows.
        uploads: the files that came with it, by part number.
        kept: the files that the message already has (for edits).

    Returns:
        The form's flags.
    """
    known(body, allowed)
    faulty = Faulty()
    content = body.get("content")
    if content is not None and not isinstance(content, str):
        faulty.add("content", "STRING_TYPE_CONVERT", "Could not interpret the value as string.")
    elif isinstance(content, str) and len(content) > limits.CONTENT:
        faulty.add("content", "BASE_TYPE_MAX_LENGTH", f"Must be {limits.CONTENT} or fewer in length.")
    flags = body.get("flags") or 0
    if not isinstance(flags, int):
        faulty.add("flags", "NUMBER_TYPE_COERCE", "Value is not int.")
        flags = 0
    nonce = body.get("nonce")
    if nonce is not None and (not isinstance(nonce, str | int) or len(str(nonce)) > limits.NONCE):
        faulty.add("nonce", "NONCE_TYPE_TOO_LONG", f"Must be {limits.NONCE} or fewer in length.")
    _check_embeds(faulty, body.get("embeds"))
    _check_mentions(faulty, body.get("allowed_mentions"))
    names = _check_files(faulty, body, uploads, kept)
    v2 = bool(flags & COMPONENTS_V2)
    if v2:
        for key in ("content", "embeds", "sticker_ids", "poll"):
            if body.get(key):
                faulty.add(
                    key,
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    "The 'MessageFlags.IS_COMPONENTS_V2' flag cannot be used with this field",
                )
    if body.get("components") is not None:
        check_components(faulty, body["components"], v2=v2, files=names)
    faulty.raise_if_any()
    return flags


def refuse_empty(
    content: str, embeds: list[Payload], components: list[Payload], files: int, more: object = None
) -> None:
    if not content.strip() and not embeds and not components and not files and not more:
        raise Refused(400, 50006, "Cannot send an empty message")


def _check_files(
    faulty: Faulty, body: Payload, uploads: Mapping[int, Attachment], kept: Iterable[Attachment]
) -> frozenset[str]:
    kept = list(kept)
    names = {file.name for file in uploads.values()} | {file.name for file in kept}
    listed = body.get("attachments")
    if listed is not None and not is_list(listed):
        faulty.add("attachments", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        return frozenset(names)
    for index, entry in enumerate(objects(listed)):
        number = as_id(entry.get("id"))
        if number is None or (number not in uploads and number not in {file.id for file in kept}):
            faulty.add(f"attachments.{index}.id", "ATTACHMENT_NOT_FOUND", "Attachment not found")
        text_field(faulty, entry, "description", f"attachments.{index}.description", 1024, 0)
    count = len(uploads) + (len(kept) if listed is None else len(objects(listed)) - len(uploads))
    if count > limits.FILES:
        faulty.add("attachments", "BASE_TYPE_MAX_LENGTH", f"Must be {limits.FILES} or fewer in length.")
    if any(len(file.data) > limits.FILE_BYTES for file in uploads.values()):
        raise Refused(413, 40005, "Request entity too large")
    return frozenset(names)


def _check_embeds(faulty: Faulty, embeds: object) -> None:
    if embeds is None:
        return
    if not is_list(embeds):
        faulty.add("embeds", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        return
    if len(embeds) > limits.EMBEDS:
        faulty.add("embeds", "BASE_TYPE_MAX_LENGTH", f"Must be {limits.EMBEDS} or fewer in length.")
    total = sum(_check_embed(faulty, embed, f"embeds.{index}") for index, embed in enumerate(objects(embeds)))
    if total > limits.EMBED_TOTAL:
        faulty.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {limits.EMBED_TOTAL}")


def _check_embed(faulty: Faulty, embed: Payload, at: str) -> int:
    """Checks one embed; gives the characters that count towards the total of all."""
    for extra in sorted(set(embed) - _EMBED_FIELDS):
        faulty.add(f"{at}.{extra}", "UNKNOWN_FIELD", f'Unknown field "{extra}".')
    total = len(text_field(faulty, embed, "title", f"{at}.title", limits.EMBED_TITLE, 0) or "")
    total += len(text_field(faulty, embed, "description", f"{at}.description", limits.EMBED_DESCRIPTION, 0) or "")
    footer, author = embed.get("footer"), embed.get("author")
    if is_object(footer):
        total += len(required_text(faulty, footer, "text", f"{at}.footer.text", limits.EMBED_FOOTER))
    if is_object(author):
        total += len(required_text(faulty, author, "name", f"{at}.author.name", limits.EMBED_AUTHOR))
    fields = objects(embed.get("fields"))
    if len(fields) > limits.EMBED_FIELDS:
        faulty.add(f"{at}.fields", "BASE_TYPE_MAX_LENGTH", f"Must be {limits.EMBED_FIELDS} or fewer in length.")
    for number, part in enumerate(fields):
        here = f"{at}.fields.{number}"
        total += len(required_text(faulty, part, "name", f"{here}.name", limits.EMBED_FIELD_NAME))
        total += len(required_text(faulty, part, "value", f"{here}.value", limits.EMBED_FIELD_VALUE))
    color = embed.get("color")
    if color is not None and not (isinstance(color, int) and 0 <= color <= 0xFFFFFF):
        faulty.add(f"{at}.color", "NUMBER_TYPE_MAX", "int value should be less than or equal to 16777215.")
    for key in ("image", "thumbnail"):
        media = embed.get(key)
        if is_object(media):
            check_url(faulty, media.get("url"), f"{at}.{key}.url", attachments=True)
    if embed.get("url") is not None:
        check_url(faulty, embed.get("url"), f"{at}.url")
    return total


def check_url(faulty: Faulty, url: object, path: str, *, attachments: bool = False) -> None:
    schemes = ("http://", "https://", "discord://") + (("attachment://",) if attachments else ())
    if not isinstance(url, str) or not url.startswith(schemes):
        faulty.add(
            path, "URL_TYPE_INVALID_SCHEME", f'Scheme "{url}" is not supported. Scheme must be one of {schemes}.'
        )


def _check_mentions(faulty: Faulty, allowed: object) -> None:
    if not is_object(allowed):
        return
    parse = allowed.get("parse")
    kinds = cast("list[object]", parse) if is_list(parse) else []
    for index, kind in enumerate(kinds):
        if kind not in ("users", "roles", "everyone"):
            faulty.add(f"allowed_mentions.parse.{index}", "BASE_TYPE_CHOICES", "Value must be one of them.")
    for key in ("users", "roles"):
        listed = allowed.get(key)
        if is_list(listed) and len(listed) > 100:
            faulty.add(f"allowed_mentions.{key}", "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.")
        if listed and key in kinds:
            faulty.add(
                "allowed_mentions",
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f'parse:["{key}"] and {key}: [ids...] are mutually exclusive.',
            )
