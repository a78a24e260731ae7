"""The world outlives the process, and a broken snapshot does not stop it."""

import json
from pathlib import Path

import pytest

from bot.adapters.playground.limits import POSTS_KEPT
from bot.domain.events import ActionPressed, BotAdded, SpaceSeen
from bot.domain.piece import Piece, PressKey
from bot.domain.refs import ChatRef, Platform, SpaceRef
from bot.domain.text import RichText
from bot.ports.gateway import GatewayState
from bot.ports.outcome import Sent
from tests.bot.adapters.playground.conftest import served
from tests.bot.adapters.playground.core import ScriptedCore
from tests.bot.adapters.playground.page import words
from tests.kit.clock import MovableClock

CHAT = ChatRef(Platform("playground"), "harbour-general")


async def test_everything_is_there_after_a_restart(tmp_path: Path, clock: MovableClock) -> None:
    before, after = ScriptedCore(), ScriptedCore()
    async with served(tmp_path, clock, before) as stage:
        page = await stage.page()
        await page.says("join", side="left")
        post = await page.writes("left", "harbour-general", "remember me", samples=["cat"])
        sent = await stage.gateway.send(CHAT, Piece(RichText.of("?"), keys=((PressKey("k", "k"),),)), key="one")
        assert isinstance(sent, Sent)
        await page.says("press", side="left", message=sent.messages[0].id, data="k", nonce="n")
        event = await before.hears(ActionPressed)
        await page.says("make", side="left", name="Ana", language="es")
        await page.hears("shape", lambda told: "Ana" in str(told))
    assert stage.gateway.state is GatewayState.DOWN

    async with served(tmp_path, clock, after) as stage:
        await after.hears(SpaceSeen, 2)
        assert after.of(BotAdded) == []
        page = await stage.page(left="june")
        told = await page.all_heard()
        posts = next(reply["posts"] for reply in told if reply["type"] == "posts" and reply["side"] == "left")
        kept = next(shown for shown in posts if shown["id"] == post["id"])
        assert words(kept) == "remember me"
        client = await stage.client()
        assert (await client.get(f"/playground/files/{kept['files'][0]['id']}")).status_code == 200
        assert "Ana" in str(told)
        assert await stage.gateway.send(CHAT, Piece(RichText.of("?")), key="one") == sent, "done once, still"
        assert event.handle
        answer = await stage.gateway.responder(event.handle).reply(Piece(RichText.of("at last")), private=True)
        assert isinstance(answer, Sent)
        assert (await page.post(lambda shown: words(shown) == "at last"))["only_you"]


async def test_a_killed_process_repeats_no_name(tmp_path: Path, clock: MovableClock) -> None:
    """What was written after the last save is lost, but its id is not given to another message."""
    async with served(tmp_path, clock, ScriptedCore()) as stage:
        page = await stage.page(left="xiaoyu")
        lost = await page.writes("left", "harbour-general", "lost")
    (tmp_path / "world.json").unlink()
    await clock.move(0.01)
    async with served(tmp_path, clock, ScriptedCore()) as stage:
        page = await stage.page(left="xiaoyu")
        new = await page.writes("left", "harbour-general", "new")
    assert int(new["id"]) > int(lost["id"])


@pytest.mark.parametrize("content", ['{"people": 7}', "{}"])
async def test_an_unreadable_snapshot_is_set_aside(tmp_path: Path, clock: MovableClock, content: str) -> None:
    (tmp_path / "world.json").write_text(content)
    async with served(tmp_path, clock, ScriptedCore()) as stage:
        await (await stage.page(left="xiaoyu")).writes("left", "harbour-general", "hello")
    assert (tmp_path / "world.unreadable").read_text() == content


async def test_a_world_from_before_roles_could_be_changed_has_the_first_ones(
    tmp_path: Path, clock: MovableClock
) -> None:
    async with served(tmp_path, clock, ScriptedCore()):
        pass
    snapshot = tmp_path / "world.json"
    world = json.loads(snapshot.read_text(encoding="utf-8"))
    del world["edition"], world["spaces"]["harbour"]["roles"]
    snapshot.write_text(json.dumps(world), encoding="utf-8")
    async with served(tmp_path, clock, ScriptedCore()) as stage:
        roles = stage.playground.places.roles(SpaceRef(Platform("playground"), "harbour"))
        assert [role.id for role in roles] == ["explorer", "cat-keeper"]


async def test_old_messages_and_files_go(tmp_path: Path, clock: MovableClock) -> None:
    async with served(tmp_path, clock, ScriptedCore()) as stage:
        page = await stage.page(left="xiaoyu")
        first = await page.writes("left", "harbour-introductions", "first", samples=["dog"])
        await page.socket.close()
        chat = ChatRef(Platform("playground"), "harbour-introductions")
        for number in range(POSTS_KEPT):
            await stage.gateway.send(chat, Piece(RichText.of("x")), key=str(number))
        client = await stage.client()
        assert (await client.get(f"/playground/files/{first['files'][0]['id']}")).status_code == 404
        loose = await client.post("/playground/files", content=b"x", headers={"X-Side": "left", "X-Name": "x"})
    await clock.move(2 * 86_400)
    async with served(tmp_path, clock, ScriptedCore()) as stage:
        client = await stage.client()
        assert (await client.get(f"/playground/files/{loose.json()['id']}")).status_code == 404
    assert list((tmp_path / "files").iterdir()) == []


async def test_without_the_bot_the_page_still_lives(tmp_path: Path, clock: MovableClock) -> None:
    async with served(tmp_path, clock, ScriptedCore()) as stage:
        page = await stage.page(left="xiaoyu")
        shape = next(told for told in page.heard if told["type"] == "shape")
        assert shape["connected"] is True
        client = await stage.client()
        assert (await client.get("/healthz")).json() == {"status": "ok", "parts": {"playground": "ok"}}
