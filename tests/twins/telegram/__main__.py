"""The twin as a process of its own, for benches.

Prints one JSON line, `{"api_base": ..., "token": ..., "chat": ...}`, then obeys JSON lines on its standard input:

- `{"do": "flood", "messages": 10000}`: so many messages of ordinary members in the group, told in batches of 100;
  answers `{"done": "flood", "messages": ...}` when the bot confirmed the last by its offset;
- `{"do": "requests"}`: answers `{"done": "requests", "counts": {method: how often}, "violations": [...]}`;
- `{"do": "stop"}`, or the end of the input, ends it.

A line it cannot read is answered by `{"error": ...}`.
"""

from __future__ import annotations

import asyncio
import sys

from tests.twins.telegram.flood import Flood
from tests.twins.telegram.jsons import Json, as_integer, as_object, dump, parse
from tests.twins.telegram.twin import TelegramTwin

_MEMBERS = 50


def _say(answer: Json) -> None:
    sys.stdout.write(dump(answer).decode() + "\n")
    sys.stdout.flush()


async def _orders() -> tuple[asyncio.StreamReader, asyncio.BaseTransport]:
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
    return reader, transport


async def serve() -> None:
    """Run one twin with one group until told to stop."""
    async with TelegramTwin(privacy=False) as twin:
        group = twin.add_group("Bench")
        group.add_bot()
        members = [twin.add_user(f"Member {number}", username=f"member_{number}") for number in range(_MEMBERS)]
        group.had_before(*members)
        twin.updates.drop()
        flood = Flood(twin, group, members)
        reader, transport = await _orders()
        _say({"api_base": twin.api_base, "token": twin.token, "chat": group.id})
        while line := await reader.readline():
            try:
                order = as_object(parse(line)) or {}
            except ValueError:
                order = {}
            match order.get("do"):
                case "flood":
                    messages = as_integer(order.get("messages")) or 0
                    await flood.run(messages)
                    _say({"done": "flood", "messages": messages})
                case "requests":
                    _say({"done": "requests", "counts": dict(twin.counts), "violations": list(twin.violations)})
                case "stop":
                    break
                case _:
                    _say({"error": f"not understood: {line.decode(errors='replace').strip()}"})
        transport.close()


if __name__ == "__main__":
    asyncio.run(serve())
