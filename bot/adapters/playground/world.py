"""The platform itself: people, spaces, chats and messages, and what can be done to them."""

import asyncio
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.adapters.playground.cast import LOBBIES, Texts, first_day, private_chat
from bot.adapters.playground.drawn import Drawn, DrawnFile
from bot.adapters.playground.limits import LOOSE_FILE_LIFETIME, POSTS_KEPT, Side
from bot.adapters.playground.shelf import Shelf, picture_type
from bot.adapters.playground.state import (
    Chat,
    ChatKind,
    KeptFile,
    Membership,
    Person,
    Post,
    Service,
    Space,
    State,
    by_age,
    packed,
    place_of,
    unpacked,
)
from bot.domain.access import Access
from bot.domain.attachments import File
from bot.domain.errors import Unreadable
from bot.domain.refs import ChatRef, MessageRef, SpaceRef, UserRef
from bot.ports.clock import Clock

_LOG = logging.getLogger(__name__)

_SENDS_REMEMBERED = 1_000
_GATHERING_SECONDS = 0.4


class Watcher(Protocol):
    """Who wants to know of changes: the open pages."""

    def post_changed(self, post: Post) -> None:
        """A message was written or is different now."""
        ...

    def post_gone(self, post: Post) -> None:
        """A message is gone without a trace."""
        ...

    def shape_changed(self) -> None:
        """People, members, chats or the bot's presence are different now."""
        ...


