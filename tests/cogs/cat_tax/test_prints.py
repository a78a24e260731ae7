"""A picture that appears again is known and met with a joke, smaller or saved again as it may be."""

from io import BytesIO

import pytest
from PIL import Image, ImageOps

from tests.cogs.cat_tax.kit import THANKED, count, desk, moderator, paid, thanks
from tests.kit.pictures import CAT, another_cat
from tests.kit.stage import expect
from tests.kit.stages.fake import FakeStage

YOURS = "on file already"
OTHERS = "A double agent"


def smaller() -> bytes:
    """The cat at half its size."""
    with Image.open(BytesIO(CAT)) as picture:
        return _saved(picture.resize((picture.width // 2, picture.height // 2)), "JPEG", 90)


def saved_again() -> bytes:
    """The cat as another kind of file, with losses."""
    with Image.open(BytesIO(CAT)) as picture:
        return _saved(picture, "WEBP", 60)


def _saved(picture: Image.Image, kind: str, quality: int) -> bytes:
    out = BytesIO()
    picture.convert("RGB").save(out, kind, quality=quality)
    return out.getvalue()


@pytest.mark.parametrize("again", [CAT, smaller(), saved_again()], ids=["same", "smaller", "saved again"])
async def test_a_picture_that_somebody_else_paid_with_is_a_joke_and_pays(stage: FakeStage, again: bytes) -> None:
    await paid(stage)
    bo = await paid(stage, "Bo", again)
    assert count(stage, OTHERS) == 1
    assert thanks(stage) == 2
    await expect(stage, bo).sees("Bo", OTHERS)


async def test_ones_own_picture_again_is_another_joke(stage: FakeStage) -> None:
    mona, ana = await moderator(stage), await paid(stage)
    await desk(stage, mona, ana)
    await mona.presses("Start over")
    await stage.settled()
    await ana.sends(smaller())
    await stage.settled()
    assert (count(stage, YOURS), count(stage, OTHERS), thanks(stage)) == (1, 0, 2)


async def test_another_cat_is_no_double_agent(stage: FakeStage) -> None:
    await paid(stage)
    bo = await stage.newcomer("Bo")
    with Image.open(BytesIO(CAT)) as picture:
        await bo.sends(_saved(ImageOps.mirror(picture.rotate(3, fillcolor="white")), "JPEG", 85))
    await bo.finds(THANKED)
    await paid(stage, "Eve", another_cat(2))
    assert (count(stage, OTHERS), count(stage, YOURS)) == (0, 0)
