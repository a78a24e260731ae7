"""The open pages: who each of them is, and what each of them is told."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.adapters.playground.commands import no_offering, shown_commands, shown_for_replies, shown_menus
from bot.adapters.playground.drawn import Drawn, DrawnPart, DrawnSpan, DrawnText, written
from bot.adapters.playground.limits import FIXED_REACTIONS, NEW_FOR, OFFERED_REACTIONS, Side, capabilities
from bot.adapters.playground.marks import said_in
from bot.adapters.playground.render import draw_text
from bot.adapters.playground.state import Chat, ChatKind, Person, Post
from bot.adapters.playground.wire import (
    PostGone,
    PostsTold,
    PostTold,
    Reply,
    ShapeTold,
    ShownChat,
    ShownCommand,
    ShownPerson,
    ShownPost,
    ShownPowers,
    ShownRole,
    ShownSide,
)
from bot.adapters.playground.world import World
from bot.domain.locales import Locale
from bot.ports.gateway import Offering

_QUOTE = 90
_HIDDEN = "▒▒▒▒"
_WAITING = 2_000


@dataclass(slots=True, eq=False)
class Tab:
    """One open page.

    Attributes:
        people: who it is on each side, by id.
        replies: what it is still to be told; None ends it.
    """

    locale: Locale = Locale.ENGLISH
    people: dict[Side, str] = field(default_factory=dict[Side, str])
    replies: asyncio.Queue[Reply | None] = field(default_factory=lambda: asyncio.Queue[Reply | None](_WAITING))

    def tell(self, reply: Reply) -> None:
        """Queues a reply; a page that does not read any more is ended."""
        try:
            self.replies.put_nowait(reply)
        except asyncio.QueueFull:
            self.end()

    def end(self) -> None:
        """Lets the page go: it will come again and ask anew."""
        while not self.replies.empty():
            self.replies.get_nowait()
        self.replies.put_nowait(None)


class Tabs:
    """All open pages. Watches the world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._tabs: list[Tab] = []
        self._offering = no_offering()
        self._connected = False
        world.watch(self)

    def __iter__(self) -> Iterator[Tab]:
        return iter(tuple(self._tabs))

    def open(self, tab: Tab) -> None:
        """A page opened."""
        self._tabs.append(tab)

    def close(self, tab: Tab) -> None:
        """A page closed."""
        if tab in self._tabs:
            self._tabs.remove(tab)

    def of_person(self, person: str) -> Iterator[Tab]:
        """The pages that are a person now."""
        return (tab for tab in self if person in tab.people.values())

    def bot_is(self, *, connected: bool, offering: Offering) -> None:
        """The bot came or went, with what it offers."""
        self._connected = connected
        self._offering = offering
        self.shape_changed()

    def tell_all_of(self, tab: Tab) -> None:
        """Tells a page everything: it has just opened."""
        self.tell_shape(tab)
        for side in Side:
            self.tell_posts(tab, side)

    def tell_shape(self, tab: Tab) -> None:
        """Tells a page who and what there is."""
        tab.tell(self._shape(tab))

    def tell_posts(self, tab: Tab, side: Side) -> None:
        """Tells a page all messages of a side: it is somebody else there now."""
        person = self._world.person(tab.people[side])
        if person is None:
            return
        posts = tuple(
            self._shown_post(post, person)
            for chat in self._world.chats
            if chat.side is side and self._world.can_read(person, chat)
            for post in self._world.posts_in(chat.place)
            if _may_see(post, person)
        )
        tab.tell(PostsTold(side, posts))

    # Watching the world

    def post_changed(self, post: Post) -> None:
        """Tells the pages whose person sees the message."""
        chat = self._world.chat(post.place)
        if chat is None:
            return
        for tab in self:
            person = self._world.person(tab.people.get(chat.side, ""))
            if person is not None and self._world.can_read(person, chat) and _may_see(post, person):
                tab.tell(PostTold(chat.side, self._shown_post(post, person)))

    def post_gone(self, post: Post) -> None:
        """Tells all pages of the side; an id alone says nothing to who never saw it."""
        chat = self._world.chat(post.place)
        if chat is not None:
            for tab in self:
                tab.tell(PostGone(chat.side, post.id))

    def shape_changed(self) -> None:
        """Tells all pages who and what there is."""
        for tab in self:
            if tab.people:
                tab.tell(self._shape(tab))

    # Showing

    def _shape(self, tab: Tab) -> ShapeTold:
        return ShapeTold(self._connected, tuple(self._side(side, tab) for side in Side))

    def _side(self, side: Side, tab: Tab) -> ShownSide:
        world = self._world
        space = world.space_on(side)
        you = world.person(tab.people[side])
        offering = self._offering if space.bot_inside else no_offering()
        allowed = capabilities(side, private=False)
        return ShownSide(
            side=side,
            space_id=space.id,
            you=tab.people[side],
            bot_inside=space.bot_inside,
            asks_first=space.asks_first,
            roles=tuple(ShownRole(role.id, role.name) for role in space.roles),
            people=tuple(self._shown_person(person) for person in world.people if person.side is side),
            chats=tuple(
                _shown_chat(chat)
                for chat in world.chats
                if chat.side is side
                and (chat.kind is not ChatKind.PRIVATE or chat.owner == tab.people[side])
                and (not chat.staff or (you is not None and world.can_read(you, chat)))
            ),
            commands=() if you is None else _commands(side, offering, tab.locale, you),
            menus=() if you is None or side is Side.RIGHT else shown_menus(offering, tab.locale, you),
            powers=ShownPowers(
                text=allowed.text,
                files=allowed.files,
                file_bytes=allowed.file_bytes,
                reactions=OFFERED_REACTIONS if side is Side.LEFT else FIXED_REACTIONS,
                commands_as_dialogue=side is Side.LEFT,
            ),
        )

    def _shown_person(self, person: Person) -> ShownPerson:
        space = self._world.space_on(person.side)
        member = space.members.get(person.id)
        muted = self._world.muted(person, space)
        return ShownPerson(
            id=person.id,
            name=person.name,
            handle=person.handle,
            language=person.language,
            access=person.access.name.lower(),
            colour=person.colour,
            member=member is not None,
            newcomer=member is not None and self._world.clock.now() - member.joined < NEW_FOR,
            banned=person.id in space.banned,
            asking=person.id in space.asking,
            screening=member is not None and member.screening,
            muted=muted,
            muted_until=member.muted_until.isoformat() if member is not None and muted and member.muted_until else None,
            started=person.started,
            roles=() if member is None else tuple(member.roles),
        )

    def _shown_post(self, post: Post, you: Person) -> ShownPost:
        author = self._world.person(post.author)
        drawn = post.drawn
        return ShownPost(
            id=post.id,
            place=post.place,
            author=post.author,
            author_name="" if author is None else author.name,
            at=post.at.isoformat(),
            text=self._text(post),
            card=drawn.card,
            files=drawn.files,
            keys=drawn.keys,
            speaker=drawn.speaker,
            losses=drawn.losses,
            quoted=self._quoted(post, you),
            reply_to=post.reply_to,
            silent=post.silent,
            only_you=post.only is not None,
            used=post.used,
            pings_you=you.id in post.pinged,
            edited=post.edited,
            deleted_by=post.deleted_by,
            service=post.service,
            mine=post.author == you.id,
            raw=drawn.plain if post.author == you.id else "",
            pinned=post.pinned,
            reactions=tuple((emoji, len(people), you.id in people) for emoji, people in post.reactions.items()),
        )

    def _text(self, post: Post) -> DrawnText:
        """What a message says; of what members typed their marks are read."""
        if self._world.person(post.author) is None:
            return post.drawn.text
        return draw_text(said_in(post, self._world))

    def _quoted(self, post: Post, you: Person) -> tuple[str, str] | None:
        answered = self._world.post(post.reply_to)
        if answered is None or answered.deleted_by is not None or not _may_see(answered, you):
            return None
        author = self._world.person(answered.author)
        name = answered.drawn.speaker or ("" if author is None else author.name)
        return name, _first_words(answered.drawn, self._text(answered))


def _commands(side: Side, offering: Offering, locale: Locale, you: Person) -> tuple[ShownCommand, ...]:
    """What can be called; on the right that is what else is picked from a message's menu, too."""
    shown = shown_commands(offering, locale, you)
    return shown if side is Side.LEFT else (*shown, *shown_for_replies(offering, locale, you))


def _first_words(drawn: Drawn, text: DrawnText) -> str:
    said = "".join(map(_told_part, text)) or (drawn.card.title if drawn.card else "")
    words = said or (drawn.files[0].name if drawn.files else "")
    line = " ".join(words.split())
    return line if len(line) <= _QUOTE else f"{line[: _QUOTE - 1]}…"


def _told_part(part: DrawnPart) -> str:
    """What is hidden in a message stays hidden where it is quoted."""
    if isinstance(part, DrawnSpan) and "spoiler" in part.styles:
        return _HIDDEN
    return written(part)


def _shown_chat(chat: Chat) -> ShownChat:
    return ShownChat(chat.place, chat.name, chat.kind, chat.parent, chat.closed)


def _may_see(post: Post, person: Person) -> bool:
    return post.only is None or post.only == person.id
