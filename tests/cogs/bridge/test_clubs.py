"""A bridge whose one space changes clubs: it stands, and words go only where the present club lets them go."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from cogs.bridge.store import Bridges
from tests.cogs.bridge.kit import TOPIC, bridged, only
from tests.cogs.cats.kit import community_of
from tests.kit.stage import GENERAL, expect
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.pairs import Pair, fake_pair
from tests.kit.translator import SpokenTranslator
from tests.scenarios.test_bridge_translated import speaks


@pytest.fixture
def translator() -> SpokenTranslator:
    """With a service that is public."""
    return SpokenTranslator()


@pytest.fixture
async def pair(tmp_path: Path, translator: SpokenTranslator) -> AsyncGenerator[Pair]:
    """The whole bot on a platform with everything and one with keyboards alone."""
    async with fake_pair(tmp_path, translator=translator) as opened:
        yield opened


async def test_what_the_former_club_accepted_counts_no_more(pair: Pair, translator: SpokenTranslator) -> None:
    first, second = await bridged(pair, language="English")
    await speaks(pair, pair.right, second, "Chinese (simplified)", "general", TOPIC)
    await first.runs("translate", "services")
    await first.presses("Accept Spoken Words")
    await pair.settled()
    ana, bo = await pair.left.member("Ana"), await pair.right.member("Bo")
    await ana.says("Good morning", chat=GENERAL)
    await only(pair, pair.right, bo, "早上好")
    assert isinstance(pair.left, FakeStage)
    nell = await pair.left.neighbour("Nell")
    await nell.runs("club")
    await nell.presses("Add another space")
    code = (await expect(pair.left, nell).sees("/club ")).text.partition("/club ")[2].split()[0]
    await first.runs("club", code)
    await expect(pair.left, first).sees("now part of the club")
    await pair.settled()
    now = await community_of(pair.left, pair.left.space)
    (bridge,) = await Bridges(pair.whole.app.services.db).in_space(pair.left.space)
    assert now in bridge.communities
    assert bridge.community == now
    await ana.says("Thank you", chat=GENERAL)
    copy = await only(pair, pair.right, bo, "Thank you")
    assert "谢谢" not in copy.text
    assert [ask.text.plain for ask in translator.asked] == ["Good morning"]
