"""The whole bot in this process, tied by bridges, and the two platforms in memory on which it mostly runs here."""

import asyncio
import gc
from collections.abc import AsyncGenerator, Generator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.mirror.bridges import Side, write
from bench.mirror.pace import Crossed, paced
from bench.mirror.sentences import DIFFERENT, EN, ES, chat_line, numbers
from bot.__main__ import Garbage
from bot.bootstrap import App, declared, opened
from bot.clock import SystemClock
from bot.config import LogFormat, LogLevel
from bot.core.codec import Codec
from bot.core.stations import Station
from bot.domain.author import Account
from bot.domain.events import Community, MessagePosted
from bot.domain.refs import ChatRef, MessageRef, Platform, SpaceRef, UserRef
from bot.domain.text import RichText
from bot.logs import set_up_logging
from bot.platforms import Platforms
from bot.ports.clock import Clock
from bot.ports.database import Database
from bot.ports.gateway import Intake
from bot.ports.places import PlaceName
from bot.ports.translator import Translator
from tests.kit.fake import FAKE, PLAIN, RICH, FakeGateway
from tests.kit.fake_house import FakeMembers, FakePlaces
from tests.kit.stages.whole import config_on, migrated_copy

OTHER_FAKE = Platform("other")

_MEMBERS = 10
_PATIENCE = 30.0
"""Seconds without another copy after which those that are missing count as lost."""


@dataclass(slots=True)
class Fakes:
    """The rich and the plain platform in memory; English is said on the one, Spanish read on the other."""

    clock: Clock
    left: FakeGateway = field(init=False)
    right: FakeGateway = field(init=False)
    _said: int = 0

    def __post_init__(self) -> None:
        self.left = FakeGateway(self.clock, RICH)
        self.right = FakeGateway(self.clock, PLAIN, called=OTHER_FAKE)

    @property
    def sides(self) -> tuple[Side, Side]:
        """The ends of the first bridge."""
        return (
            Side(SpaceRef(FAKE, "club"), ChatRef(FAKE, "100"), EN),
            Side(SpaceRef(OTHER_FAKE, "club"), ChatRef(OTHER_FAKE, "200"), ES),
        )

    def platforms(self) -> Platforms:
        """For the bot."""
        stations: Mapping[Platform, Station] = {
            gateway.platform: self._station(gateway, side)
            for gateway, side in zip((self.left, self.right), self.sides, strict=True)
        }
        return Platforms(stations)

    def _station(self, gateway: FakeGateway, side: Side) -> Station:
        members = FakeMembers(clock=self.clock)
        return Station(gateway, members, FakePlaces([PlaceName(side.chat, "lounge")], members))

    @property
    def intake(self) -> Intake:
        """What the left platform tells.

        Raises:
            RuntimeError: nobody listens.
        """
        if self.left.intake is None:
            raise RuntimeError("the bot is not there")
        return self.left.intake

    async def listening(self) -> None:
        """Waits until both are listened to."""
        await self.left.running.wait()
        await self.right.running.wait()

    async def says(self, number: int) -> None:
        """A member writes a line; returns once the bot has taken it over."""
        self._said += 1
        side, name = self.sides[0], str(number % _MEMBERS)
        await self.intake.accept(
            MessagePosted(
                f"m{self._said}",
                self.clock.now(),
                Community(side.space, side.chat, "lounge"),
                (MessageRef(FAKE, side.chat.id, str(self._said)),),
                Account(UserRef(FAKE, f"person{name}"), f"Member {name}", f"member{name}"),
                RichText.of(chat_line(number, EN)),
            )
        )

    async def crossed(self, first: int, count: int, rate: float | None = None) -> Crossed:
        """Has lines said, and waits for their copies.

        Args:
            first: the first line's number.
            rate: how many a second; None for as fast as they are taken over.
        """
        before = len(self.right.posts)
        said: dict[int, float] = {}
        began = self.clock.monotonic()
        async with asyncio.TaskGroup() as group:
            if rate is None:
                for number in range(first, first + count):
                    said[number % DIFFERENT] = self.clock.monotonic()
                    await self.says(number)
            else:
                async for index in paced(count, rate):
                    said[(first + index) % DIFFERENT] = self.clock.monotonic()
                    group.create_task(self.says(first + index))
        await self._arrived(before + count)
        taken = [
            (post.at - said.pop(number)) * 1000
            for post in self.right.posts[before:]
            for number in numbers(post.piece.text.plain, ES)
            if number in said
        ]
        last = self.right.posts[-1].at if len(self.right.posts) > before else self.clock.monotonic()
        return Crossed(taken, len(said), last - began)

    async def _arrived(self, posts: int) -> None:
        try:
            while len(self.right.posts) < posts:
                async with asyncio.timeout(_PATIENCE):
                    await self.right.seen_change.wait()
        except TimeoutError:
            return

    def arrived(self, since: int = 0) -> list[int]:
        """The numbers of the lines that stand on the right, in order, from a post on."""
        return [number for post in self.right.posts[since:] for number in numbers(post.piece.text.plain, ES)]


@asynccontextmanager
async def living(
    folder: Path,
    sides: tuple[Side, Side],
    *,
    clock: Clock | None = None,
    platforms: Platforms | None = None,
    translator: Translator | None = None,
    settings: Mapping[str, object] | None = None,
) -> AsyncGenerator[App]:
    """The bot, running, with its first bridge.

    Args:
        folder: where its database is made.
        sides: the ends of the bridge.
        clock: the machine's, unless given.
        platforms: those of the settings, unless given.
        translator: that of the settings, unless given.
        settings: of the configuration.
    """
    set_up_logging(LogLevel.WARNING, LogFormat.CONSOLE, ())
    clock = clock or SystemClock()
    config = config_on(await migrated_copy(folder), **(settings or {}))
    async with opened(config, clock=clock, platforms=platforms, cogs=declared(), translator=translator) as app:
        await tie(app.services.db, sides, 0, 1, clock)
        running = asyncio.create_task(app.run(), name="the bot")
        try:
            listening = asyncio.create_task(app.web.listening())
            await asyncio.wait({running, listening}, return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                running.result()
            with _garbage_as_usual():
                yield app
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


@contextmanager
def _garbage_as_usual() -> Generator[None]:
    """Looks for garbage as the bot does that is started from the command line."""
    kept_short = Garbage(asyncio.get_running_loop().call_soon).looked_for
    gc.freeze()
    gc.callbacks.append(kept_short)
    try:
        yield
    finally:
        gc.callbacks.remove(kept_short)
        gc.unfreeze()


async def tie(db: Database, sides: tuple[Side, Side], first: int, count: int, clock: Clock) -> None:
    """Writes bridges into the database; whoever keeps some in memory has to read them again."""
    await write(db, Codec((), ()), *sides, first, count, clock.now())
