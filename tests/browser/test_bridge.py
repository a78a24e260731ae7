"""A bridge between both sides, and a chat that is translated, as members see and use them."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser.conftest import Desk
from tests.browser.panel import Panel, both
from tests.browser.tying import tied

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="package")]


async def opens_by_keyboard(hidden: Locator, words: str) -> None:
    """What is hidden shows itself at Enter, and not before."""
    await expect(hidden).to_have_attribute("aria-expanded", "false")
    await expect(hidden.locator(".spoiler-text")).to_be_hidden()
    await hidden.focus()
    await hidden.page.keyboard.press("Enter")
    await expect(hidden.locator(".spoiler-text")).to_be_visible()
    await expect(hidden).to_contain_text(words)


async def test_a_bridge_made_by_mouse_carries_words_both_ways(translated_desk: Desk) -> None:
    page = await translated_desk.page()
    left, right = both(page)
    await tied(left, right)
    await left.writes("Where is **the cat**?")
    carried = await right.sees("Amara Okafor")
    await expect(carried.locator(".spoiler")).to_have_count(1)
    await opens_by_keyboard(carried.locator(".spoiler"), "Where is the cat?")
    await right.writes("我在学中文，请对我有点耐心。")
    carried = await left.sees("I am learning Chinese, please be patient with me.")
    await expect(carried.locator(".name")).to_have_text("王小川")
    await opens_by_keyboard(carried.locator(".spoiler"), "我在学中文")

    said = right.log.locator(".mine").last
    await said.hover()
    await said.get_by_role("button", name="More for this message").click()
    await page.get_by_role("menuitem", name="Edit").click()
    await right.writes("猫在沙发上睡觉。")
    carried = await left.sees("The cat sleeps on the sofa.")
    await carried.hover()
    await carried.get_by_role("button", name="Reply to 王小川").click()
    await left.writes("Thank you very much for your help!")
    answer = await right.sees("非常感谢你的帮助！")
    await expect(answer.locator(".quoted-name")).to_have_text("王小川")


async def test_a_bridge_is_read_on_a_small_screen(translated_desk: Desk) -> None:
    wide = await translated_desk.page()
    await tied(*both(wide))
    page = await translated_desk.page(width=390, height=844, touch=True)
    left = Panel(page, "left")
    await left.becomes("Diego Fuentes")
    await left.opens("#general")
    await Panel(wide, "right").writes("聚会八点在老图书馆开始。")
    carried = await left.sees("The meeting begins at eight in the old library.")
    await carried.locator(".spoiler").tap()
    await expect(carried.locator(".spoiler-text")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


async def test_a_command_that_is_typed_whole_goes_on_in_its_dialogue(translated_desk: Desk) -> None:
    page = await translated_desk.page()
    left, _ = both(page)
    await left.becomes("Amara Okafor")
    await left.opens("#general")
    await left.writes("/translate here English, Chinese under")
    form = left.box.get_by_role("form", name="/translate")
    await expect(form.get_by_role("combobox").first).to_have_value("here English, Chinese under")
    await page.keyboard.press("Enter")
    await left.sees("Everybody writes their own language here")
    await left.writes("Good morning, everybody!")
    under = await left.sees("大家早上好！")
    await expect(under.locator(".quoted-words")).to_have_text("Good morning, everybody!")

    await left.writing.press_sequentially("/privacy ")
    await expect(left.box.get_by_role("form", name="/privacy")).to_be_visible()
    await page.keyboard.press("Escape")
    await left.writes("/privacy translate off")
    await page.keyboard.press("Tab")
    await left.box.get_by_role("form", name="/privacy").get_by_role("button", name="Run").click()
    await left.sees("Your words")
