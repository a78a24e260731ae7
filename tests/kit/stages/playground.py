"""The playground: the same adapter as in the browser, driven by what its pages ask, left or right."""

import asyncio
import functools
import shutil
import tempfile
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bot.adapters.playground.acts import Acts
from bot.adapters.playground.cast import INTRODUCTIONS as INTRODUCTIONS_ON
from bot.adapters.playground.cast import LOBBIES
from bot.adapters.playground.limits import PLATFORM, Side, capabilities
from bot.adapters.playground.members import PlaygroundMembers
from bot.adapters.playground.places import PlaygroundPlaces
from bot.adapters.playground.requests import (
    DeleteRole,
    Door,
    DropChat,
    Invite,
    MakeRole,
    OpenChat,
    Remove,
    RenameChat,
    Restrict,
)
from bot.adapters.playground.shelf import Shelf
from bot.adapters.playground.state import Person, Post
from bot.adapters.playground.tabs import Tab, Tabs
from bot.adapters.playground.texts import PageTexts
from bot.adapters.playground.world import World
from bot.bootstrap import Declared
from bot.core.stations import Station
from bot.domain.access import Access
from bot.domain.refs import ChatRef, SpaceRef
from bot.platforms import LOCALES, Platforms
from bot.ports.gateway import GatewayState
from bot.ports.translator import Translator
from tests.kit.clock import START
from tests.kit.folders import kept_folder
from tests.kit.patience import PATIENCE
from tests.kit.stage import GENERAL, INTRODUCTIONS, Member, Seen
from tests.kit.stages.begun import is_taken_in_as_ever
from tests.kit.stages.bell import Bell
from tests.kit.stages.playground_member import PlaygroundMember
from tests.kit.stages.playground_pages import CountingGateway, Page, Pages
from tests.kit.stages.time import StageClock
from tests.kit.stages.whole import Whole, config_on, everything, migrated_copy


