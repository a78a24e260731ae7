"""What people do on the page: held to the platform's rules, done in the world, and told to the core."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import islice
from typing import assert_never

from bot.adapters.playground import inbound
from bot.adapters.playground.cast import crowd
from bot.adapters.playground.commands import BOT_HANDLE
from bot.adapters.playground.doors import Doors
from bot.adapters.playground.drawn import Drawn, DrawnFile, DrawnSpan
from bot.adapters.playground.gateway import PlaygroundGateway
from bot.adapters.playground.governing import Governed, Governing, named
from bot.adapters.playground.interacting import Interacting
from bot.adapters.playground.limits import FIXED_REACTIONS, PEOPLE, RUSH, Side, capabilities
from bot.adapters.playground.refusal import NotAllowed
from bot.adapters.playground.requests import (
    AskInline,
    Be,
    Command,
    Complete,
    Dismiss,
    Edit,
    Erase,
    Hello,
    Join,
    Leave,
    Make,
    Menu,
    OpenPrivate,
    Press,
    React,
    Request,
    Rush,
    Solve,
    Speak,
    Submit,
    Write,
)
from bot.adapters.playground.samples import keep_sample
from bot.adapters.playground.state import Chat, ChatKind, Person, Post, Service, Space
from bot.adapters.playground.tabs import Tab, Tabs
from bot.adapters.playground.wire import NotDone
from bot.adapters.playground.world import World
from bot.domain.access import Access
from bot.domain.attachments import MediaKind
from bot.domain.locales import Locale, nearest

BOT_NAMED = f"@{BOT_HANDLE}"


class Acts:
    """Does what the pages ask."""

    def __init__(self, world: World, tabs: Tabs, gateway: PlaygroundGateway) -> None:
        self._world = world
        self._tabs = tabs
        self._gateway = gateway
        self._interacting = Interacting(world, gateway)
        self._doors = Doors(world, gateway)
        self._governing = Governing(world, gateway, self._doors)

    async def do(self, tab: Tab, request: Request) -> None:
        """Does one thing; what is not allowed is told to the page."""
        try:
            await self._do(tab, request)
        except NotAllowed as refusal:
            side = getattr(request, "side", None)
            nonce = getattr(request, "nonce", None)
            tab.tell(
                NotDone(
                    refusal.key,
                    refusal.about,
                    side if isinstance(side, Side) else None,
                    nonce if isinstance(nonce, str) else None,
                )
            )

    async def _do(self, tab: Tab, request: Request) -> None:
        match request:
            case Hello() | Be() | Make() | Rush() | Speak():
                self._choose(tab, request)
            case Press() | Submit() | Command() | Menu() | Complete() | OpenPrivate() | AskInline():
                await self._interacting.do(tab, self._you(tab, request.side), request)
            case _:
                self._act(self._you(tab, request.side), request)

    def _you(self, tab: Tab, side: Side) -> Person:
        person = self._world.person(tab.people.get(side, ""))
        if person is None:
            raise NotAllowed("refused-nobody")
        return person

    # Who one is

    def _choose(self, tab: Tab, request: Hello | Be | Make | Rush | Speak) -> None:
        match request:
            case Hello(locale=locale, left=left, right=right):
                tab.locale = locale
                tab.people = {Side.LEFT: self._somebody(Side.LEFT, left), Side.RIGHT: self._somebody(Side.RIGHT, right)}
                self._tabs.tell_all_of(tab)
            case Be(person=identifier):
                person = self._world.person(identifier)
                if person is None or not tab.people:
                    raise NotAllowed("refused-nobody")
                self._become(tab, person)
            case Make(side=side, name=name, language=language):
                self._become(tab, self._made(side, named(name), language))
            case Rush(side=side, says=says):
                self._rush(side, says)
            case Speak(locale=locale):
                tab.locale = locale
                if tab.people:
                    self._tabs.tell_all_of(tab)
            case _:
                assert_never(request)

    def _somebody(self, side: Side, wanted: str | None) -> str:
        person = self._world.person(wanted or "")
        if person is not None and person.side is side:
            return person.id
        return next(person.id for person in self._world.people if person.side is side)

    def _made(self, side: Side, name: str, language: str) -> Person:
        if len(self._world.people) >= PEOPLE:
            raise NotAllowed("refused-crowd")
        if nearest(language) is None:
            raise NotAllowed("refused-language")
        return self._world.add_person(side, name, language)

    def _rush(self, side: Side, says: Mapping[Locale, str]) -> None:
        if len(self._world.people) + RUSH > PEOPLE:
            raise NotAllowed("refused-crowd")
        introductions = self._world.introductions(self._world.space_on(side))
        for name, language in islice(crowd({person.name for person in self._world.people}), RUSH):
            person = self._world.add_person(side, name, language)
            self._doors.knock(person)
            line = says.get(nearest(language) or Locale.ENGLISH, "").strip()
            if line and introductions is not None and person.id in self._world.space_on(side).members:
                self._write(person, Write(side, introductions.place, line))

    def _become(self, tab: Tab, person: Person) -> None:
        tab.people[person.side] = person.id
        self._tabs.tell_shape(tab)
        self._tabs.tell_posts(tab, person.side)

    # What one does

    def _act(
        self, you: Person, request: Join | Solve | Leave | Write | Edit | Erase | Dismiss | React | Governed
    ) -> None:
        match request:
            case Join(screening=screening):
                self._doors.knock(you, screening=screening)
            case Solve():
                self._solve(you, self._member_of(you))
            case Leave():
                self._leave(you)
            case Write():
                self._write(you, request)
            case Edit():
                self._edit(you, request)
            case Erase(message=message):
                self._erase(you, self._seen(you, message))
            case Dismiss(message=message):
                post = self._seen(you, message)
                if post.only == you.id:
                    self._world.forget_post(post)
            case React(message=message, emoji=emoji):
                self._react(you, self._seen(you, message), emoji)
            case _:
                self._governing.do(you, self._member_of(you), request)

    def _solve(self, you: Person, space: Space) -> None:
        if not space.members[you.id].screening:
            raise NotAllowed("refused-gone")
        self._doors.pass_screening(you, space)

    def _leave(self, you: Person) -> None:
        space = self._world.space_on(you.side)
        if you.id in space.asking:
            self._doors.turn_away(you, space)
        else:
            self._doors.out(you, self._member_of(you), Service.LEFT)

    def _member_of(self, you: Person) -> Space:
        space = self._world.space_on(you.side)
        if you.id in space.banned:
            raise NotAllowed("refused-banned")
        if you.id not in space.members:
            raise NotAllowed("refused-outside")
        return space

    def _write(self, you: Person, request: Write) -> None:
        chat = self._writable(you, request.place)
        allowed = capabilities(you.side, private=chat.owner is not None)
        if len(request.files) + len(request.samples) > allowed.files:
            raise NotAllowed("refused-files", str(allowed.files))
        files = self._files(request)
        most = allowed.caption if files else allowed.text
        if allowed.unit.measure(request.text) > most:
            raise NotAllowed("refused-long", str(most))
        if not request.text.strip() and not files:
            raise NotAllowed("refused-empty")
        answered = self._world.post(request.reply_to)
        if answered is not None and (answered.place != chat.place or answered.deleted_by is not None):
            answered = None
        post = Post(
            id=self._world.next_id(),
            place=chat.place,
            author=you.id,
            at=self._world.clock.now(),
            drawn=Drawn((DrawnSpan(request.text),) if request.text else (), files=files),
            reply_to=None if answered is None else answered.id,
        )
        if chat.owner is not None:
            self._world.start_private(you)
        self._world.add_post(post)
        if self._world.bot_sees(chat):
            self._gateway.tell(inbound.wrote(self._world, chat, you, post))
        elif chat.kind is ChatKind.ELSEWHERE and chat.side is Side.RIGHT and BOT_NAMED in request.text.casefold():
            self._interacting.ask_as_guest(you, chat, post)

    def _writable(self, you: Person, place: str) -> Chat:
        chat = self._world.chat(place)
        if chat is None or chat.side is not you.side:
            raise NotAllowed("refused-gone")
        if chat.kind is ChatKind.ELSEWHERE:
            return chat
        if chat.owner is None:
            space = self._member_of(you)
            if space.members[you.id].screening:
                raise NotAllowed("refused-captcha")
            if self._world.muted(you, space):
                raise NotAllowed("refused-muted")
        elif chat.owner != you.id:
            raise NotAllowed("refused-gone")
        elif you.side is Side.RIGHT and not self._world.in_touch(you):
            raise NotAllowed("refused-unstarted")
        if chat.closed:
            raise NotAllowed("refused-closed")
        return chat

    def _files(self, request: Write) -> tuple[DrawnFile, ...]:
        files = [self._world.file(identifier) for identifier in request.files]
        files += [keep_sample(name, self._world) for name in request.samples]
        there = tuple(file for file in files if file is not None)
        if len(there) != len(files):
            raise NotAllowed("refused-file-gone")
        if request.as_files and request.side is Side.RIGHT:
            return tuple(replace(file, picture=False, kind=MediaKind.FILE.value) for file in there)
        return there

    def _seen(self, you: Person, message: str) -> Post:
        """A message that stands and that one sees."""
        post = self._world.post(message)
        chat = None if post is None else self._world.chat(post.place)
        if post is None or chat is None or post.deleted_by is not None or chat.side is not you.side:
            raise NotAllowed("refused-gone")
        if not self._world.can_read(you, chat) or post.only not in {None, you.id}:
            raise NotAllowed("refused-gone")
        return post

    def _edit(self, you: Person, request: Edit) -> None:
        post = self._seen(you, request.message)
        if post.author != you.id or post.service is not None:
            raise NotAllowed("refused-not-yours")
        chat = self._writable(you, post.place)
        allowed = capabilities(you.side, private=chat.owner is not None)
        most = allowed.caption if post.drawn.files else allowed.text
        if allowed.unit.measure(request.text) > most:
            raise NotAllowed("refused-long", str(most))
        if not request.text.strip() and not post.drawn.files:
            raise NotAllowed("refused-empty")
        if request.text == post.drawn.plain:
            return
        self._world.redraw(post, Drawn((DrawnSpan(request.text),) if request.text else (), files=post.drawn.files))
        if self._world.bot_sees(chat):
            now = self._world.clock.now()
            self._gateway.tell(inbound.edited(self._world, chat, you, post, now, self._world.next_id()))

    def _erase(self, you: Person, post: Post) -> None:
        chat = self._world.chat(post.place)
        moderates = chat is not None and chat.space is not None and you.access >= Access.MODERATOR
        if post.only is not None or chat is None or (post.author != you.id and not moderates):
            raise NotAllowed("refused-not-yours")
        self._world.erase(post, you.id)
        if self._world.bot_sees(chat):
            self._gateway.tell(inbound.erased(self._world, chat, post, self._world.clock.now()))

    def _react(self, you: Person, post: Post, emoji: str) -> None:
        chat = self._world.chat(post.place)
        if chat is None or post.only is not None or post.service is not None:
            raise NotAllowed("refused-gone")
        if chat.side is Side.RIGHT:
            emoji = emoji.removesuffix("\ufe0f")  # the right platform knows the heart without it
        if chat.side is Side.RIGHT and emoji not in FIXED_REACTIONS:
            raise NotAllowed("refused-reaction")
        if emoji.isascii() or any(character.isspace() or character.isalnum() for character in emoji):
            raise NotAllowed("refused-reaction")
        before = tuple(sign for sign, people in post.reactions.items() if you.id in people)
        if emoji in before:
            after = tuple(sign for sign in before if sign != emoji)
        else:
            after = (*before, emoji) if chat.side is Side.LEFT else (emoji,)
        changed = self._world.set_reactions(post, you.id, after)
        if self._world.bot_sees(chat):
            now = self._world.clock.now()
            self._gateway.tell(inbound.reacted(self._world, chat, you, post, changed, now, self._world.next_id()))
