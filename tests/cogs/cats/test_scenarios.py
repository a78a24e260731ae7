"""The album in a running bot: who sees which cat, and what a pressed key does by then."""

from tests.cogs.cats.kit import shows
from tests.kit.stage import expect
from tests.kit.stages.fake import FakeStage


async def test_an_empty_album_says_so(stage: FakeStage) -> None:
    ana = await stage.member("Ana")
    await ana.runs("cats")
    await expect(stage, ana).sees("No cat is out")


async def test_a_cat_is_shown_with_its_number_and_name_and_nobody_is_pinged(stage: FakeStage) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    await shows(stage, ana)
    await bo.runs("cats")
    shown = await expect(stage, bo).sees("No. 1", "Ana", "❤️ 0")
    assert (shown.pictures, shown.pinged) == (1, ())
