"""What the scripted people and chats share: the world, the queue, and the questions that wait for the bot."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Generic, TypeVar

from tests.kit.patience import PATIENCE
from tests.twins.telegram.chronicle import Chronicle
from tests.twins.telegram.methods.answers import Answers, Asked
from tests.twins.telegram.updates import Updates
from tests.twins.telegram.world import World

Seen = TypeVar("Seen")
AnswerT = TypeVar("AnswerT")


@dataclass(slots=True)
class Stage:
    """Where people act."""

    world: World
    updates: Updates
    chronicle: Chronicle
    answers: Answers

    async def until(self, predicate: Callable[[], Seen], timeout: float = PATIENCE, what: str = "") -> Seen:
        """Wait until something is true (not None, not empty), woken by every change.

        Args:
            predicate: Asked at every change; what it returns is returned.
            timeout: Seconds of real time.
            what: For the message when it never happens.

        Raises:
            TimeoutError: When it does not happen in time.
        """
        try:
            async with asyncio.timeout(timeout):
                while not (seen := predicate()):
                    await self.world.changed.wait()
                return seen
        except TimeoutError:
            raise TimeoutError(f"not within {timeout} s: {what or predicate}") from None


@dataclass(frozen=True, slots=True)
class Waiting(Generic[AnswerT]):
    """A question that was put to the bot: read `.answer`, or `await` it."""

    stage: Stage
    asked: Asked[AnswerT]

    @property
    def id(self) -> str:
        return self.asked.id

    @property
    def answer(self) -> AnswerT | None:
        """The bot's first answer, None while there is none."""
        return self.asked.answers[0] if self.asked.answers else None

    @property
    def answers(self) -> list[AnswerT]:
        """All answers; more than one is a fault of the bot."""
        return self.asked.answers

    async def answered(self, timeout: float = PATIENCE) -> AnswerT:
        """Wait for the answer.

        Raises:
            TimeoutError: When none comes.
        """
        await self.stage.until(lambda: self.asked.answers, timeout, "an answer to the query")
        return self.asked.answers[0]

    def __await__(self) -> Generator[None, None, AnswerT]:
        return self.answered().__await__()
