"""Who speaks: a user, or a chat (an anonymous admin, a linked channel, a webhook)."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from bot.domain.refs import UserRef


@dataclass(frozen=True, slots=True)
class Account:
    """A user as a platform shows them at this moment.

    Attributes:
        ref: whose account.
        name: the shown name; typed by the member, so it is never markup.
        handle: the unique name without ``@``, or None.
        bot: True for a bot's account.
        language: the platform's hint (``zh-TW``, ``es-419``), or None where it gives none.
        since: since when they are in the space where they did something (aware), or None where that is not told.
    """

    ref: UserRef
    name: str
    handle: str | None = None
    bot: bool = False
    language: str | None = None
    since: datetime | None = None


class ChatVoice(Enum):
    """As what a chat speaks."""

    ANONYMOUS_ADMIN = "anonymous-admin"
    LINKED_CHANNEL = "linked-channel"
    WEBHOOK = "webhook"


@dataclass(frozen=True, slots=True)
class ChatAuthor:
    """A chat that speaks itself; nobody can be asked for a cat."""

    id: str
    name: str
    voice: ChatVoice


Author = Account | ChatAuthor
