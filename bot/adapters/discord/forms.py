"""Sheets as Discord's modals, and what is sent back as answers."""

from collections.abc import Callable
from typing import assert_never

from bot.adapters.discord import limits
from bot.adapters.discord.custom_ids import CustomIds
from bot.adapters.discord.wire import JsonObject, as_objects, as_texts
from bot.domain.attachments import Attachment
from bot.domain.form import Answer, Answers, ChoiceField, Field, FileField, TextField
from bot.domain.piece import Sheet

_ROW, _STRING_SELECT, _TEXT_INPUT, _LABEL, _FILE_UPLOAD = 1, 3, 4, 18, 19  # docs, "Component reference"
_SHORT, _PARAGRAPH = 1, 2


def modal(sheet: Sheet) -> JsonObject:
    """A sheet as the data of a MODAL answer."""
    return {
        "title": sheet.title[: limits.MODAL_TITLE],
        "custom_id": CustomIds().pressed(sheet.data),
        "components": [_labelled(field) for field in sheet.fields[: limits.MODAL_FIELDS]],
    }


def _labelled(field: Field) -> JsonObject:
    label: JsonObject = {"type": _LABEL, "label": field.label[: limits.MODAL_LABEL]}
    match field:
        case TextField():
            return label | {"component": _text(field)}
        case ChoiceField():
            return label | {"component": _choice(field)}
        case FileField():
            if field.hint:
                label["description"] = field.hint[: limits.MODAL_HINT]
            return label | {"component": _files(field)}
        case _:
            assert_never(field)


def _text(field: TextField) -> JsonObject:
    longest = max(1, min(field.longest, limits.TEXT_INPUT))
    part: JsonObject = {
        "type": _TEXT_INPUT,
        "custom_id": field.key,
        "style": _PARAGRAPH if field.lines else _SHORT,
        "required": field.required,
        "min_length": max(0, min(field.shortest, longest)),
        "max_length": longest,
    }
    if field.hint:
        part["placeholder"] = field.hint[: limits.TEXT_INPUT_HINT]
    if field.value:
        part["value"] = field.value[:longest]
    return part


def _choice(field: ChoiceField) -> JsonObject:
    options = field.options[: limits.LIST_CHOICES]
    return {
        "type": _STRING_SELECT,
        "custom_id": field.key,
        "required": field.required,
        "min_values": 1 if field.required else 0,
        "max_values": max(1, min(field.most, len(options))),
        "options": [
            {
                "label": option.label[: limits.LIST_TEXT],
                "value": option.value[: limits.LIST_TEXT],
                "default": option.value in field.value[: field.most],
            }
            for option in options
        ],
    }


def _files(field: FileField) -> JsonObject:
    return {
        "type": _FILE_UPLOAD,
        "custom_id": field.key,
        "required": field.required,
        "min_values": 1 if field.required else 0,
        "max_values": max(1, min(field.most, limits.FILES)),
    }


def answers(components: object, file: Callable[[str], Attachment | None]) -> Answers:
    """A submission's answers. May be forged: what does not fit is left out.

    Args:
        components: the submission's.
        file: finds an uploaded file by its id.
    """
    given: list[Answer] = []
    for part in _inside(as_objects(components)):
        key = part.get("custom_id")
        if not isinstance(key, str):
            continue
        match part.get("type"):
            case 4:
                given.append(Answer(key, text=str(part.get("value") or "")))
            case 3:
                given.append(Answer(key, picked=as_texts(part.get("values"))))
            case 19:
                found = (file(number) for number in as_texts(part.get("values")))
                given.append(Answer(key, files=tuple(one for one in found if one is not None)))
            case _:
                continue
    return Answers(tuple(given))


def _inside(components: list[JsonObject]) -> list[JsonObject]:
    """The fields within labels, and within rows as older clients send them."""
    found: list[JsonObject] = []
    for part in components:
        if part.get("type") == _LABEL:
            found.extend(as_objects([part.get("component")]))
        elif part.get("type") == _ROW:
            found.extend(as_objects(part.get("components")))
    return found
