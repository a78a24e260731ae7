"""The webhook: who may knock, and what is answered when."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from io import BytesIO

import aiohttp
import pytest
import uvicorn
from starlette.applications import Starlette

from bot.adapters.telegram.limits import WEBHOOK_BYTES
from bot.adapters.telegram.webhook import Webhook
from bot.domain.errors import GatewayRefused
from bot.domain.events import ActionPressed, MessagePosted
from bot.domain.piece import Piece, PressKey
from bot.domain.text import RichText
from bot.ports.gateway import GatewayState
from tests.bot.adapters.telegram.rig import Rig, rigged
from tests.twins.telegram.people import Person
from tests.twins.telegram.places import Group
from tests.twins.telegram.testing import picture

SECRET = "a-secret_token"  # noqa: S105 - the test's own
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@asynccontextmanager
async def served() -> AsyncGenerator[tuple[Rig, str]]:
    """A gateway that is connected by webhook, and the webhook's address."""
    async with rigged() as rig:
        app = Starlette()
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, lifespan="off"))
        serving = asyncio.create_task(server.serve())
        try:
            await rig.until(lambda: server.started, "the web server")
            port = server.servers[0].sockets[0].getsockname()[1]
            url = f"http://127.0.0.1:{port}/telegram"
            rig.gateway = rig.build(webhook=Webhook(url, SECRET))
            assert rig.gateway.door is not None
            app.router.routes.append(rig.gateway.door.route)
            yield rig, url
            await rig.stop()
        finally:
            await rig.twin.webhook.stop()
            server.should_exit = True
            with suppress(asyncio.CancelledError):
                await serving


@pytest.fixture
async def door() -> AsyncGenerator[tuple[Rig, str]]:
    async with served() as (rig, url):
        await rig.start()
        yield rig, url


async def club(rig: Rig) -> tuple[Group, Person]:
    group = rig.twin.add_group("Club")
    group.add_bot()
    mia = rig.twin.add_user("Mia")
    group.join(mia)
    rig.intake.watched.add(str(group.id))
    await rig.settled()
    return group, mia


async def knock(url: str, body: bytes, secret: str | None = SECRET) -> int:
    headers = {} if secret is None else {HEADER: secret}
    async with aiohttp.ClientSession() as session, session.post(url, data=BytesIO(body), headers=headers) as response:
        return response.status


async def test_messages_and_keys_come_by_webhook(door: tuple[Rig, str]) -> None:
    rig, _ = door
    group, mia = await club(rig)
    mia.posts(group, "one")
    [posted] = await rig.got(MessagePosted)
    keys = ((PressKey("Yes", "j:7"),),)
    await rig.gateway.send(posted.where.chat, Piece(RichText.of("?"), keys=keys), key="1")
    mia.presses(group.last, "Yes")
    [pressed] = await rig.got(ActionPressed)
    assert pressed.data == "j:7"
    assert rig.twin.counts["getUpdates"] == 0


async def test_200_only_after_the_intake_has_it(door: tuple[Rig, str]) -> None:
    rig, _ = door
    group, mia = await club(rig)
    rig.intake.failures = 2
    mia.posts(group, "one")
    await rig.got(MessagePosted)
    await rig.settled()
    assert "500" in rig.twin.webhook.last_error
    assert len(rig.intake.given) == len(rig.intake.kept)


async def test_who_does_not_know_the_secret_is_not_let_in(door: tuple[Rig, str]) -> None:
    rig, url = door
    body = b'{"update_id":1}'
    assert await knock(url, body, None) == 403
    assert await knock(url, body, SECRET + "x") == 403
    assert await knock(url, body, "gehéim") == 403
    assert await knock(url, body) == 200
    assert rig.intake.given == []


async def test_what_is_no_update_is_refused(door: tuple[Rig, str]) -> None:
    _, url = door
    assert await knock(url, b"<html>") == 400
    assert await knock(url, b"[]") == 400
    assert await knock(url, b'{"update_id":"x"}') == 400
    assert await knock(url, b" " * (WEBHOOK_BYTES + 1)) == 413


async def test_an_update_that_cannot_be_read_is_not_asked_for_again(door: tuple[Rig, str]) -> None:
    _, url = door
    assert await knock(url, b'{"update_id":1,"message":{"message_id":1}}') == 200


async def test_before_and_after_the_run_the_door_is_closed() -> None:
    async with served() as (rig, url):
        assert await knock(url, b'{"update_id":1}') == 503
        await rig.start()
        assert await knock(url, b'{"update_id":1}') == 200
        await rig.stop()
        assert await knock(url, b'{"update_id":1}') == 503


async def test_an_album_is_one_message_by_webhook_too(door: tuple[Rig, str]) -> None:
    rig, _ = door
    group, mia = await club(rig)
    rig.clock.instant = 0.0
    mia.posts(group, "two cats", album=[picture(), picture()])
    await rig.settled()
    rig.clock.forward(1)
    [album] = await rig.got(MessagePosted)
    assert len(album.messages) == 2


async def test_an_album_that_could_not_be_kept_is_tried_again(door: tuple[Rig, str]) -> None:
    rig, _ = door
    group, mia = await club(rig)
    rig.clock.instant = 0.0
    mia.posts(group, "two cats", album=[picture(), picture()])
    await rig.settled()
    rig.intake.failures = 1
    rig.clock.instant = 10.0
    rig.clock.forward(1)
    [album] = await rig.got(MessagePosted)
    assert len(album.messages) == 2


async def test_an_album_is_handed_on_when_the_gateway_stops(door: tuple[Rig, str]) -> None:
    rig, _ = door
    group, mia = await club(rig)
    rig.clock.instant = 0.0
    mia.posts(group, "two cats", album=[picture(), picture()])
    await rig.settled()
    await rig.stop()
    [album] = rig.intake.all(MessagePosted)
    assert len(album.messages) == 2


async def test_a_webhook_that_somebody_took_away_is_set_again(door: tuple[Rig, str]) -> None:
    rig, url = door
    await rig.twin.webhook.stop()
    rig.clock.forward(60)
    await rig.until(lambda: rig.twin.webhook.url == url, "set again")


async def test_a_failing_delivery_is_found(door: tuple[Rig, str]) -> None:
    rig, _ = door
    group, mia = await club(rig)
    rig.intake.failures = 1_000_000
    mia.posts(group, "one")
    await rig.until(lambda: "500" in rig.twin.webhook.last_error, "a failed delivery")
    rig.clock.forward(60)
    await rig.until(lambda: "finding-telegram-webhook" in [found.key for found in rig.gateway.findings], "the finding")
    rig.intake.failures = 0
    await rig.settled()


async def test_a_platform_that_is_away_is_noticed_and_a_refused_token_ends_it(door: tuple[Rig, str]) -> None:
    rig, _ = door
    rig.twin.faults.fail("getWebhookInfo", status=502)
    rig.clock.forward(60)
    await rig.until(lambda: rig.gateway.state is GatewayState.DOWN, "down")
    rig.clock.forward(60)
    await rig.until(lambda: rig.gateway.state is GatewayState.CONNECTED, "connected")
    rig.twin.faults.fail("getWebhookInfo", status=401)
    rig.clock.forward(60)
    await rig.until(lambda: rig.ended, "ended")
    with pytest.raises(GatewayRefused):
        await rig.stop()


def test_the_secret_is_in_no_representation() -> None:
    assert SECRET not in repr(Webhook("https://a.example/t", SECRET))
