"""The platform in memory, rich or plain: for the whole bot, where no client library is to play a part."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from pathlib import Path

from bot.bootstrap import Declared
from bot.core.stations import Station
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.capabilities import Capabilities, Forms, PrivateReplies
from bot.domain.events import (
    BotAdded,
    BotRemoved,
    BotRightsChanged,
    Community,
    Event,
    MemberBanned,
    MemberJoined,
    PlaceClosed,
    PlaceOpened,
    Private,
    Where,
)
from bot.domain.message import As
from bot.domain.refs import ChatRef, Platform, SpaceRef, UserRef
from bot.platforms import Platforms
from bot.ports.gateway import Portrait
from bot.ports.places import PlaceName
from bot.ports.translator import Translator
from tests.kit.clock import START
from tests.kit.fake import FAKE, RICH, FakeGateway
from tests.kit.fake_house import FakeMembers, FakePlaces, FakeRole
from tests.kit.stage import GENERAL, INTRODUCTIONS, PRIVATE, Member, Seen
from tests.kit.stages.begun import Begun, Standing, begun, is_taken_in_as_ever
from tests.kit.stages.fake_member import FakeMember
from tests.kit.stages.fake_reading import Written, seen_post, seen_written
from tests.kit.stages.time import StageClock
from tests.kit.stages.whole import Whole, config_on, everything, migrated_copy

SPACE = SpaceRef(FAKE, "club")
NEIGHBOURS = SpaceRef(FAKE, "neighbours")


@dataclass(slots=True)
class FakeStage:
    """Implements :class:`tests.kit.stage.Stage`.

    Attributes:
        names: what the chats are called now.
        threads: chats that were opened under others, by the names that they began with.
        parents: the chats that threads are under.
    """

    name: str
    gateway: FakeGateway
    members: FakeMembers
    places: FakePlaces
    whole: Whole
    written: dict[str, Written] = field(default_factory=dict[str, Written])
    names: dict[ChatRef, str] = field(default_factory=dict[ChatRef, str])
    threads: dict[str, ChatRef] = field(default_factory=dict[str, ChatRef])
    parents: dict[ChatRef, ChatRef] = field(default_factory=dict[ChatRef, ChatRef])
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    @property
    def platform(self) -> Platform:
        """Whose refs are used."""
        return self.gateway.called

    @property
    def space(self) -> SpaceRef:
        return SpaceRef(self.platform, SPACE.id)

    @property
    def neighbours(self) -> SpaceRef:
        """Another space on the same platform."""
        return SpaceRef(self.platform, NEIGHBOURS.id)

    @property
    def rich(self) -> bool:
        """Whether commands are dialogues of the platform's own, and forms as well."""
        return self.gateway.able.forms is Forms.NATIVE

    @property
    def has_menus(self) -> bool:
        return self.rich

    @property
    def has_roles(self) -> bool:
        return True

    @property
    def has_ranks(self) -> bool:
        return True

    @property
    def has_join_requests(self) -> bool:
        return True

    @property
    def has_screening(self) -> bool:
        return True

    @property
    def has_inline(self) -> bool:
        return not self.rich

    @property
    def has_guests(self) -> bool:
        return not self.rich

    @property
    def has_user_install(self) -> bool:
        return self.rich

    @property
    def upload_bytes(self) -> int:
        return 100_000_000

    def where(self, chat: str, user: UserRef, space: SpaceRef | None = None) -> Where:
        """Where something happens in one of the chats of a space."""
        if chat == PRIVATE:
            return Private(ChatRef(self.platform, user.id))
        return self.inside(self.chat(chat, space), space or self.space)

    def inside(self, chat: ChatRef, space: SpaceRef) -> Community:
        """A chat of a space, as it is called now."""
        name = self.names.get(chat, chat.id.partition("-")[2])
        return Community(space, chat, name, self.parents.get(chat))

    def chat(self, chat: str, space: SpaceRef | None = None) -> ChatRef:
        """A chat of a space."""
        if chat in self.threads:
            return self.threads[chat]
        return ChatRef(self.platform, f"{(space or self.space).id}-{chat.replace(' ', '_')}")

    def chat_ref(self, chat: str) -> ChatRef:
        return self.chat(chat)

    def next_key(self) -> str:
        """A new event's key."""
        return f"e{next(self._numbers)}"

    def standing(self) -> Standing:
        assert self.whole.clock.now() == START, "time went by"
        return Standing(tuple(self.gateway.posts), self.gateway.given_ids, next(self._numbers))

    def stands(self, standing: Standing) -> None:
        """Has here what stood on another."""
        self.gateway.posts[:] = [replace(post) for post in standing.posts]
        self.gateway.given_ids = standing.given_ids
        self._numbers = count(standing.next_number)

    async def tell(self, event: Event) -> None:
        """Tells the bot that something happened; while it is away only the plain platform tells it afterwards."""
        if not self.gateway.running.is_set():
            if not self.rich:
                self.gateway.untold.append(event)
            return
        assert self.gateway.intake is not None
        await self.gateway.intake.accept(event)

    def account(self, name: str, language: str | None) -> Account:
        number = next(self._numbers)
        return Account(UserRef(self.platform, f"person{number:04}"), name, f"user{number}", language=language)

    async def newcomer(self, name: str, language: str = "en", *, screening: bool = False) -> FakeMember:
        member = await self.stranger(name, language)
        await member.joins(screening=screening)
        return member

    async def stranger(self, name: str, language: str = "en") -> FakeMember:
        return self._somebody(name, language, self.space)

    async def member(self, name: str, language: str = "en", access: Access = Access.EVERYONE) -> FakeMember:
        return self._inside(name, language, access, self.space)

    async def neighbour(self, name: str, language: str = "en") -> FakeMember:
        member = self._inside(name, language, Access.ADMIN, self.neighbours)
        where = self.where(GENERAL, member.ref, self.neighbours)
        await self.tell(BotAdded(self.next_key(), self.whole.clock.now(), where, "Neighbours"))
        await member.starts()
        return member

    def _somebody(self, name: str, language: str, space: SpaceRef) -> FakeMember:
        account = self.account(name, language)
        if self.gateway.able.private_replies is not PrivateReplies.EPHEMERAL:
            self.gateway.closed.add(account.ref)
        return FakeMember(self, account, space)

    def _inside(self, name: str, language: str, access: Access, space: SpaceRef) -> FakeMember:
        member = self._somebody(name, language, space)
        self.members.present[member.ref] = member.account
        self.members.levels[member.ref] = access
        return member

    def is_inside(self, member: Member) -> bool:
        return member.ref in self.members.present

    def is_asking(self, member: Member) -> bool:
        return member.ref in self.members.asking

    def restricted(self, member: Member) -> bool:
        return self.members.muted(member.ref)

    def roles(self, member: Member) -> frozenset[str]:
        held = self.members.roles.get(member.ref, set())
        return frozenset(role.name for number, role in self.members.known_roles.items() if number in held)

    async def makes_role(self, name: str, *, above: bool = False) -> str:
        number = f"role{next(self._numbers)}"
        self.members.known_roles[number] = FakeRole(name, above)
        return number

    async def deletes_role(self, role: str) -> None:
        del self.members.known_roles[role]

    async def adds_chat(self, name: str) -> None:
        await self._opened(self.chat(name), name)

    async def adds_thread(self, name: str, under: str = GENERAL) -> None:
        self.threads[name] = await self.opens_thread(self.chat(under), name)

    async def opens_thread(self, under: ChatRef, name: str) -> ChatRef:
        """Opens a thread, which is a chat of its own, or on the plain platform a topic, which is not."""
        if self.gateway.able.forms is Forms.NATIVE:
            opened = ChatRef(self.platform, f"{self.space.id}-thread{next(self._numbers)}")
            self.parents[opened] = under
        else:
            opened = ChatRef(self.platform, under.id, str(next(self._numbers)))
        await self._opened(opened, name)
        return opened

    async def _opened(self, chat: ChatRef, name: str) -> None:
        self.names[chat] = name
        self.places.chats.append(PlaceName(chat, name))
        await self._tell_place(chat)

    async def deletes_chat(self, name: str) -> None:
        chat = self.chat(name)
        where = self.inside(chat, self.space)
        self.gateway.gone.add(chat)
        self.places.chats[:] = [one for one in self.places.chats if one.chat != chat]
        self.gateway.posts[:] = [one for one in self.gateway.posts if one.chat != chat]
        for number in [number for number, one in self.written.items() if one.chat == chat]:
            del self.written[number]
        await self.tell(PlaceClosed(self.next_key(), self.whole.clock.now(), where))

    def pinned(self, chat: str) -> Sequence[Seen]:
        here = self.chat(chat)
        found = {post.ref: seen_post(self, post) for post in self.gateway.posts if post.chat == here}
        found |= {one.ref: seen_written(self, one) for one in self.written.values() if one.chat == here}
        return [found[ref] for ref in self.places.pins if ref in found]

    async def bans(self, member: Member) -> None:
        account = self.members.present.pop(member.ref)
        self.members.banned.add(member.ref)
        where = self.where(GENERAL, member.ref)
        await self.tell(MemberBanned(self.next_key(), self.whole.clock.now(), where, account))

    async def mutes(self, member: Member) -> None:
        self.members.restricted[member.ref] = None

    async def removes_right(self, right: str) -> None:
        if right not in ({"webhooks", "pins"} if self.rich else {"pins"}):
            raise PermissionError(f"no right to {right} here")
        self.gateway.lacking.add(right)
        where = self.inside(self.chat(GENERAL), self.space)
        await self.tell(BotRightsChanged(self.next_key(), self.whole.clock.now(), where, (right,)))

    async def deletes_webhooks(self) -> None:
        if not self.gateway.able.speaks_as:
            raise PermissionError("nobody speaks under others' names here")
        self.gateway.orphans |= {one.ref for one in self.gateway.posts if isinstance(one.piece.speaker, As)}

    def has_portrait(self, member: Member, picture: bytes) -> None:
        """From now on they have a picture, which has no address."""
        self.gateway.portraits[member.ref] = Portrait(content=picture)

    async def renames(self, chat: str, name: str) -> None:
        ref = self.chat(chat)
        self.names[ref] = name
        self.places.chats[:] = [PlaceName(one.chat, name if one.chat == ref else one.name) for one in self.places.chats]
        await self._tell_place(ref)

    async def _tell_place(self, chat: ChatRef) -> None:
        await self.tell(PlaceOpened(self.next_key(), self.whole.clock.now(), self.inside(chat, self.space)))

    async def lets_in(self, account: Account) -> None:
        """Tells that somebody whose request was granted came in."""
        self.members.joined[account.ref] = self.whole.clock.now()
        where = self.where(GENERAL, account.ref)
        await self.tell(MemberJoined(self.next_key(), self.whole.clock.now(), where, member=account))

    async def takes_bot_in(self) -> None:
        """Takes the bot into the space."""
        here = self.inside(self.chat(GENERAL), self.space)
        await self.tell(BotAdded(self.next_key(), self.whole.clock.now(), here, "Cat Club", language="en"))

    async def removes_bot(self) -> None:
        where = self.inside(self.chat(GENERAL), self.space)
        await self.tell(BotRemoved(self.next_key(), self.whole.clock.now(), where))

    async def settled(self) -> None:
        await self.whole.at_rest(lambda: not (self.gateway.running.is_set() and self.gateway.untold))

    async def changed(self) -> None:
        await self.gateway.seen_change.wait()


