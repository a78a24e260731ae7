"""What it takes to answer an interaction, as the token of a reply handle: it outlives this process."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from bot.adapters.discord import limits
from bot.adapters.discord.names import PLATFORM, made_at
from bot.domain.errors import Unreadable
from bot.domain.events import ReplyHandle
from bot.ports.gateway import AnswerMode

_PARTS = 6


class Kind(Enum):
    """What asked."""

    COMMAND = "c"
    KEY = "k"
    FORM = "f"
    """A form that a command opened: it stands on no message."""
    FORM_ON_MESSAGE = "m"


@dataclass(frozen=True, slots=True)
class Ticket:
    """An interaction that may be answered.

    Attributes:
        message: the message that carries the key, or "0".
        private: whether only its asker sees that message.
    """

    id: str
    application: str
    kind: Kind
    mode: AnswerMode
    chat: str
    message: str
    private: bool
    secret: str

    @property
    def made(self) -> datetime:
        """When it was asked."""
        return made_at(self.id)

    @property
    def expires(self) -> datetime:
        """When Discord takes no more answers."""
        return self.made + timedelta(seconds=limits.TOKEN_SECONDS)

    @property
    def handle(self) -> ReplyHandle:
        """As the core keeps it."""
        flags = f"{self.kind.value}{'p' if self.private else '-'}{self.mode.value}"
        token = ":".join((self.id, self.application, flags, self.chat, self.message, self.secret))
        return ReplyHandle(PLATFORM, token, self.expires)


def ticket(handle: ReplyHandle) -> Ticket:
    """Reads a handle; raises :class:`Unreadable` when it is none of ours."""
    parts = handle.token.split(":", _PARTS - 1)
    if len(parts) != _PARTS or handle.platform != PLATFORM or not parts[0].isdigit():
        raise Unreadable("not a Discord reply handle")
    number, application, flags, chat, message, secret = parts
    try:
        kind, mode = Kind(flags[:1]), AnswerMode(flags[2:])
    except ValueError as error:
        raise Unreadable("not a Discord reply handle") from error
    return Ticket(number, application, kind, mode, chat, message, flags[1:2] == "p", secret)
