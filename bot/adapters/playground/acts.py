"""What people do on the page: held to the platform's rules, done in the world, and told to the core."""

from typing import assert_never

from bot.adapters.playground import inbound
from bot.adapters.playground.drawn import Drawn, DrawnFile, DrawnSpan
from bot.adapters.playground.gateway import PlaygroundGateway
from bot.adapters.playground.interacting import Interacting
from bot.adapters.playground.limits import FIXED_REACTIONS, NAME, PEOPLE, Side, capabilities
from bot.adapters.playground.refusal import NotAllowed
from bot.adapters.playground.requests import (
    Be,
    Command,
    Complete,
    Dismiss,
    Edit,
    Erase,
    Hello,
    Invite,
    Join,
    Leave,
    Make,
    Menu,
    OpenPrivate,
    Press,
    React,
    Remove,
    Request,
    Speak,
    Submit,
    Write,
)
from bot.adapters.playground.samples import keep_sample
from bot.adapters.playground.state import BOT, Chat, Person, Post, Service, Space
from bot.adapters.playground.tabs import Tab, Tabs
from bot.adapters.playground.wire import NotDone
from bot.adapters.playground.world import World
from bot.domain.access import Access
from bot.domain.locales import nearest


class Acts:
    """Does what the pages ask."""

    def __init__(self, world: World, tabs: Tabs, gateway: PlaygroundGateway) -> None:
        self._world = world
        self._tabs = tabs
        self._gateway = gateway
        self._interacting = Interacting(world, gateway)

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
            case Hello() | Be() | Make() | Speak():
                self._choose(tab, request)
            case Press() | Submit() | Command() | Menu() | Complete() | OpenPrivate():
                await self._interacting.do(tab, self._you(tab, request.side), request)
            case _:
                self._act(self._you(tab, request.side), request)

    def _you(self, tab: Tab, side: Side) -> Person:
        person = self._world.person(tab.people.get(side, ""))
        if person is None:
            raise NotAllowed("refused-nobody")
        return person

    # Who one is

    def _choose(self, tab: Tab, request: Hello | Be | Make | Speak) -> None:
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
                self._become(tab, self._made(side, " ".join(name.split()), language))
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
        if not 1 <= len(name) <= NAME or not name.isprintable():
            raise NotAllowed("refused-name")
        if len(self._world.people) >= PEOPLE:
            raise NotAllowed("refused-crowd")
        if nearest(language) is None:
            raise NotAllowed("refused-language")
        return self._world.add_person(side, name, language)

    def _become(self, tab: Tab, person: Person) -> None:
        tab.people[person.side] = person.id
        self._tabs.tell_shape(tab)
        self._tabs.tell_posts(tab, person.side)

    def _tell_posts_to(self, person: Person) -> None:
        for tab in self._tabs.of_person(person.id):
            self._tabs.tell_posts(tab, person.side)

    # What one does

    def _act(
        self, you: Person, request: Join | Leave | Write | Edit | Erase | Dismiss | React | Remove | Invite
    ) -> None:
        match request:
            case Join():
                self._join(you)
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
            case Remove():
                self._remove(you, request)
            case Invite(inside=inside):
                self._invite(you, inside=inside)
            case _:
                assert_never(request)

    def _join(self, you: Person) -> None:
        space = self._world.space_on(you.side)
        if you.id in space.banned:
            raise NotAllowed("refused-banned")
        if you.id in space.members:
            raise NotAllowed("refused-inside")
        self._world.admit(you, space)
        self._tell_posts_to(you)
        self._world.say(self._world.lobby(space), you.id, Service.JOINED)
        if space.bot_inside:
            now = self._world.clock.now()
            self._gateway.tell(inbound.joined(self._world, you, space, now, self._world.next_id()))

    def _leave(self, you: Person) -> None:
        self._out(you, self._member_of(you), Service.LEFT)

    def _out(self, person: Person, space: Space, service: Service) -> None:
        self._world.dismiss(person, space, ban=service is Service.BANNED)
        self._world.say(self._world.lobby(space), person.id, service)
        self._tell_posts_to(person)
        if not space.bot_inside:
            return
        now = self._world.clock.now()
        tell = inbound.banned if service is Service.BANNED else inbound.left
        self._gateway.tell(tell(self._world, person, space, now, self._world.next_id()))

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
        self._world.add_post(post)
        if self._bot_sees(chat):
            self._gateway.tell(inbound.wrote(self._world, chat, you, post))

    def _writable(self, you: Person, place: str) -> Chat:
        chat = self._world.chat(place)
        if chat is None or chat.side is not you.side:
            raise NotAllowed("refused-gone")
        if chat.owner is None:
            space = self._member_of(you)
            if self._world.muted(you, space):
                raise NotAllowed("refused-muted")
        elif chat.owner != you.id:
            raise NotAllowed("refused-gone")
        elif you.side is Side.RIGHT and not you.started:
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
        return there

    def _bot_sees(self, chat: Chat) -> bool:
        space = self._world.space(chat.space)
        return space is None or space.bot_inside

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
        if self._bot_sees(chat):
            now = self._world.clock.now()
            self._gateway.tell(inbound.edited(self._world, chat, you, post, now, self._world.next_id()))

    def _erase(self, you: Person, post: Post) -> None:
        chat = self._world.chat(post.place)
        moderates = chat is not None and chat.space is not None and you.access >= Access.MODERATOR
        if post.only is not None or chat is None or (post.author != you.id and not moderates):
            raise NotAllowed("refused-not-yours")
        self._world.erase(post, you.id)
        if self._bot_sees(chat):
            self._gateway.tell(inbound.erased(self._world, chat, post, self._world.clock.now()))

    def _react(self, you: Person, post: Post, emoji: str) -> None:
        chat = self._world.chat(post.place)
        if chat is None or post.only is not None or post.service is not None:
            raise NotAllowed("refused-gone")
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
        if self._bot_sees(chat):
            now = self._world.clock.now()
            self._gateway.tell(inbound.reacted(self._world, chat, you, post, changed, now, self._world.next_id()))

    def _remove(self, you: Person, request: Remove) -> None:
        space = self._member_of(you)
        person = self._world.person(request.person)
        if person is None or person.side is not you.side:
            raise NotAllowed("refused-gone")
        if you.access < Access.MODERATOR or person.access >= you.access:
            raise NotAllowed("refused-rank")
        match request.how:
            case "pardon":
                self._world.pardon(person, space)
            case "remove" | "ban":
                if person.id not in space.members:
                    raise NotAllowed("refused-gone")
                self._out(person, space, Service.BANNED if request.how == "ban" else Service.REMOVED)
            case _:
                assert_never(request.how)

    def _invite(self, you: Person, *, inside: bool) -> None:
        space = self._member_of(you)
        if you.access < Access.ADMIN:
            raise NotAllowed("refused-rank")
        if space.bot_inside is inside:
            return
        self._world.set_bot_inside(space, inside=inside)
        self._world.say(self._world.lobby(space), BOT, Service.BOT_CAME if inside else Service.BOT_WENT)
        now = self._world.clock.now()
        if inside:
            self._gateway.tell(inbound.bot_came(self._world, space, you, now, self._world.next_id()))
        else:
            self._gateway.tell(inbound.bot_went(self._world, space, now, self._world.next_id()))
