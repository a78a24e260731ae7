"""A page of the tests' own: talks to the playground over its real websocket, and may lie."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from websockets.asyncio.client import ClientConnection

from tests.kit.patience import PATIENCE

Json = dict[str, Any]


def _always(_: Json) -> bool:
    return True


@dataclass(slots=True)
class Page:
    """An open page.

    Attributes:
        heard: every reply so far, in order.
    """

    socket: ClientConnection
    heard: list[Json] = field(default_factory=list[Json])
    _read: int = 0

    async def says(self, kind: str, **fields: object) -> None:
        """Sends a request."""
        await self.socket.send(json.dumps({"type": kind, **fields}))

    async def hears(self, kind: str, when: Callable[[Json], bool] = _always) -> Json:
        """The next reply of a kind that fits; what comes before it is passed over."""
        async with asyncio.timeout(PATIENCE):
            while True:
                while self._read < len(self.heard):
                    reply = self.heard[self._read]
                    self._read += 1
                    if reply["type"] == kind and when(reply):
                        return reply
                self.heard.append(cast(Json, json.loads(await self.socket.recv())))

    async def post(self, when: Callable[[Json], bool] = _always) -> Json:
        """The next message, new or changed, that fits."""
        reply = await self.hears("post", lambda told: when(told["post"]))
        return cast(Json, reply["post"])

    async def refused(self) -> str:
        """The key of the next refusal."""
        return str((await self.hears("not_done"))["key"])

    async def writes(self, side: str, place: str, text: str, **more: object) -> Json:
        """Writes a message; gives it as the page sees it."""
        await self.says("write", side=side, place=place, text=text, **more)
        return await self.post(lambda post: bool(post["mine"]) and post["raw"] == text)

    async def all_heard(self) -> list[Json]:
        """Everything up to now: asks for something harmless and reads up to its answer."""
        await self.says("react", side="left", message="0", emoji="x")
        await self.hears("not_done", lambda told: told["key"] == "refused-gone")
        return self.heard


def words(post: Json) -> str:
    """A message's words."""
    return "".join(str(part.get("text", part.get("written", part.get("name")))) for part in post["text"])


def side_of(shape: Json, side: str) -> Json:
    """A side of a shape."""
    return next(cast(Json, told) for told in shape["sides"] if told["side"] == side)


def person_of(shape: Json, person: str) -> Json:
    """A person of a shape."""
    return next(cast(Json, told) for side in shape["sides"] for told in side["people"] if told["id"] == person)