@dataclass(frozen=True, slots=True)
class FakeHouse:
    """A platform in memory that outlives the bot's processes."""

    gateway: FakeGateway
    members: FakeMembers
    places: FakePlaces

    @classmethod
    def built(cls, clock: StageClock, able: Capabilities, called: Platform = FAKE) -> "FakeHouse":
        """A platform with a space of two chats."""
        gateway = FakeGateway(clock, able, called=called)
        members = FakeMembers(clock=clock)
        chats = [PlaceName(ChatRef(called, f"{SPACE.id}-{chat}"), chat) for chat in (INTRODUCTIONS, GENERAL)]
        return cls(gateway, members, FakePlaces(chats, members, lacking=gateway.lacking))

    @property
    def station(self) -> Station:
        """For the bot."""
        return Station(self.gateway, self.members, self.places)

    def stage(self, name: str, whole: Whole) -> FakeStage:
        """The stage on it."""
        stage = FakeStage(name, self.gateway, self.members, self.places, whole)
        self.members.on_decided = stage.lets_in
        self.places.opens = stage.opens_thread
        self.places.private_threads = stage.rich
        return stage


@asynccontextmanager
async def fake_stage(
    folder: Path,
    able: Capabilities = RICH,
    *,
    name: str = "fake",
    cogs: Declared | None = None,
    translator: Translator | None = None,
    handler_seconds: float = 20.0,
    instant: float = 5.0,
    **settings: object,
) -> AsyncGenerator[FakeStage]:
    """The whole bot on the platform in memory, with a community of three chats.

    Args:
        folder: where its database is.
        able: what the platform can do.
        name: what the stage is called.
        cogs: those found, unless given.
        translator: who translates; the configured engines, unless given.
        handler_seconds: the time limit of a handler.
        instant: pauses up to so many seconds are over at once.
        **settings: of the configuration.
    """
    platforms = {FAKE: (name, able)}
    async with fake_stages(folder, platforms, cogs, translator, settings, handler_seconds, instant) as [stage]:
        yield stage


