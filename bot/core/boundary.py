"""Around every handler: is the cog on, is the chat quiet, is it too fast, does it end in time, and what if it fails."""

import secrets
from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog
from prometheus_client import CollectorRegistry, Counter

from bot.core.context import CoreContext, CorePlaceContext
from bot.core.deadline import HANDLER_SECONDS, Deadline
from bot.core.house.settings import QUIET
from bot.core.ratelimit import RateLimits
from bot.core.scene import Scene, Spot
from bot.core.services import Services
from bot.domain.errors import Told, Unreachable
from bot.domain.events import (
    ActionPressed,
    CommandInvoked,
    Community,
    FormSubmitted,
    MessagePosted,
    Private,
    PrivateOpened,
)
from bot.domain.message import Outgoing
from bot.domain.text import RichText
from bot.ports.database import StorageUnavailable

Run = Callable[[CoreContext], Awaitable[None]]
RunAt = Callable[[CorePlaceContext], Awaitable[None]]

APOLOGY_STAYS = timedelta(minutes=1)
"""How long an apology stays in a community's chat."""

_ASKED = (CommandInvoked, ActionPressed, FormSubmitted)
"""Somebody waits for an answer to these."""

log = structlog.get_logger(__name__)


def reference_number() -> str:
    """A number short enough to be read out, under which a failure is logged."""
    return secrets.token_hex(4).upper()


class Boundary:
    """Runs handlers.

    Args:
        services: the engine.
        rates: limits per person.
        registry: where failures are counted.
        seconds: the time limit of a handler.
    """

    def __init__(
        self, services: Services, rates: RateLimits, registry: CollectorRegistry, *, seconds: float = HANDLER_SECONDS
    ) -> None:
        self._services = services
        self._rates = rates
        self._seconds = seconds
        self._handled = Counter("cattax_handled", "Handled events", ["cog", "event"], registry=registry)
        self._failed = Counter("cattax_failed", "Events whose handler failed", ["cog", "event"], registry=registry)

    async def run(
        self, scene: Scene, cog: str, run: Run, *, exempt_from_quiet: bool = False, counted: bool = False
    ) -> None:
        """Runs a handler for a scene; whatever it raises ends here, but for what is worth another try.

        Args:
            exempt_from_quiet: True for what also works in a quiet chat.
            counted: True when the event counted against the person's limit already, as a form's last answer has.
        """
        deadline = Deadline(self._seconds)
        ctx = CoreContext(self._services, cog, scene, deadline)
        kind = type(scene.event).__name__
        try:
            async with deadline:
                if await self._may_run(ctx, scene, cog, exempt_from_quiet=exempt_from_quiet, counted=counted):
                    await run(ctx)
                    self._handled.labels(cog, kind).inc()
        except Told as told:
            await self._tell(ctx, scene, cog, told)
        except StorageUnavailable:
            self._failed.labels(cog, kind).inc()
            await self._apologise(ctx, scene, cog)
            raise
        except Unreachable:
            # The platform is not there: nothing can be said to anybody now, and the inbox has it tried again.
            self._failed.labels(cog, kind).inc()
            raise
        except Exception:  # the boundary is for whatever there is
            self._failed.labels(cog, kind).inc()
            await self._apologise(ctx, scene, cog)
        finally:
            await ctx.finish()

    async def run_at(self, spot: Spot, cog: str, run: RunAt) -> None:
        """Runs a handler of what nobody in particular did: nobody waits for an answer, so failures are only logged."""
        kind = type(spot.event).__name__
        if spot.community is not None and not await self._services.settings.cog_enabled(spot.community, cog):
            return
        deadline = Deadline(self._seconds)
        try:
            async with deadline:
                await run(CorePlaceContext(self._services, cog, spot, deadline))
                self._handled.labels(cog, kind).inc()
        except (StorageUnavailable, Unreachable):
            self._failed.labels(cog, kind).inc()
            raise
        except Exception:
            self._failed.labels(cog, kind).inc()
            log.exception("a handler failed", reference=reference_number(), cog=cog, kind=kind)

    async def _may_run(
        self, ctx: CoreContext, scene: Scene, cog: str, *, exempt_from_quiet: bool, counted: bool
    ) -> bool:
        if scene.community is not None:
            if not await self._services.settings.cog_enabled(scene.community, cog):
                if isinstance(scene.event, _ASKED):
                    raise Told("error-cog-off")
                return False
            if not exempt_from_quiet and await self._quiet(scene):
                if isinstance(scene.event, _ASKED):
                    await self._say_quiet(ctx, scene)
                return False
        if counted or not isinstance(scene.event, (*_ASKED, MessagePosted)):
            return True
        wait = self._rates.check(scene.person)
        if wait is None:
            return True
        overheard = not isinstance(scene.event, _ASKED) and not isinstance(scene.event.where, Private)
        if wait.tell and not overheard:  # who only talks to others asked for nothing
            raise Told("error-too-fast", {"seconds": max(1, round(wait.seconds))})
        return False

    async def _say_quiet(self, ctx: CoreContext, scene: Scene) -> None:
        """Says so to who asked alone: not a word goes into the chat."""
        text = self._core_text(scene, "error-quiet")
        if scene.handle is not None:
            await ctx.notice_text(text)
        else:
            await ctx.send_directly(scene.person, Outgoing(RichText.of(text)))

    async def _quiet(self, scene: Scene) -> bool:
        if scene.community is None or not isinstance(scene.event.where, Community):
            return False
        return await self._services.settings.read(scene.community, "core", QUIET, scene.place)

    def _core_text(self, scene: Scene, key: str, **values: str | int) -> str:
        return self._services.speech.texts("core", scene.texts.locale).plain(key, **values)

    async def _tell(self, ctx: CoreContext, scene: Scene, cog: str, told: Told) -> None:
        text = self._services.speech.texts(cog, scene.texts.locale).plain(told.key, **told.args_for_text)
        await self._say(ctx, scene, text)

    async def _apologise(self, ctx: CoreContext, scene: Scene, cog: str) -> None:
        reference = reference_number()
        log.exception("a handler failed", reference=reference, cog=cog, kind=type(scene.event).__name__)
        await self._say(ctx, scene, self._core_text(scene, "error-apology", reference=reference))

    async def _say(self, ctx: CoreContext, scene: Scene, text: str) -> None:
        """Says a line to whoever waits for it; that it cannot be said is only logged."""
        ctx.set_apart(text)
        try:
            if scene.handle is not None:
                await ctx.notice_text(text)
            elif isinstance(scene.event, (*_ASKED, MessagePosted, PrivateOpened)):
                stays = None if isinstance(scene.event.where, Private) else APOLOGY_STAYS
                await ctx.send_to(scene.chat, Outgoing(RichText.of(text), reply_to=ctx.message, lifetime=stays))
        except Exception:  # the failure itself is what counts, and it is logged
            log.warning("could not be told to the member", exc_info=True)
