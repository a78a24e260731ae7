"""Completions of a command's parameter while it is typed: at once, or none."""

import asyncio
from collections.abc import Sequence

import structlog

from bot.core.context import CoreContext
from bot.core.deadline import Deadline
from bot.core.scenes import Scenes
from bot.core.services import Services
from bot.domain.events import CompletionAsked
from bot.ports.gateway import Suggestion

SUGGEST_SECONDS = 2.0
"""Platforms stop waiting for suggestions after three seconds."""

MOST_SUGGESTIONS = 25

log = structlog.get_logger(__name__)


class Suggestions:
    """Asks the command's own completer."""

    def __init__(self, services: Services, scenes: Scenes) -> None:
        self._services = services
        self._scenes = scenes

    async def suggest(self, asked: CompletionAsked) -> Sequence[Suggestion]:
        """Completions of a parameter, within :data:`SUGGEST_SECONDS`; none when it takes longer or fails."""
        of = self._services.catalog.commands.get(asked.command)
        if of is None:
            return ()
        completer = next((one.completer for one in of.declared.parameters if one.name == asked.parameter), None)
        if completer is None:
            return ()
        try:
            async with asyncio.timeout(SUGGEST_SECONDS):
                scene = await self._scenes.scene(asked, asked.by, of.cog.name)
                ctx = CoreContext(self._services, of.cog.name, scene, Deadline())
                return list(await completer(ctx, asked.typed))[:MOST_SUGGESTIONS]
        except Exception:  # a list of suggestions is not worth an apology
            log.warning("no suggestions", command=asked.command, exc_info=True)
            return ()
