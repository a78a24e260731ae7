"""The crowd on Discord: guilds that have a channel for introductions."""

import time
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import asynccontextmanager

from tests.twins.discord import Channel, DiscordTwin, Person, TwinGuild
from tests.twins.discord.wire import is_object

_FOREVER = 24 * 3600.0
_CREATED = "/messages"


class DiscordStage:
    """Implements :class:`bench.cats.crowd.Stage`."""

    def __init__(self, twin: DiscordTwin, communities: int) -> None:
        self._twin = twin
        self._clubs: list[tuple[TwinGuild, Channel]] = []
        for number in range(communities):
            guild = twin.add_guild(f"Club {number}")
            guild.add_channel("lounge")
            self._clubs.append((guild, guild.add_channel("introductions")))
        self._people: list[Person] = []
        self._read = 0

    @property
    def address(self) -> Mapping[str, str]:
        """What a bot has to know to find it."""
        return {"api_base": self._twin.api_base, "token": self._twin.token, "gateway": self._twin.gateway_url}

    def clock(self) -> float:
        """Seconds."""
        return time.monotonic()

    async def connected(self) -> None:
        """Waits for a session that is ready and has read its guilds."""
        await self._twin.connected(timeout=60)

    def polls(self) -> int:
        """Nobody asks for updates here."""
        return 0

    def join(self, number: int) -> None:
        """The next newcomer joins."""
        person = self._twin.add_user(f"newcomer{number}")
        self._people.append(person)
        self._clubs[number % len(self._clubs)][0].join(person)

    def introduce(self, number: int, picture: bytes | None) -> str:
        """In the channel for it."""
        files = () if picture is None else (("cat.jpg", picture, "image/jpeg"),)
        channel = self._clubs[number % len(self._clubs)][1]
        text = f"Hello everyone, I am newcomer {number}, from over the sea, and I like tea"
        return str(self._people[number].posts(channel, text, files).id)

    def answers(self) -> Iterator[tuple[str, float]]:
        """Messages with a file that answer another and were accepted."""
        requests = self._twin.requests
        while self._read < len(requests) and requests[self._read].status:
            seen = requests[self._read]
            self._read += 1
            if seen.method == "POST" and seen.path.endswith(_CREATED) and seen.files and is_object(seen.body):
                answered = seen.body.get("message_reference")
                if seen.status == 200 and is_object(answered):
                    yield str(answered.get("message_id")), seen.at

    async def changed(self) -> None:
        """Waits for the next request that is answered."""

        def answered() -> bool:
            requests = self._twin.requests
            return self._read < len(requests) and bool(requests[self._read].status)

        await self._twin.until(answered, timeout=_FOREVER)


@asynccontextmanager
async def opened(communities: int) -> AsyncGenerator[DiscordStage]:
    """The platform, with so many communities."""
    async with DiscordTwin() as twin:
        yield DiscordStage(twin, communities)
