"""What moderators and admins of a space do: who is in, who may write, what roles and chats are called, the bot."""

from datetime import timedelta
from typing import assert_never

from bot.adapters.playground import inbound
from bot.adapters.playground.cast import INTRODUCTIONS, LOBBIES
from bot.adapters.playground.doors import Doors
from bot.adapters.playground.gateway import PlaygroundGateway
from bot.adapters.playground.limits import CHATS, NAME, ROLES, Side
from bot.adapters.playground.refusal import NotAllowed
from bot.adapters.playground.requests import (
    Answer,
    DeleteRole,
    Door,
    DropChat,
    GiveRole,
    Invite,
    MakeRole,
    OpenChat,
    Remove,
    RenameChat,
    RenameRole,
    Restrict,
)
from bot.adapters.playground.state import BOT, Chat, Membership, Person, Role, Service, Space
from bot.adapters.playground.world import World
from bot.domain.access import Access

RolesGoverned = MakeRole | RenameRole | DeleteRole | GiveRole
Governed = Remove | Answer | Restrict | Invite | Door | RenameChat | OpenChat | DropChat | RolesGoverned


def _least(request: Governed) -> Access:
    if isinstance(request, OpenChat):
        return Access.EVERYONE
    return Access.MODERATOR if isinstance(request, Remove | Answer | Restrict) else Access.ADMIN


def named(typed: str) -> str:
    """A name as typed, without needless blanks; raises :class:`NotAllowed` when it is none."""
    name = " ".join(typed.split())
    if not 1 <= len(name) <= NAME or not name.isprintable():
        raise NotAllowed("refused-name")
    return name


class Governing:
    """Does it for who has the rank."""

    def __init__(self, world: World, gateway: PlaygroundGateway, doors: Doors) -> None:
        self._world = world
        self._gateway = gateway
        self._doors = doors

    def do(self, you: Person, space: Space, request: Governed) -> None:
        """Does one thing for a member of the space; raises :class:`NotAllowed`."""
        if you.access < _least(request):
            raise NotAllowed("refused-rank")
        match request:
            case Remove():
                self._remove(space, self._below(you, request.person), request)
            case Answer(person=identifier, inside=inside):
                self._answer(space, self._below(you, identifier), inside=inside)
            case Restrict():
                self._restrict(space, self._below(you, request.person), request)
            case Invite(inside=inside):
                self._invite(you, space, inside=inside)
            case Door(asks=asks):
                self._only(space, Side.RIGHT)
                self._world.set_asks_first(space, asks=asks)
            case OpenChat(place=place, name=name):
                self._open(you, space, self._chat(space, place), named(name))
            case DropChat(place=place):
                self._drop(space, self._chat(space, place))
            case RenameChat(place=place, name=name):
                self._rename(you, self._chat(space, place), named(name))
            case MakeRole() | RenameRole() | DeleteRole() | GiveRole():
                self._govern_role(you, space, request)
            case _:
                assert_never(request)

    def _govern_role(self, you: Person, space: Space, request: RolesGoverned) -> None:
        self._only(space, Side.LEFT)
        match request:
            case MakeRole(name=name):
                if len(space.roles) >= ROLES:
                    raise NotAllowed("refused-roles", str(ROLES))
                self._world.make_role(space, named(name))
            case RenameRole(role=role, name=name):
                self._world.rename_role(self._role(space, role), named(name))
            case DeleteRole(role=role):
                self._world.delete_role(space, self._role(space, role))
            case GiveRole(person=identifier, role=role, given=given):
                member = self._member(space, self._below(you, identifier))
                self._world.give_role(member, self._role(space, role).id, given=given)
            case _:
                assert_never(request)

    def _below(self, you: Person, identifier: str) -> Person:
        """Somebody of one's own side over whom one stands."""
        person = self._world.person(identifier)
        if person is None or person.side is not you.side:
            raise NotAllowed("refused-gone")
        if person.access >= you.access:
            raise NotAllowed("refused-rank")
        return person

    @staticmethod
    def _member(space: Space, person: Person) -> Membership:
        member = space.members.get(person.id)
        if member is None:
            raise NotAllowed("refused-gone")
        return member

    @staticmethod
    def _only(space: Space, side: Side) -> None:
        if space.side is not side:
            raise NotAllowed("refused-gone")

    def _role(self, space: Space, identifier: str) -> Role:
        role = self._world.role(space, identifier)
        if role is None:
            raise NotAllowed("refused-gone")
        return role

    def _chat(self, space: Space, place: str) -> Chat:
        chat = self._world.chat(place)
        if chat is None or chat.space != space.id:
            raise NotAllowed("refused-gone")
        return chat

    def _remove(self, space: Space, person: Person, request: Remove) -> None:
        if request.how == "pardon":
            self._world.pardon(person, space)
        elif person.id in space.members:
            self._doors.out(person, space, Service.BANNED if request.how == "ban" else Service.REMOVED)
        else:
            raise NotAllowed("refused-gone")

    def _answer(self, space: Space, person: Person, *, inside: bool) -> None:
        if person.id not in space.asking:
            raise NotAllowed("refused-gone")
        if inside:
            self._doors.let_in(person, space)
        else:
            self._doors.turn_away(person, space)

    def _restrict(self, space: Space, person: Person, request: Restrict) -> None:
        member = self._member(space, person)
        until = None if request.minutes is None else self._world.clock.now() + timedelta(minutes=request.minutes)
        self._world.mute(member, muted=request.restricted, until=until if request.restricted else None)

    def _open(self, you: Person, space: Space, chat: Chat, name: str) -> None:
        if space.members[you.id].screening:
            raise NotAllowed("refused-captcha")
        if self._world.muted(you, space):
            raise NotAllowed("refused-muted")
        if len(self._world.chats_of(space.ref)) >= CHATS:
            raise NotAllowed("refused-chats", str(CHATS))
        opened = self._world.open_chat(chat, name)
        if self._world.bot_sees(opened):
            self._gateway.tell(inbound.place_opened(self._world, opened, self._world.clock.now()))

    def _drop(self, space: Space, chat: Chat) -> None:
        if chat.place in {LOBBIES[space.side], INTRODUCTIONS[space.side]}:
            raise NotAllowed("refused-gone")
        telling = inbound.place_gone(self._world, chat, self._world.clock.now())
        self._world.drop_chat(chat)
        if space.bot_inside:
            self._gateway.tell(telling)

    def _rename(self, you: Person, chat: Chat, name: str) -> None:
        if name == chat.name:
            return
        self._world.rename_chat(chat, name)
        self._world.say(chat, you.id, Service.RENAMED)
        if self._world.bot_sees(chat):
            now = self._world.clock.now()
            self._gateway.tell(inbound.place_renamed(self._world, chat, now, self._world.next_id()))

    def _invite(self, you: Person, space: Space, *, inside: bool) -> None:
        if space.bot_inside is inside:
            return
        self._world.set_bot_inside(space, inside=inside)
        self._world.say(self._world.lobby(space), BOT, Service.BOT_CAME if inside else Service.BOT_WENT)
        now = self._world.clock.now()
        if inside:
            self._gateway.tell(inbound.bot_came(self._world, space, you, now, self._world.next_id()))
        else:
            self._gateway.tell(inbound.bot_went(self._world, space, now, self._world.next_id()))
