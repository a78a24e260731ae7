"""Coming in and going: straight in, by asking first, behind a captcha; let in, turned away, removed, banned.

The page and the bot both do this; either way the platform says a line, and the bot is told while it is inside.
"""

from collections.abc import Callable
from datetime import datetime

from bot.adapters.playground import inbound
from bot.adapters.playground.gateway import PlaygroundGateway
from bot.adapters.playground.inbound import Telling
from bot.adapters.playground.refusal import NotAllowed
from bot.adapters.playground.state import Person, Service, Space
from bot.adapters.playground.world import World

_Told = Callable[[World, Person, Space, datetime, str], Telling]


class Doors:
    """Lets people in and out."""

    def __init__(self, world: World, gateway: PlaygroundGateway) -> None:
        self._world = world
        self._gateway = gateway

    def knock(self, person: Person, *, screening: bool = False) -> None:
        """Comes in; where the space has people ask first, asks. Raises :class:`NotAllowed`."""
        space = self._world.space_on(person.side)
        if person.id in space.banned:
            raise NotAllowed("refused-banned")
        if person.id in space.members:
            raise NotAllowed("refused-inside")
        if not space.asks_first:
            self.let_in(person, space, screening=screening)
        elif person.id in space.asking:
            raise NotAllowed("refused-asking")
        else:
            self._world.ask(person, space)
            self._tell(inbound.asked_in, person, space)

    def let_in(self, person: Person, space: Space, *, screening: bool = False) -> None:
        """Lets somebody in who may come."""
        self._world.admit(person, space, screening=screening)
        self._gateway.show_anew(person)
        self._world.say(self._world.lobby(space), person.id, Service.JOINED)
        self._tell(inbound.screened if screening else inbound.joined, person, space)

    def turn_away(self, person: Person, space: Space) -> None:
        """Says no to who asked, or they take it back themselves. No platform tells the bot."""
        self._world.stop_asking(person, space)

    def pass_screening(self, person: Person, space: Space) -> None:
        """A member solved the captcha: the platform tells of their coming again."""
        self._world.pass_screening(space.members[person.id])
        self._tell(inbound.joined, person, space)

    def out(self, person: Person, space: Space, service: Service) -> None:
        """A member goes: by themselves, removed or banned."""
        self._world.dismiss(person, space, ban=service is Service.BANNED)
        self._world.say(self._world.lobby(space), person.id, service)
        self._gateway.show_anew(person)
        self._tell(inbound.banned if service is Service.BANNED else inbound.left, person, space)

    def _tell(self, told: _Told, person: Person, space: Space) -> None:
        if space.bot_inside:
            self._gateway.tell(told(self._world, person, space, self._world.clock.now(), self._world.next_id()))