@asynccontextmanager
async def fake_stages(
    folder: Path,
    platforms: Mapping[Platform, tuple[str, Capabilities]],
    cogs: Declared | None = None,
    translator: Translator | None = None,
    settings: Mapping[str, object] | None = None,
    handler_seconds: float = 20.0,
    instant: float = 5.0,
) -> AsyncGenerator[Sequence[FakeStage]]:
    """The whole bot on platforms in memory, each with a stage's name and what it can do; see :func:`fake_stage`."""
    found = None
    if not settings and is_taken_in_as_ever(cogs):
        found = await begun(
            tuple((called, able) for called, (_, able) in platforms.items()), partial(_fakes, platforms=platforms)
        )
        found.copy_to(folder)
    opened = _fakes(folder, platforms, cogs, translator, settings, handler_seconds, instant, found)
    async with opened as stages:
        yield stages


@asynccontextmanager
async def _fakes(
    folder: Path,
    platforms: Mapping[Platform, tuple[str, Capabilities]],
    cogs: Declared | None = None,
    translator: Translator | None = None,
    settings: Mapping[str, object] | None = None,
    handler_seconds: float = 20.0,
    instant: float = 5.0,
    found: Begun | None = None,
) -> AsyncGenerator[Sequence[FakeStage]]:
    clock = StageClock(START, instant=instant)
    houses = {called: FakeHouse.built(clock, able, called) for called, (_, able) in platforms.items()}

    def build() -> Platforms:
        return Platforms({called: house.station for called, house in houses.items()})

    config = config_on(await migrated_copy(folder), **(settings or {}))
    whole = Whole(folder, clock, build, config, cogs or everything(), handler_seconds, translator=translator)
    stages = [house.stage(platforms[called][0], whole) for called, house in houses.items()]
    for stage, standing in zip(stages, () if found is None else found.standing, strict=found is not None):
        stage.stands(standing)
    try:
        await whole.start()
        for stage in stages:
            await stage.gateway.running.wait()
        if not (settings or {}).get("allowed_spaces"):
            for stage in stages if found is None else ():
                await stage.takes_bot_in()
            for stage in stages:
                await stage.settled()
        yield stages
    finally:
        await whole.stop()
