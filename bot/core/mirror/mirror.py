"""The mirror as the rest of the house sees it: what happened goes in, and copies come out by themselves."""

import asyncio
from collections.abc import Sequence

import structlog
from cachetools import TTLCache
from prometheus_client import CollectorRegistry

from bot.api.house import JsonValue
from bot.api.mirror import RouteId, Trouble
from bot.core.mirror.composing import Composer
from bot.core.mirror.copying import Copying
from bot.core.mirror.delivering import Delivery
from bot.core.mirror.following import Following
from bot.core.mirror.former import Once
from bot.core.mirror.hearing import Hearing
from bot.core.mirror.parts import Parts
from bot.core.mirror.retention import FOLLOWED
from bot.core.mirror.routes import Way
from bot.domain.errors import PlatformError
from bot.domain.events import Event
from bot.domain.refs import ChatRef, MessageRef, PersonId, UserRef
from bot.ports.database import StorageUnavailable

TOLD_AGAIN_AFTER = 3_600.0
"""Seconds for which a trouble of a route is told once."""

REMEMBERED_TROUBLES = 10_000

log = structlog.get_logger(__name__)


class CoreMirror:
    """Hears, delivers and follows.

    Args:
        registry: where is counted what became of what.
    """

    def __init__(self, parts: Parts, registry: CollectorRegistry) -> None:
        self.parts = parts
        self.composer = Composer(parts, self.troubled)
        copying = Copying(parts, self.composer, self.troubled, registry)
        self._following = Following(parts, self.composer, copying, self.troubled)
        self.delivery = Delivery(parts, self.composer, copying, self._following, registry)
        self.hearing = Hearing(parts, self.delivery.wake, self._wake_original)
        self._told: TTLCache[tuple[RouteId, Trouble], bool] = TTLCache(
            REMEMBERED_TROUBLES, TOLD_AGAIN_AFTER, timer=parts.clock.monotonic
        )
        self._aside: set[asyncio.Task[None]] = set()
        # Whether more was reacted since it was looked at.
        self._originals: dict[MessageRef, bool] = {}

    async def load(self) -> None:
        """Reads the routes, and goes on with what was due when the process ended."""
        await self.parts.routes.load()
        await self.delivery.resume()

    async def heard(self, event: Event) -> bool:
        """Takes in what happened in a chat; says whether it was a message that some route leads on.

        Raises:
            NotAimed: a cog could not say which routes it takes.
        """
        return await self.hearing.heard(event)

    async def stop(self) -> None:
        """Ends what is being sent; it is sent after the next start."""
        await self.delivery.stop()
        for task in self._aside:
            task.cancel()
        await asyncio.gather(*self._aside, return_exceptions=True)

    @property
    def at_work(self) -> int:
        """How many chats something is being sent to, or told about."""
        return self.delivery.at_work + len(self._aside)

    # ------------------------------------------------------------------------------------------------------------ aside

    def _do_aside(self, name: str, work: "asyncio.Task[None]") -> None:
        work.set_name(name)
        self._aside.add(work)
        work.add_done_callback(self._aside.discard)

    def _wake_original(self, root: MessageRef, source: ChatRef) -> None:
        looked_at = root in self._originals
        self._originals[root] = True
        if not looked_at:
            self._do_aside(f"reactions {root}", asyncio.create_task(self._show_reactions(root, source)))

    async def _show_reactions(self, root: MessageRef, source: ChatRef) -> None:
        # One at a time: else one that waits for a platform would show in the end what is no longer so.
        try:
            while self._originals[root]:
                self._originals[root] = False
                await self._following.react_to_original(root, source)
        except (PlatformError, StorageUnavailable) as error:
            log.info("a reaction is not shown", why=str(error))
        finally:
            del self._originals[root]

    def troubled(self, way: Way, trouble: Trouble) -> None:
        """Tells whose route it is what keeps it from working, once an hour."""
        key = (way.route.id, trouble)
        if key in self._told:
            return
        self._told[key] = True
        log.warning("a route has trouble", route=way.route.id, trouble=trouble.value, chat=str(way.target))
        self._do_aside(f"trouble {way.route.id}", asyncio.create_task(self._tell(way, trouble)))

    async def _tell(self, way: Way, trouble: Trouble) -> None:
        handler = self.parts.catalog.repeated.get((way.route.cog, way.route.kind))
        if handler is None or handler.declared.trouble is None:
            return
        cause = f"trouble {way.route.id} {trouble.value} {self.parts.clock.now().isoformat()}"
        ctx = self.parts.context_for(way.route.cog, way.route.community, cause)
        try:
            await handler.declared.trouble(ctx, way.route, trouble)
        except Exception:  # it is told aside, and nobody waits for it
            log.exception("a route's trouble could not be told", cog=way.route.cog)

    # ------------------------------------------------------------------------------------------------------ whose it is

    async def forget(self, user: UserRef) -> None:
        """Takes away everywhere what an account said, and forgets it."""
        known = await self.parts.identity.find(user)
        for lane in await self.parts.retention.forget(user, None if known is None else known.id):
            self.delivery.wake(lane, unsure=True)

    async def linked(self, kept: PersonId, gone: PersonId) -> None:
        """Two persons became one."""
        await self.parts.retention.linked(kept, gone)
        await self.parts.silences.linked(kept, gone)

    async def parted(self, account: UserRef, person: PersonId, new: PersonId) -> None:
        """An account of somebody's became a person of its own."""
        await self.parts.retention.parted(account, new)
        await self.parts.silences.parted(person, new)

    async def export(self, accounts: Sequence[UserRef]) -> JsonValue:
        """What is kept of what somebody said."""
        found: list[JsonValue] = []
        seen: set[MessageRef] = set()
        for account in accounts:
            known = await self.parts.identity.find(account)
            theirs = await self.parts.utterances.of_account(account, None if known is None else known.id)
            for one in theirs:
                if one.line.root in seen or not any(once.kept.text for once in one.said):
                    continue
                seen.add(one.line.root)
                found += [_exported(once) for once in one.said]
        return found

    async def clean(self) -> None:
        """Forgets what was kept long enough."""
        await self.parts.retention.clean()
        await self.parts.routes.expire(self.parts.clock.now() - FOLLOWED)
        await self.parts.silences.clean()


def _exported(once: Once) -> JsonValue:
    said: dict[str, JsonValue] = {one.to.value: one.text.plain for one in once.kept.translations}
    return {"at": once.at.isoformat(), "said": once.kept.text.plain, "translated": said}
