"""Members, roles and places of the platform in memory."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.refs import ChatRef, MessageRef, SpaceRef, UserRef
from bot.ports.clock import Clock
from bot.ports.outcome import Done, Outcome, Reason, Refused
from bot.ports.places import PlaceName, RoleName


@dataclass(slots=True)
class FakeRole:
    """A role. ``above`` the bot's own, so that it may not give it."""

    name: str
    above: bool = False


@dataclass(slots=True)
class FakeMembers:
    """Implements :class:`bot.ports.members.Members`; who is not listed is EVERYONE.

    Attributes:
        restricted: until when somebody may not write; None until released.
        joined: since when somebody is in, where it was seen.
        screened: who has yet to pass the rules or a captcha.
        asking: who asked to be let in.
        known_roles: what there is, by id.
        banned: who was banned.
        closed: chats that not all can read.
        on_decided: told when somebody was let in.
        clock: ends restrictions; without one they last.
    """

    levels: dict[UserRef, Access] = field(default_factory=dict[UserRef, Access])
    present: dict[UserRef, Account] = field(default_factory=dict[UserRef, Account])
    joined: dict[UserRef, datetime] = field(default_factory=dict[UserRef, datetime])
    roles: dict[UserRef, set[str]] = field(default_factory=dict[UserRef, set[str]])
    restricted: dict[UserRef, datetime | None] = field(default_factory=dict[UserRef, "datetime | None"])
    screened: set[UserRef] = field(default_factory=set[UserRef])
    asking: dict[UserRef, Account] = field(default_factory=dict[UserRef, Account])
    known_roles: dict[str, FakeRole] = field(default_factory=dict[str, FakeRole])
    banned: set[UserRef] = field(default_factory=set[UserRef])
    closed: set[ChatRef] = field(default_factory=set[ChatRef])
    on_decided: Callable[[Account], Awaitable[None]] | None = None
    clock: Clock | None = None

    def muted(self, user: UserRef) -> bool:
        """Whether somebody may not write now."""
        if user not in self.restricted:
            return False
        until = self.restricted[user]
        return until is None or self.clock is None or self.clock.now() < until

    async def access(self, space: SpaceRef, user: UserRef) -> Access:
        return self.levels.get(user, Access.EVERYONE)

    async def account(self, space: SpaceRef, user: UserRef) -> Account | None:
        return self.present.get(user)

    async def joined_since(self, space: SpaceRef, at: datetime) -> Sequence[Account]:
        came = [(joined, user) for user, joined in self.joined.items() if joined >= at and user in self.present]
        came.sort(key=lambda one: one[0])
        return [self.present[user] for _, user in came if user not in self.screened]

    def _role(self, user: UserRef, role: str) -> Refused | None:
        known = self.known_roles.get(role)
        if known is None or user not in self.present:
            return Refused(Reason.GONE)
        return Refused(Reason.NO_RIGHT) if known.above else None

    async def add_role(self, space: SpaceRef, user: UserRef, role: str) -> Outcome:
        refused = self._role(user, role)
        if refused is None:
            self.roles.setdefault(user, set()).add(role)
        return refused or Done()

    async def remove_role(self, space: SpaceRef, user: UserRef, role: str) -> Outcome:
        refused = self._role(user, role)
        if refused is None:
            self.roles.setdefault(user, set()).discard(role)
        return refused or Done()

    def _acts_on(self, user: UserRef) -> Refused | None:
        if user not in self.present:
            return Refused(Reason.GONE)
        admin = self.levels.get(user, Access.EVERYONE) >= Access.ADMIN
        return Refused(Reason.NO_RIGHT) if admin else None

    async def restrict(self, space: SpaceRef, user: UserRef, until: datetime | None) -> Outcome:
        refused = self._acts_on(user)
        if refused is None:
            self.restricted[user] = until
        return refused or Done()

    async def release(self, space: SpaceRef, user: UserRef, *, until: datetime | None = None) -> Outcome:
        if user not in self.present:
            return Refused(Reason.GONE)
        if until is None or self.restricted.get(user) == until:
            self.restricted.pop(user, None)
        return Done()

    async def approve(self, space: SpaceRef, user: UserRef) -> Outcome:
        asked = self.asking.pop(user, None)
        if asked is None:
            return Refused(Reason.GONE)
        self.present[user] = asked
        if self.on_decided is not None:
            await self.on_decided(asked)
        return Done()

    async def decline(self, space: SpaceRef, user: UserRef) -> Outcome:
        return Refused(Reason.GONE) if self.asking.pop(user, None) is None else Done()

    async def ban(self, space: SpaceRef, user: UserRef) -> Outcome:
        refused = self._acts_on(user)
        if refused is None:
            self.present.pop(user, None)
            self.banned.add(user)
        return refused or Done()

    async def silenced(self, space: SpaceRef, user: UserRef) -> bool:
        """Whether a user is banned or kept from writing."""
        return user in self.banned or self.muted(user)

    async def can_read(self, chat: ChatRef, user: UserRef) -> bool:
        return True

    async def all_can_read(self, chat: ChatRef) -> bool:
        return chat not in self.closed


@dataclass(slots=True)
class FakePlaces:
    """Implements :class:`bot.ports.places.Places`.

    Attributes:
        pins: what is pinned, the oldest first.
        opens: opens a thread under a chat; None where there are none.
        private_threads: whether some may be seen by a few only; ``let_in`` says by whom.
        lacking: rights that were taken from the bot; the gateway's own.
    """

    chats: list[PlaceName] = field(default_factory=list[PlaceName])
    members: FakeMembers = field(default_factory=FakeMembers)
    pins: list[MessageRef] = field(default_factory=list[MessageRef])
    opens: Callable[[ChatRef, str], Awaitable[ChatRef]] | None = None
    private_threads: bool = False
    let_in: dict[ChatRef, tuple[UserRef, ...]] = field(default_factory=dict[ChatRef, tuple[UserRef, ...]])
    lacking: set[str] = field(default_factory=set[str])

    def known(self, space: SpaceRef) -> Sequence[PlaceName]:
        return self.chats

    def roles(self, space: SpaceRef) -> Sequence[RoleName]:
        known = self.members.known_roles.items()
        return [RoleName(number, role.name) for number, role in known if not role.above]

    async def open_thread(self, chat: ChatRef, name: str, start: MessageRef | None) -> ChatRef | Refused:
        return Refused(Reason.UNSUPPORTED) if self.opens is None else await self.opens(chat, name)

    async def open_private_thread(self, chat: ChatRef, name: str, members: Sequence[UserRef]) -> ChatRef | Refused:
        if self.opens is None or not self.private_threads:
            return Refused(Reason.UNSUPPORTED)
        opened = await self.opens(chat, name)
        self.let_in[opened] = tuple(members)
        return opened

    async def close_thread(self, chat: ChatRef, members: Sequence[UserRef] = ()) -> Outcome:
        self.let_in[chat] = tuple(one for one in self.let_in.get(chat, ()) if one not in members)
        return Done()

    async def pin(self, message: MessageRef) -> Outcome:
        """Pins a message."""
        if "pins" in self.lacking:
            return Refused(Reason.NO_RIGHT)
        if message not in self.pins:
            self.pins.append(message)
        return Done()

    async def unpin(self, message: MessageRef) -> Outcome:
        """Takes a pin away."""
        if message in self.pins:
            self.pins.remove(message)
        return Done()

    def link(self, message: MessageRef) -> str | None:
        return f"https://{message.platform}.invalid/{message.chat}/{message.id}"
