"""A core of the tests' own: records what it is told, and answers as it is scripted."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

from bot.domain.access import Access
from bot.domain.events import CompletionAsked, Event
from bot.domain.locales import Locale
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
    Suggestion,
)
from tests.kit.patience import PATIENCE

E = TypeVar("E", bound=Event)
Script = Callable[[Event], Awaitable[None]]


def parameter(
    name: str, kind: ParameterKind, *, required: bool = False, completes: bool = False, choices: Sequence[str] = ()
) -> ParameterSpec:
    """A parameter without limits."""
    return ParameterSpec(
        name,
        kind,
        Localised(name),
        Localised(f"what {name} is for"),
        required,
        choices=tuple(ChoiceSpec(choice, Localised(choice.upper())) for choice in choices),
        completes=completes,
        least=1 if kind is ParameterKind.INTEGER else None,
        most=9 if kind is ParameterKind.INTEGER else None,
    )


def command(
    name: str,
    *parameters: ParameterSpec,
    mode: AnswerMode = AnswerMode.PRIVATE,
    scope: CommandScope = CommandScope.ANYWHERE,
    access: Access = Access.EVERYONE,
    shared: bool = False,
) -> CommandSpec:
    """A command that is called ``<name>-es`` in Spanish."""
    label = Localised(name, ((Locale.SPANISH, f"{name}-es"),))
    return CommandSpec(name, label, Localised(f"does {name}"), parameters, mode, scope, access, shared)


OFFERING = Offering(
    (
        command("start"),
        command("help", shared=True),
        command(
            "cat",
            parameter("who", ParameterKind.MEMBER, required=True),
            parameter("colour", ParameterKind.TEXT, completes=True),
            parameter("size", ParameterKind.TEXT, choices=("small", "large")),
            parameter("count", ParameterKind.INTEGER),
            parameter("loud", ParameterKind.SWITCH),
            parameter("picture", ParameterKind.FILE),
            mode=AnswerMode.PUBLIC,
        ),
        command("form", mode=AnswerMode.FORM),
        command("settings", access=Access.ADMIN, scope=CommandScope.COMMUNITY),
        command("forget", scope=CommandScope.PRIVATE),
    ),
    (
        MenuSpec("report", Localised("Report"), MenuTarget.MESSAGE, AnswerMode.PRIVATE, Access.EVERYONE),
        MenuSpec(
            "explain", Localised("Explain"), MenuTarget.MESSAGE, AnswerMode.PRIVATE, Access.EVERYONE, visiting=True
        ),
        MenuSpec("profile", Localised("Profile"), MenuTarget.MEMBER, AnswerMode.PRIVATE, Access.EVERYONE),
    ),
)


class ScriptedCore:
    """A :class:`~bot.ports.gateway.Intake`.

    Attributes:
        told: the events, in order.
        asked: the arguments of every ``wants_`` question.
        wants: what those questions are answered with.
        failures: how many times ``accept`` still fails.
    """

    def __init__(self, script: Script | None = None) -> None:
        self.told: list[Event] = []
        self.asked: list[tuple[object, ...]] = []
        self.wants = True
        self.failures = 0
        self.modes: dict[str, AnswerMode] = {}
        self.completions: list[CompletionAsked] = []
        self._script = script
        self._news = asyncio.Condition()

    @property
    def offering(self) -> Offering:
        return OFFERING

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
        self.asked.append((space, chat, topic, chat_name, author, text, reply_to))
        return self.wants

    def wants_change(self, chat: str, message: str) -> bool:
        self.asked.append((chat, message))
        return self.wants

    def mode_of(self, data: str) -> AnswerMode:
        return self.modes.get(data, AnswerMode.PRIVATE)

    async def accept(self, event: Event) -> None:
        if self.failures:
            self.failures -= 1
            raise OSError("the disk is full")
        async with self._news:
            self.told.append(event)
            self._news.notify_all()
        if self._script is not None:
            await self._script(event)

    async def suggest(self, asked: CompletionAsked) -> Sequence[Suggestion]:
        self.completions.append(asked)
        return [Suggestion(f"{word} cat", word) for word in ("ginger", "grey") if word.startswith(asked.typed)]

    async def last_seen(self, chat: str) -> str | None:
        return None

    async def watched_chats(self) -> Sequence[str]:
        return ()

    def of(self, kind: type[E]) -> list[E]:
        """The events of a kind so far."""
        return [event for event in self.told if isinstance(event, kind)]

    async def hears(self, kind: type[E], count: int = 1) -> E:
        """Waits for the ``count``-th event of a kind."""
        async with self._news:
            await asyncio.wait_for(self._news.wait_for(lambda: len(self.of(kind)) >= count), PATIENCE)
        return self.of(kind)[count - 1]
