"""A small core that writes down what it is handed, a clock that tests move, and a gateway started on the twin."""

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TypeVar

from bot.adapters.discord import PLATFORM, DiscordGateway
from bot.adapters.discord.cdn import Cdn
from bot.domain.access import Access
from bot.domain.events import CommandInvoked, CompletionAsked, Event
from bot.domain.locales import Locale
from bot.domain.piece import Key, Piece, PressKey
from bot.domain.refs import ChatRef, MessageRef, UserRef
from bot.domain.text import RichText
from bot.ports.gateway import (
    AnswerMode,
    ChoiceSpec,
    CommandScope,
    CommandSpec,
    Localised,
    MenuSpec,
    MenuTarget,
    Offering,
    ParameterKind,
    ParameterSpec,
    Responder,
    Suggestion,
)
from bot.ports.outcome import Delivery, Sent
from tests.kit.patience import PATIENCE
from tests.twins.discord import Asked, Channel, DiscordTwin, Person, SeenMessage, TwinGuild

E = TypeVar("E", bound=Event)

SAID = Piece(RichText.of("said"))


class MovedClock:
    """Real moments, but sleeps that last until the clock is moved."""

    def __init__(self) -> None:
        self.moved = 0.0
        self._started = datetime.now(UTC)
        self._waiting: list[tuple[float, asyncio.Future[None]]] = []
        self._slept = asyncio.Event()

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.moved)

    def monotonic(self) -> float:
        return self.now().timestamp()

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((self.moved + seconds, woken))
        self._slept.set()
        await woken

    @property
    def sleepers(self) -> int:
        return sum(not woken.done() for _, woken in self._waiting)

    async def pass_by(self, seconds: float) -> None:
        """Moves as soon as somebody sleeps."""
        async with asyncio.timeout(PATIENCE):
            while not self.sleepers:
                self._slept.clear()
                await self._slept.wait()
        self.move(seconds)

    def move(self, seconds: float) -> None:
        """Wakes whoever sleeps no longer than that."""
        self.moved += seconds
        due = [woken for end, woken in self._waiting if end <= self.moved]
        self._waiting = [(end, woken) for end, woken in self._waiting if end > self.moved]
        for woken in due:
            if not woken.done():
                woken.set_result(None)


def spec(name: str, mode: AnswerMode, parameters: Sequence[ParameterSpec] = (), **more: Access) -> CommandSpec:
    label = Localised(name, ((Locale.SPANISH, f"{name}-es"), (Locale.TRADITIONAL_CHINESE, f"{name}中")))
    told = Localised(f"Does {name}", ((Locale.SIMPLIFIED_CHINESE, "做"),))
    access = more.get("access", Access.EVERYONE)
    return CommandSpec(name, label, told, tuple(parameters), mode, CommandScope.ANYWHERE, access)


def parameter(name: str, kind: ParameterKind, *, required: bool = False, completes: bool = False) -> ParameterSpec:
    return ParameterSpec(name, kind, Localised(name), Localised(f"The {name}"), required, completes=completes)


OFFERING = Offering(
    commands=(
        spec("hello", AnswerMode.PRIVATE),
        spec("shout", AnswerMode.PUBLIC),
        spec("ask", AnswerMode.FORM),
        spec(
            "give",
            AnswerMode.PUBLIC,
            (
                parameter("note", ParameterKind.TEXT),
                parameter("what", ParameterKind.TEXT, required=True, completes=True),
                parameter("many", ParameterKind.INTEGER),
                parameter("much", ParameterKind.NUMBER),
                parameter("quick", ParameterKind.SWITCH),
                parameter("who", ParameterKind.MEMBER),
                parameter("room", ParameterKind.CHAT),
                parameter("cat", ParameterKind.FILE),
                ParameterSpec(
                    "size",
                    ParameterKind.TEXT,
                    Localised("size"),
                    Localised("How big"),
                    required=False,
                    choices=(ChoiceSpec("s", Localised("small", ((Locale.SPANISH, "pequeño"),))),),
                ),
            ),
        ),
    ),
    menus=(
        MenuSpec("praise", Localised("Praise this"), MenuTarget.MESSAGE, AnswerMode.PRIVATE, Access.EVERYONE),
        MenuSpec("greet", Localised("Greet them"), MenuTarget.MEMBER, AnswerMode.PUBLIC, Access.EVERYONE),
    ),
)


