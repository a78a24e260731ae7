"""Where a cog finds places, messages and persons, and what of it the cog hears."""

from collections.abc import AsyncGenerator, Generator
from contextlib import contextmanager
from datetime import datetime

import structlog

from bot.core.services import Services
from bot.core.watches import TooManyWatches
from bot.domain.refs import ChatRef, CommunityId, MessageRef, PersonId, PlaceId, PostId, SpaceRef, UserRef
from bot.ports.members import Members
from bot.ports.places import Places

log = structlog.get_logger(__name__)


class CogChats:
    """The places, messages and private chats that one cog deals with, for one community.

    Args:
        services: the engine.
        cog: whose watches.
        community: the club that it is about, or None in private.
    """

    def __init__(self, services: Services, cog: str, community: CommunityId | None) -> None:
        self._services = services
        self._cog = cog
        self._community = community

    async def keep_place(self, chat: ChatRef, *, private: bool = False) -> PlaceId:
        """Our id of a chat."""
        return await self._services.places.place_of(chat, None if private else self._community, "")

    async def place_chat(self, place: PlaceId) -> ChatRef | None:
        """Where a place is now."""
        return await self._services.places.chat_of(place)

    async def all_can_read(self, place: PlaceId) -> bool:
        """Whether all members can read a place."""
        chat = await self.place_chat(place)
        station = None if chat is None else self._services.stations.of(chat)
        return chat is not None and station is not None and await station.members.all_can_read(chat)

    async def place_name(self, place: PlaceId) -> str:
        """What a place was last called."""
        return await self._services.places.name_of(place)

    async def keep_post(self, message: MessageRef) -> PostId:
        """Our id of a message."""
        place = await self.keep_place(ChatRef(message.platform, message.chat))
        return await self._services.places.post_of(message, place)

    async def find_post(self, message: MessageRef) -> PostId | None:
        """Our id of a message that was kept before."""
        return await self._services.places.find_post(message)

    async def post_message(self, post: PostId) -> MessageRef | None:
        """Where a kept message is now."""
        return await self._services.places.message_of(post)

    async def watch(self, place: PlaceId, *, person: UserRef | None = None, until: datetime | None = None) -> None:
        """Hears a place from now on."""
        chat = await self._services.places.chat_of(place)
        if chat is not None:
            with self._while_there_is_room():
                await self._services.watches.watch(self._cog, chat, user=person, until=until)

    async def unwatch(self, place: PlaceId, *, person: UserRef | None = None) -> None:
        """Stops hearing it."""
        chat = await self._services.places.chat_of(place)
        if chat is not None:
            await self._services.watches.unwatch(self._cog, chat, user=person)

    async def watch_message(self, message: MessageRef, *, until: datetime) -> None:
        """Hears the answers and reactions to a message from now on."""
        with self._while_there_is_room():
            await self._services.watches.watch_message(self._cog, message, until=until)

    @contextmanager
    def _while_there_is_room(self) -> Generator[None]:
        """A watch too many is not heard, and what the handler is about goes on all the same."""
        try:
            yield
        except TooManyWatches as error:
            log.error("not heard", cog=self._cog, why=str(error))

    async def unwatch_message(self, message: MessageRef) -> None:
        """Stops hearing them."""
        await self._services.watches.unwatch_message(self._cog, message)

    async def watch_private(self, person: PersonId, *, until: datetime) -> None:
        """Hears what somebody writes in private from now on."""
        async for chat, user in self._private_chats(person):
            with self._while_there_is_room():
                await self._services.watches.watch(self._cog, chat, user=user, until=until)

    async def unwatch_private(self, person: PersonId) -> None:
        """Stops hearing it."""
        async for chat, user in self._private_chats(person):
            await self._services.watches.unwatch(self._cog, chat, user=user)

    async def _private_chats(self, person: PersonId) -> AsyncGenerator[tuple[ChatRef, UserRef]]:
        """Where somebody can be written to, one after the other: on some platforms a chat is opened by asking."""
        for user in await self._services.identity.accounts_of(person):
            station = self._services.stations.of(user)
            chat = None if station is None else await station.gateway.private_chat(user)
            if chat is not None:
                yield chat, user

    def members(self, space: SpaceRef) -> Members:
        """What can be done to members of a space."""
        return self._services.stations.by_platform[space.platform].members

    def places(self, space: SpaceRef) -> Places:
        """What can be done to the chats of a space."""
        return self._services.stations.by_platform[space.platform].places
