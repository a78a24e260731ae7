"""The twin against the unmodified discord.py: login, messages, controls, forms, reconnects."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import discord
import pytest
import yarl
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route

from tests.twins.discord import Channel, DiscordTwin, NotAllowed, Person, TwinGuild


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Listener(discord.Client):
    """A bare client whose tests hand it what to do on a message."""

    def __init__(self, intents: discord.Intents) -> None:
        super().__init__(intents=intents, max_messages=None, guild_ready_timeout=0.01)
        self.tree = app_commands.CommandTree(self)
        self.heard: list[discord.Message] = []
        self.joined: list[discord.Member] = []
        self.answer: Callable[[discord.Interaction], Awaitable[None]] | None = None
        self.errors: list[BaseException] = []
        self.up = asyncio.Event()
        self.failed = asyncio.Event()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Identifies at once, where discord.py would wait five seconds of real time."""

    async def on_ready(self) -> None:
        self.up.set()

    async def on_message(self, message: discord.Message) -> None:
        self.heard.append(message)

    async def on_member_join(self, member: discord.Member) -> None:
        self.joined.append(member)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        if self.answer is not None:
            try:
                await self.answer(interaction)
            except discord.DiscordException as error:
                self.errors.append(error)
                self.failed.set()


class Scene:
    """A twin with one guild, a room, a member, and a client at it."""

    def __init__(self, twin: DiscordTwin, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
        self.twin = twin
        self.clock = clock
        self._monkeypatch = monkeypatch
        self.club: TwinGuild = twin.add_guild("Club", locale="es-ES")
        self.lounge: Channel = self.club.add_channel("lounge")
        self.ann: Person = twin.add_user("ann", locale="zh-CN", global_name="Ann")
        self.bob: Person = twin.add_user("bob")
        for person in (self.ann, self.bob):
            self.club.join(person)

    @asynccontextmanager
    async def client(self, intents: discord.Intents | None = None) -> AsyncGenerator[Listener]:
        self._monkeypatch.setattr(Route, "BASE", self.twin.api_base)
        where = yarl.URL(self.twin.gateway_url)
        self._monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", where)
        wanted = discord.Intents.all() if intents is None else intents
        wanted.presences = False
        client = Listener(wanted)
        running = asyncio.create_task(client.start(self.twin.token))
        try:
            waiting = asyncio.create_task(client.up.wait())
            await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
            waiting.cancel()
            if running.done():
                await running
            yield client
        finally:
            await client.close()
            await asyncio.gather(running, return_exceptions=True)

    def room(self, client: discord.Client) -> discord.TextChannel:
        found = client.get_channel(self.lounge.id)
        assert isinstance(found, discord.TextChannel)
        return found


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
        assert [message.content async for message in after] == ["n3", "n4"]
        assert scene.twin.messages(scene.lounge)[0].reactions == {"🐱": (scene.twin.bot.id, scene.bob.id)}
        assert [message.id async for message in room.pins()] == [posts[0].id]
        await room.delete_messages([discord.Object(post.id) for post in posts[:3]])
        assert [message.content for message in scene.twin.messages(scene.lounge)] == ["n3", "n4"]


async def test_a_slash_command_answers_privately(scene: Scene) -> None:
    async with scene.client() as client:

        @client.tree.command(name="tax", description="Pay the cat tax")
        @app_commands.describe(cat="A picture", kind="What it is")
        async def tax(interaction: discord.Interaction, cat: discord.Attachment, kind: str) -> None:
            data = await cat.read()
            await interaction.response.send_message(f"{kind} {len(data)} {interaction.locale}", ephemeral=True)
            await interaction.followup.send("and thanks", ephemeral=True)

        @tax.autocomplete("kind")
        async def kinds(interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
            return [app_commands.Choice(name=f"{current}by {interaction.user.name}", value=current)]

        await client.tree.sync()
        assert await scene.ann.completes(scene.lounge, "tax", "kind", "tab") == [("tabby ann", "tab")]
        asked = scene.ann.invokes(scene.lounge, "tax", {"cat": ("cat.png", b"meow", "image/png"), "kind": "tabby"})
        await asked.answered()
        await scene.twin.until(lambda: asked.followups)
        seen = scene.twin.messages(scene.lounge, viewer=scene.ann)
        assert [message.content for message in seen] == ["tabby 4 zh-CN", "and thanks"]
        assert all(message.ephemeral for message in seen)
        assert scene.twin.messages(scene.lounge, viewer=scene.bob) == []
        with pytest.raises(NotAllowed):
            scene.ann.invokes(scene.lounge, "tax", {"kind": "tabby"})
        assert not scene.twin.violations


async def test_menus_bring_their_target(scene: Scene) -> None:
    scene.twin.grant(message_content=False)
    intents = discord.Intents.default()
    async with scene.client(intents) as client:

        async def report(interaction: discord.Interaction, message: discord.Message) -> None:
            await interaction.response.send_message(message.content, ephemeral=True)

        async def greet(interaction: discord.Interaction, member: discord.Member) -> None:
            await interaction.response.send_message(member.name, ephemeral=True)

        client.tree.add_command(app_commands.ContextMenu(name="Report this", callback=report))
        client.tree.add_command(app_commands.ContextMenu(name="Greet", callback=greet))
        await client.tree.sync()
        post = scene.bob.posts(scene.lounge, "rude")
        one = await scene.ann.uses_menu(post, "Report this").answered()
        two = await scene.ann.uses_menu(scene.bob, "Greet", channel=scene.lounge).answered()
        assert one.message is not None
        assert two.message is not None
        assert (one.message.content, two.message.content) == ("rude", "bob")


class PayModal(discord.ui.Modal, title="Pay"):
    cats: discord.ui.Label[discord.ui.Modal] = discord.ui.Label(
        text="Cats", component=discord.ui.FileUpload(custom_id="cats", max_values=2)
    )
    words: discord.ui.Label[discord.ui.Modal] = discord.ui.Label(
        text="Words", component=discord.ui.TextInput(custom_id="words", max_length=20, required=False)
    )
    mood: discord.ui.Label[discord.ui.Modal] = discord.ui.Label(
        text="Mood",
        component=discord.ui.Select(custom_id="mood", options=[discord.SelectOption(label="Good", value="g")]),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        cats, words, mood = self.cats.component, self.words.component, self.mood.component
        assert isinstance(cats, discord.ui.FileUpload)
        assert isinstance(words, discord.ui.TextInput)
        assert isinstance(mood, discord.ui.Select)
        names = [file.filename for file in cats.values]
        await interaction.response.edit_message(content=f"{names} {words.value} {mood.values}", view=None)


async def test_a_button_opens_a_form_with_files(scene: Scene) -> None:
    async with scene.client() as client:

        async def answer(interaction: discord.Interaction) -> None:
            if interaction.type is discord.InteractionType.component:
                await interaction.response.send_modal(PayModal())

        client.answer = answer
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="Pay", custom_id="pay"))
        await scene.room(client).send("please", view=view)
        post = scene.twin.messages(scene.lounge)[-1]
        await scene.ann.presses(post, label="Pay").answered()
        modal = scene.ann.modals[-1]
        assert [field.label for field in modal.fields] == ["Cats", "Words", "Mood"]
        with pytest.raises(NotAllowed):
            scene.ann.submits(modal, {"Words": "no file", "Mood": ["g"]})
        sent = scene.ann.submits(modal, {"Cats": [("a.png", b"1", "image/png")], "Words": "hi", "mood": ["Good"]})
        assert (await sent.answered()).state == "updated"
        assert scene.twin.messages(scene.lounge)[-1].content == "['a.png'] hi ['g']"
        assert scene.twin.messages(scene.lounge)[-1].buttons == ()


async def test_selects_and_forged_presses(scene: Scene) -> None:
    async with scene.client() as client:
        picked: list[object] = []

        async def answer(interaction: discord.Interaction) -> None:
            data = interaction.data
            assert data is not None
            picked.append((data.get("custom_id"), data.get("values")))
            await interaction.response.defer()

        client.answer = answer
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.UserSelect(custom_id="who"))
        view.add_item(discord.ui.Button(label="Off", custom_id="off", disabled=True))
        await scene.room(client).send("who?", view=view)
        post = scene.twin.messages(scene.lounge)[-1]
        await scene.ann.selects(post, [scene.bob]).answered()
        with pytest.raises(NotAllowed):
            scene.ann.presses(post, label="Off")
        await scene.ann.forges(post, "anything").answered()
        assert picked == [("who", [str(scene.bob.id)]), ("anything", None)]


