"""The core's door, with somebody who watches what goes through it."""

import asyncio
from collections.abc import Callable, Sequence

from bot.domain.events import CompletionAsked, Event
from bot.ports.gateway import AnswerMode, Intake, Offering, Suggestion


class WatchedIntake:
    """Implements :class:`bot.ports.gateway.Intake` by another one.

    Args:
        intake: the core's.
        accepted: called for each event that the core has taken over.

    Attributes:
        taking: how many events the core is taking over now.
    """

    def __init__(self, intake: Intake, accepted: Callable[[Event], None] = lambda _: None) -> None:
        self.taking = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._intake = intake
        self._accepted = accepted

    async def idle(self) -> None:
        """Waits until the core is taking nothing over."""
        await self._idle.wait()

    @property
    def offering(self) -> Offering:
        return self._intake.offering

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
        return self._intake.wants_message(space, chat, topic, chat_name, author, text, reply_to)

    def wants_change(self, chat: str, message: str) -> bool:
        return self._intake.wants_change(chat, message)

    def mode_of(self, data: str) -> AnswerMode:
        return self._intake.mode_of(data)

    async def accept(self, event: Event) -> None:
        self.taking += 1
        self._idle.clear()
        try:
            await self._intake.accept(event)
        finally:
            self.taking -= 1
            if not self.taking:
                self._idle.set()
        self._accepted(event)

    async def suggest(self, asked: CompletionAsked) -> Sequence[Suggestion]:
        return await self._intake.suggest(asked)

    async def last_seen(self, chat: str) -> str | None:
        return await self._intake.last_seen(chat)

    async def watched_chats(self) -> Sequence[str]:
        return await self._intake.watched_chats()
