"""A space that changes clubs: what the other club accepted is not accepted by this one."""

from tests.cogs.cats.kit import community_of
from tests.cogs.translate.kit import acts
from tests.kit.stage import GENERAL, expect
from tests.kit.stages.fake import SPACE, FakeStage
from tests.kit.translator import SpokenTranslator
from tests.scenarios.steps import admin_of
from tests.scenarios.translating import sent_out, translated_here


async def test_a_space_that_changes_clubs_is_translated_no_more(stage: FakeStage, translator: SpokenTranslator) -> None:
    admin = await translated_here(stage)
    ana, nell = await stage.member("Ana"), await stage.neighbour("Nell")
    before = await community_of(stage, SPACE)
    await nell.runs("club")
    await nell.presses("Add another space")
    code = (await expect(stage, nell).sees("/club ")).text.partition("/club ")[2].split()[0]
    await admin.runs("club", code)
    await expect(stage, admin).sees("now part of the club")
    assert await community_of(stage, SPACE) != before
    await ana.says("Good morning", chat=GENERAL)
    await stage.settled()
    assert sent_out(translator) == []
    assert not stage.pinned(GENERAL)
    await admin.runs("translate", "here en zh under")
    await ana.says("Thank you", chat=GENERAL)
    await stage.settled()
    assert sent_out(translator) == []


async def test_a_space_that_leaves_its_club_is_translated_no_more_and_the_others_are(
    stage: FakeStage, translator: SpokenTranslator
) -> None:
    admin, nell = await admin_of(stage), await stage.neighbour("Nell")
    await admin.runs("club")
    await admin.presses("Add another space")
    code = (await expect(stage, admin).sees("/club ")).text.partition("/club ")[2].split()[0]
    await nell.runs("club", code)
    await stage.settled()
    await translated_here(stage)
    await nell.runs("translate", "here en zh under")
    await stage.settled()
    await nell.runs("club")
    await nell.presses("Leave the club")
    await nell.presses("Yes, leave")
    await stage.settled()
    await nell.says("Thank you", chat=GENERAL)
    await stage.settled()
    assert sent_out(translator) == []
    ana = await stage.member("Ana")
    await ana.says("Good morning", chat=GENERAL)
    await expect(stage, ana).sees("早上好")
    assert "audit-on" in await acts(stage)
