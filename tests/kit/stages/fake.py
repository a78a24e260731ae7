"""The platform in memory, rich or plain: for the whole bot, where no client library is to play a part."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from bot.bootstrap import Declared, Platforms
from bot.core.stations import Station
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.capabilities import Capabilities, Forms, PrivateReplies
from bot.domain.events import BotAdded, BotRemoved, Community, Event, MemberJoined, PlaceOpened, Private, Where
from bot.domain.refs import ChatRef, SpaceRef, UserRef
from bot.ports.places import PlaceName
from tests.kit.clock import START
from tests.kit.fake import FAKE, RICH, FakeGateway
from tests.kit.fake_house import FakeMembers, FakePlaces, FakeRole
from tests.kit.stage import GENERAL, INTRODUCTIONS, PRIVATE, Member
from tests.kit.stages.fake_member import FakeMember, Written
from tests.kit.stages.time import StageClock
from tests.kit.stages.whole import Whole, config_on, everything, migrated_copy

SPACE = SpaceRef(FAKE, "club")
NEIGHBOURS = SpaceRef(FAKE, "neighbours")


@dataclass(slots=True)
class FakeStage:
    """Implements :class:`tests.kit.stage.Stage`.

    Attributes:
        names: what the chats are called now.
    """

    name: str
    gateway: FakeGateway
    members: FakeMembers
    places: FakePlaces
    whole: Whole
    written: dict[str, Written] = field(default_factory=dict[str, Written])
    names: dict[ChatRef, str] = field(default_factory=dict[ChatRef, str])
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

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
    def upload_bytes(self) -> int:
        return 100_000_000

    def where(self, chat: str, user: UserRef, space: SpaceRef = SPACE) -> Where:
        """Where something happens in one of the chats of a space."""
        if chat == PRIVATE:
            return Private(ChatRef(FAKE, user.id))
        return self.inside(self.chat(chat, space), space)

    def inside(self, chat: ChatRef, space: SpaceRef) -> Community:
        """A chat of a space, as it is called now."""
        return Community(space, chat, self.names.get(chat, chat.id.partition("-")[2]))

    def chat(self, chat: str, space: SpaceRef = SPACE) -> ChatRef:
        """A chat of a space."""
        return ChatRef(FAKE, f"{space.id}-{chat.replace(' ', '_')}")

    def next_key(self) -> str:
        """A new event's key."""
        return f"e{next(self._numbers)}"

    async def tell(self, event: Event) -> None:
        """Tells the bot that something happened."""
        assert self.gateway.intake is not None
        await self.gateway.intake.accept(event)

    def account(self, name: str, language: str | None) -> Account:
        number = next(self._numbers)
        return Account(UserRef(FAKE, f"person{number:04}"), name, f"user{number}", language=language)

    async def newcomer(self, name: str, language: str = "en", *, screening: bool = False) -> FakeMember:
        member = await self.stranger(name, language)
        await member.joins(screening=screening)
        return member

    async def stranger(self, name: str, language: str = "en") -> FakeMember:
        return self._somebody(name, language, SPACE)

    async def member(self, name: str, language: str = "en", access: Access = Access.EVERYONE) -> FakeMember:
        return self._inside(name, language, access, SPACE)

    async def neighbour(self, name: str, language: str = "en") -> FakeMember:
        member = self._inside(name, language, Access.ADMIN, NEIGHBOURS)
        where = self.where(GENERAL, member.ref, NEIGHBOURS)
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
        self.names[self.chat(name)] = name
        self.places.chats.append(PlaceName(self.chat(name), name))
        await self._tell_place(self.chat(name))

    async def renames(self, chat: str, name: str) -> None:
        ref = self.chat(chat)
        self.names[ref] = name
        self.places.chats[:] = [PlaceName(one.chat, name if one.chat == ref else one.name) for one in self.places.chats]
        await self._tell_place(ref)

    async def _tell_place(self, chat: ChatRef) -> None:
        await self.tell(PlaceOpened(self.next_key(), self.whole.clock.now(), self.inside(chat, SPACE)))

    async def lets_in(self, account: Account) -> None:
        """Tells that somebody whose request was granted came in."""
        self.members.joined[account.ref] = self.whole.clock.now()
        where = self.where(GENERAL, account.ref)
        await self.tell(MemberJoined(self.next_key(), self.whole.clock.now(), where, member=account))

    async def removes_bot(self) -> None:
        where = self.inside(self.chat(GENERAL), SPACE)
        await self.tell(BotRemoved(self.next_key(), self.whole.clock.now(), where))

    async def settled(self) -> None:
        await self.whole.at_rest()

    async def changed(self) -> None:
        await self.gateway.seen_change.wait()


@asynccontextmanager
async def fake_stage(
    folder: Path,
    able: Capabilities = RICH,
    *,
    name: str = "fake",
    cogs: Declared | None = None,
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
        handler_seconds: the time limit of a handler.
        instant: pauses up to so many seconds are over at once.
        **settings: of the configuration.
    """
    clock = StageClock(START, instant=instant)
    gateway = FakeGateway(clock, able)
    members = FakeMembers(clock=clock)
    chats = [PlaceName(ChatRef(FAKE, f"{SPACE.id}-{chat}"), chat) for chat in (INTRODUCTIONS, GENERAL)]
    places = FakePlaces(chats, members)
    whole = Whole(
        folder,
        clock,
        lambda: Platforms({FAKE: Station(gateway, members, places)}),
        config_on(await migrated_copy(folder), **settings),
        cogs or everything(),
        handler_seconds,
    )
    stage = FakeStage(name, gateway, members, places, whole)
    members.on_decided = stage.lets_in
    try:
        await whole.start()
        await gateway.running.wait()
        here = stage.inside(stage.chat(GENERAL), SPACE)
        if not settings.get("allowed_spaces"):
            await stage.tell(BotAdded(stage.next_key(), clock.now(), here, "Cat Club", language="en"))
            await stage.settled()
        yield stage
    finally:
        await whole.stop()
