"""Answers one interaction, as the platforms rule: within 15 minutes, and in the declared mode."""

from typing import Protocol

from bot.adapters.playground.forms import sheet_breach
from bot.adapters.playground.handles import Interaction, Kind
from bot.adapters.playground.limits import Side, capabilities
from bot.adapters.playground.state import Chat, Person, Post
from bot.adapters.playground.world import World
from bot.domain.events import ReplyHandle
from bot.domain.piece import Piece, Sheet
from bot.ports.gateway import AnswerMode
from bot.ports.outcome import Delivery, Done, Outcome, Reason, Refused, Sent


class Desk(Protocol):
    """What a responder needs of the gateway."""

    def post(
        self, chat: Chat, piece: Piece, *, only: str | None = None, used: tuple[str, str] | None = None
    ) -> Post | Refused:
        """Writes a message of the bot's."""
        ...

    def redraw(self, post: Post, piece: Piece) -> Outcome:
        """Changes a message of the bot's."""
        ...

    def answered(self, interaction: Interaction) -> bool:
        """Whether an interaction had its first answer, as far as this process knows."""
        ...

    def settle(self, interaction: Interaction) -> None:
        """The interaction had an answer: nothing spins any more where it came from."""
        ...

    def show_form(self, interaction: Interaction, sheet: Sheet, side: Side) -> None:
        """Opens a form where the interaction came from."""
        ...

    def show_inline(self, interaction: Interaction, text: str, side: Side) -> None:
        """Shows what could be put into a message, where the bot's name was typed."""
        ...

    def show_notice(self, interaction: Interaction, text: str, side: Side) -> None:
        """Shows a notice where the interaction came from."""
        ...


_OVER = Refused(Reason.GONE, "the interaction is over")


class PlaygroundResponder:
    """A :class:`~bot.ports.gateway.Responder`."""

    def __init__(self, world: World, desk: Desk, interaction: Interaction, handle: ReplyHandle) -> None:
        self._world = world
        self._desk = desk
        self._interaction = interaction
        self._expires = handle.expires

    def _scene(self) -> tuple[Chat, Person] | None:
        """Where and who, or None when nothing can be answered any more."""
        chat = self._world.chat(self._interaction.place)
        person = self._world.person(self._interaction.person)
        if chat is None or person is None or self._world.clock.now() >= self._expires:
            return None
        return chat, person

    async def reply(self, piece: Piece, *, private: bool) -> Delivery:
        """Answers with a message.

        The first answer is private when the mode says so, and an answer that is to be private is never shown to others:
        on the right it becomes a notice when it is short and plain, else it goes to the private chat.
        """
        scene = self._scene()
        if scene is None:
            return _OVER
        chat, person = scene
        if self._interaction.kind is Kind.INLINE:
            self._desk.show_inline(self._interaction, piece.text.plain, chat.side)
            return Sent(())
        first = not self._desk.answered(self._interaction)
        hidden = private or (first and self._interaction.mode is AnswerMode.PRIVATE)
        if self._interaction.kind is Kind.GUEST:  # what a guest is asked it answers in front of all
            hidden = False
        if hidden and chat.side is Side.RIGHT and chat.owner is None:
            return self._aside(piece, person, first=first)
        shows_command = first and not hidden and self._interaction.kind is Kind.COMMAND
        return self._post(
            chat,
            piece,
            only=person.id if hidden and chat.side is Side.LEFT else None,
            used=(person.name, self._interaction.name) if shows_command else None,
        )

    def _aside(self, piece: Piece, person: Person, *, first: bool) -> Delivery:
        allowed = capabilities(Side.RIGHT, private=False)
        plain = not (piece.files or piece.keys or piece.card)
        if first and plain and allowed.unit.measure(piece.text.plain) <= allowed.notice:
            self._desk.show_notice(self._interaction, piece.text.plain, Side.RIGHT)
            return Sent(())
        chat = self._world.private_chat(person.ref)
        if chat is None or not person.started:
            return Refused(Reason.CLOSED, "the private chat was never opened")
        return self._post(chat, piece)

    def _post(
        self, chat: Chat, piece: Piece, *, only: str | None = None, used: tuple[str, str] | None = None
    ) -> Delivery:
        post = self._desk.post(chat, piece, only=only, used=used)
        if isinstance(post, Refused):
            return post
        self._desk.settle(self._interaction)
        return Sent((post.ref,))

    async def update(self, piece: Piece) -> Outcome:
        """Changes the message that carries the pressed key, also one that only one person sees."""
        post = self._world.post(self._interaction.message)
        if self._scene() is None or post is None or post.deleted_by is not None:
            return Refused(Reason.GONE, "the message is gone")
        outcome = self._desk.redraw(post, piece)
        if isinstance(outcome, Done):
            self._desk.settle(self._interaction)
        return outcome

    async def open_form(self, sheet: Sheet) -> Outcome:
        """Opens a form; only as the first answer, and to something that was no form itself."""
        scene = self._scene()
        if scene is None:
            return _OVER
        chat, _ = scene
        if chat.side is Side.RIGHT:
            return Refused(Reason.UNSUPPORTED, "no forms here")
        problem = sheet_breach(sheet, capabilities(chat.side, private=chat.owner is not None))
        if self._interaction.kind is Kind.FORM:
            problem = "a form cannot answer a form"
        if self._desk.answered(self._interaction):
            problem = "a form is the first answer or none"
        if problem is not None:
            return Refused(Reason.INVALID, problem)
        self._desk.show_form(self._interaction, sheet, chat.side)
        return Done()

    async def notice(self, text: str) -> Outcome:
        """A short notice on a pressed key, on the right; one for each press."""
        scene = self._scene()
        if scene is None:
            return _OVER
        chat, _ = scene
        allowed = capabilities(chat.side, private=chat.owner is not None)
        if allowed.notice == 0:
            return Refused(Reason.UNSUPPORTED, "no notices here")
        length = allowed.unit.measure(text)
        if not 1 <= length <= allowed.notice:
            return Refused(Reason.INVALID, f"notice of {length}, 1 to {allowed.notice}")
        if self._desk.answered(self._interaction):
            return Refused(Reason.GONE, "the press is answered already")
        self._desk.show_notice(self._interaction, text, chat.side)
        return Done()

    async def finish(self) -> None:
        """Lets nothing spin any more."""
        self._desk.settle(self._interaction)
