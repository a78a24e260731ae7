"""What happened on a platform, in the past tense. One class an event; each knows where it happened.

An event is built only when routing says that somebody is concerned, and it can be written to the inbox and read back:
every field is a plain value.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from bot.domain.access import Access
from bot.domain.attachments import Attachment
from bot.domain.author import Account, Author
from bot.domain.form import Answers
from bot.domain.refs import ChatRef, InlineMessageRef, MessageRef, Platform, SpaceRef, UserRef
from bot.domain.text import RichText


@dataclass(frozen=True, slots=True)
class Community:
    """In a guild or group that the bot is a member of.

    Attributes:
        chat: where; a topic where the platform told one.
        chat_name: as it is called now, "" when unknown.
        parent: the channel of a thread, or None.
    """

    space: SpaceRef
    chat: ChatRef
    chat_name: str = ""
    parent: ChatRef | None = None


@dataclass(frozen=True, slots=True)
class Private:
    """In the private chat of one user with the bot."""

    chat: ChatRef


@dataclass(frozen=True, slots=True)
class Visiting:
    """In a chat that the bot is not a member of (user install, guest, inline)."""

    chat: ChatRef


Where = Community | Private | Visiting


@dataclass(frozen=True, slots=True)
class ReplyHandle:
    """How to answer an interaction; only the adapter can read ``token``.

    Attributes:
        expires: after this moment the platform takes no more answers.
    """

    platform: Platform
    token: str
    expires: datetime


@dataclass(frozen=True, slots=True)
class Event:
    """The base of every event.

    Attributes:
        key: unique on its platform, the same when the platform repeats it: what is handled once.
        at: when it happened, aware, as the platform says.
    """

    key: str
    at: datetime
    where: Where


@dataclass(frozen=True, slots=True)
class MessagePosted(Event):
    """A message was written. An album is one, with several refs.

    Attributes:
        readable: False when the platform hid the content (no message-content intent): then nothing is judged by it.
        to_bot: True when it answers or mentions the bot.
    """

    messages: tuple[MessageRef, ...]
    author: Author
    text: RichText = RichText()
    attachments: tuple[Attachment, ...] = ()
    reply_to: MessageRef | None = None
    forwarded: bool = False
    readable: bool = True
    to_bot: bool = False


@dataclass(frozen=True, slots=True)
class MessageEdited(Event):
    """A message's text or files are now these."""

    message: MessageRef
    author: Author
    text: RichText = RichText()
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class MessageDeleted(Event):
    """Messages are gone. Some platforms never tell."""

    messages: tuple[MessageRef, ...]


@dataclass(frozen=True, slots=True)
class ReactionChanged(Event):
    """Somebody's reactions to a message are now these (``emoji``); ``added`` and ``removed`` say what changed."""

    message: MessageRef
    by: Account
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MemberJoined(Event):
    """A member came in. ``screening`` while the platform (or a captcha) holds them back; told again once they are in.

    A captcha of another bot may be told just after a join without one, and is over when a join without one follows.
    """

    member: Account
    screening: bool = False


@dataclass(frozen=True, slots=True)
class MemberLeft(Event):
    """A member went."""

    member: Account


@dataclass(frozen=True, slots=True)
class MemberBanned(Event):
    """A member was banned."""

    member: Account


@dataclass(frozen=True, slots=True)
class JoinRequested(Event):
    """Somebody asks to be let in; they may be written to at ``answer_in`` for a short while."""

    member: Account
    answer_in: ChatRef | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """A value given to a command's parameter by its name. Numbers and switches come as their text."""

    name: str
    text: str = ""
    user: Account | None = None
    chat: ChatRef | None = None
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True)
class CommandInvoked(Event):
    """A command was called, or a menu entry used on a message or member.

    Attributes:
        command: its declared name; for a menu entry the entry's declared name.
        given: values by parameter, where the platform parses them.
        rest: the words after the command, where it does not.
        attachments: files sent along with it.
        message: the message that carries it, where there is one.
        reply_to: the message it answers, or the target of a message menu.
        target_author: who wrote ``reply_to``, where the platform tells.
        target_user: the target of a member menu.
        rights: what the platform says right now about the caller here, or None when it does not say.
    """

    command: str
    by: Account
    given: tuple[Given, ...] = ()
    rest: str = ""
    attachments: tuple[Attachment, ...] = ()
    message: MessageRef | None = None
    reply_to: MessageRef | None = None
    target_author: Author | None = None
    target_text: RichText = RichText()
    target_attachments: tuple[Attachment, ...] = ()
    target_user: Account | None = None
    rights: Access | None = None
    handle: ReplyHandle | None = None


