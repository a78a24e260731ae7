"""Forms that ask for a picture, on the platforms that have forms and on those that ask step by step."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.api import Cog, Context
from bot.domain.action import Action
from bot.domain.controls import Button, OpenPrivately
from bot.domain.form import Answers, FileField, Form
from bot.domain.message import Outgoing
from bot.domain.text import RichText
from bot.ports.gateway import AnswerMode, CommandScope
from tests.bot.core.flow.probe import Probe
from tests.kit.pictures import CAT
from tests.kit.stage import GENERAL, PRIVATE, expect
from tests.kit.stages.discord import DiscordStage, discord_stage
from tests.kit.stages.fake import FakeStage
from tests.kit.stages.telegram import TelegramStage, telegram_stage
from tests.kit.stages.whole import with_cogs

TEXTS = """
cog-title = Till
    .description = Takes pictures.
command-till = till
    .description = Opens
"""


@dataclass(frozen=True, slots=True)
class Pay(Action):
    """Asks for a picture."""


@dataclass(frozen=True, slots=True)
class Paid(Action):
    """What the form sends."""


@dataclass(slots=True)
class Till:
    """The cog, and whose pictures it was given: whether for a club, and how many could be read."""

    cog: Cog = field(default_factory=lambda: Cog("till"))
    most: int = 1
    paid: list[tuple[str, bool, int]] = field(default_factory=list[tuple[str, bool, int]])

    def __post_init__(self) -> None:
        @self.cog.command("till", mode=AnswerMode.PUBLIC, scope=CommandScope.COMMUNITY, stays=None)
        async def till(ctx: Context) -> None:
            keys = (Button("Pay here", Pay()), OpenPrivately("Pay in private", Pay()))
            await ctx.reply(Outgoing(RichText.of("the till is open"), controls=(keys,)))

        @self.cog.action(Pay, mode=AnswerMode.FORM)
        async def pay(ctx: Context, action: Pay) -> None:
            del action
            await ctx.open_form(Form("Cat tax", (FileField("cat", "Your cat", most=self.most),), Paid()))

        @self.cog.form(Paid)
        async def paid(ctx: Context, action: Paid, answers: Answers) -> None:
            del action
            files = [await ctx.fetch(one, 1_000_000) for one in answers.files("cat")]
            self.paid.append((ctx.account.name, ctx.community is not None, sum(1 for one in files if one)))
            await ctx.reply(Outgoing(RichText.of("thank you")))

        _ = (till, pay, paid)


@pytest.fixture
def till() -> Till:
    """The cog."""
    return Till()


@pytest.fixture
async def telegram(till: Till, tmp_path: Path) -> AsyncGenerator[TelegramStage]:
    """Step by step."""
    async with telegram_stage(tmp_path, cogs=with_cogs(till.cog, texts={"till": TEXTS})) as opened:
        yield opened


@pytest.fixture
async def discord(till: Till, tmp_path: Path) -> AsyncGenerator[DiscordStage]:
    """All at once."""
    async with discord_stage(tmp_path, cogs=with_cogs(till.cog, texts={"till": TEXTS})) as opened:
        yield opened


async def test_a_key_in_a_group_asks_in_private_and_takes_that_members_photo_alone(
    telegram: TelegramStage, till: Till
) -> None:
    ana, bo = await telegram.member("Ana"), await telegram.member("Bo")
    await ana.starts()
    await ana.runs("till")
    await ana.presses("Pay here")
    await expect(telegram, ana).sees("Your cat")
    await bo.sends(CAT, chat=GENERAL)
    await ana.sends(CAT, chat=GENERAL)
    await telegram.settled()
    assert till.paid == []
    await ana.says("which one?", chat=PRIVATE)
    await expect(telegram, ana).sees("Please send a picture")
    await ana.sends(CAT, chat=PRIVATE)
    await expect(telegram, ana).sees("thank you")
    assert till.paid == [("Ana", True, 1)]


async def test_who_has_not_opened_the_private_chat_is_led_there_and_sends_a_file(
    telegram: TelegramStage, till: Till
) -> None:
    ana = await telegram.member("Ana")
    await ana.runs("till")
    await ana.presses("Pay here")
    await ana.presses("Open our chat")
    await expect(telegram, ana).sees("Your cat")
    await ana.sends_file(CAT, "cat.png", "image/png", chat=PRIVATE)
    await expect(telegram, ana).sees("thank you")
    assert till.paid == [("Ana", True, 1)]


async def test_a_deep_link_asks_in_private_and_takes_an_album(telegram: TelegramStage, till: Till) -> None:
    till.most = 3
    ana = await telegram.member("Ana")
    await ana.runs("till")
    await ana.presses("Pay in private")
    await expect(telegram, ana).sees("Your cat")
    await ana.sends_album([CAT, CAT], chat=PRIVATE)
    await ana.presses("Done")
    await expect(telegram, ana).sees("thank you")
    assert till.paid == [("Ana", False, 2)]


async def test_a_key_opens_an_upload_where_there_are_forms(discord: DiscordStage, till: Till) -> None:
    ana = await discord.member("Ana")
    await ana.runs("till")
    await ana.presses("Pay here")
    await ana.fills(CAT)
    await expect(discord, ana).sees("thank you")
    assert till.paid == [("Ana", True, 1)]


async def test_a_key_that_leads_to_private_offers_the_upload_there(discord: DiscordStage, till: Till) -> None:
    ana = await discord.member("Ana")
    await ana.runs("till")
    await ana.presses("Pay in private")
    await ana.presses("Open the form")
    await ana.fills(CAT)
    await expect(discord, ana).sees("thank you")
    assert till.paid == [("Ana", False, 1)]


async def test_a_message_between_two_pages_of_a_form_is_no_answer_to_it(stage: FakeStage, probe: Probe) -> None:
    ana = await stage.member("Ana")
    await ana.runs("survey")
    await ana.fills("1", "2", "3", "4", "5")
    await ana.finds("Go on")
    await ana.says("by the way", chat=GENERAL)
    await stage.settled()
    assert not [seen for seen in ana.visible() if "Question" in seen.text]
    await ana.presses("Go on")
    await stage.settled()
    await ana.fills("6", "7")
    await expect(stage, ana).sees("survey kept")
    [answers] = probe.surveys
    assert [answers.text(f"field_{letter}") for letter in "afg"] == ["1", "6", "7"]
