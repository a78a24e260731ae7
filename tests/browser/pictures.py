"""Takes the pictures of the docs anew: ``python -m tests.browser.pictures docs/pictures``."""

import asyncio
import sys
import tempfile
from contextlib import AsyncExitStack
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, Locator, Page, expect

from tests.browser.conftest import running_bot, running_browser
from tests.browser.panel import Panel, both
from tests.browser.spying import both_answer, meet
from tests.browser.tying import tied
from tests.twins.translation.libretranslate import LibreTranslateTwin


async def _opened(browser: Browser, address: str) -> Page:
    context = await browser.new_context(
        viewport={"width": 1320, "height": 900},
        color_scheme="light",
        locale="en-GB",
        timezone_id="Europe/Lisbon",
        reduced_motion="reduce",
    )
    page = await context.new_page()
    await page.goto(address)
    await page.wait_for_selector("body.ready")
    return page


async def _kept(page: Page, path: Path, part: Locator | None = None) -> None:
    await page.mouse.move(2, 2)
    await page.evaluate("document.activeElement?.blur()")
    shown = "[...document.images].filter(picture => picture.offsetParent)"
    await page.evaluate(f"Promise.all({shown}.map(picture => picture.decode().catch(() => 0)))")
    for side in ("left", "right"):
        await page.locator(f"#log-{side}").evaluate("log => log.scrollTo(0, log.scrollHeight)")
    shot = Image.open(BytesIO(await (part or page).screenshot()))
    shot.convert("RGB").quantize(256).save(path, optimize=True)  # a third of the bytes, the same to the eye


async def _introduced(panel: Panel) -> None:
    await panel.button("Join").click()
    await panel.box.locator(".starter .button").first.click()
    await expect(panel.writing).not_to_have_value("")
    await panel.writing.press("Enter")
    await expect(panel.log.locator(".by-bot .picture img")).to_be_visible()


async def _paid(panel: Panel, words: str) -> None:
    await panel.sends_sample("A real cat", words)
    await expect(panel.log.locator(".by-bot .quoted")).to_contain_text(words)


async def _shown_to_others(panel: Panel) -> None:
    await panel.button("Let others see my cat").click()
    await panel.sees("Your cat is in the album now")
    await panel.button("Put away").click()
    await panel.becomes("Amara Okafor")
    await panel.opens("#introductions")
    await panel.runs("cats")
    await panel.button("❤️ 0").click()
    await expect(panel.button("❤️ 1")).to_be_visible()


async def _one_conversation(browser: Browser, path: Path) -> None:
    """A Discord channel and a Telegram topic that are one, each in its language."""
    async with AsyncExitStack() as stack:
        world = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        service = await stack.enter_async_context(LibreTranslateTwin())
        address = await stack.enter_async_context(running_bot(world, libretranslate_url=service.address))
        page = await _opened(browser, address)
        left, right = both(page)
        await tied(left, right)
        await left.becomes("Diego Fuentes")
        await left.writes("Good morning, everybody!")
        await right.sees("大家早上好！")
        await right.becomes("許雅婷")
        await right.writes("今晚谁想和我一起吃晚饭？")
        asked = await left.sees("Who wants to have dinner with me tonight?")
        await left.becomes("Amara Okafor")
        await _answers(asked, left, "See you tomorrow at the station.")
        met = await right.sees("明天车站见。")
        await right.becomes("王小川")
        await met.hover()
        await met.get_by_role("button", name="React").click()
        await page.get_by_role("menuitem", name="👍").click()
        await expect(left.button("👍: 1")).to_be_visible()
        await right.writes("猫在沙发上睡觉。")
        await left.sees("The cat sleeps on the sofa.")
        await asked.locator(".spoiler").click()
        await _kept(page, path, page.locator("main.panels"))


async def _spies(browser: Browser, path: Path) -> None:
    """Two on one line, under codenames, each reading their language, and a mission that both answered."""
    async with AsyncExitStack() as stack:
        world = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        service = await stack.enter_async_context(LibreTranslateTwin())
        address = await stack.enter_async_context(running_bot(world, libretranslate_url=service.address))
        page = await _opened(browser, address)
        left, right = both(page)
        await meet(left, right)
        await both_answer(left, right, "The kettle, and a cat behind the door.", "钥匙开门，接着长长的一声“喵”。")
        await left.sees("The key in the lock, then one very long meow.")
        await left.writes("Mine meows too, but only at four in the morning.")
        await right.sees("我家的也叫，不过只在凌晨四点。")
        await right.writes("那两只猫也该连条专线！")
        said = await left.sees("Then our cats need a line too!")
        await said.locator(".spoiler").click()
        await _kept(page, path, page.locator("main.panels"))


async def _answers(post: Locator, panel: Panel, words: str) -> None:
    await post.hover()
    await post.get_by_role("button", name="Reply to").click()
    await panel.writes(words)


async def taken(folder: Path) -> None:
    """Takes all of them."""
    async with running_browser() as browser:
        await _one_conversation(browser, folder / "bridge.png")
        await _spies(browser, folder / "spies.png")
    with tempfile.TemporaryDirectory() as world:
        async with running_browser() as browser, running_bot(Path(world)) as address:
            page = await _opened(browser, address)
            left, right = both(page)
            for panel in (left, right):
                await _introduced(panel)
            await _kept(page, folder / "playground.png")
            for panel, words in zip((left, right), ("This is Biscuit.", "Esta es Luna."), strict=True):
                await _paid(panel, words)
            await _kept(page, folder / "receipt.png", left.box)
            await _shown_to_others(left)
            await _kept(page, folder / "cats.png", left.box)


if __name__ == "__main__":
    asyncio.run(taken(Path(sys.argv[1])))
