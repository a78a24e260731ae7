"""What the adapter's tests stand on: the twin, a gateway on it, and an intake that writes down what it is given."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from bot.adapters.telegram.gateway import TelegramGateway
from bot.adapters.telegram.webhook import Webhook
from bot.domain.access import Access
from bot.domain.events import CompletionAsked, Event
from bot.domain.locales import Locale
from bot.ports.gateway import (
    AnswerMode,
    CommandScope,
    CommandSpec,
    GatewayState,
    Localised,
    MenuSpec,
    MenuTarget,
    Offering,
    Suggestion,
)
from tests.kit.patience import PATIENCE
from tests.twins.telegram.testing import Clock as TwinClock
from tests.twins.telegram.twin import TelegramTwin

E = TypeVar("E", bound=Event)


def words(english: str) -> Localised:
    """A text with three languages besides."""
    return Localised(
        english,
        (
            (Locale.SIMPLIFIED_CHINESE, f"简 {english}"),
            (Locale.TRADITIONAL_CHINESE, f"繁 {english}"),
            (Locale.SPANISH, f"es {english}"),
        ),
    )


def command(
    name: str,
    *,
    scope: CommandScope = CommandScope.ANYWHERE,
    access: Access = Access.EVERYONE,
    shared: bool = False,
) -> CommandSpec:
    """A command without parameters."""
    return CommandSpec(name, Localised(name), words(f"does {name}"), (), AnswerMode.PUBLIC, scope, access, shared)


OFFERING = Offering(
    (
        command("pay"),
        command("me", scope=CommandScope.PRIVATE),
        command("cats", scope=CommandScope.COMMUNITY),
        command("help", shared=True),
        command("setup", scope=CommandScope.COMMUNITY, access=Access.ADMIN),
    ),
    (
        MenuSpec("thank", words("Say thanks"), MenuTarget.MESSAGE, AnswerMode.PUBLIC, Access.EVERYONE),
        MenuSpec("buddy", words("Ask to be my spy"), MenuTarget.MEMBER, AnswerMode.PUBLIC, Access.EVERYONE),
    ),
)


class Clock:
    """Short pauses are over at once and move the time; longer ones wait until the test moves it."""

    def __init__(self) -> None:
        self.time = 0.0
        self.slept: list[float] = []
        self.instant = 10.0
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        return datetime(2026, 11, 21, tzinfo=UTC) + timedelta(seconds=self.time)

    def monotonic(self) -> float:
        return self.time

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        until = self.time + seconds
        if seconds <= self.instant:
            await asyncio.sleep(0)
            self.time = max(self.time, until)
        while self.time < until:
            self._moved.clear()
            await self._moved.wait()

    def forward(self, seconds: float) -> None:
        self.time += seconds
        self._moved.set()


@dataclass
class Intake:
    """Writes down what it accepts, once by key as the core does.

    Attributes:
        watched: chats whose messages concern somebody; a ``#intro`` does everywhere.
        changes: messages whose reactions concern somebody, as chat and message.
        given: everything accepted, repeats included.
        failures: how often the next accepts fail.
        asked: what ``wants_message`` was asked.
    """

    changed: Callable[[], None]
    watched: set[str] = field(default_factory=set[str])
    changes: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    given: list[Event] = field(default_factory=list[Event])
    kept: dict[str, Event] = field(default_factory=dict[str, Event])
    failures: int = 0
    asked: list[tuple[str | None, str, str | None, str, str, str]] = field(
        default_factory=list[tuple[str | None, str, str | None, str, str, str]]
    )
    answers: list[str | None] = field(default_factory=list[str | None])
    offering: Offering = OFFERING

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
        return space is None or chat in self.watched or "#intro" in text

    def wants_change(self, chat: str, message: str) -> bool:
        return (chat, message) in self.changes

    def mode_of(self, data: str) -> AnswerMode:
        return AnswerMode.PRIVATE

    async def accept(self, event: Event) -> None:
        if self.failures:
            self.failures -= 1
            self.changed()
            raise OSError("the disk is full")
        self.given.append(event)
        self.kept.setdefault(event.key, event)
        self.changed()

    async def suggest(self, asked: CompletionAsked) -> Sequence[Suggestion]:
        return ()

    async def last_seen(self, chat: str) -> str | None:
        return None

    async def watched_chats(self) -> Sequence[str]:
        return tuple(self.watched)

    def all(self, kind: type[E]) -> list[E]:
        """The kept events of a kind, in order."""
        return [event for event in self.kept.values() if isinstance(event, kind)]


class Rig:
    """A twin with a gateway on it."""

    def __init__(self, twin: TelegramTwin, twin_clock: TwinClock) -> None:
        self.twin = twin
        self.twin_clock = twin_clock
        self.clock = Clock()
        self.intake = Intake(twin.world.changed.fire)
        self.log = logging.getLogger("tests.telegram")
        self.gateway = self.build()
        self._task: asyncio.Task[None] | None = None

    def build(
        self, *, token: str = "", webhook: Webhook | None = None, answer_within: float = 5.0, poll_for: int = 5
    ) -> TelegramGateway:
        """A gateway on this twin."""
        return TelegramGateway(
            token=token or self.twin.token,
            clock=self.clock,
            api_base=self.twin.api_base,
            webhook=webhook,
            logger=self.log,
            answer_within=answer_within,
            poll_for=poll_for,
        )

    async def start(self) -> None:
        """Runs the gateway until it is connected and waits at its long poll."""
        self._task = asyncio.create_task(self.gateway.run(self.intake))
        await self.until(lambda: self.gateway.state is GatewayState.CONNECTED or self.ended, "connected")
        if self.ended:
            await self.stop()
        await self.settled()

    @property
    def ended(self) -> bool:
        return self._task is not None and self._task.done()

    async def stop(self) -> None:
        """Kills the gateway where it stands; raises what it raised."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def settled(self) -> None:
        """Waits until everything told so far was confirmed."""
        await self.until(lambda: not self.twin.updates_pending, "all updates confirmed")

    async def until(self, predicate: Callable[[], object], what: str = "") -> None:
        """Waits for something to be true, woken by every change of the twin, the intake or the gateway."""
        async with asyncio.timeout(PATIENCE):
            while not predicate():
                with suppress(TimeoutError):
                    # The gateway's own state is nobody's change: it is looked at now and then as well.
                    async with asyncio.timeout(0.01):
                        await self.twin.world.changed.wait()

    async def got(self, kind: type[E], count: int = 1) -> list[E]:
        """Waits for so many events of a kind, and returns them."""
        await self.until(lambda: len(self.intake.all(kind)) >= count, f"{count} {kind.__name__}")
        return self.intake.all(kind)


@asynccontextmanager
async def rigged(*, privacy: bool = False) -> AsyncGenerator[Rig]:
    """A twin and a gateway that is not started yet."""
    clock = TwinClock()
    async with TelegramTwin(clock=clock, privacy=privacy) as twin:
        rig = Rig(twin, clock)
        try:
            yield rig
        finally:
            await rig.stop()
            await rig.gateway.close()
        assert twin.violations == []
