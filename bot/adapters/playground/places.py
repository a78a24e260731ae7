"""Channels, threads, topics and roles of the playground."""

from collections.abc import Sequence

from bot.adapters.playground import inbound
from bot.adapters.playground.gateway import PlaygroundGateway
from bot.adapters.playground.state import ChatKind
from bot.adapters.playground.world import World
from bot.domain.refs import ChatRef, MessageRef, SpaceRef, UserRef
from bot.ports.outcome import Done, Outcome, Reason, Refused
from bot.ports.places import PlaceName, RoleName


class PlaygroundPlaces:
    """A :class:`~bot.ports.places.Places`."""

    def __init__(self, world: World, gateway: PlaygroundGateway, address: str) -> None:
        self._world = world
        self._gateway = gateway
        self._address = address.rstrip("/")

    def known(self, space: SpaceRef) -> Sequence[PlaceName]:
        """The open chats of a space."""
        return tuple(PlaceName(chat.ref, chat.name) for chat in self._world.chats_of(space) if not chat.closed)

    def roles(self, space: SpaceRef) -> Sequence[RoleName]:
        """Left those that there are, right none."""
        known = self._world.space(space.id)
        return () if known is None else tuple(RoleName(role.id, role.name) for role in known.roles)

    async def open_thread(self, chat: ChatRef, name: str, start: MessageRef | None) -> ChatRef | Refused:
        """Opens a thread under a channel left, a topic beside the others right."""
        known = self._world.chat_of(chat)
        if known is None or known.closed:
            return Refused(Reason.GONE, "no such chat")
        space = self._world.space(known.space)
        if space is None:
            return Refused(Reason.UNSUPPORTED, "no threads in a private chat")
        if not space.bot_inside:
            return Refused(Reason.NO_RIGHT, "the bot is not in this space")
        if start is not None and self._world.post_of(start) is None:
            return Refused(Reason.GONE, "no such message")
        opened = self._world.open_chat(known, name)
        self._gateway.tell(inbound.place_opened(self._world, opened, self._world.clock.now()))
        return opened.ref

    async def open_private_thread(self, chat: ChatRef, name: str, members: Sequence[UserRef]) -> ChatRef | Refused:
        """Every chat of the playground is seen by all who are in."""
        del chat, name, members
        return Refused(Reason.UNSUPPORTED, "all see all threads here")

    async def close_thread(self, chat: ChatRef, members: Sequence[UserRef] = ()) -> Outcome:
        """Closes a thread or topic that was opened."""
        del members  # nobody opens it again by a word
        known = self._world.chat_of(chat)
        if known is None:
            return Refused(Reason.GONE, "no such chat")
        if known.kind is not ChatKind.THREAD and known.topic is None:
            return Refused(Reason.UNSUPPORTED, "no thread")
        if known.closed:
            return Refused(Reason.UNCHANGED)
        self._world.close_chat(known)
        self._gateway.tell(inbound.place_closed(self._world, known, self._world.clock.now()))
        return Done()

    async def pin(self, message: MessageRef) -> Outcome:
        """Pins a message."""
        return self._pin(message, pinned=True)

    async def unpin(self, message: MessageRef) -> Outcome:
        """Takes a pin away."""
        return self._pin(message, pinned=False)

    def _pin(self, message: MessageRef, *, pinned: bool) -> Outcome:
        post = self._world.post_of(message)
        if post is None or post.only is not None:
            return Refused(Reason.GONE, "no such message")
        chat = self._world.chat(post.place)
        if chat is None or not self._world.bot_sees(chat):
            return Refused(Reason.NO_RIGHT, "the bot is not in this space")
        self._world.pin(post, pinned=pinned)
        return Done()

    def link(self, message: MessageRef) -> str | None:
        """The page's address that leads to a message which stands."""
        post = self._world.post_of(message)
        return None if post is None else f"{self._address}/#post-{post.id}"
