"""The declaration of a cog.

    COG = Cog("events")

    @COG.command("agenda", mode=AnswerMode.PRIVATE)
    async def agenda(ctx: Context) -> None: ...

    @COG.action(Join, mode=AnswerMode.UPDATE)
    async def join(ctx: Context, action: Join) -> None: ...

Texts by convention, in ``locales/<lang>/<cog>.ftl``: ``cog-title`` with ``.description``; ``command-<name>`` with
``.description`` and, for each parameter, ``.<parameter>`` and ``.<parameter>-description`` (and
``.<parameter>-<choice>``); ``menu-<name>``; ``setting-<key>`` (see :mod:`bot.api.settings`).
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TypeVar

from bot.api.context import Context, JobContext, PlaceContext
from bot.api.house import JsonValue
from bot.api.mirror import Aim, CopyKind, Phrase, Route, Said, Trouble
from bot.api.mirror import Heard as HeardMessage
from bot.api.parameters import CommandHandler, Parameter, parameters_of
from bot.api.settings import DeclaredSetting
from bot.api.tools import Tool, ToolArguments, ToolHandler
from bot.domain.access import Access
from bot.domain.action import Action, Job
from bot.domain.events import Event
from bot.domain.form import Answers
from bot.domain.refs import CommunityId, PersonId, SpaceRef, UserRef
from bot.ports.gateway import AnswerMode, CommandScope, MenuTarget

A = TypeVar("A", bound=Action)
J = TypeVar("J", bound=Job)
V = TypeVar("V", bound=Event)
S = TypeVar("S", bound=DeclaredSetting)
O = TypeVar("O")  # noqa: E741  # an offer
H = TypeVar("H", bound=CommandHandler)

EventHandler = Callable[[Context, V], Awaitable[None]]
PlaceHandler = Callable[[PlaceContext, V], Awaitable[None]]
ActionHandler = Callable[[Context, A], Awaitable[None]]
FormHandler = Callable[[Context, A, Answers], Awaitable[None]]
JobHandler = Callable[[JobContext, J], Awaitable[None]]
MenuHandler = Callable[[Context], Awaitable[None]]
ExportHandler = Callable[[JobContext, PersonId], Awaitable[JsonValue]]
ForgetHandler = Callable[[JobContext, PersonId], Awaitable[None]]
MergeHandler = Callable[[JobContext, PersonId, PersonId], Awaitable[None]]
UnlinkHandler = Callable[[JobContext, UserRef, PersonId, PersonId], Awaitable[None]]
EraseHandler = Callable[[JobContext, CommunityId], Awaitable[None]]
RehomeHandler = Callable[[JobContext, SpaceRef, CommunityId, CommunityId], Awaitable[None]]
PhraseHandler = Callable[[JobContext, Route, Said], Awaitable[Phrase | None]]
"""Phrases a copy; None says nothing there. The same for the same: it is asked again when a copy changes."""
AdmitHandler = Callable[[JobContext, Route, PersonId | None], Awaitable[bool]]
AimHandler = Callable[[JobContext, Sequence[Route], HeardMessage], Awaitable[Sequence[Aim]]]
"""Says which of the routes that lead from a chat a message takes. Asked again when a killed process had not done it."""
TroubleHandler = Callable[[JobContext, Route, Trouble], Awaitable[None]]
"""Told at most once an hour for each route and trouble."""


@dataclass(frozen=True, slots=True)
class Command:
    """A declared command. See :class:`bot.ports.gateway.CommandSpec` for what the fields mean."""

    name: str
    handler: CommandHandler
    parameters: tuple[Parameter, ...]
    mode: AnswerMode
    scope: CommandScope
    access: Access
    shared: bool
    stays: timedelta | None
    visiting: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """A declared menu entry."""

    name: str
    handler: MenuHandler
    target: MenuTarget
    mode: AnswerMode
    access: Access
    visiting: bool = False


@dataclass(frozen=True, slots=True)
class Handled:
    """A declared handler of an action: pressed (``form`` False) or submitted by a form."""

    action: type[Action]
    handler: Callable[..., Awaitable[None]]
    mode: AnswerMode
    access: Access
    form: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """A declared handler of an event."""

    event: type[Event]
    handler: Callable[..., Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Done:
    """A declared handler of a job.

    Attributes:
        also_off: it is done also where the cog is off.
    """

    job: type[Job]
    handler: Callable[..., Awaitable[None]]
    also_off: bool = False


@dataclass(frozen=True, slots=True)
class Repeated:
    """A declared kind of routes."""

    kind: CopyKind
    phrase: PhraseHandler
    trouble: TroubleHandler | None
    admits: AdmitHandler | None = None
    aims: AimHandler | None = None


@dataclass(slots=True)
class Cog:
    """One feature's declaration. Built once at import of its own module; it holds declarations, never state.

    Attributes:
        name: ``[a-z_]+``, the folder's name.
        always_on: True when an admin cannot turn it off.
        watched_names: keys of texts that list, parted by commas, the chat names whose messages it hears.
        watched_tags: keys of texts that list, parted by commas, the ``#tags`` whose messages it hears.
    """

    name: str
    always_on: bool = False
    watched_names: tuple[str, ...] = ()
    watched_tags: tuple[str, ...] = ()
    commands: list[Command] = field(default_factory=list[Command])
    menus: list[Menu] = field(default_factory=list[Menu])
    actions: list[Handled] = field(default_factory=list[Handled])
    heard: list[Heard] = field(default_factory=list[Heard])
    jobs: list[Done] = field(default_factory=list[Done])
    repeated: list[Repeated] = field(default_factory=list[Repeated])
    kept: list[str] = field(default_factory=list[str])
    settings: list[DeclaredSetting] = field(default_factory=list[DeclaredSetting])
    tools: list[Tool] = field(default_factory=list[Tool])
    offered: dict[type[object], Callable[[JobContext], object]] = field(
        default_factory=dict[type[object], Callable[[JobContext], object]]
    )
    export_handler: ExportHandler | None = None
    forget_handler: ForgetHandler | None = None
    merge_handler: MergeHandler | None = None
    unlink_handler: UnlinkHandler | None = None
    erase_handler: EraseHandler | None = None
    rehome_handler: RehomeHandler | None = None

    def command(
        self,
        name: str,
        *,
        mode: AnswerMode,
        scope: CommandScope = CommandScope.ANYWHERE,
        access: Access = Access.EVERYONE,
        shared: bool = False,
        stays: timedelta | None = timedelta(minutes=1),
        visiting: bool = False,
    ) -> Callable[[H], H]:
        """Declares a command.

        Args:
            name: ``[a-z][a-z0-9]*``.
            mode: how it answers.
            scope: where it is offered.
            access: who may call it, checked at the call.
            shared: other bots use the name too.
            stays: how long its answer stays in a community's chat; None for good.
            visiting: offered also where the bot is no member but somebody brought it along.
        """

        def declare(handler: H) -> H:
            parameters = parameters_of(handler)
            self.commands.append(
                Command(name, handler, parameters, mode, scope, access, shared, stays, visiting=visiting)
            )
            return handler

        return declare

    def _menu(
        self, name: str, target: MenuTarget, mode: AnswerMode, access: Access, *, visiting: bool = False
    ) -> Callable[[MenuHandler], MenuHandler]:
        def declare(handler: MenuHandler) -> MenuHandler:
            self.menus.append(Menu(name, handler, target, mode, access, visiting=visiting))
            return handler

        return declare

    def message_menu(
        self, name: str, *, mode: AnswerMode, access: Access = Access.EVERYONE, visiting: bool = False
    ) -> Callable[[MenuHandler], MenuHandler]:
        """Declares an entry of a message's menu; elsewhere the command of the same name, in reply, does it."""
        return self._menu(name, MenuTarget.MESSAGE, mode, access, visiting=visiting)

    def member_menu(
        self, name: str, *, mode: AnswerMode, access: Access = Access.EVERYONE
    ) -> Callable[[MenuHandler], MenuHandler]:
        """Declares an entry of a member's menu."""
        return self._menu(name, MenuTarget.MEMBER, mode, access)

    def action(
        self, action: type[A], *, mode: AnswerMode, access: Access = Access.EVERYONE
    ) -> Callable[[ActionHandler[A]], ActionHandler[A]]:
        """Declares what a pressed key does."""

        def declare(handler: ActionHandler[A]) -> ActionHandler[A]:
            self.actions.append(Handled(action, handler, mode, access, form=False))
            return handler

        return declare

    def form(
        self, action: type[A], *, mode: AnswerMode = AnswerMode.PRIVATE, access: Access = Access.EVERYONE
    ) -> Callable[[FormHandler[A]], FormHandler[A]]:
        """Declares what a sent form does; ``action`` is the form's ``submit``."""

        def declare(handler: FormHandler[A]) -> FormHandler[A]:
            self.actions.append(Handled(action, handler, mode, access, form=True))
            return handler

        return declare

    def on(self, event: type[V]) -> Callable[[EventHandler[V]], EventHandler[V]]:
        """Declares a handler of somebody's doing. Messages are heard only where the cog watches."""

        def declare(handler: EventHandler[V]) -> EventHandler[V]:
            self.heard.append(Heard(event, handler))
            return handler

        return declare

    def on_place(self, event: type[V]) -> Callable[[PlaceHandler[V]], PlaceHandler[V]]:
        """Declares a handler of what happens to places and messages, whoever did it (a deletion, a channel's end)."""

        def declare(handler: PlaceHandler[V]) -> PlaceHandler[V]:
            self.heard.append(Heard(event, handler))
            return handler

        return declare

    def job(self, job: type[J], *, also_off: bool = False) -> Callable[[JobHandler[J]], JobHandler[J]]:
        """Declares what a job does when it is due. It may be done more than once.

        Args:
            job: which.
            also_off: also in communities where the cog was turned off meanwhile: for what must be forgotten in
                time, and for who must not be left waiting.
        """

        def declare(handler: JobHandler[J]) -> JobHandler[J]:
            self.jobs.append(Done(job, handler, also_off))
            return handler

        return declare

    def route(
        self,
        kind: CopyKind,
        *,
        trouble: TroubleHandler | None = None,
        admits: AdmitHandler | None = None,
        aims: AimHandler | None = None,
    ) -> Callable[[PhraseHandler], PhraseHandler]:
        """Declares how copies of a kind are phrased (see :mod:`bot.api.mirror`).

        Args:
            kind: which.
            trouble: hears of trouble with them.
            admits: says whether somebody's words go there at all, before a service sees them.
            aims: says which of the routes out of a chat a message takes; all of them without it.
        """

        def declare(phrase: PhraseHandler) -> PhraseHandler:
            self.repeated.append(Repeated(kind, phrase, trouble, admits, aims))
            return phrase

        return declare

    def keeps(self, key: str) -> None:
        """Declares a text of this cog's that ``/privacy`` shows: what it keeps of people, and for how long."""
        self.kept.append(key)

    def setting(self, setting: S) -> S:
        """Declares a setting."""
        self.settings.append(setting)
        return setting

    def tool(self, name: str, arguments: ToolArguments) -> Callable[[ToolHandler], ToolHandler]:
        """Declares a command of the operator's command line (see :mod:`bot.api.tools`)."""

        def declare(handler: ToolHandler) -> ToolHandler:
            self.tools.append(Tool(name, arguments, handler))
            return handler

        return declare

    def offers(self, offer: type[O]) -> Callable[[Callable[[JobContext], O]], Callable[[JobContext], O]]:
        """Declares what other cogs find under a Protocol of ``bot.api.offers``."""

        def declare(make: Callable[[JobContext], O]) -> Callable[[JobContext], O]:
            self.offered[offer] = make
            return make

        return declare

    def on_export(self, handler: ExportHandler) -> ExportHandler:
        """Declares what it keeps of a person."""
        self.export_handler = handler
        return handler

    def on_forget(self, handler: ForgetHandler) -> ForgetHandler:
        """Declares how it forgets a person."""
        self.forget_handler = handler
        return handler

    def on_merge(self, handler: MergeHandler) -> MergeHandler:
        """Declares what happens when two persons become one: ``handler(ctx, kept, gone)``."""
        self.merge_handler = handler
        return handler

    def on_unlink(self, handler: UnlinkHandler) -> UnlinkHandler:
        """Declares what happens when an account parts: ``handler(ctx, account, stays, new)``."""
        self.unlink_handler = handler
        return handler

    def on_erase(self, handler: EraseHandler) -> EraseHandler:
        """Declares how it erases a community whose retention ended."""
        self.erase_handler = handler
        return handler

    def on_rehome(self, handler: RehomeHandler) -> RehomeHandler:
        """Declares what happens when a space belongs to another club now: ``handler(ctx, space, left, joined)``.

        What the club that it left had settled, it had not settled for the one that it is in now.
        """
        self.rehome_handler = handler
        return handler
