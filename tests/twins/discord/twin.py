"""The twin itself: a server on loopback, and the test's hands on it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import TypeVar

from aiohttp import web

from tests.kit.patience import PATIENCE
from tests.twins.discord import (
    rest_channels,
    rest_commands,
    rest_events,
    rest_guilds,
    rest_interactions,
    rest_messages,
    rest_self,
    rest_webhooks,
)
from tests.twins.discord.cdn import Cdn
from tests.twins.discord.faults import Faults
from tests.twins.discord.gateway import Gateway
from tests.twins.discord.guilds import TwinGuild
from tests.twins.discord.hub import Hub, Interaction, RequestSeen, Violation
from tests.twins.discord.people import Person, SomeMessage
from tests.twins.discord.rest import API, Rest
from tests.twins.discord.seen import SeenMessage, see
from tests.twins.discord.wire import Payload
from tests.twins.discord.world import Channel, Sticker, User

T = TypeVar("T")

TOKEN = "MTA0MjAwMDAwMDAwMDAwMDAwMA.Gtwin0.a-token-that-opens-nothing-but-the-twin"  # noqa: S105
QUIET_ROUNDS = 5


class DiscordTwin:
    """Discord on loopback.

    Args:
        clock: seconds, monotonic; tests hand in their own to move time.
        message_content: whether the message-content intent is granted to the bot.
        members: whether the members intent is.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, *, message_content: bool = True, members: bool = True
    ) -> None:
        self.hub = Hub(clock)
        self.token = TOKEN
        self.hub.gateway.token = TOKEN
        self.bot = Person(self.hub, self.hub.world.bot)
        self._owner: Person | None = None
        self.grant(message_content=message_content, members=members)
        routes = [
            *rest_self.ROUTES,
            *rest_interactions.routes(self.hub.world.application_id),
            *rest_messages.ROUTES,
            *rest_channels.ROUTES,
            *rest_guilds.ROUTES,
            *rest_events.ROUTES,
            *rest_webhooks.ROUTES,
            *rest_commands.ROUTES,
        ]
        self._rest = Rest(self.hub, TOKEN, routes)
        self._runner: web.AppRunner | None = None
        self.api_base = ""
        self.cdn_base = ""

    async def __aenter__(self) -> DiscordTwin:
        app = web.Application(client_max_size=64 * 1024 * 1024)
        cdn = Cdn(self.hub)
        app.router.add_get("/gateway-ws/", self.hub.gateway.serve)
        app.router.add_get("/attachments/{channel}/{file}/{name}", cdn.serve)
        app.router.add_get("/ephemeral-attachments/{channel}/{file}/{name}", cdn.serve)
        app.router.add_get("/avatars/{user}/{avatar}.png", cdn.portrait)
        app.router.add_get("/embed/avatars/{number}.png", cdn.default_portrait)
        app.router.add_get("/stickers/{name}", cdn.sticker)
        app.router.add_route("*", API + "/{rest:.*}", self._rest.serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        base = f"http://127.0.0.1:{port}"
        self.api_base = base + API
        self.cdn_base = base
        self.hub.payloads.cdn_base = base
        self.hub.gateway.url = f"ws://127.0.0.1:{port}/gateway-ws/"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rest.closing.set()
        for connection in list(self.hub.gateway.connections):
            connection.close(1001)
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def gateway_url(self) -> str:
        """The websocket's address, as ``/gateway/bot`` tells it."""
        return self.hub.gateway.url

    # --- the world ---

    def add_user(self, name: str, locale: str = "en-US", global_name: str | None = None) -> Person:
        world = self.hub.world
        return Person(self.hub, world.add_user(User(world.new_id(), name, global_name, locale=locale)))

    def add_guild(
        self, name: str, locale: str = "en-US", *, owner: Person | None = None, with_bot: bool = True
    ) -> TwinGuild:
        """Adds a guild with the bot in it; its owner is someone of no further importance unless named."""
        if owner is None:
            self._owner = owner = self._owner or self.add_user("owner")
        guild = TwinGuild(self.hub, self.hub.world.add_guild(name, locale, owner.user))
        if with_bot:
            guild.add_bot()
        return guild

    def add_group(self, *people: Person) -> Channel:
        """Adds a group of direct messages that the bot is not in."""
        world = self.hub.world
        return world.add_channel(Channel(world.new_id(), 3, "", recipients=[person.id for person in people]))

    def add_sticker(self, name: str, kind: int, data: bytes = b"sticker") -> Sticker:
        """Adds a sticker; `kind` is Discord's number: 1 PNG, 2 APNG, 3 Lottie, 4 GIF."""
        sticker = Sticker(self.hub.world.new_id(), name, kind, data)
        self.hub.world.stickers[sticker.id] = sticker
        return sticker

    def grant(self, *, message_content: bool | None = None, members: bool | None = None) -> None:
        """Grants or takes privileged intents, as on the developer portal; it counts from the next IDENTIFY."""
        world = self.hub.world
        world.message_content = world.message_content if message_content is None else message_content
        world.members_intent = world.members_intent if members is None else members

    def expire_attachments(self) -> None:
        """Lets every attachment's address handed out so far lapse; what is read anew has a fresh one."""
        self.hub.world.file_signs += 1

    @property
    def faults(self) -> Faults:
        return self.hub.faults

    @property
    def gateway(self) -> Gateway:
        return self.hub.gateway

    # --- reading ---

    def messages(self, channel: Channel, viewer: Person | None = None) -> list[SeenMessage]:
        """Gives a channel's messages, oldest first; ephemeral ones only to their viewer."""
        only = (None,) if viewer is None else (None, viewer.id)
        return [see(self.hub, message) for message in channel.messages.values() if message.seen_only_by in only]

    def message(self, message: SomeMessage) -> SeenMessage | None:
        """Reads a message again, as it stands now; None once it is deleted."""
        channel = self.hub.world.channels.get(message.channel_id)
        found = channel.messages.get(message.id) if channel is not None else None
        return None if found is None else see(self.hub, found)

    def channel(self, channel_id: int) -> Channel:
        return self.hub.world.channels[channel_id]

    def channels(self, guild: TwinGuild) -> list[Channel]:
        return guild.channels

    def dms(self, person: Person) -> list[SeenMessage]:
        """Gives what stands in someone's direct messages with the bot."""
        return [] if person.user.dm_id is None else self.messages(self.channel(person.user.dm_id), person)

    @property
    def commands(self) -> list[Payload]:
        """The global commands as they are registered."""
        return self.hub.commands[None]

    def guild_commands(self, guild: TwinGuild) -> list[Payload]:
        return self.hub.commands.get(guild.id, [])

    @property
    def requests(self) -> list[RequestSeen]:
        """Every REST request, in the order of arrival."""
        return self.hub.requests

    @property
    def violations(self) -> list[Violation]:
        """Requests that a correct bot does not send: bad forms, unknown paths, late or second answers."""
        return self.hub.violations

    @property
    def interactions(self) -> list[Interaction]:
        return list(self.hub.interactions.values())

    def asked(self, method: str, ending: str) -> list[RequestSeen]:
        """Gives the requests of a method whose path ends so."""
        return [seen for seen in self.requests if seen.method == method and seen.path.endswith(ending)]

    # --- waiting ---

    async def until(self, predicate: Callable[[], T], timeout: float = PATIENCE) -> T:
        """Waits until something holds, asking again after every change.

        Returns:
            What the predicate gave.

        Raises:
            TimeoutError: after `timeout` seconds of real time.
        """
        return await self.hub.until(predicate, timeout)

    async def connected(self, timeout: float = PATIENCE) -> None:
        """Waits until a session is ready on an open socket, and its reader has taken in what was sent."""
        await self.until(lambda: self.gateway.connected, timeout)
        await self.gateway.caught_up()

    async def settled(
        self,
        busy: Callable[[], bool] = lambda: False,
        timeout: float = PATIENCE,
        *,
        done: Callable[[], Awaitable[None]] | None = None,
        rounds: int = QUIET_ROUNDS,
    ) -> None:
        """Waits until the bot has taken in all events and asks for nothing more.

        What the bot does meanwhile in threads or on timers cannot be seen from here: prefer `until` for what is to
        happen, and say with `busy` and `done` what else the bot is at.

        Args:
            busy: whether the bot says that it is still at work.
            timeout: seconds of real time.
            done: waits until the bot has done what it took in, so that it is not asked again and again meanwhile.
            rounds: how often in a row there must be nothing.
        """
        quiet, before = 0, -1
        async with asyncio.timeout(timeout):
            while quiet < rounds:
                await self.gateway.caught_up()
                if done is not None:
                    await done()
                await self.until(lambda: self.hub.in_flight == 0, timeout)
                still = len(self.requests) == before and not busy()
                quiet, before = (quiet + 1 if still else 0), len(self.requests)
