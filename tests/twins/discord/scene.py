"""A bare discord.py client at the twin: what the twin's own tests, and others', start from."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager

import discord
import pytest
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.twins.discord import Channel, DiscordTwin, Person, TwinGuild


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Listener(discord.Client):
    """A bare client whose tests hand it what to do on a message."""

    def __init__(self, intents: discord.Intents) -> None:
        super().__init__(intents=intents, max_messages=None, guild_ready_timeout=0.01)
        self.tree = app_commands.CommandTree(self)
        self.heard: list[discord.Message] = []
        self.joined: list[discord.Member] = []
        self.answer: Callable[[discord.Interaction], Awaitable[None]] | None = None
        self.errors: list[BaseException] = []
        self.gone: asyncio.Task[None] | None = None
        self.up = asyncio.Event()
        self.failed = asyncio.Event()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Identifies at once, where discord.py would wait five seconds of real time."""

    async def on_ready(self) -> None:
        self.up.set()

    async def on_message(self, message: discord.Message) -> None:
        self.heard.append(message)

    async def on_member_join(self, member: discord.Member) -> None:
        self.joined.append(member)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if self.answer is not None:
            try:
                await self.answer(interaction)
            except discord.DiscordException as error:
                self.errors.append(error)
                self.failed.set()


class Scene:
    """A twin with one guild, a room, a member, and a client at it."""

    def __init__(self, twin: DiscordTwin, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
        self.twin = twin
        self.clock = clock
        self._monkeypatch = monkeypatch
        self.club: TwinGuild = twin.add_guild("Club", locale="es-ES")
        self.lounge: Channel = self.club.add_channel("lounge")
        self.ann: Person = twin.add_user("ann", locale="zh-CN", global_name="Ann")
        self.bob: Person = twin.add_user("bob")
        for person in (self.ann, self.bob):
            self.club.join(person)

    @asynccontextmanager
    async def client(self, intents: discord.Intents | None = None) -> AsyncGenerator[Listener]:
        self._monkeypatch.setattr(Route, "BASE", self.twin.api_base)
        where = yarl.URL(self.twin.gateway_url)
        self._monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", where)
        wanted = discord.Intents.all() if intents is None else intents
        wanted.presences = False
        client = Listener(wanted)
        running = asyncio.create_task(client.start(self.twin.token))
        client.gone = running
        try:
            waiting = asyncio.create_task(client.up.wait())
            await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
            waiting.cancel()
            if running.done():
                await running
            yield client
        finally:
            await client.close()
            await asyncio.gather(running, return_exceptions=True)

    def room(self, client: discord.Client) -> discord.TextChannel:
        found = client.get_channel(self.lounge.id)
        assert isinstance(found, discord.TextChannel)
        return found
