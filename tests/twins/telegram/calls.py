"""One request of the bot, whatever form its body had: read by name and type."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import BodyPartReader, web

from tests.twins.telegram.jsons import Json, as_array, as_flag, as_integer, as_object, parse
from tests.twins.telegram.refusals import Refused, bad


@dataclass(frozen=True, slots=True)
class Upload:
    """A file in a multipart body."""

    name: str
    content: bytes
    mime: str


@dataclass(frozen=True, slots=True)
class Call:
    """A method with its parameters."""

    method: str
    values: Json
    uploads: dict[str, Upload] = field(default_factory=dict[str, Upload])

    def has(self, name: str) -> bool:
        return name in self.values or name in self.uploads

    def text(self, name: str) -> str:
        """A string; a number in JSON is read as one, as the real server does."""
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else str(value)

    def integer(self, name: str) -> int | None:
        """A whole number, or None when it is not given.

        Raises:
            Refused: When it is something else.
        """
        value = self.values.get(name)
        if value is None or value == "":
            return None
        number = as_integer(value)
        if number is None:
            raise bad(f'parameter "{name}" must be a number')
        return number

    def number(self, name: str) -> float | None:
        """A number of seconds, fractions allowed."""
        value = self.values.get(name)
        try:
            return None if value is None else float(str(value))
        except ValueError:
            raise bad(f'parameter "{name}" must be a number') from None

    def flag(self, name: str) -> bool:
        return as_flag(self.values.get(name))

    def structure(self, name: str) -> object:
        """Any JSON: forms carry it as text.

        Raises:
            Refused: When that text is not JSON.
        """
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return parse(value)
        except ValueError:
            raise bad(f"can't parse {name} JSON object") from None

    def mapping(self, name: str) -> Json | None:
        """A JSON object.

        Raises:
            Refused: When it is something else.
        """
        value = self.structure(name)
        if value is None:
            return None
        if (found := as_object(value)) is None:
            raise bad(f"object expected as {name}")
        return found

    def listing(self, name: str) -> list[object] | None:
        """A JSON array.

        Raises:
            Refused: When it is something else.
        """
        value = self.structure(name)
        if value is None:
            return None
        if (found := as_array(value)) is None:
            raise bad(f"array expected as {name}")
        return found


Handler = Callable[[Call], Awaitable[object]]


async def read_call(method: str, request: web.Request) -> Call:
    """Read a request: query string, form, multipart or JSON.

    Raises:
        Refused: When the body is none of them.
    """
    values: Json = {**request.query}
    uploads: dict[str, Upload] = {}
    kind = request.content_type
    if kind == "multipart/form-data":
        reader = await request.multipart()
        while (item := await reader.next()) is not None:
            if not isinstance(item, BodyPartReader):
                raise bad("nested multipart bodies are not supported")
            name = item.name or ""
            content = bytes(await item.read(decode=True))
            if item.filename is None:
                values[name] = content.decode()
            else:
                uploads[name] = Upload(
                    item.filename, content, item.headers.get("Content-Type", "application/octet-stream")
                )
    elif kind == "application/json":
        raw = await request.read()
        try:
            body = as_object(parse(raw)) if raw else {}
        except ValueError:
            body = None
        if body is None:
            raise bad("can't parse JSON object")
        values.update(body)
    elif kind == "application/x-www-form-urlencoded":
        for name, value in (await request.post()).items():
            if isinstance(value, str):
                values[name] = value
    elif await request.read():
        raise Refused(400, "Bad Request: unsupported content type", violation=f"body of type {kind}")
    return Call(method, values, uploads)
