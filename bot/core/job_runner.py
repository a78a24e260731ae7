"""Does jobs when they are due: finds their handler, and limits their time."""

import structlog

from bot.core.deadline import HANDLER_SECONDS, Deadline
from bot.core.job_context import CoreJobContext
from bot.core.jobs import DueJob
from bot.core.services import Services

log = structlog.get_logger(__name__)


class JobRunner:
    """Handles due jobs. What it raises has the scheduler try the job again later."""

    def __init__(self, services: Services, *, seconds: float = HANDLER_SECONDS) -> None:
        self._services = services
        self._seconds = seconds

    async def run(self, due: DueJob) -> None:
        """Does one job; one whose cog is gone or off is dropped, unless it is declared to be done all the same."""
        of = self._services.catalog.jobs.get(type(due.job))
        if of is None:
            log.warning("a job of a cog that is gone", job=type(due.job).__name__)
            return
        here = due.community
        on = here is None or of.declared.also_off or await self._services.settings.cog_enabled(here, of.cog.name)
        if not on:
            return
        deadline = Deadline(self._seconds)
        ctx = CoreJobContext(self._services, of.cog.name, due.community, f"job {due.id}", deadline)
        async with deadline:
            await of.declared.handler(ctx, due.job)
