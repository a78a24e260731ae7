"""What the core asks of a platform, and what a platform's adapter may ask of the core."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from bot.domain.access import Access
from bot.domain.attachments import Attachment
from bot.domain.capabilities import Capabilities
from bot.domain.events import CompletionAsked, Event, ReplyHandle
from bot.domain.locales import Locale
from bot.domain.piece import Piece, Sheet
from bot.domain.refs import ChatRef, MessageRef, Platform, SpaceRef, UserRef
from bot.domain.text import RichText
from bot.ports.outcome import Delivery, Outcome


class AnswerMode(Enum):
    """How a command, key or form answers. Discord fixes it at the first reply, so it is declared."""

    PRIVATE = "private"
    PUBLIC = "public"
    UPDATE = "update"
    """Changes the message that carries the pressed key."""
    FORM = "form"
    """Opens a form at once: no query runs before."""


class ParameterKind(Enum):
    """What a command's parameter takes."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    SWITCH = "switch"
    MEMBER = "member"
    CHAT = "chat"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Localised:
    """A text in the default language and in the others."""

    default: str
    others: tuple[tuple[Locale, str], ...] = ()

    def in_(self, locale: Locale) -> str:
        """The text in a language, else the default."""
        return dict(self.others).get(locale, self.default)


@dataclass(frozen=True, slots=True)
class ChoiceSpec:
    """A fixed choice of a parameter."""

    value: str
    label: Localised


@dataclass(frozen=True, slots=True)
class ParameterSpec:
    """A command's parameter as platforms show it. ``completes``: suggestions are asked for while it is typed."""

    name: str
    kind: ParameterKind
    label: Localised
    description: Localised
    required: bool
    choices: tuple[ChoiceSpec, ...] = ()
    completes: bool = False
    least: float | None = None
    most: float | None = None


class CommandScope(Enum):
    """Where a command is offered."""

    ANYWHERE = "anywhere"
    COMMUNITY = "community"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class CommandSpec:
    """A command as platforms show it.

    Attributes:
        name: what the code calls it: ``[a-z][a-z0-9]{0,31}``, the same on every platform.
        label: what members type, localised where the platform can; the default equals ``name``.
        shared: True when other bots use the name too (``/help``): in a Telegram group it is then obeyed only with the
            bot's name or in reply to it.
        visiting: True when it is offered also where the bot is no member but a user brought it along.
    """

    name: str
    label: Localised
    description: Localised
    parameters: tuple[ParameterSpec, ...]
    mode: AnswerMode
    scope: CommandScope
    access: Access
    shared: bool = False
    visiting: bool = False


class MenuTarget(Enum):
    """On what a menu entry is offered."""

    MESSAGE = "message"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """An entry of a message's or member's menu; where there is none, the command of the same name in reply does it."""

    name: str
    label: Localised
    target: MenuTarget
    mode: AnswerMode
    access: Access
    visiting: bool = False