@dataclass
class Recorder:
    """An intake that keeps everything it wants, each key once."""

    offering: Offering = OFFERING
    modes: dict[str, AnswerMode] = field(default_factory=dict[str, AnswerMode])
    wanted: Callable[[str], bool] = lambda _: True
    events: list[Event] = field(default_factory=list[Event])
    asked: list[tuple[str | None, str, str | None, str, str, str]] = field(
        default_factory=list[tuple[str | None, str, str | None, str, str, str]]
    )
    repeated: list[str] = field(default_factory=list[str])
    seen: dict[str, str] = field(default_factory=dict[str, str])
    failures: int = 0
    forgetful: int = 0
    known: asyncio.Event = field(default_factory=asyncio.Event)
    """Cleared, what was last seen takes until it is set to be found out."""
    wants_changes: bool = True
    answers: list[str | None] = field(default_factory=list[str | None])
    suggestions: Sequence[Suggestion] = ()
    completions: list[CompletionAsked] = field(default_factory=list[CompletionAsked])
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def wants_message(
        self,
        space: str | None,
        chat: str,
        topic: str | None,
        chat_name: str,
        author: str,
        text: str,
        reply_to: str | None,
    ) -> bool:
        self.asked.append((space, chat, topic, chat_name, author, text))
        self.answers.append(reply_to)
        return self.wanted(text)

    def wants_change(self, chat: str, message: str) -> bool:
        del chat, message
        return self.wants_changes

    def mode_of(self, data: str) -> AnswerMode:
        return self.modes.get(data, AnswerMode.PRIVATE)

    async def accept(self, event: Event) -> None:
        if self.failures:
            self.failures -= 1
            raise OSError("disk full")
        if event.key in {one.key for one in self.events}:
            self.repeated.append(event.key)
            return
        self.events.append(event)
        kind, _, number = event.key.partition(":")
        if kind == "message":
            self.seen[event.where.chat.id] = number
        self.changed.set()

    async def suggest(self, asked: CompletionAsked) -> Sequence[Suggestion]:
        self.completions.append(asked)
        return self.suggestions

    async def last_seen(self, chat: str) -> str | None:
        return self.seen.get(chat)

    def __post_init__(self) -> None:
        self.known.set()

    async def watched_chats(self) -> Sequence[str]:
        await self.known.wait()
        if self.forgetful:
            self.forgetful -= 1
            raise OSError("database locked")
        return list(self.seen)

    def of(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    async def next(self, kind: type[E], number: int = 1) -> E:
        """Waits for so many events of a kind; gives the last of them."""
        async with asyncio.timeout(PATIENCE):
            while len(self.of(kind)) < number:
                self.changed.clear()
                await self.changed.wait()
        return self.of(kind)[number - 1]


@dataclass
class Stage:
    """A gateway on a twin."""

    twin: DiscordTwin
    gateway: DiscordGateway
    intake: Recorder
    clock: MovedClock
    running: "asyncio.Task[None]"
    keys: "count[int]" = field(default_factory=count)

    async def says(self, channel: Channel, piece: Piece | str) -> SeenMessage:
        """Lets the bot send; gives what stands there then."""
        sent = await self.sends(channel, piece)
        assert isinstance(sent, Sent), sent
        return self.seen(sent.messages[0])

    async def sends(self, channel: Channel, piece: Piece | str) -> Delivery:
        said = Piece(RichText.of(piece)) if isinstance(piece, str) else piece
        return await self.gateway.send(chat(channel), said, key=f"key{next(self.keys)}")

    async def offers(self, channel: Channel, *keys: Key) -> SeenMessage:
        return await self.says(channel, Piece(RichText.of("pick"), keys=(keys,)))

    def seen(self, ref: MessageRef) -> SeenMessage:
        found = [one for one in self.twin.hub.world.channels[int(ref.chat)].messages.values() if one.id == int(ref.id)]
        seen = self.twin.message(found[0])
        assert seen is not None
        return seen

    async def gone(self) -> BaseException | None:
        """Waits for the gateway's end; gives what it raised."""
        await asyncio.wait([self.running], timeout=PATIENCE)
        assert self.running.done()
        return self.running.exception()

    async def gone_quietly(self) -> None:
        """Waits for the gateway's end, however it came."""
        await asyncio.gather(self.running, return_exceptions=True)

    def again(self) -> None:
        """Starts the gateway anew, as the supervisor does."""
        self.running = asyncio.create_task(self.gateway.run(self.intake))


@contextlib.asynccontextmanager
async def staged(
    twin: DiscordTwin | None = None, intake: Recorder | None = None, *, patience: float = PATIENCE, connect: bool = True
) -> AsyncGenerator[Stage, None]:
    """Starts a gateway, on a twin of its own unless one is handed in, and ends both."""
    async with contextlib.AsyncExitStack() as stack:
        if twin is None:
            twin = await stack.enter_async_context(DiscordTwin())
        clock, recorder = MovedClock(), intake or Recorder()
        log = logging.getLogger("tests.discord")
        cdn = Cdn(twin.cdn_base, twin.cdn_base)
        gateway = DiscordGateway(twin.token, clock, twin.api_base, log, cdn=cdn, patience=patience, settle=0.02)
        running = asyncio.create_task(gateway.run(recorder))
        stage = Stage(twin, gateway, recorder, clock, running)
        try:
            if connect:
                await twin.connected()
            yield stage
        finally:
            stage.running.cancel()
            await asyncio.gather(stage.running, return_exceptions=True)


@dataclass
class Club(Stage):
    """A gateway on a twin with a guild, a channel in it and a member."""

    guild: TwinGuild = field(kw_only=True)
    lounge: Channel = field(kw_only=True)
    ann: Person = field(kw_only=True)


@contextlib.asynccontextmanager
async def clubbed(
    intake: Recorder | None = None,
    *,
    message_content: bool = True,
    members: bool = True,
    clock: Callable[[], float] = time.monotonic,
    patience: float = PATIENCE,
    connect: bool = True,
) -> AsyncGenerator[Club, None]:
    """Starts a gateway on a small club."""
    async with DiscordTwin(clock, message_content=message_content, members=members) as twin:
        guild = twin.add_guild("Cat club", locale="es-ES")
        lounge, ann = guild.add_channel("lounge"), twin.add_user("ann", global_name="Ann", locale="zh-TW")
        guild.join(ann)
        async with staged(twin, intake, patience=patience, connect=connect) as stage:
            made = Club(
                twin, stage.gateway, stage.intake, stage.clock, stage.running, guild=guild, lounge=lounge, ann=ann
            )
            try:
                yield made
            finally:
                stage.running = made.running


@contextlib.asynccontextmanager
async def clubbed_again(club: Club) -> AsyncGenerator[Stage, None]:
    """Another process on the same club, with the same memory of what was accepted."""
    await asyncio.gather(club.running, return_exceptions=True)
    async with staged(club.twin, club.intake) as stage:
        yield stage


def who(person: Person) -> UserRef:
    return UserRef(PLATFORM, str(person.id))


def chat(channel: Channel) -> ChatRef:
    return ChatRef(PLATFORM, str(channel.id))


def ref(message: SeenMessage) -> MessageRef:
    return MessageRef(PLATFORM, str(message.channel_id), str(message.id))


def key(label: str, data: str) -> PressKey:
    return PressKey(label, data)


async def responder(club: Club, number: int = 1) -> Responder:
    """What answers the first command that came in, or a later one."""
    event = await club.intake.next(CommandInvoked, number)
    assert event.handle is not None
    return club.gateway.responder(event.handle)


async def put_off(club: Club, asked: Asked) -> None:
    """Lets the moment come at which the adapter acknowledges by itself."""
    await club.clock.pass_by(1.5)
    await asked.answered()
