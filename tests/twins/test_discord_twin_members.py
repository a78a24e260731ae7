"""Members of a guild against the unmodified discord.py: roles, screening, time-outs, other names, and their files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import aiohttp
import discord
import pytest

from tests.twins.discord import DiscordTwin, NotAllowed
from tests.twins.discord.scene import Clock, Scene


@pytest.fixture
async def scene(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    clock = Clock()
    async with DiscordTwin(clock) as twin:
        yield Scene(twin, clock, monkeypatch)


def guild_of(client: discord.Client, scene: Scene) -> discord.Guild:
    found = client.get_guild(scene.club.id)
    assert found is not None
    return found


async def test_a_role_comes_and_goes_and_is_refused_once_gone(scene: Scene) -> None:
    async with scene.client() as client:
        guild = guild_of(client, scene)
        role = scene.club.add_role("keeper")
        await scene.twin.settled()
        known = guild.get_role(role.id)
        assert known is not None
        ann = await guild.fetch_member(scene.ann.id)
        await ann.add_roles(known)
        assert role.id in scene.club.roles_of(scene.ann)
        await ann.remove_roles(known)
        assert role.id not in scene.club.roles_of(scene.ann)
        await ann.add_roles(known)

        scene.club.delete_role(role)
        await scene.twin.settled()
        assert guild.get_role(role.id) is None
        assert scene.club.roles_of(scene.ann) == set()
        with pytest.raises(discord.NotFound) as gone:
            await ann.add_roles(discord.Object(role.id))
        assert gone.value.code == 10011


async def test_a_role_above_the_bots_own_is_not_its_to_give(scene: Scene) -> None:
    high = scene.club.add_role("owners", position=scene.club.bot_role.position + 1)
    async with scene.client() as client:
        ann = await guild_of(client, scene).fetch_member(scene.ann.id)
        with pytest.raises(discord.Forbidden) as refused:
            await ann.add_roles(discord.Object(high.id))
        assert refused.value.code == 50013


async def test_members_are_listed_in_pages(scene: Scene) -> None:
    guests = [scene.twin.add_user(f"guest{number}") for number in range(5)]
    for guest in guests:
        scene.club.join(guest)
    async with scene.client() as client:
        http = client.http
        first = await http.get_members(scene.club.id, 3, None)
        rest = await http.get_members(scene.club.id, 1000, int(first[-1]["user"]["id"]))
        listed = [int(one["user"]["id"]) for one in (*first, *rest)]
        assert listed == sorted(listed)
        assert {guest.id for guest in guests} <= set(listed)
    scene.twin.grant(members=False)
    intents = discord.Intents.default()
    intents.message_content = True
    async with scene.client(intents) as client:
        with pytest.raises(discord.Forbidden):
            await client.http.get_members(scene.club.id, 3, None)


async def test_who_has_not_accepted_the_rules_only_reads(scene: Scene) -> None:
    said = scene.ann.posts(scene.lounge, "hello")
    async with scene.client() as client:
        changed: list[bool] = []

        @client.event
        async def on_member_update(before: discord.Member, after: discord.Member) -> None:
            changed.append(before.pending and not after.pending)

        _ = on_member_update
        newcomer = scene.twin.add_user("newcomer")
        scene.club.join(newcomer, pending=True)
        await scene.twin.settled()
        for act in (
            lambda: newcomer.posts(scene.lounge, "hi"),
            lambda: newcomer.reacts(said, "👋"),
            lambda: newcomer.forges(said, "anything"),
        ):
            with pytest.raises(NotAllowed):
                act()
        scene.club.accepts_rules(newcomer)
        await scene.twin.settled()
        assert changed == [True]
        newcomer.posts(scene.lounge, "hi")


async def test_a_time_out_ends_by_itself_and_lets_nothing_through_until_then(scene: Scene) -> None:
    said = scene.bob.posts(scene.lounge, "hello")
    async with scene.client() as client:
        ann = await guild_of(client, scene).fetch_member(scene.ann.id)
        await ann.timeout(timedelta(minutes=10))
        assert scene.club.in_timeout(scene.ann)
        for act in (
            lambda: scene.ann.posts(scene.lounge, "hm"),
            lambda: scene.ann.reacts(said, "👋"),
            lambda: scene.ann.forges(said, "anything"),
        ):
            with pytest.raises(NotAllowed):
                act()
        scene.clock.now += 601
        assert not scene.club.in_timeout(scene.ann)
        scene.ann.posts(scene.lounge, "hm")


async def test_a_channel_has_another_name(scene: Scene) -> None:
    async with scene.client() as client:
        scene.club.rename_channel(scene.lounge, "parlour")
        await scene.twin.settled()
        assert scene.room(client).name == "parlour"


async def test_a_file_is_served_until_its_address_lapses_or_its_message_is_gone(scene: Scene) -> None:
    async with scene.client() as client, aiohttp.ClientSession() as session:
        sent = scene.ann.posts(scene.lounge, "", files=[("cat.png", b"no picture", "image/png")])
        await scene.twin.settled()
        (heard,) = client.heard
        (file,) = heard.attachments
        assert (file.filename, file.content_type, file.size) == ("cat.png", "image/png", len(b"no picture"))
        async with session.get(file.url) as response:
            assert await response.read() == b"no picture"
        scene.clock.now += 24 * 3600 + 1
        async with session.get(file.url) as response:
            assert response.status == 404
        again = (await scene.room(client).fetch_message(sent.id)).attachments[0]
        async with session.get(again.url) as response:
            assert response.status == 200
        scene.ann.deletes(sent)
        async with session.get(again.url) as response:
            assert response.status == 404
        with pytest.raises(discord.NotFound):
            await scene.room(client).fetch_message(sent.id)


async def test_reactions_come_and_go_once_each(scene: Scene) -> None:
    async with scene.client() as client:
        told: list[tuple[str, str, int]] = []

        @client.event
        async def on_raw_reaction_add(raw: discord.RawReactionActionEvent) -> None:
            told.append(("add", str(raw.emoji), raw.user_id))

        @client.event
        async def on_raw_reaction_remove(raw: discord.RawReactionActionEvent) -> None:
            told.append(("remove", str(raw.emoji), raw.user_id))

        _ = (on_raw_reaction_add, on_raw_reaction_remove)
        said = scene.ann.posts(scene.lounge, "hello")
        scene.bob.reacts(said, "🐱")
        scene.bob.reacts(said, "🐱")
        scene.bob.unreacts(said, "🐱")
        scene.bob.unreacts(said, "🐱")
        await scene.twin.settled()
        assert told == [("add", "🐱", scene.bob.id), ("remove", "🐱", scene.bob.id)]
