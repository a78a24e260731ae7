"""The twin against the unmodified discord.py: commands, controls, forms, and answers that come too late."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import discord
import pytest
from discord import app_commands

from tests.kit.patience import PATIENCE
from tests.twins.discord import DiscordTwin, NotAllowed
from tests.twins.discord.scene import Clock, Scene


@pytest.fixture
async def scene(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    clock = Clock()
    async with DiscordTwin(clock) as twin:
        yield Scene(twin, clock, monkeypatch)


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
        await asyncio.wait_for(client.failed.wait(), PATIENCE)
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
        await asyncio.wait_for(client.failed.wait(), PATIENCE)
        assert isinstance(client.errors[0], discord.HTTPException)
        assert (client.errors[0].status, client.errors[0].code) == (401, 50027)
