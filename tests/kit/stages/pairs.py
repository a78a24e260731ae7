"""Two stages of one bot: two platforms, or both sides of the playground, which can be bound into one community.

async def test_a_word_crosses(pair: Pair) -> None:
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    ...
    await pair.restarts()
"""

from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.adapters.discord import PLATFORM as DISCORD
from bot.adapters.playground.limits import PLATFORM as PLAYGROUND
from bot.adapters.playground.limits import Side
from bot.adapters.telegram.names import PLATFORM as TELEGRAM
from bot.bootstrap import Declared
from bot.core.communities import Joined
from bot.domain.refs import Platform
from bot.platforms import Platforms
from bot.ports.translator import Translator
from tests.kit.clock import START
from tests.kit.fake import FAKE, PLAIN, RICH
from tests.kit.stage import Stage
from tests.kit.stages.begun import is_taken_in_as_ever
from tests.kit.stages.discord import DiscordHouse
from tests.kit.stages.fake import fake_stages
from tests.kit.stages.playground import PlaygroundHouse, begin_in
from tests.kit.stages.telegram import TelegramHouse
from tests.kit.stages.time import StageClock, real_start
from tests.kit.stages.whole import Whole, config_on, everything, migrated_copy
from tests.twins.discord import DiscordTwin
from tests.twins.telegram import TelegramTwin

OTHER_FAKE = Platform("other")

BETWEEN = 1.0
"""Seconds: Telegram's quiet after an album is over at once, and no answer on Discord is late by that."""


@dataclass(slots=True)
class Pair:
    """Two stages of one bot.

    Attributes:
        left: the richer one: Discord, the fake with everything, the playground's left side.
        right: Telegram, the fake with keyboards alone, the playground's right side.
    """

    name: str
    left: Stage
    right: Stage
    whole: Whole
    connected: Callable[[], Awaitable[None]]

    async def settled(self) -> None:
        """Waits until the bot has handled everything that happened so far on either side."""
        for stage in (self.left, self.right, self.left, self.right):  # what was done here may be told there
            await stage.settled()

    async def binds(self) -> None:
        """Makes one community of both spaces."""
        await self.settled()
        communities = self.whole.app.services.communities
        code = await communities.start_club(await communities.of_space(self.left.space))
        bound = await communities.finish_club(self.right.space, code)
        assert isinstance(bound, Joined)

    async def restarts(self) -> None:
        """Takes the process down hard, in the middle of whatever it does, and starts another on the same database."""
        await self.dies()
        await self.comes_back()

    async def dies(self) -> None:
        """Takes the process down hard; what happens from now on is told only to the next one, if at all."""
        await self.whole.kill()

    async def comes_back(self) -> None:
        """Starts the next process."""
        await self.whole.start()
        await self.connected()


class OpensPair(Protocol):
    """Opens a pair in a folder, with all cogs that are found unless others are given."""

    def __call__(
        self, folder: Path, *, cogs: Declared | None = None, translator: Translator | None = None, **settings: object
    ) -> AbstractAsyncContextManager[Pair]: ...


@asynccontextmanager
async def fake_pair(
    folder: Path, *, cogs: Declared | None = None, translator: Translator | None = None, **settings: object
) -> AsyncGenerator[Pair]:
    """The rich and the plain platform in memory."""
    platforms = {FAKE: ("fake-rich", RICH), OTHER_FAKE: ("fake-plain", PLAIN)}
    async with fake_stages(folder, platforms, cogs, translator, settings) as [left, right]:

        async def connected() -> None:
            await left.gateway.running.wait()
            await right.gateway.running.wait()

        yield Pair("fakes", left, right, left.whole, connected)


@asynccontextmanager
async def twin_pair(
    folder: Path, *, cogs: Declared | None = None, translator: Translator | None = None, **settings: object
) -> AsyncGenerator[Pair]:
    """Discord's twin and Telegram's, a guild and a forum."""
    clock = StageClock(real_start(), instant=BETWEEN)
    async with (
        DiscordTwin(clock=clock.monotonic) as discord,
        TelegramTwin(clock=clock.seconds, privacy=False) as telegram,
    ):
        guild, group = DiscordHouse.built(discord, clock), TelegramHouse.built(telegram, clock)

        def build() -> Platforms:
            return Platforms({DISCORD: guild.station(), TELEGRAM: group.station()})

        config = config_on(await migrated_copy(folder), **settings)
        whole = Whole(folder, clock, build, config, cogs or everything(), translator=translator)
        try:
            await whole.start()
            await discord.connected()
            pair = Pair("twins", guild.stage(whole), group.stage(whole), whole, discord.connected)
            await pair.settled()
            yield pair
            # What is still at work would wait for platforms that are not there any more.
            await pair.settled()
            assert discord.violations == []
            assert telegram.violations == []
        finally:
            await whole.stop()
            await group.close()


@asynccontextmanager
async def playground_pair(
    folder: Path, *, cogs: Declared | None = None, translator: Translator | None = None, **settings: object
) -> AsyncGenerator[Pair]:
    """Both sides of one playground."""
    if is_taken_in_as_ever(cogs) and not settings:
        await begin_in(folder)
    clock = StageClock(START, instant=5.0)
    house = PlaygroundHouse(folder, clock)

    def build() -> Platforms:
        return Platforms({PLAYGROUND: house.station()})

    config = config_on(await migrated_copy(folder), **settings)
    whole = Whole(folder, clock, build, config, cogs or everything(), translator=translator)
    left, right = house.stage(Side.LEFT, whole), house.stage(Side.RIGHT, whole)
    pair = Pair("playground", left, right, whole, left.connected)
    try:
        await whole.start()
        await left.connected()
        await pair.settled()
        yield pair
    finally:
        await whole.stop()


PAIRS: dict[str, OpensPair] = {"fakes": fake_pair, "twins": twin_pair, "playground": playground_pair}