async def test_a_defer_fixes_privacy_and_is_filled_by_the_first_followup(scene: Scene) -> None:
    async with scene.client() as client:

        async def answer(interaction: discord.Interaction) -> None:
            await interaction.response.defer(ephemeral=True, thinking=True)
            await interaction.followup.send("done")
            await interaction.edit_original_response(content="really done")

        client.answer = answer
        post = scene.ann.posts(scene.lounge, "x")
        asked = await scene.ann.forges(post, "go").finished()
        await scene.twin.until(lambda: asked.message is not None and asked.message.content == "really done")
        assert asked.message is not None
        assert asked.message.ephemeral
        assert asked.followups == []


@pytest.mark.parametrize(
    ("late", "code"), [(3.5, 10062), (0.0, 40060)], ids=["later than three seconds", "answered twice"]
)
async def test_late_and_second_answers_are_refused(scene: Scene, late: float, code: int) -> None:
    async with scene.client() as client:

        async def answer(interaction: discord.Interaction) -> None:
            scene.clock.now += late
            await interaction.response.send_message("hello")
            interaction.response._response_type = None  # pyright: ignore[reportPrivateUsage]
            await interaction.response.send_modal(PayModal())

        client.answer = answer
        post = scene.ann.posts(scene.lounge, "x")
        asked = scene.ann.forges(post, "go")
        await asyncio.wait_for(client.failed.wait(), 5)
        error = client.errors[0]
        assert isinstance(error, discord.HTTPException)
        assert error.code == code
        assert asked.failed is (late > 0)
        assert [violation.request.code for violation in scene.twin.violations] == [code]


async def test_a_token_lives_fifteen_minutes(scene: Scene) -> None:
    async with scene.client() as client:

        async def answer(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("hello")
            scene.clock.now += 15 * 60 + 1
            await interaction.followup.send("too late")

        client.answer = answer
        scene.ann.forges(scene.ann.posts(scene.lounge, "x"), "go")
        await asyncio.wait_for(client.failed.wait(), 5)
        assert isinstance(client.errors[0], discord.HTTPException)
        assert (client.errors[0].status, client.errors[0].code) == (401, 50027)


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
        await scene.twin.until(lambda: scene.twin.gateway.identified == 2, timeout=20)
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


async def test_a_failed_handshake_is_tried_by_hand(scene: Scene) -> None:
    scene.twin.gateway.refuse_handshake()
    # discord.py itself ends with AttributeError when the very first handshake fails: its callers must supervise it.
    with pytest.raises(AttributeError):
        async with scene.client():
            pass
    async with scene.client() as client:
        assert client.is_ready()
