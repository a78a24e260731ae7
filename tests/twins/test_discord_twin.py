"""The twin against the unmodified discord.py: messages, places, members."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import discord
import pytest

from tests.twins.discord import DiscordTwin, NotAllowed
from tests.twins.discord.scene import Clock, Scene


@pytest.fixture
async def scene(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    clock = Clock()
    async with DiscordTwin(clock) as twin:
        yield Scene(twin, clock, monkeypatch)


async def test_a_message_travels_both_ways_with_its_file(scene: Scene) -> None:
    async with scene.client() as client:
        said = scene.ann.posts(scene.lounge, "look", files=[("cat.png", b"meow", "image/png")])
        await scene.twin.settled()
        heard = client.heard[-1]
        assert heard.content == "look"
        assert await heard.attachments[0].read() == b"meow"
        await heard.reply("nice", file=discord.File(__file__, "story.txt", description="a story"))
        shown = scene.twin.messages(scene.lounge)[-1]
        assert (shown.content, shown.reply_to, shown.from_bot) == ("nice", said.id, True)
        assert shown.files[0].description == "a story"
        assert shown.pinged == {scene.ann.id}


async def test_files_addresses_lapse(scene: Scene) -> None:
    async with scene.client() as client:
        scene.ann.posts(scene.lounge, files=[("cat.png", b"meow", "image/png")])
        await scene.twin.settled()
        old = client.heard[-1]
        scene.twin.expire_attachments()
        with pytest.raises(discord.NotFound):
            await old.attachments[0].read()
        fresh = await scene.room(client).fetch_message(old.id)
        assert await fresh.attachments[0].read() == b"meow"
        scene.clock.now += 25 * 3600
        with pytest.raises(discord.NotFound):
            await fresh.attachments[0].read()


async def test_nothing_pings_that_is_not_allowed(scene: Scene) -> None:
    async with scene.client() as client:
        text = f"@everyone {scene.ann.mention} `{scene.bob.mention}`"
        await scene.room(client).send(text, allowed_mentions=discord.AllowedMentions.none())
        assert scene.twin.messages(scene.lounge)[-1].pinged == frozenset()
        await scene.room(client).send(text, allowed_mentions=discord.AllowedMentions(users=True, everyone=False))
        assert scene.twin.messages(scene.lounge)[-1].pinged == {scene.ann.id}
        await scene.room(client).send(text, silent=True)
        loud = scene.twin.messages(scene.lounge)[-1]
        assert {scene.ann.id, scene.bob.id} <= loud.pinged
        assert loud.silent


async def test_reactions_pins_history_and_bulk_delete(scene: Scene) -> None:
    async with scene.client() as client:
        posts = [scene.ann.posts(scene.lounge, f"n{number}") for number in range(5)]
        room = scene.room(client)
        first = await room.fetch_message(posts[0].id)
        await first.add_reaction("🐱")
        scene.bob.reacts(posts[0], "🐱")
        await first.pin()
        assert [message.content async for message in room.history(limit=3, oldest_first=True)] == ["n0", "n1", "n2"]
        after = room.history(after=discord.Object(posts[2].id))
        told = [(message.content, message.type) async for message in after]
        ordinary = discord.MessageType.default
        assert told == [("n3", ordinary), ("n4", ordinary), ("", discord.MessageType.pins_add)]
        assert scene.twin.messages(scene.lounge)[0].reactions == {"🐱": (scene.twin.bot.id, scene.bob.id)}
        assert [message.id async for message in room.pins()] == [posts[0].id]
        await room.delete_messages([discord.Object(post.id) for post in posts[:3]])
        assert [message.content for message in scene.twin.messages(scene.lounge)] == ["n3", "n4", ""]


async def test_a_nonce_makes_a_retry_harmless(scene: Scene) -> None:
    async with scene.client() as client:
        scene.twin.faults.fail("POST", "/channels/*/messages", 503, after_effect=True)
        room = scene.room(client)
        with pytest.raises(discord.DiscordServerError):
            await room.send("once", nonce="n-1")
        again = await room.send("once", nonce="n-1")
        assert [message.id for message in scene.twin.messages(scene.lounge)] == [again.id]
        scene.clock.now += 3600
        await room.send("once", nonce="n-1")
        assert len(scene.twin.messages(scene.lounge)) == 2


async def test_webhooks_speak_as_others(scene: Scene) -> None:
    async with scene.client() as client:
        room = scene.room(client)
        hook = await room.create_webhook(name="bridge")
        for name in ("Discord fan", "clyde"):
            with pytest.raises(discord.HTTPException):
                await hook.send("hi", username=name)
        sent = await hook.send("hola", username="小红", wait=True, file=discord.File(__file__, "a.txt"))
        shown = scene.twin.messages(scene.lounge)[-1]
        assert (shown.author_name, shown.content, shown.files[0].name) == ("小红", "hola", "a.txt")
        await sent.edit(content="hello")
        assert scene.twin.messages(scene.lounge)[-1].content == "hello"
        thread = await room.create_thread(name="talk", type=discord.ChannelType.public_thread)
        await hook.send("inside", thread=thread, wait=True)
        assert scene.twin.messages(scene.twin.channel(thread.id))[-1].content == "inside"
        await sent.delete()
        assert scene.twin.messages(scene.lounge) == []
        for number in range(14):
            await room.create_webhook(name=f"hook {number}")
        with pytest.raises(discord.HTTPException) as full:
            await room.create_webhook(name="one too many")
        assert full.value.code == 30007


async def test_threads_open_close_and_refuse_edits_while_archived(scene: Scene) -> None:
    async with scene.client() as client:
        room = scene.room(client)
        start = await room.send("start")
        thread = await start.create_thread(name="talk")
        assert thread.id == start.id
        inside = await thread.send("first")
        await thread.add_user(discord.Object(scene.ann.id))
        await thread.edit(archived=True)
        with pytest.raises(discord.HTTPException) as closed:
            await inside.edit(content="changed")
        assert closed.value.code == 50083
        await thread.edit(archived=False)
        await inside.edit(content="changed")
        with pytest.raises(discord.HTTPException) as twice:
            await start.create_thread(name="again")
        assert twice.value.code == 160004


async def test_direct_messages_and_closed_ones(scene: Scene) -> None:
    async with scene.client() as client:
        ann = await client.fetch_user(scene.ann.id)
        await ann.send("psst")
        assert [message.content for message in scene.twin.dms(scene.ann)] == ["psst"]
        scene.ann.closes_dms()
        with pytest.raises(discord.Forbidden) as closed:
            await ann.send("psst")
        assert closed.value.code == 50007


async def test_members_are_moderated_within_the_bots_reach(scene: Scene) -> None:
    async with scene.client() as client:
        guild = client.get_guild(scene.club.id)
        assert guild is not None
        ann = await guild.fetch_member(scene.ann.id)
        paid = await guild.create_role(name="paid")
        await ann.add_roles(paid)
        assert paid.id in scene.club.roles_of(scene.ann)
        await ann.timeout(discord.utils.utcnow() + timedelta(minutes=5))
        assert scene.club.in_timeout(scene.ann)
        with pytest.raises(NotAllowed):
            scene.ann.posts(scene.lounge, "let me speak")
        await ann.kick()
        assert not scene.club.is_member(scene.ann)
        owner = await guild.fetch_member(scene.club.owner.id)
        with pytest.raises(discord.Forbidden):
            await owner.kick()
        await guild.ban(discord.Object(scene.bob.id), delete_message_seconds=0)
        assert [entry.user.id async for entry in guild.bans()] == [scene.bob.id]


async def test_missing_rights_are_told_apart(scene: Scene) -> None:
    async with scene.client() as client:
        room = scene.room(client)
        scene.club.overwrite(scene.lounge, scene.twin.bot, deny=["send_messages"])
        with pytest.raises(discord.Forbidden) as mute:
            await room.send("hello")
        scene.club.overwrite(scene.lounge, scene.twin.bot, deny=["attach_files"])
        with pytest.raises(discord.Forbidden) as no_files:
            await room.send(file=discord.File(__file__))
        scene.club.overwrite(scene.lounge, scene.twin.bot, deny=["view_channel"])
        with pytest.raises(discord.Forbidden) as blind:
            await room.send("hello")
        assert [error.value.code for error in (mute, no_files, blind)] == [50013, 50013, 50001]
        scene.ann.posts(scene.lounge, "unseen")
        await scene.twin.settled()
        assert client.heard == []


async def test_scheduled_events(scene: Scene) -> None:
    async with scene.client() as client:
        guild = client.get_guild(scene.club.id)
        assert guild is not None
        start = discord.utils.utcnow() + timedelta(days=1)
        event = await guild.create_scheduled_event(
            name="Tea",
            start_time=start,
            end_time=start + timedelta(hours=1),
            entity_type=discord.EntityType.external,
            privacy_level=discord.PrivacyLevel.guild_only,
            location="the garden",
        )
        scene.club.interested(scene.ann, scene.club.guild.events[event.id])
        assert [user.id async for user in event.users()] == [scene.ann.id]
        await event.edit(name="More tea")
        assert [listed.name for listed in await guild.fetch_scheduled_events()] == ["More tea"]
        await event.delete()
        assert await guild.fetch_scheduled_events() == []


async def test_layouts_arrive_with_their_files(scene: Scene) -> None:
    async with scene.client() as client:
        view = discord.ui.LayoutView(timeout=None)
        box: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container()
        box.add_item(discord.ui.TextDisplay(f"hola {scene.ann.mention}"))
        gallery: discord.ui.MediaGallery[discord.ui.LayoutView] = discord.ui.MediaGallery()
        gallery.add_item(media="attachment://cat.py")
        box.add_item(gallery)
        view.add_item(box)
        await scene.room(client).send(view=view, file=discord.File(__file__, "cat.py"))
        shown = scene.twin.messages(scene.lounge)[-1]
        assert shown.text == f"hola {scene.ann.mention}"
        assert shown.pinged == {scene.ann.id}
        again = await scene.room(client).fetch_message(shown.id)
        assert again.flags.components_v2


async def test_forum_posts_and_their_tags(scene: Scene) -> None:
    forum = scene.club.add_channel("stories", "forum")
    async with scene.client() as client:
        found = client.get_channel(forum.id)
        assert isinstance(found, discord.ForumChannel)
        made = await found.create_thread(name="My cat", content="once upon a time")
        assert made.thread.id == made.message.id
        assert [message.content for message in scene.twin.messages(scene.twin.channel(made.thread.id))] == [
            "once upon a time"
        ]
