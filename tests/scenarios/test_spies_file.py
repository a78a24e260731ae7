"""A member's own file: by a form where the platform has them, else step by step; the same on every stage."""

from tests.kit.stage import GENERAL, PRIVATE, Stage, expect
from tests.scenarios.spying import begins_file, opens_file, spy_of


async def test_a_file_is_opened_with_only_what_is_needed_and_says_back_the_time_zone(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.starts()
    await opens_file(stage, ana, "English", "Chinese A2")
    await expect(stage, ana).sees("Europe/Madrid", "there now, right?")
    shown = await expect(stage, ana).sees("Your file", "Speaks: English (grew up with it)")
    assert "Learns: Chinese (A2: simple everyday talk)" in shown.text
    assert "You take part in" in shown.text
    assert shown.only_me
    assert "18" not in shown.text


async def test_in_a_group_nobody_else_sees_anything(stage: Stage) -> None:
    ana, bo = await stage.member("Ana"), await stage.member("Bo")
    await ana.starts()
    await bo.starts()
    await opens_file(stage, ana, "English", "Chinese A2")
    await ana.runs("spy", chat=GENERAL)
    await expect(stage, ana).sees("Your file", "Speaks")
    for words in ("Your file", "Looking for", "How old", "English"):
        await expect(stage, bo).does_not_see(words)


async def test_who_never_opened_the_private_chat_is_led_there(stage: Stage) -> None:
    ana = await stage.member("Ana")
    await ana.runs("spy", chat=GENERAL)
    await stage.settled()
    if not any("Looking for" in seen.text for seen in ana.visible()):
        await ana.presses("Open our chat")
    seen = await expect(stage, ana).sees("Looking for")
    assert seen.only_me
