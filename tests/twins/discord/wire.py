"""What travels: JSON objects, the errors Discord answers with, and the tree of what is wrong in a form."""

from collections.abc import Mapping
from typing import Any, TypeAlias, TypeGuard, cast

Payload: TypeAlias = dict[str, Any]
"""A JSON object as it stands on the wire; whoever reads one checks the fields that it takes."""


class Refused(Exception):
    """An answer that refuses a request, as Discord words it.

    Attributes:
        status: HTTP status.
        code: Discord's JSON error code (developers' docs, "Opcodes and status codes").
        errors: the tree under ``errors`` for code 50035, else None.
    """

    def __init__(self, status: int, code: int, message: str, errors: Payload | None = None) -> None:
        super().__init__(f"{status} {code} {message}")
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def payload(self) -> Payload:
        body: Payload = {"message": self.message, "code": self.code}
        if self.errors is not None:
            body["errors"] = self.errors
        return body


class Faulty:
    """Collects what is wrong in a form, by path, and refuses all of it at once as 50035."""

    def __init__(self) -> None:
        self.tree: Payload = {}

    def add(self, path: str, code: str, message: str) -> None:
        """Notes one error at a dotted path such as ``embeds.0.title``."""
        node = self.tree
        for step in path.split("."):
            node = cast("Payload", node.setdefault(step, {}))
        cast("list[Payload]", node.setdefault("_errors", [])).append({"code": code, "message": message})

    def raise_if_any(self) -> None:
        if self.tree:
            raise Refused(400, 50035, "Invalid Form Body", self.tree)


def invalid(path: str, code: str, message: str) -> Refused:
    """Builds the refusal of a form with one wrong field."""
    faulty = Faulty()
    faulty.add(path, code, message)
    return Refused(400, 50035, "Invalid Form Body", faulty.tree)


def is_object(value: object) -> TypeGuard[Payload]:
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def objects(value: object) -> list[Payload]:
    """Gives the objects in a JSON list, leaving out what is none."""
    return [entry for entry in value if is_object(entry)] if is_list(value) else []


def as_id(value: object) -> int | None:
    """Reads a snowflake, sent as a string or as a number; None when it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else None


def number(query: Mapping[str, str], key: str, default: int, least: int, most: int) -> int:
    """Reads a bounded whole number from a query string, refusing what Discord refuses."""
    text = query.get(key)
    if text is None:
        return default
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
        raise invalid(key, "NUMBER_TYPE_COERCE", f"Value should be between {least} and {most}.")
    return int(text)
