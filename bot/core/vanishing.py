"""Messages that stay for a while only: their deletion is a job, so that a restart does not forget it."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core.house.actions import TakeAway
from bot.core.jobs import JobStore
from bot.domain.refs import MessageRef
from bot.ports.clock import Clock


class Vanishing:
    """Has messages deleted after a while."""

    def __init__(self, jobs: JobStore, clock: Clock) -> None:
        self._jobs = jobs
        self._clock = clock

    async def take_away(self, messages: Sequence[MessageRef], after: timedelta) -> None:
        """Schedules the deletion of messages."""
        await self._jobs.schedule(
            "core", TakeAway(tuple(messages)), self._clock.now() + after, key=f"away {messages[0]}"
        )
