"""The playground as a gateway: hands in what happens in the world, and does there what the core asks."""

import asyncio
import logging
from collections import OrderedDict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.adapters.playground import inbound
from bot.adapters.playground.commands import no_offering
from bot.adapters.playground.drawn import DrawnFile
from bot.adapters.playground.forms import shown_fields
from bot.adapters.playground.handles import Interaction, interaction_of
from bot.adapters.playground.inbound import Telling
from bot.adapters.playground.limits import PLATFORM, Side, breach, capabilities
from bot.adapters.playground.render import render
from bot.adapters.playground.responder import PlaygroundResponder
from bot.adapters.playground.state import BOT, Chat, ChatKind, Person, Post, Service
from bot.adapters.playground.tabs import Tab, Tabs
from bot.adapters.playground.wire import FormTold, InlineTold, NoticeTold, Settled
from bot.adapters.playground.world import World
from bot.domain.attachments import Attachment
from bot.domain.capabilities import Capabilities, LengthUnit, Reactions
from bot.domain.errors import Unreachable
from bot.domain.events import CompletionAsked, ReplyHandle
from bot.domain.locales import Locale
from bot.domain.piece import Piece, Sheet
from bot.domain.refs import ChatRef, MessageRef, Platform, SpaceRef, UserRef
from bot.domain.text import RichText
from bot.ports.gateway import AnswerMode, Finding, GatewayState, Intake, Offering, Portrait, Responder, Suggestion
from bot.ports.outcome import Delivery, Done, Outcome, Reason, Refused, Sent

_LOG = logging.getLogger(__name__)

_TELLINGS_KEPT = 5_000
_INTERACTIONS_KEPT = 1_000
_FORMS_KEPT = 200
_RETRY_SECONDS = 1.0


@dataclass(slots=True)
class _Waiting:
    """An interaction that this process saw: which page it came from, and whether it had an answer."""

    tab: Tab
    nonce: str
    answered: bool = False


@dataclass(frozen=True, slots=True)
class OpenForm:
    """A form that was shown, and from which interaction."""

    sheet: Sheet
    interaction: Interaction


