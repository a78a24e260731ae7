"""How the Bot API says no: status, description and parameters, in the real server's own words."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.twins.telegram.jsons import Json


@dataclass(slots=True)
class Refused(Exception):
    """An answer with `ok: false`.

    Attributes:
        status: The HTTP status and `error_code`.
        description: The text that clients show.
        parameters: `retry_after` or `migrate_to_chat_id`, where there are any.
        violation: What a client must never send at all; kept in `twin.violations`.
    """

    status: int
    description: str
    parameters: Json = field(default_factory=dict[str, object])
    violation: str = ""

    def body(self) -> Json:
        """The JSON that is answered."""
        answer: Json = {"ok": False, "error_code": self.status, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad(description: str) -> Refused:
    """A 400 with the words the real server uses."""
    return Refused(400, f"Bad Request: {description}")


def forbidden(description: str) -> Refused:
    """A 403 with the words the real server uses."""
    return Refused(403, f"Forbidden: {description}")


def conflict(description: str) -> Refused:
    """A 409 with the words the real server uses."""
    return Refused(409, f"Conflict: {description}")


def unknown_field(where: str, names: list[str]) -> Refused:
    """The twin's own strictness: the real server would silently ignore a misspelt field."""
    what = f"{where} has unknown fields: {', '.join(names)}"
    return Refused(400, f"Bad Request: {what}", violation=what)


def too_many_requests(retry_after: int) -> Refused:
    """Flood control; `retry_after` in seconds."""
    return Refused(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def upgraded(new_id: int) -> Refused:
    """A basic group's old id after its upgrade."""
    return Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": new_id})


def check_fields(where: str, value: Json, known: frozenset[str]) -> None:
    """Refuse an object with fields that the Bot API does not have."""
    if strange := sorted(set(value) - known):
        raise unknown_field(where, strange)
