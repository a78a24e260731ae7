"""A playground that is served on loopback, with a scripted core."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from prometheus_client import CollectorRegistry
from websockets.asyncio.client import connect
from websockets.typing import Origin

from bot.adapters.playground.gateway import PlaygroundGateway
from bot.adapters.playground.playground import Playground
from bot.ports.gateway import GatewayState
from bot.web.server import WebServer
from tests.bot.adapters.playground.core import ScriptedCore
from tests.bot.adapters.playground.page import Page
from tests.kit.clock import MovableClock
from tests.kit.stages.playground import page_texts


@dataclass(slots=True)
class Served:
    """A playground at an address, with its core."""

    playground: Playground
    core: ScriptedCore
    clock: MovableClock
    folder: Path
    port: int
    _stack: AsyncExitStack

    @property
    def gateway(self) -> PlaygroundGateway:
        return self.playground.gateway

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def page(self, left: str | None = None, right: str | None = None, locale: str = "en") -> Page:
        """Opens a page as these people."""
        socket = await self._stack.enter_async_context(
            connect(
                f"ws://127.0.0.1:{self.port}/playground/socket",
                origin=Origin(self.address),
                proxy=None,
                max_size=8_000_000,
                max_queue=None,  # what a test does not read must not keep its page from closing
            )
        )
        page = Page(socket)
        await page.says("hello", locale=locale, left=left, right=right)
        await page.hears("posts", lambda told: told["side"] == "right")
        return page

    async def client(self) -> httpx.AsyncClient:
        """A client whose requests come from the page's own origin."""
        return await self._stack.enter_async_context(
            httpx.AsyncClient(base_url=self.address, headers={"Origin": self.address}, trust_env=False)
        )


def opened(folder: Path, clock: MovableClock) -> Playground:
    """The playground in a folder."""
    return Playground.open(folder, page_texts(), clock, address="http://127.0.0.1:8080")


@asynccontextmanager
async def served(folder: Path, clock: MovableClock, core: ScriptedCore) -> AsyncGenerator[Served]:
    """Serves the playground in a folder, and runs its gateway."""
    playground = opened(folder, clock)

    async def health() -> dict[str, bool]:
        return {"playground": playground.gateway.state is GatewayState.CONNECTED}

    web = WebServer("127.0.0.1", 0, health=health, registry=CollectorRegistry(), routes=playground.routes)
    async with AsyncExitStack() as stack:
        serving = asyncio.create_task(web.run())
        running = asyncio.create_task(playground.gateway.run(core))
        await web.listening()
        try:
            async with AsyncExitStack() as pages:
                yield Served(playground, core, clock, folder, web.port, pages)
        finally:
            for task in (running, serving):
                task.cancel()
            await asyncio.gather(running, serving, return_exceptions=True)
            await stack.aclose()


@pytest.fixture
def core() -> ScriptedCore:
    return ScriptedCore()


@pytest.fixture
async def stage(tmp_path: Path, clock: MovableClock, core: ScriptedCore) -> AsyncGenerator[Served]:
    async with served(tmp_path / "playground", clock, core) as running:
        yield running