@dataclass(slots=True)
class PlaygroundStage:
    """Implements :class:`tests.kit.stage.Stage`.

    Attributes:
        chats: the world's places by the names that they began with.
        contents: files that somebody looked at, by id.
    """

    side: Side
    bell: Bell
    whole: Whole
    open_pages: "PlaygroundHouse"
    chats: dict[str, str]
    contents: dict[str, bytes] = field(default_factory=dict[str, bytes])
    numbers: "count[int]" = field(default_factory=lambda: count(1))
    _keeper: PlaygroundMember | None = None

    @property
    def pages(self) -> Pages:
        """Those of the process that runs now."""
        return self.open_pages.pages[-1]

    @property
    def world(self) -> World:
        return self.pages.world

    @property
    def name(self) -> str:
        return f"playground-{self.side}"

    @property
    def has_menus(self) -> bool:
        return self.side is Side.LEFT

    @property
    def has_roles(self) -> bool:
        return self.side is Side.LEFT

    @property
    def has_ranks(self) -> bool:
        return False

    @property
    def has_join_requests(self) -> bool:
        return self.side is Side.RIGHT

    @property
    def has_screening(self) -> bool:
        return True

    @property
    def has_inline(self) -> bool:
        return self.side is Side.RIGHT

    @property
    def has_guests(self) -> bool:
        return self.side is Side.RIGHT

    @property
    def has_user_install(self) -> bool:
        return self.side is Side.LEFT

    @property
    def space(self) -> SpaceRef:
        return self.world.space_on(self.side).ref

    @property
    def upload_bytes(self) -> int:
        return capabilities(self.side, private=True).file_bytes

    async def connected(self) -> None:
        """Waits until the process that runs now takes events in."""
        async with asyncio.timeout(PATIENCE):
            while self.pages.gateway.state is not GatewayState.CONNECTED:
                await self.bell.rung()

    # People

    async def newcomer(self, name: str, language: str = "en", *, screening: bool = False) -> PlaygroundMember:
        member = await self.stranger(name, language)
        await member.joins(screening=screening)
        return member

    async def stranger(self, name: str, language: str = "en") -> PlaygroundMember:
        return self._known(self.side, name, language, Access.EVERYONE)

    async def member(self, name: str, language: str = "en", access: Access = Access.EVERYONE) -> PlaygroundMember:
        return self._inside(self.side, name, language, access)

    async def neighbour(self, name: str, language: str = "en") -> PlaygroundMember:
        other = Side.LEFT if self.side is Side.RIGHT else Side.RIGHT
        member = self._inside(other, name, language, Access.ADMIN)
        await member.starts()
        return member

    def _inside(self, side: Side, name: str, language: str, access: Access) -> PlaygroundMember:
        member = self._known(side, name, language, access)
        self.world.admit(member.person, self.world.space_on(side))
        return member

    def _known(self, side: Side, name: str, language: str, access: Access) -> PlaygroundMember:
        person = self.world.add_person(side, name, language)
        person.access = access
        return PlaygroundMember(self, person.id, side, self._page(person.id, side))

    def _page(self, person: str, side: Side) -> Tab:
        others = {one: next(p.id for p in self.world.people if p.side is one) for one in Side}
        tab = Page(people={**others, side: person}, bell=self.bell)
        self.open_pages.open(tab)
        return tab

    @property
    def keeper(self) -> PlaygroundMember:
        """An admin who does what the language says that the stage does."""
        if self._keeper is None:
            self._keeper = self._inside(self.side, "Zora", "en", Access.ADMIN)
        return self._keeper

    async def removes_bot(self) -> None:
        await self.keeper.does(Invite(self.side, inside=False))

    async def has_people_ask(self) -> None:
        """From now on whoever wants to come in has to ask."""
        assert self.has_join_requests, "nobody asks here to come in"
        await self.keeper.does(Door(self.side, asks=True))

    def person(self, member: Member) -> Person:
        """A member as the world knows them."""
        found = self.world.person(member.ref.id)
        assert found is not None
        return found

    def is_inside(self, member: Member) -> bool:
        return member.ref.id in self.world.space_on(self.side).members

    def is_asking(self, member: Member) -> bool:
        return member.ref.id in self.world.space_on(self.side).asking

    def restricted(self, member: Member) -> bool:
        return self.world.muted(self.person(member), self.world.space_on(self.side))

    def roles(self, member: Member) -> frozenset[str]:
        space = self.world.space_on(self.side)
        held = space.members[member.ref.id].roles
        return frozenset(role.name for role in space.roles if role.id in held)

    async def makes_role(self, name: str, *, above: bool = False) -> str:
        assert not above, "roles have no ranks here"
        await self.keeper.does(MakeRole(self.side, name))
        return self.world.space_on(self.side).roles[-1].id

    async def deletes_role(self, role: str) -> None:
        await self.keeper.does(DeleteRole(self.side, role))

    async def adds_chat(self, name: str) -> None:
        await self.adds_thread(name)

    async def adds_thread(self, name: str, under: str = GENERAL) -> None:
        keeper = self.keeper
        known = {chat.place for chat in self.world.chats}
        await keeper.does(OpenChat(self.side, self.chats[under], name))
        self.chats[name] = next(chat.place for chat in self.world.chats if chat.place not in known)

    async def deletes_chat(self, name: str) -> None:
        await self.keeper.does(DropChat(self.side, self.chats.pop(name)))

    def chat_ref(self, chat: str) -> ChatRef:
        found = self.world.chat(self.chats[chat])
        assert found is not None
        return found.ref

    def pinned(self, chat: str) -> Sequence[Seen]:
        return [self.keeper.seen(post) for post in self.world.posts_in(self.chats[chat]) if post.pinned]

    async def bans(self, member: Member) -> None:
        await self.keeper.does(Remove(self.side, member.ref.id, "ban"))

    async def mutes(self, member: Member) -> None:
        await self.keeper.does(Restrict(self.side, member.ref.id, restricted=True))

    async def removes_right(self, right: str) -> None:
        raise PermissionError(f"no right to {right} here")

    async def deletes_webhooks(self) -> None:
        raise PermissionError("no webhooks here")

    async def renames(self, chat: str, name: str) -> None:
        await self.keeper.does(RenameChat(self.side, self.chats[chat], name))

    async def settled(self) -> None:
        await self.whole.at_rest(lambda: self.pages.gateway.outstanding == 0)

    async def changed(self) -> None:
        await self.bell.rung()


