"""The mirror's stores by themselves, on one database, with one route."""

from dataclasses import dataclass

from bot.api.mirror import Route
from bot.core.mirror.former import Utterances
from bot.core.mirror.holding import Holding
from bot.core.mirror.line import Copy, Due, Kept, Line, NewLine
from bot.core.mirror.lines import Lines
from bot.core.mirror.reactions import ReactionBook
from bot.core.mirror.retention import Retention
from bot.core.mirror.routes import Routes
from bot.core.mirror.silences import Silences
from bot.domain.author import Account
from bot.domain.message import As, Outgoing
from bot.domain.refs import ChatRef, MessageRef, PersonId, Platform, UserRef
from bot.domain.text import RichText
from tests.bot.core.stores.conftest import Stores
from tests.kit.bus import LocalBus
from tests.kit.clock import MovableClock

HERE, THERE = ChatRef(Platform("one"), "10"), ChatRef(Platform("other"), "-20", "3")
ANA = Account(UserRef(Platform("one"), "7"), "Ana")
EVERY_FLAG = Due.SEND | Due.CHANGE | Due.FILES | Due.TAKE | Due.REACT
HELLO = Kept(RichText.of("hello \x00 there"))
SAID = Outgoing(RichText.of("hello"), speaker=As("Ana"))


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything on one database, with one route."""

    stores: Stores
    clock: MovableClock
    bus: LocalBus
    lines: Lines
    holding: Holding
    utterances: Utterances
    retention: Retention
    reactions: ReactionBook
    routes: Routes
    silences: Silences
    route: Route

    async def hears(
        self,
        number: int = 1,
        kept: Kept = HELLO,
        *,
        album: int = 1,
        held: bool = False,
        keeps: bool = False,
        veiled: bool = False,
    ) -> Line:
        """An original on the route."""
        messages = [original(number + index) for index in range(album)]
        account, now = None if veiled else ANA.ref, self.clock.now()
        new = NewLine(
            self.route.id,
            THERE,
            HERE,
            messages[0],
            PersonId(1),
            "Ana",
            account,
            kept,
            None,
            now,
            held=held,
            keeps_former=keeps,
        )
        await self.lines.add(messages, [new])
        return await self.line(number)

    async def line(self, number: int = 1) -> Line:
        """The line of an original, as it is now."""
        (found,) = await self.lines.of_root(original(number))
        return found

    async def begins(self, *lines: Line) -> int:
        """Lines become a copy that is being sent."""
        number = await self.lines.begin(THERE, [(line, line.kept) for line in lines], SAID)
        assert number is not None
        return number

    async def stands(self, *lines: Line) -> Copy:
        """Lines become a copy that stands."""
        number = await self.begins(*lines)
        await self.lines.stands(number, [post(number)], lines, spoken=True, texts=1)
        copy = await self.lines.copy(number)
        assert copy is not None
        return copy


def original(number: int) -> MessageRef:
    return MessageRef(HERE.platform, HERE.id, str(number))


def post(number: int) -> MessageRef:
    return MessageRef(THERE.platform, THERE.id, str(1_000 + number))
