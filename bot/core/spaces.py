"""The spaces the bot is in: seen, added, removed, renamed, moved; and whether it is allowed to be there at all."""

from datetime import timedelta

import structlog

from bot.core.outbound import send_key
from bot.core.services import Services
from bot.domain.events import (
    ActionPressed,
    BotAdded,
    BotRemoved,
    Community,
    Event,
    FormSubmitted,
    MemberLeft,
    PlaceClosed,
    PlaceMoved,
    PlaceOpened,
    SpaceSeen,
)
from bot.domain.message import Outgoing
from bot.domain.refs import SpaceRef

_OUTLIVING = (ActionPressed, FormSubmitted, MemberLeft, PlaceClosed)
"""What is told of a space also when the bot is no longer there: old keys can be pressed, and things end."""

log = structlog.get_logger(__name__)


class SpaceKeeper:
    """Keeps the books on spaces, before any cog hears of an event.

    Args:
        services: the engine.
        allowed: the string forms or bare ids of the spaces that the bot may be in; empty for any.
    """

    def __init__(self, services: Services, allowed: frozenset[str]) -> None:
        self._services = services
        self._allowed = allowed

    async def allows(self, space: SpaceRef) -> bool:
        """Whether the operator lets the bot be in a space; one that moved is allowed under its former refs too."""
        if not self._allowed or self._names(space):
            return True
        return any(map(self._names, await self._services.communities.former_refs(space)))

    def _names(self, space: SpaceRef) -> bool:
        return space.id in self._allowed or str(space) in self._allowed

    async def keep(self, event: Event) -> bool:
        """Writes down what an event says of its space; False when nobody else may hear of it."""
        where = event.where
        if not isinstance(where, Community):
            return True
        if not await self.allows(where.space):
            if isinstance(event, BotAdded | SpaceSeen):
                await self._leave(where)
            return False
        services = self._services
        match event:
            case BotAdded(space_name=name, language=language) | SpaceSeen(space_name=name, language=language):
                await services.communities.seen(where.space, name, language)
                if isinstance(event, BotAdded):
                    await self._greet(event, where)
            case BotRemoved():
                await services.communities.removed(where.space)
            case PlaceMoved(to=to, to_space=to_space):
                await services.places.moved(where.chat, to, to_space)
                await services.watches.moved(where.chat, to)
            case PlaceOpened():
                known = await services.places.find(where.chat)
                if known is not None:
                    await services.places.rename(known, where.chat_name)
            case PlaceClosed(deleted=True):
                await services.watches.forget(where.chat)
            case _:
                await self._still_there(event, where.space)
        return True

    async def _still_there(self, event: Event, space: SpaceRef) -> None:
        if not isinstance(event, _OUTLIVING):
            await self._services.communities.returned(space)

    async def _greet(self, event: BotAdded, where: Community) -> None:
        """One line to say hello and what to do first, in the space's language."""
        community = await self._services.communities.of_space(where.space)
        texts = self._services.speech.texts("core", await self._services.speech.of_community(community))
        greeting = Outgoing(texts("bot-added"), lifetime=timedelta(days=1))
        await self._services.entrusted.add(where.chat, greeting, send_key("bot-added", event.key))

    async def _leave(self, where: Community) -> None:
        station = self._services.stations.of(where.chat)
        if station is None:
            return
        log.warning("leaving a space that is not in ALLOWED_SPACES", space=str(where.space))
        texts = self._services.speech.texts("core", await self._services.speech.of_community(None))
        await self._services.outbound.send(
            where.chat, Outgoing(texts("bot-not-allowed")), key=send_key("not-allowed", str(where.space))
        )
        await station.gateway.leave(where.space)
