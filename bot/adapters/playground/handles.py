"""How an interaction is remembered inside its reply handle, so that it can be answered after a restart too."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.adapters.playground.limits import HANDLE_LIFETIME, PLATFORM
from bot.domain.errors import Unreadable
from bot.domain.events import ReplyHandle
from bot.ports.gateway import AnswerMode


class Kind(StrEnum):
    """What was done."""

    COMMAND = "command"
    MENU = "menu"
    PRESS = "press"
    FORM = "form"
    INLINE = "inline"
    GUEST = "guest"


@dataclass(frozen=True, slots=True)
class Interaction:
    """Something that a person did and that waits for an answer.

    Attributes:
        place: the key of the chat it was done in.
        message: the message that carries the pressed key, or None.
        name: the command's name, shown above an answer that all see, or "".
    """

    id: str
    kind: Kind
    person: str
    place: str
    mode: AnswerMode
    message: str | None = None
    name: str = ""

    def handle(self, now: datetime) -> ReplyHandle:
        """The handle that carries all of it."""
        fields = (self.id, self.kind, self.person, self.place, self.mode.value, self.message or "", self.name)
        return ReplyHandle(PLATFORM, ":".join(fields), now + HANDLE_LIFETIME)


def interaction_of(handle: ReplyHandle) -> Interaction:
    """Reads a handle; raises :class:`~bot.domain.errors.Unreadable`."""
    fields = handle.token.split(":")
    if handle.platform != PLATFORM or len(fields) != 7:
        raise Unreadable("no handle of the playground")
    identifier, kind, person, place, mode, message, name = fields
    try:
        return Interaction(identifier, Kind(kind), person, place, AnswerMode(mode), message or None, name)
    except ValueError as error:
        raise Unreadable("no handle of the playground") from error
