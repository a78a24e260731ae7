"""What a cog does to chats, threads and topics."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.domain.refs import ChatRef, MessageRef, SpaceRef, UserRef
from bot.ports.outcome import Outcome, Refused


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A chat that can be written to, and what it is called now."""

    chat: ChatRef
    name: str


@dataclass(frozen=True, slots=True)
class RoleName:
    """A role that the bot may give, by the platform's id of it."""

    id: str
    name: str


class Places(Protocol):
    """Threads, topics and links, on one platform. Raises as a gateway does."""

    def known(self, space: SpaceRef) -> Sequence[PlaceName]:
        """The chats of a space as far as they are known (topics cannot be listed: those seen so far)."""
        ...

    def roles(self, space: SpaceRef) -> Sequence[RoleName]:
        """The roles that the bot may give; empty where there are none."""
        ...

    async def open_thread(self, chat: ChatRef, name: str, start: MessageRef | None) -> ChatRef | Refused:
        """Opens a thread or topic, from a message where the platform can."""
        ...

    async def open_private_thread(self, chat: ChatRef, name: str, members: Sequence[UserRef]) -> ChatRef | Refused:
        """Opens a thread under a chat that only these see, besides the bot and who moderates all threads.

        UNSUPPORTED where there is nothing of the kind.
        """
        ...

    async def close_thread(self, chat: ChatRef, members: Sequence[UserRef] = ()) -> Outcome:
        """Archives or closes a thread or topic.

        Args:
            chat: the thread or topic.
            members: for whom it was opened, and who must not go on there: they are kept from opening it again, or
                taken out of it where that cannot be done.
        """
        ...

    async def pin(self, message: MessageRef) -> Outcome:
        """Pins a message quietly; NO_RIGHT where the bot may not."""
        ...

    async def unpin(self, message: MessageRef) -> Outcome:
        """Takes a pin away."""
        ...

    def link(self, message: MessageRef) -> str | None:
        """An address that leads to a message, or None where there is none."""
        ...