@dataclass(frozen=True, slots=True)
class CompletionAsked(Event):
    """A platform asks for suggestions while a parameter is typed. Answered at once or not at all; never kept."""

    command: str
    parameter: str
    typed: str
    by: Account
    given: tuple[Given, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionPressed(Event):
    """A key was pressed or a choice picked. ``data`` may be forged or stale.

    Attributes:
        message: the message that carries the key, where the platform tells.
    """

    data: str
    by: Account
    message: MessageRef | None = None
    inline_message: InlineMessageRef | None = None
    rights: Access | None = None
    handle: ReplyHandle | None = None


@dataclass(frozen=True, slots=True)
class FormSubmitted(Event):
    """A form's page was sent. ``data`` is its sheet's, and may be forged or stale."""

    data: str
    by: Account
    answers: Answers = field(default_factory=Answers)
    message: MessageRef | None = None
    rights: Access | None = None
    handle: ReplyHandle | None = None


@dataclass(frozen=True, slots=True)
class PrivateOpened(Event):
    """A user opened the private chat with the bot; ``data`` is what a :class:`PrivateKey` carried, or "".

    Attributes:
        handle: answers where the key was pressed, to say there that the private chat is closed; None where none was.
    """

    by: Account
    data: str = ""
    handle: ReplyHandle | None = None


@dataclass(frozen=True, slots=True)
class InlineAsked(Event):
    """A user typed the bot's name and a query in some chat."""

    by: Account
    query: str
    handle: ReplyHandle


@dataclass(frozen=True, slots=True)
class GuestAsked(Event):
    """The bot was asked in a chat that it has not joined.

    Attributes:
        text: what it was asked, without its own name.
        target_text: the words of the message that was answered by asking, where the platform shows them.
        target_author: who wrote that message, where the platform tells.
    """

    by: Account
    text: RichText
    handle: ReplyHandle
    target_text: RichText = RichText()
    target_author: Author | None = None


@dataclass(frozen=True, slots=True)
class PlaceOpened(Event):
    """A channel, thread or topic was made, renamed or first seen."""


@dataclass(frozen=True, slots=True)
class PlaceClosed(Event):
    """A channel, thread or topic was deleted or archived."""

    deleted: bool = True


@dataclass(frozen=True, slots=True)
class PlaceMoved(Event):
    """A chat goes on under another ref (a group became a supergroup): ``where`` is the old one."""

    to: ChatRef
    to_space: SpaceRef


class NativeEventState(Enum):
    """What became of a platform's own scheduled event."""

    CREATED = "created"
    UPDATED = "updated"
    STARTED = "started"
    ENDED = "ended"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class NativeEventChanged(Event):
    """A platform's own scheduled event changed."""

    event: str
    title: str
    state: NativeEventState


@dataclass(frozen=True, slots=True)
class BotAdded(Event):
    """The bot was added to a space."""

    space_name: str
    by: UserRef | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class BotRemoved(Event):
    """The bot was removed from a space: its retention begins."""


@dataclass(frozen=True, slots=True)
class BotRightsChanged(Event):
    """What the bot may do in a space or chat changed; ``missing`` names what it lacks, in the platform's words."""

    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpaceSeen(Event):
    """A space that the bot is in was seen at start or renamed."""

    space_name: str
    language: str | None = None
