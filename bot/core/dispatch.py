"""From an event to its handlers: who, where, whether they may, how long, and what happens when it fails.

What a handler raises ends here: a ``Told`` is said to the member, anything else is a short apology with a reference
number, under which everything is logged.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import structlog

from bot.api.cog import Command, Handled, Heard, Menu
from bot.core.boundary import Boundary
from bot.core.catalog import Of
from bot.core.context import CoreContext
from bot.core.form_flow import Finished
from bot.core.house.actions import FormPage, FormStep, RunCommand
from bot.core.mirror.aiming import NotAimed
from bot.core.parse import arguments
from bot.core.routing import NamesAndTags
from bot.core.scene import chat_of
from bot.core.scenes import Scenes, actor_of
from bot.core.services import Services
from bot.core.spaces import SpaceKeeper
from bot.core.tokens import Forged, Opened, Stale
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.controls import OpenPrivately
from bot.domain.errors import Told
from bot.domain.events import (
    ActionPressed,
    CommandInvoked,
    Community,
    Event,
    FormSubmitted,
    GuestAsked,
    InlineAsked,
    JoinRequested,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    Private,
    PrivateOpened,
    ReactionChanged,
    ReplyHandle,
    Where,
)
from bot.domain.refs import ChatRef, SpaceRef
from bot.ports.gateway import AnswerMode, CommandScope

_ASKED_ELSEWHERE = (InlineAsked, GuestAsked)

log = structlog.get_logger(__name__)


class Dispatch:
    """Hands events to those whom they concern."""

    def __init__(
        self, services: Services, names: NamesAndTags, boundary: Boundary, scenes: Scenes, spaces: SpaceKeeper
    ) -> None:
        self._services = services
        self._names = names
        self._boundary = boundary
        self._scenes = scenes
        self._spaces = spaces

    async def handle(self, event: Event) -> None:
        """Has an event handled by all who declared to; in its chat's order, once.

        Raises:
            StorageUnavailable: it could not be handled yet.
            Unreachable: it could not be handled yet.
        """
        if not await self._spaces.keep(event):
            return
        account = actor_of(event)
        if account is not None and account.bot:
            return
        if isinstance(event, MessageEdited | MessageDeleted | ReactionChanged):
            await self._services.mirror.heard(event)
        if account is None:
            if isinstance(event, MessagePosted):
                await self._services.mirror.heard(event)
            await self._happened(event)
            return
        match event:
            case CommandInvoked():
                await self._command(event, account)
            case ActionPressed():
                await self._pressed(event, account, event.data, event.handle)
            case FormSubmitted():
                await self._submitted(event, account)
            case PrivateOpened():
                await self._opened(event, account)
                await self._heard(event, account, None)  # somebody may have waited for this to be open
            case MessagePosted():
                await self._message(event, account)
            case ReactionChanged(message=message):
                chat = chat_of(event)
                watching = self._services.watches.cogs_of_change(chat.platform, chat.id, chat.topic, message.id)
                await self._heard(event, account, watching)
            case _:
                await self._heard(event, account, None)

    # ------------------------------------------------------------------------------------------------ what happened

    async def _command(self, event: CommandInvoked, account: Account, answer_in: ChatRef | None = None) -> None:
        catalog = self._services.catalog
        of = catalog.menus.get(event.command) if event.target_user is not None else catalog.commands.get(event.command)
        of = of or catalog.menus.get(event.command)
        if of is None:
            return
        scene = await self._scenes.scene(
            event,
            account,
            of.cog.name,
            mode=of.declared.mode,
            handle=event.handle,
            stays=_stays(of),
            answer_in=answer_in,
        )
        space = str(event.where.space) if isinstance(event.where, Community) else ""
        continued = RunCommand(event.command, event.rest[:200], str(chat_of(event)), space, event.reply_to)
        label = self._services.speech.texts("core", scene.texts.locale).plain("private-continue")
        scene = replace(scene, continued=OpenPrivately(label, continued))

        async def run(ctx: CoreContext) -> None:
            if isinstance(of.declared, Command) and of.declared.scope is CommandScope.COMMUNITY and ctx.space is None:
                raise Told("error-only-in-community")
            await ctx.require(of.declared.access)
            if isinstance(of.declared, Command):
                shown = self._services.catalogue.commands
                called = next((spec.parameters for _, spec in shown if spec.name == event.command), ())
                await of.declared.handler(ctx, **arguments(event, of.declared.parameters, called))
            else:
                await of.declared.handler(ctx)

        await self._boundary.run(scene, of.cog.name, run, exempt_from_quiet=of.declared.access >= Access.MODERATOR)

    async def _pressed(
        self, event: ActionPressed | PrivateOpened, account: Account, data: str, handle: ReplyHandle | None
    ) -> None:
        opened = await self._services.tokens.unpack(data, chat_of(event).platform)
        if not isinstance(opened, Opened):
            await self._say_stale(event, account, handle, opened)
            return
        match opened.action:
            case RunCommand():
                await self._continue_command(event, account, opened.action)
                return
            case FormStep():
                await self._form_step(event, account, opened.action, handle)
                return
            case _:
                pass
        of = self._services.catalog.actions.get(type(opened.action))
        if of is None or of.declared.form:
            await self._say_stale(event, account, handle, Stale())
            return
        scene = await self._scenes.scene(event, account, of.cog.name, mode=of.declared.mode, handle=handle)

        async def run(ctx: CoreContext) -> None:
            if opened.only is not None and opened.only != account.ref:
                raise Told("error-not-yours")
            await ctx.require(of.declared.access)
            await of.declared.handler(ctx, opened.action)

        await self._boundary.run(scene, of.cog.name, run, exempt_from_quiet=True)

    async def _submitted(self, event: FormSubmitted, account: Account) -> None:
        opened = await self._services.tokens.unpack(event.data, chat_of(event).platform)
        if not isinstance(opened, Opened) or (opened.only is not None and opened.only != account.ref):
            await self._say_stale(event, account, event.handle, opened)
            return
        if not isinstance(opened.action, FormPage):
            await self._finished(Finished(opened.action, event, chat_of(event)), account)
            return
        page = opened.action
        await self._through_flow(
            event, account, event.handle, lambda ctx: self._services.flow.page_sent(ctx, page, event)
        )

    async def _form_step(
        self, event: ActionPressed | PrivateOpened, account: Account, step: FormStep, handle: ReplyHandle | None
    ) -> None:
        await self._through_flow(
            event, account, handle, lambda ctx: self._services.flow.step(ctx, step, chat_of(event))
        )

    async def _through_flow(
        self,
        event: Event,
        account: Account,
        handle: ReplyHandle | None,
        move: Callable[[CoreContext], Awaitable[Finished | None]],
    ) -> None:
        """Moves a form on, and handles its answers once all are there."""
        mode = AnswerMode.PRIVATE
        scene = await self._scenes.scene(event, account, "core", mode=mode, handle=handle)
        finished: list[Finished] = []

        async def run(ctx: CoreContext) -> None:
            done = await move(ctx)
            if done is not None:
                finished.append(done)

        await self._boundary.run(scene, "core", run, exempt_from_quiet=True)
        for done in finished:
            await self._finished(done, account)

    async def _finished(self, done: Finished, account: Account) -> None:
        """Handles a form's answers, sent by a platform's form or gathered step by step."""
        of = self._services.catalog.actions.get(type(done.action))
        if of is None or not of.declared.form:
            await self._say_stale(done.event, account, done.event.handle, Stale())
        else:
            await self._hand_in(done, of, account)
        if done.draft is not None:
            # Only now: had the answers to be handled again, they would have to be there still.
            await self._services.drafts.drop(done.draft)

    async def _hand_in(self, done: Finished, of: Of[Handled], account: Account) -> None:
        scene = await self._scenes.scene(
            done.event,
            account,
            of.cog.name,
            mode=of.declared.mode,
            handle=done.event.handle,
            answer_in=done.answer_in,
        )

        async def run(ctx: CoreContext) -> None:
            await ctx.require(of.declared.access)
            await of.declared.handler(ctx, done.action, done.event.answers)

        # A message that answered the last question was counted when it came in.
        counted = done.draft is not None
        await self._boundary.run(scene, of.cog.name, run, exempt_from_quiet=True, counted=counted)

    async def _opened(self, event: PrivateOpened, account: Account) -> None:
        if event.data:
            await self._pressed(event, account, event.data, event.handle)
            return
        start = CommandInvoked(event.key, event.at, event.where, command="start", by=account)
        await self._command(start, account)

    async def _continue_command(
        self, event: ActionPressed | PrivateOpened, account: Account, action: RunCommand
    ) -> None:
        """Runs a command again where its answer can be private, still about the community it was called in."""
        where: Where = event.where
        if action.space:
            members = self._services.stations.by_platform[chat_of(event).platform].members
            if await members.account(SpaceRef.parse(action.space), account.ref) is None:
                # The key stood where others read along, and may have been passed on.
                await self._say_stale(event, account, event.handle, Stale())
                return
            where = Community(SpaceRef.parse(action.space), ChatRef.parse(action.chat))
        again = CommandInvoked(
            event.key, event.at, where, action.command, account, rest=action.rest, reply_to=action.reply_to
        )
        await self._command(again, account, answer_in=chat_of(event))

    async def _message(self, event: MessagePosted, account: Account) -> None:
        draft = await self._services.drafts.of(account.ref, chat_of(event))
        if draft is not None and draft.question is not None:  # a page of a platform's form is not answered by a message
            await self._through_flow(event, account, None, lambda ctx: self._services.flow.takes(ctx, draft, event))
            return
        repeated = await self._repeated(event, account)
        heard = await self._heard(event, account, self._watching(event))
        if isinstance(event.where, Private) and not heard and not repeated:
            await self._command(CommandInvoked(event.key, event.at, event.where, "help", account), account)

    async def _repeated(self, event: MessagePosted, account: Account) -> bool:
        """Whether a route leads on from where it was said."""
        try:
            return await self._services.mirror.heard(event)
        except NotAimed as error:
            failure = error
        scene = await self._scenes.scene(event, account, failure.cog)

        async def run(ctx: CoreContext) -> None:
            del ctx
            raise failure.__cause__ or failure

        await self._boundary.run(scene, failure.cog, run, exempt_from_quiet=True, counted=True)
        return True

    def _watching(self, event: MessagePosted | MessageEdited) -> frozenset[str]:
        """The cogs that a message concerns."""
        chat = chat_of(event)
        author = event.author.ref.id if isinstance(event.author, Account) else event.author.id
        answered = event.reply_to if isinstance(event, MessagePosted) else None
        # An answer to a message of another chat answers nothing that is watched here.
        reply_to = answered.id if answered is not None and answered.chat == chat.id else None
        watching = self._services.watches.cogs(chat.platform, chat.id, chat.topic, author, reply_to)
        if isinstance(event.where, Community):
            watching |= self._names.by_name(event.where.chat_name)
        return watching | self._names.by_tag(event.text.plain)

    async def _happened(self, event: Event) -> None:
        """Hands on what nobody in particular did."""
        if isinstance(event, MessagePosted | MessageEdited):
            return  # a chat's own words: nobody can be asked, and nobody asked
        heard = self._services.catalog.heard(type(event))
        if not heard:
            return
        spot = await self._scenes.spot(event, None)
        for of in heard:
            await self._boundary.run_at(spot, of.cog.name, partial(of.declared.handler, event=event))

    async def _heard(self, event: Event, account: Account, only: frozenset[str] | None) -> bool:
        """Hands an event to whoever declared to hear it (``only`` these cogs, if given)."""
        heard = False
        for of in self._services.catalog.heard(type(event)):
            if only is not None and of.cog.name not in only:
                continue
            heard = True
            # Who asks to be let in is answered in private, also where the chats are quiet.
            answer_in = event.answer_in if isinstance(event, JoinRequested) else None
            # A question asked elsewhere has no chat to answer in: it is answered as it was asked.
            handle, mode = (event.handle, AnswerMode.PUBLIC) if isinstance(event, _ASKED_ELSEWHERE) else (None, None)
            scene = await self._scenes.scene(event, account, of.cog.name, mode=mode, handle=handle, answer_in=answer_in)

            async def run(ctx: CoreContext, of: Of[Heard] = of) -> None:
                await of.declared.handler(ctx, event)

            await self._boundary.run(scene, of.cog.name, run, exempt_from_quiet=isinstance(event, JoinRequested))
        return heard

    async def _say_stale(
        self, event: Event, account: Account, handle: ReplyHandle | None, why: Opened | Stale | Forged
    ) -> None:
        if isinstance(why, Forged):
            log.warning("a forged key was pressed", account=str(account.ref))
        scene = await self._scenes.scene(event, account, "core", mode=AnswerMode.PRIVATE, handle=handle)

        async def run(ctx: CoreContext) -> None:
            await ctx.notice("error-stale")

        await self._boundary.run(scene, "core", run, exempt_from_quiet=True)


def _stays(of: Of[Command] | Of[Menu]) -> timedelta | None:
    return of.declared.stays if isinstance(of.declared, Command) else None
