"""What is done by itself: retention, cleaning, telling what a kill left untold, and sending what was entrusted."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

import structlog

from bot.core.deadline import Deadline
from bot.core.inbox import Inbox
from bot.core.job_context import CoreJobContext
from bot.core.services import Services
from bot.domain.refs import CommunityId

AFTER_START = 30.0
"""Seconds until the first round."""

EVERY = 3_600.0
"""Seconds between two rounds."""

POSTS_KEPT = timedelta(days=180)
"""How long we know which message a post is: nobody presses keys that are older."""

AUDIT_KEPT = timedelta(days=365)
"""How long the audit list goes back."""

log = structlog.get_logger(__name__)


class Upkeep:
    """Goes round now and then.

    Args:
        also: what else is to be done each round, of those that the core does not know.
    """

    def __init__(self, services: Services, inbox: Inbox, also: Sequence[Callable[[], Awaitable[object]]] = ()) -> None:
        self._services = services
        self._inbox = inbox
        self._also = also

    async def run(self) -> None:
        """Goes round until cancelled. What a kill left untold is told at once; cleaning does not hold up a start."""
        await self._do([self._tell_untold])
        await self._services.clock.sleep(AFTER_START)
        while True:
            await self.once()
            await self._services.clock.sleep(EVERY)

    async def _tell_untold(self) -> None:
        await CoreJobContext(self._services, "core", None, "upkeep", Deadline()).telling.tell_untold()

    async def once(self) -> None:
        """One round. What fails is logged and keeps nothing else from being done; the next round may do better."""
        services = self._services
        now = services.clock.now()
        chores: list[Callable[[], Awaitable[object]]] = [
            self._tell_untold,
            self._erase_overdue,
            services.tokens.clean,
            services.drafts.clean,
            self._inbox.clean,
            services.watches.clean,
            services.outbox.clean,
            services.mirror.clean,
            lambda: services.places.forget_posts_before(now - POSTS_KEPT),
            lambda: services.audit.forget_before(now - AUDIT_KEPT),
            *self._also,
        ]
        await self._do(chores)

    @staticmethod
    async def _do(chores: Sequence[Callable[[], Awaitable[object]]]) -> None:
        for chore in chores:
            try:
                await chore()
            except Exception:
                log.exception("a part of the upkeep failed")

    async def _erase_overdue(self) -> None:
        """Erases the spaces that the bot was removed from long enough ago, with all that cogs kept of them."""
        services = self._services
        for overdue in await services.communities.overdue(services.clock.now()):
            for community in overdue.communities:
                await self._erase(community)
                await services.jobs.cancel_all_of(community)
            await services.communities.erase(overdue.space)
            log.info("a space was erased, its retention is over", space=str(overdue.space))

    async def _erase(self, community: CommunityId) -> None:
        for cog in self._services.catalog.cogs.values():
            if cog.erase_handler is not None:
                ctx = CoreJobContext(self._services, cog.name, community, f"erase {community}", Deadline())
                await cog.erase_handler(ctx, community)
