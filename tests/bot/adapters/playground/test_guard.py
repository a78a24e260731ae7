"""A stranger's page cannot drive the playground, and nothing of the page runs what was typed."""

import asyncio
import json

import httpx
import pytest
from starlette.datastructures import Headers
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin

from bot.adapters.playground.guard import Guard
from tests.bot.adapters.playground.conftest import Served
from tests.kit.patience import PATIENCE


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        (None, None),
        ("https://evil.example", None),
        ("null", None),
        ("http://127.0.0.1:1", None),
        (None, "evil.example"),
        (None, "127.0.0.1.evil.example"),
    ],
)
async def test_a_strangers_websocket_is_turned_away(stage: Served, origin: str | None, host: str | None) -> None:
    address = f"ws://{host or '127.0.0.1'}:{stage.port}/playground/socket"
    if host is not None:
        origin = f"http://{host}:{stage.port}"
    with pytest.raises(InvalidStatus) as refused:
        async with connect(
            address,
            origin=None if origin is None else Origin(origin),
            host="127.0.0.1",
            port=stage.port,
            proxy=None,
        ):
            pytest.fail("let in")
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize("origin", [None, "https://evil.example", "null"])
async def test_a_stranger_cannot_put_files_up(stage: Served, origin: str | None) -> None:
    headers = {"X-Side": "left", "X-Name": "x"} | ({} if origin is None else {"Origin": origin})
    async with httpx.AsyncClient(base_url=stage.address, trust_env=False) as client:
        answer = await client.post("/playground/files", content=b"x", headers=headers)
    assert answer.status_code == 403
    assert answer.json() == {"error": "forbidden"}


@pytest.mark.parametrize("path", ["/", "/playground/static/main.js", "/playground/texts/en", "/playground/files/0"])
async def test_a_rebound_name_is_turned_away(stage: Served, path: str) -> None:
    client = await stage.client()
    assert (await client.get(path, headers={"Host": "evil.example"})).status_code == 403


def test_a_configured_address_is_known() -> None:
    guard = Guard(["https://demo.example"])
    ours = Headers({"host": "demo.example", "origin": "https://demo.example"})
    assert guard.same_origin(ours)
    assert not Guard().knows_host(ours)


async def test_the_page_is_strict(stage: Served) -> None:
    client = await stage.client()
    page = await client.get("/", headers={"Accept-Language": "fr, zh-TW;q=0.9, es;q=0.8"})
    assert page.status_code == 200
    assert '<html lang="zh-Hant">' in page.text
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "<script>" not in page.text
    assert "style=" not in page.text
    assert "onclick" not in page.text
    assert page.headers["x-content-type-options"] == "nosniff"
    script = await client.get("/playground/static/main.js")
    assert script.headers["cache-control"] == "no-cache"
    assert (await client.get("/playground/static/../templates/page.html")).status_code == 404
    assert (await client.get("/playground/texts/tlh")).status_code == 404


@pytest.mark.parametrize(
    "message",
    [
        "",
        "[]",
        "{}",
        '{"type":"shape"}',
        '{"type":"be","person":"../x"}',
        '{"type":"be","person":"june","more":1}',
        '{"type":"be","person":7}',
        json.dumps({"type": "make", "side": "left", "name": "x" * 70_000, "language": "en"}),
        "not json",
    ],
)
async def test_nonsense_ends_the_connection_alone(stage: Served, message: str) -> None:
    page, other = await stage.page(left="xiaoyu"), await stage.page(left="diego")
    await page.socket.send(message)
    await asyncio.wait_for(page.socket.wait_closed(), PATIENCE)
    assert page.socket.close_code == 4400
    await other.writes("left", "harbour-general", "still here")


async def test_before_hello_nobody_is_anybody(stage: Served) -> None:
    async with connect(
        f"ws://127.0.0.1:{stage.port}/playground/socket", origin=Origin(stage.address), proxy=None
    ) as socket:
        for request in ({"type": "join", "side": "left"}, {"type": "be", "person": "june"}):
            await socket.send(json.dumps(request))
            assert json.loads(await socket.recv())["key"] == "refused-nobody"
        await socket.send(json.dumps({"type": "speak", "locale": "es"}))
        await socket.send(json.dumps({"type": "join", "side": "left"}))
        assert json.loads(await socket.recv())["key"] == "refused-nobody"


async def test_a_file_too_large_is_refused(stage: Served) -> None:
    client = await stage.client()
    answer = await client.post(
        "/playground/files", content=bytes(10 * 1024 * 1024 + 1), headers={"X-Side": "left", "X-Name": "x"}
    )
    assert answer.status_code == 413
    assert answer.json() == {"refused": "refused-large", "about": "10"}
    assert (await client.post("/playground/files", content=b"x", headers={"X-Side": "up"})).status_code == 400
