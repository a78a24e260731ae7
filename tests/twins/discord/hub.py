"""What all parts of the twin share: the world, who is told, what was asked, and who waits for a change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from tests.twins.discord import limits
from tests.twins.discord.faults import Faults
from tests.twins.discord.gateway import Gateway
from tests.twins.discord.payloads import Payloads
from tests.twins.discord.permissions import May, in_channel
from tests.twins.discord.wire import Payload
from tests.twins.discord.world import Attachment, Channel, Guild, Message, User, World

T = TypeVar("T")


@dataclass(slots=True)
class RequestSeen:
    """One request as it came in and was answered.

    Attributes:
        path: after ``/api/v10``, without the query.
        body: the JSON body (of a form: its payload_json), or None.
        status: HTTP status answered; 0 while it has no answer.
        code: Discord's error code where it was refused, else 0.
    """

    method: str
    path: str
    query: dict[str, str]
    body: object
    files: tuple[str, ...]
    at: float
    status: int = 0
    code: int = 0


@dataclass(slots=True, frozen=True)
class Violation:
    """A request that broke Discord's rules, with its answer."""

    request: RequestSeen
    why: str


@dataclass(slots=True, frozen=True)
class Call:
    """A request on its way to its handler.

    Attributes:
        ids: the path's variable steps by name.
        body: its JSON object; empty where it brought none.
        uploads: files by their part's number.
        in_list: the body, where it is a list.
    """

    method: str
    path: str
    ids: Mapping[str, str]
    query: Mapping[str, str]
    body: Payload
    in_list: list[Payload] | None
    uploads: Mapping[int, Attachment]

    def number(self, name: str) -> int | None:
        text = self.ids[name]
        return int(text) if text.isascii() and text.isdigit() else None


@dataclass(slots=True, eq=False)
class Interaction:
    """An interaction between its asking and its token's end.

    Attributes:
        state: ``asked``, then how the first answer left it.
        shut: no private answer follows a public defer and the other way round: fixed by the first answer.
    """

    id: int
    token: str
    kind: int
    asker: User
    channel: Channel
    created: float
    payload: Payload
    source: Message | None = None
    state: str = "asked"
    ephemeral: bool = False
    original: Message | None = None
    followups: list[Message] = field(default_factory=list[Message])
    choices: list[Payload] | None = None
    modal: Payload | None = None
    via: Interaction | None = None
    refused: list[int] = field(default_factory=list[int])


class Hub:
    """The twin's middle.

    Args:
        clock: seconds, monotonic.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.world = World(clock)
        self.payloads = Payloads(self.world)
        self.faults = Faults(clock)
        self.gateway = Gateway(self.world, self.payloads, self.changed)
        self.requests: list[RequestSeen] = []
        self.violations: list[Violation] = []
        self.interactions: dict[int, Interaction] = {}
        self.commands: dict[int | None, list[Payload]] = {None: []}
        self.nonces: dict[tuple[int, str], tuple[float, Message]] = {}
        self.in_flight = 0
        self.typing: list[tuple[int, float]] = []
        self._wakers: set[asyncio.Event] = set()

    def changed(self) -> None:
        """Wakes everyone who waits in `until`."""
        for waker in self._wakers:
            waker.set()

    async def until(self, predicate: Callable[[], T], timeout: float) -> T:
        """Waits until the predicate holds, asking again after every change.

        Returns:
            What the predicate gave.

        Raises:
            TimeoutError: it never held within `timeout` seconds of real time.
        """
        waker = asyncio.Event()
        self._wakers.add(waker)
        try:
            async with asyncio.timeout(timeout):
                while not (found := predicate()):
                    await waker.wait()
                    waker.clear()
                return found
        finally:
            self._wakers.discard(waker)

    def tell(self, event: str, data: Payload, channel: Channel | None = None, guild: Guild | None = None) -> None:
        self.gateway.tell(event, data, channel, None if guild is None else guild.id)
        self.changed()

    def tell_message(self, event: str, message: Message) -> None:
        self.gateway.tell_message(event, message)
        self.changed()

    def keep(self, message: Message) -> None:
        """Puts a new message into its channel, and tells it."""
        channel = self.world.channels[message.channel_id]
        if channel.archived:
            channel.archived = False
            self.tell("THREAD_UPDATE", self.payloads.channel(channel), channel)
        channel.messages[message.id] = message
        if not message.ephemeral:
            channel.last_message_id = message.id
        if channel.is_thread and message.author.id not in channel.thread_members and message.webhook_id is None:
            channel.thread_members[message.author.id] = self.world.wall()
        self.tell_message("MESSAGE_CREATE", message)

    def remove(self, message: Message) -> None:
        channel = self.world.channels[message.channel_id]
        self.forget(message)
        if not message.ephemeral:
            gone: Payload = {"id": str(message.id), "channel_id": str(channel.id)}
            if channel.guild_id is not None:
                gone["guild_id"] = str(channel.guild_id)
            self.tell("MESSAGE_DELETE", gone, channel)
        self.changed()

    def forget(self, message: Message) -> None:
        """Takes a message away with its files, and tells nobody."""
        message.deleted = True
        self.world.channels[message.channel_id].messages.pop(message.id, None)
        for file in message.files:
            self.world.files.pop(file.id, None)

    def pinged(self, message: Message) -> frozenset[int]:
        """Works out whose client rang for a message."""
        channel = self.world.channels.get(message.channel_id)
        rung = set(message.mentions)
        if channel is not None and channel.guild_id is not None:
            guild = self.world.guilds[channel.guild_id]
            for user_id, member in guild.members.items():
                if message.mention_everyone or member.roles.intersection(message.mention_roles):
                    rung.add(user_id)
            rung = {user for user in rung if user in guild.members and self.world.sees(channel, user)}
        rung.discard(message.author.id if message.webhook_id is None else 0)
        return frozenset(rung)

    def open_interaction(self, interaction: Interaction) -> None:
        self.interactions[interaction.id] = interaction
        self.gateway.tell("INTERACTION_CREATE", interaction.payload, None, interaction.channel.guild_id)
        self.changed()

    def token_lives(self, interaction: Interaction) -> bool:
        return self.clock() - interaction.created <= limits.TOKEN_SECONDS

    def by_token(self, token: str) -> Interaction | None:
        return next((asked for asked in self.interactions.values() if asked.token == token), None)

    def app_permissions(self, channel: Channel) -> str:
        return str(int(in_channel(self.world, channel, self.world.bot.id) or May.VIEW_CHANNEL))


def body_of(value: object) -> Payload:
    """Narrows a JSON body to an object; anything else counts as an empty one."""
    return cast("Payload", value) if isinstance(value, dict) else {}