class _Ringing:
    """Wakes who waits for a change of the world."""

    def __init__(self, bell: Bell) -> None:
        self._bell = bell

    def post_changed(self, post: Post) -> None:
        self._bell.ring()

    def post_gone(self, post: Post) -> None:
        self._bell.ring()

    def shape_changed(self) -> None:
        self._bell.ring()


@functools.cache
def page_texts() -> PageTexts:
    """The page's texts, read once in a process."""
    return PageTexts(LOCALES)


@dataclass(slots=True)
class PlaygroundHouse:
    """The playground, as its folder and its open pages outlive the bot's processes.

    Attributes:
        pages: those of each process.
        tabs: the open pages, which come again to each new process.
    """

    folder: Path
    clock: StageClock
    bell: Bell = field(default_factory=Bell)
    pages: list[Pages] = field(default_factory=list[Pages])
    tabs: list[Tab] = field(default_factory=list[Tab])

    def open(self, tab: Tab) -> None:
        """Opens a page."""
        self.tabs.append(tab)
        self.pages[-1].tabs.open(tab)

    def station(self) -> Station:
        """For one process of the bot."""
        world = World.open(Shelf(self.folder / "playground"), page_texts(), self.clock)
        world.watch(_Ringing(self.bell))
        tabs = Tabs(world)
        gateway = CountingGateway(world, tabs)
        self.pages.append(Pages(world, tabs, Acts(world, tabs, gateway), gateway))
        for tab in self.tabs:
            tabs.open(tab)
        places = PlaygroundPlaces(world, gateway, "http://127.0.0.1:8080")
        return Station(gateway, PlaygroundMembers(world, gateway), places)

    def stage(self, side: Side, whole: Whole) -> PlaygroundStage:
        """The stage on one of its sides."""
        chats = {INTRODUCTIONS: INTRODUCTIONS_ON[side], GENERAL: LOBBIES[side]}
        return PlaygroundStage(side, self.bell, whole, self, chats)


@asynccontextmanager
async def playground_stage(
    folder: Path,
    side: Side,
    *,
    instant: float = 5.0,
    cogs: Declared | None = None,
    translator: Translator | None = None,
    **settings: object,
) -> AsyncGenerator[PlaygroundStage]:
    """The whole bot with the playground's own adapter.

    Args:
        folder: where its database and its world are.
        side: on which side newcomers and members are; neighbours are on the other.
        instant: pauses up to so many seconds are over at once.
        cogs: those found, unless given.
        translator: who translates; the configured engines, unless given.
        **settings: of the configuration.
    """
    if is_taken_in_as_ever(cogs) and not settings:
        await begin_in(folder)
    async with _opened(folder, side, instant, cogs, translator, **settings) as stage:
        yield stage


@functools.cache
def _begun_folder() -> Path:
    return kept_folder("cattax-begun-")


async def begin_in(folder: Path) -> None:
    """Puts the database and the world there of a playground where the bot has come in and greeted, on both sides."""
    shutil.copytree(await _begun(), folder, dirs_exist_ok=True)


async def _begun() -> Path:
    """A folder with a playground where the bot has come in and greeted: made once in a process."""
    folder = _begun_folder() / "playground"
    if not folder.exists():
        with tempfile.TemporaryDirectory(prefix="cattax-begins-") as begins:
            async with _opened(Path(begins), Side.LEFT, 5.0, None, None):
                pass
            shutil.copytree(begins, folder)
    return folder


@asynccontextmanager
async def _opened(
    folder: Path,
    side: Side,
    instant: float,
    cogs: Declared | None,
    translator: Translator | None,
    **settings: object,
) -> AsyncGenerator[PlaygroundStage]:
    clock = StageClock(START, instant=instant)
    house = PlaygroundHouse(folder, clock)

    def build() -> Platforms:
        return Platforms({PLATFORM: house.station()})

    config = config_on(await migrated_copy(folder), **settings)
    whole = Whole(folder, clock, build, config, cogs or everything(), translator=translator)
    stage = house.stage(side, whole)
    try:
        await whole.start()
        await stage.connected()
        await stage.settled()
        yield stage
    finally:
        await whole.stop()
