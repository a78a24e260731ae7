"""The album of cats, the same on every stage."""

from tests.cogs.cats.kit import picture, shows
from tests.kit.stage import Stage, expect


async def test_the_album_is_leafed_through_in_one_message(stage: Stage) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    await bo.runs("cats")
    await expect(stage, bo).sees("No cat is out")
    for cause in ("first", "second", "third"):
        await shows(stage, ana, cause)

    await bo.runs("cats", "newest")
    newest = await expect(stage, bo).sees("No. 3", "Ana", "❤️ 0")
    assert (newest.files, newest.pinged) == ((picture("third"),), ())
    assert "◀" not in newest.labels
    await bo.presses("▶")
    older = await expect(stage, bo).sees("No. 2")
    assert (older.id, older.files) == (newest.id, (picture("second"),))
    assert {"◀", "▶"} <= set(older.labels)
    await bo.presses("▶")
    assert "▶" not in (await expect(stage, bo).sees("No. 1")).labels
    await bo.presses("◀")
    await expect(stage, bo).sees("No. 2")


async def test_a_heart_is_given_and_taken_back_and_makes_a_cat_the_top(stage: Stage) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    await bo.runs("cats", "top")
    await expect(stage, bo).sees("No cat has a heart yet")
    for cause in ("first", "second"):
        await shows(stage, ana, cause)
    await bo.runs("cats", "newest")
    await bo.presses("❤️ 0")
    await expect(stage, bo).sees("No. 2", "❤️ 1")
    await bo.presses("❤️ 1")
    await expect(stage, bo).sees("No. 2", "❤️ 0")
    await bo.presses("▶")
    await expect(stage, bo).sees("No. 1", "❤️ 0")
    await bo.presses("❤️ 0")
    await expect(stage, bo).sees("No. 1", "❤️ 1")

    await ana.runs("cats", "top")
    await expect(stage, ana).sees("1 of 1", "No. 1", "❤️ 1")


async def test_an_owner_takes_theirs_down_and_the_picture_is_gone(stage: Stage) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    await ana.starts()
    await ana.runs("cats")
    await expect(stage, ana).sees("No cat is out")
    await shows(stage, ana, "first")
    await bo.runs("cats")
    await expect(stage, bo).sees("No. 1", "Ana")
    await ana.presses("Take it down")
    await expect(stage, bo).no_longer_sees("No. 1")
    await bo.runs("cats", "newest")
    await expect(stage, bo).sees("No cat is out")
