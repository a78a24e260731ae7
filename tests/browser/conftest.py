"""The whole bot with its playground on loopback, and the system's Chromium to look at it."""

import asyncio
import os
import shutil
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright, expect

from bot.bootstrap import opened
from bot.config import PlaygroundSwitch
from bot.ports.gateway import GatewayState
from tests.kit.stages.whole import config_on, migrated_copy
from tests.twins.translation.libretranslate import LibreTranslateTwin

NAMES = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 20_000
"""Milliseconds that a browser waits for what should come; reached only when a test fails."""


def chromium() -> str | None:
    """The path of an installed Chromium."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@asynccontextmanager
async def running_bot(folder: Path, port: int = 0, **settings: object) -> AsyncGenerator[str]:
    """The whole bot on SQLite in a folder, as ``run`` starts it without a token; gives the page's address."""
    config = config_on(await migrated_copy(folder), playground=PlaygroundSwitch.ON, web_port=port, **settings)
    async with opened(config) as app:
        running = asyncio.create_task(app.run())
        await asyncio.wait_for(app.web.listening(), 20)
        gateways = [station.gateway for station in app.services.stations.by_platform.values()]
        assert [gateway.state for gateway in gateways] == [GatewayState.CONNECTED]
        try:
            yield f"http://127.0.0.1:{app.web.port}"
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


@asynccontextmanager
async def running_browser() -> AsyncGenerator[Browser]:
    """A browser; a reason to skip where none is installed, and to fail in CI."""
    path = chromium()
    if path is None:
        reason = f"no browser is installed (looked for {', '.join(NAMES)})"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=list(SWITCHES))
        try:
            yield browser
        finally:
            await browser.close()


@dataclass(slots=True)
class Desk:
    """The bot's address and a browser that opens pages of it.

    Attributes:
        complaints: what the pages' consoles said, and errors of their scripts.
    """

    address: str
    browser: Browser
    complaints: list[str] = field(default_factory=list[str])

    async def page(self, *, width: int = 1360, height: int = 860, touch: bool = False, locale: str = "en-GB") -> Page:
        """Opens the playground, in a browser context of its own."""
        context = await self.browser.new_context(
            viewport={"width": width, "height": height}, has_touch=touch, is_mobile=touch, locale=locale
        )
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        page.on("console", lambda told: self.complaints.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        await page.goto(self.address)
        await page.wait_for_selector("body.ready")
        return page


@pytest_asyncio.fixture(scope="package", loop_scope="package")
async def browser() -> AsyncGenerator[Browser]:
    """One for all pages: to start it takes longer than most tests. Each page has a context of its own."""
    async with running_browser() as running:
        yield running


@asynccontextmanager
async def _desk(browser: Browser, folder: Path, translation: str = "") -> AsyncGenerator[Desk]:
    async with running_bot(folder, libretranslate_url=translation) as address:
        desk = Desk(address, browser)
        try:
            yield desk
        finally:
            for context in browser.contexts:
                await context.close()
    assert desk.complaints == []


@pytest_asyncio.fixture(loop_scope="package")
async def desk(browser: Browser, tmp_path: Path) -> AsyncGenerator[Desk]:
    """The whole bot and a browser; at the end no page may have complained."""
    async with _desk(browser, tmp_path) as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="package")
async def translated_desk(browser: Browser, tmp_path: Path) -> AsyncGenerator[Desk]:
    """The whole bot with a translation service beside it, and a browser; at the end no page may have complained."""
    async with LibreTranslateTwin() as service, _desk(browser, tmp_path, service.address) as opened:
        yield opened
