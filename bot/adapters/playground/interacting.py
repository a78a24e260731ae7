"""Interactions: pressed keys, sent forms, run commands, used menus, and the private chat that a key leads into."""

from typing import assert_never

from bot.adapters.playground import inbound
from bot.adapters.playground.accounts import account_of
from bot.adapters.playground.commands import command_named, fits, given_values, loosely_given, menu_named
from bot.adapters.playground.forms import answers_of
from bot.adapters.playground.gateway import PlaygroundGateway
from bot.adapters.playground.handles import Interaction, Kind
from bot.adapters.playground.limits import SUGGESTIONS, Side
from bot.adapters.playground.refusal import NotAllowed
from bot.adapters.playground.requests import AskInline, Command, Complete, Menu, OpenPrivate, Press, Submit
from bot.adapters.playground.state import BOT, Chat, ChatKind, Person, Post
from bot.adapters.playground.tabs import Tab
from bot.adapters.playground.wire import SuggestionsTold, WentTo
from bot.adapters.playground.world import World
from bot.domain.events import CompletionAsked
from bot.ports.gateway import AnswerMode, CommandSpec, GatewayState, MenuTarget


class Interacting:
    """Turns what a page does with the bot's own things into interactions that the bot can answer."""

    def __init__(self, world: World, gateway: PlaygroundGateway) -> None:
        self._world = world
        self._gateway = gateway

    async def do(
        self, tab: Tab, you: Person, request: Press | Submit | Command | Menu | Complete | OpenPrivate | AskInline
    ) -> None:
        """Does one; raises :class:`~bot.adapters.playground.refusal.NotAllowed`."""
        match request:
            case Press():
                self._press(tab, you, request)
            case Submit():
                self._submit(tab, you, request)
            case Command():
                self._command(tab, you, request)
            case Menu():
                self._menu(tab, you, request)
            case Complete():
                await self._complete(tab, you, request)
            case AskInline():
                self._ask_inline(tab, you, request)
            case OpenPrivate(data=data):
                self._open_private(tab, you, data)
            case _:
                assert_never(request)

    def _chat(self, you: Person, place: str) -> Chat:
        """A chat that one is in, with the bot there to answer."""
        chat = self._world.chat(place)
        if chat is None or chat.side is not you.side or not self._world.can_read(you, chat):
            raise NotAllowed("refused-outside")
        space = self._world.space(chat.space)
        if self._gateway.state is not GatewayState.CONNECTED or (space is not None and not space.bot_inside):
            raise NotAllowed("refused-bot-away")
        member = None if space is None else space.members.get(you.id)
        if chat.side is Side.LEFT and space is not None and member is not None:  # as on Discord: keys neither
            if member.screening:
                raise NotAllowed("refused-captcha")
            if self._world.muted(you, space):
                raise NotAllowed("refused-muted")
        return chat

    def _post(self, you: Person, message: str) -> tuple[Post, Chat]:
        post = self._world.post(message)
        if post is None or post.deleted_by is not None or post.only not in {None, you.id}:
            raise NotAllowed("refused-gone")
        return post, self._chat(you, post.place)

    def _start(self, tab: Tab, nonce: str, interaction: Interaction) -> Interaction:
        self._gateway.expect(interaction, tab, nonce)
        return interaction

    def _press(self, tab: Tab, you: Person, request: Press) -> None:
        post, chat = self._post(you, request.message)
        if post.author != BOT:
            raise NotAllowed("refused-gone")
        mode = self._gateway.mode_of(request.data)
        interaction = Interaction(self._world.next_id(), Kind.PRESS, you.id, chat.place, mode, post.id)
        self._start(tab, request.nonce, interaction)
        self._gateway.tell(inbound.pressed(self._world, chat, you, post, interaction, request.data))

    def _submit(self, tab: Tab, you: Person, request: Submit) -> None:
        form = self._gateway.form(request.form)
        if form is None or form.interaction.person != you.id:
            raise NotAllowed("refused-form")
        chat = self._chat(you, form.interaction.place)
        answers = answers_of(form.sheet, request.answers, self._world)
        self._gateway.close_form(request.form)
        mode = self._gateway.mode_of(request.data)
        interaction = Interaction(self._world.next_id(), Kind.FORM, you.id, chat.place, mode, form.interaction.message)
        self._start(tab, request.nonce, interaction)
        self._gateway.tell(inbound.submitted(self._world, chat, you, interaction, request.data, answers))

    def _offered(self, you: Person, chat: Chat, name: str) -> CommandSpec:
        command = command_named(self._gateway.offering, name)
        if chat.side is Side.RIGHT or command is None or command.access > you.access:
            raise NotAllowed("refused-command")
        if not fits(command.scope, private=chat.owner is not None):
            raise NotAllowed("refused-command")
        if chat.kind is ChatKind.ELSEWHERE and not command.visiting:
            raise NotAllowed("refused-command")
        return command

    def _command(self, tab: Tab, you: Person, request: Command) -> None:
        chat = self._chat(you, request.place)
        command = self._offered(you, chat, request.name)
        given = given_values(command, request.given, self._world, tab.locale)
        interaction = Interaction(
            self._world.next_id(), Kind.COMMAND, you.id, chat.place, command.mode, name=command.name
        )
        self._start(tab, request.nonce, interaction)
        self._gateway.tell(inbound.commanded(self._world, chat, you, interaction, command, given))

    def _menu(self, tab: Tab, you: Person, request: Menu) -> None:
        chat = self._chat(you, request.place)
        menu = menu_named(self._gateway.offering, request.name)
        if chat.side is Side.RIGHT or menu is None or menu.access > you.access:
            raise NotAllowed("refused-command")
        if chat.kind is ChatKind.ELSEWHERE and not menu.visiting:
            raise NotAllowed("refused-command")
        target: Post | Person | None
        if menu.target is MenuTarget.MESSAGE:
            target, chat = self._post(you, request.message or "")
        else:
            target = self._world.person(request.person or "")
        if target is None:
            raise NotAllowed("refused-gone")
        interaction = Interaction(self._world.next_id(), Kind.MENU, you.id, chat.place, menu.mode, name=menu.name)
        self._start(tab, request.nonce, interaction)
        self._gateway.tell(inbound.menu_used(self._world, chat, you, interaction, target))

    async def _complete(self, tab: Tab, you: Person, request: Complete) -> None:
        chat = self._chat(you, request.place)
        command = self._offered(you, chat, request.command)
        asked = CompletionAsked(
            key=f"q{self._world.next_id()}",
            at=self._world.clock.now(),
            where=inbound.where(chat, self._world),
            command=command.name,
            parameter=request.parameter,
            typed=request.typed,
            by=account_of(you, interacting=True),
            given=loosely_given(command, request.given, self._world),
        )
        found = await self._gateway.suggest(asked)
        items = tuple((suggestion.label, suggestion.value) for suggestion in found[:SUGGESTIONS])
        tab.tell(SuggestionsTold(request.ask, items))

    def _ask_inline(self, tab: Tab, you: Person, request: AskInline) -> None:
        chat = self._world.private_chat(you.ref)
        if you.side is Side.LEFT or chat is None:
            raise NotAllowed("refused-gone")
        interaction = Interaction(self._world.next_id(), Kind.INLINE, you.id, chat.place, AnswerMode.PUBLIC)
        self._start(tab, request.nonce, interaction)
        self._gateway.tell(inbound.asked_inline(self._world, chat, you, interaction, request.text))

    def ask_as_guest(self, you: Person, chat: Chat, post: Post) -> None:
        """Tells the bot of a message that names it, in a chat that it has not joined."""
        interaction = Interaction(self._world.next_id(), Kind.GUEST, you.id, chat.place, AnswerMode.PUBLIC, post.id)
        self._gateway.tell(inbound.asked_as_guest(self._world, chat, you, post, interaction))

    def _open_private(self, tab: Tab, you: Person, data: str) -> None:
        chat = self._world.private_chat(you.ref)
        if chat is None:
            raise NotAllowed("refused-gone")
        self._world.start_private(you)
        tab.tell(WentTo(you.side, chat.place))
        now = self._world.clock.now()
        self._gateway.tell(inbound.opened_private(chat, you, data, now, self._world.next_id()))
