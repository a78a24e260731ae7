"""Whatever is said, changed, taken back, answered and reacted to, whenever the process ends: both sides show the same.

Random walks with fixed seeds over the two fakes, each a conversation of some forty steps.
"""

import asyncio
import random
import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.api.mirror import Manner, Trouble
from bot.domain.errors import Flooded, Unreachable
from bot.domain.languages import Language
from tests.bot.core.mirror.repeater import TEXTS, Repeater, tie
from tests.kit.fake import FakeGateway
from tests.kit.stage import GENERAL, Member, Seen
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.pairs import Pair, fake_pair
from tests.kit.stages.whole import with_cogs
from tests.kit.translator import SpokenTranslator

STEPS = 40
WORDS = re.compile(r"line \d+ of the walk")
QUOTED = "↩"
EMOJI = ("👍", "❤", "🎉")


@pytest.fixture
async def pair(tmp_path: Path, repeater: Repeater, translator: SpokenTranslator) -> AsyncGenerator[Pair]:
    """The fakes, and a translator that anybody may ask."""
    translator.service = replace(translator.service, public=False)
    cogs = with_cogs(repeater.cog, texts={"repeater": TEXTS}, alone=True)
    async with fake_pair(tmp_path, cogs=cogs, translator=translator) as opened:
        yield opened


@dataclass(slots=True)
class Original:
    """What somebody said."""

    side: int
    seen: Seen
    text: str
    gone: bool = False


@dataclass(slots=True)
class Walk:
    """One conversation.

    Attributes:
        abrupt: the process is killed at any moment, and often; else once everything was done.
    """

    pair: Pair
    chance: random.Random
    members: tuple[Member, Member]
    abrupt: bool = False
    said: list[Original] = field(default_factory=list[Original])
    count: int = 0

    def _words(self) -> str:
        self.count += 1
        return f"line {self.count} of the walk"

    def _one(self, side: int | None = None) -> Original | None:
        living = [one for one in self.said if not one.gone and side in {None, one.side}]
        return self.chance.choice(living) if living else None

    async def step(self) -> None:
        """Does one thing."""
        match self.chance.choices(
            ["say", "answer", "edit", "delete", "react", "fail", "settle", "restart"],
            [10, 4, 6, 3, 3, 2, 2, 5 if self.abrupt else 1],
        )[0]:
            case "answer" if self.said:
                await self._say(self.chance.choice(self.said))
            case "edit" if (one := self._one()) is not None:
                one.text = self._words()
                await self.members[one.side].edits(one.seen, one.text)
            case "delete" if (one := self._one(side=0)) is not None:  # the other side never tells
                one.gone = True
                await self.members[0].deletes(one.seen)
            case "react" if (one := self._one()) is not None:
                await self.members[one.side].reacts(self.chance.choice(EMOJI), one.seen)
            case "fail":
                gateway = _gateway(self.pair, self.chance.randrange(2))
                gateway.failures.append(self.chance.choice([Unreachable("a dropped line"), Flooded(1.0)]))
                if gateway.able.finds_sent:
                    gateway.lost.append(Unreachable("a lost answer", uncertain=True))
            case "settle":
                await self.pair.settled()
            case "restart":
                if self.abrupt:
                    for _ in range(self.chance.randrange(60)):  # in the middle of whatever is done just then
                        await asyncio.sleep(0)
                else:
                    await self.pair.settled()
                await self.pair.restarts()
                # What is in hand at two kills in a row is given up: another rule, with tests of its own.
                await self.pair.settled()
            case _:
                await self._say(None)

    async def _say(self, answered: Original | None) -> None:
        side = self.chance.randrange(2) if answered is None else answered.side
        text = self._words()
        to = None if answered is None or answered.gone else answered.seen
        self.said.append(Original(side, await self.members[side].says(text, to=to, chat=GENERAL), text))

    def shown(self, side: int) -> list[str]:
        """What the bot shows on a side of the other one's words, in order."""
        lines = [line for one in self.members[side].visible() if one.by_bot for line in one.text.splitlines()]
        return [found for line in lines if not line.startswith(QUOTED) for found in WORDS.findall(line)]

    def meant(self, side: int) -> list[str]:
        """What should be shown there."""
        return [one.text for one in self.said if one.side != side and not one.gone]


def _gateway(pair: Pair, side: int) -> FakeGateway:
    stage = (pair.left, pair.right)[side]
    assert isinstance(stage, FakeStage)
    return stage.gateway


@pytest.mark.parametrize("seed", range(5))
async def test_both_sides_show_the_same_conversation(pair: Pair, seed: int) -> None:
    spanish = Manner(languages=(Language.SPANISH,)) if seed % 2 else Manner()
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await tie((pair.left, GENERAL), (pair.right, GENERAL), there=spanish)
    walk = Walk(pair, random.Random(seed), (ana, bo))  # noqa: S311  # the same walk each time
    for _ in range(STEPS):
        await walk.step()
    await pair.settled()
    for side in (0, 1):
        assert walk.shown(side) == walk.meant(side), f"side {side}"


@pytest.mark.parametrize("seed", range(5, 9))
async def test_whenever_it_is_killed_nothing_is_lost_and_what_stands_twice_is_reported(
    pair: Pair, repeater: Repeater, seed: int
) -> None:
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await tie((pair.left, GENERAL), (pair.right, GENERAL))
    walk = Walk(pair, random.Random(seed), (ana, bo), abrupt=True)  # noqa: S311  # the same walk each time
    for _ in range(STEPS):
        await walk.step()
    await pair.settled()
    assert walk.shown(0) == walk.meant(0), "where what was sent is found again, nothing stands twice"
    shown, meant = walk.shown(1), walk.meant(1)
    assert set(meant) <= set(shown)
    assert shown == meant or Trouble.UNCERTAIN in repeater.troubles
