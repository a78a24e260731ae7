"""The twin against the unmodified discord.py: sessions, intents, rates, faults."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import discord
import pytest
from discord.http import Route

from tests.twins.discord import DiscordTwin, NotAllowed
from tests.twins.discord.scene import Clock, Scene


@pytest.fixture
async def scene(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    clock = Clock()
    async with DiscordTwin(clock) as twin:
        yield Scene(twin, clock, monkeypatch)


async def test_login_shows_the_guild_and_its_members(scene: Scene) -> None:
    async with scene.client() as client:
        guild = client.get_guild(scene.club.id)
        assert guild is not None
        assert guild.preferred_locale is discord.Locale.spain_spanish
        assert {member.name for member in guild.members} == {"ann", "bob", "owner", "Cat Tax"}
        assert client.application is not None
        assert client.application.flags.gateway_message_content_limited
        assert not scene.twin.violations


async def test_a_lost_line_is_resumed_with_nothing_lost_or_twice(scene: Scene) -> None:
    async with scene.client() as client:
        scene.ann.posts(scene.lounge, "before")
        scene.twin.gateway.drop()
        scene.ann.posts(scene.lounge, "during")
        await scene.twin.until(lambda: scene.twin.gateway.resumed == 1)
        scene.twin.gateway.ask_reconnect()
        scene.ann.posts(scene.lounge, "after")
        await scene.twin.until(lambda: scene.twin.gateway.resumed == 2)
        await scene.twin.settled()
        assert [message.content for message in client.heard] == ["before", "during", "after"]
        assert scene.twin.gateway.identified == 1


async def test_an_invalid_session_identifies_anew_and_misses_what_happened(scene: Scene) -> None:
    async with scene.client() as client:
        scene.twin.gateway.drop(resumable=False)
        scene.ann.posts(scene.lounge, "missed")
        await scene.twin.until(lambda: scene.twin.gateway.identified == 2)
        await scene.twin.connected()
        scene.ann.posts(scene.lounge, "heard")
        await scene.twin.settled()
        assert [message.content for message in client.heard] == ["heard"]


async def test_intents_that_are_not_granted_close_the_line(scene: Scene) -> None:
    scene.twin.grant(members=False)
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with scene.client():
            pass


async def test_without_message_content_only_mentions_and_dms_speak(scene: Scene) -> None:
    scene.twin.grant(message_content=False, members=False)
    async with scene.client(discord.Intents.default()) as client:
        newcomer = scene.twin.add_user("newcomer")
        scene.club.join(newcomer)
        scene.ann.posts(scene.lounge, "hidden", files=[("cat.png", b"1", "image/png")])
        scene.ann.posts(scene.lounge, "to you", mentions=[scene.twin.bot])
        scene.ann.posts(scene.ann.opens_dm(), "in private")
        await scene.twin.settled()
        assert [(m.content, len(m.attachments)) for m in client.heard] == [
            ("", 0),
            (f"to you {scene.twin.bot.mention}", 0),
            ("in private", 0),
        ]
        assert client.joined == []
        assert client.application is not None
        assert not client.application.flags.gateway_message_content_limited


async def test_joining_pending_and_leaving(scene: Scene) -> None:
    async with scene.client() as client:
        newcomer = scene.twin.add_user("newcomer")
        scene.club.join(newcomer, pending=True)
        await scene.twin.settled()
        assert [(member.name, member.pending) for member in client.joined] == [("newcomer", True)]
        with pytest.raises(NotAllowed):
            newcomer.posts(scene.lounge, "hello")
        scene.club.accepts_rules(newcomer)
        scene.club.leave(newcomer)
        await scene.twin.settled()
        guild = client.get_guild(scene.club.id)
        assert guild is not None
        assert guild.get_member(newcomer.id) is None


async def test_a_429_is_obeyed_and_the_send_arrives_once(scene: Scene) -> None:
    async with scene.client() as client:
        scene.twin.faults.fail("POST", "/channels/*/messages", 429, times=2, retry_after=0.001)
        await scene.room(client).send("patience")
        assert [seen.status for seen in scene.twin.asked("POST", "/messages")] == [429, 429, 200]
        assert [message.content for message in scene.twin.messages(scene.lounge)] == ["patience"]


async def test_a_bucket_runs_dry_and_fills_again(scene: Scene) -> None:
    scene.twin.faults.limit("POST", "/channels/*/messages", limit=1, per=0.01)
    async with scene.client() as client:
        await scene.room(client).send("one")
        route = Route("POST", "/channels/{channel_id}/messages", channel_id=scene.lounge.id)
        refused = asyncio.create_task(client.http.request(route, json={"content": "two"}))
        await scene.twin.until(lambda: any(seen.status == 429 for seen in scene.twin.requests))
        scene.clock.now += 1
        await refused
        assert [message.content for message in scene.twin.messages(scene.lounge)] == ["one", "two"]


async def test_a_failed_handshake_is_tried_by_hand(scene: Scene) -> None:
    scene.twin.gateway.refuse_handshake()
    # discord.py itself ends with AttributeError when the very first handshake fails: its callers must supervise it.
    with pytest.raises(AttributeError):
        async with scene.client():
            pass
    async with scene.client() as client:
        assert client.is_ready()


async def test_events_can_be_held_back_and_acks_withheld(scene: Scene) -> None:
    async with scene.client() as client:
        scene.twin.gateway.hold()
        scene.twin.gateway.pause_acks()
        scene.ann.posts(scene.lounge, "one")
        scene.ann.posts(scene.lounge, "two")
        await scene.twin.settled()
        assert client.heard == []
        scene.twin.gateway.release()
        await scene.twin.settled()
        assert [message.content for message in client.heard] == ["one", "two"]


async def test_a_garbled_frame_ends_the_client_but_not_the_twin(scene: Scene) -> None:
    async with scene.client() as client:
        scene.twin.gateway.send_garbage()
        assert client.gone is not None
        with pytest.raises(ValueError, match=r"unexpected|Expecting|expected"):
            await client.gone
    async with scene.client() as client:
        assert client.is_ready()


async def test_being_thrown_out_and_invited_again(scene: Scene) -> None:
    async with scene.client() as client:
        scene.club.remove_bot()
        await scene.twin.settled()
        assert list(client.guilds) == []
        with pytest.raises(discord.NotFound):
            await client.fetch_guild(scene.club.id)
        scene.club.add_bot("view_channel", "send_messages")
        await scene.twin.settled()
        me = client.guilds[0].me
        assert me.guild_permissions.send_messages
        assert not me.guild_permissions.manage_roles