@dataclass(frozen=True, slots=True)
class Offering:
    """All commands and menu entries that the bot offers."""

    commands: tuple[CommandSpec, ...]
    menus: tuple[MenuSpec, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A completion: what is shown and what is put in."""

    label: str
    value: str


class Intake(Protocol):
    """The core's door for one platform. Its ``wants_`` questions are asked for every message: plain ids, no values."""

    @property
    def offering(self) -> Offering:
        """What the bot offers."""
        ...

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
        """Whether a posted or edited message concerns anyone.

        Args:
            space: None in a private chat.
            chat: the chat's id; for a Discord thread the thread's.
            topic: a Telegram topic's id, or None.
            chat_name: the channel's or topic's present name, "" when unknown.
            author: the user's id.
            text: only looked at for a ``#tag``.
            reply_to: the id of the message that it answers, in the same chat; None for none and for an edit.
        """
        ...

    def wants_change(self, chat: str, message: str) -> bool:
        """Whether a deletion of or a reaction to this message concerns anyone."""
        ...

    def mode_of(self, data: str) -> AnswerMode:
        """How a pressed key or sent form answers, from its data alone, without a query; PRIVATE when unknown."""
        ...

    async def accept(self, event: Event) -> None:
        """Takes an event over: when this returns it is kept, and the platform may be told so.

        An event whose key was accepted before is dropped. Raises what the database raises when it cannot be kept: then
        the platform must not be told, and tells it again.
        """
        ...

    async def suggest(self, asked: CompletionAsked) -> Sequence[Suggestion]:
        """Completions, at most 25, at once; empty when there are none or it takes too long."""
        ...

    async def last_seen(self, chat: str) -> str | None:
        """The id of the last message accepted from a watched chat, to read back from after a failed resume."""
        ...

    async def watched_chats(self) -> Sequence[str]:
        """The ids of the chats whose messages concern somebody, to be read back after a failed resume."""
        ...


class GatewayState(Enum):
    """Whether a gateway is connected."""

    STARTING = "starting"
    CONNECTED = "connected"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is missing, what that turns off, and where to change it.

    Attributes:
        key: of three texts in ``locales/*/core.ftl``: ``key``, with ``args``.
        where: the space or chat it is about, or "" for the whole gateway.
        stops: True when nothing works until it is mended; else it only turns something off.
    """

    key: str
    args: tuple[tuple[str, str], ...] = ()
    where: str = ""
    stops: bool = False


@dataclass(frozen=True, slots=True)
class Portrait:
    """A user's picture.

    Attributes:
        address: a public https address that shows it, holding no token; "" where there is none.
        content: its bytes (PNG, JPEG or WebP, at most 256 KB), where it has no such address.
    """

    address: str = ""
    content: bytes = b""


class Responder(Protocol):
    """Answers one interaction. The adapter acknowledges in time by itself, in the declared mode."""

    async def reply(self, piece: Piece, *, private: bool) -> Delivery:
        """Answers with a message; the first reply's privacy is fixed by the declared mode."""
        ...

    async def update(self, piece: Piece) -> Outcome:
        """Changes the message that carries the pressed key."""
        ...

    async def open_form(self, sheet: Sheet) -> Outcome:
        """Opens a form; only as the first answer, where the capabilities say NATIVE."""
        ...

    async def notice(self, text: str) -> Outcome:
        """A short notice that only the person sees; UNSUPPORTED where there is none."""
        ...

    async def finish(self) -> None:
        """Acknowledges when nothing was said, so that nothing spins; never raises."""
        ...


class Gateway(Protocol):
    """A platform, as the core sees it.

    Methods raise :class:`~bot.domain.errors.Flooded` or :class:`~bot.domain.errors.Unreachable` when another try may
    help, and answer :class:`~bot.ports.outcome.Refused` when it does not.
    """

    @property
    def platform(self) -> Platform:
        """Whose refs it understands."""
        ...

    @property
    def state(self) -> GatewayState:
        """Whether it is connected now."""
        ...

    @property
    def findings(self) -> Sequence[Finding]:
        """What is missing, as far as it is known now."""
        ...

    async def run(self, intake: Intake) -> None:
        """Connects, publishes the offering and hands events in until cancelled.

        Returns or raises when the connection cannot go on; the supervisor starts it again, unless it raised
        :class:`~bot.domain.errors.GatewayRefused`.
        """
        ...

    async def probe(self) -> Sequence[Finding]:
        """Asks the platform once whether it lets the bot in, without connecting: a bot that runs is not disturbed.

        Returns:
            What is missing; a token that does not work is a finding too.
        """
        ...

    def capabilities(self, chat: ChatRef) -> Capabilities:
        """What a chat can do; from what is known in memory, never a request."""
        ...

    def measure(self, text: RichText) -> int:
        """How many units of ``Capabilities.unit`` a text takes as it is sent: with what escaping and markup add."""
        ...

    async def send(self, chat: ChatRef, piece: Piece, *, key: str, since: datetime | None = None) -> Delivery:
        """Sends a message.

        Args:
            chat: where to.
            piece: what, within the chat's capabilities.
            key: the same when the send is tried again; at most 25 characters. Where the platform can, it makes the send
                happen once.
            since: when a send under this key began of which nobody knows whether it happened (aware): where a platform
                does not drop the second by itself, the chat's history is looked through for it, where it can be.
        """
        ...

    async def edit(self, message: MessageRef, piece: Piece) -> Outcome:
        """Changes a message of the bot's own."""
        ...

    async def delete(self, message: MessageRef) -> Outcome:
        """Deletes a message, its own or (with the right to) another's."""
        ...

    async def react(self, message: MessageRef, emoji: str | None) -> Outcome:
        """Sets the bot's reaction, or takes it away."""
        ...

    async def fetch(self, attachment: Attachment, limit: int) -> bytes | None:
        """A file's bytes, at most ``limit``; None when it is gone or larger."""
        ...

    async def portrait(self, user: UserRef) -> Portrait | None:
        """A user's picture, or None when they have none or it cannot be had."""
        ...

    async def private_chat(self, user: UserRef) -> ChatRef | None:
        """The private chat with a user, or None when the bot may not write first."""
        ...

    def responder(self, handle: ReplyHandle) -> Responder:
        """What answers an interaction, also one accepted before a restart."""
        ...

    def speak(self, chat: ChatRef, locale: Locale) -> None:
        """Shows the commands of one chat in a language, where menus follow chats. Done aside; never raises."""
        ...

    async def leave(self, space: SpaceRef) -> Outcome:
        """Leaves a space."""
        ...
