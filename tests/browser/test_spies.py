"""Two spies on both sides, as members see and use them."""

import pytest
from playwright.async_api import expect

from tests.browser.conftest import Desk
from tests.browser.panel import Panel, both
from tests.browser.spying import both_answer, meet

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="package")]


async def test_two_meet_talk_answer_a_mission_and_say_goodbye(translated_desk: Desk) -> None:
    page = await translated_desk.page()
    left, right = both(page)
    await meet(left, right)
    await left.writes("Where is the cat?")
    carried = await right.sees("猫在哪里？")
    await expect(carried).not_to_contain_text("Amara")
    await right.writes("猫在沙发上睡觉。")
    carried = await left.sees("The cat sleeps on the sofa.")
    await expect(carried).not_to_contain_text("王小川")
    await expect(carried.get_by_role("button", name="Report")).to_be_visible()
    await expect(carried.get_by_role("button", name="Block")).to_be_visible()

    await both_answer(left, right, "Good morning, everybody!", "明天车站见。")
    await expect(await left.sees("Unlocked!")).to_contain_text("See you tomorrow at the station.")
    await expect(await right.sees("揭晓！")).to_contain_text("大家早上好！")

    await left.writes("/line")
    await left.button("Open a line").click()
    await page.locator("[role^=menuitem]").click()
    await left.sees("You read it in English")
    await left.button("Goodbye").click()
    await left.sees("You've said goodbye")
    await right.sees("跟你说了再见")


async def test_a_line_is_written_on_a_small_screen(translated_desk: Desk) -> None:
    wide = await translated_desk.page()
    await meet(*both(wide))
    page = await translated_desk.page(width=390, height=844, touch=True)
    left = Panel(page, "left")
    await left.becomes("Amara Okafor")
    await left.opens("Cat Tax")
    await left.writes("Where is the cat?")
    await Panel(wide, "right").sees("猫在哪里？")
    await Panel(wide, "right").writes("猫在沙发上睡觉。")
    carried = await left.sees("The cat sleeps on the sofa.")
    await carried.get_by_role("button", name="Block").tap()
    await left.sees("will not meet again")
    assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
