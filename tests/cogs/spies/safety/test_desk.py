"""Who reads the moderators' chat and is part of a report themselves."""

from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from bot.domain.access import Access
from bot.domain.languages import Language
from tests.cogs.spies.line.kit import OWN, Spy, line_between, moderated, says, sees
from tests.kit.stages.fake import FakeStage, fake_stage
from tests.kit.translator import SpokenTranslator


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncGenerator[FakeStage]:
    """The platform that has everything, and a translator."""
    async with fake_stage(tmp_path, translator=SpokenTranslator(OWN)) as opened:
        yield opened


@pytest.mark.parametrize("access", [Access.EVERYONE, Access.MODERATOR])
async def test_a_moderator_who_is_reported_does_not_read_by_whom(stage: FakeStage, access: Access) -> None:
    ana = Spy(stage, await stage.member("Xochitl"), "Whisker", Language.ENGLISH)
    bo = Spy(stage, await stage.member("Zhenzhen", access=access), "Moonpaw", Language.SIMPLIFIED_CHINESE)
    for spy in (ana, bo):
        await spy.member.starts()
    await line_between(stage.whole, ana, bo)
    moderator = await moderated(stage)
    await says(bo, "谢谢")
    await sees(ana, "Thank you")
    await ana.member.presses("🚩")
    await ana.member.presses("Send")
    await ana.member.fills("They are rude")
    await sees(ana, "It is with the moderators")
    card = await sees(moderator, "Report 1", "Zhenzhen")
    assert ("Xochitl" in card.text) is (access is Access.EVERYONE)
    assert ("moderates here too" in card.text) is (access is Access.MODERATOR)
