"""JSON as it travels, narrowed where it is read.

What Discord sends is taken for what its documentation says; what a member's client sends may be anything.
"""

from typing import Any, TypeAlias, cast

JsonObject: TypeAlias = dict[str, Any]


def as_object(value: object) -> JsonObject:
    """A JSON object, or an empty one in place of anything else."""
    return cast("JsonObject", value) if isinstance(value, dict) else {}


def as_objects(value: object) -> list[JsonObject]:
    """The objects in a JSON list, without what is none."""
    listed = cast("list[object]", value) if isinstance(value, list) else []
    return [cast("JsonObject", one) for one in listed if isinstance(one, dict)]


def as_texts(value: object) -> tuple[str, ...]:
    """The texts in a JSON list, without what is none."""
    listed = cast("list[object]", value) if isinstance(value, list) else []
    return tuple(one for one in listed if isinstance(one, str))


def as_text(value: object) -> str:
    """A JSON string, or "" in place of anything else."""
    return value if isinstance(value, str) else ""
