"""Private chats on two platforms at once, with lines between them."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.bot.core.mirror.private.spied import TEXTS, Spied, Spies, line, met
from tests.kit.stages.pairs import PAIRS, Pair
from tests.kit.stages.whole import with_cogs
from tests.kit.translator import SpokenTranslator


@pytest.fixture
def spied() -> Spied:
    """The cog."""
    return Spied()


@pytest.fixture(params=list(PAIRS))
async def pair(
    request: pytest.FixtureRequest, tmp_path: Path, spied: Spied, translator: SpokenTranslator
) -> AsyncGenerator[Pair]:
    """The fakes, both twins, both sides of the playground."""
    name: str = request.param
    cogs = with_cogs(spied.cog, texts={"spied": TEXTS}, alone=True)
    async with PAIRS[name](tmp_path, cogs=cogs, translator=translator) as opened:
        yield opened


@pytest.fixture
async def spies(pair: Pair, spied: Spied) -> Spies:
    """Both lines are open; who answers nothing talks to Bo."""
    ana = await met(pair, await pair.left.member("Ana"))
    bo = await met(pair, await pair.right.member("Bo"))
    kit = await met(pair, await pair.right.member("Kit"))
    await line((pair.left, ana), (pair.right, bo), knot="bo")
    await line((pair.left, ana), (pair.right, kit), knot="kit")
    spied.picked = "bo"
    return Spies(ana, bo, kit)
