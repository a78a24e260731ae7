"""How a form is filled in and sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from tests.twins.discord.asking import FileTriple, Resolved
from tests.twins.discord.seen import SeenField, SeenModal
from tests.twins.discord.validate_components import LABEL, ROW, TEXT
from tests.twins.discord.wire import Payload, objects
from tests.twins.discord.world import Channel, NotAllowed, Role, User

FieldValue: TypeAlias = str | bool | User | Role | Channel | Sequence["str | User | Role | Channel | FileTriple"]


def filled(modal: SeenModal, values: Mapping[str, FieldValue], resolved: Resolved) -> list[Payload]:
    """Builds a submission's components, refusing what the client would not let through."""
    names = {field.custom_id for field in modal.fields} | {field.label for field in modal.fields}
    unknown = set(values) - names
    if unknown:
        raise NotAllowed(f"no such field: {sorted(unknown)} among {sorted(names)}")
    by_id = {field.custom_id: _sent(field, _given(field, values), resolved) for field in modal.fields}
    sent: list[Payload] = []
    form = modal.asked.modal or {}
    for index, part in enumerate(objects(form.get("components")), start=1):
        number = part.get("id") or index
        if part.get("type") == LABEL:
            sent.append({"type": LABEL, "id": number, "component": by_id[part["component"]["custom_id"]]})
        elif part.get("type") == ROW:
            inside = [by_id[child["custom_id"]] for child in objects(part.get("components"))]
            sent.append({"type": ROW, "id": number, "components": inside})
        elif part.get("type") == TEXT:
            sent.append({"type": TEXT, "id": number})
    return sent


def _given(field: SeenField, values: Mapping[str, FieldValue]) -> FieldValue | None:
    return values.get(field.custom_id, values.get(field.label))


def _sent(field: SeenField, given: FieldValue | None, resolved: Resolved) -> Payload:
    sent: Payload = {"type": field.kind, "id": field.raw.get("id") or 0, "custom_id": field.custom_id}
    if field.kind == 4:
        return sent | {"value": _text(field, given)}
    if field.kind == 23:
        return sent | {"value": bool(field.raw.get("default")) if given is None else bool(given)}
    listed = _listed(given)
    if given is None:
        defaults = [str(o["value"]) for o in objects(field.raw.get("options")) if o.get("default")]
        listed = list(defaults)
    picked = [_pick(field, entry, resolved) for entry in listed]
    if not picked and field.required:
        raise NotAllowed(f"{field.label!r} is required")
    if field.kind == 21:
        return sent | {"value": picked[0] if picked else None}
    if picked and not field.least <= len(picked) <= field.most:
        raise NotAllowed(f"{field.label!r} takes {field.least} to {field.most}")
    return sent | {"values": picked}


def _listed(given: FieldValue | None) -> list[str | User | Role | Channel | FileTriple]:
    if given is None or isinstance(given, bool):
        return []
    return [given] if isinstance(given, str | User | Role | Channel) else list(given)


def _text(field: SeenField, given: FieldValue | None) -> str:
    text = (field.value or "") if given is None else given
    if not isinstance(text, str):
        raise NotAllowed(f"{field.label!r} takes text")
    if not text and field.required:
        raise NotAllowed(f"{field.label!r} is required")
    if text and not field.least <= len(text) <= field.most:
        raise NotAllowed(f"{field.label!r} takes {field.least} to {field.most} characters")
    return text


def _pick(field: SeenField, entry: str | User | Role | Channel | FileTriple, resolved: Resolved) -> str:
    if isinstance(entry, User):
        return resolved.user(entry)
    if isinstance(entry, Role):
        return resolved.role(entry)
    if isinstance(entry, Channel):
        return resolved.channel(entry)
    if isinstance(entry, tuple):
        if field.kind != 19:
            raise NotAllowed(f"{field.label!r} takes no files")
        return resolved.file(entry)
    for label, value in field.options:
        if entry in (label, value):
            return value
    raise NotAllowed(f"{entry!r} is not among {field.options}")
