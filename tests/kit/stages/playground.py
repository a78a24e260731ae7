"""The playground: the same adapter as in the browser, driven by what its pages ask, left or right."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bot.adapters.playground.acts import Acts
from bot.adapters.playground.cast import LOBBIES
from bot.adapters.playground.drawn import DrawnLink, DrawnList, DrawnPress, DrawnPrivate
from bot.adapters.playground.limits import PLATFORM, Side
from bot.adapters.playground.members import PlaygroundMembers
from bot.adapters.playground.places import PlaygroundPlaces
from bot.adapters.playground.requests import (
    Command,
    Edit,
    Erase,
    FieldAnswer,
    Invite,
    Join,
    Leave,
    Menu,
    OpenPrivate,
    ParameterValue,
    Press,
    Request,
    Submit,
    Write,
)
from bot.adapters.playground.shelf import Shelf
from bot.adapters.playground.state import BOT, Person, Post
from bot.adapters.playground.tabs import Tab, Tabs
from bot.adapters.playground.texts import PageTexts
from bot.adapters.playground.wire import FormTold, NotDone, NoticeTold, ShownField
from bot.adapters.playground.world import World
from bot.bootstrap import LOCALES, Platforms
from bot.core.stations import Station
from bot.domain.access import Access
from bot.domain.refs import UserRef
from bot.ports.gateway import GatewayState, ParameterKind
from tests.kit.clock import START
from tests.kit.stage import INTRODUCTIONS, PRIVATE, Key, Seen, key_found
from tests.kit.stages.bell import Bell
from tests.kit.stages.playground_pages import CountingGateway, Page, Pages
from tests.kit.stages.time import StageClock
from tests.kit.stages.whole import PATIENCE, Whole, config_on, everything, migrated_copy

INTRODUCTIONS_ON = {Side.LEFT: "harbour-introductions", Side.RIGHT: "teahouse/2"}


@dataclass(slots=True)
class PlaygroundStage:
    """Implements :class:`tests.kit.stage.Stage`; watches the world, so that whoever waits is woken."""

    side: Side
    bell: Bell
    whole: Whole
    open_pages: list[Pages]
    posts: dict[str, Post] = field(default_factory=dict[str, Post])
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def pages(self) -> Pages:
        """Those of the process that runs now."""
        return self.open_pages[-1]

    @property
    def world(self) -> World:
        return self.pages.world

    @property
    def name(self) -> str:
        return f"playground-{self.side}"

    @property
    def has_menus(self) -> bool:
        return self.side is Side.LEFT

    async def connected(self) -> None:
        """Waits until the process that runs now takes events in, and is woken by what changes in its world."""
        self.world.watch(self)
        async with asyncio.timeout(PATIENCE):
            while self.pages.gateway.state is not GatewayState.CONNECTED:
                await self.bell.rung()

    # Watching the world

    def post_changed(self, post: Post) -> None:
        self.bell.ring()

    def post_gone(self, post: Post) -> None:
        self.bell.ring()

    def shape_changed(self) -> None:
        self.bell.ring()

    # People

    async def newcomer(self, name: str, language: str = "en") -> "PlaygroundMember":
        member = self._known(self.side, name, language, Access.EVERYONE)
        await member.joins()
        return member

    async def member(self, name: str, language: str = "en", access: Access = Access.EVERYONE) -> "PlaygroundMember":
        return self._inside(self.side, name, language, access)

    async def neighbour(self, name: str, language: str = "en") -> "PlaygroundMember":
        other = Side.LEFT if self.side is Side.RIGHT else Side.RIGHT
        member = self._inside(other, name, language, Access.ADMIN)
        await member.starts()
        return member

    def _inside(self, side: Side, name: str, language: str, access: Access) -> "PlaygroundMember":
        member = self._known(side, name, language, access)
        self.world.admit(member.person, self.world.space_on(side))
        return member

    def _known(self, side: Side, name: str, language: str, access: Access) -> "PlaygroundMember":
        person = self.world.add_person(side, name, language)
        person.access = access
        return PlaygroundMember(self, person.id, side, self._page(person.id, side))

    def _page(self, person: str, side: Side) -> Tab:
        others = {one: next(p.id for p in self.world.people if p.side is one) for one in Side}
        tab = Page(people={**others, side: person}, bell=self.bell)
        self.pages.tabs.open(tab)
        return tab

    async def removes_bot(self) -> None:
        admin = self._inside(self.side, "Zora", "en", Access.ADMIN)
        await admin.invites(inside=False)

    async def settled(self) -> None:
        await self.whole.at_rest(lambda: self.pages.gateway.outstanding == 0)

    async def changed(self) -> None:
        await self.bell.rung()


@dataclass(slots=True)
class PlaygroundMember:
    """Implements :class:`tests.kit.stage.Member`; what a tab was told is read out of it."""

    stage: PlaygroundStage
    id: str
    side: Side
    tab: Tab
    notices: list[str] = field(default_factory=list[str])
    forms: list[FormTold] = field(default_factory=list[FormTold])
    refusals: list[str] = field(default_factory=list[str])

    @property
    def person(self) -> Person:
        found = self.stage.world.person(self.id)
        assert found is not None
        return found

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def ref(self) -> UserRef:
        return UserRef(PLATFORM, self.id)

    async def _does(self, request: Request) -> None:
        self._read()
        await self.stage.pages.acts.do(self.tab, request)
        known = len(self.refusals)
        self._read()
        if len(self.refusals) > known:
            raise PermissionError(self.refusals[-1])

    def _read(self) -> None:
        """Takes in what the page was told."""
        while not self.tab.replies.empty():
            match self.tab.replies.get_nowait():
                case NoticeTold(text=text):
                    self.notices.append(text)
                case FormTold() as form:
                    self.forms.append(form)
                case NotDone(key=key):
                    self.refusals.append(key)
                case _:
                    continue

    def _nonce(self) -> str:
        return f"n{next(self.stage.numbers)}"

    async def starts(self) -> None:
        await self._does(OpenPrivate(self.side))
        await self.stage.settled()

    async def joins(self) -> None:
        await self._does(Join(self.side))

    async def leaves(self) -> None:
        await self._does(Leave(self.side))

    async def invites(self, *, inside: bool) -> None:
        """Takes the bot in, or out, as an admin."""
        await self._does(Invite(self.side, inside))

    def _place(self, chat: str) -> str:
        if chat == PRIVATE:
            private = self.stage.world.private_chat(self.ref)
            assert private is not None
            return private.place
        return INTRODUCTIONS_ON[self.side] if chat == INTRODUCTIONS else LOBBIES[self.side]

    async def _writes(self, place: str, text: str, to: Seen | None, files: tuple[str, ...] = ()) -> Seen:
        await self._does(Write(self.side, place, text, None if to is None else to.id, files))
        return self._seen([post for post in self.stage.world.posts_in(place) if post.author == self.id][-1])

    async def says(self, text: str, *, to: Seen | None = None, chat: str = INTRODUCTIONS) -> Seen:
        return await self._writes(self._place(chat), text, to)

    async def sends(self, picture: bytes, text: str = "", *, chat: str = INTRODUCTIONS) -> Seen:
        kept = self.stage.world.keep(picture, "cat.png", "image/png")
        return await self._writes(self._place(chat), text, None, (kept.id,))

    async def runs(self, command: str, words: str = "", *, to: Seen | None = None, chat: str = "general") -> None:
        place = self._place(chat)
        if self.side is Side.RIGHT:
            answered = None if to is None else self.stage.world.post(to.id)
            name = f"/{command}" if chat == PRIVATE else f"/{command}@cattax"
            await self._writes(place if answered is None else answered.place, f"{name} {words}".strip(), to)
            return
        assert to is None, "a command answers no message here: its menu does"
        given: tuple[ParameterValue, ...] = ()
        if words:
            offered = self.stage.pages.gateway.offering.commands
            spec = next(one for one in offered if one.name == command)
            named = next(one.name for one in spec.parameters if one.kind is ParameterKind.TEXT)
            given = (ParameterValue(named, words),)
        await self._does(Command(self.side, place, command, given, self._nonce()))

    async def uses_menu(self, label: str, on: Seen) -> None:
        menus = self.stage.pages.gateway.offering.menus
        menu = next(one for one in menus if one.label.default.startswith(label))
        post = self.stage.world.post(on.id)
        assert post is not None
        await self._does(Menu(self.side, post.place, menu.name, self._nonce(), message=post.id))

    async def edits(self, message: Seen, text: str) -> None:
        await self._does(Edit(self.side, message.id, text))

    async def deletes(self, message: Seen) -> None:
        await self._does(Erase(self.side, message.id))

    def _all(self) -> list[Post]:
        world = self.stage.world
        return [
            post
            for chat in world.chats
            if chat.side is self.side and world.can_read(self.person, chat)
            for post in world.posts_in(chat.place)
            if post.deleted_by is None and post.only in {None, self.id} and post.service is None
        ]

    def choices(self) -> Sequence[Key]:
        return [key for post in sorted(self._all(), key=lambda one: int(one.id)) for key in _keys(post)]

    async def finds(self, label: str) -> Key:
        return await key_found(self.stage, self, label)

    async def uses(self, key: Key, data: str | None = None) -> None:
        pressed = key.data if data is None else data
        if key.leads:
            await self._does(OpenPrivate(self.side, pressed))
            return
        await self._does(Press(self.side, key.message, pressed, self._nonce()))

    async def presses(self, label: str) -> None:
        await self.uses(await self.finds(label))

    async def fills(self, *answers: str) -> None:
        if self.side is Side.RIGHT:
            for answer in answers:
                await self.stage.settled()
                if answer:
                    await self.says(answer, chat=PRIVATE)
                else:
                    await self.presses("Skip")
            return
        async with asyncio.timeout(PATIENCE):
            self._read()
            while not self.forms:
                await self.stage.changed()
                self._read()
        form = self.forms.pop()
        given = tuple(_answer(one, said) for one, said in zip(form.fields, answers, strict=True))
        await self._does(Submit(self.side, form.form, form.data, given, self._nonce()))

    def visible(self) -> Sequence[Seen]:
        self._read()
        posts = [self._seen(post) for post in sorted(self._all(), key=lambda one: int(one.id))]
        told = [Seen(f"notice{number}", text, True, only_me=True) for number, text in enumerate(self.notices)]
        return [*posts, *told]

    def _seen(self, post: Post) -> Seen:
        chat = self.stage.world.chat(post.place)
        people = {person.id: person.name for person in self.stage.world.people}
        words = [post.drawn.plain]
        if post.drawn.card is not None:
            card = post.drawn.card
            words += [card.title, "".join(str(part) for part in card.body), card.footer]
        return Seen(
            post.id,
            "\n".join(word for word in words if word),
            post.author == BOT,
            labels=tuple(key.label for key in _keys(post)),
            pictures=len(post.drawn.files),
            only_me=post.only is not None or (chat is not None and chat.owner is not None),
            pinged=tuple(people.get(one, one) for one in post.pinged),
        )


def _answer(one: ShownField, said: str) -> FieldAnswer:
    if one.kind == "text":
        return FieldAnswer(one.key, text=said)
    return FieldAnswer(one.key, picked=tuple(value for value, label, _ in one.options if label in said.split(",")))


def _keys(post: Post) -> list[Key]:
    found: list[Key] = []
    for row in post.drawn.keys:
        for key in row:
            match key:
                case DrawnPress(label=label, data=data):
                    found.append(Key(label, post.place, post.id, data))
                case DrawnPrivate(label=label, data=data):
                    found.append(Key(label, post.place, post.id, data, leads=True))
                case DrawnList(choices=choices):
                    found += [Key(one.label, post.place, post.id, one.data, picks=True) for one in choices]
                case DrawnLink():
                    continue
    return found


@asynccontextmanager
async def playground_stage(
    folder: Path, side: Side, *, instant: float = 5.0, **settings: object
) -> AsyncGenerator[PlaygroundStage]:
    """The whole bot with the playground's own adapter.

    Args:
        folder: where its database and its world are.
        side: on which side newcomers and members are; neighbours are on the other.
        instant: pauses up to so many seconds are over at once.
        **settings: of the configuration.
    """
    clock = StageClock(START, instant=instant)
    bell = Bell()
    open_pages: list[Pages] = []

    def build() -> Platforms:
        texts = PageTexts(LOCALES)
        world = World.open(Shelf(folder / "playground"), texts, clock)
        tabs = Tabs(world)
        gateway = CountingGateway(world, tabs)
        open_pages.append(Pages(world, tabs, Acts(world, tabs, gateway), gateway))
        places = PlaygroundPlaces(world, gateway, "http://127.0.0.1:8080")
        return Platforms({PLATFORM: Station(gateway, PlaygroundMembers(world, gateway), places)})

    whole = Whole(folder, clock, build, config_on(await migrated_copy(folder), **settings), everything())
    stage = PlaygroundStage(side, bell, whole, open_pages)
    try:
        await whole.start()
        await stage.connected()
        await stage.settled()
        yield stage
    finally:
        await whole.stop()
