"""A conversation as both sides show it: threads that members open, what is hidden, quotations, any writing."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Desk
from tests.browser.panel import Panel, both

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="package")]

ZALGO = "".join(letter + "\u0335\u0321\u0353\u030a\u0302\u0306\u0489\u0363\u0364" * 4 for letter in "cat")


async def opens_thread(page: Page, panel: Panel, label: str, name: str) -> None:
    """Opens a thread or topic and goes there."""
    await panel.button(label).click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill(name)
    await dialog.get_by_role("button", name="Save").click()
    await expect(panel.box.get_by_role("tab", name=name)).to_have_attribute("aria-selected", "true")


async def test_members_open_a_thread_left_and_a_topic_right(desk: Desk) -> None:
    page = await desk.page()
    left, right = both(page)
    await left.becomes("Diego Fuentes")
    await right.becomes("Lucía Herrera")
    await opens_thread(page, left, "New thread", "tea and fish")
    await opens_thread(page, right, "New topic", "té y pescado")
    await left.writes("first in the thread")
    await expect(left.log.locator(".mine")).to_have_count(1)
    other = await desk.page()
    seen = Panel(other, "left")
    await seen.becomes("Amara Okafor")
    await seen.opens("tea and fish")
    await seen.sees("first in the thread")
    await seen.box.get_by_role("button", name="More", exact=True).click()
    await other.get_by_role("menuitem", name="Delete ↳ tea and fish").click()
    await expect(seen.box.get_by_role("tab", name="tea and fish")).to_have_count(0)
    await expect(left.box.get_by_role("tab", name="tea and fish")).to_have_count(0)


async def test_what_is_hidden_opens_by_keyboard_and_by_tap_and_not_in_a_quotation(desk: Desk) -> None:
    page = await desk.page()
    left = Panel(page, "left")
    await left.becomes("Diego Fuentes")
    await left.opens("#general")
    await left.writes("it was ||the cat||, **really**")
    said = left.log.locator(".mine").first
    hidden = said.locator(".spoiler")
    await expect(hidden.locator(".spoiler-text")).to_be_hidden()
    await expect(said.locator("strong")).to_have_text("really")
    await hidden.focus()
    await page.keyboard.press("Enter")
    await expect(hidden.locator(".spoiler-text")).to_be_visible()

    await said.hover()
    await said.get_by_role("button", name="Reply to Diego Fuentes").click()
    await left.writes("no!")
    quotation = left.log.locator(".mine").last.locator(".quoted")
    await expect(quotation).to_contain_text("it was ▒▒▒▒, really")
    await quotation.click()
    await expect(said).to_be_focused()

    phone = await desk.page(width=390, height=844, touch=True)
    small = Panel(phone, "left")
    await small.becomes("Amara Okafor")
    await small.opens("#general")
    hidden = small.log.locator(".spoiler").last
    await hidden.tap()
    await expect(hidden.locator(".spoiler-text")).to_be_visible()


@pytest.mark.parametrize(("width", "touch"), [(1280, False), (390, True)])
async def test_any_writing_stays_within_its_message(desk: Desk, width: int, touch: bool) -> None:
    page = await desk.page(width=width, height=844, touch=touch)
    left = Panel(page, "left")
    await left.becomes("Diego Fuentes")
    await left.opens("#general")
    await left.writes("صباح الخير! أين القط؟")
    text = left.log.locator(".mine").last.locator(".text")
    assert await text.evaluate("node => getComputedStyle(node).direction") == "rtl"
    for words in (ZALGO, "x" * 600):
        await left.writes(words)
        body = left.log.locator(".mine").last.locator(".post-body")
        assert await body.evaluate("node => getComputedStyle(node).overflowY") == "clip"
        assert await body.evaluate("node => node.getBoundingClientRect().right <= window.innerWidth")
    assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
