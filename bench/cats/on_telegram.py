"""The crowd on Telegram: groups without topics, in which the bot is an admin."""

import time
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import asynccontextmanager

from tests.twins.telegram.jsons import as_object, parse
from tests.twins.telegram.people import Person
from tests.twins.telegram.twin import TelegramTwin

_FOREVER = 24 * 3600.0


class TelegramStage:
    """Implements :class:`bench.cats.crowd.Stage`."""

    def __init__(self, twin: TelegramTwin, communities: int) -> None:
        self._twin = twin
        self._clubs = [twin.add_group(f"Club {number}") for number in range(communities)]
        for group in self._clubs:
            group.add_bot(admin=True)
        self._people: list[Person] = []
        self._read = 0

    @property
    def address(self) -> Mapping[str, str]:
        """What a bot has to know to find it."""
        return {"api_base": self._twin.api_base, "token": self._twin.token}

    def clock(self) -> float:
        """Seconds."""
        return time.time()

    async def connected(self) -> None:
        """Waits for the first request for updates."""
        await self._twin.until(lambda: self._twin.counts["getUpdates"] > 0, timeout=60)

    def polls(self) -> int:
        """How often updates were asked for."""
        return self._twin.counts["getUpdates"]

    def join(self, number: int) -> None:
        """The next newcomer joins."""
        person = self._twin.add_user(f"Newcomer {number}")
        self._people.append(person)
        self._clubs[number % len(self._clubs)].join(person)

    def introduce(self, number: int, picture: bytes | None) -> str:
        """By a first message of more than a greeting."""
        text = f"Hello everyone, I am newcomer {number}, from over the sea, and I like tea"
        group = self._clubs[number % len(self._clubs)]
        post = self._people[number].posts(group, text, photo=picture)
        return f"{group.id}/{post.id}"

    def answers(self) -> Iterator[tuple[str, float]]:
        """Photos that answer a message and were accepted."""
        requests = self._twin.requests
        while self._read < len(requests):
            seen = requests[self._read]
            self._read += 1
            if seen.method == "sendPhoto" and not seen.refused:
                told = seen.parameters.get("reply_parameters")
                answered = as_object(parse(told) if isinstance(told, str) else told)
                if answered is not None:
                    yield f"{seen.parameters.get('chat_id')}/{answered.get('message_id')}", seen.at

    async def changed(self) -> None:
        """Waits for the next request."""
        await self._twin.until(lambda: self._read < len(self._twin.requests), timeout=_FOREVER)


@asynccontextmanager
async def opened(communities: int) -> AsyncGenerator[TelegramStage]:
    """The platform, with so many communities."""
    async with TelegramTwin(privacy=False) as twin:
        yield TelegramStage(twin, communities)