class World:
    """The state with its rules. Everything happens in the event loop; only :meth:`save` works in a thread."""

    def __init__(self, state: State, shelf: Shelf, clock: Clock) -> None:
        self._state = state
        self._shelf = shelf
        self._clock = clock
        self._watchers: list[Watcher] = []
        self._unsaved = asyncio.Event()

    @classmethod
    def open(cls, shelf: Shelf, texts: Texts, clock: Clock) -> "World":
        """The world as it was left, or its first day.

        An unreadable snapshot is set aside and the world begins anew. Raises :class:`OSError` when the folder cannot be
        used.
        """
        shelf.prepare()
        content = shelf.read()
        try:
            state = first_day(clock.now(), texts) if content is None else unpacked(content)
        except Unreadable:
            _LOG.warning("the playground's snapshot does not read: it is set aside and the world begins anew")
            shelf.set_aside()
            state = first_day(clock.now(), texts)
        world = cls(state, shelf, clock)
        world.sweep()
        return world

    # Watching and keeping

    def watch(self, watcher: Watcher) -> None:
        """Tells a watcher of every change from now on."""
        self._watchers.append(watcher)

    async def save(self) -> None:
        """Waits for a change and writes the snapshot with what follows shortly after.

        A disk error is logged, and the next change tries again.
        """
        await self._unsaved.wait()
        await self._clock.sleep(_GATHERING_SECONDS)
        self._unsaved.clear()
        content = packed(self._state)
        try:
            await asyncio.to_thread(self._shelf.write, content)
        except OSError as error:
            _LOG.warning("the playground could not be saved: %s", error)

    def save_now(self) -> None:
        """Writes the snapshot at once, at the end."""
        try:
            self._shelf.write(packed(self._state))
        except OSError as error:
            _LOG.warning("the playground could not be saved: %s", error)

    def _shape_changed(self) -> None:
        self._unsaved.set()
        for watcher in self._watchers:
            watcher.shape_changed()

    def _post_changed(self, post: Post) -> None:
        self._unsaved.set()
        for watcher in self._watchers:
            watcher.post_changed(post)

    def next_id(self) -> str:
        """A new id, larger than all before, also than those lost when a process was killed before it saved."""
        self._state.last_id = max(self._state.last_id + 1, int(self._clock.now().timestamp() * 1_000))
        return str(self._state.last_id)

    # Looking

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
        if chat.owner is not None:
            return chat.owner == person.id
        space = self.space(chat.space)
        return space is not None and person.id in space.members

    def muted(self, person: Person, space: Space) -> bool:
        """Whether a member is kept from writing now."""
        member = space.members.get(person.id)
        if member is None or not member.muted:
            return False
        return member.muted_until is None or member.muted_until > self._clock.now()

    # Files

    def keep(self, content: bytes, name: str, media_type: str, *, alt: str = "", spoiler: bool = False) -> DrawnFile:
        """Puts a file on the shelf; raises :class:`OSError`."""
        seen = picture_type(content)
        file = DrawnFile(
            self._shelf.put(content), name, seen or media_type, len(content), seen is not None, alt, spoiler
        )
        self._state.files[file.id] = KeptFile(file, self._clock.now())
        self._unsaved.set()
        return file

    def keep_all(self, files: Iterable[File]) -> tuple[DrawnFile, ...]:
        """Puts files that the bot sends on the shelf; raises :class:`OSError`."""
        return tuple(
            self.keep(file.content, file.name, file.media_type, alt=file.alt, spoiler=file.spoiler) for file in files
        )

    def file(self, identifier: str) -> DrawnFile | None:
        """What is known of a file."""
        kept = self._state.files.get(identifier)
        return None if kept is None else kept.file

    def content(self, identifier: str) -> bytes | None:
        """A file's bytes."""
        return self._shelf.take(identifier) if identifier in self._state.files else None

    def sweep(self) -> None:
        """Takes files away that nothing carries and that are old, and those that nobody knows."""
        carried = {file.id for post in self._state.posts.values() for file in post.drawn.files}
        oldest = self._clock.now() - LOOSE_FILE_LIFETIME
        for identifier, kept in list(self._state.files.items()):
            if identifier not in carried and kept.at < oldest:
                del self._state.files[identifier]
        for identifier in self._shelf.listed() - self._state.files.keys():
            self._shelf.drop(identifier)

    def _drop_files(self, drawn: Drawn) -> None:
        for file in drawn.files:
            self._state.files.pop(file.id, None)
            self._shelf.drop(file.id)

    # Messages

    def add_post(self, post: Post) -> Post:
        """Writes a message, and lets the oldest of its chat go when there are too many."""
        self._state.posts[post.id] = post
        self._post_changed(post)
        inside = list(self.posts_in(post.place))
        for old in inside[: max(0, len(inside) - POSTS_KEPT)]:
            self.forget_post(old)
        return post

    def say(self, chat: Chat, author: str, service: Service) -> Post:
        """Writes a line of the platform's own about somebody."""
        return self.add_post(Post(self.next_id(), chat.place, author, self._clock.now(), service=service))

    def forget_post(self, post: Post) -> None:
        """Takes a message away without a trace."""
        self._state.posts.pop(post.id, None)
        self._drop_files(post.drawn)
        self._unsaved.set()
        for watcher in self._watchers:
            watcher.post_gone(post)

    def redraw(self, post: Post, drawn: Drawn) -> None:
        """Changes what a message says."""
        kept = {file.id for file in drawn.files}
        self._drop_files(replace(post.drawn, files=tuple(file for file in post.drawn.files if file.id not in kept)))
        post.drawn = drawn
        post.edited = True
        self._post_changed(post)

    def erase(self, post: Post, by: str) -> None:
        """Deletes a message; a line says by whom. What only one person saw goes without a trace."""
        if post.only is not None:
            self.forget_post(post)
            return
        self._drop_files(post.drawn)
        post.drawn = Drawn()
        post.reactions = {}
        post.deleted_by = by
        self._post_changed(post)

    def set_reactions(self, post: Post, who: str, emoji: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Makes somebody's reactions to a message exactly these; gives what was added and what was removed."""
        before = tuple(sign for sign, people in post.reactions.items() if who in people)
        added = tuple(sign for sign in emoji if sign not in before)
        removed = tuple(sign for sign in before if sign not in emoji)
        for sign in added:
            post.reactions.setdefault(sign, []).append(who)
        for sign in removed:
            post.reactions[sign].remove(who)
            if not post.reactions[sign]:
                del post.reactions[sign]
        if added or removed:
            self._post_changed(post)
        return added, removed

    def sent_before(self, chat: Chat, key: str) -> Post | None:
        """The message that a send of this key left, when it was done already."""
        return self.post(self._state.sent.get(f"{chat.place} {key}"))

    def remember_send(self, chat: Chat, key: str, post: Post) -> None:
        """Notes what a send of this key left."""
        self._state.sent[f"{chat.place} {key}"] = post.id
        while len(self._state.sent) > _SENDS_REMEMBERED:
            del self._state.sent[next(iter(self._state.sent))]

    # People and places

    def add_person(self, side: Side, name: str, language: str) -> Person:
        """Makes a new person who has yet to join."""
        number = len(self._state.people)
        identifier = f"p{self.next_id()}"
        person = Person(identifier, side, name, f"guest{number + 1}", language, Access.EVERYONE, number % 8)
        self._state.people[identifier] = person
        chat = private_chat(person)
        self._state.chats[chat.place] = chat
        self._shape_changed()
        return person

    def admit(self, person: Person, space: Space) -> None:
        """Lets somebody in."""
        space.members[person.id] = Membership(self._clock.now())
        self._shape_changed()

    def dismiss(self, person: Person, space: Space, *, ban: bool = False) -> None:
        """Takes somebody out, for good when banned."""
        space.members.pop(person.id, None)
        if ban and person.id not in space.banned:
            space.banned.append(person.id)
        self._shape_changed()

    def pardon(self, person: Person, space: Space) -> None:
        """Lets a banned person join again."""
        if person.id in space.banned:
            space.banned.remove(person.id)
        self._shape_changed()

    def mute(self, member: Membership, *, muted: bool, until: datetime | None) -> None:
        """Keeps a member from writing, or lets them write again."""
        member.muted = muted
        member.muted_until = until
        self._shape_changed()

    def give_role(self, member: Membership, role: str, *, given: bool) -> None:
        """Gives a role or takes it away."""
        if given and role not in member.roles:
            member.roles.append(role)
        if not given and role in member.roles:
            member.roles.remove(role)
        self._shape_changed()

    def start_private(self, person: Person) -> None:
        """Notes that a person opened the private chat."""
        if not person.started:
            person.started = True
            self._shape_changed()

    def open_chat(self, start: Chat, name: str) -> Chat:
        """Opens a thread left or a topic right, beside or under a chat."""
        identifier = self.next_id()
        if start.side is Side.LEFT:
            chat = Chat(
                identifier, None, start.side, name, ChatKind.THREAD, start.space, parent=start.parent or start.id
            )
        else:
            chat = Chat(start.id, identifier, start.side, name, ChatKind.TOPIC, start.space)
        self._state.chats[chat.place] = chat
        self._shape_changed()
        return chat

    def close_chat(self, chat: Chat) -> None:
        """Closes a thread or topic for new messages."""
        chat.closed = True
        self._shape_changed()

    def set_bot_inside(self, space: Space, *, inside: bool) -> None:
        """Lets the bot in, or out."""
        space.bot_inside = inside
        self._shape_changed()

    def tell_once(self, space: Space) -> bool:
        """True the first time it is asked of a space: the bot's coming is told once, also over restarts."""
        if space.id in self._state.told:
            return False
        self._state.told.append(space.id)
        self._unsaved.set()
        return True
