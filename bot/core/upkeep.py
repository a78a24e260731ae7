"""What is done by itself: retention, cleaning, telling what a kill left untold, and sending what was entrusted."""

from datetime import timedelta

import structlog

from bot.core.deadline import Deadline
from bot.core.inbox import Inbox
from bot.core.job_context import CoreJobContext
from bot.core.services import Services
from bot.domain.refs import CommunityId

EVERY = 3_600.0
"""Seconds between two rounds."""

POSTS_KEPT = timedelta(days=180)
"""How long we know which message a post is: nobody presses keys that are older."""

AUDIT_KEPT = timedelta(days=365)
"""How long the audit list goes back."""

log = structlog.get_logger(__name__)


class Upkeep:
    """Goes round now and then."""

    def __init__(self, services: Services, inbox: Inbox) -> None:
        self._services = services
        self._inbox = inbox

    async def run(self) -> None:
        """Goes round until cancelled; a round that fails is logged, and the next one comes."""
        while True:
            try:
                await self.once()
            except Exception:  # the next round may do better
                log.exception("upkeep failed")
            await self._services.clock.sleep(EVERY)

    async def once(self) -> None:
        """One round."""
        services = self._services
        ctx = CoreJobContext(services, "core", None, "upkeep", Deadline())
        await ctx.telling.tell_untold()
        await self._erase_overdue()
        await services.tokens.clean()
        await services.drafts.clean()
        await self._inbox.clean()
        await services.watches.clean()
        await services.outbox.clean()
        now = services.clock.now()
        await services.places.forget_posts_before(now - POSTS_KEPT)
        await services.audit.forget_before(now - AUDIT_KEPT)

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
