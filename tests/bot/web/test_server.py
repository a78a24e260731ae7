"""The web server: health, metrics, headers, plain pages for what is refused, starting and stopping."""

import asyncio
import signal
import socket
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager

import httpx
import pytest
from prometheus_client import CollectorRegistry, Counter
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.domain.errors import ConfigurationError
from bot.web.server import WebServer
from bot.web.status import Health
from tests.kit.patience import PATIENCE


def health_of(parts: Mapping[str, bool]) -> Health:
    async def health() -> Mapping[str, bool]:
        return parts

    return health


async def _failing() -> Mapping[str, bool]:
    raise OSError("postgresql://cattax:secret@db")


async def _own(_: Request) -> Response:
    return PlainTextResponse("own", headers={"Content-Security-Policy": "default-src 'self'"})


async def _broken(_: Request) -> Response:
    raise ValueError("a secret inside")


@asynccontextmanager
async def running(health: Health, registry: CollectorRegistry | None = None) -> AsyncGenerator[httpx.AsyncClient]:
    """A server with a route of its own and one that breaks, and a client."""
    web = WebServer(
        "127.0.0.1",
        0,
        health=health,
        registry=registry or CollectorRegistry(),
        routes=[Route("/own", _own), Route("/broken", _broken)],
    )
    serving = asyncio.create_task(web.run())
    await asyncio.wait_for(web.listening(), PATIENCE)
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{web.port}", trust_env=False) as client:
            yield client
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)


async def test_alive_even_when_unwell() -> None:
    async with running(_failing) as client:
        answer = await client.get("/livez")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


@pytest.mark.parametrize(
    ("parts", "status", "told"),
    [
        ({"discord": True, "database": True}, 200, {"discord": "ok", "database": "ok"}),
        ({"discord": False, "database": True}, 503, {"discord": "down", "database": "ok"}),
        ({"discord": True, "database": False}, 503, {"discord": "ok", "database": "down"}),
    ],
)
async def test_well_only_when_every_part_is(parts: Mapping[str, bool], status: int, told: Mapping[str, str]) -> None:
    async with running(health_of(parts)) as client:
        answer = await client.get("/healthz")
    assert answer.status_code == status
    assert answer.json() == {"status": "ok" if status == 200 else "down", "parts": told}


async def test_a_health_check_that_fails_is_unwell_and_tells_nothing() -> None:
    async with running(_failing) as client:
        answer = await client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"status": "down", "parts": {}})


async def test_metrics_are_the_registrys_alone() -> None:
    registry = CollectorRegistry()
    Counter("cats", "Cats seen", registry=registry).inc(9)
    async with running(health_of({}), registry) as client:
        answer = await client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain")
    assert "cats_total 9.0" in answer.text
    assert "python_info" not in answer.text, "nothing of a global registry"


async def test_headers_unless_the_route_says_otherwise() -> None:
    async with running(health_of({})) as client:
        own, other = await client.get("/own"), await client.get("/livez")
    assert own.headers["content-security-policy"] == "default-src 'self'"
    assert other.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    for answer in (own, other):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "server" not in answer.headers


async def test_plain_pages_for_what_is_refused() -> None:
    async with running(health_of({})) as client:
        missing, wrong, broken = (
            await client.get("/nowhere"),
            await client.post("/livez"),
            await client.get("/broken"),
        )
    assert (missing.status_code, missing.json()) == (404, {"error": "not found"})
    assert (wrong.status_code, wrong.json()) == (405, {"error": "method not allowed"})
    assert (broken.status_code, broken.json()) == (500, {"error": "internal error"})
    assert broken.headers["x-content-type-options"] == "nosniff"
    assert "secret" not in broken.text


async def test_a_port_in_use_names_the_setting() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        web = WebServer("127.0.0.1", port, health=health_of({}), registry=CollectorRegistry())
        with pytest.raises(ConfigurationError) as refused:
            await web.run()
    assert refused.value.variable == "WEB_PORT"
    assert str(port) in refused.value.problem


async def test_an_address_of_another_machine_names_the_setting() -> None:
    web = WebServer("192.0.2.1", 0, health=health_of({}), registry=CollectorRegistry())
    with pytest.raises(ConfigurationError) as refused:
        await web.run()
    assert refused.value.variable == "WEB_HOST"


async def test_signals_are_left_alone_and_the_port_is_given_back() -> None:
    before = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)
    async with running(health_of({})) as client:
        assert (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT)) == before
        port = client.base_url.port
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", port or 0))
