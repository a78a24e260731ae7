"""Two spies on two platforms, days later: a silence is nudged, a week is asked about, and one says goodbye."""

from collections.abc import AsyncGenerator
from datetime import timedelta
from pathlib import Path

import pytest

from cogs.spies.rules.keeping import CHECKED_AFTER, SILENCES
from tests.cogs.spies.line.kit import OWN, Spy, line_between, says, sees, sees_no, two
from tests.kit.stages.pairs import PAIRS, Pair
from tests.kit.translator import SpokenTranslator

A_MINUTE = timedelta(minutes=1)


@pytest.fixture(params=list(PAIRS))
async def pair(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncGenerator[Pair]:
    """The whole bot on two platforms, which are one community."""
    name: str = request.param
    async with PAIRS[name](tmp_path, translator=SpokenTranslator(OWN)) as opened:
        await opened.binds()
        yield opened


async def opened(pair: Pair) -> tuple[Spy, Spy]:
    """A line between two that is open."""
    ana, bo = await two(pair)
    await line_between(pair.whole, ana, bo)
    await sees(ana, "Moonpaw", "is open")
    await sees(bo, "Whisker", "接通了")
    return ana, bo


async def passes(pair: Pair, time: timedelta) -> None:
    """Lets time pass."""
    await pair.whole.clock.move(time)
    await pair.settled()


async def test_a_silence_is_nudged_with_a_mission_and_a_word_ends_it(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await passes(pair, SILENCES[0] + A_MINUTE)
    await sees(ana, "Moonpaw", "A cat blinks slowly")
    nudged = await sees(bo, "Whisker", "猫慢慢眨了下眼")
    assert nudged.labels, "a key to a mission"
    await says(ana, "Where is my cat?")
    await sees(bo, "Whisker", "我的猫在哪儿？")


async def test_after_a_week_each_says_how_it_goes_and_one_moves_on(pair: Pair) -> None:
    ana, bo = await opened(pair)
    await says(ana, "Where is my cat?")
    await says(bo, "猫在屋顶上睡觉")
    await passes(pair, CHECKED_AFTER + A_MINUTE)
    await sees(ana, "A week with Moonpaw")
    await sees(bo, "认识满一周")
    await bo.member.presses("😺 挺好的")
    await pair.settled()
    await sees(bo, "那就回去找Whisker吧")
    await sees_no(ana, "Back to")
    await ana.member.presses("A new spy, please")
    await pair.settled()
    await sees(ana, "besides Moonpaw")
    await ana.member.presses("Goodbye first")
    await pair.settled()
    await sees(bo, "Whisker", "再见")
