"""Asking to come in, a composer that is closed, roles and names, and pictures that are dropped: in a real browser."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Desk
from tests.browser.panel import Panel, both

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="package")]


async def chooses(page: Page, panel: Panel, menu: str, entry: str) -> None:
    """Opens a menu of a panel's head and picks from it, by keyboard alone."""
    await panel.box.locator(".panel-head").get_by_role("button", name=menu).press("Enter")
    await page.get_by_role("menuitem", name=entry).press("Enter")


async def with_person(page: Page, panel: Panel, name: str, act: str) -> None:
    """Does something with a member."""
    await chooses(page, panel, "Members", name)
    await page.get_by_role("dialog").get_by_role("button", name=act).press("Enter")


async def test_asking_to_come_in(desk: Desk) -> None:
    page, outside = await desk.page(), await desk.page(width=390, height=844, touch=True)
    admin, asker = Panel(page, "right"), Panel(outside, "right")
    await outside.locator('[data-side-tab="right"]').tap()
    await expect(asker.button("Join Teahouse")).to_be_visible()
    await admin.becomes("王小川")
    await chooses(page, admin, "More", "Have newcomers ask first")
    await asker.button("Ask to join").tap()
    await expect(asker.log.get_by_text("You have asked")).to_be_visible()
    await expect(asker.writing).to_be_disabled()
    assert await outside.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is cut off on a phone"

    await expect(admin.box.get_by_role("button", name="Waiting at the door: 1")).to_be_visible()
    await with_person(page, admin, "Tomás Quispe", "Let in")
    await expect(asker.writing).to_be_enabled()
    await asker.writes("¡Por fin!")
    await admin.sees("¡Por fin!")


async def test_a_closed_composer(desk: Desk) -> None:
    page, other = await desk.page(), await desk.page()
    admin, member = Panel(page, "right"), Panel(other, "right")
    await admin.becomes("王小川")
    await member.becomes("許雅婷")
    await member.writing.fill("unsent")
    await with_person(page, admin, "許雅婷", "Mute for ten minutes")
    note = member.box.locator(".closed-note")
    await expect(note).to_contain_text("You can write again at")
    await expect(member.writing).to_be_hidden()
    await expect(member.writing).to_be_disabled()
    await expect(member.log).to_be_focused()
    await other.reload()
    await expect(note).to_contain_text("You can write again at")

    await with_person(page, admin, "許雅婷", "Let them write again")
    await expect(note).to_be_hidden()
    await member.writes("I was good")
    await admin.sees("I was good")


async def test_a_captcha(desk: Desk) -> None:
    page = await desk.page()
    left, _ = both(page)
    await left.button("Come in through the captcha").press("Enter")
    await expect(left.writing).to_be_hidden()
    await left.button("I am not a robot").press("Enter")
    await expect(left.writing).to_be_focused()


async def test_roles_and_names(desk: Desk) -> None:
    page = await desk.page()
    left, _ = both(page)
    await left.becomes("Amara Okafor")
    await chooses(page, left, "More", "Roles")
    row = page.locator(".role-row").last
    await row.get_by_role("textbox").fill("Has shown a <b>cat</b>")
    await row.get_by_role("textbox").press("Enter")
    await expect(page.locator(".role-row")).to_have_count(4)
    await page.keyboard.press("Escape")
    await with_person(page, left, "林小雨", "Give the role: Has shown")
    await left.opens("#general")
    await expect(left.log.locator(".badge")).to_have_text("Has shown a <b>cat</b>")
    await chooses(page, left, "More", "Roles")
    await page.get_by_role("button", name="Delete Has shown").press("Enter")
    await expect(page.locator(".role-row")).to_have_count(3)
    await page.keyboard.press("Escape")
    await expect(left.log.locator(".badge")).to_have_count(0)

    await chooses(page, left, "More", "Rename #general")
    await page.get_by_role("dialog").get_by_role("textbox").fill("lounge")
    await page.keyboard.press("Enter")
    await expect(left.box.get_by_role("tab", name="#lounge")).to_be_visible()


async def test_pictures_are_dropped_and_sent_as_files(desk: Desk) -> None:
    page = await desk.page()
    _, right = both(page)
    await right.joins()
    await right.log.evaluate(
        """(log) => {
            const data = new DataTransfer();
            const bytes = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]);
            data.items.add(new File([bytes], "dropped.png", { type: "image/png" }));
            for (const type of ["dragover", "drop"])
                log.dispatchEvent(new DragEvent(type, { bubbles: true, dataTransfer: data }));
        }"""
    )
    await expect(right.box.locator(".tray")).to_contain_text("dropped.png")
    await right.box.get_by_label("Send pictures as files").check()
    await right.writes("as it is")
    mine = right.log.locator(".mine").last
    await expect(mine.locator(".file")).to_contain_text("dropped.png")
    await expect(mine.locator(".picture")).to_have_count(0)


async def test_a_rush(desk: Desk) -> None:
    page = await desk.page()
    left, _ = both(page)
    await left.joins()
    await chooses(page, left, "More", "Twelve newcomers who say hello")
    await expect(left.log.locator(".post:not(.by-bot)")).to_have_count(12)
