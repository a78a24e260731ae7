"""What a reply handle carries: enough to answer, also after a restart and in another process."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

import orjson

from bot.adapters.telegram.names import PLATFORM
from bot.domain.errors import Unreadable
from bot.domain.events import ReplyHandle

_LIFETIME: Final = timedelta(days=1)
"""Own. A chat can be written to for ever; what is answered later than this is news to nobody. A pressed key can be
acknowledged for some minutes only: then the answer is a message."""


class Asked(Enum):
    """As what the bot was asked."""

    MESSAGE = "m"
    KEY = "k"
    INLINE = "i"
    GUEST = "g"


@dataclass(frozen=True, slots=True)
class Handle:
    """Where and to whom to answer; what does not apply is 0 or "".

    Attributes:
        asked: as what.
        user: who asked.
        chat, topic, message: where, and the message that asked or carries the key.
        query: the id of the pressed key, inline query or guest query.
        inline: the id of the inline message that carries the key.
    """

    asked: Asked
    user: int
    chat: int = 0
    topic: int = 0
    message: int = 0
    query: str = ""
    inline: str = ""

    def packed(self, at: datetime) -> ReplyHandle:
        """As the core keeps it."""
        fields = [self.asked.value, self.user, self.chat, self.topic, self.message, self.query, self.inline]
        return ReplyHandle(PLATFORM, orjson.dumps(fields).decode(), at + _LIFETIME)


def unpacked(handle: ReplyHandle) -> Handle:
    """A handle that the core kept.

    Raises:
        Unreadable: it is none of ours.
    """
    try:
        asked, user, chat, topic, message, query, inline = orjson.loads(handle.token)
        return Handle(Asked(asked), int(user), int(chat), int(topic), int(message), str(query), str(inline))
    except (ValueError, TypeError) as error:
        raise Unreadable("not a reply handle of Telegram") from error