class PlaygroundGateway:
    """A :class:`~bot.ports.gateway.Gateway`. Pages may be open before it runs and while it does not."""

    def __init__(self, world: World, tabs: Tabs) -> None:
        self._world = world
        self._tabs = tabs
        self._state = GatewayState.STARTING
        self._intake: Intake | None = None
        self._tellings: deque[Telling] = deque()
        self._told = asyncio.Event()
        self._waiting: OrderedDict[str, _Waiting] = OrderedDict()
        self._forms: OrderedDict[str, OpenForm] = OrderedDict()

    @property
    def platform(self) -> Platform:
        """The playground."""
        return PLATFORM

    @property
    def state(self) -> GatewayState:
        """CONNECTED while it runs."""
        return self._state

    @property
    def findings(self) -> Sequence[Finding]:
        """Nothing is ever missing here."""
        return ()

    # In

    async def probe(self) -> Sequence[Finding]:
        """Nobody has to let the playground in."""
        return ()

    async def run(self, intake: Intake) -> None:
        """Hands in what happens until cancelled; what the core cannot keep is handed in again."""
        self._intake = intake
        self._introduce()
        self._state = GatewayState.CONNECTED
        self._tabs.bot_is(connected=True, offering=intake.offering)
        keeping = (asyncio.create_task(self._save()), asyncio.create_task(self._release()))
        try:
            await self._hand_in(intake)
        finally:
            for task in keeping:
                task.cancel()
            self._intake = None
            self._state = GatewayState.DOWN
            self._tabs.bot_is(connected=False, offering=no_offering())
            self._world.save_now()

    def _introduce(self) -> None:
        """Tells the spaces that the bot is in; on the first day its coming, and the chats that there are."""
        now = self._world.clock.now()
        for space in self._world.spaces:
            if not space.bot_inside:
                continue
            if self._world.tell_once(space):
                self.tell(inbound.bot_came(self._world, space, None, now, self._world.next_id()))
                for chat in self._world.chats_of(space.ref):
                    self.tell(inbound.place_opened(self._world, chat, now))
            else:
                self.tell(inbound.space_seen(self._world, space, now, self._world.next_id()))

    async def _hand_in(self, intake: Intake) -> None:
        while True:
            while not self._tellings:
                self._told.clear()
                await self._told.wait()
            telling = self._tellings.popleft()
            event = telling(intake)
            if event is None:
                continue
            try:
                await intake.accept(event)
            except BaseException as error:
                self._tellings.appendleft(telling)
                if not isinstance(error, Exception):
                    raise
                _LOG.warning("an event could not be kept and is told again: %s", type(error).__name__)
                await self._world.clock.sleep(_RETRY_SECONDS)

    async def _save(self) -> None:
        while True:
            await self._world.save()

    async def _release(self) -> None:
        while True:
            await self._world.release_in_time()

    def tell(self, telling: Telling) -> None:
        """Tells the core something, now or when it listens; what is too much for a long absence is dropped."""
        if len(self._tellings) >= _TELLINGS_KEPT:
            _LOG.warning("the bot is away for long: something that happened is not told")
            return
        self._tellings.append(telling)
        self._told.set()

    @property
    def offering(self) -> Offering:
        """What the bot offers; nothing while it is away."""
        return no_offering() if self._intake is None else self._intake.offering

    def mode_of(self, data: str) -> AnswerMode:
        """How a key answers; PRIVATE while the bot is away."""
        return AnswerMode.PRIVATE if self._intake is None else self._intake.mode_of(data)

    async def suggest(self, asked: CompletionAsked) -> Sequence[Suggestion]:
        """Completions; none while the bot is away."""
        return () if self._intake is None else await self._intake.suggest(asked)

    def expect(self, interaction: Interaction, tab: Tab, nonce: str) -> None:
        """Notes from which page an interaction came, so that forms and notices open there."""
        self._waiting[interaction.id] = _Waiting(tab, nonce)
        while len(self._waiting) > _INTERACTIONS_KEPT:
            self._waiting.popitem(last=False)

    def form(self, identifier: str) -> OpenForm | None:
        """A form that was shown and not yet sent."""
        return self._forms.get(identifier)

    def close_form(self, identifier: str) -> None:
        """A form was sent."""
        self._forms.pop(identifier, None)

    # Out

    def capabilities(self, chat: ChatRef) -> Capabilities:
        """After the chat's side; an unknown chat is taken for one on the left."""
        known = self._world.chat_of(chat)
        if known is None:
            return capabilities(Side.LEFT, private=False)
        return capabilities(known.side, private=known.space is None)

    def measure(self, text: RichText) -> int:
        """The characters alone: nothing is escaped or marked up."""
        return LengthUnit.UTF16.measure(text.plain)

    async def send(self, chat: ChatRef, piece: Piece, *, key: str, since: datetime | None = None) -> Delivery:
        """Sends a message, once for each key."""
        known = self._world.chat_of(chat)
        if known is None:
            return Refused(Reason.GONE, "no such chat")
        if known.kind is ChatKind.ELSEWHERE:
            return Refused(Reason.NO_RIGHT, "the bot is not in this chat")
        before = self._world.sent_before(known, key)
        if before is not None:
            return Sent((before.ref,))
        owner = None if known.owner is None else self._world.person(known.owner)
        if owner is not None and await self.private_chat(owner.ref) is None:
            return Refused(Reason.CLOSED, "the private chat was never opened")
        post = self.post(known, piece)
        if isinstance(post, Refused):
            return post
        self._world.remember_send(known, key, post)
        return Sent((post.ref,))

    def post(
        self, chat: Chat, piece: Piece, *, only: str | None = None, used: tuple[str, str] | None = None
    ) -> Post | Refused:
        """Writes a message of the bot's, when the chat takes it."""
        space = self._world.space(chat.space)
        if space is not None and not space.bot_inside:
            return Refused(Reason.NO_RIGHT, "the bot is not in this space")
        if chat.closed:
            return Refused(Reason.GONE, "the thread is closed")
        allowed = self.capabilities(chat.ref)
        problem = breach(piece, allowed)
        if problem is not None:
            return Refused(Reason.INVALID, problem)
        answered = None if piece.reply_to is None else self._world.post_of(piece.reply_to)
        return self._world.add_post(
            Post(
                id=self._world.next_id(),
                place=chat.place,
                author=BOT,
                at=self._world.clock.now(),
                drawn=render(piece, self._kept(piece)),
                reply_to=None if answered is None else answered.id,
                silent=piece.silent,
                only=only,
                used=used,
                pinged=tuple(user.id for user in piece.mentions),
            )
        )

    def _kept(self, piece: Piece) -> tuple[DrawnFile, ...]:
        try:
            return self._world.keep_all(piece.files)
        except OSError as error:
            raise Unreachable("the file could not be kept") from error

    async def edit(self, message: MessageRef, piece: Piece) -> Outcome:
        """Changes a message of the bot's own; one that only one person sees can be changed by its interaction alone."""
        post = self._world.post_of(message)
        if post is None or post.only is not None:
            return Refused(Reason.GONE, "no such message")
        if post.author != BOT:
            return Refused(Reason.NO_RIGHT, "not the bot's own message")
        return self.redraw(post, piece)

    def redraw(self, post: Post, piece: Piece) -> Outcome:
        """Changes a message of the bot's, when the chat takes it."""
        chat = self._world.chat(post.place)
        if chat is None:
            return Refused(Reason.GONE, "no such chat")
        problem = breach(piece, self.capabilities(chat.ref))
        if problem is not None:
            return Refused(Reason.INVALID, problem)
        drawn = render(piece, self._kept(piece))
        if drawn == post.drawn:
            return Refused(Reason.UNCHANGED) if chat.side is Side.RIGHT else Done()
        self._world.redraw(post, drawn)
        return Done()

    async def delete(self, message: MessageRef) -> Outcome:
        """Deletes a message, its own or in a community another's."""
        post = self._world.post_of(message)
        if post is None or post.only is not None:
            return Refused(Reason.GONE, "no such message")
        chat = self._world.chat(post.place)
        space = None if chat is None else self._world.space(chat.space)
        if post.author != BOT and (space is None or not space.bot_inside):
            return Refused(Reason.NO_RIGHT, "not the bot's own message")
        self._world.erase(post, BOT)
        return Done()

    async def react(self, message: MessageRef, emoji: str | None) -> Outcome:
        """Sets the bot's one reaction, or takes it away."""
        post = self._world.post_of(message)
        if post is None or post.only is not None:
            return Refused(Reason.GONE, "no such message")
        chat = self._world.chat(post.place)
        if chat is None:
            return Refused(Reason.GONE, "no such chat")
        allowed = capabilities(chat.side, private=chat.owner is not None)
        if emoji is not None and allowed.reactions is Reactions.FIXED and emoji not in allowed.fixed_reactions:
            return Refused(Reason.INVALID, "not one of the fixed reactions")
        self._world.set_reactions(post, BOT, () if emoji is None else (emoji,))
        return Done()

    async def fetch(self, attachment: Attachment, limit: int) -> bytes | None:
        """A file's bytes; None when it is gone or larger."""
        file = self._world.file(attachment.locator)
        if attachment.platform != PLATFORM or file is None or file.size > limit:
            return None
        return self._world.content(file.id)

    async def portrait(self, user: UserRef) -> Portrait | None:
        """Nobody has one here: the page draws a letter, and a public address cannot lead to this machine."""
        del user
        return None

    async def private_chat(self, user: UserRef) -> ChatRef | None:
        """With who has opened it; left also with who shares a space with the bot, right with who asks to join."""
        person = self._world.person(user.id)
        chat = self._world.private_chat(user)
        if person is None or chat is None or user.platform != PLATFORM:
            return None
        space = self._world.space_on(person.side)
        reached = space.members if person.side is Side.LEFT else space.asking
        return chat.ref if person.started or (space.bot_inside and person.id in reached) else None

    def responder(self, handle: ReplyHandle) -> Responder:
        """What answers an interaction; raises :class:`~bot.domain.errors.Unreadable` for a handle that is not ours."""
        return PlaygroundResponder(self._world, self, interaction_of(handle), handle)

    def speak(self, chat: ChatRef, locale: Locale) -> None:
        """Nothing to do: the page shows commands in the language that its reader chose."""
        del chat, locale

    async def leave(self, space: SpaceRef) -> Outcome:
        """Leaves a space."""
        known = self._world.space(space.id)
        if known is None or not known.bot_inside:
            return Refused(Reason.GONE, "the bot is not in this space")
        self._world.set_bot_inside(known, inside=False)
        self._world.say(self._world.lobby(known), BOT, Service.BOT_WENT)
        self.tell(inbound.bot_went(self._world, known, self._world.clock.now(), self._world.next_id()))
        return Done()

    def show_anew(self, person: Person) -> None:
        """Shows a person's pages all that they see now, when that is more or less than before."""
        for tab in self._tabs.of_person(person.id):
            self._tabs.tell_posts(tab, person.side)

    # For responders

    def answered(self, interaction: Interaction) -> bool:
        """Whether an interaction had its first answer, as far as this process knows."""
        waiting = self._waiting.get(interaction.id)
        return waiting is not None and waiting.answered

    def settle(self, interaction: Interaction) -> None:
        """The interaction had an answer: nothing spins any more where it came from."""
        waiting = self._waiting.get(interaction.id)
        if waiting is not None and not waiting.answered:
            waiting.answered = True
            waiting.tab.tell(Settled(waiting.nonce))

    def show_form(self, interaction: Interaction, sheet: Sheet, side: Side) -> None:
        """Opens a form on the page that the interaction came from, else on those that are the person."""
        identifier = f"f{interaction.id}"
        self._forms[identifier] = OpenForm(sheet, interaction)
        while len(self._forms) > _FORMS_KEPT:
            self._forms.popitem(last=False)
        form = FormTold(side, identifier, sheet.title, sheet.data, shown_fields(sheet))
        for tab in self._pages_of(interaction):
            tab.tell(form)
        self.settle(interaction)

    def show_inline(self, interaction: Interaction, text: str, side: Side) -> None:
        """Shows what could be put into a message, where the bot's name was typed."""
        waiting = self._waiting.get(interaction.id)
        if waiting is not None:
            waiting.tab.tell(InlineTold(side, waiting.nonce, text))
        self.settle(interaction)

    def show_notice(self, interaction: Interaction, text: str, side: Side) -> None:
        """Shows a notice there."""
        for tab in self._pages_of(interaction):
            tab.tell(NoticeTold(side, text))
        self.settle(interaction)

    def _pages_of(self, interaction: Interaction) -> Sequence[Tab]:
        waiting = self._waiting.get(interaction.id)
        if waiting is not None and waiting.tab in self._tabs:
            return (waiting.tab,)
        return tuple(self._tabs.of_person(interaction.person))
