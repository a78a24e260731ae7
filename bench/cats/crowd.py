"""A crowd at a platform's server, as a process of its own: ``python -m bench.cats.crowd SIDE COMMUNITIES PHOTOS``.

Says ``{"api_base", "token", "gateway"}`` once, then answers each line of JSON on its standard input:

- ``{"do": "connected"}`` once a bot is connected, and ``{"do": "requests"}`` with how often updates were asked for;
- ``{"do": "join", "newcomers": N, "rate": R}``: so many join, R a second, each in the next community;
- ``{"do": "introduce", "newcomers": N, "rate": R, "pictures": false}``: as many of those who joined and have said
  nothing yet introduce themselves; answers the milliseconds until each was answered, and who was not;
- ``{"do": "rush", "newcomers": N, "waiting": W}``: they do so with pictures, as fast as W at a time are answered.
"""

import asyncio
import json
import sys
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, suppress
from typing import Protocol, cast

from bench.cats import on_discord, on_telegram
from bench.cats.photos import photos
from bench.load import Side

_PATIENCE = 60.0
"""Seconds without an answer after which those who wait for one count as lost."""


class Stage(Protocol):
    """One platform: its server, its communities and newcomers."""

    @property
    def address(self) -> Mapping[str, str]:
        """What a bot has to know to find it."""
        ...

    def clock(self) -> float:
        """Seconds, by the clock that stamps requests."""
        ...

    async def connected(self) -> None:
        """Waits until a bot takes events."""
        ...

    def polls(self) -> int:
        """How often updates were asked for."""
        ...

    def join(self, number: int) -> None:
        """The next newcomer joins a community."""
        ...

    def introduce(self, number: int, picture: bytes | None) -> str:
        """A newcomer says who they are; returns what an answer to it names."""
        ...

    def answers(self) -> Iterator[tuple[str, float]]:
        """Pictures that the bot sent since the last look: what they answer, and when the request came."""
        ...

    async def changed(self) -> None:
        """Waits until something may have been answered."""
        ...


class Crowd:
    """Newcomers in the order in which they join."""

    def __init__(self, stage: Stage, shown: int) -> None:
        self._stage = stage
        self._photos = photos(shown)
        self._joined = 0
        self._introduced = 0
        self._said: dict[str, float] = {}
        self._taken: list[float] = []

    async def join(self, newcomers: int, rate: float) -> Mapping[str, object]:
        """So many come in."""
        async for _ in _paced(newcomers, rate):
            self._stage.join(self._joined)
            self._joined += 1
        return {"done": "join"}

    async def introduce(self, newcomers: int, rate: float, *, pictures: bool) -> Mapping[str, object]:
        """So many introduce themselves, each at their moment, whatever became of those before."""
        reading = asyncio.create_task(self._read(newcomers))
        began = self._stage.clock()
        async for _ in _paced(newcomers, rate):
            self._say(pictures=pictures)
        lasted = self._stage.clock() - began
        await reading
        return self._outcome(lasted)

    async def rush(self, newcomers: int, waiting: int) -> Mapping[str, object]:
        """So many show pictures, each as soon as fewer than ``waiting`` are not answered."""
        began = self._stage.clock()
        for _ in range(min(waiting, newcomers)):
            self._say(pictures=True)
        await self._read(newcomers, say=newcomers - min(waiting, newcomers))
        return self._outcome(self._stage.clock() - began)

    def _say(self, *, pictures: bool) -> None:
        number, self._introduced = self._introduced, self._introduced + 1
        picture = self._photos[number % len(self._photos)] if pictures else None
        at = self._stage.clock()
        self._said[self._stage.introduce(number, picture)] = at

    async def _read(self, newcomers: int, say: int = 0) -> None:
        """Notes answers until all have one, or none came for too long."""
        with suppress(TimeoutError):
            while len(self._taken) < newcomers:
                async with asyncio.timeout(_PATIENCE):
                    await self._stage.changed()
                for answer, came in self._stage.answers():
                    said = self._said.pop(answer, None)
                    if said is not None:
                        self._taken.append((came - said) * 1000)
                        if say:
                            say -= 1
                            self._say(pictures=True)

    def _outcome(self, seconds: float) -> Mapping[str, object]:
        taken, self._taken = self._taken, []
        lost = len(self._said)
        self._said.clear()
        return {"milliseconds": taken, "lost": lost, "seconds": seconds}


async def _paced(count: int, rate: float) -> AsyncGenerator[None]:
    """Yields at evenly spread moments; one that is late does not make the next late."""
    clock = asyncio.get_running_loop().time
    began = clock()
    for number in range(count):
        await asyncio.sleep(max(0.0, began + number / rate - clock()))
        yield


async def _obey(stage: Stage, crowd: Crowd, order: Mapping[str, object]) -> Mapping[str, object]:
    newcomers, rate = int(str(order.get("newcomers", 0))), float(str(order.get("rate", 1)))
    match order.get("do"):
        case "connected":
            await stage.connected()
            return {"done": "connected"}
        case "requests":
            return {"counts": {"getUpdates": stage.polls()}}
        case "join":
            return await crowd.join(newcomers, rate)
        case "introduce":
            return await crowd.introduce(newcomers, rate, pictures=bool(order.get("pictures")))
        case "rush":
            return await crowd.rush(newcomers, int(str(order.get("waiting", 1))))
        case other:
            return {"error": f"unknown order {other!r}"}


def _opened(side: Side, communities: int) -> AbstractAsyncContextManager[Stage]:
    return on_discord.opened(communities) if side is Side.DISCORD else on_telegram.opened(communities)


async def serve(side: Side, communities: int, shown: int) -> None:
    """Serves until the input ends.

    Args:
        side: which platform.
        communities: in which newcomers join.
        shown: pictures that they show in all.
    """
    async with _opened(side, communities) as stage:
        crowd = Crowd(stage, shown)
        _say(stage.address)
        lines = asyncio.StreamReader()
        loop = asyncio.get_running_loop()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
        while line := await lines.readline():
            _say(await _obey(stage, crowd, cast("Mapping[str, object]", json.loads(line))))


def _say(line: Mapping[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(serve(Side(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
