"""Both platforms' protocol servers as a process of their own: ``python -m bench.mirror.crowd``.

Says where they are once, then answers each line of JSON on its standard input:

- ``{"do": "connected"}`` once a bot is connected to both;
- ``{"do": "say", "first": N, "lines": L, "rate": R}``: so many lines, R a second (0: all at once), are said in a
  channel on Discord; answers how many milliseconds each took until its copy came in to Telegram, how many were lost,
  and the seconds.
"""

import asyncio
import json
import sys
import time
from collections.abc import Mapping
from contextlib import suppress

from bench.mirror.pace import Crossed, paced
from bench.mirror.sentences import DIFFERENT, EN, ES, chat_line, numbers
from tests.twins.discord import DiscordTwin
from tests.twins.telegram.twin import TelegramTwin

_MEMBERS = 10
_PATIENCE = 30.0
_AT_ONCE = 1_000_000.0
"""A second: no pause in between."""


class Crowd:
    """Members who write on Discord, and a group that reads it on Telegram."""

    def __init__(self, discord: DiscordTwin, telegram: TelegramTwin) -> None:
        self._discord, self._telegram = discord, telegram
        self._guild = discord.add_guild("Cat Club")
        self._channel = self._guild.add_channel("lounge")
        self._group = telegram.add_group("Cat Club")
        self._group.add_bot(admin=True)
        self._people = [discord.add_user(f"member{number}") for number in range(_MEMBERS)]
        for person in self._people:
            self._guild.has_long_had(person)
        self._read = 0

    @property
    def address(self) -> Mapping[str, str]:
        """What a bot has to know to find both, and the names of what is tied."""
        return {
            "discord_token": self._discord.token,
            "discord_api_base": self._discord.api_base,
            "telegram_token": self._telegram.token,
            "telegram_api_base": self._telegram.api_base,
            "guild": str(self._guild.id),
            "channel": str(self._channel.id),
            "group": str(self._group.id),
        }

    async def connected(self) -> None:
        """Waits until a bot takes events of both."""
        await self._discord.connected(timeout=60)
        await self._telegram.until(lambda: self._telegram.counts["getUpdates"] > 0, timeout=60)

    async def say(self, first: int, lines: int, rate: float) -> Crossed:
        """Has lines said, and waits for their copies."""
        said: dict[int, float] = {}
        began = time.time()
        arriving = asyncio.create_task(self._arrived(said, lines))
        async for index in paced(lines, rate or _AT_ONCE):
            number = first + index
            said[number % DIFFERENT] = time.time()
            self._people[number % _MEMBERS].posts(self._channel, chat_line(number, EN))
        taken, last = await arriving
        return Crossed(taken, lines - len(taken), last - began)

    async def _arrived(self, said: dict[int, float], lines: int) -> tuple[list[float], float]:
        taken: list[float] = []
        last = time.time()
        requests = self._telegram.requests
        with suppress(TimeoutError):
            while len(taken) < lines:
                await self._telegram.until(lambda: self._read < len(requests), timeout=_PATIENCE)
                while self._read < len(requests):
                    seen = requests[self._read]
                    self._read += 1
                    if seen.method != "sendMessage" or seen.refused:
                        continue
                    for number in numbers(str(seen.parameters.get("text")), ES):
                        if number in said:
                            taken.append((seen.at - said.pop(number)) * 1000)
                            last = seen.at
        return taken, last


async def _obey(crowd: Crowd, order: Mapping[str, object]) -> Mapping[str, object]:
    match order.get("do"):
        case "connected":
            await crowd.connected()
            return {"done": "connected"}
        case "say":
            told = (int(str(order.get("first"))), int(str(order.get("lines"))), float(str(order.get("rate"))))
            crossed = await crowd.say(*told)
            return {"milliseconds": crossed.milliseconds, "lost": crossed.lost, "seconds": crossed.seconds}
        case other:
            return {"error": f"unknown order {other!r}"}


async def serve() -> None:
    """Serves until the input ends."""
    async with DiscordTwin() as discord, TelegramTwin(privacy=False) as telegram:
        crowd = Crowd(discord, telegram)
        _say(crowd.address)
        lines = asyncio.StreamReader()
        loop = asyncio.get_running_loop()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
        while line := await lines.readline():
            _say(await _obey(crowd, json.loads(line)))


def _say(line: Mapping[str, object]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(serve())
