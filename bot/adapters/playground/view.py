"""What can be seen of the world: who and what there is, and who sees and may do what. Nothing here changes it."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.adapters.playground.cast import INTRODUCTIONS, LOBBIES, PRIVATE_PREFIX
from bot.adapters.playground.drawn import DrawnFile
from bot.adapters.playground.limits import Side
from bot.adapters.playground.shelf import Shelf
from bot.adapters.playground.state import Chat, ChatKind, Person, Post, Role, Space, State, by_age, place_of
from bot.domain.access import Access
from bot.domain.refs import ChatRef, MessageRef, SpaceRef, UserRef
from bot.ports.clock import Clock


class View:
    """The state, to be looked at."""

    def __init__(self, state: State, shelf: Shelf, clock: Clock) -> None:
        self._state = state
        self._shelf = shelf
        self._clock = clock

    @property
    def clock(self) -> Clock:
        """The world's clock."""
        return self._clock

    @property
    def people(self) -> Sequence[Person]:
        """Everybody, in the order they came."""
        return tuple(self._state.people.values())

    @property
    def spaces(self) -> Sequence[Space]:
        """The spaces, left to right."""
        return tuple(self._state.spaces.values())

    @property
    def chats(self) -> Sequence[Chat]:
        """All chats, private ones too."""
        return tuple(self._state.chats.values())

    def person(self, identifier: str) -> Person | None:
        """A person by id."""
        return self._state.people.get(identifier)

    def person_called(self, handle: str) -> Person | None:
        """A person by handle, however it is cased."""
        return next((person for person in self.people if person.handle.casefold() == handle.casefold()), None)

    def space(self, identifier: str | None) -> Space | None:
        """A space by id."""
        return None if identifier is None else self._state.spaces.get(identifier)

    def space_on(self, side: Side) -> Space:
        """The space of a side."""
        return next(space for space in self._state.spaces.values() if space.side is side)

    def chat(self, place: str) -> Chat | None:
        """A chat by its place."""
        return self._state.chats.get(place)

    def chat_of(self, ref: ChatRef) -> Chat | None:
        """A chat by its ref."""
        return self._state.chats.get(place_of(ref.id, ref.topic))

    def chats_of(self, space: SpaceRef) -> Sequence[Chat]:
        """The chats of a space."""
        return tuple(chat for chat in self.chats if chat.space == space.id)

    def lobby(self, space: Space) -> Chat:
        """The chat of a space where people come in and go."""
        return next(chat for chat in self.chats if chat.place == LOBBIES[space.side])

    def introductions(self, space: Space) -> Chat | None:
        """The chat of a space where people introduce themselves."""
        return self.chat(INTRODUCTIONS[space.side])

    def private_chat(self, user: UserRef) -> Chat | None:
        """The private chat of a person, opened or not."""
        return next((chat for chat in self.chats if chat.owner == user.id), None)

    def post(self, identifier: str | None) -> Post | None:
        """A message by id; also a deleted one."""
        return None if identifier is None else self._state.posts.get(identifier)

    def post_of(self, ref: MessageRef) -> Post | None:
        """A message that still stands, by its ref."""
        post = self._state.posts.get(ref.id)
        return post if post is not None and post.deleted_by is None and post.ref == ref else None

    def posts_in(self, place: str) -> Iterator[Post]:
        """The messages of a chat, oldest first."""
        return iter(by_age([post for post in self._state.posts.values() if post.place == place]))

    def can_read(self, person: Person, chat: Chat) -> bool:
        """Whether a person sees a chat: its members, and a private chat's owner."""
        if chat.kind is ChatKind.ELSEWHERE:
            return chat.side is person.side
        if chat.owner is not None:
            return chat.owner == person.id
        space = self.space(chat.space)
        inside = space is not None and person.id in space.members
        return inside and (not chat.staff or person.access >= Access.MODERATOR)

    def bot_sees(self, chat: Chat) -> bool:
        """Whether the bot is where a chat is."""
        space = self.space(chat.space)
        return chat.kind is not ChatKind.ELSEWHERE and (space is None or space.bot_inside)

    def muted(self, person: Person, space: Space) -> bool:
        """Whether a member is kept from writing now."""
        member = space.members.get(person.id)
        if member is None or not member.muted:
            return False
        return member.muted_until is None or member.muted_until > self._clock.now()

    def next_release(self) -> datetime | None:
        """The next moment at which somebody may write again by themselves; None when there is none."""
        moments = (member.muted_until for space in self.spaces for member in space.members.values() if member.muted)
        return min((moment for moment in moments if moment is not None), default=None)

    def role(self, space: Space, identifier: str) -> Role | None:
        """A role of a space by id."""
        return next((role for role in space.roles if role.id == identifier), None)

    def in_touch(self, person: Person) -> bool:
        """Whether a person may write in their private chat: they opened it, or the bot wrote there first."""
        return person.started or any(self.posts_in(f"{PRIVATE_PREFIX}{person.id}"))

    def file(self, identifier: str) -> DrawnFile | None:
        """What is known of a file."""
        kept = self._state.files.get(identifier)
        return None if kept is None else kept.file

    def content(self, identifier: str) -> bytes | None:
        """A file's bytes."""
        return self._shelf.take(identifier) if identifier in self._state.files else None
