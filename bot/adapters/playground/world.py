"""The platform itself: people, spaces, chats and messages, and what can be done to them."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.adapters.playground.cast import Texts, bring_up_to_date, first_day, private_chat
from bot.adapters.playground.drawn import Drawn
from bot.adapters.playground.keeping import Keeping
from bot.adapters.playground.limits import POSTS_KEPT, Side
from bot.adapters.playground.shelf import Shelf
from bot.adapters.playground.state import (
    Chat,
    ChatKind,
    Membership,
    Person,
    Post,
    Role,
    Service,
    Space,
    State,
    unpacked,
)
from bot.domain.access import Access
from bot.domain.errors import Unreadable
from bot.ports.clock import Clock

_LOG = logging.getLogger(__name__)

_SENDS_REMEMBERED = 1_000


class World(Keeping):
    """The state with its rules."""

    def __init__(self, state: State, shelf: Shelf, clock: Clock) -> None:
        super().__init__(state, shelf, clock)
        self._restricted = asyncio.Event()

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
        bring_up_to_date(state, texts)
        world = cls(state, shelf, clock)
        world.sweep()
        return world

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
        self._post_gone(post)

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
        post.pinned = False
        post.deleted_by = by
        self._post_changed(post)

    def pin(self, post: Post, *, pinned: bool) -> None:
        """Shows a message above its chat, too, or no longer."""
        if post.pinned is not pinned:
            post.pinned = pinned
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

    def admit(self, person: Person, space: Space, *, screening: bool = False) -> None:
        """Lets somebody in; with ``screening`` they have yet to solve the captcha."""
        space.asking.pop(person.id, None)
        space.members[person.id] = Membership(self._clock.now(), screening=screening)
        self._shape_changed()

    def pass_screening(self, member: Membership) -> None:
        """A member solved the captcha."""
        member.screening = False
        self._shape_changed()

    def ask(self, person: Person, space: Space) -> None:
        """Notes that somebody asks to be let in."""
        space.asking[person.id] = self._clock.now()
        self._shape_changed()

    def stop_asking(self, person: Person, space: Space) -> None:
        """Nobody waits for an answer to that any more."""
        space.asking.pop(person.id, None)
        self._shape_changed()

    def set_asks_first(self, space: Space, *, asks: bool) -> None:
        """Has who wants to come in ask first, or not. Who has asked goes on waiting for an answer."""
        space.asks_first = asks
        self._shape_changed()

    def dismiss(self, person: Person, space: Space, *, ban: bool = False) -> None:
        """Takes somebody out, for good when banned."""
        space.members.pop(person.id, None)
        space.asking.pop(person.id, None)
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
        self._restricted.set()
        self._shape_changed()

    async def release_in_time(self) -> None:
        """Waits until somebody's restriction ends by itself, or is different now, and lets those write who may."""
        self._restricted.clear()
        due = self.next_release()
        if due is None:
            await self._restricted.wait()
            return
        ending = asyncio.ensure_future(self._clock.sleep((due - self._clock.now()).total_seconds()))
        changing = asyncio.ensure_future(self._restricted.wait())
        try:
            await asyncio.wait((ending, changing), return_when=asyncio.FIRST_COMPLETED)
        finally:
            ending.cancel()
            changing.cancel()
        now = self._clock.now()
        for member in [member for space in self.spaces for member in space.members.values() if member.muted]:
            if member.muted_until is not None and member.muted_until <= now:
                self.mute(member, muted=False, until=None)

    def give_role(self, member: Membership, role: str, *, given: bool) -> None:
        """Gives a role or takes it away."""
        if given and role not in member.roles:
            member.roles.append(role)
        if not given and role in member.roles:
            member.roles.remove(role)
        self._shape_changed()

    def make_role(self, space: Space, name: str) -> Role:
        """Makes a role."""
        role = Role(f"r{self.next_id()}", name)
        space.roles.append(role)
        self._shape_changed()
        return role

    def rename_role(self, role: Role, name: str) -> None:
        """Calls a role something else."""
        role.name = name
        self._shape_changed()

    def delete_role(self, space: Space, role: Role) -> None:
        """Takes a role away from the space and from all who have it."""
        space.roles.remove(role)
        for member in space.members.values():
            if role.id in member.roles:
                member.roles.remove(role.id)
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

    def rename_chat(self, chat: Chat, name: str) -> None:
        """Calls a chat something else."""
        chat.name = name
        self._shape_changed()

    def close_chat(self, chat: Chat) -> None:
        """Closes a thread or topic for new messages."""
        chat.closed = True
        self._shape_changed()

    def drop_chat(self, chat: Chat) -> None:
        """Takes a chat away with all that stands in it, and the threads under it."""
        for thread in [one for one in self.chats if one.parent == chat.id]:
            self.drop_chat(thread)
        for post in list(self.posts_in(chat.place)):
            self.forget_post(post)
        self._state.chats.pop(chat.place, None)
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
