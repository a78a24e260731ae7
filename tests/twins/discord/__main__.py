"""The twin alone in its process, driven by lines of JSON: what benches run a bot against.

Prints ``{"api_base", "gateway", "token", "guild", "channel"}`` once, then answers each line on stdin:

- ``{"do": "flood", "messages": N}``: sends N MESSAGE_CREATE of ordinary members, answers when all are read by the bot.
- ``{"do": "requests"}``: answers how many requests came, by method and status.
- ``{"do": "connected"}``: answers once a bot is connected.
- ``{"do": "stop"}``: ends.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
from collections import Counter

from tests.twins.discord.people import Person
from tests.twins.discord.twin import DiscordTwin
from tests.twins.discord.wire import Payload, is_object
from tests.twins.discord.world import Channel, Message

BATCH = 200
WORDS = ("hello", "anyone", "up for tea", "tonight", "look at this", "lol", "see you later", "that was fun")


class Flood:
    """Messages made of pieces that are built once: only id, author and words change."""

    def __init__(self, twin: DiscordTwin, channel: Channel, people: list[Person]) -> None:
        self._twin = twin
        self._random = random.Random(7)  # noqa: S311 - chatter, not secrets
        self._templates: list[tuple[str, str, str]] = []
        world = twin.hub.world
        for person in people:
            message = Message(111, channel.id, person.user, world.wall(), "@@words@@")
            text = json.dumps(twin.hub.payloads.in_event(message))
            head, tail = text.split('"id": "111"', 1)
            middle, end = tail.split("@@words@@", 1)
            self._templates.append((head + '"id": "', '"' + middle, end))

    def piece(self) -> str:
        head, middle, end = self._random.choice(self._templates)
        words = " ".join(self._random.choices(WORDS, k=8))
        return f"{head}{self._twin.hub.world.new_id()}{middle}{words}{end}"

    async def send(self, count: int) -> None:
        """Sends in batches, each taken in by the client before the next, so that no queue grows without end."""
        while count > 0:
            pieces = [self.piece() for _ in range(min(BATCH, count))]
            count -= len(pieces)
            self._twin.gateway.tell_pieces("MESSAGE_CREATE", pieces)
            await self._twin.gateway.caught_up()


async def _lines() -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    return reader


def _say(line: Payload) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


async def _serve() -> None:
    async with DiscordTwin() as twin:
        guild = twin.add_guild("Bench")
        channel = guild.add_channel("lounge")
        people = [twin.add_user(f"member{number}") for number in range(50)]
        for person in people:
            guild.join(person)
        flood = Flood(twin, channel, people)
        at: Payload = {"api_base": twin.api_base, "gateway": twin.gateway_url, "token": twin.token}
        _say(at | {"guild": guild.id, "channel": channel.id})
        lines = await _lines()
        while line := await lines.readline():
            order: object = json.loads(line)
            if not is_object(order) or order.get("do") == "stop":
                break
            await _obey(twin, flood, order)


async def _obey(twin: DiscordTwin, flood: Flood, order: Payload) -> None:
    match order.get("do"):
        case "flood":
            await flood.send(int(order["messages"]))
            _say({"done": "flood"})
        case "connected":
            await twin.connected(timeout=60)
            _say({"done": "connected"})
        case "requests":
            counts = Counter(f"{seen.method} {seen.status}" for seen in twin.requests)
            _say({"done": "requests", "total": len(twin.requests), "by": counts, "violations": len(twin.violations)})
        case other:
            _say({"error": f"unknown order {other!r}"})


if __name__ == "__main__":
    asyncio.run(_serve())
