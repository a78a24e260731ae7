"""The edge of JSON: what came in is `object` until it is narrowed here."""

from __future__ import annotations

from typing import cast

import orjson

Json = dict[str, object]


def parse(raw: str | bytes) -> object:
    """Parse JSON text.

    Raises:
        ValueError: If it is not JSON.
    """
    return cast("object", orjson.loads(raw))


def dump(value: object) -> bytes:
    """Serialise plain values as compact JSON."""
    return orjson.dumps(value)


def as_object(value: object) -> Json | None:
    """Return the value if it is a JSON object."""
    return cast("Json", value) if isinstance(value, dict) else None


def as_array(value: object) -> list[object] | None:
    """Return the value if it is a JSON array."""
    return cast("list[object]", value) if isinstance(value, list) else None


def as_integer(value: object) -> int | None:
    """Return a whole number, also one written as text (forms have nothing else)."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, str):
        try:
            return int(value)
        except ValueError:
            return None
    return None


def as_flag(value: object) -> bool:
    """Read a boolean the way the Bot API does: `true`, `True`, `1`, `yes` are true."""
    if isinstance(value, str):
        return value.lower() in {"true", "1", "yes"}
    return bool(value)


def as_text(value: object) -> str:
    """Return a string as it is, anything else as an empty one."""
    return value if isinstance(value, str) else ""


def without_none(**fields: object) -> Json:
    """Build an object and leave out what is not there, as the Bot API does."""
    return {name: value for name, value in fields.items() if value is not None}
