"""Whatever is said, held, let go, dropped, changed and taken back, whenever the process ends: what was let go is shown.

Random walks with fixed seeds over the two fakes.
"""

import random
import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.domain.errors import Flooded, Unreachable
from bot.domain.refs import MessageRef
from tests.bot.core.mirror.midway import gateway_of
from tests.bot.core.mirror.private.spied import TEXTS, Spied, Spies, dawn, line_desk
from tests.kit.stage import PRIVATE, Member, Seen
from tests.kit.stages.pairs import Pair, fake_pair
from tests.kit.stages.whole import with_cogs

STEPS = 40
WORDS = re.compile(r"line \d+ of the walk")


@pytest.fixture
async def pair(tmp_path: Path, spied: Spied) -> AsyncGenerator[Pair]:
    """The fakes."""
    async with fake_pair(tmp_path, cogs=with_cogs(spied.cog, texts={"spied": TEXTS}, alone=True)) as opened:
        yield opened


@dataclass(slots=True)
class Original:
    """What somebody said.

    Attributes:
        seen_as: all that the others saw of it, the oldest first.
    """

    side: int
    seen: Seen
    text: str
    held: bool
    gone: bool = False
    seen_as: list[str] = field(default_factory=list[str])


@dataclass(slots=True)
class Walk:
    """One conversation between Ana and Bo.

    Attributes:
        shown: what was not held or was let go, in that order.
    """

    pair: Pair
    spied: Spied
    members: tuple[Member, Member]
    chance: random.Random
    said: list[Original] = field(default_factory=list[Original])
    shown: list[Original] = field(default_factory=list[Original])
    count: int = 0

    def words(self) -> str:
        self.count += 1
        return f"line {self.count} of the walk"

    def one(self, *, side: int | None = None) -> Original | None:
        living = [one for one in self.said if not one.gone and side in {None, one.side}]
        return self.chance.choice(living) if living else None

    def held(self) -> list[Original]:
        return [one for one in self.said if one.held and not one.gone]

    def let(self, one: Original) -> None:
        one.held = False
        one.seen_as.append(one.text)
        self.shown.append(one)

    async def step(self) -> None:
        """Does one thing. What is said and let go has its order, so each waits for what was before."""
        await self.pair.settled()
        desk = line_desk(self.pair.whole)
        match self.chance.choices(
            ["say", "hold", "edit", "delete", "let one go", "let all go", "drop", "fail", "restart"],
            [8, 8, 6, 3, 4, 2, 1, 2, 2],
        )[0]:
            case "edit" if (one := self.one()) is not None:
                one.text = self.words()
                await self.members[one.side].edits(one.seen, one.text)
                if not one.held:
                    one.seen_as.append(one.text)
            case "delete" if (one := self.one(side=0)) is not None:  # the other side never tells
                one.gone = True
                await self.members[0].deletes(one.seen)
            case "let one go" if self.held():
                one = self.chance.choice(self.held())
                assert await desk.let_go("bo", self.ref(one)) == 1
                self.let(one)
            case "let all go":
                held = self.held()
                assert await desk.let_go("bo") == len(held)
                for one in held:
                    self.let(one)
            case "drop" if self.held():
                one = self.chance.choice(self.held())
                assert await desk.drop_held("bo", self.ref(one))
                one.gone = True
            case "fail":
                gateway = gateway_of((self.pair.left, self.pair.right)[self.chance.randrange(2)])
                gateway.failures.append(self.chance.choice([Unreachable("a dropped line"), Flooded(1.0)]))
            case "restart":
                await self.pair.restarts()
            case what:
                await self.say(held=what == "hold")

    async def say(self, *, held: bool) -> None:
        self.spied.held = held
        side, text = self.chance.randrange(2), self.words()
        one = Original(side, await self.members[side].says(text, chat=PRIVATE), text, held)
        self.said.append(one)
        if not held:
            self.let(one)

    def ref(self, one: Original) -> MessageRef:
        return MessageRef((self.pair.left, self.pair.right)[one.side].space.platform, one.seen.chat, one.seen.id)

    def visible(self, side: int) -> list[str]:
        return [found for one in self.members[side].visible() if one.by_bot for found in WORDS.findall(one.text)]


@pytest.mark.parametrize("seed", range(6))
async def test_what_was_let_go_is_shown_as_it_is_and_nothing_else(
    pair: Pair, spies: Spies, spied: Spied, seed: int
) -> None:
    walk = Walk(pair, spied, (spies.ana, spies.bo), random.Random(seed))  # noqa: S311  # the same walk each time
    for _ in range(STEPS):
        await walk.step()
    await pair.settled()
    desk = line_desk(pair.whole)
    for side in (0, 1):
        meant = [one.text for one in walk.shown if one.side != side and not one.gone]
        assert walk.visible(side) == meant, f"side {side}"
    assert list(await desk.held("bo")) == [walk.ref(one) for one in walk.held()]
    known = {one.line: one for one in await desk.lately("bo", dawn(pair))}
    told = [(one.deleted, [*(was.text.plain for was in one.former), one.text.plain]) for one in known.values()]
    assert told == [(one.gone, one.seen_as) for one in walk.said if one.seen_as]
