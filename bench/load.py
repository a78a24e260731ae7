"""The load: a platform's protocol server (``tests/twins``) as a process of its own, told by lines of JSON."""

import asyncio
import json
import sys
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from enum import StrEnum
from pathlib import Path
from typing import cast

ROOT = Path(__file__).parent.parent
_SECONDS_FOR_ANSWER = 600.0
_LOOK_EVERY = 0.01


class Side(StrEnum):
    """Whose library is measured."""

    DISCORD = "discord"
    TELEGRAM = "telegram"


class Load:
    """One server; all subjects of a run meet the same."""

    def __init__(self, side: Side, process: asyncio.subprocess.Process, first: Mapping[str, object]) -> None:
        self.side = side
        self._process = process
        self._first = first

    def __getitem__(self, name: str) -> str:
        """What the server said of itself: ``api_base``, ``token``, ``gateway``."""
        return str(self._first[name])

    async def polls(self) -> int:
        """How often updates were asked for so far, on Telegram."""
        counts = (await self.ask({"do": "requests"})).get("counts")
        return cast("Mapping[str, int]", counts).get("getUpdates", 0) if isinstance(counts, dict) else 0

    async def connected(self, polls_before: int) -> None:
        """Waits until a subject takes events: a session that is ready, or the first request for updates."""
        if self.side is Side.DISCORD:
            await self.ask({"do": "connected"})
            return
        while await self.polls() == polls_before:  # noqa: ASYNC110  # it is another process that is looked at
            await asyncio.sleep(_LOOK_EVERY)

    async def flood(self, messages: int) -> None:
        """Tells so many messages of ordinary members, and waits until the subject has taken the last of them.

        On Discord a websocket ping goes behind the last message, and is answered where messages are read; on Telegram
        the offset confirms it.
        """
        await self.ask({"do": "flood", "messages": messages})

    async def ask(self, order: Mapping[str, object]) -> Mapping[str, object]:
        """Gives an order, and waits for what is answered to it.

        Raises:
            RuntimeError: the server ended, or does not know the order.
        """
        if self._process.stdin is None:
            raise RuntimeError("the server has no input")
        self._process.stdin.write(json.dumps(order).encode() + b"\n")
        answer = await _line(self._process)
        if "error" in answer:
            raise RuntimeError(f"the server says: {answer['error']}")
        return answer


async def _line(process: asyncio.subprocess.Process) -> Mapping[str, object]:
    if process.stdout is None:
        raise RuntimeError("the server has no output")
    async with asyncio.timeout(_SECONDS_FOR_ANSWER):
        line = await process.stdout.readline()
    read: object = json.loads(line) if line.strip() else None
    if not isinstance(read, dict):
        raise RuntimeError("the server ended")
    return cast("Mapping[str, object]", read)


@asynccontextmanager
async def served(side: Side, *command: str) -> AsyncGenerator[Load]:
    """A platform's server for as long as the block lasts.

    Args:
        side: which platform's.
        command: the module that serves, and its arguments, if another than the protocol server itself.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        *(command or (f"tests.twins.{side}",)),
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield Load(side, process, await _line(process))
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
