"""The two fakes in between of two steps: lines and copies as they are kept before anybody works with them."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from bot.core.mirror.line import Kept, Line, NewLine
from bot.core.mirror.parts import Parts
from bot.domain.message import Outgoing
from bot.domain.refs import MessageRef, UserRef
from bot.ports.translator import Ask, Translation
from tests.bot.core.mirror.repeater import TEXTS, Repeater, tie
from tests.kit.clock import settle
from tests.kit.fake import FakeGateway
from tests.kit.patience import PATIENCE
from tests.kit.stage import GENERAL, Member, Seen, Stage
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.pairs import Pair, fake_pair
from tests.kit.stages.whole import with_cogs
from tests.kit.translator import SpokenTranslator

WEEK = timedelta(days=8)


@dataclass(slots=True)
class Faulty(SpokenTranslator):
    """Fails so many times in a way that nobody expects of a translator."""

    faults: list[Exception] = field(default_factory=list[Exception])

    async def translate(self, ask: Ask) -> Translation:
        if self.faults:
            raise self.faults.pop()
        return await SpokenTranslator.translate(self, ask)


def parts_of(pair: Pair) -> Parts:
    return pair.whole.app.services.mirror.parts


def gateway_of(stage: Stage) -> FakeGateway:
    assert isinstance(stage, FakeStage)
    return stage.gateway


async def both_tied(pair: Pair) -> tuple[Member, Member]:
    left, right = await pair.left.member("Ana"), await pair.right.member("Bo")
    await tie((pair.left, GENERAL), (pair.right, GENERAL))
    return left, right


def told(member: Member, words: str) -> list[Seen]:
    return [seen for seen in member.visible() if words in seen.text and seen.by_bot]


async def kept_line(pair: Pair, source: Stage, kept: Kept, *, number: str = "77") -> Line:
    """A line as it is kept before its worker is woken."""
    parts, chat = parts_of(pair), source.chat_ref(GENERAL)
    (way,) = parts.routes.leading_from(chat)
    root = MessageRef(chat.platform, chat.id, number)
    made = pair.whole.clock.now()
    new = NewLine(way.route.id, way.target, chat, root, None, "Ana", UserRef(chat.platform, "7"), kept, None, made)
    await parts.lines.add([root], [new])
    (line,) = await parts.lines.of_root(root)
    return line


async def killed(pair: Pair, line: Line, words: Outgoing) -> int:
    """A copy as a process leaves it that was killed while it was being sent."""
    number = await parts_of(pair).lines.begin(line.chat, [(line, line.kept)], words)
    assert number is not None
    return number


async def wakes(pair: Pair, line: Line) -> None:
    pair.whole.app.services.mirror.delivery.wake(line.chat)
    await pair.settled()


async def passes(pair: Pair, until: Callable[[], bool], *, seconds: float) -> None:
    """Lets time pass, so many seconds at once, until something holds: what failed or gathers waits for the clock.

    Everything that was said by now is taken in first, so that no word comes later than the time that passes.
    """
    async with asyncio.timeout(PATIENCE):
        while any(gateway_of(stage).untold for stage in (pair.left, pair.right)):
            await settle(1)
        await pair.whole.app.lanes.idle()
        while not until():
            await parts_of(pair).lines.waiting()  # the database answered everybody who asked it before
            await settle()
            if not until():
                await pair.whole.clock.move(seconds)


def faulty() -> Faulty:
    """A translator that anybody may ask."""
    made = Faulty()
    made.service = replace(made.service, public=False)
    return made


def fakes_with(folder: Path, repeater: Repeater, translator: Faulty) -> AbstractAsyncContextManager[Pair]:
    """The two fakes: the left one finds what it sent, the right one does not."""
    cogs = with_cogs(repeater.cog, texts={"repeater": TEXTS}, alone=True)
    return fake_pair(folder, cogs=cogs, translator=translator)
