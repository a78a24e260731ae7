"""A burst into a chat that takes twenty messages a minute: all arrives, in order, in few messages, and follows."""

import re
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.bot.core.mirror.repeater import TEXTS, Repeater, tie
from tests.kit.fake import MINUTE, FakeGateway
from tests.kit.stage import GENERAL, Seen
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.pairs import Pair, fake_pair
from tests.kit.stages.whole import with_cogs

A_SECOND, SECONDS, A_MINUTE = 30, 20, 20
SAID = re.compile(r"word (\d+)\b")


@pytest.fixture
async def pair(tmp_path: Path, repeater: Repeater) -> AsyncGenerator[Pair]:
    """The fakes, of which the right one takes twenty messages a minute."""
    cogs = with_cogs(repeater.cog, texts={"repeater": TEXTS}, alone=True)
    async with fake_pair(tmp_path, cogs=cogs) as opened:
        _right(opened).most_a_minute = A_MINUTE
        yield opened


def _right(pair: Pair) -> FakeGateway:
    assert isinstance(pair.right, FakeStage)
    return pair.right.gateway


async def _until_sent(pair: Pair) -> float:
    """Lets time pass whenever the chat takes no more, until nothing is due; says for how many seconds."""
    mirror, clock, right = pair.whole.app.services.mirror, pair.whole.clock, _right(pair)
    began = clock.monotonic()
    while await mirror.parts.lines.waiting() or mirror.at_work:
        if right.flooded_until > clock.monotonic():
            await clock.move(right.flooded_until - clock.monotonic())
    return clock.monotonic() - began


async def test_a_burst_arrives_whole_in_order_and_in_few_messages(pair: Pair) -> None:
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await tie((pair.left, GENERAL), (pair.right, GENERAL))
    said: list[Seen] = []
    before = len(_right(pair).posts)
    for second in range(SECONDS):
        for index in range(A_SECOND):
            said.append(await ana.says(f"word {second * A_SECOND + index}", chat=GENERAL))
        await pair.whole.app.lanes.idle()  # all that was said is taken in at once; only the sending waits
        await pair.whole.clock.move(1.0)
    late = await _until_sent(pair)
    words = [int(found) for seen in bo.visible() if seen.by_bot for found in SAID.findall(seen.text)]
    assert words == list(range(A_SECOND * SECONDS)), "all, in order, each once"
    messages = len(_right(pair).posts) - before
    assert messages <= A_MINUTE + 10, messages
    assert late <= 2 * MINUTE, late

    await ana.edits(said[3], "word 3 corrected")
    await ana.edits(said[300], "word 300 corrected")
    await ana.deletes(said[4])
    await ana.deletes(said[301])
    await pair.left.settled()
    await _until_sent(pair)
    text = "\n".join(seen.text for seen in bo.visible() if seen.by_bot)
    assert "word 3 corrected" in text
    assert "word 300 corrected" in text
    left = [int(found) for found in SAID.findall(text)]
    assert left == [number for number in range(A_SECOND * SECONDS) if number not in {4, 301}]
