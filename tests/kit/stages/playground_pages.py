"""The playground's pages as a test has them: they wake who waits, and count what the bot was not told yet."""

from dataclasses import dataclass, field

from bot.adapters.playground.acts import Acts
from bot.adapters.playground.gateway import PlaygroundGateway
from bot.adapters.playground.inbound import Telling
from bot.adapters.playground.tabs import Tab, Tabs
from bot.adapters.playground.wire import Reply
from bot.adapters.playground.world import World
from bot.domain.events import Event
from bot.ports.gateway import Intake
from tests.kit.stages.bell import Bell
from tests.kit.stages.intake import WatchedIntake


@dataclass(slots=True, eq=False)
class Page(Tab):
    """An open page that wakes whoever waits when it is told something."""

    bell: Bell = field(default_factory=Bell)

    def tell(self, reply: Reply) -> None:
        Tab.tell(self, reply)
        self.bell.ring()


class CountingGateway(PlaygroundGateway):
    """The adapter's own, which counts what it has not handed in yet."""

    def __init__(self, world: World, tabs: Tabs) -> None:
        super().__init__(world, tabs)
        self.outstanding = 0

    def tell(self, telling: Telling) -> None:
        self.outstanding += 1

        def counted(intake: Intake) -> Event | None:
            event = telling(intake)
            self.outstanding -= event is None
            return event

        super().tell(counted)

    async def run(self, intake: Intake) -> None:
        def accepted(event: Event) -> None:
            del event
            self.outstanding -= 1

        await super().run(WatchedIntake(intake, accepted))


@dataclass(slots=True)
class Pages:
    """The playground of one process: what a restart makes anew."""

    world: World
    tabs: Tabs
    acts: Acts
    gateway: CountingGateway
