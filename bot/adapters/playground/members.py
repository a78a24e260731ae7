"""Rights, roles, coming and going in the playground."""

from collections.abc import Sequence
from datetime import datetime

from bot.adapters.playground.accounts import account_of
from bot.adapters.playground.doors import Doors
from bot.adapters.playground.gateway import PlaygroundGateway
from bot.adapters.playground.limits import Side
from bot.adapters.playground.state import Membership, Person, Service, Space
from bot.adapters.playground.world import World
from bot.domain.access import Access
from bot.domain.author import Account
from bot.domain.refs import ChatRef, SpaceRef, UserRef
from bot.ports.outcome import Done, Outcome, Reason, Refused

_GONE = Refused(Reason.GONE, "no such member")


class PlaygroundMembers:
    """A :class:`~bot.ports.members.Members`."""

    def __init__(self, world: World, gateway: PlaygroundGateway) -> None:
        self._world = world
        self._doors = Doors(world, gateway)

    def _found(self, space: SpaceRef, user: UserRef) -> tuple[Space, Person, Membership] | None:
        known = self._world.space(space.id)
        person = self._world.person(user.id)
        if known is None or person is None or known.ref != space or person.ref != user or not known.bot_inside:
            return None
        member = known.members.get(person.id)
        return None if member is None else (known, person, member)

    async def access(self, space: SpaceRef, user: UserRef) -> Access:
        """What a member may do; EVERYONE for who is none."""
        found = self._found(space, user)
        return Access.EVERYONE if found is None else found[1].access

    async def account(self, space: SpaceRef, user: UserRef) -> Account | None:
        """A member as shown now."""
        found = self._found(space, user)
        return None if found is None else account_of(found[1])

    async def joined_since(self, space: SpaceRef, at: datetime) -> Sequence[Account]:
        """Who came in since; only left, as on the platforms that the two sides stand for."""
        known = self._world.space(space.id)
        if known is None or known.ref != space or not known.bot_inside or known.side is Side.RIGHT:
            return ()
        since = [(member.joined, one) for one, member in known.members.items() if not member.screening]
        came = [self._world.person(one) for joined, one in sorted(since) if joined >= at]
        return [account_of(person) for person in came if person is not None]

    async def add_role(self, space: SpaceRef, user: UserRef, role: str) -> Outcome:
        """Gives a role; only left."""
        return self._change_role(space, user, role, given=True)

    async def remove_role(self, space: SpaceRef, user: UserRef, role: str) -> Outcome:
        """Takes a role away; only left."""
        return self._change_role(space, user, role, given=False)

    def _change_role(self, space: SpaceRef, user: UserRef, role: str, *, given: bool) -> Outcome:
        found = self._found(space, user)
        if found is None:
            return _GONE
        known, _, member = found
        if known.side is Side.RIGHT:
            return Refused(Reason.UNSUPPORTED, "no roles here")
        if self._world.role(known, role) is None:
            return Refused(Reason.GONE, "no such role")
        self._world.give_role(member, role, given=given)
        return Done()

    async def restrict(self, space: SpaceRef, user: UserRef, until: datetime | None) -> Outcome:
        """Keeps a member from writing."""
        found = self._found(space, user)
        if found is None:
            return _GONE
        _, person, member = found
        if person.access >= Access.ADMIN:
            return Refused(Reason.NO_RIGHT, "an admin cannot be restricted")
        self._world.mute(member, muted=True, until=until)
        return Done()

    async def release(self, space: SpaceRef, user: UserRef, *, until: datetime | None = None) -> Outcome:
        """Lets a restricted member write again."""
        found = self._found(space, user)
        if found is None:
            return _GONE
        if until is not None and found[2].muted_until != until:
            return Done()
        self._world.mute(found[2], muted=False, until=None)
        return Done()

    async def approve(self, space: SpaceRef, user: UserRef) -> Outcome:
        """Lets in who asked to join."""
        asking = self._asking(space, user)
        if isinstance(asking, Refused):
            return asking
        known, person = asking
        self._doors.let_in(person, known)
        return Done()

    async def decline(self, space: SpaceRef, user: UserRef) -> Outcome:
        """Turns away who asked to join."""
        asking = self._asking(space, user)
        if isinstance(asking, Refused):
            return asking
        known, person = asking
        self._doors.turn_away(person, known)
        return Done()

    def _asking(self, space: SpaceRef, user: UserRef) -> tuple[Space, Person] | Refused:
        known = self._world.space(space.id)
        person = self._world.person(user.id)
        if known is None or person is None or known.ref != space or person.ref != user or not known.bot_inside:
            return _GONE
        if known.side is Side.LEFT:
            return Refused(Reason.UNSUPPORTED, "nobody asks to join here")
        return (known, person) if person.id in known.asking else Refused(Reason.GONE, "they do not ask to join")

    async def ban(self, space: SpaceRef, user: UserRef) -> Outcome:
        """Bans a member."""
        found = self._found(space, user)
        if found is None:
            return _GONE
        known, person, _ = found
        if person.access >= Access.ADMIN:
            return Refused(Reason.NO_RIGHT, "an admin cannot be banned")
        self._doors.out(person, known, Service.BANNED)
        return Done()

    async def silenced(self, space: SpaceRef, user: UserRef) -> bool:
        """Whether a user is banned or kept from writing."""
        known = self._world.space(space.id)
        person = self._world.person(user.id)
        if known is None or person is None or known.ref != space or person.ref != user:
            return False
        return person.id in known.banned or self._world.muted(person, known)

    async def can_read(self, chat: ChatRef, user: UserRef) -> bool:
        """Whether a user can read a chat right now."""
        known = self._world.chat_of(chat)
        person = self._world.person(user.id)
        if known is None or person is None or person.ref != user:
            return False
        return self._world.can_read(person, known)

    async def all_can_read(self, chat: ChatRef) -> bool:
        """Every chat of a space but the moderators' own."""
        known = self._world.chat_of(chat)
        return known is not None and known.owner is None and not known.staff
